"""The parent's window: who their child meets, when, what the plan is, which consents stand, whom to call.

No marks, no texts of the child, no reasons, no notes; of a child who is a mentor nothing of the mentees' plans. Before
the school has made sure who the parent is, nothing of meetings is shown; from eighteen on the child decides, and the
window is closed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.meetings import MeetingState
from mentoring.naming import named
from mentoring.people import Kind, Person, Role, Side, Speaker, age_on
from mentoring.plans import PlanKind
from mentoring.refusal import NotYours
from services.child_plan import ChildPlan, plans_of
from services.guardian_notices import minor, side_of
from storage import accounts, consents, guardianships, matches, meeting_records, meetings, pair_weeks, people, schools
from storage.consents import Record
from storage.database import Database, Transaction
from storage.guardianships import Guardianship
from storage.matches import Member, State
from storage.meetings import Meeting
from storage.schools import School

__all__ = ["ChildPlan", "ChildWindow", "ChildWindows", "Closed", "Met", "Pairing", "PlanKind", "Record", "State", "Was"]

_PAST = 6


class Closed(StrEnum):
    """Why a parent does not see their child's meetings."""

    GROWN = "grown"  # eighteen: they decide themselves
    WITHDRAWN = "withdrawn"  # a consent was taken back
    UNCONFIRMED = "unconfirmed"  # the school has not made sure yet who the parent is


class Was(StrEnum):
    """What became of a meeting."""

    HELD = "held"
    MISSED = "missed"
    WITHOUT = "without"  # a group met, and this child was not ticked as there


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting that was, or was not; nothing more of it."""

    day: date
    was: Was


@dataclass(frozen=True, slots=True)
class Pairing:
    """A pair of the child: the other side, the meetings by their dates, what is planned for the child."""

    member_id: int
    side: Side
    other: Person
    age: int  # of a pupil or student, 0 where it is not shown
    state: State
    since: date | None
    next_at: datetime | None  # local
    place: str
    held: int
    past: tuple[Met, ...]
    plans: tuple[ChildPlan, ...]  # that are ready, of a mentee
    again: bool  # another mentee of the group above: its meetings have been told of


@dataclass(frozen=True, slots=True)
class ChildWindow:
    """All of it about one child; `viewer` is the parent who sees it."""

    viewer: Speaker
    child: Person
    others: tuple[Person, ...]
    closed: Closed | None
    pairs: tuple[Pairing, ...]
    consents: tuple[Record, ...]
    unseen: tuple[int, ...]  # members of pairs that are not shown yet, about which the parent may still ask the curator
    hears: bool  # of meetings
    school: School
    contact: str  # whom to call; empty until the school has said
    curators: tuple[Person, ...]


class ChildWindows:
    """What parents see of their children."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def children(self, speaker: Speaker) -> tuple[Person, ...]:
        """The speaker's children under eighteen; the one looked at last stands first."""

        def query(tx: Transaction) -> tuple[Person, ...]:
            if speaker.person is None or Role.GUARDIAN not in speaker.roles:
                return ()
            found = [each for each in people.children_of(tx, speaker.person.id) if minor(tx, each)]
            last = accounts.looked_at(tx, speaker.account_id)
            return tuple(sorted(found, key=lambda each: each.id != last))

        return await self._database.read(query)

    async def window(self, speaker: Speaker, child_id: int) -> ChildWindow:
        """One child, which is remembered as the one looked at. Raises NotYours for anyone else's, or a parent taken off."""

        def unit(tx: Transaction) -> ChildWindow:
            me, child, known = _own(tx, speaker, child_id)
            accounts.look_at(tx, speaker.account_id, child_id)
            return _window(tx, me, child, known)

        return await self._database.work(unit)

    async def hear(self, speaker: Speaker, child_id: int, *, meetings: bool) -> ChildWindow:
        """Hear of the child's meetings from now on, or no longer."""

        def unit(tx: Transaction) -> ChildWindow:
            me, child, known = _own(tx, speaker, child_id)
            if _closed(tx, child, known) is None:
                guardianships.hear(tx, me.person_id, child_id, meetings=meetings)
            return _window(tx, *_own(tx, speaker, child_id))

        return await self._database.work(unit)

    async def plan(self, speaker: Speaker, member_id: int, kind: PlanKind) -> tuple[ChildWindow, ChildPlan]:
        """The plan of a child as a whole. Raises NotYours for anyone else's, and while there is none to be seen."""

        def unit(tx: Transaction) -> tuple[ChildWindow, ChildPlan]:
            window = _window(tx, *_own(tx, speaker, matches.get(tx, member_id).mentee_person))
            mine = (plan for pair in window.pairs if pair.member_id == member_id for plan in pair.plans)
            found = next((each for each in mine if each.kind is kind), None)
            if found is None:
                raise NotYours
            return window, found

        return await self._database.work(unit)


