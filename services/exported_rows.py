"""Reads the lines of the export page after page: bases, pairs and groups, meetings, consents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mentoring.exported import Base, Consented, Entry, Held, Named, Pair
from mentoring.naming import full
from mentoring.people import Person, Speaker
from mentoring.standing import CONSENT_LACKS, Lack, Standing
from services.exported_names import as_code, as_covered, named
from storage import applications, exporting, people, standing
from storage.database import Row, Transaction
from storage.moments import maybe_date, maybe_time, to_time
from storage.schools import Programme

_NOT_YET = frozenset({Lack.WITHDRAWN, Lack.NAME, Lack.ADMISSION, Lack.CLEARANCE, Lack.UNCONFIRMED, *CONSENT_LACKS})
_STATES = ("active", "accepted", "offered", "frozen", "ended")  # of a group: that of its furthest member


class Rows:
    """The lines of one programme, as one viewer may read them."""

    def __init__(self, tx: Transaction, viewer: Speaker, programme: Programme, zone: ZoneInfo) -> None:
        self._tx, self._viewer, self._programme, self._zone = tx, viewer, programme, zone

    def base(self, base: Base) -> Iterator[Entry]:
        """Whoever is admitted and has all consents, by name (stages 2 and 3)."""
        for page in standing.by_name(self._tx, self._programme.id, base.side, base.kinds):
            listed = [each for each in page if not _NOT_YET & {*each.lacks}]
            yield from _Page(self._tx, self._viewer, self._zone, base, listed).entries()

    def pairs(self) -> Iterator[Pair]:
        """Pairs and groups, by their number: of a group that changed, a line for each order, and for those who left it."""
        for page in self._matches():
            held = exporting.meetings_held(self._tx, page)
            who = self._who(page)
            for number, rows in page.items():
                yield from (self._pair(number, each, who, held) for each in _alike(rows))

    def meetings(self) -> Iterator[Held]:
        """Meetings in the order of pairs."""
        for page in self._matches():
            pairs = self._pairs(page, {})
            held = exporting.meetings(self._tx, page)
            took_place = exporting.took_place(self._tx, (row["id"] for row in held))
            for row in held:
                yield Held(
                    pair=pairs[row["match_id"]],
                    kind=row["kind"],
                    starts_at=to_time(row["starts_at"]),
                    state=row["state"],
                    minutes=row["minutes"],
                    result=row["result"],
                    confirmed=tuple(took_place.get(row["id"], ())),
                    note=row["note"],
                )

    def consents(self) -> Iterator[Consented]:
        """Answers to consents in the order they came: the proof of them (ст. 9, ч. 3), with the names of those who agreed."""
        for page in exporting.consents(self._tx, self._viewer.school_id):
            wanted = (row[each] for row in page for each in ("person_id", "given_by", "checked_by"))
            known = people.some(self._tx, (each for each in wanted if each))
            proven = exporting.ever_agreed(self._tx, {row["person_id"] for row in page})
            for row in page:
                who = known[row["person_id"]]
                signer, checker = known.get(row["given_by"]), known.get(row["checked_by"])
                yield Consented(
                    who=named(who, self._viewer) if who.id in proven else as_code(who),
                    purpose=row["purpose"],
                    capacity=row["capacity"],
                    way=row["way"],
                    agreed=row["answer"] == "agreed",
                    signer=full(signer, self._viewer) if signer and who.id in proven else "",
                    given_at=to_time(row["given_at"]),
                    version=row["text_version"],
                    fingerprint=row["text_hash"],
                    kept_at=row["original"],
                    withdrawn_at=maybe_time(row["withdrawn_at"]),
                    scope=row["scope"],
                    terms=row["terms"],
                    document=row["document"],
                    until=maybe_date(row["until"]),
                    checked_by=full(checker, self._viewer) if checker else "",
                    checked_at=maybe_time(row["checked_at"]),
                )

    def _matches(self) -> Iterator[dict[int, list[Row]]]:
        for page in exporting.matches(self._tx, self._programme.id):
            found: dict[int, list[Row]] = defaultdict(list)
            for row in page:
                found[row["match_id"]].append(row)
            yield found

    def _pairs(self, page: Mapping[int, list[Row]], held: Mapping[int, int]) -> dict[int, Pair]:
        who = self._who(page)
        return {number: self._pair(number, of_one, who, held) for number, of_one in page.items()}

    def _who(self, page: Mapping[int, list[Row]]) -> Mapping[int, Named]:
        rows = [row for of_one in page.values() for row in of_one]
        sides = exporting.takers(self._tx, {row[side] for row in rows for side in ("mentor_id", "mentee_id")})
        return as_covered(self._tx, self._viewer, sides)

    def _pair(self, number: int, rows: list[Row], who: Mapping[int, Named], held: Mapping[int, int]) -> Pair:
        first = min(rows, key=lambda row: _STATES.index(row["state"]))
        signed = next((row for row in rows if row["order_number"]), None)
        active = [row["since"] for row in rows if row["state"] == "active"]
        ended = maybe_time(max((row["ended_at"] or "" for row in rows), default="") or None)
        return Pair(
            number=number,
            mentor=who[first["mentor_id"]],
            mentees=tuple(who[row["mentee_id"]] for row in rows),
            form=first["form"],
            role_model=first["role_model"],
            state=first["state"],
            starts_on=_day(to_time(min(active)), self._zone) if active else None,
            ends_on=_day(ended, self._zone) if ended and first["state"] == "ended" else self._programme.ends_on,
            order_number=signed["order_number"] if signed else "",
            order_on=maybe_date(signed["signed_on"]) if signed else None,
            meetings=held.get(number, 0),
        )


class _Page:
    """Some lines of a base, and all they need, in a fixed number of queries."""

    def __init__(self, tx: Transaction, viewer: Speaker, zone: ZoneInfo, base: Base, listed: list[Standing]) -> None:
        self._viewer, self._zone, self._listed = viewer, zone, listed
        ids = [each.person.id for each in listed]
        self._applications = applications.of(tx, listed)
        self._contacts = exporting.contacts(tx, ids)
        self._guardians = exporting.guardians(tx, ids)
        self._others = exporting.others(tx, base.side, (each.participation.id for each in listed))
        other = {row["other"] for rows in self._others.values() for row in rows}
        self._takers = as_covered(tx, viewer, exporting.takers(tx, other))

    def entries(self) -> Iterator[Entry]:
        """The lines."""
        return map(self._entry, self._listed)

    def _entry(self, each: Standing) -> Entry:
        person, part = each.person, each.participation
        rows = self._others.get(part.id, [])
        going = [row for row in rows if row["state"] != "ended"] or rows
        ended = [row["ended_at"] for row in going if row["state"] == "ended"]
        sent = self._applications.get(part.id)
        return Entry(
            who=named(person, self._viewer),
            kind=person.kind,
            contact=self._contact(person),
            birth_year=person.birth_date.year if person.birth_date else None,
            joined_on=_day(part.joined_at, self._zone),
            form=part.form,
            answers=sent.answers if sent else {},
            others=tuple(self._takers[row["other"]] for row in going),
            finished_on=_day(to_time(max(ended)), self._zone) if ended else None,
        )

    def _contact(self, person: Person) -> str:
        """The person's own contact, and the guardians with theirs (column 3 of the register)."""
        lines = [self._contacts.get(person.id, "")]
        for row in self._guardians.get(person.id, ()):
            guardian = people.person_of(row)
            lines.append(", ".join(_told([full(guardian, self._viewer), row["contact"]])))
        return "; ".join(_told(lines))


def _alike(rows: list[Row]) -> list[list[Row]]:
    """The rows of a match with one order and one way of being, going or over; those that are over last."""
    found: dict[tuple[bool, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        found[row["state"] == "ended", row["order_number"] or "", row["signed_on"] or ""].append(row)
    return [found[key] for key in sorted(found, key=lambda key: key[0])]


def _day(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()


def _told(parts: Iterable[str]) -> list[str]:
    return [part for part in parts if part]
