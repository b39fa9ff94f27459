"""The whole way through the programme in coded mode: everything the bot said and sent on it names nobody."""

from __future__ import annotations

import re

import pytest
from looking import inspector
from steps_meetings import holds_a_meeting
from steps_questionnaire import fills
from steps_school import staff_member

from bot.server_exports import Desk, take_out
from bot.server_lists import take_in
from locales.words import Say, Words
from mentoring.people import Name
from mentoring.privacy_mode import ShownAs
from services.operator import place

LINK = re.compile(r"https://t\.me/\S+\?start=\w+")
SAY = Say(Words.shipped(), "ru")
LIST = "\r\n".join(
    [
        "Фамилия;Имя;Отчество;Класс;Дата рождения;Роль;Категория;Родитель",
        "Гройсман;Модест;Львович;10А;07.04.2011;наставник;;",
        "Кшнакова;Пелагея;Модестовна;7Б;05.03.2014;наставляемый;;Кшнакова Евлампия Прохоровна",
        "Цвинджилов;Прохор;;7Б;09.06.2013;наставляемый;;",
    ]
).encode("cp1251")
SECTIONS = (
    *(
        "ppk1::0",
        "ppf1:",
        "qns1:",
        "led1:m:0:0:0:0",
        "led1:l:0:0:0:0",
        "bsl1:0",
        "rm1",
        "pwl1:a:0",
        "wdl1:l:0",
        "mtk1:0",
    ),
    *("fwt1:0", "ppo1:0:0", "ppf2:f:interim_mentee:0", "thr1:o"),
)
SHOWN = {ShownAs.CODE: "Только код", ShownAs.GIVEN_INITIAL: "Имя и первая буква"}


async def sets_up(stage, shown_as):
    """The first curator, by taps: names are not for the messenger."""
    curator = await stage.curator()
    await curator.taps("Настроить школу")
    await curator.says("МБОУ «Школа № 5»", "Школа № 5", "г. Энск", "Образцова Анна Петровна")
    await curator.taps("Оставить: Директор", "Пропустить", "Москва")
    await curator.taps("11", "›", "›", "›", "›", "›", "30")
    await curator.taps("Готово", "Ответ здесь и бумага", "Нет, коды вместо имён", SHOWN[shown_as])
    return await curator.taps("Отправить")


async def comes(stage, code):
    """Whoever holds the slip of a code opens it."""
    token = await stage.app.database.read(
        lambda tx: tx.value(
            "SELECT token FROM links l JOIN persons p ON p.id = l.person_id WHERE purpose = 'personal' AND code = :code",
            code=code,
        )
    )
    return await (await stage.someone()).starts(token)


async def parent_agrees(stage, child):
    """The child's link is handed on, and opened."""
    await child.says("/menu")
    await child.taps("Ссылка для родителя")
    parent = await stage.someone()
    await parent.starts(LINK.search(child.sees)[0].rpartition("=")[2])
    return await parent.taps("Прочитать полностью", "Согласен(на)")


async def answers_all(someone, *buttons):
    """Application, then what it leads to: everything the home screen asks for."""
    for button in buttons:
        await someone.says("/menu")
        await someone.taps(button)
        await fills(someone)


async def opens(someone, data):
    """A button of some screen."""
    return await someone.taps_data(someone.screen.id, data)


async def joins(stage, curator):
    """Three by the server's list and its slips, one by an open link; four parents by the children's links."""
    where = await place(stage.app.database)
    assert (await take_in(stage.app.database, where, SAY, "list.csv", LIST)).taken
    desk = Desk(stage.app.database, where, SAY, "https://t.me/bot?start=")
    await take_out(desk, "invitations", stage.app.settings.export_dir)
    pupils = [await comes(stage, code) for code in ("М-001", "Н-002", "Н-003")]
    for pupil in pupils:
        await pupil.taps("Прочитать полностью", "Согласен(на)")
    await curator.says("/invite")
    assert "загружает на сервере" in curator.sees
    await curator.taps(next(each for each in curator.buttons if "ченик" in each))
    newcomer = await stage.someone()
    await newcomer.starts(LINK.search(curator.sees)[0].rpartition("=")[2])
    await newcomer.taps("Мне нужен наставник", "Меньше 14", "Согласен(на)", "7")
    pupils.append(newcomer)
    return pupils, [await parent_agrees(stage, child) for child in pupils]


