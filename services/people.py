"""The curator's people: lists page by page, and a card that says what is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mentoring.people import Kind, MentoringForm, Person, Role, Speaker
from mentoring.questionnaire import Form, Given, Line
from mentoring.questionnaire import Kind as QuestionKind
from mentoring.refusal import NotYours
from mentoring.rights import Deed
from mentoring.standing import Lack, Standing
from mentoring.waiting import waiting_since
from services import outer_lists
from services.authority import acting, person_for
from services.questionnaire_forms import Forms
from storage import cards_opened, drafts, matches, people, roster, schools, standing
from storage.database import Database, Transaction
from storage.matches import Member
from storage.roster import NO_CLASS, ClassCount, Counts, Frame, Go, Roll, Wanted

__all__ = [
    "NO_CLASS",
    "Answered",
    "Card",
    "ClassCount",
    "Counts",
    "Go",
    "Member",
    "Missing",
    "Openings",
    "Page",
    "People",
    "Roll",
    "Seen",
    "Wanted",
    "frame",
]

PAGE = 8
_LAST_OPENED = 5


@dataclass(frozen=True, slots=True)
class Seen:
    """A person in a list, and where they stand on each side they take; none: not joined yet, or not a participant."""

    person: Person
    standings: tuple[Standing, ...]

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """Everything that is missing on any side, first things first."""
        found = {lack for standing in self.standings for lack in standing.lacks}
        return tuple(lack for lack in Lack if lack in found)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list; the counts only where the list begins, so that leafing costs the same in any school."""

    wanted: Wanted
    people: tuple[Seen, ...]
    before: bool
    after: bool
    counts: Counts | None
    forms: tuple[MentoringForm, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing of a person, and since which day (the school's)."""

    lack: Lack
    since: date


@dataclass(frozen=True, slots=True)
class Card:
    """Everything the curator sees of a person at once."""

    person: Person
    standings: tuple[Standing, ...]
    missing: tuple[Missing, ...]
    guardians: tuple[Person, ...]
    children: tuple[Person, ...]
    matches: tuple[tuple[Member, Person], ...]  # live ones, with the other side
    roles: frozenset[Role]
    linked: bool  # an account speaks for them
    reachable: bool
    answered: int  # questionnaires sent
    opened: tuple[tuple[Person, datetime], ...] = ()  # a child's card: who opened it last, by the school's clock
    to_note: bool = False  # this opening is not in the journal yet

    @property
    def step(self) -> Lack | None:
        """The one thing to do next."""
        return self.missing[0].lack if self.missing else None

    @property
    def takes_part(self) -> bool:
        """Whether they take a side in the open programme."""
        return bool(self.standings)


@dataclass(frozen=True, slots=True)
class Openings:
    """A page of who opened a card and when; `before` leads to the next page, 0: there is none."""

    person: Person
    lines: tuple[tuple[Person, datetime], ...]
    before: int


@dataclass(frozen=True, slots=True)
class Answered:
    """A sent questionnaire as people read it."""

    id: int
    form: Form
    sent_on: date
    lines: tuple[Line, ...]
    entered_by: Person | None = None  # from paper


def frame(tx: Transaction, school_id: int) -> Frame:
    """What every list of a school needs to know."""
    chosen = schools.settings(tx, school_id)
    programme = tx.value("SELECT id FROM programmes WHERE school_id = :id AND closed_at IS NULL", id=school_id)
    return Frame(
        school_id, programme or 0, tx.now.astimezone(chosen.zone).date(), chosen.guardian_rule, chosen.adult_grace_days
    )


class People:
    """What a curator sees and does about people, one by one."""

    def __init__(self, database: Database, forms: Forms) -> None:
        self._database = database
        self._forms = forms

    async def page(
        self, speaker: Speaker, wanted: Wanted, go: Go = Go.ON, key: int = 0, *, found: bool = False
    ) -> Page:
        """One page of a list; `found` looks for what was searched for last. A fixed number of queries."""

        def query(tx: Transaction) -> Page:
            curator = acting(tx, speaker, Deed.SEE_PEOPLE)
            known = frame(tx, curator.school_id)
            asked = replace(wanted, sought=_sought(tx, curator)) if found else wanted
            leaf = roster.leaf(tx, known, asked, go, key, PAGE)
            standings = standing.of_people(tx, (person.id for person in leaf.people))
            forms = schools.programme(tx, curator.school_id)
            return Page(
                asked,
                tuple(
                    Seen(person, tuple(each for each in standings if each.person.id == person.id))
                    for person in leaf.people
                ),
                leaf.before,
                leaf.after,
                roster.counts(tx, known) if not key and asked == Wanted() else None,
                tuple(forms.forms) if forms else (),
            )

        return await self._database.read(query)

    async def classes(self, speaker: Speaker, wanted: Wanted) -> list[ClassCount]:
        """How many of a list are in each class, people outside the classes by kind."""

        def query(tx: Transaction) -> list[ClassCount]:
            curator = acting(tx, speaker, Deed.SEE_PEOPLE)
            return roster.by_class(tx, frame(tx, curator.school_id), wanted)

        return await self._database.read(query)

    async def card(self, speaker: Speaker, person_id: int) -> Card:
        """A person's card. Raises NotYours for another school's, a removed and an unknown person alike."""
        return await self._database.read(lambda tx: self._card(tx, speaker, person_id))

    def _card(self, tx: Transaction, speaker: Speaker, person_id: int) -> Card:
        curator, person = person_for(tx, speaker, Deed.SEE_PEOPLE, person_id)
        if person.removed_at is not None:
            raise NotYours
        zone = schools.settings(tx, curator.school_id).zone
        found = tuple(standing.of_person(tx, person_id))
        reaching = tx.one(
            "SELECT count(*) AS linked, count(*) - count(a.unreachable_at) AS reachable FROM accounts a "
            "JOIN account_persons l ON l.account_id = a.id WHERE l.person_id = :id",
            id=person_id,
        )
        return Card(
            person,
            found,
            _missing(tx, found, zone),
            tuple(people.guardians_of(tx, person_id)),
            tuple(people.children_of(tx, person_id)),
            _matches(tx, person_id),
            people.roles(tx, person_id),
            bool(reaching and reaching["linked"]),
            bool(reaching and reaching["reachable"]),
            tx.value("SELECT count(*) FROM submissions WHERE person_id = :id", id=person_id),
            *_opened(tx, curator, person, zone),
        )

    async def note_opened(self, speaker: Speaker, person_id: int) -> None:
        """Note in the journal that a child's card was opened: one line for a viewer and an hour."""

        def unit(tx: Transaction) -> None:
            curator, person = person_for(tx, speaker, Deed.SEE_PEOPLE, person_id)
            cards_opened.note(tx, person.id, person.school_id, curator.person_id)

        await self._database.work(unit)

    async def openings(self, speaker: Speaker, person_id: int, before: int = 0) -> Openings:
        """A page of who opened a child's card, the newest first; `before` is the last line of the page before."""

        def query(tx: Transaction) -> Openings:
            curator, person = person_for(tx, speaker, Deed.SEE_PEOPLE, person_id)
            zone = schools.settings(tx, curator.school_id).zone
            found = cards_opened.page(tx, person.id, before, PAGE + 1)
            known = people.some(tx, (each.by for each in found))
            lines = tuple((known[each.by], each.at.astimezone(zone)) for each in found[:PAGE])
            return Openings(person, lines, found[PAGE - 1].id if len(found) > PAGE else 0)

        return await self._database.read(query)

    async def answers(self, speaker: Speaker, person_id: int) -> tuple[Person, list[Answered]]:
        """The questionnaires a person has sent, oldest first, each question with its answer."""

        def query(tx: Transaction) -> tuple[Person, list[Answered]]:
            curator, person = person_for(tx, speaker, Deed.SEE_PEOPLE, person_id)
            zone = schools.settings(tx, curator.school_id).zone
            rows = tx.all("SELECT * FROM submissions WHERE person_id = :id ORDER BY sent_at, id", id=person_id)
            named = [drafts.submission_of(row) for row in rows if row["form"].startswith("preferences_")]
            given = Given(tx.now.astimezone(zone).date(), outer_lists.every(tx, curator, named))
            authors = people.some(tx, (row["entered_by"] for row in rows if row["entered_by"]))
            return person, [
                _answered(
                    self._forms.of(tx, curator.school_id, row["form"], row["version"]),
                    drafts.submission_of(row),
                    given,
                    _day(row["changed_at"] or row["sent_at"], zone),
                    authors.get(row["entered_by"]),
                )
                for row in rows
                if row["form"] in self._forms
            ]

        return await self._database.read(query)


def _answered(
    form: Form, sent: drafts.Submission, given: Given, day: date, entered_by: Person | None = None
) -> Answered:
    lines = tuple(line for line in form.review(sent.answers, given) if line.question.kind is not QuestionKind.NOTE)
    return Answered(sent.id, form, day, lines, entered_by)


def _opened(
    tx: Transaction, viewer: Speaker, person: Person, zone: ZoneInfo
) -> tuple[tuple[tuple[Person, datetime], ...], bool]:
    """Who opened a child's card last, and whether this opening is still to be noted."""
    if person.kind is not Kind.PUPIL:
        return (), False
    found = cards_opened.page(tx, person.id, 0, _LAST_OPENED)
    known = people.some(tx, (each.by for each in found))
    hour = tx.now.replace(minute=0, second=0, microsecond=0)
    noted = any(each.by == viewer.person_id and each.at >= hour for each in found)
    return tuple((known[each.by], each.at.astimezone(zone)) for each in found), not noted


def _sought(tx: Transaction, curator: Speaker) -> str:
    return str(tx.value("SELECT sought FROM accounts WHERE id = :id", id=curator.account_id))


def _missing(tx: Transaction, found: tuple[Standing, ...], zone: ZoneInfo) -> tuple[Missing, ...]:
    """Each missing thing once, since the first day it was missing on any side."""
    first: dict[Lack, datetime] = {}
    consents = standing.consents_of(tx, {each.person.id for each in found})
    for each in found:
        for lack in each.lacks:
            since = waiting_since(lack, each, consents.get(each.person.id, ()))
            first[lack] = min(since, first.get(lack, since))
    return tuple(Missing(lack, first[lack].astimezone(zone).date()) for lack in Lack if lack in first)


def _matches(tx: Transaction, person_id: int) -> tuple[tuple[Member, Person], ...]:
    found = matches.of_person(tx, person_id)
    others = {each.id: each.mentee_person if each.mentor_person == person_id else each.mentor_person for each in found}
    known = people.some(tx, others.values())
    return tuple((each, known[others[each.id]]) for each in found)


def _day(text: str, zone: ZoneInfo) -> date:
    return datetime.fromisoformat(text).astimezone(zone).date()
