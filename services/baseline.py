"""The first measurement (stage 2): who has still to answer about themselves, and how far it is, for the curator."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.baseline import FORMS, SHEETS, SMALLEST_GROUP, Phase, Source, concerns, sheet_form, subject
from mentoring.notes import Party
from mentoring.people import Speaker
from mentoring.refusal import NotYours
from mentoring.rights import Deed
from services.authority import acting
from services.people import frame
from services.third_parties import ask
from storage import drafts, impact, journal, levels, notices, schools, standing
from storage.database import Database, Transaction
from storage.impact import Leaf, Share
from storage.notices import Lane
from storage.roster import Go

__all__ = ["Baseline", "FormMeasured", "Go", "Leaf", "Totals"]

PAGE = 8
_PARTIES = {Source.CLASS_TEACHER: Party.CLASS_TEACHER, Source.METHODIST: Party.METHODIST}


@dataclass(frozen=True, slots=True)
class Totals:
    """How many people are at each level, low to high; None where fewer than five are measured."""

    parameter: str
    measured: int
    levels: tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class FormMeasured:
    """The first measurement of one form."""

    form: str
    people: int
    shares: tuple[Share, ...]
    totals: tuple[Totals, ...]
    lines: int  # of the indicator sheet
    entered: int  # lines of it that are entered


class Baseline:
    """The first measurement, as participants and curators see it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def own(self, speaker: Speaker) -> tuple[str, int, bool] | None:
        """The questionnaire the speaker may fill in now: its key, its subject, whether it is begun; None: there is none."""

        def query(tx: Transaction) -> tuple[str, int, bool] | None:
            person = speaker.person
            if person is None or (person.kind, Source.SELF) not in FORMS:
                return None
            form = FORMS[person.kind, Source.SELF]
            for each in standing.of_person(tx, person.id):
                part = each.participation
                if part.entered_at is None or not each.may_answer or not concerns(Source.SELF, person.kind, part.side):
                    continue
                if impact.lacks(tx, part.id, Phase.ENTRY, Source.SELF):
                    about = subject(part.id, Phase.ENTRY)
                    return form, about, drafts.find(tx, speaker.account_id, form, about) is not None
            return None

        return await self._database.read(query)

    async def overview(self, speaker: Speaker) -> list[FormMeasured]:
        """How far the first measurement is, form by form."""

        def query(tx: Transaction) -> list[FormMeasured]:
            known = frame(tx, acting(tx, speaker, Deed.SEE_MEASURES).school_id)
            programme = schools.programme(tx, known.school_id)
            if programme is None:
                return []
            shares = impact.shares(tx, known, Phase.ENTRY)
            sheets = impact.indicators(tx, programme.id)
            totals = levels.totals(tx, known, Phase.ENTRY)
            return [
                FormMeasured(
                    str(form),
                    max((each.everyone for each in shares if each.form == form), default=0),
                    tuple(each for each in shares if each.form == form),
                    tuple(_totals(name, found) for name, found in totals.get(form, {}).items()),
                    len(SHEETS.get(form, ())),
                    len(sheets.get((str(form), Phase.ENTRY), {})),
                )
                for form in programme.forms
            ]

        return await self._database.read(query)

    async def missing(self, speaker: Speaker, source: Source, go: Go = Go.ON, key: int = 0) -> Leaf:
        """A page of people a source has not measured; `key` is the person at its edge."""

        def query(tx: Transaction) -> Leaf:
            known = frame(tx, acting(tx, speaker, Deed.SEE_MEASURES).school_id)
            return impact.page_of_unmeasured(tx, known, Phase.ENTRY, source, go, key, PAGE)

        return await self._database.read(query)

    async def remind(self, speaker: Speaker) -> int:
        """Remind, once, everyone who has not answered about themselves; ask those who score. Returns how many are told."""

        def unit(tx: Transaction) -> int:
            curator = acting(tx, speaker, Deed.SEE_MEASURES)
            known = frame(tx, curator.school_id)
            told = 0
            for each in _one_each(impact.unmeasured(tx, known, Phase.ENTRY, Source.SELF)):
                about = subject(each.participation, Phase.ENTRY)
                told += notices.write(
                    tx, "baseline", school=known.school_id, person=each.person_id, about=about, lane=Lane.REMINDER
                )
            for source, party in _PARTIES.items():
                lost = impact.unmeasured(tx, known, Phase.ENTRY, source)
                told += ask(tx, curator, known, party, sorted({each.person_id for each in lost})).told
            journal.note(
                tx, "baseline-nudged", "programme", known.programme_id, school=known.school_id, by=curator.person_id
            )
            return told

        return await self._database.work(unit)

    async def sheet(self, speaker: Speaker, form: str) -> tuple[str, int]:
        """The key and subject of a form's indicator sheet."""

        def query(tx: Transaction) -> tuple[str, int]:
            now = acting(tx, speaker, Deed.MEASURE_SCHOOL)
            programme = schools.programme(tx, now.school_id)
            if programme is None or form not in programme.forms or form not in SHEETS:
                raise NotYours
            return sheet_form(form), subject(programme.id, Phase.ENTRY)

        return await self._database.read(query)


def _one_each(found: list[impact.Unmeasured]) -> list[impact.Unmeasured]:
    """Whoever is in two forms is reminded of one: the same answers count in both."""
    first = {each.person_id: each for each in reversed(found) if each.entered}
    return sorted(first.values(), key=lambda each: each.participation)


def _totals(parameter: str, found: tuple[int, int, int]) -> Totals:
    measured = sum(found)
    return Totals(parameter, measured, found if measured >= SMALLEST_GROUP else None)
