"""Lists on the server: names come in by them, nothing is written of a wrong one, twice is once."""

from __future__ import annotations

import pytest
from steps_lists import a_school, csv, sheets, xlsx

from bot.server_lists import take_in
from locales.words import Say, Words
from mentoring.people import Kind, Name, SchoolClass
from services.guardians import Guardians
from storage import accounts, links, people
from storage.links import Purpose

SAY = Say(Words.shipped(), "ru")
HEAD = "Код;Фамилия;Имя;Отчество;Класс;Дата рождения;Категория;Роль;Возраст;Родитель;Телефон родителя"
ILYA = ";Петров;Илья;Сергеевич;7Б;05.03.2014;;наставляемый;;Петрова Анна Ивановна;+7 900 000-00-01"
ALYONA = ";Ёлкина;Алёна;;7 «Б»;;;;до 14 лет;;"
TEACHER = ";Орлова;Елена;Павловна;;;учитель;наставник;;;"


@pytest.fixture
async def school(tmp_path):
    async with a_school(tmp_path / "mentoring.db") as (database, place):
        yield Server(database, place)


class Server:
    """The server of a school: lists are put on it."""

    def __init__(self, database, place):
        self.database, self.place = database, place

    async def takes(self, *lines, head=HEAD, skip_wrong=False):
        """Bring a list in; returns what is told."""
        report = await take_in(self.database, self.place, SAY, "list.csv", csv(head, *lines), skip_wrong=skip_wrong)
        return report.text

    async def rows(self, sql, **values):
        return [tuple(row) for row in await self.database.read(lambda tx: tx.all(sql, **values))]

    async def everything(self):
        """All that is in the database but the journal."""
        tables = [name for (name,) in await self.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: await self.rows(f"SELECT * FROM {name}") for name in tables if name != "journal"}

    async def has(self, **more):
        """Somebody who joined by a link and is nothing but a code."""
        return await self.database.work(
            lambda tx: people.get(tx, people.add(tx, 1, more.pop("kind", Kind.PUPIL), **more))
        )

    async def names(self):
        return await self.rows(
            "SELECT code, family, given, class_level || class_letter, birth_date, age_band FROM persons "
            "WHERE kind NOT IN ('staff', 'guardian') ORDER BY id"
        )


async def test_a_list_adds_pupils_teachers_and_parents_each_with_an_invitation(school):
    told = await school.takes(ILYA, ALYONA, TEACHER)
    assert "Людей добавлено: 3, дополнено: 0, без изменений: 0." in told
    assert "Строка 2: добавлен(а), код Н-001" in told
    assert await school.names() == [
        ("Н-001", "Петров", "Илья", "7Б", "2014-03-05", None),
        ("У-002", "Ёлкина", "Алёна", "7Б", None, "child"),
        ("М-003", "Орлова", "Елена", None, None, None),
    ]
    assert await school.rows("SELECT count(*) FROM links WHERE purpose = 'personal' AND uses_left = 1") == [(3,)]
    assert await school.rows(
        "SELECT c.family, g.family, g.given, g.contact FROM guardianships JOIN persons c ON c.id = child_id "
        "JOIN persons g ON g.id = guardian_id"
    ) == [("Петров", "Петрова", "Анна", "+7 900 000-00-01")]
    assert await school.rows(
        "SELECT count(*) FROM persons WHERE admitted_at IS NULL AND kind IN ('pupil', 'teacher')"
    ) == [(0,)]


async def test_the_same_list_again_changes_nothing(school):
    await school.takes(ILYA, ALYONA, TEACHER)
    before = await school.everything()
    assert "Людей добавлено: 0, дополнено: 0, без изменений: 3." in await school.takes(ILYA, ALYONA, TEACHER)
    assert "без изменений: 1" in await school.takes(";Петров;Илья;;7Б;;;;;;"), "what is left empty is not taken away"
    assert await school.everything() == before


