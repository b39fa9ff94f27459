"""Meetings of matches: the next one, those that were, what each side said of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from mentoring.meetings import MeetingKind, MeetingState
from mentoring.people import MentoringForm, Person
from mentoring.refusal import NotYours
from storage import people
from storage.database import Row, Transaction
from storage.moments import maybe_time, to_date, to_time


@dataclass(frozen=True, slots=True)
class Pair:
    """A match as its meetings see it: the mentor and the mentees whose work is on (the order signed, not frozen)."""

    match_id: int
    programme_id: int
    school_id: int
    form: MentoringForm
    ends_on: date
    mentor: Person
    mentees: tuple[Person, ...]

    @property
    def everyone(self) -> tuple[Person, ...]:
        """Both sides, the mentor first."""
        return (self.mentor, *self.mentees)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting. `revision` grows with every move, so that old reminders are known as old."""

    id: int
    match_id: int
    number: int
    kind: MeetingKind
    starts_at: datetime
    minutes: int
    place: str
    state: MeetingState
    revision: int
    result: str
    note: str
    made_at: datetime
    logged_at: datetime | None
    settled_at: datetime | None
    lapsed: bool = False  # nobody has logged it, and the next one is planned
    rhythm_id: int | None = None
    stands_on: date | None = None  # the day of the rhythm it stands for
    places: int = 0  # how often its place was changed

    @property
    def correctable(self) -> bool:
        """Whether its log may be put right: the curator has not settled what it was."""
        return self.state in (MeetingState.HELD, MeetingState.MISSED) and self.settled_at is None


_PAIR = (
    "SELECT m.id AS match_id, m.programme_id, m.form, g.school_id, g.ends_on, p.* "
    "FROM matches m JOIN programmes g ON g.id = m.programme_id "
    "JOIN participations t ON t.id = m.mentor_id JOIN persons p ON p.id = t.person_id "
)


def pair(tx: Transaction, match_id: int) -> Pair:
    """The match, if its work is on. Raises NotYours otherwise."""
    found = pairs(tx, [match_id])
    if not found:
        raise NotYours
    return found[0]


def pairs(tx: Transaction, match_ids: Iterable[int]) -> list[Pair]:
    """Matches by id, those whose work is on, in two queries."""
    ids = ",".join(str(int(each)) for each in set(match_ids))
    if not ids:
        return []
    mentees: dict[int, list[Person]] = defaultdict(list)
    for row in tx.all(
        "SELECT b.match_id, p.* FROM members b JOIN participations t ON t.id = b.mentee_id "
        f"JOIN persons p ON p.id = t.person_id WHERE b.match_id IN ({ids}) AND b.state = 'active' ORDER BY b.id"
    ):
        mentees[row["match_id"]].append(people.person_of(row))
    rows = tx.all(_PAIR + f"WHERE m.id IN ({ids}) AND m.ended_at IS NULL AND g.closed_at IS NULL ORDER BY m.id")
    return [_pair(row, tuple(mentees[row["match_id"]])) for row in rows if mentees[row["match_id"]]]


def sides(tx: Transaction, match_id: int) -> Pair | None:
    """A match whatever has become of it, with everyone who has worked in it: to say which pair it was."""
    row = tx.one(_PAIR + "WHERE m.id = :id", id=match_id)
    mentees = tx.all(
        "SELECT p.* FROM members b JOIN participations t ON t.id = b.mentee_id JOIN persons p ON p.id = t.person_id "
        "WHERE b.match_id = :id AND b.state IN ('active', 'frozen', 'ended') ORDER BY b.id",
        id=match_id,
    )
    return None if row is None else _pair(row, tuple(people.person_of(each) for each in mentees))


def pairs_of(tx: Transaction, person_id: int) -> list[Pair]:
    """The matches a person works in now, on either side."""
    rows = tx.all(
        "SELECT b.match_id FROM participations t JOIN matches m ON m.mentor_id = t.id "
        "JOIN members b ON b.match_id = m.id AND b.state = 'active' WHERE t.person_id = :person "
        "UNION SELECT b.match_id FROM participations t JOIN members b ON b.mentee_id = t.id AND b.state = 'active' "
        "WHERE t.person_id = :person",
        person=person_id,
    )
    return pairs(tx, [row["match_id"] for row in rows])


