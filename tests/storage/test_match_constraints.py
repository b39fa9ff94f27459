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


def row(tx, mentor=1, mentee=3, place=1, state="offered", live=1, places=30, accepted=0, **other):
    """A pair put in by hand; participations and people have the same numbers here."""
    if places is not None:
        for form in ("", "pupil_pupil"):
            matches.offer_places(tx, 1, mentor, places, form)
    match = tx.insert("matches", programme_id=1, form="pupil_pupil", mentor_id=mentor, confirmed_at=tx.now)
    values = {
        "match_id": match,
        "programme_id": 1,
        "form": "pupil_pupil",
        "mentor_person_id": mentor,
        "mentee_id": mentee,
        "place": place,
        "state": state,
        "live": live,
        "accepted": accepted,
        "since": tx.now,
    }
    return tx.insert("members", **values | other)


def agreed(tx, **values):
    return row(tx, state="accepted", accepted=1, **values)


async def refused(database, unit, words=None):
    with pytest.raises(sqlite3.IntegrityError, match=words):
        await database.work(unit)


def runs(sql, **values):
    return lambda tx: tx.run(sql, **values)


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
    member = await database.work(agreed)
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


def begin(tx, mentee, places=2, mentor=1, in_form=None):
    return matches.begin(
        tx,
        programme=1,
        form="pupil_pupil",
        role_model="",
        mentor=(mentor, mentor),
        mentee=mentee,
        places=places,
        in_form=in_form,
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


# A second mentor.


async def test_an_ended_pair_does_not_come_back_beside_a_new_one(database):
    first = await database.work(row)
    await database.work(runs("UPDATE members SET state = 'ended', live = 0 WHERE id = :id", id=first))
    await database.work(lambda tx: row(tx, mentor=2))
    await refused(database, runs("UPDATE members SET state = 'offered', live = 1 WHERE id = :id", id=first))


async def test_another_mentee_cannot_be_given_away_by_a_change(database):
    await database.work(row)
    other = await database.work(lambda tx: row(tx, mentor=2, mentee=4))
    await refused(database, runs("UPDATE members SET mentee_id = 3 WHERE id = :id", id=other), "mentee_id")


async def test_nobody_takes_part_twice_in_one_form(database):
    await refused(database, lambda tx: tx.insert(
        "participations", programme_id=1, person_id=3, side="mentee", form="pupil_pupil", joined_at=tx.now
    ))  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [
        {"form": "teacher_teacher"},
        {"programme_id": 2},
        {"mentor_person_id": 2},
        {"mentee_id": 2},  # a mentor on the other side
        {"mentee_id": 6},  # of another programme
        {"mentee_id": 7},  # of another form
    ],
)
async def test_a_pair_says_what_its_match_and_its_participations_say(database, wrong):
    def others(tx):
        school = tx.value("SELECT id FROM schools")
        tx.insert("programmes", school_id=school, starts_on="2026-01-11", ends_on="2026-06-30", closed_at=tx.now)
        for programme, form in ((2, "pupil_pupil"), (1, "teacher_teacher")):
            tx.insert("participations", programme_id=programme, person_id=5, side="mentee", form=form, joined_at=tx.now)
        for programme in (1, 2):
            for mentor in (1, 2):
                for form in ("", "pupil_pupil", "teacher_teacher"):
                    matches.offer_places(tx, programme, mentor, 9, form)

    await database.work(others)
    await refused(database, lambda tx: row(tx, **wrong), "disagree")
    member = await database.work(row)
    changed = ", ".join(f"{name} = {value!r}" for name, value in wrong.items())
    await refused(database, runs(f"UPDATE members SET {changed} WHERE id = :id", id=member), "disagree")


@pytest.mark.parametrize("wrong", [{"form": "teacher_teacher"}, {"mentor_id": 3}])
async def test_a_match_says_what_its_mentor_takes_part_in(database, wrong):
    values = {"programme_id": 1, "form": "pupil_pupil", "mentor_id": 1}
    await refused(database, lambda tx: tx.insert("matches", **values | wrong, confirmed_at=tx.now), "disagree")
    await database.work(row)
    changed = ", ".join(f"{name} = {value!r}" for name, value in wrong.items())
    await refused(database, runs(f"UPDATE matches SET {changed}"), "disagree")


