"""The school's one list of areas, kept by the curator: added to, renamed, closed and opened again."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.people import Speaker
from mentoring.questionnaire import Answers
from mentoring.refusal import Refusal
from mentoring.rights import Deed
from services.authority import acting
from services.filling import Sent
from storage import areas, journal
from storage.areas import AreaLine
from storage.database import Database, Transaction

__all__ = ["AreaLine", "AreaPage", "Areas"]


@dataclass(frozen=True, slots=True)
class AreaPage:
    """One page of the list."""

    areas: tuple[AreaLine, ...]
    more: bool


class Areas:
    """What the curator does with the areas. A closed one is offered to nobody, answers given keep its words."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(self, speaker: Speaker, after: int = 0) -> AreaPage:
        """One page, areas after an id."""

        def query(tx: Transaction) -> AreaPage:
            found = areas.page(tx, acting(tx, speaker, Deed.SET_UP).school_id, after)
            return AreaPage(tuple(found[: areas.PAGE]), len(found) > areas.PAGE)

        return await self._database.read(query)

    async def area(self, speaker: Speaker, area_id: int) -> AreaLine:
        """One area. Raises NotYours for another school's."""
        return await self._database.read(lambda tx: areas.get(tx, acting(tx, speaker, Deed.SET_UP).school_id, area_id))

    async def set_open(self, speaker: Speaker, area_id: int, *, is_open: bool) -> AreaLine:
        """Close an area, or open it again."""

        def unit(tx: Transaction) -> AreaLine:
            now = acting(tx, speaker, Deed.SET_UP)
            known = areas.get(tx, now.school_id, area_id)
            if areas.set_open(tx, known.id, is_open=is_open):
                _note(tx, now, "area-opened" if is_open else "area-closed", known.id)
            return areas.get(tx, now.school_id, area_id)

        return await self._database.work(unit)

    def proposed(self, tx: Transaction, speaker: Speaker, about: int) -> Answers:
        """The name and audience that stand, as first answers."""
        if speaker.person is None or not about:
            return {}
        known = areas.get(tx, speaker.school_id, about)
        return {"label": known.label, "audience": known.audience}

    def receive(self, tx: Transaction, speaker: Speaker, sent: Sent) -> AreaLine:
        """A new area (about 0), or an old one renamed. Raises Refusal when there is one of this name."""
        now = acting(tx, speaker, Deed.SET_UP)
        label, audience = " ".join(sent.text("label").split()), sent.text("audience")
        if areas.taken(tx, now.school_id, label, but=sent.about):
            raise Refusal("areas-taken")
        if not sent.about:
            area_id = areas.add(tx, now.school_id, label, audience)
            _note(tx, now, "area-added", area_id)
            return areas.get(tx, now.school_id, area_id)
        known = areas.get(tx, now.school_id, sent.about)
        areas.rename(tx, known.id, label, audience)
        _note(tx, now, "area-renamed", known.id)
        return areas.get(tx, now.school_id, known.id)


def _note(tx: Transaction, speaker: Speaker, deed: str, area_id: int) -> None:
    journal.note(tx, deed, "area", area_id, school=speaker.school_id, by=speaker.person_id)
