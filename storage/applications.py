"""What participants wrote in their applications, for many of them in one query."""

from __future__ import annotations

from collections.abc import Iterable

from mentoring.people import FORMS_OF, Person, Side
from mentoring.standing import Standing
from storage.database import Transaction
from storage.drafts import Submission, submission_of


def form_of(person: Person, side: Side) -> str:
    """The key of the application this person sends on this side; empty where no form of mentoring has such people."""
    return f"application_{side}_{person.kind}" if (person.kind, side) in FORMS_OF else ""


def of(tx: Transaction, standings: Iterable[Standing]) -> dict[int, Submission]:
    """The applications sent, by participation; one that names no participation is the person's on that side."""
    standings = list(standings)
    ids = ",".join(str(each.person.id) for each in standings)
    if not ids:
        return {}
    rows = tx.all(f"SELECT * FROM submissions WHERE form LIKE 'application%' AND person_id IN ({ids})")
    sent = {(row["person_id"], row["form"], row["about"]): submission_of(row) for row in rows}
    found = {}
    for each in standings:
        form = form_of(each.person, each.participation.side)
        for about in (each.participation.id, 0):
            if (each.person.id, form, about) in sent:
                found[each.participation.id] = sent[each.person.id, form, about]
                break
    return found
