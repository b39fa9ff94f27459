"""A draft the curator has worked on is kept to: what changes is told with its cause, everybody sees who decided what."""

from __future__ import annotations

from datetime import timedelta

import pytest
from stage import FIRST_DAY, Stage, running
from steps_joining import set_up_school
from steps_matching import members, ready, ready_participants
from test_match_rules import data_of, second_curator

from bot.clock import MovableClock
from storage import run_changes, runs

MARK = "Тайная причина 17"


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage, forms=("pupil_pupil",))


async def leaves(stage, someone):
    await stage.app.database.work(
        lambda tx: tx.run(
            "UPDATE participations SET left_at = :now WHERE id = :id", now=tx.now, id=someone.participation
        )
    )


async def test_whoever_joins_or_leaves_changes_as_little_as_can_be_and_it_is_told_why(stage, curator):
    await ready(stage, "Петров Илья", phone=False)
    first = await ready(stage, "Котова Марина", "mentor", places=1, phone=False)
    await curator.says("/match")
    await curator.taps("Смотреть пары")
    await ready(stage, "Орлова Вера", "mentor", phone=False, areas=("physics", "olympiads"), interests=("music",))
    await ready(stage, "Новенькая Ева", phone=False, interests=("music",))
    await curator.says("/match")
    assert "Прежние пары сохранены, где можно. Изменилось: 1" in curator.sees
    await curator.taps("Что изменилось")
    assert "Новенькая Ева\nбез пары → Орлова Вера\nновый человек в подборе." in curator.sees
    await leaves(stage, first)
    await curator.says("/match")
    await curator.taps("Что изменилось")
    assert "Петров Илья\nКотова Марина → Орлова Вера\nпрежний наставник больше не участвует." in curator.sees
    await curator.taps("‹ К подбору", "Ещё", "Пересчитать без оглядки")
    assert "Изменилось" not in curator.sees


async def test_a_draft_nobody_has_worked_on_is_simply_computed_again(stage, curator):
    await ready_participants(stage, mentees=1, mentors=1, phones=False)
    await curator.says("/match")
    await ready(stage, "Новенькая Ева", phone=False)
    await curator.says("/match")
    assert "Изменилось" not in curator.sees
    kept = await stage.app.database.read(lambda tx: tx.all("SELECT kept_from FROM runs"))
    assert [row["kept_from"] for row in kept] == [None, None]


async def test_what_another_curator_has_decided_is_told_by_name_and_not_undone(stage, curator):
    await ready_participants(stage, mentees=1, mentors=2, phones=False)
    other = await second_curator(stage)
    for each in (curator, other):
        await each.says("/match")
        await each.taps("Смотреть пары")
    confirm = data_of(other, "Подтвердить")
    await curator.taps("Не сводить", "Был конфликт")
    await other.taps_data(*confirm)
    assert "Эту пару уже решили не сводить. Кто: Кураторова Вера" in other.sees
    assert await members(stage) == []
    await other.taps("Смотреть пары", "Подтвердить")
    assert await members(stage) == [("offered", 1)]
    await curator.taps("Подтвердить")
    assert curator.toast == "Эта пара уже подтверждена: Вторая Анна."
    assert "Ждём ответа на предложение: 1" in curator.sees, "the fresh draft"


async def test_all_is_not_confirmed_out_of_an_old_draft(stage, curator):
    await ready_participants(stage, mentees=2, mentors=1, phones=False)
    other = await second_curator(stage)
    await curator.says("/match")
    await curator.taps("Подтвердить все")
    await other.says("/match")
    await other.taps("Смотреть пары", "Не сводить", "Просьба семьи")
    await curator.taps("Да, подтвердить")
    assert "Черновик уже пересчитан. Кто: Вторая Анна" in curator.sees
    assert await members(stage) == []


