"""Group meetings: planned, moved, held or cancelled, asked after, written down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mentoring.gatherings import GatheringState, Reply
from mentoring.people import MentoringForm
from mentoring.refusal import NotYours
from storage.database import Row, Transaction
from storage.moments import maybe_date, maybe_time, to_time


@dataclass(frozen=True, slots=True)
class Gathering:
    """One group meeting. `revision` grows with every change people were told of, so that old notices are known as old."""

    id: int
    programme_id: int
    school_id: int
    form: MentoringForm
    starts_at: datetime
    minutes: int
    place: str
    state: GatheringState
    revision: int
    made_by: int | None
    invited_at: datetime | None
    asked_at: datetime | None
    agenda: str
    decided: str
    number: str
    signed_on: date | None


_GATHERINGS = "SELECT g.*, p.school_id FROM gatherings g JOIN programmes p ON p.id = g.programme_id "


def get(tx: Transaction, gathering_id: int) -> Gathering:
    """The group meeting. Raises NotYours for an unknown id."""
    row = tx.one(_GATHERINGS + "WHERE g.id = :id", id=gathering_id)
    if row is None:
        raise NotYours
    return gathering_of(row)


def latest(tx: Transaction, programme_id: int, form: str = "", limit: int = 8) -> list[Gathering]:
    """The group meetings of a programme, or of one form of it, the last first."""
    rows = tx.all(
        _GATHERINGS + "WHERE g.programme_id = :programme AND (:form = '' OR g.form = :form) "
        "AND g.state <> 'cancelled' ORDER BY g.starts_at DESC, g.id DESC LIMIT :limit",
        programme=programme_id,
        form=form,
        limit=limit,
    )
    return [gathering_of(row) for row in rows]


def coming(tx: Transaction, school_id: int) -> list[Gathering]:
    """The group meetings of a school to which people are invited and which have not begun."""
    rows = tx.all(
        _GATHERINGS + "WHERE p.school_id = :school AND p.closed_at IS NULL AND g.state = 'planned' "
        "AND g.invited_at IS NOT NULL AND g.starts_at > :now ORDER BY g.starts_at, g.id",
        school=school_id,
        now=tx.now,
    )
    return [gathering_of(row) for row in rows]


def unmarked(tx: Transaction, school_id: int) -> list[Gathering]:
    """Those that have begun and of which nobody has said who came."""
    rows = tx.all(
        _GATHERINGS + "WHERE p.school_id = :school AND p.closed_at IS NULL AND g.state = 'planned' "
        "AND g.invited_at IS NOT NULL AND g.starts_at <= :now ORDER BY g.starts_at, g.id",
        school=school_id,
        now=tx.now,
    )
    return [gathering_of(row) for row in rows]


def of_person(tx: Transaction, person_id: int) -> list[tuple[Gathering, Reply]]:
    """The group meetings a person is invited to and that have not begun, the next first, with their answer."""
    rows = tx.all(
        "SELECT g.*, p.school_id, n.reply FROM guests n JOIN gatherings g ON g.id = n.gathering_id "
        "JOIN programmes p ON p.id = g.programme_id JOIN participations q ON q.id = n.participation_id "
        "WHERE q.person_id = :person AND q.left_at IS NULL AND g.state = 'planned' AND g.invited_at IS NOT NULL "
        "AND g.starts_at > :now AND p.closed_at IS NULL ORDER BY g.starts_at, g.id",
        person=person_id,
        now=tx.now,
    )
    return [(gathering_of(row), Reply(row["reply"])) for row in rows]


def places(tx: Transaction, school_id: int, limit: int = 4) -> list[tuple[int, str]]:
    """Where the school has met before, the latest first, each with the last group meeting there."""
    rows = tx.all(
        "SELECT max(g.id) AS id, g.place FROM gatherings g JOIN programmes p ON p.id = g.programme_id "
        "WHERE p.school_id = :school AND g.place <> '' GROUP BY g.place ORDER BY max(g.id) DESC LIMIT :limit",
        school=school_id,
        limit=limit,
    )
    return [(row["id"], row["place"]) for row in rows]


def plan(tx: Transaction, programme_id: int, form: str, starts_at: datetime, by: int) -> int:
    """A new group meeting nobody knows of yet; its id."""
    return tx.insert(
        "gatherings", programme_id=programme_id, form=form, starts_at=starts_at, made_by=by, made_at=tx.now
    )


def change(tx: Transaction, gathering_id: int, *, starts_at: datetime | None = None, place: str | None = None) -> bool:
    """Another time or place; whoever was invited is asked again. False when it is planned no longer."""
    hit = tx.run(
        "UPDATE gatherings SET starts_at = coalesce(:starts_at, starts_at), place = coalesce(:place, place), "
        "revision = revision + CASE WHEN invited_at IS NULL THEN 0 ELSE 1 END WHERE id = :id AND state = 'planned'",
        starts_at=starts_at,
        place=place,
        id=gathering_id,
    )
    if hit and starts_at is not None:
        tx.run("UPDATE guests SET reply = 'none' WHERE gathering_id = :id", id=gathering_id)
    return bool(hit)


def cancel(tx: Transaction, gathering_id: int) -> bool:
    """It will not take place, or did not; False when it is planned no longer."""
    return bool(
        tx.run(
            "UPDATE gatherings SET state = 'cancelled', revision = revision + 1 WHERE id = :id AND state = 'planned'",
            id=gathering_id,
        )
    )


def hold(tx: Transaction, gathering_id: int) -> None:
    """Somebody was there: it took place."""
    tx.run("UPDATE gatherings SET state = 'held' WHERE id = :id AND state = 'planned'", id=gathering_id)


def ask(tx: Transaction, gathering_id: int) -> bool:
    """Those who came are asked with whom they would like to work; False when they were before."""
    return bool(
        tx.run("UPDATE gatherings SET asked_at = :now WHERE id = :id AND asked_at IS NULL", now=tx.now, id=gathering_id)
    )


def write_down(tx: Transaction, gathering_id: int, agenda: str, decided: str) -> None:
    """What the minutes say."""
    tx.run(
        "UPDATE gatherings SET agenda = :agenda, decided = :decided WHERE id = :id",
        agenda=agenda,
        decided=decided,
        id=gathering_id,
    )


def sign(tx: Transaction, gathering_id: int, number: str, signed_on: date) -> None:
    """Number and date of the signed minutes, or their correction."""
    tx.run(
        "UPDATE gatherings SET number = :number, signed_on = :day WHERE id = :id",
        number=number,
        day=signed_on,
        id=gathering_id,
    )


def gathering_of(row: Row) -> Gathering:
    """A row of `gatherings`, with its school, as a value."""
    return Gathering(
        id=row["id"],
        programme_id=row["programme_id"],
        school_id=row["school_id"],
        form=MentoringForm(row["form"]),
        starts_at=to_time(row["starts_at"]),
        minutes=row["minutes"],
        place=row["place"],
        state=GatheringState(row["state"]),
        revision=row["revision"],
        made_by=row["made_by"],
        invited_at=maybe_time(row["invited_at"]),
        asked_at=maybe_time(row["asked_at"]),
        agenda=row["agenda"],
        decided=row["decided"],
        number=row["number"],
        signed_on=maybe_date(row["signed_on"]),
    )
