"""Guardians: made sure of once, two of them, one who may not decide."""

from __future__ import annotations

from steps_joining import curator_admits_all, guardian_token, parent_agrees, pupil_joins, set_up_school

from mentoring.settings import GuardianRule
from storage import standing


async def lacks(stage):
    def query(tx):
        (found,) = standing.of_person(tx, tx.value("SELECT id FROM persons WHERE kind = 'pupil'"))
        return [str(lack) for lack in found.lacks]

    return await stage.app.database.read(query)


def heard(someone):
    return " ".join(message.text or "" for message in someone.user.chat.visible)


async def second_parent(stage, pupil, *, agrees):
    token = await stage.app.database.read(lambda tx: tx.value("SELECT token FROM links WHERE purpose = 'guardian'"))
    parent = await stage.someone("Петров Олег")
    await parent.starts(token)
    return await parent.taps("Согласен(на)" if agrees else "Не согласен(на)")


async def test_until_the_curator_says_that_it_is_the_parent_a_tap_does_not_complete_the_set(stage):
    curator = await set_up_school(stage)
    pupil = await pupil_joins(stage)
    await parent_agrees(pupil)
    assert "guardian_unconfirmed" in await lacks(stage)
    await curator.starts()
    await curator.taps("Все разделы", "Новые участники", "Петров Илья")
    assert "подтверждения, что это родитель" in curator.sees
    await curator.taps("Это действительно родитель: Петрова Ольга", "Принять")
    assert not {"guardian_unconfirmed", "not_admitted"} & {*await lacks(stage)}
    await stage.waits(minutes=20)
    assert "Школа подтвердила вашего родителя" in heard(pupil)


async def test_parents_who_answer_after_admission_wait_in_a_list_and_the_curator_hears_of_them(stage):
    curator = await set_up_school(stage)
    pupil = await pupil_joins(stage)
    await curator_admits_all(curator)
    await parent_agrees(pupil)
    await stage.waits(minutes=20)
    assert "1 родитель ответил по ссылке" in curator.sees
    await curator.taps("Проверить", "Петров Илья — Петрова Ольга", "Это действительно родитель: Петрова Ольга")
    assert "родитель, проверено" in curator.sees
    assert "guardian_unconfirmed" not in await lacks(stage)
    await curator.taps("Кого ещё проверить")
    assert "Проверять некого" in curator.sees


async def test_a_paper_brings_the_confirmation_with_it(stage):
    curator = await set_up_school(stage, GuardianRule.PAPER)
    pupil = await pupil_joins(stage)
    await parent_agrees(pupil)
    assert "no_paper" in await lacks(stage)
    await curator.starts()
    await curator.taps("Все разделы", "Согласия", "Участие в программе", "Нет бумаги: 1")
    await curator.taps("☐ вернулась", "Записать отмеченные: 1", "Оставить")
    await curator.says("кабинет 12")
    assert "Отмечено 1 согласие" in curator.sees
    assert not {"no_paper", "guardian_unconfirmed"} & {*await lacks(stage)}


async def test_a_second_parents_refusal_stands_against_the_first_until_they_settle_it(stage):
    curator = await set_up_school(stage)
    pupil = await pupil_joins(stage)
    await parent_agrees(pupil)
    other = await second_parent(stage, pupil, agrees=False)
    assert (await lacks(stage))[0] == "declined"
    await stage.waits(minutes=20)
    assert "один родитель согласился, другой — нет" in heard(curator)
    await other.starts()
    await other.taps("Ответить: Илья П.", "Согласен(на)")
    assert "declined" not in await lacks(stage)


async def test_whoever_may_not_decide_does_not_count_and_another_parent_does(stage):
    curator = await set_up_school(stage)
    pupil = await pupil_joins(stage)
    token = await guardian_token(pupil)
    first = await parent_agrees(pupil, agrees=False)
    await curator.starts()
    child = await stage.app.database.read(lambda tx: tx.value("SELECT id FROM persons WHERE kind = 'pupil'"))
    await curator.taps_data(curator.screen.id, f"fam1:p:{child}:0")
    await curator.taps("Не вправе решать", "Да, не вправе")
    assert "не вправе решать, ответы не действуют" in curator.sees
    assert (await lacks(stage))[0] == "no_guardian"
    await first.taps_data(first.screen.id, f"con1:{child}:y:1")
    assert "Сейчас школа не может принять ваш ответ" in first.toast + first.sees
    await first.starts(token)
    assert "Сейчас школа не может принять ваш ответ" in first.toast + first.sees
    assert (await lacks(stage))[0] == "no_guardian"
    await second_parent(stage, pupil, agrees=True)
    assert "no_guardian" not in await lacks(stage)


async def test_only_a_curator_says_who_a_parent_is(stage):
    await set_up_school(stage)
    pupil = await pupil_joins(stage)
    parent = await parent_agrees(pupil)
    guardian, child = await stage.app.database.read(
        lambda tx: tuple(tx.one("SELECT guardian_id, child_id FROM guardianships"))
    )
    for step in "yaN":
        await parent.taps_data(parent.screen.id, f"fam1:{step}:{child}:{guardian}")
    known = await stage.app.database.read(lambda tx: tuple(tx.one("SELECT confirmed_at, barred_at FROM guardianships")))
    assert known == (None, None)