async def test_a_code_gives_a_name_to_whoever_joined_by_it_however_it_is_typed(school):
    pupil = await school.has()
    teacher = await school.has(kind=Kind.TEACHER)
    told = await school.takes("y1;Глебов;Глеб;;;;;наставник;;;", "У-002;Орлова;Елена;;;;учитель;;;;")
    assert "Строка 2: дополнены данные, код М-001" in told
    assert [row[:3] for row in await school.names()] == [("М-001", "Глебов", "Глеб"), ("У-002", "Орлова", "Елена")]
    assert "Строка 2: дополнены данные, код М-001" in await school.takes("У-001;Глебов;Глеб;;7В;;;;;;")
    assert (await school.names())[0][3] == "7В", "the code was printed before the side was known"
    assert (pupil.code, teacher.code) == ("У-001", "У-002")


async def test_a_parent_who_came_without_a_name_gets_it_from_the_child_s_line(school):
    await school.takes(";Петров;Илья;;7Б;;;;;;")

    def comes(tx):
        parent = people.add(tx, 1, Kind.GUARDIAN)
        child = tx.value("SELECT id FROM persons WHERE family = 'Петров'")
        tx.run(
            "INSERT INTO guardianships (guardian_id, child_id, since) VALUES (:g, :c, :n)", g=parent, c=child, n=tx.now
        )

    await school.database.work(comes)
    assert "дополнено: 1" in await school.takes(ILYA.replace("05.03.2014", ""))
    assert await school.rows("SELECT code, family, contact FROM persons WHERE kind = 'guardian'") == [
        ("Р-001", "Петрова", "+7 900 000-00-01")
    ]


async def test_a_parent_who_comes_later_is_the_one_the_list_names(school):
    await school.takes(ILYA)

    def invited(tx):
        child = tx.value("SELECT id FROM persons WHERE family = 'Петров'")
        return accounts.meet(tx, 77, "ru"), links.make(tx, Purpose.GUARDIAN, school_id=1, person_id=child)

    speaker, link = await school.database.work(invited)
    first = await Guardians(school.database).come(speaker, link)
    assert first.guardian.code == "Р-001"
    father = await school.database.work(lambda tx: accounts.meet(tx, 78, "ru"))
    second = await Guardians(school.database).come(father, link)
    assert (second.guardian.code, bool(second.guardian.name)) == ("Р-002", False), (
        "the one of the list has come already"
    )


async def test_the_mother_of_two_is_one_person(school):
    sister = ";Петрова;Ольга;;5А;;;;;Петрова Анна Ивановна;+7 900 000-00-01"
    await school.takes(ILYA, sister)
    assert await school.rows("SELECT count(*) FROM persons WHERE kind = 'guardian'") == [(1,)]
    assert await school.rows("SELECT count(*) FROM guardianships") == [(2,)]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (";Мороз;Ким7;;8А;;;;;;", "Строка 3, столбец «Имя»: «Ким7» не похоже на имя."),
        (";Мороз;Ким;;;;;;;;", "Строка 3, столбец «Класс»: пусто."),
        (";Мороз;Ким;;8А;31.02.2014;;;;;", "«31.02.2014» — такой даты не бывает"),
        (";Мороз;Ким;;8А;;;;молодой;;", "Строка 3, столбец «Возраст»: значение «молодой» непонятно."),
        (";Мороз;Ким;;8А;;учинек;;;;", "Может быть, «ученик»?"),
        (";Мороз;Ким;;8А;;;;;;+7 900", "Строка 3, столбец «Родитель»: пусто."),
        ("Н-77;Мороз;Ким;;;;;;;;", "Строка 3: кода «Н-77» нет ни у кого."),
        ("У-001;Чужая;Алла;;;;;;;;", "Строка 3: код У-001 уже принадлежит человеку с другими фамилией и именем."),
        ("У-001;Мороз;Ким;;;;учитель;;;;", "Строка 3: код У-001 принадлежит человеку другой категории."),
        (ILYA, "«Петров Илья Сергеевич» уже есть в строке 2."),
        (";Близнец;Яна;;9А;;;;;;", "Строка 3: людей с таким именем несколько."),
        (";Ушедший;Пётр;;9А;;;;;;", "согласие отозвано"),
    ],
)
async def test_a_wrong_line_is_named_and_keeps_the_whole_list_out(school, line, why):
    await school.has(name=Name("Мороз", "Иван"))
    for day in (1, 2):
        born = f"2012-05-0{day}"
        await school.has(name=Name("Близнец", "Яна"), school_class=SchoolClass(9, "А"), birth_date=born)
    gone = await school.has(name=Name("Ушедший", "Пётр"), school_class=SchoolClass(9, "А"))
    await school.database.work(lambda tx: people.change(tx, gone.id, withdrawn_at=tx.now))
    before = await school.everything()
    told = await school.takes(ILYA, line)
    assert "Ничего не внесено." in told
    assert "1 строка с ошибкой:" in told
    assert why in told
    assert await school.everything() == before
    told = await school.takes(ILYA, line, skip_wrong=True)
    assert "Людей добавлено: 1" in told
    assert "Пропущена 1 строка с ошибкой:" in told


