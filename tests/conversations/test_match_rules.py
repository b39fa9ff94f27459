"""The curator says what must hold and what is wished, turns one knob, makes groups; two curators never overwrite each other."""

from __future__ import annotations

import pytest
from stage import FIRST_DAY, Stage, running
from steps_joining import set_up_school
from steps_matching import members, ready, ready_participants, with_phone

from bot.clock import MovableClock
from mentoring.people import Kind, Name, Role
from storage import journal, match_rules, people


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage, forms=("pupil_pupil",))


async def second_curator(stage, family="Вторая"):
    def unit(tx):
        person = people.add(tx, 1, Kind.STAFF, name=Name(family, "Анна", "Ильинична"), admitted_by=1)
        people.give_role(tx, person, Role.CURATOR)
        return person

    return await with_phone(stage, await stage.app.database.work(unit))


async def rules_of(stage):
    return await stage.app.database.read(lambda tx: match_rules.of_form(tx, 1, "pupil_pupil"))


def data_of(someone, words):
    """Callback data of the button that begins with these words, and its message."""
    message, whole = someone.find_button(words)
    return message.id, next(b.data for row in message.keyboard for b in row if b.text == whole)


async def test_a_criterion_is_set_in_words_and_a_must_forbids(stage, curator):
    await ready(stage, "Петров Илья", phone=False, interests=("music",))
    await ready(stage, "Котова Марина", "mentor", phone=False, interests=("sport",))
    await curator.says("/match")
    assert "Предлагаю 1 пару" in curator.sees
    await curator.taps("Правила подбора")
    assert "Обязательно: запрос и компетенции, общее свободное время" in curator.sees
    await curator.taps("интересы")
    assert "без общих интересов пары не будет" in curator.sees
    await curator.taps("Обязательно")
    assert "Последнее изменение: Вера" in curator.sees
    await curator.taps("‹ К подбору")
    assert "Черновик пересчитан по правилам" in curator.sees
    assert "Без пары: 1" in curator.sees
    await curator.taps("Правила подбора", "Вернуть обычные", "Да, вернуть", "‹ К подбору")
    assert "Предлагаю 1 пару" in curator.sees
    noted = await stage.app.database.read(lambda tx: journal.lines_about(tx, "programme", 1))
    assert [row["details"] for row in noted if row["deed"] == "changed-match-rules"] == ["pupil_pupil"] * 2


async def test_waiting_longest_forbids_nobody_so_it_has_no_must(stage, curator):
    await curator.says("/match")
    await curator.taps("Правила подбора", "кто ждёт дольше")
    assert "Обязательно" not in "".join(curator.buttons)


async def test_what_one_curator_has_changed_is_not_overwritten_by_another(stage, curator):
    other = await second_curator(stage)
    for each in (curator, other):
        await each.says("/match")
        await each.taps("Правила подбора", "интересы")
    await curator.taps("Важно")
    await other.taps("Не учитывать")
    assert "правила изменил другой куратор (Кураторова Вера" in other.sees
    assert "Важно: взаимный выбор, интересы" in other.sees, "the fresh screen"
    assert "правила изменил другой куратор" in other.toast
    assert (await rules_of(stage)).revision == 1
    await other.taps("⭐ интересы", "Не учитывать")
    assert (await rules_of(stage)).revision == 2


async def test_the_knob_shows_both_numbers_at_every_position_and_computes_at_once(stage, curator):
    await ready_participants(stage, mentees=3, mentors=2, phones=False)
    await curator.says("/match")
    assert "•3/3•" in curator.buttons
    message, last = curator.screen, curator.screen.keyboard[0][4]
    await curator.taps_data(message.id, last.data)
    assert "только крепкие пары" in curator.sees
    assert curator.screen.keyboard[0][4].text == "•3/3•"
    assert (await rules_of(stage)).rules.knob == 4
    other = await second_curator(stage)
    await other.says("/match")
    stale = other.screen.keyboard[0][0].data
    await curator.taps_data(curator.screen.id, curator.screen.keyboard[0][1].data)
    await other.taps_data(other.screen.id, stale)
    assert "Пока вы смотрели, правила изменил другой куратор (Кураторова Вера" in other.sees
    assert (await rules_of(stage)).rules.knob == 1


