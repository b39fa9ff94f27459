"""The curator looks through a draft nobody is told about, and confirms, forbids, pins, makes by hand, undoes."""

from __future__ import annotations

import asyncio
from concurrent.futures.process import BrokenProcessPool

import pytest
from steps_joining import set_up_school
from steps_matching import asked_pair, members, ready, ready_participants, with_phone

from bot.workshop import Workshop
from mentoring.people import Kind, Role
from mentoring.refusal import NotYours, Refusal, TakenMeanwhile
from storage import accounts, people, schools
from storage.wishes import Wish


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage, forms=("pupil_pupil",))


async def speaker_of(stage, someone):
    return await stage.app.database.read(lambda tx: accounts.speaking(tx, someone.user.id))


async def second_curator(stage):
    def unit(tx):
        person = people.add(tx, 1, Kind.STAFF, admitted_by=1)
        people.give_role(tx, person, Role.CURATOR)
        return person

    return await with_phone(stage, await stage.app.database.work(unit))


async def draft(stage, curator):
    speaker = await speaker_of(stage, curator)
    return speaker, await stage.app.parts.matching.overview(speaker, "pupil_pupil")


async def test_a_draft_is_shown_with_numbers_and_nobody_is_told(stage, curator):
    await ready_participants(stage, mentees=3, mentors=1)
    await curator.says("/match")
    assert "Предлагаю 2 пары" in curator.sees
    assert "Без пары: 1" in curator.sees
    assert "Свободных мест у наставников: 2 (наставников: 1)" in curator.sees
    assert not await stage.app.database.read(lambda tx: tx.all("SELECT * FROM notices WHERE kind LIKE 'offer%'"))


async def test_a_card_says_why_in_words_and_one_weakness_without_percentages(stage, curator):
    await ready(stage, "Петров Илья", areas=("physics", "olympiads"), interests=("music",), wished_age="older")
    await ready(stage, "Котова Марина", "mentor", areas=("physics",), interests=("music",), places=1)
    await curator.says("/match")
    await curator.taps("Смотреть пары")
    assert "Пара 1 из 1" in curator.sees
    assert "Наставник: Котова Марина, 10 «А» — свободно 1 место" in curator.sees
    assert "запрос совпадает с тем, с чем помогает наставник: Физика" in curator.sees
    assert "общее свободное время: вт днём, чт днём" in curator.sees
    assert "Слабое место: наставник не помогает с частью запроса: Олимпиады" in curator.sees
    assert "%" not in curator.sees


async def test_cards_are_paged_round_and_a_confirmed_one_leaves_them(stage, curator):
    await ready_participants(stage, mentees=3, mentors=2, phones=False)
    await curator.says("/match")
    await curator.taps("Смотреть пары")
    first = curator.sees
    await curator.taps("›")
    assert "Пара 2 из 3" in curator.sees
    await curator.taps("›", "›")
    assert curator.sees == first
    await curator.taps("‹")
    assert "Пара 3 из 3" in curator.sees
    await curator.taps("Подтвердить")
    assert "Пара 1 из 2" in curator.sees
    assert "Пара подтверждена" in curator.sees


async def test_those_left_without_a_pair_have_a_cause_and_a_remedy(stage, curator):
    await ready(stage, "Сидорова Аня", areas=("biology",), phone=False)
    await ready(stage, "Тихонов Тимур", free=("mon_1",), phone=False)
    await ready(stage, "Котова Марина", "mentor", phone=False)
    await curator.says("/match")
    await curator.taps("Без пары")
    assert "никто не предлагает помощь с этим: Биология" in curator.sees
    assert "нет общего свободного времени" in curator.sees
    assert "общее время с наставником: Котова Марина" in curator.sees


