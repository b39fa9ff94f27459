"""Matching a large school: ours against the mentor-match package from PyPI, on the same people, in one run.

mentor-match pairs one to one, so three places are three rounds, as its own guide advises. It is given the same hard
rules and the two weightiest criteria; ours computes all nine, and the draft's time includes reasons and causes.
Its rounds run in a process of their own, stopped at a cap.
"""

import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import Any

from mentoring import matching_flow, matching_rules, matching_score
from mentoring.matching import propose
from mentoring.matching_people import Meets, Mentee, Mentor, Programme, WishedAge

SIZES = ((60, 20), (120, 41), (200, 68), (1000, 340))  # mentees, mentors
PLACES = 3
CAP = 120  # seconds
RUNS = 5

AREAS = [f"area_{number}" for number in range(25)]
INTERESTS = [f"interest_{number}" for number in range(12)]
SLOTS = [f"{day}_{part}" for day in ("mon", "tue", "wed", "thu", "fri", "sat") for part in (1, 2, 3)]


def school(mentees: int, mentors: int, seed: int = 1) -> Programme:
    """A made-up school, the same for both sides."""
    chance = random.Random(seed)

    def some(names: list[str], least: int, most: int) -> frozenset[str]:
        return frozenset(chance.sample(names, chance.randint(least, most)))

    return Programme(
        mentees=tuple(
            Mentee(
                id=number,
                person=number,
                form="pupil_pupil",
                areas=some(AREAS, 1, 3),
                free=some(SLOTS, 2, 6),
                meets=chance.choice(list(Meets)),
                wished_age=chance.choice(list(WishedAge)),
                class_level=chance.randint(5, 9),
                interests=some(INTERESTS, 0, 4),
                waiting_days=chance.randint(0, 90),
            )
            for number in range(mentees)
        ),
        mentors=tuple(
            Mentor(
                id=number,
                person=mentees + number,
                form="pupil_pupil",
                areas=some(AREAS, 2, 6),
                free=some(SLOTS, 2, 8),
                meets=chance.choice(list(Meets)),
                class_level=chance.randint(7, 11),
                interests=some(INTERESTS, 0, 4),
                places=PLACES,
            )
            for number in range(mentors)
        ),
    )


def ours(programme: Programme) -> dict[str, float]:
    """Seconds of the best of a few runs: scoring, solving, and the whole draft with its reasons; and its pairs."""
    runs = []
    for _ in range(RUNS):
        spent = {"scoring": 0.0, "solving": 0.0}
        with (
            timed(matching_rules, "broken", spent, "scoring"),
            timed(matching_score, "points", spent, "scoring"),
            timed(matching_flow, "costs", spent, "scoring"),
            timed(matching_flow, "cheapest", spent, "solving"),
        ):
            start = time.perf_counter()
            draft = propose(programme)
            whole = time.perf_counter() - start
        runs.append(spent | {"whole": whole, "pairs": len(draft.pairs)})
    return min(runs, key=lambda run: run["whole"])


@contextmanager
def timed(module: Any, name: str, spent: dict[str, float], part: str) -> Iterator[None]:
    """Add what a function takes to a part's seconds, for as long as this lasts."""
    function: Callable[..., Any] = getattr(module, name)

    def measured(*args: Any) -> Any:
        start = time.perf_counter()
        try:
            return function(*args)
        finally:
            spent[part] += time.perf_counter() - start

    setattr(module, name, measured)
    try:
        yield
    finally:
        setattr(module, name, function)


def theirs(mentees: int, mentors: int) -> dict[str, float] | None:
    """Seconds and pairs of mentor-match in a process of its own, or None when it was stopped at the cap."""
    command = [sys.executable, "-m", "benchmarks.matching", "mentor-match", str(mentees), str(mentors)]
    try:
        told = subprocess.run(command, capture_output=True, text=True, timeout=CAP, check=True).stdout.split()
    except subprocess.TimeoutExpired:
        return None
    return {"whole": float(told[0]), "pairs": float(told[1])}


def mentor_match(programme: Programme) -> tuple[float, int]:
    """Seconds and pairs of mentor-match in this process; making its people is not counted."""
    from matching import process
    from matching.mentee import Mentee as TheirMentee
    from matching.mentor import Mentor as TheirMentor
    from matching.rules.rule import Disqualify, Generic, Grade

    def person(kind: Any, one: Mentee | Mentor, side: str) -> Any:
        made = kind(grade=one.class_level, email=f"{side}{one.id}", **{"first name": "", "last name": ""})
        made.areas, made.free, made.meets = one.areas, one.free, one.meets
        return made

    mentees = [person(TheirMentee, one, "mentee") for one in programme.mentees]
    mentors = [person(TheirMentor, one, "mentor") for one in programme.mentors]

    def rules() -> list[Any]:
        return [
            Disqualify(lambda match: bool(match.mentee.connections)),
            Disqualify(lambda match: not match.mentee.areas & match.mentor.areas),
            Disqualify(lambda match: not match.mentee.free & match.mentor.free),
            Disqualify(lambda match: {match.mentee.meets, match.mentor.meets} == {Meets.IN_PERSON, Meets.ONLINE}),
            Disqualify(lambda match: match.mentor.grade < match.mentee.grade),
            Generic({True: 40, False: 20}, lambda match: match.mentee.areas <= match.mentor.areas),
            Grade(1, lambda one, other: one >= other, {True: 10, False: 0}),
        ]

    start = time.perf_counter()
    process.process_data(mentors, mentees, [rules() for _ in range(PLACES)])
    return time.perf_counter() - start, sum(bool(one.connections) for one in mentees)


def run() -> list[str]:
    """The table, line by line; every line is measured now."""
    propose(school(10, 4))  # loads the solver
    packages = " over ".join(f"{name} {version(name)}" for name in ("mentor-match", "munkres"))
    lines = [
        f"matching: seconds; ours the best of {RUNS} runs, {packages} one run; {PLACES} places a mentor",
        f"{'mentees':>8}{'mentors':>8}{'scoring':>9}{'solving':>9}{'together':>9}{'draft':>8}{'pairs':>6}"
        f"{'mentor-match':>14}{'pairs':>6}  times faster",
    ]
    for mentees, mentors in SIZES:
        mine = ours(school(mentees, mentors))
        other = theirs(mentees, mentors)
        seconds = f"{other['whole']:.2f}" if other else f"> {CAP}"
        pairs = f"{other['pairs']:.0f}" if other else "-"
        times = f"{other['whole'] / mine['whole']:.0f}" if other else f"at least {CAP / mine['whole']:.0f} (stopped)"
        lines.append(
            f"{mentees:>8}{mentors:>8}{mine['scoring']:>9.3f}{mine['solving']:>9.3f}"
            f"{mine['scoring'] + mine['solving']:>9.3f}{mine['whole']:>8.3f}{mine['pairs']:>6.0f}"
            f"{seconds:>14}{pairs:>6}  {times}"
        )
    return lines


if __name__ == "__main__":
    if sys.argv[1:2] == ["mentor-match"]:
        print(*mentor_match(school(int(sys.argv[2]), int(sys.argv[3]))))
    else:
        print(*run(), sep="\n")
