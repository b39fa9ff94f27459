"""Paper consents: blanks for a class or one person, and their return noted, one by one or for a class at once."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.places import class_words, place_of
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, Row, Screen, fitting, screen
from locales.words import Say
from mentoring.consents import Capacity
from mentoring.naming import full, shown
from mentoring.people import SchoolClass, Speaker
from papers.consent import ConsentEdition, ConsentSubject, Operator, Signer, consent_blanks
from services.filling import Filling
from services.notices import Notice, Values
from services.paper_returns import Blanks, ClassCount, Missing, PaperReturns


class PaperTap(CallbackData, prefix="pap1"):
    """l the classes, c a class by somebody of it (after an id), p one person, b B blanks (one, class), r R returned."""

    step: str
    id: int = 0
    after: int = 0


def _class(say: Say, school_class: SchoolClass | None) -> str:
    return class_words(say, school_class) if school_class else say.plain("papers-no-class")


def _classes(say: Say, found: list[ClassCount]) -> Screen:
    buttons = [
        Button(
            say.plain("papers-class", name=_class(say, each.school_class), count=each.count),
            PaperTap(step="c", id=each.someone),
        )
        for each in found
    ]
    total = sum(each.count for each in found)
    text = say("papers-title", count=total) + "\n\n" + say("papers-how" if found else "papers-all-there")
    return screen(text, *fitting(buttons), ways_back(say))


def _members(say: Say, viewer: Speaker, found: Missing) -> Screen:
    rows: list[Row] = [
        [
            Button(say.plain("papers-blanks"), PaperTap(step="B", id=found.someone)),
            Button(say.plain("papers-returned-all"), PaperTap(step="R", id=found.someone)),
        ]
    ]
    rows += [[Button(shown(each, viewer), PaperTap(step="p", id=each.id))] for each in found.people]
    if found.more:
        tap = PaperTap(step="c", id=found.someone, after=found.people[-1].id)
        rows.append([Button(say.plain("picker-later"), tap)])
    rows.append([Button(say.plain("papers-back"), PaperTap(step="l"))])
    return screen(say("papers-class-title", name=_class(say, found.school_class)), *rows)


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: PaperTap,
    paper_returns: PaperReturns,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """One of the buttons of paper consents."""
    about = callback_data.id
    match callback_data.step:
        case "c":
            found = await paper_returns.missing(speaker, about, callback_data.after)
            if found.people:
                await chat.show(_members(say, speaker, found))
            else:
                await chat.show(_classes(say, await paper_returns.classes(speaker)))
        case "p":
            blanks = await paper_returns.blanks(speaker, about, whole_class=False)
            await chat.show(_person(say, speaker, blanks))
        case "b" | "B":
            blanks = await paper_returns.blanks(speaker, about, whole_class=callback_data.step == "B")
            await chat.toast()
            content = await asyncio.to_thread(_printed, say, speaker, blanks)
            await chat.send_file(content, say.plain("papers-file"))
        case "r" | "R":
            form = "paper_return" if callback_data.step == "r" else "paper_return_class"
            await show_turn(chat, say, await filling.begin(speaker, form, about), after)
        case _:
            await chat.show(_classes(say, await paper_returns.classes(speaker)))


def _person(say: Say, viewer: Speaker, blanks: Blanks) -> Screen:
    person = blanks.people[0]
    name = shown(person, viewer)
    return screen(
        say("papers-person", name=name, place=place_of(say, person) or "\u2014", capacity=blanks.capacity),
        [
            Button(say.plain("papers-blank"), PaperTap(step="b", id=person.id)),
            Button(say.plain("papers-returned"), PaperTap(step="r", id=person.id)),
        ],
        [Button(say.plain("papers-back"), PaperTap(step="c", id=person.id))],
        ways_back(say),
    )


def _printed(say: Say, viewer: Speaker, blanks: Blanks) -> bytes:
    """The blanks as one DOCX, everyone on a page of their own."""
    school = blanks.school
    return consent_blanks(
        Signer.GUARDIAN if blanks.capacity is Capacity.GUARDIAN else Signer.ADULT,
        Operator(school.full_name, school.town, school.director_name),
        ConsentEdition(
            blanks.edition.version,
            blanks.edition.released,
            blanks.title or say.plain("invite-programme"),
            blanks.until,
        ),
        [ConsentSubject(full(each, viewer), place_of(say, each)) for each in blanks.people],
        say.words,
    )


async def after_return(chat: Chat, say: Say, speaker: Speaker, outcome: int, paper_returns: PaperReturns) -> None:
    """Noted: back to what is still missing."""
    classes = await paper_returns.classes(speaker)
    await chat.show(_classes(say, classes).under(say("papers-noted", count=outcome)))


def wanted(say: Say, values: Values, notice: Notice) -> Screen:
    """The curator hears that blanks are wanted."""
    return screen(say("notice-papers-wanted", **values), [Button(say.plain("sections-papers"), PaperTap(step="l"))])


def router() -> Router:
    """Paper consents, for curators."""
    routes = Router(name="paper_returns")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(tapped, PaperTap.filter())
    return routes
