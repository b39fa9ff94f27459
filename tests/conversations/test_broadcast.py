"""A message to many: counted and looked at first, to the admitted and consented only, stopped when told so."""

from __future__ import annotations

from datetime import date

import pytest
from steps_joining import set_up_school, staff_joins
from steps_matching import guardian_of, ready, with_phone

from mentoring.people import Kind, Name
from mentoring.school_days import Break, Holiday
from storage import people, school_days

TEXT = "Встреча <b>в пятницу</b> & =1+1 😀"


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage)


async def writes(curator, *roles, classes=(), forms=(), text=TEXT):
    """Fill the form up to the preview."""
    await curator.says("/broadcast")
    await curator.taps("Написать", *roles, "Готово")
    await curator.taps(*classes, "Готово" if classes else "Пропустить")
    await curator.taps(*forms, "Готово" if forms else "Пропустить")
    return await curator.says(text)


def got(someone, text=TEXT) -> int:
    """How many messages of the bot with this text the person has got."""
    return sum(text in message.text for message in someone.user.chat.visible if message.from_bot)


async def test_the_curator_sees_how_many_and_what_and_only_then_sends(stage, curator):
    mentee = await ready(stage, "Петров Илья", "mentee")
    mentor = await ready(stage, "Котова Марина", "mentor")
    await writes(curator, "Наставляемые", "Наставники")
    assert "Наставляемые: 1" in curator.sees
    assert "Наставники: 1" in curator.sees
    assert "Получат 2 человека" in curator.sees
    assert TEXT in curator.sees
    assert not got(mentee.phone)
    await curator.taps("Отправить (2)")
    assert got(mentee.phone) == 1
    assert got(mentor.phone) == 1
    await curator.says("/broadcast")
    await curator.taps("Встреча")
    assert "Отправлено 2 из 2" in curator.sees
    assert "Рассылка закончена" in curator.sees


async def test_it_goes_by_role_class_and_form(stage, curator):
    seventh = await ready(stage, "Петров Илья", "mentee", class_=(7, "Б"))
    eighth = await ready(stage, "Белова Анна", "mentee", class_=(8, "А"))
    teacher = await ready(stage, "Орлова Елена", "mentor", kind="teacher")
    await writes(curator, "Наставляемые", classes=("7Б",))
    await curator.taps("Отправить (1)")
    assert (got(seventh.phone), got(eighth.phone)) == (1, 0)
    await writes(curator, "Наставляемые", "Наставники", forms=("Учитель – учитель",), text="Педсовет")
    await curator.taps("Отправить (1)")
    assert (got(teacher.phone, "Педсовет"), got(seventh.phone, "Педсовет")) == (1, 0)


async def test_parents_get_it_when_chosen_and_staff_too(stage, curator):
    child = await ready(stage, "Петров Илья", "mentee")
    parent = await guardian_of(stage, child)
    head = await staff_joins(stage, "head")
    await writes(curator, "Родители", "Сотрудники")
    await curator.taps("Отправить (2)")
    assert (got(parent), got(head), got(child.phone)) == (1, 1, 0)


async def test_newcomers_and_those_without_consent_get_nothing_nor_do_their_parents(stage, curator):
    newcomer = await ready(stage, "Новых Олег", "mentee")
    unagreed = await ready(stage, "Несогласных Олег", "mentee")
    withdrawn = await ready(stage, "Ушёл Олег", "mentee")
    parent = await guardian_of(stage, newcomer)

    def unit(tx):
        people.change(tx, newcomer.person, admitted_at=None, admitted_by=None)
        people.change(tx, withdrawn.person, withdrawn_at=tx.now)
        tx.run("DELETE FROM consents WHERE person_id = :id", id=unagreed.person)

    await stage.app.database.work(unit)
    await writes(curator, "Наставляемые", "Родители")
    assert "Получателей нет" in curator.sees
    assert not any(button.startswith("Отправить") for button in curator.buttons)
    await curator.taps_data(curator.screen.id, "brs1:1")
    assert "некому" in curator.toast
    assert not any(got(each) for each in (newcomer.phone, unagreed.phone, withdrawn.phone, parent))


async def test_who_is_not_in_the_bot_is_counted_apart(stage, curator):
    await ready(stage, "Петров Илья", "mentee", phone=False)
    await ready(stage, "Белова Анна", "mentee")
    await writes(curator, "Наставляемые")
    assert "Получит 1 человек" in curator.sees
    assert "Ещё 1 человек не в боте" in curator.sees


