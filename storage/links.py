"""Invitations: a token that says nothing by itself, what it opens, and until when."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.people import SchoolClass
from storage.database import Row, Transaction


class Purpose(StrEnum):
    """What an invitation opens."""

    CLAIM = "claim"  # the first curator
    JOIN = "join"  # participants, by an open link
    STAFF = "staff"
    GUARDIAN = "guardian"  # the parent of one child
    PERSONAL = "personal"  # one person of a class list
    POLL = "poll"  # the interest poll of the whole school
    SHEET = "sheet"  # a printed questionnaire of one person, for whoever enters it


@dataclass(frozen=True, slots=True)
class Link:
    """An invitation that is open."""

    id: int
    token: str
    purpose: Purpose
    school_id: int | None
    role: str
    school_class: SchoolClass | None
    person_id: int | None
    made_by: int | None


_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # no 0 O 1 I: people read tokens aloud and copy them from paper


def new_token(length: int = 10) -> str:
    """A token of 50 bits: not to be guessed over a messenger."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))


def make(
    tx: Transaction,
    purpose: Purpose,
    *,
    school_id: int | None,
    role: str = "",
    school_class: SchoolClass | None = None,
    person_id: int | None = None,
    made_by: int | None = None,
    uses: int | None = None,
    expires_at: datetime | None = None,
) -> Link:
    """Make an invitation; `uses` None means any number."""
    token = new_token()
    link_id = tx.insert(
        "links",
        token=token,
        purpose=purpose,
        school_id=school_id,
        role=role,
        class_level=school_class.level if school_class else None,
        class_letter=school_class.letter if school_class else "",
        person_id=person_id,
        uses_left=uses,
        made_by=made_by,
        made_at=tx.now,
        expires_at=expires_at,
    )
    return Link(link_id, token, purpose, school_id, role, school_class, person_id, made_by)


def find(tx: Transaction, token: str) -> Link | None:
    """The open invitation of a token; closed, used up, expired and never made look the same."""
    row = tx.one(
        "SELECT * FROM links WHERE token = :token AND closed_at IS NULL "
        "AND (expires_at IS NULL OR expires_at > :now) AND (uses_left IS NULL OR uses_left > 0)",
        token=token.strip().upper(),
        now=tx.now,
    )
    return None if row is None else link_of(row)


def link_of(row: Row) -> Link:
    """A row of `links` as a value."""
    level = row["class_level"]
    return Link(
        id=row["id"],
        token=row["token"],
        purpose=Purpose(row["purpose"]),
        school_id=row["school_id"],
        role=row["role"],
        school_class=None if level is None else SchoolClass(level, row["class_letter"]),
        person_id=row["person_id"],
        made_by=row["made_by"],
    )


def use(tx: Transaction, link: Link) -> bool:
    """Use an invitation once; False when somebody used it up meanwhile."""
    return bool(
        tx.run(
            "UPDATE links SET uses_left = uses_left - 1 WHERE id = :id AND closed_at IS NULL "
            "AND (uses_left IS NULL OR uses_left > 0)",
            id=link.id,
        )
    )


def of_school(tx: Transaction, school_id: int, purpose: Purpose) -> list[Link]:
    """The open invitations of a school for one purpose, newest first."""
    rows = tx.all(
        "SELECT * FROM links WHERE school_id = :school AND purpose = :purpose AND closed_at IS NULL "
        "AND (expires_at IS NULL OR expires_at > :now) AND (uses_left IS NULL OR uses_left > 0) ORDER BY id DESC",
        school=school_id,
        purpose=purpose,
        now=tx.now,
    )
    return [link_of(row) for row in rows]


def for_person(tx: Transaction, purpose: Purpose, person_id: int) -> Link | None:
    """The open invitation that concerns one person (the parent's link of a child, a personal code)."""
    row = tx.one(
        "SELECT * FROM links WHERE person_id = :person AND purpose = :purpose AND closed_at IS NULL "
        "AND (expires_at IS NULL OR expires_at > :now) AND (uses_left IS NULL OR uses_left > 0) ORDER BY id DESC",
        person=person_id,
        purpose=purpose,
        now=tx.now,
    )
    return None if row is None else link_of(row)


def close(tx: Transaction, school_id: int, link_id: int) -> bool:
    """Close an invitation of a school; False when it was not open."""
    return bool(
        tx.run(
            "UPDATE links SET closed_at = :now WHERE id = :id AND school_id = :school AND closed_at IS NULL",
            now=tx.now,
            id=link_id,
            school=school_id,
        )
    )


def by_id(tx: Transaction, link_id: int) -> Link | None:
    """The invitation, if it is still open."""
    token = tx.value("SELECT token FROM links WHERE id = :id", id=link_id)
    return None if token is None else find(tx, token)
