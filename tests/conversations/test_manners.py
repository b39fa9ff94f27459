"""What is said keeps its manners: switches, days without school, nudges one at a time, the digest; safety passes all of it."""

from __future__ import annotations

from datetime import date

import pytest
from steps_meetings import school_with_a_pair
from steps_questionnaire import answers_one
from steps_school import set_up_school, staff_member

from mentoring.manners import MANNERS, Switch
from mentoring.school_days import Break, Holiday
from services import calls
from services.digest_of_day import USUAL_HOUR
from storage import calls as storage_calls
from storage import notices, school_days, schools, switches
from storage.database import Transaction
from storage.notices import Lane, Notice

NUDGE, NEWS, REMINDER, FORM = "pact-reminder", "broadcast", "meeting-day", "feedback"


@pytest.fixture
def saying(stage, monkeypatch):
    """Lets a notice of any kind be written and said as its kind and what it is about."""
    said = stage.app.parts.notices

    def show(say, values, notice):
        from handlers.screen import Button, HomeTap, screen

        return screen(f"{notice.kind} {notice.about}", [Button(say.plain("to-home"), HomeTap())])

    def say(*kinds: str) -> None:
        for kind in kinds:
            said._still[kind] = lambda tx, notice: {}
            stage.app.delivery._views[kind] = show
        monkeypatch.setattr("handlers.notice_views", lambda: stage.app.delivery._views)

    def write(tx: Transaction, person: int, kind: str, about: int = 1, **more) -> bool:
        return notices.write(tx, kind, school=1, person=person, about=about, **more)

    write.kinds = say
    return write


async def write(stage, saying, *rows, **more):
    await stage.app.database.work(lambda tx: [saying(tx, *row, **more) for row in rows])
    await stage.app.delivery.tick()


def heard(someone, text):
    return sum(text in message.text for message in someone.user.chat.messages)


async def outcome(stage, kind):
    return await stage.app.database.read(
        lambda tx: tx.value("SELECT outcome FROM notices WHERE kind = :kind ORDER BY id DESC LIMIT 1", kind=kind)
    )


async def test_what_is_switched_off_is_not_said_and_what_cannot_be_is(stage, saying):
    _, mentor, _ = await school_with_a_pair(stage)
    saying.kinds(NEWS, "letter-answer")
    await mentor.says("/notices")
    assert "Всегда приходят" in mentor.sees
    await mentor.taps("🔔 Новости программы")
    assert mentor.toast == "Выключено."
    assert "🔕 Новости программы" in mentor.buttons
    await write(stage, saying, (mentor.person_id, NEWS), (mentor.person_id, "letter-answer"))
    assert not heard(mentor, "broadcast 1")
    assert await outcome(stage, NEWS) == "unwanted"
    assert heard(mentor, "letter-answer 1") == 1
    await mentor.taps("‹ В начало", "🔔 Уведомления", "🔕 Новости программы")
    await write(stage, saying, (mentor.person_id, NEWS, 2))
    assert heard(mentor, "broadcast 2") == 1


async def test_nudges_and_news_wait_for_a_school_day_and_a_reminder_of_a_meeting_does_not(stage, saying):
    _, mentor, _ = await school_with_a_pair(stage)
    saying.kinds(NEWS, REMINDER)
    autumn = Holiday(date(2027, 1, 11), date(2027, 1, 13), Break.OTHER)
    await stage.app.database.work(lambda tx: school_days.add(tx, 1, autumn))
    await write(stage, saying, (mentor.person_id, NEWS), (mentor.person_id, REMINDER))
    assert heard(mentor, "meeting-day 1") == 1
    assert not heard(mentor, "broadcast 1")
    await stage.waits(hours=48)
    assert not heard(mentor, "broadcast 1")
    await stage.waits(hours=24)
    assert heard(mentor, "broadcast 1") == 1, "on Thursday, when the school works again"


