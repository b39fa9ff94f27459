"""The coded mode, walked through: nothing the bot sends names anybody."""

from __future__ import annotations

import json
from datetime import date

import pytest
from steps_people import add
from steps_school import set_up_school

from handlers.curator.privacy_mode import PrivacyModeTap
from mentoring.people import Kind, Name, SchoolClass, Side
from mentoring.privacy_mode import PrivacyMode, ShownAs
from mentoring.refusal import Refusal
from services.privacy_modes import change_privacy
from storage import accounts, links, people
from storage.links import Purpose


async def coded_school(stage, shown_as=ShownAs.CODE):
    """A school in coded mode, its people named on the server: one who mentors, one who is helped, one who is to come."""
    curator = await set_up_school(stage, curator_name=Name("Терентьева", "Вера", "Ивановна"))
    mentor, mentee = await stage.someone(), await stage.someone()
    await mentor.starts()
    await mentee.starts()

    def unit(tx):
        speaker = accounts.speaking(tx, curator.user.id)
        change_privacy(tx, speaker, PrivacyMode.CODED, shown_as)
        school = speaker.school_id
        add(tx, "Гройсман", "Ян", side=Side.MENTOR, phone=mentor, born=date(2011, 4, 7))
        add(tx, "Скворцова", "Дарья", phone=mentee, born=date(2013, 3, 5), entered=False)
        coming = people.add(
            tx, school, Kind.PUPIL, name=Name("Ключева", "Марина", "Олеговна"), birth_date=date(2012, 6, 9),
            school_class=SchoolClass(7, "Б"), admitted_by=speaker.person_id, side=Side.MENTEE,
        )  # fmt: skip
        return links.make(tx, Purpose.PERSONAL, school_id=school, person_id=coming, uses=1).token

    token = await stage.app.database.work(unit)
    stage.app.tripwire.every = 0.0
    return curator, mentor, mentee, token


def said(stage) -> str:
    """Everything the bot sent to anybody, every call of it."""
    return "\n".join(json.dumps(each.params, ensure_ascii=False, default=str) for each in stage.telegram.calls)


def assert_nobody_is_named(stage):
    text = said(stage).casefold()
    for stem in ("гройсман", "ключев", "скворцов", "терентьев", "07.04.2011", "05.03.2013", "09.06.2012"):
        assert stem not in text, text[max(0, text.index(stem) - 300) : text.index(stem) + 100]


@pytest.mark.parametrize("shown_as", list(ShownAs))
async def test_screens_of_the_curator_and_participants_name_nobody(stage, shown_as):
    curator, mentor, mentee, token = await coded_school(stage, shown_as)
    for someone in (curator, mentor, mentee):
        for command in (
            "/menu",
            "/privacy",
            "/today",
            "/people",
            "/match",
            "/roadmap",
            "/invite",
            "/letters",
            "/export",
        ):
            await someone.says(command)
    await curator.says("/people")
    await curator.taps(curator.buttons[0])
    assert ("Ян Г." if shown_as is ShownAs.GIVEN_INITIAL else "У-001") in curator.sees
    assert "7 «А»" not in curator.sees
    pupil = await stage.someone()
    await pupil.starts(token)
    assert_nobody_is_named(stage)
    assert not stage.app.tripwire.tripped, "the first lock held"


async def test_a_surname_is_sought_for_nobody_and_not_kept(stage):
    curator, *_ = await coded_school(stage)
    await curator.says("/people")
    await curator.taps("🔎 Найти")
    await curator.says("Гройсман")
    assert "Ищите по коду" in curator.sees
    kept = await stage.app.database.read(lambda tx: tx.value("SELECT group_concat(sought, '') FROM accounts"))
    assert kept == ""
    await curator.says("/people")
    await curator.taps("🔎 Найти")
    await curator.says("h-3")
    assert any("Н-003" in each for each in curator.buttons), curator.sees
    assert_nobody_is_named(stage)


async def test_what_slips_through_is_held_back_and_the_curator_is_told(stage):
    _, mentor, *_ = await coded_school(stage)
    await stage.app.bot.send_message(mentor.user.id, "Завтра у Гройсмана встреча, а мороз крепкий")
    assert mentor.sees == "Завтра у У-001 встреча, а мороз крепкий"
    assert stage.app.tripwire.tripped["surname"] == 1
    await stage.waits(minutes=20)
    assert "Сработала защита" in said(stage)
    assert_nobody_is_named(stage)


