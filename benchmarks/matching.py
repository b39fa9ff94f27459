"""Matching a large school: ours against the bare solver on the same costs, and against the mentor-match package from PyPI.

The bare solver is given arrays of arcs and costs that are ready, and nothing is done with its answer; ours reads the
people, applies rules and levels, solves, and says why. `numbers` are all five positions of the knob at once.
mentor-match pairs one to one, so three places are three rounds, as its own guide advises. It is given the same hard
rules and the two weightiest criteria; ours computes all twelve, and the draft's time includes reasons and causes.
Its rounds run in a process of their own, stopped at a cap.
"""

import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from importlib.metadata import version
from typing import Any

import numpy as np

from mentoring import matching_flow, matching_rules, matching_score
from mentoring.matching import numbers, propose
from mentoring.matching_criteria import Knob, Rules
from mentoring.matching_flow import Network
from mentoring.matching_objective import Measure
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
            timed(matching_score, "strong", spent, "scoring"),
            timed(Measure, "values", spent, "scoring"),
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

    def measured(*args: Any, **named: Any) -> Any:
        start = time.perf_counter()
        try:
            return function(*args, **named)
        finally:
            spent[part] += time.perf_counter() - start

    setattr(module, name, measured)
    try:
        yield
    finally:
        setattr(module, name, function)


def under(programme: Programme, knob: Knob, smallest: int = 1) -> Programme:
    """The same people under other rules."""
    return replace(programme, rules=(("pupil_pupil", Rules(knob=knob, smallest=smallest)),))


def bare(programme: Programme) -> float:
    """Seconds of the solver alone on the costs this draft is solved with: the best of a few runs."""
    from ortools.graph.python import min_cost_flow

    given: list[Network] = []
    with seen(matching_flow, "cheapest", given):
        propose(programme)
    network = given[0]
    rows, columns = (side.astype(np.int32) for side in np.nonzero(network.allowed))
    mentees, mentors = network.allowed.shape
    ends, costs = (columns + mentees).astype(np.int32), network.costs[rows, columns]
    supplies = np.concatenate([np.ones(mentees, dtype=np.int64), -network.places.astype(np.int64)])
    if network.leave is not None:
        everyone = np.arange(mentees, dtype=np.int32)
        rows, ends = np.concatenate([rows, everyone]), np.concatenate([ends, np.full_like(everyone, mentees + mentors)])
        costs = np.concatenate([costs, np.full(mentees, network.leave, dtype=np.int64)])
        supplies = np.concatenate([supplies, np.array([-mentees], dtype=np.int64)])
    ones, nodes = np.ones(len(rows), dtype=np.int64), np.arange(len(supplies), dtype=np.int32)

    def solve() -> None:
        solver = min_cost_flow.SimpleMinCostFlow()
        solver.add_arcs_with_capacity_and_unit_cost(rows, ends, ones, costs)
        solver.set_nodes_supplies(nodes, supplies)
        solver.solve_max_flow_with_min_cost()

    return seconds(solve)


def seconds(work: Callable[[], Any]) -> float:
    """The best of a few runs."""
    found = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


@contextmanager
def seen(module: Any, name: str, given: list[Any]) -> Iterator[None]:
    """Keep the first argument a function is given, for as long as this lasts."""
    function: Callable[..., Any] = getattr(module, name)

    def watched(first: Any) -> Any:
        given.append(first)
        return function(first)

    setattr(module, name, watched)
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


def beside_the_solver() -> list[str]:
    """Our drafts of the largest school at every position of the knob, with groups, and `numbers`, beside the bare solver."""
    programme = school(*SIZES[-1])
    propose(under(school(12, 4), Knob.MOST_PAIRS, smallest=2))  # loads both solvers
    lines = [
        f"matching {SIZES[-1][0]} mentees with {SIZES[-1][1]} mentors: seconds, the best of {RUNS} runs, and times the bare"
        " solver on the same costs",
        f"{'knob':>14}{'bare':>8}{'scoring':>9}{'solving':>9}{'together':>9}{'times':>7}{'draft':>8}{'times':>7}"
        f"{'pairs':>7}",
    ]
    for knob in Knob:
        here = under(programme, knob)
        alone, mine = bare(here), ours(here)
        together = mine["scoring"] + mine["solving"]
        lines.append(
            f"{knob.name.lower():>14}{alone:>8.3f}{mine['scoring']:>9.3f}{mine['solving']:>9.3f}{together:>9.3f}"
            f"{together / alone:>7.1f}{mine['whole']:>8.3f}{mine['whole'] / alone:>7.1f}{mine['pairs']:>7.0f}"
        )
    alone = bare(under(programme, Knob.MOST_PAIRS))
    for said, smallest in (("pairs", 1), ("groups of 3", 3)):
        here = under(programme, Knob.MOST_PAIRS, smallest)
        whole, every = seconds(partial(propose, here)), seconds(partial(numbers, here, "pupil_pupil"))
        lines.append(
            f"{said:>14}: draft {whole:.3f} ({whole / alone:.1f} times), numbers {every:.3f} ({every / alone:.1f} times)"
        )
    return lines


def run() -> list[str]:
    """The tables, line by line; every line is measured now."""
    return [*beside_the_solver(), "", *beside_mentor_match()]


def beside_mentor_match() -> list[str]:
    """Ours and theirs at several sizes."""
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
    elif sys.argv[1:2] == ["solver"]:
        print(*beside_the_solver(), sep="\n")
    else:
        print(*run(), sep="\n")
