"""Confirmed pairs: what each side answered, and taking a pair back while no order names it."""

from __future__ import annotations

from aiogram import Router

from handlers import matching_words
from handlers.chat import Chat
from handlers.curator.door import CuratorOnly
from handlers.curator.matching_taps import ChoiceTap, ConfirmedTap, MatchingTap, MemberTap
from handlers.curator.pacts import pact_parts
from handlers.parting_taps import EndTap
from handlers.screen import Button, HomeTap, Row, Screen, grid, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import Speaker
from services.confirming import PAGE, Confirmed, Confirming
from services.notices import Notice, Values
from services.offers import State


async def listed(chat: Chat, say: Say, speaker: Speaker, callback_data: ConfirmedTap, confirming: Confirming) -> None:
    """A page of confirmed pairs."""
    found = await confirming.confirmed(speaker, callback_data.after)
    await chat.show(_page(say, speaker, found))


def _page(say: Say, speaker: Speaker, found: tuple[Confirmed, ...]) -> Screen:
    back = [Button(say.plain("matching-back"), MatchingTap())]
    if not found:
        return screen(say("matching-confirmed-none"), back)
    lines: list[str] = [say("matching-confirmed-title"), ""]
    for number, each in enumerate(found[:PAGE], 1):
        names = {"mentor": shown(each.mentor, speaker), "mentee": shown(each.mentee, speaker)}
        lines.append(say("matching-confirmed-line", number=number, state=each.member.state.value, **names))
    buttons = [
        Button(str(number), MemberTap(deed="s", member=each.member.id)) for number, each in enumerate(found[:PAGE], 1)
    ]
    more: Row = []
    if len(found) > PAGE:
        more = [Button(say.plain("matching-more"), ConfirmedTap(after=found[PAGE - 1].member.id))]
    return screen("\n".join(lines), *grid(buttons, PAGE), more, back)


async def member_tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: MemberTap, confirming: Confirming
) -> None:
    """One confirmed pair; «Отменить пару», asked first."""
    tap = callback_data
    if tap.deed == "y":
        await confirming.undo(speaker, tap.member)
        shown_page = _page(say, speaker, await confirming.confirmed(speaker, 0))
        await chat.show(shown_page.under(say("matching-undone")))
        return
    one = await confirming.one_confirmed(speaker, tap.member)
    if tap.deed == "u":
        yes = Button(say.plain("matching-undo-yes"), MemberTap(deed="y", member=tap.member))
        no = Button(say.plain("matching-all-no"), MemberTap(deed="s", member=tap.member))
        await chat.show(screen(say("matching-undo-sure"), [yes], [no]))
        return
    await chat.show(_one(say, speaker, one))


def _one(say: Say, speaker: Speaker, one: Confirmed) -> Screen:
    lines: list[str] = [
        say("matching-one-title", form=one.member.form),
        say("matching-one-mentor", who=matching_words.who(say, one.mentor, speaker)),
        say("matching-one-mentee", who=matching_words.who(say, one.mentee, speaker)),
        say("matching-state", state=one.member.state.value),
    ]
    if one.others:
        named = "; ".join(matching_words.who(say, each, speaker) for each in one.others)
        lines.append(say("matching-one-others", who=named))
    lines.append("")
    for offer in one.offers:
        answer = offer.answer.value if offer.answer else "none"
        by = offer.answer_by
        lines.append(say("matching-answer", side=offer.side.value, answer=answer, day=by.day, month=by.month))
    rows: list[Row] = []
    pact_parts(say, one, lines, rows)
    if one.undoable:
        rows.append([Button(say.plain("matching-undo"), MemberTap(deed="u", member=one.member.id))])
    elif one.member.state is not State.OFFERED:
        rows.append([Button(say.plain("partings-close"), EndTap(match=one.member.match_id, member=one.member.id))])
    return screen("\n".join(lines), *rows, [Button(say.plain("matching-less"), ConfirmedTap())])


def fallen_view(say: Say, values: Values, notice: Notice) -> Screen:
    """A pair fell through: whom the mentee could have instead, the best first; nobody is asked by itself."""
    said = {name: value for name, value in values.items() if name != "mentee_id"}
    others = Button(say.plain("offers-who-else"), ChoiceTap(mentee=values["mentee_id"], at=0))
    again = Button(say.plain("sections-matching"), MatchingTap())
    home = Button(say.plain("to-home"), HomeTap())
    return screen(say(f"notice-{notice.kind}", **said), [others], [again, home])


def router() -> Router:
    """Confirmed pairs, for curators."""
    routes = Router(name="confirmed")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(listed, ConfirmedTap.filter())
    routes.callback_query.register(member_tapped, MemberTap.filter())
    return routes