async def test_a_group_is_confirmed_whole_as_one_match_and_whoever_comes_later_joins_it(stage, curator):
    await ready_participants(stage, mentees=2, mentors=1, places=3, phones=False)
    await curator.says("/match")
    await curator.taps("Правила подбора", "Пары или группы", "2", "‹ К подбору", "Смотреть группы")
    assert "1. УчениковА Илья" in curator.sees
    assert "2. УчениковБ Илья" in curator.sees
    await curator.taps("Подтвердить всю группу")
    assert "Группа подтверждена" in curator.sees
    assert await members(stage) == [("offered", 1), ("offered", 2)]
    await ready(stage, "Поздняя Ева", phone=False)
    await curator.says("/match")
    await curator.taps("Смотреть группы")
    assert "Уже в группе: УчениковА Илья; УчениковБ Илья" in curator.sees
    await curator.taps("Подтвердить всю группу")
    matches = await stage.app.database.read(lambda tx: tx.all("SELECT DISTINCT match_id FROM members"))
    assert len(matches) == 1
    assert len(await members(stage)) == 3


async def test_a_confirmed_group_names_the_others_and_no_role_model_that_is_not_everybodys(stage, curator):
    for name, model in (("Первый Илья", "leader"), ("Второй Олег", "leader"), ("Третий Иван", "equal")):
        await ready(stage, name, phone=False, model=model)
    await ready(stage, "Котова Марина", "mentor", places=3, phone=False)
    await curator.says("/match")
    await curator.taps("Правила подбора", "Пары или группы", "2", "‹ К подбору", "Смотреть группы", "3")
    await curator.taps("Вывести из группы", "Подтвердить всю группу")

    async def models():
        return [row["role_model"] for row in await stage.app.database.read(lambda tx: tx.all("SELECT * FROM matches"))]

    assert await models() == ["leader"]
    await curator.says("/match")
    await curator.taps(
        "Ещё", "Запреты и закрепления", "1", "Снять запрет", "Снять запрет", "‹ К подбору", "Смотреть группы"
    )
    assert "Уже в группе: Первый Илья; Второй Олег" in curator.sees
    await curator.taps("Подтвердить всю группу", "Подтверждённые", "1")
    assert "В той же группе: Второй Олег, 7 «Б»; Третий Иван, 7 «Б»" in curator.sees
    assert await models() == [""]


async def test_one_is_taken_out_of_a_proposed_group_and_not_put_back(stage, curator):
    await ready_participants(stage, mentees=3, mentors=1, places=3, phones=False)
    await curator.says("/match")
    await curator.taps("Правила подбора", "Пары или группы", "2", "‹ К подбору", "Смотреть группы", "1")
    await curator.taps("Вывести из группы")
    assert "Выведено из группы" in curator.sees
    assert "УчениковА" not in curator.sees
    await curator.says("/match")
    await curator.taps("Ещё", "Запреты и закрепления")
    assert "Выведено из группы" in curator.sees


async def test_the_most_of_a_mentor_is_set_here_and_a_group_gets_no_bigger(stage, curator):
    await curator.says("/match")
    await curator.taps("Правила подбора", "Пары или группы", "3", "Сколько у наставника", "2")
    assert "не больше 2 наставляемых" in curator.sees
    assert "группы, не меньше 2" in curator.sees


async def test_rules_outlive_a_restart(tmp_path):
    stage = Stage(MovableClock(FIRST_DAY))
    async with stage.telegram.serving() as url:
        async with running(stage, tmp_path, url):
            curator = await set_up_school(stage, forms=("pupil_pupil",))
            await curator.says("/match")
            await curator.taps("Правила подбора", "интересы")
        async with running(stage, tmp_path, url):
            await curator.taps("Важно")
            assert "Важно: взаимный выбор, интересы" in curator.sees


async def test_rules_groups_and_the_past_are_for_curators_only(stage, curator):
    [pupil], [mentor] = await ready_participants(stage, mentees=1, mentors=1)
    await curator.says("/match")
    for each in (pupil.phone, mentor.phone, await stage.someone()):
        await each.starts()
        before = await rules_of(stage)
        for data in (
            *(
                "mrl1:pupil_pupil:::-1:0",
                "mrl1:pupil_pupil:l:0:3:0",
                "mrl1:pupil_pupil:r:0:1:0",
                "mrl1:pupil_pupil::0:-1:0",
            ),
            *("mrk1:pupil_pupil:4:0", "mtg1:c:1:2", "mtg1:s:1:1", "mtg1:x:1:1", "mtb1:1:1:0", "mtw1:pupil_pupil:0"),
            *("mtv1:s:1:pupil_pupil", "mtv1:y:1:pupil_pupil", "mtx1:a:1:0", "mtx1:c:1:0", "mtx1:v:1:0"),
        ):
            await each.taps_data(each.screen.id, data)
            assert "Правила" not in each.sees
            assert "Наставников" not in each.sees
        assert await rules_of(stage) == before
        assert await members(stage) == []
        assert await stage.app.database.read(lambda tx: tx.all("SELECT * FROM wishes")) == []
