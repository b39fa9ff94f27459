"""The rehearsed school: people at every step, each at home, a week of it without trouble."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from stage import Someone, Stage, running

from bot.clock import MovableClock
from bot.rehearsal import FIRST_MOMENT
from bot.rehearsal_school import Phone, furnish
from mentoring.matching_criteria import Knob
from mentoring.people import Kind
from mentoring.plans import Mark
from mentoring.standing import Lack
from mentoring.stuck_pairs import Cause
from services import stuck_pairs
from storage import (
    accounts,
    asking,
    calls,
    cases,
    consents,
    gatherings,
    guardianships,
    guests,
    impact,
    match_rules,
    matches,
    meetings,
    notes,
    partings,
    pauses,
    plans,
    poll,
    rhythms,
    roadmap,
    runs,
    safety_adults,
    school_days,
    schools,
    standing,
    wishes,
)
from storage.matches import State

MOSCOW = ZoneInfo("Europe/Moscow")
CURATOR, POLINA, MOTHER, TIMUR, KOSTYA, GLEB, VERA, ROMA = 501, 525, 543, 512, 523, 514, 524, 526
STEPS = {
    521: None,
    531: Lack.ADMISSION,
    532: Lack.GUARDIAN,
    533: Lack.PAPER,
    534: Lack.APPLICATION,
    535: Lack.ENTRY,
    552: None,
    561: Lack.ADMISSION,
}


# Marks, reasons and notes of the rehearsed school: on whose phones they may ever stand.
FOR_FEW = {
    "Встречаемся реже": {CURATOR, 554},
    "теперь бассейн": {CURATOR, 526},
    "готова подождать": {CURATOR, 502},
    "Начать с короткой беседы": {CURATOR, 502},
    "разошлись": {CURATOR},
    "низкая оценка": {CURATOR},
}


class Rehearsal:
    """The school on a stage, everybody's phone by account."""

    def __init__(self, stage: Stage, phones: list[Phone]) -> None:
        self.stage = stage
        self.people = {each.account: Someone(stage, stage.telegram.user(each.account, each.shown)) for each in phones}

    async def person(self, account: int) -> int:
        """The person an account speaks for."""
        return await self.stage.app.database.read(lambda tx: accounts.speaking(tx, account).person_id)


@pytest.fixture
async def rehearsal(tmp_path: Path) -> AsyncIterator[Rehearsal]:
    """The furnished school; everybody has opened the bot."""
    stage = Stage(MovableClock(FIRST_MOMENT))
    stage.telegram.limits_on = False
    async with stage.telegram.serving() as url, running(stage, tmp_path, url) as app:
        made = Rehearsal(stage, await furnish(app))
        for someone in made.people.values():
            someone.user.starts()
        await stage.settled()
        yield made


async def test_there_are_people_at_every_step(rehearsal):
    def first_lacks(tx):
        found = {}
        for account in STEPS:
            (stands,) = standing.of_person(tx, accounts.speaking(tx, account).person_id)
            found[account] = next(iter(stands.lacks), None)
        return found

    assert await rehearsal.stage.app.database.read(first_lacks) == STEPS


async def test_the_beginning_of_the_programme_can_be_seen(rehearsal):
    """The poll is counted, a parent confirmed, permissions given and declined, adults have told, pupils were measured."""
    kostya = await rehearsal.person(KOSTYA)

    def found(tx):
        school = tx.value("SELECT id FROM schools")
        programme = schools.programme(tx, school)
        return {
            "poll": sum(each.count for each in poll.counted(tx, programme.id)),
            "confirmed": [each.confirmed_at is not None for each in guardianships.of_child(tx, kostya)],
            "permitted": sorted((each.purpose, each.capacity, each.agreed) for each in consents.every(tx, kostya)),
            "told": sorted(each.party for each in notes.of_person(tx, programme.id, kostya)),
            "measured": len({of for of, *_ in impact.of_programme(tx, programme.id)}),
        }

    seen = await rehearsal.stage.app.database.read(found)
    assert seen["poll"] == 98
    assert seen["confirmed"] == [True]
    assert {("photo", "guardian", True), ("photo", "assent", True), ("distribution", "guardian", False)} <= set(
        seen["permitted"]
    )
    assert seen["told"] == ["class_teacher", "psychologist"]
    assert seen["measured"] == 2


async def test_there_are_pairs_at_every_step(rehearsal):
    def states(tx):
        return {
            account: [each.state for each in matches.of_person(tx, accounts.speaking(tx, account).person_id)]
            for account in (POLINA, VERA, KOSTYA, ROMA)
        }

    assert await rehearsal.stage.app.database.read(states) == {
        POLINA: [State.OFFERED],
        VERA: [State.ACCEPTED],
        KOSTYA: [State.ACTIVE],
        ROMA: [State.ACTIVE],
    }


