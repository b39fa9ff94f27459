"""The order: exactly those who agreed, printed as typed, signed with number and date, and pairs begin."""

from __future__ import annotations

import asyncio
from io import BytesIO

import pytest
from docx import Document
from steps_joining import set_up_school
from steps_matching import agreed_pair, asked_pair, members, ready

from mentoring.refusal import Refusal
from storage import accounts, matches
from storage.matches import State


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage)


def printed(curator) -> str:
    """The text of the last file that came."""
    documents = [message for message in curator.user.chat.visible if message.document]
    document = Document(BytesIO(documents[-1].document.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells).replace("\xa0", " ")


async def to_orders(curator):
    await curator.says("/menu")
    return await curator.taps("Все разделы", "Приказы о парах")


async def draws_up(curator):
    await to_orders(curator)
    return await curator.taps("Собрать приказ")


async def signs(curator, number="12-ОД", day="11.01.2027"):
    await curator.taps("Приказ подписан")
    return await curator.says(number, day)


async def test_the_order_names_exactly_those_who_agreed(stage, curator):
    await agreed_pair(stage, curator)
    await ready(stage, "Отказова Ева", phone=False)
    await curator.says("/match")
    await curator.taps("ученик – ученик", "Смотреть пары", "Подтвердить")
    await to_orders(curator)
    assert "Готова к приказу 1 пара" in curator.sees
    await curator.taps("Собрать приказ (1)")
    text = printed(curator)
    assert "Котова Марина" in text
    assert "Петров Илья" in text
    assert "7 «Б»" in text
    assert "лидер" in text.lower()
    assert "Отказова" not in text, "she was asked and has not answered"
    assert "МБОУ «Школа № 5»" in text
    assert "Образцова" in text
    assert await members(stage) == [("accepted", 1), ("offered", 2)]


async def test_names_come_out_as_typed(stage, curator):
    mentee = await ready(stage, "<b>Жирный</b> Ё&Ё =1+1")
    mentor = await ready(stage, "Котова Марина", "mentor")
    await curator.says("/match")
    await curator.taps("ученик – ученик", "Смотреть пары")
    assert "<b>Жирный</b>" in curator.sees
    await curator.taps("Подтвердить")
    for each in (mentee, mentor):
        await each.phone.taps("Посмотреть предложение", "Согласен(на)")
    await draws_up(curator)
    assert "<b>Жирный</b> Ё&Ё =1+1" in printed(curator)


async def test_signing_makes_the_pairs_active_and_both_are_told(stage, curator):
    mentee, mentor = await agreed_pair(stage, curator)
    await draws_up(curator)
    assert await members(stage) == [("accepted", 1)], "a draft begins nothing"
    await signs(curator)
    assert "Приказ подписан, пары начали работу" in curator.sees
    assert await members(stage) == [("active", 1)]
    assert "Приказ подписан. Ваш наставник: Марина К." in mentee.phone.sees
    assert "Приказ подписан. Ваш наставляемый: Илья П." in mentor.phone.sees
    assert "Назначьте первую встречу" in mentor.phone.sees
    await mentor.phone.taps("Назначить встречу")
    assert "Первая встреча — знакомство" in mentor.phone.sees
    assert "Назначить встречу" not in mentee.phone.buttons
    await curator.taps("Файл приказа")
    assert "12-ОД" in printed(curator)


async def test_number_and_date_can_be_corrected_and_nobody_is_told_twice(stage, curator):
    mentee, _ = await agreed_pair(stage, curator)
    await draws_up(curator)
    await signs(curator)
    await curator.taps("Исправить номер и дату")
    await curator.says("13-ОД")
    await curator.taps("Оставить")
    assert "Номер и дата исправлены" in curator.sees
    assert "№ 13-ОД от 11 января 2027" in curator.sees
    told = [each for each in mentee.phone.user.chat.visible if "Приказ подписан" in each.text]
    assert len(told) == 1


async def test_a_pair_formed_later_goes_into_a_next_order(stage, curator):
    _, mentor = await agreed_pair(stage, curator)
    await draws_up(curator)
    await signs(curator)
    later = await ready(stage, "Поздняя Ева", "mentee")
    await curator.says("/match")
    await curator.taps("ученик – ученик", "Смотреть пары", "Подтвердить")
    for each in (later, mentor):
        await each.phone.taps("Посмотреть предложение", "Согласен(на)")
    await draws_up(curator)
    text = printed(curator)
    assert "Поздняя Ева" in text
    assert "Петров Илья" not in text
    await signs(curator, "20-ОД")
    assert await members(stage) == [("active", 1), ("active", 2)]
    await to_orders(curator)
    assert [button for button in curator.buttons if button.startswith("№")] == [
        "№ 20-ОД от 11 января 2027",
        "№ 12-ОД от 11 января 2027",
    ]


async def test_a_draft_can_be_dropped_and_drawn_up_again(stage, curator):
    await agreed_pair(stage, curator)
    await draws_up(curator)
    await curator.taps("Отменить черновик")
    assert "Отменить черновик приказа?" in curator.sees
    await curator.taps("Да, отменить")
    assert "Готова к приказу 1 пара" in curator.sees
    await curator.taps("Собрать приказ")
    await signs(curator)
    assert await members(stage) == [("active", 1)]
    message = curator.screen.id
    await curator.taps_data(message, "ord1:y:1")
    assert "отменить его нельзя" in curator.toast


async def test_a_pair_in_an_order_is_not_undone(stage, curator):
    await agreed_pair(stage, curator)
    await draws_up(curator)
    await curator.taps_data(curator.screen.id, "mtm1:y:1")
    assert "Сначала отмените черновик" in curator.toast
    assert await members(stage) == [("accepted", 1)]


async def test_two_curators_draw_up_at_once_and_one_order_is_made(stage, curator):
    await agreed_pair(stage, curator)
    speaker = await stage.app.database.read(lambda tx: accounts.speaking(tx, curator.user.id))
    done = await asyncio.gather(*(stage.app.parts.orders.draw_up(speaker) for _ in range(2)), return_exceptions=True)
    assert [type(each) for each in done] == [int, Refusal]
    assert done[1].reason == "orders-nothing"


async def test_teachers_need_a_written_consent_and_an_agreement_first(stage, curator):
    mentee = await ready(stage, "Белова Анна Ильинична", kind="teacher", areas=("documents",))
    mentor = await ready(stage, "Орлова Елена Викторовна", "mentor", kind="teacher", areas=("documents",))
    await curator.says("/match")
    await curator.taps("учитель – учитель", "Смотреть пары", "Подтвердить")
    for each in (mentee, mentor):
        await each.phone.taps("Посмотреть предложение", "Согласен(на)")
    await to_orders(curator)
    assert "351.8" in curator.sees
    assert "Орлова Елена — Белова Анна" in curator.sees
    assert not [button for button in curator.buttons if button.startswith("Собрать приказ")]
    await curator.taps("Согласие: Орлова Елена")
    await curator.says("10.01.2027", "17-Н", "10.01.2027")
    assert "Согласие и соглашение записаны" in curator.sees
    await curator.taps("Собрать приказ")
    text = printed(curator)
    assert "Орлова Елена Викторовна" in text
    assert "17-Н" in text
    assert "10.01.2027" in text


async def test_whoever_dropped_out_before_signing_does_not_begin(stage, curator):
    await agreed_pair(stage, curator)
    await draws_up(curator)
    await stage.app.database.work(lambda tx: tx.run("UPDATE members SET state = 'frozen'"))
    await curator.taps("‹ Приказы")
    await curator.taps("Черновик от")
    assert "Петров" not in curator.sees
    assert await members(stage) == [("frozen", 1)]


@pytest.mark.parametrize("how", ["declined", "undone", "ended"])
async def test_what_was_stopped_before_signing_is_said_and_left_out(stage, curator, how):
    """By a parent, by the curator, closed: the draft says so, the order is signed without it."""
    mentee, _ = await agreed_pair(stage, curator)
    other = await ready(stage, "Другов Олег", phone=False), await ready(stage, "Соседова Анна", "mentor", phone=False)

    def unit(tx):
        matches.begin(
            tx, programme=1, form="pupil_pupil", role_model="leader", mentor=(other[1].participation, other[1].person),
            mentee=other[0].participation, places=1, by=None, state=State.ACCEPTED,
        )  # fmt: skip

    await stage.app.database.work(unit)
    await draws_up(curator)
    assert "выпал" not in curator.sees
    await stage.app.database.work(lambda tx: matches.turn(tx, matches.get(tx, 1), State(how), ground="guardian"))
    await to_orders(curator)
    assert "Из черновика приказа выпала 1 пара" in curator.sees
    await curator.taps("Черновик от")
    assert "Из черновика приказа выпала 1 пара" in curator.sees
    assert "Петров" not in curator.sees
    await signs(curator)
    assert "выпал" not in curator.sees
    assert await members(stage) == [(how, 1), ("active", 1)]
    await curator.taps("Файл приказа")
    assert "Петров Илья" not in printed(curator)
    await mentee.phone.says("/menu")
    assert "Приказ подписан" not in mentee.phone.sees


async def test_an_offer_not_answered_is_in_no_order(stage, curator):
    await asked_pair(stage, curator)
    await to_orders(curator)
    assert "готовых к приказу, сейчас нет" in curator.sees
    await curator.taps_data(curator.screen.id, "ord1:g:0")
    assert "сейчас нет" in curator.toast


async def test_an_order_is_not_signed_on_a_day_that_has_not_come(stage, curator):
    await agreed_pair(stage, curator)
    await draws_up(curator)
    await signs(curator, day="12.01.2027")
    assert "Этот день ещё не наступил" in curator.sees
    assert await members(stage) == [("accepted", 1)]
