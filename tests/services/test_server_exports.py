"""Papers with names taken out at the server: for their owner's eyes only, named for what they are, gone after a while."""

from __future__ import annotations

import os
import stat
from datetime import timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader
from steps_lists import NOW, a_school, csv

from bot import server_exports
from bot.server_exports import KINDS, USUAL, Desk
from bot.server_lists import take_in
from locales.words import Say, Words
from mentoring.concerns import Outcome, Step
from mentoring.consents import Capacity, Way
from mentoring.editions import Edition
from mentoring.leaving import Paper
from mentoring.people import Kind, Name, Role
from mentoring.refusal import NotYours, Refusal
from services.concern_register import concern_register_of
from services.export_folder import ExportFolder
from storage import accounts, concerns, consents, links, matches, orders, people
from storage.links import Purpose

SAY = Say(Words.shipped(), "ru")
LIST = csv(
    "Фамилия;Имя;Отчество;Класс;Категория;Родитель",
    "Петров;Илья;Сергеевич;7Б;;Петрова Анна Ивановна",
    "Ёлкина;Алёна;;8А;;",
    "Орлова;Елена;Павловна;;учитель;",
)


@pytest.fixture
async def desk(tmp_path):
    async with a_school(tmp_path / "mentoring.db") as (database, place):
        await take_in(database, place, SAY, "list.csv", LIST)
        yield Desk(database, place, SAY, "https://t.me/school_bot?start=")


async def take_out(desk, what, folder):
    (path,) = await server_exports.take_out(desk, what, folder)
    return path


def spelled(number):
    return "Я" + "".join("абвгдежзик"[int(digit)] for digit in f"{number:03}")


def an_order(tx, mentor, mentee):
    """A signed order of one pair of people of the list."""
    programme, sides = tx.value("SELECT id FROM programmes"), []
    for side, family in (("mentor", mentor), ("mentee", mentee)):
        person = tx.value("SELECT id FROM persons WHERE family = :family", family=family)
        part = tx.insert(
            "participations",
            programme_id=programme,
            person_id=person,
            side=side,
            form="pupil_pupil",
            joined_at=tx.now,
        )
        sides.append((part, person))
    member = matches.begin(
        tx,
        programme=programme,
        form="pupil_pupil",
        role_model="leader_passive",
        mentor=sides[0],
        mentee=sides[1][0],
        places=1,
        by=None,
        state=matches.State.ACTIVE,
    )
    orders.draw_up(tx, programme, [member], None, number="7-ОД", signed_on=NOW.date())


def pages(path):
    return [page.extract_text() for page in PdfReader(BytesIO(path.read_bytes())).pages]


async def test_the_key_has_every_code_with_its_name_class_by_class(desk, tmp_path):
    first, second, teachers, staff = pages(await take_out(desk, "key", tmp_path / "export"))
    assert "Ключ кодов · 7 «Б»" in first
    assert "У-001" in first
    assert "Петров Илья Сергеевич" in first
    assert "Петрова Анна Ивановна – представитель У-001" in first
    assert "Ёлкина Алёна" in second
    assert "Орлова" not in first + second
    assert "Орлова Елена Павловна" in teachers
    assert "Кураторова Ирина Львовна" in staff
    assert "Страница 4 из 4" in staff


async def test_invitations_say_no_surname(desk, tmp_path):
    path = await take_out(desk, "invitations", tmp_path / "export")
    text = "\n".join(pages(path))
    tokens = [row[0] for row in await desk.database.read(lambda tx: tx.all("SELECT token FROM links"))]
    assert len(tokens) == 3 + 2, "three people of the list, parents of two pupils"
    assert all(f"https://t.me/school_bot?start={token}" in text for token in tokens)
    assert "У-001" in text
    assert not [name for name in ("Петров", "Илья", "Ёлкина", "Орлова") if name in text]
    named = Desk(desk.database, desk.place, SAY, desk.address, first_names=True)
    text = "\n".join(pages(await take_out(named, "invitations", tmp_path / "export")))
    assert "Илья · У-001" in text
    assert "Петров" not in text


