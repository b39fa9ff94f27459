"""Two keys to start a pair: guardians are told and may object, a mentor says how many they take, both accept the rules."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from steps_joining import set_up_school
from steps_matching import active_pair, agreed_pair, asked_pair, guardian_of, members, ready

from mentoring.pacts import EDITIONS, RULES
from storage import guardianships, matches, schools

MARK = "МЕТКАПРИЧИНЫ"


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage, forms=("pupil_pupil",))


async def asked_with_parents(stage, curator, count=1):
    """A pair that is asked, whose mentee's parents have heard of it."""
    mentee, mentor = await ready(stage, "Петров Илья"), await ready(stage, "Котова Марина", "mentor")
    names = ("Петрова Ольга Ивановна", "Петров Олег Львович")
    parents = [await guardian_of(stage, mentee, name) for name in names[:count]]
    await stage.app.database.work(lambda tx: known_to_the_school(tx, mentee.person))
    await curator.says("/match")
    await curator.taps("Смотреть пары", "Подтвердить")
    return mentee, mentor, parents


def known_to_the_school(tx, child):
    for each in guardianships.of_child(tx, child):
        guardianships.confirm(tx, each.guardian.id, child, by=each.guardian.id)


async def objects(parent, note="Пропустить"):
    await parent.taps("Возражаю", "Хочу сначала поговорить")
    await (parent.taps(note) if note == "Пропустить" else parent.says(note))


def told(someone):
    """Everything that was ever sent to somebody, buttons too."""
    return "\n".join(m.text for m in someone.user.chat.messages if m.text)


async def test_a_parent_is_told_when_the_pair_is_proposed_and_how_to_object(stage, curator):
    _, _, (parent,) = await asked_with_parents(stage, curator)
    assert "Вашему ребёнку (Илья П.) предлагают наставника: Марина К., 10 «А»" in parent.sees
    assert "Поможет с тем, о чём просил ребёнок: Физика" in parent.sees
    assert "Ребёнок ответит до чт 14 января, 15:00" in parent.sees
    assert "«Возражаю»" in parent.sees
    await parent.says("/menu")
    assert "предлагают наставника" in parent.sees
    await parent.taps("О паре: Илья П.")
    assert "Кружок физики" in parent.sees
    await parent.taps("Правила пары")
    assert "секретов от родителей" in parent.sees


async def test_an_objection_ends_the_pair_and_nobody_but_the_curator_hears_whose_it_was_or_why(stage, curator):
    mentee, mentor, (parent, other) = await asked_with_parents(stage, curator, 2)
    await mentee.phone.taps("Посмотреть предложение", "Согласен(на)")
    await objects(parent, MARK)
    assert "Записал, пары не будет" in parent.sees
    assert await members(stage) == [("declined", 1)]
    assert "Возражает родитель: Котова Марина — Петров Илья" in curator.sees
    assert "Родитель наставляемого" in curator.sees
    assert "хочет сначала поговорить с куратором" in curator.sees
    assert MARK in curator.sees
    for each in (mentee.phone, mentor.phone, other):
        assert "не сложилась" in each.sees
        assert "дело не в" in each.sees
        for word in (MARK, "возраж", "родител", "поговорить"):
            assert word not in each.sees.lower()
        await each.says("/menu")
        assert MARK not in told(each)
    await curator.says("/match")
    assert "Новых пар сейчас предложить не могу" in curator.sees, "a ban: the two are not brought together again"
    await mentee.phone.says("/menu")
    assert "Ищем вам наставника" in mentee.phone.sees


async def test_a_parent_may_object_between_both_yes_and_the_order_and_not_afterwards(stage, curator):
    mentee, mentor, (parent,) = await asked_with_parents(stage, curator)
    for each in (mentee, mentor):
        await each.phone.taps("Посмотреть предложение", "Согласен(на)")
    assert "согласился на пару" in parent.sees
    screen = parent.screen
    await stage.app.database.work(lambda tx: matches.turn(tx, matches.get(tx, 1), matches.State.ACTIVE))
    await parent.taps_data(screen.id, "chp1:1:o")
    assert "Приказ уже подписан" in parent.toast
    assert "вторая сторона об этом не узнает" in parent.sees, "what is left is a quiet request, not a letter"
    assert "Написать куратору" not in parent.buttons
    later = parent.screen
    await parent.taps("Сменить или завершить пару")
    assert "Хочу закончить" in parent.buttons
    await parent.taps("‹ В начало")
    screen = later
    await stage.app.database.work(lambda tx: matches.turn(tx, matches.get(tx, 1), matches.State.ACCEPTED))
    await objects(parent)
    assert await members(stage) == [("declined", 1)]
    await parent.taps_data(screen.id, "chp1:1:o")
    assert "Этой пары уже нет" in parent.toast, "yesterday's button"


