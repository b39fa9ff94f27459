"""A file is brought to the newest shape, with a copy beside it, and never backwards."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

from storage import migrate as migrations
from storage.migrate import migrate, versions


def shape(path):
    """Every table, index and trigger as it was made."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE sql <> '' ORDER BY type, name"
        ).fetchall()


def version(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


def told(path, sql):
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(sql).fetchall()
        connection.commit()
        return found


@pytest.fixture
def more(monkeypatch):
    """One migration more than is shipped, or several."""

    def add(*texts):
        shipped = versions()
        last = shipped[-1][0]
        monkeypatch.setattr(migrations, "versions", lambda: [*shipped, *enumerate(texts, start=last + 1)])
        return last

    return add


def test_a_new_file_gets_every_migration_and_no_copy(tmp_path):
    path = tmp_path / "data" / "mentoring.db"
    assert migrate(path) == [number for number, _ in versions()]
    assert version(path) == versions()[-1][0]
    assert not list(path.parent.glob("*.before-*"))


def test_migrations_are_numbered_without_gaps():
    assert [number for number, _ in versions()] == list(range(1, len(versions()) + 1))


def test_the_newest_file_is_left_alone(tmp_path):
    path = tmp_path / "mentoring.db"
    migrate(path)
    before = shape(path)
    assert migrate(path) == []
    assert shape(path) == before
    assert not list(tmp_path.glob("*.before-*"))


def test_an_older_file_keeps_its_data_and_a_copy_lies_beside_it(tmp_path, more):
    path = tmp_path / "mentoring.db"
    migrate(path)
    told(path, "INSERT INTO schools (full_name, created_at) VALUES ('Первая', '2027-01-01')")
    last = more("ALTER TABLE schools ADD COLUMN motto TEXT NOT NULL DEFAULT '';")
    assert migrate(path) == [last + 1]
    assert told(path, "SELECT full_name, motto FROM schools") == [("Первая", "")]
    copy = tmp_path / f"mentoring.db.before-{last + 1:04}"
    assert version(copy) == last
    assert told(copy, "SELECT full_name FROM schools") == [("Первая",)]


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path, more):
    path = tmp_path / "mentoring.db"
    migrate(path)
    before = shape(path)
    last = more("CREATE TABLE mottos (id INTEGER PRIMARY KEY);", "CREATE TABLE half (id INTEGER); SELECT no_such();")
    with pytest.raises(sqlite3.OperationalError):
        migrate(path)
    assert version(path) == last + 1, "the one before it stands"
    assert [row for row in shape(path) if row not in before] == [
        ("table", "mottos", "CREATE TABLE mottos (id INTEGER PRIMARY KEY)")
    ]


def test_step_by_step_or_at_once_the_shape_is_the_same(tmp_path, more):
    more("CREATE TABLE mottos (id INTEGER PRIMARY KEY);", "CREATE INDEX mottos_by_id ON mottos (id);")
    for number, _ in migrations.versions():
        migrate(tmp_path / "steps.db", upto=number)
    migrate(tmp_path / "once.db")
    assert shape(tmp_path / "steps.db") == shape(tmp_path / "once.db")
    assert version(tmp_path / "steps.db") == version(tmp_path / "once.db")


def test_a_file_of_a_newer_programme_is_refused_and_not_touched(tmp_path):
    path = tmp_path / "mentoring.db"
    migrate(path)
    told(path, f"PRAGMA user_version = {versions()[-1][0] + 1}")
    shutil.copyfile(path, tmp_path / "as-it-was.db")
    with pytest.raises(RuntimeError, match="knows"):
        migrate(path)
    assert shape(path) == shape(tmp_path / "as-it-was.db")


