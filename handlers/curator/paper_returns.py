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
from mentoring.leaving import Paper
from mentoring.naming import beside_class, full, shown
from mentoring.people import Person, SchoolClass, Speaker
from papers.consent import ConsentEdition, ConsentSubject, Operator, Signer, consent_blanks
from services.filling import Filling
from services.notices import Notice, Values
from services.paper_returns import Blanks, ClassCount, Missing, PaperReturns


class PaperTap(CallbackData, prefix="pap1"):
    """l the classes, c a class by somebody of it (after an id), p one person; b B o blanks (one, class, a minor's own),
    r R s returned.
    """

    step: str
    id: int = 0
    after: int = 0


_FORMS = {"r": "paper_return", "R": "paper_return_class", "s": "paper_return_own"}
_SIGNERS = {Capacity.GUARDIAN: Signer.GUARDIAN, Capacity.ASSENT: Signer.MINOR, Capacity.SELF: Signer.ADULT}


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
    by_code = beside_class(viewer)
    rows += [[Button(shown(each, by_code), PaperTap(step="p", id=each.id))] for each in found.people]
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
        case "b" | "B" | "o":
            step = callback_data.step
            blanks = await paper_returns.blanks(speaker, about, whole_class=step == "B", own=step == "o")
            await chat.toast()
            content = await asyncio.to_thread(_printed, say, speaker, blanks)
            await chat.send_file(content, say.plain("papers-file"), paper=Paper.CONSENTS)
        case "r" | "R" | "s":
            await show_turn(chat, say, await filling.begin(speaker, _FORMS[callback_data.step], about), after)
        case _:
            await chat.show(_classes(say, await paper_returns.classes(speaker)))


def _person(say: Say, viewer: Speaker, blanks: Blanks) -> Screen:
    person = blanks.people[0]
    name, minor = shown(person, viewer), blanks.capacity is Capacity.GUARDIAN
    text = [say("papers-person", name=name, place=place_of(say, person, viewer) or "\u2014")]
    text.append(say("papers-there" if blanks.written else "papers-wanted", capacity=blanks.capacity))
    rows: list[Row] = [_pair(say, person, "blank", "returned", "br")]
    if minor and not blanks.own:
        text.append(say("papers-wanted", capacity=Capacity.ASSENT))
        rows.append(_pair(say, person, "blank-own", "returned-own", "os"))
    rows.append([Button(say.plain("papers-back"), PaperTap(step="c", id=person.id))])
    return screen("\n".join(text), *rows, ways_back(say))


def _pair(say: Say, person: Person, blank: str, returned: str, steps: str) -> list[Button]:
    return [
        Button(say.plain(f"papers-{words}"), PaperTap(step=step, id=person.id))
        for words, step in zip((blank, returned), steps, strict=True)
    ]


def _printed(say: Say, viewer: Speaker, blanks: Blanks) -> bytes:
    """The blanks as one DOCX, everyone on a page of their own."""
    school = blanks.school
    return consent_blanks(
        _SIGNERS[blanks.capacity],
        Operator(school.full_name, school.address or school.town, school.director_name),
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
