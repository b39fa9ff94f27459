"""Cases of those without a pair, as everybody who may see one sees it; whose case it is for whom to touch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mentoring.cases import Step
from mentoring.notes import Party
from mentoring.people import Person, Role, Speaker
from mentoring.questionnaire import Phrase
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from mentoring.standing import Lack, Standing
from services.authority import acting
from services.people import frame
from storage import asks, cases, people, schools
from storage.cases import Case
from storage.database import Transaction

STEPS = 12  # of a card: the newest


@dataclass(frozen=True, slots=True)
class Seen:
    """A case as it stands today: who, how many days they wait, why, who looks after it."""

    case: Case
    person: Person
    days: int
    lacks: tuple[Lack, ...]
    offered: bool  # a pair is offered, and not answered by both
    mentors: Mapping[int, Person]  # whom cause and remedy name, by participation
    carer: Person | None
    today: date


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that was done, in the school's days; `kind` None: a reminder of what is missing."""

    kind: Step | None
    day: date
    about: Person | None
    by: Person | None
    words: str


@dataclass(frozen=True, slots=True)
class Labels:
    """What the sentences about cases need beside the people."""

    areas: Mapping[str, Phrase]
    drafted_at: datetime | None = None  # the newest draft, in the school's time


def case_of(tx: Transaction, speaker: Speaker, case_id: int) -> tuple[Speaker, Case]:
    """The curator and a case of their school. Raises NotYours for any other."""
    now = acting(tx, speaker, Deed.MATCH)
    case = cases.get(tx, case_id)
    if case.school_id != now.school_id:
        raise NotYours
    return now, case


def open_case(tx: Transaction, speaker: Speaker, case_id: int) -> tuple[Speaker, Case]:
    """The same, where something is to be done. Raises Refusal for a case that is closed."""
    now, case = case_of(tx, speaker, case_id)
    if case.closed_at is not None:
        raise Refusal("cases-over")
    return now, case


def care_of(tx: Transaction, speaker: Speaker, case_id: int) -> tuple[Speaker, Case]:
    """Whoever looks after an open case, and the case. Raises NotYours for everyone else, and without the consent."""
    now = acting(tx, speaker, Deed.LOOK_AFTER)
    case = cases.get(tx, case_id)
    if case.carer != now.person_id or case.school_id != now.school_id or case.closed_at is not None:
        raise NotYours
    if not agreed(tx, case):
        raise NotYours
    return now, case


def agreed(tx: Transaction, case: Case) -> bool:
    """Whether the mentee's consent is complete, so that other adults may be told."""
    known = frame(tx, case.school_id)
    return any(asks.speaks_of(tx, known, each, case.person) for each in (Party.PSYCHOLOGIST, Party.METHODIST))


def seen(tx: Transaction, found: Iterable[Case], standings: Mapping[int, Standing]) -> tuple[Seen, ...]:
    """Cases with the people they name, in a fixed number of queries; `standings` by participation."""
    every = list(found)
    if not every:
        return ()
    chosen = schools.settings(tx, every[0].school_id)
    mentors = _mentors(tx, cases.ids_of(every), every[0].programme_id)
    known = people.some(tx, {*(case.person for case in every), *(case.carer for case in every if case.carer)})
    offered = _offered(tx, every)
    today = tx.now.astimezone(chosen.zone).date()
    return tuple(
        Seen(
            case=case,
            person=known[case.person],
            days=max((today - case.since.astimezone(chosen.zone).date()).days, 0),
            lacks=standings[case.participation].lacks if case.participation in standings else (),
            offered=case.participation in offered,
            mentors=mentors,
            carer=known.get(case.carer or 0),
            today=today,
        )
        for case in every
    )


def history(tx: Transaction, case: Case, zone: ZoneInfo) -> tuple[Told, ...]:
    """What has been done about the mentee, the newest first; reminders too, which are journalled by themselves."""
    steps = cases.steps(tx, case.participation, STEPS)
    known = people.some(tx, {each for step in steps for each in (step.about, step.by) if each})
    found = [
        (step.at, Told(step.kind, _day(step.at, zone), known.get(step.about or 0), known.get(step.by or 0), step.words))
        for step in steps
    ]
    found += [(at, Told(None, _day(at, zone), None, None, "")) for at in cases.nudges(tx, case, STEPS)]
    found.sort(key=lambda each: each[0], reverse=True)
    return tuple(told for _, told in found[:STEPS])


def _day(at: datetime, zone: ZoneInfo) -> date:
    return at.astimezone(zone).date()


def role_of(roles: Iterable[Role], wanted: Iterable[Role]) -> Role | None:
    """As what somebody looks after a case: the first of the roles wanted that they have."""
    there = {*roles}
    return next((role for role in wanted if role in there), None)


def _mentors(tx: Transaction, participations: set[int], programme: int) -> dict[int, Person]:
    ids = ",".join(str(int(each)) for each in sorted(participations))
    if not ids:
        return {}
    rows = tx.all(f"SELECT id, person_id FROM participations WHERE programme_id = :p AND id IN ({ids})", p=programme)
    known = people.some(tx, (row["person_id"] for row in rows))
    return {row["id"]: known[row["person_id"]] for row in rows}


def _offered(tx: Transaction, every: Iterable[Case]) -> set[int]:
    ids = ",".join(str(int(case.participation)) for case in every)
    rows = tx.all(f"SELECT mentee_id FROM members WHERE live = 1 AND mentee_id IN ({ids})")
    return {row["mentee_id"] for row in rows}
