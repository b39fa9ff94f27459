"""The export: the whole programme in one XLSX, as typed, for the curator only, journalled, made apart."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook
from steps_joining import set_up_school, staff_joins
from steps_matching import active_pair, guardian_of, insert_active, ready

from bot.workshop import Workshop
from mentoring.people import Role, Speaker
from papers.exported import exported_xlsx
from services.exporting import Exporting
from storage import accounts, areas, drafts, people

TYPED = "=1+1 <b>физика</b> & 😀 Ёлка"


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage)


async def taken_out(curator):
    """The workbook as the curator opens it: rows of plain values by sheet."""
    await curator.says("/export")
    await curator.taps("Собрать файл")
    assert "сделана запись в журнале" in curator.sees
    (message,) = [each for each in curator.user.chat.visible if each.document][-1:]
    book = load_workbook(BytesIO(message.document.content))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


def by_heading(rows, line=1):
    return dict(zip(rows[0], rows[line], strict=True))


async def test_both_registers_have_everyone_with_whom_they_are(stage, curator):
    mentee, _ = await active_pair(stage)
    await guardian_of(stage, mentee, "Петрова Ольга Ивановна")
    await ready(stage, "Орлова Елена Павловна", "mentor", kind="teacher")
    sheets = await taken_out(curator)
    names = list(sheets)
    found = by_heading(sheets[names[0]])
    assert found["ФИО наставляемого"] == "Петров Илья"
    assert found["Контактные данные для связи (данные представителя)"] == "Петрова Ольга Ивановна"
    assert found["Год рождения наставляемого"] == 2013
    assert found["Основной запрос наставляемого"] == "Помочь с физикой"
    assert found["ФИО наставника"] == "Котова Марина"
    assert found["Форма наставничества"] == "ученик – ученик"
    assert found["Место работы/учёбы наставника"] == "10 «А»"
    assert len(sheets[names[1]]) == 1, "no teachers who are mentees"
    found = by_heading(sheets[names[2]])
    assert found["ФИО наставляемого (наставляемых)"] == "Петров Илья"
    assert found["Основные компетенции наставника"] == "Кружок физики"
    assert by_heading(sheets[names[3]])["ФИО наставника"] == "Орлова Елена Павловна"
    assert by_heading(sheets[names[3]])["Место работы/учёбы наставника"] == "учитель физики"


async def test_pairs_meetings_consents_and_answers_have_their_sheets(stage, curator):
    await active_pair(stage)
    await stage.app.database.work(meeting)
    sheets = await taken_out(curator)
    pair = by_heading(sheets["Пары и группы"])
    assert (pair["Состояние"], pair["№ приказа"], pair["Встреч состоялось"]) == ("работает", "1-ОД", 1)
    assert pair["Ролевая модель"] == "лидер – пассивный"
    held = by_heading(sheets["Встречи"])
    assert (held["Вид встречи"], held["Минут"], held["Результат"]) == ("первая, организационная", 45, "получилось")
    assert held["Заметка"] == TYPED
    assert held["Подтверждение наставляемого"] == "была"
    assert {row[2] for row in sheets["Согласия"][1:]} == {
        "согласие несовершеннолетнего, в мессенджере",
        "согласие законного представителя, в мессенджере",
    }
    answers = by_heading(sheets["Заявка наставляемого"])
    assert (answers["request"], answers["areas"], answers["free"]) == ("Помочь с физикой", "physics", "tue_2 thu_2")
    labels = sheets[list(sheets)[-1]]
    assert ["Заявка наставляемого", "areas", "С чем вам нужна помощь?", "physics", "Физика"] in labels


def meeting(tx):
    number = tx.insert(
        "meetings",
        match_id=tx.value("SELECT id FROM matches"),
        number=1,
        kind="first",
        starts_at=tx.now,
        state="held",
        result="good",
        note=TYPED,
        made_at=tx.now,
    )
    tx.run(
        "INSERT INTO meeting_answers (meeting_id, person_id, question, answer, at) "
        "SELECT :id, id, 'took_place', 'yes', :now FROM persons WHERE family = 'Петров'",
        id=number,
        now=tx.now,
    )


async def test_what_people_typed_comes_out_as_typed(stage, curator):
    mentee = await ready(stage, "Ёлкин-Дёмин Пётр", "mentee")
    await stage.app.database.work(
        lambda tx: drafts.send(
            tx,
            school=1,
            person=mentee.person,
            form="application_mentee_pupil",
            version="1",
            about=mentee.participation,
            answers={"request": TYPED},
        )
    )
    sheets = await taken_out(curator)
    assert by_heading(sheets[next(iter(sheets))])["Основной запрос наставляемого"] == TYPED
    assert by_heading(sheets["Заявка наставляемого"])["request"] == TYPED
    assert by_heading(sheets["Заявка наставляемого"])["ФИО"] == "Ёлкин-Дёмин Пётр"


async def test_areas_of_the_school_s_own_are_among_the_labels(stage, curator):
    await stage.app.database.work(lambda tx: areas.add(tx, 1, "Астрономия", "pupil"))
    await ready(stage, "Петров Илья", "mentee")
    labels = (await taken_out(curator)).popitem()[1]
    assert any(row[-1] == "Астрономия" for row in labels)


async def test_whoever_is_not_admitted_or_has_no_consent_is_in_no_register(stage, curator):
    newcomer = await ready(stage, "Новых Олег", "mentee")
    unagreed = await ready(stage, "Несогласных Олег", "mentee")

    def unit(tx):
        people.change(tx, newcomer.person, admitted_at=None, admitted_by=None)
        tx.run("DELETE FROM consents WHERE person_id = :id", id=unagreed.person)

    await stage.app.database.work(unit)
    sheets = await taken_out(curator)
    assert len(sheets[next(iter(sheets))]) == 1


async def test_a_pair_whose_mentee_has_left_keeps_its_line(stage, curator):
    mentee, mentor = await ready(stage, "Петров Илья"), await ready(stage, "Котова Марина", "mentor")

    def unit(tx):
        insert_active(tx, mentee, mentor)
        tx.run("UPDATE participations SET left_at = :now WHERE person_id = :id", now=tx.now, id=mentee.person)

    await stage.app.database.work(unit)
    assert by_heading((await taken_out(curator))["Пары и группы"])["Наставляемый (наставляемые)"] == "Петров Илья"


async def test_the_journal_has_a_line_about_every_export(stage, curator):
    await taken_out(curator)
    rows = await stage.app.database.read(lambda tx: tx.all("SELECT * FROM journal WHERE deed = 'exported'"))
    assert len(rows) == 1
    assert rows[0]["person_id"] is not None


async def test_nobody_else_takes_anything_out(stage, curator):
    for someone in (await staff_joins(stage, "head"), await stage.someone()):
        await someone.says("/export")
        await someone.taps_data(someone.screen.id, "xls1:1")
        assert not any(message.document for message in someone.user.chat.visible)


async def test_it_is_made_in_a_process_that_never_loads_the_messenger(stage, curator):
    await active_pair(stage)

    def as_curator(tx) -> Speaker:
        return accounts.speaking(tx, curator.user.id)

    speaker = await stage.app.database.read(as_curator)
    assert Role.CURATOR in speaker.roles
    workshop = Workshop()
    try:
        taken = await Exporting(stage.app.database, workshop).take(speaker, exported_xlsx, "ru")
        assert "Пары и группы" in load_workbook(BytesIO(taken.content)).sheetnames
        assert not await workshop(eval, "'aiogram' in __import__('sys').modules")
    finally:
        workshop.close()
