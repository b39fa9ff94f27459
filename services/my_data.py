"""Handing a person their data: everything stored about them, in one go (ст. 14 152-ФЗ); of others only what they may see."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from mentoring.baseline import FORMS
from mentoring.confidential import closed
from mentoring.naming import full, shown
from mentoring.notes import Party
from mentoring.people import Person, SchoolClass, Speaker
from mentoring.questionnaire import Given, Line, answers_from
from mentoring.questionnaire import Kind as QuestionKind
from mentoring.questionnaire_items import NO_PHRASE, Phrase
from services import outer_lists
from services.questionnaire_forms import Forms
from services.withdrawing import theirs
from storage import accounts, cards_opened, consents, drafts, journal, people, schools
from storage.consents import Record
from storage.database import Database, Row, Transaction
from storage.erasing import OWN_RATINGS
from storage.moments import to_time

_QUIET = frozenset({"decline_reason", "parting"})  # begun, and told to the curator alone
_ALL = 10_000  # of opened cards: as many as there are
_MATCHES = (
    "(SELECT t.id FROM matches t JOIN participations p ON p.id = t.mentor_id WHERE p.person_id = :id "
    "UNION SELECT m.match_id FROM members m JOIN participations p ON p.id = m.mentee_id WHERE p.person_id = :id)"
)

_PLANS = (  # of a mentee
    "(SELECT q.id FROM plans q JOIN members m ON m.id = q.member_id JOIN participations p ON p.id = m.mentee_id "
    "WHERE p.person_id = :id)"
)


@dataclass(frozen=True, slots=True)
class Sent:
    """A questionnaire that was sent, each question with its answer."""

    title: Phrase
    on: date
    lines: tuple[Line, ...]
    sent: bool = True  # else begun and not sent yet


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting: when by the school's clock, of which kind, in which state, where, and what was noted."""

    at: datetime
    kind: str
    state: str
    place: str
    note: str


@dataclass(frozen=True, slots=True)
class Wrote:
    """A letter to the curators, or their answer."""

    at: datetime
    own: bool
    text: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A parameter before or after; `psychological` ones are levels."""

    label: Phrase
    phase: str
    value: int
    psychological: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody told of them: in what post, not by name; each question with its answer."""

    party: Party
    on: date
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One more thing that is stored: of which kind, since when, with words of its own where there are any."""

    kind: str
    on: date
    detail: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class MyData:
    """Everything about one person. Names are as the receiver may see them; times are the school's."""

    person: Person
    name: str
    place: SchoolClass | None
    contact: str
    accounts: tuple[int, ...]
    relatives: tuple[str, ...]
    records: tuple[Record, ...]
    sides: tuple[tuple[str, str, date], ...]  # side, form, since
    pairs: tuple[tuple[str, str, str], ...]  # the other side, form, state
    answers: tuple[Sent, ...]
    meetings: tuple[Held, ...]
    letters: tuple[Wrote, ...]
    notices: tuple[Fact, ...]
    notes: tuple[Told, ...]
    facts: tuple[Fact, ...]
    measures: tuple[Measured, ...]
    opened: tuple[tuple[str, datetime], ...]
    made_at: datetime
    language: str


