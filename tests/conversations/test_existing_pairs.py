"""A programme set up in mid-year takes over the pairs and orders there are."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from steps_joining import set_up_school
from steps_matching import members, ready
from steps_people import consent

HEADINGS = ("Наставник", "Класс/должность", "Наставляемый(ые)", "Класс", "Форма", "№ приказа", "Дата приказа")
SIGNED = ("118", date(2026, 10, 1))


def xlsx(*rows) -> bytes:
    book = Workbook()
    for row in (HEADINGS, *rows):
        book.active.append(list(row))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage)


async def sends(curator, *rows):
    await curator.says("/menu")
    await curator.taps("Все разделы", "Приказы о парах", "Внести действующие пары", "Таблица XLSX")
    return await curator.sends_file("pairs.xlsx", xlsx(*rows))


async def rows(stage, sql):
    return await stage.app.database.read(lambda tx: tx.all(sql))


async def test_a_list_is_previewed_and_brought_in_whole(stage, curator):
    known = await ready(stage, "Петров Илья Сергеевич", phone=False)
    await sends(
        curator,
        ("Соколова Марина", "10А", "Петров Илья; Ёлкина Анна", "7Б; 7В", "ученик – ученик", *SIGNED),
        ("Орлова Елена Викторовна", "учитель физики", "Белова Анна", "учитель", "учитель – учитель", *SIGNED),
        ("Новикова Вера", "11Б", "Чижов Олег", "8А", "ученик – ученик", None, None),
    )
    assert "Пар и групп: 3, новых людей: 6" in curator.sees, curator.sees
    assert await members(stage) == [], "nothing is brought in before it is confirmed"
    assert len(await rows(stage, "SELECT * FROM persons WHERE kind = 'pupil'")) == 1
    await curator.taps("Внести (3)")
    assert "Внесены 3 пары" in curator.sees
    assert await members(stage) == [("active", 1), ("active", 2), ("active", 1), ("accepted", 1)]
    assert len(await rows(stage, "SELECT * FROM matches")) == 3
    [order] = await rows(stage, "SELECT * FROM orders")
    assert (order["number"], order["signed_on"]) == ("118", "2026-10-01")
    assert len(await rows(stage, "SELECT * FROM order_lines")) == 3
    [mine] = await rows(stage, f"SELECT * FROM members WHERE mentee_id = {known.participation}")
    assert mine["state"] == "active"
    assert not await rows(stage, "SELECT * FROM persons WHERE kind IN ('pupil', 'teacher') AND admitted_at IS NULL")


async def test_a_pair_without_an_order_waits_for_consents_and_then_for_one(stage, curator):
    await sends(curator, ("Новикова Вера", "11Б", "Чижов Олег", "8А", "ученик – ученик", None, None))
    await curator.taps("Внести (1)")
    await curator.says("/menu")
    await curator.taps("Все разделы", "Приказы о парах")
    assert "Ждут согласий" in curator.sees
    assert "Готова к приказу" not in curator.sees

    def agree(tx):
        for row in tx.all("SELECT person_id FROM participations"):
            for capacity in ("assent", "guardian"):
                consent(tx, row["person_id"], capacity, "paper")

    await stage.app.database.work(agree)
    await curator.says("/menu")
    await curator.taps("Все разделы", "Приказы о парах")
    assert "Готова к приказу 1 пара" in curator.sees


async def test_wrong_cells_are_named_with_row_and_column_and_nothing_comes_in(stage, curator):
    await sends(
        curator,
        ("Соколова Марина", "10А", "Петров Илья", "7Б", "ученик – ученик", *SIGNED),
        ("Котова Ева", "10А", "Чижов Олег", "77Б", "ученик - ученк", *SIGNED),
    )
    assert "ничего не внесено" in curator.sees
    assert (
        "Строка 3, столбец «Форма»: значение «ученик - ученк» непонятно. Может быть, «ученик – ученик»?" in curator.sees
    )
    assert await members(stage) == []
    assert not [button for button in curator.buttons if button.startswith("Внести")]


async def test_what_only_the_school_knows_is_told_by_row(stage, curator):
    await ready(stage, "Иванов Пётр Олегович", phone=False)
    await ready(stage, "Иванов Пётр Ильич", phone=False)
    await ready(stage, "Котова Ева", phone=False)
    await sends(
        curator,
        ("Соколова Марина", "10А", "Иванов Пётр", "7Б", "ученик – ученик", *SIGNED),
        ("Котова Ева", "7Б", "Чижов Олег", "5А", "ученик – ученик", *SIGNED),
        ("Соколова Марина", "10А", "Рысев Ян", "5А", "ученик – ученик", "118", None),
        ("Соколова Марина", "10А", "Соколова Марина", "10А", "ученик – ученик", *SIGNED),
        ("Соколова Марина", "10А", "Ланин Ян; Ланин Ян", "5А", "ученик – ученик", *SIGNED),
        ("Соколова Марина", None, "Новый Ян", None, "ученик – ученик", *SIGNED),
    )
    assert "Строка 2: Таких в школе несколько: Иванов Пётр" in curator.sees
    assert "Строка 3: В этой форме участвует с другой стороны: Котова Ева" in curator.sees
    assert "Строка 4: У приказа нужны и номер, и дата" in curator.sees
    assert "Строка 5: Наставник и наставляемый — один человек" in curator.sees
    assert "Строка 6: В списке дважды: Ланин Ян" in curator.sees
    assert "Строка 7: Не хватает класса" in curator.sees
    assert await members(stage) == []
    assert len(await rows(stage, "SELECT * FROM persons WHERE kind = 'pupil'")) == 3


async def test_whoever_has_a_mentor_is_not_given_a_second_one(stage, curator):
    pair = ("Соколова Марина", "10А", "Петров Илья", "7Б", "ученик – ученик", *SIGNED)
    await sends(curator, pair)
    await curator.taps("Внести (1)")
    await sends(curator, ("Котова Ева", "10А", *pair[2:]))
    assert "Строка 2: Пара уже есть: Петров Илья" in curator.sees
    assert await members(stage) == [("active", 1)]


async def test_the_blank_can_be_filled_and_sent_back(stage, curator):
    await curator.says("/menu")
    await curator.taps("Все разделы", "Приказы о парах", "Внести действующие пары", "Таблица XLSX")
    [blank] = [message.document for message in curator.user.chat.visible if message.document]
    book = load_workbook(BytesIO(blank.content))
    sheet = book.worksheets[0]
    sheet.append(["Соколова Марина", "10А", "Петров Илья", "7Б", "ученик – ученик", "118", date(2026, 10, 1)])
    file = BytesIO()
    book.save(file)
    await curator.sends_file("pairs.xlsx", file.getvalue())
    await curator.taps("Внести (1)")
    assert await members(stage) == [("active", 1)]


async def test_a_text_or_a_wrong_file_is_answered_in_words(stage, curator):
    await curator.says("/menu")
    await curator.taps("Все разделы", "Приказы о парах", "Внести действующие пары", "Таблица XLSX")
    await curator.says("Соколова — Петров")
    assert "Это не файл" in curator.sees
    await curator.sends_file("pairs.xlsx", b"no table")
    assert "Это не таблица XLSX" in curator.sees
    assert await members(stage) == []


async def test_one_pair_by_hand(stage, curator):
    await curator.says("/menu")
    await curator.taps("Все разделы", "Приказы о парах", "Внести действующие пары", "Одна пара вручную")
    await curator.taps("Ученик – ученик")
    await curator.says("Соколова")
    assert "Нужны фамилия и имя" in curator.sees
    await curator.says("Соколова Марина <b>")
    await curator.taps("10")
    await curator.says("а", "Петров Илья")
    await curator.taps("7", "Пропустить")
    await curator.says("118", "01.10.2026")
    assert "Внесена 1 пара" in curator.sees, curator.sees
    assert await members(stage) == [("active", 1)]
    await curator.taps("Подтверждённые")
    assert "Соколова Марина — Петров Илья" in curator.sees


async def test_a_pair_by_hand_that_cannot_be_is_explained(stage, curator):
    await ready(stage, "Котова Ева", class_=(9, "Б"), phone=False)
    await curator.says("/menu")
    await curator.taps("Все разделы", "Приказы о парах", "Внести действующие пары", "Одна пара вручную")
    await curator.taps("Ученик – ученик")
    await curator.says("Котова Ева")
    await curator.taps("9")
    await curator.says("Б", "Петров Илья")
    await curator.taps("7", "Пропустить", "Пропустить")
    assert "участвует с другой стороны: Котова Ева" in curator.sees
    assert await members(stage) == []
