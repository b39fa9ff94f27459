"""When two entries become one, nothing that points at a person is forgotten, and what is about them follows."""

from __future__ import annotations

import re
import sqlite3
from datetime import UTC, date, datetime

import pytest

from mentoring.baseline import Phase, subject
from mentoring.people import Kind, Name, Side
from storage import drafts, merging, people
from storage.database import Transaction
from storage.merging import _SIMPLY, _UNLESS_THERE
from storage.migrate import migrate

NOW = datetime(2027, 2, 1, 12, 0, tzinfo=UTC)

# Columns that stay as they are: the chain of merging itself, and what merging moves by the person's sides.
BY_OTHER_WAYS = {
    ("persons", "merged_into"),
    ("participations", "person_id"),
    ("members", "mentor_person_id"),
    ("capacities", "person_id"),
    ("acts", "person_id"),  # whoever was erased is merged with nobody
}


@pytest.fixture
def tx(tmp_path):
    path = tmp_path / "mentoring.db"
    migrate(path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("BEGIN")
    yield Transaction(connection, NOW)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def pointing(tx):
    """Every column of the schema that points at a person."""
    tables = [row["name"] for row in tx.all("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        (table, row["from"])
        for table in tables
        for row in tx.all(f"SELECT * FROM pragma_foreign_key_list('{table}')")
        if row["table"] == "persons"
    }


def test_every_column_that_points_at_a_person_is_moved(tx):
    moved = {each[:2] for each in _UNLESS_THERE} | {*_SIMPLY} | BY_OTHER_WAYS
    assert pointing(tx) <= moved, "a new column: say in storage/merging.py what becomes of it"
    assert moved <= pointing(tx), "a column that is gone"


def two_entries(tx):
    tx.insert("schools", id=1, created_at=NOW)
    tx.insert("programmes", id=1, school_id=1, starts_on=NOW.date(), ends_on=date(2027, 6, 1))
    kept, other = (people.add(tx, 1, Kind.PUPIL, name=Name(family, "Илья")) for family in ("Панин", "Понин"))
    teacher = people.add(tx, 1, Kind.STAFF, name=Name("Уварова", "Вера"))
    account = tx.insert("accounts", external_id=7, person_id=teacher, created_at=NOW)
    parts = [
        tx.insert(
            "participations", programme_id=1, person_id=person, side=Side.MENTEE, form="pupil_pupil", joined_at=NOW
        )
        for person in (kept, other)
    ]
    return kept, other, teacher, account, parts


def put(tx, table, **values):
    """A row of a table without numbers."""
    names = ", ".join(values)
    tx.run(f"INSERT INTO {table} ({names}) VALUES ({', '.join(f':{name}' for name in values)})", **values)


def note(tx, person, author, words):
    tx.insert(
        "notes", programme_id=1, person_id=person, party="class_teacher", author_id=author, form="note_class_teacher",
        version="1", answers=f'{{"words": "{words}"}}', written_at=NOW,
    )  # fmt: skip


def measure(tx, table, part, parameter, value):
    column = "level" if table == "levels" else "value"
    put(tx, table, participation_id=part, phase="entry", parameter=parameter, entered_at=NOW, **{column: value})


def test_what_was_said_and_measured_follows_and_the_kept_ones_own_stays(tx):
    kept, other, teacher, account, (mine, theirs) = two_entries(tx)
    second = people.add(tx, 1, Kind.STAFF, name=Name("Вторая", "Анна"))
    for person in (kept, other):
        note(tx, person, teacher, "о первой" if person == kept else "о второй")
        put(tx, "asks", programme_id=1, person_id=person, party="class_teacher", asked_by=teacher, asked_at=NOW)
    note(tx, other, second, "только о второй")
    put(tx, "asks", programme_id=1, person_id=other, party="parent", asked_by=teacher, asked_at=NOW)
    measure(tx, "measures", mine, "involvement", 3)
    measure(tx, "measures", theirs, "involvement", 9)
    measure(tx, "measures", theirs, "clubs", 2)
    measure(tx, "levels", theirs, "anxiety", 2)
    drafts.send(
        tx, school=1, person=other, form="baseline_pupil", version="1", about=subject(theirs, Phase.ENTRY), answers={}
    )
    for form, about in (("note_parent", other), ("baseline_class_teacher", subject(theirs, Phase.ENTRY))):
        drafts.begin(tx, account=account, person=teacher, form=form, version="1", about=about, answers={})
    people.change(tx, other, age_band="teen")
    tx.run("UPDATE participations SET finished_at = :now WHERE id = :id", now=NOW, id=theirs)

    merging.merge(tx, kept, other)

    said = {
        row["author_id"]: re.sub(r".*: \"|\"}", "", row["answers"])
        for row in tx.all("SELECT * FROM notes WHERE person_id = :id", id=kept)
    }
    assert said == {teacher: "о первой", second: "только о второй"}
    asked = [row["party"] for row in tx.all("SELECT party FROM asks ORDER BY 1")]
    assert asked == ["class_teacher", "parent"]
    values = {
        row["parameter"]: row["value"] for row in tx.all("SELECT * FROM measures WHERE participation_id = :id", id=mine)
    }
    assert values == {"involvement": 3, "clubs": 2}
    assert [row["participation_id"] for row in tx.all("SELECT participation_id FROM levels")] == [mine]
    assert drafts.sent(tx, kept, "baseline_pupil", subject(mine, Phase.ENTRY)) is not None
    assert drafts.find(tx, account, "note_parent", kept) is not None
    assert drafts.find(tx, account, "baseline_class_teacher", subject(mine, Phase.ENTRY)) is not None
    assert people.get(tx, kept).age_band == "teen"
    assert tx.value("SELECT finished_at FROM participations WHERE id = :id", id=mine) is not None


def consent(tx, child, by, answer):
    tx.insert(
        "consents", person_id=child, purpose="participation", capacity="guardian", way="tap", answer=answer,
        given_by=by, text_version="1", text_hash="x", given_at=NOW,
    )  # fmt: skip


def test_two_entries_of_a_mother_speak_with_one_voice_the_later_one(tx):
    child, _, curator, _, _ = two_entries(tx)
    kept, other = (people.add(tx, 1, Kind.GUARDIAN, name=Name("Панина", "Ольга")) for _ in range(2))
    for guardian, column in ((kept, "confirmed"), (other, "barred")):
        tx.run(
            f"INSERT INTO guardianships (guardian_id, child_id, since, {column}_at, {column}_by) "
            "VALUES (:guardian, :child, :now, :now, :by)",
            guardian=guardian, child=child, now=NOW, by=curator,
        )  # fmt: skip
    consent(tx, child, kept, "agreed")
    consent(tx, child, other, "declined")

    merging.merge(tx, kept, other)

    standing = tx.all("SELECT given_by, answer FROM consents WHERE withdrawn_at IS NULL")
    assert [(row["given_by"], row["answer"]) for row in standing] == [(kept, "declined")]
    guardianship = tx.one("SELECT * FROM guardianships")
    assert guardianship["confirmed_at"] is not None
    assert guardianship["barred_at"] is not None, "whoever may not decide does not come back by merging"


def test_both_parents_of_two_entries_of_a_child_are_heard(tx):
    kept, other, _, _, _ = two_entries(tx)
    mother, father = (people.add(tx, 1, Kind.GUARDIAN, name=Name("Панины", name)) for name in ("Ольга", "Пётр"))
    consent(tx, kept, mother, "agreed")
    consent(tx, other, father, "declined")

    merging.merge(tx, kept, other)

    standing = tx.all("SELECT given_by, answer FROM consents WHERE person_id = :id ORDER BY id", id=kept)
    assert [(row["given_by"], row["answer"]) for row in standing] == [(mother, "agreed"), (father, "declined")]
