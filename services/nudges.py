"""«Кто не сдал», and reminders the curator sends: only to those who have not answered, twice at most, once a day at most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.naming import shown
from mentoring.people import Person, Speaker
from mentoring.refusal import NotYours
from mentoring.rights import Deed
from mentoring.standing import Lack, Standing
from services.authority import acting, person_for
from services.notices import Notice, Values
from services.people import Roll, Seen, Wanted, frame
from services.viewers import viewer
from storage import journal, notices, roster, schools, standing
from storage.database import Database, Transaction
from storage.moments import to_time
from storage.notices import Lane

__all__ = ["OWED", "Nudges", "Owing", "Plan", "still_nudge", "still_nudge_guardian"]

OWED = roster.OWED
MOST = 2
PAUSE = timedelta(days=1)
_LAPSES = timedelta(days=3)
_BY_ANSWERING = (Lack.CONSENT, Lack.ASSENT, Lack.GUARDIAN, Lack.APPLICATION, Lack.ENTRY)
_QUESTIONNAIRES = (Lack.APPLICATION, Lack.ENTRY)
_ORDER = tuple(Lack)
_MANY = 10  # a notice's revision is the place of the lack times this, and which reminder it is


@dataclass(frozen=True, slots=True)
class Target:
    """Somebody to be reminded: of what, for the how manieth time, and the people the reminder can reach."""

    participation: int
    person: int
    lack: Lack
    number: int
    receivers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Who would get a reminder now, and who would not and why (numbers of people)."""

    targets: tuple[Target, ...]
    today: int  # reminded within a day
    twice: int  # reminded as often as is allowed
    unreached: int  # no account to reach them or their parents by, or not joined yet
    paper: int  # only the paper is awaited

    @property
    def now(self) -> int:
        """How many people a reminder is sent about."""
        return len(self.targets)


@dataclass(frozen=True, slots=True)
class Owing:
    """Everyone who has not sent something, in the order of classes: for the sheet."""

    school: str
    day: date
    people: tuple[Seen, ...]


