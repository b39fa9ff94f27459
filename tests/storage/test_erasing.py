"""Erasing for real: nothing a person has said or is can be found in the bytes of the files afterwards."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from mentoring.destruction import Category, Ground, Staying
from mentoring.people import Kind, Name
from services import destruction
from storage import erasing, people
from storage.database import Database
from storage.erasing import TRACES
from storage.migrate import migrate

NOW = datetime(2027, 1, 11, 12, 0, tzinfo=UTC)
MOMENT = re.compile(r"(^|_)(at|on|since|until|before|after|by|from)$")

# Texts that are nobody's own words: the school's, the programme's, our own codes; or proofs that stay three years.
NOBODYS = {
    "schools": "full_name short_name town address director_name director_post "
    "taxpayer_number register_number contact sites partners",
    "settings": "name value",
    "areas": "name label_ru label_en",
    "accounts": "messenger language",
    "persons": "code",  # becomes a random number
    "consents": "purpose text_version text_hash original scope terms document",  # `original` loses the name
    "links": "token role class_letter",  # those of a person go; others are the school's
    "programmes": "title",
    "programme_forms": "form",
    "participations": "form role_model",
    "capacities": "form",
    "runs": "form digest result rules fits numbers changes",  # ids and reasons in our own words
    "match_rules": "form rules",  # the school's, in words of ours
    "matches": "form role_model",
    "members": "form ground",
    "pacts": "edition",
    "plans": "sample",
    "pair_steps": "cause",
    "ratings": "period",
    "gatherings": "form place agenda decided number",  # the school's own, as its orders
    "orders": "kind number",
    "scans": "file_key",  # the messenger's number; the paper itself is the school's, as the order is
    "roadmap_items": "number name title responsible_role note",  # the school's own
    "broadcasts": "text audience",  # said to many by the school
    "journal": "deed subject details",  # ids and codes
    "withdrawals": "purpose touched",
    "cases": "why",  # ids and reasons in our own words
    "acts": "subject categories staying original",
    "concern_screens": "barred",  # ids
    "detached_scores": "ballot form version scores",
    "form_versions": "*",
    "poll_answers": "*",
    "sheets": "form",
    "indicators": "*",  # of the school
}


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "mentoring.db"
    migrate(path)
    return path


def texts(path):
    """Every text column of the schema that is neither a moment nor one of few words of ours: {table: {columns}}."""
    found = {}
    with closing(sqlite3.connect(path)) as connection:
        for table, made in connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"):
            columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
            coded = set(re.findall(r"CHECK \((\w+) IN \('", made))
            found[table] = {
                name
                for _, name, kind, *_ in columns
                if kind == "TEXT" and not MOMENT.search(name) and name not in coded
            }
    return found


def traced():
    """{table: columns}, or None where the rows themselves go."""
    found = {}
    for trace in TRACES:
        columns = {*trace.emptied, *trace.dropped}
        found[trace.table] = None if not columns else found.get(trace.table, set()) | columns
    return found | {"accounts": None, "inbox": None}


def test_every_text_in_the_schema_is_erased_with_its_person_or_known_to_be_nobodys(path):
    gone = traced()
    for table, columns in texts(path).items():
        kept = NOBODYS.get(table, "").split()
        erased = gone.get(table, set())
        if kept == ["*"] or erased is None:
            continue
        forgotten = columns - erased - {*kept}
        assert not forgotten, (
            f"add {table}.{forgotten} to storage/erasing.py TRACES, or to NOBODYS if nobody's own words"
        )


def furnish(tx):
    """A school, a pair, a guardian and a row of theirs in every table that is traced; returns the mentee's id."""
    tx.run("INSERT INTO schools (id, created_at) VALUES (1, :now)", now=tx.now)
    tx.run("INSERT INTO programmes (id, school_id, starts_on, ends_on) VALUES (1, 1, '2026-09-01', '2027-05-31')")
    curator = people.add(tx, 1, Kind.STAFF, name=Name("Завучева", "Анна", ""))
    mentee = people.add(tx, 1, Kind.PUPIL, name=Name("Нечаев", "Илья", "Ильич"), admitted_by=curator)
    mentor = people.add(tx, 1, Kind.PUPIL, name=Name("Другой", "Пётр", ""), admitted_by=curator)
    guardian = people.add(tx, 1, Kind.GUARDIAN, name=Name("Нечаева", "Ольга", ""))
    tx.run(
        "INSERT INTO guardianships (guardian_id, child_id, since) VALUES (:g, :c, :now)",
        g=guardian,
        c=mentee,
        now=tx.now,
    )
    sides = [(1, mentor, "mentor"), (2, mentee, "mentee")]
    for number, person, side in sides:
        tx.run(
            "INSERT INTO participations (id, programme_id, person_id, side, form, joined_at) "
            "VALUES (:id, 1, :person, :side, 'pupil_pupil', :now)",
            id=number,
            person=person,
            side=side,
            now=tx.now,
        )
    tx.run(
        "INSERT INTO matches (id, programme_id, form, mentor_id, confirmed_at) VALUES (1, 1, 'pupil_pupil', 1, :now)",
        now=tx.now,
    )
    for form in ("", "pupil_pupil"):
        tx.run(
            "INSERT INTO capacities (programme_id, person_id, form, places) VALUES (1, :mentor, :form, 1)",
            mentor=mentor,
            form=form,
        )
    tx.run(
        "INSERT INTO members (id, match_id, programme_id, form, mentor_person_id, mentee_id, place, state, accepted, "
        "since) VALUES (1, 1, 1, 'pupil_pupil', :mentor, 2, 1, 'active', 1, :now)",
        mentor=mentor,
        now=tx.now,
    )
    for number, person in enumerate((curator, mentee, guardian), start=1):
        tx.run(
            "INSERT INTO accounts (id, external_id, person_id, created_at) VALUES (:id, :external, :person, :now)",
            id=number,
            external=7_700_000_000 + number,
            person=person,
            now=tx.now,
        )
        tx.run(
            "INSERT INTO account_persons (account_id, person_id, since) VALUES (:id, :person, :now)",
            id=number,
            person=person,
            now=tx.now,
        )
        tx.run(
            "INSERT INTO inbox (update_id, sender, payload, received_at) VALUES (:id, :external, :payload, :now)",
            id=number,
            external=7_700_000_000 + number,
            payload="" if person == curator else f"MARK-inbox-{number} Нечаев",
            now=tx.now,
        )
        tx.run(
            "INSERT INTO drafts (account_id, person_id, form, version, began_at, touched_at, answers) "
            "VALUES (:id, :person, :form, '1', :now, :now, :answers)",
            id=number,
            person=person,
            form="letter",
            answers='{"text": "о Нечаеве"}' if person == curator else "{}",
            now=tx.now,
        )
        tx.run("UPDATE accounts SET draft_id = :id, sought = 'нечаев' WHERE id = :id", id=number)
    tx.run("UPDATE accounts SET child_id = :child WHERE person_id = :id", id=guardian, child=mentee)
    _rows(tx, curator, mentee, mentor)
    tx.insert(
        "consents", person_id=mentee, purpose="participation", capacity="guardian", way="paper", answer="agreed",
        given_by=guardian, text_version="1", text_hash="x", given_at=tx.now, original="папка 3, Нечаева О. В.",
    )  # fmt: skip
    return mentee