class HandingOut:
    """Everyone's own data, and a child's for its guardian, in one file."""

    def __init__(self, database: Database, forms: Forms) -> None:
        self._database = database
        self._forms = forms

    async def mine(self, speaker: Speaker, person_id: int) -> MyData:
        """Everything about a person; handing it out is journalled. Raises NotYours for anyone else's."""

        def note(tx: Transaction) -> None:
            person, by = theirs(tx, speaker, person_id)
            journal.note(tx, "handed-out", "person", person.id, school=person.school_id, by=by.id)

        await self._database.work(note)
        return await self._database.read(lambda tx: self._gather(tx, speaker, person_id))

    def _gather(self, tx: Transaction, speaker: Speaker, person_id: int) -> MyData:
        person, by = theirs(tx, speaker, person_id)
        viewer = accounts.as_person(tx, by.id)
        zone = schools.settings(tx, person.school_id).zone
        row = tx.one("SELECT contact FROM persons WHERE id = :id", id=person.id)
        numbers = tx.all(
            "SELECT a.external_id FROM accounts a JOIN account_persons l ON l.account_id = a.id "
            "WHERE l.person_id = :id ORDER BY a.id",
            id=person.id,
        )
        family = [*people.guardians_of(tx, person.id), *people.children_of(tx, person.id)]
        own = full(person, accounts.as_person(tx, person.id)) if person.name else person.code
        return MyData(
            person=person,
            name=own,
            place=person.school_class,
            contact=row["contact"] if row else "",
            accounts=tuple(each["external_id"] for each in numbers),
            relatives=tuple(shown(each, viewer) for each in family),
            records=tuple(consents.every(tx, person.id)),
            sides=_sides(tx, person.id, zone),
            pairs=_pairs(tx, person.id, viewer),
            answers=self._answers(tx, person, zone, own=by.id == person.id),
            meetings=_meetings(tx, person.id, zone, own=by.id == person.id),
            letters=_letters(tx, person.id, zone),
            notices=_notices(tx, person.id, zone),
            notes=self._notes(tx, person, zone),
            facts=_facts(tx, person.id, zone, own=by.id == person.id),
            measures=self._measures(tx, person.id),
            opened=tuple(
                (_opener(tx, each.by, viewer), each.at.astimezone(zone))
                for each in cards_opened.page(tx, person.id, 0, _ALL)
            ),
            made_at=tx.now.astimezone(zone),
            language=speaker.language,
        )

    def _answers(self, tx: Transaction, person: Person, zone: ZoneInfo, *, own: bool) -> tuple[Sent, ...]:
        given = Given(tx.now.astimezone(zone).date(), outer_lists.every(tx, accounts.as_person(tx, person.id)))
        found: list[Sent] = []
        for row in tx.all("SELECT * FROM submissions WHERE person_id = :id ORDER BY sent_at, id", id=person.id):
            if row["form"] in self._forms:
                form = self._forms.of(tx, person.school_id, row["form"], row["version"])
                review = form.review(drafts.submission_of(row).answers, given)
                lines = _told_to(row["form"], _answered(review), own=own)
                found.append(Sent(form.title, _day(row["sent_at"], zone), lines))
        for row in tx.all(
            "SELECT * FROM drafts WHERE (for_id = :id OR (person_id = :id AND for_id IS NULL)) AND answers <> '{}' "
            "ORDER BY id",
            id=person.id,
        ):
            if (
                row["form"] in self._forms
                and not row["form"].startswith("note_")
                and (own or row["form"] not in _QUIET)
            ):
                form = self._forms.of(tx, person.school_id, row["form"], row["version"])
                lines = _answered(form.review(answers_from(json.loads(row["answers"])), given))
                lines = _told_to(row["form"], lines, own=own)
                found.append(Sent(form.title, _day(row["touched_at"], zone), lines, sent=False))
        return tuple(found)

    def _notes(self, tx: Transaction, person: Person, zone: ZoneInfo) -> tuple[Told, ...]:
        """What was told of them, the psychologist's words too (ст. 14 152-ФЗ): who told it is named by post only."""
        given = Given(tx.now.astimezone(zone).date(), outer_lists.every(tx, accounts.as_person(tx, person.id)))
        found = []
        for row in tx.all("SELECT * FROM notes WHERE person_id = :id ORDER BY id", id=person.id):
            form = self._forms.of(tx, person.school_id, row["form"], row["version"])
            lines = _answered(form.review(answers_from(json.loads(row["answers"])), given))
            found.append(Told(Party(row["party"]), _day(row["written_at"], zone), lines))
        return tuple(found)

    def _measures(self, tx: Transaction, person_id: int) -> tuple[Measured, ...]:
        """Also the psychologist's levels: the pupil, the parents and the psychologist may know them (§ 5.7)."""
        labels = self._labels()
        found: list[Measured] = []
        for table, value in (("measures", "value"), ("levels", "level")):
            rows: list[Row] = tx.all(
                f"SELECT parameter, phase, {value} AS value FROM {table} WHERE participation_id IN "
                "(SELECT id FROM participations WHERE person_id = :id) ORDER BY parameter, phase",
                id=person_id,
            )
            found += [
                Measured(labels.get(row["parameter"], NO_PHRASE), row["phase"], row["value"], table == "levels")
                for row in rows
            ]
        return tuple(found)

    def _labels(self) -> dict[str, Phrase]:
        """What a parameter is called: as it is asked for."""
        return {
            each.name: each.label for key in self._forms if key in FORMS.values()
            for each in self._forms.shipped(key).questions
        }  # fmt: skip


