"""Heavy work is done in a process apart, which never loads the messenger and is started again when it dies."""

from __future__ import annotations

import os
import sys

import pytest

from bot.workshop import Workshop
from mentoring import matching_tasks
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


async def test_a_worker_that_died_is_started_again(workshop):
    first = await workshop(os.getpid)
    os.kill(first, 9)
    assert await workshop(os.getpid) != first


async def test_work_can_be_done_on_the_spot():
    workshop = Workshop(apart=False)
    assert await workshop(os.getpid) == os.getpid()


def _loaded(name: str) -> bool:
    return name in sys.modules