@pytest.mark.parametrize("who", [1, 3])
@pytest.mark.parametrize("changed", ["form = 'teacher_teacher'", "side = CASE side WHEN 'mentor' THEN 'mentee' END"])
async def test_who_is_in_a_live_pair_takes_part_as_the_pair_says(database, who, changed):
    member = await database.work(row)
    change = runs(f"UPDATE participations SET {changed} WHERE id = :id", id=who)
    await refused(database, change)
    if "form" in changed:
        await database.work(runs("UPDATE members SET state = 'ended', live = 0 WHERE id = :id", id=member))
        await database.work(change)


async def test_nobody_becomes_their_own_mentor(database):
    await database.work(row)
    for who, other in ((1, 3), (3, 1)):
        await refused(
            database, runs("UPDATE participations SET person_id = :other WHERE id = :who", who=who, other=other)
        )


# A place too many.


async def test_without_a_word_about_places_there_is_none(database):
    await refused(database, lambda tx: row(tx, places=None), "a place the mentor does not have")


async def test_a_place_beyond_those_offered_is_refused_also_by_a_change(database):
    await refused(database, lambda tx: row(tx, place=3, places=2), "a place the mentor does not have")
    member = await database.work(lambda tx: row(tx, places=2))
    await refused(database, runs("UPDATE members SET place = 3 WHERE id = :id", id=member), "does not have")


async def test_places_are_counted_whatever_their_numbers(database):
    """Somebody who offered three places and now offers one: number 3 is taken, so number 1 is one too many."""
    await database.work(lambda tx: row(tx, place=3, places=3))
    await refused(database, lambda tx: row(tx, mentee=4, place=1, places=1), "no place is left")


async def test_a_place_is_not_taken_again_by_reviving_a_pair(database):
    first = await database.work(lambda tx: row(tx, place=1, places=1))
    await database.work(runs("UPDATE members SET state = 'undone', live = 0 WHERE id = :id", id=first))
    await database.work(lambda tx: row(tx, mentee=4, place=1, places=1))
    await refused(database, runs("UPDATE members SET state = 'offered', live = 1, place = 1 WHERE id = :id", id=first))


async def test_places_are_shared_by_all_forms_of_a_mentor(database):
    def second_form(tx):
        for person, side in ((1, "mentor"), (4, "mentee")):
            tx.insert("participations", programme_id=1, person_id=person, side=side, form="other", joined_at=tx.now)
        return tx.insert("matches", programme_id=1, form="other", mentor_id=6, confirmed_at=tx.now)

    await database.work(lambda tx: row(tx, places=1))
    match = await database.work(second_form)
    for place in (1, 2):
        await refused(database, lambda tx, place=place: tx.insert(
            "members", match_id=match, programme_id=1, form="other", mentor_person_id=1, mentee_id=7, place=place,
            state="offered", since=tx.now,
        ))  # fmt: skip


async def test_a_form_holds_no_more_pairs_than_its_own_cap(database):
    """Three places over all forms, one of them in this form: the second pair of the form is refused, whatever its number."""

    def capped(tx):
        matches.offer_places(tx, 1, 1, 3)
        matches.offer_places(tx, 1, 1, 1, "pupil_pupil")

    await database.work(capped)
    await database.work(lambda tx: row(tx, places=None))
    await refused(database, lambda tx: row(tx, mentee=4, place=2, places=None), "no place is left")
    await refused(database, runs("UPDATE capacities SET places = 0 WHERE form <> ''"), "more pairs than places")
    await refused(database, runs("UPDATE capacities SET form = 'other' WHERE form <> ''"), "more pairs than places")
    await refused(database, runs("DELETE FROM capacities WHERE form <> ''"), "more pairs than places")
    with pytest.raises(TakenMeanwhile, match="match-no-place"):
        await database.work(lambda tx: begin(tx, 4, places=3, in_form=1))