def get(tx: Transaction, meeting_id: int) -> Meeting:
    """The meeting. Raises NotYours for an unknown id."""
    row = tx.one("SELECT * FROM meetings WHERE id = :id", id=meeting_id)
    if row is None:
        raise NotYours
    return meeting_of(row)


def planned(tx: Transaction, match_ids: Iterable[int]) -> dict[int, Meeting]:
    """The planned meeting of each match that has one, by match."""
    ids = ",".join(str(int(each)) for each in set(match_ids)) or "NULL"
    rows = tx.all(f"SELECT * FROM meetings WHERE state = 'planned' AND lapsed_at IS NULL AND match_id IN ({ids})")
    return {row["match_id"]: meeting_of(row) for row in rows}


def past(tx: Transaction, match_id: int, limit: int = 8) -> list[Meeting]:
    """The latest meetings that were held or missed, the last first."""
    rows = tx.all(
        "SELECT * FROM meetings WHERE match_id = :match AND state IN ('held', 'missed') "
        "ORDER BY number DESC LIMIT :limit",
        match=match_id,
        limit=limit,
    )
    return [meeting_of(row) for row in rows]


def past_kinds(tx: Transaction, match_id: int) -> list[MeetingKind]:
    """The kinds of the meetings that were held, and of those that gave way unlogged: most likely they were held."""
    rows = tx.all(
        "SELECT kind FROM meetings WHERE match_id = :match "
        "AND (state = 'held' OR (state = 'planned' AND lapsed_at IS NOT NULL))",
        match=match_id,
    )
    return [MeetingKind(row["kind"]) for row in rows]


def held_kinds(tx: Transaction, match_id: int) -> list[MeetingKind]:
    """The kinds of the meetings that were held, one entry each."""
    rows = tx.all("SELECT kind FROM meetings WHERE match_id = :match AND state = 'held'", match=match_id)
    return [MeetingKind(row["kind"]) for row in rows]


def busy(tx: Transaction, person_ids: Iterable[int], but: int) -> list[datetime]:
    """When these people have planned meetings of their other matches."""
    ids = ",".join(str(int(each)) for each in set(person_ids)) or "NULL"
    rows = tx.all(
        "SELECT DISTINCT n.starts_at FROM meetings n JOIN matches m ON m.id = n.match_id "
        "JOIN participations o ON o.id = m.mentor_id "
        "JOIN members b ON b.match_id = m.id AND b.state = 'active' JOIN participations t ON t.id = b.mentee_id "
        f"WHERE n.state = 'planned' AND n.lapsed_at IS NULL AND n.match_id <> :but AND (o.person_id IN ({ids}) OR t.person_id IN ({ids}))",
        but=but,
    )
    return [to_time(row["starts_at"]) for row in rows]


def free_slots(tx: Transaction, person_ids: Iterable[int]) -> dict[int, frozenset[str]]:
    """The free hours each person has ticked in an application, in one query."""
    ids = ",".join(str(int(each)) for each in set(person_ids)) or "NULL"
    slots: dict[int, frozenset[str]] = {}
    for row in tx.all(
        f"SELECT person_id, answers FROM submissions WHERE person_id IN ({ids}) AND form LIKE 'application_%' ORDER BY id"
    ):
        free = json.loads(row["answers"]).get("free")
        if isinstance(free, list):
            slots[row["person_id"]] = frozenset(free)
    return slots


def plan(
    tx: Transaction,
    match_id: int,
    kind: MeetingKind,
    starts_at: datetime,
    *,
    place: str,
    by: int | None,
    rhythm: int | None = None,
    stands_on: date | None = None,
) -> Meeting | None:
    """Plan the next meeting; None when there is a planned one already: the database allows one of a match.

    `rhythm` plans it by itself, for a day of its own.
    """
    row = tx.one(
        "INSERT INTO meetings (match_id, number, kind, starts_at, minutes, place, made_by, made_at, rhythm_id, stands_on) "
        "SELECT :match, coalesce(max(number), 0) + 1, :kind, :starts_at, :minutes, :place, :by, :now, :rhythm, :on "
        "FROM meetings WHERE match_id = :match AND state <> 'cancelled' ON CONFLICT DO NOTHING RETURNING *",
        match=match_id,
        kind=kind,
        starts_at=starts_at,
        minutes=kind.minutes,
        place=place,
        by=by,
        now=tx.now,
        rhythm=rhythm,
        on=stands_on,
    )
    return None if row is None else meeting_of(row)


