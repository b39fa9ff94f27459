"""Takes the whole programme out for the curator: from one snapshot, journalled, as values for a paper."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mentoring.exported import Answered, Consented, Entry, Exported, Held, Named, Pair, Place, without_conditions
from mentoring.naming import full
from mentoring.notes import Party, for_curator
from mentoring.people import Person, Side, Speaker
from mentoring.questionnaire import Answer, Form
from mentoring.questionnaire_catalogue import catalogue
from mentoring.refusal import Refusal
from mentoring.rights import Deed
from mentoring.standing import CONSENT_LACKS, Lack, Standing
from services.authority import acting
from services.notes import readable
from services.people import frame
from services.questionnaire_forms import Forms
from storage import applications, areas, exporting, journal, notes, people, schools, standing
from storage.database import Database, Row, Transaction
from storage.drafts import Submission
from storage.moments import maybe_date, maybe_time, to_time

_NOT_YET = frozenset({Lack.WITHDRAWN, Lack.NAME, Lack.ADMISSION, Lack.CLEARANCE, *CONSENT_LACKS})
_STATES = ("active", "accepted", "offered", "frozen", "ended")  # of a group: that of its furthest member


class Exporting:
    """The curator's export."""

    def __init__(self, database: Database, forms: Forms | None = None) -> None:
        self._database = database
        self._forms = forms or Forms(catalogue())

    async def take(self, speaker: Speaker) -> Exported:
        """Everything of the open programme. Raises Refusal before there is one."""

        def note(tx: Transaction) -> None:
            now = acting(tx, speaker, Deed.EXPORT)
            programme = _programme(tx, now)
            journal.note(tx, "exported", "programme", programme.id, school=now.school_id, by=now.person_id)

        await self._database.work(note)
        return await self._database.read(lambda tx: _exported(tx, acting(tx, speaker, Deed.EXPORT), self._forms))


def _programme(tx: Transaction, speaker: Speaker) -> schools.Programme:
    programme = schools.programme(tx, speaker.school_id)
    if programme is None:
        raise Refusal("export-not-yet")
    return programme


def _exported(tx: Transaction, speaker: Speaker, forms: Forms) -> Exported:
    programme, school = _programme(tx, speaker), schools.get(tx, speaker.school_id)
    zone = schools.settings(tx, school.id).zone
    gathered = _Gathered(tx, speaker, programme, zone)
    return Exported(
        time_zone=zone.key,
        school=school.short_name,
        mentees=gathered.register(Side.MENTEE),
        mentors=gathered.register(Side.MENTOR),
        pairs=gathered.pairs(),
        meetings=gathered.meetings(),
        consents=gathered.consents(),
        answers=gathered.answers(),
        areas=areas.labels(tx, school.id),
        forms=gathered.forms(forms),
    )


