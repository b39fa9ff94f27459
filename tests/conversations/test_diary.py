"""The diary as a file, for the mentor and for the curator, who marks it; the mentor's report is asked for and written."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from openpyxl import load_workbook
from steps_meetings import holds_a_meeting, school_with_a_pair


def files(someone):
    return [each.document for each in someone.user.chat.messages if each.document]


def text_of(content):
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


async def watches(curator):
    await curator.says("/pairs")
    return await curator.taps("1", "Дневник пары")


async def test_the_mentor_takes_the_diary_out_without_the_mentees_score(stage):
    curator, mentor, mentee = await school_with_a_pair(stage)
    await holds_a_meeting(stage, mentor, "12")
    await mentee.taps("Да", "😟")
    await mentor.says("/menu")
    await mentor.taps("Илья П.", "Прошлые встречи", "Дневник: DOCX")
    assert "наставляемый:" not in text_of(files(mentor)[-1].content)
    await mentor.taps("Дневник: XLSX")
    heads = [each.value for each in load_workbook(BytesIO(files(mentor)[-1].content)).active[1]]
    assert "Оценка наставляемого" not in heads
    await watches(curator)
    assert "наставляемый 1" in curator.sees
    await curator.taps("Проверено")
    assert "Всё проверено" in curator.sees
    await curator.taps("Дневник: XLSX")
    sheet = load_workbook(BytesIO(files(curator)[-1].content)).active
    row = dict(zip(*([cell.value for cell in line] for line in sheet.iter_rows(max_row=2)), strict=True))
    assert row["Оценка наставляемого"] == 1
    assert row["Отметка куратора"] is not None


async def test_the_report_is_written_in_chat_and_both_get_the_file(stage):
    curator, mentor, mentee = await school_with_a_pair(stage)
    await holds_a_meeting(stage, mentor, "12")
    await mentor.says("/menu")
    await mentor.taps("Илья П.", "Прошлые встречи", "Написать отчёт наставника")
    await mentor.says("Понять дроби", "Решает сам MARKRESULT")
    await mentor.taps("Пропустить", "Пропустить", "Да, этой же парой", "Пропустить", "Отправить")
    assert "Отчёт сохранён" in mentor.sees
    await mentor.taps("Отчёт наставника: DOCX")
    assert "MARKRESULT" in text_of(files(mentor)[-1].content)
    await watches(curator)
    await curator.taps("Отчёт наставника: DOCX")
    assert "MARKRESULT" in text_of(files(curator)[-1].content)
    told = "".join(each.text for each in mentee.user.chat.messages if each.from_bot)
    assert "MARKRESULT" not in told
