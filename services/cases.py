"""The curator's cases: who is left without a pair and why, what would help, and everything that is done about it.

Stage 5 of the roadmap: the search goes on, with psychological accompaniment where it is needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mentoring.cases import CARERS, MARKED, PARTIES, TRIES, Care, Outcome, Step
from mentoring.matching_outcome import Cause, Unpaired
from mentoring.people import MentoringForm, Person, Role, Side, Speaker
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from mentoring.standing import Standing
from services.authority import acting
from services.capacity import room_of
from services.case_here import Labels, Seen, Told, agreed, case_of, history, open_case, seen
from storage import areas, asks, cases, journal, notices, people, place_asks, schools, staff, standing
from storage.cases import Case
from storage.database import Database, Transaction

PAGE = 6
_MOST_ASKED = 2  # mentors a card offers to ask for a place


@dataclass(frozen=True, slots=True)
class CasesPage:
    """One page of those without a pair, of a form or of all (empty); how many each form has."""

    form: str
    at: int
    total: int
    lines: tuple[Seen, ...]
    forms: Mapping[str, int]
    labels: Labels


@dataclass(frozen=True, slots=True)
class Card:
    """One case with all that can be done about it."""

    seen: Seen
    told: tuple[Told, ...]
    askable: tuple[int, ...]  # mentors who may be asked for one more place
    agreed: tuple[int, ...]  # mentors who said yes
    banned: int | None  # the mentor whose ban would be lifted
    other_forms: tuple[MentoringForm, ...]
    labels: Labels


@dataclass(frozen=True, slots=True)
class Carers:
    """Who may look after a case, each as what."""

    seen: Seen
    people: tuple[tuple[Person, Role], ...]


class Cases:
    """What the curator sees and does about those without a pair."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(self, speaker: Speaker, form: str = "", at: int = 0) -> CasesPage:
        """A page of them, the longest waiting first; whoever has got a pair meanwhile is taken out."""

        def unit(tx: Transaction) -> CasesPage:
            now = acting(tx, speaker, Deed.MATCH)
            programme = schools.programme(tx, now.school_id)
            if programme is None:
                raise Refusal("match-no-programme")
            cases.settle(tx, programme=programme.id)
            forms = cases.counts(tx, programme.id)
            total = forms.get(form, 0) if form else sum(forms.values())
            first = min(max(at, 0), max(total - 1, 0)) // PAGE * PAGE
            found = cases.page(tx, programme.id, form, first, PAGE)
            return CasesPage(form, first, total, seen(tx, found, _standings(tx, found)), forms, _labels(tx, now, form))

        return await self._database.work(unit)

    async def card(self, speaker: Speaker, case_id: int) -> Card:
        """One case. Raises NotYours for another school's."""

        def query(tx: Transaction) -> Card:
            now, case = case_of(tx, speaker, case_id)
            standings = _standings(tx, [case])
            (one,) = seen(tx, [case], standings)
            zone = schools.settings(tx, now.school_id).zone
            asked = place_asks.of_case(tx, case.id)
            fits = standings[case.participation].participation.fitting if case.participation in standings else ()
            return Card(
                seen=one,
                told=history(tx, case, zone),
                askable=tuple(each for each in _full(case.found) if each not in asked and each in one.mentors),
                agreed=tuple(each for each, answer in asked.items() if answer == "yes"),
                banned=_banned(case.found),
                other_forms=tuple(each for each in fits if each != case.form),
                labels=_labels(tx, now, case.form),
            )

        return await self._database.read(query)

    async def ask_mentor(self, speaker: Speaker, case_id: int, mentor_id: int) -> None:
        """Ask a mentor the draft named whether they would take one more: once for a case.

        Raises Refusal where the form allows no more places, NotYours for a mentor the case does not name.
        """

        def unit(tx: Transaction) -> None:
            now, case = open_case(tx, speaker, case_id)
            mentor = standing.of_participation(tx, mentor_id)
            if mentor is None or mentor_id not in _full(case.found) or mentor.participation.side is not Side.MENTOR:
                raise NotYours
            room = room_of(tx, mentor)
            if room.one_more is None:
                raise Refusal("cases-no-more-places")
            ask = place_asks.ask(tx, case.id, mentor_id, now.person_id)
            cases.step(tx, case, Step.ASKED_MENTOR, now.person_id, about=mentor.person.id)
            notices.write(tx, "place-asked", school=now.school_id, person=mentor.person.id, about=ask)

        await self._database.work(unit)

    async def carers(self, speaker: Speaker, case_id: int) -> Carers:
        """Whom the case may be handed over to."""

        def query(tx: Transaction) -> Carers:
            _, case = open_case(tx, speaker, case_id)
            (one,) = seen(tx, [case], {})
            return Carers(one, _carers(tx, one.person))

        return await self._database.read(query)

    async def give(self, speaker: Speaker, case_id: int, person_id: int, care: str) -> bool:
        """Hand the case over; the carer is told, and may tell about the mentee behind the walls that stand.

        Returns whether somebody else looks after it now. Raises Refusal until the mentee's consent is complete.
        """

        def unit(tx: Transaction) -> bool:
            now, case = open_case(tx, speaker, case_id)
            asked_for = Care(care) if care in {*Care} else Care.FIND_OUT
            mentee = people.get(tx, case.person)
            role = next((role for each, role in _carers(tx, mentee) if each.id == person_id), None)
            if role is None:
                raise NotYours
            if role is not Role.CURATOR and not agreed(tx, case):
                raise Refusal("cases-no-consent")
            if (case.carer, case.care) == (person_id, asked_for):  # they have been asked for this already
                return person_id != now.person_id
            cases.give(tx, case.id, person_id, asked_for)
            step = cases.step(tx, case, Step.GIVEN, now.person_id, about=person_id)
            if role in PARTIES:
                asks.ask(tx, case.programme_id, PARTIES[role], [case.person], now.person_id)
            if person_id == now.person_id:
                return False
            notices.write(tx, "case-given", school=now.school_id, person=person_id, about=case.id, revision=step)
            return True

        return await self._database.work(unit)

    async def plan(self, speaker: Speaker, case_id: int, days: int) -> date | None:
        """Set the day of the next try, in so many days (0: none); the mentee hears of it, once for each day that is set."""

        def unit(tx: Transaction) -> date | None:
            now, case = open_case(tx, speaker, case_id)
            today = tx.now.astimezone(schools.settings(tx, now.school_id).zone).date()
            if days and days not in TRIES:
                raise NotYours
            day = today + timedelta(days=days) if days else None
            if day == case.next_try_on:
                return day
            cases.plan(tx, case.id, day)
            cases.step(tx, case, Step.PLANNED, now.person_id)
            if day is not None:
                _tell_plan(tx, case, day)
            return day

        return await self._database.work(unit)

    async def mark(self, speaker: Speaker, case_id: int, kind: str) -> None:
        """Note what was done."""

        def unit(tx: Transaction) -> None:
            now, case = open_case(tx, speaker, case_id)
            if kind not in MARKED:
                raise NotYours
            if not cases.just_noted(tx, case, Step(kind), now.person_id):
                cases.step(tx, case, Step(kind), now.person_id)

        await self._database.work(unit)

    async def close(self, speaker: Speaker, case_id: int) -> None:
        """No mentor is wanted: the mentee leaves the search and is told. Raises Refusal while a pair is offered."""

        def unit(tx: Transaction) -> None:
            now, case = open_case(tx, speaker, case_id)
            if tx.value("SELECT 1 FROM members WHERE mentee_id = :id AND live = 1", id=case.participation):
                raise Refusal("cases-has-offer")
            cases.close(tx, case.id, Outcome.NOT_WANTED, by=now.person_id)
            tx.run("UPDATE participations SET left_at = :now WHERE id = :id", now=tx.now, id=case.participation)
            by = now.person_id
            journal.note(tx, "left-side", "participation", case.participation, school=now.school_id, by=by)
            notices.write(tx, "case-closed", school=now.school_id, person=case.person, about=case.id)

        await self._database.work(unit)


