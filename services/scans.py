"""A signed order as a scan: attached, looked at and taken away by curators, where names may pass through the messenger."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from mentoring.people import Person, Speaker
from mentoring.refusal import NotYours, Refusal, TakenMeanwhile
from services.orders import Order, own_order
from storage import drafts, journal, people, scans, schools
from storage.database import Database, Transaction
from storage.scans import LARGEST, MOST, Scan

__all__ = ["FORM", "LARGEST", "MOST", "Scan", "Scanned", "Scans", "kind_of"]

FORM = "order_scan"

_MAGIC = {b"%PDF-": "pdf", b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png"}


@dataclass(frozen=True, slots=True)
class Scanned:
    """The scans of an order, each with who attached it; times are the school's."""

    order: Order
    scans: tuple[tuple[Scan, Person | None], ...]


def kind_of(content: bytes) -> str:
    """How a file of these bytes ends: its first bytes say it, never its name. Raises Refusal for anything else."""
    for begins, kind in _MAGIC.items():
        if content.startswith(begins):
            return kind
    raise Refusal("scans-kind")


class Scans:
    """Scans of orders."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_order(self, speaker: Speaker, order_id: int) -> Scanned:
        """What is attached to an order. Raises NotYours for another school's."""

        def query(tx: Transaction) -> Scanned:
            me, _, order = own_order(tx, speaker, order_id)
            found, zone = scans.of_order(tx, order.id), schools.settings(tx, me.school_id).zone
            known = people.some(tx, [each.added_by for each in found if each.added_by])
            return Scanned(
                order,
                tuple(
                    (Scan(s.id, s.order_id, s.kind, s.size, s.added_by, s.added_at.astimezone(zone)), known.get(s.added_by or 0))
                    for s in found
                ),
            )  # fmt: skip

        return await self._database.read(query)

    async def awaited(self, speaker: Speaker) -> int:
        """The order a scan is asked for just now. Raises NotYours when none is, Refusal as `may_add`."""

        def query(tx: Transaction) -> int:
            draft = drafts.get(tx, speaker.draft_id) if speaker.draft_id else None
            if draft is None or draft.form != FORM:
                raise NotYours
            return _addable(tx, speaker, draft.about)[1].id

        return await self._database.read(query)

    async def may_add(self, speaker: Speaker, order_id: int) -> None:
        """Raises Refusal in coded mode, for a draft, and when there are as many as an order may have."""
        await self._database.read(lambda tx: _addable(tx, speaker, order_id))

    async def add(self, speaker: Speaker, order_id: int, content: bytes, file_key: str) -> Scanned:
        """Keep a scan; the same file sent again is there once. Raises Refusal as `may_add`, for its size, for its kind."""
        if len(content) > LARGEST:
            raise Refusal("scans-large")
        kind = kind_of(content)

        def unit(tx: Transaction) -> None:
            me, order = _addable(tx, speaker, order_id)
            try:
                added = scans.add(tx, order.id, kind, content, file_key, me.person_id)
            except sqlite3.IntegrityError as violated:
                raise TakenMeanwhile("scans-many") from violated
            if added:
                journal.note(tx, "attached-scan", "order", order.id, school=me.school_id, by=me.person_id)

        await self._database.work(unit)
        return await self.of_order(speaker, order_id)

    async def take(self, speaker: Speaker, scan_id: int) -> tuple[Order, Scan, bytes]:
        """A scan with its bytes. Raises NotYours for another school's."""

        def query(tx: Transaction) -> tuple[Order, Scan, bytes]:
            scan = scans.get(tx, scan_id)
            _, _, order = own_order(tx, speaker, scan.order_id)
            return order, scan, scans.content(tx, scan.id)

        return await self._database.read(query)

    async def remove(self, speaker: Speaker, scan_id: int) -> int:
        """Take a scan away; returns its order. Raises NotYours when it is gone or another school's."""

        def unit(tx: Transaction) -> int:
            scan = scans.get(tx, scan_id)
            me, _, order = own_order(tx, speaker, scan.order_id)
            if scans.remove(tx, scan.id):
                journal.note(tx, "removed-scan", "order", order.id, school=me.school_id, by=me.person_id)
            return order.id

        return await self._database.work(unit)

    async def finish(self, speaker: Speaker) -> None:
        """No more pages are awaited."""

        def unit(tx: Transaction) -> None:
            draft = drafts.get(tx, speaker.draft_id) if speaker.draft_id else None
            if draft is not None and draft.form == FORM:
                drafts.drop(tx, draft.id)

        await self._database.work(unit, aside=True)

    def receive(self, tx: Transaction, speaker: Speaker, sent: object) -> None:
        """A text is never a scan: the form's own constraint refuses every one."""
        raise NotYours


def _addable(tx: Transaction, speaker: Speaker, order_id: int) -> tuple[Speaker, Order]:
    me, _, order = own_order(tx, speaker, order_id)
    if me.privacy.coded:
        raise Refusal("scans-coded")
    if order.signed_on is None:
        raise Refusal("scans-unsigned")
    if scans.count(tx, order.id) >= MOST:
        raise Refusal("scans-many")
    return me, order