def move(tx: Transaction, meeting_id: int, starts_at: datetime) -> bool:
    """Move a planned meeting; False when it is planned no longer."""
    return bool(
        tx.run(
            "UPDATE meetings SET starts_at = :at, revision = revision + 1 "
            "WHERE id = :id AND state = 'planned' AND lapsed_at IS NULL",
            at=starts_at,
            id=meeting_id,
        )
    )


def set_place(tx: Transaction, meeting_id: int, place: str) -> bool:
    """Where a planned meeting is; it is the same meeting at the same time, so reminders stand. False: no change."""
    return bool(
        tx.run(
            "UPDATE meetings SET place = :place, places = places + 1 "
            "WHERE id = :id AND state = 'planned' AND place <> :place",
            place=place,
            id=meeting_id,
        )
    )


def set_length(tx: Transaction, meeting_id: int, minutes: int) -> None:
    """How long a planned meeting is to be."""
    tx.run(
        "UPDATE meetings SET minutes = :minutes WHERE id = :id AND state = 'planned'", minutes=minutes, id=meeting_id
    )


def set_kind(tx: Transaction, meeting_id: int, kind: MeetingKind) -> bool:
    """A planned regular meeting becomes the closing one, or again a regular one; False when it is neither."""
    return bool(
        tx.run(
            "UPDATE meetings SET kind = :kind WHERE id = :id AND state = 'planned' AND kind IN ('regular', 'closing') "
            "AND kind <> :kind",
            kind=kind,
            id=meeting_id,
        )
    )


def put_in_order(tx: Transaction, meeting_id: int, kind: MeetingKind) -> bool:
    """A planned meeting takes the place in the order that is its own by now; False when it has it."""
    return bool(
        tx.run(
            "UPDATE meetings SET kind = :kind WHERE id = :id AND state = 'planned' AND kind <> :kind",
            kind=kind,
            id=meeting_id,
        )
    )


def join_rhythm(tx: Transaction, meeting_id: int, rhythm_id: int, stands_on: date) -> None:
    """A planned meeting is the first of a rhythm."""
    tx.run(
        "UPDATE meetings SET rhythm_id = :rhythm, stands_on = :on WHERE id = :id AND state = 'planned'",
        rhythm=rhythm_id,
        on=stands_on,
        id=meeting_id,
    )


def lapse(tx: Transaction, meeting_id: int) -> bool:
    """Nobody has logged a meeting that is over, and it gives way to the next one; it can still be logged."""
    return bool(
        tx.run(
            "UPDATE meetings SET lapsed_at = :now WHERE id = :id AND state = 'planned' AND lapsed_at IS NULL "
            "AND starts_at <= :now",
            now=tx.now,
            id=meeting_id,
        )
    )


def unlogged(tx: Transaction, match_id: int, limit: int = 3) -> list[Meeting]:
    """Meetings that have given way and wait for the log, the newest first."""
    rows = tx.all(
        "SELECT * FROM meetings WHERE match_id = :match AND state = 'planned' AND lapsed_at IS NOT NULL "
        "ORDER BY starts_at DESC LIMIT :limit",
        match=match_id,
        limit=limit,
    )
    return [meeting_of(row) for row in rows]


def last_place(tx: Transaction, match_id: int) -> str:
    """Where the pair was to meet last; empty at first."""
    found = tx.value("SELECT place FROM meetings WHERE match_id = :match ORDER BY id DESC LIMIT 1", match=match_id)
    return found or ""


def places_used(tx: Transaction, match_id: int, mentor_id: int, limit: int = 4) -> list[tuple[int, str]]:
    """Where the pair and the mentor's other pairs have met, the pair's own and the latest first: (meeting, place)."""
    rows = tx.all(
        "SELECT max(m.id) AS id, m.place FROM meetings m JOIN matches t ON t.id = m.match_id "
        "JOIN participations p ON p.id = t.mentor_id WHERE p.person_id = :mentor AND m.place <> '' "
        "GROUP BY m.place ORDER BY max(m.match_id = :match) DESC, max(m.id) DESC LIMIT :limit",
        mentor=mentor_id,
        match=match_id,
        limit=limit,
    )
    return [(row["id"], row["place"]) for row in rows]


def cancel(tx: Transaction, meeting_id: int) -> bool:
    """Cancel a planned meeting; False when it is planned no longer."""
    return bool(
        tx.run(
            "UPDATE meetings SET state = 'cancelled', revision = revision + 1 WHERE id = :id AND state = 'planned'",
            id=meeting_id,
        )
    )