async def test_namesakes_of_one_class_are_told_apart_by_their_birthdays(school):
    await school.takes(";Ким;Анна;;7Б;01.02.2014;;;;;", ";Ким;Анна;;7Б;03.04.2014;;;;;")
    assert "без изменений: 1" in await school.takes(";Ким;Анна;;7Б;03.04.2014;;;;;")
    assert "дополнено: 1" in await school.takes(";Ким;Анна;;8Б;01.02.2014;;;;;"), "the same girl a year later"
    assert [row[3] for row in await school.names()] == ["8Б", "7Б"]


async def test_a_list_of_pairs_is_taken_over_and_again_changes_nothing(school):
    rows = (
        ("Наставник", "Класс/должность", "Наставляемый(ые)", "Класс", "Форма", "№ приказа", "Дата приказа"),
        ("Соколова Марина", "10А", "Петров Илья; Ёлкина Алёна", "7Б", "ученик – ученик", "118", "01.10.2026"),
        ("Орлова Елена", "учитель физики", "Новикова Ольга", "учитель химии", "учитель – учитель", "", ""),
    )

    async def takes():
        return (await take_in(school.database, school.place, SAY, "pairs.xlsx", xlsx(*rows))).text

    assert "Пар и групп внесено: 2, уже были: 0." in await takes()
    before = await school.everything()
    assert "Пар и групп внесено: 0, уже были: 2." in await takes()
    assert await school.everything() == before


async def test_what_a_list_did_stands_in_the_journal_by_ids_only(school):
    await school.takes(ILYA)
    lines = await school.rows(
        "SELECT deed, subject, person_id, details FROM journal WHERE deed = 'imported' ORDER BY id"
    )
    assert ("imported", "school", None, "added 1 updated 0 same 0") in lines
    assert sum(line[1] == "person" for line in lines) == 2, "the pupil and the parent"
    assert not [line for line in lines if "Петров" in "".join(map(str, line))]


@pytest.mark.parametrize(
    "content",
    [
        csv("Фамилия;Имя;Класс", "Ким;Анна;7Б"),
        "Фамилия,Имя,Класс\nКим,Анна,7Б\n".encode(),
        "\ufeffФамилия\tИмя\tКласс\nКим\tАнна\t7Б".encode("utf-16-le"),
        b"\xef\xbb\xbf" + 'Фамилия;Имя;Класс\n"Ким";Анна;"7 ""Б"""'.encode(),
        xlsx(("Фамилия", "Имя", "Класс"), ("Ким", "Анна", "7Б")),
    ],
    ids=("cp1251", "commas", "utf-16", "quotes", "xlsx"),
)
async def test_a_list_is_understood_however_it_was_saved(school, content):
    report = await take_in(school.database, school.place, SAY, "list", content)
    assert report.taken, report.text
    assert [row[1:4] for row in await school.names()] == [("Ким", "Анна", "7Б")]


@pytest.mark.parametrize(
    "content", [b"", b"\xd0\xcf\x11\xe0old\x00excel", csv("что-то", "другое"), csv("Имя;Класс", "Анна;7Б")]
)
async def test_what_is_no_list_is_refused_in_words(school, content):
    report = await take_in(school.database, school.place, SAY, "list", content)
    assert not report.taken
    assert "Ничего не внесено." in report.text
    assert len(report.text.splitlines()) >= 4


