"""What is written of meetings that were: lines of the diary, who of a group came, spoken notes, scores."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from mentoring.diary import Line, Way, way_of
from mentoring.meetings import MeetingKind
from mentoring.people import Person
from mentoring.refusal import NotYours
from storage import people
from storage.database import Row, Transaction
from storage.meetings import Meeting, get, meeting_of
from storage.moments import maybe_time, to_date, to_time


@dataclass(frozen=True, slots=True)
class Work:
    """A match whether or not its work is still on, while its programme is open: its entries may be written."""

    match_id: int
    programme_id: int
    school_id: int
    form: str
    role_model: str
    began_on: date
    starts_on: date
    ends_on: date
    mentor: Person
    mentees: tuple[Person, ...]  # all that were ever in it

    @property
    def sides(self) -> frozenset[int]:
        """Everybody in it."""
        return frozenset((self.mentor.id, *(each.id for each in self.mentees)))


@dataclass(frozen=True, slots=True)
class Record:
    """A meeting with what is written of it."""

    meeting: Meeting
    texts: Mapping[Line, str]
    way: Way
    lapsed: bool
    checked_at: datetime | None


@dataclass(frozen=True, slots=True)
class Voice:
    """A spoken note: the messenger's number of it, how long it is."""

    id: int
    meeting_id: int
    person_id: int
    file_key: str
    seconds: int
    at: datetime


def work(tx: Transaction, match_id: int) -> Work:
    """The match, while its programme is open. Raises NotYours otherwise."""
    found = works(tx, "m.id = :id", id=match_id)
    if not found:
        raise NotYours
    return found[0]


def works(tx: Transaction, condition: str, **values: object) -> list[Work]:
    """Matches `m` of open programmes `g` by a condition, in two queries."""
    rows = tx.all(
        "SELECT m.id AS match_id, m.programme_id, m.form AS match_form, m.role_model, m.confirmed_at, g.school_id, "
        "g.starts_on, g.ends_on, p.* FROM matches m JOIN programmes g ON g.id = m.programme_id AND g.closed_at IS NULL "
        f"JOIN participations t ON t.id = m.mentor_id JOIN persons p ON p.id = t.person_id WHERE {condition} ORDER BY m.id",
        **values,
    )
    ids = _ids(row["match_id"] for row in rows)
    mentees: dict[int, list[Person]] = defaultdict(list)
    for row in tx.all(
        "SELECT b.match_id, p.* FROM members b JOIN participations t ON t.id = b.mentee_id "
        "JOIN persons p ON p.id = t.person_id "
        f"WHERE b.match_id IN ({ids}) AND b.state IN ('active', 'frozen', 'ended') ORDER BY b.id"
    ):
        mentees[row["match_id"]].append(people.person_of(row))
    return [_work(row, tuple(mentees[row["match_id"]])) for row in rows if mentees[row["match_id"]]]


def record(tx: Transaction, meeting_id: int) -> Record:
    """One meeting with what is written of it. Raises NotYours for an unknown id."""
    row = tx.one("SELECT * FROM meetings WHERE id = :id", id=meeting_id)
    if row is None:
        raise NotYours
    return _record(row)


def records(tx: Transaction, match_ids: Iterable[int]) -> dict[int, list[Record]]:
    """Every meeting of these matches in the order of time, by match."""
    found: dict[int, list[Record]] = defaultdict(list)
    ids = _ids(match_ids)
    for row in tx.all(f"SELECT * FROM meetings WHERE match_id IN ({ids}) ORDER BY match_id, starts_at, id"):
        found[row["match_id"]].append(_record(row))
    return found


def page(tx: Transaction, match_id: int, before: datetime | None, limit: int) -> list[Record]:
    """Meetings that were, or should have been, and those called off; the last first, those before a moment."""
    rows = tx.all(
        "SELECT * FROM meetings WHERE match_id = :match AND starts_at < :before AND starts_at <= :now "
        "AND state <> 'cancelled' ORDER BY starts_at DESC, id DESC LIMIT :limit",
        match=match_id,
        before=before or tx.now,
        now=tx.now,
        limit=limit,
    )
    return [_record(row) for row in rows]