async def test_whichever_form_was_confirmed_last_the_cap_of_the_others_stays(database):
    def other_form(tx):
        for person, side in ((1, "mentor"), (4, "mentee"), (5, "mentee")):
            tx.insert("participations", programme_id=1, person_id=person, side=side, form="other", joined_at=tx.now)

    def begin_there(tx, mentee):
        matches.begin(
            tx, programme=1, form="other", role_model="", mentor=(6, 1), mentee=mentee, places=3, in_form=3, by=None
        )  # fmt: skip

    await database.work(other_form)
    await database.work(lambda tx: begin(tx, 3, places=3, in_form=1))
    await database.work(lambda tx: begin_there(tx, 7))
    await refused(database, lambda tx: row(tx, mentee=4, place=3, places=None), "no place is left")
    await database.work(lambda tx: begin_there(tx, 8))
    with pytest.raises(TakenMeanwhile, match="match-no-place"):
        await database.work(lambda tx: begin(tx, 4, places=3, in_form=3))


async def test_places_are_not_lowered_under_pairs_nor_taken_away(database):
    await database.work(lambda tx: [row(tx, places=2), row(tx, mentee=4, place=2, places=2)])
    for change in (
        "UPDATE capacities SET places = 1",
        "UPDATE capacities SET person_id = 2",
        "DELETE FROM capacities",
        "INSERT OR REPLACE INTO capacities (programme_id, person_id, form, places) VALUES (1, 1, '', 1)",
        "UPDATE members SET mentor_person_id = 2",
    ):
        await refused(database, runs(change))


# An order about a pair nobody agreed to.


@pytest.mark.parametrize("state", ["accepted", "active", "frozen"])
async def test_a_pair_works_only_when_both_have_agreed(database, state):
    await refused(database, lambda tx: row(tx, state=state), "nobody has agreed")
    member = await database.work(row)
    await refused(database, runs("UPDATE members SET state = :s WHERE id = :id", s=state, id=member), "nobody")
    await database.work(runs("UPDATE members SET state = :s, accepted = 1 WHERE id = :id", s=state, id=member))
    await refused(database, runs("UPDATE members SET accepted = 0 WHERE id = :id", id=member), "nobody")


def line(member, accepted=1):
    def unit(tx):
        order = tx.insert("orders", programme_id=1, made_at=tx.now)
        tx.run(
            "INSERT INTO order_lines (order_id, member_id, accepted) VALUES (:order, :member, :accepted)",
            order=order,
            member=member,
            accepted=accepted,
        )
        return order

    return unit


async def test_an_order_names_no_pair_that_has_not_agreed(database):
    member = await database.work(row)
    for accepted in (0, 1):
        await refused(database, line(member, accepted))


async def test_what_an_order_names_stays_agreed_to(database):
    member = await database.work(agreed)
    await database.work(line(member))
    await refused(database, runs("UPDATE members SET accepted = 0, state = 'offered' WHERE id = :id", id=member))
    await refused(database, runs("DELETE FROM members WHERE id = :id", id=member))
    await database.work(runs("UPDATE members SET state = 'ended', live = 0 WHERE id = :id", id=member))
    await refused(database, runs("UPDATE members SET accepted = 0 WHERE id = :id", id=member))


async def test_a_line_of_an_order_neither_moves_nor_changes(database):
    member = await database.work(agreed)
    other = await database.work(lambda tx: row(tx, mentor=2, mentee=4))
    order = await database.work(line(member))
    for change in ("member_id = :other", "accepted = 0", "order_id = 2"):
        await refused(database, runs(f"UPDATE order_lines SET {change} WHERE :other", other=other))
    await database.work(runs("UPDATE orders SET number = '1', signed_on = '2027-01-12' WHERE id = :id", id=order))
    await refused(database, runs("DELETE FROM order_lines"), "stays as it is")
    await refused(database, runs("UPDATE orders SET signed_on = NULL"), "stays as it is")
    replaced = "INSERT OR REPLACE INTO order_lines (order_id, member_id) VALUES (:order, :member)"
    await refused(database, runs(replaced, order=order, member=member), "one order")


async def test_an_order_names_live_pairs_of_its_own_programme(database):
    member = await database.work(agreed)

    def elsewhere(tx):
        school = tx.value("SELECT id FROM schools")
        tx.insert("programmes", school_id=school, starts_on="2026-01-11", ends_on="2026-06-30", closed_at=tx.now)
        order = tx.insert("orders", programme_id=2, made_at=tx.now)
        tx.run("INSERT INTO order_lines (order_id, member_id) VALUES (:o, :m)", o=order, m=member)

    await refused(database, elsewhere, "own programme")
    await database.work(runs("UPDATE members SET state = 'ended', live = 0 WHERE id = :id", id=member))
    await refused(database, line(member), "live pairs")
