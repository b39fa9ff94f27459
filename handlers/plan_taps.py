"""Taps of plans: whose plan, a deed about a plan, a deed about one task."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class PlansTap(CallbackData, prefix="pls1"):
    """The plans of a match: from the screen of a pair."""

    match: int


class PlanMemberTap(CallbackData, prefix="plm1"):
    """The plans of one mentee: from a pair's page of the curator, or out of several of a group."""

    member: int


class PlanNewTap(CallbackData, prefix="pln1"):
    """A plan to be made: p what is proposed, l other samples, m make it by this sample."""

    member: int
    kind: str
    deed: str = "p"
    sample: str = ""


class PlanTap(CallbackData, prefix="plv1"):
    """A plan: s see, a all tasks, e choose tasks, r it is made, g its goal, n an own task, h what changed, f print,
    i picture, d signed. `at`: a page, or the last change of the page before."""

    plan: int
    deed: str = "s"
    at: int = 0


class PlanItemTap(CallbackData, prefix="pli1"):
    """A task: s see, t done, u not done yet, + ~ - the mentor's marks, w a word, x take out, r put back, y its day,
    c its wording, k the expected result. `at`: the page it was tapped on."""

    item: int
    deed: str = "s"
    at: int = 0
