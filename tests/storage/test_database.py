"""The two doors: units that share a commit and do not spoil each other, reads that see no half of a change."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
import threading
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage import inbox
from storage.database import Database
from storage.inbox import AlreadyDone, Handling, Received
from storage.migrate import migrate

NOW = datetime(2027, 1, 11, 12, 0, tzinfo=UTC)
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
async def database(tmp_path):
    path = tmp_path / "mentoring.db"
    migrate(path)
    async with Database.open(path, lambda: NOW) as opened:
        yield opened


def school(name):
    """A unit that founds a school."""
    return lambda tx: tx.insert("schools", full_name=name, created_at=tx.now)


async def names(database):
    return await database.read(
        lambda tx: [row["full_name"] for row in tx.all("SELECT full_name FROM schools ORDER BY id")]
    )


async def statements(database):
    """Every statement of the writer from now on, as it is run."""
    seen = []
    await database._writer.set_trace_callback(seen.append)
    return seen


async def test_what_a_unit_writes_is_there_when_it_returns(database):
    assert await database.work(school("Первая")) == 1
    with sqlite3.connect(database.path) as other:
        assert other.execute("SELECT full_name, created_at FROM schools").fetchall() == [
            ("Первая", "2027-01-11T12:00:00.000000Z")
        ]
    other.close()


async def test_a_unit_that_fails_leaves_nothing_and_spoils_no_neighbour(database):
    def fails(tx):
        tx.insert("schools", full_name="Половина", created_at=tx.now)
        raise ValueError("no")

    outcomes = await asyncio.gather(
        database.work(school("Первая")), database.work(fails), database.work(school("Вторая")), return_exceptions=True
    )
    assert [type(each) for each in outcomes] == [int, ValueError, int]
    assert await names(database) == ["Первая", "Вторая"]


async def test_a_unit_that_runs_out_of_values_leaves_nobody_waiting(database):
    with pytest.raises(RuntimeError):
        await asyncio.wait_for(database.work(lambda tx: next(iter([]))), 5)
    with pytest.raises(RuntimeError):
        await asyncio.wait_for(database.read(lambda tx: next(iter([]))), 5)


async def test_a_violated_constraint_is_told_to_its_own_unit(database):
    def twice(tx):
        tx.run("INSERT INTO accounts (id, external_id, created_at) VALUES (1, 7, :now)", now=tx.now)
        tx.run("INSERT INTO accounts (id, external_id, created_at) VALUES (2, 7, :now)", now=tx.now)

    with pytest.raises(sqlite3.IntegrityError):
        await database.work(twice)
    assert await database.read(lambda tx: tx.value("SELECT count(*) FROM accounts")) == 0


async def test_those_who_wait_together_share_one_commit(database):
    await database.work(school("Сначала"))
    seen = await statements(database)
    await asyncio.gather(*(database.work(school(f"№ {number}")) for number in range(50)))
    assert seen.count("COMMIT") <= 2, "one for whoever came first, one for all the others"
    assert len([each for each in seen if each.startswith("SAVEPOINT")]) == 50
    assert len(await names(database)) == 51


async def test_those_who_come_during_a_commit_have_the_next_one(database):
    running, free = threading.Event(), threading.Event()

    def slow(tx):
        running.set()
        assert free.wait(10)
        return school("Медленная")(tx)

    first = asyncio.create_task(database.work(slow))
    await asyncio.to_thread(running.wait, 10)
    others = [asyncio.create_task(database.work(school(name))) for name in ("Вторая", "Третья")]
    await asyncio.sleep(0)
    free.set()
    await asyncio.gather(first, *others)
    assert await names(database) == ["Медленная", "Вторая", "Третья"]


async def test_a_commit_that_fails_is_tried_again_unit_by_unit(database):
    """A deferred constraint speaks up at the commit only: the one who broke it hears it, the others are saved."""

    def leaves_a_dangling_reference(tx):
        tx.run("PRAGMA defer_foreign_keys = ON")
        tx.run("INSERT INTO settings (school_id, name, value) VALUES (999, 'a', 'b')")

    outcomes = await asyncio.gather(
        database.work(school("Первая")),
        database.work(leaves_a_dangling_reference),
        database.work(school("Вторая")),
        return_exceptions=True,
    )
    assert [type(each) for each in outcomes] == [int, sqlite3.IntegrityError, int]
    assert await names(database) == ["Первая", "Вторая"]


async def test_a_commit_that_cannot_be_leaves_nobody_waiting(database, monkeypatch):
    """The file is held too long by another process: who waited for it is told, who came meanwhile has a turn."""
    trying, give_up = threading.Event(), threading.Event()

    def held(*_):
        monkeypatch.undo()
        trying.set()
        assert give_up.wait(10)
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr("storage.database._commit_together", held)
    refused = asyncio.create_task(database.work(school("Занято")))
    await asyncio.to_thread(trying.wait, 10)
    meanwhile = asyncio.create_task(database.work(school("Потом")))
    await asyncio.sleep(0)
    give_up.set()
    with pytest.raises(sqlite3.OperationalError):
        await refused
    await asyncio.wait_for(meanwhile, 10)
    assert await names(database) == ["Потом"]


async def test_a_file_held_by_another_process_is_waited_for_and_then_refused(database):
    await database._writer.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            await database.work(school("Занято"))
    finally:
        other.execute("ROLLBACK")
        other.close()
    await database.work(school("Потом"))
    assert await names(database) == ["Потом"]


async def test_a_read_does_not_wait_for_a_writer_and_sees_no_half_of_a_change(database):
    running, free = threading.Event(), threading.Event()

    def slow(tx):
        tx.insert("schools", full_name="Половина", created_at=tx.now)
        running.set()
        assert free.wait(10)
        tx.run("UPDATE schools SET full_name = 'Целая'")

    writing = asyncio.create_task(database.work(slow))
    await asyncio.to_thread(running.wait, 10)
    assert await asyncio.wait_for(names(database), 5) == []
    free.set()
    await writing
    assert await names(database) == ["Целая"]


async def test_a_read_sees_one_moment_from_beginning_to_end(database):
    await database.work(school("Первая"))
    looked, go_on = threading.Event(), threading.Event()

    def query(tx):
        before = tx.value("SELECT count(*) FROM schools")
        looked.set()
        assert go_on.wait(10)
        return before, tx.value("SELECT count(*) FROM schools")

    reading = asyncio.create_task(database.read(query))
    await asyncio.to_thread(looked.wait, 10)
    await database.work(school("Вторая"))
    go_on.set()
    assert await reading == (1, 1)
    assert len(await names(database)) == 2


async def test_a_read_changes_nothing(database):
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await database.read(school("Первая"))
    assert await names(database) == []


async def test_more_reads_at_once_than_there_are_readers_all_get_their_turn(database):
    await database.work(school("Первая"))
    assert await asyncio.gather(*(names(database) for _ in range(20))) == [["Первая"]] * 20


async def test_an_update_has_its_effect_once(database):
    await database.work(lambda tx: inbox.keep(tx, [Received(7, 1, "{}")]))
    for expected in (["Первая"], ["Первая"]):
        token = inbox.handling.set(Handling(7))
        with suppress(AlreadyDone):
            await database.work(school("Первая"))
        inbox.handling.reset(token)
        assert await names(database) == expected
    token = inbox.handling.set(Handling(7))
    with pytest.raises(AlreadyDone):
        await database.work(school("Опять"))
    inbox.handling.reset(token)


async def test_a_refused_unit_leaves_its_update_undone(database):
    def refuses(tx):
        raise ValueError("not now")

    await database.work(lambda tx: inbox.keep(tx, [Received(7, 1, "{}")]))
    token = inbox.handling.set(Handling(7))
    with pytest.raises(ValueError, match="not now"):
        await database.work(refuses)
    assert [each.done for each in await database.read(inbox.unfinished)] == [False]
    await database.work(school("Первая"))
    await database.work(school("Вторая"))
    inbox.handling.reset(token)
    assert await names(database) == ["Первая", "Вторая"], "only the first unit marks, the second is not held up by it"
    assert [each.done for each in await database.read(inbox.unfinished)] == [True]


async def test_a_unit_aside_marks_nothing(database):
    await database.work(lambda tx: inbox.keep(tx, [Received(7, 1, "{}")]))
    token = inbox.handling.set(Handling(7))
    await database.work(school("Первая"), aside=True)
    inbox.handling.reset(token)
    assert [each.done for each in await database.read(inbox.unfinished)] == [False]


async def test_a_repeated_delivery_is_not_new_and_what_was_written_does_not_stay(database):
    keep = [Received(8, 1, "две"), Received(7, 1, "одна")]
    assert await database.work(lambda tx: inbox.keep(tx, keep[:1])) == [8]
    assert await database.work(lambda tx: inbox.keep(tx, keep)) == [7]
    await database.work(lambda tx: inbox.finish(tx, [7, 8]))
    assert await database.read(inbox.unfinished) == []
    assert await database.read(lambda tx: [row["payload"] for row in tx.all("SELECT payload FROM inbox")]) == ["", ""]
    assert await database.work(lambda tx: inbox.keep(tx, keep)) == []


async def test_a_caller_who_went_away_keeps_nobody_waiting_and_the_change_stands(database):
    running, free = threading.Event(), threading.Event()

    def slow(tx):
        running.set()
        assert free.wait(10)
        return school("Ушедшего")(tx)

    going = asyncio.create_task(database.work(slow))
    await asyncio.to_thread(running.wait, 10)
    staying = asyncio.create_task(database.work(school("Оставшегося")))
    going.cancel()
    with pytest.raises(asyncio.CancelledError):
        await going
    free.set()
    await staying
    assert await names(database) == ["Ушедшего", "Оставшегося"]


async def test_a_copy_is_whole_while_others_write(database, tmp_path):
    writing = [asyncio.create_task(database.work(school(f"№ {number}"))) for number in range(20)]
    await database.copy_to(tmp_path / "copy.db")
    await asyncio.gather(*writing)
    with sqlite3.connect(tmp_path / "copy.db") as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    copy.close()


WRITER = """
import asyncio, sys
from datetime import UTC, datetime
from pathlib import Path
from storage.database import Database

async def main(path, name):
    async with Database.open(path, lambda: datetime.now(UTC)) as database:
        for number in range(40):
            def unit(tx, number=number):
                count = tx.value("SELECT count(*) FROM schools")
                tx.insert("schools", full_name=f"{name}{number}", short_name=str(count), created_at=tx.now)
            await database.work(unit)

asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
"""


def test_two_processes_write_side_by_side_and_no_change_is_lost(tmp_path):
    path = tmp_path / "mentoring.db"
    migrate(path)
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name], cwd=ROOT, stderr=subprocess.PIPE)
        for name in ("a", "b")
    ]
    for writer in writers:
        _, complaint = writer.communicate(timeout=120)
        assert writer.returncode == 0, complaint.decode()
    with sqlite3.connect(path) as connection:
        counted = [int(row[0]) for row in connection.execute("SELECT short_name FROM schools ORDER BY id")]
    connection.close()
    assert counted == list(range(80)), "each saw all that was written before it"
