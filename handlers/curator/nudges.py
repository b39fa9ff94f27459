"""«Кто не сдал»: by class on screen and as a sheet, and reminders, with how many will get them before they are sent."""

from __future__ import annotations

import asyncio
from itertools import groupby

from aiogram import Router

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.people_taps import NudgeTap, OwingTap, PeopleTap, PersonTap
from handlers.curator.wanted import from_code, to_code
from handlers.places import class_words
from handlers.screen import Button, HomeTap, Row, Screen, grid, screen
from locales.words import Say
from mentoring.leaving import Paper
from mentoring.naming import full
from mentoring.people import SchoolClass, Speaker
from papers.sheet import ClassSheet, Lacking, missing_pdf
from services.notices import Notice, Values
from services.nudges import OWED, Nudges, Owing, Plan
from services.people import NO_CLASS, ClassCount, People, Roll, Seen, Wanted

_CLASSES = 24  # of a screen
_OWING = Wanted(sign=Roll.OWING)


async def owing(
    chat: Chat, say: Say, speaker: Speaker, callback_data: OwingTap, people: People, nudges: Nudges
) -> None:
    """Who has not sent, by class; or the sheet to print."""
    if callback_data.sheet:
        await chat.toast(say.plain("owing-sheet-sent"))
        found = await nudges.owing(speaker)
        sheets = _sheets(say, speaker, found)
        paper = await asyncio.to_thread(missing_pdf, found.school, sheets, found.day, say.words, say.language)
        await chat.send_file(paper, say.plain("owing-sheet-name"), paper=Paper.OWING)
    classes = await people.classes(speaker, _OWING)
    await chat.show(owing_screen(say, classes, callback_data.first))


def owing_screen(say: Say, classes: list[ClassCount], first: int = 0) -> Screen:
    """Classes with how many of each have not sent something; each opens its list."""
    if not classes:
        return screen(say("owing-nobody"), [Button(say.plain("sections-people"), PeopleTap())], ways_back(say))
    buttons = [
        Button(say.plain("owing-line", place=_place(say, each), count=each.count), PeopleTap(where=to_code(_of(each))))
        for each in classes[first : first + _CLASSES]
    ]
    turning: list[Button] = []
    if first:
        turning.append(Button("\u2039", OwingTap(first=max(0, first - _CLASSES))))
    if len(classes) > first + _CLASSES:
        turning.append(Button("\u203a", OwingTap(first=first + _CLASSES)))
    deeds = [
        Button(say.plain("owing-sheet"), OwingTap(sheet=1)),
        Button(say.plain("owing-nudge"), NudgeTap(where=to_code(_OWING))),
    ]
    total = sum(each.count for each in classes)
    everyone = [Button(say.plain("sections-people"), PeopleTap())]
    return screen(say("owing-title", count=total), *grid(buttons), turning, deeds, everyone, ways_back(say))


def _of(each: ClassCount) -> Wanted:
    if each.school_class is not None:
        return Wanted(level=each.school_class.level, letter=each.school_class.letter, sign=Roll.OWING)
    return Wanted(level=NO_CLASS, kind=each.kind, sign=Roll.OWING)


def _place(say: Say, each: ClassCount) -> str:
    if each.school_class is not None:
        return class_words(say, each.school_class)
    return say.plain("people-kinds", kind=each.kind or "")


def _sheets(say: Say, speaker: Speaker, found: Owing) -> list[ClassSheet]:
    def place(seen: Seen) -> tuple[bool, int, str, str]:
        of_class = seen.person.school_class
        if of_class is None:
            return True, 0, "", seen.person.kind
        return False, of_class.level, of_class.letter, ""

    sheets = []
    for (_, level, letter, kind), each in groupby(sorted(found.people, key=place), key=place):
        words = class_words(say, SchoolClass(level, letter)) if level else say.plain("people-kinds", kind=kind)
        people = tuple(Lacking(full(seen.person, speaker), _missing(say, seen)) for seen in each)
        sheets.append(ClassSheet(words, people))
    return sheets


def _missing(say: Say, seen: Seen) -> str:
    if not seen.standings:
        return say.plain("owing-absent")
    return ", ".join(say.plain("people-lack", lack=lack) for lack in seen.lacks if lack in OWED)


async def nudge(chat: Chat, say: Say, speaker: Speaker, callback_data: NudgeTap, nudges: Nudges) -> None:
    """How many will get a reminder; the second tap sends it."""
    tap = callback_data
    wanted = from_code(tap.where)
    if wanted.sign is None:
        wanted = _OWING
    if tap.sure:
        count = await nudges.send(speaker, wanted, tap.person)
        view = plan_screen(say, await nudges.preview(speaker, wanted, tap.person), tap)
        await chat.show(view.under(say("nudge-sent", count=count)))
        return
    await chat.show(plan_screen(say, await nudges.preview(speaker, wanted, tap.person), tap))


def plan_screen(say: Say, plan: Plan, tap: NudgeTap) -> Screen:
    """What a reminder would do, before it is sent."""
    lines: list[str] = [say("nudge-preview", now=plan.now)]
    others = {
        "nudge-today": plan.today,
        "nudge-twice": plan.twice,
        "nudge-unreached": plan.unreached,
        "nudge-paper": plan.paper,
    }
    left_out = [say(words, count=count) for words, count in others.items() if count]
    lines += ["", *left_out] if left_out else []
    send: Row = []
    if plan.now:
        send = [Button(say.plain("nudge-send", count=plan.now), tap.model_copy(update={"sure": 1}))]
    back = Button(say.plain("form-back"), PersonTap(person=tap.person) if tap.person else OwingTap())
    return screen("\n".join(lines), send, [back, Button(say.plain("to-home"), HomeTap())])


def nudged(say: Say, values: Values, notice: Notice) -> Screen:
    """The reminder itself, with a way on."""
    return screen(say(f"notice-{notice.kind}", **values), [Button(say.plain("nudge-go-on"), HomeTap())])


def router() -> Router:
    """Those who have not sent, for curators."""
    routes = Router(name="nudges")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(owing, OwingTap.filter())
    routes.callback_query.register(nudge, NudgeTap.filter())
    return routes
