"""The printed plan and path say everything as it was typed, by sections, with lines for signatures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document

from mentoring.exported import Named, Place
from mentoring.plan_samples import PUPIL, TEACHER, sections
from mentoring.plan_sheet import PlanSheet, SheetSection, SheetTask
from mentoring.plans import Mark, PlanKind
from papers.plan import TEMPLATES, plan_values, printed_plan
from papers.plan_chart import Strip, plan_png
from papers.word_template import shipped_template, variables

TYPED = "=1+1 & <b>десять</b> {{ задач }}"
TASK = SheetTask(
    "1.1", TYPED, "дом творчества", date(2027, 3, 1), "Все <решены>", "Почти & все", Mark.PARTLY, "молодец =2"
)


def sheet(kind=PlanKind.PLAN, audience=PUPIL, *, minor=True):
    first, *rest = sections(kind, audience).items()
    return PlanSheet(
        school="МБОУ «Школа № 5»",
        kind=kind,
        form="pupil_pupil" if audience == PUPIL else "teacher_teacher",
        role_model="leader" if audience == PUPIL else "experienced_young",
        mentor=Named("Котова Марина", Place(10, "А") if audience == PUPIL else Place(post="учитель физики")),
        mentee=Named("Петров Илья & Ко", Place(7, "Б") if audience == PUPIL else Place(post="учитель биологии")),
        starts=date(2027, 1, 25),
        ends=date(2027, 5, 31),
        goal="Понять <механику> & =A1",
        sections=(
            SheetSection(str(first[0]), first[1], (TASK,)),
            *(SheetSection(str(number), title, ()) for number, title in rest),
        ),
        signed_on=None,
        minor=minor,
    )


def text_of(content):
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


@pytest.mark.parametrize(
    ("kind", "audience"), [(PlanKind.PLAN, PUPIL), (PlanKind.PLAN, TEACHER), (PlanKind.PATH, PUPIL)]
)
def test_everything_stands_on_paper_as_it_was_typed(kind, audience):
    text = text_of(printed_plan(sheet(kind, audience)))
    for words in (
        TYPED, "Все <решены>", "Почти & все", "частично; молодец =2", "01.03.2027", "Понять <механику> & =A1",
        "Петров Илья & Ко", "Котова Марина", "25\xa0января\xa02027", "31\xa0мая\xa02027", "Подпись наставника", "Форма наставничества",
        "Ролевая модель", "Планируемый результат", "Фактический результат", "Оценка наставника",
        *(f"Раздел {number}. {title.to('ru')}" for number, title in sections(kind, audience).items()),
    ):  # fmt: skip
        assert words in text, words
    assert ("дом творчества" in text) is (kind is PlanKind.PATH)
    assert ("10 «А»" in text) is (audience == PUPIL)


def test_a_parent_signs_only_for_a_minor():
    assert "Родитель (законный представитель)" in text_of(printed_plan(sheet()))
    assert "Родитель" not in text_of(printed_plan(sheet(minor=False)))


def test_a_section_without_tasks_has_a_line_to_fill_by_hand():
    table = Document(BytesIO(printed_plan(sheet()))).tables[1]
    assert [cell.text for cell in table.rows[-1].cells] == [""] * 6


def test_a_task_without_a_mark_shows_the_word_alone_or_nothing():
    from locales.words import Words

    words = Words.shipped()
    bare = replace(
        sheet(), sections=(SheetSection("1", sheet().sections[0].title, (replace(TASK, mark=None, word=""),)),)
    )
    assert plan_values(bare, words)["sections"][0]["tasks"][0]["mark"] == ""


@pytest.mark.parametrize("kind", list(PlanKind))
def test_the_templates_ask_only_for_what_is_given(kind):
    from locales.words import Words

    assert variables(shipped_template(TEMPLATES[kind])) <= set(plan_values(sheet(kind), Words.shipped()))


def test_the_picture_is_drawn_for_a_plan_of_any_length():
    legend = dict.fromkeys(("done", "partly", "not", "ticked", "late", "ahead"), "слово")
    for count in (1, 8, 9, 30):
        strip = Strip("1. Раздел", [(f"1.{n}", "01.02", "late" if n % 2 else "done") for n in range(count)])
        assert plan_png("Выполнено", legend, [strip]).startswith(b"\x89PNG")


@pytest.mark.parametrize("kind", list(PlanKind))
def test_signatures_take_the_last_rows_of_tasks_with_them_to_a_new_page(kind):
    *_, tasks, signatures = Document(BytesIO(printed_plan(sheet(kind)))).tables
    for row in (*tasks.rows[-2:], *signatures.rows):
        kept = [each.paragraph_format.keep_with_next for cell in row.cells for each in cell.paragraphs]
        assert all(kept), "whoever signs sees what for"
    assert not tasks.rows[0].cells[0].paragraphs[0].paragraph_format.keep_with_next
