"""How a pair's meetings look: the next one, the one to be logged, those that were."""

from __future__ import annotations

from datetime import datetime

from handlers.meeting_parts import (
    LateLogTap,
    MeetTap,
    ProposalTap,
    RhythmTap,
    answer_rows,
    head,
    join_row,
    last_rows,
    log_rows,
    names,
    others,
    place_line,
    plan_tap,
    propose_tap,
    short_day,
    short_time,
    took_place_row,
    when,
)
from handlers.meeting_times import plan_screen
from handlers.parting_taps import ChangeTap
from handlers.plan_screens import plan_words
from handlers.plan_taps import PlansTap
from handlers.screen import Button, Row, Screen, screen
from handlers.signal_taps import SilentTap
from locales.words import Markup, Say
from mentoring.people import Speaker
from mentoring.plans import PlanKind
from services.meetings import Meeting, PairView


def pair_screen(say: Say, view: PairView, viewer: Speaker) -> Screen:
    """The pair's next meeting: to be set, coming, or to be logged; the way to change the pair; a pause above it all."""
    shown = _next_meeting(say, view, viewer)
    change = Button(say.plain("partings-open-change"), ChangeTap(match=view.pair.match_id))
    silent = Button(say.plain("signal-silent"), SilentTap(match=view.pair.match_id))
    plan = Button(plan_words(say, PlanKind.PLAN, view.plan), PlansTap(match=view.pair.match_id))
    shown = Screen(shown.text, (*shown.rows[:-1], [plan], [change, silent], *shown.rows[-1:]))
    if view.away_until is None:
        return shown
    side = "mentor" if view.leads else "mentee"
    return shown.under(say("pauses-panel", side=side, who=others(view, viewer), day=say.day(view.away_until)))


def _next_meeting(say: Say, view: PairView, viewer: Speaker) -> Screen:
    if view.leads:
        if view.meeting is None:
            shown = plan_screen(say, view, viewer, closing=view.closing_near)
            return Screen(shown.text, (*shown.rows[:-2], *late_log_rows(say, view), *shown.rows[-2:]))
        return log_screen(say, view, viewer) if view.over else _coming(say, view, viewer)
    if view.meeting is None:
        lines = [say("meeting-none-yet", who=others(view, viewer)), *_proposed(say, view, viewer)]
        ask = Button(say.plain("proposal-when"), propose_tap(view))
        return screen(Markup("\n").join(lines), [ask], *last_rows(say, view))
    return _was_it(say, view, viewer) if view.over else _coming(say, view, viewer)


def _coming(say: Say, view: PairView, viewer: Speaker) -> Screen:
    meeting, starts = view.meeting, view.starts
    if meeting is None or starts is None:
        raise LookupError("no meeting is planned")
    lines: list[str] = [*head(say, view, viewer, meeting.kind), *where_lines(say, view)]
    if view.rhythm is not None:
        lines.append(say("rhythm-line", weeks=view.rhythm.weeks, until=say.day(view.rhythm.until_on)))
    if view.leads:
        lines += answers(say, view, viewer)
    if view.curator is not None:
        lines.append(say("meeting-curator", comes=view.curator.value))
    lines += _proposed(say, view, viewer)
    text = Markup("\n").join([*lines, "", say(meeting.kind.brief)])
    about = _do(say, "meeting-agenda-button", meeting, "g")
    calendar = _do(say, "meeting-to-calendar", meeting, "i")
    if view.leads:
        rows: list[Row] = [
            [
                Button(say.plain("meeting-move"), plan_tap(view)),
                _do(say, "meeting-call-off", meeting, "o"),
            ],
            [
                _do(say, "meeting-place", meeting, "p"),
                Button(say.plain("rhythm-open"), RhythmTap(match=view.pair.match_id)),
            ],
            [about, calendar],
        ]
        rows = [*_agree_rows(say, view), *rows, *late_log_rows(say, view)]
    else:
        answer = view.coming.get(viewer.person_id)
        rows = [
            *answer_rows(say, view.pair.match_id, meeting.id, meeting.revision, answer),
            [about, calendar],
        ]
    return Screen(text, (*join_row(say, meeting.place), *rows, *last_rows(say, view)))


def _proposed(say: Say, view: PairView, viewer: Speaker) -> list[Markup]:
    """For the mentor every time that mentees propose, for a mentee their own."""
    people = {each.id: each for each in view.pair.mentees}
    lines = []
    for each in view.proposals:
        local = each.starts_at.astimezone(view.now.tzinfo)
        if view.leads and each.person_id in people:
            lines.append(say("proposal-waits", who=names((people[each.person_id],), viewer), when=say.moment(local)))
        elif each.person_id == viewer.person_id:
            lines.append(say("proposal-own", when=say.moment(local)))
    return lines


def _agree_rows(say: Say, view: PairView) -> list[Row]:
    return [
        [
            Button(
                say.plain("proposal-agree-to", when=short_time(say, each.starts_at.astimezone(view.now.tzinfo))),
                ProposalTap(proposal=each.id, agree=True),
            )
        ]
        for each in view.proposals
    ]


def late_log_rows(say: Say, view: PairView) -> list[Row]:
    """Meetings of a rhythm that gave way to the next one: they can still be logged."""
    return [
        [
            Button(
                say.plain("meeting-log-late", when=short_day(say, each.starts_at.astimezone(view.now.tzinfo))),
                LateLogTap(meeting=each.id),
            )
        ]
        for each in view.unlogged
    ]


def where_lines(say: Say, view: PairView) -> list[str]:
    """When, how long and where."""
    if view.meeting is None or view.starts is None:
        return []
    at = when(say, view.starts, view.now.date())
    lasts = say("meeting-lasts", minutes=view.meeting.minutes)
    return [Markup(say("meeting-when", when=at) + " \u00b7 " + lasts), *place_line(say, view.meeting.place)]


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
    group = "yes" if len(view.pair.mentees) > 1 else "no"
    moment = when(say, view.starts, view.now.date())
    text = say("meeting-took-place", who=others(view, viewer), when=moment, group=group)
    return screen(text, took_place_row(say, view.meeting.id, view.meeting.revision), *last_rows(say, view))


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
