"""A draft fits the data after pairs were confirmed out of it, one or several at once; after anything else it does not."""

from __future__ import annotations

import asyncio

import pytest
from steps_joining import set_up_school
from steps_matching import ready, ready_participants
from test_matching import speaker_of

from services.matching_inputs import gather
from storage import runs, schools

FORM = "pupil_pupil"


@pytest.fixture
async def draft(stage):
    """A draft of three pairs, and the curator as a speaker."""
    curator = await set_up_school(stage, forms=(FORM,))
    await ready_participants(stage, mentees=3, mentors=2, phones=False)
    await curator.says("/match")
    speaker = await speaker_of(stage, curator)
    return await stage.app.database.read(lambda tx: runs.last(tx, 1, FORM)), speaker


async def fits(stage):
    return await stage.app.database.read(
        lambda tx: runs.last(tx, 1, FORM).fits == gather(tx, schools.programme(tx, 1), FORM).digest
    )


async def test_pairs_confirmed_at_once_are_no_news_to_their_draft(stage, draft):
    run, speaker = draft
    confirming = stage.app.parts.confirming
    await asyncio.gather(*(confirming.confirm_drafted(speaker, run.id, each.mentee) for each in run.draft.pairs[:2]))
    assert await fits(stage)
    await confirming.confirm_drafted(speaker, run.id, run.draft.pairs[2].mentee)
    assert await fits(stage)


async def test_somebody_who_came_before_a_pair_was_confirmed_is_news(stage, draft):
    run, speaker = draft
    await ready(stage, "Новенькая Ева", phone=False)
    await stage.app.parts.confirming.confirm_drafted(speaker, run.id, run.draft.pairs[0].mentee)
    assert not await fits(stage)
