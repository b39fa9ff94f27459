"""A fictional school in the middle of its programme: people at every step, told day by day as it could have happened.

People and their words are data beside this file. Nothing is said to anybody meanwhile: what would have been said by now
counts as said, what is due later is delivered when the rehearsal's clock comes to it.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bot.app import App
from bot.rehearsal_beginning import begin
from bot.rehearsal_pairs import pair
from bot.rehearsal_people import Row, come
from bot.rehearsal_stage5 import look_for_pairs
from bot.rehearsal_stage6 import live_on
from bot.rehearsal_story import Story
from mentoring.people import Kind, Name, Role
from mentoring.questionnaire_catalogue import catalogue
from services.filling import Sent
from services.schools import Schools
from storage import accounts, journal, letters, notices, people, roadmap, schools
from storage.database import Transaction
from storage.notices import Outcome

_FOLDER = Path(__file__).parent
_LANGUAGE = "ru"


@dataclass(frozen=True, slots=True)
class Phone:
    """Somebody of the school with a phone: the account, and what stands above the phone."""

    account: int
    shown: str
    role: str


async def furnish(app: App) -> list[Phone]:
    """Fill an empty database with the school, in one transaction; returns who has a phone."""
    with (_FOLDER / "rehearsal_people.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    told = json.loads((_FOLDER / "rehearsal_school.json").read_text("utf-8"))
    await app.database.work(lambda tx: _furnish(tx, app.parts.schools, rows, told), aside=True)
    return [Phone(int(row["account"]), row["shown"], row["role"]) for row in rows if row["shown"]]


def _furnish(tx: Transaction, founding: Schools, rows: list[Row], told: dict[str, Any]) -> None:
    story = Story(told)
    staff = [row for row in rows if row["kind"] == Kind.STAFF]
    story.on(staff[0]["day"], 9, partial(_found, story, founding, staff[0]))
    for row in staff[1:]:
        story.on(row["day"], 10, partial(_join_staff, story, row))
    for row in rows:
        if row["kind"] != Kind.STAFF:
            come(story, row)
    for each in told["pairs"]:
        pair(story, each)
    begin(story)
    look_for_pairs(story)
    live_on(story)
    for each in told["letters"]:
        story.on(each["day"], 14.5, partial(_write, story, each))
    for stage, day in told["roadmap"]["done_by"].items():
        story.on(day, 16, partial(_close_stage, story, int(stage)))
    story.happen(tx)
    _count_as_said(tx)


def _found(story: Story, founding: Schools, row: Row, tx: Transaction) -> None:
    """The first curator comes and sets the school up."""
    speaker = founding.make_curator(tx, accounts.meet(tx, int(row["account"]), _LANGUAGE))
    story.school, story.curator = speaker.school_id, speaker.person_id
    story.people[int(row["account"])] = speaker.person_id
    people.rename(tx, speaker.person_id, Name(row["family"], row["given"], row["patronymic"]))
    people.change(tx, speaker.person_id, post=row["post"])
    answers = {name: tuple(said) if isinstance(said, list) else said for name, said in story.told["setup"].items()}
    founding.receive_setup(tx, speaker, Sent("setup", catalogue()["setup"].version, 0, answers))


def _join_staff(story: Story, row: Row, tx: Transaction) -> None:
    name = Name(row["family"], row["given"], row["patronymic"])
    person = people.add(tx, story.school, Kind.STAFF, name=name, post=row["post"], admitted_by=story.curator)
    people.give_role(tx, person, Role(row["step"]))
    accounts.speak_for(tx, accounts.meet(tx, int(row["account"]), _LANGUAGE).account_id, person)
    story.people[int(row["account"])] = person
    journal.note(tx, "became-staff", "person", person, school=story.school, by=person, details=row["step"])


def _write(story: Story, letter: dict[str, Any], tx: Transaction) -> None:
    """Somebody writes to the curators."""
    sender = story.people[letter["from"]]
    letter_id = letters.send(tx, story.school, sender, letter["text"])
    journal.note(tx, "wrote", "letter", letter_id, school=story.school, by=sender)


def _close_stage(story: Story, stage: int, tx: Transaction) -> None:
    """The points of a stage are marked done, but for those the school is late with."""
    programme = schools.programme(tx, story.school)
    late = story.told["roadmap"]["late"]
    for point in roadmap.points(tx, programme.id if programme else 0):
        if point.standing.stage == stage and point.number not in late:
            roadmap.close(tx, point.id, story.curator, "")
            journal.note(tx, "roadmap-done", "roadmap_item", point.id, school=story.school, by=story.curator)


def _count_as_said(tx: Transaction) -> None:
    while due := notices.due(tx, tx.now):
        for notice in due:
            notices.end(tx, notice.id, Outcome.DONE if notice.person_id is None else Outcome.SENT)