async def test_names_come_back_to_chat_by_no_form(stage):
    curator, *_ = await coded_school(stage)

    def unit(tx):
        speaker = accounts.speaking(tx, curator.user.id)
        with pytest.raises(Refusal, match="privacy-only-tighter"):
            change_privacy(tx, speaker, PrivacyMode.OPEN, ShownAs.CODE)
        return accounts.speaking(tx, curator.user.id).privacy.coded

    assert await stage.app.database.work(unit)


async def test_names_go_out_of_chat_by_two_taps_and_what_was_begun_with_them_goes_too(stage):
    curator = await set_up_school(stage, curator_name=Name("Терентьева", "Вера", "Ивановна"))
    await stage.app.database.work(lambda tx: add(tx, "Гройсман", "Ян"))
    await curator.says("/people")
    assert any("Гройсман Ян" in each for each in curator.buttons)
    await curator.taps("Добавить")
    await curator.says("Ключева")
    begun = "SELECT count(*) FROM drafts"
    assert await stage.app.database.read(lambda tx: tx.value(begun)) == 1
    await curator.taps_data(curator.screen.id, PrivacyModeTap().pack())
    assert "ч. 8 ст. 10 149-ФЗ" in curator.sees
    await curator.taps("Убрать имена из чата")
    assert "Начатые ответы с именами будут стёрты" in curator.sees
    await curator.taps("Да, убрать имена")
    assert "бот не называет имён" in curator.sees
    assert await stage.app.database.read(lambda tx: tx.value(begun)) == 0
    assert "Вернуть имена в чат отсюда нельзя" in curator.sees
    assert not any("имена в чат" in each.lower() for each in curator.buttons), "no way back by taps"
    await curator.says("/people")
    assert any("У-001" in each for each in curator.buttons), curator.buttons
    assert not any("Гройсман" in each for each in curator.buttons)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("Позвоните: +7 (921) 123-45-67", "Похоже, в ответе телефон"),
        ("пишите на mama@example.org", "Похоже, в ответе адрес почты"),
        ("ул. Лесная, д. 5, кв. 12", "Похоже, в ответе домашний адрес"),
        ("пропуск 1234567", "Похоже, в ответе длинный номер"),
    ],
)
async def test_a_text_with_what_names_somebody_is_asked_for_again_and_nothing_of_it_is_kept(stage, typed, answer):
    _, mentor, *_ = await coded_school(stage)
    await mentor.says("/letter", typed)
    assert answer in mentor.sees
    assert "не сохранён" in mentor.sees
    kept = await stage.app.database.read(
        lambda tx: [tx.value("SELECT count(*) FROM letters"), tx.value("SELECT group_concat(answers) FROM drafts")]
    )
    assert kept[0] == 0
    assert typed.split()[-1] not in str(kept[1])
    await mentor.says("Встретимся в 15:30 в кабинете 12, будет 100 человек")
    assert "Отправлено куратору" in mentor.sees


async def test_a_file_a_photo_or_a_list_in_chat_is_not_even_downloaded(stage):
    curator, mentor, *_ = await coded_school(stage)
    await curator.says("/invite")
    assert "Список класса" not in " ".join(curator.buttons)
    assert "загружает на сервере" in curator.sees
    for someone in (curator, mentor):
        await someone.sends_file("7Б.csv", "Фамилия;Имя\nКлючева;Марина".encode())
        assert "Этот файл не открыт и не сохранён" in someone.sees
    await mentor.says("/letter")
    await mentor.sends_file("7Б.csv", b"x")
    assert "Этот файл не открыт" in mentor.sees
    assert "Увидит: куратор" in mentor.sees, "the question stands"
    assert not stage.telegram.calls_of("getFile")


async def test_the_buttons_of_lists_from_before_are_refused_politely(stage):
    curator, *_ = await coded_school(stage)
    for stale in ("lst1:b", "exp1:b", "exp1:h", "pad1"):
        await curator.taps_data(curator.screen.id, stale)
        seen = f"{curator.sees} {curator.toast}"
        assert "Имена здесь не пишут" in seen or "уже нет" in seen, (stale, seen)