def _opener(tx: Transaction, person_id: int, viewer: Speaker) -> str:
    return shown(people.get(tx, person_id), viewer)


def _day(moment: str, zone: ZoneInfo) -> date:
    return to_time(moment).astimezone(zone).date()


def _sides(tx: Transaction, person_id: int, zone: ZoneInfo) -> tuple[tuple[str, str, date], ...]:
    rows = tx.all("SELECT * FROM participations WHERE person_id = :id ORDER BY id", id=person_id)
    return tuple((row["side"], row["form"], _day(row["joined_at"], zone)) for row in rows)


def _pairs(tx: Transaction, person_id: int, viewer: Speaker) -> tuple[tuple[str, str, str], ...]:
    rows = tx.all(
        "SELECT m.form, m.state, CASE WHEN m.mentor_person_id = :id THEN p.person_id ELSE m.mentor_person_id END AS other "
        "FROM members m JOIN participations p ON p.id = m.mentee_id "
        "WHERE m.mentor_person_id = :id OR p.person_id = :id ORDER BY m.id",
        id=person_id,
    )
    known = people.some(tx, (row["other"] for row in rows))
    return tuple((shown(known[row["other"]], viewer), row["form"], row["state"]) for row in rows)


def _meetings(tx: Transaction, person_id: int, zone: ZoneInfo, *, own: bool) -> tuple[Held, ...]:
    """What the mentor found hard was told to the curators alone: it is handed to nobody but the mentor.

    What a mentor who is a minor wrote of the mentee is not handed to the mentor's parents.
    """
    rows = tx.all(
        "SELECT n.*, p.person_id AS mentor FROM meetings n JOIN matches m ON m.id = n.match_id "
        f"JOIN participations p ON p.id = m.mentor_id WHERE n.match_id IN {_MATCHES} ORDER BY n.starts_at",
        id=person_id,
    )
    return tuple(
        Held(
            to_time(row["starts_at"]).astimezone(zone),
            row["kind"],
            row["state"],
            row["place"],
            _written(row, person_id) if own or row["mentor"] != person_id else "",
        )
        for row in rows
    )


def _written(row: Row, person_id: int) -> str:
    texts = [row[name] for name in ("topic", "summary", "task", "note")]
    return "\n".join(each for each in (*texts, row["trouble"] if row["mentor"] == person_id else "") if each)


def _letters(tx: Transaction, person_id: int, zone: ZoneInfo) -> tuple[Wrote, ...]:
    rows = tx.all("SELECT * FROM letters WHERE from_id = :id OR to_id = :id ORDER BY id", id=person_id)
    return tuple(Wrote(to_time(row["at"]).astimezone(zone), row["from_id"] == person_id, row["text"]) for row in rows)


