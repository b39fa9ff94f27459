"""What a parent sees of the plan and of the learning path of their child: the goal, the tasks, their days, what is done.

Never the mentor's marks, words and results, nor what the child was late with.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentoring.plan_samples import audience_of, sections
from mentoring.plans import ItemState, PlanKind, numbered
from mentoring.questionnaire_items import Phrase
from storage import plans
from storage.database import Transaction
from storage.matches import Member

_DONE = (ItemState.DONE, ItemState.TICKED)


@dataclass(frozen=True, slots=True)
class ChildTask:
    """A task: its section, its number as everybody sees it, its day."""

    section: int
    number: str
    text: str
    due_on: date
    done: bool


@dataclass(frozen=True, slots=True)
class ChildPlan:
    """A plan or a path that is ready."""

    member_id: int
    kind: PlanKind
    goal: str
    tasks: tuple[ChildTask, ...]
    sections: tuple[tuple[int, Phrase], ...]

    @property
    def done(self) -> int:
        """How many tasks are done."""
        return sum(each.done for each in self.tasks)

    def ahead(self) -> list[ChildTask]:
        """What is still to be done, the nearest day first."""
        return sorted((each for each in self.tasks if not each.done), key=lambda each: (each.due_on, each.section))


def plans_of(tx: Transaction, member: Member, today: date) -> tuple[ChildPlan, ...]:
    """The plan and the path of a mentee that are ready; in two queries."""
    found = {key[1]: plan for key, plan in plans.of_members(tx, [member.id]).items() if plan.ready_at is not None}
    items = plans.items_of(tx, [each.id for each in found.values()])
    return tuple(
        ChildPlan(
            member_id=member.id,
            kind=kind,
            goal=found[kind].goal,
            tasks=tuple(
                ChildTask(each.section, number, each.task, each.due_on, each.state(today) in _DONE)
                for number, each in numbered(items.get(found[kind].id, []))
            ),
            sections=tuple(sections(kind, audience_of(member.form)).items()),
        )
        for kind in PlanKind
        if kind in found
    )