async def test_whoever_is_not_admitted_or_lacks_a_consent_is_in_no_list(stage, curator):
    newcomer = await ready(stage, "Новиков Олег", phone=False)
    without = await ready(stage, "Бесов Пётр", "mentor", phone=False)

    def unit(tx):
        people.change(tx, newcomer.person, admitted_at=None)
        tx.run("UPDATE consents SET withdrawn_at = :now WHERE person_id = :id", now=tx.now, id=without.person)

    await stage.app.database.work(unit)
    await curator.says("/match")
    assert "Новых пар сейчас предложить не могу" in curator.sees
    assert "Без пары: 0" in curator.sees
    assert "Ещё не готовы к подбору: 1" in curator.sees
    speaker = await speaker_of(stage, curator)
    with pytest.raises(Refusal, match="match-not-ready"):
        await stage.app.parts.confirming.confirm(speaker, newcomer.participation, without.participation)


async def test_a_forbidden_pair_is_not_proposed_again_and_the_ban_can_be_lifted(stage, curator):
    await ready_participants(stage, mentees=1, mentors=1, phones=False)
    await curator.says("/match")
    await curator.taps("Смотреть пары", "Не сводить", "Был конфликт")
    assert "Больше не предложу эту пару" in curator.sees
    assert "Без пары: 1" in curator.sees
    await curator.taps("Без пары", "1")
    assert "подходящих наставников с этим человеком решено не сводить: запрет" in curator.sees
    await curator.taps("Снять запрет")
    assert "Предлагаю 1 пару" in curator.sees


async def test_a_pinned_pair_stays_when_the_draft_is_computed_again(stage, curator):
    await ready(stage, "Петров Илья", phone=False, areas=("physics", "olympiads"))
    await ready(stage, "Котова Марина", "mentor", phone=False, areas=("physics", "olympiads"))
    await ready(stage, "Орлов Олег", "mentor", phone=False, areas=("physics",))
    await curator.says("/match")
    await curator.taps("Смотреть пары")
    assert "Котова Марина" in curator.sees
    await curator.taps("Другой наставник", "2", "Закрепить")
    await curator.taps("Ещё", "Пересчитать", "Смотреть пары")
    assert "Орлов Олег" in curator.sees
    assert "пару закрепили вы" in curator.sees
    await curator.taps("Открепить")
    assert "Котова Марина" in curator.sees
    wished = await stage.app.database.read(lambda tx: tx.all("SELECT * FROM wishes"))
    assert wished == []


async def test_a_pair_by_hand_may_go_over_a_soft_rule_and_says_which(stage, curator):
    await ready(stage, "Тихонов Тимур", areas=("biology",), phone=False)
    await ready(stage, "Котова Марина", "mentor", phone=False)
    await curator.says("/match")
    await curator.taps("Без пары", "1", "Другой наставник")
    assert "По правилам не подходит: не помогает с этим: Биология." in curator.sees
    await curator.taps("1", "Свести")
    assert "Пара подтверждена" in curator.sees
    assert await members(stage) == [("offered", 1)]


async def test_a_mentor_who_is_not_ready_is_listed_with_the_rule_and_cannot_be_chosen(stage, curator):
    await ready(stage, "Петров Илья", phone=False)
    await ready(stage, "Новиков Олег", "mentor", applied=False, phone=False)
    await curator.says("/match")
    await curator.taps("Без пары", "1", "Другой наставник")
    assert "наставник ещё не готов: анкета не отправлена" in curator.sees
    assert "1" not in curator.buttons


async def test_confirming_all_is_asked_first(stage, curator):
    await ready_participants(stage, mentees=3, mentors=2)
    await curator.says("/match")
    await curator.taps("Подтвердить все")
    assert "Подтвердить 3 пары?" in curator.sees
    assert await members(stage) == []
    await curator.taps("Да, подтвердить")
    assert "Подтверждено пар: 3" in curator.sees
    assert sorted(await members(stage)) == [("offered", 1), ("offered", 1), ("offered", 2)]
    assert "Ждём ответа на предложение: 3" in curator.sees


async def test_confirming_does_not_reshuffle_the_draft_but_new_people_do(stage, curator):
    await ready_participants(stage, mentees=2, mentors=1, phones=False)
    await curator.says("/match")
    await curator.taps("Смотреть пары", "Подтвердить", "‹ К подбору")
    assert "Данные изменились" not in curator.sees
    await ready(stage, "Новенькая Ева", phone=False)
    await curator.says("/match")
    assert "Данные изменились, черновик пересчитан" in curator.sees
    runs = await stage.app.database.read(lambda tx: tx.value("SELECT count(*) FROM runs"))
    assert runs == 2


