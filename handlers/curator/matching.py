"""Matching in chat: a draft nobody is told about, looked through pair by pair, confirmed one by one or all."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.matching_screens import (
    all_screen,
    card_screen,
    choices_screen,
    hand_screen,
    left_screen,
    overview_screen,
)
from handlers.curator.matching_taps import AllTap, ChoiceTap, DeedTap, HandTap, LeftTap, MatchingTap, PairTap
from handlers.screen import Button, screen
from locales.words import Say
from mentoring.people import Speaker
from services.confirming import Confirming, Wish
from services.matching import Matching


async def opened(chat: Chat, say: Say, speaker: Speaker, matching: Matching) -> None:
    """`/match`: the form to match, or the draft at once where there is one form."""
    forms = await matching.forms(speaker)
    if len(forms) == 1:
        await _show_overview(chat, say, speaker, matching, forms[0])
        return
    buttons = [[Button(say.plain("matching-form", form=form), MatchingTap(form=form))] for form in forms]
    await chat.show(screen(say("matching-choose-form"), *buttons, ways_back(say)))


async def section_tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: MatchingTap, matching: Matching
) -> None:
    """The section, a form's draft, or the same computed again."""
    if not callback_data.form:
        await opened(chat, say, speaker, matching)
        return
    note = say("matching-redone") if callback_data.redo else ""
    await _show_overview(chat, say, speaker, matching, callback_data.form, note, afresh=bool(callback_data.redo))


async def _show_overview(
    chat: Chat, say: Say, speaker: Speaker, matching: Matching, form: str, note: str = "", *, afresh: bool = False
) -> None:
    shown = overview_screen(say, speaker, await matching.overview(speaker, form, afresh=afresh))
    await chat.show(shown.under(note) if note else shown)


async def pair_turned(chat: Chat, say: Say, speaker: Speaker, callback_data: PairTap, matching: Matching) -> None:
    """Another card."""
    await _show_card(chat, say, speaker, matching, callback_data.run, callback_data.at)


async def _show_card(
    chat: Chat, say: Say, speaker: Speaker, matching: Matching, run: int, at: int, note: str = ""
) -> None:
    card = await matching.card(speaker, run, at)
    if card is None:
        form = await matching.form_of(speaker, run)
        await _show_overview(chat, say, speaker, matching, form, note or say("matching-redone"))
        return
    shown = card_screen(say, speaker, card)
    await chat.show(shown.under(note) if note else shown)


async def decided(
    chat: Chat, say: Say, speaker: Speaker, callback_data: DeedTap, matching: Matching, confirming: Confirming
) -> None:
    """Confirmed, forbidden, pinned or unpinned, from the card."""
    tap = callback_data
    if tap.deed == "c":
        at = await confirming.confirm_drafted(speaker, tap.run, tap.mentee)
        await _show_card(chat, say, speaker, matching, tap.run, at, say("matching-confirmed"))
        return
    kind = Wish.BAN if tap.deed == "b" else Wish.PIN
    form, at = await confirming.wish_drafted(speaker, kind, tap.run, tap.mentee, take_back=tap.deed == "u")
    note = {"b": "matching-banned", "p": "matching-pinned", "u": "matching-unpinned"}[tap.deed]
    redone = await matching.overview(speaker, form)
    await _show_card(chat, say, speaker, matching, redone.run_id, at, say(note))


async def all_tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: AllTap, matching: Matching, confirming: Confirming
) -> None:
    """«Подтвердить все»: how many, then sure."""
    form = await matching.form_of(speaker, callback_data.run)
    if callback_data.sure:
        done, failed = await confirming.confirm_all(speaker, callback_data.run)
        note: str = say("matching-all-done", done=done)
        note = f"{note}\n{say('matching-all-failed', failed=failed)}" if failed else note
        await _show_overview(chat, say, speaker, matching, form, note)
        return
    asked = await confirming.before_all(speaker, callback_data.run)
    await chat.show(all_screen(say, callback_data.run, form, asked.pairs, asked.days))


async def left_tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: LeftTap, matching: Matching) -> None:
    """Those without a pair."""
    page = await matching.unpaired(speaker, callback_data.run, callback_data.at)
    await chat.show(left_screen(say, speaker, page))


async def choices_tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: ChoiceTap, matching: Matching) -> None:
    """«Другой наставник»: every mentor for one mentee."""
    page = await matching.choices(speaker, callback_data.mentee, callback_data.at)
    await chat.show(choices_screen(say, speaker, page))


async def hand_tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: HandTap, matching: Matching, confirming: Confirming
) -> None:
    """A pair made by hand: asked, then confirmed, pinned, or its ban lifted."""
    tap = callback_data
    match tap.deed:
        case "a":
            page, choice = await matching.choice(speaker, tap.mentee, tap.mentor)
            await chat.show(hand_screen(say, speaker, page, choice))
        case "y":
            await confirming.confirm(speaker, tap.mentee, tap.mentor)
            form = await matching.form_of_mentee(speaker, tap.mentee)
            await _show_overview(chat, say, speaker, matching, form, say("matching-confirmed"))
        case _:
            kind, back = (Wish.BAN, True) if tap.deed == "u" else (Wish.PIN, False)
            form = await confirming.wish(speaker, kind, tap.mentee, tap.mentor, take_back=back)
            note = "matching-unbanned" if back else "matching-pinned"
            await _show_overview(chat, say, speaker, matching, form, say(note))


def router() -> Router:
    """Matching, for curators."""
    routes = Router(name="matching")
    routes.callback_query.filter(CuratorOnly())
    routes.message.filter(CuratorOnly())
    routes.message.register(opened, Command("match"))
    routes.callback_query.register(section_tapped, MatchingTap.filter())
    routes.callback_query.register(pair_turned, PairTap.filter())
    routes.callback_query.register(decided, DeedTap.filter())
    routes.callback_query.register(all_tapped, AllTap.filter())
    routes.callback_query.register(left_tapped, LeftTap.filter())
    routes.callback_query.register(choices_tapped, ChoiceTap.filter())
    routes.callback_query.register(hand_tapped, HandTap.filter())
    return routes
