"""A parent and the pair of their child: who it is with, why, until when, the rules of the pair, and an objection."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router

from handlers import home, matching_words
from handlers.chat import Chat
from handlers.child_taps import ChildPairTap
from handlers.child_window import window_screen
from handlers.home import Panel
from handlers.letters import WriteTap
from handlers.pacts import rule_lines
from handlers.parting_taps import LegTap
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import Side, Speaker
from mentoring.refusal import Refusal
from mentoring.settings import Objecting
from services.child_pairs import ChildPair, ChildPairs, State
from services.child_window import ChildWindows
from services.filling import Filling
from services.notices import Notice, Values

_HEADS = {
    State.OFFERED: "objection-pair",
    State.ACCEPTED: "objection-pair-agreed",
    State.ACTIVE: "objection-pair-active",
}


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: ChildPairTap,
    child_pairs: ChildPairs,
    child_windows: ChildWindows,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """See the pair, read its rules, or tell why one is against it."""
    tap = callback_data
    match tap.deed:
        case "o":
            try:
                now = await child_pairs.objectable(speaker, tap.member)
            except Refusal as refused:
                if refused.reason != "objection-late":
                    raise
                now, pair = await child_pairs.look(speaker, tap.member)
                await chat.toast(say.plain(refused.reason))
                known = pair_screen(say, now, pair) if pair.confirmed else None
                await chat.show(known or window_screen(say, await child_windows.window(now, pair.child.id)))
                return
            await show_turn(chat, say, await filling.begin(now, "objection", tap.member), after)
        case "r":
            _, pair = await child_pairs.look(speaker, tap.member)
            back = Button(say.plain("objection-see-one"), ChildPairTap(member=tap.member))
            rules = "\n".join(rule_lines(say, pair.edition, pair.pace))
            head = say("objection-rules")
            await chat.show(screen(f"<b>{head}</b>\n\n{rules}", [back], [Button(say.plain("to-home"), HomeTap())]))
        case _:
            now, pair = await child_pairs.look(speaker, tap.member)
            if pair.state is State.ACTIVE or not pair.confirmed:  # the window says what is waited for, and names nobody
                await chat.show(window_screen(say, await child_windows.window(now, pair.child.id)))
                return
            await chat.show(pair_screen(say, now, pair))


def pair_screen(say: Say, viewer: Speaker, pair: ChildPair) -> Screen:
    """Who it is, what fits, until when the child answers, how to object."""
    lines: list[str] = [_head(say, viewer, pair)]
    if pair.fit.areas:
        areas = matching_words.listed(say, pair.fit.areas)
        lines.append(say("objection-areas", side=pair.side.value, areas=areas))
    if pair.fit.slots:
        lines.append(say("objection-slots", slots=matching_words.slots(say, pair.fit.slots)))
    if pair.fit.words and pair.side is Side.MENTEE:
        lines.append(say("offers-competences", words=pair.fit.words))
    lines.append("")
    if pair.answer_by:
        lines.append(say("objection-answer-by", moment=say.moment(pair.answer_by)))
    if pair.state is State.ACTIVE:
        lines.append(say("objection-how-late"))
        ask = Button(say.plain("objection-ask-change"), LegTap(member=pair.member_id))
        return screen("\n".join(lines), [ask], _last(say, pair.member_id))
    lines.append(say("objection-how", may=(Objecting.YES if pair.may_object else Objecting.NO).value))
    return screen("\n".join(lines), *_ways(say, pair.member_id, may=pair.may_object), _last(say, pair.member_id))


def _head(say: Say, viewer: Speaker, pair: ChildPair) -> str:
    who = matching_words.who(say, pair.other, viewer)
    return say(_HEADS[pair.state], side=pair.side.value, child=shown(pair.child, viewer), who=who)


def _ways(say: Say, member: int, *, may: bool) -> list[Row]:
    if may:
        return [[Button(say.plain("objection-object"), ChildPairTap(member=member, deed="o"))]]
    return [[Button(say.plain("letter-write"), WriteTap())]]


def _last(say: Say, member: int) -> Row:
    rules = Button(say.plain("objection-rules"), ChildPairTap(member=member, deed="r"))
    return [rules, Button(say.plain("to-home"), HomeTap())]


def told_view(say: Say, values: Values, notice: Notice) -> Screen:
    """A pair is proposed: who, why, until when, how to object."""
    fit, side = values["fit"], values["side"]
    who = matching_words.who(say, values["other"], values["to"])
    lines: list[str] = [say("notice-offer-told-guardian", side=side, child=values["child"], name=who)]
    if fit.areas:
        lines.append(say("objection-areas", side=side, areas=matching_words.listed(say, fit.areas)))
    lines.append(say("objection-answer-by", moment=say.moment(values["by"])))
    lines.append(say("objection-how", may=values["may"]))
    return screen("\n".join(lines), *_notice_rows(say, values, notice))


def agreed_view(say: Say, values: Values, notice: Notice) -> Screen:
    """The child has agreed."""
    said = {name: values[name] for name in ("side", "child", "name", "may")}
    return screen(say("notice-offer-guardian", **said), *_notice_rows(say, values, notice))


def over_view(say: Say, values: Values, notice: Notice) -> Screen:
    """The pair came to nothing."""
    said = {name: values[name] for name in ("side", "child", "name")}
    return screen(say("notice-offer-guardian-over", **said), [Button(say.plain("to-home"), HomeTap())])


def pact_view(say: Say, values: Values, notice: Notice) -> Screen:
    """The child has accepted the rules of the pair: the parents read them too."""
    rules = Button(say.plain("objection-rules"), ChildPairTap(member=notice.about, deed="r"))
    return screen(say("notice-pact-guardian", **values), [rules], [Button(say.plain("to-home"), HomeTap())])


def _notice_rows(say: Say, values: Values, notice: Notice) -> list[Row]:
    see = Button(say.plain("objection-see-one"), ChildPairTap(member=notice.about))
    home_button = Button(say.plain("to-home"), HomeTap())
    return [*_ways(say, notice.about, may=values["may"] == Objecting.YES), [see, home_button]]


async def after_objection(chat: Chat, say: Say) -> None:
    """The objection and its reason are written down."""
    await chat.call(home.show, note=say("objection-done"))


async def panel(say: Say, speaker: Speaker, child_pairs: ChildPairs) -> Panel | None:
    """The pairs of one's children."""
    panel = Panel()
    for pair in await child_pairs.mine(speaker):
        panel.lines.append(_head(say, speaker, pair))
        if pair.state is State.ACTIVE:  # the child's window has it all
            continue
        see = say.plain("objection-see", child=shown(pair.child, speaker))
        panel.rows.append([Button(see, ChildPairTap(member=pair.member_id))])
    return panel if panel.lines else None


def router() -> Router:
    """The pairs of one's children."""
    routes = Router(name="child_pairs")
    routes.callback_query.register(tapped, ChildPairTap.filter())
    return routes
