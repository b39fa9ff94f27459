from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from mentoring.people import MentoringForm, Name, SchoolClass, Side
from papers.class_list import class_list_template, read_class_list
from papers.list_words import class_of
from papers.pairs_list import pairs_list_template, read_pairs_list
from papers.table import Fault, Problem

TODAY = date(2027, 2, 5)
PUPILS = ("Фамилия", "Имя", "Отчество", "Класс", "Дата рождения", "Роль")
PAIRS = ("Наставник", "Класс/должность", "Наставляемый(ые)", "Класс", "Форма", "№ приказа", "Дата приказа")
ILYA = ("Петров", "Илья", "Сергеевич", "7Б", date(2014, 3, 5), "наставляемый")
PAIR = ("Соколова Марина", "10А", "Петров Илья", "7Б", "ученик – ученик", "118", date(2026, 10, 1))


def xlsx(*rows: Sequence[object], merged: str = "") -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    if merged:
        book.active.merge_cells(merged)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def problems_of(*rows: Sequence[object], headings: Sequence[str] = PUPILS) -> list[Problem]:
    found = read_class_list(xlsx(headings, *rows), TODAY)
    assert found.pupils == () or found.problems == ()
    return list(found.problems)


def changed(row: tuple[object, ...], **values: object) -> tuple[object, ...]:
    names = ("family", "given", "patronymic", "cls", "born", "side")
    return tuple(values.get(name, value) for name, value in zip(names, row, strict=True))


def test_a_class_list_comes_in_whole():
    alyona = ("  Ёлкина-Чиж ", "Алёна", None, '7 "Б"', "03.04.2014", None)
    found = read_class_list(xlsx(PUPILS, ILYA, (None,) * 6, alyona), TODAY)
    assert found.problems == ()
    ilya, other = found.pupils
    assert (ilya.name.family, ilya.name.given, ilya.name.patronymic) == ("Петров", "Илья", "Сергеевич")
    assert (ilya.row, ilya.school_class, ilya.birth_date) == (2, SchoolClass(7, "Б"), date(2014, 3, 5))
    assert ilya.sides == {Side.MENTEE}
    assert other.name == Name("Ёлкина-Чиж", "Алёна", "")
    assert (other.row, other.birth_date, other.sides) == (4, date(2014, 4, 3), frozenset())


def test_only_names_and_a_class_are_needed_and_a_title_above_does_no_harm():
    found = read_class_list(
        xlsx(("Список 7 класса",), (), ("№", " КЛАСС ", "имя", "Фамилия:"), (1, "7-б", "Илья", "Петров")), TODAY
    )
    assert [(pupil.name, pupil.school_class) for pupil in found.pupils] == [
        (Name("Петров", "Илья"), SchoolClass(7, "Б"))
    ]


def test_a_name_may_stand_in_one_column():
    found = read_class_list(xlsx(("Ф.И.О.", "Класс"), ("Петров  Илья Сергеевич", 7), ("Оглы Али", "8А")), TODAY)
    assert [pupil.name for pupil in found.pupils] == [Name("Петров", "Илья", "Сергеевич"), Name("Оглы", "Али")]
    assert found.pupils[0].school_class == SchoolClass(7)
    [problem] = read_class_list(xlsx(("ФИО", "Класс"), ("Петров", "7Б")), TODAY).problems
    assert (problem.fault, problem.row, problem.value) == (Fault.NO_NAME, 2, "Петров")


@pytest.mark.parametrize(
    ("typed", "level", "letter"),
    [
        ("7Б", 7, "Б"),
        ('7 "Б"', 7, "Б"),
        ("7-б", 7, "Б"),
        ("7 «б»", 7, "Б"),
        ("7 „Б“", 7, "Б"),
        ("7", 7, ""),
        ("11 А класс", 11, "А"),
        ("7класс", 7, ""),
        ("7б кл.", 7, "Б"),
        ("7B", 7, "В"),
        ("7a", 7, "А"),
        ("10 ФМ", 10, "ФМ"),
        ("7-1", 7, "1"),
        (" 5.Ё ", 5, "Ё"),
    ],
)
def test_a_class_is_understood_however_it_is_written(typed, level, letter):
    assert class_of(typed) == SchoolClass(level, letter)


@pytest.mark.parametrize("typed", ["", "Б7", "0А", "12Б", "77Б", "71", "семь", "7Бабочка", "7Б8", "7/Б/В"])
def test_what_is_no_class_is_not_taken_for_one(typed):
    assert class_of(typed) is None


