"""The diary in chat: meetings that were, each to be completed line by line, and the whole of it as a file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from aiogram import Router

from handlers.chat import Chat
from handlers.diary_taps import LINES, DiaryTap, EntryTap, PagedTap
from handlers.meeting_log import roll_screen
from handlers.meeting_parts import PairTap, PastTap, log_rows, names, short_day
from handlers.mentor_report import ReportTap
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, fitting, screen
from locales.words import Markup, Say
from mentoring.diary import Line
from mentoring.leaving import Paper
from mentoring.meetings import MeetingState
from mentoring.people import Speaker
from papers.diary import diary_book, printed_diary
from services.diary import Diaries
from services.filling import Filling
from services.matching import Compute
from services.meeting_log import Logged, MeetingLog
from services.meeting_records import EntryView, MeetingRecords, PastPage, Record


async def past_opened(
    chat: Chat, say: Say, speaker: Speaker, callback_data: PastTap, meeting_records: MeetingRecords
) -> None:
    """«Прошлые встречи»."""
    await chat.show(past_screen(say, speaker, await meeting_records.past(speaker, callback_data.match)))


async def paged(
    chat: Chat, say: Say, speaker: Speaker, callback_data: PagedTap, meeting_records: MeetingRecords
) -> None:
    """Earlier ones."""
    before = datetime.fromtimestamp(callback_data.before, UTC)
    await chat.show(past_screen(say, speaker, await meeting_records.past(speaker, callback_data.match, before)))


async def entry_tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: EntryTap,
    meeting_records: MeetingRecords,
    meeting_log: MeetingLog,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """An entry: see it, write a line of it, correct it, listen."""
    tap = callback_data
    if tap.do in LINES:
        await meeting_records.entry(speaker, tap.meeting)
        await show_turn(chat, say, await filling.begin(speaker, LINES[tap.do].form, tap.meeting), after)
    elif tap.do == "l":
        meeting, pair = await meeting_log.to_log(speaker, tap.meeting)
        starts = say.moment(
            meeting.starts_at.astimezone((await meeting_records.past(speaker, pair.match_id)).zone_now.tzinfo)
        )
        text = say("meeting-how", who=names(pair.mentees, speaker), when=starts)
        await chat.show(screen(text, *log_rows(say, meeting.id), _back_to(say, pair.match_id)))
    elif tap.do == "r":
        await show_turn(chat, say, await filling.begin(speaker, "meeting_correction", tap.meeting), after)
    elif tap.do == "p":
        await chat.show(roll_screen(say, speaker, await meeting_log.roll(speaker, tap.meeting), entry=True))
    elif tap.do == "v":
        for voice in await meeting_records.listen(speaker, tap.meeting):
            await chat.send_voice(voice.file_key)
        await chat.show_anew(entry_screen(say, speaker, await meeting_records.entry(speaker, tap.meeting)))
    elif tap.do == "w":
        await chat.show(entry_screen(say, speaker, await meeting_records.turn_way(speaker, tap.meeting)))
    else:
        await chat.show(entry_screen(say, speaker, await meeting_records.entry(speaker, tap.meeting)))


async def show_entry(
    chat: Chat, say: Say, speaker: Speaker, meeting_records: MeetingRecords, meeting_id: int, note: Markup
) -> None:
    """An entry, with a line above it."""
    shown = entry_screen(say, speaker, await meeting_records.entry(speaker, meeting_id))
    await chat.show(shown.under(note))


async def after_line(chat: Chat, say: Say, outcome: int) -> None:
    """A line was written."""
    await chat.call(show_entry, meeting_id=outcome, note=say("meeting-written"))


async def after_correction(chat: Chat, say: Say, speaker: Speaker, outcome: Logged, meeting_log: MeetingLog) -> None:
    """The log was put right; of a group it is asked again who came."""
    if outcome.asks_who:
        roll = await meeting_log.roll(speaker, outcome.meeting.id)
        await chat.show(roll_screen(say, speaker, roll, entry=True))
        return
    await chat.call(show_entry, meeting_id=outcome.meeting.id, note=say("diary-corrected"))


async def diary_tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: DiaryTap,
    meeting_records: MeetingRecords,
    diaries: Diaries,
    filling: Filling,
    after: Mapping[str, Continuation],
    workshop: Compute,
) -> None:
    """The diary as a file, or a meeting that nobody had planned."""
    tap = callback_data
    if tap.do == "u":
        await show_turn(chat, say, await filling.begin(speaker, "meeting_unplanned", tap.match), after)
        return
    diary = await diaries.mine(speaker, tap.match)
    await chat.toast(say.plain("diary-making"))
    name = say.plain("diary-file-name", day=f"{diary.made_on:%d.%m.%Y}")
    content: bytes
    if tap.do == "x":
        content = await workshop(diary_book, [diary])
        await chat.send_file(content, f"{name}.xlsx", paper=Paper.DIARY)
    else:
        content = await workshop(printed_diary, diary)
        await chat.send_file(content, f"{name}.docx", paper=Paper.DIARY)
    await chat.show_anew(past_screen(say, speaker, await meeting_records.past(speaker, tap.match)))


def past_screen(say: Say, viewer: Speaker, page: PastPage) -> Screen:
    """The latest meetings; what is written of them each side reads its part of."""
    who = page.work.mentees if page.leads else (page.work.mentor,)
    lines: list[str] = [say("meeting-past-title", who=names(who, viewer)), ""]
    lines += [past_line(say, each, page.zone_now, mentor=page.leads) for each in page.records]
    if not page.records:
        lines.append(say("meeting-past-none"))
    rows: list[Row] = []
    match = page.work.match_id
    if page.leads:
        rows += fitting([_entry_button(say, each, page.zone_now) for each in page.records], 40)
    if page.before is not None:
        rows.append([Button(say.plain("diary-earlier"), PagedTap(match=match, before=int(page.before.timestamp())))])
    if page.leads:
        rows.append([Button(say.plain("diary-unplanned"), DiaryTap(match=match, do="u"))])
        files = [
            Button(say.plain(f"diary-as-{kind}"), DiaryTap(match=match, do=do))
            for kind, do in (("docx", "d"), ("xlsx", "x"))
        ]
        tap = ReportTap(match=match, do="f" if page.reported else "w")
        rows += [files, [Button(say.plain("report-file" if page.reported else "report-write"), tap)]]
    back = Button(say.plain("form-back"), PairTap(match=match))
    return screen(Markup("\n").join(lines), *rows, [back, Button(say.plain("to-home"), HomeTap())])


def past_line(say: Say, record: Record, now: datetime, *, mentor: bool) -> Markup:
    """One meeting that was, in a line or a few."""
    meeting = record.meeting
    starts = say.moment(meeting.starts_at.astimezone(now.tzinfo))
    words = {MeetingState.HELD: "meeting-past-held", MeetingState.MISSED: "meeting-past-missed"}
    line: str = say(words.get(meeting.state, "meeting-past-unlogged"), when=starts, minutes=meeting.minutes)
    if mentor and meeting.result:
        line += " · " + say(f"meeting-result-{meeting.result}")
    read = (Line.TOPIC,) if mentor else (Line.TOPIC, Line.TASK)
    for each in read:
        if each in record.texts:
            line += "\n" + say(f"diary-line-{each}", text=_short(record.texts[each]))
    return Markup(line)


def entry_screen(say: Say, viewer: Speaker, view: EntryView) -> Screen:
    """One entry: what stands in it, and what may be added."""
    record, meeting = view.record, view.record.meeting
    held = meeting.state is MeetingState.HELD
    lines: list[str] = [say("diary-entry-title", when=say.moment(view.starts), who=names(view.others, viewer))]
    lines.append(_facts(say, record))
    if view.came:
        lines += _present(say, viewer, view)
    lines.append("")
    lines += [say(f"diary-line-{each}", text=_short(record.texts[each])) for each in Line if each in record.texts]
    if view.voices:
        lines.append(say("diary-voices", count=len(view.voices)))
    if not record.texts:
        lines.append(say("diary-entry-empty"))
    if not viewer.privacy.coded:
        lines += ["", say("diary-entry-voice")]
    buttons = [
        Button(
            ("\u2705 " if line in record.texts else "") + say.plain(f"diary-write-{line}"),
            EntryTap(meeting=meeting.id, do=do),
        )
        for do, line in LINES.items()
    ]
    rows: list[Row] = [*fitting(buttons, 36)]
    if held:
        rows.append([_do(say, f"diary-was-{record.way.other}", meeting.id, "w")])
    if held and view.came:
        rows.append([_do(say, "diary-who-came", meeting.id, "p")])
    if meeting.correctable:
        rows.append([_do(say, "diary-correct", meeting.id, "r")])
    if view.voices and not viewer.privacy.coded:
        rows.append([_do(say, "diary-listen", meeting.id, "v")])
    return screen(Markup("\n").join(lines), *rows, _back_to(say, view.work.match_id))


def _facts(say: Say, record: Record) -> str:
    meeting = record.meeting
    if meeting.state is not MeetingState.HELD:
        return say("meeting-logged-missed")
    held = say("meeting-logged-held", minutes=meeting.minutes, result=say(f"meeting-result-{meeting.result or 'none'}"))
    way = say("diary-way", way=record.way.value)
    return Markup("\n").join([held, say("diary-where", way=way, place=meeting.place) if meeting.place else way])


def _present(say: Say, viewer: Speaker, view: EntryView) -> list[str]:
    lines: list[str] = []
    for words, whether in (("diary-came", True), ("diary-absent", False)):
        people = [each for each in view.work.mentees if view.came.get(each.id) is whether]
        if people:
            lines.append(say(words, who=names(people, viewer)))
    return lines


def _entry_button(say: Say, record: Record, now: datetime) -> Button:
    meeting = record.meeting
    day = short_day(say, meeting.starts_at.astimezone(now.tzinfo))
    if meeting.state is MeetingState.PLANNED:
        return Button(say.plain("diary-to-log", day=day), EntryTap(meeting=meeting.id, do="l"))
    return Button(say.plain("diary-open-entry", day=day), EntryTap(meeting=meeting.id))


def _short(text: str) -> str:
    return text if len(text) <= 300 else text[:299] + "\u2026"


def _do(say: Say, words: str, meeting: int, do: str) -> Button:
    return Button(say.plain(words), EntryTap(meeting=meeting, do=do))


def _back_to(say: Say, match: int) -> Row:
    return [Button(say.plain("form-back"), PastTap(match=match)), Button(say.plain("to-home"), HomeTap())]


AFTER: dict[str, Continuation] = {
    **dict.fromkeys((line.form for line in Line), after_line),
    "meeting_correction": after_correction,
}


def router() -> Router:
    """The diary, for both sides of a pair."""
    routes = Router(name="diary")
    routes.callback_query.register(past_opened, PastTap.filter())
    routes.callback_query.register(paged, PagedTap.filter())
    routes.callback_query.register(entry_tapped, EntryTap.filter())
    routes.callback_query.register(diary_tapped, DiaryTap.filter())
    return routes
