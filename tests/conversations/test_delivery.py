"""Notices go out lane by lane, at the allowed pace; a blocked phone, a 429 or a fault stops nobody else."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import timedelta

import pytest
from stage import FIRST_DAY, TOKEN
from steps_meetings import school_with_a_pair, sets_a_meeting
from steps_people import add

from bot.app import build
from bot.clock import MovableClock
from bot.settings import BotSettings
from bot.timetable import timetable
from mentoring.people import Kind, Side
from simulator import Telegram
from storage import accounts, notices
from storage.notices import Lane


@pytest.fixture
def saying(stage):
    """Lets a notice of any lane be written; `meeting-nudge` is a kind that says something to any mentor."""
    said = stage.app.parts.notices

    said._still["test"] = lambda tx, notice: {}
    stage.app.delivery._views = {**stage.app.delivery._views, "test": _view}

    def write(tx, person, lane, about=0, **more):
        school = tx.value("SELECT school_id FROM persons WHERE id = :id", id=person)
        return notices.write(tx, "test", school=school, person=person, about=about, lane=lane, **more)

    return write


def _view(say, values, notice):
    from handlers.screen import screen

    return screen(f"notice {notice.lane.name} {notice.about}")


async def outcome(stage, about=0, kind="test"):
    return await stage.app.database.read(
        lambda tx: tx.value("SELECT outcome FROM notices WHERE kind = :kind AND about = :about", kind=kind, about=about)
    )


async def crowd(stage, size):
    """So many mentees with phones."""
    phones = [await stage.someone(f"Ученик {number}") for number in range(size)]

    def unit(tx):
        for number, phone in enumerate(phones):
            phone.user.chat.started = True
            phone.person_id = add(tx, f"Ученик{number}", kind=Kind.PUPIL, side=Side.MENTEE, phone=phone)

    await stage.app.database.work(unit)
    return phones


async def broadcast(stage, saying, phones):
    def unit(tx):
        for phone in phones:
            saying(tx, phone.person_id, Lane.BROADCAST)

    await stage.app.database.work(unit)


async def test_a_blocked_phone_is_seen_at_once_and_the_curator_told_once(stage, saying):
    curator, mentor, mentee = await school_with_a_pair(stage)
    mentee.user.chat.blocked = True  # without the update that tells of it
    await sets_a_meeting(mentor)
    assert "Недоступен: Панин Илья" in curator.sees
    await mentor.taps("Перенести", "Другой день", "14", "15:00", "Без причины")
    said = [m for m in curator.user.chat.messages if "Недоступен" in m.text]
    assert len(said) == 1
    mentee.user.chat.blocked = False
    await mentee.starts()
    await stage.app.database.work(lambda tx: accounts.mark_reachable(tx, mentee.user.id, reachable=True))
    await mentor.taps("Перенести", "Другой день", "15", "15:00")
    assert "пт 15 января" in mentee.sees, "whoever comes back is written to again"


async def test_a_faulty_messenger_is_tried_again_later(stage, saying):
    _, _, mentee = await school_with_a_pair(stage)
    stage.telegram.faults.fail("sendMessage", times=1, status=400, description="Bad Request: something odd")
    await stage.app.database.work(lambda tx: saying(tx, mentee.person_id, Lane.ANSWER))
    await stage.app.delivery.tick()
    assert await outcome(stage) is None
    await stage.waits(minutes=5)
    assert await outcome(stage) == "sent"
    assert mentee.sees == "notice ANSWER 0"


async def test_a_notice_that_never_goes_out_is_given_up_and_stops_no_other(stage, saying):
    _, mentor, mentee = await school_with_a_pair(stage)
    stage.app.parts.notices._still["broken"] = lambda tx, notice: 1 / 0
    school = 1

    def unit(tx):
        notices.write(tx, "broken", school=school, person=mentee.person_id)
        saying(tx, mentor.person_id, Lane.ANSWER)

    await stage.app.database.work(unit)
    await stage.app.delivery.tick()
    assert mentor.sees == "notice ANSWER 0"
    await stage.waits(hours=1)
    assert await outcome(stage, kind="broken") == "failed"


async def test_too_many_requests_are_waited_out(stage, saying):
    _, _, mentee = await school_with_a_pair(stage)
    stage.telegram.faults.fail("sendMessage", status=429, description="Too Many Requests: retry after 7", retry_after=7)
    before = stage.pace
    await stage.app.database.work(lambda tx: saying(tx, mentee.person_id, Lane.ANSWER))
    await stage.app.delivery.tick()
    assert stage.pace - before >= 7
    assert await outcome(stage) == "sent"


async def test_a_wait_too_long_to_sit_out_puts_the_notice_off_without_counting_a_failure(stage, saying):
    _, _, mentee = await school_with_a_pair(stage)
    stage.telegram.faults.fail(
        "sendMessage", status=429, description="Too Many Requests: retry after 90", retry_after=90
    )
    await stage.app.database.work(lambda tx: saying(tx, mentee.person_id, Lane.ANSWER))
    await stage.app.delivery.tick()
    assert await outcome(stage) is None
    assert await stage.app.database.read(lambda tx: tx.value("SELECT attempts FROM notices WHERE kind = 'test'")) == 0
    await stage.waits(seconds=90)
    assert await outcome(stage) == "sent"


async def test_an_answer_overtakes_a_broadcast_that_is_on_its_way(stage, saying):
    _, mentor, _ = await school_with_a_pair(stage)
    await broadcast(stage, saying, await crowd(stage, 40))
    pace = stage.app.delivery._pace
    pausing, gone = pace._pause, []

    async def answer_meanwhile(seconds):
        gone.append(len(stage.telegram.calls_of("sendMessage")))
        await stage.app.database.work(lambda tx: saying(tx, mentor.person_id, Lane.ANSWER, 99))
        await pausing(seconds)

    pace._pause = answer_meanwhile
    await stage.app.delivery.tick()
    texts = [call.params["text"] for call in stage.telegram.calls_of("sendMessage") if "notice" in call.params["text"]]
    assert len(texts) == 41
    sent = [call.params["text"] for call in stage.telegram.calls_of("sendMessage")]
    assert sent.index("notice ANSWER 99") == gone[0], "not one of the broadcast went before it"


async def test_safety_overtakes_the_whole_of_a_broadcast_that_is_on_its_way(stage, saying):
    _, mentor, mentee = await school_with_a_pair(stage)
    await broadcast(stage, saying, await crowd(stage, 40))
    pace = stage.app.delivery._pace
    pausing, gone = pace._pause, []

    async def alarm_meanwhile(seconds):
        if not gone:
            gone.append(len(stage.telegram.calls_of("sendMessage")))
            await stage.app.database.work(
                lambda tx: [saying(tx, each.person_id, Lane.SAFETY, 98) for each in (mentor, mentee)]
            )
        await pausing(seconds)

    pace._pause = alarm_meanwhile
    await stage.app.delivery.tick()
    sent = [call.params["text"] for call in stage.telegram.calls_of("sendMessage")]
    assert sent[gone[0] : gone[0] + 2] == ["notice SAFETY 98"] * 2, "not one of the broadcast went between"
    assert sent.count("notice BROADCAST 0") == 40


async def test_a_broadcast_keeps_the_pace_without_one_429(stage, saying):
    await school_with_a_pair(stage)
    phones = await crowd(stage, 60)
    await broadcast(stage, saying, phones)
    before = stage.pace
    await stage.app.delivery.tick()
    assert all(phone.sees == "notice BROADCAST 0" for phone in phones)
    assert all(call.ok for call in stage.telegram.calls_of("sendMessage"))
    assert 1.4 <= stage.pace - before <= 2.2, "60 messages at 28 a second, less what may go at once"


async def test_a_broadcast_at_night_is_held_at_once_and_goes_in_the_morning(stage, saying):
    await school_with_a_pair(stage)
    phones = await crowd(stage, 30)
    await stage.waits(hours=9)
    await broadcast(stage, saying, phones)
    before = stage.pace
    await stage.app.delivery.tick()
    assert stage.pace == before, "holding back takes none of the pace"
    assert not any("notice" in call.params["text"] for call in stage.telegram.calls_of("sendMessage"))
    await stage.waits(hours=14)
    assert all(phone.sees == "notice BROADCAST 0" for phone in phones)


async def test_a_notice_due_at_night_waits_for_the_morning_unless_it_is_urgent(stage, saying):
    _, mentor, mentee = await school_with_a_pair(stage)
    await stage.waits(hours=9)  # midnight

    def unit(tx):
        saying(tx, mentee.person_id, Lane.ANSWER, 1)
        saying(tx, mentor.person_id, Lane.ANSWER, 2, any_hour=True)
        saying(tx, mentee.person_id, Lane.ANSWER, 3, not_after=tx.now + timedelta(hours=3))

    await stage.app.database.work(unit)
    await stage.app.delivery.tick()
    assert mentor.sees == "notice ANSWER 2"
    assert await outcome(stage, 1) is None
    assert await outcome(stage, 3) == "late"
    await stage.waits(hours=13, minutes=59)
    assert await outcome(stage, 1) is None, "lessons are on"
    await stage.waits(minutes=1)
    assert mentee.sees == "notice ANSWER 1"


async def test_a_phone_of_two_people_says_for_whom_and_switches_in_one_tap(stage):
    _, mentor, mentee = await school_with_a_pair(stage)

    def unit(tx):
        account = accounts.speaking(tx, mentee.user.id)
        accounts.speak_for(tx, account.account_id, add(tx, "Панина", "Анна", kind=Kind.GUARDIAN, side=None))

    await stage.app.database.work(unit)
    await sets_a_meeting(mentor)
    assert "Для: Илья" in mentee.sees
    assert "Буду" not in mentee.buttons
    await mentee.taps("Ответить: Илья")
    await mentee.taps("Буду")
    assert "вы будете" in mentee.sees


async def test_a_notice_goes_through_the_newest_phone_and_through_the_other_when_that_is_gone(stage):
    _, mentor, mentee = await school_with_a_pair(stage)
    newer = await stage.someone("Новый телефон")
    await newer.starts()
    await stage.waits(minutes=1)
    await stage.app.database.work(
        lambda tx: accounts.speak_for(tx, accounts.speaking(tx, newer.user.id).account_id, mentee.person_id)
    )
    await sets_a_meeting(mentor)
    assert "Назначена встреча" in newer.sees
    assert "Назначена" not in mentee.sees
    newer.user.chat.blocked = True
    await mentor.taps("Перенести", "Другой день", "14", "15:00", "Без причины")
    assert "перенесена" in mentee.sees


async def test_updates_are_forgotten_after_two_nights_and_the_night_renews_itself(stage):
    _, _mentor, _ = await school_with_a_pair(stage)
    count = "SELECT count(*) FROM inbox WHERE sent_at IS NOT NULL"
    assert await stage.app.database.read(lambda tx: tx.value(count)) > 0
    await stage.waits(days=3)
    assert await stage.app.database.read(lambda tx: tx.value(count)) == 0
    nights = await stage.app.database.read(
        lambda tx: tx.all("SELECT * FROM notices WHERE kind = 'night' AND done_at IS NULL")
    )
    assert [night["not_before"][11:16] for night in nights] == ["00:00"], "03:00 in Moscow, once"


async def test_in_real_life_a_change_wakes_delivery_by_itself(tmp_path):
    clock = MovableClock(FIRST_DAY)
    telegram = Telegram(TOKEN, clock)
    phone = telegram.user(7, "Куратор")
    async with telegram.serving() as url:
        settings = BotSettings(_env_file=None, bot_token=TOKEN, bot_api_url=url, data_dir=tmp_path)
        async with build(settings, clock) as app:
            living = asyncio.create_task(app.live())
            link = await app.parts.schools.claim_link()
            phone.starts(link.token)
            await telegram.until(lambda: phone.chat.from_bot)
            app.parts.notices._still["curator-left"] = lambda tx, notice: {"name": "P-001"}
            await app.database.work(lambda tx: notices.write(tx, "curator-left", school=1, person=1))
            await telegram.until(lambda: any("больше не куратор" in each.text for each in phone.chat.from_bot))
            living.cancel()
            with suppress(asyncio.CancelledError):
                await living


async def test_delivery_and_the_folder_for_lists_are_the_only_jobs_and_never_pile_up():
    ticks = []

    async def look() -> int:
        ticks.append("folder")
        return 0

    timed = timetable(lambda: ticks.append("minute"), look)
    timed.start(paused=True)
    jobs = {job.id: job for job in timed.get_jobs()}
    timed.shutdown(wait=False)
    assert set(jobs) == {"minute", "folder"}
    jobs["minute"].func()
    await jobs["folder"].func()
    assert ticks == ["minute", "folder"]
    for job in jobs.values():
        assert str(job.trigger) == "cron[second='0']"
        assert (job.coalesce, job.max_instances, job.misfire_grace_time) == (True, 1, None)
