"""The parent's window: one screen for each child, and a tap to the next child."""

from __future__ import annotations

from collections import defaultdict

from aiogram import Router

from handlers import matching_words
from handlers.chat import Chat
from handlers.child_taps import ChildPairTap, ChildTap, HearTap
from handlers.home import Panel
from handlers.letters import WriteTap
from handlers.notices import View
from handlers.parting_taps import LegTap
from handlers.permissions import PermissionsTap
from handlers.privacy import PrivacyTap
from handlers.screen import Button, HomeTap, Row, Screen, fitting, screen
from locales.words import Say
from mentoring.consents import Purpose
from mentoring.naming import shown
from mentoring.people import Speaker
from services.child_window import ChildWindow, ChildWindows, Pairing, State
from services.notices import Notice, Values

_TASKS = 6
_OPEN = (State.OFFERED, State.ACCEPTED)


async def opened(chat: Chat, say: Say, speaker: Speaker, callback_data: ChildTap, child_windows: ChildWindows) -> None:
    """One child."""
    await chat.show(window_screen(say, await child_windows.window(speaker, callback_data.child)))


async def heard(chat: Chat, say: Say, speaker: Speaker, callback_data: HearTap, child_windows: ChildWindows) -> None:
    """«Сообщать о встречах»: yes, no."""
    tap = callback_data
    window = await child_windows.hear(speaker, tap.child, meetings=tap.meetings)
    await chat.show(window_screen(say, window), say.plain("child-hears", hears="yes" if window.hears else "no"))


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
    contact = window.school.contact or window.school.address or "none"
    lines += ["", say("child-contacts", curators=curators or "none", school=window.school.short_name, contact=contact)]
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
    if pair.state in _OPEN:
        return lines
    if pair.since is not None:
        lines.append(say("child-since", day=say.date(pair.since)))
    if pair.next_at is not None:
        lines.append(say("child-next", when=say.moment(pair.next_at), place=pair.place or "none"))
    elif pair.state is State.ACTIVE:
        lines.append(say("child-no-next"))
    lines.append(say("child-held", count=pair.held))
    if pair.past:
        days = ", ".join(
            say.plain(
                "child-met",
                day=say.plain("meeting-day-short", day=each.day.day, month=each.day.month),
                held=_yes(each.held),
            )
            for each in pair.past
        )
        lines.append(say("child-past", days=days))
    if pair.goal:
        lines.append(say("child-goal", goal=pair.goal))
        for task in pair.tasks[:_TASKS]:
            due = say.plain("meeting-day-short", day=task.due_on.day, month=task.due_on.month)
            lines.append(say("child-task", text=task.text, done=_yes(task.done), due=due))
        if len(pair.tasks) > _TASKS:
            lines.append(say("child-tasks-more", count=len(pair.tasks) - _TASKS))
    return lines


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _pair_rows(say: Say, viewer: Speaker, pair: Pairing, *, several: bool) -> list[Row]:
    """Of a proposed pair: look at it and object. Of one that works: the rules, another pair or the end of it."""
    who = shown(pair.other, viewer) if several else "none"
    if pair.state in _OPEN:
        return [[Button(say.plain("child-see-pair", who=who), ChildPairTap(member=pair.member_id))]]
    rules = Button(say.plain("child-rules", who=who), ChildPairTap(member=pair.member_id, deed="r"))
    change = Button(say.plain("child-change", who=who), LegTap(member=pair.member_id))
    return fitting([rules, change], 40)


def _consents(say: Say, window: ChildWindow) -> list[str]:
    """What is agreed to, by purpose: whose word it is, and when."""
    by_purpose: dict[Purpose, list[str]] = defaultdict(list)
    for each in window.consents:
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
    return routes
