"""The log in chat: the mentor says in a few taps how the meeting went, the mentee apart whether it was."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router

from handlers import home
from handlers.chat import Chat
from handlers.meeting_parts import Doing, LogTap, MeetTap, plan_tap, short_time
from handlers.meeting_screens import pair_screen
from handlers.meeting_times import plan_screen, time_button
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, screen
from locales.words import Say
from mentoring.meetings import MeetingState
from mentoring.people import Speaker
from mentoring.refusal import TakenMeanwhile
from services.filling import Filling
from services.meeting_log import Logged, MeetingLog
from services.meetings import Meetings


async def confirmed(chat: Chat, say: Say, speaker: Speaker, callback_data: MeetTap, meeting_log: MeetingLog) -> None:
    """The mentee says apart whether it took place."""
    tap = callback_data
    await meeting_log.answer_took_place(speaker, tap.meeting, tap.revision, yes=tap.do == "y")
    await chat.call(home.show, note=say("meeting-thanks"))


async def outcome_tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: LogTap,
    meetings: Meetings,
    meeting_log: MeetingLog,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """«Состоялась · Перенесли · Не пришёл»: the first answer of the log."""
    try:
        meeting = await meeting_log.to_log(speaker, callback_data.meeting)
    except TakenMeanwhile as changed:
        view = await meetings.meeting(speaker, callback_data.meeting)
        await chat.show(pair_screen(say, view, speaker), say.plain(changed.reason))
        return
    turn = await filling.begin(speaker, "meeting_log", meeting.id)
    turn = await filling.take_option(speaker, turn.draft_id, turn.step.index, callback_data.outcome)
    await show_turn(chat, say, turn, after)


async def after_log(chat: Chat, say: Say, speaker: Speaker, outcome: Logged, meetings: Meetings) -> None:
    """Logged: what was written down, and the next meeting in one tap."""
    meeting = outcome.meeting
    view = await meetings.pair(speaker, meeting.match_id)
    if outcome.state is MeetingState.PLANNED and outcome.first:
        await chat.show(plan_screen(say, view, speaker))
        return
    if not outcome.first:
        await chat.show(pair_screen(say, view, speaker).under(say("meeting-refused-logged")))
        return
    if meeting.state is MeetingState.HELD:
        result = say(f"meeting-result-{meeting.result}")
        text = say("meeting-logged-held", minutes=meeting.minutes, result=result)
    else:
        text = say("meeting-logged-missed")
    note = Button(say.plain("meeting-note"), MeetTap(meeting=meeting.id, revision=meeting.revision, do="w"))
    home_button = Button(say.plain("to-home"), HomeTap())
    if view.closed or not view.suggestions:
        await chat.show(screen(text, [note], [home_button]))
        return
    best = view.suggestions[0]
    text = say("meeting-logged-next", logged=text, when=short_time(say, best))
    other = Button(say.plain("meeting-other-day"), plan_tap(view))
    yes = time_button(say, view, best, say.plain("meeting-yes"))
    await chat.show(screen(text, [yes, other], [note], [home_button]))


async def note_asked(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: MeetTap,
    meetings: Meetings,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """«Заметка» about a meeting that was: a form of one question."""
    meeting = await meetings.led(speaker, callback_data.meeting)
    await show_turn(chat, say, await filling.begin(speaker, "meeting_note", meeting.id), after)


async def after_note(chat: Chat, say: Say, speaker: Speaker, outcome: int, meetings: Meetings) -> None:
    """The note was written down."""
    view = await meetings.pair(speaker, outcome)
    await chat.show(pair_screen(say, view, speaker).under(say("meeting-written")))


AFTER: dict[str, Continuation] = {"meeting_log": after_log, "meeting_note": after_note}


def router() -> Router:
    """What is said of a meeting that was."""
    routes = Router(name="meeting_log")
    routes.callback_query.register(outcome_tapped, LogTap.filter())
    routes.callback_query.register(confirmed, Doing("yx"))
    routes.callback_query.register(note_asked, Doing("w"))
    return routes