class _Gathered:
    """Everything read once, and put together table by table."""

    def __init__(self, tx: Transaction, viewer: Speaker, programme: schools.Programme, zone: ZoneInfo) -> None:
        self._tx, self._viewer, self._programme, self._zone = tx, viewer, programme, zone
        school = viewer.school_id
        self._standings = standing.of_programme(tx, programme.id)
        self._applications = applications.of(tx, self._standings)
        self._contacts = exporting.contacts(tx, school)
        self._guardians = exporting.guardians(tx, school)
        self._members = exporting.members(tx, programme.id)
        self._held = exporting.meetings(tx, programme.id)
        self._took_place = exporting.took_place(tx, programme.id)
        self._consents = exporting.consents(tx, school)
        self._submissions = exporting.submissions(tx, school)
        self._participants = exporting.participants(tx, programme.id)
        known = {each.person.id: each.person for each in self._standings}
        wanted = {row["person_id"] for row in self._consents} | {sent.person_id for sent, _ in self._submissions}
        wanted |= {sent.entered_by for sent, _ in self._submissions if sent.entered_by}
        self._notes = notes.of_programme(tx, frame(tx, school))
        wanted |= {each for note in self._notes for each in (note.person_id, note.author_id)}
        wanted |= {row["given_by"] for row in self._consents if row["given_by"]}
        wanted |= {self._participants[row[side]] for row in self._members for side in ("mentor_id", "mentee_id")}
        self._people = known | people.some(tx, wanted - set(known))

    def register(self, side: Side) -> tuple[Entry, ...]:
        """The base of mentees or of mentors: whoever is admitted and has all consents (stages 2 and 3)."""
        others: dict[int, list[Row]] = defaultdict(list)
        own, other = ("mentee_id", "mentor_id") if side is Side.MENTEE else ("mentor_id", "mentee_id")
        for row in self._members:
            others[row[own]].append(row)
        found = []
        for each in self._standings:
            if each.participation.side is side and not _NOT_YET & {*each.lacks}:
                found.append(self._entry(each, others[each.participation.id], other))
        return tuple(sorted(found, key=lambda entry: entry.who.name))

    def _entry(self, each: Standing, rows: list[Row], other: str) -> Entry:
        person, part = each.person, each.participation
        going = [row for row in rows if row["state"] != "ended"] or rows
        ended = [row["ended_at"] for row in going if row["state"] == "ended"]
        sent = self._applications.get(part.id)
        return Entry(
            who=self._named(person),
            kind=person.kind,
            contact=self._contact(person),
            birth_year=person.birth_date.year if person.birth_date else None,
            joined_on=self._day(part.joined_at),
            form=part.form,
            answers=sent.answers if sent else {},
            others=tuple(self._participant(row[other]) for row in going),
            finished_on=self._day(to_time(max(ended))) if ended else None,
        )

    def pairs(self) -> tuple[Pair, ...]:
        """Pairs and groups, by their number."""
        by_match: dict[int, list[Row]] = defaultdict(list)
        for row in self._members:
            by_match[row["match_id"]].append(row)
        held = Counter(row["match_id"] for row in self._held if row["state"] == "held")
        return tuple(self._pair(number, rows, held) for number, rows in by_match.items())

    def _pair(self, number: int, rows: list[Row], held: Mapping[int, int]) -> Pair:
        first = min(rows, key=lambda row: _STATES.index(row["state"]))
        signed = next((row for row in rows if row["order_number"]), None)
        active = [row["since"] for row in rows if row["state"] == "active"]
        ended = maybe_time(max((row["ended_at"] or "" for row in rows), default="") or None)
        return Pair(
            number=number,
            mentor=self._participant(first["mentor_id"]),
            mentees=tuple(self._participant(row["mentee_id"]) for row in rows),
            form=first["form"],
            role_model=first["role_model"],
            state=first["state"],
            starts_on=self._day(to_time(min(active))) if active else None,
            ends_on=self._day(ended) if ended and first["state"] == "ended" else self._programme.ends_on,
            order_number=signed["order_number"] if signed else "",
            order_on=maybe_date(signed["signed_on"]) if signed else None,
            meetings=held[number],
        )

    def meetings(self) -> tuple[Held, ...]:
        """Meetings in the order of pairs."""
        return tuple(
            Held(
                pair=row["match_id"],
                kind=row["kind"],
                starts_at=to_time(row["starts_at"]),
                state=row["state"],
                minutes=row["minutes"],
                result=row["result"],
                confirmed=tuple(self._took_place.get(row["id"], ())),
                note=row["note"],
            )
            for row in self._held
        )

    def consents(self) -> tuple[Consented, ...]:
        """Answers to consents in the order they came."""
        return tuple(
            Consented(
                who=self._named(self._people[row["person_id"]]),
                purpose=row["purpose"],
                capacity=row["capacity"],
                way=row["way"],
                agreed=row["answer"] == "agreed",
                signer=full(self._people[row["given_by"]], self._viewer) if row["given_by"] in self._people else "",
                given_at=to_time(row["given_at"]),
                version=row["text_version"],
                fingerprint=row["text_hash"],
                kept_at=row["original"],
                withdrawn_at=maybe_time(row["withdrawn_at"]),
            )
            for row in self._consents
        )

    def answers(self) -> tuple[Answered, ...]:
        """Questionnaires that were sent, form by form."""
        return (
            tuple(
                Answered(
                    sent.form,
                    self._named(self._people[sent.person_id]),
                    at,
                    self._told(sent),
                    sent.version,
                    self._author(sent.entered_by),
                )
                for sent, at in self._submissions
            )
            + self._said()
        )

    def _said(self) -> tuple[Answered, ...]:
        """What adults said of mentees, and who; a psychologist's own words leave in no file, whoever takes it out."""
        found = []
        for note in self._notes:
            behind = note.party is Party.PSYCHOLOGIST
            answers = for_curator(note.answers) if behind else readable(self._viewer, note)
            if answers is not None:
                who, author = self._people[note.person_id], self._people[note.author_id]
                found.append(
                    Answered(note.form, self._named(who), note.at, answers, note.version, full(author, self._viewer))
                )
        return tuple(found)

    def _told(self, sent: Submission) -> Mapping[str, Answer]:
        """The answers; where they are people, by their names."""
        if not sent.form.startswith("preferences_"):
            return sent.answers

        def name(part: str) -> str:
            person = self._people.get(self._participants.get(int(part), 0)) if part.isdecimal() else None
            return full(person, self._viewer) if person else "\u2014"

        told: dict[str, Answer] = dict(sent.answers)
        for question in ("first", "second", "third", "avoid"):
            if chosen := sent.answers.get(question):
                parts = chosen if isinstance(chosen, tuple) else (str(chosen),)
                told[question] = "; ".join(name(part) for part in parts)
        return told

    def _author(self, entered_by: int | None) -> str:
        """Who entered it from paper; nobody for what was answered in chat."""
        return full(self._people[entered_by], self._viewer) if entered_by else ""

    def forms(self, known: Forms) -> dict[tuple[str, str], Form]:
        """The questionnaires in the versions the answers were given to."""
        wanted = {(sent.form, sent.version) for sent, _ in self._submissions if sent.form in known}
        wanted |= {(note.form, note.version) for note in self._notes if note.form in known}
        school = self._viewer.school_id
        return {(key, version): without_conditions(known.of(self._tx, school, key, version)) for key, version in wanted}

    def _participant(self, participation_id: int) -> Named:
        return self._named(self._people[self._participants[participation_id]])

    def _named(self, person: Person) -> Named:
        own = person.school_class
        place = Place(own.level if own else None, own.letter if own else "", person.post, person.workplace)
        return Named(full(person, self._viewer), place)

    def _contact(self, person: Person) -> str:
        """The person's own contact, and the guardians with theirs (column 3 of the register)."""
        lines = [self._contacts.get(person.id, "")]
        for row in self._guardians.get(person.id, ()):
            guardian = people.person_of(row)
            lines.append(", ".join(_told([full(guardian, self._viewer), row["contact"]])))
        return "; ".join(_told(lines))

    def _day(self, moment: datetime) -> date:
        return moment.astimezone(self._zone).date()


def _told(parts: Iterable[str]) -> list[str]:
    return [part for part in parts if part]
