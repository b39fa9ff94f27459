"""A parent's window: the mentor, the meetings, the plan, the consents; nothing that is not for a parent."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from crawler import Crawler
from looking import said
from steps_matching import active_pair, guardian_of, ready
from steps_meetings import match
from steps_school import set_up_school

from handlers.child_taps import ChildPairTap, ChildPlanTap, ChildTap, HearTap
from handlers.plan_taps import PlansTap
from mentoring.partings import Ground
from mentoring.people import Role
from services import ending, freezing, guardian_notices
from storage import drafts, guardianships, matches, people, schools

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
    return tx.insert(
        "meetings", match_id=1, number=number, kind="regular", starts_at=tx.now + timedelta(days=days), state=state,
        made_at=tx.now, **more,
    )  # fmt: skip


async def family(stage, *, known=True):
    """A pair at work with meetings, and the mentee's parent at home."""
    child, mentor = await active_pair(stage)
    parent = await guardian_of(stage, child, known=known)
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
    _, _, parent = await family(stage)
    await parent.taps("Ребёнок: ")
    for words in ("Марина К.", "каб. 21", "Встреч состоялось: 1", "(не состоялась)", "Согласия", "Кому звонить"):
        assert words in parent.sees
    assert NOTE not in parent.sees
    assert "застряли" not in parent.sees
    await parent.taps("Согласия: подробно")
    assert "Отозвать согласие" in parent.buttons


async def test_until_the_school_knows_the_parent_nothing_of_meetings_is_shown(stage, curator):
    child, _, parent = await family(stage, known=False)
    await parent.says("/menu")
    assert "Марина" not in parent.sees, "home names nobody either"
    await parent.taps_data(parent.screen.id, ChildPairTap(member=1).pack())
    assert "Марина" not in parent.sees
    assert "ещё не подтвердила" in parent.sees
    await parent.says("/menu")
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
    _, _, parent = await family(stage)
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
    _, _, parent = await family(stage)

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


async def planned(stage, mentor):
    """The mentor makes the plan of the pair."""
    await mentor.phone.taps_data(mentor.phone.screen.id, PlansTap(match=1).pack())
    await mentor.phone.taps("Составить план", "Составить план", "✅ План готов")


WRITTEN = (
    *("запрос-тюльпан", "анкета-ястреб", "отзыв-енот", "оценка-кабачок", "уход-барсук", "записка-филин"),
    *("трудность-выдра", "слово-сурок", "итог-лемур", "голос-бобр", "тревога-осьминог", "толчок-тукан"),
)
NEVER = ("оценка-кабачок", "уход-барсук", "трудность-выдра", "голос-бобр", "тревога-осьминог", "толчок-тукан")
"""Not even in the file of all data about the child, which the law gives to a parent (ст. 14 152-ФЗ)."""


def lived(tx, child, mentor):
    """All that is written in the life of a pair and is not for a parent, each with a word of its own."""
    asked, form, review, rated, left, note, trouble, word, actual, voice, worry, nudge = WRITTEN
    now, day = tx.now, tx.now.date()
    drafts.send(
        tx, school=1, person=child.person, form="application_mentee_pupil", version="1", about=child.participation,
        answers={"areas": ("physics",), "request": asked},
    )  # fmt: skip
    drafts.send(
        tx, school=1, person=child.person, form="entry_mentee_pupil_pupil", version="1", about=child.participation,
        answers={"expected": form},
    )  # fmt: skip
    for each, name in ((child, "interim_mentee"), (mentor, "interim_mentor")):
        answers = {"valuable": review}
        drafts.send(tx, school=1, person=each.person, form=name, version="1", about=1, answers=answers)
    for side in ("mentor", "mentee"):
        tx.insert("ratings", member_id=1, side=side, period="2027-01", mark=2, words=rated, asked_at=now, marked_at=now)
    tx.insert(
        "partings", member_id=1, asked_by=mentor.person, side="mentor", kind="change", reason="uneasy", words=left,
        asked_at=now, answer_by=day,
    )  # fmt: skip
    held = tx.value("SELECT id FROM meetings WHERE state = 'held'")
    tx.run(
        "UPDATE meetings SET note = :note, summary = :note, topic = :note, task = :note, trouble = :trouble "
        "WHERE state <> 'planned'",
        note=note,
        trouble=trouble,
    )
    tx.insert("voices", meeting_id=held, person_id=mentor.person, file_key=voice, seconds=3, at=now)
    tx.insert("meeting_moves", meeting_id=held, was_at=now, now_at=now, by_id=child.person, reason="ill", at=now)
    tx.run(
        "UPDATE plan_items SET mark = 'not', word = :word, actual = :actual WHERE number = 1", word=word, actual=actual
    )
    concern = tx.insert("concerns", school_id=1, person_id=child.person, at=now, again_at=now, words=worry)
    tx.insert("concern_steps", concern_id=concern, kind="added", by_id=child.person, words=worry, at=now)
    tx.insert("signals", match_id=1, person_id=child.person, kind="change_pair", at=now)
    tx.insert("pair_steps", match_id=1, kind="nudged", words=nudge, at=now, rests_until=now)