def test_every_reference_leads_to_a_table_and_nothing_dangles(tmp_path):
    path = tmp_path / "mentoring.db"
    migrate(path)
    with closing(sqlite3.connect(path)) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table in tables:
            for reference in connection.execute(f"PRAGMA foreign_key_list({table})"):
                assert reference[2] in tables, f"{table} refers to {reference[2]}"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_programme_row_leads_to_one_school(tmp_path):
    """Directly or through what it refers to: the wall between two schools stands on this."""
    path = tmp_path / "mentoring.db"
    migrate(path)
    with closing(sqlite3.connect(path)) as connection:
        refers = {
            row[0]: {reference[2] for reference in connection.execute(f"PRAGMA foreign_key_list({row[0]})")}
            for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
    leading = {"schools"}
    while more := {table for table, others in refers.items() if others & leading} - leading:
        leading |= more
    assert set(refers) - leading == {"inbox"}, "updates are nobody's until they are read"


OLD_SCHOOL = """
INSERT INTO schools (id, full_name, created_at) VALUES (1, 'Первая', '2026-09-01T00:00:00.000000Z');
INSERT INTO persons (id, school_id, kind, family, given, birth_date, code, created_at)
    VALUES (1, 1, 'staff', 'Кураторова', 'Вера', NULL, 'Р-01', '2026-09-01T00:00:00.000000Z'),
           (2, 1, 'pupil', 'Петров', 'Илья', '2013-05-12', 'Н-01', '2026-09-01T00:00:00.000000Z'),
           (3, 1, 'pupil', 'Сидоров', 'Лев', '2009-03-02', 'М-01', '2026-09-01T00:00:00.000000Z'),
           (4, 1, 'guardian', 'Петрова', 'Ольга', NULL, 'Р-02', '2026-09-01T00:00:00.000000Z');
INSERT INTO guardianships VALUES (4, 2, '2026-09-02T00:00:00.000000Z');
INSERT INTO accounts (id, external_id, person_id, created_at) VALUES (1, 101, 2, '2026-09-01T00:00:00.000000Z');
INSERT INTO account_persons VALUES (1, 2, '2026-09-01T00:00:00.000000Z');
INSERT INTO links (id, token, purpose, school_id, role, made_by, made_at)
    VALUES (7, 'JOINTOKEN2', 'join', 1, 'pupil', 1, '2026-09-01T00:00:00.000000Z'),
           (9, 'GUARDIAN22', 'guardian', 1, '', 1, '2026-09-01T00:00:00.000000Z');
INSERT INTO consents (person_id, purpose, capacity, way, answer, given_by, text_version, text_hash, given_at)
    VALUES (2, 'participation', 'assent', 'tap', 'agreed', 2, '1', 'h', '2026-09-02T00:00:00.000000Z'),
           (2, 'participation', 'guardian', 'tap', 'agreed', 4, '1', 'h', '2026-09-02T00:00:00.000000Z');
INSERT INTO programmes (id, school_id, starts_on, ends_on) VALUES (1, 1, '2026-09-01', '2027-05-31');
INSERT INTO programme_forms VALUES (1, 'pupil_pupil', 3);
INSERT INTO participations (id, programme_id, person_id, side, form, joined_at)
    VALUES (1, 1, 2, 'mentee', 'pupil_pupil', '2026-09-02T00:00:00.000000Z'),
           (2, 1, 3, 'mentor', 'pupil_pupil', '2026-09-02T00:00:00.000000Z');
INSERT INTO drafts (account_id, person_id, form, version, about, began_at, touched_at)
    VALUES (1, 2, 'entry_mentee_pupil_pupil', '1', 1, '2026-09-03T00:00:00.000000Z', '2026-09-03T00:00:00.000000Z');
UPDATE accounts SET draft_id = 1;
INSERT INTO submissions (school_id, person_id, form, version, about, answers, sent_at)
    VALUES (1, 2, 'application_mentee_pupil', '1', 1, '{"request": "физика"}', '2026-09-03T00:00:00.000000Z');
INSERT INTO matches (id, programme_id, form, mentor_id, confirmed_at) VALUES (1, 1, 'pupil_pupil', 2, '2026-10-01T00:00:00.000000Z');
INSERT INTO members (match_id, programme_id, form, mentor_person_id, mentee_id, place, state, since)
    VALUES (1, 1, 'pupil_pupil', 3, 1, 1, 'active', '2026-10-02T00:00:00.000000Z');
INSERT INTO orders (id, programme_id, number, signed_on, made_at)
    VALUES (4, 1, '12-ОД', '2026-10-02', '2026-10-02T00:00:00.000000Z');
INSERT INTO order_lines VALUES (4, 1);
INSERT INTO meetings (match_id, number, kind, starts_at, made_at)
    VALUES (1, 1, 'first', '2026-10-05T10:00:00.000000Z', '2026-10-02T00:00:00.000000Z');
INSERT INTO notices (school_id, lane, kind, key, not_before) VALUES (1, 2, 'x', 'x:1', '2026-10-05T10:00:00.000000Z');
INSERT INTO journal (school_id, at, person_id, deed, subject, subject_id)
    VALUES (1, '2026-09-02T00:00:00.000000Z', 2, 'joined', 'person', 2);
"""


def counts(path):
    tables = [
        name
        for (name,) in told(path, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    ]
    return {name: told(path, f"SELECT count(*) FROM {name}")[0][0] for name in tables}


def test_a_school_of_the_first_version_comes_over_whole(tmp_path):
    path = tmp_path / "mentoring.db"
    migrate(path, upto=1)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(OLD_SCHOOL)
    before = counts(path)
    migrate(path)
    after = counts(path)
    assert {name: after[name] for name in before} == before
    assert told(path, "SELECT id, token, purpose, role FROM links ORDER BY id") == [
        (7, "JOINTOKEN2", "join", "pupil"),
        (9, "GUARDIAN22", "guardian", ""),
    ]
    assert told(path, "SELECT draft_id FROM accounts") == [(1,)], "whoever was answering goes on where they were"
    assert told(path, "SELECT person_id, form, places FROM capacities ORDER BY form") == [
        (3, "", 1),
        (3, "pupil_pupil", 1),
    ]
    assert told(
        path, "SELECT order_id, l.member_id, m.accepted FROM order_lines l JOIN members m ON m.id = l.member_id"
    ) == [(4, 1, 1)]
    assert told(path, "PRAGMA foreign_key_check") == []
    assert told(path, "PRAGMA integrity_check") == [("ok",)]
