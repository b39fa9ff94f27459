"""A parent's window: the mentor, the meetings, the plan, the consents; nothing that is not for a parent."""

from __future__ import annotations

import pytest
from steps_matching import active_pair, guardian_of
from steps_school import set_up_school

from handlers.child_taps import ChildTap, HearTap
from mentoring.partings import Ground
from services import ending
from storage import guardianships, matches

NOTE = "записка-филин"


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage)


async def confirmed(stage, child, parent):
    """The school knows the parent."""

    def unit(tx):
        guardian = guardianships.of_child(tx, child.person)[-1].guardian.id
        guardianships.confirm(tx, guardian, child.person, by=guardian)
        return guardian

    parent.person_id = await stage.app.database.work(unit)
    return parent


def meeting(tx, number, state, days, **more):
    from datetime import timedelta

    return tx.insert(
        "meetings", match_id=1, number=number, kind="regular", starts_at=tx.now + timedelta(days=days), state=state,
        made_at=tx.now, **more,
    )  # fmt: skip


async def family(stage, *, known=True):
    """A pair at work with meetings, and the mentee's parent at home."""
    child, mentor = await active_pair(stage)
    parent = await guardian_of(stage, child)
    if known:
        await confirmed(stage, child, parent)

    def unit(tx):
        meeting(tx, 1, "held", -8, note=NOTE, result="stuck")
        meeting(tx, 2, "missed", -1, note=NOTE)
        meeting(tx, 3, "planned", 2, place="каб. 21")

    await stage.app.database.work(unit)
    await parent.says("/menu")
    return child, mentor, parent


async def test_a_parent_sees_who_when_where_and_never_a_note(stage, curator):
    child, _, parent = await family(stage)
    await parent.taps("Ребёнок: ")
    for words in ("Марина К.", "каб. 21", "Состоялась 1 встреча", "(не состоялась)", "Согласия", "Кому звонить"):
        assert words in parent.sees
    assert NOTE not in parent.sees
    assert "застряли" not in parent.sees
    await parent.taps("Согласия: подробно")
    assert "Отозвать согласие" in parent.buttons


async def test_until_the_school_knows_the_parent_nothing_of_meetings_is_shown(stage, curator):
    child, _, parent = await family(stage, known=False)
    await parent.taps("Ребёнок: ")
    assert "ещё не подтвердила" in parent.sees
    assert "каб. 21" not in parent.sees
    await parent.taps_data(parent.screen.id, HearTap(child=child.person, meetings=True).pack())
    assert "Сообщать о встречах" not in parent.buttons
    await confirmed(stage, child, parent)
    await parent.taps_data(parent.screen.id, ChildTap(child=child.person).pack())
    assert "каб. 21" in parent.sees


async def test_at_eighteen_the_window_closes(stage, curator):
    child, _, parent = await family(stage)
    await parent.taps("Ребёнок: ")
    await stage.app.database.work(
        lambda tx: tx.run("UPDATE persons SET birth_date = '2009-01-01' WHERE id = :id", id=child.person)
    )
    await parent.taps_data(parent.screen.id, ChildTap(child=child.person).pack())
    assert "уже есть 18" in parent.sees
    assert "каб. 21" not in parent.sees
    await parent.says("/menu")
    assert not [each for each in parent.buttons if each.startswith("Ребёнок")]


async def test_a_parent_taken_off_and_a_stranger_learn_nothing(stage, curator):
    child, _, parent = await family(stage)
    other = await guardian_of(stage, child, "Петров Олег Львович")
    await confirmed(stage, child, other)
    stranger = await (await stage.someone()).starts()
    await stage.app.database.work(lambda tx: guardianships.bar(tx, parent.person_id, child.person, other.person_id))
    for someone in (parent, stranger):
        await someone.says("/menu")
        await someone.taps_data(someone.screen.id, ChildTap(child=child.person).pack())
        assert "каб. 21" not in someone.sees
        assert "Марина К." not in someone.sees
    await other.taps_data(other.screen.id, ChildTap(child=child.person).pack())
    assert "каб. 21" in other.sees


async def test_a_parent_of_two_goes_from_one_to_the_other_and_the_last_stands_first(stage, curator):
    child, _, parent = await family(stage)
    second, _ = await active_pair(stage, "Петрова Аня", "Белов Олег")

    def unit(tx):
        tx.run(
            "INSERT INTO guardianships (guardian_id, child_id, since) VALUES (:g, :c, :now)",
            g=parent.person_id, c=second.person, now=tx.now,
        )  # fmt: skip
        guardianships.confirm(tx, parent.person_id, second.person, parent.person_id)

    await stage.app.database.work(unit)
    await parent.says("/menu")
    await parent.taps("Ребёнок: Илья", "Показать: Аня")
    assert "Вы смотрите: Аня" in parent.sees
    assert "Олег Б." in parent.sees
    assert "Марина К." not in parent.sees
    await parent.says("/menu")
    assert next(each for each in parent.buttons if each.startswith("Ребёнок")).startswith("Ребёнок: Аня")


async def test_parents_hear_of_the_end_in_one_sentence_without_a_reason(stage, curator):
    child, _, parent = await family(stage)

    def unit(tx):
        ending.close(tx, matches.get(tx, 1), Ground.NOT_WORKED, tx.now.date(), None)

    await stage.app.database.work(unit)
    await stage.settled()
    assert "завершена" in parent.sees
    assert "не сложилось" not in parent.sees


async def test_meetings_are_told_only_to_a_parent_who_asked(stage, curator):
    child, mentor, parent = await family(stage)
    silent = await guardian_of(stage, child, "Петров Олег Львович")
    await confirmed(stage, child, silent)
    await parent.taps("Ребёнок: ", "Сообщать о встречах")
    assert "Не сообщать о встречах" in parent.buttons
    await mentor.phone.says("/menu")
    await mentor.phone.taps(next(each for each in mentor.phone.buttons if "Илья" in each), "Отменить")
    sure = next((each for each in mentor.phone.buttons if each.startswith(("Да", "Отменить"))), "")
    if sure:
        await mentor.phone.taps(sure)
    assert "Встреча отменена" in parent.sees
    assert "Встреча отменена" not in silent.sees
