"""Development plans and learning paths, their tasks, and the history of their changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mentoring.plans import Change, Item, Mark, Plan, PlanKind, Progress
from mentoring.refusal import NotYours
from storage.database import Row, Transaction
from storage.moments import maybe_date, maybe_time, to_date, to_time


@dataclass(frozen=True, slots=True)
class Overdue:
    """A pair whose plan has tasks past their day that nobody has ticked or marked."""

    member_id: int
    match_id: int
    count: int
    since: date


def get(tx: Transaction, plan_id: int) -> Plan:
    """The plan. Raises NotYours for an unknown id."""
    row = tx.one("SELECT * FROM plans WHERE id = :id", id=plan_id)
    if row is None:
        raise NotYours
    return _plan(row)


def of_members(tx: Transaction, member_ids: Iterable[int]) -> dict[tuple[int, PlanKind], Plan]:
    """The plans and paths of members."""
    ids = ",".join(str(int(each)) for each in set(member_ids)) or "NULL"
    rows = tx.all(f"SELECT * FROM plans WHERE member_id IN ({ids})")
    return {(row["member_id"], PlanKind(row["kind"])): _plan(row) for row in rows}


def add(tx: Transaction, member_id: int, kind: PlanKind, sample: str, goal: str, by: int) -> int | None:
    """Begin a plan; None when the member has one of this kind: from another phone."""
    row = tx.one(
        "INSERT INTO plans (member_id, kind, sample, goal, made_by, made_at) "
        "VALUES (:member, :kind, :sample, :goal, :by, :now) ON CONFLICT (member_id, kind) DO NOTHING RETURNING id",
        member=member_id,
        kind=kind,
        sample=sample,
        goal=goal,
        by=by,
        now=tx.now,
    )
    return None if row is None else int(row["id"])


def items(tx: Transaction, plan_id: int) -> list[Item]:
    """Every task, those taken out too, by section and number."""
    rows = tx.all("SELECT * FROM plan_items WHERE plan_id = :id ORDER BY section, number", id=plan_id)
    return [_item(row) for row in rows]


def items_of(tx: Transaction, plan_ids: Iterable[int]) -> dict[int, list[Item]]:
    """The tasks that stand of several plans, in one query."""
    ids = ",".join(str(int(each)) for each in set(plan_ids)) or "NULL"
    found: dict[int, list[Item]] = {}
    for row in tx.all(
        f"SELECT * FROM plan_items WHERE plan_id IN ({ids}) AND removed_at IS NULL ORDER BY plan_id, section, number"
    ):
        found.setdefault(row["plan_id"], []).append(_item(row))
    return found


def item(tx: Transaction, item_id: int) -> Item:
    """One task. Raises NotYours for an unknown id."""
    row = tx.one("SELECT * FROM plan_items WHERE id = :id", id=item_id)
    if row is None:
        raise NotYours
    return _item(row)


def add_item(
    tx: Transaction, plan_id: int, section: int, task: str, due_on: date, *, place: str = "", expected: str = ""
) -> int:
    """Add a task at the end of its section."""
    return int(
        tx.value(
            "INSERT INTO plan_items (plan_id, section, number, task, place, due_on, expected) "
            "SELECT :plan, :section, coalesce(max(number), 0) + 1, :task, :place, :due, :expected "
            "FROM plan_items WHERE plan_id = :plan AND section = :section RETURNING id",
            plan=plan_id,
            section=section,
            task=task,
            place=place,
            due=due_on,
            expected=expected,
        )
    )


def set_goal(tx: Transaction, plan_id: int, goal: str) -> bool:
    """Another goal; False when it is that already."""
    return bool(tx.run("UPDATE plans SET goal = :goal WHERE id = :id AND goal <> :goal", goal=goal, id=plan_id))


def finish(tx: Transaction, plan_id: int) -> bool:
    """The plan is made; False when it was before."""
    return bool(tx.run("UPDATE plans SET ready_at = :now WHERE id = :id AND ready_at IS NULL", now=tx.now, id=plan_id))


def sign(tx: Transaction, plan_id: int, day: date) -> bool:
    """The printed plan was signed on a day; False when that stands already."""
    return bool(
        tx.run("UPDATE plans SET signed_on = :day WHERE id = :id AND signed_on IS NOT :day", day=day, id=plan_id)
    )


def remove(tx: Transaction, item_id: int, *, out: bool) -> bool:
    """Take a task out of the plan, or put it back; False when it is so already."""
    return bool(
        tx.run(
            "UPDATE plan_items SET removed_at = CASE WHEN :out THEN :now END "
            "WHERE id = :id AND (removed_at IS NOT NULL) <> :out",
            out=int(out),
            now=tx.now,
            id=item_id,
        )
    )


def tick(tx: Transaction, item_id: int, *, done: bool) -> bool:
    """The mentee has done it, or takes that back before the mentor's mark; False when it is so already."""
    return bool(
        tx.run(
            "UPDATE plan_items SET ticked_at = CASE WHEN :done THEN :now END "
            "WHERE id = :id AND removed_at IS NULL AND mark IS NULL AND (ticked_at IS NOT NULL) <> :done",
            done=int(done),
            now=tx.now,
            id=item_id,
        )
    )


