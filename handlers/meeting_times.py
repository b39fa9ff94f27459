"""Choosing the time of a meeting in at most three taps: a suggested time, or a day and an hour of it."""

from __future__ import annotations

from datetime import date, datetime

from aiogram.filters.callback_data import CallbackData

from handlers import pickers
from handlers.meeting_parts import (
    TIME,
    PairTap,
    ProposalTap,
    TimeTap,
    head,
    last_rows,
    names,
    plan_tap,
    short_time,
    when,
)
from handlers.screen import Button, Row, Screen, fitting, screen
from locales.words import Markup, Say
from mentoring.meetings import MeetingKind
from mentoring.people import Speaker
from services.meetings import PairView


def plan_screen(say: Say, view: PairView, viewer: Speaker, leaf: str = "", *, closing: bool = False) -> Screen:
    """«Когда?»: suggested times; then a month's days; then the hours of a day."""
    kind = view.meeting.kind if view.meeting else MeetingKind.CLOSING if closing else view.kind
    lines: list[str] = [*head(say, view, viewer, kind)]
    if view.starts is not None:
        lines.append(say("meeting-is-at", when=when(say, view.starts, view.now.date())))
    elif not leaf:
        lines.append(say(kind.brief))
        for each in view.proposals:
            mentees = [one for one in view.pair.mentees if one.id == each.person_id]
            at = say.moment(each.starts_at.astimezone(view.now.tzinfo))
            lines.append(say("proposal-waits", who=names(mentees, viewer), when=at))
        if closing and view.closing_near:
            lines += ["", say("meeting-closing-soon")]
    if len(leaf) == len("2027-02-09"):
        lines += ["", say("meeting-which-hour", day=say.day(date.fromisoformat(leaf)))]
        rows = _hours(say, view, leaf, closing=closing)
    elif leaf:
        lines += ["", say("meeting-which-day")]
        rows = _days(say, view, leaf, closing=closing)
    else:
        lines += ["", say("meeting-when-ask")]
        rows = _suggested(say, view, closing=closing)
    back: CallbackData | None = None
    if leaf:
        back = plan_tap(view, leaf[:7] if len(leaf) > len("2027-02") else "", closing=closing)
    elif view.meeting is not None:
        back = PairTap(match=view.pair.match_id)
    return screen(Markup("\n").join(lines), *rows, *last_rows(say, view, back))


def time_button(say: Say, view: PairView, local: datetime, text: str = "", *, closing: bool = False) -> Button:
    """A button that sets this time."""
    tap = plan_tap(view, closing=closing)
    return Button(
        text or short_time(say, local),
        TimeTap(match=tap.match, meeting=tap.meeting, closing=closing, at=local.strftime(TIME)),
    )


def _suggested(say: Say, view: PairView, *, closing: bool) -> list[Row]:
    rows: list[Row] = []
    for each in view.proposals:
        at = short_time(say, each.starts_at.astimezone(view.now.tzinfo))
        rows.append([Button(say.plain("proposal-agree-to", when=at), ProposalTap(proposal=each.id, agree=True))])
    rows += fitting([time_button(say, view, each, closing=closing) for each in sorted(view.suggestions)], 36)
    rows.append([Button(say.plain("meeting-other-day"), plan_tap(view, f"{view.now:%Y-%m}", closing=closing))])
    if view.meeting is None and view.kind is MeetingKind.REGULAR:
        words = "meeting-not-closing" if closing else "meeting-closing"
        rows.append([Button(say.plain(words), plan_tap(view, closing=not closing))])
    return rows


def _days(say: Say, view: PairView, leaf: str, *, closing: bool) -> list[Row]:
    def turn_to(value: str, text: str) -> Button:
        return Button(text, plan_tap(view, value, closing=closing))

    def pick(value: str, text: str) -> Button:
        day = date.fromisoformat(value)
        return turn_to(value, text) if view.now.date() <= day <= view.pair.ends_on else Button("\u00b7")

    return pickers.date_rows(say, "", leaf, "", view.now.date(), pick, turn_to)


def _hours(say: Say, view: PairView, day: str, *, closing: bool) -> list[Row]:
    def pick(value: str, text: str) -> Button:
        local = datetime.fromisoformat(f"{day}T{value}").replace(tzinfo=view.now.tzinfo)
        return time_button(say, view, local, text, closing=closing) if local > view.now else Button("\u00b7")

    return pickers.time_rows(pick)
