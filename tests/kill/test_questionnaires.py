"""The bot is killed while people fill in questionnaires: what they were shown as saved is saved, and once."""

from __future__ import annotations

import asyncio
import json
import random
from datetime import UTC, datetime, timedelta

import pytest
from life import Lives, found_school, living
from people import Filler

from mentoring.people import Kind, Name, SchoolClass, Side
from mentoring.questionnaire_catalogue import catalogue
from storage import accounts, participations, people

pytestmark = pytest.mark.outside

PUPILS = 8
KILLS = 15


def furnish(tx, app) -> None:
    """A school, and pupils with phones whose consents are complete."""
    curator = found_school(tx, app)
    born = (datetime.now(UTC) - timedelta(days=13 * 366)).date()
    for number in range(PUPILS):
        side = Side.MENTOR if number % 4 == 3 else Side.MENTEE
        name = Name(f"Петров{'абвгдежз'[number]}", "Илья", "")
        person = people.add(
            tx, 1, Kind.PUPIL, name=name, birth_date=born, school_class=SchoolClass(8, "Б"), admitted_by=curator
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
        accounts.speak_for(tx, accounts.meet(tx, 1000 + number, "ru").account_id, person)
        participations.take_side(tx, 1, person, Kind.PUPIL, side)


@pytest.mark.parametrize("seed", [1])
async def test_what_was_shown_as_saved_is_saved_once(tmp_path, seed):
    dice = random.Random(seed)
    async with living(tmp_path / "data", furnish) as lives:
        fillers = [Filler(lives.telegram, 1000 + number, random.Random(seed + number)) for number in range(PUPILS)]

        def check() -> None:
            for each in fillers:
                _check_saved(lives, each)

        async with asyncio.TaskGroup() as acting:
            for each in fillers:
                acting.create_task(each.fills_everything())
            await lives.through_kills(KILLS, dice, lambda: not all(each.done for each in fillers), check)
        for each in fillers:
            await each.looks_where_they_are()
        await lives.rest()
        check()
        assert len(lives.ended) == KILLS + 1
        lives.check_everything_is_finished()
        lives.check_nothing_happened_twice()
        sent = lives.rows("SELECT person_id, form, about FROM submissions")
        mentees = lives.rows("SELECT id FROM participations WHERE side = 'mentee'")
        assert len(sent) == 2 * PUPILS + len(mentees), "two questionnaires each, a mentee's first measurement too"
        lines = lives.rows("SELECT * FROM journal WHERE deed = 'questionnaire-sent'")
        assert len(lines) == len(sent)
        assert not lives.rows("SELECT 1 FROM drafts")
        assert not lives.rows("SELECT 1 FROM submissions WHERE changed_at IS NOT NULL"), "nothing was sent twice"


def _check_saved(lives: Lives, filler: Filler) -> None:
    stored: dict[str, dict[str, object]] = {}
    for table in ("drafts", "submissions"):
        for row in lives.rows(
            f"SELECT t.form, t.answers FROM {table} t JOIN accounts a ON a.person_id = t.person_id "
            "WHERE a.external_id = :account",
            account=filler.account,
        ):
            stored[row["form"]] = json.loads(row["answers"])
    areas = {row["name"]: row["label_ru"] for row in lives.rows("SELECT name, label_ru FROM areas")}
    for form, place, said in filler.known():
        question = catalogue()[form].questions[place]
        labels = {option.name: option.label.to("ru") for option in question.options} or areas
        answer = stored.get(form, {}).get(question.name)
        kept = answer if isinstance(answer, list) else [answer]
        assert {labels.get(str(each), str(each)) for each in kept} == said, (filler.account, form, question.name)
