"""Pairs that need the curator's help: the list, and for each pair why, with one action prepared and the others beside it."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.pair_taps import WatchPairTap
from handlers.first_contact import until_words
from handlers.meeting_parts import PairTap, names, pair_briefly
from handlers.notices import View
from handlers.parting_taps import EndTap
from handlers.questionnaire import turn_screen
from handlers.screen import Button, HomeTap, Row, Screen, fitting, screen
from locales.words import Markup, Say
from mentoring.naming import shown
from mentoring.people import Side, Speaker
from mentoring.stuck_pairs import Prepared, Step, Trouble
from services.filling import Filling
from services.notices import Notice, Values
from services.stuck_pairs import Line, Reachable, StuckCard, StuckPage, StuckPairs, topic_of


class StuckListTap(CallbackData, prefix="stl1"):
    """A page of pairs that need help."""

    page: int = 0


class StuckTap(CallbackData, prefix="stp1"):
    """One of them."""

    match: int


class NudgePairTap(CallbackData, prefix="stn1"):
    """The ready text: send it, or (`own`) write another."""

    match: int
    own: bool = False


class CallPairTap(CallbackData, prefix="stcl1"):
    """«Позвонить»: how."""

    match: int


class StepTap(CallbackData, prefix="stst1"):
    """«Поговорил(а)», «Отложить на неделю», «Сделано»."""

    match: int
    step: Step


async def listed(chat: Chat, say: Say, speaker: Speaker, callback_data: StuckListTap, stuck_pairs: StuckPairs) -> None:
    """Who needs help, the most urgent first."""
    page = await stuck_pairs.page(speaker, callback_data.page)
    await chat.show(_list(say, speaker, callback_data.page, page))


async def opened(chat: Chat, say: Say, speaker: Speaker, callback_data: StuckTap, stuck_pairs: StuckPairs) -> None:
    """One pair."""
    await chat.show(card_screen(say, speaker, await stuck_pairs.card(speaker, callback_data.match)))


async def nudged(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: NudgePairTap,
    stuck_pairs: StuckPairs,
    filling: Filling,
) -> None:
    """«Отправить» as it is, or «Изменить текст»."""
    tap = callback_data
    if tap.own:
        card = await stuck_pairs.card(speaker, tap.match)
        turn = await filling.begin(speaker, "pair_nudge", tap.match)
        ready = _ready(say, speaker, card)
        asked = turn_screen(say, turn)
        await chat.show(asked.under(say("stuck-ready-copy", text=ready)) if ready else asked)
        return
    card = await stuck_pairs.nudge(speaker, tap.match)
    await chat.show(card_screen(say, speaker, card).under(say("stuck-nudged")), say.plain("stuck-nudged"))


async def after_nudge(chat: Chat, say: Say, speaker: Speaker, outcome: StuckCard) -> None:
    """Sent in one's own words."""
    await chat.show(card_screen(say, speaker, outcome).under(say("stuck-nudged")))


async def calling(chat: Chat, say: Say, speaker: Speaker, callback_data: CallPairTap, stuck_pairs: StuckPairs) -> None:
    """«Позвонить»: to whom and how; «Поговорил(а)» is one tap."""
    card, every = await stuck_pairs.reachable(speaker, callback_data.match)
    lines = [
        say("stuck-call-title", mentor=names((card.pair.mentor,), speaker), mentees=names(card.pair.mentees, speaker))
    ]
    lines += [_how(say, speaker, each) for each in every]
    if not any(each.contact for each in every):
        lines.append(say("stuck-call-nothing"))
    match = card.pair.match_id
    rows = [
        [Button(say.plain("stuck-step-called"), StepTap(match=match, step=Step.CALLED))],
        [Button(say.plain("form-back"), StuckTap(match=match)), Button(say.plain("to-home"), HomeTap())],
    ]
    await chat.show(screen(Markup("\n").join(lines), *rows))


async def stepped(chat: Chat, say: Say, speaker: Speaker, callback_data: StepTap, stuck_pairs: StuckPairs) -> None:
    """The pair rests: back to whoever else needs help."""
    tap = callback_data
    card = await stuck_pairs.take(speaker, tap.match, tap.step)
    words = say(f"stuck-taken-{_id(tap.step)}", who=_pair_words(say, speaker, card))
    page = await stuck_pairs.page(speaker)
    await chat.show(_list(say, speaker, 0, page).under(words))