def _own(tx: Transaction, speaker: Speaker, child_id: int) -> tuple[Speaker, Person, Guardianship]:
    """The parent who looks (an account may speak for several people), the child, what the school knows of the parent."""
    mine = {each.id for each in accounts.people_of(tx, speaker.account_id)}
    known = next(
        (each for each in guardianships.of_child(tx, child_id) if each.guardian.id in mine and each.barred_at is None),
        None,
    )
    if known is None:
        raise NotYours
    child = people.get(tx, child_id)
    if child.removed_at is not None or child.erased_at is not None:
        raise NotYours
    me = accounts.as_account(tx, speaker.account_id)
    if me.person is None or me.person.id != known.guardian.id:
        accounts.speak_for(tx, speaker.account_id, known.guardian.id)
        me = accounts.as_account(tx, speaker.account_id)
    return me, child, known


def _closed(tx: Transaction, child: Person, known: Guardianship) -> Closed | None:
    if not minor(tx, child):
        return Closed.GROWN
    if child.withdrawn_at is not None:
        return Closed.WITHDRAWN
    return Closed.UNCONFIRMED if known.confirmed_at is None else None


def _window(tx: Transaction, me: Speaker, child: Person, known: Guardianship) -> ChildWindow:
    closed = _closed(tx, child, known)
    members = matches.of_person(tx, child.id) if closed in (None, Closed.UNCONFIRMED) else []
    begun = (each.id for each in members if each.state in (State.ACTIVE, State.FROZEN))
    grown = closed is Closed.GROWN
    others = [each for each in people.children_of(tx, me.person_id) if each.id != child.id and minor(tx, each)]
    given = [each for each in consents.every(tx, child.id) if each.agreed and each.withdrawn_at is None]
    school = schools.get(tx, child.school_id)
    curators = people.with_role(tx, school.id, Role.CURATOR)
    return ChildWindow(
        viewer=me,
        child=child,
        others=tuple(others),
        closed=closed,
        pairs=_pairings(tx, members, child) if closed is None else (),
        unseen=tuple(begun) if closed is not None else (),
        consents=() if grown else tuple(given),
        hears=guardianships.hears(tx, me.person_id, child.id),
        school=school,
        contact=schools.settings(tx, school.id).parents_contact or school.contact,
        curators=tuple(each for each in curators if named(each, me) or me.privacy.coded),
    )


def _pairings(tx: Transaction, members: list[Member], child: Person) -> tuple[Pairing, ...]:
    every: list[Pairing] = []
    told: set[int] = set()
    for each in sorted(members, key=lambda member: (member.match_id, member.id)):
        every.append(_pairing(tx, each, child, again=each.match_id in told))
        told.add(each.match_id)
    return tuple(every)


def _pairing(tx: Transaction, member: Member, child: Person, *, again: bool) -> Pairing:
    side = side_of(member, child.id)
    other = people.get(tx, member.mentor_person if side is Side.MENTEE else member.mentee_person)
    begun = member.state in (State.ACTIVE, State.FROZEN)
    chosen = schools.settings(tx, child.school_id)
    ahead = meetings.planned(tx, [member.match_id]).get(member.match_id) if member.state is State.ACTIVE else None
    coming = ahead if ahead is not None and ahead.starts_at > tx.now else None
    shows_age = other.kind in (Kind.PUPIL, Kind.STUDENT) and other.birth_date and not chosen.privacy.coded
    today = tx.now.astimezone(chosen.zone).date()
    return Pairing(
        member_id=member.id,
        side=side,
        other=other,
        age=age_on(other.birth_date, today) if shows_age and other.birth_date else 0,
        state=member.state,
        since=pair_weeks.began(tx, [member.match_id], chosen.zone).get(member.match_id) if begun else None,
        next_at=coming.starts_at.astimezone(chosen.zone) if coming else None,
        place=coming.place if coming else "",
        held=len(meetings.held_kinds(tx, member.match_id)) if begun else 0,
        past=_past(tx, member.match_id, child.id) if begun else (),
        plans=plans_of(tx, member, today) if begun and side is Side.MENTEE else (),
        again=again,
    )


def _past(tx: Transaction, match_id: int, child_id: int) -> tuple[Met, ...]:
    latest = meetings.past(tx, match_id, _PAST)
    came = meeting_records.came(tx, [each.id for each in latest])
    zone = schools.settings(tx, people.get(tx, child_id).school_id).zone

    def was(meeting: Meeting) -> Was:
        if meeting.state is not MeetingState.HELD:
            return Was.MISSED
        return Was.HELD if came.get(meeting.id, {}).get(child_id, True) else Was.WITHOUT

    return tuple(Met(each.starts_at.astimezone(zone).date(), was(each)) for each in latest)