async def test_an_objection_begun_while_the_pair_ends_is_answered_in_plain_words(stage, curator):
    mentee, _, (parent, other) = await asked_with_parents(stage, curator, 2)
    await parent.taps("Возражаю", "Другая причина")
    await objects(other)
    await parent.taps("Пропустить")
    assert "Этой пары уже нет" in parent.sees + (parent.toast or "")
    rows = await stage.app.database.read(lambda tx: tx.all("SELECT * FROM objections"))
    assert len(rows) == 1, "two parents, two phones: the first counts"
    await mentee.phone.taps_data(mentee.phone.screen.id, "off1:1:a")
    assert "Этого предложения уже нет" in mentee.phone.toast


async def test_where_the_school_says_so_a_parent_asks_the_curator(stage, curator):
    await stage.app.database.work(lambda tx: schools.choose(tx, 1, guardian_may_object="no"))
    _, _, (parent,) = await asked_with_parents(stage, curator)
    assert "напишите куратору" in parent.sees
    assert "Возражаю" not in parent.buttons
    await parent.taps_data(parent.screen.id, "chp1:1:o")
    assert "нужно сказать куратору" in parent.toast
    assert await members(stage) == [("offered", 1)]


async def test_nobody_objects_for_anothers_child(stage, curator):
    mentee, mentor, _ = await asked_with_parents(stage, curator)
    stranger = await guardian_of(stage, await ready(stage, "Чужов Пётр", areas=("biology",)), "Чужова Анна Ивановна")
    for someone in (stranger, mentor.phone, mentee.phone):
        for deed in "sro":
            await someone.taps_data(someone.screen.id, f"chp1:1:{deed}")
            assert "не ваше" in someone.toast
    assert await members(stage) == [("offered", 1)]


async def test_parents_hear_that_a_pair_came_to_nothing_and_not_who_refused(stage, curator):
    _, mentor, (parent,) = await asked_with_parents(stage, curator)
    await mentor.phone.taps("Посмотреть предложение", "Мне не подходит", "Хочу работать с другим")
    await mentor.phone.says(MARK)
    assert "не сложилась: так бывает" in parent.sees
    assert MARK not in told(parent)
    assert "другим человеком" not in told(parent)


async def test_after_a_refusal_the_curator_is_led_to_the_next_best_and_nobody_is_asked_by_itself(stage, curator):
    mentee, mentor = await asked_pair(stage, curator)
    await ready(stage, "Вторая Анна", "mentor", phone=False)
    await mentor.phone.taps("Посмотреть предложение", "Мне не подходит", "Сейчас нет времени", "Пропустить")
    await curator.taps("Кого ещё можно")
    assert "Вторая Анна" in curator.sees
    assert curator.sees.index("Вторая Анна") < curator.sees.index("Котова Марина")
    assert await members(stage) == [("declined", 1)]
    await mentee.phone.says("/menu")
    assert "Ищем вам наставника" in mentee.phone.sees


async def places(stage, who):
    query = "SELECT places FROM participations WHERE id = :id"
    return await stage.app.database.read(lambda tx: tx.value(query, id=who.participation))


async def test_a_mentor_says_with_the_yes_that_they_take_nobody_else(stage, curator):
    _, mentor = await asked_pair(stage, curator)
    await mentor.phone.taps("Посмотреть предложение", "Согласен(на), но больше никого")
    assert "Ждём ответа второй стороны" in mentor.phone.sees
    assert await places(stage, mentor) == 1
    await ready(stage, "Второй Пётр", phone=False)
    await curator.says("/match")
    assert "Свободных мест у наставников: 0" in curator.sees


async def test_a_mentor_changes_how_many_they_take_and_never_below_those_they_have(stage, curator):
    _, mentor = await asked_pair(stage, curator)
    await mentor.phone.says("/menu")
    await mentor.phone.taps("Беру наставляемых: 2")
    assert "Сейчас у вас 1 наставляемый" in mentor.phone.sees
    await mentor.phone.taps("3")
    assert await places(stage, mentor) == 3
    await mentor.phone.taps_data(mentor.phone.screen.id, f"cap1:{mentor.participation}:0")
    assert "уже есть" in mentor.phone.toast
    for number in (4, 300):
        await mentor.phone.taps_data(mentor.phone.screen.id, f"cap1:{mentor.participation}:{number}")
        assert "не ваше" in mentor.phone.toast, "the form allows three"
    assert await places(stage, mentor) == 3


