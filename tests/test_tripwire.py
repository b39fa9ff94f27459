"""What the tripwire takes for a name, and what it leaves: sentences the bot and people really say."""

from __future__ import annotations

from datetime import date
from urllib.parse import unquote

import pytest
from aiogram.methods import AnswerCallbackQuery, SendDocument, SendMessage, SendPoll
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup

from bot.leaks import LeakKind, Leaks
from bot.surnames import Grammar
from bot.tripwire import _cleaned
from locales.words import Words
from storage.guarded import Everybody, Named

PEOPLE = [
    ("Мороз", "Илья", "Олегович"), ("Ким", "Анна", ""), ("Ключева-Лебедь", "Марина", ""), ("Козлов", "Пётр", "Иванович"),
    ("Волк", "Иван", ""), ("Лета", "Ольга", ""), ("Скворцова", "Дарья", "Павловна"), ("Шевченко", "Тарас", ""),
    ("Ли", "Вэй", ""), ("Толстая", "Анна", ""), ("Седых", "Олег", ""), ("Ростов", "Николай", ""), ("Тихая", "Вера", ""),
    ("Гройсман", "Ян", ""), ("Иванов", "Глеб", ""), ("Иванова", "Алла", ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def leaks():
    people = [
        Named(number, 1, f"Н-{number:03}", *name, born=date(2012, 3, number)) for number, name in enumerate(PEOPLE, 1)
    ]
    school = {"МБОУ «Гимназия имени Козлова»", "Иванова Анна Петровна"}
    return Leaks(Everybody(tuple(people), frozenset(school)), Grammar(), Words.shipped().months)


@pytest.mark.parametrize(
    ("said", "leaves"),
    [
        ("Ваш наставник: Мороз", "Ваш наставник: Н-001"),
        ("Ваш наставник – Илья Мороз. Встреча завтра", "Ваш наставник – Н-001. Встреча завтра"),
        ("Мороз Илья не пришёл", "Н-001 не пришёл"),
        ("Морозу Илье понравилось", "Н-001 понравилось"),
        ("мороз илья не пришёл", "Н-001 не пришёл"),
        ("Поговорите с Морозом завтра", "Поговорите с Н-001 завтра"),
        ("Мороз И. О. записан", "Н-001 записан"),
        ("И. О. Мороз записан", "Н-001 записан"),
        ("<b>Мороз</b> Илья: ждём", "Н-001</b>: ждём"),
        ("Мороз", "Н-001"),
        ("✅ Мороз", "✅ Н-001"),
        ("Дружу с Ким уже год", "Дружу с Н-002 уже год"),
        ("Встреча с Ключевой-Лебедь", "Встреча с Н-003"),
        ("С КЛЮЧЕВОЙ говорили", "С Н-003 говорили"),
        ("Козлова не было", "Н-004 не было"),
        ("Козлов пришёл", "Н-004 пришёл"),
        ("козловым довольны", "Н-004 довольны"),
        ("Пётр Иванович Козлов просил", "Н-004 просил"),
        ("Петру Козлову пора", "Н-004 пора"),
        ("Видел Волка вчера", "Видел Н-005 вчера"),
        ("Скворцовой понравилось", "Н-007 понравилось"),
        ("скворцовой привет", "Н-007 привет"),
        ("подруга Скворцовой, а не её сестра", "подруга Н-007, а не её сестра"),
        ("Спросил у Ли про задачу", "Спросил у Н-009 про задачу"),
        ("Мы с Тихой подружились", "Мы с Н-013 подружились"),
        ("ГРОЙСМАНА ждут", "Н-014 ждут"),
        ("Наталья Шевченко", "Наталья Н-008"),
        ("Ростову 15 лет", "Н-012 15 лет"),
        ("Для Глеба Иванова", "Для Н-015"),
        ("Ивановы придут", "••• придут"),
    ],
)
def test_a_surname_in_any_case_gives_way_to_the_code(leaks, said, leaves):
    cleaned, found = leaks.cleaned(said)
    assert cleaned.replace("<b>", "") == leaves
    assert {each.kind for each in found} == {LeakKind.SURNAME}


@pytest.mark.parametrize(
    "said",
    [
        "На улице мороз, встреча в классе", "Мороз и солнце, день чудесный", "Дед Мороз придёт в школу",
        "морозы до минус тридцати", "КИМы ЕГЭ решали", "КИМ по физике", "с кем ли встретиться?", "стадо козлов",
        "Ключевой вопрос – время", "ключевые слова", "Волков в лесу не видно", "волк и семеро козлят",
        "Прошлым летом было много лета", "Летом мы ездили на море", "Толстую книгу читали", "тихая заводь",
        "Тихая заводь – любимая книга", "Мы ездили в Ростов", "Встреча во вторник, тихий час", "Седых волос нет",
        "МБОУ «Гимназия имени Козлова»", "Директор Иванова Анна Петровна", "Пришла ли мама?",
        "Нажмите кнопку ниже или откройте /menu.", "&lt;b&gt; &amp; Ко", "12.03.2027 в 15:00", "8-800-2000-122",
    ],
)  # fmt: skip
def test_ordinary_words_stay_as_they_are(leaks, said):
    assert leaks.cleaned(said) == (said, [])


@pytest.mark.parametrize("said", ["01.03.2012", "1.3.12", "2012-03-01", "1 марта 2012", "01/03/2012", "1 March 2012"])
def test_a_birthday_is_held_back_however_it_is_spelt(leaks, said):
    cleaned, found = leaks.cleaned(f"Дата: {said}, класс")
    assert cleaned == "Дата: •••, класс"
    assert [(each.kind, each.people) for each in found] == [(LeakKind.BIRTHDAY, (1,))]


def test_a_phone_is_held_back(leaks):
    cleaned, found = leaks.cleaned("Звоните: +7 900 123-45-67 вечером")
    assert "123" not in cleaned
    assert [each.kind for each in found] == [LeakKind.PHONE]


def test_buttons_captions_file_names_and_polls_are_looked_through_and_callbacks_stay(leaks):
    button = InlineKeyboardButton(text="Гройсман Ян", callback_data="ppl1:n:17")
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[button]])
    message = SendMessage(chat_id=1, text="Кому: Гройсману", reply_markup=keyboard)
    file = SendDocument(chat_id=1, document=BufferedInputFile(b"x", "Гройсман.docx"), caption="Для Гройсмана")
    toast = AnswerCallbackQuery(callback_query_id="1", text="Гройсман записан")
    poll = SendPoll(chat_id=1, question="Гройсман?", options=["Гройсман", "нет"])
    for method in (message, file, toast, poll):
        assert _cleaned(method, leaks)
        assert not _cleaned(method, leaks), "what was cleaned is clean"
        assert "Гройсман" not in str(method.model_dump(warnings=False))
    assert message.reply_markup.inline_keyboard[0][0].callback_data == "ppl1:n:17"
    assert file.document.filename == "Н-014.docx"


@pytest.mark.parametrize(
    ("link", "leaves"),
    [
        ("https://meet.example.org/j/81234567890?pwd=a1", "https://meet.example.org/j/81234567890?pwd=a1"),
        ("https://meet.example.org/%D0%93%D1%80%D0%BE%D0%B9%D1%81%D0%BC%D0%B0%D0%BD/81234567890", "Н-014/81234567890"),
        ("https://wa.me/79161234567", "https://wa.me/"),
        ("https://t.me/share/url?url=x&text=Жду+Гройсмана", "Н-014"),
    ],
)
def test_a_link_of_a_button_carries_no_name_and_no_phone_and_a_room_keeps_its_number(leaks, link, leaves):
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Подключиться", url=link)]])
    message = SendMessage(chat_id=1, text="Встреча", reply_markup=keyboard)
    found = _cleaned(message, leaks)
    url = unquote(message.reply_markup.inline_keyboard[0][0].url)
    assert leaves in url
    assert "ройсман" not in url
    assert "79161234567" not in url
    assert bool(found) is (url != link)
