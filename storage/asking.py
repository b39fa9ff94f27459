"""Questionnaires asked for at a time of their own: since when in each form, of whom, and who has answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.people import MentoringForm
from storage.database import Row, Transaction
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
# When a participant was asked last after a group meeting they came to.
_ASKED_LAST = (
    "(SELECT max(g.asked_at) FROM guests n JOIN gatherings g ON g.id = n.gathering_id "
    "WHERE n.participation_id = p.id AND n.came = 'yes' AND g.form = p.form)"
)
# Whoever has found a mentor is not asked whom they would like to work with.
_LOOKING = "NOT (p.side = 'mentee' AND EXISTS (SELECT 1 FROM members l WHERE l.mentee_id = p.id AND l.live = 1))"
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


def open_for(tx: Transaction, person_id: int) -> dict[int, dict[Round, datetime]]:
    """What a person may fill in now and since when it is asked, by participation.

    A final one only of work that there was; preferences after the last group meeting they came to, or of a whole form.
    """
    rows = tx.all(
        f"SELECT p.id, CASE WHEN {_WORKED} THEN f.final_from END AS final, "
        f"CASE WHEN {_LOOKING} THEN f.preferences_from END AS every, "
        f"CASE WHEN {_LOOKING} THEN {_ASKED_LAST} END AS preferences FROM participations p "
        "JOIN persons h ON h.id = p.person_id JOIN programmes g ON g.id = p.programme_id "
        "JOIN programme_forms f ON f.programme_id = p.programme_id AND f.form = p.form "
        f"WHERE p.person_id = :person AND g.closed_at IS NULL AND {_HERE}",
        person=person_id,
    )
    return {row["id"]: _since(row) for row in rows}


def _since(row: Row) -> dict[Round, datetime]:
    asked = max(filter(None, (row["every"], row["preferences"])), default=None)
    since = {Round.FINAL: maybe_time(row["final"]), Round.PREFERENCES: maybe_time(asked)}
    return {round: at for round, at in since.items() if at is not None}


def preferring(tx: Transaction, participation_id: int) -> int | None:
    """The group meeting whose guests a participant chooses from; None: everybody of the form, or nothing is asked."""
    row = tx.one(
        "SELECT g.id, g.asked_at, f.preferences_from FROM guests n JOIN gatherings g ON g.id = n.gathering_id "
        "JOIN programme_forms f ON f.programme_id = g.programme_id AND f.form = g.form "
        "JOIN participations p ON p.id = n.participation_id AND p.form = g.form "
        "WHERE n.participation_id = :id AND n.came = 'yes' AND g.asked_at IS NOT NULL "
        "ORDER BY g.asked_at DESC, g.id DESC LIMIT 1",
        id=participation_id,
    )
    if row is None or (row["preferences_from"] or "") > row["asked_at"]:
        return None
    return int(row["id"])


def preferences(tx: Transaction, programme_id: int, form: str) -> list[Row]:
    """Everybody in a form: participation, side, and the preferences they sent last, if any."""
    return tx.all(
        "SELECT p.id, p.person_id, p.side, s.answers FROM participations p "
        "JOIN persons h ON h.id = p.person_id LEFT JOIN submissions s ON s.person_id = p.person_id AND s.about = p.id "
        "AND s.form = 'preferences_' || p.side "
        f"WHERE p.programme_id = :programme AND (:form = '' OR p.form = :form) AND {_HERE} ORDER BY h.sought, p.id",
        programme=programme_id,
        form=form,
    )


def avoiding(tx: Transaction, programme_id: int, after: int, limit: int) -> list[Row]:
    """Those in the programme who have said with whom they would not work, from a participation on."""
    return tx.all(
        "SELECT p.id, p.person_id, p.form, p.side, s.answers FROM participations p JOIN persons h ON h.id = p.person_id "
        "JOIN submissions s ON s.person_id = p.person_id AND s.about = p.id AND s.form = 'preferences_' || p.side "
        f"AND instr(s.answers, :named) > 0 WHERE p.programme_id = :programme AND {_HERE} AND p.id > :after "
        "ORDER BY p.id LIMIT :limit",
        named='"avoid":["',
        programme=programme_id,
        after=after,
        limit=limit,
    )


def persons_of(tx: Transaction, participations: Iterable[int]) -> dict[int, int]:
    """Whose participations these are."""
    ids = ",".join(str(int(each)) for each in participations) or "NULL"
    return {
        row["id"]: row["person_id"] for row in tx.all(f"SELECT id, person_id FROM participations WHERE id IN ({ids})")
    }


def owing_preferences(tx: Transaction, programme_id: int) -> set[int]:
    """Participations that are asked for preferences and have not answered since."""
    rows = tx.all(
        "SELECT q.id FROM (SELECT p.id, f.preferences_from AS every, "
        f"{_ASKED_LAST} AS last, "
        "(SELECT coalesce(s.changed_at, s.sent_at) FROM submissions s WHERE s.person_id = p.person_id AND s.about = p.id "
        "AND s.form = 'preferences_' || p.side) AS said FROM participations p JOIN programme_forms f "
        "ON f.programme_id = p.programme_id AND f.form = p.form WHERE p.programme_id = :programme AND p.left_at IS NULL) q "
        "WHERE (q.every IS NOT NULL OR q.last IS NOT NULL) AND (q.said IS NULL OR q.said < q.every OR q.said < q.last)",
        programme=programme_id,
    )
    return {row["id"] for row in rows}


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
