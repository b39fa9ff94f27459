"""Two doors to everything the programme remembers: `work` changes it, `read` looks at a snapshot of it.

A transaction is one plain function (DECISIONS 1): it runs whole in the database's own thread, so nobody ever waits for
the network inside it. Units that wait together share one commit, a savepoint each (group commit, DECISIONS 2). No other
module knows which database this is.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from pathlib import Path
from typing import Any, TypeVar, cast

import aiosqlite

from storage import inbox
from storage.moments import Moment, to_text

T = TypeVar("T")
Row = sqlite3.Row
Unit = Callable[["Transaction"], T]
Clock = Callable[[], datetime]

_PATIENT = "PRAGMA busy_timeout = 10000"
_LOOK_ONLY = "PRAGMA query_only = ON"
_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    _PATIENT,
)
_READERS = 2
_AT_ONCE = 64 * 2**20  # bytes of a file that is written anew in well under a second
_AT_ALL = 2**62
_UNSCRUBBED = "PRAGMA application_id"  # in the file: 1 from an erasure's own commit until it is written anew


class Scrub(IntEnum):
    """What must not be found in the bytes of the files once the commit stands."""

    NOT = 0
    SOON = 1  # deleted for good: at once, where the file is small enough for that
    WHOLE = 2  # the same, however big the file is: at night


class Transaction:
    """What a unit may do: named-parameter SQL at one moment `now`."""

    __slots__ = ("_connection", "now", "scrubs", "wakes")

    def __init__(self, connection: sqlite3.Connection, now: datetime) -> None:
        self._connection = connection
        self.now = now
        self.wakes = False  # whether the delivery of notices has something new to look at
        self.scrubs = Scrub.NOT  # whether what was deleted must not stay in the file's pages and its log either

    def one(self, sql: str, **values: Any) -> Row | None:
        """The first row, or None."""
        return cast("Row | None", self._connection.execute(sql, _plain(values)).fetchone())

    def all(self, sql: str, **values: Any) -> list[Row]:
        """Every row."""
        return self._connection.execute(sql, _plain(values)).fetchall()

    def value(self, sql: str, **values: Any) -> Any:
        """The first column of the first row, or None."""
        row = self._connection.execute(sql, _plain(values)).fetchone()
        return None if row is None else row[0]

    def run(self, sql: str, **values: Any) -> int:
        """Change rows; returns how many were hit."""
        return self._connection.execute(sql, _plain(values)).rowcount

    def run_many(self, sql: str, values: Iterable[Mapping[str, Any]]) -> None:
        """The same change for many sets of values."""
        self._connection.executemany(sql, [_plain(each) for each in values])

    def insert(self, table: str, **values: Any) -> int:
        """Insert one row and return its id."""
        columns = ", ".join(values)
        named = ", ".join(f":{name}" for name in values)
        return int(self.value(f"INSERT INTO {table} ({columns}) VALUES ({named}) RETURNING id", **values))


@dataclass(slots=True, repr=False)  # the driver's debug log shows what it runs, and a result may hold answers
class _Waiting:
    unit: Unit[Any]
    future: asyncio.Future[Any]


class Database:
    """One database file, open; made by `Database.open`."""

    def __init__(self, path: Path, writer: aiosqlite.Connection, readers: list[aiosqlite.Connection], clock: Clock):
        self.path = path
        self._writer = writer
        self._readers: asyncio.Queue[aiosqlite.Connection] = asyncio.Queue()
        for reader in readers:
            self._readers.put_nowait(reader)
        self._clock = clock
        self._waiting: list[_Waiting] = []
        self._committing: asyncio.Task[None] | None = None
        self._log_stays = False
        self.on_wake: Callable[[], None] = lambda: None

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path, clock: Clock) -> AsyncIterator[Database]:
        """Open the file (it must have been migrated); closed at the end, or the process would never exit."""
        async with AsyncExitStack() as stack:
            writer = await stack.enter_async_context(aiosqlite.connect(path, isolation_level=None))
            readers = [
                await stack.enter_async_context(aiosqlite.connect(path, isolation_level=None)) for _ in range(_READERS)
            ]
            for connection in (writer, *readers):
                connection.row_factory = sqlite3.Row
                for pragma in _PRAGMAS:
                    await connection.execute(pragma)
            for reader in readers:
                await reader.execute(_LOOK_ONLY)
            database = cls(path, writer, readers, clock)
            left = await _in_thread(writer, _unscrubbed)  # by a process killed between an erasure's commit and the end
            await database._scrub(Scrub.SOON if left else Scrub.NOT)
            yield database
            if database._committing is not None:
                await database._committing

    async def work(self, unit: Unit[T], *, aside: bool = False) -> T:
        """Run a unit in a transaction of its own and return what it returns, once it is durable.

        The first unit of an update also marks that update done (DECISIONS 3); for an update already done it does not
        run and `inbox.AlreadyDone` is raised. A unit `aside` is not what the update asked for (an account met) and
        marks nothing.
        """
        handling = None if aside else inbox.handling.get()
        waiting = _Waiting(inbox.once(unit, handling), asyncio.get_running_loop().create_future())
        self._waiting.append(waiting)
        if self._committing is None:
            self._committing = asyncio.create_task(self._commit_waiting())
        result = await waiting.future
        if handling is not None:
            handling.done = True
        return cast("T", result)

    async def read(self, query: Unit[T]) -> T:
        """Run a query on a snapshot; it never queues behind writers."""
        reader = await self._readers.get()
        try:
            return cast("T", await _in_thread(reader, _snapshot, query, self._clock()))
        finally:
            self._readers.put_nowait(reader)

    async def copy_to(self, path: Path) -> None:
        """Make a consistent copy while others write."""
        target = await asyncio.to_thread(sqlite3.connect, path, check_same_thread=False)
        try:
            await self._writer.backup(target)
        finally:
            await asyncio.to_thread(target.close)

    async def _commit_waiting(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                outcomes, after = await _in_thread(self._writer, _commit_together, batch, self._clock)
            except Exception as failure:  # told to each who waits; those who came meanwhile have their turn
                for waiting in batch:
                    if not waiting.future.done():
                        waiting.future.set_exception(failure)
                continue
            if after.scrubs or self._log_stays:
                await self._scrub(after.scrubs)
            for waiting, (result, failed) in zip(batch, outcomes, strict=True):
                if waiting.future.done():  # its task was cancelled meanwhile; the change stands
                    continue
                if failed is None:
                    waiting.future.set_result(result)
                else:
                    waiting.future.set_exception(failed)
            if after.wakes:
                self.on_wake()
        self._committing = None

    async def _scrub(self, scrub: Scrub = Scrub.NOT) -> None:
        """Write the file anew, cut the log to nothing; while a reader holds the log, again after the next commit."""
        if scrub:
            await _in_thread(self._writer, _repack, _AT_ONCE if scrub is Scrub.SOON else _AT_ALL)
        self._log_stays = not await _in_thread(self._writer, _cut_log)


def look(path: Path, now: datetime, query: Unit[T]) -> T:
    """Run a query on a snapshot here and now: in a process apart, which has only the file and the moment."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        for pragma in (_PATIENT, _LOOK_ONLY):
            connection.execute(pragma)
        return _snapshot(connection, query, now)
    finally:
        connection.close()