def mark(tx: Transaction, item_id: int, given: Mark) -> bool:
    """The mentor's mark; False when it stands already or the task is taken out."""
    return bool(
        tx.run(
            "UPDATE plan_items SET mark = :mark WHERE id = :id AND removed_at IS NULL AND mark IS NOT :mark",
            mark=given,
            id=item_id,
        )
    )


_PUT = {
    "task": "UPDATE plan_items SET task = :to WHERE id = :id AND task <> :to",
    "due_on": "UPDATE plan_items SET due_on = :to WHERE id = :id AND due_on <> :to",
    "expected": "UPDATE plan_items SET expected = :to WHERE id = :id AND expected <> :to",
    "actual": "UPDATE plan_items SET actual = :to WHERE id = :id AND actual <> :to",
    "word": "UPDATE plan_items SET word = :to WHERE id = :id AND word <> :to",
}


def put(tx: Transaction, item_id: int, column: str, value: str) -> bool:
    """Another task, day, expected or actual result, or word; False when it is that already."""
    return bool(tx.run(_PUT[column], to=value, id=item_id))


def note(
    tx: Transaction, plan_id: int, what: str, by: int, *, item: int | None = None, was: str = "", became: str = ""
) -> int:
    """Write a change into the history; returns its id."""
    return tx.insert(
        "plan_changes", plan_id=plan_id, item_id=item, what=what, was=was, became=became, by_id=by, at=tx.now
    )


_CHANGES = "SELECT c.*, i.task FROM plan_changes c LEFT JOIN plan_items i ON i.id = c.item_id WHERE c.plan_id = :plan "


def history(tx: Transaction, plan_id: int, before: int = 0, limit: int = 8) -> list[Change]:
    """A page of changes, the latest first; `before`: the last one of the page before, 0 for the first page."""
    rows = tx.all(
        _CHANGES + "AND (:before = 0 OR c.id < :before) ORDER BY c.id DESC LIMIT :limit",
        plan=plan_id,
        before=before,
        limit=limit,
    )
    return [_change(row) for row in rows]


def since(tx: Transaction, plan_id: int, first: int, by: int) -> list[Change]:
    """What one person has changed from one change on."""
    rows = tx.all(_CHANGES + "AND c.id >= :first AND c.by_id = :by ORDER BY c.id", plan=plan_id, first=first, by=by)
    return [_change(row) for row in rows]


def due_on(tx: Transaction, plan_id: int, day: date) -> list[Item]:
    """What is to be done by a day and is still open."""
    rows = tx.all(
        "SELECT * FROM plan_items WHERE plan_id = :plan AND due_on = :day AND mark IS NULL AND ticked_at IS NULL "
        "AND removed_at IS NULL ORDER BY section, number",
        plan=plan_id,
        day=day,
    )
    return [_item(row) for row in rows]


