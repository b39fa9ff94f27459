"""What a person has switched off, and at what hour a curator gets the day's digest."""

from __future__ import annotations

from mentoring.manners import Switch
from storage.database import Transaction


def off(tx: Transaction, person_id: int) -> frozenset[Switch]:
    """What a person has switched off."""
    rows = tx.all("SELECT switch FROM switched_off WHERE person_id = :id", id=person_id)
    return frozenset(Switch(row["switch"]) for row in rows)


def turn(tx: Transaction, person_id: int, switch: Switch, *, on: bool) -> None:
    """Switch something on or off; once more changes nothing."""
    if on:
        tx.run("DELETE FROM switched_off WHERE person_id = :id AND switch = :switch", id=person_id, switch=str(switch))
        return
    tx.run(
        "INSERT INTO switched_off (person_id, switch, since) VALUES (:id, :switch, :now) ON CONFLICT DO NOTHING",
        id=person_id,
        switch=str(switch),
        now=tx.now,
    )


def digest_hour(tx: Transaction, person_id: int) -> str | None:
    """The local hour a curator has chosen, empty when they want everything at once; None when they have not chosen."""
    found = tx.value("SELECT hour FROM digest_hours WHERE person_id = :id", id=person_id)
    return None if found is None else str(found)


def choose_digest_hour(tx: Transaction, person_id: int, hour: str) -> None:
    """Choose another hour; empty: everything at once."""
    tx.run(
        "INSERT INTO digest_hours (person_id, hour) VALUES (:id, :hour) "
        "ON CONFLICT (person_id) DO UPDATE SET hour = excluded.hour",
        id=person_id,
        hour=hour,
    )