async def test_cancelled_it_goes_to_nobody_and_cannot_be_sent_later(stage, curator):
    mentee = await ready(stage, "Петров Илья", "mentee")
    await writes(curator, "Наставляемые")
    screen = curator.screen.id
    await curator.taps("Отмена")
    assert "Отменено" in curator.toast
    await curator.taps_data(screen, "brs1:1")
    assert "уже отправили или отменили" in curator.toast
    assert not got(mentee.phone)


async def test_two_taps_send_it_once(stage, curator):
    mentee = await ready(stage, "Петров Илья", "mentee")
    await writes(curator, "Наставляемые")
    screen = curator.screen.id
    await curator.taps_data(screen, "brs1:1")
    await curator.taps_data(screen, "brs1:1")
    assert got(mentee.phone) == 1


async def test_at_night_it_waits_and_stopped_it_never_comes(stage, curator):
    mentee = await ready(stage, "Петров Илья", "mentee")
    await stage.waits(hours=8)
    await writes(curator, "Наставляемые")
    await curator.taps("Отправить (1)")
    assert "Рассылка идёт" in curator.sees
    assert "Отправлено 0 из 1" in curator.sees
    await curator.taps("Остановить")
    assert "Рассылка остановлена" in curator.sees
    await stage.waits(days=2)
    assert not got(mentee.phone)


async def test_in_holidays_the_curator_sees_when_it_goes_and_may_send_it_at_once(stage, curator):
    mentee = await ready(stage, "Петров Илья", "mentee")
    holidays = Holiday(date(2027, 1, 11), date(2027, 1, 13), Break.OTHER)
    await stage.app.database.work(lambda tx: school_days.add(tx, 1, holidays))
    await writes(curator, "Наставляемые", text="Когда удобно")
    assert "Ближайший учебный день – чт 14 января" in curator.sees
    await curator.taps("Отправить чт 14 января")
    assert not got(mentee.phone, "Когда удобно")
    await writes(curator, "Наставляемые", text="Срочно")
    await curator.taps("Отправить сейчас")
    assert got(mentee.phone, "Срочно") == 1
    await stage.waits(days=4)
    assert got(mentee.phone, "Когда удобно") == 1


async def test_whoever_withdraws_while_it_waits_does_not_get_it(stage, curator):
    mentee = await ready(stage, "Петров Илья", "mentee")
    await stage.waits(hours=8)
    await writes(curator, "Наставляемые")
    await curator.taps("Отправить (1)")
    await stage.app.database.work(lambda tx: people.change(tx, mentee.person, withdrawn_at=tx.now))
    await stage.waits(days=1)
    assert not got(mentee.phone)
    await curator.says("/broadcast")
    await curator.taps("Встреча")
    assert "Не получили: 1" in curator.sees


async def test_nobody_else_writes_sends_or_stops(stage, curator):
    mentee = await ready(stage, "Петров Илья", "mentee")
    await writes(curator, "Наставляемые")
    head = await staff_joins(stage, "head")
    for someone in (head, mentee.phone):
        await someone.says("/broadcast")
        for data in ("bro1:1", "brs1:1", "brx1:1", "brr1:1"):
            await someone.taps_data(someone.screen.id, data)
            assert TEXT not in someone.sees
    await curator.taps("Отправить (1)")
    assert got(mentee.phone) == 1


async def test_another_school_s_message_is_not_there(stage, curator):
    def unit(tx):
        other = tx.insert("schools", created_at=tx.now)
        person = people.add(tx, other, Kind.STAFF, name=Name("Чужая", "Анна"))
        return tx.insert("broadcasts", school_id=other, text="x", audience="{}", made_by=person, made_at=tx.now)

    strange = await stage.app.database.work(unit)
    await curator.says("/broadcast")
    for data in ("brs1", "brx1", "brr1"):
        await curator.taps_data(curator.screen.id, f"{data}:{strange}")
        assert "Это не ваше" in curator.toast


async def test_three_thousand_receivers_are_queued_by_one_statement(stage, curator):
    mentee = await ready(stage, "Петров Илья", "mentee", phone=False)
    await with_phone(stage, mentee.person)

    def unit(tx):
        for number in range(3000):
            person = people.add(tx, 1, Kind.STAFF, name=Name("Много", str(number)))
            people.give_role(tx, person, "methodist")
            account = tx.insert("accounts", external_id=10**9 + number, created_at=tx.now)
            tx.run(
                "INSERT INTO account_persons (account_id, person_id, since) VALUES (:a, :p, :now)",
                a=account,
                p=person,
                now=tx.now,
            )

    await stage.app.database.work(unit)
    await stage.waits(hours=8)
    await writes(curator, "Сотрудники")
    await curator.taps("Отправить (3")
    assert "из 3\u00a0000" in curator.sees
    await curator.taps("Остановить")
    assert "Рассылка остановлена" in curator.sees
