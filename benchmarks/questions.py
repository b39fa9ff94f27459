"""Taps on the draft of a big school: from the tap to the answer, and what a simple tap of somebody else waits meanwhile.

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
    from mentoring.matching_tasks import warm_up
    from storage.database import Database
    from storage.migrate import migrate

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "school.sqlite"
        migrate(path)
        workshop = Workshop()
        try:
            async with Database.open(path, lambda: NOW) as database:
                await database.work(furnish)
                await workshop(warm_up)
                return await _asked(database, workshop)
        finally:
            workshop.close()


async def _asked(database: Any, workshop: Any) -> list[str]:
    from mentoring.matching_criteria import Knob
    from mentoring.matching_questions import Change
    from services.confirming import Confirming
    from services.match_rules import MatchRules
    from services.matching import Matching
    from services.matching_inputs import gather
    from services.matching_questions import MatchingQuestions
    from services.wishing import Wish, Wishing
    from storage import accounts, runs, schools

    speaker = await database.read(lambda tx: accounts.speaking(tx, USER))
    matching, questions = Matching(database, workshop), MatchingQuestions(database, workshop)
    rules, wishing, confirming = MatchRules(database), Wishing(database), Confirming(database)

    async def newest() -> Any:
        return await database.read(lambda tx: runs.last(tx, 1, FORM))

    async def gathered(_: int) -> None:
        programme = await database.read(lambda tx: schools.programme(tx, 1))
        await database.read(lambda tx: gather(tx, programme, FORM))

    async def asked(at: int, change: Change | None = None) -> None:
        run = await newest()
        pair, other = run.draft.pairs[at * 7], run.draft.pairs[-1 - at * 7]
        if change is not None:
            await questions.what_if(speaker, run.id, change, pair.mentee, pair.mentor)
        elif other.mentor != pair.mentor:
            await questions.why_not(speaker, run.id, pair.mentee, other.mentor)

    async def card(at: int) -> None:
        run = await newest()
        found = await matching.card(speaker, run.id, at)
        await questions.runner_up(speaker, run.id, run.draft.pairs[at].mentee)
        assert found is not None

    async def pinned(at: int) -> None:
        run = await newest()
        await wishing.wish_drafted(speaker, Wish.PIN, run.id, run.draft.pairs[at * 7].mentee, take_back=False)
        await matching.overview(speaker, FORM)
        await card(at)

    async def turned(at: int) -> None:
        held = (await rules.seen(speaker, FORM)).held
        await rules.turn(speaker, FORM, held.revision, tuple(Knob)[(held.rules.knob + 1 + at % 3) % len(Knob)])
        await matching.overview(speaker, FORM)

    async def confirmed(at: int) -> None:
        run = await newest()
        await confirming.confirm_drafted(speaker, run.id, run.draft.pairs[at].mentee)

    def groups(places: int) -> Callable[[int], Awaitable[None]]:
        async def grouped(_: int) -> None:
            held = (await rules.seen(speaker, FORM)).held
            await database.work(lambda tx: _widen(tx, places))
            await rules.group(speaker, FORM, held.revision, 2 if held.rules.smallest == 3 else 3)
            await matching.overview(speaker, FORM)

        return grouped

    works: dict[str, tuple[Callable[[int], Awaitable[Any]], int]] = {
        "gathering alone": (gathered, ROUNDS),
        "the draft": (lambda _: matching.overview(speaker, FORM), ROUNDS),
        "the draft anew": (lambda _: matching.overview(speaker, FORM, afresh=True), ROUNDS),
        "a card, its runner-up": (card, ROUNDS),
        "why not these two": (asked, ROUNDS),
        "one more place": (lambda at: asked(at, Change.PLACE), ROUNDS),
        "a mentor leaves": (lambda at: asked(at, Change.MENTOR_LEAVES), ROUNDS),
        "the knob": (turned, ROUNDS),
        "a pin, and its card": (pinned, ROUNDS),
        "a pair confirmed": (confirmed, ROUNDS),
        "groups, 3 places": (groups(3), 2),
        "a card of a group": (card, 2),
        "groups, 5 places": (groups(5), 2),
        "the knob of groups": (turned, 2),
    }
    lines = [
        f"taps on a draft of {MENTEES} mentees and {MENTORS} mentors: seconds from the tap to the answer, and of the"
        " processor (bot and worker)",
        f"{'':<22}{'median':>8}{'worst':>8}{'work':>8}{'worst':>8}   a simple tap of another meanwhile: 99 of 100, worst",
    ]
    await matching.overview(speaker, FORM)
    for name, (work, rounds) in works.items():
        spent, worked, waited = await timed(database, workshop, work, rounds)
        most = sorted(waited)[int(len(waited) * 0.99)]
        lines.append(
            f"{name:<22}{statistics.median(spent):>8.3f}{max(spent):>8.3f}{statistics.median(worked):>8.3f}"
            f"{max(worked):>8.3f}{most:>12.3f}{max(waited):>8.3f}"
        )
    return lines


def _widen(tx: Any, places: int) -> None:
    tx.run("UPDATE programme_forms SET most_mentees = :places", places=places)
    tx.run("UPDATE participations SET places = :places WHERE side = 'mentor'", places=places)


async def timed(
    database: Any, workshop: Any, work: Callable[[int], Awaitable[Any]], rounds: int
) -> tuple[list[float], list[float], list[float]]:
    """Seconds of each round by the clock and of the processor, and of each simple tap asked for meanwhile.

    A simple tap is a look and a change, as most of them are.
    """
    from storage import accounts

    async def simple() -> None:
        await database.read(lambda tx: accounts.speaking(tx, USER))
        await database.work(lambda tx: tx.run("UPDATE persons SET post = post WHERE id = 1"))

    spent, worked, waited = [], [], []
    for at in range(rounds):
        before = time.process_time() + await workshop(time.process_time)
        began = time.perf_counter()
        doing = asyncio.ensure_future(work(at))
        while not doing.done():
            asked = time.perf_counter()
            await simple()
            waited.append(time.perf_counter() - asked)
            await asyncio.wait({doing}, timeout=0.02)
        await doing
        spent.append(time.perf_counter() - began)
        worked.append(time.process_time() + await workshop(time.process_time) - before)
    return spent, worked, waited


def run() -> list[str]:
    """The table, line by line; every line is measured now."""
    return asyncio.run(measured())


if __name__ == "__main__":
    print(*run(), sep="\n")
