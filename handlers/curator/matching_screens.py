"""How the curator sees a draft: at a glance, pair by pair, those left, mentors to choose from; no percentages."""

from __future__ import annotations

from collections.abc import Callable

from aiogram.filters.callback_data import CallbackData

from handlers import matching_words
from handlers.curator.back import ways_back
from handlers.curator.case_taps import CasesTap
from handlers.curator.gathering_taps import GatheringsTap
from handlers.curator.match_rules_screens import knob_lines, knob_row
from handlers.curator.matching_question_screens import ask_buttons
from handlers.curator.matching_taps import (
    AllTap,
    BanTap,
    ChoiceTap,
    ConfirmedTap,
    DeedTap,
    GroupTap,
    HandTap,
    HistoryTap,
    LeftTap,
    MatchingTap,
    MoreTap,
    PairTap,
    RulesTap,
    WishesTap,
)
from handlers.curator.order_taps import OrdersTap
from handlers.screen import Button, Row, Screen, fitting, grid, screen
from locales.words import Say
from mentoring.matching_outcome import Cause, Pair, Reason
from mentoring.naming import shown
from mentoring.people import Speaker
from services.matching import PAGE
from services.matching_views import Card, Choice, Choices, Group, Left, LeftPage, Overview
from services.wishing import Reason as WhyWished

_COUNTED = {"offered": "matching-asked", "accepted": "matching-agreed", "active": "matching-active"}


