"""Printed questionnaires: everything asked is on the paper, and every page says whose it is."""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from locales.words import Words
from mentoring.questionnaire import Form, Given, Option, Phrase, Style
from mentoring.questionnaire_catalogue import area_options, catalogue, default_areas
from mentoring.xlsform import load_form
from papers.blank_form import BlankOwner, blank_forms_pdf
from papers.blank_layout import Block, Ink, paged

LINK = "https://t.me/school_mentor_bot?start=ABCDEFGH23"
MASHA = BlankOwner("P-007", "Иванова Маша, 7А", "ABCDEFGH23", LINK)
QUESTIONNAIRES = sorted(key for key, form in catalogue().items() if form.style is Style.QUESTIONNAIRE)


def given(areas: tuple[Option, ...] = area_options(default_areas(), "pupil")) -> Given:
    return Given(date(2026, 11, 22), {"areas.csv": areas, "months.csv": (), "classes.csv": ()})


def pages(form: Form, *owners: BlankOwner, lists: Given | None = None, language: str = "ru") -> list[str]:
    content = blank_forms_pdf(form, owners or (MASHA,), lists or given(), "Школа № 5", Words.shipped(), language)
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]


@cache
def of_masha(key: str) -> tuple[str, ...]:
    """The pages of a shipped questionnaire, printed once for all that is looked at."""
    return tuple(pages(catalogue()[key]))


def small(rows: str) -> Form:
    return load_form(
        "| settings | | | | |\n|---|---|---|---|---|\n"
        "| | form_id | version | style | form_title::Русский (ru) |\n| | small | 1 | questionnaire | Малая |\n\n"
        "| survey | | | | | | | |\n|---|---|---|---|---|---|---|---|\n"
        "| | type | name | label::Русский (ru) | required | relevant | parameters | hint::Русский (ru) |\n"
        f"{rows}\n\n"
        "| choices | | | |\n|---|---|---|---|\n| | list_name | name | label::Русский (ru) |\n"
        "| | yn | yes | Да |\n| | yn | no | Нет |\n| | yn | maybe | Не знаю |\n",
        "small.md",
    )


@pytest.mark.parametrize("key", QUESTIONNAIRES)
def test_every_question_and_option_of_a_questionnaire_is_on_its_blank(key: str) -> None:
    form = catalogue()[key]
    text = "".join("".join(of_masha(key)).split())
    for question in form.questions:
        assert "".join(question.label.to("ru").split()) in text, question.name
        options = given().options(question)
        week = question.name == "free"
        for option in options:
            for word in option.label.to("ru").split() if week else [option.label.to("ru")]:
                assert "".join(word.split()) in text, (question.name, option.name)


@pytest.mark.parametrize("key", QUESTIONNAIRES)
def test_the_code_and_the_page_of_so_many_stand_on_every_page(key: str) -> None:
    found = of_masha(key)
    for number, page in enumerate(found, start=1):
        assert "P-007 · ABCDEFGH23" in page
        assert page.count(f"{number} из {len(found)}") == 1
    assert "Иванова Маша, 7А" in found[0]


def test_a_pile_has_everyones_own_pages_numbered_from_one() -> None:
    other = BlankOwner("P-008", "Петров Юра, 7А", "ZZZZZZZZ23", LINK)
    found = pages(catalogue()["application_mentee_pupil"], MASHA, other)
    half = len(found) // 2
    assert all("P-007" in page and "P-008" not in page for page in found[:half])
    assert all("P-008" in page and "P-007" not in page for page in found[half:])
    assert f"1 из {half}" in found[half]


def test_a_blank_for_nobody_in_particular_has_lines_to_write_whose_it_is() -> None:
    first = pages(catalogue()["interim_mentee"], BlankOwner())[0]
    assert "Код (или фамилия и имя, класс):" in first
    assert "P-" not in first


def test_a_pile_for_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="nobody"):
        blank_forms_pdf(catalogue()["interim_mentee"], (), given(), "", Words.shipped())


def test_conditions_are_told_in_words_and_what_is_not_simple_is_said_to_fit() -> None:
    form = small(
        "| | select_one yn | first | Первый? | yes | | | |\n"
        "| | text | second | Второй? | | ${first} = 'yes' or ${first} = 'maybe' | | |\n"
        "| | range | third | Третий? | | selected(${first}, 'no') | start=1 end=10 step=1 | |\n"
        "| | text | fourth | Четвёртый? | | ${third} >= 7 | | |\n"
        "| | text | fifth | Пятый? | | ${fourth} != '' | | |\n"
        "| | text | sixth | Шестой? | | string-length(${fourth}) > 3 | | |"
    )
    text = pages(form)[0]
    assert "если в вопросе 1 отмечено «Да» или «Не знаю»." in text
    assert "«Нет»." in text
    assert "если в вопросе 3 отмечено 7 или больше." in text
    assert "если вы ответили на вопрос 4." in text
    assert "если вопрос вам подходит." in text
    assert "низший балл" in text
    assert "высший балл" in text


def test_dates_times_numbers_and_notes_have_their_places_and_notes_no_number() -> None:
    form = small(
        "| | note | hello | Прочтите сначала | | | | |\n"
        "| | date | day | Какой день? | yes | | | |\n"
        "| | time | hour | Какой час? | | | | |\n"
        "| | integer | count | Сколько? | | | | Числом |\n"
        "| | select_multiple yn | several | Какие? | | | | |"
    )
    text = pages(form)[0]
    signs = "".join(text.split())
    assert "Какойдень?*" in signs
    assert all(signs.count(sign) >= count for sign, count in (("Г", 4), ("Ч", 3), ("Прочтитесначала", 1)))
    assert "Можно выбрать несколько." in text
    assert "5." not in text


def test_a_question_is_never_divided_between_pages() -> None:
    blocks = [Block(40.0, (Ink(0, 0, f"{number}"),)) for number in range(9)]
    layout = paged(blocks, first=100.0, other=130.0, gap=2.0)
    assert [len(page) for page in layout] == [2, 3, 3, 1]
    assert all(at + block.height <= 130 for page in layout for at, block in page)


def test_a_list_longer_than_a_page_goes_on_overleaf_with_nothing_lost() -> None:
    areas = tuple(
        Option(f"a{number}", Phrase({"ru": f"Довольно длинная область {number:03}"})) for number in range(260)
    )
    found = pages(catalogue()["application_mentee_pupil"], lists=given(areas))
    text = " ".join(found)
    assert all(f"область {number:03}" in text for number in range(260))
    assert len(found) >= 3


def test_a_blank_speaks_english_too() -> None:
    text = pages(catalogue()["entry_mentee_pupil_pupil"], language="en")[0]
    assert "Use a pen" in text
    assert catalogue()["entry_mentee_pupil_pupil"].title.to("en") in text