async def test_days_without_school_do_not_make_it_too_late(stage, saying):
    _, mentor, _ = await school_with_a_pair(stage)
    saying.kinds(NEWS)
    await stage.app.database.work(
        lambda tx: school_days.add(tx, 1, Holiday(date(2027, 1, 11), date(2027, 1, 17), Break.OTHER))
    )
    later = stage.clock().replace(hour=23)
    await write(stage, saying, (mentor.person_id, NEWS), not_after=later)
    await stage.waits(hours=24 * 8)
    assert heard(mentor, "broadcast 1") == 1


async def test_a_day_brings_one_nudge_about_a_topic_and_the_next_day_another(stage, saying):
    _, mentor, _ = await school_with_a_pair(stage)
    saying.kinds(FORM, "final-asked", NUDGE)
    await write(
        stage,
        saying,
        *((mentor.person_id, FORM), (mentor.person_id, "final-asked"), (mentor.person_id, NUDGE)),
        lane=Lane.REMINDER,
    )
    await stage.waits(minutes=5)
    assert (heard(mentor, "feedback 1"), heard(mentor, "final-asked 1"), heard(mentor, "pact-reminder 1")) == (1, 0, 1)
    await stage.waits(hours=25)
    assert heard(mentor, "final-asked 1") == 1


async def test_a_curator_gets_one_message_at_their_hour_and_opens_each_line(stage, saying):
    curator = await set_up_school(stage, digest=USUAL_HOUR)
    saying.kinds("offer-declined", "newcomers", "letter")
    rows = [(1, "offer-declined", 1), (1, "offer-declined", 2), (1, "newcomers", 3), (1, "letter", 4)]
    await write(stage, saying, *rows)
    assert heard(curator, "letter 4") == 1, "what is urgent goes at once"
    assert not heard(curator, "Сводка")
    await stage.waits(hours=24)
    assert heard(curator, "Сводка за день") == 1
    assert "Отказались от пары: 2" in curator.sees
    await curator.taps("Отказались от пары: 2")
    assert "1. offer-declined 1" in curator.sees
    await curator.taps("Открыть 2")
    assert curator.sees == "offer-declined 2"
    await stage.waits(hours=48)
    digests = "SELECT count(*) FROM notices WHERE kind = 'digest'"
    assert await stage.app.database.read(lambda tx: tx.value(digests)) == 1, "with nothing to tell there is none"
    assert await outcome(stage, "newcomers") == "sent"


async def test_a_curator_chooses_the_hour_or_the_stream(stage, saying):
    curator = await set_up_school(stage, digest=USUAL_HOUR)
    saying.kinds("newcomers")
    await write(stage, saying, (1, "newcomers"))
    await curator.says("/notices")
    await curator.taps("☀️ Сводка за день: 08:30", "Сразу, без сводки")
    await stage.app.delivery.tick()
    assert heard(curator, "newcomers 1") == 1, "what was gathered comes too"
    await curator.says("/notices")
    assert "☀️ Сводка за день: сразу, без сводки" in curator.buttons


async def test_a_notice_of_safety_passes_night_switches_and_digest_and_comes_to_every_phone(stage, saying):
    curator = await set_up_school(stage, digest=USUAL_HOUR)
    adult = await staff_member(stage, "psychologist")
    second = await stage.someone("Второй телефон")
    await second.starts()
    saying.kinds("newcomers", "tripped")

    def unit(tx):
        from storage import accounts

        accounts.speak_for(tx, accounts.speaking(tx, second.user.id).account_id, adult.person_id)
        for each in Switch:
            switches.turn(tx, adult.person_id, each, on=False)

    await stage.app.database.work(unit)
    await stage.waits(hours=13)
    await write(stage, saying, (adult.person_id, "newcomers"), (1, "newcomers"), lane=Lane.SAFETY)
    assert heard(adult, "newcomers 1") == heard(second, "newcomers 1") == heard(curator, "newcomers 1") == 1


