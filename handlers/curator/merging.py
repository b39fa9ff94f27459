"""Two entries side by side before they become one; removing a person, asked twice."""

from __future__ import annotations

from aiogram import Router

from handlers.chat import Chat
from handlers.curator import card
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.people_taps import CompareTap, FindTap, PeopleTap, PersonTap, RemoveTap
from handlers.places import place_of
from handlers.screen import Button, screen
from locales.words import Markup, Say
from mentoring.naming import spelled
from mentoring.people import Speaker
from services.merging import Entry, Merging
from services.people import People


async def compared(
    chat: Chat, say: Say, speaker: Speaker, callback_data: CompareTap, merging: Merging, people: People
) -> None:
    """The second entry was chosen: what stays and what goes into it; then the merging itself."""
    kept, other = callback_data.kept, callback_data.other
    if callback_data.sure:
        await merging.merge(speaker, kept, other)
        await card.show(chat, say, speaker, people, kept, note=say("merge-done"))
        return
    stays, goes = await merging.compare(speaker, kept, other)
    text = say("merge-compare", kept=_entry(say, speaker, stays), other=_entry(say, speaker, goes))
    await chat.show(
        screen(
            text,
            [Button(say.plain("merge-sure"), CompareTap(kept=kept, other=other, sure=1))],
            [Button(say.plain("merge-swap"), CompareTap(kept=other, other=kept))],
            [Button(say.plain("merge-other"), FindTap(into=kept))],
            [Button(say.plain("people-to-card"), PersonTap(person=kept))],
        )
    )


def _entry(say: Say, speaker: Speaker, entry: Entry) -> Markup:
    person, holds = entry.person, entry.holdings
    who = ", ".join(
        part for part in (say.plain("people-kind", kind=person.kind), place_of(say, person, speaker)) if part
    )
    return say(
        "merge-entry",
        name=spelled(person, speaker),
        code=person.code,
        who=who,
        linked="yes" if holds.linked else "no",
        consents=holds.consents,
        answers=holds.submissions,
        matches=holds.matches,
    )


async def removed(chat: Chat, say: Say, speaker: Speaker, callback_data: RemoveTap, merging: Merging) -> None:
    """What removing means; then the removing itself."""
    if callback_data.sure:
        person = await merging.remove(speaker, callback_data.person)
        text = say("remove-done", name=spelled(person, speaker))
        await chat.show(screen(text, [Button(say.plain("sections-people"), PeopleTap())], ways_back(say)))
        return
    leaving = await merging.leaving(speaker, callback_data.person)
    lines: list[str] = [say("remove-sure", name=spelled(leaving.person, speaker))]
    if leaving.matches:
        lines.append(say("remove-matches"))
    await chat.show(
        screen(
            "\n".join(lines),
            [Button(say.plain("remove-yes"), RemoveTap(person=leaving.person.id, sure=1))],
            [Button(say.plain("remove-no"), PersonTap(person=leaving.person.id))],
        )
    )


def router() -> Router:
    """Merging and removing, for curators."""
    routes = Router(name="merging")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(compared, CompareTap.filter())
    routes.callback_query.register(removed, RemoveTap.filter())
    return routes
