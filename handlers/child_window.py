"""The parent's window: one screen for each child, and a tap to the next child; a child's plan as a whole."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from aiogram import Router

from handlers import matching_words
from handlers.chat import Chat
from handlers.child_taps import ChildPairTap, ChildPlanTap, ChildTap, HearTap
from handlers.home import Panel
from handlers.letters import WriteTap
from handlers.notices import View
from handlers.parting_taps import LegTap
from handlers.permissions import PermissionsTap
from handlers.plan_screens import short
from handlers.privacy import PrivacyTap
from handlers.screen import Button, HomeTap, Row, Screen, fitting, screen
from locales.words import Say
from mentoring.consents import Capacity, Purpose
from mentoring.naming import shown
from mentoring.people import Side, Speaker
from mentoring.refusal import NotYours
from services.child_plan import ChildTask
from services.child_window import ChildPlan, ChildWindow, ChildWindows, Pairing, PlanKind, State
from services.notices import Notice, Values

_NEXT = 3  # tasks of a plan in the window
_LINE = 160  # letters of one
_PAGE = 8  # and on a page of the whole
_OPEN = (State.OFFERED, State.ACCEPTED)


async def opened(chat: Chat, say: Say, speaker: Speaker, callback_data: ChildTap, child_windows: ChildWindows) -> None:
    """One child."""
    await chat.show(window_screen(say, await child_windows.window(speaker, callback_data.child)))


async def heard(chat: Chat, say: Say, speaker: Speaker, callback_data: HearTap, child_windows: ChildWindows) -> None:
    """«Сообщать о встречах»: yes, no."""
    tap = callback_data
    window = await child_windows.hear(speaker, tap.child, meetings=tap.meetings)
    await chat.show(window_screen(say, window), say.plain("child-hears", hears="yes" if window.hears else "no"))


async def plan_opened(
    chat: Chat, say: Say, speaker: Speaker, callback_data: ChildPlanTap, child_windows: ChildWindows
) -> None:
    """The plan, or the path, as a whole."""
    tap = callback_data
    if tap.kind not in set(PlanKind):
        raise NotYours
    window, plan = await child_windows.plan(speaker, tap.member, PlanKind(tap.kind))
    await chat.show(plan_screen(say, window, plan, tap.at))


def window_screen(say: Say, window: ChildWindow) -> Screen:
    """The pairs, the consents, whom to call; what can be done about each; the other children."""
    viewer, child = window.viewer, window.child.id
    lines: list[str] = [say("child-title", child=shown(window.child, viewer))]
    rows: list[Row] = []
    if window.closed is not None:
        lines += ["", say("child-closed", why=window.closed.value)]
    elif not window.pairs:
        lines += ["", say("child-no-pair")]
    for pair in window.pairs:
        lines += ["", *_pair_lines(say, viewer, pair)]
        rows += _pair_rows(say, viewer, pair, several=len(window.pairs) > 1)
    rows += [[Button(say.plain("child-change", who="none"), LegTap(member=each))] for each in window.unseen]
    if window.consents:
        lines += ["", say("child-consents"), *_consents(say, window)]
        rows.append([Button(say.plain("child-withdraw"), PrivacyTap(step="s", person=child))])
        rows.append([Button(say.plain("permissions-mine"), PermissionsTap(person=child))])
    curators = ", ".join(shown(each, viewer) for each in window.curators)
    named = {"curators": curators or "none", "school": window.school.short_name, "contact": window.contact or "none"}
    lines += ["", say("child-contacts", **named)]
    if window.closed is None:
        words = say.plain("child-hear", hears="yes" if window.hears else "no")
        rows.append([Button(words, HearTap(child=child, meetings=not window.hears))])
    rows.append([Button(say.plain("letter-write"), WriteTap())])
    rows += fitting(
        Button(say.plain("child-other", child=shown(each, viewer)), ChildTap(child=each.id)) for each in window.others
    )
    return screen("\n".join(lines), *rows, [Button(say.plain("to-home"), HomeTap())])


def _pair_lines(say: Say, viewer: Speaker, pair: Pairing) -> list[str]:
    who = matching_words.who(say, pair.other, viewer)
    lines: list[str] = [say("child-pair", side=pair.side.value, who=who, age=pair.age, state=pair.state.value)]
    if pair.state in _OPEN or pair.again:
        return lines
    if pair.since is not None:
        lines.append(say("child-since", day=say.date(pair.since)))
    if pair.next_at is not None:
        lines.append(say("child-next", when=say.moment(pair.next_at), place=pair.place or "none"))
    elif pair.state is State.ACTIVE:
        lines.append(say("child-no-next"))
    lines.append(say("child-held", count=pair.held))
    if pair.past:
        days = ", ".join(say.plain("child-met", day=_day(say, each.day), was=each.was.value) for each in pair.past)
        lines.append(say("child-past", days=days))
    for plan in pair.plans:
        progress = {"kind": plan.kind.value, "done": plan.done, "count": len(plan.tasks)}
        lines += ["", say("child-plan", **progress), say("child-goal", goal=plan.goal)]
        lines += [_task(say, each) for each in plan.ahead()[:_NEXT]]
    if pair.side is Side.MENTEE and not pair.plans and pair.state is State.ACTIVE:
        lines.append(say("child-no-plan"))
    return lines


def _task(say: Say, task: ChildTask) -> str:
    return say(
        "child-task", text=short(task.text, _LINE), done="yes" if task.done else "no", due=_day(say, task.due_on)
    )


def _day(say: Say, day: date) -> str:
    return say.plain("child-day", day=day.day, month=day.month)


def plan_screen(say: Say, window: ChildWindow, plan: ChildPlan, page: int = 0) -> Screen:
    """Every task by sections with its day, a page of them; done or not, and nothing else."""
    page = max(0, min(page, (len(plan.tasks) - 1) // _PAGE))
    child = shown(window.child, window.viewer)
    progress = {"kind": plan.kind.value, "done": plan.done, "count": len(plan.tasks)}
    lines: list[str] = [say("child-plan-title", child=child), say("child-plan", **progress)]
    lines.append(say("child-goal", goal=plan.goal))
    named, section = dict(plan.sections), 0
    for task in plan.tasks[page * _PAGE : (page + 1) * _PAGE]:
        if task.section != section:
            section = task.section
            name = named[section].to(say.language) if section in named else ""
            lines += ["", say("plans-section", number=str(section), name=name)]
        lines.append(_task(say, task))
    turns = []
    for sign, at in (("\u2039", page - 1), ("\u203a", page + 1)):
        if 0 <= at * _PAGE < len(plan.tasks):
            turns.append(Button(sign, ChildPlanTap(member=plan.member_id, kind=plan.kind.value, at=at)))
    back = Button(say.plain("form-back"), ChildTap(child=window.child.id))
    return screen("\n".join(lines), turns, [back, Button(say.plain("to-home"), HomeTap())])


def _pair_rows(say: Say, viewer: Speaker, pair: Pairing, *, several: bool) -> list[Row]:
    """Of a proposed pair: look at it and object. Of one that works: the rules, another pair or the end of it."""
    who = shown(pair.other, viewer) if several else "none"
    if pair.state in _OPEN:
        return [[Button(say.plain("child-see-pair", who=who), ChildPairTap(member=pair.member_id))]]
    plans = [
        Button(
            say.plain("child-plan-whole", kind=each.kind.value),
            ChildPlanTap(member=pair.member_id, kind=each.kind.value),
        )
        for each in pair.plans
    ]
    rules = Button(say.plain("child-rules", who=who), ChildPairTap(member=pair.member_id, deed="r"))
    change = Button(say.plain("child-change", who=who), LegTap(member=pair.member_id))
    return fitting([*plans, rules, change], 40)


def _consents(say: Say, window: ChildWindow) -> list[str]:
    """What is agreed to, by purpose: whose word it is, the parent's first, and when."""
    by_purpose: dict[Purpose, list[str]] = defaultdict(list)
    for each in sorted(window.consents, key=lambda record: record.capacity != Capacity.GUARDIAN):
        words = say.plain("child-consent-by", capacity=each.capacity, way=each.way, day=f"{each.given_at:%d.%m.%Y}")
        by_purpose[each.purpose].append(words)
    return [
        say("child-consent", name=say.plain("permission-name", purpose=purpose), given="; ".join(found))
        for purpose, found in by_purpose.items()
    ]


