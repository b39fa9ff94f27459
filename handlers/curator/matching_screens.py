"""How the curator sees a draft: at a glance and pair by pair; no percentages."""

from __future__ import annotations

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
    HistoryTap,
    MatchingTap,
    MoreTap,
    PairTap,
    RulesTap,
    WishesTap,
)
from handlers.curator.order_taps import OrdersTap
from handlers.screen import Button, Row, Screen, fitting, screen
from locales.words import Say
from mentoring.matching_outcome import Pair, Reason
from mentoring.naming import shown
from mentoring.people import Speaker
from services.matching import PAGE
from services.matching_views import Card, Overview
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
    turns = round_row(say, card.run_id, card.at, card.total)
    return screen("\n".join(lines), [deed("matching-confirm", "c"), other], wishes, turns, back)


def why_lines(say: Say, pair: Pair, labels: matching_words.Labels) -> list[str]:
    """What speaks for a pair."""
    why = [matching_words.reason(say, each, labels) for each in pair.reasons]
    return [
        say("matching-why") if why else say("matching-no-reasons"),
        *(say("matching-line", text=each) for each in why),
    ]


def round_row(say: Say, run_id: int, at: int, total: int) -> Row:
    """Leafing through cards, round and round."""
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
