"""What is said about a plan: it is made, what the other side did (once a day), a task soon due, a task overdue."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from mentoring.naming import shown
from mentoring.plans import SOON, Item, Plan
from services.notices import Lane, Notice, Still, Values, addressee
from storage import matches, notices, people, plans, schools
from storage.database import Transaction
from storage.matches import Member, State

_HOUR = time(15)  # by the school's clock: after lessons
_SETTLED = timedelta(hours=1)  # whoever ticks one task may tick another: they are told of together
_TOLD = {
    "mentor": ("ticked",),
    "mentee": ("mark", "word", "actual", "added", "removed", "restored", "task", "due", "goal"),
}


def made(tx: Transaction, member: Member, plan: Plan, *, school: int) -> None:
    """The plan is made: the mentee hears of it, and its days are remembered."""
    notices.write(tx, "plan-ready", school=school, person=member.mentee_person, about=plan.id)
    for each in plans.items(tx, plan.id):
        if each.open:
            dated(tx, member, each, school=school)


def dated(tx: Transaction, member: Member, item: Item, *, school: int) -> None:
    """A task has a day: two days before the mentee is reminded, the day after the mentor; once of all tasks of a day."""
    zone = schools.settings(tx, school).zone
    day = item.due_on

    def at(when: date) -> datetime:
        return datetime.combine(when, _HOUR, zone)

    for kind, person, when, until in (
        ("plan-soon", member.mentee_person, at(day - SOON), at(day) + timedelta(hours=6)),
        ("plan-overdue", member.mentor_person, at(day + timedelta(days=1)), at(day + timedelta(days=7))),
    ):
        if until > tx.now:
            notices.write(
                tx,
                kind,
                school=school,
                person=person,
                about=item.plan_id,
                revision=day.toordinal(),
                lane=Lane.REMINDER,
                not_before=when,
                not_after=until,
            )


def changed(tx: Transaction, member: Member, plan: Plan, change: int, *, by: int, school: int) -> None:
    """The other side will hear of a change: together with all others of the day, at most once a day."""
    if plan.ready_at is None or by not in (member.mentor_person, member.mentee_person):
        return
    to = member.mentee_person if by == member.mentor_person else member.mentor_person
    zone = schools.settings(tx, school).zone
    today = tx.now.astimezone(zone).date()
    for day in (today, today + timedelta(days=1)):
        key = f"plan-news:{to}:{plan.id}:{day}"
        when = tx.now + _SETTLED if day == today else datetime.combine(day, _HOUR, zone)
        written = notices.write(
            tx,
            "plan-news",
            school=school,
            person=to,
            about=plan.id,
            revision=change,
            lane=Lane.REMINDER,
            not_before=when,
            key=key,
        )
        if written or plans.unsaid(tx, key):
            return


def _known(tx: Transaction, notice: Notice) -> tuple[Plan, Member, dict[str, object]] | None:
    plan = plans.get(tx, notice.about)
    member = matches.get(tx, plan.member_id)
    if member.state is not State.ACTIVE or notice.person_id not in (member.mentor_person, member.mentee_person):
        return None
    leads = notice.person_id == member.mentor_person
    other = people.get(tx, member.mentee_person if leads else member.mentor_person)
    values: dict[str, object] = {
        "who": shown(other, addressee(tx, notice)),
        "kind": plan.kind.value,
        "plan": plan.id,
    }
    return plan, member, values


def still_ready(tx: Transaction, notice: Notice) -> Values | None:
    """The plan is there to be looked at."""
    found = _known(tx, notice)
    if found is None or found[0].ready_at is None:
        return None
    return {**found[2], "count": len(plans.items_of(tx, [found[0].id]).get(found[0].id, []))}


def still_news(tx: Transaction, notice: Notice) -> Values | None:
    """What the other side has done since; untrue when it was all taken back."""
    found = _known(tx, notice)
    if found is None:
        return None
    plan, member, values = found
    leads = notice.person_id == member.mentor_person
    other = member.mentee_person if leads else member.mentor_person
    said = plans.since(tx, plan.id, notice.revision, other)
    standing = {each.id: each for each in plans.items_of(tx, [plan.id]).get(plan.id, [])}
    if leads:
        done = {each.item_id for each in said if each.what in _TOLD["mentor"]}
        told = [each for key, each in standing.items() if key in done and each.ticked_at and each.mark is None]
        return {**values, "side": "mentor", "tasks": _tasks(told)} if told else None
    news = [each for each in said if each.what in _TOLD["mentee"]]
    changed_items = {each.item_id for each in news}
    told = [each for key, each in standing.items() if key in changed_items]
    return {**values, "side": "mentee", "tasks": _tasks(told)} if news else None


def still_due(tx: Transaction, notice: Notice) -> Values | None:
    """Tasks of that day are still to be done."""
    found = _known(tx, notice)
    if found is None:
        return None
    day = date.fromordinal(notice.revision)
    left = plans.due_on(tx, found[0].id, day)
    return {**found[2], "day": day, "count": len(left), "tasks": _tasks(left)} if left else None


def _tasks(items: list[Item]) -> str:
    """A few tasks, each on a line of its own."""
    lines = [f"\u2022 {each.task if len(each.task) <= 120 else each.task[:119] + chr(0x2026)}" for each in items[:4]]
    return "\n".join([*lines, "\u2026"] if len(items) > 4 else lines)


STILL: dict[str, Still] = {
    "plan-ready": still_ready,
    "plan-news": still_news,
    "plan-soon": still_due,
    "plan-overdue": still_due,
}