def test_a_wrong_cell_is_named_with_the_nearest_right_value(words):
    [problem] = problems_of(ILYA, changed(ILYA, given="Пётр", side="наставлямый"))
    assert problem == Problem(Fault.UNKNOWN, 3, "Роль", "наставлямый", "наставляемый")
    assert problem.said(words) == (
        "Строка 3, столбец «Роль»: значение «наставлямый» непонятно. Может быть, «наставляемый»?"
    )
    [problem] = problems_of(ILYA, changed(ILYA, given="Пётр", cls="77Б"))
    assert problem == Problem(Fault.NO_CLASS, 3, "Класс", "77Б", "7Б")


@pytest.mark.parametrize(
    ("values", "fault", "column", "value"),
    [
        ({"family": None}, Fault.EMPTY, "Фамилия", ""),
        ({"given": "   "}, Fault.EMPTY, "Имя", ""),
        ({"cls": None}, Fault.EMPTY, "Класс", ""),
        ({"family": "Петров7"}, Fault.NO_NAME, "Фамилия", "Петров7"),
        ({"given": "=1+1"}, Fault.FORMULA, "Имя", "=1+1"),
        ({"given": '=HYPERLINK("http://x")'}, Fault.FORMULA, "Имя", '=HYPERLINK("http://x")'),
        ({"given": "<b>Илья</b>"}, Fault.NO_NAME, "Имя", "<b>Илья</b>"),
        ({"given": "И" * 101}, Fault.NO_NAME, "Имя", "И" * 101),
        ({"born": "31.02.2014"}, Fault.NO_DATE, "Дата рождения", "31.02.2014"),
        ({"born": date(2028, 1, 1)}, Fault.NO_DATE, "Дата рождения", "01.01.2028"),
        ({"born": 2014}, Fault.NO_DATE, "Дата рождения", "2014"),
        ({"born": "05.03.14"}, Fault.NO_DATE, "Дата рождения", "05.03.14"),
        ({"cls": date(2027, 1, 7)}, Fault.NO_CLASS, "Класс", "07.01.2027"),
        ({"side": "директор"}, Fault.UNKNOWN, "Роль", "директор"),
    ],
)
def test_every_wrong_cell_is_a_problem_at_its_place(values, fault, column, value):
    [problem] = problems_of(
        ILYA, changed(ILYA, family="Другой", **values) if "family" not in values else changed(ILYA, **values)
    )
    assert (problem.fault, problem.row, problem.column, problem.value) == (fault, 3, column, value)


def test_one_wrong_cell_keeps_everyone_out():
    found = read_class_list(xlsx(PUPILS, ILYA, changed(ILYA, given=None), changed(ILYA, cls="Б")), TODAY)
    assert found.pupils == ()
    assert [problem.row for problem in found.problems] == [3, 4]


def test_the_same_pupil_twice_is_a_problem_namesakes_are_not():
    namesake = changed(ILYA, born=date(2014, 9, 9))
    [problem] = problems_of(ILYA, namesake, changed(ILYA, cls="7-б", family="петров "))
    assert (problem.fault, problem.row, problem.other_row) == (Fault.TWICE, 4, 2)


@pytest.mark.parametrize(
    ("headings", "problem"),
    [
        (("Фамилия", "Имя"), Problem(Fault.NO_COLUMN, column="Класс")),
        (("Имя", "Класс"), Problem(Fault.NO_COLUMN, column="Фамилия")),
        (("Фамилия", "Имя", "Класс", "Класс"), Problem(Fault.TWO_COLUMNS, column="Класс")),
        (("Фамиля", "Имя", "Класс"), Problem(Fault.UNKNOWN_COLUMN, column="Фамиля", nearest="Фамилия")),
        (("Телефон", "Адрес"), Problem(Fault.NO_HEADER, value="Класс")),
    ],
)
def test_wrong_headings_are_said_with_what_is_wanted(headings, problem):
    assert problems_of(("Петров", "Илья", "7Б", "7Б"), headings=headings) == [problem]


def test_an_unknown_column_is_nobodys_business():
    headings = ("Фамилия", "Имя", "Класс", "Любимый цвет")
    assert problems_of(("Петров", "Илья", "7Б", "=1+1"), headings=headings) == []


