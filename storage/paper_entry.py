"""Printed questionnaires: the code of each sheet and what it leads to, and those named to enter answers from paper."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.feedback_rounds import ROUND
from mentoring.people import Person, SchoolClass
from storage import links
from storage.database import Transaction
from storage.links import Purpose
from storage.people import person_of


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """A printed sheet: whose it is, which questionnaire, about what."""

    person_id: int
    form: str
    about: int


def sheet_of(tx: Transaction, link_id: int) -> PaperSheet | None:
    """What the code of a sheet leads to."""
    row = tx.one(
        "SELECT l.person_id, s.form, s.about FROM sheets s JOIN links l ON l.id = s.link_id WHERE s.link_id = :id",
        id=link_id,
    )
    return None if row is None or row["person_id"] is None else PaperSheet(row["person_id"], row["form"], row["about"])


def token(tx: Transaction, school: int, sheet: PaperSheet, made_by: int) -> str:
    """The code of a sheet: the one it has, else a new one. It says nothing by itself and may be used again."""
    found = tx.value(
        "SELECT l.token FROM sheets s JOIN links l ON l.id = s.link_id WHERE l.person_id = :person "
        "AND l.purpose = 'sheet' AND l.closed_at IS NULL AND s.form = :form AND s.about = :about",
        person=sheet.person_id,
        form=sheet.form,
        about=sheet.about,
    )
    if found is not None:
        return str(found)
    link = links.make(tx, Purpose.SHEET, school_id=school, person_id=sheet.person_id, made_by=made_by)
    tx.run(
        "INSERT INTO sheets (link_id, form, about) VALUES (:link, :form, :about)",
        link=link.id,
        form=sheet.form,
        about=sheet.about,
    )
    return link.token


def is_helper(tx: Transaction, person_id: int) -> bool:
    """Whether somebody has been named to enter answers from paper, and is still of the staff."""
    return bool(
        tx.value(
            "SELECT 1 FROM paper_helpers h JOIN persons p ON p.id = h.person_id AND p.removed_at IS NULL "
            "WHERE h.person_id = :id AND EXISTS (SELECT 1 FROM staff_roles r WHERE r.person_id = h.person_id)",
            id=person_id,
        )
    )


def staff(tx: Transaction, school: int) -> list[tuple[Person, bool]]:
    """Everyone of the staff but curators, by name, and whether they have been named."""
    rows = tx.all(
        "SELECT p.*, h.person_id IS NOT NULL AS named FROM persons p LEFT JOIN paper_helpers h ON h.person_id = p.id "
        "WHERE p.school_id = :school AND p.removed_at IS NULL "
        "AND EXISTS (SELECT 1 FROM staff_roles r WHERE r.person_id = p.id) "
        "AND NOT EXISTS (SELECT 1 FROM staff_roles r WHERE r.person_id = p.id AND r.role = 'curator') "
        "ORDER BY p.sought, p.id",
        school=school,
    )
    return [(person_of(row), bool(row["named"])) for row in rows]


def name_helper(tx: Transaction, person_id: int, by: int) -> None:
    """From now on this person may enter answers from paper; naming twice changes nothing."""
    tx.run(
        "INSERT INTO paper_helpers (person_id, named_by, named_at) VALUES (:id, :by, :now) ON CONFLICT DO NOTHING",
        id=person_id,
        by=by,
        now=tx.now,
    )


def revoke_helper(tx: Transaction, person_id: int) -> bool:
    """No longer; False when they were not."""
    return bool(tx.run("DELETE FROM paper_helpers WHERE person_id = :id", id=person_id))


def of_class(tx: Transaction, school: int, school_class: SchoolClass) -> list[Person]:
    """The participants of a class in the open programme, by name."""
    rows = tx.all(
        "SELECT p.* FROM persons p WHERE p.school_id = :school AND p.class_level = :level "
        "AND p.class_letter = :letter AND p.removed_at IS NULL AND p.withdrawn_at IS NULL "
        "AND EXISTS (SELECT 1 FROM participations t JOIN programmes g ON g.id = t.programme_id AND g.closed_at IS NULL "
        "WHERE t.person_id = p.id AND t.left_at IS NULL) ORDER BY p.sought, p.id",
        school=school,
        level=school_class.level,
        letter=school_class.letter,
    )
    return [person_of(row) for row in rows]


def linked(tx: Transaction, school: int) -> set[int]:
    """Everyone of a school who can be reached through an account."""
    rows = tx.all(
        "SELECT DISTINCT l.person_id AS id FROM account_persons l JOIN persons p ON p.id = l.person_id "
        "WHERE p.school_id = :school",
        school=school,
    )
    return {row["id"] for row in rows}


_LATEST = (
    f"(m.match_id + {ROUND} * coalesce((SELECT max(r.number) - 1 FROM rounds r WHERE r.match_id = m.match_id), 0))"
)


def without_feedback(tx: Transaction, programme: int, form: str) -> list[tuple[int, int]]:
    """The participations of one side of working matches that have not sent this questionnaire, each with what it is about:
    the match and its latest round.

    The key says the side, and the form of mentoring where that has a questionnaire of its own.
    """
    side = "g.mentor_id" if form.startswith("interim_mentor") else "m.mentee_id"
    own = "m.form = 'teacher_teacher'" if form.endswith("teacher_teacher") else "m.form <> 'teacher_teacher'"
    rows = tx.all(
        f"SELECT DISTINCT {side} AS id, m.match_id, {_LATEST} AS about FROM members m JOIN matches g ON g.id = m.match_id "
        f"JOIN participations p ON p.id = {side} WHERE m.programme_id = :programme AND m.state IN ('active', 'frozen') "
        f"AND {own} AND NOT EXISTS (SELECT 1 FROM submissions s WHERE s.person_id = p.person_id AND s.form = :form "
        f"AND s.about = {_LATEST}) ORDER BY m.match_id, p.id",
        programme=programme,
        form=form,
    )
    return [(row["id"], row["about"]) for row in rows]
