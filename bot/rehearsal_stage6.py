"""The life of the rehearsed school's pairs: rhythms, plans, marks, holidays, whom to tell of a concern, whom to call."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any

from bot.rehearsal_story import Story
from mentoring.plan_samples import samples
from mentoring.plans import Mark, spread
from mentoring.rhythms import last_day
from mentoring.school_days import Break, Holiday, usual
from services import calls, meeting_notices, plan_notices
from services.plan_views import proposal_of
from storage import (
    accounts,
    guardianships,
    journal,
    matches,
    meetings,
    people,
    plans,
    ratings,
    rhythms,
    safety_adults,
    school_days,
    schools,
)
from storage.database import Transaction
from storage.matches import Member

Told = dict[str, Any]

_WORKED = timedelta(days=14)  # who has worked for less is not asked to rate yet


def live_on(story: Story) -> None:
    """Tell all of it, each on its day."""
    told = story.told["stage6"]
    story.on(told["calendar"]["day"], 10, partial(_calendar, story, told["calendar"]))
    story.on(told["safety"]["day"], 11, partial(_name_adults, story, told["safety"]))
    for each in told["rhythms"]:
        story.on(each["day"], 17.5, partial(_repeat, story, each))
    for each in told["plans"]:
        made: dict[str, int] = {}
        story.on(each["day"], 18, partial(_make_plan, story, each, made))
        for mark in each["marks"]:
            story.on(mark["day"], 18.5, partial(_mark, story, each, mark, made))
    story.on(told["ratings"]["day"], 9, partial(_ask_to_rate, story, told["ratings"]))
    for each in told["ratings"]["marks"]:
        story.on(each["day"], 18, partial(_rate, story, told["ratings"]["period"], each))
    for each in told["parents"]:
        story.on(each["day"], 19, partial(_listen, story, each))
    for each in told["calls"]:
        story.on(each["day"], 19.5, partial(_lose, story, each))


def _calendar(story: Story, told: Told, tx: Transaction) -> None:
    """The usual holidays ahead, and days off of the school's own."""
    for holiday in usual(tx.now.date()):
        if holiday.kind in told["usual"]:
            _no_school(story, holiday, tx)
    for first, last in told["off"]:
        _no_school(story, Holiday(date.fromisoformat(first), date.fromisoformat(last), Break.OTHER), tx)


def _no_school(story: Story, holiday: Holiday, tx: Transaction) -> None:
    added = school_days.add(tx, story.school, holiday)
    journal.note(tx, "holiday-added", "holiday", added, school=story.school, by=story.curator)


def _name_adults(story: Story, told: Told, tx: Transaction) -> None:
    """Who is told of a pupil's concern, in this order; each has answered a trial."""
    for account in told["adults"]:
        adult = story.people[account]
        safety_adults.add(tx, story.school, adult, story.curator)
        safety_adults.tried(tx, story.school, adult)
        safety_adults.heard(tx, story.school, adult)
    journal.note(tx, "setting-changed", "school", story.school, school=story.school, by=story.curator, details="safety")


def _repeat(story: Story, told: Told, tx: Transaction) -> None:
    """The planned meeting of a pair repeats until the programme's end."""
    member = _member(story, told, tx)
    pair = meetings.pair(tx, member.match_id)
    planned = meetings.planned(tx, [member.match_id])[member.match_id]
    local = planned.starts_at.astimezone(schools.settings(tx, story.school).zone).replace(tzinfo=None)
    until = last_day(local.date(), 0, pair.ends_on)
    made = rhythms.begin(tx, member.match_id, told["weeks"], local, until, pair.mentor.id)
    meetings.join_rhythm(tx, planned.id, made.id, local.date())
    meeting_notices.lapses(tx, pair, meetings.get(tx, planned.id))
    meeting_notices.repeats(tx, pair, made.id)
    journal.note(tx, "rhythm-set", "match", member.match_id, school=story.school, by=pair.mentor.id)


def _make_plan(story: Story, told: Told, made: dict[str, int], tx: Transaction) -> None:
    """A mentor makes the plan with every task of a sample."""
    member, mentor = _member(story, told, tx), story.people[told["mentor"]]
    proposed = proposal_of(tx, accounts.as_person(tx, mentor), member, samples()[told["sample"]])
    tasks = proposed.sample.tasks
    plan_id = plans.add(tx, member.id, proposed.kind, proposed.sample.key, proposed.goal, mentor)
    if plan_id is None:
        raise LookupError(told["mentor"])
    made["id"] = plan_id
    days = [date.fromisoformat(each) for each in told["first_days"]]
    days += spread(len(tasks) - len(days), proposed.today, proposed.ends_on)
    for each, day in zip(tasks, days, strict=True):
        plans.add_item(tx, plan_id, each.section, each.task.to("ru"), day, expected=each.expected.to("ru"))
    plans.note(tx, plan_id, "made", mentor)
    plans.finish(tx, plan_id)
    plans.note(tx, plan_id, "ready", mentor)
    plan_notices.made(tx, member, plans.get(tx, plan_id), school=story.school)
    journal.note(tx, "made-plan", "member", member.id, school=story.school, by=mentor, details=proposed.kind)


def _mark(story: Story, told: Told, given: Told, made: dict[str, int], tx: Transaction) -> None:
    """A mentee ticks a task, by its place; the mentor marks it with a word."""
    item = plans.items(tx, made["id"])[given["task"]]
    plans.tick(tx, item.id, done=True)
    plans.note(tx, item.plan_id, "ticked", story.people[told["mentee"]], item=item.id)
    if "mark" in given:
        mentor = story.people[told["mentor"]]
        plans.mark(tx, item.id, Mark(given["mark"]))
        plans.note(tx, item.plan_id, "mark", mentor, item=item.id, became=given["mark"])
        plans.put(tx, item.id, "word", given["word"])
        plans.note(tx, item.plan_id, "word", mentor, item=item.id, became=given["word"])


def _ask_to_rate(story: Story, told: Told, tx: Transaction) -> None:
    ratings.ask(tx, story.school, told["period"], tx.now - _WORKED)


def _rate(story: Story, period: str, told: Told, tx: Transaction) -> None:
    """Somebody gives a mark, which only the curator will see."""
    (asked,) = ratings.of_person(tx, story.people[told["account"]], period)
    ratings.mark(tx, asked.id, told["mark"])
    ratings.write(tx, asked.id, told["words"])


def _listen(story: Story, told: Told, tx: Transaction) -> None:
    """A parent wishes to hear of the child's meetings."""
    guardianships.hear(tx, story.people[told["guardian"]], story.people[told["child"]], meetings=True)


def _lose(story: Story, told: Told, tx: Transaction) -> None:
    """Somebody who was in the bot has blocked it: the curator is to call."""
    person = story.people[told["account"]]
    people.change(tx, person, contact=told["contact"])
    accounts.speak_for(tx, accounts.meet(tx, told["account"], "ru").account_id, person)
    calls.lost(tx, told["account"])


def _member(story: Story, told: Told, tx: Transaction) -> Member:
    mentor, mentee = story.people[told["mentor"]], story.people[told["mentee"]]
    (found,) = (each for each in matches.of_person(tx, mentor) if each.mentee_person == mentee)
    return found