def overview_screen(say: Say, speaker: Speaker, seen: Overview) -> Screen:
    """The draft in numbers."""
    lines: list[str] = [say("matching-title", form=seen.form), ""]
    if seen.recomputed is not None:
        lines += [say("matching-recomputed", why=seen.recomputed), ""]
    if seen.changes:
        lines += [say("matching-kept-changes", count=seen.changes), ""]
    lines.append(say("matching-pairs", count=seen.pairs))
    if seen.groups:
        lines.append(say("matching-groups", count=seen.groups))
    if seen.pairs:
        lines.append(say("matching-strong", count=seen.strong))
    lines += [
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
    lines += knob_lines(say, seen)
    return screen("\n".join(lines), knob_row(say, seen), *_overview_rows(say, seen), ways_back(say))


def more_screen(say: Say, form: str, run_id: int, *, kept: bool) -> Screen:
    """What is needed seldom: bans and pins, how the draft came about, the draft anew, the group meeting, orders."""
    rows = [
        [Button(say.plain("matching-wishes"), WishesTap(form=form))],
        [Button(say.plain("gathering-section"), GatheringsTap(form=form))],
        [Button(say.plain("sections-orders"), OrdersTap())],
        [Button(say.plain("matching-about"), HistoryTap(what="a", run=run_id))],
        [Button(say.plain("matching-redo-afresh" if kept else "matching-redo"), MatchingTap(form=form, redo=1))],
    ]
    back = [Button(say.plain("matching-back"), MatchingTap(form=form))]
    return screen(say("matching-further-title", form=form), *rows, back, ways_back(say))


def _overview_rows(say: Say, seen: Overview) -> list[Row]:
    rows: list[Row] = []
    if seen.pairs:
        words = say.plain("matching-look-groups", count=seen.groups) if seen.groups else ""
        words = words or say.plain("matching-look", count=seen.pairs)
        rows.append([Button(words, PairTap(run=seen.run_id, at=0))])
        rows.append([Button(say.plain("matching-all", count=seen.pairs), AllTap(run=seen.run_id))])
    buttons = []
    if waiting := seen.unpaired + seen.unready:
        left = Button(say.plain("matching-look-unpaired", count=waiting), CasesTap(form=seen.form))
        buttons.append(left)
    if confirmed := sum(seen.confirmed.values()):
        buttons.append(Button(say.plain("matching-look-confirmed", count=confirmed), ConfirmedTap()))
    if seen.changes:
        words = say.plain("matching-changes", count=seen.changes)
        buttons.append(Button(words, HistoryTap(what="c", run=seen.run_id)))
    more = MoreTap(form=seen.form, run=seen.run_id, kept=int(seen.kept))
    rules = Button(say.plain("matching-rules"), RulesTap(form=seen.form))
    return [
        *rows,
        *fitting(buttons, 34),
        ask_buttons(say, seen.run_id),
        [rules, Button(say.plain("matching-further"), more)],
    ]


def card_screen(say: Say, speaker: Speaker, card: Card) -> Screen:
    """«Пара 4 из 12»: who, why, the weak point; or one of a group."""
    pair = card.pair
    title = "matching-card-title" if card.group is None else "matching-member-title"
    lines: list[str] = [
        say(title, at=card.at + 1, total=card.total, form=card.form),
        say("matching-card-mentor", who=matching_words.who(say, card.mentor, speaker), free=card.free),
        say("matching-card-mentee", who=matching_words.who(say, card.mentee, speaker)),
        "",
        *why_lines(say, pair, card.labels),
    ]
    if pair.weakness:
        lines += ["", say("matching-weakness", text=matching_words.weakness(say, pair.weakness, card.labels))]

    def deed(words: str, letter: str) -> Button:
        tap = DeedTap(deed=letter, run=card.run_id, mentee=pair.mentee)
        return Button(say.plain(words), tap)

    pinned = any(each.kind is Reason.PINNED for each in pair.reasons)
    other = Button(say.plain("matching-other"), ChoiceTap(mentee=pair.mentee, at=0))
    wishes = [deed("matching-ban", "b"), deed("matching-unpin", "u") if pinned else deed("matching-pin", "p")]
    back = [Button(say.plain("matching-back"), MatchingTap(form=card.form))]
    if card.group is not None:
        out = Button(say.plain("matching-take-out"), GroupTap(deed="x", run=card.run_id, who=pair.mentee))
        group = Button(say.plain("matching-to-group"), PairTap(run=card.run_id, at=card.group))
        return screen("\n".join(lines), [out, other], wishes, [group], back)
    turns = _round(say, card.run_id, card.at, card.total)
    return screen("\n".join(lines), [deed("matching-confirm", "c"), other], wishes, turns, back)


def why_lines(say: Say, pair: Pair, labels: matching_words.Labels) -> list[str]:
    """What speaks for a pair."""
    why = [matching_words.reason(say, each, labels) for each in pair.reasons]
    return [
        say("matching-why") if why else say("matching-no-reasons"),
        *(say("matching-line", text=each) for each in why),
    ]


def group_screen(say: Say, speaker: Speaker, group: Group) -> Screen:
    """«Группа 2 из 5»: the mentor and each of their mentees with the reasons."""
    lines: list[str] = [
        say("matching-group-title", at=group.at + 1, total=group.total, form=group.form),
        say("matching-card-mentor", who=matching_words.who(say, group.mentor, speaker), free=group.free),
    ]
    if group.there:
        there = "; ".join(shown(each, speaker) for each in group.there)
        lines.append(say("matching-group-there", who=there))
    for number, (pair, mentee) in enumerate(group.members, 1):
        lines += ["", say("matching-group-member", number=number, who=matching_words.who(say, mentee, speaker))]
        why = [matching_words.reason(say, each, group.labels) for each in pair.reasons]
        lines += [say("matching-line", text=each) for each in why] or [say("matching-no-reasons")]
        if pair.weakness:
            lines.append(say("matching-choice-against", text=matching_words.weakness(say, pair.weakness, group.labels)))
    numbers = [
        Button(str(number), GroupTap(deed="s", run=group.run_id, who=pair.mentee))
        for number, (pair, _) in enumerate(group.members, 1)
    ]
    whole = Button(
        say.plain("matching-confirm-group", count=len(group.members)),
        GroupTap(deed="c", run=group.run_id, who=group.mentor_id),
    )
    lines += ["", say("matching-group-choose")]
    return screen(
        "\n".join(lines),
        [whole],
        *grid(numbers, PAGE),
        _round(say, group.run_id, group.at, group.total),
        [Button(say.plain("matching-back"), MatchingTap(form=group.form))],
    )


def _round(say: Say, run_id: int, at: int, total: int) -> Row:
    return [
        Button("\u2039", PairTap(run=run_id, at=(at - 1) % total)),
        Button(say.plain("matching-at", at=at + 1, total=total)),
        Button("\u203a", PairTap(run=run_id, at=(at + 1) % total)),
    ]


def ban_screen(say: Say, speaker: Speaker, card: Card) -> Screen:
    """«Почему не сводить?»: a reason by a tap, for curators only."""
    names = {"mentor": shown(card.mentor, speaker), "mentee": shown(card.mentee, speaker)}
    rows = [
        [Button(say.plain("matching-wish-why", why=why), BanTap(run=card.run_id, mentee=card.pair.mentee, reason=at))]
        for at, why in enumerate(WhyWished)
    ]
    at = card.at if card.group is None else card.group
    return screen(
        say("matching-ban-ask", **names), *rows, [Button(say.plain("matching-all-no"), PairTap(run=card.run_id, at=at))]
    )


def all_screen(say: Say, run_id: int, form: str, count: int, days: int) -> Screen:
    """«Подтвердить 12 пар?»"""
    return screen(
        say("matching-all-sure", count=count, days=days),
        [Button(say.plain("matching-all-yes"), AllTap(run=run_id, sure=count))],
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
