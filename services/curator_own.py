"""The curator's own questionnaire about the programme: sent, shown with its level, changed until the programme closes."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.curator_own import KEY, Level, level, total
from mentoring.people import Speaker
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from services.authority import acting
from services.filling import Sent
from storage import drafts, journal, schools
from storage.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The programme it is about, and the sum and level of what the curator has sent; None: nothing yet."""

    programme: int
    points: int | None = None
    level: Level | None = None


class CuratorOwn:
    """The questionnaire of the curator who asks."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def now(self, speaker: Speaker) -> Evaluation:
        """What was sent. Raises Refusal before there is a programme."""

        def query(tx: Transaction) -> Evaluation:
            curator = acting(tx, speaker, Deed.SET_UP)
            programme = _programme(tx, curator)
            sent = drafts.sent(tx, curator.person_id, KEY, programme)
            return Evaluation(programme) if sent is None else _of(programme, total(sent.answers))

        return await self._database.read(query)


def guard(tx: Transaction, speaker: Speaker, form: str, about: int) -> None:
    """Raises NotYours for whoever is no curator and for another programme than the open one."""
    if _programme(tx, acting(tx, speaker, Deed.SET_UP)) != about:
        raise NotYours


def receive(tx: Transaction, speaker: Speaker, sent: Sent) -> Evaluation:
    """It was sent, or changed. Raises NotYours for another programme than the open one."""
    guard(tx, speaker, sent.form, sent.about)
    curator = acting(tx, speaker, Deed.SET_UP)
    drafts.send(
        tx,
        school=curator.school_id,
        person=curator.person_id,
        form=sent.form,
        version=sent.version,
        about=sent.about,
        answers=sent.answers,
    )
    by = curator.person_id
    journal.note(tx, "evaluated", "programme", sent.about, school=curator.school_id, by=by)
    return _of(sent.about, total(sent.answers))


def _programme(tx: Transaction, curator: Speaker) -> int:
    programme = schools.programme(tx, curator.school_id)
    if programme is None:
        raise Refusal("asking-no-programme")
    return programme.id


def _of(programme: int, points: int) -> Evaluation:
    return Evaluation(programme, points, level(points))
