"""The log in chat: the mentor says in a few taps how the meeting went, the mentee apart whether it was; both may score it."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router

from handlers import home
from handlers.chat import Chat
from handlers.diary_taps import EntryTap, RollTap, ScoreTap
from handlers.meeting_parts import Doing, LogTap, MeetTap, plan_tap, short_time, when
from handlers.meeting_screens import pair_screen
from handlers.meeting_times import plan_screen, time_button
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, grid, screen
from locales.words import Markup, Say
from mentoring.meetings import MeetingKind, MeetingState
from mentoring.naming import shown
from mentoring.people import Speaker
from mentoring.refusal import TakenMeanwhile
from services.filling import Filling
from services.meeting_log import SCORES, Logged, MeetingLog, Roll
from services.meetings import Meeting, Meetings, PairView

_HAPPENED, _ABSENT = 0, 2  # places of the outcomes in the form
_FACES = ("\U0001f61f", "\U0001f641", "\U0001f610", "\U0001f642", "\U0001f604")


async def confirmed(chat: Chat, say: Say, speaker: Speaker, callback_data: MeetTap, meeting_log: MeetingLog) -> None:
    """The mentee says apart whether it took place, and may score it if it did."""
    tap = callback_data
    await meeting_log.answer_took_place(speaker, tap.meeting, tap.revision, yes=tap.do == "y")
    if tap.do != "y":
        await chat.call(home.show, note=say("meeting-thanks"))
        return
    skip = Button(say.plain("form-skip"), HomeTap())
    await chat.show(screen(say("meeting-score-ask"), score_row(tap.meeting), [skip]), say.plain("meeting-noted"))


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
    """«Состоялась · Перенесли · Не пришёл»: the first answer of the log; of a group it is asked who did not come."""
    tap = callback_data
    try:
        meeting, pair = await meeting_log.to_log(speaker, tap.meeting)
    except TakenMeanwhile as changed:
        view = await meetings.meeting(speaker, tap.meeting)
        await chat.show(pair_screen(say, view, speaker), say.plain(changed.reason))
        return
    if tap.outcome == _ABSENT and len(pair.mentees) > 1:
        roll = await meeting_log.roll(speaker, meeting.id)
        await chat.show(roll_screen(say, speaker, roll, entry=False))
        return
    turn = await filling.begin(speaker, "meeting_log", meeting.id)
    turn = await filling.take_option(speaker, turn.draft_id, turn.step.index, tap.outcome)
    await show_turn(chat, say, turn, after)


async def roll_tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: RollTap,
    meetings: Meetings,
    meeting_log: MeetingLog,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """Who of a group came: a tick is turned, or that is all."""
    tap = callback_data
    roll = await meeting_log.roll(speaker, tap.meeting, 0 if tap.done else tap.person)
    if not tap.done:
        stays = roll.meeting.state is MeetingState.HELD and any(
            each.id == tap.person and came for each, came in roll.people
        )
        alone = stays and sum(came for _, came in roll.people) == 1
        note = say.plain("meeting-roll-somebody") if alone else ""
        await chat.show(roll_screen(say, speaker, roll, entry=tap.entry), note)
        return
    if tap.entry:
        from handlers import diary

        await chat.call(diary.show_entry, meeting_id=tap.meeting, note=say("meeting-written"))
    elif roll.meeting.state is MeetingState.PLANNED and roll.nobody:
        await after_log(chat, say, speaker, await meeting_log.nobody_came(speaker, tap.meeting), meetings)
    elif roll.meeting.state is MeetingState.PLANNED:
        turn = await filling.begin(speaker, "meeting_log", tap.meeting)
        turn = await filling.take_option(speaker, turn.draft_id, turn.step.index, _HAPPENED)
        await show_turn(chat, say, turn, after)
    else:
        view = await meetings.pair(speaker, roll.meeting.match_id)
        await chat.show(logged_screen(say, view, roll.meeting))


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
    if outcome.asks_who:
        starts = meeting.starts_at.astimezone(view.now.tzinfo)
        roll = Roll(meeting, starts, tuple((each, True) for each in view.pair.mentees))
        await chat.show(roll_screen(say, speaker, roll, entry=False))
        return
    await chat.show(logged_screen(say, view, meeting))


async def scored(
    chat: Chat, say: Say, speaker: Speaker, callback_data: ScoreTap, meeting_log: MeetingLog, meetings: Meetings
) -> None:
    """One tap on a face."""
    meeting = await meeting_log.score(speaker, callback_data.meeting, callback_data.points)
    view = await meetings.pair(speaker, meeting.match_id)
    if view.leads:
        await chat.show(logged_screen(say, view, meeting, scored=True), say.plain("meeting-scored"))
        return
    await chat.call(home.show, note=say("meeting-scored"))


def logged_screen(say: Say, view: PairView, meeting: Meeting, *, scored: bool = False) -> Screen:
    """What was written down, the next meeting, a score, and more to be written if one likes."""
    text = _logged(say, meeting)
    rows: list[Row] = []
    if view.meeting is not None and view.starts is not None:
        if not view.over:
            text = say("meeting-logged-ahead", logged=text, when=when(say, view.starts, view.now.date()))
            if view.meeting.kind is not MeetingKind.REGULAR:
                text = Markup(f"{text}\n{say(view.meeting.kind.words)}")
    elif not view.closed and view.suggestions:
        best = view.suggestions[0]
        text = say("meeting-logged-next", logged=text, when=short_time(say, best))
        yes = time_button(say, view, best, say.plain("meeting-yes"))
        rows.append([yes, Button(say.plain("meeting-other-day"), plan_tap(view))])
    if meeting.state is MeetingState.HELD and not scored:
        text = say("meeting-logged-score", logged=text)
        rows.append(score_row(meeting.id))
    if meeting.state in (MeetingState.HELD, MeetingState.MISSED):
        rows.append([Button(say.plain("diary-complete"), EntryTap(meeting=meeting.id))])
    return screen(text, *rows, [Button(say.plain("to-home"), HomeTap())])


def _logged(say: Say, meeting: Meeting) -> str:
    if meeting.state is MeetingState.HELD:
        result = say(f"meeting-result-{meeting.result or 'none'}")
        return say("meeting-logged-held", minutes=meeting.minutes, result=result)
    words = "meeting-logged-missed" if meeting.state is MeetingState.MISSED else "meeting-logged-put-off"
    return say(words)


def score_row(meeting: int) -> Row:
    """Five faces, from worst to best."""
    return [Button(face, ScoreTap(meeting=meeting, points=points)) for face, points in zip(_FACES, SCORES, strict=True)]


def roll_screen(say: Say, viewer: Speaker, roll: Roll, *, entry: bool) -> Screen:
    """«Кто был на встрече?»: everybody ticked until the mentor takes a tick away."""
    number = roll.meeting.id
    buttons = [
        Button(
            ("\u2705 " if came else "\u2796 ") + shown(each, viewer),
            RollTap(meeting=number, person=each.id, entry=entry),
        )
        for each, came in roll.people
    ]
    done = Button(say.plain("meeting-roll-done"), RollTap(meeting=number, done=True, entry=entry))
    text = say("meeting-roll", when=say.moment(roll.starts))
    return screen(text, *grid(buttons, 2), [done], [Button(say.plain("to-home"), HomeTap())])


AFTER: dict[str, Continuation] = {"meeting_log": after_log, "meeting_unplanned": after_log}


def router() -> Router:
    """What is said of a meeting that was."""
    routes = Router(name="meeting_log")
    routes.callback_query.register(outcome_tapped, LogTap.filter())
    routes.callback_query.register(confirmed, Doing("yx"))
    routes.callback_query.register(roll_tapped, RollTap.filter())
    routes.callback_query.register(scored, ScoreTap.filter())
    return routes