def overdue(tx: Transaction, programme_id: int, today: date, match_id: int = 0) -> list[Overdue]:
    """The pairs at work (or that one) whose plans have open tasks past their day, the longest overdue first; one query by an index."""
    one, of = ("AND m.match_id = :match ", {"match": match_id}) if match_id else ("", {})
    rows = tx.all(
        "SELECT p.member_id, m.match_id, count(*) AS count, min(i.due_on) AS since "
        "FROM plan_items i JOIN plans p ON p.id = i.plan_id AND p.ready_at IS NOT NULL "
        "JOIN members m ON m.id = p.member_id AND m.state = 'active' AND m.programme_id = :programme "
        f"WHERE i.mark IS NULL AND i.ticked_at IS NULL AND i.removed_at IS NULL AND i.due_on < :today {one}"
        "GROUP BY p.member_id ORDER BY since, p.member_id",
        programme=programme_id,
        today=today,
        **of,
    )
    return [Overdue(row["member_id"], row["match_id"], row["count"], to_date(row["since"])) for row in rows]


def counts(
    tx: Transaction, member_ids: Iterable[int], today: date, kind: PlanKind = PlanKind.PLAN
) -> dict[int, Progress]:
    """Numbers of the plans of many members, in one query; a member without one is not there."""
    ids = ",".join(str(int(each)) for each in set(member_ids)) or "NULL"
    rows = tx.all(
        "SELECT p.member_id, count(i.id) AS planned, "
        "coalesce(sum(i.mark = 'done' OR (i.mark IS NULL AND i.ticked_at IS NOT NULL)), 0) AS done, "
        "coalesce(sum(i.mark = 'partly'), 0) AS partly, coalesce(sum(i.mark = 'not'), 0) AS undone, "
        "coalesce(sum(i.mark IS NULL AND i.ticked_at IS NULL AND i.due_on < :today), 0) AS late, "
        "coalesce(sum(i.mark IS NULL AND i.ticked_at IS NOT NULL), 0) AS waiting "
        "FROM plans p LEFT JOIN plan_items i ON i.plan_id = p.id AND i.removed_at IS NULL "
        f"WHERE p.kind = :kind AND p.member_id IN ({ids}) GROUP BY p.id",
        today=today,
        kind=kind,
    )
    return {
        row["member_id"]: Progress(
            planned=row["planned"],
            done=row["done"],
            partly=row["partly"],
            undone=row["undone"],
            late=row["late"],
            waiting=row["waiting"],
        )
        for row in rows
    }


def of_pair(tx: Transaction, match_id: int, today: date) -> Progress | None:
    """The numbers of the plan of a pair; None without one, and for a group, where each has their own."""
    members = [
        row["id"] for row in tx.all("SELECT id FROM members WHERE match_id = :id AND state = 'active'", id=match_id)
    ]
    return counts(tx, members, today).get(members[0]) if len(members) == 1 else None


def unsaid(tx: Transaction, key: str) -> bool:
    """Whether a notice under this key waits to be said."""
    return bool(tx.value("SELECT 1 FROM notices WHERE key = :key AND done_at IS NULL", key=key))


def _plan(row: Row) -> Plan:
    return Plan(
        id=row["id"],
        member_id=row["member_id"],
        kind=PlanKind(row["kind"]),
        sample=row["sample"],
        goal=row["goal"],
        made_at=to_time(row["made_at"]),
        ready_at=maybe_time(row["ready_at"]),
        signed_on=maybe_date(row["signed_on"]),
    )


def _item(row: Row) -> Item:
    return Item(
        id=row["id"],
        plan_id=row["plan_id"],
        section=row["section"],
        number=row["number"],
        task=row["task"],
        place=row["place"],
        due_on=to_date(row["due_on"]),
        expected=row["expected"],
        actual=row["actual"],
        mark=Mark(row["mark"]) if row["mark"] else None,
        word=row["word"],
        ticked_at=maybe_time(row["ticked_at"]),
        removed_at=maybe_time(row["removed_at"]),
    )


def _change(row: Row) -> Change:
    return Change(
        id=row["id"],
        item_id=row["item_id"],
        task=row["task"] or "",
        what=row["what"],
        was=row["was"],
        became=row["became"],
        by_id=row["by_id"],
        at=to_time(row["at"]),
    )
