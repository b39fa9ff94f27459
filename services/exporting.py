"""Takes the whole programme out for the curator: from one snapshot, journalled, page after page into a paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mentoring.exported import Base, Exported
from mentoring.people import Speaker
from mentoring.questionnaire_catalogue import catalogue
from mentoring.refusal import Refusal
from mentoring.rights import Deed
from services.authority import acting
from services.exported_answers import Answers
from services.exported_rows import Rows
from services.matching import Compute
from services.questionnaire_forms import Forms
from storage import areas, journal, schools
from storage.database import Database, Transaction, look

Write = Callable[[Exported, str], bytes]
"""Makes the paper in a language, walking everything once: a function of a module, so that another process finds it."""


@dataclass(frozen=True, slots=True, repr=False)
class TakenOut:
    """The paper, and the school it is about."""

    school: str
    content: bytes


class Exporting:
    """The curator's export."""

    def __init__(self, database: Database, workshop: Compute | None = None) -> None:
        self._database = database
        self._workshop = workshop

    async def take(self, speaker: Speaker, write: Write, language: str) -> TakenOut:
        """Everything of the open programme; where there is a workshop it is made there, so that nobody waits meanwhile.

        Raises Refusal before there is a programme.
        """

        def note(tx: Transaction) -> str:
            now = acting(tx, speaker, Deed.EXPORT)
            programme = _programme(tx, now)
            journal.note(tx, "exported", "programme", programme.id, school=now.school_id, by=now.person_id)
            return schools.get(tx, now.school_id).short_name

        school = await self._database.work(note)
        if self._workshop is None:
            return TakenOut(school, await self._database.read(lambda tx: _written(tx, speaker, write, language)))
        moment = await self._database.read(lambda tx: tx.now)
        content = await self._workshop(written_apart, self._database.path, moment, speaker, write, language)
        return TakenOut(school, content)


def written_apart(path: Path, now: datetime, speaker: Speaker, write: Write, language: str) -> bytes:
    """The paper, made in a process that has only the database's file."""
    return look(path, now, lambda tx: _written(tx, speaker, write, language))


def _written(tx: Transaction, speaker: Speaker, write: Write, language: str) -> bytes:
    return write(_exported(tx, acting(tx, speaker, Deed.EXPORT)), language)


def _programme(tx: Transaction, speaker: Speaker) -> schools.Programme:
    programme = schools.programme(tx, speaker.school_id)
    if programme is None:
        raise Refusal("export-not-yet")
    return programme


def _exported(tx: Transaction, speaker: Speaker) -> Exported:
    programme, school = _programme(tx, speaker), schools.get(tx, speaker.school_id)
    zone = schools.settings(tx, school.id).zone
    rows = Rows(tx, speaker, programme, zone)
    return Exported(
        time_zone=zone.key,
        school=school.short_name,
        bases={base: rows.base(base) for base in Base},
        pairs=rows.pairs(),
        meetings=rows.meetings(),
        consents=rows.consents(),
        answers=Answers(tx, speaker, Forms(catalogue())).filled(),
        areas=areas.labels(tx, school.id),
    )