async def panel(say: Say, speaker: Speaker, child_windows: ChildWindows) -> Panel | None:
    """A button for each child."""
    children = await child_windows.children(speaker)
    rows: list[Row] = [
        [Button(say.plain("child-open", child=shown(each, speaker)), ChildTap(child=each.id))] for each in children
    ]
    return Panel([], rows) if rows else None


def changed(say: Say, values: Values, notice: Notice) -> Screen:
    """The pair of a child is over, has stopped for now, goes on: one sentence, no reason."""
    text = say("notice-child-pair", kind=notice.kind, child=values["child"], side=values["side"])
    return screen(text, *_notice_rows(say, values))


def met(say: Say, values: Values, notice: Notice) -> Screen:
    """A meeting of a child."""
    said = {name: values[name] for name in ("child", "place", "off", "moved")}
    return screen(say("notice-child-meeting", when=say.moment(values["when"]), **said), *_notice_rows(say, values))


def _notice_rows(say: Say, values: Values) -> list[Row]:
    see = Button(say.plain("child-open", child=values["child"]), ChildTap(child=values["about_child"]))
    return [[see], [Button(say.plain("to-home"), HomeTap())]]


VIEWS: dict[str, View] = {
    **dict.fromkeys(("child-pair-ended", "child-pair-frozen", "child-pair-again"), changed),
    "child-meeting": met,
}


def router() -> Router:
    """The parent's window."""
    routes = Router(name="child-window")
    routes.callback_query.register(opened, ChildTap.filter())
    routes.callback_query.register(heard, HearTap.filter())
    routes.callback_query.register(plan_opened, ChildPlanTap.filter())
    return routes
