"""What the curator of the rehearsed school did about pairs: rules, a group meeting, a draft, what it left over, a pause."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from bot.rehearsal_story import Story, moment_of
from mentoring.cases import Care, Step
from mentoring.gatherings import Came, Reply
from mentoring.matching_criteria import Criterion, Knob, Level, Rules
from mentoring.matching_redraft import Redraft, redraft
from mentoring.partings import Away
from mentoring.preferences import AVOID, CHOSEN
from mentoring.questionnaire_catalogue import catalogue
from services import gathering_notices
from services.gatherings import wanted_of
from services.matching_inputs import gather
from services.parting_notices import ask_back
from services.wishing import set_wish
from storage import (
    accounts,
    cases,
    drafts,
    gatherings,
    guests,
    journal,
    match_rules,
    notices,
    pauses,
    run_changes,
    runs,
    schools,
)
from storage.database import Transaction
from storage.match_rules import FormRules
from storage.run_changes import Change
from storage.schools import Programme
from storage.wishes import Wish

Told = dict[str, Any]


def look_for_pairs(story: Story) -> None:
    """Tell all of it, each on its day."""
    told = story.told["stage5"]
    story.on(told["rules"]["day"], 16, partial(_rules, story, told["rules"]))
    meeting = told["gathering"]
    made: dict[str, int] = {}
    story.on(meeting["invited"], 15, partial(_invite, story, meeting, made))
    story.on(meeting["day"], meeting["hour"] + 1.5, partial(_hold, story, meeting, made))
    for each in meeting["preferences"]:
        story.on(each["day"], 18, partial(_prefer, story, each))
    story.on(told["draft"], 15, partial(_draft, story))
    for each in told["bans"]:
        story.on(each["day"], 15.5, partial(_ban, story, each))
    for each in told["cases"]:
        story.on(each["day"], 16, partial(_care, story, each))
    for each in told["pauses"]:
        story.on(each["day"], 19, partial(_pause, story, each))


def _rules(story: Story, told: Told, tx: Transaction) -> None:
    """The curator says how a form is to be matched."""
    rules = Rules(knob=Knob[told["knob"]])
    for name, level in told["levels"].items():
        rules = rules.with_level(Criterion(name), Level(level))
    programme = _programme(story, tx)
    match_rules.keep(tx, programme.id, FormRules(told["form"], rules), by=story.curator)
    journal.note(tx, "changed-match-rules", "programme", programme.id, school=story.school, by=story.curator)


def _invite(story: Story, told: Told, made: dict[str, int], tx: Transaction) -> None:
    """The group meeting is planned, everybody ready is invited and answers."""
    starts = moment_of(told["day"], told["hour"])
    made["id"] = gatherings.plan(tx, _programme(story, tx).id, told["form"], starts, story.curator)
    gatherings.change(tx, made["id"], place=told["place"])
    found = gatherings.get(tx, made["id"])
    gathering_notices.invited(tx, found, guests.invite(tx, found.id, wanted_of(tx, found)))
    for each in guests.every(tx, found.id):
        guests.set_reply(tx, found.id, each.participation_id, Reply.YES)
    journal.note(tx, "gathering-invited", "gathering", found.id, school=story.school, by=story.curator)


def _hold(story: Story, told: Told, made: dict[str, int], tx: Transaction) -> None:
    """It is marked who came, and those who did are asked whom they would like to work with."""
    found = gatherings.get(tx, made["id"])
    guests.invite(tx, found.id, wanted_of(tx, found))
    guests.set_came(tx, found.id, Came.YES)
    for account in told["absent"]:
        guests.set_came(tx, found.id, Came.NO, story.sides[account])
    gatherings.hold(tx, found.id)
    gatherings.ask(tx, found.id)
    journal.note(tx, "gathering-marked", "gathering", found.id, school=story.school, by=story.curator)


def _prefer(story: Story, told: Told, tx: Transaction) -> None:
    """Somebody who came says whom they would like to work with, and whom not."""
    account = told["account"]
    names = [str(story.sides[each]) for each in told["chosen"]]
    answers: dict[str, Any] = dict(zip(CHOSEN, names, strict=False))
    if told["avoid"]:
        answers[AVOID] = tuple(str(story.sides[each]) for each in told["avoid"])
    form = catalogue()[told["form"]]
    drafts.send(
        tx,
        school=story.school,
        person=story.people[account],
        form=form.key,
        version=form.version,
        about=story.sides[account],
        answers=answers,
    )
    journal.note(tx, "sent", "person", story.people[account], school=story.school, by=story.people[account])


def _draft(story: Story, tx: Transaction) -> None:
    """A draft of every form is computed and looked through; whoever is left has a case."""
    programme = _programme(story, tx)
    for form in programme.forms:
        inputs = gather(tx, programme, form)
        found = redraft(Redraft(inputs.programme))[0]
        draft, rules = replace(found, digest=inputs.digest), inputs.programme.rules_of(form)
        run = runs.keep(tx, programme.id, form, draft, story.curator, rules=rules)
        run_changes.note(tx, run, Change.LOOKED, by=story.curator)
        journal.note(tx, "drafted-pairs", "run", run, school=story.school, by=story.curator)
        cases.after_draft(tx, programme.id, form, draft)


def _ban(story: Story, told: Told, tx: Transaction) -> None:
    """Two are not to be brought together."""
    two = story.sides[told["mentee"]], story.sides[told["mentor"]]
    curator, programme = accounts.as_person(tx, story.curator), _programme(story, tx)
    set_wish(tx, curator, programme, told["form"], Wish.BAN, two, take_back=False, reason=told["reason"])


def _care(story: Story, told: Told, tx: Transaction) -> None:
    """Somebody looks after a mentee left without a pair; the next try has its day."""
    programme = _programme(story, tx)
    (case,) = (
        each
        for each in cases.page(tx, programme.id, "", 0, len(story.sides))
        if each.participation == story.sides[told["account"]]
    )
    carer = story.people[told["carer"]]
    cases.give(tx, case.id, carer, Care(told["care"]))
    step = cases.step(tx, case, Step.GIVEN, story.curator, about=carer)
    notices.write(tx, "case-given", school=story.school, person=carer, about=case.id, revision=step)
    cases.step(tx, case, Step.WORDS, carer, words=told["words"])
    cases.plan(tx, case.id, date.fromisoformat(told["next_try"]))
    cases.step(tx, case, Step.PLANNED, story.curator)


def _pause(story: Story, told: Told, tx: Transaction) -> None:
    """A mentor pauses and says when they will be back."""
    mentor = story.people[told["mentor"]]
    until = date.fromisoformat(told["until"])
    made = pauses.begin(tx, _programme(story, tx).id, mentor, Away(told["reason"]), until, mentor)
    ask_back(tx, story.school, pauses.get(tx, made))
    journal.note(tx, "paused", "person", mentor, school=story.school, by=mentor)


def _programme(story: Story, tx: Transaction) -> Programme:
    programme = schools.programme(tx, story.school)
    if programme is None:
        raise LookupError(story.school)
    return programme
