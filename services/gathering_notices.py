"""What is said about a group meeting: to those invited, to the parents of minors, to the curators when it is over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import Any

from mentoring.gatherings import GatheringState, Reply
from mentoring.naming import shown
from mentoring.people import Role, is_minor
from mentoring.quiet_hours import hours_for
from mentoring.reminders import Ahead, reminders
from services.notices import Notice, Still, Values, addressee
from storage import gatherings, guests, notices, people, school_days, schools
from storage.database import Transaction
from storage.gatherings import Gathering
from storage.guests import Guest
from storage.notices import Lane

_MARKED_WITHIN = timedelta(days=3)


def invited(tx: Transaction, gathering: Gathering, participations: Collection[int]) -> None:
    """These were invited just now: they hear of it, and the parents of the minors among them."""
    whom = [each for each in guests.every(tx, gathering.id) if each.participation_id in participations]
    _tell(tx, "gathering-set", gathering, whom)
    _remind(tx, gathering, whom)
    _tell_parents(tx, "gathering-parent", gathering, whom)
    _ask_who_came(tx, gathering)


def _ask_who_came(tx: Transaction, gathering: Gathering) -> None:
    """When it is over every curator is asked who came."""
    over = gathering.starts_at + timedelta(minutes=gathering.minutes)
    for curator in people.with_role(tx, gathering.school_id, Role.CURATOR):
        notices.write(
            tx,
            "gathering-over",
            school=gathering.school_id,
            person=curator.id,
            about=gathering.id,
            revision=gathering.revision,
            lane=Lane.REMINDER,
            not_before=over,
            not_after=over + _MARKED_WITHIN,
        )


def changed(tx: Transaction, gathering: Gathering) -> None:
    """Its time or place is another one: everybody hears of it once."""
    whom = guests.every(tx, gathering.id)
    _tell(tx, "gathering-moved", gathering, whom)
    _tell_parents(tx, "gathering-parent-moved", gathering, whom)
    _remind(tx, gathering, whom)
    _ask_who_came(tx, gathering)


def called_off(tx: Transaction, gathering: Gathering) -> None:
    """It will not take place: everybody who was told of it hears so."""
    whom = guests.every(tx, gathering.id)
    _tell(tx, "gathering-off", gathering, whom)
    _tell_parents(tx, "gathering-parent-off", gathering, whom)


def _tell(tx: Transaction, kind: str, gathering: Gathering, whom: Iterable[Guest]) -> None:
    for each in whom:
        _write(tx, kind, gathering, each.person.id)


def _tell_parents(tx: Transaction, kind: str, gathering: Gathering, whom: Iterable[Guest]) -> None:
    """One notice a parent, about all of their children who are told now."""
    day = tx.now.astimezone(schools.settings(tx, gathering.school_id).zone).date()
    minors = {each.person.id for each in whom if is_minor(each.person, day)}
    children: dict[int, list[int]] = defaultdict(list)
    for guardian, child in guests.guardians(tx, gathering.id) if minors else ():
        if child in minors:
            children[guardian].append(child)
    for guardian, ids in children.items():
        key = f"{kind}:{guardian}:{gathering.id}:{gathering.revision}:{ids[0]}"
        _write(tx, kind, gathering, guardian, key=key)


def _remind(tx: Transaction, gathering: Gathering, whom: Iterable[Guest]) -> None:
    chosen = schools.settings(tx, gathering.school_id)
    days = school_days.calendar(tx, gathering.school_id, chosen)
    for guest in whom:
        for each in reminders(gathering.starts_at, hours_for(guest.person.kind, chosen, days), tx.now):
            if each.ahead is Ahead.DAY:
                when = {"not_before": each.at, "not_after": each.not_after}
                _write(tx, "gathering-day", gathering, guest.person.id, **when)


def _write(tx: Transaction, kind: str, gathering: Gathering, person: int, **more: Any) -> None:
    notices.write(
        tx,
        kind,
        school=gathering.school_id,
        person=person,
        about=gathering.id,
        revision=gathering.revision,
        lane=Lane.REMINDER,
        **{"not_after": gathering.starts_at, **more},
    )


def still_invited(tx: Transaction, notice: Notice) -> Values | None:
    """True while the person is invited to it as it was then."""
    found = _as_it_was(tx, notice, GatheringState.PLANNED)
    guest = guests.of_person(tx, notice.about, notice.person_id or 0)
    if found is None or guest is None:
        return None
    return {**_values(tx, found), "reply": guest.reply, "news": _news(tx, notice)}


def still_to_come(tx: Transaction, notice: Notice) -> Values | None:
    """The same, unless the person has said they cannot come."""
    values = still_invited(tx, notice)
    return None if values is None or values["reply"] is Reply.NO else values


def still_off(tx: Transaction, notice: Notice) -> Values | None:
    """True of a cancelled one, for whoever was told of it before."""
    found = _as_it_was(tx, notice, GatheringState.CANCELLED)
    guest = guests.of_person(tx, notice.about, notice.person_id or 0)
    if found is None or guest is None or not _heard(tx, notice):
        return None
    return _values(tx, found)


def still_parent(tx: Transaction, notice: Notice) -> Values | None:
    """For a parent: which of their children are invited."""
    return _for_parent(tx, notice, _as_it_was(tx, notice, GatheringState.PLANNED))


def still_parent_off(tx: Transaction, notice: Notice) -> Values | None:
    """For a parent who was told of it: it is cancelled."""
    found = _as_it_was(tx, notice, GatheringState.CANCELLED)
    return _for_parent(tx, notice, found) if found is not None and _heard(tx, notice) else None


def still_unmarked(tx: Transaction, notice: Notice) -> Values | None:
    """For a curator: true until somebody has said who came."""
    found = _as_it_was(tx, notice, GatheringState.PLANNED, over=True)
    curator = Role.CURATOR in people.roles(tx, notice.person_id or 0)
    return _values(tx, found) if found is not None and curator else None


def _as_it_was(tx: Transaction, notice: Notice, state: GatheringState, *, over: bool = False) -> Gathering | None:
    found = gatherings.get(tx, notice.about)
    if found.state is not state or found.revision != notice.revision or (found.starts_at <= tx.now) is not over:
        return None
    return found


def _for_parent(tx: Transaction, notice: Notice, gathering: Gathering | None) -> Values | None:
    if gathering is None:
        return None
    to = addressee(tx, notice)
    day = tx.now.astimezone(schools.settings(tx, gathering.school_id).zone).date()
    known = people.some(
        tx, (child for guardian, child in guests.guardians(tx, gathering.id) if guardian == to.person_id)
    )
    children = [shown(each, to) for each in known.values() if is_minor(each, day)]
    if not children:
        return None
    return {**_values(tx, gathering), "who": ", ".join(children), "count": len(children), "news": _news(tx, notice)}


def _news(tx: Transaction, notice: Notice) -> str:
    """Whoever was not told of it before it was moved is simply invited."""
    return "moved" if notice.kind.endswith("moved") and _heard(tx, notice) else "set"


def _heard(tx: Transaction, notice: Notice) -> bool:
    """Whether anything of this group meeting has been said to this person."""
    return bool(
        tx.value(
            "SELECT 1 FROM notices WHERE person_id = :person AND about = :about AND kind LIKE 'gathering-%' "
            "AND outcome = 'sent'",
            person=notice.person_id,
            about=notice.about,
        )
    )


def _values(tx: Transaction, gathering: Gathering) -> dict[str, Any]:
    zone = schools.settings(tx, gathering.school_id).zone
    return {
        "form": gathering.form,
        "starts": gathering.starts_at.astimezone(zone),
        "today": tx.now.astimezone(zone).date(),
        "place": gathering.place,
    }


STILL: dict[str, Still] = {
    "gathering-set": still_invited,
    "gathering-moved": still_invited,
    "gathering-day": still_to_come,
    "gathering-off": still_off,
    "gathering-parent": still_parent,
    "gathering-parent-moved": still_parent,
    "gathering-parent-off": still_parent_off,
    "gathering-over": still_unmarked,
}