def test_merged_cells_are_refused_below_the_headings_only():
    rows = (PUPILS, ILYA, changed(ILYA, given="Пётр"))
    assert read_class_list(xlsx(("Список",), *rows, merged="A1:F1"), TODAY).problems == ()
    problems = read_class_list(xlsx(*rows, merged="D2:D3"), TODAY).problems
    assert Problem(Fault.MERGED, value="D2:D3") in problems


def test_the_limit_of_rows_holds():
    def pupils(count: int) -> list[tuple[object, ...]]:
        letters = [chr(ord("а") + n // 40 % 32) + chr(ord("а") + n % 32) + "я" * (n // 1280 + 1) for n in range(count)]
        return [("Петров", f"И{name}", None, f"{n % 11 + 1}А", None, None) for n, name in enumerate(letters)]

    assert len(read_class_list(xlsx(PUPILS, *pupils(2_000)), TODAY).pupils) == 2_000
    [problem] = problems_of(*pupils(2_001))
    assert problem.fault is Fault.TOO_MANY_ROWS


def bomb() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b"0" * 50_000_000)
    return file.getvalue()


def zip_of(**parts: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.NO_TABLE),
        ("Фамилия;Имя;Класс".encode(), Fault.NO_TABLE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old excel", Fault.NO_TABLE),
        (zip_of(readme=b"nothing"), Fault.NO_TABLE),
        (bomb(), Fault.TOO_LARGE),
        (b"0" * 5_000_001, Fault.TOO_LARGE),
        (xlsx(), Fault.NO_HEADER),
        (xlsx(PUPILS), Fault.NO_ROWS),
    ],
    ids=["empty", "csv", "xls", "zip", "bomb", "large", "blank", "no rows"],
)
def test_a_file_that_is_no_list_is_one_problem(content, fault):
    for read in (read_class_list, read_pairs_list):
        found = read(content, TODAY)
        expected = Fault.NO_HEADER if read is read_pairs_list and fault is Fault.NO_ROWS else fault
        assert [problem.fault for problem in found.problems] == [expected]


def test_a_sheet_broken_in_the_middle_is_one_problem():
    file = BytesIO()
    with ZipFile(BytesIO(xlsx(PUPILS, ILYA))) as whole, ZipFile(file, "w") as broken:
        for name in whole.namelist():
            content = whole.read(name)
            broken.writestr(name, content[:-60] if name.endswith("sheet1.xml") else content)
    assert [problem.fault for problem in read_class_list(file.getvalue(), TODAY).problems] == [Fault.NO_TABLE]


def test_the_list_may_stand_on_the_second_sheet():
    book = Workbook()
    book.active.append(["Памятка"])
    second = book.create_sheet("Классы")
    second.append(PUPILS)
    second.append(ILYA)
    file = BytesIO()
    book.save(file)
    assert len(read_class_list(file.getvalue(), TODAY).pupils) == 1


def test_every_fault_has_words_in_both_languages(words):
    for fault in Fault:
        for language in ("ru", "en"):
            said = Problem(fault, 3, "Класс", "7 & <b>", "7Б", 2).said(words, language)
            assert said.endswith("«7Б»?" if language == "ru" else "“7Б”?")


def filled(template: bytes, *values: object) -> bytes:
    book = load_workbook(BytesIO(template))
    for column, value in enumerate(values, 1):
        book.worksheets[0].cell(2, column, value)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_the_blanks_we_give_out_are_read_when_filled(words):
    assert len(read_class_list(filled(class_list_template(words), *ILYA), TODAY).pupils) == 1
    assert len(read_pairs_list(filled(pairs_list_template(words), *PAIR), TODAY).matches) == 1
    blank = read_class_list(class_list_template(words, "en"), TODAY)
    assert [problem.fault for problem in blank.problems] == [Fault.NO_ROWS]


def test_the_blank_offers_the_roles_and_says_how_to_fill_it(words):
    book = load_workbook(BytesIO(class_list_template(words)))
    [choice] = book.worksheets[0].data_validations.dataValidation
    assert choice.formula1 == '"наставляемый,наставник,оба"'
    assert book.sheetnames == ["Список", "Как заполнять"]
    assert "Не больше 2000 строк" in " ".join(str(row[0].value) for row in book.worksheets[1].iter_rows())


def pairs(*rows: Sequence[object]):
    return read_pairs_list(xlsx(PAIRS, *rows), TODAY)