async def test_two_curators_confirm_one_pair_at_once_and_it_is_made_once(stage, curator):
    [mentee], _ = await ready_participants(stage, mentees=1, mentors=1, phones=False)
    one, overview = await draft(stage, curator)
    other = await speaker_of(stage, await second_curator(stage))
    confirm = stage.app.parts.confirming.confirm_drafted
    done = await asyncio.gather(
        *(confirm(each, overview.run_id, mentee.participation) for each in (one, other)),
        return_exceptions=True,
    )
    [refused] = [each for each in done if isinstance(each, TakenMeanwhile)]  # whoever came second
    assert [type(each) for each in done if each is not refused] == [int]
    assert refused.reason == "match-confirmed-already"
    assert await members(stage) == [("offered", 1)]


async def test_the_last_place_goes_to_one_of_two(stage, curator):
    mentees, [mentor] = await ready_participants(stage, mentees=2, mentors=1, places=1, phones=False)
    one, _ = await draft(stage, curator)
    other = await speaker_of(stage, await second_curator(stage))
    confirm = stage.app.parts.confirming.confirm
    done = await asyncio.gather(
        *(confirm(s, m.participation, mentor.participation) for s, m in zip((one, other), mentees, strict=True)),
        return_exceptions=True,
    )
    assert [type(each) for each in done] == [int, TakenMeanwhile]
    assert done[1].reason == "match-no-place"
    assert await members(stage) == [("offered", 1)]


async def test_all_is_confirmed_by_two_curators_at_once_and_nothing_is_made_twice(stage, curator):
    await ready_participants(stage, mentees=4, mentors=2, phones=False)
    one, overview = await draft(stage, curator)
    other = await speaker_of(stage, await second_curator(stage))
    done = await asyncio.gather(
        *(stage.app.parts.confirming.confirm_all(each, overview.run_id) for each in (one, other)),
        return_exceptions=True,
    )
    assert done[0] == (4, 0)
    assert done[1].reason == "match-all-other"
    assert len(await members(stage)) == 4


async def test_a_second_tap_on_confirm_is_answered_in_plain_words(stage, curator):
    await ready_participants(stage, mentees=2, mentors=1, phones=False)
    await curator.says("/match")
    await curator.taps("Смотреть пары")
    message, _ = curator.find_button("Подтвердить")
    data = next(b for b in stage_data(message) if b.startswith("mtd1:c"))
    await curator.taps_data(message.id, data)
    await curator.taps_data(message.id, data)
    assert curator.toast == "Эта пара уже подтверждена."
    assert await members(stage) == [("offered", 1)]


def stage_data(message):
    """Callback data of a message's buttons."""
    return [button.data for row in message.keyboard for button in row if button.data]


async def test_a_confirmed_pair_is_undone_and_both_are_told(stage, curator):
    mentee, mentor = await asked_pair(stage, curator)
    await mentee.phone.taps("Посмотреть предложение", "Согласен(на)")
    await curator.says("/match")
    await curator.taps("Подтверждённые", "1")
    assert "Ответ наставляемого: ✅ согласие" in curator.sees
    await curator.taps("Отменить пару")
    assert "Отменить эту пару?" in curator.sees
    await curator.taps("Да, отменить")
    assert "Пара отменена" in curator.sees
    assert await members(stage) == [("undone", 1)]
    for each in (mentee, mentor):
        assert "Куратор отменил пару" in each.phone.sees
    await curator.says("/match")
    assert "Предлагаю 1 пару" in curator.sees, "the place is free again"


