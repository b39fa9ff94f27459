"""Sides people take in a programme: taken when they join, left when they go."""

from __future__ import annotations

from mentoring.people import FORM_OF_KIND, Kind, Side
from storage import schools
from storage.database import Transaction


def take_side(tx: Transaction, school_id: int, person_id: int, kind: Kind, side: Side) -> int | None:
    """Take a side in the school's open programme; None when none is open or the person takes part already.

    The form is that of the kind of person if the programme runs it; without one the person may join and waits.
    """
    programme = schools.programme(tx, school_id)
    if programme is None:
        return None
    form = FORM_OF_KIND.get(kind)
    if form not in programme.forms:
        form = None
    taken = tx.value(
        "SELECT 1 FROM participations WHERE programme_id = :programme AND person_id = :person AND left_at IS NULL",
        programme=programme.id,
        person=person_id,
    )
    if taken:
        return None
    return int(
        tx.value(
            "INSERT INTO participations (programme_id, person_id, side, form, joined_at) "
            "VALUES (:programme, :person, :side, :form, :now) "
            "ON CONFLICT (programme_id, person_id, form) DO UPDATE SET side = excluded.side, left_at = NULL RETURNING id",
            programme=programme.id,
            person=person_id,
            side=side,
            form=form or "",
            now=tx.now,
        )
    )


def leave(tx: Transaction, person_id: int) -> int:
    """Leave every side taken; returns how many."""
    return tx.run(
        "UPDATE participations SET left_at = :now WHERE person_id = :person AND left_at IS NULL",
        now=tx.now,
        person=person_id,
    )
