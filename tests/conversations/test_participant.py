"""Participants' questionnaires on the home screen, and the curator's decision about form and role model."""

from __future__ import annotations

from datetime import date

import pytest
from steps_joining import teacher_joins
from steps_questionnaire import fills, participant, turn_of
from steps_school import set_up_school

from mentoring.people import Kind, Name, Side
from storage import drafts, matches, standing


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage)


async def standing_of(someone):
    database = someone.stage.app.database
    return await database.read(lambda tx: standing.of_participation(tx, someone.participation))


async def applied(stage, **answers):
    someone = await participant(stage)
    await someone.taps("Заполнить заявку")
    return await fills(someone, **answers)


async def test_home_says_what_is_next_until_everything_is_sent(stage, curator):
    pupil = await participant(stage)
    assert "Заявка — ещё не заполнена" in pupil.sees
    assert "Анкеты собираем до" in pupil.sees
    await pupil.taps("Заполнить заявку")
    await fills(pupil)
    assert "✅ Заявка отправлена 11 января 2027" in pupil.sees
    await pupil.taps("Заполнить анкету")
    await fills(pupil)
    assert "Ответы у куратора" in pupil.sees
    found = await standing_of(pupil)
    assert found.participation.applied_at == found.participation.entered_at == stage.clock()


async def test_until_the_consent_is_complete_no_questionnaire_is_asked(stage, curator):
    pupil = await participant(stage, consent=False, born=date(2012, 1, 5))
    assert "Заявка" not in pupil.sees
    await pupil.taps_data(pupil.screen.id, f"fil1:application_mentee_pupil:{pupil.participation}")
    assert "Сначала нужно ваше согласие" in pupil.toast
    assert await turn_of(pupil) is None


async def test_another_persons_questionnaire_cannot_be_opened_nor_one_of_the_other_side(stage, curator):
    other, pupil = await participant(stage), await participant(stage)
    for form, about in (
        ("application_mentee_pupil", other.participation),
        ("application_mentor_pupil", pupil.participation),
        ("entry_mentee_teacher_teacher", pupil.participation),
        ("application_mentee_pupil", 4096),
    ):
        await pupil.taps_data(pupil.screen.id, f"fil1:{form}:{about}")
        assert "не ваше" in pupil.toast
    assert await turn_of(pupil) is None


async def test_a_mentors_places_are_taken_from_the_application_up_to_what_the_school_allows(stage, curator):
    await stage.app.database.work(lambda tx: tx.run("UPDATE programme_forms SET most_mentees = 2"))
    mentor = await participant(stage, Side.MENTOR, level=10)
    await mentor.taps("Заполнить заявку")
    await fills(mentor, places=3)
    assert "не больше 2 наставляемых" in mentor.sees
    assert (await standing_of(mentor)).participation.places == 2


async def test_what_was_sent_can_be_changed_and_says_so(stage, curator):
    pupil = await applied(stage)
    await stage.waits(days=2)
    await pupil.taps("Мои анкеты", "Посмотреть и изменить заявку")
    assert "проверьте и отправьте" in pupil.sees
    await pupil.taps("✏️ 1")
    await pupil.says("Теперь химия")
    await pupil.taps("Отправить")
    assert "изменения сохранены" in pupil.sees
    assert "изменена 13 января 2027" in pupil.sees
    sent = await stage.app.database.read(
        lambda tx: drafts.sent(tx, pupil.person_id, "application_mentee_pupil", pupil.participation)
    )
    assert sent.answers["request"] == "Теперь химия"


async def test_looking_at_what_was_sent_leaves_nothing_begun(stage, curator):
    pupil = await participant(stage)
    await pupil.taps("Заполнить заявку")
    await pupil.says("Физика")
    await pupil.taps("Физика", "Готово", "Улучшить", "Пропустить", "Пропустить", "Пропустить", "Старше")
    await pupil.taps("Пропустить", "Очно", "Пн утро", "Готово", "Отправить")
    await pupil.taps("Мои анкеты", "Посмотреть и изменить заявку")
    assert pupil.sees.count("— пропущено") == 4
    await pupil.taps("Позже")
    assert "Вы остановились" not in pupil.sees
    assert "Ответы готовы" not in pupil.sees


async def test_after_the_order_what_was_sent_stands(stage, curator):
    pupil = await applied(stage)
    mentor = await participant(stage, Side.MENTOR, level=10)

    def signed(tx):
        programme = tx.value("SELECT id FROM programmes")
        match = tx.insert(
            "matches",
            programme_id=programme,
            form="pupil_pupil",
            mentor_id=mentor.participation,
            confirmed_at=tx.now,
        )
        for form in ("", "pupil_pupil"):
            matches.offer_places(tx, programme, mentor.person_id, 1, form)
        tx.insert(
            "members",
            match_id=match,
            programme_id=programme,
            form="pupil_pupil",
            mentor_person_id=mentor.person_id,
            mentee_id=pupil.participation,
            place=1,
            state="active",
            accepted=1,
            since=tx.now,
        )

    await pupil.taps("Мои анкеты", "Посмотреть и изменить заявку")
    await stage.app.database.work(signed)
    await pupil.taps("Отправить")
    assert "утверждена приказом" in pupil.toast
    await pupil.says("/menu")
    await pupil.taps("Мои анкеты")
    assert "Пара утверждена приказом" in pupil.sees
    assert "Посмотреть и изменить заявку" not in pupil.buttons


