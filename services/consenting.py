"""Consents: who is asked for what, in which edition, and what comes of the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mentoring.consents import Capacity, Purpose, Way
from mentoring.editions import Edition
from mentoring.naming import shown
from mentoring.people import ADULT_AT, Person, Role, Speaker, birthday, is_minor
from mentoring.refusal import NotYours, Refusal
from services.digest import tell_curators
from services.notices import Notice, Values, addressee
from services.withdrawing import come_back
from storage import accounts, consents, guardianships, journal, notices, people, schools, standing
from storage.database import Database, Transaction
from storage.forgetting import forget


@dataclass(frozen=True, slots=True)
class Asked:
    """A consent as it is put to somebody: whose data, in what capacity, which edition, which operator, until when."""

    person: Person
    capacity: Capacity
    edition: Edition
    operator: str
    school: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of an answer. `stale`: another edition is in force, nothing was stored; `gone`: nothing is left.

    `stands`: the consent given before stands, a late tap on an old screen takes nothing back.
    """

    asked: Asked
    agreed: bool
    signer: Person | None = None
    stale: bool = False
    gone: bool = False
    stands: bool = False


def giver(tx: Transaction, speaker: Speaker, person_id: int) -> tuple[Person, Capacity, Person]:
    """Whose data, in what capacity this account would answer about them, and as which of its people.

    Raises NotYours when it is not theirs to answer, Refusal for a guardian who may not decide.
    """
    person = people.get(tx, person_id)
    if person.removed_at is not None or person.erased_at is not None:
        raise NotYours
    today = tx.now.astimezone(schools.settings(tx, person.school_id).zone).date()
    if accounts.speaks_for(tx, speaker.account_id, person_id):
        return person, Capacity.ASSENT if is_minor(person, today) else Capacity.SELF, person
    mine = {each.id for each in accounts.people_of(tx, speaker.account_id)}
    for guardian in people.guardians_of(tx, person_id):
        if guardian.id in mine:
            return person, Capacity.GUARDIAN, guardian
    if any(guardianships.barred(tx, each, person_id) for each in mine):
        raise Refusal("guardian-barred")
    raise NotYours


