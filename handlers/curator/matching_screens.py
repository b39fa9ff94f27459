"""How the curator sees a draft: at a glance, pair by pair, those left, mentors to choose from; no percentages."""

from __future__ import annotations

from collections.abc import Callable

from aiogram.filters.callback_data import CallbackData

from handlers import matching_words
from handlers.curator.back import ways_back
from handlers.curator.matching_taps import (
    AllTap,
    ChoiceTap,
    ConfirmedTap,
    DeedTap,
    HandTap,
    LeftTap,
    MatchingTap,
    PairTap,
)
from handlers.curator.order_taps import OrdersTap
from handlers.screen import Button, Row, Screen, fitting, grid, screen
from locales.words import Say
from mentoring.matching_outcome import Cause, Reason
from mentoring.naming import shown
from mentoring.people import Speaker
from services.matching import PAGE
from services.matching_views import Card, Choice, Choices, Left, LeftPage, Overview

_COUNTED = {"offered": "matching-asked", "accepted": "matching-agreed", "active": "matching-active"}


def overview_screen(say: Say, speaker: Speaker, seen: Overview) -> Screen:
    """The draft in numbers."""
    lines: list[str] = [say("matching-title", form=seen.form), ""]
    if seen.recomputed:
        lines += [say("matching-recomputed"), ""]
    lines += [
        say("matching-pairs", count=seen.pairs),
        say("matching-unpaired", count=seen.unpaired),
        say("matching-free", places=seen.free_places, mentors=seen.free_mentors),
    ]
    if seen.unready:
        lines.append(say("matching-unready", count=seen.unready))
    counted = [say(_COUNTED[state], count=count) for state, count in seen.confirmed.items() if state in _COUNTED]
    if counted:
        lines += ["", *counted]
    if seen.broken_pins:
        lines += ["", say("matching-broken-pins")]
        for pin, mentee, mentor in seen.broken_pins[:PAGE]:
            why = matching_words.forbidden(say, pin.cause, {})
            names = {"mentor": shown(mentor, speaker), "mentee": shown(mentee, speaker)}
            lines.append(say("matching-broken-pin", **names, cause=why))
    buttons = []
    if seen.pairs:
        buttons.append(Button(say.plain("matching-look", count=seen.pairs), PairTap(run=seen.run_id, at=0)))
    if seen.unpaired:
        left = Button(say.plain("matching-look-unpaired", count=seen.unpaired), LeftTap(run=seen.run_id, at=0))
        buttons.append(left)
    if confirmed := sum(seen.confirmed.values()):
        buttons.append(Button(say.plain("matching-look-confirmed", count=confirmed), ConfirmedTap()))
    buttons.append(Button(say.plain("matching-redo"), MatchingTap(form=seen.form, redo=1)))
    rows: list[Row] = []
    if seen.pairs:
        rows.append([Button(say.plain("matching-all", count=seen.pairs), AllTap(run=seen.run_id))])
    rows.append([Button(say.plain("sections-orders"), OrdersTap())])
    return screen("\n".join(lines), *fitting(buttons), *rows, ways_back(say))


def card_screen(say: Say, speaker: Speaker, card: Card) -> Screen:
    """«Пара 4 из 12»: who, why, the weak point."""
    pair = card.pair
    lines: list[str] = [
        say("matching-card-title", at=card.at + 1, total=card.total, form=card.form),
        say("matching-card-mentor", who=matching_words.who(say, card.mentor, speaker), free=card.free),
        say("matching-card-mentee", who=matching_words.who(say, card.mentee, speaker)),
        "",
    ]
    why = [matching_words.reason(say, each, card.labels) for each in pair.reasons]
    lines.append(say("matching-why") if why else say("matching-no-reasons"))
    lines += [say("matching-line", text=each) for each in why]
    if pair.weakness:
        lines += ["", say("matching-weakness", text=matching_words.weakness(say, pair.weakness, card.labels))]

    def deed(words: str, letter: str) -> Button:
        tap = DeedTap(deed=letter, run=card.run_id, mentee=pair.mentee)
        return Button(say.plain(words), tap)

    pinned = any(each.kind is Reason.PINNED for each in pair.reasons)
    other = Button(say.plain("matching-other"), ChoiceTap(mentee=pair.mentee, at=0))
    return screen(
        "\n".join(lines),
        [deed("matching-confirm", "c"), other],
        [deed("matching-ban", "b"), deed("matching-unpin", "u") if pinned else deed("matching-pin", "p")],
        [
            Button("\u2039", PairTap(run=card.run_id, at=(card.at - 1) % card.total)),
            Button(say.plain("matching-at", at=card.at + 1, total=card.total)),
            Button("\u203a", PairTap(run=card.run_id, at=(card.at + 1) % card.total)),
        ],
        [Button(say.plain("matching-back"), MatchingTap(form=card.form))],
    )


def all_screen(say: Say, run_id: int, form: str, count: int, days: int) -> Screen:
    """«Подтвердить 12 пар?»"""
    return screen(
        say("matching-all-sure", count=count, days=days),
        [Button(say.plain("matching-all-yes"), AllTap(run=run_id, sure=1))],
        [Button(say.plain("matching-all-no"), MatchingTap(form=form))],
    )


def left_screen(say: Say, speaker: Speaker, page: LeftPage) -> Screen:
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


def choices_screen(say: Say, speaker: Speaker, page: Choices) -> Screen:
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


def hand_screen(say: Say, speaker: Speaker, page: Choices, choice: Choice) -> Screen:
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