def write(tx: Transaction, meeting_id: int, line: Line, text: str) -> None:
    """Write a line of an entry, in place of what stood there; the curator has not looked at it as it is now."""
    tx.run(
        f"UPDATE meetings SET {line.column} = :text, checked_at = NULL, checked_by = NULL WHERE id = :id",
        text=text,
        id=meeting_id,
    )


def set_way(tx: Transaction, meeting_id: int, way: Way) -> None:
    """It was in this way, whatever its place says."""
    tx.run("UPDATE meetings SET way = :way WHERE id = :id", way=way, id=meeting_id)


def enter(
    tx: Transaction, match_id: int, kind: MeetingKind, starts_at: datetime, *, minutes: int, result: str, by: int
) -> Meeting | None:
    """A meeting that was never planned, written down as held; None when there is one at that time already."""
    found = tx.value(
        "SELECT 1 FROM meetings WHERE match_id = :match AND starts_at = :at AND state <> 'cancelled'",
        match=match_id,
        at=starts_at,
    )
    if found:
        return None
    number = tx.value(
        "SELECT coalesce(max(number), 0) + 1 FROM meetings WHERE match_id = :match AND state <> 'cancelled'",
        match=match_id,
    )
    made = tx.insert(
        "meetings", match_id=match_id, number=number, kind=kind, starts_at=starts_at, minutes=minutes, state="held",
        result=result, made_by=by, made_at=tx.now, logged_at=tx.now, logged_by=by,
    )  # fmt: skip
    return get(tx, made)


def kinds(tx: Transaction, match_id: int) -> list[MeetingKind]:
    """The kinds of the meetings that were held or are planned."""
    rows = tx.all(
        "SELECT kind FROM meetings WHERE match_id = :match AND (state = 'held' OR (state = 'planned' AND lapsed_at IS NULL))",
        match=match_id,
    )
    return [MeetingKind(row["kind"]) for row in rows]


def preset(tx: Transaction, meeting_id: int, person_ids: Iterable[int]) -> None:
    """Everybody of a group came, until the mentor says otherwise."""
    for person in person_ids:
        tx.run(
            "INSERT INTO attendance (meeting_id, person_id) VALUES (:meeting, :person) ON CONFLICT DO NOTHING",
            meeting=meeting_id,
            person=person,
        )


def turn(tx: Transaction, meeting_id: int, person_id: int) -> None:
    """Somebody came, or did not: the other of the two."""
    tx.run(
        "UPDATE attendance SET came = 1 - came WHERE meeting_id = :meeting AND person_id = :person",
        meeting=meeting_id,
        person=person_id,
    )


def all_came(tx: Transaction, meeting_id: int, *, whether: bool) -> None:
    """Everybody of a group's meeting came after all, or nobody did."""
    tx.run(
        "UPDATE attendance SET came = :came WHERE meeting_id = :meeting AND came <> :came",
        came=int(whether),
        meeting=meeting_id,
    )


def came(tx: Transaction, meeting_ids: Iterable[int]) -> dict[int, dict[int, bool]]:
    """Who of a group came, by meeting and person; nothing of a pair's meetings."""
    found: dict[int, dict[int, bool]] = defaultdict(dict)
    for row in tx.all(f"SELECT * FROM attendance WHERE meeting_id IN ({_ids(meeting_ids)}) ORDER BY person_id"):
        found[row["meeting_id"]][row["person_id"]] = bool(row["came"])
    return found


def keep_voice(tx: Transaction, meeting_id: int, person_id: int, file_key: str, seconds: int) -> bool:
    """Keep a spoken note; False when it is kept already."""
    return bool(
        tx.run(
            "INSERT INTO voices (meeting_id, person_id, file_key, seconds, at) "
            "VALUES (:meeting, :person, :key, :seconds, :now) ON CONFLICT DO NOTHING",
            meeting=meeting_id,
            person=person_id,
            key=file_key,
            seconds=seconds,
            now=tx.now,
        )
    )


