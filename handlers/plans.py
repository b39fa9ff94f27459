"""Plans in chat: made in a few taps, ticked, marked, changed, printed; for both sides and for curators."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aiogram import Router

from handlers.chat import Chat
from handlers.home import Panel
from handlers.meeting_parts import PairTap
from handlers.plan_screens import (
    choose_screen,
    group_screen,
    history_screen,
    member_screen,
    page_of_newest,
    plan_screen,
    plan_words,
    proposal_screen,
    samples_screen,
    short,
    task_screen,
    tasks_screen,
)
from handlers.plan_taps import PlanItemTap, PlanMemberTap, PlanNewTap, PlansTap, PlanTap
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Say
from mentoring.leaving import Paper
from mentoring.naming import shown
from mentoring.people import Speaker
from mentoring.plans import Mark, PlanKind
from mentoring.refusal import NotYours, TakenMeanwhile
from papers.plan import printed_plan
from papers.plan_chart import Strip, plan_png
from services.filling import Filling, Sent
from services.matching import Compute
from services.notices import Notice, Values
from services.plans import Plans, PlanView, Who

_MARKS = {"+": Mark.DONE, "~": Mark.PARTLY, "-": Mark.NOT}
_ITEM_FORMS = {"y": "plan_due", "c": "plan_text", "k": "plan_expected", "w": "plan_word"}


async def opened(chat: Chat, say: Say, speaker: Speaker, callback_data: PlansTap, plans: Plans) -> None:
    """From the screen of a pair: the one plan there is, what could be planned, or whose of a group."""
    from handlers.curator.pair_taps import WatchPairTap

    me, every = await plans.of_match(speaker, callback_data.match)
    one = every[0]
    pair = (WatchPairTap if one.who is Who.CURATOR else PairTap)(match=callback_data.match)
    back = [Button(say.plain("form-back"), pair), Button(say.plain("to-home"), HomeTap())]
    if len(every) > 1:
        await chat.show(group_screen(say, me, every, back))
    elif one.plan is not None and one.path is None and (one.who is Who.MENTEE or not one.path_there):
        me, view = await plans.look(speaker, one.plan.id)
        await chat.show(plan_screen(say, view, me))
    else:
        await chat.show(member_screen(say, me, one, back))


async def member_opened(chat: Chat, say: Say, speaker: Speaker, callback_data: PlanMemberTap, plans: Plans) -> None:
    """The plans of one mentee."""
    from handlers.curator.pair_taps import WatchPairTap

    me, one = await plans.of_member(speaker, callback_data.member)
    if one.who is Who.CURATOR:
        before = Button(say.plain("plans-to-pair"), WatchPairTap(match=one.member.match_id))
    else:
        before = Button(say.plain("form-back"), PairTap(match=one.member.match_id))
    await chat.show(member_screen(say, me, one, [before, Button(say.plain("to-home"), HomeTap())]))


async def making(chat: Chat, say: Say, speaker: Speaker, callback_data: PlanNewTap, plans: Plans) -> None:
    """What is proposed, other samples, making it."""
    tap = callback_data
    if tap.kind not in set(PlanKind):
        raise NotYours
    kind = PlanKind(tap.kind)
    if tap.deed == "m":
        view = await plans.make(speaker, tap.member, kind, tap.sample)
        await chat.show(choose_screen(say, view, speaker, 0))
        return
    found = await plans.proposal(speaker, tap.member, kind, tap.sample)
    await chat.show(samples_screen(say, found) if tap.deed == "l" else proposal_screen(say, speaker, found))


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: PlanTap,
    plans: Plans,
    filling: Filling,
    after: Mapping[str, Continuation],
    workshop: Compute,
) -> None:
    """A plan: see it, its tasks, its history; choose tasks; finish making it; print it; note that it is signed."""
    tap = callback_data
    if tap.deed == "r":
        view = await plans.finish(speaker, tap.plan)
        await chat.show(plan_screen(say, view, speaker).under(say("plans-is-ready")))
        return
    if tap.deed == "h":
        me, view, changes, more = await plans.history(speaker, tap.plan, tap.at)
        told = [(each, say.moment(each.at.astimezone(view.zone))) for each in changes]
        await chat.show(history_screen(say, view, me, told, more=more))
        return
    if tap.deed == "f":
        await _print(chat, say, speaker, tap.plan, plans, workshop)
        return
    me, view = await plans.look(speaker, tap.plan)
    if tap.deed == "i":
        await _picture(chat, say, me, view, workshop)
    elif tap.deed in ("g", "n", "d"):
        own_task = "plan_path_task" if view.plan.kind is PlanKind.PATH else "plan_task"
        form = {"g": "plan_goal", "n": own_task, "d": "plan_signed"}[tap.deed]
        await show_turn(chat, say, await filling.begin(speaker, form, tap.plan), after)
    elif tap.deed == "e" and view.who is Who.MENTOR:
        await chat.show(choose_screen(say, view, me, tap.at))
    elif tap.deed == "a":
        await chat.show(tasks_screen(say, view, me, tap.at))
    else:
        await chat.show(plan_screen(say, view, me))


async def task_tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: PlanItemTap,
    plans: Plans,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """A task: see it, tick it, mark it, take it out, change it."""
    tap = callback_data
    if tap.deed in ("t", "u"):
        try:
            me, view = await plans.tick(speaker, tap.item, done=tap.deed == "t")
        except TakenMeanwhile as changed:
            me, view, item = await plans.task(speaker, tap.item)
            await chat.show(task_screen(say, view, me, item, tap.at), say.plain(changed.reason))
            return
        await chat.show(plan_screen(say, view, me), say.plain("plans-ticked" if tap.deed == "t" else "plans-unticked"))
    elif tap.deed in _MARKS:
        me, view, item = await plans.mark(speaker, tap.item, _MARKS[tap.deed])
        await chat.show(task_screen(say, view, me, item, tap.at), say.plain("plans-marked"))
    elif tap.deed in ("x", "r"):
        view = await plans.remove(speaker, tap.item, out=tap.deed == "x")
        await chat.show(choose_screen(say, view, speaker, tap.at))
    elif tap.deed in _ITEM_FORMS:
        await show_turn(chat, say, await filling.begin(speaker, _ITEM_FORMS[tap.deed], tap.item), after)
    else:
        me, view, item = await plans.task(speaker, tap.item)
        await chat.show(task_screen(say, view, me, item, tap.at))


async def after_plan(chat: Chat, say: Say, speaker: Speaker, sent: Sent, outcome: int, plans: Plans) -> None:
    """A goal, a task or the day of signing was noted; an own task is seen where it stands."""
    me, view = await plans.look(speaker, outcome)
    making_it = view.plan.ready_at is None and view.who is Who.MENTOR
    page = page_of_newest(view) if sent.form in ("plan_task", "plan_path_task") else 0
    shown_now = choose_screen(say, view, me, page) if making_it else plan_screen(say, view, me)
    await chat.show(shown_now.under(say("plans-kept")))


async def after_item(chat: Chat, say: Say, speaker: Speaker, outcome: int, plans: Plans) -> None:
    """Something of a task was changed."""
    me, view, item = await plans.task(speaker, outcome)
    if view.plan.ready_at is None:
        await chat.show(choose_screen(say, view, me, 0).under(say("plans-kept")))
    else:
        await chat.show(task_screen(say, view, me, item).under(say("plans-kept")))


async def _print(chat: Chat, say: Say, speaker: Speaker, plan: int, plans: Plans, workshop: Compute) -> None:
    view, sheet = await plans.sheet(speaker, plan)
    await chat.toast(say.plain("plans-printing"))
    content: bytes = await workshop(printed_plan, sheet)
    name = say.plain("plans-file-name", kind=view.plan.kind.value) + ".docx"
    await chat.send_file(content, name, paper=Paper.PLAN)
    await chat.show_anew(plan_screen(say, view, speaker).under(say("plans-printed")))


async def _picture(chat: Chat, say: Say, me: Speaker, view: PlanView, workshop: Compute) -> None:
    await chat.toast(say.plain("plans-drawing"))
    strips = [
        Strip(
            f"{number}. {short(name.to(say.language), 60)}",
            [
                (text, f"{item.due_on:%d.%m}", item.state(view.today).value)
                for text, item in view.tasks
                if item.section == number
            ],
        )
        for number, name in view.sections
    ]
    title = say.plain("plans-picture-title", done=view.progress.done, planned=view.progress.planned)
    legend = {
        state: say.plain("plans-legend", state=state) for state in ("done", "partly", "not", "ticked", "late", "ahead")
    }
    content: bytes = await workshop(plan_png, title, legend, [each for each in strips if each.tasks])
    await chat.send_picture(content)
    await chat.show_anew(plan_screen(say, view, me))


def notice_view(say: Say, values: Values, notice: Notice) -> Screen:
    """The plan is one tap away."""
    said = {name: value for name, value in values.items() if name != "plan"}
    if "day" in said:
        said["day"] = say.day(said["day"])
    row: Row = [Button(say.plain("plans-open"), PlanTap(plan=values["plan"]))]
    return screen(say(f"notice-{notice.kind}", **said), row, [Button(say.plain("to-home"), HomeTap())])


async def panel(say: Say, speaker: Speaker, plans: Plans) -> Panel | None:
    """A mentee's next task; what waits for a mentor's mark."""
    panel = Panel()
    for each in await plans.mine(speaker):
        plan, progress = each.plan, each.progress
        if each.who is Who.MENTEE and each.task is not None:
            day = say.day(each.task.due_on)
            panel.lines.append(say("plans-panel-next", task=short(each.task.task, 90), day=day))
        elif each.who is Who.MENTOR and progress.waiting:
            panel.lines.append(say("plans-panel-waiting", who=shown(each.other, speaker), count=progress.waiting))
        else:
            continue
        panel.rows.append([Button(plan_words(say, plan.kind, progress), PlanTap(plan=plan.id))])
    return panel if panel.lines else None


AFTER: dict[str, Any] = {
    **dict.fromkeys(("plan_goal", "plan_task", "plan_path_task", "plan_signed"), after_plan),
    **dict.fromkeys(("plan_text", "plan_expected", "plan_due", "plan_word"), after_item),
}
VIEWS = dict.fromkeys(("plan-ready", "plan-news", "plan-soon", "plan-overdue"), notice_view)


def router() -> Router:
    """Plans of pairs."""
    routes = Router(name="plans")
    routes.callback_query.register(opened, PlansTap.filter())
    routes.callback_query.register(member_opened, PlanMemberTap.filter())
    routes.callback_query.register(making, PlanNewTap.filter())
    routes.callback_query.register(tapped, PlanTap.filter())
    routes.callback_query.register(task_tapped, PlanItemTap.filter())
    return routes
