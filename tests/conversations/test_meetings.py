"""A pair meets: times are set in three taps, everyone is told, reminded and asked, and nothing untrue is said."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import UTC, datetime

import pytest
from icalendar import Calendar
from steps_meetings import at_work, free_hours, holds_a_meeting, match, school_with_a_pair, sets_a_meeting
from steps_people import add
from steps_school import set_up_school

from handlers.curator.meetings import NudgeTap, SettleTap, WatchPairTap
from handlers.feedback import FeedbackTap
from handlers.meeting_parts import LogTap, MeetTap, PlanTap, TimeTap
from mentoring.people import Kind, Side
from services.pairs_watch import Which
from storage import accounts


def heard(someone, words):
    """How many messages of the bot with these words somebody has got."""
    return sum(words in message.text for message in someone.user.chat.messages if message.from_bot)


async def meetings_of(stage, mentor):
    return await stage.app.database.read(
        lambda tx: tx.all("SELECT * FROM meetings WHERE match_id = :id ORDER BY id", id=mentor.match_id)
    )


async def test_the_mentor_sets_a_meeting_in_two_taps_and_the_mentee_hears_of_it(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await free_hours(stage, mentor, "application_mentor_pupil", "tue_2", "thu_2")
    await free_hours(stage, mentee, "application_mentee_pupil", "thu_2", "fri_1")
    await mentor.says("/menu")
    await mentor.taps("Илья П.: назначить встречу")
    assert "Первая встреча — знакомство" in mentor.sees
    assert {"вт 12 янв, 15:00", "чт 14 янв, 15:00"} <= set(mentor.buttons), "common hours, then the mentor's own"
    await mentor.taps("чт 14 янв, 15:00")
    assert "чт 14 января, 15:00" in mentor.sees
    assert "чт 14 января, 15:00" in mentee.sees
    assert "Марина К." in mentee.sees
    assert mentee.buttons[:2] == ["Буду", "Не смогу"]


async def test_any_day_and_hour_can_be_chosen_from_a_calendar(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "20", "16:30")
    assert "ср 20 января, 16:30" in mentor.sees
    assert "ср 20 января, 16:30" in mentee.sees


async def test_both_are_reminded_the_day_before_and_an_hour_before_in_the_schools_time(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "13", "15:00")
    await stage.waits(hours=23, minutes=59)
    assert heard(mentee, "Напоминаю: завтра") == heard(mentor, "Напоминаю: завтра") == 0
    await stage.waits(minutes=1)
    assert heard(mentee, "Напоминаю: завтра в 15:00") == heard(mentor, "Напоминаю: завтра в 15:00") == 1
    await stage.waits(hours=23)
    assert heard(mentee, "Скоро встреча: сегодня в 15:00") == heard(mentor, "Скоро встреча") == 1


async def test_a_reminder_due_in_lessons_goes_the_evening_before_and_nothing_comes_in_closed_hours(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "13", "13:30")
    await stage.waits(days=1, hours=5, minutes=58)
    assert heard(mentee, "Скоро встреча") == 0
    await stage.waits(minutes=1)
    assert heard(mentee, "Скоро встреча: завтра в 13:30") == 1, "20:59, the last open minute"
    said = len(mentee.user.chat.from_bot)
    await stage.waits(hours=16)
    assert len(mentee.user.chat.from_bot) == said, "the night and the lessons are quiet, the start included"
    await stage.waits(hours=2)
    assert "состоялась?" in mentee.sees


async def test_a_moved_meeting_is_reminded_of_at_its_new_time_only(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "13", "15:00")
    await mentor.taps("Перенести", "Другой день", "15", "16:00")
    assert "перенесена" in mentee.sees
    assert "пт 15 января, 16:00" in mentee.sees
    await stage.waits(days=2)
    assert heard(mentee, "Напоминаю") == heard(mentee, "состоялась?") == 0
    await stage.waits(days=1, hours=2)
    assert heard(mentee, "Напоминаю: завтра в 16:00") == 1


async def test_a_cancelled_meeting_is_told_of_and_never_reminded_of(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "13", "15:00")
    await mentor.taps("Отменить встречу")
    assert "Перенести её или отменить?" in mentor.sees
    await mentor.taps("Отменить встречу")
    assert "отменена" in mentee.sees
    await stage.waits(days=5)
    assert heard(mentee, "Напоминаю") + heard(mentee, "Скоро") + heard(mentor, "как прошла?") == 0


async def test_who_cannot_come_is_told_to_the_mentor_and_gets_no_more_reminders(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "13", "15:00")
    await mentee.taps("Не смогу")
    assert "✅ Не смогу" in mentee.buttons
    assert "не сможет прийти: Илья П." in mentor.sees
    assert "Перенести" in mentor.buttons
    await stage.waits(days=1, hours=1)
    assert heard(mentee, "Напоминаю") == 0
    assert heard(mentor, "Напоминаю") == 1
    assert "Не сможет: Илья П." in mentor.sees
    await mentor.taps("Перенести", "Другой день", "14", "15:00")
    assert "чт 14 января, 15:00" in mentee.sees or "завтра в 15:00" in mentee.sees
    await mentee.taps("Буду")
    await mentor.says("/menu")
    await mentor.taps("Илья П.: чт 14 янв")
    assert "✅ Будет: Илья П." in mentor.sees


async def test_a_mentee_may_ask_for_another_time(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "13", "15:00")
    await mentee.taps("Предложить другое время", "Пусть выберет наставник")
    assert "Просьба перенести встречу" in mentor.sees
    assert "Илья П." in mentor.sees


async def test_a_button_of_a_meeting_that_was_moved_shows_how_it_stands(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "13", "15:00")
    old = mentee.screen.id
    await mentor.taps("Перенести", "Другой день", "15", "16:00")
    await mentee.taps_data(old, MeetTap(meeting=1, revision=0, do="c").pack())
    assert "изменилась" in mentee.toast
    assert "пт 15 января, 16:00" in mentee.sees
    answers = await stage.app.database.read(lambda tx: tx.all("SELECT * FROM meeting_answers"))
    assert answers == []


async def test_a_meeting_is_logged_in_three_taps_and_the_next_is_one_tap_away(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "13", "15:00")
    await stage.waits(days=2, minutes=50)
    assert "как прошла?" in mentor.sees
    assert mentor.buttons[:3] == ["Состоялась", "Перенесли", "Не пришёл"]
    await mentor.taps("Состоялась", "1 час", "Получилось")
    assert "Записал: 1 час, получилось." in mentor.sees
    assert "Следующая — ср 20 янв, 15:00?" in mentor.sees
    await mentor.taps("Да")
    assert "Вторая встреча — пробная рабочая" in mentor.sees
    assert "ср 20 января" in mentor.sees
    first, second = await meetings_of(stage, mentor)
    assert (first["state"], first["minutes"], first["result"]) == ("held", 60, "good")
    assert (second["kind"], second["number"]) == ("trial", 2)
    assert "ср 20 января, 15:00" in mentee.sees


async def test_the_five_kinds_follow_in_their_order(stage):
    _, mentor, _ = await school_with_a_pair(stage)
    for day in ("12", "13", "14", "15"):
        await holds_a_meeting(stage, mentor, day)
    await mentor.says("/menu")
    await mentor.taps("Илья П.: назначить встречу", "Это заключительная встреча")
    assert "Заключительная встреча" in mentor.sees
    await mentor.taps("Другой день", "18", "15:00")
    await stage.waits(days=3, hours=2)
    await mentor.taps("Состоялась", "45 мин", "Получилось")
    assert "Следующая" not in mentor.sees
    kinds = [each["kind"] for each in await meetings_of(stage, mentor)]
    assert kinds == ["first", "trial", "planning", "regular", "closing"]


async def test_a_missed_first_meeting_is_still_the_first(stage):
    _, mentor, _ = await school_with_a_pair(stage)
    await holds_a_meeting(stage, mentor, "12", outcome="Не пришёл")
    assert "встречи не было" in mentor.sees
    await mentor.taps("Да")
    assert "Первая встреча" in mentor.sees


async def test_moved_while_logging_asks_for_the_new_time(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "12", "15:00")
    await stage.waits(days=1, hours=1)
    await mentor.taps("Перенесли")
    assert "Когда?" in mentor.sees
    await mentor.taps("Другой день", "14", "15:00")
    assert "перенесена" in mentee.sees
    assert [(each["state"], each["revision"]) for each in await meetings_of(stage, mentor)] == [("planned", 1)]


async def test_a_meeting_is_logged_once_whatever_is_tapped_again(stage):
    _, mentor, _ = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "12", "15:00")
    await stage.waits(days=1, hours=1)
    await mentor.taps("Состоялась", "45 мин")
    other_phone = mentor.screen.id
    await mentor.taps("Частично")
    await mentor.taps_data(other_phone, LogTap(meeting=1, outcome=2).pack())
    assert "уже записана" in mentor.toast
    (meeting,) = await meetings_of(stage, mentor)
    assert (meeting["state"], meeting["result"]) == ("held", "partly")


async def test_two_phones_of_one_mentor_plan_one_meeting(stage):
    _, mentor, _ = await school_with_a_pair(stage)
    await mentor.says("/menu")
    await mentor.taps("Илья П.: назначить встречу")
    screen = mentor.screen.id
    taps = [TimeTap(match=mentor.match_id, meeting=0, closing=False, at=f"2027-01-1{day}T1500") for day in (3, 4)]
    await asyncio.gather(*(mentor.taps_data(screen, tap.pack()) for tap in taps))
    assert len(await meetings_of(stage, mentor)) == 1
    assert "уже назначена" in mentor.toast


async def test_the_same_time_tapped_twice_changes_nothing(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await mentor.says("/menu")
    await mentor.taps("Илья П.: назначить встречу")
    screen = mentor.screen.id
    tap = TimeTap(match=mentor.match_id, meeting=0, closing=False, at="2027-01-13T1500").pack()
    await mentor.taps_data(screen, tap)
    await mentor.taps_data(screen, tap)
    assert [each["revision"] for each in await meetings_of(stage, mentor)] == [0]
    assert heard(mentee, "Назначена встреча") == 1


@pytest.mark.parametrize("at", ["2027-01-11T1400", "2026-05-01T1500", "2027-07-01T1500"])
async def test_a_time_gone_by_or_after_the_programme_is_refused(stage, at):
    _, mentor, _ = await school_with_a_pair(stage)
    await mentor.says("/menu")
    await mentor.taps("Илья П.: назначить встречу")
    await mentor.taps_data(mentor.screen.id, TimeTap(match=mentor.match_id, meeting=0, closing=False, at=at).pack())
    assert mentor.toast
    assert await meetings_of(stage, mentor) == []


async def test_the_mentee_is_asked_apart_and_a_mismatch_is_seen_by_the_curator_only(stage):
    curator, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "12", "15:00")
    await stage.waits(days=1, hours=1)
    await mentor.taps("Состоялась", "45 мин", "Получилось")
    assert "состоялась?" in mentee.sees
    assert "только куратор" in mentee.sees
    before = len(mentor.user.chat.messages)
    await mentee.taps("Нет")
    assert "Спасибо" in mentee.sees
    assert len(mentor.user.chat.messages) == before
    await curator.says("/menu")
    await curator.taps("Все разделы", "Пары и встречи")
    assert "Расхождения: 1" in curator.buttons
    await curator.taps("Расхождения: 1", "⚠️ ")
    assert "наставник: состоялась, наставляемый: нет" in curator.sees
    await mentor.says("/menu")
    await mentor.taps("Илья П.", "Прошлые встречи")
    assert "наставляемый: нет" not in mentor.sees
    card = curator.screen.id
    await curator.taps("Не было 12 янв")
    assert "расхождения больше нет" in curator.sees
    assert "не состоялась" in curator.sees
    assert "по вашему решению" in curator.sees
    await curator.taps_data(card, SettleTap(meeting=1, held=True).pack())
    assert "разобрались" in curator.toast
    await curator.says("/today")
    assert "разошлись" not in curator.sees, "what is settled waits no longer"


async def test_everyone_of_a_group_is_told_and_asked(stage):
    _, mentor, one, two = await school_with_a_pair(stage, "Панин", "Рябов")
    await mentor.says("/menu")
    assert "Ваши наставляемые: Илья П., Илья Р." in mentor.sees
    await sets_a_meeting(mentor, "12", "15:00")
    assert "Наставляемым придёт сообщение" in mentor.sees
    for mentee in (one, two):
        assert "Назначена встреча" in mentee.sees
    await two.taps("Не смогу")
    assert "не сможет прийти: Илья Р." in mentor.sees
    await stage.waits(days=1, hours=1)
    assert "Вы были на встрече" in one.sees
    assert "Вы были на встрече" in two.sees


async def test_a_frozen_pair_hears_nothing_more(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "13", "15:00")
    await stage.app.database.work(lambda tx: tx.run("UPDATE members SET state = 'frozen'"))
    said = len(mentee.user.chat.from_bot), len(mentor.user.chat.from_bot)
    await stage.waits(days=5)
    assert (len(mentee.user.chat.from_bot), len(mentor.user.chat.from_bot)) == said


async def test_a_calendar_file_carries_the_revision(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "13", "15:00")
    await mentor.taps("Перенести", "Другой день", "14", "16:00")
    await mentee.taps("В календарь")
    (event,) = Calendar.from_ical(mentee.screen.document.content).walk("VEVENT")
    assert event["SEQUENCE"] == 1
    assert event.decoded("DTSTART") == datetime(2027, 1, 14, 13, 0, tzinfo=UTC)


async def test_place_and_note_come_out_as_typed(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "12", "15:00")
    await mentor.taps("Место", "Вписать")
    await mentor.says("каб. 21 <b>&")
    assert "Место: каб. 21 <b>&" in mentor.sees
    await stage.waits(hours=23)
    assert "Место: каб. 21 <b>&" in mentee.sees
    await stage.waits(hours=2)
    await mentor.taps("Состоялась", "45 мин", "Застряли", "Дополнить запись", "Заметка")
    await mentor.says("=1+1 & <i>дроби")
    await mentor.says("/menu")
    await mentor.taps("Илья П.", "Прошлые встречи")
    assert "застряли" in mentor.sees
    await mentor.taps("12 янв: дополнить")
    assert "=1+1 & <i>дроби" in mentor.sees
    await mentee.says("/menu")
    await mentee.taps("Встречи с наставником", "Прошлые встречи")
    assert "дроби" not in mentee.sees
    assert "застряли" not in mentee.sees


async def test_another_pairs_meeting_and_a_strangers_taps_change_nothing(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "13", "15:00")
    others = await at_work(stage, "Чужак", mentor="Иная")
    stranger = await stage.someone()
    await stranger.starts()
    taps = [MeetTap(meeting=1, revision=0, do=do).pack() for do in "cnmyxofipw"]
    taps += [
        LogTap(meeting=1, outcome=0).pack(),
        FeedbackTap(match=mentor.match_id, side=Side.MENTOR).pack(),
        WatchPairTap(match=mentor.match_id).pack(),
        NudgeTap(match=mentor.match_id).pack(),
        SettleTap(meeting=1, held=False).pack(),
        PlanTap(match=mentor.match_id, meeting=1, closing=False, leaf="2027-13").pack(),
        TimeTap(match=mentor.match_id, meeting=1, closing=False, at="2027-01-14T1500").pack(),
    ]
    said = len(mentee.user.chat.messages)
    for someone in (*others, stranger):
        await someone.says("/menu")
        for tap in taps:
            await someone.taps_data(someone.screen.id, tap)
            assert "Илья П." not in someone.sees
            assert "Марина К." not in someone.sees
    assert [(each["state"], each["revision"]) for each in await meetings_of(stage, mentor)] == [("planned", 0)]
    assert len(mentee.user.chat.messages) == said


async def test_a_mentee_cannot_set_move_or_log(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "13", "15:00")
    for tap in (
        MeetTap(meeting=1, revision=0, do="f"),
        TimeTap(match=mentor.match_id, meeting=1, closing=False, at="2027-01-14T1500"),
        LogTap(meeting=1, outcome=2),
    ):
        await mentee.taps_data(mentee.screen.id, tap.pack())
    assert [(each["state"], each["revision"]) for each in await meetings_of(stage, mentor)] == [("planned", 0)]


async def test_the_curator_reminds_a_mentor_once_a_day(stage):
    curator, mentor, _ = await school_with_a_pair(stage)
    await curator.says("/menu")
    await curator.taps("Все разделы", "Пары и встречи", "Без встреч: 1", "1", "Напомнить наставнику")
    assert "Куратор напоминает" in mentor.sees
    await curator.taps("Напомнить наставнику")
    assert "уже напоминали" in curator.toast
    assert heard(mentor, "Куратор напоминает") == 1
    await mentor.taps("Назначить встречу")
    assert "Когда?" in mentor.sees


async def test_pages_of_pairs_go_by_eight(stage):
    curator = await set_up_school(stage)
    await at_work(stage)
    await many_pairs(stage, 20)
    await curator.says("/menu")
    await curator.taps("Все разделы", "Пары и встречи")
    assert "Все: 21" in " ".join(curator.buttons)
    assert sum(button.isdigit() for button in curator.buttons) == 8
    await curator.taps("Дальше ›", "Дальше ›")
    assert sum(button.isdigit() for button in curator.buttons) == 5
    await curator.taps("‹ В начало списка")
    assert sum(button.isdigit() for button in curator.buttons) == 8


async def many_pairs(stage, number):
    def unit(tx):
        for each in range(number):
            mentor = add(tx, f"Наставник{each}", side=Side.MENTOR, school_class="10А")
            match(tx, mentor, add(tx, f"Ученик{each}", kind=Kind.PUPIL))

    await stage.app.database.work(unit)


async def queries(stage, act):
    """How many statements of the readers an act takes."""
    said = []
    readers = stage.app.database._readers
    connections = [readers.get_nowait() for _ in range(readers.qsize())]
    for connection in connections:
        await connection.set_trace_callback(said.append)
        readers.put_nowait(connection)
    await act()
    for connection in connections:
        await connection.set_trace_callback(None)
    return len([each for each in said if each.startswith("SELECT")])


async def test_a_page_and_a_pair_cost_the_same_for_many_as_for_few(stage):
    curator, mentor, _ = await school_with_a_pair(stage)
    watch, meetings = stage.app.parts.pairs_watch, stage.app.parts.meetings
    speakers = [
        await stage.app.database.read(lambda tx, who=who: accounts.speaking(tx, who.user.id))
        for who in (curator, mentor)
    ]

    async def costs():
        return (
            await queries(stage, lambda: watch.page(speakers[0], Which.ALL)),
            await queries(stage, lambda: stage.app.parts.pair_pages.page(speakers[0], mentor.match_id)),
            await queries(stage, lambda: meetings.mine(speakers[1])),
            await queries(stage, lambda: meetings.pair(speakers[1], mentor.match_id)),
            await queries(stage, lambda: stage.app.parts.notices.due(stage.clock())),
        )

    few = await costs()
    await many_pairs(stage, 30)
    assert await costs() == few
    assert max(few) <= 20, few


async def test_the_database_itself_holds_one_planned_meeting_of_a_match(stage):
    _, mentor, _ = await school_with_a_pair(stage)
    await sets_a_meeting(mentor)

    def second(tx):
        tx.insert("meetings", match_id=mentor.match_id, number=2, kind="trial", starts_at=tx.now, made_at=tx.now)

    with pytest.raises(sqlite3.IntegrityError):
        await stage.app.database.work(second)


async def test_a_month_or_an_hour_of_no_calendar_does_no_harm(stage):
    _, mentor, _ = await school_with_a_pair(stage)
    await mentor.says("/menu")
    await mentor.taps("Илья П.: назначить встречу")
    await mentor.taps_data(
        mentor.screen.id, PlanTap(match=mentor.match_id, meeting=0, closing=False, leaf="2027-02-31").pack()
    )
    assert "Когда?" in mentor.sees
    await mentor.taps_data(
        mentor.screen.id, TimeTap(match=mentor.match_id, meeting=0, closing=False, at="yesterday").pack()
    )
    assert "не ваше" in mentor.toast


async def test_a_meeting_nobody_logged_is_shown_to_the_curator_as_such(stage):
    curator, mentor, _ = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "12", "15:00")
    await stage.waits(days=15)
    await curator.says("/today")
    assert "14 дней без встречи" in curator.sees
    await curator.taps("Котова Марина — Панин Илья", "Встречи пары")
    assert "Наставник не отметил, как прошла" in curator.sees


async def test_a_pair_that_met_once_and_stopped_waits_for_the_curator_again(stage):
    curator, mentor, mentee = await school_with_a_pair(stage)
    await holds_a_meeting(stage, mentor, "12")
    await mentee.taps("Да")
    await stage.waits(days=13)
    await curator.says("/today")
    assert "без встречи" not in curator.sees
    await stage.waits(days=2)
    await curator.says("/today")
    assert "пары, которым нужна помощь: 1" in curator.sees
    assert "дней без встречи" in curator.sees
