"""Whom a list shows: filters chosen by taps, each taken away by a second one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from aiogram import Router

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.people_taps import FilterTap, LevelTap, PeopleTap
from handlers.curator.wanted import from_code, to_code
from handlers.places import class_words
from handlers.screen import Button, Row, fitting, grid, screen
from locales.words import Say
from mentoring.people import Kind, SchoolClass, Side, Speaker
from mentoring.standing import Lack
from services.people import NO_CLASS, People, Roll, Wanted

_BASES = (
    (Side.MENTEE, Kind.PUPIL),
    (Side.MENTEE, Kind.TEACHER),
    (Side.MENTOR, Kind.PUPIL),
    (Side.MENTOR, Kind.TEACHER),
    (Side.MENTOR, Kind.STUDENT),
    (Side.MENTOR, Kind.PARTNER),
)  # stages 2 and 3: pupils and teachers stand apart, and mentors from outside
_SIGNS = (
    *(*Roll, Lack.GUARDIAN, Lack.PAPER, Lack.CLEARANCE, Lack.FORM, Lack.APPLICATION, Lack.ENTRY),
    *(Lack.TRAINING, Lack.DECLINED),
)


def filters_in_words(say: Say, wanted: Wanted) -> str:
    """What is chosen, in words, empty when nothing is."""
    words = []
    if wanted.level:
        letter = wanted.letter
        words.append(
            say.plain("people-level", level=str(wanted.level))
            if letter is None
            else class_words(say, SchoolClass(wanted.level, letter))
        )
    if wanted.level == NO_CLASS and wanted.kind in (None, Kind.PUPIL):
        words.append(say.plain("people-no-class"))
    if wanted.kind is not None:
        words.append(say.plain("people-kinds", kind=wanted.kind))
    if wanted.side is not None:
        words.append(say.plain("people-sides", side=wanted.side))
    if wanted.form:
        words.append(say.plain("people-form", form=wanted.form))
    if wanted.sign is not None:
        words.append(say.plain("people-sign", sign=wanted.sign))
    return ", ".join(each[:1].lower() + each[1:] for each in words)


async def filters(chat: Chat, say: Say, speaker: Speaker, callback_data: FilterTap, people: People) -> None:
    """Choose whom to show: every filter is a tap, a second tap takes it away."""
    wanted = from_code(callback_data.where)
    page = await people.page(speaker, wanted)

    def toggle(words: str, change: dict[str, Any]) -> Button:
        chosen = all(getattr(wanted, name) == value for name, value in change.items())
        empty = replace(wanted, **{name: getattr(Wanted(), name) for name in change})
        then = empty if chosen else replace(wanted, **change)
        return Button(("\u2705 " if chosen else "") + words, FilterTap(where=to_code(then)))

    bases = (
        toggle(say.plain("people-base", side=side, kind=kind), {"side": side, "kind": kind}) for side, kind in _BASES
    )
    rows: list[Row] = [
        *fitting(bases, 52),
        [toggle(say.plain("people-sides", side=side), {"side": side}) for side in Side],
    ]
    if len(page.forms) > 1:
        rows += grid(toggle(say.plain("people-form", form=form), {"form": form.value}) for form in page.forms)
    kinds = (Kind.PUPIL, Kind.TEACHER, Kind.STUDENT, Kind.PARTNER, Kind.GUARDIAN, Kind.STAFF)
    rows += grid((toggle(say.plain("people-kinds", kind=kind), {"kind": kind}) for kind in kinds), 3)
    rows += fitting((toggle(say.plain("people-sign", sign=sign), {"sign": sign}) for sign in _SIGNS), 40)
    by_class = filters_in_words(say, Wanted(level=wanted.level, letter=wanted.letter)) if wanted.level else ""
    chosen = say.plain("people-class-chosen", name=by_class) if by_class else say.plain("people-class-any")
    rows.append([Button(chosen, LevelTap(where=callback_data.where))])
    show = Button(say.plain("people-show"), PeopleTap(where=callback_data.where))
    words = filters_in_words(say, wanted) or say.plain("people-everyone")
    await chat.show(screen(say("people-filters", filters=words), *rows, [show], ways_back(say)))


async def levels(chat: Chat, say: Say, speaker: Speaker, callback_data: LevelTap, people: People) -> None:
    """Choose a level, then a letter of it."""
    wanted = from_code(callback_data.where)
    rest = replace(wanted, level=None, letter=None)
    every = [each.school_class for each in await people.classes(speaker, Wanted()) if each.school_class is not None]
    rows: list[Row]
    if not callback_data.level:
        found = sorted({each.level for each in every})
        rows = grid((Button(str(level), LevelTap(where=callback_data.where, level=level)) for level in found), 4)
        rows.append([Button(say.plain("people-class-any"), FilterTap(where=to_code(rest)))])
    else:
        level = callback_data.level
        one = [each for each in every if each.level == level]
        rows = grid(
            (
                Button(class_words(say, each), FilterTap(where=to_code(replace(rest, level=level, letter=each.letter))))
                for each in one
            ),
            4,
        )
        whole = replace(rest, level=level)
        rows.insert(0, [Button(say.plain("people-level", level=str(level)), FilterTap(where=to_code(whole)))])
    rows.append([Button(say.plain("form-back"), FilterTap(where=callback_data.where))])
    await chat.show(screen(say("people-class-choose" if every else "people-class-none"), *rows))


def router() -> Router:
    """Filters, for curators."""
    routes = Router(name="people-filters")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(filters, FilterTap.filter())
    routes.callback_query.register(levels, LevelTap.filter())
    return routes
