"""How plans look: goal, progress, next tasks; one task; choosing tasks; what has changed."""

from __future__ import annotations

from datetime import date

from handlers.meeting_parts import PairTap
from handlers.plan_taps import PlanItemTap, PlanMemberTap, PlanNewTap, PlansTap, PlanTap
from handlers.screen import Button, HomeTap, Row, Screen, grid, screen
from locales.words import Markup, Say
from mentoring.naming import shown
from mentoring.people import Speaker
from mentoring.plans import Change, Item, ItemState, Mark, PlanKind, Progress
from services.plans import PAGE, PairPlans, PlanView, Proposal, Who

_NEXT = 4  # tasks on the first screen
_BUTTON = 30  # letters of a task on a button
_LINE = 160  # of a task in a list
_CELLS = 8  # of the progress line
_SIGNS = {
    ItemState.DONE: "\u2705",
    ItemState.PARTLY: "\U0001f7e1",
    ItemState.NOT: "\u274c",
    ItemState.TICKED: "\u2611\ufe0f",
    ItemState.LATE: "\u23f0",
    ItemState.AHEAD: "\u25ab\ufe0f",
}
_MARKS = {Mark.DONE: "+", Mark.PARTLY: "~", Mark.NOT: "-"}


def short(text: str, most: int = _BUTTON) -> str:
    """The text, cut where a button or a line ends."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "\u2026"


def bar(progress: Progress) -> str:
    """The progress as cells."""
    full = round(_CELLS * progress.done / progress.planned) if progress.planned else 0
    return "\u25b0" * full + "\u25b1" * (_CELLS - full)


def progress_line(say: Say, progress: Progress) -> Markup:
    """«3 из 8», with what is partly done and late."""
    line: str = say("plans-progress", bar=bar(progress), done=progress.done, planned=progress.planned)
    for words, count in (
        ("plans-progress-partly", progress.partly),
        ("plans-progress-undone", progress.undone),
        ("plans-progress-late", progress.late),
    ):
        if count:
            line += " · " + say(words, count=count)
    return Markup(line)


def _title(say: Say, view: PlanView, viewer: Speaker) -> Markup:
    return say(
        "plans-title",
        kind=view.plan.kind.value,
        who=view.who.value,
        mentor=shown(view.mentor, viewer),
        mentee=shown(view.mentee, viewer),
    )


def _task_line(say: Say, number: str, item: Item, today: date) -> Markup:
    sign = _SIGNS[item.state(today)]
    return say("plans-task-line", sign=sign, number=number, task=short(item.task, _LINE), day=say.day(item.due_on))


def plan_screen(say: Say, view: PlanView, viewer: Speaker) -> Screen:
    """The goal, the progress, what comes next, and the one thing to be done now."""
    lines: list[str] = [_title(say, view, viewer), say("plans-goal", goal=view.plan.goal)]
    lines.append(progress_line(say, view.progress))
    if view.plan.ready_at is None:
        lines.append(say("plans-being-made", who=view.who.value))
    if view.plan.signed_on:
        lines.append(say("plans-signed", day=say.date(view.plan.signed_on)))
    rows: list[Row] = []
    waiting, ahead = view.waiting(), view.next_tasks()
    if waiting and view.who is Who.MENTOR:
        lines += ["", say("plans-waiting"), *(_task_line(say, *each, view.today) for each in waiting[:_NEXT])]
        rows += [
            [Button(f"{number} {short(item.task)}", PlanItemTap(item=item.id))] for number, item in waiting[:_NEXT]
        ]
    if ahead:
        lines += ["", say("plans-next"), *(_task_line(say, *each, view.today) for each in ahead[:_NEXT])]
        if view.who is Who.MENTEE and view.plan.ready_at is not None:
            lines += ["", say("plans-tick-hint")]
            rows += [
                [Button(f"\u2610 {number} {short(item.task)}", PlanItemTap(item=item.id, deed="t"))]
                for number, item in ahead[:_NEXT]
            ]
    elif view.tasks and not waiting:
        lines += ["", say("plans-all-done")]
    return screen("\n".join(lines), *rows, *_deeds(say, view), _last(say, view))


def _deeds(say: Say, view: PlanView) -> list[Row]:
    plan = view.plan.id
    tasks = Button(say.plain("plans-all"), PlanTap(plan=plan, deed="a"))
    change = Button(say.plain("plans-change-plan"), PlanTap(plan=plan, deed="e"))
    history = Button(say.plain("plans-history"), PlanTap(plan=plan, deed="h"))
    picture = Button(say.plain("plans-picture"), PlanTap(plan=plan, deed="i"))
    paper = Button(say.plain("plans-print"), PlanTap(plan=plan, deed="f"))
    signed = Button(say.plain("plans-sign"), PlanTap(plan=plan, deed="d"))
    if view.who is Who.MENTOR and view.plan.ready_at is None:
        return [[change], [Button(say.plain("plans-ready"), PlanTap(plan=plan, deed="r"))]]
    if view.who is Who.MENTEE:
        return [[tasks, picture], [history, paper]]
    first = [tasks, change] if view.who is Who.MENTOR else [tasks]
    return [first, [picture, history], [paper, signed]]


def _last(say: Say, view: PlanView) -> Row:
    if view.who is Who.CURATOR:
        back = Button(say.plain("form-back"), PlanMemberTap(member=view.member.id))
    else:
        back = Button(say.plain("form-back"), PairTap(match=view.member.match_id))
    return [back, Button(say.plain("to-home"), HomeTap())]


def _to_plan(say: Say, view: PlanView) -> Row:
    return [Button(say.plain("plans-back"), PlanTap(plan=view.plan.id)), Button(say.plain("to-home"), HomeTap())]


def _pager(say: Say, view: PlanView, deed: str, page: int, count: int) -> Row:
    row = []
    if page > 0:
        row.append(Button("\u2039", PlanTap(plan=view.plan.id, deed=deed, at=page - 1)))
    if (page + 1) * PAGE < count:
        row.append(Button("\u203a", PlanTap(plan=view.plan.id, deed=deed, at=page + 1)))
    return row


def _section_of(say: Say, view: PlanView, section: int) -> Markup:
    name = dict(view.sections).get(section)
    return say("plans-section", number=str(section), name=name.to(say.language) if name else "")


def tasks_screen(say: Say, view: PlanView, viewer: Speaker, page: int) -> Screen:
    """Every task with how it stands, by sections, a page of them."""
    page = max(0, min(page, (len(view.tasks) - 1) // PAGE))
    leaf = view.tasks[page * PAGE : (page + 1) * PAGE]
    lines: list[str] = [_title(say, view, viewer), progress_line(say, view.progress)]
    section = 0
    for number, item in leaf:
        if item.section != section:
            section = item.section
            lines += ["", _section_of(say, view, section)]
        lines.append(_task_line(say, number, item, view.today))
    if leaf:
        lines += ["", say("plans-open-hint")]
    buttons = grid([Button(number, PlanItemTap(item=item.id, at=page)) for number, item in leaf], 4)
    return screen("\n".join(lines), *buttons, _pager(say, view, "a", page, len(view.tasks)), _to_plan(say, view))


def page_of_newest(view: PlanView) -> int:
    """On which page of `choose_screen` the task added last stands."""
    every = sorted([item for _, item in view.tasks] + list(view.removed), key=lambda each: (each.section, each.number))
    return max(range(len(every)), key=lambda at: every[at].id, default=0) // PAGE


def choose_screen(say: Say, view: PlanView, viewer: Speaker, page: int) -> Screen:
    """Which tasks the plan has: what is not needed is unticked, a day is changed by its button."""
    every = sorted([item for _, item in view.tasks] + list(view.removed), key=lambda each: (each.section, each.number))
    numbers = {item.id: number for number, item in view.tasks}
    page = max(0, min(page, (len(every) - 1) // PAGE))
    lines: list[str] = [_title(say, view, viewer), say("plans-goal", goal=view.plan.goal), ""]
    lines.append(say("plans-choose", count=len(view.tasks)))
    rows: list[Row] = []
    section = 0
    for item in every[page * PAGE : (page + 1) * PAGE]:
        kept = item.removed_at is None
        if item.section != section:
            section = item.section
            lines += ["", _section_of(say, view, section)]
        if kept:
            lines.append(f"{numbers[item.id]} " + say("plans-choose-line", task=short(item.task, _LINE)))
        sign, deed = ("\u2611\ufe0f", "x") if kept else ("\u2610", "r")
        name = f"{sign} {numbers.get(item.id, '')} {short(item.task, 24)}".replace("  ", " ")
        row = [Button(name, PlanItemTap(item=item.id, deed=deed, at=page))]
        if kept:
            row.append(Button(f"\U0001f4c5 {item.due_on:%d.%m}", PlanItemTap(item=item.id, deed="y", at=page)))
        rows.append(row)
    plan = view.plan.id
    rows.append(_pager(say, view, "e", page, len(every)))
    own = [
        Button(say.plain("plans-own-task"), PlanTap(plan=plan, deed="n")),
        Button(say.plain("plans-change-goal"), PlanTap(plan=plan, deed="g")),
    ]
    if view.plan.ready_at is None:
        ready = [Button(say.plain("plans-ready"), PlanTap(plan=plan, deed="r"))]
        return screen("\n".join(lines), *rows, own, ready, [Button(say.plain("to-home"), HomeTap())])
    return screen("\n".join(lines), *rows, own, _to_plan(say, view))


def task_screen(say: Say, view: PlanView, viewer: Speaker, item: Item, page: int = 0) -> Screen:
    """One task: its day, results, tick and mark, and what may be done about it."""
    number = next((number for number, each in view.tasks if each.id == item.id), "")
    lines: list[str] = [_title(say, view, viewer), "", say("plans-task", number=number, task=item.task)]
    state = item.state(view.today)
    lines.append(say("plans-task-day", day=say.date(item.due_on), late="yes" if state is ItemState.LATE else "no"))
    for words, value in (
        ("plans-task-place", item.place),
        ("plans-task-expected", item.expected),
        ("plans-task-actual", item.actual),
        ("plans-task-word", item.word),
    ):
        if value:
            lines.append(say(words, text=value))
    if item.removed_at is not None:
        lines.append(say("plans-task-removed"))
    elif state not in (ItemState.LATE, ItemState.AHEAD):
        lines.append(say("plans-task-state", sign=_SIGNS[state], state=state.value))
    return screen("\n".join(lines), *_task_deeds(say, view, item, page), _after_task(say, view, page))


def _task_deeds(say: Say, view: PlanView, item: Item, page: int) -> list[Row]:
    def deed(words: str, do: str) -> Button:
        return Button(say.plain(words), PlanItemTap(item=item.id, deed=do, at=page))

    if item.removed_at is not None:
        return [[deed("plans-put-back", "r")]] if view.who is Who.MENTOR else []
    if view.who is Who.MENTEE and item.mark is None and view.plan.ready_at is not None:
        return [[deed("plans-untick", "u")]] if item.ticked_at else [[deed("plans-tick", "t")]]
    if view.who is not Who.MENTOR:
        return []
    rows: list[Row] = []
    if view.plan.ready_at is not None:
        rows.append(
            [
                Button(
                    ("\u2022 " if item.mark is each else "") + say.plain("plans-mark", mark=each.value),
                    PlanItemTap(item=item.id, deed=sign, at=page),
                )
                for each, sign in _MARKS.items()
            ]
        )
        if item.mark is not None:
            rows.append([deed("plans-add-word", "w")])
    rows.append([deed("plans-change-day", "y"), deed("plans-change-text", "c")])
    rows.append([deed("plans-change-expected", "k"), deed("plans-take-out", "x")])
    return rows


def _after_task(say: Say, view: PlanView, page: int) -> Row:
    back = Button(say.plain("plans-all"), PlanTap(plan=view.plan.id, deed="a", at=page))
    return [back, Button(say.plain("plans-back"), PlanTap(plan=view.plan.id))]


def history_screen(
    say: Say, view: PlanView, viewer: Speaker, changes: list[tuple[Change, str]], *, more: bool
) -> Screen:
    """Who changed what and when, the latest first."""
    lines: list[str] = [say("plans-history-title"), ""]
    for change, local in changes:
        by = next((each for each in (view.mentor, view.mentee) if each.id == change.by_id), None)
        value = {
            name: _readable(say, change.what, text) for name, text in (("was", change.was), ("became", change.became))
        }
        lines.append(
            say(
                "plans-changed",
                when=local,
                who=shown(by, viewer) if by else say.plain("plans-by-curator"),
                what=change.what,
                task=short(change.task, 60),
                was=value["was"] or "\u2014",
                became=value["became"],
            )
        )
    row: list[Button] = []
    if more:
        row = [Button(say.plain("plans-earlier"), PlanTap(plan=view.plan.id, deed="h", at=changes[-1][0].id))]
    return screen("\n".join(lines), row, _to_plan(say, view))


def _readable(say: Say, what: str, text: str) -> str:
    if what in ("due", "signed") and text:
        return say.day(date.fromisoformat(text))
    if what == "mark" and text:
        return say.plain("plans-mark", mark=text).lower()
    return short(text, 80)


def proposal_screen(say: Say, viewer: Speaker, found: Proposal) -> Screen:
    """What would be planned: one tap makes it."""
    member, kind = found.member.id, found.kind.value
    lines: list[str] = [
        say("plans-new-title", kind=kind, mentee=shown(found.mentee, viewer)),
        "",
        say("plans-goal", goal=found.goal),
    ]
    if found.request:
        lines.append(say("plans-request", text=short(found.request, 300)))
    lines += ["", say("plans-sample", name=found.sample.label.to(say.language), count=len(found.sample.tasks))]
    lines += [
        f"\u2022 {say('plans-choose-line', task=short(each.task.to(say.language), 90))}" for each in found.sample.tasks
    ]
    lines += ["", say("plans-new-hint", day=say.day(found.ends_on))]
    make = PlanNewTap(member=member, kind=kind, deed="m", sample=found.sample.key)
    return screen(
        "\n".join(lines),
        [Button(say.plain("plans-make", kind=kind), make)],
        [
            Button(
                say.plain("plans-other-sample"), PlanNewTap(member=member, kind=kind, deed="l", sample=found.sample.key)
            )
        ],
        [
            Button(say.plain("form-back"), PlansTap(match=found.member.match_id)),
            Button(say.plain("to-home"), HomeTap()),
        ],
    )


def samples_screen(say: Say, found: Proposal) -> Screen:
    """The samples there are."""
    member, kind = found.member.id, found.kind.value
    every = (found.sample, *found.others)
    rows = [
        [Button(each.label.to(say.language), PlanNewTap(member=member, kind=kind, sample=each.key))] for each in every
    ]
    return screen(say("plans-samples", kind=kind), *rows, [Button(say.plain("to-home"), HomeTap())])


def plan_words(say: Say, kind: PlanKind, progress: Progress | None) -> str:
    """«План (3 из 8)» for a button; without numbers where there is none yet."""
    if progress is None:
        return say.plain("plans-button-none", kind=kind.value)
    return say.plain("plans-button", kind=kind.value, done=progress.done, planned=progress.planned)


def member_rows(say: Say, one: PairPlans) -> list[Row]:
    """The plan and the path of one mentee: open them, or make them."""
    rows: list[Row] = []
    for kind, plan, progress in (
        (PlanKind.PLAN, one.plan, one.plan_progress),
        (PlanKind.PATH, one.path, one.path_progress),
    ):
        if plan is not None:
            rows.append([Button(plan_words(say, kind, progress), PlanTap(plan=plan.id))])
        elif one.who is Who.MENTOR and (kind is PlanKind.PLAN or one.path_there):
            make = PlanNewTap(member=one.member.id, kind=kind.value)
            rows.append([Button(say.plain("plans-make", kind=kind.value), make)])
    return rows


def member_screen(say: Say, viewer: Speaker, one: PairPlans, back: Row) -> Screen:
    """The plan and the path of one mentee."""
    lines: list[str] = [
        say("plans-of", who=one.who.value, mentor=shown(one.mentor, viewer), mentee=shown(one.mentee, viewer)),
        "",
    ]
    for kind, plan, progress in (
        (PlanKind.PLAN, one.plan, one.plan_progress),
        (PlanKind.PATH, one.path, one.path_progress),
    ):
        if plan is not None and progress is not None:
            lines.append(say("plans-line", kind=kind.value) + " " + progress_line(say, progress))
        elif kind is PlanKind.PLAN or one.path_there:
            lines.append(say("plans-none", kind=kind.value, who=one.who.value))
    return screen("\n".join(lines), *member_rows(say, one), back)


def group_screen(say: Say, viewer: Speaker, every: tuple[PairPlans, ...], back: Row) -> Screen:
    """A group: whose plan?"""
    rows = [[Button(_of_group(say, viewer, each), PlanMemberTap(member=each.member.id))] for each in every]
    return screen(say("plans-group"), *rows, back)


def _of_group(say: Say, viewer: Speaker, one: PairPlans) -> str:
    name = shown(one.mentee, viewer)
    if one.plan_progress is None:
        return f"{name} · " + say.plain("plans-group-none")
    return f"{name} · " + say.plain("plans-count", done=one.plan_progress.done, planned=one.plan_progress.planned)
