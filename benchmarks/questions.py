"""Questions to a draft of a big school: from the tap to the answer, and what a simple tap of somebody else waits meanwhile.

A real database file with 1,000 mentees and 340 mentors, the service as the bot has it, the worker process; nothing of
the messenger. Gathering everyone from the database is measured apart, as it is part of every answer.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.matching import school as made_up

NOW = datetime(2027, 2, 5, 9, 0, tzinfo=UTC)
MENTEES, MENTORS = 1000, 340
FORM = "pupil_pupil"
ROUNDS = 8
USER = 1


def furnish(tx: Any) -> None:
    """A school of so many, everybody ready: consents, an application as in the benchmark of matching, both sheets."""
    from mentoring.people import Kind, Name, Role, SchoolClass
    from mentoring.settings import Settings
    from storage import accounts, drafts, people, schools

    school = schools.add(tx, Settings())
    tx.run("UPDATE schools SET short_name = 'S', set_up_at = :now WHERE id = :id", now=tx.now, id=school)
    programme = tx.insert(
        "programmes", school_id=school, starts_on=NOW.date(), ends_on=NOW.date() + timedelta(days=150)
    )
    tx.run("INSERT INTO programme_forms (programme_id, form, most_mentees) VALUES (:p, :f, 3)", p=programme, f=FORM)
    curator = people.add(tx, school, Kind.STAFF, name=Name("Curator", "C"))
    people.give_role(tx, curator, Role.CURATOR)
    accounts.speak_for(tx, accounts.meet(tx, USER, "ru").account_id, curator)
    made = made_up(MENTEES, MENTORS)
    for side, everyone in (("mentee", made.mentees), ("mentor", made.mentors)):
        for each in everyone:
            level = min(max(each.class_level or 7, 1), 11)
            person = people.add(
                tx,
                school,
                Kind.PUPIL,
                name=Name(f"Family{each.person:05}", "Given"),
                birth_date=NOW.date() - timedelta(days=365 * (level + 7)),
                school_class=SchoolClass(level, "A"),
                admitted_by=curator,
            )
            for capacity in ("assent", "guardian"):
                for way in ("tap", "paper"):
                    tx.insert(
                        "consents",
                        person_id=person,
                        purpose="participation",
                        capacity=capacity,
                        way=way,
                        answer="agreed",
                        text_version="1",
                        text_hash="x",
                        given_at=tx.now,
                    )
            part = tx.insert(
                "participations",
                programme_id=programme,
                person_id=person,
                side=side,
                form=FORM,
                role_model="leader",
                form_confirmed_at=tx.now,
                places=3 if side == "mentor" else 0,
                joined_at=tx.now,
                applied_at=tx.now,
                entered_at=tx.now - timedelta(days=getattr(each, "waiting_days", 0)),
            )
            answers = {
                "areas": tuple(sorted(each.areas)),
                "free": tuple(sorted(each.free)),
                "meets": str(each.meets),
                "interests": tuple(sorted(each.interests)),
            }
            drafts.send(
                tx,
                school=school,
                person=person,
                form=f"application_{side}_pupil",
                version="1",
                about=part,
                answers=answers,
            )


async def measured() -> list[str]:
    """The lines."""
    from bot.workshop import Workshop
    from mentoring.matching_questions import Change
    from services.matching import Matching
    from services.matching_inputs import gather
    from services.matching_questions import MatchingQuestions
    from storage import accounts, runs, schools
    from storage.database import Database
    from storage.migrate import migrate

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "school.sqlite"
        migrate(path)
        workshop = Workshop()
        async with Database.open(path, lambda: NOW) as database:
            await database.work(furnish)
            speaker = await database.read(lambda tx: accounts.speaking(tx, USER))
            matching, questions = Matching(database, workshop), MatchingQuestions(database, workshop)
            await matching.overview(speaker, FORM)
            run = await database.read(lambda tx: runs.last(tx, 1, FORM))
            assert run is not None
            pairs = run.draft.pairs[:: max(len(run.draft.pairs) // ROUNDS, 1)][:ROUNDS]
            mentors = [each.mentor for each in reversed(run.draft.pairs)]

            async def simple() -> None:
                await database.read(lambda tx: accounts.speaking(tx, USER))

            async def gathered(at: int) -> None:
                programme = await database.read(lambda tx: schools.programme(tx, 1))
                assert programme is not None
                await database.read(lambda tx: gather(tx, programme, FORM))

            works: dict[str, Callable[[int], Awaitable[Any]]] = {
                "gathering alone": gathered,
                "runner-up of a card": lambda at: questions.runner_up(speaker, run.id, pairs[at].mentee),
                "why not these two": lambda at: questions.why_not(
                    speaker, run.id, pairs[at].mentee, next(m for m in mentors[at * 7 :] if m != pairs[at].mentor)
                ),
                "one more place": lambda at: questions.what_if(speaker, run.id, Change.PLACE, 0, pairs[at].mentor),
                "a mentor leaves": lambda at: questions.what_if(
                    speaker, run.id, Change.MENTOR_LEAVES, 0, pairs[at].mentor
                ),
            }
            lines = [
                f"questions to a draft of {MENTEES} mentees and {MENTORS} mentors ({len(run.draft.pairs)} pairs): seconds",
                f"{'':<22}{'median':>8}{'worst':>8}   a simple tap of another meanwhile, worst",
            ]
            for name, work in works.items():
                spent, waited = await timed(work, simple, len(pairs))
                lines.append(f"{name:<22}{statistics.median(spent):>8.3f}{max(spent):>8.3f}{max(waited):>10.3f}")
        workshop.close()
    return lines


async def timed(
    work: Callable[[int], Awaitable[Any]], simple: Callable[[], Awaitable[None]], rounds: int
) -> tuple[list[float], list[float]]:
    """Seconds of each round, and of each of the simple questions asked one after another meanwhile."""
    spent, waited = [], []
    for at in range(rounds):
        began = time.perf_counter()
        doing = asyncio.ensure_future(work(at))
        while not doing.done():
            asked = time.perf_counter()
            await simple()
            waited.append(time.perf_counter() - asked)
            await asyncio.wait({doing}, timeout=0.005)
        await doing
        spent.append(time.perf_counter() - began)
    return spent, waited


def run() -> list[str]:
    """The table, line by line; every line is measured now."""
    return asyncio.run(measured())


if __name__ == "__main__":
    print(*run(), sep="\n")
