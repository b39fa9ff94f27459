"""Who is named in a file that leaves, and who stands in it as a code: whoever has withdrawn or has not agreed is not named."""

from __future__ import annotations

from collections.abc import Mapping

from mentoring.consents import missing
from mentoring.exported import Named, Place
from mentoring.naming import full
from mentoring.people import Kind, Person, Speaker
from storage import schools, standing
from storage.database import Transaction

_WITHOUT_CONSENT = (Kind.STAFF, Kind.GUARDIAN)  # they act by their duty, or as whoever gave a consent


def named(person: Person, viewer: Speaker) -> Named:
    """Somebody as a line of a paper."""
    own = person.school_class
    place = Place(own.level if own else None, own.letter if own else "", person.post, person.workplace)
    return Named(full(person, viewer), place)


def as_code(person: Person) -> Named:
    """Somebody who is not named."""
    return Named(person.code, Place())


def as_covered(tx: Transaction, viewer: Speaker, known: Mapping[int, Person]) -> dict[int, Named]:
    """The same people, by the same keys: named as far as the consents to take part that stand today cover it."""
    chosen = schools.settings(tx, viewer.school_id)
    today = tx.now.astimezone(chosen.zone).date()
    given = standing.consents_of(tx, {each.id for each in known.values()})

    def covered(person: Person) -> bool:
        if person.withdrawn_at or person.erased_at or person.removed_at:
            return False
        if person.kind in _WITHOUT_CONSENT:
            return True
        consents, grace = given.get(person.id, ()), chosen.adult_grace_days
        return not missing(person, consents, chosen.guardian_rule, today, grace=grace)

    return {key: named(person, viewer) if covered(person) else as_code(person) for key, person in known.items()}
