"""Meetings in chat: the mentor sets, moves and cancels them; the mentee answers; both see what comes next."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router

from handlers.chat import Chat
from handlers.home import Panel
from handlers.meeting_details import why_screen
from handlers.meeting_parts import (
    TIME,
    Doing,
    MeetTap,
    PairTap,
    PlanTap,
    TimeTap,
    briefly,
    calendar_file,
    others,
    plan_tap,
    short_time,
    when,
)
from handlers.meeting_screens import pair_screen
from handlers.meeting_times import plan_screen
from handlers.screen import Button, Screen, screen
from locales.words import Say
from mentoring.leaving import Paper
from mentoring.people import Speaker
from mentoring.refusal import NotYours, TakenMeanwhile
from services.meetings import Meetings, PairView, may_meet


async def pair_opened(chat: Chat, say: Say, speaker: Speaker, callback_data: PairTap, meetings: Meetings) -> None:
    """One of one's pairs."""
    await chat.show(pair_screen(say, await meetings.pair(speaker, callback_data.match), speaker))


async def time_asked(chat: Chat, say: Say, speaker: Speaker, callback_data: PlanTap, meetings: Meetings) -> None:
    """«Назначить», «Другой день», a day: another leaf of choosing a time."""
    view = await meetings.pair(speaker, callback_data.match)
    if not view.leads or (view.meeting.id if view.meeting else 0) != callback_data.meeting:
        await chat.show(pair_screen(say, view, speaker), say.plain("meeting-refused-changed"))
        return
    try:
        shown = plan_screen(say, view, speaker, callback_data.leaf, closing=callback_data.closing)
    except (ValueError, OverflowError):  # no month of any calendar
        shown = pair_screen(say, view, speaker)
    await chat.show(shown)


async def time_set(chat: Chat, say: Say, speaker: Speaker, callback_data: TimeTap, meetings: Meetings) -> None:
    """A time was chosen: the meeting is planned or moved, everyone is told."""
    tap = callback_data
    try:
        local = datetime.strptime(tap.at, TIME)  # noqa: DTZ007 - the service gives it the school's zone
    except ValueError:
        raise NotYours from None
    view = await meetings.set_time(speaker, tap.match, tap.meeting, local, closing=tap.closing)
    count = len(view.pair.mentees)
    if tap.meeting and view.starts is not None:
        done = say("meeting-is-moved", when=when(say, view.starts, view.now.date()), count=count)
        await chat.show(why_screen(say, view, tap.meeting, done))
        return
    await chat.show(pair_screen(say, view, speaker).under(say("meeting-is-set", count=count)))


async def answered(chat: Chat, say: Say, speaker: Speaker, callback_data: MeetTap, meetings: Meetings) -> None:
    """«Буду», «Не смогу», «Попросить перенести», before a meeting."""
    tap = callback_data
    try:
        view = await meetings.answer_coming(speaker, tap.meeting, tap.revision, yes=tap.do == "c", move=tap.do == "m")
    except TakenMeanwhile as changed:
        view = await meetings.meeting(speaker, tap.meeting)
        await chat.show(pair_screen(say, view, speaker), say.plain(changed.reason))
        return
    if view.leads and tap.do != "c":
        await chat.show(_move_or_call_off(say, view, speaker))
        return
    words = {"c": "meeting-noted-yes", "n": "meeting-noted-no", "m": "meeting-noted-move"}[tap.do]
    await chat.show(pair_screen(say, view, speaker).under(say(words)), say.plain("meeting-noted"))


async def calling_off(chat: Chat, say: Say, speaker: Speaker, callback_data: MeetTap, meetings: Meetings) -> None:
    """«Отменить встречу»: sure?"""
    await chat.show(_move_or_call_off(say, await meetings.meeting(speaker, callback_data.meeting), speaker))


async def called_off(chat: Chat, say: Say, speaker: Speaker, callback_data: MeetTap, meetings: Meetings) -> None:
    """Cancelled; the mentees are told."""
    view = await meetings.cancel(speaker, callback_data.meeting)
    done = say("meeting-is-off", count=len(view.pair.mentees))
    await chat.show(why_screen(say, view, callback_data.meeting, done))


async def calendar_file_asked(
    chat: Chat, say: Say, speaker: Speaker, callback_data: MeetTap, meetings: Meetings
) -> None:
    """«В календарь»: a file the phone keeps."""
    view = await meetings.meeting(speaker, callback_data.meeting)
    meeting = view.meeting
    if meeting is None or meeting.id != callback_data.meeting:
        await chat.show(pair_screen(say, view, speaker), say.plain("meeting-refused-changed"))
        return
    await chat.toast()
    content = calendar_file(say, meeting, others(view, speaker), view.now)
    await chat.send_file(content, "meeting.ics", say("meeting-calendar-caption"), paper=Paper.CALENDAR)


async def panel(say: Say, speaker: Speaker, meetings: Meetings) -> Panel | None:
    """Whom I work with, and when we meet next."""
    if speaker.person is None or not may_meet(speaker):
        return None
    views = await meetings.mine(speaker)
    if not views:
        return None
    lines, rows = [], []
    for view in views:
        who = others(view, speaker)
        tap = PairTap(match=view.pair.match_id)
        state = "none" if view.starts is None else "over" if view.over else "set"
        time = say.moment(view.starts) if view.starts else ""
        side = "mentor" if view.leads else "mentee"
        lines.append(say(f"meeting-panel-{side}", who=who, count=len(view.pair.mentees), state=state, when=time))
        short = short_time(say, view.starts) if view.starts else ""
        label = briefly(say, view.pair.mentees, speaker) if view.leads else who
        rows.append([Button(say.plain(f"meeting-panel-{side}-button", who=label, state=state, when=short), tap)])
    return Panel([str(line) for line in lines], list(rows))


def _move_or_call_off(say: Say, view: PairView, speaker: Speaker) -> Screen:
    if view.meeting is None or view.starts is None or not view.leads:
        return pair_screen(say, view, speaker)
    meeting = view.meeting
    text = say("meeting-move-or-off", who=others(view, speaker), when=say.moment(view.starts))
    off = Button(say.plain("meeting-call-off"), MeetTap(meeting=meeting.id, revision=meeting.revision, do="f"))
    back = Button(say.plain("form-back"), PairTap(match=view.pair.match_id))
    return screen(text, [Button(say.plain("meeting-move"), plan_tap(view)), off], [back])


def router() -> Router:
    """Everything a mentor and a mentee do about meetings."""
    routes = Router(name="meetings")
    routes.callback_query.register(pair_opened, PairTap.filter())
    routes.callback_query.register(time_asked, PlanTap.filter())
    routes.callback_query.register(time_set, TimeTap.filter())
    routes.callback_query.register(answered, Doing("cnm"))
    routes.callback_query.register(calling_off, Doing("o"))
    routes.callback_query.register(called_off, Doing("f"))
    routes.callback_query.register(calendar_file_asked, Doing("i"))
    return routes