class Nudges:
    """Who owes an answer, and reminding them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def owing(self, speaker: Speaker) -> Owing:
        """Everyone who owes something."""

        def query(tx: Transaction) -> Owing:
            curator = acting(tx, speaker, Deed.SEE_PEOPLE)
            known = frame(tx, curator.school_id)
            found = roster.everyone(tx, known, Wanted(sign=Roll.OWING))
            sides: dict[int, list[Standing]] = {}
            for each in standing.of_people(tx, (person.id for person in found)):
                sides.setdefault(each.person.id, []).append(each)
            people = tuple(Seen(person, tuple(sides.get(person.id, ()))) for person in found)
            return Owing(schools.get(tx, curator.school_id).short_name, known.today, people)

        return await self._database.read(query)

    async def preview(self, speaker: Speaker, wanted: Wanted, person: int = 0) -> Plan:
        """What sending would do; for one person, or for everyone of a list who owes something."""
        return await self._database.read(lambda tx: self._plan(tx, speaker, wanted, person)[1])

    async def send(self, speaker: Speaker, wanted: Wanted, person: int = 0) -> int:
        """Remind those who can be reminded now; returns how many people it is about."""

        def unit(tx: Transaction) -> int:
            curator, plan = self._plan(tx, speaker, wanted, person)
            for target in plan.targets:
                _write(tx, curator.school_id, target)
                journal.note(
                    tx, "nudged", "person", target.person, school=curator.school_id, by=curator.person_id,
                    details=target.lack,
                )  # fmt: skip
            return plan.now

        return await self._database.work(unit)

    def _plan(self, tx: Transaction, speaker: Speaker, wanted: Wanted, person_id: int) -> tuple[Speaker, Plan]:
        if person_id:
            curator, person = person_for(tx, speaker, Deed.CHANGE_PEOPLE, person_id)
            if person.removed_at is not None:
                raise NotYours
            return curator, plan_for(tx, [person])
        curator = acting(tx, speaker, Deed.CHANGE_PEOPLE)
        return curator, plan_for(tx, roster.everyone(tx, frame(tx, curator.school_id), wanted))


def plan_for(tx: Transaction, people: list[Person]) -> Plan:
    """What reminding these people would do. A fixed number of queries."""
    standings: dict[int, Standing] = {}
    waiting_for_paper: set[int] = set()
    joined: set[int] = set()
    for each in standing.of_people(tx, (person.id for person in people)):
        joined.add(each.person.id)
        if _asked(each) is not None:
            standings.setdefault(each.person.id, each)
        elif Lack.PAPER in each.lacks:
            waiting_for_paper.add(each.person.id)
    sent = _sent(tx, (each.participation.id for each in standings.values()))
    reached = _reached(tx, standings)
    targets, today, twice = [], 0, 0
    unreached = sum(person.id not in joined for person in people)
    for each in standings.values():
        lack = _asked(each)
        earlier = sent.get(each.participation.id, [])
        number = max((one.number for one in earlier if one.lack is lack), default=0)
        if lack is None or number >= MOST:
            twice += 1
        elif any(one.fresh for one in earlier):
            today += 1
        elif receivers := reached.get(each.person.id, ()):
            targets.append(Target(each.participation.id, each.person.id, lack, number + 1, receivers))
        else:
            unreached += 1
    return Plan(tuple(targets), today, twice, unreached, len(waiting_for_paper - set(standings)))


def _asked(each: Standing) -> Lack | None:
    """What a participant, or their parent, can be asked to answer now."""
    for lack in _BY_ANSWERING:
        if lack in each.lacks and (lack not in _QUESTIONNAIRES or each.may_answer):
            return lack
    return None


@dataclass(frozen=True, slots=True)
class _Earlier:
    lack: Lack
    number: int
    fresh: bool


def _sent(tx: Transaction, participations: Iterable[int]) -> dict[int, list[_Earlier]]:
    ids = ",".join(str(each) for each in participations)
    found: dict[int, list[_Earlier]] = {}
    if ids:
        for row in tx.all(
            "SELECT about, revision, not_before FROM notices "
            f"WHERE kind IN ('nudge', 'nudge-guardian') AND about IN ({ids})"
        ):
            place, number = divmod(row["revision"], _MANY)
            fresh = to_time(row["not_before"]) > tx.now - PAUSE
            found.setdefault(row["about"], []).append(_Earlier(_ORDER[place], number, fresh))
    return found


def _reached(tx: Transaction, standings: dict[int, Standing]) -> dict[int, tuple[int, ...]]:
    """By person: who can be reached about them; for a parent's answer the parents who came, and the child to hand it on."""
    ids = ",".join(str(each) for each in standings)
    found: dict[int, tuple[int, ...]] = {}
    if not ids:
        return found
    rows = tx.all(
        f"SELECT DISTINCT w.person_id, w.receiver_id FROM (SELECT id AS person_id, id AS receiver_id FROM persons "
        f"WHERE id IN ({ids}) UNION SELECT child_id, guardian_id FROM guardianships WHERE child_id IN ({ids})) w "
        "JOIN account_persons l ON l.person_id = w.receiver_id "
        "JOIN accounts a ON a.id = l.account_id AND a.unreachable_at IS NULL ORDER BY 1, 2"
    )
    for row in rows:
        person, receiver = row["person_id"], row["receiver_id"]
        if receiver == person or _asked(standings[person]) is Lack.GUARDIAN:
            found[person] = (*found.get(person, ()), receiver)
    return found


def _write(tx: Transaction, school: int, target: Target) -> None:
    for receiver in target.receivers:
        notices.write(
            tx,
            "nudge" if receiver == target.person else "nudge-guardian",
            school=school,
            person=receiver,
            about=target.participation,
            revision=_ORDER.index(target.lack) * _MANY + target.number,
            lane=Lane.REMINDER,
            not_after=tx.now + _LAPSES,
        )


def still_nudge(tx: Transaction, notice: Notice) -> Values | None:
    """Whether the person has still not answered, and what."""
    waiting = _still(tx, notice)
    return None if waiting is None else {"lack": _lack(notice).value}


def still_nudge_guardian(tx: Transaction, notice: Notice) -> Values | None:
    """Whether the parent has still not answered, and about whom."""
    waiting = _still(tx, notice)
    if waiting is None or notice.person_id is None:
        return None
    return {"child": shown(waiting.person, viewer(tx, notice.person_id))}


def _still(tx: Transaction, notice: Notice) -> Standing | None:
    person = tx.value("SELECT person_id FROM participations WHERE id = :id AND left_at IS NULL", id=notice.about)
    for each in standing.of_people(tx, [person] if person else []):
        if each.participation.id == notice.about and _asked(each) is _lack(notice):
            return each
    return None


def _lack(notice: Notice) -> Lack:
    return _ORDER[notice.revision // _MANY]
