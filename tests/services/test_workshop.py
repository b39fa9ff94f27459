"""Heavy work is done in a process apart, which never loads the messenger and is started again when it dies."""

from __future__ import annotations

import os
import sys

import pytest

from bot.workshop import Workshop
from mentoring import matching_flow, matching_search, matching_tasks
from mentoring.matching_people import Mentee, Mentor, Programme

PROGRAMME = Programme(
    (Mentee(id=1, person=1, form="pupil_pupil", class_level=7),),
    (Mentor(id=2, person=2, form="pupil_pupil", class_level=9),),
)


@pytest.fixture
def workshop():
    workshop = Workshop()
    yield workshop
    workshop.close()


async def test_a_draft_made_apart_is_the_draft_made_here(workshop):
    apart = await workshop(matching_tasks.draft, PROGRAMME)
    assert apart == matching_tasks.draft(PROGRAMME)
    assert [(pair.mentee, pair.mentor) for pair in apart.pairs] == [(1, 2)]
    assert await workshop(os.getpid) != os.getpid()
    assert not await workshop(_loaded, "aiogram")


def test_warming_up_asks_every_solver(monkeypatch):
    asked = []
    for module, solver in ((matching_flow, "cheapest"), (matching_search, "searched")):
        monkeypatch.setattr(module, solver, _watched(getattr(module, solver), asked))
    matching_tasks.warm_up()
    assert {*asked} == {"cheapest", "searched"}


async def test_a_worker_that_died_is_started_again(workshop):
    first = await workshop(os.getpid)
    os.kill(first, 9)
    assert await workshop(os.getpid) != first


async def test_work_can_be_done_on_the_spot():
    workshop = Workshop(apart=False)
    assert await workshop(os.getpid) == os.getpid()


def _watched(solver, asked):
    def watched(*values):
        asked.append(solver.__name__)
        return solver(*values)

    return watched


def _loaded(name: str) -> bool:
    return name in sys.modules
