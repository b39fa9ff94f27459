"""What a school costs after a long life: a minute with nothing due, /today and a pair's page, over a full base and a young one.

The young base holds a hundred notices (half said, half for later) and a hundred meetings, the full one a hundred
thousand and ten thousand, most of them of pairs that are over; people, pairs and what the pages show are the same. Both are asked in turns, in one run; the medians count, whole and in the database alone.
"""

from __future__ import annotations

import asyncio
import math
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

TOKEN = "42:BENCH"
NOON = datetime(2027, 3, 10, 12, 0, tzinfo=UTC)
CURATOR = 7
PEOPLE = 200
PAIRS = 20  # at work
OVER = 500  # pairs that are over: those of the full base have met
SHOWN = 12  # meetings of the pair whose page is opened
ROUNDS = 150
TARGET = 1.3
SIZES = {"young": (100, 100), "full": (100_000, 10_000)}  # notices, meetings


@dataclass
class Base:
    """One school in a file, with the bot over it."""

    app: Any
    match: int
    in_base: float = 0.0
    whole: dict[str, list[float]] = field(default_factory=dict)
    inside: dict[str, list[float]] = field(default_factory=dict)
    updates: int = 0

    def watch(self) -> None:
        """Count the time of every unit and query."""
        database = self.app.database
        for door in ("work", "read"):
            setattr(database, door, self._timed(getattr(database, door)))

    def _timed(self, door: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        def timing(unit: Any) -> Any:
            def timed(tx: Any) -> Any:
                began = time.perf_counter()
                try:
                    return unit(tx)
                finally:
                    self.in_base += time.perf_counter() - began

            return timed

        async def opened(unit: Any, **more: Any) -> Any:
            return await door(timing(unit), **more)

        return opened

    async def measure(self, what: str, act: Callable[[Base], Awaitable[None]]) -> None:
        """Do it once and keep how long it took."""
        self.in_base, began = 0.0, time.perf_counter()
        await act(self)
        self.whole.setdefault(what, []).append(time.perf_counter() - began)
        self.inside.setdefault(what, []).append(self.in_base)

    async def says(self, text: str) -> None:
        """The curator types."""
        from aiogram.types import Message, Update

        self.updates += 1
        message = Message.model_validate(_message(self.updates, from_bot=False) | {"text": text})
        await self.app.dispatcher.feed_update(self.app.bot, Update(update_id=self.updates, message=message))

    async def taps(self, data: str) -> None:
        """The curator taps."""
        from aiogram.types import Update

        self.updates += 1
        query = {
            "id": str(self.updates), "from": _message(0, from_bot=False)["from"], "chat_instance": "1", "data": data,
            "message": _message(10**6 + self.updates, from_bot=True),
        }  # fmt: skip
        update = Update.model_validate({"update_id": self.updates, "callback_query": query})
        await self.app.dispatcher.feed_update(self.app.bot, update)


def _message(number: int, *, from_bot: bool) -> dict[str, Any]:
    sender = {"id": 42 if from_bot else CURATOR, "is_bot": from_bot, "first_name": "X"}
    return {"message_id": number, "date": 0, "chat": {"id": CURATOR, "type": "private"}, "from": sender, "text": "…"}


def _mute(app: Any) -> list[str]:
    """A messenger that takes everything at once; returns the list of texts it was given."""
    from aiogram.client.session.base import BaseSession
    from aiogram.types import Message

    said: list[str] = []

    class Mute(BaseSession):
        async def close(self) -> None:
            return None

        async def make_request(self, bot: Any, method: Any, timeout: Any = None) -> Any:  # noqa: ASYNC109
            said.append(getattr(method, "text", None) or "")
            if "Message" in str(method.__returning__):
                return Message.model_validate(_message(10**6 + len(said), from_bot=True))
            return True

        async def stream_content(self, *_: Any, **__: Any) -> Any:
            yield b""

    app.bot.session = Mute()
    return said


def furnish(tx: Any, notices: int, meetings: int) -> int:
    """A school in its sixth month; returns the match whose page is opened."""
    from mentoring.people import Kind, Name, Role, SchoolClass
    from mentoring.settings import Settings
    from storage import accounts, people, schools

    school = schools.add(tx, Settings())
    tx.run("UPDATE schools SET set_up_at = :now, full_name = 'School', short_name = 'School'", now=tx.now)
    programme = tx.insert("programmes", school_id=school, starts_on=date(2026, 10, 1), ends_on=date(2027, 6, 1))
    tx.run("INSERT INTO programme_forms (programme_id, form, most_mentees) VALUES (:p, 'pupil_pupil', 3)", p=programme)
    curator = people.add(tx, school, Kind.STAFF, name=Name("Curator", "C"))
    people.give_role(tx, curator, Role.CURATOR)
    accounts.speak_for(tx, accounts.meet(tx, CURATOR, "ru").account_id, curator)
    sides = []
    for number in range(PEOPLE):
        person = people.add(
            tx, school, Kind.PUPIL, name=Name(f"Family{number}", "Given"), birth_date=date(2012, 3, 5),
            school_class=SchoolClass(8, "B"), admitted_by=curator,
        )  # fmt: skip
        side = "mentor" if number % 2 else "mentee"
        part = tx.insert(
            "participations", programme_id=programme, person_id=person, side=side, form="pupil_pupil", places=1,
            joined_at=tx.now, form_confirmed_at=tx.now, applied_at=tx.now, entered_at=tx.now,
        )  # fmt: skip
        for capacity, way in (("assent", "tap"), ("guardian", "tap"), ("guardian", "paper")):
            tx.insert(
                "consents", person_id=person, purpose="participation", capacity=capacity, way=way, answer="agreed",
                text_version="1", text_hash="x", given_at=tx.now,
            )  # fmt: skip
        sides.append((person, part))
    couples = [(sides[at + 1], sides[at]) for at in range(0, PEOPLE, 2)]
    at_work = [_match(tx, programme, couple, over=False) for couple in couples[:PAIRS]]
    _meet(tx, at_work[0], couples[0], SHOWN, planned=True)
    usual = (100 - SHOWN) // (PAIRS - 1)
    for match, couple in zip(at_work[1:], couples[1:], strict=False):
        _meet(tx, match, couple, usual, planned=True)
    over = [_match(tx, programme, couples[at % len(couples)], over=True) for at in range(OVER)]
    left, each = meetings - tx.value("SELECT count(*) FROM meetings"), math.ceil(meetings / OVER)
    for at, match in enumerate(over):
        _meet(tx, match, couples[at % len(couples)], min(each, max(0, left - at * each)), planned=False)
    _notices(tx, school, [person for person, _ in sides], notices, meetings)
    return at_work[0]


def _match(tx: Any, programme: int, couple: Any, *, over: bool) -> int:
    (mentor, mentor_part), (_, mentee_part) = couple
    gone = tx.now - timedelta(days=35)
    match = tx.insert(
        "matches", programme_id=programme, form="pupil_pupil", mentor_id=mentor_part, confirmed_at=tx.now,
        ended_at=gone if over else None,
    )  # fmt: skip
    for form in ("", "pupil_pupil"):
        tx.run(
            "INSERT INTO capacities (programme_id, person_id, form, places) VALUES (:p, :m, :f, 1) ON CONFLICT DO NOTHING",
            p=programme, m=mentor, f=form,
        )  # fmt: skip
    tx.insert(
        "members", match_id=match, programme_id=programme, form="pupil_pupil", mentor_person_id=mentor, accepted=1,
        mentee_id=mentee_part, place=1, state="ended" if over else "active", live=0 if over else 1,
        since=tx.now - timedelta(days=100), ended_at=gone if over else None, ground="goals" if over else "",
    )  # fmt: skip
    return int(match)


def _meet(tx: Any, match: int, couple: Any, number: int, *, planned: bool) -> None:
    (mentor, _), (mentee, _) = couple
    last = tx.now - timedelta(days=1 if planned else 36)
    for at in range(1, number + 1):
        ahead = planned and at == number
        starts = tx.now + timedelta(days=2) if ahead else last - timedelta(days=3 * (number - at))
        meeting = tx.insert(
            "meetings", match_id=match, number=at, kind="first" if at == 1 else "regular", starts_at=starts, minutes=45,
            state="planned" if ahead else "held", result="" if ahead else "good", made_by=mentor, made_at=tx.now,
            logged_at=None if ahead else tx.now, logged_by=None if ahead else mentor,
        )  # fmt: skip
        if not ahead:
            tx.run(
                "INSERT INTO meeting_answers (meeting_id, person_id, question, answer, revision, at) "
                "VALUES (:meeting, :mentee, 'took_place', 'yes', 0, :now)",
                meeting=meeting, mentee=mentee, now=tx.now,
            )  # fmt: skip


def _notices(tx: Any, school: int, people: list[int], number: int, meetings: int) -> None:
    kinds = ("meeting-set", "meeting-day", "meeting-hour", "meeting-how", "meeting-took-place", "broadcast", "nudge")

    def row(at: int) -> dict[str, Any]:
        later, kind = at % 2, kinds[at % len(kinds)]
        moment = tx.now + timedelta(minutes=60 + at) if later else tx.now - timedelta(minutes=60 + at)
        return {
            "school": school, "person": people[at % len(people)], "kind": kind, "about": at % meetings + 1,
            "lane": 4 if kind == "broadcast" else 3, "key": f"bench:{at}", "at": moment,
            "done": None if later else moment, "outcome": None if later else "sent",
        }  # fmt: skip

    tx.run_many(
        "INSERT INTO notices (school_id, person_id, kind, about, lane, key, not_before, done_at, outcome) "
        "VALUES (:school, :person, :kind, :about, :lane, :key, :at, :done, :outcome)",
        map(row, range(number)),
    )


async def _tick(base: Base) -> None:
    await base.app.delivery.tick()


async def _today(base: Base) -> None:
    await base.says("/today")


async def _pair(base: Base) -> None:
    from handlers.curator.meetings import WatchPairTap

    await base.taps(WatchPairTap(match=base.match).pack())


async def _pairs(base: Base) -> None:
    from handlers.curator.meetings import WatchTap

    await base.taps(WatchTap().pack())


ACTS: dict[str, Callable[[Base], Awaitable[None]]] = {
    "a minute's tick, nothing due": _tick,
    "/today": _today,
    "a pair's page": _pair,
    "the list of pairs": _pairs,
}


async def _bases(stack: AsyncExitStack, folder: Path) -> dict[str, Base]:
    from bot.app import build, calm_collector
    from bot.clock import MovableClock
    from bot.settings import BotSettings

    bases = {}
    for name, (notices, meetings) in SIZES.items():
        settings = BotSettings(_env_file=None, bot_token=TOKEN, data_dir=folder / name)
        app = await stack.enter_async_context(build(settings, MovableClock(NOON)))
        match = await app.database.work(lambda tx, n=notices, m=meetings: furnish(tx, n, m))
        bases[name] = Base(app, match)
        bases[name].watch()
    calm_collector()
    return bases


async def measured() -> dict[str, Base]:
    """Both bases, everything asked of them in turns."""
    with tempfile.TemporaryDirectory() as folder:
        async with AsyncExitStack() as stack:
            bases = await _bases(stack, Path(folder))
            said = {name: _mute(base.app) for name, base in bases.items()}
            for what, act in ACTS.items():
                for _ in range(5):
                    for base in bases.values():
                        await act(base)
                shown = {name: texts[-1] for name, texts in said.items() if texts}
                if len({len(text.splitlines()) for text in shown.values()}) > 1:
                    raise RuntimeError(f"{what} does not show the same: {shown}")
                for _ in range(ROUNDS):
                    for base in bases.values():
                        await base.measure(what, act)
    return bases


def run() -> list[str]:
    """Measure and say how much a full base costs against a young one."""
    bases = asyncio.run(measured())
    young, full = bases["young"], bases["full"]
    (few, met), (many, meetings) = SIZES["young"], SIZES["full"]
    lines = [
        f"{many:,} notices and {meetings:,} meetings in the base against {few} and {met} (target: at most {TARGET})"
    ]
    for what in ACTS:
        whole = [median(each.whole[what]) * 1000 for each in (young, full)]
        inside = [median(each.inside[what]) * 1000 for each in (young, full)]
        lines.append(
            f"  {what:29} {whole[1]:6.2f} ms against {whole[0]:6.2f}: {whole[1] / whole[0]:.2f}; "
            f"in the database {inside[1]:6.2f} against {inside[0]:6.2f}: {inside[1] / inside[0]:.2f}"
        )
    return lines


if __name__ == "__main__":
    sys.stdout.write("\n".join(run()) + "\n")
