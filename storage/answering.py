"""What participants have sent, the form and role model proposed from it, and what the curator confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mentoring.people import Side
from mentoring.standing import Participation
from storage.database import Transaction
from storage.moments import maybe_date, maybe_time, to_time
from storage.standing import participation_of

_WAITING = (
    "FROM participations p JOIN persons h ON h.id = p.person_id WHERE p.programme_id = :programme "
    "AND p.left_at IS NULL AND p.applied_at IS NOT NULL AND p.form_confirmed_at IS NULL AND p.form <> '' "
    "AND h.admitted_at IS NOT NULL AND h.withdrawn_at IS NULL AND h.removed_at IS NULL "
)
_PROPOSED = "AND (p.role_model <> '' OR p.side = 'mentor') "


@dataclass(frozen=True, slots=True)
class Sending:
    """When a questionnaire was sent, and changed after that."""

    sent_at: datetime
    changed_at: datetime | None
    entered_by: int | None = None  # from paper, by this person


def sendings(tx: Transaction, person_id: int) -> dict[tuple[str, int], Sending]:
    """Everything a person has sent, by form and what it is about."""
    rows = tx.all(
        "SELECT form, about, sent_at, changed_at, entered_by FROM submissions WHERE person_id = :id", id=person_id
    )
    return {
        (row["form"], row["about"]): Sending(to_time(row["sent_at"]), maybe_time(row["changed_at"]), row["entered_by"])
        for row in rows
    }


def states(tx: Transaction, person_id: int) -> dict[int, str]:
    """The state of a person's live matches by participation; of several, that which has come furthest."""
    rows = tx.all(
        "SELECT m.mentee_id AS id, m.state FROM members m JOIN participations p ON p.id = m.mentee_id "
        "WHERE p.person_id = :person AND m.live = 1 "
        "UNION ALL SELECT g.mentor_id, m.state FROM members m JOIN matches g ON g.id = m.match_id "
        "WHERE m.mentor_person_id = :person AND m.live = 1",
        person=person_id,
    )
    order = ("offered", "accepted", "frozen", "active")
    found: dict[int, str] = {}
    for row in rows:
        found[row["id"]] = max(found.get(row["id"], "offered"), row["state"], key=order.index)
    return found


def gathered_until(tx: Transaction, programme_id: int, side: Side) -> date | None:
    """The last day of the roadmap's stage that gathers mentees (2) or mentors (3)."""
    return maybe_date(
        tx.value(
            "SELECT max(ends_on) FROM roadmap_items WHERE programme_id = :programme AND stage = :stage",
            programme=programme_id,
            stage=2 if side is Side.MENTEE else 3,
        )
    )


def mark_applied(tx: Transaction, participation_id: int, places: int | None) -> None:
    """The application was sent; a mentor has said how many mentees they take."""
    tx.run(
        "UPDATE participations SET applied_at = coalesce(applied_at, :now), places = coalesce(:places, places) "
        "WHERE id = :id",
        now=tx.now,
        places=places,
        id=participation_id,
    )


def mark_entered(tx: Transaction, participation_id: int) -> None:
    """The entry questionnaire was sent."""
    tx.run(
        "UPDATE participations SET entered_at = coalesce(entered_at, :now) WHERE id = :id",
        now=tx.now,
        id=participation_id,
    )


def propose(tx: Transaction, participation_id: int, form: str, model: str) -> None:
    """Propose a form and a role model: the curator has to confirm them (again)."""
    _decide(tx, participation_id, form, model, None)


def confirm(tx: Transaction, participation_id: int, form: str, model: str) -> None:
    """The curator has decided on this form and role model."""
    _decide(tx, participation_id, form, model, tx.now)


def _decide(tx: Transaction, participation_id: int, form: str, model: str, confirmed_at: datetime | None) -> None:
    """Another form has another entry questionnaire: the one sent before for it counts, else it is to be filled in.

    While a pair of the form stands, the form stands too.
    """
    tx.run(
        "UPDATE participations SET form = :form, role_model = :model, form_confirmed_at = :at, entered_at = "
        "CASE WHEN form = :form THEN entered_at ELSE (SELECT s.sent_at FROM submissions s "
        "WHERE s.person_id = participations.person_id AND s.about = participations.id "
        "AND s.form = 'entry_' || participations.side || '_' || :form) END WHERE id = :id AND (form = :form "
        "OR NOT EXISTS (SELECT 1 FROM members m JOIN matches g ON g.id = m.match_id "
        "WHERE m.live = 1 AND (m.mentee_id = participations.id OR g.mentor_id = participations.id)))",
        form=form,
        model=model,
        at=confirmed_at,
        id=participation_id,
    )


def confirm_proposed(tx: Transaction, programme_id: int) -> list[int]:
    """Confirm everything that is proposed; returns the participations."""
    ids = [row["id"] for row in tx.all(f"SELECT p.id {_WAITING} {_PROPOSED}", programme=programme_id)]
    tx.run_many(
        "UPDATE participations SET form_confirmed_at = :now WHERE id = :id",
        [{"now": tx.now, "id": each} for each in ids],
    )
    return ids


def waiting(tx: Transaction, programme_id: int, after: int, limit: int) -> list[Participation]:
    """One page of those whose form waits for the curator, in the order they joined."""
    rows = tx.all(
        f"SELECT p.* {_WAITING} AND p.id > :after ORDER BY p.id LIMIT :limit",
        programme=programme_id,
        after=after,
        limit=limit,
    )
    return [participation_of(row) for row in rows]


def count_waiting(tx: Transaction, programme_id: int) -> tuple[int, int]:
    """How many wait for the curator, and how many of them have a proposal that can be confirmed as it is."""
    row = tx.one(
        f"SELECT count(*) AS every, coalesce(sum(p.role_model <> '' OR p.side = 'mentor'), 0) AS proposed {_WAITING}",
        programme=programme_id,
    )
    return (row["every"], row["proposed"]) if row else (0, 0)
