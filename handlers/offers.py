"""An offer of a pair, as those who are asked see and answer it; their part of the home screen."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers import home, matching_words
from handlers.capacity import places_screen
from handlers.chat import Chat
from handlers.home import Panel
from handlers.meeting_parts import PairTap
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import Side, Speaker
from services.capacity import Room
from services.filling import Filling
from services.notices import Notice, Values
from services.offers import Offered, Offers, State

_TOGETHER = {
    State.OFFERED: "offers-waiting",
    State.ACCEPTED: "offers-agreed",
    State.FROZEN: "offers-frozen",
}  # an active pair is shown with its next meeting (handlers/meetings.py)


class OfferTap(CallbackData, prefix="off1"):
    """An offer: s see it, a agree, l agree and take nobody else, m agree and may take more, d it does not suit."""

    offer: int
    answer: str


class GroupTap(CallbackData, prefix="ofg1"):
    """A mentor agrees to a whole group: one of its offers, and the last of those that were shown."""

    offer: int
    upto: int


def offer_screen(say: Say, speaker: Speaker, offered: Offered) -> Screen:
    """Who it is, what fits, until when; two buttons."""
    if offered.group:
        return _group_screen(say, speaker, offered)
    lines: list[str] = [say(f"offers-{offered.side}", who=matching_words.who(say, offered.other, speaker))]
    if offered.areas:
        areas = matching_words.listed(say, offered.areas)
        lines.append(say("offers-areas", side=offered.side.value, areas=areas))
    if offered.slots:
        lines.append(say("offers-slots", slots=matching_words.slots(say, offered.slots)))
    if offered.words:
        words = "offers-competences" if offered.side is Side.MENTEE else "offers-request"
        lines.append(say(words, words=offered.words))
    if offered.employed:
        lines.append(say("offers-employed"))
    lines += ["", say("offers-terms", moment=say.moment(offered.answer_by))]
    return screen("\n".join(lines), *_answers(say, offered), [Button(say.plain("to-home"), HomeTap())])


def _group_screen(say: Say, speaker: Speaker, offered: Offered) -> Screen:
    """All mentees of a group at once: one yes, and a no for any one of them."""
    lines: list[str] = [say("offers-group", count=len(offered.group))]
    for number, each in enumerate(offered.group, 1):
        lines.append(say("offers-group-line", number=number, who=matching_words.who(say, each.mentee, speaker)))
        if each.words:
            lines.append(say("offers-request", words=each.words))
    if offered.employed:
        lines.append(say("offers-employed"))
    lines += ["", say("offers-group-terms", moment=say.moment(offered.answer_by))]
    upto = max(each.offer_id for each in offered.group)
    yes = Button(say.plain("offers-accept-group"), GroupTap(offer=offered.offer_id, upto=upto))
    noes: list[Row] = [
        [
            Button(
                say.plain("offers-decline-one", name=shown(each.mentee, speaker)),
                OfferTap(offer=each.offer_id, answer="d"),
            )
        ]
        for each in offered.group
    ]
    return screen("\n".join(lines), [yes], *noes, [Button(say.plain("to-home"), HomeTap())])


def _answers(say: Say, offered: Offered) -> list[Row]:
    """Yes and no; a mentor may say in the same tap whether they take anybody else."""
    offer, room = offered.offer_id, offered.room
    rows: list[Row] = [
        [
            Button(say.plain("offers-accept"), OfferTap(offer=offer, answer="a")),
            Button(say.plain("offers-decline"), OfferTap(offer=offer, answer="d")),
        ]
    ]
    if room and room.free:
        rows.append([Button(say.plain("offers-accept-last"), OfferTap(offer=offer, answer="l"))])
    elif room and room.taken < room.most:
        rows.append([Button(say.plain("offers-accept-more"), OfferTap(offer=offer, answer="m"))])
    return rows


def notice_view(say: Say, values: Values, notice: Notice) -> Screen:
    """The news of an offer: see it first, then answer."""
    see = Button(say.plain("offers-see"), OfferTap(offer=notice.about, answer="s"))
    return screen(say(f"notice-{notice.kind}", **values), [see], [Button(say.plain("to-home"), HomeTap())])


def active_view(say: Say, values: Values, notice: Notice) -> Screen:
    """The order is signed: the mentor sets the first meeting from here."""
    home_row = [Button(say.plain("to-home"), HomeTap())]
    text = say("notice-pair-active", **values)
    if values["side"] != Side.MENTOR:
        return screen(text, home_row)
    return screen(text, [Button(say.plain("meeting-set"), PairTap(match=values["match"]))], home_row)


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: OfferTap,
    offers: Offers,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """See, agree, or tell why it does not suit."""
    offer = callback_data.offer
    match callback_data.answer:
        case "a" | "l":
            both = await offers.accept(speaker, offer, last=callback_data.answer == "l")
            await chat.call(home.show, note=say("offers-accepted-both" if both else "offers-accepted"))
        case "m":
            both, room = await offers.accept_and_more(speaker, offer)
            await chat.show(places_screen(say, room, say("offers-accepted-both" if both else "offers-accepted")))
        case "d":
            now = await offers.refusable(speaker, offer)
            await show_turn(chat, say, await filling.begin(now, "decline_reason", offer), after)
        case _:
            now, offered = await offers.look(speaker, offer)
            await chat.show(offer_screen(say, now, offered))


async def group_accepted(chat: Chat, say: Say, speaker: Speaker, callback_data: GroupTap, offers: Offers) -> None:
    """«Согласен(на) на всю группу»."""
    both = await offers.accept_group(speaker, callback_data.offer, callback_data.upto)
    await chat.call(home.show, note=say("offers-accepted-both" if both else "offers-accepted"))


async def after_decline(chat: Chat, say: Say, outcome: Room | None) -> None:
    """The refusal and its reason are written down; a mentor may say how many they take from now on."""
    note = say("offers-declined")
    if outcome and outcome.most:
        await chat.show(places_screen(say, outcome, note))
        return
    await chat.call(home.show, note=note)


async def panel(say: Say, speaker: Speaker, offers: Offers) -> Panel | None:
    """What waits for an answer, with whom one is together, or that a pair is being looked for."""
    mine = await offers.mine(speaker)
    if mine is None:
        return None
    panel = Panel()
    asked = {each.other.id for each in mine.offered}
    for offered in mine.offered:
        asked |= {each.mentee.id for each in offered.group}
        if offered.group:
            panel.lines.append(say("offers-group", count=len(offered.group)))
        else:
            panel.lines.append(say(f"offers-{offered.side}", who=matching_words.who(say, offered.other, speaker)))
        panel.rows.append([Button(say.plain("offers-see"), OfferTap(offer=offered.offer_id, answer="s"))])
    for pair in mine.together:
        if pair.other.id not in asked and pair.state in _TOGETHER:
            panel.lines.append(say(_TOGETHER[pair.state], side=pair.side.value, name=shown(pair.other, speaker)))
    if mine.searching:
        panel.lines.append(say("offers-searching"))
    if mine.spare:
        panel.lines.append(say("offers-spare"))
    return panel if panel.lines else None


def router() -> Router:
    """Answers to offers."""
    routes = Router(name="offers")
    routes.callback_query.register(tapped, OfferTap.filter())
    routes.callback_query.register(group_accepted, GroupTap.filter())
    return routes