def signalled(say: Say, values: Values, notice: Notice) -> Screen:
    """A side has told something quietly."""
    text = say(f"notice-pair-signal-{_id(values['kind'])}", by=values["by"], who=values["who"])
    return screen(text, *_open(say, values))


def alarming(say: Say, values: Values, notice: Notice) -> Screen:
    """Marks of a pair are alarming; they stand on the pair's page only."""
    lines = [say("notice-rating-alarm", who=values["who"])]
    lines += [say(f"rating-alarm-{each}") for each in values["alarms"]]
    return screen(Markup("\n").join(lines), *_open(say, values))


def contact_late(say: Say, values: Values, notice: Notice) -> Screen:
    """No first meeting a day after its date: with a text that only has to be sent."""
    text = say(
        "notice-first-contact-late",
        mentor=values["mentor"],
        who=values["who"],
        until=until_words(say, values["until"]),
    )
    ready = say("stuck-ready", who=values["mentor"], text=ready_text(say, "first", values["who"], Side.MENTOR))
    send = Button(say.plain("stuck-send"), NudgePairTap(match=values["match"]))
    return screen(Markup("\n\n").join([text, ready]), [send], *_open(say, values))


def nudge_view(say: Say, values: Values, notice: Notice) -> Screen:
    """What the curator says to one of the pair."""
    said = values["words"] or ready_text(say, values["topic"], values["who"], values["side"])
    pair = Button(say.plain("pair-nudge-open"), PairTap(match=values["match"]))
    return screen(say("notice-pair-nudge", text=said), [pair], [Button(say.plain("to-home"), HomeTap())])


VIEWS: dict[str, View] = {
    "pair-signal": signalled,
    "rating-alarm": alarming,
    "first-contact-late": contact_late,
    "pair-nudge": nudge_view,
}


def ready_text(say: Say, topic: str, who: str, side: Side) -> Markup:
    """The text that is ready to be sent."""
    return say(f"pair-nudge-{topic}", who=who, side=side)


def pair_line(say: Say, speaker: Speaker, line: Line, now: datetime) -> str:
    """A pair, its most urgent cause and the action that is prepared, for the curator's day."""
    do = say(f"stuck-do-{_id(line.stuck.prepared)}")
    return say("stuck-named", who=_of(say, speaker, line), why=why_words(say, line.stuck.first, now), do=do)


def pair_button(say: Say, speaker: Speaker, line: Line) -> Button:
    """Opens its page."""
    return Button(_of(say, speaker, line), StuckTap(match=line.pair.match_id))


def card_screen(say: Say, speaker: Speaker, card: StuckCard) -> Screen:
    """Why, the ready text, what was done; the prepared action first."""
    lines = [say("stuck-card-title", who=_pair_words(say, speaker, card)), Markup("")]
    lines += (
        [say("stuck-card-why", why=why_words(say, each, card.now)) for each in card.stuck.troubles]
        if card.stuck
        else []
    )
    if card.stuck is None:
        lines.append(say("stuck-card-well"))
    lines += _rated(say, speaker, card)
    if card.taken:
        lines += [Markup(""), say("stuck-card-taken")]
        lines += [
            say(
                f"stuck-was-{_id(each.kind)}",
                day=say.day(each.at.date()),
                by=shown(each.by, speaker) if each.by else "—",
            )
            for each in card.taken
        ]
    ready = _ready(say, speaker, card)
    if ready:
        lines += [Markup(""), say("stuck-ready", who=names(card.to, speaker), text=ready)]
    return screen(Markup("\n").join(lines), *_actions(say, card), _back(say))


def _ready(say: Say, speaker: Speaker, card: StuckCard) -> Markup:
    """The text prepared for whoever is to be reminded; empty where nobody is, or they were today."""
    if not card.to or card.cause is None or card.nudged:
        return Markup("")
    side = Side.MENTOR if card.to == (card.pair.mentor,) else Side.MENTEE
    others = card.pair.mentees if side is Side.MENTOR else (card.pair.mentor,)
    return ready_text(say, topic_of(card.cause), names(others, speaker), side)