def _answered(review: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(line for line in review if line.question.kind is not QuestionKind.NOTE)


def _told_to(form: str, lines: tuple[Line, ...], *, own: bool) -> tuple[Line, ...]:
    """What was promised to be for curators alone is handed to the child, not to its parents."""
    return tuple(line for line in lines if own or line.question.name not in closed(form))


def _notices(tx: Transaction, person_id: int, zone: ZoneInfo) -> tuple[Fact, ...]:
    """What was sent, by date and topic; of a message to many its words, which are kept."""
    rows = tx.all(
        "SELECT n.kind, n.done_at, b.text FROM notices n LEFT JOIN broadcasts b ON n.kind = 'broadcast' AND b.id = n.about "
        "WHERE n.person_id = :id AND n.outcome = 'sent' ORDER BY n.done_at, n.id",
        id=person_id,
    )
    return tuple(Fact(_topic(row["kind"]), _day(row["done_at"], zone), text=row["text"] or "") for row in rows)


def _topic(kind: str) -> str:
    """What a notice was about, of few topics."""
    return next((topic for topic, starts in _TOPICS.items() if kind.startswith(starts)), "other")


_TOPICS = {
    "broadcast": ("broadcast",),
    "pair": ("offer", "pair", "match"),
    "meeting": ("meeting", "gathering", "planning", "before", "held"),
    "consent": ("guardian", "paper", "permission", "withdrew", "child-", "came-", "come-of", "age-again"),
    "questionnaire": ("feedback", "asked", "final", "interim", "preferences", "nudge", "notes", "form"),
    "letter": ("letter", "answer", "for", "help"),
}

# Facts that are one row each: kind, since when, a word of ours about it, somebody's own words.
_FACTS = (
    "SELECT 'joined', created_at, kind, '' FROM persons WHERE id = :id",
    "SELECT 'admitted', admitted_at, '', '' FROM persons WHERE id = :id AND admitted_at IS NOT NULL",
    "SELECT 'cleared', cleared_on, '', clearance_note FROM persons WHERE id = :id AND cleared_on IS NOT NULL",
    "SELECT 'role', since, role, '' FROM staff_roles WHERE person_id = :id",
    "SELECT 'helper', named_at, '', '' FROM paper_helpers WHERE person_id = :id",
    "SELECT 'invited', made_at, purpose, '' FROM links WHERE person_id = :id",
    "SELECT 'asked', asked_at, party, '' FROM asks WHERE person_id = :id",
    "SELECT 'offer', asked_at, coalesce(answer, 'none'), iif(:own, reason, '') FROM offers WHERE person_id = :id",
    "SELECT 'parting', asked_at, kind, words FROM partings WHERE asked_by = :id AND :own",
    "SELECT 'pause', set_at, '', '' FROM pauses WHERE mentor_id = :id",
    f"SELECT 'rating', marked_at, CAST(mark AS TEXT), words FROM ratings WHERE mark IS NOT NULL AND {OWN_RATINGS} AND :own",
    "SELECT 'signal', at, kind, '' FROM signals WHERE person_id = :id AND :own",
    "SELECT 'pair-nudge', at, '', words FROM pair_steps WHERE to_id = :id",
    "SELECT 'objection', made_at, '', reason FROM objections WHERE guardian_id = :id",
    "SELECT 'pact', c.accepted_at, c.pace, '' FROM pacts c JOIN members m ON m.id = c.member_id "
    "JOIN participations p ON p.id = m.mentee_id "
    "WHERE (c.side = 'mentor' AND m.mentor_person_id = :id) OR (c.side = 'mentee' AND p.person_id = :id)",
    f"SELECT 'plan', made_at, kind, goal FROM plans WHERE id IN {_PLANS}",
    "SELECT 'plan-item', due_on, coalesce(mark, iif(ticked_at IS NULL, 'none', 'ticked')), task || ' \u00b7 ' || place || "
    "' \u00b7 ' || expected || ' \u00b7 ' || actual || ' \u00b7 ' || word "
    f"FROM plan_items WHERE removed_at IS NULL AND plan_id IN {_PLANS}",
    "SELECT 'plan-change', at, what, was || ' \u2192 ' || became FROM plan_changes "
    f"WHERE (by_id = :id AND :own) OR plan_id IN {_PLANS}",
    "SELECT 'wish', made_at, kind, '' FROM wishes WHERE mentor_id = :id OR mentee_id = :id",
    "SELECT 'came', m.starts_at, a.question || '-' || a.answer, '' FROM meeting_answers a "
    "JOIN meetings m ON m.id = a.meeting_id WHERE a.person_id = :id",
    "SELECT 'moved', at, iif(now_at IS NULL, 'off', 'moved'), '' FROM meeting_moves WHERE by_id = :id",
    "SELECT 'proposed', made_at, coalesce(answer, 'none'), '' FROM meeting_proposals WHERE person_id = :id",
    "SELECT 'rhythm', made_at, iif(weeks = 1, 'weekly', 'fortnightly'), '' FROM rhythms WHERE made_by = :id",
    "SELECT 'attended', m.starts_at, iif(a.came, 'yes', 'no'), '' FROM attendance a "
    "JOIN meetings m ON m.id = a.meeting_id WHERE a.person_id = :id",
    "SELECT 'voice', at, CAST(seconds AS TEXT), '' FROM voices WHERE person_id = :id",
    "SELECT 'scored', at, CAST(score AS TEXT), '' FROM meeting_scores WHERE person_id = :id AND :own",
    "SELECT 'gathering', g.starts_at, n.reply || '-' || n.came, '' FROM guests n JOIN gatherings g "
    "ON g.id = n.gathering_id JOIN participations p ON p.id = n.participation_id WHERE p.person_id = :id",
    f"SELECT 'agreement', confirmed_at, '', agreement_number FROM matches WHERE id IN {_MATCHES} AND agreement_number <> ''",
    "SELECT 'paper', :now, purpose, '' FROM consent_ticks WHERE person_id = :id",
    "SELECT 'switched-off', since, switch, '' FROM switched_off WHERE person_id = :id",
    "SELECT 'digest', :now, '', hour FROM digest_hours WHERE person_id = :id",
    "SELECT 'call', since, coalesce(outcome, 'open'), '' FROM calls WHERE person_id = :id",
    "SELECT 'withdrew', at, purpose, '' FROM withdrawals WHERE person_id = :id",
    "SELECT 'case', opened_at, coalesce(outcome, 'open'), '' FROM cases "
    "WHERE participation_id IN (SELECT id FROM participations WHERE person_id = :id)",
    "SELECT 'case-step', s.at, s.kind, s.words FROM case_steps s JOIN cases c ON c.id = s.case_id "
    "WHERE c.participation_id IN (SELECT id FROM participations WHERE person_id = :id)",
    "SELECT 'place', asked_at, coalesce(answer, 'none'), '' FROM place_asks "
    "WHERE mentor_id IN (SELECT id FROM participations WHERE person_id = :id)",
)


def _facts(tx: Transaction, person_id: int, zone: ZoneInfo, *, own: bool) -> tuple[Fact, ...]:
    """All that is stored beside the rest; nobody else's name is in it.

    Why somebody would not have a pair was told to the curator alone: it is handed to nobody but who said it (`own`).
    """
    found = [row for each in _FACTS for row in tx.all(each, **_named(each, tx, person_id, own=own))]
    return tuple(Fact(row[0], _on(row[1], zone), row[2] or "", row[3] or "") for row in found)


def _named(statement: str, tx: Transaction, person_id: int, *, own: bool) -> dict[str, Any]:
    given: dict[str, Any] = {"now": tx.now, "own": int(own)}
    return {"id": person_id} | {name: value for name, value in given.items() if f":{name}" in statement}


def _on(moment: str, zone: ZoneInfo) -> date:
    return date.fromisoformat(moment) if len(moment) == len("2027-01-11") else _day(moment, zone)
