"""Whoever looks after somebody left without a pair: sees who waits and what is asked, notes what was done."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.cases import MARKED, PARTIES, Step
from mentoring.naming import shown
from mentoring.notes import Party
from mentoring.people import Role, Speaker
from mentoring.refusal import NotYours
from mentoring.rights import Deed, may
from services.authority import acting
from services.case_here import Seen, Told, agreed, care_of, history, open_case, role_of, seen
from services.filling import Sent
from services.notices import Notice, Values
from services.people import frame
from services.viewers import viewer
from storage import asks, cases, notices, people, schools
from storage.cases import Case
from storage.database import Database, Transaction
from storage.notices import Lane

PAGE = 6
_OF_MENTORS = (Step.ASKED_MENTOR, Step.MENTOR_YES, Step.MENTOR_NO)  # between the curator and the mentor


@dataclass(frozen=True, slots=True)
class CarePage:
    """A page of those somebody looks after, the longest waiting first."""

    at: int
    total: int
    lines: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class CareCard:
    """One of them: what was done, and as what the carer may tell about them."""

    seen: Seen
    told: tuple[Told, ...]
    party: Party | None


class Caring:
    """What carers see and do."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def count(self, speaker: Speaker) -> int:
        """How many the speaker looks after: for the home screen. A curator has the whole list elsewhere."""
        if not may(speaker, Deed.LOOK_AFTER) or may(speaker, Deed.MATCH) or not speaker.set_up:
            return 0

        def query(tx: Transaction) -> int:
            known = frame(tx, speaker.school_id)
            return cases.cared_for(tx, known, speaker.person_id) if known.programme_id else 0

        return await self._database.read(query)

    async def page(self, speaker: Speaker, at: int = 0) -> CarePage:
        """A page of them."""

        def query(tx: Transaction) -> CarePage:
            now = acting(tx, speaker, Deed.LOOK_AFTER)
            known = frame(tx, now.school_id)
            total = cases.cared_for(tx, known, now.person_id)
            first = min(max(at, 0), max(total - 1, 0)) // PAGE * PAGE
            return CarePage(first, total, seen(tx, cases.of_carer(tx, known, now.person_id, first, PAGE), {}))

        return await self._database.read(query)

    async def card(self, speaker: Speaker, case_id: int) -> CareCard:
        """One of them. Raises NotYours for whom the speaker does not look after."""

        def query(tx: Transaction) -> CareCard:
            now, case = care_of(tx, speaker, case_id)
            (one,) = seen(tx, [case], {})
            told = history(tx, case, schools.settings(tx, now.school_id).zone)
            return CareCard(one, tuple(each for each in told if each.kind not in _OF_MENTORS), _party(tx, now, case))

        return await self._database.read(query)

    async def mark(self, speaker: Speaker, case_id: int, kind: str) -> None:
        """Note what was done; the curators hear of it, once a day for each case."""

        def unit(tx: Transaction) -> None:
            now, case = care_of(tx, speaker, case_id)
            if kind not in MARKED:
                raise NotYours
            if not cases.just_noted(tx, case, Step(kind), now.person_id):
                _did(tx, now, case, Step(kind))

        await self._database.work(unit)


def receive_words(tx: Transaction, speaker: Speaker, sent: Sent) -> int:
    """What a curator or the carer did, in words. Returns the case's id."""
    now, case = _touched(tx, speaker, sent.about)
    _did(tx, now, case, Step.WORDS, sent.text("text") or "")
    return case.id


def guard_words(tx: Transaction, speaker: Speaker, form: str, about: int) -> None:
    """Nothing is opened about a case that is not the speaker's to touch."""
    del form
    _touched(tx, speaker, about)


def _touched(tx: Transaction, speaker: Speaker, case_id: int) -> tuple[Speaker, Case]:
    return (open_case if may(speaker, Deed.MATCH) else care_of)(tx, speaker, case_id)


def still_given(tx: Transaction, notice: Notice) -> Values | None:
    """For a carer: true while the case is open and theirs."""
    case = cases.get(tx, notice.about)
    if case.closed_at is not None or case.carer is None or case.carer != notice.person_id or case.care is None:
        return None
    to = viewer(tx, case.carer)
    curator = may(to, Deed.MATCH)
    if not may(to, Deed.LOOK_AFTER) or not (curator or agreed(tx, case)):
        return None
    (one,) = seen(tx, [case], {})
    who = shown(one.person, to)
    return {"who": who, "days": one.days, "care": case.care.value, "case": case.id, "curator": curator}


def still_step(tx: Transaction, notice: Notice) -> Values | None:
    """For a curator: what a carer did."""
    row = tx.one("SELECT * FROM case_steps WHERE id = :id", id=notice.revision)
    case = cases.get(tx, notice.about)
    if row is None or row["by_id"] is None or notice.person_id is None:
        return None
    to = viewer(tx, notice.person_id)
    known = people.some(tx, [row["by_id"], case.person])
    by, who = shown(known[row["by_id"]], to), shown(known[case.person], to)
    return {"by": by, "who": who, "detail": row["kind"], "case": case.id}


def _did(tx: Transaction, now: Speaker, case: Case, kind: Step, words: str = "") -> None:
    step = cases.step(tx, case, kind, now.person_id, words=words)
    if may(now, Deed.MATCH):
        return
    day = tx.now.astimezone(schools.settings(tx, now.school_id).zone).date()
    for curator in people.with_role(tx, now.school_id, Role.CURATOR):
        notices.write(
            tx,
            "case-step",
            school=now.school_id,
            person=curator.id,
            about=case.id,
            revision=step,
            lane=Lane.REMINDER,
            key=f"case-step:{curator.id}:{case.id}:{day}",
        )


def _party(tx: Transaction, now: Speaker, case: Case) -> Party | None:
    """As what the carer is asked about this mentee: their note stands behind its own wall."""
    role = role_of(now.roles, PARTIES)
    if role is None:
        return None
    known = frame(tx, now.school_id)
    return PARTIES[role] if asks.one(tx, known, PARTIES[role], now.person_id, case.person) else None
