"""Consents: before anything else, each with its edition; a child's phone can never agree for the parent."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from steps_joining import (
    guardian_token,
    join_link,
    outsider_joins,
    parent_agrees,
    pupil_joins,
    set_up_school,
    teacher_joins,
)

import locales
from locales import consents as texts
from mentoring.consents import Capacity
from mentoring.settings import GuardianRule
from storage import consents


async def rows(stage, table: str):
    return await stage.app.database.read(lambda tx: [dict(row) for row in tx.all(f"SELECT * FROM {table}")])


async def pupil_lacks(stage) -> list[str]:
    from storage import standing

    def query(tx):
        (found,) = standing.of_person(tx, tx.value("SELECT id FROM persons WHERE kind = 'pupil'"))
        return [str(lack) for lack in found.lacks]

    return await stage.app.database.read(query)


async def test_the_consent_comes_before_the_name_and_says_all_it_must(stage):
    await set_up_school(stage)
    pupil = await stage.someone()
    await pupil.starts(await join_link(stage, "pupil"))
    await pupil.taps("Мне нужен наставник")
    await pupil.says("12.05.2013")
    for part in ("Школа № 5", "Зачем", "Кто видит", "до 30.06.2027", "/privacy", "версия 1"):
        assert part in pupil.sees, part
    await pupil.taps("Прочитать полностью")
    assert "МБОУ «Школа № 5»" in pupil.sees
    await pupil.taps("‹ Коротко", "Согласен(на)")
    assert "фамилия" in pupil.sees


async def test_the_answer_keeps_version_and_hash_of_the_text(stage):
    await set_up_school(stage)
    await teacher_joins(stage)
    (kept,) = await rows(stage, "consents")
    released = Path(locales.__file__).parent / "ru" / "consents" / "participation-self-1.txt"
    assert kept["text_version"] == "1"
    assert kept["text_hash"] == sha256(released.read_bytes()).hexdigest()
    assert kept["until"] == "2027-06-30"


def test_every_released_text_is_as_it_was_and_has_a_reading_aid():
    for capacity in Capacity:
        edition = texts.editions()[capacity]
        for language in ("ru", "en"):
            text = texts.text(capacity, edition.version, language, operator="Школа & <лицей>", until="30.06.2027")
            assert "Школа & <лицей>" in text
            assert "30.06.2027" in text
            assert "{" not in text
            assert len(text) < 3800, "it must fit a message"


async def test_declining_leaves_nothing(stage):
    await set_up_school(stage)
    pupil = await pupil_joins(stage, agrees=False)
    assert "ничего о вас не сохранил" in pupil.sees
    assert "Что можно" in pupil.sees
    for table in ("participations", "consents", "drafts"):
        assert await rows(stage, table) == []
    assert [row["kind"] for row in await rows(stage, "persons")] == ["staff"]
    await pupil.starts()
    assert "нужна ссылка" in pupil.sees


async def test_whoever_never_answers_leaves_nothing_after_three_days(stage):
    await set_up_school(stage)
    silent = await stage.someone()
    await silent.starts(await join_link(stage, "partner"))
    agreed = await outsider_joins(stage)
    await stage.waits(days=4)
    assert len(await rows(stage, "participations")) == 1
    assert [row["kind"] for row in await rows(stage, "persons")] == ["staff", "partner"]
    await agreed.starts()
    assert "в списке новых" in agreed.sees


async def test_a_childs_own_account_can_never_consent_by_tap(stage):
    await set_up_school(stage)
    pupil = await pupil_joins(stage)
    await pupil.starts(await guardian_token(pupil))
    assert "Этот телефон — ученика" in pupil.sees
    friend = await pupil_joins(stage, name="Другов Пётр")
    await friend.starts(await guardian_token(pupil))
    assert "Этот телефон — ученика" in friend.sees
    assert {row["capacity"] for row in await rows(stage, "consents")} == {"assent"}
    assert await rows(stage, "guardianships") == []


async def test_a_forged_tap_on_another_persons_consent_changes_nothing(stage):
    await set_up_school(stage)
    pupil = await pupil_joins(stage)
    stranger = await teacher_joins(stage)
    before = await rows(stage, "consents")
    child = next(row["id"] for row in await rows(stage, "persons") if row["kind"] == "pupil")
    for step in "sfyn":
        await stranger.taps_data(stranger.screen.id, f"con1:{child}:{step}:1")
        assert "не ваше" in stranger.toast
    await pupil.taps_data(pupil.screen.id, f"con1:{child}:y:1")
    assert await rows(stage, "consents") == before


async def test_a_tap_on_an_older_edition_shows_the_new_one_and_stores_nothing(stage):
    await set_up_school(stage)
    newcomer = await stage.someone()
    await newcomer.starts(await join_link(stage, "partner"))
    person = (await rows(stage, "persons"))[-1]["id"]
    await newcomer.taps_data(newcomer.screen.id, f"con1:{person}:y:0")
    assert "Текст обновился" in newcomer.toast
    assert await rows(stage, "consents") == []


async def test_a_parent_declines_the_child_hears_it_and_the_parent_may_change_their_mind(stage):
    await set_up_school(stage)
    pupil = await pupil_joins(stage)
    parent = await parent_agrees(pupil, agrees=False)
    assert "в программе не участвует" in parent.sees
    assert "Родитель не согласился" in pupil.sees
    assert (await pupil_lacks(stage))[0] == "declined"
    await parent.starts()
    await parent.taps("Ответить: Илья П.", "Согласен(на)")
    await parent.says("Петрова", "Ольга")
    await parent.taps("Пропустить")
    assert "согласие получено" in parent.sees
    assert "declined" not in await pupil_lacks(stage)


async def test_a_parent_of_two_answers_for_each_apart(stage):
    await set_up_school(stage)
    parent = await parent_agrees(await pupil_joins(stage))
    second = await pupil_joins(stage, name="Петрова Аня", class_="5А")
    await parent_agrees(second, parent=parent)
    assert "Илья П.: согласие получено" in parent.sees
    assert "Аня П.: согласие получено" in parent.sees
    assert [row["kind"] for row in await rows(stage, "persons")].count("guardian") == 1


async def test_a_teacher_who_is_a_parent_switches_between_the_two(stage):
    await set_up_school(stage)
    teacher = await teacher_joins(stage)
    await parent_agrees(await pupil_joins(stage), parent=teacher)
    await teacher.says("Петрова", "Мария")
    await teacher.taps("Пропустить", "Вы сейчас: родитель")
    await teacher.taps("педагог · Мария")
    assert "Вы участвуете как наставник" in teacher.sees
    assert any(button.startswith("Вы сейчас: педагог") for button in teacher.buttons)


async def test_where_a_paper_is_wanted_the_tap_alone_is_not_enough(stage):
    curator = await set_up_school(stage, GuardianRule.PAPER)
    pupil = await pupil_joins(stage)
    parent = await parent_agrees(pupil)
    assert "осталась ваша подпись на бумаге" in parent.sees
    assert "no_paper" in await pupil_lacks(stage)
    await curator.taps("Все разделы", "Согласия", "Согласия на бумаге", "7 «Б»", "Бланки")
    assert curator.screen.document.content.startswith(b"PK")
    await curator.taps("Петров Илья", "Бумага вернулась")
    await curator.taps("Оставить")
    await curator.says("кабинет 12, папка <А>")
    assert "Отмечено 1 согласие" in curator.sees
    assert await pupil_lacks(stage) == ["not_admitted", "no_application", "no_form", "no_entry"]
    assert "Бумажное согласие получено" in pupil.sees
    (paper,) = (row for row in await rows(stage, "consents") if row["way"] == "paper")
    assert (paper["original"], paper["capacity"]) == ("кабинет 12, папка <А>", "guardian")


async def test_the_papers_of_a_class_are_noted_at_once_even_without_a_tap(stage):
    curator = await set_up_school(stage, GuardianRule.PAPER)
    first = await pupil_joins(stage)
    await pupil_joins(stage, name="Котова Анна")
    await pupil_joins(stage, name="Иная Вера", class_="8")
    await first.taps("Родитель подпишет на бумаге")
    await stage.waits(minutes=20)
    assert "бланк нужен 1 ученику" in curator.sees
    await curator.taps("Согласия на бумаге", "7 «Б»: 2", "Вернулись все", "Оставить")
    await curator.says("сейф")
    assert "Отмечено 2 согласия" in curator.sees
    assert "не хватает: 1" in curator.sees


async def test_on_the_eighteenth_birthday_an_own_consent_is_asked_for(stage):
    await set_up_school(stage)
    pupil = await pupil_joins(stage, birth="20.01.2009", class_="11")
    await parent_agrees(pupil)
    await stage.waits(days=10)
    assert "Вам исполнилось 18" in pupil.sees
    assert "no_consent" not in await pupil_lacks(stage), "the work goes on while the answer is awaited"
    await stage.waits(days=31)
    assert "no_consent" in await pupil_lacks(stage)
    await pupil.taps("Прочитать и ответить", "Согласен(на)")
    assert "no_consent" not in await pupil_lacks(stage)
    kept = await stage.app.database.read(
        lambda tx: consents.every(tx, tx.value("SELECT id FROM persons WHERE kind = 'pupil'"))
    )
    assert [record.capacity for record in kept] == [Capacity.ASSENT, Capacity.GUARDIAN, Capacity.SELF]
