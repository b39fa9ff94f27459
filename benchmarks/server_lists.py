"""Names through the server: a list of 2,000 people comes in; 10,000 people go out, in memory that does not grow with them.

Every measurement is a process of its own, as the operator runs it; the memory is the most it held at any moment.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import resource
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

NOW = datetime(2027, 1, 12, 9, 0, tzinfo=UTC)
LISTED = 2_000
FEW, MANY = 1_000, 10_000
_SIGNS = "\u0430\u0431\u0432\u0433\u0434\u0435\u0436\u0437\u0438\u043a"


def word(number: int) -> str:
    """A surname of Cyrillic letters, another for every number."""
    return "".join(_SIGNS[int(digit)] for digit in f"{number:05}").capitalize()


def a_list() -> bytes:
    """Two thousand pupils with birth dates and parents, as a secretary saves them."""
    from papers.list_words import headings

    known = headings("people_list")
    columns = ("family", "given", "class", "birth_date", "guardian", "guardian_contact")
    lines = [";".join(known[column][0] for column in columns)]
    for number in range(LISTED):
        cells = (
            word(number),
            word(7),
            f"{5 + number % 7}",
            f"{1 + number % 28:02}.03.2013",
            f"{word(number)} {word(8)}",
        )
        lines.append(";".join((*cells, f"+7 900 {number:07}")))
    return "\n".join(lines).encode("utf-8")


def furnish(tx: Any, people: int) -> None:
    """A school of so many pupils, every one with consents, an application and an entry questionnaire."""
    from mentoring.people import Kind, Name, Role
    from mentoring.settings import Settings
    from storage import people as persons
    from storage import schools

    school = schools.add(tx, Settings())
    tx.run("UPDATE schools SET short_name = 'S', set_up_at = :now WHERE id = :id", now=tx.now, id=school)
    programme = tx.insert(
        "programmes", school_id=school, starts_on=NOW.date(), ends_on=NOW.date() + timedelta(days=150)
    )
    curator = persons.add(tx, school, Kind.STAFF, name=Name("Curator", "C"))
    persons.give_role(tx, curator, Role.CURATOR)
    if not people:
        return
    first = curator + 1
    numbers = range(first, first + people)
    tx.run_many(
        "INSERT INTO persons (id, school_id, kind, family, given, sought, birth_date, class_level, code, admitted_at, "
        "created_at) VALUES (:id, 1, 'pupil', :family, :given, :sought, '2013-03-05', :level, :code, :now, :now)",
        (
            {"id": n, "family": word(n), "given": word(7), "sought": word(n).lower(), "level": 5 + n % 7, "code": f"X-{n}",
             "now": tx.now} for n in numbers
        ),
    )  # fmt: skip
    tx.run_many(
        "INSERT INTO participations (id, programme_id, person_id, side, form, form_confirmed_at, joined_at, applied_at, "
        "entered_at) VALUES (:id, :programme, :id, :side, 'pupil_pupil', :now, :now, :now, :now)",
        ({"id": n, "programme": programme, "side": ("mentee", "mentor")[n % 2], "now": tx.now} for n in numbers),
    )
    for capacity in ("assent", "guardian"):
        for way in ("tap", "paper"):
            tx.run_many(
                "INSERT INTO consents (person_id, purpose, capacity, way, answer, given_by, text_version, text_hash, "
                "given_at) VALUES (:id, 'participation', :capacity, :way, 'agreed', :id, '1', :hash, :now)",
                ({"id": n, "capacity": capacity, "way": way, "hash": "0" * 64, "now": tx.now} for n in numbers),
            )
    for form in ("application_mentee_pupil", "entry_mentee"):
        answers = json.dumps({"request": word(12345) * 8, "areas": ["physics", "maths"], "free": ["tue_2", "thu_2"]})
        tx.run_many(
            "INSERT INTO submissions (school_id, person_id, form, version, about, answers, sent_at) "
            "VALUES (1, :id, :form, '1', :id, :answers, :now)",
            ({"id": n, "form": form, "answers": answers, "now": tx.now} for n in numbers),
        )


def import_apart(pipe: Any, folder: Path) -> None:
    """Bring the list in, twice; tell the seconds of each."""
    from bot.server_lists import take_in
    from locales.words import Say, Words
    from services.operator import place
    from storage.database import Database

    async def go() -> list[float]:
        content, say, took = a_list(), Say(Words.shipped(), "ru"), []
        say.plain("server-list", file="")
        async with Database.open(folder / "mentoring.db", lambda: NOW) as database:
            where = await place(database)
            for _ in range(2):
                began = time.perf_counter()
                report = await take_in(database, where, say, "list.csv", content)
                took.append(time.perf_counter() - began)
                if not report.taken:
                    raise RuntimeError(report.text[:300])
        return took

    pipe.send(asyncio.run(go()))


def export_apart(pipe: Any, folder: Path, what: str) -> None:
    """Take a paper out; tell the seconds and the most memory the process has held, in MB."""
    from bot.server_exports import Desk, take_out
    from locales.words import Say, Words
    from services.operator import place
    from storage.database import Database

    async def go() -> float:
        say = Say(Words.shipped(), "ru")
        say.plain("server-list", file="")
        async with Database.open(folder / "mentoring.db", lambda: NOW) as database:
            desk = Desk(database, await place(database), say, "https://t.me/bot?start=")
            began = time.perf_counter()
            await take_out(desk, what, folder / "export")
            return time.perf_counter() - began

    seconds = asyncio.run(go())
    pipe.send((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def export_beside_taps(pipe: Any, folder: Path) -> None:
    """Take everything out as in chat, in the workshop; tell the seconds, and how long a tap's change took beside it, ms."""
    from bot.workshop import Workshop
    from papers.exported import exported_xlsx
    from services.exporting import Exporting
    from services.operator import place
    from storage.database import Database

    def tap(tx: Any) -> None:
        tx.run("UPDATE persons SET post = :now WHERE id = 2", now=str(tx.now))

    async def taps(database: Database, until: asyncio.Event) -> list[float]:
        took = []
        while not until.is_set():
            began = time.perf_counter()
            await database.work(tap)
            took.append(1000 * (time.perf_counter() - began))
            await asyncio.sleep(0.02)
        return sorted(took)

    async def go() -> tuple[float, list[float]]:
        workshop, done = Workshop(), asyncio.Event()
        async with Database.open(folder / "mentoring.db", lambda: NOW) as database:
            speaker = (await place(database)).operator
            tapping = asyncio.create_task(taps(database, done))
            began = time.perf_counter()
            await Exporting(database, workshop).take(speaker, exported_xlsx, "ru")
            seconds = time.perf_counter() - began
            done.set()
            workshop.close()
            return seconds, await tapping

    seconds, took = asyncio.run(go())
    pipe.send((seconds, took[len(took) // 2], took[len(took) * 99 // 100]))


def apart(work: Any, people: int, *values: Any) -> Any:
    """Do it in a fresh process over a school of so many people."""
    from storage.database import Database
    from storage.migrate import migrate

    async def make(path: Path) -> None:
        migrate(path)
        async with Database.open(path, lambda: NOW) as database:
            await database.work(lambda tx: furnish(tx, people))

    spawn = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(make(Path(folder) / "mentoring.db"))
        here, there = spawn.Pipe()
        process = spawn.Process(target=work, args=(there, Path(folder), *values))
        process.start()
        there.close()
        told = here.recv()
        process.join()
        return told


def run() -> list[str]:
    """Import once and once more; export few and many."""
    first, again = apart(import_apart, 0)
    lines = [
        f"A list of {LISTED:,} people with parents, through the server",
        f"  {first:.1f} s, {LISTED / first:,.0f} people a second; the same list again (nothing changes): {again:.1f} s",
        "",
    ]
    for what, title, rows in (
        ("people", "The list of people as XLSX", 1),
        ("registers", "Everything of a programme as XLSX (consents and answers too: 7 rows a person)", 7),
    ):
        lines.append(title)
        for people in (FEW, MANY):
            seconds, held = apart(export_apart, people, what)
            took = 1e6 * seconds / (people * rows)
            lines.append(f"  {people:>6,} people: {seconds:5.1f} s, {took:,.0f} \u00b5s a row, {held:.0f} MB at most")
    seconds, usual, slow = apart(export_beside_taps, MANY)
    lines.append(
        f"  the same in chat: {seconds:.1f} s; a tap's change beside it: {usual:.1f} ms, 99 of 100 in {slow:.0f} ms"
    )
    return lines


if __name__ == "__main__":
    sys.stdout.write("\n".join(run()) + "\n")