def _rows(tx, curator, mentee, mentor):
    for person in (mentee, mentor):
        tx.insert(
            "submissions", school_id=1, person_id=person, form="entry_mentee_pupil_pupil", version="1", answers="{}",
            sent_at=tx.now,
        )  # fmt: skip
        tx.insert("letters", school_id=1, from_id=person, text="", at=tx.now)
        tx.insert("notices", school_id=1, person_id=person, lane=1, kind="x", key=f"x{person}", not_before=tx.now)
    tx.insert("letters", school_id=1, from_id=curator, to_id=mentee, text="", at=tx.now)
    tx.insert("meetings", match_id=1, number=1, kind="first", starts_at=tx.now, made_by=mentor, made_at=tx.now)
    tx.insert("voices", meeting_id=1, person_id=mentor, file_key="v", seconds=3, at=tx.now)
    tx.run(
        "INSERT INTO meeting_scores (meeting_id, person_id, score, at) VALUES (1, :id, 4, :now)", id=mentee, now=tx.now
    )
    tx.insert(
        "submissions", school_id=1, person_id=mentor, form="mentor_report", version="1", about=1, answers="{}",
        sent_at=tx.now,
    )  # fmt: skip
    tx.insert("meeting_moves", meeting_id=1, was_at=tx.now, by_id=mentor, reason="ill", at=tx.now)
    for person, side in ((mentee, "mentee"), (mentor, "mentor")):
        tx.insert("offers", member_id=1, person_id=person, side=side, asked_at=tx.now, answer_by=tx.now)
    tx.insert("wishes", programme_id=1, kind="ban", mentor_id=mentor, mentee_id=mentee, made_at=tx.now)
    run = tx.insert("runs", programme_id=1, form="f", digest="d", result="{}", made_at=tx.now)
    tx.insert("run_changes", run_id=run, deed="banned", mentee_id=2, mentor_id=1, at=tx.now)
    tx.insert(
        "partings", member_id=1, asked_by=mentee, side="mentee", kind="change", asked_at=tx.now, answer_by=tx.now.date()
    )
    plan = tx.insert("plans", member_id=1, kind="plan", sample="subject", goal="g", made_by=mentor, made_at=tx.now)
    tx.insert("plan_items", plan_id=plan, section=1, number=1, task="t", due_on=tx.now.date())
    tx.insert("plan_changes", plan_id=plan, what="made", by_id=mentor, at=tx.now)
    tx.run("INSERT INTO switched_off (person_id, switch, since) VALUES (:id, 'news', :now)", id=mentee, now=tx.now)
    tx.run("INSERT INTO digest_hours (person_id, hour) VALUES (:id, '08:00')", id=mentee)
    tx.insert("calls", school_id=1, person_id=mentee, since=tx.now)
    tx.insert("ratings", member_id=1, side="mentee", period="2027-01", mark=7, asked_at=tx.now, marked_at=tx.now)
    tx.insert("signals", match_id=1, person_id=mentee, about_id=mentor, kind="no_answer", at=tx.now)
    tx.insert("pair_steps", match_id=1, kind="nudged", to_id=mentee, at=tx.now, rests_until=tx.now)
    tx.insert("pauses", programme_id=1, mentor_id=mentee, until_on=tx.now.date(), set_by=mentee, set_at=tx.now)
    tx.run(
        "INSERT INTO objections (member_id, guardian_id, child_id, made_at) VALUES (1, :by, :child, :now)",
        by=curator,
        child=mentee,
        now=tx.now,
    )
    tx.insert(
        "notes", programme_id=1, person_id=mentee, party="parent", author_id=curator, form="f", version="1", answers="{}",
        written_at=tx.now,
    )  # fmt: skip
    case = tx.insert("cases", programme_id=1, participation_id=2, opened_at=tx.now)
    tx.insert("case_steps", case_id=case, kind="words", at=tx.now)
    for table, value in (("measures", "value"), ("levels", "level")):
        tx.run(
            f"INSERT INTO {table} (participation_id, phase, parameter, {value}, entered_at) "
            "VALUES (2, 'entry', 'x', 2, :now)",
            now=tx.now,
        )
    concern = tx.insert("concerns", school_id=1, person_id=mentee, at=tx.now, again_at=tx.now)
    tx.insert("concern_steps", concern_id=concern, kind="noted", by_id=curator, at=tx.now)
    tx.run("INSERT INTO consent_ticks (account_id, person_id, purpose) VALUES (1, :id, 'photo')", id=mentee)
    tx.insert("links", token="T", purpose="personal", school_id=1, person_id=mentee, made_at=tx.now)
    tx.insert("links", token="G", purpose="guardian", school_id=1, person_id=mentee, made_at=tx.now)
    tx.run(
        "INSERT INTO staff_roles (person_id, role, class_letter, since) VALUES (:id, 'x', '', :now)",
        id=mentee,
        now=tx.now,
    )


