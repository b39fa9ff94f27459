"""The curator plans a group meeting by taps: form, day, time, place; invites everybody, moves it, cancels it."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router

from handlers.avoided import AvoidedTap
from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.gathering_taps import CameTap, GatheringsTap, GatheringTap, MinutesTap, WhenTap
from handlers.curator.matching_taps import MatchingTap
from handlers.meeting_parts import when
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, fitting, screen
from locales.words import Say
from mentoring.gatherings import GatheringState
from mentoring.people import Speaker
from services.attendance import Attending
from services.avoided import Avoided
from services.filling import Filling
from services.gatherings import Card, Gatherings
from services.notices import Notice, Values


async def listed(
    chat: Chat, say: Say, speaker: Speaker, callback_data: GatheringsTap, gatherings: Gatherings, avoided: Avoided
) -> None:
    """The group meetings there are, and a new one."""
    form = callback_data.form
    run, found = await gatherings.overview(speaker, form)
    lines: list[str] = [say("gathering-list-title")]
    if not found:
        lines += ["", say("gathering-list-none")]
    rows: list[Row] = []
    for each in found:
        words = say.plain(
            "gathering-line",
            state=each.gathering.state,
            day=say.moment(each.starts),
            form=say.plain("matching-form", form=each.gathering.form),
        )
        rows.append([Button(words, GatheringTap(gathering=each.gathering.id))])
    forms = [each for each in run if form in ("", each)]
    for one in forms:
        words = say.plain("gathering-plan", count=len(forms), form=say.plain("matching-form", form=one))
        rows.append([Button(words, WhenTap(form=one, gathering=0))])
    if await avoided.any(speaker):
        rows.append([Button(say.plain("avoided-section"), AvoidedTap())])
    if len(forms) == 1:
        rows.append([Button(say.plain("matching-back"), MatchingTap(form=forms[0]))])
    await chat.show(screen("\n".join(lines), *rows, ways_back(say)))


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: GatheringTap,
    gatherings: Gatherings,
    attending: Attending,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """See it, invite, its place, cancel it, ask for preferences."""
    tap = callback_data
    match tap.do:
        case "i":
            card = await gatherings.invite(speaker, tap.gathering)
            await chat.show(card_screen(say, card).under(say("gathering-invited")))
        case "p":
            await _place(chat, say, await gatherings.card(speaker, tap.gathering), speaker, filling, after)
        case "w":
            await show_turn(chat, say, await filling.begin(speaker, "gathering_place", tap.gathering), after)
        case "e":
            card = await gatherings.set_place(speaker, tap.gathering, tap.other)
            await chat.show(card_screen(say, card).under(changed_words(say, card)))
        case "o":
            await chat.show(_off_screen(say, await gatherings.card(speaker, tap.gathering)))
        case "f":
            card = await gatherings.cancel(speaker, tap.gathering)
            await chat.show(card_screen(say, card))
        case "a":
            card, count = await attending.ask(speaker, tap.gathering)
            await chat.show(card_screen(say, card).under(say("gathering-ask-done", count=count)))
        case _:
            await chat.show(card_screen(say, await gatherings.card(speaker, tap.gathering)))


async def after_place(chat: Chat, say: Say, outcome: Card) -> None:
    """Where it is, has been typed."""
    await chat.show(card_screen(say, outcome).under(changed_words(say, outcome)))


async def _place(
    chat: Chat, say: Say, card: Card, speaker: Speaker, filling: Filling, after: Mapping[str, Continuation]
) -> None:
    if not card.places:
        await show_turn(chat, say, await filling.begin(speaker, "gathering_place", card.gathering.id), after)
        return
    number = card.gathering.id
    known = [Button(place, GatheringTap(gathering=number, do="e", other=other)) for other, place in card.places]
    rows = fitting(known, 36)
    rows.append([Button(say.plain("gathering-elsewhere"), GatheringTap(gathering=number, do="w"))])
    await chat.show(screen(say("gathering-place-ask"), *rows, back_row(say, number)))


def card_screen(say: Say, card: Card) -> Screen:
    """A group meeting: when, where, who is invited, what comes next."""
    found = card.gathering
    form = say.plain("matching-form", form=found.form)
    lines: list[str] = [say("gathering-title", form=form), "", say("gathering-when", when=_moment(say, card))]
    lines.append(say("gathering-where", place=found.place) if found.place else say("gathering-nowhere"))
    lines += ["", *_state(say, card)]
    rows = _deeds(say, card)
    rows.append([Button(say.plain("gathering-all"), GatheringsTap()), Button(say.plain("to-home"), HomeTap())])
    return screen("\n".join(lines), *rows)


def _state(say: Say, card: Card) -> list[str]:
    found, counts = card.gathering, card.counts
    if found.state is GatheringState.CANCELLED:
        return [say("gathering-is-off")]
    if found.state is GatheringState.HELD:
        lines: list[str] = [say("gathering-came", came=counts.came, invited=counts.invited)]
        if counts.unmarked:
            lines.append(say("gathering-unmarked", count=counts.unmarked))
        if found.asked_at is not None:
            lines.append(say("gathering-asked", asked=card.asked, answered=card.answered))
        elif counts.came:
            lines.append(say("gathering-not-asked"))
        if found.signed_on is not None:
            day = say.date(found.signed_on)
            lines.append(say("gathering-minutes-signed", number=found.number, day=day))
        return lines
    if found.invited_at is None:
        return [say("gathering-over") if card.over else say("gathering-ready", count=card.ready)]
    silent = counts.invited - counts.yes - counts.no
    numbers = {"mentees": counts.mentees, "mentors": counts.mentors, "yes": counts.yes, "no": counts.no}
    lines = [say("gathering-told", **numbers, silent=silent)]
    if card.over:
        lines += ["", say("gathering-over")]
    elif card.ready:
        lines.append(say("gathering-later", count=card.ready))
    return lines


def _deeds(say: Say, card: Card) -> list[Row]:
    found = card.gathering

    def button(words: str, do: str, **values: int) -> Button:
        return Button(say.plain(words, **values), GatheringTap(gathering=found.id, do=do))

    came = Button(say.plain("gathering-who-came"), CameTap(gathering=found.id))
    move = Button(say.plain("gathering-move"), WhenTap(form=found.form, gathering=found.id))
    if found.state is GatheringState.CANCELLED:
        return []
    if found.state is GatheringState.HELD:
        wanted = card.counts.came and found.asked_at is None  # whoever is marked later is asked by that
        ask = [[button("gathering-ask", "a", count=card.counts.came)]] if wanted else []
        minutes = Button(say.plain("gathering-minutes"), MinutesTap(gathering=found.id))
        return [*ask, [came, minutes]]
    if card.over:
        return [[came], [move, button("gathering-off", "o")]]
    rows: list[Row] = []
    if found.invited_at is None:
        words = "gathering-invite" if card.ready else "gathering-invite-later"
        rows.append([button(words, "i", count=card.ready) if card.ready else button(words, "i")])
    return [*rows, [button("gathering-place", "p"), move], [button("gathering-off", "o")]]


def _off_screen(say: Say, card: Card) -> Screen:
    number = card.gathering.id
    told = "yes" if card.gathering.invited_at is not None and not card.over else "no"
    yes = Button(say.plain("gathering-off-yes"), GatheringTap(gathering=number, do="f"))
    no = Button(say.plain("gathering-off-no"), GatheringTap(gathering=number))
    return screen(say("gathering-off-sure", when=_moment(say, card), told=told), [yes], [no])


def over_view(say: Say, values: Values, notice: Notice) -> Screen:
    """A group meeting is over: who came?"""
    form = say.plain("matching-form", form=values["form"])
    text = say("notice-gathering-over", when=when(say, values["starts"], values["today"]), form=form)
    mark = Button(say.plain("today-do-gatherings"), CameTap(gathering=notice.about))
    return screen(text, [mark], [Button(say.plain("to-home"), HomeTap())])


def back_row(say: Say, gathering: int) -> Row:
    """Back to one group meeting, home."""
    back = Button(say.plain("gathering-back"), GatheringTap(gathering=gathering))
    return [back, Button(say.plain("to-home"), HomeTap())]


def changed_words(say: Say, card: Card) -> str:
    """Whether anybody hears of the change."""
    told = card.gathering.invited_at is not None and card.counts.invited
    return say("gathering-changed-told" if told else "gathering-changed")


def _moment(say: Say, card: Card) -> str:
    return when(say, card.starts, card.today)


def router() -> Router:
    """Group meetings, for curators; their minutes and who came have conversations of their own."""
    routes = Router(name="gatherings")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(listed, GatheringsTap.filter())
    routes.callback_query.register(tapped, GatheringTap.filter())
    return routes
