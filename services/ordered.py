"""Orders as they are printed: in chat one by one, at the server all of a programme."""

from __future__ import annotations

from mentoring.exported import Named
from mentoring.naming import full
from mentoring.ordered import AcquaintanceList, Acquainted, DraftRun, Ordered, OrderedLeaving, OrderedMatch
from mentoring.people import Person, Speaker, is_minor
from mentoring.refusal import Refusal
from mentoring.rights import Deed
from services.authority import acting
from services.exported_names import named
from services.order_sheets import Basis, Left, Line, Sheet
from services.orders import Orders
from storage import guardianships, orders, schools
from storage.database import Database, Transaction

_EVERY = 2**31
_FINGERPRINT = 8  # signs of it that a person compares


def ordered(sheet: Sheet) -> Ordered:
    """What is printed of an order; only the curator, who sees names whole, is given a sheet."""
    school, curator = sheet.school, sheet.curator.person
    return Ordered(
        number=sheet.order.number,
        signed_on=sheet.order.signed_on,
        school=school.full_name,
        town=school.town,
        title=sheet.programme_title,
        director=school.director_name,
        director_post=school.director_post,
        curator=full(curator, sheet.curator) if curator else "",
        curator_post=curator.post if curator else "",
        matches=tuple(_match(line, sheet.curator) for line in sheet.lines),
        starts=sheet.starts,
        ends=sheet.ends,
        acquaint_by=sheet.acquaint_by,
        plans_by=sheet.plans_by,
        runs=_runs(sheet.lines),
        by_hand=tuple(number for number, line in enumerate(sheet.lines, 1) if line.basis is None),
        amended=tuple((each.number, each.signed_on) for each in sheet.amended),
        leaving=tuple(_leaving(each, sheet.curator) for each in sheet.left),
        groups=tuple(_match(each, sheet.curator) for each in sheet.groups),
    )


def _runs(lines: tuple[Line, ...]) -> tuple[DraftRun, ...]:
    found: dict[Basis, list[int]] = {}
    for number, line in enumerate(lines, 1):
        if line.basis is not None:
            found.setdefault(line.basis, []).append(number)
    return tuple(
        DraftRun(basis.run, basis.on, basis.digest[:_FINGERPRINT], tuple(numbers))
        for basis, numbers in sorted(found.items(), key=lambda each: each[0].run)
    )


def _leaving(left: Left, viewer: Speaker) -> OrderedLeaving:
    return OrderedLeaving(
        mentor=named(left.mentor, viewer),
        mentees=tuple(named(each, viewer) for each in left.mentees),
        form=left.form,
        ground=left.ground,
        on=left.on,
        order_number=left.order.number,
        order_on=left.order.signed_on,
    )


def _match(line: Line, viewer: Speaker) -> OrderedMatch:
    mentees: tuple[Named, ...] = tuple(named(each, viewer) for each in line.mentees)
    return OrderedMatch(
        mentor=named(line.mentor, viewer),
        mentees=mentees,
        form=line.form,
        role_model=line.role_model,
        consent_on=line.consent_on,
        agreement_number=line.agreement_number,
        agreement_on=line.agreement_on,
    )


async def every_order(database: Database, speaker: Speaker) -> list[Ordered]:
    """Every order of the open programme that names somebody, signed ones and drafts, the first first."""

    def query(tx: Transaction) -> list[int]:
        programme = schools.programme(tx, acting(tx, speaker, Deed.ISSUE_ORDERS).school_id)
        return sorted(each.id for each in orders.latest(tx, programme.id, _EVERY)) if programme else []

    sheets = [await Orders(database).sheet(speaker, each) for each in await database.read(query)]
    return [ordered(each) for each in sheets if each.lines or each.left]


class Acquainting:
    """Who signs that they know an order."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_order(self, speaker: Speaker, order_id: int) -> tuple[Sheet, AcquaintanceList]:
        """An order, and everyone who signs: whom it names, and beside each minor their guardians.

        Raises NotYours for another school's, Refusal when it names nobody.
        """
        sheet = await Orders(self._database).sheet(speaker, order_id)
        if not everyone(sheet):
            raise Refusal("orders-nothing")
        return sheet, await self._database.read(lambda tx: _acquaintance(tx, sheet))


def _acquaintance(tx: Transaction, sheet: Sheet) -> AcquaintanceList:
    chosen = schools.settings(tx, sheet.school.id)
    today = tx.now.astimezone(chosen.zone).date()
    found: list[Acquainted] = []
    people_named = everyone(sheet)
    guardians = guardianships.deciding(tx, [each.id for each in people_named])
    for person in people_named:
        own = named(person, sheet.curator)
        found.append(Acquainted(own))
        if is_minor(person, today):
            known = [named(each, sheet.curator) for each in guardians.get(person.id, ()) if each.name is not None]
            found += [Acquainted(each, own) for each in known] or [Acquainted(None, own)]
    order = sheet.order
    return AcquaintanceList(
        sheet.school.full_name, order.number, order.signed_on, order.amends is not None, tuple(found)
    )


def everyone(sheet: Sheet) -> list[Person]:
    """Everyone an order names, once: who comes, who goes, who stays in a group that changes."""
    rows = [(each.mentor, each.mentees) for each in sheet.lines]
    rows += [(each.mentor, each.mentees) for each in sheet.left]
    rows += [(each.mentor, each.mentees) for each in sheet.groups]
    found = [person for mentor, mentees in rows for person in (mentor, *mentees)]
    return list({each.id: each for each in found}.values())
