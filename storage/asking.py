"""Questionnaires asked for at a time of their own: since when in each form, of whom, and who has answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.people import MentoringForm
from storage.database import Transaction
from storage.moments import maybe_time


class Round(StrEnum):
    """Which of them; the beginning of its key."""

    FINAL = "final"  # at the end of the work (MR-42/02, annex 2)
    PREFERENCES = "preferences"  # after the group meeting


_COLUMNS = {Round.FINAL: "final_from", Round.PREFERENCES: "preferences_from"}
_KEYS = {
    Round.FINAL: "'final_' || p.side || '_' || p.form",
    Round.PREFERENCES: "'preferences_' || p.side",
}
# Whoever has, or had, a pair that the order approved.
_WORKED = (
    "(EXISTS (SELECT 1 FROM members m WHERE m.mentee_id = p.id AND m.state IN ('active', 'frozen', 'ended')) "
    "OR EXISTS (SELECT 1 FROM matches t JOIN members m ON m.match_id = t.id "
    "WHERE t.mentor_id = p.id AND m.state IN ('active', 'frozen', 'ended')))"
)
_HERE = "p.left_at IS NULL AND h.withdrawn_at IS NULL AND h.removed_at IS NULL"


@dataclass(frozen=True, slots=True)
class Asked:
    """A form that is run: since when each questionnaire is asked for, and the programme's last day."""

    form: MentoringForm
    since: dict[Round, datetime | None]


def forms(tx: Transaction, programme_id: int) -> list[Asked]:
    """The forms of a programme."""
    rows = tx.all("SELECT * FROM programme_forms WHERE programme_id = :id ORDER BY form", id=programme_id)
    order = list(MentoringForm)
    found = [
        Asked(MentoringForm(row["form"]), {each: maybe_time(row[column]) for each, column in _COLUMNS.items()})
        for row in rows
    ]
    return sorted(found, key=lambda each: order.index(each.form))


def begin(tx: Transaction, programme_id: int, form: str, round: Round) -> bool:
    """It is asked for from now on; False when it was already, or the form is not run."""
    return bool(
        tx.run(
            f"UPDATE programme_forms SET {_COLUMNS[round]} = :now "
            f"WHERE programme_id = :id AND form = :form AND {_COLUMNS[round]} IS NULL",
            now=tx.now,
            id=programme_id,
            form=form,
        )
    )


def worked(tx: Transaction, programme_id: int, form: str) -> list[tuple[int, int]]:
    """Who has worked in a form, or still does: participation and person."""
    rows = tx.all(
        "SELECT p.id, p.person_id FROM participations p JOIN persons h ON h.id = p.person_id "
        f"WHERE p.programme_id = :programme AND p.form = :form AND {_HERE} AND {_WORKED} ORDER BY p.id",
        programme=programme_id,
        form=form,
    )
    return [(row["id"], row["person_id"]) for row in rows]


def answered(tx: Transaction, programme_id: int, form: str, round: Round) -> list[tuple[int, int]]:
    """Who has sent it: participation and person."""
    rows = tx.all(
        "SELECT p.id, p.person_id FROM participations p JOIN persons h ON h.id = p.person_id "
        f"JOIN submissions s ON s.person_id = p.person_id AND s.about = p.id AND s.form = {_KEYS[round]} "
        f"WHERE p.programme_id = :programme AND p.form = :form AND {_HERE} ORDER BY h.sought, p.id",
        programme=programme_id,
        form=form,
    )
    return [(row["id"], row["person_id"]) for row in rows]


def open_for(tx: Transaction, person_id: int) -> dict[int, set[Round]]:
    """What a person may fill in now, by participation: a final one only of work that there was."""
    rows = tx.all(
        f"SELECT p.id, f.final_from IS NOT NULL AND {_WORKED} AS final, f.preferences_from IS NOT NULL AS preferences "
        "FROM participations p JOIN persons h ON h.id = p.person_id JOIN programmes g ON g.id = p.programme_id "
        "JOIN programme_forms f ON f.programme_id = p.programme_id AND f.form = p.form "
        f"WHERE p.person_id = :person AND g.closed_at IS NULL AND {_HERE}",
        person=person_id,
    )
    return {row["id"]: {each for each in Round if row[each.value]} for row in rows}


def mark_finished(tx: Transaction, participation_id: int) -> None:
    """The final questionnaire was sent."""
    tx.run(
        "UPDATE participations SET finished_at = coalesce(finished_at, :now) WHERE id = :id",
        now=tx.now,
        id=participation_id,
    )


def ending(tx: Transaction, school_id: int, until: date) -> int | None:
    """The open programme of a school, if it ends by this day."""
    found = tx.value(
        "SELECT id FROM programmes WHERE school_id = :school AND closed_at IS NULL AND ends_on <= :until",
        school=school_id,
        until=until.isoformat(),
    )
    return None if found is None else int(found)
