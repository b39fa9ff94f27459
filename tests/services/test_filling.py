"""Forms carried one answer a transaction, over a real file."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from mentoring.people import Kind
from mentoring.questionnaire_catalogue import catalogue, default_areas
from mentoring.refusal import Refusal
from mentoring.settings import Settings
from services.filling import DraftGone, Filling
from services.outer_lists import listers
from services.questionnaire_forms import Forms
from storage import accounts, areas, drafts, people, schools
from storage.database import Database, Transaction
from storage.migrate import migrate

LONG, QUICK = "entry_mentee_pupil_pupil", "roadmap_note"
NOW = datetime(2027, 1, 31, 22, 30, tzinfo=UTC)  # the first of February in Moscow


@pytest.fixture
async def database(tmp_path):
    path = tmp_path / "mentoring.db"
    migrate(path)
    async with Database.open(path, lambda: NOW) as database:
        yield database


@pytest.fixture
async def pupil(database):
    return await speaker(database, 1001)


async def speaker(database, external_id):
    def unit(tx):
        school = schools.add(tx, Settings())
        areas.stock(tx, school, default_areas())
        known = accounts.meet(tx, external_id, "ru")
        accounts.speak_for(tx, known.account_id, people.add(tx, school, Kind.PUPIL))
        return accounts.as_account(tx, known.account_id)

    return await database.work(unit)


def keep(tx, speaker, sent):
    """A receiver that keeps what it got."""
    drafts.send(
        tx,
        school=speaker.school_id,
        person=speaker.person_id,
        form=sent.form,
        version=sent.version,
        about=sent.about,
        answers=sent.answers,
    )
    return sent


def filling(database, **more):
    return Filling(database, Forms(catalogue()), dict.fromkeys(catalogue(), keep), **{"lists": listers(), **more})


async def answered(filling, speaker, turn):
    """Everything answered somehow, up to the review."""
    while turn.step.question is not None:
        question = turn.step.question
        if question.options or question.values:
            turn = await filling.take_option(speaker, turn.draft_id, turn.step.index, 0)
        else:
            now = accounts_with_draft(speaker, turn.draft_id)
            turn = await filling.take_typed(now, "Слово")
    return turn


def accounts_with_draft(speaker, draft_id):
    from dataclasses import replace

    return replace(speaker, draft_id=draft_id)


async def test_a_sent_form_goes_to_its_receiver_and_its_draft_is_gone(database, pupil):
    carried = filling(database)
    turn = await answered(carried, pupil, await carried.begin(pupil, LONG, 7))
    turn = await carried.send(pupil, turn.draft_id)
    assert turn.outcome is not None
    assert turn.outcome.answers["been_before"] == "yes"
    assert await database.read(lambda tx: drafts.find(tx, pupil.account_id, LONG, 7)) is None


async def test_sending_twice_finds_the_draft_gone(database, pupil):
    carried = filling(database)
    turn = await answered(carried, pupil, await carried.begin(pupil, LONG))
    await carried.send(pupil, turn.draft_id)
    with pytest.raises(DraftGone):
        await carried.send(pupil, turn.draft_id)


async def test_a_form_with_unanswered_questions_is_not_sent_but_asks_them(database, pupil):
    carried = filling(database)
    turn = await carried.begin(pupil, LONG)
    turn = await carried.send(pupil, turn.draft_id)
    assert turn.sent is None
    assert turn.step.question.name == "been_before"


async def test_of_two_taps_at_once_one_answers_and_the_other_is_stale(database, pupil):
    carried = filling(database)
    turn = await carried.begin(pupil, LONG)
    taps = [carried.take_option(pupil, turn.draft_id, turn.step.index, place) for place in (1, 0)]
    first, second = await asyncio.gather(*taps)
    assert (first.stale, second.stale) == (False, True)
    assert second.step.answered == 1


async def test_a_guarded_form_is_neither_opened_nor_sent(database, pupil):
    shut = False

    def guard(tx, speaker, form, about):
        if shut:
            raise Refusal("participant-locked")

    carried = filling(database, guards={LONG: guard})
    turn = await answered(carried, pupil, await carried.begin(pupil, LONG, 3))
    shut = True
    for doing in (carried.send(pupil, turn.draft_id), carried.begin(pupil, LONG, 3)):
        with pytest.raises(Refusal, match="participant-locked"):
            await doing
    assert await database.read(lambda tx: drafts.sent(tx, pupil.person_id, LONG, 3)) is None
    assert await database.read(lambda tx: drafts.find(tx, pupil.account_id, LONG, 3)) is not None


async def test_what_was_sent_opens_at_the_review_even_where_questions_were_skipped(database, pupil):
    carried = filling(database)
    turn = await carried.begin(pupil, "application_mentee_pupil")
    while turn.step.question is not None:
        question, at = turn.step.question, (turn.draft_id, turn.step.index)
        if turn.step.can_skip:
            turn = await carried.skip(pupil, *at)
        elif question.kind == "select_multiple":
            await carried.take_option(pupil, *at, 0)
            turn = await carried.go_on(pupil, *at)
        elif question.kind == "text":
            turn = await carried.take_typed(accounts_with_draft(pupil, turn.draft_id), "Слово")
        else:
            turn = await carried.take_option(pupil, *at, 0)
    await carried.send(pupil, turn.draft_id)
    again = await carried.begin(pupil, "application_mentee_pupil")
    assert again.step.question is None
    assert not await carried.put_aside(pupil, again.draft_id), "nothing was changed, so nothing is kept"
    assert await carried.begun(pupil) == []


async def test_a_form_begun_for_one_person_is_not_gone_on_with_for_another(database, pupil):
    carried = filling(database)
    turn = await carried.begin(pupil, LONG)
    await carried.take_option(pupil, turn.draft_id, turn.step.index, 0)

    def brother(tx):
        accounts.speak_for(tx, pupil.account_id, people.add(tx, pupil.school_id, Kind.PUPIL))
        return accounts.as_account(tx, pupil.account_id)

    turn = await carried.begin(await database.work(brother), LONG)
    assert turn.step.answered == 0


async def test_a_quick_form_that_is_put_aside_is_dropped(database, pupil):
    carried = filling(database)
    turn = await carried.begin(pupil, QUICK)
    assert not await carried.put_aside(pupil, turn.draft_id)
    assert await database.read(lambda tx: drafts.get(tx, turn.draft_id)) is None


async def test_anothers_draft_does_not_exist(database, pupil):
    carried = filling(database)
    turn = await carried.begin(pupil, LONG)
    stranger = await speaker(database, 1002)
    for doing in (
        carried.take_option(stranger, turn.draft_id, 0, 0),
        carried.step_back(stranger, turn.draft_id, 0),
        carried.revisit(stranger, turn.draft_id, 0),
        carried.send(stranger, turn.draft_id),
        carried.reopen(stranger, turn.draft_id, afresh=True),
        carried.put_aside(stranger, turn.draft_id),
    ):
        with pytest.raises(DraftGone):
            await doing


@pytest.mark.parametrize(("question", "option"), [(0, 99), (99, 0), (0, -1), (-1, 0)])
async def test_a_button_that_never_was_changes_nothing(database, pupil, question, option):
    carried = filling(database)
    turn = await carried.begin(pupil, LONG)
    after = await carried.take_option(pupil, turn.draft_id, question, option)
    assert after.stale
    assert after.step.answered == 0


async def test_the_day_is_the_schools_where_it_matters(database, pupil):
    carried = filling(database)
    assert (await carried.begin(pupil, "order_sign")).today.isoformat() == "2027-02-01"


@pytest.mark.parametrize("form", [LONG, "application_mentor_pupil"])
async def test_an_answer_reads_the_draft_and_the_forms_lists_and_writes_once(database, pupil, monkeypatch, form):
    carried = filling(database)
    turn = await carried.begin(pupil, form)
    ran = []
    for name in ("one", "all", "value", "run"):
        method = getattr(Transaction, name)
        counting = lambda self, sql, _method=method, **values: ran.append(sql) or _method(self, sql, **values)  # noqa: E731
        monkeypatch.setattr(Transaction, name, counting)
    await carried.take_option(pupil, turn.draft_id, turn.step.index, 0)
    assert len(ran) == 2 + len(catalogue()[form].lists), ran
