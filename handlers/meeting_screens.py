"""How meetings look: the pair and its next meeting, choosing a time in at most three taps, what was before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from aiogram.filters.callback_data import CallbackData

from handlers import pickers
from handlers.screen import Button, HomeTap, Row, Screen, fitting, grid, screen
from locales.words import Markup, Say
from mentoring.meetings import MeetingKind
from mentoring.naming import shown
from mentoring.people import Person, Speaker
from services.meetings import Meeting, PairView

TIME = "%Y-%m-%dT%H%M"


class PairTap(CallbackData, prefix="pair1"):
    """Open one of one's own pairs."""

    match: int


class PlanTap(CallbackData, prefix="mpl1", sep="|"):
    """Choose a time: for a new meeting (`meeting` 0) or another one for that. `leaf`: '', a month or a day."""

    match: int
    meeting: int
    closing: bool
    leaf: str


class TimeTap(CallbackData, prefix="mtset1", sep="|"):
    """This is the time, in the school's zone."""

    match: int
    meeting: int
    closing: bool
    at: str


class MeetTap(CallbackData, prefix="meet1"):
    """A deed about a meeting as it stood at a revision: c coming, n cannot, m ask to move, y took place, x did not,
    o off (asks first), f off for sure, i calendar file, p place, w note."""

    meeting: int
    revision: int
    do: str


class LogTap(CallbackData, prefix="mlog1"):
    """How it went: the place of the outcome in the form."""

    meeting: int
    outcome: int


class PastTap(CallbackData, prefix="mpast1"):
    """The pair's meetings that were."""

    match: int


def names(people: Iterable[Person], viewer: Speaker) -> str:
    """Several people in a row."""
    return ", ".join(shown(each, viewer) for each in people)


def others(view: PairView, viewer: Speaker) -> str:
    """The other side, as the viewer may see it."""
    return names(view.pair.mentees if view.leads else (view.pair.mentor,), viewer)


def short_time(say: Say, local: datetime) -> str:
    """For a button."""
    return say.plain(
        "meeting-time-short", weekday=local.isoweekday(), day=local.day, month=local.month, time=f"{local:%H:%M}"
    )


def when(say: Say, local: datetime, today: date) -> str:
    """«сегодня в 15:00», «завтра в 15:00», else the day."""
    words = {0: "meeting-today", 1: "meeting-tomorrow"}.get((local.date() - today).days)
    return say.plain(words, time=f"{local:%H:%M}") if words else say.moment(local)


def pair_screen(say: Say, view: PairView, viewer: Speaker) -> Screen:
    """The pair's next meeting: to be set, coming, or to be logged."""
    if view.leads:
        if view.meeting is None:
            return plan_screen(say, view, viewer)
        return log_screen(say, view, viewer) if view.over else _coming(say, view, viewer)
    if view.meeting is None:
        text = say("meeting-none-yet", who=others(view, viewer))
        return screen(text, *_last_rows(say, view))
    return _was_it(say, view, viewer) if view.over else _coming(say, view, viewer)


def _coming(say: Say, view: PairView, viewer: Speaker) -> Screen:
    meeting, starts = view.meeting, view.starts
    if meeting is None or starts is None:
        raise LookupError("no meeting is planned")
    lines: list[str] = [*_head(say, view, viewer, meeting.kind), *_where(say, view)]
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
    return Screen(text, (*rows, *_last_rows(say, view)))


def _head(say: Say, view: PairView, viewer: Speaker, kind: MeetingKind) -> list[Markup]:
    return [say("meeting-head", kind=say(kind.words), who=others(view, viewer))]


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


def plan_tap(view: PairView, leaf: str = "", *, closing: bool = False) -> PlanTap:
    """To choose a time for the pair's next meeting, or another one for the meeting it has."""
    return PlanTap(match=view.pair.match_id, meeting=view.meeting.id if view.meeting else 0, closing=closing, leaf=leaf)


def plan_screen(say: Say, view: PairView, viewer: Speaker, leaf: str = "", *, closing: bool = False) -> Screen:
    """«Когда?»: suggested times; then a month's days; then the hours of a day."""
    kind = view.meeting.kind if view.meeting else MeetingKind.CLOSING if closing else view.kind
    lines: list[str] = [*_head(say, view, viewer, kind)]
    if view.starts is not None:
        lines.append(say("meeting-is-at", when=when(say, view.starts, view.now.date())))
    elif not leaf:
        lines.append(say(kind.agenda))
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
    return screen(Markup("\n").join(lines), *rows, *_last_rows(say, view, back))


def time_button(say: Say, view: PairView, local: datetime, text: str = "", *, closing: bool = False) -> Button:
    """A button that sets this time."""
    tap = plan_tap(view, closing=closing)
    return Button(
        text or short_time(say, local),
        TimeTap(match=tap.match, meeting=tap.meeting, closing=closing, at=local.strftime(TIME)),
    )


def _suggested(say: Say, view: PairView, *, closing: bool) -> list[Row]:
    rows = fitting([time_button(say, view, each, closing=closing) for each in sorted(view.suggestions)], 36)
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


def log_screen(say: Say, view: PairView, viewer: Speaker) -> Screen:
    """«Как прошла встреча?»."""
    if view.meeting is None or view.starts is None:
        raise LookupError("no meeting is planned")
    text = say("meeting-how", who=others(view, viewer), when=when(say, view.starts, view.now.date()))
    return screen(text, *log_rows(say, view.meeting.id), *_last_rows(say, view))


def log_rows(say: Say, meeting_id: int) -> list[Row]:
    """The three outcomes, in the form's order."""
    words = ("meeting-happened", "meeting-moved", "meeting-absent")
    return grid([Button(say.plain(each), LogTap(meeting=meeting_id, outcome=at)) for at, each in enumerate(words)], 3)


def _was_it(say: Say, view: PairView, viewer: Speaker) -> Screen:
    if view.meeting is None or view.starts is None:
        raise LookupError("no meeting is planned")
    text = say("meeting-took-place", who=others(view, viewer), when=when(say, view.starts, view.now.date()))
    return screen(text, took_place_row(say, view.meeting.id, view.meeting.revision), *_last_rows(say, view))


def took_place_row(say: Say, meeting_id: int, revision: int) -> Row:
    """«Да», «Нет» of the mentee, asked apart."""
    return [
        Button(say.plain(words), MeetTap(meeting=meeting_id, revision=revision, do=do))
        for words, do in (("meeting-yes", "y"), ("meeting-no", "x"))
    ]


def answer_rows(say: Say, meeting_id: int, revision: int, answer: bool | None = None) -> list[Row]:
    """«Буду», «Не смогу» with a tick at what was answered, and asking for another time."""
    row = [
        Button(
            ("\u2705 " if answer is means else "") + say.plain(words),
            MeetTap(meeting=meeting_id, revision=revision, do=do),
        )
        for words, do, means in (("meeting-will-come", "c", True), ("meeting-will-not", "n", False))
    ]
    asks = Button(say.plain("meeting-ask-to-move"), MeetTap(meeting=meeting_id, revision=revision, do="m"))
    return [row, [asks]]


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


def _last_rows(say: Say, view: PairView, back: CallbackData | None = None) -> list[Row]:
    row = [Button(say.plain("to-home"), HomeTap())]
    if back is not None:
        row.insert(0, Button(say.plain("form-back"), back))
    elif view.held:
        row.insert(0, Button(say.plain("meeting-past"), PastTap(match=view.pair.match_id)))
    return [row]