async def test_a_mistake_of_ours_in_a_notice_of_safety_to_two_phones_holds_nothing_else_up(stage, saying, caplog):
    await set_up_school(stage)
    adult = await staff_member(stage, "psychologist")
    second = await stage.someone("Второй телефон")
    await second.starts()
    saying.kinds("newcomers", "tripped")

    def broken(say, values, notice):
        raise ValueError("no screen")

    def unit(tx):
        from storage import accounts

        accounts.speak_for(tx, accounts.speaking(tx, second.user.id).account_id, adult.person_id)
        saying(tx, adult.person_id, "tripped", lane=Lane.SAFETY)
        saying(tx, adult.person_id, "newcomers")

    stage.app.delivery._views["tripped"] = broken
    await stage.app.database.work(unit)
    await stage.app.delivery.tick()
    assert heard(adult, "newcomers 1") + heard(second, "newcomers 1") == 1
    assert "no screen" in caplog.text


async def test_when_a_notice_of_safety_reaches_nobody_its_writer_hears_at_once(stage, saying):
    await set_up_school(stage)
    adult = await staff_member(stage, "psychologist")
    saying.kinds("tripped")
    told: list[Notice] = []
    stage.app.parts.notices._when_unreachable["tripped"] = lambda tx, notice: told.append(notice)
    adult.user.chat.blocked = True
    await write(stage, saying, (adult.person_id, "tripped"), lane=Lane.SAFETY)
    assert [each.person_id for each in told] == [adult.person_id]
    assert await outcome(stage, "tripped") == "unreachable"


async def test_safety_waits_for_no_message_that_hangs(stage, saying):
    _, mentor, mentee = await school_with_a_pair(stage)
    saying.kinds("tripped")
    async with stage.app.delivery._busy:
        await stage.app.database.work(lambda tx: saying(tx, mentor.person_id, "tripped", lane=Lane.SAFETY))
        await stage.app.delivery.alarm()
    assert heard(mentor, "tripped 1") == 1
    assert mentee is not mentor


async def test_whoever_blocks_the_bot_is_to_be_called_once_and_hears_what_they_missed_on_return(stage, saying):
    curator, mentor, mentee = await school_with_a_pair(stage)
    saying.kinds("letter-answer", "meeting-hour", "offer")
    await stage.app.database.work(
        lambda tx: tx.run("UPDATE persons SET contact = '+7 900 000-00-00' WHERE id = :id", id=mentee.person_id)
    )
    mentee.user.chat.blocked = True
    await write(stage, saying, (mentee.person_id, "letter-answer"), (mentee.person_id, "offer"))
    soon = stage.clock().replace(minute=59)
    await write(stage, saying, (mentee.person_id, "meeting-hour"), not_after=soon)
    await curator.says("/today")
    assert "Позвонить: 1" in curator.sees
    await curator.taps("Позвонить")
    await curator.taps("Панин Илья")
    assert "+7 900 000-00-00" in curator.sees
    assert "Ответ куратора: 1" in curator.sees
    mentee.user.chat.blocked = False
    await stage.waits(hours=3)
    await stage.app.database.work(lambda tx: calls.found(tx, mentee.user.id))
    await stage.app.delivery.tick()
    assert heard(mentee, "Пока вас не было") == 1
    assert "Ответ куратора: 1" in mentee.sees
    assert "встреч" not in mentee.sees, "what is over is not told"
    await curator.taps("Вернётся в бот")
    assert "Звонить уже не нужно" in f"{curator.toast}{curator.sees}"
    assert mentor.person_id != mentee.person_id


async def test_a_call_is_closed_by_a_tap_for_every_curator(stage, saying):
    curator, _, mentee = await school_with_a_pair(stage)
    await stage.app.database.work(lambda tx: calls.lost(tx, mentee.user.id))
    await stage.app.delivery.tick()
    assert heard(curator, "Недоступен") == 1
    await curator.taps("☎️ Кому позвонить", "Панин Илья", "Буду передавать по телефону")
    assert "Все на связи." in curator.sees
    await curator.says("/today")
    assert "Позвонить" not in curator.sees


