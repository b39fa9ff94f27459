"""The tables themselves hold what must hold about pairs: tried by going around the services."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

import pytest

from mentoring.people import Kind
from mentoring.refusal import TakenMeanwhile
from mentoring.settings import Settings
from storage import matches, orders, people, schools
from storage.database import Database
from storage.matches import State
from storage.migrate import migrate

NOW = datetime(2027, 1, 11, 12, tzinfo=UTC)


@pytest.fixture
async def database(tmp_path):
    path = tmp_path / "school.sqlite"
    migrate(path)
    async with Database.open(path, lambda: NOW) as opened:
        await opened.work(_school)
        yield opened


def _school(tx):
    school = schools.add(tx, Settings())
    programme = tx.insert("programmes", school_id=school, starts_on="2027-01-11", ends_on="2027-06-30")
    for number, side in enumerate(("mentor", "mentor", "mentee", "mentee", "mentee"), 1):
        person = people.add(tx, school, Kind.PUPIL)
        assert person == number
        tx.insert(
            "participations",
            programme_id=programme,
            person_id=person,
            side=side,
            form="pupil_pupil",
            joined_at=tx.now,
        )


def row(tx, mentor=1, mentee=3, place=1, state="offered", live=1):
    match = tx.insert("matches", programme_id=1, form="pupil_pupil", mentor_id=mentor, confirmed_at=tx.now)
    return tx.insert(
        "members",
        match_id=match,
        programme_id=1,
        form="pupil_pupil",
        mentor_person_id=mentor,
        mentee_id=mentee,
        place=place,
        state=state,
        live=live,
        since=tx.now,
    )


async def refused(database, unit):
    with pytest.raises(sqlite3.IntegrityError):
        await database.work(unit)


async def test_a_mentee_has_one_live_match(database):
    await database.work(row)
    await refused(database, lambda tx: row(tx, mentor=2))


async def test_a_place_is_taken_once_while_it_is_live(database):
    await database.work(row)
    await refused(database, lambda tx: row(tx, mentee=4))
    await database.work(lambda tx: tx.run("UPDATE members SET state = 'declined', live = 0"))
    await database.work(lambda tx: row(tx, mentee=4))


@pytest.mark.parametrize(("state", "live"), [("declined", 1), ("ended", 1), ("offered", 0), ("active", 0), ("lost", 0)])
async def test_a_state_and_being_live_agree(database, state, live):
    await refused(database, lambda tx: row(tx, state=state, live=live))


@pytest.mark.parametrize("place", [0, 31])
async def test_places_are_numbered_from_one(database, place):
    await refused(database, lambda tx: row(tx, place=place))


async def test_a_side_is_asked_once(database):
    member = await database.work(row)

    def ask(tx):
        tx.insert("offers", member_id=member, person_id=1, side="mentor", asked_at=tx.now, answer_by=tx.now)

    await database.work(ask)
    await refused(database, ask)


async def test_a_pair_stands_in_one_order(database):
    member = await database.work(row)
    await database.work(lambda tx: orders.draw_up(tx, 1, [member], None))
    with pytest.raises(TakenMeanwhile):
        await database.work(lambda tx: orders.draw_up(tx, 1, [member], None))
    assert await database.read(lambda tx: tx.value("SELECT count(*) FROM orders")) == 1, (
        "the second left nothing behind"
    )


async def test_nobody_is_banned_from_themselves(database):
    await refused(
        database,
        lambda tx: tx.insert("wishes", programme_id=1, kind="ban", mentor_id=1, mentee_id=1, made_at=tx.now),
    )


def begin(tx, mentee, places=2, mentor=1):
    return matches.begin(
        tx,
        programme=1,
        form="pupil_pupil",
        role_model="",
        mentor=(mentor, mentor),
        mentee=mentee,
        places=places,
        by=None,
    )


async def test_the_lowest_free_place_is_given_and_given_again(database):
    first = await database.work(lambda tx: begin(tx, 3))
    second = await database.work(lambda tx: begin(tx, 4))
    with pytest.raises(TakenMeanwhile, match="match-no-place"):
        await database.work(lambda tx: begin(tx, 5))
    await database.work(lambda tx: matches.turn(tx, matches.get(tx, first), State.UNDONE))
    third = await database.work(lambda tx: begin(tx, 5))
    places = await database.read(lambda tx: [matches.get(tx, each).place for each in (first, second, third)])
    assert places == [1, 2, 1]


async def test_a_mentee_who_has_a_mentor_is_not_given_another(database):
    await database.work(lambda tx: begin(tx, 3))
    with pytest.raises(TakenMeanwhile, match="match-has-mentor"):
        await database.work(lambda tx: begin(tx, 3, mentor=2))
    assert await database.read(lambda tx: tx.value("SELECT count(*) FROM matches")) == 1


async def test_a_state_is_changed_from_the_one_it_was_read_in(database):
    member = await database.work(lambda tx: matches.get(tx, begin(tx, 3)))
    assert await database.work(lambda tx: matches.turn(tx, member, State.DECLINED))
    assert not await database.work(lambda tx: matches.turn(tx, member, State.ACCEPTED))
    ended = await database.read(lambda tx: tx.value("SELECT ended_at FROM matches"))
    assert ended is not None, "a match nobody is in is over"
