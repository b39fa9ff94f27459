"""People come in by links and codes."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import openpyxl
from stage import Someone
from steps_consents import parents_confirmed
from steps_joining import (
    LINK,
    curator_admits_all,
    join_link,
    outsider_joins,
    parent_agrees,
    pupil_joins,
    set_up_school,
    staff_joins,
    staff_link,
    teacher_joins,
)

from bot.settings import BotSettings
from locales.words import Words
from mentoring.people import Role
from papers.class_list import class_list_template
from storage import codes, people, standing


async def lacks(stage):
    def query(tx):
        programme = tx.value("SELECT id FROM programmes")
        return {each.person.name.given: [*map(str, each.lacks)] for each in standing.of_programme(tx, programme)}

    return await stage.app.database.read(query)


async def count(stage, table: str) -> int:
    return await stage.app.database.read(lambda tx: tx.value(f"SELECT count(*) FROM {table}"))


def heard(someone: Someone, words: str) -> bool:
    return any(words in (message.text or "") for message in someone.user.chat.visible)


def class_list(*rows) -> bytes:
    book = openpyxl.load_workbook(BytesIO(class_list_template(Words.shipped())))
    for number, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            book.worksheets[0].cell(number, column, value or None)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


async def test_a_pupil_joins_a_parent_agrees_and_the_curator_admits(stage):
    curator = await set_up_school(stage)
    pupil = await pupil_joins(stage)
    assert "Ещё нужен ответ родителя" in pupil.sees
    parent = await parent_agrees(pupil)
    assert "согласие получено" in parent.sees, parent.sees
    assert heard(pupil, "Родитель согласился")
    await parents_confirmed(stage)
    await curator_admits_all(curator)
    assert await lacks(stage) == {"Илья": ["no_application", "no_form", "no_entry"]}
    assert heard(pupil, "Куратор принял вас")


async def test_an_open_link_asks_who_one_is_and_says_why_the_age(stage):
    await set_up_school(stage)
    newcomer = await stage.someone()
    await newcomer.starts(await join_link(stage))
    assert "Кто вы?" in newcomer.sees
    await newcomer.taps("Студент")
    assert "Закон требует" in newcomer.sees
    await newcomer.says("01.01.2030")
    assert "не наступил" in newcomer.sees
    await newcomer.says("12.05.1013")
    assert "слишком давно" in newcomer.sees
    await newcomer.says("12.05.2005")
    assert "Согласие на участие" in newcomer.sees
    assert "место учёбы" in newcomer.sees


async def test_a_student_may_join_and_hears_honestly_that_there_is_no_form_yet(stage):
    curator = await set_up_school(stage)
    partner = await outsider_joins(stage)
    await curator_admits_all(curator)
    await curator.taps("Допуск", "Оставить")
    await curator.taps("Пропустить")
    await partner.starts()
    assert "Эту форму наставничества школа сейчас не ведёт" in partner.sees


async def test_whoever_is_too_young_to_be_a_mentee_leaves_nothing(stage):
    await set_up_school(stage)
    child = await stage.someone()
    await child.starts(await join_link(stage, "pupil"))
    await child.taps("Мне нужен наставник")
    await child.says("12.05.2018")
    assert "с 10 лет" in child.sees
    assert await count(stage, "participations") == 0
    assert await count(stage, "drafts") == 0


async def test_one_phone_joins_once(stage):
    await set_up_school(stage)
    teacher = await teacher_joins(stage)
    await teacher.starts(await join_link(stage))
    assert "уже в программе" in teacher.sees
    assert await count(stage, "participations") == 1


async def test_a_closed_link_opens_nothing_even_in_the_middle_of_joining(stage):
    curator = await set_up_school(stage)
    await curator.says("/invite")
    token = LINK.search(curator.sees)[0].rpartition("=")[2]
    late = await stage.someone()
    await late.starts(token)
    await late.taps("Педагог")
    await curator.taps("Открытые ссылки", "для всех", "Закрыть ссылку", "Да, закрыть")
    await late.taps("Хочу быть наставником")
    assert "не подходит" in late.toast
    other = await stage.someone()
    await other.starts(token)
    assert "не подходит" in other.sees
    assert await count(stage, "participations") == 0


async def test_a_link_for_a_class_asks_no_class_and_prints_as_a_poster(stage):
    curator = await set_up_school(stage)
    await curator.says("/invite")
    await curator.taps("Одному классу", "7")
    await curator.says("б")
    assert "ученики · 7 «Б»" in curator.sees
    link = LINK.search(curator.sees)[0]
    await curator.taps("QR-код", "Плакат")
    assert curator.screen.document.content.startswith(b"%PDF")
    pupil = await stage.someone()
    await pupil.opens(link)
    await pupil.taps("Хочу быть наставником")
    await pupil.says("12.05.2010")
    await pupil.taps("Согласен(на)")
    await pupil.says("Ёлкин", "Фёдор")
    await pupil.taps("Пропустить")
    assert "Ещё нужен ответ родителя" in pupil.sees
    person = await stage.app.database.read(lambda tx: people.get(tx, tx.value("SELECT max(id) FROM persons")))
    assert (person.school_class.level, person.school_class.letter) == (7, "Б")


async def test_staff_come_by_an_invitation_that_works_once_and_see_who_they_are(stage):
    curator = await set_up_school(stage)
    await curator.says("/invite")
    await curator.taps("Сотрудникам школы", "классный руководитель", "7")
    await curator.says("Б")
    token = LINK.search(curator.sees)[0].rpartition("=")[2]
    teacher = await stage.someone()
    await teacher.starts(token)
    await teacher.says("Классова", "Анна", "Ильинична")
    assert "классный руководитель, 7 «Б»" in teacher.sees
    other = await stage.someone()
    await other.starts(token)
    assert "не подходит" in other.sees
    psychologist = await staff_joins(stage, "psychologist")
    assert "педагог-психолог" in psychologist.sees


async def test_a_staff_invitation_does_not_open_on_a_pupils_phone(stage):
    await set_up_school(stage)
    pupil = await pupil_joins(stage)
    await pupil.starts(await staff_link(stage, "head"))
    assert "для сотрудников школы" in pupil.sees
    roles = await stage.app.database.read(lambda tx: tx.value("SELECT count(*) FROM staff_roles WHERE role = 'head'"))
    assert roles == 0


async def test_a_member_of_staff_who_joins_as_a_teacher_is_one_person(stage):
    await set_up_school(stage)
    teacher = await staff_joins(stage, "methodist", "Методова Ольга Ивановна")
    await teacher.starts(await join_link(stage, "teacher"))
    await teacher.taps("Хочу быть наставником", "Согласен(на)")
    await teacher.starts()
    assert "методист" in teacher.sees
    assert "Вы участвуете как наставник" in teacher.sees
    assert await count(stage, "persons") == 2


async def test_curators_hand_over_and_the_last_one_cannot_leave(stage):
    curator = await set_up_school(stage)
    await curator.taps("Все разделы", "Школа", "Передать дела", "Передать и уйти")
    assert "единственный куратор" in curator.toast
    second = await staff_joins(stage, Role.CURATOR, "Вторая Анна Ивановна")
    await curator.starts()
    await curator.taps("Все разделы", "Школа", "Передать дела", "Передать и уйти")
    assert "Вторая Анна" in curator.sees
    await curator.taps("Да, уйти")
    assert "больше не куратор" in curator.sees
    assert heard(second, "больше не куратор")
    await curator.says("/invite")
    assert "Пригласить в программу" not in curator.sees


async def test_an_account_named_in_the_configuration_becomes_a_curator_by_start(stage):
    named = stage.app.parts.joining
    named._curators = frozenset({777})
    someone = await stage.someone("Назначенная", id=777)
    await someone.starts()
    assert "Вы — куратор" in someone.sees
    await someone.starts()
    assert await count(stage, "staff_roles") == 1
    assert BotSettings(_env_file=None, bot_token="1:a", curators="777, 8").curators == frozenset({777, 8})


async def test_a_class_list_with_a_mistake_adds_nobody_and_names_the_cell(stage):
    curator = await set_up_school(stage)
    await curator.says("/invite")
    await curator.taps("Список класса")
    await curator.says("вот список")
    assert "Это не файл" in curator.sees
    await curator.sends_file("7.xlsx", class_list(("Иванов", "Пётр", "", "12Б", "", ""), ("Котова", "Анна", "", "7Б")))
    assert "Строка 2, столбец «Класс»" in curator.sees
    await curator.sends_file("7.xlsx", b"no table")
    assert "не таблица" in curator.sees
    assert await count(stage, "persons") == 1


async def test_a_class_list_brings_people_in_with_codes_of_their_own(stage):
    curator = await set_up_school(stage)
    await curator.says("/invite")
    await curator.taps("Список класса")
    known = ("Иванов", "Пётр", "", "8А", date(2012, 3, 5), "наставляемый")
    await curator.sends_file("8.xlsx", class_list(known, ("Котова", "Анна", "", "8А", "", "")))
    assert "новых — 2" in curator.sees
    assert await count(stage, "persons") == 1, "nothing before the curator confirms"
    await curator.taps("Добавить (2)", "Лист с кодами")
    assert curator.screen.document.content.startswith(b"%PDF")
    waiting = await stage.app.database.read(lambda tx: codes.waiting(tx, 1))
    code = {person.name.given: token for person, token in waiting}

    pyotr = await stage.someone()
    await pyotr.says(f"{code['Пётр'][:5]}-{code['Пётр'][5:].lower()}")
    assert "Согласие на участие" in pyotr.sees, "all is known of him"
    await pyotr.taps("Согласен(на)")
    assert "Ещё нужен ответ родителя" in pyotr.sees

    anna = await stage.someone()
    await anna.starts(code["Анна"])
    await anna.taps("Отмена", "Вступить", "Хочу быть наставником")
    await anna.says("12.05.2012")
    assert "Согласие на участие" in anna.sees

    stranger = await stage.someone()
    await stranger.says(code["Анна"])
    assert "не подходит" in stranger.sees, "a code works once"

    await curator.says("/invite")
    await curator.taps("Список класса")
    await curator.sends_file("8.xlsx", class_list(known))
    assert "новых — 0, уже есть — 1" in curator.sees


async def test_a_parents_phone_does_not_become_the_childs(stage):
    curator = await set_up_school(stage)
    pupil = await pupil_joins(stage)
    parent = await parent_agrees(pupil)
    child = await stage.app.database.read(lambda tx: tx.value("SELECT id FROM persons WHERE kind = 'pupil'"))
    _, token = await stage.app.parts.people_changes.personal_link(await speaker(stage, curator), child)
    await parent.starts(token)
    assert "отвечает родитель" in parent.sees


async def speaker(stage, someone):
    from storage import accounts

    return await stage.app.database.read(lambda tx: accounts.speaking(tx, someone.user.id))


async def test_no_pupil_is_grown_up_by_an_impossible_birthday_and_the_curator_sees_the_date(stage):
    curator = await set_up_school(stage)
    for role in ("pupil", ""):
        pupil = await stage.someone()
        await pupil.starts(await join_link(stage, role))
        if not role:
            await pupil.taps("Ученик")
        await pupil.taps("Мне нужен наставник")
        await pupil.says("12.05.1990")
        assert "слишком давно" in pupil.sees
        assert "Когда вы родились" in pupil.sees
    await pupil_joins(stage, birth="29.02.2012")
    await curator.starts()
    await curator.taps("Все разделы", "Новые участники", "Петров Илья")
    assert "29.02.2012" in curator.sees
