"""Pairs made by hand: who is left without one, every mentor for one mentee with the rule in the way, these two by decision."""

from __future__ import annotations

from collections.abc import Callable

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers import matching_words
from handlers.chat import Chat
from handlers.curator.door import CuratorOnly
from handlers.curator.matching import show_overview
from handlers.curator.matching_taps import ChoiceTap, HandTap, LeftTap, MatchingTap
from handlers.screen import Button, Row, Screen, grid, screen
from locales.words import Say
from mentoring.matching_outcome import Cause
from mentoring.people import Speaker
from services.confirming import Confirming
from services.matching import PAGE, Matching
from services.matching_views import Choice, Choices, Left, LeftPage
from services.wishing import Wish, Wishing


async def left_tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: LeftTap, matching: Matching) -> None:
    """Those without a pair."""
    page = await matching.unpaired(speaker, callback_data.run, callback_data.at)
    await chat.show(_left_screen(say, speaker, page))


async def choices_tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: ChoiceTap, matching: Matching) -> None:
    """«Другой наставник»: every mentor for one mentee."""
    page = await matching.choices(speaker, callback_data.mentee, callback_data.at)
    await chat.show(_choices_screen(say, speaker, page))


async def hand_tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: HandTap,
    matching: Matching,
    confirming: Confirming,
    wishing: Wishing,
) -> None:
    """A pair made by hand: asked, then confirmed, pinned, or its ban lifted."""
    tap = callback_data
    match tap.deed:
        case "a":
            page, choice = await matching.choice(speaker, tap.mentee, tap.mentor)
            await chat.show(_hand_screen(say, speaker, page, choice))
        case "y":
            await confirming.confirm(speaker, tap.mentee, tap.mentor)
            form = await matching.form_of_mentee(speaker, tap.mentee)
            await show_overview(chat, say, speaker, matching, form, say("matching-confirmed"))
        case _:
            kind, back = (Wish.BAN, True) if tap.deed == "u" else (Wish.PIN, False)
            form = await wishing.wish(speaker, kind, tap.mentee, tap.mentor, take_back=back)
            note = "matching-unbanned" if back else "matching-pinned"
            await show_overview(chat, say, speaker, matching, form, say(note))


def _left_screen(say: Say, speaker: Speaker, page: LeftPage) -> Screen:
    """Those without a pair, each with the first cause and what would help."""
    back = [Button(say.plain("matching-back"), MatchingTap(form=page.form))]
    if not page.lines:
        return screen(say("matching-unpaired-none"), back)
    lines: list[str] = [say("matching-unpaired-title", form=page.form, count=page.total)]
    for number, left in enumerate(page.lines, page.at + 1):
        lines += ["", *_left(say, speaker, page, number, left)]
    lines += ["", say("matching-unpaired-choose")]
    numbers = [
        Button(str(number), ChoiceTap(mentee=left.unpaired.mentee, at=0))
        for number, left in enumerate(page.lines, page.at + 1)
    ]
    turns = _turns(say, page.at, page.total, lambda at: LeftTap(run=page.run_id, at=at))
    return screen("\n".join(lines), *grid(numbers, PAGE), turns, back)


def _left(say: Say, speaker: Speaker, page: LeftPage, number: int, left: Left) -> list[str]:
    names = {key: matching_words.who(say, person, speaker) for key, person in left.mentors.items()}
    who = matching_words.who(say, left.mentee, speaker)
    why = matching_words.cause(say, left.unpaired.cause, page.labels, names)
    lines: list[str] = [
        say("matching-unpaired-line", number=number, who=who, days=left.waiting_days),
        say("matching-unpaired-cause", text=why),
    ]
    if left.unpaired.remedy:
        lines.append(say("matching-unpaired-help", text=matching_words.remedy(say, left.unpaired.remedy, names)))
    return lines


def _choices_screen(say: Say, speaker: Speaker, page: Choices) -> Screen:
    """Mentors for one mentee: the allowed first, the forbidden with their rule."""
    back = [Button(say.plain("matching-back"), MatchingTap(form=page.form))]
    lines: list[str] = [say("matching-choices-title", who=matching_words.who(say, page.mentee, speaker))]
    if not page.lines:
        return screen("\n\n".join([*lines, say("matching-choices-none")]), back)
    numbers = []
    for number, choice in enumerate(page.lines, page.at + 1):
        lines += ["", *_choice(say, speaker, page, number, choice)]
        told = choice.candidate.explanation.forbidden
        if told is None or choice.candidate.waivable or told.kind is Cause.BANNED:
            tap = HandTap(deed="a", mentee=page.mentee_id, mentor=choice.candidate.mentor)
            numbers.append(Button(str(number), tap))
    turns = _turns(say, page.at, page.total, lambda at: ChoiceTap(mentee=page.mentee_id, at=at))
    return screen("\n".join(lines), *grid(numbers, PAGE), turns, back)


def _choice(say: Say, speaker: Speaker, page: Choices, number: int, choice: Choice) -> list[str]:
    told = choice.candidate.explanation
    who = matching_words.who(say, choice.mentor, speaker)
    lines: list[str] = [say("matching-choice", number=number, who=who, free=choice.free)]
    if told.forbidden is not None:
        words = "matching-choice-waivable" if choice.candidate.waivable else "matching-choice-forbidden"
        lines.append(say(words, text=matching_words.forbidden(say, told.forbidden, page.labels)))
        return lines
    if told.reasons:
        why = "; ".join(matching_words.reason(say, each, page.labels) for each in told.reasons)
        lines.append(say("matching-choice-for", text=why))
    if told.weakness:
        lines.append(say("matching-choice-against", text=matching_words.weakness(say, told.weakness, page.labels)))
    return lines


def _hand_screen(say: Say, speaker: Speaker, page: Choices, choice: Choice) -> Screen:
    """«Свести?»: these two, by hand."""
    lines: list[str] = [
        say(
            "matching-hand-sure",
            mentor=matching_words.who(say, choice.mentor, speaker),
            mentee=matching_words.who(say, page.mentee, speaker),
        ),
        "",
        *_choice(say, speaker, page, page.at + 1, choice)[1:],
    ]

    def deed(words: str, letter: str) -> Button:
        tap = HandTap(deed=letter, mentee=page.mentee_id, mentor=choice.candidate.mentor)
        return Button(say.plain(words), tap)

    told = choice.candidate.explanation.forbidden
    banned = told is not None and told.kind is Cause.BANNED
    row = [deed("matching-unban", "u")] if banned else [deed("matching-hand-yes", "y"), deed("matching-pin", "p")]
    return screen("\n".join(lines), row, [Button(say.plain("matching-less"), ChoiceTap(mentee=page.mentee_id, at=0))])


def _turns(say: Say, at: int, total: int, tap: Callable[[int], CallbackData]) -> Row:
    row: list[Button] = []
    if at > 0:
        row.append(Button(say.plain("matching-less"), tap(max(at - PAGE, 0))))
    if at + PAGE < total:
        row.append(Button(say.plain("matching-more"), tap(at + PAGE)))
    return row


def router() -> Router:
    """Pairs made by hand, for curators."""
    routes = Router(name="matching by hand")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(left_tapped, LeftTap.filter())
    routes.callback_query.register(choices_tapped, ChoiceTap.filter())
    routes.callback_query.register(hand_tapped, HandTap.filter())
    return routes
