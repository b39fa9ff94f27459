"""The consents beside the one to take part: each asked for on a screen of its own, by the person and by the guardian."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from mentoring.consents import SCOPED, Capacity, Consent, ConsentLack, Need, Purpose, Terms, Way, missing, needs
from mentoring.editions import Edition
from mentoring.naming import shown
from mentoring.people import Person, Speaker
from mentoring.refusal import NotYours, Refusal
from services.consenting import giver
from services.notices import Notice, Values, addressee
from storage import consents, journal, notices, people, schools, standing
from storage.database import Database, Transaction
from storage.schools import School

__all__ = ["Item", "Offered", "Permissions", "Put", "Said", "School", "ask", "scopes_of"]

_LATER = "permissions-later"
_ANSWERED = {ConsentLack.UNCONFIRMED, ConsentLack.PAPER}  # of taking part: both have said yes


@dataclass(frozen=True, slots=True)
class Item:
    """One permission as the speaker sees it: what they themselves said, and whether everything is there."""

    purpose: Purpose
    required: bool
    said: bool | None
    before: bool  # they have answered about other addresses or partners
    missing: tuple[ConsentLack, ...]
    written: bool


@dataclass(frozen=True, slots=True)
class Offered:
    """All permissions about one person that this speaker may give; `fresh`: how many were never answered or put off."""

    person: Person
    capacity: Capacity
    items: tuple[Item, ...]
    fresh: int
    required: int  # of them, how many must be given


@dataclass(frozen=True, slots=True)
class Put:
    """One permission as it is put to somebody."""

    person: Person
    capacity: Capacity
    purpose: Purpose
    edition: Edition
    school: School
    scope: str
    until: date | None
    said: bool | None

    @property
    def mark(self) -> str:
        """What a tap must carry to be an answer to this very text."""
        return f"{self.edition.version}-{sha256(self.scope.encode()).hexdigest()[:6]}"


@dataclass(frozen=True, slots=True)
class Said:
    """What came of an answer. `stale`: the text or the addresses have changed, nothing was stored."""

    put: Put
    agreed: bool
    stale: bool = False


class Permissions:
    """Optional consents, and the one to pass data to a partner."""

    def __init__(self, database: Database, editions: Mapping[tuple[Purpose, Capacity], Edition]) -> None:
        self._database = database
        self._editions = editions

    async def offered(self, speaker: Speaker, person_id: int) -> Offered:
        """What this speaker may permit about a person. Raises NotYours when it is not theirs to answer."""
        return await self._database.read(lambda tx: _offered(tx, speaker, person_id))

    async def waiting(self, speaker: Speaker) -> list[Offered]:
        """Of the person spoken for and their children: whoever takes part and was not asked yet."""

        def query(tx: Transaction) -> list[Offered]:
            if speaker.person is None:
                return []
            found = []
            for each in (speaker.person, *people.children_of(tx, speaker.person.id)):
                if each.withdrawn_at is None and standing.of_person(tx, each.id):
                    found.append(_offered(tx, speaker, each.id))
            return [each for each in found if each.fresh]

        return await self._database.read(query)

    async def put(self, speaker: Speaker, person_id: int, purpose: Purpose) -> Put:
        """One permission. Raises NotYours when it is not theirs, Refusal when there is nothing to permit now."""
        return await self._database.read(lambda tx: self._put(tx, speaker, person_id, purpose)[0])

    async def answer(
        self, speaker: Speaker, person_id: int, purpose: Purpose, mark: str, *, agreed: bool, terms: str = ""
    ) -> Said:
        """Take an answer to the very text and addresses that were on the screen."""
        if terms and terms not in list(Terms):
            raise NotYours

        def unit(tx: Transaction) -> Said:
            put, signer = self._put(tx, speaker, person_id, purpose)
            if put.mark != mark or (agreed and purpose is Purpose.DISTRIBUTION and not terms):
                return Said(put, agreed, stale=True)
            if purpose is Purpose.WORKER_DUTY:
                raise NotYours  # only in writing
            given = consents.give(
                tx, put.person.id, put.capacity, Way.TAP, put.edition,
                agreed=agreed, given_by=signer.id, until=put.until, purpose=purpose, scope=put.scope,
                terms=terms if agreed and purpose is Purpose.DISTRIBUTION else "",
            )  # fmt: skip
            if given:
                deed = "permitted" if agreed else "declined-permission"
                school = put.person.school_id
                journal.note(tx, deed, "person", put.person.id, school=school, by=signer.id, details=purpose)
            return Said(put, agreed)

        return await self._database.work(unit)

    async def later(self, speaker: Speaker, person_id: int) -> None:
        """«Позже»: not offered on the home screen any more, always there under /privacy."""

        def unit(tx: Transaction) -> None:
            person, _, signer = giver(tx, speaker, person_id)
            journal.note(tx, _LATER, "person", person.id, school=person.school_id, by=signer.id)

        await self._database.work(unit)

    def still_asked(self, tx: Transaction, notice: Notice) -> Values | None:
        """Somebody is asked for what is missing, if it still is."""
        viewer = addressee(tx, notice)
        try:
            person = people.get(tx, notice.about)
            own = "yes" if viewer.person is not None and viewer.person.id == person.id else "no"
            return {"own": own, "child": shown(person, viewer)} if person.withdrawn_at is None else None
        except LookupError:
            return None

    def _put(self, tx: Transaction, speaker: Speaker, person_id: int, purpose: Purpose) -> tuple[Put, Person]:
        person, capacity, signer = giver(tx, speaker, person_id)
        given = standing.consents_of(tx, [person.id]).get(person.id, [])
        need = next((each for each in _needs(tx, person, given) if each.purpose is purpose), None)
        if need is None or capacity not in need.by or purpose is Purpose.PARTICIPATION:
            raise Refusal("permission-none")
        programme = schools.programme(tx, person.school_id)
        put = Put(
            person,
            capacity,
            purpose,
            self._editions[purpose, capacity],
            schools.get(tx, person.school_id),
            need.scope,
            programme.ends_on if programme else None,
            _said(given, need, capacity, signer)[0],
        )
        return put, signer


def scopes_of(school: School) -> dict[Purpose, str]:
    """What the school names now: the exact addresses, the partners."""
    return {Purpose.DISTRIBUTION: "\n".join(school.sites), Purpose.TRANSFER: "\n".join(school.partners)}


def _needs(tx: Transaction, person: Person, given: list[Consent]) -> tuple[Need, ...]:
    chosen = schools.settings(tx, person.school_id)
    today = tx.now.astimezone(chosen.zone).date()
    sides = [(each.participation.side, each.participation.form) for each in standing.of_person(tx, person.id)]
    scopes = scopes_of(schools.get(tx, person.school_id))
    return needs(person, given, chosen.guardian_rule, today, sides, scopes, grace=chosen.adult_grace_days)


def _offered(tx: Transaction, speaker: Speaker, person_id: int) -> Offered:
    person, capacity, signer = giver(tx, speaker, person_id)
    given = standing.consents_of(tx, [person.id]).get(person.id, [])
    items = []
    for need in _needs(tx, person, given):
        if need.purpose is Purpose.PARTICIPATION or capacity not in need.by:
            continue
        said, before = _said(given, need, capacity, signer)
        items.append(Item(need.purpose, need.required, said, before, need.missing, need.written))
    asked = [
        each for each in items if each.said is None and not each.before and each.purpose is not Purpose.WORKER_DUTY
    ]
    chosen = schools.settings(tx, person.school_id)
    today = tx.now.astimezone(chosen.zone).date()
    ready = {*missing(person, given, chosen.guardian_rule, today, grace=chosen.adult_grace_days)} <= _ANSWERED
    must = [each for each in asked if each.required]
    put_off = tx.value(
        "SELECT 1 FROM journal WHERE subject = 'person' AND subject_id = :person AND deed = :deed AND person_id = :by",
        person=person.id,
        deed=_LATER,
        by=signer.id,
    )
    fresh = 0 if not ready else len(must) if put_off else len(asked)
    return Offered(person, capacity, tuple(items), fresh, len(must) if ready else 0)


def _said(given: list[Consent], need: Need, capacity: Capacity, signer: Person) -> tuple[bool | None, bool]:
    """What this giver answered to this purpose and scope, and whether they answered about another scope."""
    own = [
        each
        for each in given
        if each.purpose is need.purpose
        and each.capacity is capacity
        and (each.given_by in (signer.id, None) or each.capacity is not Capacity.GUARDIAN)
    ]
    wanted = {*need.scope.splitlines()}
    here = [each for each in own if need.purpose not in SCOPED or wanted <= {*each.scope.splitlines()}]
    return (here[-1].agreed if here else None), bool(own) and not here


def ask(tx: Transaction, person: Person, by: int) -> None:
    """Write to a person, and to the guardians of a minor, that a permission is wanted."""
    revision = len(consents.every(tx, person.id))
    for each in (person, *people.guardians_of(tx, person.id)):
        notices.write(
            tx, "permission-asked", school=person.school_id, person=each.id, about=person.id, revision=revision
        )
    journal.note(tx, "asked-permission", "person", person.id, school=person.school_id, by=by)
