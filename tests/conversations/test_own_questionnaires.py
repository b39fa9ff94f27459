"""A methodist rewords a questionnaire in Excel, and from then on the school answers the new version."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook
from steps_questionnaire import answers_one, fills, participant, turn_of
from steps_school import set_up_school

from mentoring.people import Kind
from storage import drafts, form_versions, people

FORM = "entry_mentee_pupil_pupil"
CARD = ("Все разделы", "Анкеты", "До начала работы", "Анкета наставляемого · ученик")


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage)


async def opened(curator):
    await curator.says("/menu")
    return await curator.taps(*CARD)


def last_file(someone):
    return [each for each in someone.user.chat.visible if each.document][-1].document


async def taken(curator):
    await opened(curator)
    await curator.taps("Взять в Excel")
    return load_workbook(BytesIO(last_file(curator).content))


def places(sheet):
    return {cell.value: cell.column for cell in sheet[1]}


def row_of(sheet, name):
    at = places(sheet)["name"]
    return next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, at).value == name)


def put(book, name, **cells):
    sheet = book["survey"]
    for column, value in cells.items():
        heading = next(each for each in places(sheet) if each.startswith(column))
        sheet.cell(row_of(sheet, name), places(sheet)[heading]).value = value


def put_new(book, **cells):
    sheet = book["survey"]
    known = places(sheet)
    row = sheet.max_row + 1
    for column, value in cells.items():
        sheet.cell(row, known[next(each for each in known if each.startswith(column))]).value = value


async def sent(curator, book):
    file = BytesIO()
    book.save(file)
    await opened(curator)
    await curator.taps("Загрузить свою")
    return await curator.sends_file("анкета.xlsx", file.getvalue())


async def begins(pupil):
    return await pupil.taps_data(pupil.screen.id, f"fil1:{FORM}:{pupil.participation}")


def edited(book):
    """A question reworded, one removed, one added."""
    put(book, "expected", label="Чего Вы ждёте?")
    book["survey"].delete_rows(row_of(book["survey"], "been_where"))
    put_new(book, type="text", name="hobby", label="Чем Вы увлекаетесь?", relevant="${been_before} = 'yes'")
    return book


async def in_force(curator):
    await sent(curator, edited(await taken(curator)))
    return await curator.taps("Ввести в действие")


async def test_a_questionnaire_goes_out_comes_back_is_tried_and_put_in_force(stage, curator):
    book = edited(await taken(curator))
    assert book.sheetnames[:3] == ["survey", "choices", "settings"]
    put(book, "hobby", relevant="${been_befor} = 'yes'")
    await sent(curator, book)
    assert (
        f"строка {row_of(book['survey'], 'hobby')}: нет вопроса «been_befor», может быть, «been_before»?"
        in curator.sees
    )
    put(book, "hobby", relevant="${been_before} = 'yes'")
    file = BytesIO()
    book.save(file)
    await curator.sends_file("анкета.xlsx", file.getvalue())
    assert "Новые (1): hobby" in curator.sees
    assert "Убраны (1): been_where" in curator.sees
    assert "Изменены (1): expected" in curator.sees

    await curator.taps("Попробовать")
    assert "Проба: ответы не сохраняются" in curator.sees
    await fills(curator, send=False)
    assert "Это была проба" in curator.sees
    assert "Отправить" not in curator.buttons
    assert await stage.app.database.read(lambda tx: tx.value("SELECT count(*) FROM submissions")) == 0
    await curator.taps("Ввести в действие")
    assert "Версия 1-1 введена" in curator.sees
    assert "своя версия 1-1" in curator.sees

    pupil = await participant(stage)
    await begins(pupil)
    await pupil.taps("Да")
    assert "Если да, то где?" not in pupil.sees
    await fills(pupil)
    answered = await stage.app.database.read(lambda tx: drafts.sent(tx, pupil.person_id, FORM, pupil.participation))
    assert answered.version == "1-1"
    assert "hobby" in answered.answers


async def test_whoever_has_begun_ends_in_the_version_they_began_with_and_is_told_of_the_new_one_later(stage, curator):
    pupil = await participant(stage)
    await begins(pupil)
    await pupil.taps("Да")
    await in_force(curator)
    assert "1 человек уже начал прежнюю" in curator.sees
    assert "Если да, то где?" in pupil.sees
    await fills(pupil)
    answered = await stage.app.database.read(lambda tx: drafts.sent(tx, pupil.person_id, FORM, pupil.participation))
    assert (answered.version, answered.answers["been_where"]) == ("1", "Хочу разобраться с физикой")

    await pupil.taps("Мои анкеты", "Посмотреть и изменить анкету")
    assert "Анкета с тех пор обновилась" in pupil.sees
    assert (await turn_of(pupil)).step.question.name == "hobby"
    await fills(pupil)
    answered = await stage.app.database.read(lambda tx: drafts.sent(tx, pupil.person_id, FORM, pupil.participation))
    assert answered.version == "1-1"
    assert answered.answers["expected"] == "Хочу разобраться с физикой"
    assert "been_where" not in answered.answers


async def test_the_export_shows_answers_of_every_version_with_the_words_they_answered(stage, curator):
    before, after = await participant(stage), await participant(stage)
    await begins(before)
    await before.taps("Да")
    await fills(before)
    await in_force(curator)
    await begins(after)
    await after.taps("Да")
    await fills(after)
    await curator.says("/export")
    await curator.taps("Собрать файл")
    book = load_workbook(BytesIO(last_file(curator).content))
    answers = next(sheet for sheet in book if sheet.title.startswith("Анкета наставляемого"))
    heading = [cell.value for cell in answers[1]]
    rows = [dict(zip(heading, row, strict=True)) for row in answers.iter_rows(min_row=2, values_only=True)]
    assert [(row["Версия анкеты"], bool(row["been_where"]), bool(row["hobby"])) for row in rows] == [
        ("1", True, False),
        ("1-1", False, True),
    ]
    words = {tuple(row[1:3]) for row in book["Подписи к анкетам"].iter_rows(values_only=True)}
    assert {
        ("expected", "Чего Вы ждёте?"),
        ("expected", "Что Вы ожидаете от программы?"),
        ("been_where", "Если да, то где?"),
    } <= words


async def test_the_version_before_can_be_taken_back_and_the_official_one_in_the_end(stage, curator):
    await in_force(curator)
    book = await taken(curator)
    put(book, "expected", label="Чего Вы ждёте теперь?")
    await sent(curator, book)
    await curator.taps("Ввести в действие")
    assert "своя версия 1-2" in curator.sees
    await curator.taps("Вернуть прежнюю")
    assert "своя версия 1-1" in curator.sees
    await curator.taps("Вернуть прежнюю")
    assert "официальная, версия 1" in curator.sees
    assert "Вернуть прежнюю" not in curator.buttons


async def test_a_version_that_waits_is_offered_until_it_is_decided_on(stage, curator):
    await sent(curator, edited(await taken(curator)))
    await curator.taps("Попробовать", "Закончить пробу")
    assert "Вы прислали новую версию" in curator.sees
    old = curator.screen
    await curator.taps("Не нужно")
    assert "всё остаётся как было" in curator.sees
    await curator.taps_data(old.id, "qnv1:f:" + str(await stage.app.database.read(_last_version)))
    assert "уже введена или отменена" in curator.toast
    assert await stage.app.database.read(lambda tx: form_versions.all_in_force(tx, 1)) == {}


def _last_version(tx):
    return tx.value("SELECT max(id) FROM form_versions")


async def test_the_present_questionnaire_is_tried_without_anything_to_decide(stage, curator):
    await opened(curator)
    await curator.taps("Попробовать")
    await answers_one(curator)
    await curator.says("/menu")
    assert "Вы остановились" not in curator.sees
    await opened(curator)
    await curator.taps("Попробовать")
    assert (await turn_of(curator)).step.first
    await fills(curator, send=False)
    assert "Ввести в действие" not in curator.buttons
    await curator.taps("Закончить пробу")
    assert "официальная" in curator.sees


async def test_what_is_no_questionnaire_is_refused_in_words(stage, curator):
    await opened(curator)
    await curator.taps("Загрузить свою")
    await curator.sends_file("фото.xlsx", b"not a zip at all")
    assert "это не таблица Excel" in curator.sees
    await curator.says("вот она")
    assert "Это не файл" in curator.sees


async def test_measures_say_how_long_it_takes_how_many_send_it_and_where_people_stop(stage, curator):
    left = await participant(stage)
    await begins(left)
    await answers_one(left)

    def answered(tx):
        for minutes in (3, 4, 8, 9, 60):
            person = people.add(tx, 1, Kind.PUPIL)
            drafts.send(tx, school=1, person=person, form=FORM, version="1", about=person, answers={"glad": "yes"})
            drafts.timed(tx, person, FORM, person, tx.now, minutes * 60)

    await opened(curator)
    await curator.taps("Как отвечают")
    assert "Пока мало ответов: начали 1, отправили 0" in curator.sees
    assert "Ответили 0 из 1, кого спросили: 0 %" in curator.sees
    await stage.app.database.work(answered)
    await stage.waits(days=2)
    await opened(curator)
    await curator.taps("Как отвечают")
    assert "Отправили 5 из 6 начавших: 83 %" in curator.sees
    assert "Ответили 5 из 6, кого спросили: 83 %" in curator.sees
    assert "Обычно уходит 8 минут" in curator.sees
    assert "«Если да, то где?» — 1" in curator.sees
    assert "Петров" not in curator.sees


async def test_time_away_from_a_questionnaire_is_not_spent_on_it(stage, curator):
    pupil = await participant(stage)
    await begins(pupil)
    await stage.waits(minutes=3)
    await answers_one(pupil)
    await stage.waits(hours=12)
    await begins(pupil)
    await fills(pupil)
    spent = await stage.app.database.read(lambda tx: tx.value("SELECT spent FROM submissions"))
    assert spent == 3 * 60
    begun = await stage.app.database.read(
        lambda tx: tx.all("SELECT person_id, details FROM journal WHERE deed = 'questionnaire-begun'")
    )
    assert [tuple(row) for row in begun] == [(pupil.person_id, FORM)]