def mark(connection, every, mentee):
    """Write a mark of its own into every text of every traced row; fails where a trace has no row to try."""
    marks = []
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for trace in TRACES:
        columns = {*trace.emptied, *trace.dropped} or every[trace.table]
        for column in (
            columns - {"class_level", "parameter"} - ({"form"} if "form = 'mentor_report'" in trace.whose else set())
        ):
            marks.append(f"MARK{len(marks)}-{trace.table}-{column}")
            keyed = "" if column not in ("token", "key", "role", "form") else " || rowid"
            hit = connection.execute(
                f"UPDATE {trace.table} SET {column} = '{marks[-1]}'{keyed} WHERE {trace.whose}", {"id": mentee}
            ).rowcount
            assert hit, f"furnish() must put a row into {trace.table}"
    connection.commit()
    return marks


def crowd(tx):
    """Many more people and answers, coming and going, so that pages split and are packed."""
    for number in range(400):
        person = people.add(tx, 1, Kind.PUPIL, name=Name(f"Толпин{number}", "Олег", ""))
        tx.insert(
            "submissions", school_id=1, person_id=person, form="f", version="1", answers="о" * (number * 7 % 900),
            sent_at=tx.now,
        )  # fmt: skip
    tx.run("DELETE FROM submissions WHERE form = 'f' AND id % 3 = 0")
    tx.run("UPDATE submissions SET answers = answers || answers WHERE form = 'f' AND id % 2 = 0")


def bytes_of(path):
    return b"".join(each.read_bytes() for each in path.parent.iterdir() if each.is_file())


