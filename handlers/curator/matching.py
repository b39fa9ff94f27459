"""Matching in chat: a draft nobody is told about, looked through pair by pair, confirmed one by one or all."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters import Command

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.matching_group_screens import group_screen
from handlers.curator.matching_questions import with_runner_up
from handlers.curator.matching_screens import (
    all_screen,
    ban_screen,
    card_screen,
    more_screen,
    overview_screen,
)
from handlers.curator.matching_taps import (
    AllTap,
    BanTap,
    DeedTap,
    GroupTap,
    MatchingTap,
    MoreTap,
    PairTap,
)
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, screen
from locales.words import Say
from mentoring.people import Speaker
from mentoring.refusal import Refusal, TakenMeanwhile
from services.confirming import Confirming
from services.filling import Filling
from services.matching import Matching
from services.matching_views import Card
from services.wishing import Reason as WhyWished
from services.wishing import Wish, Wishing


async def opened(chat: Chat, say: Say, speaker: Speaker, matching: Matching) -> None:
    """`/match`: the form to match, or the draft at once where there is one form."""
    forms = await matching.forms(speaker)
    if len(forms) == 1:
        await show_overview(chat, say, speaker, matching, forms[0])
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
    await show_overview(chat, say, speaker, matching, callback_data.form, note, afresh=bool(callback_data.redo))


async def more_tapped(chat: Chat, say: Say, callback_data: MoreTap) -> None:
    """What else there is to the draft."""
    form, run = callback_data.form, callback_data.run
    await chat.show(more_screen(say, form, run, kept=bool(callback_data.kept)))


async def show_overview(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    matching: Matching,
    form: str,
    note: str = "",
    *,
    afresh: bool = False,
    toast: str = "",
) -> None:
    """The draft of a form as it is now, under a line on what has just happened."""
    shown = overview_screen(say, speaker, await matching.overview(speaker, form, afresh=afresh))
    await chat.show(shown.under(note) if note else shown, toast)


async def pair_turned(chat: Chat, say: Say, speaker: Speaker, callback_data: PairTap, matching: Matching) -> None:
    """Another card."""
    await show_card(chat, say, speaker, matching, callback_data.run, callback_data.at)


async def show_card(
    chat: Chat, say: Say, speaker: Speaker, matching: Matching, run: int, at: int, note: str = "", *, toast: str = ""
) -> None:
    """A pair or a group of a draft by its place among those left; the whole draft when none is left."""
    card = await matching.card(speaker, run, at)
    if card is None:
        form = await matching.form_of(speaker, run)
        await show_overview(chat, say, speaker, matching, form, note or say("matching-redone"), toast=toast)
        return
    shown = card_screen(say, speaker, card) if isinstance(card, Card) else group_screen(say, speaker, card)
    if isinstance(card, Card):
        shown = await chat.call(with_runner_up, card=card, shown=shown)
    await chat.show(shown.under(note) if note else shown, toast)


async def show_newest(chat: Chat, say: Say, speaker: Speaker, matching: Matching, run: int, refusal: Refusal) -> None:
    """Somebody was faster: what happened, over the draft as it is now."""
    form = await matching.form_of(speaker, run)
    note, toast = say(refusal.reason, **refusal.values), say.plain(refusal.reason, **refusal.values)
    await show_overview(chat, say, speaker, matching, form, note, toast=toast)


async def decided(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: DeedTap,
    matching: Matching,
    confirming: Confirming,
    wishing: Wishing,
) -> None:
    """Confirmed, pinned or unpinned, from the card; why not to bring them together is asked."""
    tap = callback_data
    if tap.deed == "b":
        await _ask_why(chat, say, speaker, matching, tap)
        return
    try:
        if tap.deed == "c":
            at = await confirming.confirm_drafted(speaker, tap.run, tap.mentee)
            await show_card(chat, say, speaker, matching, tap.run, at, say("matching-confirmed"))
            return
        back = tap.deed == "u"
        form, at, _ = await wishing.wish_drafted(speaker, Wish.PIN, tap.run, tap.mentee, take_back=back)
    except TakenMeanwhile as refusal:
        await show_newest(chat, say, speaker, matching, tap.run, refusal)
        return
    redone = await matching.overview(speaker, form)
    await show_card(
        chat, say, speaker, matching, redone.run_id, at, say("matching-unpinned" if back else "matching-pinned")
    )


async def _ask_why(chat: Chat, say: Say, speaker: Speaker, matching: Matching, tap: DeedTap) -> None:
    card = await matching.member(speaker, tap.run, tap.mentee)
    if card is None:
        form = await matching.form_of(speaker, tap.run)
        await show_overview(chat, say, speaker, matching, form, say("matching-redone"))
        return
    await chat.show(ban_screen(say, speaker, card))


async def banned(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: BanTap,
    matching: Matching,
    wishing: Wishing,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """The reason is chosen: these two are not brought together; «другое» is asked in words."""
    tap = callback_data
    why = tuple(WhyWished)[tap.reason % len(WhyWished)]
    try:
        form, at, wish_id = await wishing.wish_drafted(
            speaker, Wish.BAN, tap.run, tap.mentee, take_back=False, reason=why
        )
    except TakenMeanwhile as refusal:
        await show_newest(chat, say, speaker, matching, tap.run, refusal)
        return
    if why is WhyWished.OTHER:
        await show_turn(chat, say, await filling.begin(speaker, "wish_reason", wish_id), after)
        return
    redone = await matching.overview(speaker, form)
    await show_card(chat, say, speaker, matching, redone.run_id, at, say("matching-banned"))


async def group_tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: GroupTap,
    matching: Matching,
    confirming: Confirming,
    wishing: Wishing,
) -> None:
    """A group: confirmed whole, one of it looked at, or taken out."""
    tap = callback_data
    try:
        match tap.deed:
            case "c":
                at = await confirming.confirm_group(speaker, tap.run, tap.who)
                await show_card(chat, say, speaker, matching, tap.run, at, say("matching-group-confirmed"))
            case "x":
                form, at = await wishing.take_out(speaker, tap.run, tap.who)
                redone = await matching.overview(speaker, form)
                await show_card(chat, say, speaker, matching, redone.run_id, at, say("matching-taken-out"))
            case _:
                card = await matching.member(speaker, tap.run, tap.who)
                if card is None:
                    await show_card(chat, say, speaker, matching, tap.run, 0)
                    return
                await chat.show(await chat.call(with_runner_up, card=card, shown=card_screen(say, speaker, card)))
    except TakenMeanwhile as refusal:
        await show_newest(chat, say, speaker, matching, tap.run, refusal)


async def all_tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: AllTap, matching: Matching, confirming: Confirming
) -> None:
    """«Подтвердить все»: how many, then sure."""
    tap = callback_data
    form = await matching.form_of(speaker, tap.run)
    try:
        if not tap.sure:
            asked = await confirming.before_all(speaker, tap.run)
            await chat.show(all_screen(say, tap.run, form, asked.pairs, asked.days))
            return
        done, failed = await confirming.confirm_all(speaker, tap.run, tap.sure)
    except TakenMeanwhile as refusal:
        await show_newest(chat, say, speaker, matching, tap.run, refusal)
        return
    note: str = say("matching-all-done", done=done)
    note = f"{note}\n{say('matching-all-failed', failed=failed)}" if failed else note
    await show_overview(chat, say, speaker, matching, form, note)


def router() -> Router:
    """Matching, for curators."""
    routes = Router(name="matching")
    routes.callback_query.filter(CuratorOnly())
    routes.message.filter(CuratorOnly())
    routes.message.register(opened, Command("match"))
    routes.callback_query.register(section_tapped, MatchingTap.filter())
    routes.callback_query.register(more_tapped, MoreTap.filter())
    routes.callback_query.register(pair_turned, PairTap.filter())
    routes.callback_query.register(decided, DeedTap.filter())
    routes.callback_query.register(banned, BanTap.filter())
    routes.callback_query.register(group_tapped, GroupTap.filter())
    routes.callback_query.register(all_tapped, AllTap.filter())
    return routes