def log(
    tx: Transaction, meeting_id: int, state: MeetingState, *, by: int, minutes: int | None = None, result: str = ""
) -> bool:
    """Write down what became of a planned meeting; False when that was done before: a meeting is logged once."""
    return bool(
        tx.run(
            "UPDATE meetings SET state = :state, minutes = coalesce(:minutes, minutes), result = :result, "
            "logged_at = :now, logged_by = :by WHERE id = :id AND state = 'planned'",
            state=state,
            minutes=minutes,
            result=result,
            now=tx.now,
            by=by,
            id=meeting_id,
        )
    )


def settle(tx: Transaction, meeting_id: int, state: MeetingState) -> bool:
    """The curator has found out whether a logged meeting took place; False when that was settled before."""
    return bool(
        tx.run(
            "UPDATE meetings SET state = :state, result = CASE WHEN :state = 'held' THEN result ELSE '' END, "
            "settled_at = :now WHERE id = :id AND state IN ('held', 'missed') AND settled_at IS NULL",
            state=state,
            now=tx.now,
            id=meeting_id,
        )
    )


def correct(tx: Transaction, meeting_id: int, state: MeetingState, *, minutes: int | None, result: str) -> bool:
    """What a logged meeting really came to, to be looked at anew; False once the curator has settled it."""
    return bool(
        tx.run(
            "UPDATE meetings SET state = :state, minutes = coalesce(:minutes, minutes), result = :result, "
            "checked_at = NULL, checked_by = NULL "
            "WHERE id = :id AND state IN ('held', 'missed') AND settled_at IS NULL",
            state=state,
            minutes=minutes,
            result=result,
            id=meeting_id,
        )
    )


def set_note(tx: Transaction, meeting_id: int, note: str) -> None:
    """The mentor's note about a meeting."""
    tx.run("UPDATE meetings SET note = :note WHERE id = :id", note=note, id=meeting_id)


def answer(tx: Transaction, meeting: Meeting, person_id: int, question: str, *, yes: bool) -> None:
    """Keep «буду / не смогу» or «состоялась / нет» of a person about a meeting as it stands; the last word counts."""
    tx.run(
        "INSERT INTO meeting_answers (meeting_id, person_id, question, answer, revision, at) "
        "VALUES (:meeting, :person, :question, :answer, :revision, :now) "
        "ON CONFLICT (meeting_id, person_id, question, revision) DO UPDATE SET answer = excluded.answer, at = excluded.at",
        meeting=meeting.id,
        person=person_id,
        question=question,
        answer="yes" if yes else "no",
        revision=meeting.revision,
        now=tx.now,
    )


def answers(tx: Transaction, meeting: Meeting, question: str) -> dict[int, bool]:
    """What was answered about a meeting as it stands, by person."""
    rows = tx.all(
        "SELECT person_id, answer FROM meeting_answers "
        "WHERE meeting_id = :meeting AND question = :question AND revision = :revision",
        meeting=meeting.id,
        question=question,
        revision=meeting.revision,
    )
    return {row["person_id"]: row["answer"] == "yes" for row in rows}


def _pair(row: Row, mentees: tuple[Person, ...]) -> Pair:
    return Pair(
        match_id=row["match_id"],
        programme_id=row["programme_id"],
        school_id=row["school_id"],
        form=MentoringForm(row["form"]),
        ends_on=to_date(row["ends_on"]),
        mentor=people.person_of(row),
        mentees=mentees,
    )


def meeting_of(row: Row) -> Meeting:
    """A row of `meetings` as a value."""
    return Meeting(
        id=row["id"],
        match_id=row["match_id"],
        number=row["number"],
        kind=MeetingKind(row["kind"]),
        starts_at=to_time(row["starts_at"]),
        minutes=row["minutes"],
        place=row["place"],
        state=MeetingState(row["state"]),
        revision=row["revision"],
        result=row["result"],
        note=row["note"],
        made_at=to_time(row["made_at"]),
        logged_at=maybe_time(row["logged_at"]),
        settled_at=maybe_time(row["settled_at"]),
        lapsed=row["lapsed_at"] is not None,
        rhythm_id=row["rhythm_id"],
        stands_on=to_date(row["stands_on"]) if row["stands_on"] else None,
        places=row["places"],
    )
