"""The diary and the mentor's report: every word as typed, the usual columns, nothing of the mentees' scores for a mentor."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook

from mentoring.diary import Diary, Entry, EntryState, Line, Moved, MovedBy, Way, way_of
from mentoring.exported import Named, Place
from mentoring.meetings import MeetingKind
from mentoring.mentor_report import GoOn, PlanCount, Report
from papers.diary import TEMPLATE, diary_book, diary_paper, diary_values
from papers.mentor_report import TEMPLATE as REPORT
from papers.mentor_report import report_paper, report_values
from papers.word_template import UnfitTemplateError, shipped_template, variables

MENTOR = Named("Котова Марина Андреевна", Place(10, "А"))
ILYA, MAYA = Named("Панин Илья", Place(7, "Б")), Named("Юрьева Майя", Place(7, "В"))
HELD = Entry(
    datetime(2027, 2, 9, 15, 0, tzinfo=UTC),
    60,
    MeetingKind.FIRST,
    EntryState.HELD,
    Way.PLACE,
    "кабинет 21",
    {Line.TOPIC: "Знакомство", Line.TASK: "Прочитать главу", Line.TROUBLE: "Опоздали"},
    "good",
    mentor_score=4,
    mentee_scores=(5,),
    voices=1,
    checked_on=date(2027, 2, 12),
)
OFF = replace(
    HELD, state=EntryState.CANCELLED, texts={}, result="", mentor_score=None, mentee_scores=(), voices=0, checked_on=None,
    moves=(Moved(HELD.starts, None, MovedBy.MENTEE, "ill"),),
)  # fmt: skip
DIARY = Diary(
    "Школа № 5", "Наставничество", "pupil_pupil", "", MENTOR, (ILYA,), date(2027, 1, 18), date(2027, 5, 31),
    date(2027, 5, 20), "Europe/Moscow", True, (HELD, OFF),
)  # fmt: skip
REPORTED = Report(
    DIARY, PlanCount(6, 4, 1), "Подтянуть физику", "Решает сам", "Мало времени", "Короткие задачи", GoOn.TOGETHER, "Нет"
)


def paper(content):
    """Every text of a DOCX: paragraphs, then cells row by row."""
    document = Document(BytesIO(content))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    return "\n".join([*(each.text for each in document.paragraphs), *("|".join(row) for row in rows)]), rows


def book(diaries):
    opened = load_workbook(BytesIO(diary_book(diaries)))
    return {name: [list(row) for row in opened[name].iter_rows(values_only=True)] for name in opened.sheetnames}, opened


def test_a_diary_has_the_usual_columns_in_both_files(words):
    text, rows = paper(diary_paper(DIARY, words))
    heads = ["№", "Дата, время", "Вид; форма, место", "Тема, цель", "Краткое содержание", "Результат"]
    assert rows[0][:6] == heads
    assert rows[0][6:] == ["Задание, договорённости", "Трудности", "Оценка встречи", "Отметка куратора"]
    assert "состоялась, получилось" in rows[1][5]
    assert "отмена 09.02 15:00 (наставляемый: болезнь)" in rows[2][5]
    assert "Состоялось встреч: 1 (1 ч)" in text
    assert "наставник: 4\nнаставляемый: 5" in rows[1][8]
    ((_, sheet),) = book([DIARY])[0].items()
    first = dict(zip(sheet[0], sheet[1], strict=True))
    assert first["Дата"] == datetime(2027, 2, 9)  # noqa: DTZ001 - a day of a workbook
    assert first["Форма, место"] == "очно, кабинет 21"
    assert (first["Оценка наставника"], first["Оценка наставляемого"]) == (4, 5)
    assert "голосовая заметка" in first["Краткое содержание"]
    assert "Присутствовали" not in first, "a pair has no roll"


def test_a_mentors_diary_says_nothing_of_the_mentees_scores_nor_why_a_meeting_was_put_off(words):
    entries = (replace(HELD, mentee_scores=()), replace(OFF, moves=(Moved(HELD.starts, None),)))
    own = replace(DIARY, whole=False, entries=entries)
    text, _ = paper(diary_paper(own, words))
    assert "болезнь" not in text
    assert "наставляемый: 5" not in text
    ((_, sheet),) = book([own])[0].items()
    assert "Оценка наставляемого" not in sheet[0]


def test_a_groups_diary_says_who_came(words):
    group = replace(
        DIARY, mentees=(ILYA, MAYA), entries=(replace(HELD, came=("Панин Илья",), absent=("Юрьева Майя",)),)
    )
    text, rows = paper(diary_paper(group, words))
    assert "НАСТАВНИЧЕСКОЙ ГРУППЫ" in text
    assert "Были: Панин Илья\nНе было: Юрьева Майя" in rows[1][4]
    ((_, sheet),) = book([group])[0].items()
    first = dict(zip(sheet[0], sheet[1], strict=True))
    assert (first["Присутствовали"], first["Отсутствовали"]) == ("Панин Илья", "Юрьева Майя")


def test_two_diaries_with_the_same_names_have_sheets_of_their_own():
    assert len(book([DIARY, DIARY, replace(DIARY, entries=())])[0]) == 3


def test_what_people_typed_comes_out_as_typed(words, typed):
    entry = replace(HELD, place=typed, texts=dict.fromkeys(Line, typed))
    _, rows = paper(diary_paper(replace(DIARY, entries=(entry,)), words))
    assert rows[1][3] == rows[1][6] == rows[1][7] == typed
    sheets, opened = book([replace(DIARY, entries=(entry,))])
    ((_, sheet),) = sheets.items()
    assert dict(zip(sheet[0], sheet[1], strict=True))["Тема, цель"] == typed
    assert all(cell.data_type != "f" for row in opened.active.iter_rows() for cell in row)
    report = replace(REPORTED, goal=typed, results=typed, proposals=typed)
    _, rows = paper(report_paper(report, words))
    said = dict(rows)
    assert said["Цель"] == said["Результаты наставляемого"] == said["Предложения куратору"] == typed


def test_a_report_says_what_the_diary_and_the_plan_say_and_leaves_a_line_to_sign(words):
    text, rows = paper(report_paper(replace(REPORTED, troubles=""), words))
    said = dict(rows)
    assert said["Встречи"] == "по плану 2, состоялось 1"
    assert said["Всего времени"] == "1 ч"
    assert said["Выполнение плана развития"] == "пунктов 6, выполнено 4, частично 1"
    assert said["Рекомендация"] == "продолжать этой же парой"
    assert said["Трудности"] == "–"
    assert "Наставник\t_______________\tКотова Марина Андреевна" in text
    assert "Дата: 20 мая 2027 г." in text.replace("\xa0", " ")


@pytest.mark.parametrize("name", [TEMPLATE, REPORT])
def test_every_variable_of_a_template_is_given(words, name):
    given = {TEMPLATE: diary_values(DIARY, words), REPORT: report_values(REPORTED, words)}[name]
    assert variables(shipped_template(name)) <= {*given}
    assert set(given) - variables(shipped_template(name)) <= {"grouped", "whole"}


def test_a_template_with_an_unknown_variable_is_refused_by_name(words):
    document = Document()
    document.add_paragraph("{{ meetingz }}")
    saved = BytesIO()
    document.save(saved)
    with pytest.raises(UnfitTemplateError, match="meetingz"):
        diary_paper(DIARY, words, saved.getvalue())


@pytest.mark.parametrize(
    ("place", "chosen", "way"),
    [
        ("кабинет 21", "", Way.PLACE),
        ("", "", Way.PLACE),
        ("https://meet.example/abc", "", Way.ONLINE),
        ("онлайн: https://meet.example/abc, код 7", "", Way.ONLINE),
        ("https://meet.example/abc", "place", Way.PLACE),
        ("кабинет 21", "online", Way.ONLINE),
    ],
)
def test_a_link_as_the_place_means_online_unless_the_mentor_says_otherwise(place, chosen, way):
    assert way_of(place, chosen) is way
