"""Questionnaires go out as XLSForm that other tools open, and come back with every flaw named."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from pyxform.xls2xform import convert

from locales.words import Words
from mentoring.questionnaire_catalogue import catalogue, default_areas, sources
from mentoring.xlsform_check import checked
from mentoring.xlsform_faults import Notable, Wrong
from mentoring.xlsform_tables import outer_lists, tables_of, without_lists
from papers.xlsform_book import UnreadableBookError, read_xlsform_book, xlsform_book

WORDS = Words.shipped()
AREAS = [
    {"name": area.name, "label::Русский (ru)": area.label.to("ru"), "label::English (en)": area.label.to("en")}
    for area in default_areas()
]
APPLICATION, ENTRY = "application_mentee_pupil", "entry_mentee_pupil_pupil"


def book_of(key):
    return load_workbook(BytesIO(xlsform_book(tables_of(sources()[key]), {"areas.csv": AREAS}, WORDS)))


def content_of(book):
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def check(key, content):
    then, form = tables_of(sources()[key]), catalogue()[key]
    tables = without_lists(read_xlsform_book(content), outer_lists(then))
    return checked(tables, form, then.settings, form, catalogue(), "1-1")


def flaws(key, book):
    return check(key, content_of(book)).flaws


def column(sheet, beginning):
    return next(cell.column for cell in sheet[1] if str(cell.value).startswith(beginning))


def row(sheet, name):
    return next(n for n in range(2, sheet.max_row + 1) if sheet.cell(n, column(sheet, "name")).value == name)


def put(book, name, beginning, value, sheet="survey"):
    page = book[sheet]
    at = row(page, name)
    page.cell(at, column(page, beginning)).value = value
    return at


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_every_questionnaire_taken_out_opens_elsewhere_unchanged_and_comes_back_the_same(key):
    content = xlsform_book(tables_of(sources()[key]), {"areas.csv": AREAS}, WORDS)
    warnings = []
    assert convert(content, validate=False, warnings=warnings, file_type=".xlsx").xform.startswith("<?xml")
    assert warnings == []
    back = check(key, content)
    assert back.flaws == ()
    assert (back.form.questions, back.form.title) == (catalogue()[key].questions, catalogue()[key].title)
    assert (back.added, back.removed, back.changed) == ((), (), ())


def test_a_methodist_reads_the_sheets_with_the_heading_in_place_and_a_page_on_how_to_edit():
    book = book_of(APPLICATION)
    assert book.sheetnames == ["survey", "choices", "settings", "Как править"]
    assert book["survey"].freeze_panes == "A2"
    assert {cell.value for cell in book["choices"]["A"]} > {"areas_csv", "situation"}


def test_text_that_looks_like_a_formula_goes_out_and_comes_back_as_text():
    tables = tables_of(sources()[ENTRY].replace("Что Вы ожидаете от программы?", "=1+1 & <b> ожидаете?"))
    content = xlsform_book(tables, {}, WORDS)
    sheet = load_workbook(BytesIO(content))["survey"]
    cell = sheet.cell(row(sheet, "expected"), column(sheet, "label::Русский"))
    assert (cell.data_type, cell.value) == ("s", "=1+1 & <b> ожидаете?")
    assert check(ENTRY, content).form.question("expected").label.to("ru") == "=1+1 & <b> ожидаете?"


def test_without_english_words_the_questionnaire_speaks_russian():
    book = book_of(ENTRY)
    for sheet in (book["survey"], book["choices"]):
        sheet.delete_cols(column(sheet, "label::English"))
    form = check(ENTRY, content_of(book)).form
    assert form.question("expected").label.to("en") == "Что Вы ожидаете от программы?"


def test_columns_of_other_tools_hinder_nothing_and_a_mistyped_one_is_named():
    book = book_of(ENTRY)
    book["survey"].cell(1, book["survey"].max_column + 1).value = "$kuid"
    assert flaws(ENTRY, book) == ()
    book["survey"].cell(1, column(book["survey"], "relevant")).value = "relevent"
    with pytest.raises(UnreadableBookError) as refused:
        flaws(ENTRY, book)
    assert [(flaw.what, flaw.value, flaw.nearest) for flaw in refused.value.flaws] == [
        (Wrong.UNKNOWN_COLUMN, "relevent", "relevant")
    ]


@pytest.mark.parametrize(
    ("name", "beginning", "value", "what", "nearest"),
    [
        ("been_where", "relevant", "${been_befor} = 'yes'", Wrong.NO_QUESTION, "been_before"),
        ("been_where", "relevant", "${glad} = 'yes'", Wrong.ASKED_LATER, ""),
        ("been_where", "relevant", "${been_before} = 'yess'", Wrong.NO_OPTION, "yes"),
        ("been_where", "relevant", "selected(${been_before}, 'ja')", Wrong.NO_OPTION, ""),
        ("been_where", "relevant", "${been_before} = 'Да'", Wrong.NO_OPTION, "yes"),
        ("been_where", "relevant", "если да", Wrong.BAD_CONDITION, ""),
        ("been_where", "relevant", "been_before = yes", Wrong.BAD_CONDITION, "${been_before} = 'yes'"),
        ("been_where", "constraint", "string-lengt(.) < 5", Wrong.BAD_CONDITION, ""),
        ("been_where", "type", "txt", Wrong.UNKNOWN_TYPE, "text"),
        ("been_where", "type", "image", Wrong.UNKNOWN_TYPE, ""),
        ("been_where", "type", None, Wrong.NO_TYPE, ""),
        ("glad", "type", "select_one yes_or_no", Wrong.NO_LIST, "yes_no"),
        ("been_where", "name", None, Wrong.NO_NAME, ""),
        ("been_where", "name", "где был", Wrong.BAD_NAME, ""),
        ("been_where", "name", "glad", Wrong.TWICE, ""),
        ("been_where", "label::Русский", None, Wrong.NO_LABEL, ""),
        ("been_where", "label::Русский", "ы" * 901, Wrong.LONG, ""),
        ("been_where", "label::Русский", "Где ${been_before}?", Wrong.WITHIN_WORDS, ""),
        ("been_where", "required", "да", Wrong.NOT_YES_OR_NO, ""),
        ("part_words", "type", "note", Wrong.GROUP_NOT_OPEN, ""),
    ],
)
def test_what_is_wrong_is_named_with_its_row_and_the_nearest_right_value(name, beginning, value, what, nearest):
    book = book_of(ENTRY)
    at = put(book, name, beginning, value)
    found = flaws(ENTRY, book)
    assert what in [flaw.what for flaw in found]
    flaw = next(flaw for flaw in found if flaw.what is what)
    assert flaw.nearest == nearest
    if what not in (Wrong.TWICE, Wrong.GROUP_NOT_OPEN):
        assert flaw.row == at


def test_what_excel_and_people_do_to_a_table_by_themselves_changes_nothing():
    book = book_of(ENTRY)
    sheet = book["survey"]
    put(book, "been_where", "relevant", "${been_before} = ’yes’ ")
    sheet.move_range(f"C1:C{sheet.max_row}", cols=20)
    sheet.insert_cols(1)
    sheet.cell(3, 1).value = "спросить завуча"
    sheet.insert_rows(6, 2)
    sheet.insert_rows(1, 2)
    sheet.cell(1, 1).value = "Анкета школы № 5"
    sheet.title = " Survey"
    for line in sheet.iter_rows():
        for cell in line:
            if isinstance(cell.value, str):
                cell.value = f"  {cell.value} \u00a0"
    back = check(ENTRY, content_of(book))
    assert back.flaws == ()
    assert (back.added, back.removed, back.changed, back.renamed, back.moved) == ((), (), (), False, False)


def test_another_title_and_another_order_are_said():
    book = book_of(ENTRY)
    book["settings"].cell(2, column(book["settings"], "form_title")).value = "Анкета нашей школы"
    sheet = book["survey"]
    last = row(sheet, "glad")
    sheet.insert_rows(last + 1)
    for cell in [*sheet[row(sheet, "valuable")]]:
        sheet.cell(last + 1, cell.column).value = cell.value
    sheet.delete_rows(row(sheet, "valuable"))
    back = check(ENTRY, content_of(book))
    assert back.flaws == ()
    assert (back.renamed, back.moved) == (True, True)


def test_a_renamed_sheet_and_a_lost_column_are_one_flaw_each():
    book = book_of(ENTRY)
    book["survey"].title = "Вопросы"
    other = book_of(ENTRY)
    other["choices"].title = "Ответы"
    lost = book_of(ENTRY)
    lost["survey"].cell(1, column(lost["survey"], "label::Русский")).value = "Вопрос"
    for each, what, value, nearest in (
        (book, Wrong.NO_SHEET, "survey", "Вопросы"),
        (other, Wrong.NO_SHEET, "choices", "Ответы"),
        (lost, Wrong.NO_COLUMN, "label::Русский (ru)", ""),
    ):
        with pytest.raises(UnreadableBookError) as refused:
            flaws(ENTRY, each)
        assert [(flaw.what, flaw.value, flaw.nearest) for flaw in refused.value.flaws] == [(what, value, nearest)]


def test_options_are_checked_too():
    book = book_of(ENTRY)
    put(book, "no", "label::Русский", "о" * 61, "choices")
    put(book, "yes", "name", "no", "choices")
    assert {flaw.what for flaw in flaws(ENTRY, book)} >= {Wrong.OPTION_TWICE}
    book = book_of(ENTRY)
    at = put(book, "no", "label::Русский", "о" * 61, "choices")
    assert [(flaw.what, flaw.sheet, flaw.row, flaw.length) for flaw in flaws(ENTRY, book)] == [
        (Wrong.OPTION_LONG, "choices", at, 61)
    ]


def test_what_matching_reads_stays_and_what_is_compared_may_go_with_a_warning():
    book = book_of(APPLICATION)
    book["survey"].delete_rows(row(book["survey"], "areas"))
    put(book, "meets", "type", "text")
    put(book, "results", "name", "better_results", "choices")
    found = {(flaw.what, flaw.value) for flaw in flaws(APPLICATION, book)}
    assert found == {
        (Wrong.READ_GONE, "areas"),
        (Wrong.READ_KIND, "meets"),
        (Wrong.READ_OPTION, "better_results"),
    }
    rows = {flaw.value: flaw.row for flaw in flaws(APPLICATION, book)}
    assert rows["meets"] == row(book["survey"], "meets")
    assert rows["better_results"] == row(book["choices"], "better_results")
    book = book_of(ENTRY)
    book["survey"].delete_rows(row(book["survey"], "comfort"))
    put(book, "plan", "parameters", "start=1 end=5 step=1")
    result = check(ENTRY, content_of(book))
    assert result.flaws == ()
    assert {(each.what, each.value) for each in result.notable} == {
        (Notable.COMPARED_GONE, "comfort"),
        (Notable.COMPARED_KIND, "plan"),
    }


def test_another_questionnaire_or_an_empty_one_is_not_taken():
    assert [flaw.what for flaw in check(ENTRY, content_of(book_of(APPLICATION))).flaws] == [Wrong.OTHER_FORM]
    book = book_of(ENTRY)
    book["survey"].delete_rows(2, book["survey"].max_row)
    assert Wrong.NO_QUESTIONS in [flaw.what for flaw in flaws(ENTRY, book)]


def test_what_is_no_book_or_is_far_too_large_is_refused_before_it_is_read():
    bomb = BytesIO()
    with ZipFile(bomb, "w", ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)
    long = Workbook()
    long.active.title = "survey"
    for _ in range(2_100):
        long.active.append(["type", "name", "label"])
    strange = Workbook()
    strange.active.title = "surway"
    for content, what in (
        (b"", Wrong.NO_BOOK),
        (b"%PDF-1.7", Wrong.NO_BOOK),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Wrong.LOCKED),
        (bomb.getvalue(), Wrong.TOO_LARGE),
        (content_of(long), Wrong.TOO_LARGE),
        (content_of(strange), Wrong.NO_SHEET),
    ):
        with pytest.raises(UnreadableBookError) as refused:
            read_xlsform_book(content)
        assert refused.value.flaws[0].what is what


def test_a_formula_is_not_computed():
    book = book_of(ENTRY)
    put(book, "been_where", "label::Русский", '=HYPERLINK("http://example.com")')
    assert Wrong.NO_LABEL in [flaw.what for flaw in flaws(ENTRY, book)]