HEADINGS = ("Фамилия", "Имя", "Отчество", "Класс", "Дата рождения")
BORN = "2014-03-05"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (xlsx(("Список 7Б",), HEADINGS, ("Ким", "Анна", "", "7Б", 41703)), ("Ким", "Анна", "", "7Б", BORN)),
        (xlsx(HEADINGS, ("Ким", "Анна", "", "7Б", BORN)), ("Ким", "Анна", "", "7Б", BORN)),
        (xlsx(HEADINGS, (" Kим  ", "Aнна ", "-", " 7 «b» ", "")), ("Ким", "Анна", "", "7В", None)),
        (csv("ФИО;Класс", "Салтыков - Щедрин Илья;10 а"), ("Салтыков-Щедрин", "Илья", "", "10А", None)),
        (csv("Фамилия;Имя;Отчество;Класс", "Смит;John;нет;7"), ("Смит", "John", "", "7", None)),
        (csv("Фамилия;Имя;Класс;Литера", "Ким;Анна;7;Б"), ("Ким", "Анна", "", "7Б", None)),
        (csv("№ п/п;Фамилия;Имя;Класс;Адрес", "1;Ким;Анна;7Б;Мира, 5"), ("Ким", "Анна", "", "7Б", None)),
        (sheets((), (HEADINGS, ("Ким", "Анна", "", "7Б", ""))), ("Ким", "Анна", "", "7Б", None)),
    ],
    ids=("number", "iso", "latin", "double", "dash", "letter", "extra", "empty-first"),
)
async def test_what_registers_look_like_is_understood(school, content, expected):
    report = await take_in(school.database, school.place, SAY, "list", content)
    assert report.taken, report.text
    assert await school.rows(
        "SELECT family, given, patronymic, class_level || class_letter, birth_date FROM persons WHERE kind = 'pupil'"
    ) == [expected]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (csv("Ким;Анна;7Б", "Ли;Яна;7Б"), "Не нашлась строка с заголовками. Нужны столбцы: Фамилия, Имя, Класс."),
        (sheets(()), "Не нашлась строка с заголовками"),
        (xlsx(HEADINGS), "нет ни одной заполненной строки"),
        (sheets((HEADINGS, ("Ким", "Анна", "", "7Б", "")), (HEADINGS, ("Ли", "Яна", "", "7В", ""))), "«Sheet1»"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "Это не таблица XLSX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "сохранённый в Excel как «Книга Excel (*.xlsx)»"),
        (xlsx(HEADINGS, ("Ким", "Анна", "", "7Б", ""))[:900], "Это не таблица XLSX"),
        (csv("ФИО;Класс", *["Ким Анна;7Б"] * 2_001), "Строк больше 2000. Разделите список"),
        (xlsx(HEADINGS, ("=A1", "Анна", "", "7Б", "")), "Строка 2, столбец «Фамилия»: формула. Впишите само значение."),
        (xlsx(HEADINGS, ("Ким", "Анна", "", "7Б", 2014)), "Строка 2, столбец «Дата рождения»: «2014»"),
        (xlsx(HEADINGS, ("Ким", "Анна", "", "7Б", "05.03.2054")), "Пишите так: 05.03.2012."),
        (xlsx(HEADINGS, ("Ким", "Анна", "", "12А", "")), "«12А» — такого класса нет. Пишите так: 7Б."),
        (csv("ФИО;Класс", "Ким;7Б"), "Строка 2, столбец «ФИО»: «Ким» не похоже на имя."),
        (csv("ФИО;Класс", "Ёлкина Алёна;7Б", "Елкина Алена;7Б"), "Строка 3: У-001: этот человек уже есть"),
        (csv("ФИО;Класс", "Ким Анна;7Б", "Итого: 1;"), "Строка 3, столбец «ФИО»: «Итого: 1» не похоже на имя."),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)
async def test_a_nasty_file_is_answered_in_words_and_nothing_of_it_is_written(school, content, why):
    before = await school.everything()
    report = await take_in(school.database, school.place, SAY, "list", content)
    assert not report.taken
    assert "Ничего не внесено." in report.text
    assert why in report.text
    assert await school.everything() == before
