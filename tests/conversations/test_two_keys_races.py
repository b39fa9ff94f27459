"""Two keys turned at once: whatever happens between two taps, one of them counts and the other hears plain words."""

from __future__ import annotations

import asyncio

import pytest
from steps_joining import set_up_school
from steps_matching import asked_pair, guardian_of, members, ready

from mentoring.people import MentoringForm
from mentoring.refusal import Refusal, TakenMeanwhile
from services.filling import Sent
from services.offers import lapse
from storage import accounts, matches, notices, offers


@pytest.fixture
async def curator(stage):
    return await set_up_school(stage, forms=("pupil_pupil",))


async def speaker(stage, someone):
    return await stage.app.database.work(
        lambda tx: accounts.as_account(tx, accounts.meet(tx, someone.user.id, "ru").account_id)
    )


async def outcome(deed):
    try:
        return await deed
    except Refusal as refused:
        return refused.reason


async def test_yes_from_two_phones_counts_once(stage, curator):
    mentee, _ = await asked_pair(stage, curator)
    me = await speaker(stage, mentee.phone)
    said = await asyncio.gather(*(outcome(stage.app.parts.offers.accept(me, 1)) for _ in range(5)))
    assert sorted(map(str, said)) == ["False", *["offer-already-accepted"] * 4]


async def test_both_say_yes_while_the_curator_takes_the_pair_back(stage, curator):
    mentee, mentor = await asked_pair(stage, curator)
    both = [await speaker(stage, each.phone) for each in (mentee, mentor)]
    boss = await speaker(stage, curator)
    parts = stage.app.parts
    said = await asyncio.gather(
        outcome(parts.offers.accept(both[0], 1)),
        outcome(parts.confirming.undo(boss, 1)),
        outcome(parts.offers.accept(both[1], 2)),
    )
    assert said == [False, None, "offer-already-recalled"]
    assert await members(stage) == [("undone", 1)]
    rows = await stage.app.database.read(lambda tx: tx.all("SELECT * FROM offers WHERE answer IS NULL"))
    assert rows == []


async def test_an_answer_and_the_end_of_its_time(stage, curator):
    mentee, mentor = await asked_pair(stage, curator)
    both = [await speaker(stage, each.phone) for each in (mentee, mentor)]
    await stage.app.parts.offers.accept(both[0], 1)

    def late(tx):
        row = tx.one("SELECT id FROM notices WHERE kind = 'offer-lapses'")
        lapse(tx, notices.get(tx, row["id"]))

    said = await asyncio.gather(
        stage.app.database.work(late),
        outcome(stage.app.parts.offers.accept(both[1], 2)),
        outcome(stage.app.parts.offers.refusable(both[1], 2)),
    )
    assert said == [None, "offer-already-lapsed", "offer-already-lapsed"]
    assert await members(stage) == [("returned", 1)]


async def test_a_yes_and_a_parents_no(stage, curator):
    mentee, mentor = await asked_pair(stage, curator)
    parent = await speaker(stage, await guardian_of(stage, mentee))
    both = [await speaker(stage, each.phone) for each in (mentee, mentor)]
    no = Sent("objection", "1", 1, {"reason": "other"})
    parts = stage.app.parts
    said = await asyncio.gather(
        outcome(parts.offers.accept(both[0], 1)),
        outcome(parts.offers.accept(both[1], 2)),
        outcome(stage.app.database.work(lambda tx: parts.child_pairs.receive(tx, parent, no))),
        outcome(stage.app.database.work(lambda tx: parts.child_pairs.receive(tx, parent, no))),
    )
    assert said == [False, True, None, "objection-over"]
    assert await members(stage) == [("declined", 1)]


async def test_an_open_offer_of_a_pair_that_is_no_more_cannot_be_accepted(stage, curator):
    mentee, _ = await asked_pair(stage, curator)
    await stage.app.database.work(lambda tx: matches.turn(tx, matches.get(tx, 1), matches.State.UNDONE))
    assert await stage.app.database.read(lambda tx: offers.get(tx, 1).answer) is None
    me = await speaker(stage, mentee.phone)
    assert await outcome(stage.app.parts.offers.accept(me, 1)) == "offer-already-recalled"


async def test_rules_of_an_older_edition_are_not_accepted(stage, curator):
    mentee, mentor = await asked_pair(stage, curator)
    me = await speaker(stage, mentee.phone)
    parts = stage.app.parts
    for number, each in enumerate((mentee, mentor), 1):
        await parts.offers.accept(await speaker(stage, each.phone), number)
    with pytest.raises(TakenMeanwhile, match="pact-newer"):
        await parts.pacts.accept(me, 1, "pupil-0", "weekly")


async def test_a_mentor_says_fewer_places_while_the_curator_confirms_one_more(stage, curator):
    _, mentor = await asked_pair(stage, curator)
    other = await ready(stage, "Второй Пётр", phone=False)
    me, boss = await speaker(stage, mentor.phone), await speaker(stage, curator)
    parts = stage.app.parts
    said = await asyncio.gather(
        outcome(parts.capacity.choose(me, mentor.participation, 1)),
        outcome(parts.confirming.confirm(boss, other.participation, mentor.participation)),
    )
    assert said[1] == "match-no-place"
    assert await members(stage) == [("offered", 1)]


async def test_two_workers_papers_are_reached_from_the_pairs_card_and_the_mentor_is_told_of_them(stage):
    curator = await set_up_school(stage, forms=(MentoringForm.TEACHER_TEACHER,))
    young = await ready(stage, "Новикова Анна Олеговна", kind="teacher")
    mentor = await ready(stage, "Котова Марина Львовна", "mentor", kind="teacher")
    await curator.says("/match")
    await curator.taps("Смотреть пары", "Подтвердить")
    await mentor.phone.taps("Посмотреть предложение")
    assert "ваше письменное согласие и дополнительное соглашение" in mentor.phone.sees
    await young.phone.taps("Посмотреть предложение")
    assert "письменное согласие" not in young.phone.sees
    await mentor.phone.taps("Согласен(на)")
    await young.phone.taps("Согласен(на)")
    assert "До приказа нужны ваше письменное согласие" in mentor.phone.sees
    await curator.says("/match")
    await curator.taps("Подтверждённые", "1")
    assert "До приказа нужны письменное согласие наставника" in curator.sees
    await curator.taps("Согласие и соглашение", "Оставить")
    await curator.says("17-Н")
    await curator.taps("Оставить")
    await curator.says("/match")
    await curator.taps("Подтверждённые", "1")
    assert "дополнительное соглашение № 17-Н" in curator.sees
