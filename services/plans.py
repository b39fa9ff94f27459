"""Development plans and learning paths: the mentor makes one from the request, the mentee ticks, the mentor marks.

What is changed keeps its history; the other side hears of it at most once a day.
"""

from __future__ import annotations

from mentoring.people import Speaker
from mentoring.plan_samples import Sample, audience_of, fitting, offered, samples
from mentoring.plan_sheet import PlanSheet
from mentoring.plans import MOST_ITEMS, Change, Item, Mark, Plan, PlanKind, spread
from mentoring.refusal import NotYours, Refusal, TakenMeanwhile
from services import plan_notices
from services.plan_access import Who, led, own
from services.plan_sheets import sheet_of
from services.plan_views import Next, PairPlans, PlanView, Proposal, pair_plans, proposal_of, request_of, view_of
from storage import journal, matches, plans
from storage.database import Database, Transaction
from storage.matches import Member, State

__all__ = ["Next", "PairPlans", "PlanView", "Plans", "Proposal", "Who"]

PAGE = 8


class Plans:
    """What the two sides of a pair and a curator do about plans."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_match(self, speaker: Speaker, match_id: int) -> tuple[Speaker, tuple[PairPlans, ...]]:
        """The plans of a match's mentees: all of them for the mentor and a curator, one's own for a mentee."""

        def unit(tx: Transaction) -> tuple[Speaker, tuple[PairPlans, ...]]:
            found: list[PairPlans] = []
            me = speaker
            for member in matches.of_match(tx, match_id):
                if member.state is State.ACTIVE:
                    try:
                        me, who = own(tx, speaker, member)
                    except NotYours:  # another mentee of the group
                        continue
                    found.append(pair_plans(tx, member, who))
            if not found:
                raise NotYours
            return me, tuple(found)

        return await self._database.work(unit)

    async def of_member(self, speaker: Speaker, member_id: int) -> tuple[Speaker, PairPlans]:
        """The plans of one mentee, for either side and a curator; also of a pair that is over, for a curator."""

        def unit(tx: Transaction) -> tuple[Speaker, PairPlans]:
            member = matches.get(tx, member_id)
            me, who = own(tx, speaker, member)
            return me, pair_plans(tx, member, who)

        return await self._database.work(unit)

    async def mine(self, speaker: Speaker) -> tuple[Next, ...]:
        """For home: a mentee's next task, the tasks that wait for a mentor's mark."""

        def query(tx: Transaction) -> tuple[Next, ...]:
            if speaker.person is None:
                return ()
            own_pairs = [each for each in matches.of_person(tx, speaker.person.id) if each.state is State.ACTIVE]
            return Next.of(tx, speaker, own_pairs) if own_pairs else ()

        return await self._database.read(query)

    async def look(self, speaker: Speaker, plan_id: int) -> tuple[Speaker, PlanView]:
        """One plan. Raises NotYours for anybody who is neither a side of the pair nor a curator of the school."""
        return await self._database.work(lambda tx: _look(tx, speaker, plan_id))

    async def task(self, speaker: Speaker, item_id: int) -> tuple[Speaker, PlanView, Item]:
        """One task with its plan. Raises as `look`."""

        def unit(tx: Transaction) -> tuple[Speaker, PlanView, Item]:
            item = plans.item(tx, item_id)
            me, view = _look(tx, speaker, item.plan_id)
            return me, view, item

        return await self._database.work(unit)

    async def proposal(self, speaker: Speaker, member_id: int, kind: PlanKind, sample: str = "") -> Proposal:
        """What would be planned: by the application, or by this sample. Raises NotYours for all but the mentor."""

        def unit(tx: Transaction) -> Proposal:
            me, member = led(tx, speaker, member_id)
            return proposal_of(tx, me, member, _sample(tx, me, member, kind, sample))

        return await self._database.work(unit)

    async def make(self, speaker: Speaker, member_id: int, kind: PlanKind, sample: str) -> PlanView:
        """Begin a plan with every task of the sample; the mentee sees it at once. From a second phone: the one that is.

        Raises NotYours for all but the mentor of a pair at work.
        """

        def unit(tx: Transaction) -> PlanView:
            me, member = led(tx, speaker, member_id)
            chosen = _sample(tx, me, member, kind, sample)
            proposed = proposal_of(tx, me, member, chosen)
            plan_id = plans.add(tx, member.id, kind, chosen.key, proposed.goal, me.person_id)
            if plan_id is None:
                standing = plans.of_members(tx, [member.id])[member.id, kind]
                return view_of(tx, me, Who.MENTOR, member, standing)
            days = spread(len(chosen.tasks), proposed.today, proposed.ends_on)
            for each, day in zip(chosen.tasks, days, strict=True):
                plans.add_item(
                    tx,
                    plan_id,
                    each.section,
                    each.task.to(me.language),
                    day,
                    place=each.place.to(me.language),
                    expected=each.expected.to(me.language),
                )
            plans.note(tx, plan_id, "made", me.person_id)
            journal.note(tx, "made-plan", "member", member.id, school=me.school_id, by=me.person_id, details=kind)
            return view_of(tx, me, Who.MENTOR, member, plans.get(tx, plan_id))

        return await self._database.work(unit)

    async def finish(self, speaker: Speaker, plan_id: int) -> PlanView:
        """The plan is made: from now on its days are reminded of and changes are told. Raises Refusal without tasks."""

        def unit(tx: Transaction) -> PlanView:
            me, member, plan = _led_plan(tx, speaker, plan_id)
            if not plans.items_of(tx, [plan.id]).get(plan.id):
                raise Refusal("plans-empty")
            if plans.finish(tx, plan.id):
                plans.note(tx, plan.id, "ready", me.person_id)
                plan_notices.made(tx, member, plan, school=me.school_id)
            return view_of(tx, me, Who.MENTOR, member, plans.get(tx, plan.id))

        return await self._database.work(unit)

    async def remove(self, speaker: Speaker, item_id: int, *, out: bool) -> PlanView:
        """Take a task out of the plan, or put it back. Raises NotYours for all but the mentor."""

        def unit(tx: Transaction) -> PlanView:
            item = plans.item(tx, item_id)
            me, member, plan = _led_plan(tx, speaker, item.plan_id)
            if not out:
                _refuse_full(tx, plan, but=item.id)
            if plans.remove(tx, item.id, out=out):
                change = plans.note(tx, plan.id, "removed" if out else "restored", me.person_id, item=item.id)
                plan_notices.changed(tx, member, plan, change, by=me.person_id, school=me.school_id)
                if plan.ready_at is not None and not out:
                    plan_notices.dated(tx, member, item, school=me.school_id)
            return view_of(tx, me, Who.MENTOR, member, plan)

        return await self._database.work(unit)

    async def tick(self, speaker: Speaker, item_id: int, *, done: bool) -> tuple[Speaker, PlanView]:
        """«Сделал(а)», or back. Raises NotYours for all but the mentee, TakenMeanwhile when the mentor has marked it."""

        def unit(tx: Transaction) -> tuple[Speaker, PlanView]:
            item = plans.item(tx, item_id)
            plan = plans.get(tx, item.plan_id)
            member = matches.get(tx, plan.member_id)
            me, who = own(tx, speaker, member)
            if who is not Who.MENTEE:
                raise NotYours
            if item.mark is not None or item.removed_at is not None:
                raise TakenMeanwhile("plans-marked-already" if item.mark else "plans-removed-already")
            if plans.tick(tx, item.id, done=done):
                change = plans.note(tx, plan.id, "ticked" if done else "unticked", me.person_id, item=item.id)
                if done:
                    plan_notices.changed(tx, member, plan, change, by=me.person_id, school=me.school_id)
            return me, view_of(tx, me, who, member, plan)

        return await self._database.work(unit)

    async def mark(self, speaker: Speaker, item_id: int, given: Mark) -> tuple[Speaker, PlanView, Item]:
        """«Выполнено», «частично», «не выполнено». Raises NotYours for all but the mentor."""

        def unit(tx: Transaction) -> tuple[Speaker, PlanView, Item]:
            item = plans.item(tx, item_id)
            me, member, plan = _led_plan(tx, speaker, item.plan_id)
            if item.removed_at is not None:
                raise TakenMeanwhile("plans-removed-already")
            if plans.mark(tx, item.id, given):
                was = item.mark.value if item.mark else ""
                change = plans.note(tx, plan.id, "mark", me.person_id, item=item.id, was=was, became=given.value)
                plan_notices.changed(tx, member, plan, change, by=me.person_id, school=me.school_id)
            return me, view_of(tx, me, Who.MENTOR, member, plan), plans.item(tx, item.id)

        return await self._database.work(unit)

    async def history(
        self, speaker: Speaker, plan_id: int, before: int
    ) -> tuple[Speaker, PlanView, list[Change], bool]:
        """A page of changes, the latest first, and whether there are more. Raises as `look`."""

        def unit(tx: Transaction) -> tuple[Speaker, PlanView, list[Change], bool]:
            me, view = _look(tx, speaker, plan_id)
            found = plans.history(tx, plan_id, before, PAGE + 1)
            return me, view, found[:PAGE], len(found) > PAGE

        return await self._database.work(unit)

    async def sheet(self, speaker: Speaker, plan_id: int) -> tuple[PlanView, PlanSheet]:
        """All that the printed plan says. Raises as `look`."""

        def unit(tx: Transaction) -> tuple[PlanView, PlanSheet]:
            me, view = _look(tx, speaker, plan_id)
            return view, sheet_of(tx, me, view)

        return await self._database.work(unit)


def _look(tx: Transaction, speaker: Speaker, plan_id: int) -> tuple[Speaker, PlanView]:
    plan = plans.get(tx, plan_id)
    member = matches.get(tx, plan.member_id)
    me, who = own(tx, speaker, member)
    return me, view_of(tx, me, who, member, plan)


def _led_plan(tx: Transaction, speaker: Speaker, plan_id: int) -> tuple[Speaker, Member, Plan]:
    plan = plans.get(tx, plan_id)
    me, member = led(tx, speaker, plan.member_id)
    return me, member, plan


def _refuse_full(tx: Transaction, plan: Plan, but: int = 0) -> None:
    standing = [each for each in plans.items_of(tx, [plan.id]).get(plan.id, []) if each.id != but]
    if len(standing) >= MOST_ITEMS:
        raise Refusal("plans-full")


def _sample(tx: Transaction, me: Speaker, member: Member, kind: PlanKind, key: str) -> Sample:
    """The sample asked for, or the one that fits the application. Raises NotYours for one of another kind."""
    audience = audience_of(member.form)
    if not offered(kind, audience):
        raise NotYours
    if key:
        found = samples().get(key)
        if found is None or (found.kind, found.audience) != (kind, audience):
            raise NotYours
        return found
    situation, areas, _ = request_of(tx, member)
    return fitting(kind, audience, situation, areas)