async def is_admitted_and_papers_return(curator):
    await opens(curator, "adm1:l:0")
    await curator.taps("Принять")
    for of_class in ("10", "7 «", "7 класс"):
        await opens(curator, "pap1:l:0:0")
        await curator.taps(of_class, "Бланки (DOCX)", "Вернулись все")
        await fills(curator)


async def are_matched(curator, pupils):
    """From the applications to the order and the first meeting."""
    for each in pupils:
        await answers_all(each, "Заполнить заявку", "Заполнить анкету")
    await curator.says("/today")
    await curator.taps("Формы и роли", "Подтвердить все предложенные")
    await curator.taps(next(each for each in curator.buttons if each.startswith(("Да", "Подтвердить"))))
    await curator.says("/match")
    await curator.taps("ученик – ученик", "Смотреть пары", "Подтвердить")
    for each in pupils[:2]:
        await each.taps("Посмотреть предложение", "Согласен(на)")
    await opens(curator, "ord1::0")
    await curator.taps("Собрать приказ", "Приказ подписан")
    await curator.says("12-ОД", "11.01.2027")


async def talk(curator, mentee):
    """Letters and a message to many; a phone is not taken."""
    await mentee.says("/letter", "Позвоните мне: 8 921 123-45-67")
    assert "Похоже, в ответе телефон" in mentee.sees
    await mentee.says("Можно встретиться в среду?")
    await curator.taps("Ответить")
    await curator.says("Да, конечно", "/broadcast")
    await curator.taps("Написать")
    await fills(curator, text="Во вторник собираемся в кабинете 12")
    await curator.taps("Отправить")


async def are_asked_about(stage, curator, mentee, who, *adults):
    """Third parties tell about the mentee, who answers about themselves."""
    await opens(curator, "thr1:a")
    for adult in adults:
        await adult.says("/menu")
        await adult.taps("Рассказать")
        if button := next((each for each in adult.buttons if each.startswith(who)), ""):
            await adult.taps(button)
        await fills(adult)
    await answers_all(mentee, "Ответить: как дела сейчас")


async def looks_around(curator, who):
    """Lists, a card, search, every section with people in it, the export."""
    await curator.says("/people")
    await curator.taps(next(each for each in curator.buttons if who in each))
    await curator.taps("Ответы анкет")
    await curator.says("/people")
    await curator.taps("🔎 Найти")
    await curator.says("Кшнаковой")
    assert "Ищите по коду" in curator.sees
    await curator.taps("🔎 Найти")
    await curator.says("н2")
    assert any(who in each for each in curator.buttons)
    for where in SECTIONS:
        await opens(curator, where)
        assert not curator.sees.startswith("Сегодня"), where
    await opens(curator, "ppf2:e:interim_mentee:0")
    await curator.says("/export")
    await curator.taps("Собрать файл")


@pytest.mark.parametrize("shown_as", list(ShownAs))
async def test_from_the_setting_up_to_the_act_nothing_names_anybody(stage, shown_as):
    who = "Н-002" if shown_as is ShownAs.CODE else "Пелагея К."
    curator = await sets_up(stage, shown_as)
    pupils, parents = await joins(stage, curator)
    mentor, mentee, *_ = pupils
    await is_admitted_and_papers_return(curator)
    await are_matched(curator, pupils)
    await holds_a_meeting(stage, mentor, "13")
    await mentee.taps("Да")
    await talk(curator, mentee)
    psychologist = await staff_member(stage, "psychologist", Name("Щедлинская", "Аглая", "Прохоровна"))
    looking = await inspector(stage, given=shown_as is ShownAs.GIVEN_INITIAL)
    await are_asked_about(stage, curator, mentee, who, psychologist, parents[1])
    await looks_around(curator, who)
    await stage.waits(days=31)
    await mentor.taps("Ответить: как идёт работа")
    await fills(mentor)
    await mentee.says("/privacy")
    await mentee.taps("Получить все данные файлом")
    await mentee.says("/privacy")
    await mentee.taps("Отозвать согласие", "Да, отозвать")
    await stage.waits(days=32)
    await curator.says("/today")
    await curator.taps("Акты об уничтожении")
    await curator.taps("✍️", "Напечатать акт")

    faults = looking.faults(stage)
    assert not faults, "\n".join([*dict.fromkeys(faults)][:20])
    assert not stage.app.tripwire.tripped, "the first lock held by itself"
    kept = {each.name.partition("-2027")[0] for each in stage.app.settings.export_dir.iterdir()}
    assert kept >= {"act"}, "names are on the server"
    assert sum(each.method == "sendDocument" for each in stage.telegram.calls), "files without names are sent"
