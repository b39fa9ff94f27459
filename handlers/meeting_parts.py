"""What screens and notices about meetings are made of: taps, names, times, rows of buttons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery

from handlers.screen import Button, HomeTap, Row, grid
from locales.words import Markup, Say
from mentoring.meeting_places import link_in, words_of
from mentoring.meetings import MeetingKind
from mentoring.naming import brief, shown
from mentoring.people import Person, Speaker
from papers.calendar_file import CalendarMeeting, meeting_ics
from services.meetings import Meeting, PairView

TIME = "%Y-%m-%dT%H%M"
_ROOM = 30  # letters of a button that a narrow phone shows


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
    o off (asks first), f off for sure, i calendar file, g what it is about, k the closing one or not, p place, t type it."""

    meeting: int
    revision: int
    do: str


class ProposeTap(CallbackData, prefix="mprp1", sep="|"):
    """A mentee chooses a time to propose, for a meeting or for a first one (`meeting` 0). `leaf`: '', a month or a day."""

    match: int
    meeting: int
    leaf: str


class ProposalTap(CallbackData, prefix="mpra1"):
    """The mentor agrees to a proposed time, or keeps the one that is set."""

    proposal: int
    agree: bool


class RhythmTap(CallbackData, prefix="rhy1"):
    """How often a pair meets by itself: s see, e change, w so many weeks, l for so long (0: to the end), x stop."""

    match: int
    do: str = "s"
    weeks: int = 0
    lasting: int = 0


class LateLogTap(CallbackData, prefix="mlate1"):
    """A meeting that gave way to the next one before it was logged: how was it?"""

    meeting: int


class Doing(Filter):
    """A tap about a meeting that does one of these."""

    def __init__(self, deeds: str) -> None:
        self._deeds = deeds

    async def __call__(self, query: CallbackQuery) -> bool | dict[str, MeetTap]:
        """The tap, if it is one of them."""
        try:
            tap = MeetTap.unpack(query.data or "")
        except (TypeError, ValueError):
            return False
        return {"callback_data": tap} if tap.do and tap.do in self._deeds else False


class LogTap(CallbackData, prefix="mlog1"):
    """How it went: the place of the outcome in the form."""

    meeting: int
    outcome: int


class PastTap(CallbackData, prefix="mpast1"):
    """The pair's meetings that were."""

    match: int


class PactTap(CallbackData, prefix="pct1"):
    """The rules of a pair: s see them, p choose how often, c chosen, a accept this edition with this pace."""

    match: int
    deed: str = "s"
    pace: str = ""
    edition: str = ""


def names(people: Iterable[Person], viewer: Speaker) -> str:
    """Several people in a row."""
    return ", ".join(shown(each, viewer) for each in people)


def briefly(say: Say, people: Sequence[Person], viewer: Speaker) -> str:
    """Several people on a button: the first of many, and how many more."""
    if len(people) < 3:
        return names(people, viewer)
    return say.plain("meeting-and-more", who=shown(people[0], viewer), more=len(people) - 1)


def pair_briefly(say: Say, mentor: Person, mentees: Sequence[Person], viewer: Speaker) -> str:
    """Who works with whom on a button or in a list: whole names where there is room; of a group, how many they are."""
    whole = say.plain("stuck-pair", mentor=shown(mentor, viewer), mentees=names(mentees, viewer))
    if len(whole) <= _ROOM:
        return whole
    short = say.plain(
        "stuck-pair", mentor=brief(mentor, viewer), mentees=", ".join(brief(each, viewer) for each in mentees)
    )
    if len(mentees) < 2 or len(short) <= _ROOM:
        return short
    return say.plain("meeting-and-more", who=brief(mentor, viewer), more=len(mentees))


def others(view: PairView, viewer: Speaker) -> str:
    """The other side, as the viewer may see it."""
    return names(view.pair.mentees if view.leads else (view.pair.mentor,), viewer)


def short_time(say: Say, local: datetime) -> str:
    """For a button."""
    return say.plain(
        "meeting-time-short", weekday=local.isoweekday(), day=local.day, month=local.month, time=f"{local:%H:%M}"
    )


