"""Taking a consent back, purpose by purpose: what depends on it stops at that moment (ст. 9, 10.1, 21 152-ФЗ)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.consents import PARTNER_FORMS, Capacity, Purpose, covers
from mentoring.naming import shown
from mentoring.people import Person, Role, Speaker, is_minor
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from mentoring.standing import CONSENT_LACKS, Lack
from mentoring.withdrawal import due_on
from services import first_contact
from services.authority import acting
from services.freezing import freeze
from services.guardian_notices import tell_of_change
from services.notices import Notice, Values, addressee
from storage import accounts, consents, drafts_about, journal, matches, notices, people, schools, standing, withdrawals
from storage.database import Database, Scrub, Transaction
from storage.matches import Member, State
from storage.notices import Lane
from storage.withdrawals import Withdrawal

__all__ = [
    "Frozen",
    "Seen",
    "Withdrawal",
    "WithdrawalPage",
    "Withdrawing",
    "come_back",
    "come_back_on_paper",
    "theirs",
    "withdraw",
]

PAGE = 8
_BLOCK = {*CONSENT_LACKS, Lack.WITHDRAWN, Lack.TRANSFER}


@dataclass(frozen=True, slots=True)
class Seen:
    """A withdrawal with whom it is about; nobody's name is left once they are erased."""

    withdrawal: Withdrawal
    person: Person
    by: Person | None
    on: date
    minor: bool


@dataclass(frozen=True, slots=True)
class WithdrawalPage:
    """One page of them, the newest first, and how many pairs are frozen."""

    seen: tuple[Seen, ...]
    frozen: int
    more: bool


@dataclass(frozen=True, slots=True)
class Frozen:
    """A frozen pair, and whether both sides' consents allow it to go on."""

    member: Member
    mentor: Person
    mentee: Person
    ready: bool


class Withdrawing:
    """What the curator sees and does about consents taken back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(self, speaker: Speaker, before: int = 0) -> WithdrawalPage:
        """A page of the withdrawals."""

        def query(tx: Transaction) -> WithdrawalPage:
            school = acting(tx, speaker, Deed.RECORD_PAPERS).school_id
            found = withdrawals.page(tx, school, before, PAGE + 1)
            seen = tuple(_seen(tx, each) for each in found[:PAGE])
            return WithdrawalPage(seen, len(_frozen(tx, school)), len(found) > PAGE)

        return await self._database.read(query)

    async def one(self, speaker: Speaker, withdrawal_id: int) -> Seen:
        """One of them. Raises NotYours for another school's."""
        return await self._database.read(lambda tx: _seen(tx, _own(tx, speaker, withdrawal_id)[1]))

    async def finish(self, speaker: Speaker, withdrawal_id: int) -> Seen:
        """What had to be taken down or called back is."""

        def unit(tx: Transaction) -> Seen:
            curator, withdrawal = _own(tx, speaker, withdrawal_id)
            if withdrawals.finish(tx, withdrawal.id, curator.person_id):
                deed, school = "withdrawal-done", curator.school_id
                journal.note(tx, deed, "withdrawal", withdrawal.id, school=school, by=curator.person_id)
            return _seen(tx, withdrawals.get(tx, withdrawal.id))

        return await self._database.work(unit)

    async def frozen(self, speaker: Speaker) -> list[Frozen]:
        """Every frozen pair of the open programme."""

        def query(tx: Transaction) -> list[Frozen]:
            return [_look(tx, each) for each in _frozen(tx, acting(tx, speaker, Deed.MATCH).school_id)]

        return await self._database.read(query)

    async def unfreeze(self, speaker: Speaker, member_id: int) -> Frozen:
        """Let a frozen pair go on. Raises Refusal while a consent is missing, NotYours for what is not frozen here."""

        def unit(tx: Transaction) -> Frozen:
            curator = acting(tx, speaker, Deed.MATCH)
            member = next((each for each in _frozen(tx, curator.school_id) if each.id == member_id), None)
            if member is None:
                raise NotYours
            look = _look(tx, member)
            if not look.ready:
                raise Refusal("withdrawal-not-ready")
            signed = tx.value("SELECT signed_on FROM orders WHERE id = :id", id=member.order_id or 0)
            matches.turn(tx, member, State.ACTIVE if signed else State.ACCEPTED)
            first_contact.again(tx, [member.match_id])
            journal.note(tx, "pair-unfrozen", "member", member.id, school=curator.school_id, by=curator.person_id)
            tell_of_change(tx, "child-pair-again", member, school=curator.school_id)
            for person in (member.mentor_person, member.mentee_person):
                notices.write(
                    tx, "pair-unfrozen", school=curator.school_id, person=person, about=member.id,
                    key=f"pair-unfrozen:{person}:{member.id}:{tx.now.isoformat()}",
                )  # fmt: skip
            return look

        return await self._database.work(unit)

    def still_purpose(self, tx: Transaction, notice: Notice) -> Values | None:
        """The curator hears which consent was taken back, unless the person is erased already."""
        seen = _seen(tx, withdrawals.get(tx, notice.about))
        if seen.person.erased_at is not None or seen.withdrawal.cancelled_at is not None:
            return None
        touched, due = seen.withdrawal.touched, seen.withdrawal.due_on
        return {
            "name": shown(seen.person, addressee(tx, notice)),
            "purpose": seen.withdrawal.purpose,
            "frozen": touched.get("frozen", 0) + touched.get("recalled", 0),
            "levels": touched.get("levels", 0),
            "due": f"{due:%d.%m.%Y}" if due and not seen.withdrawal.done_at else "none",
        }

    def still_back(self, tx: Transaction, notice: Notice) -> Values | None:
        """The curator hears that somebody came back, and how many of their pairs are frozen."""
        person = people.get(tx, notice.about)
        if person.withdrawn_at is not None or person.erased_at is not None:
            return None
        frozen = sum(each.state is State.FROZEN for each in matches.of_person(tx, person.id))
        return {"name": shown(person, addressee(tx, notice)), "frozen": frozen}

    def still_unfrozen(self, tx: Transaction, notice: Notice) -> Values | None:
        """Both sides hear that the pair goes on."""
        member = matches.get(tx, notice.about)
        if member.state not in (State.ACTIVE, State.ACCEPTED):
            return None
        other = member.mentee_person if notice.person_id == member.mentor_person else member.mentor_person
        return {"other": shown(people.get(tx, other), addressee(tx, notice))}