def test_existing_pairs_and_groups_come_in_with_their_order():
    group = (
        "Орлова Е. В.",
        "учитель физики",
        "Белова Анна; Котов Пётр",
        "учитель, методист; вожатый",
        "Учитель-учитель",
    )
    ours = ("Римская-Корсакова Ия", "10А", "Петров Илья, Чиж Яна\nЁж Ян", "7Б", "УЧЕНИК — УЧЕНИК", 118.0, "01.10.2026")
    found = pairs(PAIR, ours)
    assert found.problems == ()
    pair, trio = found.matches
    assert (pair.mentor.name, pair.mentor.school_class) == ("Соколова Марина", SchoolClass(10, "А"))
    assert [mentee.name for mentee in trio.mentees] == ["Петров Илья", "Чиж Яна", "Ёж Ян"]
    assert {mentee.school_class for mentee in trio.mentees} == {SchoolClass(7, "Б")}
    assert (trio.form, trio.order_number, trio.order_date) == (MentoringForm.PUPIL_PUPIL, "118", date(2026, 10, 1))
    [problem] = pairs((*group, None, None)).problems
    assert (problem.fault, problem.column) == (Fault.UNEVEN, "Класс")


def test_teachers_have_posts_not_classes():
    row = ("Орлова Елена", "учитель, 7Б", "Белова Анна", "учитель физики, методист", "педагог-педагог", None, None)
    [match] = pairs(row).matches
    assert match.form is MentoringForm.TEACHER_TEACHER
    assert (match.mentor.place, match.mentor.school_class) == ("учитель, 7Б", None)
    assert (match.mentees[0].place, match.mentees[0].school_class) == ("учитель физики, методист", None)
    assert (match.order_number, match.order_date) == ("", None)


def test_a_wrong_form_is_named_with_the_nearest():
    row = (*PAIR[:4], "ученик – учиник", *PAIR[5:])
    assert list(pairs(PAIR, row).problems) == [Problem(Fault.UNKNOWN, 3, "Форма", "ученик – учиник", "ученик – ученик")]


@pytest.mark.parametrize(
    ("place", "value", "fault"),
    [
        (0, None, Fault.EMPTY),
        (0, "5", Fault.NO_NAME),
        (1, "повар", Fault.NO_CLASS),
        (2, None, Fault.EMPTY),
        (2, "Петров Илья; 7", Fault.NO_NAME),
        (3, "13Б", Fault.NO_CLASS),
        (4, None, Fault.EMPTY),
        (6, datetime(2027, 2, 6, tzinfo=UTC).date(), Fault.NO_DATE),
    ],
)
def test_one_wrong_cell_keeps_every_pair_out(place, value, fault):
    row = list(PAIR)
    row[place] = value
    found = pairs(PAIR, row)
    assert found.matches == ()
    assert [(problem.fault, problem.row, problem.column) for problem in found.problems] == [(fault, 3, PAIRS[place])]


def test_dates_are_understood_as_typed_by_hand_or_by_machine():
    rows = [
        changed(ILYA, given=given, born=born) for given, born in (("А", "2014-03-05"), ("Б", "5/3/2014"), ("В", None))
    ]
    found = read_class_list(xlsx(PUPILS, *rows), TODAY)
    assert [pupil.birth_date for pupil in found.pupils] == [date(2014, 3, 5), date(2014, 3, 5), None]


def test_an_error_that_stands_in_a_cell_is_a_problem(words):
    book = Workbook()
    book.active.append(PUPILS)
    book.active.append(ILYA)
    book.active["D2"] = "#N/A"
    assert book.active["D2"].data_type == "e"
    file = BytesIO()
    book.save(file)
    [problem] = read_class_list(file.getvalue(), TODAY).problems
    assert problem.said(words) == "Строка 2, столбец «Класс»: значение «#N/A» непонятно."


def test_a_list_far_down_the_sheet_is_not_looked_for():
    rows = [(f"Заметка {number}",) for number in range(20)]
    [problem] = read_class_list(xlsx(*rows, PUPILS, ILYA), TODAY).problems
    assert problem.fault is Fault.NO_HEADER


def test_notes_beside_the_list_are_not_rows_of_it():
    found = read_class_list(xlsx((*PUPILS, None), (*ILYA, None), (None,) * 6 + ("итого 1",)), TODAY)
    assert len(found.pupils) == 1
