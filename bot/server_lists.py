"""Takes in a list put on the server, for the command line and the watched folder alike: reads, brings in, says what came of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import date

from locales.words import Say
from mentoring.known_pairs import Trouble
from mentoring.listed import Brought, Outcome
from papers.pairs_list import PairsList, known_pairs
from papers.people_list import PeopleList, read_server_list
from papers.table import Problem
from services.existing_pairs import ExistingPairs, Retaken
from services.operator import Place
from services.server_lists import ServerLists
from storage.database import Database

Read = Callable[[bytes, date], Awaitable[PeopleList | PairsList]]


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a list: `taken` when nothing of it was refused."""

    taken: bool
    text: str


async def at_once(content: bytes, today: date) -> PeopleList | PairsList:
    """Read the list here and now: for a process that does nothing else."""
    return read_server_list(content, today)


async def take_in(
    database: Database,
    place: Place,
    say: Say,
    file: str,
    content: bytes,
    *,
    skip_wrong: bool = False,
    read: Read = at_once,
    again: str = "server-send-again",
) -> Report:
    """Bring a list of people or of pairs in. `again` is what to say to whoever has to correct it."""
    found = await read(content, place.today)
    wrong = _by_row(say, found.problems)
    lines = [say.plain("server-list", file=file)]
    if wrong and not (skip_wrong and all(row for row, _ in wrong)):
        return Report(False, "\n".join([*lines, say.plain("server-people-nothing"), "", *_wrong(say, wrong, again)]))
    if isinstance(found, PairsList):
        took = await ExistingPairs(database).bring_in_again(place.operator, known_pairs(found), skip_wrong=skip_wrong)
        done, troubles = _pairs_done(say, took), [(each.row, _trouble(say, each)) for each in took.troubles]
        written = took.written
    else:
        brought = await ServerLists(database).bring_in(place.operator, found.people, skip_wrong=skip_wrong)
        done, troubles = _people_done(say, brought), _hitches(say, brought)
        written = brought.written
    wrong = sorted([*wrong, *troubles])
    lines += done if written else [say.plain("server-people-nothing")]
    if wrong:
        lines += ["", *_wrong(say, wrong, again, skipped=written)]
    return Report(not wrong, "\n".join(lines))


def _by_row(say: Say, problems: Iterable[Problem]) -> list[tuple[int, str]]:
    return [(each.row or 0, each.said(say.words, say.language)) for each in problems]


def _wrong(say: Say, wrong: list[tuple[int, str]], again: str, *, skipped: bool = False) -> list[str]:
    rows = len({row for row, _ in wrong})
    said = say.plain("server-wrong-skipped" if skipped else "server-wrong", count=rows)
    heading = [said] if all(row for row, _ in wrong) else []
    correct = say.plain(again if heading else "server-send-whole")
    return [*heading, *(text for _, text in wrong), *([] if skipped else ["", correct])]


def _people_done(say: Say, brought: Brought) -> list[str]:
    counts = {str(outcome): brought.count(outcome) for outcome in Outcome}
    lines = [
        say.plain("server-line", row=str(row), outcome=taken.outcome, code=taken.code)
        for row, taken in sorted(brought.lines.items())
        if taken.outcome is not Outcome.SAME
    ]
    return [say.plain("server-people-done", **counts), *lines]


def _pairs_done(say: Say, took: Retaken) -> list[str]:
    return [say.plain("server-pairs-done", added=took.new, same=took.known)]


def _hitches(say: Say, brought: Brought) -> list[tuple[int, str]]:
    return [
        (
            each.row,
            say.plain("server-hitch", row=str(each.row), text=say.plain(f"server-hitch-{each.hitch}", code=each.code)),
        )
        for each in brought.hitches
    ]


def _trouble(say: Say, trouble: Trouble) -> str:
    text = say.plain(f"existing-snag-{trouble.snag}", name=trouble.name)
    return say.plain("existing-row", row=str(trouble.row), text=text)