def theirs(tx: Transaction, speaker: Speaker, person_id: int) -> tuple[Person, Person]:
    """One of the speaker's people or their children, and who of the speaker's people acts for them.

    Raises NotYours for anyone else's, and for a guardian who may not decide.
    """
    mine = {each.id: each for each in accounts.people_of(tx, speaker.account_id)}
    if person_id in mine:
        return mine[person_id], mine[person_id]
    for row in tx.all(
        "SELECT guardian_id FROM guardianships WHERE child_id = :child AND barred_at IS NULL", child=person_id
    ):
        if row["guardian_id"] in mine:
            return people.get(tx, person_id), mine[row["guardian_id"]]
    raise NotYours


def withdraw(tx: Transaction, person: Person, by: Person, purpose: Purpose) -> int:
    """Take one consent back, whoever of the guardians it is; with the one to take part all others go.

    Returns the withdrawal's id. Raises Refusal when nothing of this purpose stands.
    """
    whole = purpose is Purpose.PARTICIPATION
    if not consents.withdraw(tx, person.id, purpose=None if whole else purpose, by=by.id):
        raise Refusal("privacy-nothing")
    tx.run(  # what was ticked before as come back on paper is not an answer given after
        "DELETE FROM consent_ticks WHERE person_id = :person AND (:whole OR purpose = :purpose)",
        person=person.id, whole=whole, purpose=purpose,
    )  # fmt: skip
    touched = _stop_everything(tx, person) if whole else _stop(tx, person, purpose)
    day = tx.now.astimezone(schools.settings(tx, person.school_id).zone).date()
    withdrawal = withdrawals.write(
        tx, person.school_id, person.id, purpose, by=by.id, touched=touched, due_on=due_on(purpose, day)
    )
    journal.note(tx, "withdrew", "person", person.id, school=person.school_id, by=by.id, details=purpose)
    for curator in people.with_role(tx, person.school_id, Role.CURATOR):
        if curator.id != by.id:
            kind, about = ("withdrew", person.id) if whole else ("withdrew-purpose", withdrawal)
            notices.write(
                tx, kind, school=person.school_id, person=curator.id, about=about, revision=withdrawal if whole else 0
            )
    if whole and by.id != person.id:
        notices.write(
            tx, "child-withdrawn", school=person.school_id, person=person.id, about=person.id, revision=withdrawal
        )
    return withdrawal


def come_back(tx: Transaction, person: Person, by: Person) -> None:
    """They agreed anew by a tap before anything was erased: the clock stops, the curator hears of it.

    Whoever took the consent back must come back: a child's tap does not undo what a parent decided, nor the other way.
    """
    last = _took_back(tx, person)
    if last is None or last == by.id or (by.id == person.id and not _minor(tx, person)):
        _return(tx, person, by.id)


def come_back_on_paper(tx: Transaction, person: Person, capacity: Capacity, signed_on: date, recorded_by: int) -> None:
    """A paper signed after the withdrawal came before anything was erased: the same, for whoever withdrew in that capacity.

    A guardian's paper settles what any of the guardians took back, as it settles a refusal (`consents.missing`). Raises
    Refusal for a paper older than the withdrawal.
    """
    zone = schools.settings(tx, person.school_id).zone
    if person.withdrawn_at is not None and signed_on < person.withdrawn_at.astimezone(zone).date():
        raise Refusal("papers-before-withdrawal")
    last = _took_back(tx, person)
    if capacity is Capacity.SELF or last is None or (last == person.id) is (capacity is Capacity.ASSENT):
        _return(tx, person, recorded_by)