async def test_whoever_said_they_would_be_back_and_is_not_is_to_be_called_again(stage):
    curator, mentor, mentee = await school_with_a_pair(stage)
    await stage.app.database.work(lambda tx: [calls.lost(tx, each.user.id) for each in (mentor, mentee)])
    await curator.says("/today")
    await curator.taps("Позвонить", "Панин Илья", "Вернётся в бот")
    assert heard(curator, "Если за три дня не вернётся") == 1
    await curator.taps("Котова Марина", "Буду передавать")
    assert heard(curator, "Все на связи.") == 1
    await stage.waits(days=2)
    assert await stage.app.database.read(lambda tx: storage_calls.count(tx, 1)) == 0
    await stage.waits(days=3)
    (again,) = await stage.app.database.read(lambda tx: storage_calls.page(tx, 1))
    assert again.person.id == mentee.person_id
    assert heard(curator, "Недоступен: Панин Илья") == 2


async def test_whoever_unblocks_the_bot_goes_on_exactly_where_they_stopped(stage, saying):
    curator, _, mentee = await school_with_a_pair(stage)
    saying.kinds("letter-answer")
    await mentee.says("/menu")
    await mentee.taps("Заполнить заявку")
    await answers_one(mentee)
    asked = mentee.sees
    mentee.user.blocks_bot()
    await stage.settled()
    await stage.app.delivery.tick()
    assert heard(curator, "Недоступен: Панин Илья") == 1, "seen without a message that fails"
    await write(stage, saying, (mentee.person_id, "letter-answer"))
    mentee.user.unblocks()
    await mentee.starts()
    await stage.app.delivery.tick()
    assert heard(mentee, "letter-answer 1") == 1
    assert await stage.app.database.read(lambda tx: storage_calls.count(tx, 1)) == 0, "nobody needs to call"
    assert heard(mentee, "Вы остановились на вопросе «С чем вам нужна помощь?»") == 1
    await mentee.says("/menu")
    await mentee.taps("Продолжить")
    assert asked.endswith(mentee.sees), "the very question, the answers before it kept"


async def test_in_coded_mode_a_call_shows_no_number(stage, saying):
    curator, _, mentee = await school_with_a_pair(stage)

    def unit(tx):
        tx.run("UPDATE persons SET contact = '+7 900 000-00-00' WHERE id = :id", id=mentee.person_id)
        schools.choose(tx, 1, privacy_mode="coded")
        calls.lost(tx, mentee.user.id)

    await stage.app.database.work(unit)
    await stage.app.delivery.tick()
    await curator.taps("☎️ Кому позвонить")
    assert "Панин" not in "".join(curator.buttons)
    await curator.taps(next(each for each in curator.buttons if "·" in each))
    assert "+7 900" not in curator.sees
    assert "бумажном списке" in curator.sees


async def test_holidays_are_put_in_by_taps_and_taken_out(stage):
    curator = await set_up_school(stage)
    await curator.taps("Все разделы", "Настройки", "⏰ Когда писать", "🗓 Каникулы и выходные")
    await curator.taps("➕ Весенние каникулы")
    assert "Весенние каникулы: 27.03 – 04.04" in curator.sees
    await curator.taps("🗓 Другие дни", "20", "22")
    assert "Выходные: 20.01 – 22.01" in curator.sees
    await curator.taps("🗓 Другие дни", "22", "21")
    assert "раньше первого" in f"{curator.toast}{curator.sees}"
    await curator.taps("‹ Каникулы", "➖ Выходные")
    assert curator.toast == "Убрал."
    kept = await stage.app.database.read(lambda tx: school_days.since(tx, 1, date(2027, 1, 11)))
    assert [each.holiday.kind for each in kept] == [Break.SPRING]


def test_a_kind_that_goes_into_the_digest_cannot_be_switched_off():
    assert not [kind for kind, manner in MANNERS.items() if manner.digest and manner.switch]
