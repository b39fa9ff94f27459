from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from papers.export import (
    AnswerRow,
    AnswerSheet,
    ConsentRow,
    Export,
    LabelRow,
    MatchRow,
    MeetingRow,
    export_xlsx,
)
from papers.registers import MenteeEntry, MentorEntry
from papers.workbook import Column, Sheet, sheet_title, workbook

MOSCOW = ZoneInfo("Europe/Moscow")
MENTEE_HEADINGS = [
    "№",
    "ФИО наставляемого",
    "Контактные данные для связи (данные представителя)",
    "Год рождения наставляемого",
    "Основной запрос наставляемого",
    "Дата вхождения в программу",
    "ФИО наставника",
    "Форма наставничества",
    "Место работы/учёбы наставника",
    "Дата завершения программы",
    "Результаты программы",
    "Ссылка на кейс/отзыв наставляемого, размещённые на сайте организации",
    "Отметка о прохождении программы",
]
MENTOR_HEADINGS = [
    "№",
    "ФИО наставника",
    "Контактные данные для связи",
    "Место работы/учёбы наставника",
    "Основные компетенции наставника",
    "Важные для программы достижения наставника",
    "Интересы наставника",
    "Желаемый возраст наставляемых",
    "Ресурс времени на программу наставничества",
    "Дата вхождения в программу",
    "ФИО наставляемого (наставляемых)",
    "Форма наставничества",
    "Место работы/учёбы наставляемого",
    "Дата завершения программы",
    "Результаты программы",
    "Ссылка на кейс/отзыв наставника, размещённые на сайте организации",
]


at = datetime.fromisoformat  # cells know no zones


def opened(content: bytes):
    return load_workbook(BytesIO(content))


