"""Changes of an order: who left goes out once, who came begins; the signed paper is kept as a scan."""

from __future__ import annotations

import asyncio
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook
from steps_joining import set_up_school
from steps_matching import active_pair, agreed_pair, guardian_of, members, ready

from mentoring.partings import Ground
from mentoring.privacy_mode import PrivacyMode, ShownAs
from mentoring.refusal import Refusal
from services import ending
from services.privacy_modes import change_privacy
from services.scans import LARGEST
from simulator.people import SMALL_PICTURE
from storage import accounts, matches

PDF = b"%PDF-1.7\n" + b"signed " * 40


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage)


def files(curator):
    return [message.document for message in curator.user.chat.visible if message.document]


def printed(curator) -> str:
    document = Document(BytesIO(files(curator)[-1].content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells).replace("\xa0", " ")


async def over(stage, pair, ground=Ground.REQUEST):
    """The pair is closed today."""

    def unit(tx):
        member = matches.of_person(tx, pair[0].person)[0]
        ending.close(tx, member, ground, date(2027, 1, 11), None)
        return member.id

    return await stage.app.database.work(unit)


async def to_orders(curator):
    await curator.says("/menu")
    return await curator.taps("Все разделы", "Приказы о парах")


async def test_who_left_and_who_came_stand_in_one_amendment(stage, curator):
    left = await active_pair(stage, "Ушедший Лев", "Прежняя Анна")
    await agreed_pair(stage, curator)
    await over(stage, left)
    await to_orders(curator)
    assert "Завершилась 1 пара из приказа" in curator.sees
    assert "отдельным приказом или теми же изменениями" in curator.sees
    await curator.taps("Изменения к приказу № 1-ОД")
    assert "К приказу № 1-ОД от 11 января 2027" in curator.sees
    assert "Прежняя Анна — Ушедший Лев: по просьбе стороны, с 11 января 2027" in curator.sees
    out, _, come = curator.sees.partition("Включаются")
    assert "Петров Илья" in come
    assert "Петров" not in out
    text = printed(curator)
    for said in ("О внесении изменений в приказ от 11 января 2027 г. № 1-ОД", "1. Исключаются", "2. Включаются",
                 "Ушедший Лев", "по просьбе стороны", "Петров Илья", "черновик подбора № "):  # fmt: skip
        assert said in text, said
    await curator.taps("Приказ подписан")
    await curator.says("9-ОД", "11.01.2027")
    assert await members(stage) == [("ended", 1), ("active", 1)]
    await to_orders(curator)
    assert "Завершилась" not in curator.sees
    assert "№ 9-ОД от 11 января 2027, изменения" in curator.buttons
    await curator.taps_data(curator.screen.id, "ord1:a:0")
    assert "Изменений нет" in curator.toast


async def test_what_a_group_becomes_is_said_and_stays_so_when_it_changes_again(stage, curator):
    mentor = await ready(stage, "Группова Нина", "mentor", places=3)
    three = [await ready(stage, f"Член{letter} Ян", "mentee", phone=False) for letter in ("ов", "ин", "ев")]

    def group(tx):
        made, match = [], None
        for each in three:
            made.append(matches.begin(
                tx, programme=1, form="pupil_pupil", role_model="leader", mentor=(mentor.participation, mentor.person),
                mentee=each.participation, places=3, by=None, state=matches.State.ACTIVE, match=match,
            ))  # fmt: skip
            match = matches.get(tx, made[0]).match_id
        order = tx.insert("orders", programme_id=1, number="1-ОД", signed_on=tx.now.date(), made_at=tx.now)
        for member in made:
            tx.run("INSERT INTO order_lines (order_id, member_id) VALUES (:o, :m)", o=order, m=member)

    await stage.app.database.work(group)
    await over(stage, [three[0]], Ground.GOALS)
    await to_orders(curator)
    await curator.taps("Изменения к приказу № 1-ОД")
    first = printed(curator)
    assert "2. Состав групп и пар после изменений" in first
    assert "Членин Ян\n7 «Б»\nЧленев Ян\n7 «Б»" in first
    await curator.taps("Приказ подписан")
    await curator.says("2-ОД", "11.01.2027")
    await to_orders(curator)
    await curator.taps("Перечень пар, Excel")
    sheet = load_workbook(BytesIO(files(curator)[-1].content)).worksheets[0]
    lines = [tuple(row[column] for column in (3, 7, 10)) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert lines == [("Членин Ян; Членев Ян", "работает", "1-ОД"), ("Членов Ян", "завершена", "1-ОД")], "who left apart"
    await curator.taps("№ 2-ОД")
    await over(stage, [three[1]], Ground.LEFT)
    await curator.taps("Файл приказа")
    assert "Членин Ян\n7 «Б»\nЧленев Ян\n7 «Б»" in printed(curator), "a signed order stays as it was signed"
    await to_orders(curator)
    await curator.taps("Изменения к приказу № 1-ОД")
    second = printed(curator)
    assert "Членин Ян" in second
    assert "Членов" not in second, "who went out once does not go out again"
    assert "участник выбыл" in second


async def test_a_dropped_amendment_leaves_all_waiting_and_two_curators_make_one(stage, curator):
    await over(stage, await active_pair(stage))
    speaker = await stage.app.database.read(lambda tx: accounts.speaking(tx, curator.user.id))
    orders = stage.app.parts.orders
    done = await asyncio.gather(*(orders.draw_up_amendment(speaker) for _ in range(2)), return_exceptions=True)
    assert [type(each) for each in done] == [int, Refusal]
    assert done[1].reason == "orders-nothing-to-amend"
    await to_orders(curator)
    await curator.taps("Черновик изменений от")
    await curator.taps("Отменить черновик", "Да, отменить")
    assert "Завершилась 1 пара" in curator.sees


async def test_the_acquaintance_list_and_the_list_of_pairs_are_papers_of_their_own(stage, curator):
    mentee, _ = await active_pair(stage)
    await guardian_of(stage, mentee)
    await to_orders(curator)
    await curator.taps("Перечень пар, Excel")
    sheet = load_workbook(BytesIO(files(curator)[-1].content)).active
    assert [cell.value for cell in sheet[2]][1:4:2] == ["Котова Марина", "Петров Илья"]
    await curator.taps("Перечень пар, Word")
    assert "ПЕРЕЧЕНЬ НАСТАВНИЧЕСКИХ ПАР И ГРУПП" in printed(curator)
    await curator.taps("№ 1-ОД", "Лист ознакомления")
    text = printed(curator)
    assert "Петрова Ольга Ивановна, законный представитель (Петров Илья)" in text
    assert "______________________, законный представитель (Котова Марина)" in text


async def to_scans(curator):
    await to_orders(curator)
    return await curator.taps("№ 1-ОД", "Сканы приказа")


async def sends_photo(curator):
    await curator._acts(lambda: curator.user.sends_photo(SMALL_PICTURE))


async def test_a_signed_scan_is_attached_given_back_and_taken_away(stage, curator):
    await active_pair(stage)
    await to_scans(curator)
    await curator.taps("Приложить скан")
    assert "PDF или фотографию" in curator.sees
    await curator.says("вот он")
    assert "Это не файл" in curator.sees
    await curator.sends_file("приказ.pdf", PDF)
    assert "Скан приложен" in curator.sees
    await sends_photo(curator)
    assert "2. Фото" in curator.sees
    await curator.sends_file("вирус.pdf", b"MZ not a paper")
    assert "Это не PDF и не фотография" in curator.sees + curator.toast
    await curator.sends_file("большой.pdf", PDF + b"0" * LARGEST)
    assert "больше 5 МБ" in curator.sees + curator.toast
    kept = await stage.app.database.read(lambda tx: [tuple(row) for row in tx.all("SELECT kind, content FROM scans")])
    assert kept == [("pdf", PDF), ("png", SMALL_PICTURE)] or kept == [("pdf", PDF), ("jpg", SMALL_PICTURE)]
    await to_scans(curator)
    await curator.taps("Открыть 1")
    assert files(curator)[-1].content == PDF
    await curator.taps("Убрать 1", "Да, убрать")
    assert "Скан убран" in curator.sees
    assert await stage.app.database.read(lambda tx: tx.value("SELECT count(*) FROM scans")) == 1


async def test_an_order_has_ten_scans_at_most_and_the_same_file_once(stage, curator):
    await active_pair(stage)
    speaker = await stage.app.database.read(lambda tx: accounts.speaking(tx, curator.user.id))
    scans = stage.app.parts.scans
    for number in (0, 0, *range(1, 10)):
        await scans.add(speaker, 1, PDF, f"file{number}")
    with pytest.raises(Refusal, match="scans-many"):
        await scans.add(speaker, 1, PDF, "file10")
    assert await stage.app.database.read(lambda tx: tx.value("SELECT count(*) FROM scans")) == 10


async def test_in_coded_mode_a_scan_is_refused_before_it_is_downloaded(stage, curator):
    await active_pair(stage)
    await to_scans(curator)
    await curator.taps("Приложить скан")
    await stage.app.database.work(
        lambda tx: change_privacy(tx, accounts.speaking(tx, curator.user.id), PrivacyMode.CODED, ShownAs.CODE)
    )
    before = len(stage.telegram.calls_of("getFile"))
    await curator.sends_file("приказ.pdf", PDF)
    await curator.taps_data(curator.screen.id, "scn1:a:1")
    assert "имена не проходят через мессенджер" in curator.toast + curator.sees
    assert len(stage.telegram.calls_of("getFile")) == before
    assert await stage.app.database.read(lambda tx: tx.value("SELECT count(*) FROM scans")) == 0
