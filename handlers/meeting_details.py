"""What belongs to a meeting beside its time: what it is about, how long, where, why it was moved."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.meeting_parts import Doing, LateLogTap, MeetTap, PairTap, head, log_rows, others
from handlers.meeting_screens import pair_screen, where_lines
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, fitting, grid, screen
from locales.words import Markup, Say
from mentoring.meeting_places import words_of
from mentoring.meetings import LENGTHS, MeetingKind, Reason
from mentoring.people import MentoringForm, Speaker
from mentoring.refusal import NotYours
from services.filling import Filling
from services.meetings import Meetings, PairView

_USUAL = ("meeting-place-school", "meeting-place-library")
_AT_WORK = ("meeting-place-workplace", "meeting-place-school")
_LONGEST = 40  # letters of a place on a button


class LengthTap(CallbackData, prefix="mlen1"):
    """How long a meeting is to be."""

    meeting: int
    minutes: int


class PlaceTap(CallbackData, prefix="mplc1"):
    """Where: as at an earlier meeting (its id), or one of the usual places by its number below."""

    meeting: int
    earlier: int = 0
    usual: int = 0


class ReasonTap(CallbackData, prefix="mwhy1"):
    """Why a meeting was moved or cancelled."""

    meeting: int
    reason: Reason


async def agenda_opened(chat: Chat, say: Say, speaker: Speaker, callback_data: MeetTap, meetings: Meetings) -> None:
    """«О чём встреча»."""
    view = await meetings.meeting(speaker, callback_data.meeting)
    if view.meeting is None or view.meeting.id != callback_data.meeting:
        await chat.show(pair_screen(say, view, speaker), say.plain("meeting-refused-changed"))
        return
    await chat.show(_agenda_screen(say, view, speaker))


async def length_chosen(chat: Chat, say: Say, speaker: Speaker, callback_data: LengthTap, meetings: Meetings) -> None:
    """«60 мин»."""
    view = await meetings.set_length(speaker, callback_data.meeting, callback_data.minutes)
    await chat.show(_agenda_screen(say, view, speaker), say.plain("meeting-noted"))


async def kind_turned(chat: Chat, say: Say, speaker: Speaker, callback_data: MeetTap, meetings: Meetings) -> None:
    """«Сделать заключительной», and back."""
    view = await meetings.meeting(speaker, callback_data.meeting)
    closing = view.meeting is not None and view.meeting.kind is MeetingKind.REGULAR
    view = await meetings.make_closing(speaker, callback_data.meeting, closing=closing)
    await chat.show(_agenda_screen(say, view, speaker), say.plain("meeting-noted"))


async def place_asked(chat: Chat, say: Say, speaker: Speaker, callback_data: MeetTap, meetings: Meetings) -> None:
    """«Место»: one tap where one has met before."""
    view, used = await meetings.places(speaker, callback_data.meeting)
    buttons = [
        Button(_on_button(say, place), PlaceTap(meeting=callback_data.meeting, earlier=at)) for at, place in used
    ]
    known = {place for _, place in used}
    for number, words in enumerate(_usual(view)):
        if say.plain(words) not in known:
            buttons.append(Button(say.plain(words), PlaceTap(meeting=callback_data.meeting, usual=number)))
    own = MeetTap(meeting=callback_data.meeting, revision=callback_data.revision, do="t")
    rows = [*fitting(buttons), [Button(say.plain("meeting-place-own"), own)]]
    await chat.show(screen(say("meeting-place-ask"), *rows, [_to_pair(say, view), _home(say)]))


async def place_typed(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: MeetTap,
    meetings: Meetings,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """«Вписать»: a form of one question."""
    meeting = await meetings.led(speaker, callback_data.meeting)
    await show_turn(chat, say, await filling.begin(speaker, "meeting_place", meeting.id), after)


async def place_chosen(chat: Chat, say: Say, speaker: Speaker, callback_data: PlaceTap, meetings: Meetings) -> None:
    """A place was tapped; the mentees hear of it."""
    tap = callback_data
    view = await meetings.meeting(speaker, tap.meeting)
    usual = _usual(view)
    if not 0 <= tap.usual < len(usual):
        raise NotYours
    place = "" if tap.earlier else say.plain(usual[tap.usual])
    view = await meetings.set_place(speaker, tap.meeting, place, as_id=tap.earlier)
    await chat.show(pair_screen(say, view, speaker).under(say("meeting-written")))


async def after_place(chat: Chat, say: Say, speaker: Speaker, outcome: int, meetings: Meetings) -> None:
    """The place was typed."""
    view = await meetings.pair(speaker, outcome)
    await chat.show(pair_screen(say, view, speaker).under(say("meeting-written")))


async def late_log_asked(chat: Chat, say: Say, speaker: Speaker, callback_data: LateLogTap, meetings: Meetings) -> None:
    """«Отметить: 12 янв»: a meeting that gave way to the next one before anybody logged it."""
    meeting = await meetings.led(speaker, callback_data.meeting)
    view = await meetings.pair(speaker, meeting.match_id)
    starts = meeting.starts_at.astimezone(view.now.tzinfo)
    text = say("meeting-how", who=others(view, speaker), when=say.moment(starts))
    await chat.show(screen(text, *log_rows(say, meeting.id), [_to_pair(say, view, "form-back"), _home(say)]))


async def reason_given(chat: Chat, say: Say, speaker: Speaker, callback_data: ReasonTap, meetings: Meetings) -> None:
    """Why: one tap, for the curator."""
    view = await meetings.say_why(speaker, callback_data.meeting, callback_data.reason)
    await chat.show(pair_screen(say, view, speaker), say.plain("meeting-noted"))


def why_screen(say: Say, view: PairView, meeting_id: int, done: str) -> Screen:
    """What was done, and why: skipped by any other button."""
    buttons = [
        Button(say.plain(f"meeting-reason-{each}"), ReasonTap(meeting=meeting_id, reason=each)) for each in Reason
    ]
    return screen(say("meeting-why", done=Markup(done)), *grid(buttons, 2), [_to_pair(say, view), _home(say)])


def _agenda_screen(say: Say, view: PairView, viewer: Speaker) -> Screen:
    meeting = view.meeting
    if meeting is None:
        return pair_screen(say, view, viewer)
    lines = [*head(say, view, viewer, meeting.kind), *where_lines(say, view), "", say(meeting.kind.brief)]
    lines += ["", say(meeting.kind.agenda), ""]
    lines.append(say("meeting-agenda-note", side="mentor" if view.leads else "mentee", minutes=meeting.minutes))
    rows: list[Row] = []
    if view.leads:
        ticked = {meeting.minutes: "\u2705 "}
        rows.append([
            Button(ticked.get(each, "") + say.plain("meeting-length", minutes=each), LengthTap(meeting=meeting.id, minutes=each))
            for each in LENGTHS
        ])  # fmt: skip
        if meeting.kind in (MeetingKind.REGULAR, MeetingKind.CLOSING):
            words = "meeting-make-closing" if meeting.kind is MeetingKind.REGULAR else "meeting-make-regular"
            rows.append([Button(say.plain(words), MeetTap(meeting=meeting.id, revision=meeting.revision, do="k"))])
    return screen(Markup("\n").join(lines), *rows, [_to_pair(say, view, "form-back"), _home(say)])


def _usual(view: PairView) -> tuple[str, ...]:
    return _AT_WORK if view.pair.form is MentoringForm.EMPLOYER_PUPIL else _USUAL


def _on_button(say: Say, place: str) -> str:
    text = words_of(place) or say.plain("meeting-online")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "\u2026"


def _to_pair(say: Say, view: PairView, words: str = "meeting-to-pair") -> Button:
    return Button(say.plain(words), PairTap(match=view.pair.match_id))


def _home(say: Say) -> Button:
    return Button(say.plain("to-home"), HomeTap())


AFTER: dict[str, Continuation] = {"meeting_place": after_place}


def router() -> Router:
    """What it is about, how long, where, why."""
    routes = Router(name="meeting_details")
    routes.callback_query.register(agenda_opened, Doing("g"))
    routes.callback_query.register(kind_turned, Doing("k"))
    routes.callback_query.register(place_asked, Doing("p"))
    routes.callback_query.register(place_typed, Doing("t"))
    routes.callback_query.register(length_chosen, LengthTap.filter())
    routes.callback_query.register(place_chosen, PlaceTap.filter())
    routes.callback_query.register(late_log_asked, LateLogTap.filter())
    routes.callback_query.register(reason_given, ReasonTap.filter())
    return routes
