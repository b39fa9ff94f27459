"""The first measurement: by each who knows, shares for the curator, levels by code only with a consent of their own."""

from __future__ import annotations

from steps_people import add, consent
from steps_questionnaire import fills
from steps_school import set_up_school, staff_member
from test_notes import answers_as_class_teacher, asks_everybody, calls_to, class_teacher

from mentoring.people import Kind, Role, Side
from storage.impact import indicators, of_programme


async def opens_measurement(curator):
    await curator.says("/menu")
    return await curator.taps("Все разделы", "Взрослые и замер", "Входной замер")


def agree_to_measurement(tx, person, way="paper"):
    for capacity, how in (("assent", "tap"), ("guardian", way)):
        tx.insert(
            "consents",
            person_id=person,
            purpose="psychological",
            capacity=capacity,
            way=how,
            answer="agreed",
            text_version="1",
            text_hash="x",
            given_at=tx.now,
        )


async def mentees(stage, count, *, agreed=0):
    def unit(tx):
        found = [add(tx, f"Панин{'абвгдежз'[at]}") for at in range(count)]
        for each in found[:agreed]:
            agree_to_measurement(tx, each)
        return found

    return await stage.app.database.work(unit)


async def test_a_mentee_answers_about_themselves_when_the_entry_questionnaire_is_sent(stage):
    curator = await set_up_school(stage)
    pupil = await stage.someone()
    await pupil.starts()
    await stage.app.database.work(lambda tx: add(tx, "Панин", phone=pupil))
    await pupil.says("/menu")
    assert "На подбор пары это не влияет" in pupil.sees
    await pupil.taps("Ответить: как дела сейчас")
    await fills(pupil, wants_school="8", clubs="2")
    assert "замер сохранён" in pupil.sees
    assert "Ответить: как дела сейчас" not in pupil.buttons
    measured = {
        name: value
        for _, _, name, value in await stage.app.database.read(lambda tx: of_programme(tx, 1, "pupil_pupil"))
    }
    assert measured["wants_school"] == 8
    assert measured["clubs"] == 2
    await opens_measurement(curator)
    assert "Сами ответили: 1 из 1" in curator.sees
    assert "Оценки классных руководителей: 0 из 1" in curator.sees


async def test_before_the_entry_questionnaire_and_without_consent_nothing_is_measured(stage):
    await set_up_school(stage)
    for more in ({"entered": False}, {"consents": False}):
        pupil = await stage.someone()
        await pupil.starts()
        await stage.app.database.work(lambda tx, pupil=pupil, more=more: add(tx, "Панин", phone=pupil, **more))
        await pupil.says("/menu")
        assert "Ответить: как дела сейчас" not in pupil.buttons


async def test_whoever_has_not_answered_is_seen_and_reminded_once(stage):
    curator = await set_up_school(stage)
    pupil = await stage.someone()
    await pupil.starts()
    await stage.app.database.work(lambda tx: add(tx, "Панин", phone=pupil))
    await opens_measurement(curator)
    await curator.taps("Кто не ответил сам")
    assert "Панин Илья" in curator.buttons
    before = len(pupil.user.chat.from_bot)
    for _ in range(2):
        await opens_measurement(curator)
        await curator.taps("Напомнить о замере")
    assert "Новых сообщений нет" in curator.sees
    assert len(pupil.user.chat.from_bot) == before + 1
    await pupil.taps("Ответить: как дела сейчас")
    assert "ходить в школу" in pupil.sees


async def test_the_curator_enters_the_indicators_of_a_form_and_may_leave_what_was_entered(stage):
    curator = await set_up_school(stage)
    await opens_measurement(curator)
    await curator.taps("Показатели: ученик – ученик")
    await curator.says("12", "3", "много", "1", "0")
    assert "Показатели сохранены" in curator.sees
    assert "Показатели формы: 4 из 4" in curator.sees
    await curator.taps("Показатели: ученик – ученик", "Оставить: 12", "Оставить", "Оставить")
    await curator.says("5")
    sheets = await stage.app.database.read(lambda tx: indicators(tx, 1))
    assert sheets["pupil_pupil", "entry"] == {
        "clubs_attended": 12,
        "projects_done": 3,
        "on_register": 1,
        "complaints": 5,
    }


async def test_a_level_is_entered_by_code_and_only_for_whoever_agreed_to_it(stage):
    await set_up_school(stage)
    psychologist = await staff_member(stage, Role.PSYCHOLOGIST)
    agreed, refused = await mentees(stage, 2, agreed=1)
    await psychologist.says("/menu")
    await psychologist.taps("Внести уровни · 0 из 1")
    codes = [each for each in psychologist.buttons if "тревожность" in each]
    assert len(codes) == 1
    assert "Панин" not in calls_to(stage, psychologist), "no name beside a level"
    await psychologist.taps(codes[0], "Средний")
    assert "уровень сохранён" in psychologist.sees
    other = await stage.app.database.read(
        lambda tx: tx.value("SELECT id FROM participations WHERE person_id = :id", id=refused)
    )
    await psychologist.taps_data(psychologist.screen.id, f"lvv1:{other}:3")
    assert await stage.app.database.read(lambda tx: tx.value("SELECT count(*) FROM levels")) == 1
    await stage.app.database.work(
        lambda tx: tx.run("UPDATE consents SET withdrawn_at = :now WHERE person_id = :id", now=tx.now, id=agreed)
    )
    await psychologist.says("/menu")
    assert not [each for each in psychologist.buttons if "ровни" in each]


