"""A pair's diary as the curator looks through it: the latest entries, one tap «Проверено», files, the mentor's report."""

from __future__ import annotations

from aiogram import Router

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.pair_taps import WatchPairTap, WatchTap
from handlers.diary import past_line
from handlers.diary_taps import WatchDiaryTap
from handlers.meeting_parts import names, short_day
from handlers.screen import Button, Row, Screen, screen
from locales.words import Markup, Say
from mentoring.diary import Line
from mentoring.leaving import Paper
from mentoring.people import Speaker
from papers.diary import diary_book, printed_diary
from papers.mentor_report import printed_report
from services.diary import Diaries, DiaryLook
from services.matching import Compute
from services.meeting_records import MeetingRecords, Record
from services.mentor_report import MentorReports


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: WatchDiaryTap,
    diaries: Diaries,
    meeting_records: MeetingRecords,
    mentor_reports: MentorReports,
    workshop: Compute,
) -> None:
    """See it, mark it, take it out, listen."""
    tap = callback_data
    if tap.do == "c":
        await chat.show(
            look_screen(say, speaker, await diaries.check(speaker, tap.match)), say.plain("diary-checked-toast")
        )
        return
    if tap.do == "s":
        await chat.show(look_screen(say, speaker, await diaries.look(speaker, tap.match)))
        return
    if tap.do == "v":
        for voice in await meeting_records.listen(speaker, tap.meeting):
            await chat.send_voice(voice.file_key)
    elif tap.do == "f":
        await _send_report(chat, say, speaker, tap.match, mentor_reports, workshop)
    else:
        await _send_diary(chat, say, speaker, tap, diaries, workshop)
    if tap.do == "a":
        back = [Button(say.plain("form-back"), WatchTap()), *ways_back(say)]
        await chat.show_anew(screen(say("diary-sent-all"), back))
        return
    await chat.show_anew(look_screen(say, speaker, await diaries.look(speaker, tap.match)))


async def _send_diary(
    chat: Chat, say: Say, speaker: Speaker, tap: WatchDiaryTap, diaries: Diaries, workshop: Compute
) -> None:
    found = await diaries.every(speaker) if tap.do == "a" else (await diaries.of_pair(speaker, tap.match),)
    await chat.toast(say.plain("diary-making"))
    name = say.plain("diary-file-name", day=f"{found[0].made_on:%d.%m.%Y}")
    content: bytes
    if tap.do == "d":
        content = await workshop(printed_diary, found[0])
        await chat.send_file(content, f"{name}.docx", paper=Paper.DIARY)
    else:
        content = await workshop(diary_book, list(found))
        await chat.send_file(content, f"{name}.xlsx", paper=Paper.DIARY)


async def _send_report(
    chat: Chat, say: Say, speaker: Speaker, match: int, mentor_reports: MentorReports, workshop: Compute
) -> None:
    sheet = await mentor_reports.of_pair(speaker, match)
    await chat.toast(say.plain("diary-making"))
    content: bytes = await workshop(printed_report, sheet)
    await chat.send_file(content, f"{say.plain('report-file-name')}.docx", paper=Paper.REPORT)


def look_screen(say: Say, viewer: Speaker, look: DiaryLook) -> Screen:
    """The latest entries with everything in them."""
    work = look.work
    lines: list[str] = [
        say("diary-look-title", mentor=names((work.mentor,), viewer), mentees=names(work.mentees, viewer)),
        "",
    ]
    lines += [_entry(say, viewer, look, each) for each in look.records] or [say("meeting-past-none")]
    rows: list[Row] = []
    if look.unchecked:
        rows.append([_button(say, "diary-check", look, "c", count=look.unchecked)])
    elif look.records:
        lines += ["", say("diary-all-checked")]
    rows.append([_button(say, "diary-as-docx", look, "d"), _button(say, "diary-as-xlsx", look, "x")])
    if look.reported:
        rows.append([_button(say, "report-file", look, "f")])
    else:
        lines += ["", say("report-none-yet")]
    rows += _voices(say, viewer, look)
    return screen(
        Markup("\n").join(lines),
        *rows,
        [Button(say.plain("form-back"), WatchPairTap(match=work.match_id)), *ways_back(say)],
    )


def _entry(say: Say, viewer: Speaker, look: DiaryLook, record: Record) -> str:
    told: str = past_line(say, record, look.now, mentor=True)
    for line in (Line.SUMMARY, Line.TASK, Line.TROUBLE, Line.NOTE):
        if line in record.texts:
            told += "\n" + say(f"diary-line-{line}", text=record.texts[line][:200])
    number = record.meeting.id
    absent = [each for each in look.work.mentees if look.came.get(number, {}).get(each.id) is False]
    if absent:
        told += "\n" + say("diary-absent", who=names(absent, viewer))
    scores = look.scores.get(number, {})
    if scores:
        mentor = scores.get(look.work.mentor.id, 0)
        others = ", ".join(str(each) for who, each in scores.items() if who != look.work.mentor.id)
        told += "\n" + say("diary-scores", mentor=str(mentor or "\u2013"), mentees=others or "\u2013")
    return Markup(told)


def _voices(say: Say, viewer: Speaker, look: DiaryLook) -> list[Row]:
    if viewer.privacy.coded:
        return []
    return [
        [
            Button(
                say.plain("diary-listen-of", day=short_day(say, each.meeting.starts_at.astimezone(look.now.tzinfo))),
                WatchDiaryTap(match=look.work.match_id, do="v", meeting=each.meeting.id),
            )
        ]
        for each in look.records
        if look.voices.get(each.meeting.id)
    ]


def _button(say: Say, words: str, look: DiaryLook, do: str, **values: object) -> Button:
    return Button(say.plain(words, **values), WatchDiaryTap(match=look.work.match_id, do=do))


def router() -> Router:
    """Diaries, for curators."""
    routes = Router(name="pair-diaries")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(tapped, WatchDiaryTap.filter())
    return routes