def short_day(say: Say, local: datetime) -> str:
    """«13 янв», for a button."""
    return say.plain("meeting-day-short", day=local.day, month=local.month)


def when(say: Say, local: datetime, today: date) -> str:
    """«сегодня в 15:00», «завтра в 15:00», else the day."""
    words = {0: "meeting-today", 1: "meeting-tomorrow"}.get((local.date() - today).days)
    return say.plain(words, time=f"{local:%H:%M}") if words else say.moment(local)


def head(say: Say, view: PairView, viewer: Speaker, kind: MeetingKind) -> list[Markup]:
    """The first line: which meeting, with whom."""
    return [say("meeting-head", kind=say(kind.words), who=others(view, viewer))]


def plan_tap(view: PairView, leaf: str = "", *, closing: bool = False) -> PlanTap:
    """To choose a time for the pair's next meeting, or another one for the meeting it has."""
    return PlanTap(match=view.pair.match_id, meeting=view.meeting.id if view.meeting else 0, closing=closing, leaf=leaf)


def log_rows(say: Say, meeting_id: int) -> list[Row]:
    """The three outcomes, in the form's order."""
    words = ("meeting-happened", "meeting-moved", "meeting-absent")
    return grid([Button(say.plain(each), LogTap(meeting=meeting_id, outcome=at)) for at, each in enumerate(words)], 3)


def took_place_row(say: Say, meeting_id: int, revision: int) -> Row:
    """«Да», «Нет» of the mentee, asked apart."""
    return [
        Button(say.plain(words), MeetTap(meeting=meeting_id, revision=revision, do=do))
        for words, do in (("meeting-yes", "y"), ("meeting-no", "x"))
    ]


def propose_tap(view: PairView, leaf: str = "") -> ProposeTap:
    """To propose a time for the meeting ahead, or for a first one."""
    return ProposeTap(match=view.pair.match_id, meeting=view.meeting.id if view.meeting else 0, leaf=leaf)


def place_line(say: Say, place: str) -> list[Markup]:
    """Where; of a link only what is beside it, for it has a button."""
    if not place:
        return []
    if not link_in(place):
        return [say("meeting-where", place=place)]
    words = words_of(place)
    return [say("meeting-online-more", words=words) if words else say("meeting-online")]


def join_row(say: Say, place: str) -> list[Row]:
    """«Подключиться», where the place is a link."""
    link = link_in(place)
    return [[Button(say.plain("meeting-join"), url=link)]] if link else []


def answer_rows(say: Say, match: int, meeting_id: int, revision: int, answer: bool | None = None) -> list[Row]:
    """«Буду», «Не смогу» with a tick at what was answered, and proposing another time."""
    row = [
        Button(
            ("\u2705 " if answer is means else "") + say.plain(words),
            MeetTap(meeting=meeting_id, revision=revision, do=do),
        )
        for words, do, means in (("meeting-will-come", "c", True), ("meeting-will-not", "n", False))
    ]
    asks = Button(say.plain("proposal-ask"), ProposeTap(match=match, meeting=meeting_id, leaf=""))
    return [row, [asks]]


def last_rows(say: Say, view: PairView, back: CallbackData | None = None) -> list[Row]:
    """Back, what was before, home."""
    row = [Button(say.plain("to-home"), HomeTap())]
    if back is not None:
        row.insert(0, Button(say.plain("form-back"), back))
        return [row]
    if view.held or view.leads:
        row.insert(0, Button(say.plain("meeting-past"), PastTap(match=view.pair.match_id)))
    return [[Button(say.plain("pact-open"), PactTap(match=view.pair.match_id))], row]


def calendar_file(say: Say, meeting: Meeting, who: str, changed: datetime) -> bytes:
    """The meeting as a file a phone's calendar keeps; `who` is whom it is with, `changed` when it was looked at."""
    return meeting_ics(
        CalendarMeeting(
            uid=f"meeting-{meeting.id}@mentoring",
            revision=meeting.revision,
            starts=meeting.starts_at,
            minutes=meeting.minutes,
            title=say.plain("meeting-calendar-title", kind=say.plain(meeting.kind.words), who=who),
            changed=changed,
            place=meeting.place,
            agenda=say.plain(meeting.kind.agenda),
        )
    )