@pytest.mark.parametrize("whose", ["mentee", "mentor"])
async def test_a_parent_who_taps_everything_there_is_reads_nothing_that_is_not_for_parents(stage, curator, whose):
    child, mentor, parent = await family(stage)
    await planned(stage, mentor)
    if whose == "mentor":
        parent = await confirmed(stage, mentor, await guardian_of(stage, mentor, "Котова Вера Львовна"))
    await stage.app.database.work(lambda tx: lived(tx, child, mentor))
    await Crawler(parent, most=60, each=2).goes_everywhere()
    calls = [each for each in stage.telegram.calls if str(each.params.get("chat_id")) == str(parent.user.id)]
    assert len(calls) > 20
    texts = "\n".join(json.dumps(each.params, ensure_ascii=False, default=str) for each in calls)
    files = "\n".join(part for each in calls for part in said(each.params))
    assert "План развития" in texts or whose == "mentor"
    for word in WRITTEN:
        assert word not in texts, word
    for word in WRITTEN if whose == "mentor" else NEVER:
        assert word not in files, word
    for words in ("застряли", "Частично", "Не выполнено", "Хочу сменить", "Болезнь", "неспокойно в этой"):
        assert words not in texts, words


async def test_the_plan_of_a_mentee_is_for_their_parents_and_not_for_the_mentors(stage, curator):
    child, mentor, parent = await family(stage)
    await parent.taps("Ребёнок: ")
    assert "Плана развития пока нет" in parent.sees
    await planned(stage, mentor)
    await child.phone.taps("Открыть план", "\u2610 1.1")
    other = await confirmed(stage, mentor, await guardian_of(stage, mentor, "Котова Вера Львовна"))
    await parent.taps_data(parent.screen.id, ChildTap(child=child.person).pack())
    assert "сделано 1 из 8" in parent.sees
    await parent.taps("План целиком")
    assert "Раздел 2. Направления развития" in parent.sees
    assert "✅ Провести самодиагностику" in parent.sees
    await other.says("/menu")
    await other.taps("Ребёнок: ")
    assert "Наставляемый у ребёнка: Илья П." in other.sees
    assert "самодиагностику" not in other.sees
    for data in (ChildPlanTap(member=1, kind="plan"), ChildPlanTap(member=1, kind="nonsense")):
        await other.taps_data(other.screen.id, data.pack())
        assert "самодиагностику" not in other.sees


async def test_whom_to_call_is_set_by_the_curator_and_stands_in_coded_mode_too(stage, curator):
    child, _, parent = await family(stage)
    await parent.taps("Ребёнок: ")
    assert "Телефон школа пока не указала" in parent.sees
    await curator.says("/menu")
    await curator.taps("Все разделы", "Настройки", "🎓 Программа", "Телефон для родителей")
    await curator.says("+7 (495) 123-45-67, по будням")
    assert "+7 (495) 123-45-67" in curator.sees
    await stage.app.database.work(lambda tx: schools.choose(tx, 1, privacy_mode="coded"))
    stage.app.tripwire.every = 0.0
    await parent.taps_data(parent.screen.id, ChildTap(child=child.person).pack())
    assert "+7 (495) 123-45-67, по будням" in parent.sees
    assert "•••" not in parent.sees
    assert "Илья" not in parent.sees
    assert "Марина" not in parent.sees


async def test_a_teacher_who_is_a_parent_too_has_the_window_beside_their_work(stage, curator):
    _, _, parent = await family(stage)
    await stage.app.database.work(lambda tx: people.give_role(tx, parent.person_id, Role.METHODIST))
    await parent.says("/menu")
    await parent.taps("Ребёнок: ")
    assert "каб. 21" in parent.sees


async def test_parents_of_a_group_see_its_meetings_once_and_whether_their_child_was_there(stage, curator):
    mentor = await ready(stage, "Котова Марина", "mentor", places=3)
    children = [await ready(stage, f"{name} Илья") for name in ("Панин", "Ершов", "Серов")]
    parents = [
        await confirmed(stage, each, await guardian_of(stage, each, f"{each.name.split()[0]} Олег Львович"))
        for each in (mentor, children[0])
    ]

    def unit(tx):
        match(tx, mentor.person, *(each.person for each in children))
        held = meeting(tx, 1, "held", -3)
        for each in children:
            came = int(each is not children[0])
            tx.run(
                "INSERT INTO attendance (meeting_id, person_id, came) VALUES (:m, :p, :c)",
                m=held,
                p=each.person,
                c=came,
            )
        meeting(tx, 2, "planned", 2, place="каб. 21")

    await stage.app.database.work(unit)
    for each in parents:
        await each.says("/menu")
        await each.taps("Ребёнок: ")
        assert each.sees.count("каб. 21") == 1
    assert parents[0].sees.count("Наставляемый у ребёнка") == 3
    assert "не отметили" not in parents[0].sees
    assert "ребёнка не отметили" in parents[1].sees
    assert "Ершов" not in parents[1].sees


async def test_parents_hear_that_a_pair_stops_for_now_and_goes_on(stage, curator):
    child, mentor, parent = await family(stage)
    silent = await guardian_of(stage, child, "Петров Олег Львович")
    await stage.app.database.work(lambda tx: freezing.freeze(tx, people.get(tx, mentor.person), [matches.get(tx, 1)]))
    await stage.settled()
    for each in (parent, silent):
        assert "приостановлена, встреч пока не будет" in each.sees
    await parent.taps("Ребёнок: ")
    assert "встречи приостановлены" in parent.sees
    assert "каб. 21" not in parent.sees

    def again(tx):
        matches.turn(tx, matches.get(tx, 1), matches.State.ACTIVE)
        guardian_notices.tell_of_change(tx, "child-pair-again", matches.get(tx, 1), school=1)

    await stage.app.database.work(again)
    await stage.settled()
    for each in (parent, silent):
        assert "снова работает" in each.sees
