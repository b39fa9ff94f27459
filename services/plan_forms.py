"""What is typed or picked about a plan: goal, own tasks, days, results, the mentor's word, the day it was signed."""

from __future__ import annotations

from datetime import date

from mentoring.people import Speaker
from mentoring.plans import MOST_ITEMS, Item, Plan, PlanKind
from mentoring.questionnaire import Answers
from mentoring.refusal import NotYours, Refusal
from services import plan_notices
from services.filling import Proposer, Receiver, Sent
from services.plan_access import Who, led, own
from storage import journal, matches, plans, schools
from storage.database import Transaction
from storage.matches import Member

_OWN_TASKS = 2  # the section of a plan to which a mentor's own tasks belong: directions of growth


def receive_goal(tx: Transaction, speaker: Speaker, sent: Sent) -> int:
    """Another goal. Returns the plan. Raises NotYours for all but the mentor."""
    me, member, plan = _led(tx, speaker, sent.about)
    goal = sent.text("goal")
    if plans.set_goal(tx, plan.id, goal):
        _note(tx, me, member, plan, "goal", was=plan.goal, became=goal)
    return plan.id


def receive_task(tx: Transaction, speaker: Speaker, sent: Sent) -> int:
    """An own task, or a line of a path. Returns the plan. Raises Refusal when the plan is full or the day too late."""
    me, member, plan = _led(tx, speaker, sent.about)
    if len(plans.items_of(tx, [plan.id]).get(plan.id, [])) >= MOST_ITEMS:
        raise Refusal("plans-full")
    day = _day(tx, me, sent)
    section = int(sent.text("part")) if plan.kind is PlanKind.PATH and sent.text("part") else _OWN_TASKS
    item_id = plans.add_item(
        tx,
        plan.id,
        section,
        sent.text("task"),
        day,
        place=sent.text("place"),
        expected=sent.text("expected"),
    )
    _note(tx, me, member, plan, "added", item=plans.item(tx, item_id))
    if plan.ready_at is not None:
        plan_notices.dated(tx, member, plans.item(tx, item_id), school=me.school_id)
    return plan.id


def receive_text(tx: Transaction, speaker: Speaker, sent: Sent) -> int:
    """Another wording of a task. Returns the task."""
    return _put(tx, speaker, sent, "task", "task", sent.text("task"))


def receive_expected(tx: Transaction, speaker: Speaker, sent: Sent) -> int:
    """What result is expected. Returns the task."""
    return _put(tx, speaker, sent, "expected", "expected", sent.text("expected"))


def receive_due(tx: Transaction, speaker: Speaker, sent: Sent) -> int:
    """Another day for a task. Returns the task. Raises Refusal for a day after the programme's end."""
    item, me, member, plan = _led_item(tx, speaker, sent.about)
    day = _day(tx, me, sent)
    if plans.put(tx, item.id, "due_on", day.isoformat()):
        _note(tx, me, member, plan, "due", item=item, was=item.due_on.isoformat(), became=day.isoformat())
        if plan.ready_at is not None:
            plan_notices.dated(tx, member, plans.item(tx, item.id), school=me.school_id)
    return item.id


def receive_word(tx: Transaction, speaker: Speaker, sent: Sent) -> int:
    """What came of a task, and a word to the mentee; what is skipped stays. Returns the task."""
    for column in ("actual", "word"):
        if sent.text(column):
            _put(tx, speaker, sent, column, column, sent.text(column))
    item, *_ = _led_item(tx, speaker, sent.about)
    return item.id


def receive_signed(tx: Transaction, speaker: Speaker, sent: Sent) -> int:
    """The day the printed plan was signed: from the mentor or a curator. Returns the plan."""
    plan = plans.get(tx, sent.about)
    member = matches.get(tx, plan.member_id)
    me, who = own(tx, speaker, member)
    if who is Who.MENTEE:
        raise NotYours
    day = date.fromisoformat(sent.text("signed_on"))
    if plans.sign(tx, plan.id, day):
        plans.note(tx, plan.id, "signed", me.person_id, became=day.isoformat())
        journal.note(tx, "signed-plan", "member", member.id, school=me.school_id, by=me.person_id)
    return plan.id


def _proposed(column: str) -> Proposer:
    """What stands in a task now, when it is changed."""

    def proposer(tx: Transaction, speaker: Speaker, about: int) -> Answers:
        item, *_ = _led_item(tx, speaker, about)
        value = {"task": item.task, "expected": item.expected, "due": item.due_on.isoformat()}[column]
        return {column: value} if value else {}

    return proposer


def _proposed_word(tx: Transaction, speaker: Speaker, about: int) -> Answers:
    item, *_ = _led_item(tx, speaker, about)
    return {name: value for name, value in (("actual", item.actual), ("word", item.word)) if value}


def _proposed_goal(tx: Transaction, speaker: Speaker, about: int) -> Answers:
    return {"goal": _led(tx, speaker, about)[2].goal}


def _put(tx: Transaction, speaker: Speaker, sent: Sent, column: str, what: str, value: str) -> int:
    item, me, member, plan = _led_item(tx, speaker, sent.about)
    if plans.put(tx, item.id, column, value):
        _note(tx, me, member, plan, what, item=item, was=str(getattr(item, column)), became=value)
    return item.id


def _note(
    tx: Transaction,
    me: Speaker,
    member: Member,
    plan: Plan,
    what: str,
    *,
    item: Item | None = None,
    was: str = "",
    became: str = "",
) -> None:
    change = plans.note(tx, plan.id, what, me.person_id, item=item.id if item else None, was=was, became=became)
    plan_notices.changed(tx, member, plan, change, by=me.person_id, school=me.school_id)


def _led(tx: Transaction, speaker: Speaker, plan_id: int) -> tuple[Speaker, Member, Plan]:
    plan = plans.get(tx, plan_id)
    me, member = led(tx, speaker, plan.member_id)
    return me, member, plan


def _led_item(tx: Transaction, speaker: Speaker, item_id: int) -> tuple[Item, Speaker, Member, Plan]:
    item = plans.item(tx, item_id)
    me, member, plan = _led(tx, speaker, item.plan_id)
    return item, me, member, plan


def _day(tx: Transaction, me: Speaker, sent: Sent) -> date:
    day = date.fromisoformat(sent.text("due"))
    programme = schools.programme(tx, me.school_id)
    if programme is None or day > programme.ends_on:
        raise Refusal("plans-after-end")
    return day


RECEIVERS: dict[str, Receiver] = {
    "plan_goal": receive_goal,
    "plan_task": receive_task,
    "plan_path_task": receive_task,
    "plan_text": receive_text,
    "plan_expected": receive_expected,
    "plan_due": receive_due,
    "plan_word": receive_word,
    "plan_signed": receive_signed,
}
PROPOSERS: dict[str, Proposer] = {
    "plan_goal": _proposed_goal,
    "plan_text": _proposed("task"),
    "plan_expected": _proposed("expected"),
    "plan_due": _proposed("due"),
    "plan_word": _proposed_word,
}