def voices(tx: Transaction, meeting_ids: Iterable[int]) -> dict[int, list[Voice]]:
    """The spoken notes, by meeting, the first first."""
    found: dict[int, list[Voice]] = defaultdict(list)
    for row in tx.all(f"SELECT * FROM voices WHERE meeting_id IN ({_ids(meeting_ids)}) ORDER BY id"):
        voice = Voice(
            row["id"], row["meeting_id"], row["person_id"], row["file_key"], row["seconds"], to_time(row["at"])
        )
        found[row["meeting_id"]].append(voice)
    return found


def score(tx: Transaction, meeting_id: int, person_id: int, points: int) -> None:
    """How somebody found the meeting; the last word counts."""
    tx.run(
        "INSERT INTO meeting_scores (meeting_id, person_id, score, at) VALUES (:meeting, :person, :points, :now) "
        "ON CONFLICT (meeting_id, person_id) DO UPDATE SET score = excluded.score, at = excluded.at",
        meeting=meeting_id,
        person=person_id,
        points=points,
        now=tx.now,
    )


def scores(tx: Transaction, meeting_ids: Iterable[int]) -> dict[int, dict[int, int]]:
    """The scores by meeting and person: for curators, and one's own."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for row in tx.all(f"SELECT * FROM meeting_scores WHERE meeting_id IN ({_ids(meeting_ids)}) ORDER BY person_id"):
        found[row["meeting_id"]][row["person_id"]] = row["score"]
    return found


def check(tx: Transaction, match_id: int, by: int) -> int:
    """The curator has looked at all that is logged; returns how many entries that were."""
    return tx.run(
        "UPDATE meetings SET checked_at = :now, checked_by = :by WHERE match_id = :match AND checked_at IS NULL "
        "AND state IN ('held', 'missed')",
        now=tx.now,
        by=by,
        match=match_id,
    )


def unchecked(tx: Transaction, match_id: int) -> int:
    """How many entries the curator has not looked at."""
    return int(
        tx.value(
            "SELECT count(*) FROM meetings WHERE match_id = :match AND checked_at IS NULL AND state IN ('held', 'missed')",
            match=match_id,
        )
    )


def lately(tx: Transaction, person_id: int, since: datetime) -> int | None:
    """The meeting this person has logged last, since a moment."""
    found = tx.value(
        "SELECT id FROM meetings WHERE logged_by = :person AND logged_at >= :since ORDER BY logged_at DESC, id DESC LIMIT 1",
        person=person_id,
        since=since,
    )
    return None if found is None else int(found)


def moves(tx: Transaction, match_ids: Iterable[int]) -> dict[int, list[Row]]:
    """Every time a meeting of these matches was moved or cancelled, by meeting, the first first."""
    found: dict[int, list[Row]] = defaultdict(list)
    for row in tx.all(
        "SELECT v.* FROM meeting_moves v JOIN meetings n ON n.id = v.meeting_id "
        f"WHERE n.match_id IN ({_ids(match_ids)}) ORDER BY v.id"
    ):
        found[row["meeting_id"]].append(row)
    return found


def _ids(ids: Iterable[int]) -> str:
    return ",".join(str(int(each)) for each in sorted(set(ids))) or "NULL"


def _work(row: Row, mentees: tuple[Person, ...]) -> Work:
    confirmed = maybe_time(row["confirmed_at"])
    return Work(
        match_id=row["match_id"],
        programme_id=row["programme_id"],
        school_id=row["school_id"],
        form=row["match_form"],
        role_model=row["role_model"] or "",
        began_on=confirmed.date() if confirmed else to_date(row["starts_on"]),
        starts_on=to_date(row["starts_on"]),
        ends_on=to_date(row["ends_on"]),
        mentor=people.person_of(row),
        mentees=mentees,
    )


def _record(row: Row) -> Record:
    return Record(
        meeting=meeting_of(row),
        texts={line: row[line.column] for line in Line if row[line.column]},
        way=way_of(row["place"], row["way"]),
        lapsed=row["lapsed_at"] is not None,
        checked_at=maybe_time(row["checked_at"]),
    )
