"""Everybody finds the form of mentoring that fits them, and is asked at the end what came of it."""

from __future__ import annotations

from steps_meetings import at_work
from steps_people import add
from steps_questionnaire import fills, participant
from steps_school import set_up_school

from mentoring.people import Kind, MentoringForm, Name, Side
from storage import matches, standing
from storage.matches import State

ALL = tuple(MentoringForm)


async def sides_of(someone):
    found = await someone.stage.app.database.read(lambda tx: standing.of_person(tx, someone.person_id))
    return {(each.participation.side, each.participation.form): each.participation for each in found}


async def one_row(stage, query):
    return await stage.app.database.read(lambda tx: dict(tx.one(query)))


async def test_a_pupil_asks_for_a_student_and_the_curator_may_choose_another_form(stage):
    curator = await set_up_school(stage, forms=ALL)
    pupil = await participant(stage)
    await pupil.taps("Заполнить заявку")
    await fills(pupil, situation="Выбрать профессию", from_whom=["Студента", "Специалиста с предприятия"])
    ((_, form),) = await sides_of(pupil)
    assert form == "employer_pupil", "of several the one that serves the goal"
    await curator.says("/menu")
    await curator.taps("Все разделы", "Формы и роли", "Петров Илья")
    assert "работодатель – будущий сотрудник" in curator.sees
    assert "В заявке выбрано несколько форм" in curator.sees
    await curator.taps("Форма: студент – ученик")
    assert "По заявке предлагалась форма: работодатель – ученик" in curator.sees
    await curator.taps("✅ Подтвердить")
    await pupil.says("/menu")
    await pupil.taps("Заполнить анкету")
    assert "наставник – студент" in pupil.sees
    await fills(pupil)
    (part,) = (await sides_of(pupil)).values()
    assert (part.form, part.role_model) == ("student_pupil", "leader_indifferent")
    assert part.form_confirmed_at
    assert part.entered_at


async def test_a_teacher_chooses_pupils_and_is_asked_what_pupils_need(stage):
    await set_up_school(stage, forms=ALL)
    teacher = await participant(stage, Side.MENTOR, Kind.TEACHER, Name("Котова", "Анна", "Ивановна"))
    await teacher.taps("Заполнить заявку")
    await fills(teacher, to_whom="Ученикам", any_class="Да")
    (part,) = (await sides_of(teacher)).values()
    assert (part.form, part.applied_at is not None) == ("teacher_pupil", True)
    answers = (await one_row(stage, "SELECT answers FROM submissions"))["answers"]
    assert '"pupil_areas"' in answers
    assert '"areas"' not in answers


async def test_a_partner_applies_where_the_form_is_run_and_only_then(stage):
    curator = await set_up_school(stage)
    partner = await participant(stage, Side.MENTOR, Kind.PARTNER, Name("Заводов", "Олег", "Петрович"))
    assert "Заполнить заявку" not in partner.buttons
    await curator.taps("Все разделы", "Настройки", "🎓 Программа", "Формы наставничества", "работодатель – ученик")
    assert "✅ работодатель – ученик" in "\n".join(curator.buttons)
    await partner.says("/menu")
    await partner.taps("Заполнить заявку")
    await fills(partner)
    await partner.taps("Заполнить анкету")
    assert "(адаптированная)" in partner.sees
    await fills(partner)
    (part,) = (await sides_of(partner)).values()
    assert (part.form, part.entered_at is not None, part.places) == ("employer_pupil", True, 5)
    await curator.taps("✅ работодатель – ученик")
    assert "уже есть участники" in curator.toast


async def test_one_person_helps_in_one_form_and_is_helped_in_another(stage):
    await set_up_school(stage, forms=ALL)
    pupil = await participant(stage, Side.MENTOR, level=9)
    await pupil.taps("Заполнить заявку")
    await fills(pupil)
    await pupil.taps("Мои анкеты", "Мне нужен ещё и наставник")
    await pupil.taps("Заполнить заявку · наставляемый")
    await fills(pupil, from_whom="Учителя")
    assert set(await sides_of(pupil)) == {("mentor", "pupil_pupil"), ("mentee", "teacher_pupil")}
    await pupil.taps("Мои анкеты")
    assert "ещё и" not in "".join(pupil.buttons)