async def test_a_minor_whose_parent_has_not_come_has_a_slip_for_the_parent_after_the_class(desk, tmp_path):
    def unit(tx):
        account = accounts.meet(tx, 77, "ru").account_id
        accounts.speak_for(tx, account, tx.value("SELECT id FROM persons WHERE family = 'Петрова'"))
        return links.make(
            tx, Purpose.GUARDIAN, school_id=1, person_id=tx.value("SELECT id FROM persons WHERE family = 'Ёлкина'")
        ).token

    token = await desk.database.work(unit)
    titles = pages(await take_out(desk, "invitations", tmp_path))
    assert [each.splitlines()[0] for each in titles] == [
        "Личные коды для входа · 7 «Б»",
        "Личные коды для входа · 8 «А»",
        "Личные коды для входа · 8 «А», для родителя",
        "Личные коды для входа · Педагоги",
    ]
    assert f"https://t.me/school_bot?start={token}" in titles[2], "the link the child hands on"
    again = pages(await take_out(desk, "invitations", tmp_path))
    assert again == titles, "nothing is made twice"


async def test_what_cannot_be_made_says_why(desk, tmp_path):
    with pytest.raises(Refusal, match="server-no-address"):
        await take_out(Desk(desk.database, desk.place, SAY), "invitations", tmp_path)

    def all_came(tx):
        tx.run("UPDATE links SET uses_left = 0")
        tx.run("UPDATE persons SET birth_date = '2000-01-01' WHERE kind = 'pupil'")

    await desk.database.work(all_came)
    with pytest.raises(Refusal, match="server-nothing-waiting"):
        await take_out(desk, "invitations", tmp_path)


async def test_files_are_for_their_owner_only_and_their_names_are_nobody_s(desk, tmp_path):
    folder = tmp_path / "export"
    await desk.database.work(lambda tx: an_order(tx, "Петров", "Ёлкина"))
    for what, kind in KINDS.items():
        path = await take_out(desk, what, folder)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert path.name.startswith(f"{kind.paper}-2027-01-11-1500-")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    taken = await desk.database.read(
        lambda tx: tx.all("SELECT details, person_id FROM journal WHERE deed = 'took-out'")
    )
    assert [tuple(row) for row in taken] == [(f"{kind.paper} server", None) for kind in KINDS.values()]


def test_what_has_lain_long_enough_is_removed_and_only_that(tmp_path):
    folder = ExportFolder(tmp_path)
    old, new = (tmp_path / folder.put(Paper.KEY, ".pdf", b"x", NOW) for _ in range(2))
    foreign = tmp_path / "notes.txt"
    foreign.write_text("x")
    for path in (old, foreign):
        os.utime(path, (0, (NOW - timedelta(days=31)).timestamp()))
    os.utime(new, (0, (NOW - timedelta(days=29)).timestamp()))
    assert folder.sweep(NOW, 30) == 1
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([new.name, foreign.name])


async def test_the_list_of_people_can_be_corrected_and_brought_in_again(desk, tmp_path):
    """Also over the border of a page of the query, and with somebody whose name is not known yet."""
    await desk.database.work(
        lambda tx: [people.add(tx, 1, Kind.PUPIL, name=Name("Петров", spelled(n))) for n in range(250)]
    )
    await desk.database.work(lambda tx: people.add(tx, 1, Kind.PUPIL))
    path = await take_out(desk, "people", tmp_path)
    rows = [[cell.value for cell in row] for row in load_workbook(path).active.iter_rows()]
    found = {row[0]: dict(zip(rows[0], row, strict=True)) for row in rows}
    assert len(rows) == 1 + 3 + 1 + 250 + 1
    assert found["У-001"]["ФИО"] == "Петров Илья Сергеевич"
    assert (found["У-001"]["Класс"], found["У-001"]["Родитель"]) == ("7Б", "Петрова Анна Ивановна")
    assert found["У-003"]["Категория"] == "педагог"
    told = await take_in(desk.database, desk.place, SAY, "list.xlsx", path.read_bytes(), skip_wrong=False)
    assert told.taken, told.text
    assert "добавлено: 0, дополнено: 250, без изменений: 4." in told.text, "whoever was new is admitted"
    again = await take_in(desk.database, desk.place, SAY, "list.xlsx", path.read_bytes())
    assert "добавлено: 0, дополнено: 0, без изменений: 254." in again.text