def settled_at_night(tx: Transaction, school_id: int) -> None:
    """Whatever happened by ways nobody thought of: cases follow the pairs every night."""
    programme = schools.programme(tx, school_id)
    if programme is not None:
        cases.settle(tx, programme=programme.id)


def _standings(tx: Transaction, found: list[Case]) -> dict[int, Standing]:
    return {each.participation.id: each for each in standing.of_people(tx, (case.person for case in found))}


def _labels(tx: Transaction, now: Speaker, form: str) -> Labels:
    made = cases.drafted_at(tx, now.school_id, form)
    zone = schools.settings(tx, now.school_id).zone
    return Labels(areas.labels(tx, now.school_id), made.astimezone(zone) if made else None)


def _full(found: Unpaired | None) -> tuple[int, ...]:
    """The mentors who would be enough with one place more."""
    if found is None:
        return ()
    by_remedy = [found.remedy.mentor] if found.remedy and found.remedy.lift is Cause.NO_PLACES else []
    named = cases.mentors_of(replace(found, remedy=None)) if found.cause.kind is Cause.NO_PLACES else []
    return tuple(dict.fromkeys([*by_remedy, *named]))[:_MOST_ASKED]


def _banned(found: Unpaired | None) -> int | None:
    return found.remedy.mentor if found and found.remedy and found.remedy.lift is Cause.BANNED else None


def _carers(tx: Transaction, mentee: Person) -> tuple[tuple[Person, Role], ...]:
    """Whoever may look after this mentee, each once, by their first role; a class teacher only of the own class."""
    wanted = CARERS.get(mentee.kind, (Role.CURATOR,))
    by_role = staff.by_role(tx, mentee.school_id)
    teachers = staff.class_teachers(tx, mentee.school_id, mentee.school_class)
    chosen: dict[int, Role] = {}
    for role in wanted:
        for each in teachers if role is Role.CLASS_TEACHER else by_role.get(role, []):
            chosen.setdefault(each, role)
    known = people.some(tx, chosen)
    return tuple((known[each], role) for each, role in chosen.items())


def _tell_plan(tx: Transaction, case: Case, day: date) -> None:
    """After a while, so that a curator who changes their mind is not heard twice."""
    notices.write(
        tx,
        "case-plan",
        school=case.school_id,
        person=case.person,
        about=case.id,
        revision=day.toordinal(),
        not_before=tx.now + timedelta(minutes=10),
    )