async def test_the_final_questionnaire_comes_by_itself_before_the_end_and_is_answered_once(stage):
    await set_up_school(stage)
    mentor, mentee = await at_work(stage)
    await stage.app.database.work(
        lambda tx: tx.run("UPDATE persons SET birth_date = '2014-06-30' WHERE kind = 'pupil'")
    )
    await stage.waits(hours=24 * 140)
    assert not (await one_row(stage, "SELECT count(*) AS n FROM notices WHERE kind = 'final-asked'"))["n"]
    await stage.waits(hours=24 * 18)
    told = await one_row(
        stage, "SELECT count(*) AS n, count(DISTINCT person_id) AS people FROM notices WHERE kind = 'final-asked'"
    )
    assert (told["n"], told["people"]) == (4, 2), "each once, and one reminder"
    await mentee.says("/menu")
    await mentee.taps("Заполнить итоговую анкету")
    await fills(mentee)
    row = await one_row(stage, "SELECT form FROM submissions WHERE form LIKE 'final%'")
    assert row["form"] == "final_mentee_pupil_pupil"
    await mentor.says("/menu")
    assert "Итоговая анкета — ещё не заполнена" in mentor.sees


async def test_the_curator_asks_for_final_questionnaires_of_a_form_earlier(stage):
    curator = await set_up_school(stage)
    _, mentee = await at_work(stage)
    await mentee.taps_data(mentee.screen.id, "fil1:final_mentee_pupil_pupil:2")
    assert "сейчас не собирают" in mentee.toast
    await curator.says("/menu")
    await curator.taps("Все разделы", "Анкеты", "Итоговые и групповая встреча")
    await curator.taps("Попросить итоговые · ученик – ученик")
    assert "получат 2 человека" in curator.sees
    await curator.taps("Попросить")
    assert "Попросил 2 человек" in curator.sees
    await stage.waits(hours=2)
    await mentee.taps("Заполнить итоговую анкету")
    await fills(mentee)
    assert (await one_row(stage, f"SELECT finished_at FROM participations WHERE person_id = {mentee.person_id}"))[
        "finished_at"
    ]


async def test_after_the_group_meeting_names_are_told_to_the_curator_alone(stage):
    curator = await set_up_school(stage)
    mentor, mentee = await at_work(stage)
    await stage.app.database.work(lambda tx: add(tx, "Чужая", "Ольга", side=Side.MENTOR, school_class="11А"))
    await stage.app.database.work(lambda tx: matches.turn(tx, matches.live(tx, 1)[0], State.ENDED))
    await curator.says("/menu")
    await curator.taps("Все разделы", "Анкеты", "Итоговые и групповая встреча")
    await curator.taps("Спросить, с кем работать · ученик – ученик", "Попросить")
    await stage.waits(hours=2)
    await mentee.taps("Ответить, с кем хочу работать", "Марина К.")
    await mentee.taps("Пропустить", "Пропустить", "Ольга Ч.", "Готово", "Отправить")
    await curator.says("/menu")
    await curator.taps("Все разделы", "Анкеты", "Итоговые и групповая встреча", "Ответили: 1", "Панин")
    await curator.taps("Ответы анкет")
    assert "Чужая Ольга" in curator.sees
    await mentor.says("/menu")
    assert "Ольга" not in mentor.sees


async def test_the_curators_own_questionnaire_has_a_sum_and_a_level(stage):
    curator = await set_up_school(stage)
    await curator.taps("Все разделы", "Анкеты", "Анкета куратора")
    await fills(curator)
    assert "Сумма: 18 из 18" in curator.sees
    assert "оптимальный" in curator.sees
    await curator.taps("Посмотреть и изменить", "✏️ 1", "Не проявляется", "Отправить")
    assert "Сумма: 16 из 18" in curator.sees