async def test_a_tap_of_a_parent_is_no_consent_to_measurement(stage):
    await set_up_school(stage)
    psychologist = await staff_member(stage, Role.PSYCHOLOGIST)
    (pupil,) = await mentees(stage, 1)
    await stage.app.database.work(lambda tx: agree_to_measurement(tx, pupil, way="tap"))
    await psychologist.says("/menu")
    assert not [each for each in psychologist.buttons if "ровни" in each]


async def test_the_curator_sees_totals_of_five_and_nothing_of_four(stage):
    curator = await set_up_school(stage)
    psychologist = await staff_member(stage, Role.PSYCHOLOGIST)
    await mentees(stage, 5, agreed=5)
    for place in range(5):
        await psychologist.says("/menu")
        await psychologist.taps("Внести уровни")
        await psychologist.taps(next(each for each in psychologist.buttons if each.endswith("—")), "Высокий")
        await opens_measurement(curator)
        if place < 4:
            assert f"внесено {place + 1}" in curator.sees
            assert "высокий —" not in curator.sees
    assert "низкий — 0, средний — 0, высокий — 5" in curator.sees


async def test_a_teacher_is_asked_what_teachers_are(stage):
    await set_up_school(stage)
    teacher = await stage.someone()
    await teacher.starts()
    await stage.app.database.work(lambda tx: add(tx, "Юнина", "Анна", Kind.TEACHER, Side.MENTEE, phone=teacher))
    await teacher.says("/menu")
    await teacher.taps("Ответить: как дела сейчас")
    assert "профессией" in teacher.sees


async def test_nobody_enters_levels_or_sheets_by_a_button_of_others(stage):
    await set_up_school(stage)
    pupil = await stage.someone()
    await pupil.starts()

    def unit(tx):
        person = add(tx, "Панин", phone=pupil)
        agree_to_measurement(tx, person)
        consent(tx, person, "self")

    await stage.app.database.work(unit)
    for data in ("lvl2:n:0", "lvv1:1:3", "bsl1:1", "bss1:pupil_pupil", "bsm2:self:n:0"):
        await pupil.taps_data(pupil.screen.id, data)
    rows = await stage.app.database.read(
        lambda tx: [tx.value("SELECT count(*) FROM levels"), tx.value("SELECT count(*) FROM indicators")]
    )
    assert rows == [0, 0]


async def test_a_mentee_in_two_forms_answers_once_and_is_scored_once_and_counts_in_both(stage):
    curator = await set_up_school(stage)
    teacher, pupil = await class_teacher(stage), await stage.someone()
    await pupil.starts()

    def unit(tx):
        person = add(tx, "Панин", phone=pupil)
        programme = tx.value("SELECT programme_id FROM participations WHERE person_id = :id", id=person)
        now = tx.now
        tx.insert(
            "participations", programme_id=programme, person_id=person, side=Side.MENTEE, form="teacher_pupil",
            joined_at=now, form_confirmed_at=now, applied_at=now, entered_at=now,
        )  # fmt: skip

    await stage.app.database.work(unit)
    await pupil.says("/menu")
    await pupil.taps("Ответить: как дела сейчас")
    await fills(pupil, wants_school="8")
    assert "Ответить: как дела сейчас" not in pupil.buttons
    await asks_everybody(curator)
    await teacher.taps("Рассказать об учениках", "Илья П.")
    await answers_as_class_teacher(teacher)
    for form in ("pupil_pupil", "teacher_pupil"):
        measured = {
            name: value
            for _, _, name, value in await stage.app.database.read(lambda tx, form=form: of_programme(tx, 1, form))
        }
        assert (measured["wants_school"], measured["studies"]) == (8, 8), form


async def test_a_teacher_who_mentors_is_asked_about_themselves_too_and_a_pupil_who_mentors_is_not(stage):
    await set_up_school(stage)
    for kind, asked in ((Kind.TEACHER, True), (Kind.PUPIL, False)):
        mentor = await stage.someone()
        await mentor.starts()
        await stage.app.database.work(
            lambda tx, kind=kind, mentor=mentor: add(tx, "Старцева", "Инна", kind, Side.MENTOR, phone=mentor)
        )
        await mentor.says("/menu")
        assert ("Ответить: как дела сейчас" in mentor.buttons) is asked, kind