async def test_teachers_and_pupils_are_matched_apart(stage):
    curator = await set_up_school(stage)
    await ready(stage, "Орлова Елена Викторовна", "mentor", kind="teacher", areas=("documents",), phone=False)
    await ready(stage, "Белова Анна Ильинична", kind="teacher", areas=("documents",), phone=False)
    await ready(stage, "Петров Илья", phone=False)
    await curator.says("/match")
    assert "Для какой формы" in curator.sees
    await curator.taps("учитель – учитель")
    assert "Предлагаю 1 пару" in curator.sees
    await curator.taps("Смотреть пары")
    assert "Орлова Елена, учитель физики" in curator.sees
    await curator.taps("Подтвердить")
    await curator.says("/match")
    await curator.taps("ученик – ученик")
    assert "Без пары: 1" in curator.sees
    await ready(stage, "Белова Вера Ильинична", kind="teacher", areas=("documents",), phone=False)
    await curator.says("/match")
    await curator.taps("ученик – ученик")
    assert "Данные изменились" not in curator.sees, "teachers are no business of this draft"


async def test_matching_is_for_curators_only(stage, curator):
    mentee, mentor = await asked_pair(stage, curator)
    await mentee.phone.says("/match")
    assert "Подбор пар" not in mentee.phone.sees
    message = mentee.phone.screen.id
    for data in ("mtf1:pupil_pupil:1", "mtp1:1:0", "mta1:1:1", "mtk1:0", "mtm1:y:1", "mth1:y:1:2", "ord1:g:0"):
        await mentee.phone.taps_data(message, data)
        assert "Котова Марина" not in mentee.phone.sees
    assert await members(stage) == [("offered", 1)]
    speaker = await speaker_of(stage, mentee.phone)
    parts = stage.app.parts
    for deed in (
        parts.matching.overview(speaker, "pupil_pupil"),
        parts.confirming.confirm(speaker, mentee.participation, mentor.participation),
        parts.confirming.undo(speaker, 1),
        parts.wishing.wish(speaker, Wish.BAN, mentee.participation, mentor.participation, take_back=False),
        parts.orders.draw_up(speaker),
    ):
        with pytest.raises(NotYours):
            await deed


async def test_a_worker_that_dies_is_told_in_a_sentence_and_the_bot_goes_on(stage, curator, monkeypatch):
    await ready_participants(stage, mentees=1, mentors=1, phones=False)

    async def dies(*_):
        raise BrokenProcessPool

    with monkeypatch.context() as broken:
        broken.setattr(Workshop, "__call__", dies)
        await curator.says("/match")
        assert "Не получилось, это наша ошибка" in curator.sees
    await curator.says("/match")
    assert "Предлагаю 1 пару" in curator.sees
    with monkeypatch.context() as broken:
        broken.setattr(Workshop, "__call__", dies)
        await curator.taps("Смотреть пары")
        assert "Пара 1 из 1" in curator.sees, "all but the runner-up"
    await curator.taps("Подтвердить")
    assert "Пара подтверждена" in curator.sees


async def test_a_second_school_is_not_touched(stage, curator):
    mentee, mentor = await asked_pair(stage, curator)

    def unit(tx):
        school = schools.add(tx, schools.settings(tx, 1))
        programme = tx.insert("programmes", school_id=school, starts_on="2027-01-11", ends_on="2027-06-30")
        tx.run(
            "INSERT INTO programme_forms (programme_id, form, most_mentees) VALUES (:p, 'pupil_pupil', 3)", p=programme
        )
        person = people.add(tx, school, Kind.STAFF)
        people.give_role(tx, person, Role.CURATOR)
        return person

    stranger = await speaker_of(stage, await with_phone(stage, await stage.app.database.work(unit)))
    parts = stage.app.parts
    seen = await parts.matching.overview(stranger, "pupil_pupil")
    assert (seen.pairs, seen.unpaired, seen.free_mentors) == (0, 0, 0)
    for deed in (
        parts.matching.card(stranger, 1, 0),
        parts.confirming.one_confirmed(stranger, 1),
        parts.confirming.undo(stranger, 1),
        parts.confirming.confirm(stranger, mentee.participation, mentor.participation),
        parts.matching.choices(stranger, mentee.participation, 0),
    ):
        with pytest.raises(NotYours):
            await deed
    assert await members(stage) == [("offered", 1)]