_Outcome = tuple[Any, BaseException | None]


async def _in_thread(connection: aiosqlite.Connection, work: Callable[..., T], *arguments: Any) -> T:
    """Run a function of the raw connection in the connection's own thread: one hop for a whole unit.

    aiosqlite offers this only as its private `_execute`; a test guards that it is there.
    """
    return cast("T", await connection._execute(work, connection._conn, *arguments))  # type: ignore[no-untyped-call]


def _snapshot(connection: sqlite3.Connection, query: Unit[T], now: datetime) -> T:
    connection.execute("BEGIN")
    try:
        return query(Transaction(connection, now))
    except StopIteration as failure:
        raise _raisable(failure) from failure
    finally:
        connection.execute("ROLLBACK")


@dataclass(slots=True)
class _After:
    """What must happen once a commit stands."""

    wakes: bool = False
    scrubs: Scrub = Scrub.NOT


def _commit_together(
    connection: sqlite3.Connection, batch: list[_Waiting], clock: Clock
) -> tuple[list[_Outcome], _After]:
    after = _After()
    try:
        return _one_commit(connection, batch, clock, after), after
    except sqlite3.Error:
        if len(batch) == 1:
            raise
    outcomes: list[_Outcome] = []
    after = _After()
    for waiting in batch:  # one of them spoils the commit: find out which
        try:
            outcomes += _one_commit(connection, [waiting], clock, after)
        except sqlite3.Error as failure:
            outcomes.append((None, failure))
    return outcomes, after


def _raisable(failure: Exception) -> Exception:
    """The same failure as a future can hold it: it refuses StopIteration, and whoever waits would wait for ever."""
    if not isinstance(failure, StopIteration):
        return failure
    told = RuntimeError("a unit of work ran out of values")
    told.__cause__ = failure
    return told


def _one_commit(connection: sqlite3.Connection, batch: list[_Waiting], clock: Clock, after: _After) -> list[_Outcome]:
    outcomes: list[_Outcome] = []
    connection.execute("BEGIN IMMEDIATE")
    try:
        for waiting in batch:
            tx = Transaction(connection, clock())
            connection.execute("SAVEPOINT unit")
            try:
                outcomes.append((waiting.unit(tx), None))
            except Exception as failure:
                connection.execute("ROLLBACK TO unit")
                outcomes.append((None, _raisable(failure)))
            else:
                after.wakes = after.wakes or tx.wakes
                after.scrubs = max(after.scrubs, tx.scrubs)
            connection.execute("RELEASE unit")
        if after.scrubs:
            connection.execute(f"{_UNSCRUBBED} = 1")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return outcomes


def _repack(connection: sqlite3.Connection, most: int) -> bool:
    """Write the file anew, up to `most` bytes of it; False when it was not done.

    Deleted rows are written over with zeros, but when rows are packed from page to page their old bytes may stay in a
    page's gaps (17 of 1,500 erased people had some there in a trial): only a new file has none.
    """
    pages, size = (int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size"))
    if pages * size > most:
        return False
    connection.execute("PRAGMA temp_store = MEMORY")
    try:
        connection.execute("VACUUM")
        connection.execute(f"{_UNSCRUBBED} = 0")
    except sqlite3.Error:
        return False
    return True


def _unscrubbed(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute(_UNSCRUBBED).fetchone()[0])


def _cut_log(connection: sqlite3.Connection) -> bool:
    """Bring the log into the file and cut it to nothing; False when somebody is still reading from it."""
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        return not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.Error:
        return False
    finally:
        connection.execute("PRAGMA busy_timeout = 10000")


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: to_text(value) if isinstance(value, Moment) else value for name, value in values.items()}