async def test_a_mentor_who_declines_may_say_that_they_take_nobody_for_now(stage, curator):
    _, mentor = await asked_pair(stage, curator)
    await mentor.phone.taps("Посмотреть предложение", "Мне не подходит", "Сейчас нет времени", "Пропустить", "0")
    assert "пока никого" in mentor.phone.sees
    await curator.says("/match")
    assert "Свободных мест у наставников: 0" in curator.sees


async def test_both_accept_the_rules_in_a_pace_both_have_said(stage, curator):
    mentee, mentor = await agreed_pair(stage, curator)
    parent = await guardian_of(stage, mentee)
    await mentee.phone.says("/menu")
    assert "Прочитайте и примите правила пары (Марина К.)" in mentee.phone.sees
    await mentee.phone.taps("Правила пары")
    assert "Как часто хотите встречаться?" in mentee.phone.sees
    assert "остаётся между нами. Исключение одно" in mentee.phone.sees
    await mentee.phone.taps("Раз в неделю", "Принимаю")
    assert "Вы приняли правила и согласны встречаться раз в неделю" in mentee.phone.sees
    assert "принял правила пары" in parent.sees
    await mentor.phone.says("/menu")
    await mentor.phone.taps("Правила пары")
    assert "Вторая сторона предлагает встречаться раз в неделю" in mentor.phone.sees
    await mentor.phone.taps("Другая частота", "Раз в две недели", "Принимаю")
    assert "предлагает встречаться раз в две недели" in mentee.phone.sees
    await mentee.phone.taps("Правила пары", "Принимаю")
    await mentee.phone.says("/menu")
    assert "примите правила" not in mentee.phone.sees
    await curator.says("/match")
    await curator.taps("Подтверждённые", "1")
    assert "наставник: ✅ 11 января 2027, встречи раз в две недели" in curator.sees
    assert "наставляемый: ✅ 11 января 2027, встречи раз в две недели" in curator.sees


async def test_the_rules_are_reminded_of_once(stage, curator):
    mentee, mentor = await agreed_pair(stage, curator)
    await mentor.phone.says("/menu")
    await mentor.phone.taps("Правила пары", "По договорённости", "Принимаю")
    await stage.waits(days=6)
    assert told(mentee.phone).count("Напоминаю: прочитайте") == 1
    assert "Напоминаю: прочитайте" not in told(mentor.phone)


async def test_nobody_reads_or_accepts_the_rules_of_others(stage, curator):
    mentee, _ = await agreed_pair(stage, curator)
    stranger = await ready(stage, "Чужов Пётр", areas=("biology",))
    for data in ("pct1:1:s::", "pct1:1:a:weekly:pupil-1", "pcp1:1:f:", "pcp1:1:p:weekly"):
        await stranger.phone.taps_data(stranger.phone.screen.id, data)
    await mentee.phone.taps_data(mentee.phone.screen.id, "pct1:1:a:hourly:pupil-1")
    assert "не ваше" in mentee.phone.toast
    await mentee.phone.taps_data(mentee.phone.screen.id, "pct1:1:a:weekly:pupil-0")
    assert "Правила изменились" in mentee.phone.toast
    assert await stage.app.database.read(lambda tx: tx.all("SELECT * FROM pacts")) == []


async def test_the_curator_prints_the_agreement_and_notes_the_signed_one(stage, curator):
    await agreed_pair(stage, curator)
    await curator.says("/match")
    await curator.taps("Подтверждённые", "1", "Соглашение для подписи")
    file = [each.document for each in curator.user.chat.messages if each.document][-1]
    paper = Document(BytesIO(file.content))
    text = "\n".join(each.text for each in paper.paragraphs)
    cells = "\n".join(cell.text for row in paper.tables[0].rows for cell in row.cells)
    assert "Наставник: Котова Марина, 10 «А»" in text
    assert "Встречаемся ____" in text
    assert "Законный представитель (Петров Илья)" in cells
    await curator.taps("‹ К паре", "Соглашение подписано на бумаге", "Раз в неделю")
    assert "приняли правила на бумаге" in curator.sees
    await curator.taps("‹ К паре")
    assert "наставник: ✅ на бумаге" in curator.sees
    assert "Соглашение подписано на бумаге" not in curator.buttons


async def test_a_pair_at_work_before_has_rules_too(stage, curator):
    mentee, _ = await active_pair(stage)
    await mentee.phone.says("/menu")
    await mentee.phone.taps("Правила пары")
    assert "Наставник: Марина К." in mentee.phone.sees
    assert len(RULES) == 6
    assert set(EDITIONS.values()) == {"pupil-1", "grown-1"}