async def test_a_ban_keeps_author_and_reason_for_curators_alone(stage, curator):
    [pupil], [mentor] = await ready_participants(stage, mentees=1, mentors=1)
    await curator.says("/match")
    await curator.taps("Смотреть пары", "Не сводить", "Другое")
    await curator.says(MARK)
    assert "Причина записана" in curator.sees
    other = await second_curator(stage)
    await other.says("/match")
    await other.taps("Ещё", "Запреты и закрепления", "1")
    assert f"Почему: Другое\n«{MARK}»\nКто и когда: Кураторова Вера" in other.sees
    for each in (pupil.phone, mentor.phone):
        await each.says("/start", "/privacy")
        await each.taps("Получить все данные файлом")
        assert all(MARK not in (message.text or "") for message in each.user.chat.messages)
        files = [m.document.content for m in each.user.chat.messages if m.document]
        assert files
        assert all(MARK.encode() not in file for file in files)
    await other.taps("Снять запрет", "Снять запрет")
    await other.says("/match")
    assert "Предлагаю 1 пару" in other.sees
    deeds = await stage.app.database.read(lambda tx: [each.deed for each in run_changes.of_run(tx, 1)])
    assert deeds == ["looked", "banned"]


async def test_a_pin_may_be_given_a_reason_afterwards(stage, curator):
    await ready_participants(stage, mentees=1, mentors=1, phones=False)
    await curator.says("/match")
    await curator.taps("Смотреть пары", "Закрепить", "‹ К подбору", "Ещё", "Запреты и закрепления")
    assert "📌 НаставниковА Марина — УчениковА Илья\nПричина не названа" in curator.sees
    await curator.taps("1", "Записать причину")
    await curator.says("Уже занимались вместе")
    assert "«Уже занимались вместе»" in curator.sees


async def test_a_draft_tells_where_it_came_from_and_comes_out_the_same_again(stage, curator):
    await ready_participants(stage, mentees=3, mentors=2, phones=False)
    await curator.says("/match")
    await curator.taps("Ещё", "О черновике")
    assert "Черновик № 1, отпечаток данных:" in curator.sees
    await stage.waits(days=3)
    await curator.taps("Проверить")
    assert "получились те же пары" in curator.sees
    await curator.taps("‹ К подбору", "Смотреть пары", "Подтвердить", "‹ К подбору", "Ещё", "О черновике", "Проверить")
    assert "оставшиеся пары те же" in curator.sees
    assert "✅ подтверждено, Наставников" in curator.sees
    await ready(stage, "Новенькая Ева", phone=False)
    await curator.taps("Проверить")
    assert "Данные с тех пор изменились, поэтому сравнить нельзя" in curator.sees


async def test_the_same_data_give_the_same_pairs_and_fingerprint_after_a_restart(tmp_path):
    stage = Stage(MovableClock(FIRST_DAY))

    async def last_run():
        return await stage.app.database.read(lambda tx: runs.last(tx, 1, "pupil_pupil"))

    async with stage.telegram.serving() as url:
        async with running(stage, tmp_path, url):
            curator = await set_up_school(stage, forms=("pupil_pupil",))
            await ready_participants(stage, mentees=5, mentors=3, places=2, phones=False)
            await curator.says("/match")
            first = await last_run()
        stage.clock.move_to(FIRST_DAY + timedelta(days=2))
        async with running(stage, tmp_path, url):
            await curator.says("/match")
            assert (await last_run()).id == first.id, "nothing is computed anew"
            await curator.taps("Ещё", "Пересчитать")
            again = await last_run()
            assert again.id > first.id
            assert again.draft.digest == first.draft.digest
            assert [(each.mentee, each.mentor) for each in again.draft.pairs] == [
                (each.mentee, each.mentor) for each in first.draft.pairs
            ]
            assert len(first.draft.pairs) == 5
            await curator.taps("Ещё", "О черновике", "Проверить")
            assert "получились те же пары" in curator.sees
            assert f"отпечаток данных: {first.draft.digest[:12]}" in curator.sees
