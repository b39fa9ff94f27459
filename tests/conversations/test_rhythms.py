"""A pair arranges its meetings: repeating, another time, a place or a link, why it was moved, the curator invited."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from steps_matching import Ready, guardian_of
from steps_meetings import school_with_a_pair, sets_a_meeting
from steps_school import staff_member

from handlers.curator.pair_taps import WatchPairTap
from handlers.curator.visits import VisitTap
from handlers.meeting_details import LengthTap, PlaceTap, ReasonTap
from handlers.meeting_parts import MeetTap, ProposalTap, ProposeTap, RhythmTap
from handlers.meeting_proposals import ProposedTimeTap
from mentoring.meetings import MeetingKind, MeetingState, Reason
from mentoring.people import Role
from storage import meeting_moves, meetings


def heard(someone, words):
    """How many messages of the bot with these words somebody has got."""
    return sum(words in message.text for message in someone.user.chat.messages if message.from_bot)


async def rows(stage, table):
    return await stage.app.database.read(lambda tx: tx.all(f"SELECT * FROM {table} ORDER BY id"))


async def starts(stage):
    """(state, day and hour in UTC) of every meeting."""
    return [(each["state"], each["starts_at"][:16]) for each in await rows(stage, "meetings")]


async def repeats(mentor, often="Каждую неделю", until="До конца программы"):
    """The mentor sets a meeting on Tuesday the 12th and lets it repeat."""
    await sets_a_meeting(mentor, "12")
    return await mentor.taps("Повторять", often, until)


async def logs(mentor):
    await mentor.taps("Состоялась", "45 мин", "Получилось")


async def test_a_meeting_repeats_every_week_and_the_next_is_planned_by_itself(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await repeats(mentor)
    assert "Каждую неделю: по вторникам в 15:00" in mentor.sees
    assert "19 янв" in mentor.sees
    assert heard(mentee, "теперь повторяются: каждую неделю, по вторникам в 15:00") == 1
    await stage.waits(days=1, hours=1)
    await logs(mentor)
    assert [each[1] for each in await starts(stage)] == ["2027-01-12T12:00", "2027-01-19T12:00"]
    await mentor.says("/menu")
    await mentor.taps("Илья П.: вт 19 янв, 15:00")
    assert "🔁 Каждую неделю" in mentor.sees


async def test_a_meeting_nobody_logged_gives_way_a_day_later_and_can_still_be_logged(stage):
    _, mentor, _ = await school_with_a_pair(stage)
    await repeats(mentor)
    await stage.waits(days=2, hours=3)
    assert [each[1] for each in await starts(stage)] == ["2027-01-12T12:00", "2027-01-19T12:00"]
    await mentor.says("/menu")
    await mentor.taps("Илья П.: вт 19 янв", "Отметить: 12 янв")
    await logs(mentor)
    assert [each[0] for each in await starts(stage)] == ["held", "planned"]


async def test_moving_one_does_not_move_the_others_and_cancelling_one_names_the_next(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await repeats(mentor)
    await mentor.says("/menu")
    await mentor.taps("Илья П.", "Перенести", "Другой день", "14", "16:00")
    await stage.waits(days=3, hours=2)
    await logs(mentor)
    assert (await starts(stage))[-1] == ("planned", "2027-01-19T12:00")
    await mentor.says("/menu")
    await mentor.taps("Илья П.", "Отменить встречу", "Отменить встречу")
    assert (await starts(stage))[-1] == ("planned", "2027-01-26T12:00")
    assert heard(mentee, "не будет. Следующая: вт 26 января, 15:00") == 1


async def test_holidays_a_pause_and_hours_that_are_taken_are_stepped_over(stage):
    _, mentor, _ = await school_with_a_pair(stage)
    await repeats(mentor)
    holidays = {"school_id": 1, "first_on": date(2027, 1, 18), "last_on": date(2027, 1, 24), "kind": "other"}
    await stage.app.database.work(lambda tx: tx.insert("holidays", **holidays))
    await stage.waits(days=1, hours=1)
    await logs(mentor)
    assert (await starts(stage))[-1] == ("planned", "2027-01-26T12:00")


async def test_a_rhythm_is_changed_stopped_and_ends_with_its_weeks(stage):
    _, mentor, _ = await school_with_a_pair(stage)
    await repeats(mentor, until="4 недели")
    await mentor.taps("Изменить", "Раз в две недели", "До конца программы")
    assert "Раз в две недели: по вторникам" in mentor.sees
    await mentor.taps("Остановить повтор")
    assert "Назначенная встреча остаётся" in mentor.sees
    await stage.waits(days=1, hours=1)
    await logs(mentor)
    assert len(await starts(stage)) == 1
    assert all(each["stopped_at"] for each in await rows(stage, "rhythms"))


async def test_a_frozen_pairs_rhythm_plans_nothing_more(stage):
    _, mentor, _ = await school_with_a_pair(stage)
    await repeats(mentor)
    await stage.app.database.work(lambda tx: tx.run("UPDATE members SET state = 'frozen'"))
    await stage.waits(days=3)
    assert len(await starts(stage)) == 1


async def test_a_mentee_proposes_another_time_and_the_mentor_agrees_in_one_tap(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "13")
    await mentee.taps("Предложить другое время", "Другой день", "14", "16:00")
    assert "Наставник ещё не ответил" in mentee.sees
    assert "Илья П. предлагает другое время: чт 14 января, 16:00" in mentor.sees
    assert mentor.buttons[:3] == ["Согласиться", "Другой день", "Оставить как есть"]
    notice = mentor.screen.id
    await mentor.taps("Согласиться")
    assert "Договорились" in mentor.sees
    assert heard(mentee, "перенесена. Новое время: чт 14 января, 16:00") == 1
    await mentor.taps_data(notice, ProposalTap(proposal=1, agree=False).pack())
    assert "уже ответили" in mentor.toast
    (moved,) = await rows(stage, "meeting_moves")
    assert (moved["by_id"], moved["reason"]) == (mentee.person_id, "")


async def test_a_proposal_falls_with_its_meeting_and_a_kept_time_is_told(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "13")
    await mentee.taps("Предложить другое время", "Другой день", "14", "16:00")
    await mentor.taps("Оставить как есть")
    assert heard(mentee, "Наставник оставил прежнее время") == 1
    await mentee.says("/menu")
    await mentee.taps("Встреча ср 13 янв", "Предложить другое время", "Другой день", "15", "16:00")
    old = mentor.screen.id
    await mentor.says("/menu")
    await mentor.taps("Илья П.", "Отменить встречу", "Отменить встречу")
    await mentor.taps_data(old, ProposalTap(proposal=2, agree=True).pack())
    assert "уже ответили" in mentor.toast
    assert [each["answer"] for each in await rows(stage, "meeting_proposals")] == ["kept", "dropped"]


async def test_before_any_meeting_a_mentee_asks_when_they_meet(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await mentee.says("/menu")
    await mentee.taps("Встречи с наставником", "Когда встретимся?", "Другой день", "14", "16:00")
    assert "Илья П. предлагает встретиться: чт 14 января, 16:00" in mentor.sees
    await mentor.taps("Согласиться")
    assert await starts(stage) == [("planned", "2027-01-14T13:00")]
    assert heard(mentee, "Назначена встреча: чт 14 января, 16:00") == 1


async def test_why_it_was_moved_is_for_the_curator_alone(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "13")
    await mentor.taps("Перенести", "Другой день", "14", "15:00")
    assert "Увидит только куратор" in mentor.sees
    await mentor.taps("Болезнь")
    found = await stage.app.database.read(lambda tx: meeting_moves.of_match(tx, mentor.match_id))
    assert [(each.by_id, each.reason) for each in found] == [(mentor.person_id, Reason.ILL)]
    assert heard(mentee, "олезнь") == 0
    await mentor.taps("Отменить встречу", "Отменить встречу")
    counted = await stage.app.database.read(lambda tx: meeting_moves.cancelled_in_a_row(tx, [mentor.match_id]))
    assert counted == {mentor.match_id: 1}


async def test_a_link_is_a_button_and_a_place_used_before_is_one_tap(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "13")
    await mentor.taps("Место", "Вписать")
    await mentor.says("https://meet.example.org/a1?b=2 код 77")
    assert "Подключиться" in mentee.buttons
    assert "Онлайн, по ссылке · код 77" in mentee.sees
    await mentor.taps("Место", "В школе")
    assert "Место: В школе" in mentee.sees
    await mentor.taps("Место")
    assert "В школе" in mentor.buttons


async def test_the_curator_is_invited_comes_hears_of_a_move_and_of_the_end(stage):
    curator, mentor, _ = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "13")
    assert "Приглашение на встречу пары: ср 13 января, 15:00" in curator.sees
    assert "Куратор приглашён" in mentor.sees
    await curator.taps("Буду")
    assert "вы будете" in curator.sees
    await curator.taps("В календарь")
    assert curator.screen.document.content.startswith(b"BEGIN:VCALENDAR")
    await mentor.says("/menu")
    await mentor.taps("Илья П.")
    assert "Куратор придёт" in mentor.sees
    await mentor.taps("Перенести", "Другой день", "14", "15:00")
    assert "на которую вы обещали прийти, перенесена" in curator.sees
    await curator.taps("Не смогу")
    assert "без вас" in curator.sees
    await mentor.says("/menu")
    await mentor.taps("Илья П.")
    assert "встреча состоится без него" in mentor.sees
    await curator.says("/menu")
    assert "куда вас приглашают" not in curator.sees, "declined: it waits no longer"


async def test_what_a_meeting_is_about_stands_in_the_invitation_and_its_length_can_be_changed(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "13")
    for someone in (mentor, mentee):
        assert all(words in someone.sees for words in ("Зачем:", "Что делаем:", "Итог:"))
    await mentee.taps("О чём встреча")
    assert "Рассказать о себе" in mentee.sees
    await mentor.taps("О чём встреча", "60 мин")
    assert [each["minutes"] for each in await rows(stage, "meetings")] == [60]


async def test_others_taps_about_a_pair_change_nothing(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await sets_a_meeting(mentor, "13")
    stranger = await stage.someone()
    await stranger.starts()
    match = mentor.match_id
    taps = [
        RhythmTap(match=match, do="l", weeks=1, lasting=0), RhythmTap(match=match, do="x"),
        ProposeTap(match=match, meeting=1, leaf=""), ProposedTimeTap(match=match, meeting=1, at="2027-01-14T1500"),
        LengthTap(meeting=1, minutes=90), PlaceTap(meeting=1), ReasonTap(meeting=1, reason=Reason.ILL),
        VisitTap(do="c", meeting=1),
    ]  # fmt: skip
    before = [tuple(each) for each in await rows(stage, "meetings")]
    for someone, some in ((stranger, taps), (mentee, [taps[0], taps[1], *taps[4:6], taps[7]]), (mentor, taps[2:4])):
        await someone.says("/menu")
        for tap in some:
            await someone.taps_data(someone.screen.id, tap.pack())
            assert "Илья П." not in stranger.sees
    assert [tuple(each) for each in await rows(stage, "meetings")] == before
    for table in ("rhythms", "meeting_proposals"):
        assert await rows(stage, table) == []


def calls_to(stage, *people):
    """Everything ever sent to these people, whole: texts, buttons, toasts, words under files."""
    ids = {each.user.id for each in people}
    calls = [each.params for each in stage.telegram.calls if int(each.params.get("chat_id", 0)) in ids]
    toasts = [each.text for someone in people for each in someone.user.toasts]
    return json.dumps([calls, toasts], ensure_ascii=False, default=str)


async def test_no_call_to_the_mentee_or_a_parent_has_the_reason_of_a_move(stage):
    curator, mentor, mentee = await school_with_a_pair(stage)
    parent = await guardian_of(stage, Ready(mentee.person_id, 0, "Панин Илья"))
    await sets_a_meeting(mentor, "13")
    await mentor.taps("Перенести", "Другой день", "14", "15:00", "Болезнь")
    await mentor.taps("Отменить встречу", "Отменить встречу", "Учёба, работа")
    for someone in (mentee, parent):
        await someone.says("/menu")
        await someone.taps(next(each for each in someone.buttons if "стреч" in each or "Ребёнок" in each))
    await curator.taps_data(curator.screen.id, WatchPairTap(match=mentor.match_id).pack())
    reasons = ("олезнь", "(болезнь)", "чёба, работа", "учёба, работа", "не успели")
    assert any(each in calls_to(stage, curator) for each in reasons), "they would be found"
    assert "перенесена" in calls_to(stage, mentee), "they would be looked at"
    for someone in (mentee, parent):
        assert not [each for each in reasons if each in calls_to(stage, someone)]


async def test_a_second_curator_takes_the_visit_and_the_first_is_no_longer_asked(stage):
    curator, mentor, _ = await school_with_a_pair(stage)
    second = await staff_member(stage, Role.CURATOR)
    await sets_a_meeting(mentor, "13")
    assert "Приглашение на встречу пары" in second.sees
    await second.taps("Буду")
    assert "вы будете" in second.sees
    await curator.says("/menu")
    assert "куда вас приглашают" not in curator.sees, "one curator is enough"


async def test_a_rhythm_steps_over_a_pause_of_the_mentor_and_a_day_of_the_state(stage):
    _, mentor, _ = await school_with_a_pair(stage)
    await repeats(mentor)

    def away(tx):
        tx.insert("pauses", programme_id=1, mentor_id=mentor.person_id, reason="study", until_on=date(2027, 2, 20),
                  set_at=tx.now)  # fmt: skip

    await stage.app.database.work(away)
    await stage.waits(days=1, hours=1)
    await logs(mentor)
    assert (await starts(stage))[-1] == ("planned", "2027-03-02T12:00"), "23 February is a Tuesday, and nobody works"


async def test_the_bot_tells_the_mentee_what_the_next_meeting_of_the_rhythm_is_about(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await repeats(mentor)
    await stage.waits(days=1, hours=1)
    before = len(mentor.user.chat.messages)
    await logs(mentor)
    assert heard(mentee, "Вторая встреча — пробная рабочая") == 1
    assert not any("Назначена встреча" in each.text for each in mentor.user.chat.messages[before:]), "read it just now"
    assert "19 янв" in mentor.sees


async def test_late_tapped_put_off_crosses_out_the_meeting_that_gave_way_and_is_counted_as_a_move(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    await repeats(mentor)
    await stage.waits(days=2, hours=3)
    before = len(mentee.user.chat.messages)
    await mentor.says("/menu")
    await mentor.taps("Илья П.: вт 19 янв", "Отметить: 12 янв", "Перенесли")
    assert "в тот день встречи не было, её перенесли" in mentor.sees
    assert await starts(stage) == [("cancelled", "2027-01-12T12:00"), ("planned", "2027-01-19T12:00")]
    (moved,) = await rows(stage, "meeting_moves")
    assert (moved["was_at"][:10], moved["now_at"], moved["by_id"]) == ("2027-01-12", None, mentor.person_id)
    assert len(mentee.user.chat.messages) == before, "it is of the past: nobody waits for it"
    await mentor.says("/menu")
    await mentor.taps("Илья П.: вт 19 янв")
    assert not any("Отметить" in each for each in mentor.buttons)
    ahead = (await rows(stage, "meetings"))[-1]
    assert ahead["kind"] == MeetingKind.FIRST, "they have not met yet: the next one is their first"


async def three_were_held(stage, mentor, ends):
    """The first, the trial and the planning meeting are over; the programme ends on a day."""

    def unit(tx):
        tx.run("UPDATE programmes SET ends_on = :ends", ends=ends)
        for kind, day in (MeetingKind.FIRST, 1), (MeetingKind.TRIAL, 8), (MeetingKind.PLANNING, 15):
            made = meetings.plan(tx, mentor.match_id, kind, datetime(2026, 12, day, 12, tzinfo=UTC), place="", by=None)
            meetings.log(tx, made.id, MeetingState.HELD, by=mentor.person_id)

    await stage.app.database.work(unit)
    await mentor.says("/menu")
    await mentor.taps("Илья П.: назначить встречу")


async def kinds(stage):
    return [each["kind"] for each in await rows(stage, "meetings")][3:]


@pytest.mark.parametrize(("ends", "near"), [(date(2027, 2, 1), True), (date(2027, 2, 2), False)])
async def test_in_the_last_three_weeks_the_closing_meeting_is_proposed_and_a_regular_one_is_a_tap_away(
    stage, ends, near
):
    curator, mentor, mentee = await school_with_a_pair(stage)
    await three_were_held(stage, mentor, ends)
    assert ("Программа скоро завершается: предлагаю заключительную встречу" in mentor.sees) == near
    assert ("Заключительная встреча · Илья П." in mentor.sees) == near
    assert ("Это обычная встреча" in mentor.buttons) == near
    await mentor.taps("Другой день", "13", "15:00")
    assert await kinds(stage) == ["closing" if near else "regular"]
    assert heard(mentee, "Заключительная встреча · Марина К.") == near
    assert heard(curator, "Заключительная встреча · Котова Марина") == near


async def test_the_last_meeting_of_a_rhythm_that_runs_to_the_end_is_the_closing_one(stage):
    curator, mentor, mentee = await school_with_a_pair(stage)
    await three_were_held(stage, mentor, date(2027, 1, 31))
    await mentor.taps("Это обычная встреча", "Другой день", "12", "15:00")
    await mentor.taps("Повторять", "Каждую неделю", "До конца программы")
    await stage.waits(days=1, hours=1)
    await logs(mentor)
    assert await kinds(stage) == ["regular", "regular"], "on the 26th they meet once more"
    await stage.waits(days=7)
    await logs(mentor)
    assert "Следующая встреча: вт 26 января, 15:00\nЗаключительная встреча" in mentor.sees
    assert heard(mentee, "Заключительная встреча · Марина К.") == heard(curator, "Приглашение на встречу пары") == 1
    await stage.waits(days=7)
    await logs(mentor)
    assert await kinds(stage) == ["regular", "regular", "closing"]
    assert all(each["stopped_at"] for each in await rows(stage, "rhythms"))


async def test_an_old_button_crosses_out_the_meeting_that_gave_way_and_nothing_of_the_next_one(stage):
    curator, mentor, mentee = await school_with_a_pair(stage)
    await repeats(mentor)
    await curator.taps("Буду")
    old = mentor.screen.id
    await stage.waits(days=2, hours=3)
    await mentee.says("/menu")
    await mentee.taps("Встреча вт 19 янв", "Предложить другое время", "Другой день", "20", "16:00")
    await mentor.taps_data(old, MeetTap(meeting=1, revision=0, do="f").pack())
    assert [each[0] for each in await starts(stage)] == ["cancelled", "planned"]
    assert [each["answer"] for each in await rows(stage, "meeting_proposals")] == [None], (
        "it waits for the mentor still"
    )
    assert "не будет" not in curator.sees + mentee.sees