class Consenting:
    """Consents given or declined by a tap."""

    def __init__(self, database: Database, editions: Mapping[Capacity, Edition]) -> None:
        self._database = database
        self._editions = editions

    async def asked(self, speaker: Speaker, person_id: int) -> Asked:
        """The consent this speaker is asked for about a person. Raises NotYours when it is not theirs to give."""
        return await self._database.read(lambda tx: self.put(tx, speaker, person_id)[0])

    async def answer(self, speaker: Speaker, person_id: int, version: str, *, agreed: bool) -> Answered:
        """Take an answer to the edition that was on the screen. Raises NotYours when it is not theirs to give."""

        def unit(tx: Transaction) -> Answered:
            asked, signer = self.put(tx, speaker, person_id)
            if asked.edition.version != version:
                return Answered(asked, agreed, signer, stale=True)
            if agreed:
                return self._agree(tx, asked, signer)
            return self._decline(tx, asked, signer)

        return await self._database.work(unit)

    def put(self, tx: Transaction, speaker: Speaker, person_id: int) -> tuple[Asked, Person]:
        """The consent, and who of the account's people would give it.

        Whoever speaks for the person answers for themselves; only an account that does not may answer as a guardian:
        a child's own phone can never agree for the parent.
        """
        person, capacity, signer = giver(tx, speaker, person_id)
        school = schools.get(tx, person.school_id)
        programme = schools.programme(tx, school.id)
        until = programme.ends_on if programme else None
        asked = Asked(person, capacity, self._editions[capacity], school.full_name, school.short_name, until)
        return asked, signer

    def still_answered(self, tx: Transaction, notice: Notice) -> Values | None:
        """The child hears what the parent said, if it still stands."""
        every = [each for each in consents.every(tx, notice.about) if each.purpose is Purpose.PARTICIPATION]
        given = [each for each in every if each.withdrawn_at is None]
        said = [each for each in given if each.capacity is Capacity.GUARDIAN and each.way is Way.TAP]
        if not said:
            return None
        chosen = schools.settings(tx, notice.school_id)
        written = any(each.capacity is Capacity.GUARDIAN and each.way is not Way.TAP for each in given)
        return {"agreed": "yes" if said[-1].agreed else "no", "rule": "none" if written else chosen.guardian_rule}

    def still_disagree(self, tx: Transaction, notice: Notice) -> Values | None:
        """The curator hears that two parents answered differently, while they do."""
        child = people.get(tx, notice.about)
        return {"name": shown(child, addressee(tx, notice))} if _disagree(tx, child.id) else None

    def still_of_age(self, tx: Transaction, notice: Notice) -> Values | None:
        """Eighteen has come: an own consent is asked for, unless it is there or they left."""
        person = people.get(tx, notice.about)
        chosen = schools.settings(tx, person.school_id)
        today = tx.now.astimezone(chosen.zone).date()
        given = standing.consents_of(tx, [person.id]).get(person.id, [])
        own = any(
            each.agreed and each.capacity is Capacity.SELF and each.purpose is Purpose.PARTICIPATION for each in given
        )
        taking_part = bool(standing.of_person(tx, person.id)) and person.withdrawn_at is None
        if not taking_part or own or is_minor(person, today):
            return None
        if person.birth_date is None:
            return {"until": "none"}
        until = birthday(person.birth_date, ADULT_AT) + timedelta(days=chosen.adult_grace_days)
        return {"until": f"{until:%d.%m.%Y}" if until > today else "none"}

    def _agree(self, tx: Transaction, asked: Asked, signer: Person) -> Answered:
        if self._give(tx, asked, signer, agreed=True):
            if asked.person.withdrawn_at is not None:  # they changed their mind before anything was erased
                come_back(tx, asked.person, signer)
            journal.note(
                tx, f"agreed-{asked.capacity}", "person", asked.person.id, school=signer.school_id, by=signer.id
            )
            if asked.capacity is Capacity.GUARDIAN:
                self._tell_child(tx, asked.person)
                if guardianships.count_announced(tx, signer.school_id):
                    tell_curators(tx, signer.school_id, "guardians-waiting")
                _tell_of_disagreement(tx, asked.person)
            elif asked.person.admitted_at is None and schools.settings(tx, signer.school_id).privacy.coded:
                tell_curators(tx, signer.school_id, "newcomers")  # elsewhere when they have given their name
            if asked.capacity is Capacity.ASSENT:
                _ask_at_eighteen(tx, asked.person)
        return Answered(asked, agreed=True, signer=signer)

    def _decline(self, tx: Transaction, asked: Asked, signer: Person) -> Answered:
        person = asked.person
        own = asked.capacity is not Capacity.GUARDIAN
        given = [each for each in consents.every(tx, person.id) if each.purpose is Purpose.PARTICIPATION]
        if own and any(each.agreed and each.capacity is asked.capacity and each.withdrawn_at is None for each in given):
            return Answered(asked, agreed=True, signer=signer, stands=True)
        journal.note(tx, f"declined-{asked.capacity}", "person", person.id, school=person.school_id, by=signer.id)
        if own and not given and person.admitted_at is None:
            forget(tx, person.id)
            return Answered(asked, agreed=False, gone=True)
        if self._give(tx, asked, signer, agreed=False) and not own:
            self._tell_child(tx, person)
            _tell_of_disagreement(tx, person)
        return Answered(asked, agreed=False, signer=signer)

    def _give(self, tx: Transaction, asked: Asked, signer: Person, *, agreed: bool) -> bool:
        return consents.give(
            tx,
            asked.person.id,
            asked.capacity,
            Way.TAP,
            asked.edition,
            agreed=agreed,
            given_by=signer.id,
            until=asked.until,
        )

    def _tell_child(self, tx: Transaction, child: Person) -> None:
        revision = len(consents.every(tx, child.id))
        notices.write(
            tx, "guardian-answered", school=child.school_id, person=child.id, about=child.id, revision=revision
        )


def _disagree(tx: Transaction, child_id: int) -> bool:
    """Whether one guardian agreed and another's refusal stands against it."""
    said = [
        each
        for each in standing.consents_of(tx, [child_id]).get(child_id, [])
        if each.purpose is Purpose.PARTICIPATION and each.capacity is Capacity.GUARDIAN
    ]
    return len({each.agreed for each in said}) > 1 and len({each.given_by for each in said}) > 1


def _tell_of_disagreement(tx: Transaction, child: Person) -> None:
    """Curators hear that the parents do not agree with each other."""
    if not _disagree(tx, child.id):
        return
    revision = len(consents.every(tx, child.id))
    for curator in people.with_role(tx, child.school_id, Role.CURATOR):
        notices.write(
            tx, "guardians-disagree", school=child.school_id, person=curator.id, about=child.id, revision=revision
        )


def _ask_at_eighteen(tx: Transaction, person: Person) -> None:
    """On the eighteenth birthday (ст. 21 ГК РФ) the guardian's consent gives way to one's own."""
    if person.birth_date is None:
        return
    zone = schools.settings(tx, person.school_id).zone
    morning = datetime.combine(birthday(person.birth_date, ADULT_AT), time(9), zone)
    notices.write(tx, "come-of-age", school=person.school_id, person=person.id, about=person.id, not_before=morning)
