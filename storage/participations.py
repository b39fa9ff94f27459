"""Sides people take in a programme: taken when they join, left when they go."""

from __future__ import annotations

from datetime import date

from mentoring.people import FORMS_OF, Kind, MentoringForm, Side
from storage import people, schools
from storage.database import Transaction


def take_side(tx: Transaction, school_id: int, person_id: int, kind: Kind, side: Side) -> int | None:
    """Take a side in the school's open programme; None when none is open or the person takes part already.

    The form is the only one that fits; of several the application tells which, and without one the person may join and
    waits. Whoever had left that side comes back to it as it was.
    """
    programme = schools.programme(tx, school_id)
    if programme is None or _forms(tx, programme.id, person_id):
        return None
    return _take(tx, programme, person_id, kind, side)


def add_side(tx: Transaction, school_id: int, person_id: int, kind: Kind, side: Side) -> int | None:
    """Take another side beside what is taken already; None when no form is left that the programme runs."""
    programme = schools.programme(tx, school_id)
    if programme is None or side not in addable(tx, school_id, person_id, kind):
        return None
    return _take(tx, programme, person_id, kind, side)


def addable(tx: Transaction, school_id: int, person_id: int, kind: Kind) -> tuple[Side, ...]:
    """The sides a participant may take as well: the other side, or help in another form, one undecided at a time.

    One person has one side in a form: whoever is helped in it helps in another one.
    """
    programme = schools.programme(tx, school_id)
    taken = _forms(tx, programme.id, person_id) if programme else []
    if programme is None or not taken:
        return ()
    used, sides = {form for _, form in taken}, {side for side, _ in taken}
    if "" in used:
        return ()
    found = [side for side in Side if side is Side.MENTOR or side not in sides]
    return tuple(
        side for side in found if any(form in programme.forms and form not in used for form in _known(kind, side))
    )


def _take(tx: Transaction, programme: schools.Programme, person_id: int, kind: Kind, side: Side) -> int:
    used = {form for _, form in _forms(tx, programme.id, person_id)}
    fitting = [form for form in _known(kind, side) if form in programme.forms and form not in used]
    left = tx.one(
        "UPDATE participations SET left_at = NULL WHERE id = (SELECT max(id) FROM participations "
        "WHERE programme_id = :programme AND person_id = :person AND side = :side AND left_at IS NOT NULL) "
        "AND form IN (SELECT form FROM programme_forms WHERE programme_id = :programme UNION SELECT '') RETURNING id",
        programme=programme.id,
        person=person_id,
        side=side,
    )
    if left is not None:
        return int(left["id"])
    people.mark_side(tx, person_id, side)
    return int(
        tx.value(
            "INSERT INTO participations (programme_id, person_id, side, form, joined_at) "
            "VALUES (:programme, :person, :side, :form, :now) "
            "ON CONFLICT (programme_id, person_id, form) DO UPDATE SET side = excluded.side, left_at = NULL RETURNING id",
            programme=programme.id,
            person=person_id,
            side=side,
            form=fitting[0] if len(fitting) == 1 else "",
            now=tx.now,
        )
    )


def _known(kind: Kind, side: Side) -> tuple[MentoringForm, ...]:
    return FORMS_OF.get((kind, side), ())


def _forms(tx: Transaction, programme_id: int, person_id: int) -> list[tuple[Side, str]]:
    rows = tx.all(
        "SELECT side, form FROM participations WHERE programme_id = :programme AND person_id = :person "
        "AND left_at IS NULL",
        programme=programme_id,
        person=person_id,
    )
    return [(Side(row["side"]), row["form"]) for row in rows]


def mark_trained(tx: Transaction, programme_id: int, person_id: int, day: date) -> bool:
    """A mentor has been trained by this day (stage 4); False when that is known of all their sides."""
    return bool(
        tx.run(
            "UPDATE participations SET trained_on = :day WHERE programme_id = :programme AND person_id = :person "
            "AND side = 'mentor' AND left_at IS NULL AND trained_on IS NULL",
            day=day,
            programme=programme_id,
            person=person_id,
        )
    )


def leave(tx: Transaction, person_id: int) -> int:
    """Leave every side taken; returns how many."""
    return tx.run(
        "UPDATE participations SET left_at = :now WHERE person_id = :person AND left_at IS NULL",
        now=tx.now,
        person=person_id,
    )


def offered(tx: Transaction, programme_id: int, person_id: int = 0) -> dict[int, dict[str, int]]:
    """How many mentees every mentor of a programme takes by form, at most what the form allows; or one mentor only."""
    rows = tx.all(
        "SELECT q.person_id, q.form, min(q.places, f.most_mentees) AS places FROM participations q "
        "JOIN programme_forms f ON f.programme_id = q.programme_id AND f.form = q.form "
        "WHERE q.programme_id = :programme AND q.side = 'mentor' AND q.left_at IS NULL "
        "AND (:person = 0 OR q.person_id = :person)",
        programme=programme_id,
        person=person_id,
    )
    found: dict[int, dict[str, int]] = {}
    for row in rows:
        found.setdefault(row["person_id"], {})[row["form"]] = row["places"]
    return found


def say_places(tx: Transaction, participation_id: int, places: int) -> None:
    """A mentor says how many mentees they take, from now on; none may be said too."""
    tx.run(
        "UPDATE participations SET places = :places, places_said_at = :now WHERE id = :id",
        places=places,
        now=tx.now,
        id=participation_id,
    )
