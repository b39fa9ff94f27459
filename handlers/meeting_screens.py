"""How a pair's meetings look: the next one, the one to be logged, those that were."""

from __future__ import annotations

from datetime import datetime

from handlers.meeting_parts import (
    MeetTap,
    PairTap,
    answer_rows,
    head,
    last_rows,
    log_rows,
    names,
    others,
    plan_tap,
    took_place_row,
    when,
)
from handlers.meeting_times import plan_screen
from handlers.parting_taps import ChangeTap
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Markup, Say
from mentoring.people import Speaker
from services.meetings import Meeting, PairView


def pair_screen(say: Say, view: PairView, viewer: Speaker) -> Screen:
    """The pair's next meeting: to be set, coming, or to be logged; the way to change the pair; a pause above it all."""
    shown = _next_meeting(say, view, viewer)
    change = Button(say.plain("partings-open-change"), ChangeTap(match=view.pair.match_id))
    shown = Screen(shown.text, (*shown.rows[:-1], [change], *shown.rows[-1:]))
    if view.away_until is None:
        return shown
    side = "mentor" if view.leads else "mentee"
    return shown.under(say("pauses-panel", side=side, who=others(view, viewer), day=say.day(view.away_until)))


def _next_meeting(say: Say, view: PairView, viewer: Speaker) -> Screen:
    if view.leads:
        if view.meeting is None:
            return plan_screen(say, view, viewer)
        return log_screen(say, view, viewer) if view.over else _coming(say, view, viewer)
    if view.meeting is None:
        text = say("meeting-none-yet", who=others(view, viewer))
        return screen(text, *last_rows(say, view))
    return _was_it(say, view, viewer) if view.over else _coming(say, view, viewer)


def _coming(say: Say, view: PairView, viewer: Speaker) -> Screen:
    meeting, starts = view.meeting, view.starts
    if meeting is None or starts is None:
        raise LookupError("no meeting is planned")
    lines: list[str] = [*head(say, view, viewer, meeting.kind), *_where(say, view)]
    if view.leads:
        lines += answers(say, view, viewer)
    text = Markup("\n").join([*lines, "", say(meeting.kind.agenda)])
    if view.leads:
        rows: list[Row] = [
            [
                Button(say.plain("meeting-move"), plan_tap(view)),
                _do(say, "meeting-call-off", meeting, "o"),
            ],
            [_do(say, "meeting-place", meeting, "p"), _do(say, "meeting-to-calendar", meeting, "i")],
        ]
    else:
        answer = view.coming.get(viewer.person_id)
        rows = [
            *answer_rows(say, meeting.id, meeting.revision, answer),
            [_do(say, "meeting-to-calendar", meeting, "i")],
        ]
    return Screen(text, (*rows, *last_rows(say, view)))


def _where(say: Say, view: PairView) -> list[str]:
    if view.meeting is None or view.starts is None:
        return []
    lines: list[str] = [say("meeting-when", when=when(say, view.starts, view.now.date()))]
    if view.meeting.place:
        lines.append(say("meeting-where", place=view.meeting.place))
    return lines


def answers(say: Say, view: PairView, viewer: Speaker) -> list[Markup]:
    """For the mentor: who comes and who cannot."""
    lines = []
    for words, answer in (("meeting-comes", True), ("meeting-comes-not", False)):
        people = [each for each in view.pair.mentees if view.coming.get(each.id) is answer]
        if people:
            lines.append(say(words, who=names(people, viewer)))
    return lines


def log_screen(say: Say, view: PairView, viewer: Speaker) -> Screen:
    """«Как прошла встреча?»."""
    if view.meeting is None or view.starts is None:
        raise LookupError("no meeting is planned")
    text = say("meeting-how", who=others(view, viewer), when=when(say, view.starts, view.now.date()))
    return screen(text, *log_rows(say, view.meeting.id), *last_rows(say, view))


def _was_it(say: Say, view: PairView, viewer: Speaker) -> Screen:
    if view.meeting is None or view.starts is None:
        raise LookupError("no meeting is planned")
    text = say("meeting-took-place", who=others(view, viewer), when=when(say, view.starts, view.now.date()))
    return screen(text, took_place_row(say, view.meeting.id, view.meeting.revision), *last_rows(say, view))


def past_screen(say: Say, view: PairView, viewer: Speaker, past: list[Meeting]) -> Screen:
    """The latest meetings; notes and results are the mentor's."""
    lines = [say("meeting-past-title", who=others(view, viewer)), ""]
    lines += [past_line(say, each, view.now, notes=view.leads) for each in past] or [say("meeting-past-none")]
    back = Button(say.plain("form-back"), PairTap(match=view.pair.match_id))
    return screen(Markup("\n").join(lines), [back, Button(say.plain("to-home"), HomeTap())])


def past_line(say: Say, meeting: Meeting, now: datetime, *, notes: bool) -> Markup:
    """One meeting that was."""
    starts = meeting.starts_at.astimezone(now.tzinfo)
    words = "meeting-past-held" if meeting.state == "held" else "meeting-past-missed"
    line = say(words, when=say.moment(starts), minutes=meeting.minutes)
    if notes and meeting.result:
        line = Markup(line + " · " + say(f"meeting-result-{meeting.result}"))
    if notes and meeting.note:
        line = Markup(line + "\n" + say("meeting-past-note", note=meeting.note))
    return line


def _do(say: Say, words: str, meeting: Meeting, do: str) -> Button:
    return Button(say.plain(words), MeetTap(meeting=meeting.id, revision=meeting.revision, do=do))