async def test_orders_and_the_ledger_of_consents_go_out_at_the_server_too(desk, tmp_path):
    with pytest.raises(Refusal, match="server-no-orders"):
        await take_out(desk, "orders", tmp_path)

    def unit(tx):
        an_order(tx, "Петров", "Ёлкина")
        pupil, parent = (
            tx.value("SELECT id FROM persons WHERE family = :family", family=family) for family in ("Петров", "Петрова")
        )
        edition = Edition("3", NOW.date(), "Согласие")
        consents.give(
            tx, pupil, Capacity.GUARDIAN, Way.PAPER, edition, agreed=True, given_by=parent, original="папка 2"
        )

    await desk.database.work(unit)
    document = Document(BytesIO((await take_out(desk, "orders", tmp_path)).read_bytes()))
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert any("Петров Илья Сергеевич" in each for each in cells)
    assert any("Ёлкина Алёна" in each for each in cells)
    assert "7-ОД" in "\n".join(each.text for each in document.paragraphs)
    headings, row = load_workbook(await take_out(desk, "consents", tmp_path)).active.iter_rows(values_only=True)
    found = dict(zip(headings, row, strict=True))
    assert (found["Чьи данные"], found["Кто дал"]) == ("Петров Илья Сергеевич", "Петрова Анна Ивановна")
    assert (found["Класс, должность"], found["Как"], found["Где оригинал"]) == ("7 «Б»", "на бумаге", "папка 2")


def a_concern(tx):
    """Ilya's: the first adult is told and silent, the second takes it, acts, writes and closes; then another is open."""
    pupil = tx.value("SELECT id FROM persons WHERE family = 'Петров'")
    first, second = (
        people.add(tx, 1, Kind.STAFF, name=Name(family, "Анна"), admitted_by=None) for family in ("Душина", "Заботина")
    )
    people.give_role(tx, first, Role.PSYCHOLOGIST)
    concern = concerns.begin(tx, 1, pupil, shared=False)
    concerns.line_up(tx, concern, [first, second])
    concerns.count_call(tx, concern, first)
    concerns.count_call(tx, concern, second)
    concerns.add_words(tx, concern, "меня пугают")
    concerns.take(tx, concern, second)
    for step in (Step.LOOKED, Step.TALKED, Step.NOTED):
        concerns.note(tx, concern, step, second, "договорились втроём" if step is Step.NOTED else "")
    concerns.close(tx, concern, second, Outcome.WATCHED)
    concerns.begin(tx, 1, pupil, shared=False)


async def test_the_journal_of_concerns_goes_out_by_codes_without_words_and_only_for_whoever_asks(desk, tmp_path):
    empty = await take_out(desk, "concerns", tmp_path)
    assert load_workbook(empty)["Обращения учеников"].max_row == 1, "an inspection may be shown that nothing was said"
    await desk.database.work(a_concern)
    path = await take_out(desk, "concerns", tmp_path)
    book = load_workbook(path)
    said, taken = NOW.astimezone(ZoneInfo("Europe/Moscow")).replace(tzinfo=None), "Заботина Анна"
    _, closed, still = book["Обращения учеников"].iter_rows(values_only=True)
    assert closed == (1, "У-001", said, said, taken, "взрослый школы", said, "Наблюдаем, пара продолжается")
    assert still == (2, "У-001", said, None, None, None, None, "не закрыто")
    done = [row[3:] for row in book["Что сделано"].iter_rows(values_only=True)][1:]
    assert done[:3] == [
        ("ученик сказал(а)", None, None),
        ("сообщено", "Душина Анна", "психолог"),
        ("сообщено", taken, "взрослый школы"),
    ]
    assert [row[0] for row in done[3:]] == [
        "ученик добавил(а) слова",
        "принято",
        "открыто",
        "разговор с учеником",
        "сделана запись",
        "закрыто",
        "ученик сказал(а)",
    ]
    everything = str([list(sheet.iter_rows(values_only=True)) for sheet in book])
    assert not [word for word in ("пугают", "втроём", "Петров", "Илья") if word in everything]
    assert "concerns" not in USUAL, "it is made for nobody who has not asked for it by name"
    with pytest.raises(NotYours):
        await concern_register_of(desk.database, await desk.database.read(lambda tx: accounts.as_person(tx, 4)))
    noted = await desk.database.read(lambda tx: [row[0] for row in tx.all("SELECT details FROM journal")])
    assert noted.count("safety-journal server") == 2, "the same whether anything was said or not"