def rows_of(sheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def one_sheet(*rows, title="Лист", columns=1) -> bytes:
    return workbook([Sheet(title, [Column(f"Графа {n}") for n in range(columns)], rows)], MOSCOW)


def test_the_registers_have_the_official_columns_pupils_and_teachers_apart(words):
    export = Export(
        mentee_pupils=[MenteeEntry("Петров Илья", birth_year=2014, joined=date(2027, 1, 12), form="ученик – ученик")],
        mentee_teachers=[MenteeEntry("Белова Анна")],
        mentor_pupils=[MentorEntry("Соколова Марина", wished_age="11–13", joined=date(2027, 1, 15))],
        mentor_teachers=[MentorEntry("Орлова Елена"), MentorEntry("Котов Пётр")],
    )
    book = opened(export_xlsx(export, words, MOSCOW))
    assert book.sheetnames[:5] == [
        "Наставляемые — ученики",
        "Наставляемые — педагоги",
        "Наставники — ученики",
        "Наставники — педагоги",
        "Наставники — внешние",
    ]
    assert [rows_of(sheet)[0] for sheet in book.worksheets[:4]] == [MENTEE_HEADINGS] * 2 + [MENTOR_HEADINGS] * 2
    [line] = rows_of(book.worksheets[0])[1:]
    assert line[:6] == [1, "Петров Илья", None, 2014, None, at("2027-01-12")]
    assert line[7] == "ученик – ученик"
    assert rows_of(book.worksheets[2])[1][7:10] == ["11–13", None, at("2027-01-15")]
    assert [row[:2] for row in rows_of(book.worksheets[3])[1:]] == [[1, "Орлова Елена"], [2, "Котов Пётр"]]


def test_pairs_meetings_and_consents_have_their_sheets(words):
    start = datetime(2027, 2, 9, 12, 0, tzinfo=UTC)
    export = Export(
        matches=iter([MatchRow(1, "Марина", "10А", "Илья", "7Б", "ученик – ученик", "равный – равному", "активна")]),
        meetings=iter([MeetingRow(1, "Марина", "Илья", "первая", start, "состоялась", 60, "получилось")]),
        consents=iter([ConsentRow("Илья", "7Б", "участие", "Петрова О.", "да", start, "2", "ab12", date(2027, 2, 1))]),
    )
    book = opened(export_xlsx(export, words, MOSCOW))
    assert book.sheetnames[5:] == ["Пары и группы", "Встречи", "Согласия", "Подписи к анкетам"]
    assert rows_of(book["Пары и группы"])[1][:8] == [
        1, "Марина", "10А", "Илья", "7Б", "ученик – ученик", "равный – равному", "активна",
    ]  # fmt: skip
    assert rows_of(book["Встречи"])[1][4:8] == [at("2027-02-09 15:00"), "состоялась", 60, "получилось"]
    assert rows_of(book["Согласия"])[1][5:10] == [at("2027-02-09 15:00"), "2", "ab12", at("2027-02-01"), None]


def test_answers_are_one_row_a_person_by_question_name_with_labels_apart(words):
    sheet = AnswerSheet(
        "Анкета наставляемого",
        ("request", "hours", "born"),
        iter([AnswerRow("Петров Илья", "7Б", None, {"hours": 2, "request": "Физика", "gone": "нет такой графы"})]),
        [LabelRow("request", "С чем нужна помощь?", "physics", "Физика"), LabelRow("hours", "Сколько часов?")],
    )
    book = opened(export_xlsx(Export(answers=[sheet]), words, MOSCOW))
    assert rows_of(book["Анкета наставляемого"]) == [
        ["ФИО", "Класс, должность", "Отправлена", "Кто внёс", "Версия анкеты", "request", "hours", "born"],
        ["Петров Илья", "7Б", None, None, None, "Физика", 2, None],
    ]
    assert rows_of(book["Подписи к анкетам"])[1:] == [
        ["Анкета наставляемого", "request", "С чем нужна помощь?", "physics", "Физика"],
        ["Анкета наставляемого", "hours", "Сколько часов?", None, None],
    ]


def test_an_export_of_an_empty_programme_still_has_every_heading(words):
    book = opened(export_xlsx(Export(), words, MOSCOW, "en"))
    assert len(book.sheetnames) == 9
    assert all(len(rows_of(sheet)) == 1 for sheet in book.worksheets)
    assert "Mentees - pupils" in book.sheetnames


def test_what_people_typed_stays_text_in_a_workbook(typed):
    cell = opened(one_sheet([typed]))["Лист"]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (typed, "s", None)


def test_no_formula_and_no_link_is_in_the_file_itself():
    content = one_sheet(["=1+1"], ['=HYPERLINK("http://x")'], ["http://example.test"], ["{=SUM(A1)}"])
    with ZipFile(BytesIO(content)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in sheet
        assert b"hyperlink" not in sheet
        assert not [name for name in parts.namelist() if "sheet1.xml.rels" in name]


def test_missing_values_are_empty_cells_and_others_keep_their_kind():
    row = [None, "", 7, 1.5, True, date(2027, 2, 5), datetime(2027, 2, 5, 22, 30, tzinfo=UTC)]
    page = opened(one_sheet(row, columns=7))["Лист"]
    assert [cell.value for cell in page[2]] == [
        None,
        None,
        7,
        1.5,
        True,
        at("2027-02-05"),
        at("2027-02-06 01:30"),
    ]
    assert page["F2"].number_format == "dd.mm.yyyy"
    assert page["G2"].number_format == "dd.mm.yyyy hh:mm"
    assert page.freeze_panes == "A2"
    assert page.column_dimensions["A"].width == pytest.approx(18, abs=1)


def test_line_breaks_spaces_and_control_signs_do_not_break_a_cell():
    page = opened(one_sheet(["раз\r\nдва"], ["  отступ "], ["а\x00б\x0bв\ud800г"]))["Лист"]
    assert [page[f"A{n}"].value for n in (2, 3, 4)] == ["раз\nдва", "  отступ ", "абвг"]


def test_a_text_longer_than_a_cell_is_cut_not_lost():
    value = opened(one_sheet(["ё" * 40_000]))["Лист"]["A2"].value
    assert value == "ё" * 32_767


@pytest.mark.parametrize(
    ("wished", "title"),
    [
        ("Анкета: наставник/ученик [1]?*", "Анкета  наставник ученик  1"),
        ("А" * 40, "А" * 31),
        ("'в кавычках'", "в кавычках"),
        ("", "-"),
        ("///", "-"),
        ("History", "History_"),
        ("😀" * 20, "😀" * 15),
    ],
)
def test_a_sheet_title_is_made_acceptable(wished, title):
    assert sheet_title(wished, set()) == title


def test_equal_titles_are_numbered_whatever_their_case():
    taken: set[str] = set()
    wished = ["Анкета", "анкета", "Анкета", "Б" * 31, "Б" * 33]
    titles = [sheet_title(title, taken) for title in wished]
    assert titles == ["Анкета", "анкета 2", "Анкета 3", "Б" * 31, "Б" * 29 + " 2"]
    content = workbook([Sheet(title, [Column("Графа")], []) for title in wished], MOSCOW)
    assert opened(content).sheetnames == titles


def test_a_row_that_does_not_fit_its_columns_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="zip"):
        one_sheet(["а", "лишнее"])


def test_a_workbook_without_sheets_is_refused():
    with pytest.raises(ValueError, match="at least one sheet"):
        workbook([], MOSCOW)


def test_a_sheet_is_ready_to_print_and_rows_are_as_high_as_their_texts():
    columns = [Column("Подтверждение наставляемого", 18), Column("Заметка", 20)]
    content = workbook([Sheet("Встречи", columns, [("да", "слово " * 12), ("да", "кратко")])], MOSCOW)
    page = load_workbook(BytesIO(content)).active
    assert [page.column_dimensions[name].width > 17 for name in "AB"] == [True, True]
    assert (page.freeze_panes, page.print_title_rows, page.page_setup.orientation) == ("A2", "$1:$1", "landscape")
    assert (page.page_setup.paperSize, page.page_setup.fitToHeight) == (9, 0), "A4, as wide as a page, however long"
    assert all(cell.alignment.wrap_text for row in page.iter_rows() for cell in row)
    assert [page.row_dimensions[number].height for number in (1, 2)] == [30, 60]
    assert page.row_dimensions[3].height in (None, 15), "one line is as high as Excel makes it"