async def test_nothing_of_an_erased_person_is_in_the_bytes_of_the_files(path):
    every = texts(path)
    async with Database.open(path, lambda: NOW) as database:
        mentee = await database.work(furnish)
        with closing(sqlite3.connect(path)) as connection:
            marks = mark(connection, every, mentee)
            connection.execute(
                "UPDATE persons SET family = 'Нечаев', given = 'Илья', birth_date = '2013-05-12' WHERE id = ?", [mentee]
            )
            connection.commit()
        await database.work(crowd)
        before = bytes_of(path)
        for trace in ("Нечаев", "MARK-inbox-2", marks[-1], "2013-05-12"):
            assert trace.encode() in before, trace
        (child, guardian) = await database.work(lambda tx: erasing.erase(tx, mentee))
        after = bytes_of(path)
        for trace in (*marks, "MARK-inbox", "Нечаев", "нечаев", "Ольга", "2013-05-12", "7700000002", "7700000003"):
            assert trace.encode() not in after, trace
        assert (7_700_000_002).to_bytes(6, "big") not in after, "the number of an account is stored in six bytes"
        assert {*child.categories} >= {Category.IDENTITY, Category.BIRTH, Category.ANSWERS, Category.ACCOUNT}
        assert Category.IDENTITY in guardian.categories
        assert Staying.CONSENTS in child.staying
        assert "Другой".encode() in after, "others stay"
        consent = await database.read(lambda tx: tx.one("SELECT * FROM consents"))
        assert consent["original"] == "папка 3, … О. В."


async def test_the_number_in_an_erased_persons_place_is_random_and_leads_nowhere(path):
    async with Database.open(path, lambda: NOW) as database:
        mentee = await database.work(furnish)
        before = await database.read(lambda tx: people.get(tx, mentee).code)
        (child, _) = await database.work(lambda tx: erasing.erase(tx, mentee))
        row = await database.read(lambda tx: tx.one("SELECT * FROM persons WHERE id = :id", id=mentee))
        assert row["code"] == child.subject != before
        assert re.fullmatch(r"X-\d{9}", row["code"])
        assert await database.work(lambda tx: erasing.erase(tx, mentee)) == [], "twice is once"


async def test_a_reader_that_holds_the_log_back_is_waited_for(path):
    async with Database.open(path, lambda: NOW) as database:
        mentee = await database.work(furnish)
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM persons").fetchall()
            await database.work(lambda tx: erasing.erase(tx, mentee))
            assert "Нечаев".encode() in bytes_of(path), "whoever reads an older snapshot still needs the log"
            reader.execute("ROLLBACK")
        await database.work(lambda tx: None)
        assert "Нечаев".encode() not in bytes_of(path)


async def test_an_erasure_cut_off_between_its_commit_and_the_end_is_finished_at_the_next_start(
    path, tmp_path, monkeypatch
):
    async def killed(*_):
        """The process is no more."""

    after = tmp_path / "after"
    after.mkdir()
    async with Database.open(path, lambda: NOW) as database:
        mentee = await database.work(furnish)
        await database.work(crowd)
        await database.work(lambda tx: tx.run("DELETE FROM submissions WHERE form = 'f'"))
        monkeypatch.setattr(Database, "_scrub", killed)
        await database.work(lambda tx: destruction.destroy(tx, people.get(tx, mentee), Ground.WITHDRAWN, by=None))
        for file in path.parent.glob(f"{path.name}*"):
            shutil.copy(file, after)  # as the disk is when the power goes: the file and its log, nothing closed
        monkeypatch.undo()
    assert "Нечаев".encode() in bytes_of(after / path.name), "or nothing was cut off"
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()
    async with Database.open(after / path.name, lambda: NOW) as database:
        for trace in ("Нечаев", "нечаев", "Ольга", "7700000002", "MARK-inbox"):
            assert trace.encode() not in bytes_of(after / path.name), trace
        assert await database.read(lambda tx: tx.value("PRAGMA freelist_count")) == 0, "no page keeps old bytes"
        assert await database.read(lambda tx: tx.value("SELECT count(*) FROM acts")) == 2
        assert await database.read(lambda tx: tx.value("PRAGMA application_id")) == 0, "done once, not at every start"


async def test_an_entry_merged_into_the_person_is_erased_with_it(path):
    async with Database.open(path, lambda: NOW) as database:
        mentee = await database.work(furnish)

        def merged(tx):
            other = people.add(tx, 1, Kind.PUPIL, name=Name("Двойников", "Илья", ""))
            people.change(tx, other, merged_into=mentee, removed_at=tx.now)

        await database.work(merged)
        await database.work(lambda tx: erasing.erase(tx, mentee))
        assert "Двойников".encode() not in bytes_of(path)


async def test_the_file_is_written_anew_so_that_no_page_keeps_old_bytes_in_its_gaps(path):
    async with Database.open(path, lambda: NOW) as database:
        mentee = await database.work(furnish)
        await database.work(crowd)
        await database.work(lambda tx: tx.run("DELETE FROM submissions WHERE form = 'f'"))
        assert await database.read(lambda tx: tx.value("PRAGMA freelist_count")) > 0
        await database.work(lambda tx: erasing.erase(tx, mentee))
        assert await database.read(lambda tx: tx.value("PRAGMA freelist_count")) == 0
        assert path.with_name(path.name + "-wal").stat().st_size == 0
