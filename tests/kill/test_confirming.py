"""The bot is killed while a curator confirms pairs and both sides agree: each pair is made and agreed to once."""

from __future__ import annotations

import asyncio
import random
from datetime import UTC, datetime, timedelta

import pytest
from life import CURATOR, found_school, living
from pairs import Agreer, Confirmer

from mentoring.people import Kind, Name, SchoolClass
from storage import accounts, drafts, people, schools

pytestmark = pytest.mark.outside

MENTEES, MENTORS = 12, 4
KILLS = 15
FREE = ("tue_2", "thu_2", "fri_2")


def furnish(tx, app) -> None:
    """A school where everybody is ready and no hour is quiet, for the test runs at any."""
    curator = found_school(tx, app)
    schools.choose(tx, 1, quiet_from="00:00", quiet_until="00:00", lessons_from="00:00", lessons_until="00:00")
    tx.run("UPDATE programme_forms SET most_mentees = 3")
    programme = tx.value("SELECT id FROM programmes")
    for number in range(MENTEES + MENTORS):
        mentor = number >= MENTEES
        side = "mentor" if mentor else "mentee"
        years = 16 if mentor else 13
        person = people.add(
            tx,
            1,
            Kind.PUPIL,
            name=Name(f"{'Наставников' if mentor else 'Учеников'}{'абвгдежзиклмнопр'[number]}", "Саша", ""),
            birth_date=(datetime.now(UTC) - timedelta(days=years * 366)).date(),
            school_class=SchoolClass(10 if mentor else 7, "А"),
            admitted_by=curator,
        )
        for capacity in ("assent", "guardian"):
            tx.insert(
                "consents",
                person_id=person,
                purpose="participation",
                capacity=capacity,
                way="tap",
                answer="agreed",
                text_version="1",
                text_hash="x",
                given_at=tx.now,
            )
        place = tx.insert(
            "participations",
            programme_id=programme,
            person_id=person,
            side=side,
            form="pupil_pupil",
            role_model="leader",
            form_confirmed_at=tx.now,
            places=3 if mentor else 0,
            joined_at=tx.now,
            applied_at=tx.now,
            entered_at=tx.now,
        )
        answers = {"areas": ("physics",), "free": FREE, "meets": "any"}
        answers |= {"places": 3, "competences": "Кружок"} if mentor else {"request": "Помочь с физикой"}
        for form, given in ((f"application_{side}_pupil", answers), (f"entry_{side}_pupil_pupil", {})):
            drafts.send(tx, school=1, person=person, form=form, version="1", about=place, answers=given)
        accounts.speak_for(tx, accounts.meet(tx, 1000 + number, "ru").account_id, person)


@pytest.mark.parametrize("seed", [3])
async def test_a_pair_shown_as_confirmed_is_confirmed_once_and_agreed_to_once(tmp_path, seed):
    dice = random.Random(seed)
    async with living(tmp_path / "data", furnish) as lives:
        curator = Confirmer(lives.telegram, CURATOR)
        agreers = [Agreer(lives.telegram, 1000 + n, random.Random(seed + n)) for n in range(MENTEES + MENTORS)]

        def over() -> bool:
            return curator.done and sum(len(each.agreed) for each in agreers) == 2 * MENTEES

        def check() -> None:
            live = {row["mentee_id"] for row in lives.rows("SELECT mentee_id FROM members WHERE live = 1")}
            assert curator.confirmed <= live
            agreed = {str(row["id"]) for row in lives.rows("SELECT id FROM offers WHERE answer = 'accepted'")}
            for each in agreers:
                assert each.answered <= agreed, each.account

        async with asyncio.TaskGroup() as acting:
            acting.create_task(curator.confirms_everything())
            for each in agreers:
                acting.create_task(each.agrees(over))
            await lives.through_kills(KILLS, dice, lambda: not over(), check, longest=14)
        await lives.rest()
        check()
        assert sum(len(each.answered) for each in agreers) >= MENTEES // 2, "much of it was seen, not only believed"
        lives.check_everything_is_finished()
        lives.check_nothing_happened_twice()
        members = lives.rows("SELECT state FROM members")
        assert [row["state"] for row in members] == ["accepted"] * MENTEES
        offers = lives.rows("SELECT answer FROM offers")
        assert [row["answer"] for row in offers] == ["accepted"] * 2 * MENTEES
        for deed, times in (("confirmed-pair", MENTEES), ("accepted-offer", 2 * MENTEES)):
            assert len(lives.rows("SELECT 1 FROM journal WHERE deed = :deed", deed=deed)) == times