def _actions(say: Say, card: StuckCard) -> list[Row]:
    match = card.pair.match_id
    send = Button(say.plain("stuck-send"), NudgePairTap(match=match))
    own = Button(say.plain("stuck-own"), NudgePairTap(match=match, own=True))
    call = Button(say.plain("stuck-call"), CallPairTap(match=match))
    change = Button(say.plain("stuck-change"), EndTap(match=match))
    look = Button(say.plain("stuck-look"), WatchPairTap(match=match))
    first = {Prepared.TALK: call, Prepared.CHANGE: change, Prepared.LOOK: look}.get(card.prepared or Prepared.LOOK)
    rows: list[Row] = []
    if card.to and not card.nudged:
        rows += [[send], [own]]
    elif first is not None:
        rows.append([first])
    others = [each for each in (call, change, look) if [each] not in rows]
    rows += fitting(others, 40)
    if card.stuck is not None:
        rows += [
            [
                Button(say.plain("stuck-step-put-off"), StepTap(match=match, step=Step.PUT_OFF)),
                Button(say.plain("stuck-step-done"), StepTap(match=match, step=Step.DONE)),
            ]
        ]
    return rows


def _rated(say: Say, speaker: Speaker, card: StuckCard) -> list[Markup]:
    """The marks of both sides, by month, and the words beside them: nowhere else are they shown."""
    lines = []
    for line in card.lines:
        marks = {
            side: ", ".join(str(each.mark) for each in row) or "—"
            for side, row in (("mentor", line.mentor), ("mentee", line.mentee))
        }
        lines.append(say("stuck-card-marks", **marks))
    lines += [say("stuck-card-words", who=shown(who, speaker), text=each.words) for who, each in card.words]
    return [Markup(""), *lines] if lines else []


def _how(say: Say, speaker: Speaker, each: Reachable) -> Markup:
    who, contact = shown(each.person, speaker), each.contact or say.plain("stuck-call-none")
    if each.guardian_of is None:
        return say("stuck-call-line", who=who, contact=contact)
    return say("stuck-call-guardian", who=who, child=shown(each.guardian_of, speaker), contact=contact)


def _list(say: Say, speaker: Speaker, number: int, page: StuckPage) -> Screen:
    if not page.lines:
        return screen(say("stuck-none"), ways_back(say))
    lines = [say("stuck-title", count=page.total), Markup("")]
    lines += [
        say(
            "stuck-line",
            who=_of(say, speaker, each),
            why=why_words(say, each.stuck.first, page.now),
            more=len(each.stuck.troubles) - 1,
        )
        for each in page.lines
    ]
    rows: list[Row] = [[pair_button(say, speaker, each)] for each in page.lines]
    turning = []
    if number:
        turning.append(Button(say.plain("pairs-first-page"), StuckListTap()))
    if page.more:
        turning.append(Button(say.plain("pairs-next-page"), StuckListTap(page=number + 1)))
    return screen(Markup("\n").join(lines), *rows, turning, ways_back(say))


def why_words(say: Say, trouble: Trouble, now: datetime) -> Markup:
    """A cause in words, with how many days it holds."""
    return say(f"stuck-cause-{_id(trouble.cause)}", days=max(0, (now - trouble.since).days))


def _of(say: Say, speaker: Speaker, line: Line) -> str:
    return pair_briefly(say, line.pair.mentor, line.pair.mentees, speaker)


def _pair_words(say: Say, speaker: Speaker, card: StuckCard) -> str:
    return say.plain(
        "stuck-pair", mentor=names((card.pair.mentor,), speaker), mentees=names(card.pair.mentees, speaker)
    )


def _open(say: Say, values: Values) -> list[Row]:
    return [
        [Button(say.plain("stuck-open"), StuckTap(match=values["match"]))],
        [Button(say.plain("to-home"), HomeTap())],
    ]


def _back(say: Say) -> Row:
    return [Button(say.plain("stuck-back"), StuckListTap()), Button(say.plain("to-home"), HomeTap())]


def _id(word: str) -> str:
    return word.replace("_", "-")


def router() -> Router:
    """Pairs that need help, for curators."""
    routes = Router(name="stuck-pairs")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(listed, StuckListTap.filter())
    routes.callback_query.register(opened, StuckTap.filter())
    routes.callback_query.register(nudged, NudgePairTap.filter())
    routes.callback_query.register(calling, CallPairTap.filter())
    routes.callback_query.register(stepped, StepTap.filter())
    return routes
