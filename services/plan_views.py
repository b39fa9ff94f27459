"""A plan as one of those concerned sees it, what would be planned from an application, and what home says of plans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from mentoring.people import Person, Speaker
from mentoring.plan_samples import Sample, audience_of, offered, sections
from mentoring.plans import Item, ItemState, Plan, PlanKind, Progress, numbered, progress
from mentoring.questionnaire_items import Phrase
from mentoring.refusal import Refusal
from services.plan_access import Who
from storage import applications, areas, people, plans, schools, standing
from storage.database import Transaction
from storage.matches import Member

_GOAL = 500  # letters


@dataclass(frozen=True, slots=True)
class PlanView:
    """One plan: whose, with whom, its tasks with the numbers people see, and those that were taken out."""

    plan: Plan
    who: Who
    member: Member
    mentor: Person
    mentee: Person
    tasks: tuple[tuple[str, Item], ...]
    removed: tuple[Item, ...]
    sections: tuple[tuple[int, Phrase], ...]
    progress: Progress
    today: date
    zone: ZoneInfo

    def next_tasks(self) -> list[tuple[str, Item]]:
        """What is still to be done, the nearest day first."""
        left = [each for each in self.tasks if each[1].open]
        return sorted(left, key=lambda each: (each[1].due_on, each[1].section, each[1].number))

    def waiting(self) -> list[tuple[str, Item]]:
        """What the mentee has ticked and the mentor has not marked."""
        return [each for each in self.tasks if each[1].state(self.today) is ItemState.TICKED]


@dataclass(frozen=True, slots=True)
class PairPlans:
    """The plan and the path of one mentee, with their numbers; None where there is none. `path_there`: pupils only."""

    member: Member
    who: Who
    mentor: Person
    mentee: Person
    plan: Plan | None
    path: Plan | None
    plan_progress: Progress | None
    path_progress: Progress | None
    path_there: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be planned: a goal from the application, a sample and the others there are."""

    member: Member
    mentee: Person
    kind: PlanKind
    sample: Sample
    others: tuple[Sample, ...]
    goal: str
    request: str  # the mentee's own words
    today: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class Next:
    """What home says of one plan: the next task, for a mentee; its numbers."""

    who: Who
    other: Person
    plan: Plan
    progress: Progress
    task: Item | None

    @staticmethod
    def of(tx: Transaction, speaker: Speaker, members: list[Member]) -> tuple[Next, ...]:
        """Of the speaker's pairs at work; a fixed number of queries."""
        today = today_of(tx, speaker.school_id)
        found = plans.of_members(tx, [each.id for each in members])
        tasks = plans.items_of(tx, [each.id for each in found.values()])
        known = people.some(tx, [each.mentor_person for each in members] + [each.mentee_person for each in members])
        every: list[Next] = []
        for member in members:
            who = Who.MENTOR if member.mentor_person == speaker.person_id else Who.MENTEE
            other = known[member.mentee_person if who is Who.MENTOR else member.mentor_person]
            for kind in PlanKind:
                plan = found.get((member.id, kind))
                if plan is None:
                    continue
                items = tasks.get(plan.id, [])
                ahead = sorted((each for each in items if each.open), key=lambda each: each.due_on)
                every.append(
                    Next(
                        who,
                        other,
                        plan,
                        progress(items, today),
                        ahead[0] if ahead and plan.ready_at else None,
                    )
                )
        return tuple(every)


def today_of(tx: Transaction, school_id: int) -> date:
    """The school's day."""
    return tx.now.astimezone(schools.settings(tx, school_id).zone).date()


def view_of(tx: Transaction, me: Speaker, who: Who, member: Member, plan: Plan) -> PlanView:
    """The plan as it stands."""
    items = plans.items(tx, plan.id)
    known = people.some(tx, [member.mentor_person, member.mentee_person])
    today = today_of(tx, me.school_id)
    named = sections(plan.kind, audience_of(member.form))
    return PlanView(
        plan=plan,
        who=who,
        member=member,
        mentor=known[member.mentor_person],
        mentee=known[member.mentee_person],
        tasks=tuple(numbered(items)),
        removed=tuple(each for each in items if each.removed_at is not None),
        sections=tuple(named.items()),
        progress=progress(items, today),
        today=today,
        zone=schools.settings(tx, me.school_id).zone,
    )


def pair_plans(tx: Transaction, member: Member, who: Who) -> PairPlans:
    """The plan and the path of a mentee."""
    known = people.some(tx, [member.mentor_person, member.mentee_person])
    mentee = known[member.mentee_person]
    today = today_of(tx, mentee.school_id)
    found = plans.of_members(tx, [member.id])
    tasks = plans.items_of(tx, [each.id for each in found.values()])
    plan, path = (found.get((member.id, kind)) for kind in (PlanKind.PLAN, PlanKind.PATH))
    return PairPlans(
        member=member,
        who=who,
        mentor=known[member.mentor_person],
        mentee=mentee,
        plan=plan,
        path=path,
        plan_progress=progress(tasks.get(plan.id, []), today) if plan else None,
        path_progress=progress(tasks.get(path.id, []), today) if path else None,
        path_there=bool(offered(PlanKind.PATH, audience_of(member.form))),
    )


def request_of(tx: Transaction, member: Member) -> tuple[str, tuple[str, ...], str]:
    """What the mentee's application says: the goal they chose, the areas, their own words; empty where nothing."""
    found = standing.of_participation(tx, member.mentee_id)
    sent = applications.of(tx, [found] if found else []).get(member.mentee_id)
    answers = sent.answers if sent else {}
    areas_said, words = answers.get("areas"), answers.get("request")
    return (
        str(answers.get("situation", "")),
        areas_said if isinstance(areas_said, tuple) else (),
        words if isinstance(words, str) else "",
    )


def proposal_of(tx: Transaction, me: Speaker, member: Member, sample: Sample) -> Proposal:
    """The goal and the term a sample gives for this request. Raises Refusal where no programme runs."""
    programme = schools.programme(tx, me.school_id)
    if programme is None or programme.id != member.programme_id:
        raise Refusal("match-no-programme")
    _, said, words = request_of(tx, member)
    labels = areas.labels(tx, me.school_id)
    named = [labels[each].to(me.language) for each in said if each in labels]
    goal = sample.goal_for(named[:3], programme.ends_on, me.language)
    return Proposal(
        member=member,
        mentee=people.get(tx, member.mentee_person),
        kind=sample.kind,
        sample=sample,
        others=tuple(each for each in offered(sample.kind, sample.audience) if each.key != sample.key),
        goal=goal[:_GOAL],
        request=words,
        today=today_of(tx, me.school_id),
        ends_on=programme.ends_on,
    )