def _took_back(tx: Transaction, person: Person) -> int | None:
    found: int | None = tx.value(
        "SELECT by_id FROM withdrawals WHERE person_id = :person AND purpose = 'participation' "
        "AND cancelled_at IS NULL ORDER BY id DESC LIMIT 1",
        person=person.id,
    )
    return found


def _minor(tx: Transaction, person: Person) -> bool:
    return is_minor(person, tx.now.astimezone(schools.settings(tx, person.school_id).zone).date())


def _return(tx: Transaction, person: Person, by: int) -> None:
    people.change(tx, person.id, withdrawn_at=None, erase_after=None)
    withdrawals.cancel(tx, person.id)
    journal.note(tx, "came-back", "person", person.id, school=person.school_id, by=by)
    for curator in people.with_role(tx, person.school_id, Role.CURATOR):
        notices.write(
            tx, "came-back", school=person.school_id, person=curator.id, about=person.id,
            key=f"came-back:{curator.id}:{person.id}:{tx.now.isoformat()}",
        )  # fmt: skip


def _stop_everything(tx: Transaction, person: Person) -> dict[str, int]:
    """Nothing goes on, and the clock of erasing runs."""
    at = tx.now + timedelta(days=schools.settings(tx, person.school_id).erase_after_days)
    people.change(tx, person.id, withdrawn_at=tx.now, erase_after=at)
    drafts_about.drop(tx, person.id)
    notices.write(
        tx, "erase", school=person.school_id, person=None, about=person.id, lane=Lane.DEED, not_before=at,
        key=f"erase:0:{person.id}:{at.isoformat()}",
    )  # fmt: skip
    return freeze(tx, person, matches.of_person(tx, person.id)) | _erase_levels(tx, person)


def _stop(tx: Transaction, person: Person, purpose: Purpose) -> dict[str, int]:
    """What depends on this purpose alone."""
    live = matches.of_person(tx, person.id)
    match purpose:
        case Purpose.TRANSFER:
            return freeze(tx, person, [each for each in live if each.form in PARTNER_FORMS])
        case Purpose.WORKER_DUTY:
            return freeze(tx, person, [each for each in live if each.mentor_person == person.id])
        case Purpose.PSYCHOLOGICAL:
            return _erase_levels(tx, person)
        case _:
            return {}


def _erase_levels(tx: Transaction, person: Person) -> dict[str, int]:
    gone = tx.run(
        "DELETE FROM levels WHERE participation_id IN (SELECT id FROM participations WHERE person_id = :id)",
        id=person.id,
    )
    if gone:
        tx.scrubs = max(tx.scrubs, Scrub.SOON)
        journal.note(tx, "levels-erased", "person", person.id, school=person.school_id, by=None)
    return {"levels": gone}


def _frozen(tx: Transaction, school_id: int) -> list[Member]:
    programme = schools.programme(tx, school_id)
    if programme is None:
        return []
    ids = tx.all(
        "SELECT id FROM members WHERE programme_id = :programme AND live = 1 AND state = 'frozen' ORDER BY id LIMIT 30",
        programme=programme.id,
    )
    return [matches.get(tx, row["id"]) for row in ids]


def _look(tx: Transaction, member: Member) -> Frozen:
    sides = (standing.of_participation(tx, each) for each in (member.mentor_id, member.mentee_id))
    known = people.some(tx, (member.mentor_person, member.mentee_person))
    ready = all(each is not None and not _BLOCK & {*each.lacks} for each in sides)
    mentor = known[member.mentor_person]
    return Frozen(member, mentor, known[member.mentee_person], ready and _may_mentor(tx, mentor))


def _may_mentor(tx: Transaction, mentor: Person) -> bool:
    """A worker who took their consent to the duty back mentors again only after a new one (ТК РФ, ст. 351.8)."""
    duty = Purpose.WORKER_DUTY
    if not tx.value("SELECT 1 FROM withdrawals WHERE person_id = :id AND purpose = :duty", id=mentor.id, duty=duty):
        return True
    chosen = schools.settings(tx, mentor.school_id)
    given, today = standing.consents_of(tx, [mentor.id]).get(mentor.id, []), tx.now.astimezone(chosen.zone).date()
    return covers(given, duty, "", mentor, chosen.guardian_rule, today, grace=chosen.adult_grace_days)


def _seen(tx: Transaction, withdrawal: Withdrawal) -> Seen:
    zone = schools.settings(tx, withdrawal.school_id).zone
    by = people.get(tx, withdrawal.by_id) if withdrawal.by_id else None
    person = people.get(tx, withdrawal.person_id)
    return Seen(withdrawal, person, by, withdrawal.at.astimezone(zone).date(), _minor(tx, person))


def _own(tx: Transaction, speaker: Speaker, withdrawal_id: int) -> tuple[Speaker, Withdrawal]:
    curator = acting(tx, speaker, Deed.RECORD_PAPERS)
    withdrawal = withdrawals.get(tx, withdrawal_id)
    if withdrawal.school_id != curator.school_id:
        raise NotYours
    return curator, withdrawal
