"""«Мне неспокойно», the adults' side: «Принять», what is known, what was done, each step a tap."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import TelegramObject

from handlers import home
from handlers.chat import Chat
from handlers.home import Panel
from handlers.places import place_of
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, fitting, screen
from locales.words import Say
from mentoring.concerns import TAPPED, Outcome, Step
from mentoring.naming import for_safety, shown
from mentoring.people import Speaker
from services.filling import Filling
from services.notices import Notice, Values
from services.safekeeping import Board, Kept, Safekeeping, Written

_LATEST = 12  # lines of the journal on the screen of a concern
_PAGE = 40  # and on its own screen


class ConcernsTap(CallbackData, prefix="cnl1"):
    """Concerns that somebody was told of."""


class ClosedConcernsTap(CallbackData, prefix="cnh1"):
    """Concerns that somebody has closed."""


class ConcernTap(CallbackData, prefix="cnc1"):
    """One of them: t take, o open, j journal, d done (by its place), n words, p pass on, e end, c closed (by its place)."""

    concern: int
    step: str = "o"
    at: int = 0


class Told(Filter):
    """Somebody who was told of a concern that is open, or has closed one: nobody else gets behind this door, the curator neither."""

    async def __call__(self, event: TelegramObject, speaker: Speaker, safekeeping: Safekeeping) -> bool:
        """Whether so."""
        return await safekeeping.was_told(speaker)


async def panel(say: Say, speaker: Speaker, safekeeping: Safekeeping) -> Panel | None:
    """On the home screen of whoever was told: that something waits, and nothing of what."""
    if speaker.person is None or speaker.person.kind in ("pupil", "guardian"):
        return None
    board = await safekeeping.board(speaker)
    if not board.open and not board.closed:
        return None
    waiting = sum(each.taken_by is None for each in board.open)
    mine = sum(each.mine for each in board.open)
    way: list[Row] = [[Button(say.plain("concerns-open"), ConcernsTap())]]
    if not board.open:
        return Panel(aside=way)
    return Panel([say("concerns-panel", waiting=waiting, mine=mine)], way)


async def listed(chat: Chat, say: Say, speaker: Speaker, safekeeping: Safekeeping) -> None:
    """The open ones, each a button that names nobody."""
    await chat.show(_list(say, speaker, await safekeeping.board(speaker)))


def _list(say: Say, speaker: Speaker, board: Board) -> Screen:
    rows: list[Row] = []
    for each in board.open:
        state = "mine" if each.mine else "taken" if each.taken_by else "waits"
        who = shown(each.taken_by, speaker) if each.taken_by else ""
        words = say.plain("concerns-line", at=say.moment(each.at), state=state, who=who)
        rows.append([Button(words, ConcernTap(concern=each.id))])
    title = say("concerns-title" if rows else "concerns-none")
    closed = [Button(say.plain("concerns-closed"), ClosedConcernsTap())] if board.closed else []
    return screen(title, *rows, closed, [Button(say.plain("to-home"), HomeTap())])


async def closed_listed(chat: Chat, say: Say, speaker: Speaker, safekeeping: Safekeeping) -> None:
    """Those the speaker has closed: numbers, codes, days, outcomes."""
    lines = [
        say(
            "concerns-closed-line",
            number=str(each.number),
            code=each.code,
            at=say.moment(each.at),
            closed=say.moment(each.closed_at),
            outcome=each.outcome,
        )
        for each in await safekeeping.closed(speaker)
    ]
    text = "\n".join([say("concerns-closed-title"), *lines]) if lines else say("concerns-none-closed")
    await chat.show(
        screen(text, [Button(say.plain("concerns-all"), ConcernsTap()), Button(say.plain("to-home"), HomeTap())])
    )


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: ConcernTap,
    safekeeping: Safekeeping,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """A step of one concern."""
    concern = callback_data.concern
    match callback_data.step:
        case "t":
            kept = await safekeeping.take(speaker, concern)
        case "d":
            kept = await safekeeping.mark(speaker, concern, TAPPED[callback_data.at % len(TAPPED)])
        case "n":
            await show_turn(chat, say, await filling.begin(speaker, "concern_note", concern), after)
            return
        case "j":
            await chat.show(_journal(say, speaker, await safekeeping.look(speaker, concern)))
            return
        case "p":
            await safekeeping.pass_on(speaker, concern)
            await chat.show(_list(say, speaker, await safekeeping.board(speaker)), say.plain("concern-passed"))
            return
        case "e":
            await chat.show(_ending(say, concern))
            return
        case "c":
            outcomes = list(Outcome)
            await safekeeping.close(speaker, concern, outcomes[callback_data.at % len(outcomes)])
            await chat.call(home.show, note=say("concern-closed"))
            return
        case _:
            kept = await safekeeping.look(speaker, concern)
    await chat.show(_card(say, speaker, kept))


def _card(say: Say, speaker: Speaker, kept: Kept) -> Screen:
    back = [Button(say.plain("concerns-all"), ConcernsTap()), Button(say.plain("to-home"), HomeTap())]
    if kept.closed:
        return screen(say("concern-is-closed"), back)
    if kept.pupil is None:
        return _others(say, speaker, kept, back)
    deeds = [
        Button(say.plain("concern-do", step=step), ConcernTap(concern=kept.id, step="d", at=at))
        for at, step in enumerate(TAPPED)
    ]
    deeds.append(Button(say.plain("concern-do-note"), ConcernTap(concern=kept.id, step="n")))
    more = [
        Button(say.plain("concern-do-journal"), ConcernTap(concern=kept.id, step="j")),
        Button(say.plain("concern-do-pass"), ConcernTap(concern=kept.id, step="p")),
    ]
    end = [Button(say.plain("concern-do-close"), ConcernTap(concern=kept.id, step="e"))]
    return screen(_told(say, speaker, kept), *fitting(deeds, 40), *fitting(more, 40), end, back)


def _others(say: Say, speaker: Speaker, kept: Kept, back: Row) -> Screen:
    """Whoever has not taken it sees who has, or that it waits; never whose it is."""
    at = say.moment(kept.at)
    if kept.taken_by is not None:
        return screen(say("concern-taken-by", at=at, who=shown(kept.taken_by, speaker)), back)
    take = [Button(say.plain("concern-take"), ConcernTap(concern=kept.id, step="t"))]
    return screen(say("concern-to-take", at=at, recalled=int(kept.recalled)), take, back)


def _told(say: Say, speaker: Speaker, kept: Kept) -> str:
    """Everything the adult who answers for it is to know, what to do first, what was done."""
    if kept.pupil is None:
        return ""
    coded = speaker.privacy.coded
    who = for_safety(kept.pupil, speaker)
    if place := place_of(say, kept.pupil, speaker):
        who = f"{who}, {place}"
    lines: list[str] = [say("concern-card", who=who, at=say.moment(kept.at))]
    if coded:
        lines.append(say("concern-code"))
    if kept.recalled:
        lines.append(say("concern-was-recalled"))
    lines.append(say("concern-words", text=kept.words) if kept.words else say("concern-no-words"))
    for pair in kept.pairs:
        side = "mentor" if pair.is_mentor else "mentee"
        lines.append(say("concern-pair", side=side, who=shown(pair.person, speaker)))
    if not kept.pairs:
        lines.append(say("concern-no-pair"))
    for guardian, present in kept.guardians:
        lines.append(say("concern-guardian", who=shown(guardian, speaker), present=int(present)))
    if not kept.guardians:
        lines.append(say("concern-no-guardian"))
    if kept.shared:
        lines.append(say("concern-shared"))
    lines += ["", say("concern-first"), "", say("concern-done")]
    deeds = [each for each in kept.journal if each.step is not Step.LOOKED][-_LATEST:]
    return "\n".join(lines + [_line(say, speaker, each) for each in deeds])


def _journal(say: Say, speaker: Speaker, kept: Kept) -> Screen:
    """Every line: who was told, who looked, who did what."""
    lines = [_line(say, speaker, each, words=False) for each in kept.journal[-_PAGE:]]
    back = [Button(say.plain("concern-back-to"), ConcernTap(concern=kept.id))]
    return screen("\n".join([say("concern-journal"), *lines]), back, [Button(say.plain("to-home"), HomeTap())])


def _line(say: Say, speaker: Speaker, each: Written, *, words: bool = True) -> str:
    who = shown(each.by, speaker) if each.by else ""
    line = say("concern-line", step=each.step, at=say.moment(each.at), who=who)
    return line + say("concern-line-words", text=each.words) if words and each.words else line


def _ending(say: Say, concern: int) -> Screen:
    buttons: list[Row] = [
        [Button(say.plain("concern-outcome", outcome=each), ConcernTap(concern=concern, step="c", at=at))]
        for at, each in enumerate(Outcome)
    ]
    return screen(
        say("concern-close-ask"), *buttons, [Button(say.plain("concern-back-to"), ConcernTap(concern=concern))]
    )


async def after_note(chat: Chat, say: Say, speaker: Speaker, outcome: int, safekeeping: Safekeeping) -> None:
    """The words are kept."""
    await chat.show(_card(say, speaker, await safekeeping.look(speaker, outcome)))


def called(say: Say, values: Values, notice: Notice) -> Screen:
    """An adult is told; a phone shows this to whoever stands by, so it names nobody."""
    take = [Button(say.plain("concern-take"), ConcernTap(concern=notice.about, step="t"))]
    return screen(say("notice-concern-call", **values), take)


def opening(say: Say, values: Values, notice: Notice) -> Screen:
    """How it goes on, with a way in."""
    return screen(
        say(f"notice-{notice.kind}", **values),
        [Button(say.plain("concern-look"), ConcernTap(concern=notice.about)), Button(say.plain("to-home"), HomeTap())],
    )


VIEWS = {
    "concern-call": called,
    **dict.fromkeys(
        ("concern-taken", "concern-again", "concern-added", "concern-recalled", "concern-open"),
        opening,
    ),
}


def router() -> Router:
    """The adults' side."""
    routes = Router(name="safekeeping")
    routes.callback_query.filter(Told())
    routes.callback_query.register(listed, ConcernsTap.filter())
    routes.callback_query.register(closed_listed, ClosedConcernsTap.filter())
    routes.callback_query.register(tapped, ConcernTap.filter())
    return routes
