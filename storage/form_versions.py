"""The versions of questionnaires: the shipped ones as they were, and what a school has made of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from storage.database import Row, Transaction
from storage.moments import maybe_time, to_time


@dataclass(frozen=True, slots=True)
class FormVersion:
    """One version of a questionnaire. `in_force_at` is None while it was only tried out."""

    id: int
    form: str
    version: str
    digest: str
    brought_by: int | None
    brought_at: datetime
    in_force_at: datetime | None
    ended_at: datetime | None


_COLUMNS = "id, form, version, digest, brought_by, brought_at, in_force_at, ended_at"
_IN_FORCE = "in_force_at IS NOT NULL AND ended_at IS NULL"


def add(
    tx: Transaction, *, school: int | None, form: str, version: str, source: str, digest: str, by: int | None
) -> int:
    """Keep a version; it is in force only when `put_in_force` says so."""
    return tx.insert(
        "form_versions",
        school_id=school,
        form=form,
        version=version,
        source=source,
        digest=digest,
        brought_by=by,
        brought_at=tx.now,
    )


def keep_shipped(tx: Transaction, forms: Iterable[tuple[str, str, str, str]]) -> None:
    """Keep the shipped versions (form, version, source, digest), so that they can be read after they were replaced."""
    tx.run_many(
        "INSERT INTO form_versions (form, version, source, digest, brought_at) "
        "VALUES (:form, :version, :source, :digest, :now) ON CONFLICT DO NOTHING",
        [
            {"form": form, "version": version, "source": source, "digest": digest, "now": tx.now}
            for form, version, source, digest in forms
        ],
    )


def get(tx: Transaction, school_id: int, version_id: int) -> FormVersion | None:
    """A school's own version."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM form_versions WHERE id = :id AND school_id = :school", id=version_id, school=school_id
    )
    return None if row is None else _version(row)


def named(tx: Transaction, school_id: int, form: str, version: str) -> int | None:
    """The id of a version: the school's own, else the shipped one of that name."""
    found = tx.value(
        "SELECT id FROM form_versions WHERE form = :form AND version = :version "
        "AND (school_id = :school OR school_id IS NULL) ORDER BY school_id IS NULL LIMIT 1",
        form=form,
        version=version,
        school=school_id,
    )
    return None if found is None else int(found)


def in_force(tx: Transaction, school_id: int, form: str) -> FormVersion | None:
    """The school's own version that is in force; None: the shipped one is."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM form_versions WHERE school_id = :school AND form = :form AND {_IN_FORCE} "
        "ORDER BY in_force_at DESC, id DESC LIMIT 1",
        school=school_id,
        form=form,
    )
    return None if row is None else _version(row)


def all_in_force(tx: Transaction, school_id: int) -> dict[str, FormVersion]:
    """The school's own versions that are in force, by questionnaire."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM form_versions WHERE school_id = :school AND {_IN_FORCE} ORDER BY in_force_at, id",
        school=school_id,
    )
    return {row["form"]: _version(row) for row in rows}


def count(tx: Transaction, school_id: int, form: str) -> int:
    """How many versions of its own a school has had, tried ones too."""
    return int(
        tx.value(
            "SELECT count(*) FROM form_versions WHERE school_id = :school AND form = :form", school=school_id, form=form
        )
    )


def source(tx: Transaction, school_id: int | None, form: str, version: str) -> tuple[str, str] | None:
    """The source of a version and its digest: the school's own, else the shipped one of that name."""
    row = tx.one(
        "SELECT source, digest FROM form_versions WHERE form = :form AND version = :version "
        "AND (school_id = :school OR school_id IS NULL) ORDER BY school_id IS NULL LIMIT 1",
        form=form,
        version=version,
        school=school_id,
    )
    return None if row is None else (row["source"], row["digest"])


def put_in_force(tx: Transaction, version_id: int) -> None:
    """From now on new answers are given to this version."""
    tx.run(
        "UPDATE form_versions SET in_force_at = :now, ended_at = NULL WHERE id = :id",
        now=tx.now,
        id=version_id,
    )


def take_back(tx: Transaction, version_id: int) -> None:
    """The version is in force no more, or is not wanted; answers given to it stay readable, its number stays taken."""
    tx.run("UPDATE form_versions SET ended_at = :now WHERE id = :id", now=tx.now, id=version_id)


def waiting(tx: Transaction, school_id: int, form: str) -> FormVersion | None:
    """The version that was brought last and is neither in force nor dropped."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM form_versions WHERE school_id = :school AND form = :form AND in_force_at IS NULL "
        "AND ended_at IS NULL ORDER BY id DESC LIMIT 1",
        school=school_id,
        form=form,
    )
    return None if row is None else _version(row)


def _version(row: Row) -> FormVersion:
    return FormVersion(
        id=row["id"],
        form=row["form"],
        version=row["version"],
        digest=row["digest"],
        brought_by=row["brought_by"],
        brought_at=to_time(row["brought_at"]),
        in_force_at=maybe_time(row["in_force_at"]),
        ended_at=maybe_time(row["ended_at"]),
    )