async def test_the_curator_confirms_what_is_proposed_and_sees_why(stage, curator):
    pupil = await applied(stage, situation="Улучшить результаты", request="Физика & <химия>")
    await curator.says("/menu")
    await curator.taps("Все разделы", "Формы и роли")
    assert "Петров Илья, 8 «Б»: успевающий – неуспевающий" in curator.sees
    await curator.taps("Петров Илья")
    assert "Запрос: «Физика & <химия>»" in curator.sees
    assert "хочет улучшить результаты" in curator.sees
    await curator.taps("✅ Подтвердить")
    found = (await standing_of(pupil)).participation
    assert (found.role_model, found.form_confirmed_at) == ("achiever", stage.clock())


async def test_the_curator_decides_on_another_model(stage, curator):
    pupil = await applied(stage, situation="Улучшить результаты")
    await curator.says("/menu")
    await curator.taps("Все разделы", "Формы и роли", "Петров Илья", "равный – равному")
    assert "По запросу предлагалось: успевающий – неуспевающий" in curator.sees
    assert (await standing_of(pupil)).participation.role_model == "peer"


async def test_all_that_is_proposed_is_confirmed_at_once_after_a_question(stage, curator):
    pupils = [await applied(stage) for _ in range(2)]
    newcomer = await participant(stage, admitted=False, name=Name("Новый", "Пётр"))
    await newcomer.taps("Заполнить заявку")
    await fills(newcomer)
    await curator.says("/menu")
    await curator.taps("Все разделы", "Формы и роли")
    assert "Новый" not in curator.sees, "whoever is not admitted is in no list"
    await curator.taps("Подтвердить все предложенные (2)", "Подтвердить (2)")
    assert "Подтверждено 2 решения" in curator.sees
    assert all([(await standing_of(pupil)).participation.form_confirmed_at for pupil in pupils])
    assert (await standing_of(newcomer)).participation.form_confirmed_at is None


async def test_a_confirmed_model_stands_until_the_request_becomes_another_one(stage, curator):
    pupil = await applied(stage, situation="Улучшить результаты")
    await curator.says("/menu")
    await curator.taps("Все разделы", "Формы и роли", "Петров Илья", "лидер – пассивный")
    await pupil.taps("Мои анкеты", "Посмотреть и изменить заявку", "✏️ 1")
    await pupil.says("Другими словами")
    await pupil.taps("Отправить")
    assert (await standing_of(pupil)).participation.role_model == "leader"
    await pupil.taps("Мои анкеты", "Посмотреть и изменить заявку", "✏️ 3", "Освоиться", "Отправить")
    found = (await standing_of(pupil)).participation
    assert (found.role_model, found.form_confirmed_at) == ("adapted", None)


async def test_many_who_wait_come_in_pages(stage, curator):
    def many(tx):
        from mentoring.people import SchoolClass
        from storage import participations, people

        for number in range(20):
            name = Name(f"Ученик{number:02}", "Илья")
            one = people.add(tx, 1, Kind.PUPIL, name=name, school_class=SchoolClass(7), admitted_by=1)
            part = participations.take_side(tx, 1, one, Kind.PUPIL, Side.MENTEE)
            tx.run("UPDATE participations SET applied_at = :now WHERE id = :id", now=tx.now, id=part)

    await stage.app.database.work(many)
    await curator.says("/menu")
    await curator.taps("Все разделы", "Формы и роли")
    assert "Ждут решения 20 человек" in curator.sees
    seen = []
    while True:
        seen += [button for button in curator.buttons if button.startswith("Ученик")]
        if "Ещё ›" not in curator.buttons:
            break
        await curator.taps("Ещё ›")
    assert seen == [f"Ученик{number:02} Илья" for number in range(20)]


async def test_the_curators_buttons_do_nothing_for_anybody_else(stage, curator):
    pupil = await applied(stage)
    for data in (
        "fwt1:0",
        f"fch1:{pupil.participation}",
        f"fpc1:{pupil.person_id}",
        f"fdc1:{pupil.participation}:peer",
        "fal1:1",
    ):
        await pupil.taps_data(pupil.screen.id, data)
        assert "ролевая" not in pupil.sees.lower()
    assert (await standing_of(pupil)).participation.form_confirmed_at is None


async def test_somebody_of_two_sides_reads_each_thing_once_and_tells_the_buttons_apart(stage):
    await set_up_school(stage)
    teacher = await teacher_joins(stage)

    def unit(tx):
        person = tx.value("SELECT id FROM persons WHERE kind = 'teacher'")
        programme = tx.value("SELECT id FROM programmes")
        tx.insert(
            "participations",
            programme_id=programme,
            person_id=person,
            side="mentee",
            form="pupil_pupil",
            joined_at=tx.now,
        )

    await stage.app.database.work(unit)
    await teacher.says("/menu")
    assert teacher.sees.count("Вы в списке новых") == 1
    assert teacher.sees.count("Анкеты собираем до") == 1
    assert "Заполнить заявку · наставник" in teacher.buttons
    assert "Заполнить заявку · наставляемый" in teacher.buttons