async def test_stage_five_stands_in_the_middle(rehearsal):
    """Rules, a group meeting with preferences, a draft, a case with a carer, a ban, a pact by halves, a request, a pause."""

    def found(tx):
        programme = schools.programme(tx, 1).id
        (meeting,) = gatherings.latest(tx, programme)
        (ban,) = wishes.page(tx, programme, 0, 9)
        (request,) = partings.waiting(tx, programme, 0, 9)
        cared = [each for each in cases.page(tx, programme, "", 0, 20) if each.carer]
        return {
            "knob": match_rules.of_form(tx, programme, "pupil_pupil").rules.knob,
            "came": guests.counts(tx, meeting.id).came,
            "preferred": sum(1 for row in asking.preferences(tx, programme, "pupil_pupil") if row["answers"]),
            "draft": bool(runs.last(tx, programme, "pupil_pupil").draft.pairs),
            "ban": ban.why,
            "request": request.answer_by < FIRST_MOMENT.date(),
            "cared": len(cared),
            "pause": len(pauses.running(tx, programme)),
            "pacts": tx.value("SELECT count(*) FROM pacts"),
        }

    assert await rehearsal.stage.app.database.read(found) == {
        "knob": Knob.BALANCED,
        "came": 13,
        "preferred": 4,
        "draft": True,
        "ban": "relatives",
        "request": True,
        "cared": 1,
        "pause": 1,
        "pacts": 3,
    }


async def test_stage_six_is_lived_through(rehearsal):
    """Meetings held, missed and ahead in a rhythm, a plan with marks, ratings apart, pairs that need help, a call, a calendar."""
    tutor = await rehearsal.person(TIMUR)

    def found(tx):
        (pair,) = meetings.pairs_of(tx, tutor)
        programme = schools.programme(tx, 1)
        (member,) = matches.of_match(tx, pair.match_id)
        ((plan),) = plans.of_members(tx, [member.id]).values()
        every = stuck_pairs.found(tx, 1, programme.id, schools.settings(tx, 1))
        return {
            "met": [str(each.state) for each in meetings.past(tx, pair.match_id)],
            "ahead": meetings.planned(tx, [pair.match_id])[pair.match_id].starts_at > FIRST_MOMENT,
            "weeks": rhythms.running(tx, pair.match_id).weeks,
            "marks": [each.mark for each in plans.items(tx, plan.id)][:3],
            "stuck": {Cause.APART, Cause.CONTACT_LATE} <= {each.first.cause for each in every},
            "to call": calls.count(tx, 1),
            "adults": len(safety_adults.trials(tx, 1, MOSCOW)),
            "concerns": tx.value("SELECT count(*) FROM concerns"),
            "holidays": len(school_days.since(tx, 1, FIRST_MOMENT.date())),
        }

    assert await rehearsal.stage.app.database.read(found) == {
        "met": ["held", "held", "missed", "held"],
        "ahead": True,
        "weeks": 1,
        "marks": [Mark.DONE, Mark.PARTLY, None],
        "stuck": True,
        "to call": 1,
        "adults": 2,
        "concerns": 0,
        "holidays": 3,
    }


async def test_the_roadmap_is_done_up_to_the_pairs_but_for_one_point(rehearsal):
    def points(tx):
        return roadmap.points(tx, schools.programme(tx, 1).id)

    open_points = [
        each.number
        for each in await rehearsal.stage.app.database.read(points)
        if not each.standing.done and each.standing.span.ends_on < FIRST_MOMENT.date()
    ]
    assert open_points == ["3.2.3"]


async def test_everybody_sees_a_home_of_their_own(rehearsal, caplog):
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []
    for someone in rehearsal.people.values():
        assert "Не получилось" not in someone.sees
        assert "нужна ссылка" not in someone.sees
    assert "Ждут вас" in rehearsal.people[CURATOR].sees
    assert "нашёлся наставник" in rehearsal.people[POLINA].sees
    assert any("Ответить" in button for button in rehearsal.people[MOTHER].buttons)


async def test_a_week_goes_by_without_trouble_and_everything_is_said_at_decent_hours(rehearsal, caplog):
    stage = rehearsal.stage
    await stage.waits(weeks=1)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []
    said = 0
    for account, someone in rehearsal.people.items():
        person = await rehearsal.person(account)
        pupil = await stage.app.database.read(lambda tx, person=person: _is_pupil(tx, person))
        for message in someone.user.chat.messages:
            if message.from_bot and message.date > FIRST_MOMENT:
                said += 1
                assert _decent(message.date.astimezone(MOSCOW), pupil=pupil), (account, message.date, message.text)
    assert said > 5
    told = {
        account: "\n".join(each.text for each in someone.user.chat.messages if each.from_bot)
        for account, someone in rehearsal.people.items()
    }
    for words, few in FOR_FEW.items():
        assert {account for account, text in told.items() if words in text} <= few, words
    assert "разошлись" in told[CURATOR], "what is looked for would be found"


def _is_pupil(tx, person: int) -> bool:
    return tx.value("SELECT kind FROM persons WHERE id = :id", id=person) == Kind.PUPIL


def _decent(local: datetime, *, pupil: bool) -> bool:
    in_lessons = pupil and local.weekday() < 5 and 8 <= local.hour < 14
    return 8 <= local.hour < 21 and not in_lessons
