"""Orders as they are printed: in chat one by one, at the server all of a programme."""

from __future__ import annotations

from mentoring.exported import Named
from mentoring.naming import full
from mentoring.ordered import Ordered, OrderedMatch
from mentoring.people import Speaker
from mentoring.rights import Deed
from services.authority import acting
from services.exported_names import named
from services.orders import Line, Orders, Sheet
from storage import orders, schools
from storage.database import Database, Transaction

_EVERY = 2**31


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
    return [ordered(each) for each in sheets if each.lines]
