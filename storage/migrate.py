"""Brings a database file to the newest shape: numbered files, forward only, a copy taken before."""

from __future__ import annotations

import re
import shutil
import sqlite3
from importlib import resources
from pathlib import Path


def versions() -> list[tuple[int, str]]:
    """The shipped migrations as (number, SQL), in order."""
    found = []
    for file in resources.files("storage").joinpath("migrations").iterdir():
        if match := re.fullmatch(r"(\d{4})_\w+\.sql", file.name):
            found.append((int(match[1]), file.read_text(encoding="utf-8")))
    return sorted(found)


def migrate(path: Path, upto: int | None = None) -> list[int]:
    """Bring the file to the newest version (or to `upto`) and return the numbers of the migrations run.

    Each runs in a transaction of its own with its number inside. A file with data is copied beside itself before.
    Raises RuntimeError when the file is newer than this programme.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA foreign_keys = ON")
        at = int(connection.execute("PRAGMA user_version").fetchone()[0])
        known = versions()
        if at > known[-1][0]:
            raise RuntimeError(f"{path.name} has version {at}; this programme knows {known[-1][0]} at most")
        wanted = [(number, sql) for number, sql in known if number > at and (upto is None or number <= upto)]
        if at and wanted:
            _copy(connection, path.with_name(f"{path.name}.before-{wanted[0][0]:04}"))
        for number, sql in wanted:
            connection.executescript(f"BEGIN IMMEDIATE;\n{sql}\nPRAGMA user_version = {number};\nCOMMIT;")
        return [number for number, _ in wanted]
    finally:
        connection.close()


def check(path: Path) -> str | None:
    """What is wrong with a file as a database of ours, or None when it is sound."""
    if not path.is_file():
        return "no such file"
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            verdict = str(connection.execute("PRAGMA integrity_check").fetchone()[0])
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        finally:
            connection.close()
    except sqlite3.DatabaseError as failure:
        return str(failure)
    if verdict != "ok":
        return verdict
    if not version or not {"schools", "persons", "journal"} <= tables:
        return "a database, but not of this programme"
    if version > versions()[-1][0]:
        return f"version {version} is newer than this programme"
    return None


def restore(copy: Path, path: Path) -> None:
    """Put a sound copy in the database's place, keeping what was there beside it. Raises ValueError for an unsound one."""
    if wrong := check(copy):
        raise ValueError(wrong)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            _copy(connection, path.with_name(f"{path.name}.before-restore"))
        finally:
            connection.close()
        for leftover in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
            leftover.unlink(missing_ok=True)
    shutil.copyfile(copy, path)


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
    finally:
        copy.close()
