"""`/people`: counts, lists with filters, search by name, pages."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters import Command

from handlers import places
from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.people_filters import filters_in_words
from handlers.curator.people_taps import (
    AddTap,
    CompareTap,
    FilterTap,
    FindTap,
    OwingTap,
    PeopleTap,
    PersonTap,
)
from handlers.curator.wanted import from_code
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, Row, Screen, screen
from locales.words import Say
from mentoring.naming import beside_class, shown
from mentoring.people import Kind, Person, Speaker
from mentoring.standing import Lack
from services.filling import Filling, Sent
from services.people import Counts, Go, Page, People, Seen, Wanted


async def opened(chat: Chat, say: Say, speaker: Speaker, people: People) -> None:
    """`/people`: the beginning of the whole list."""
    page = await people.page(speaker, Wanted())
    await chat.show(page_screen(say, speaker, page, PeopleTap()))


async def turned(chat: Chat, say: Say, speaker: Speaker, callback_data: PeopleTap, people: People) -> None:
    """A page of a list."""
    tap = callback_data
    go = Go(tap.go) if tap.go in set(Go) else Go.ON
    page = await people.page(speaker, from_code(tap.where), go, tap.key, found=bool(tap.found))
    await chat.show(page_screen(say, speaker, page, tap))


def page_screen(say: Say, speaker: Speaker, page: Page, tap: PeopleTap) -> Screen:
    """A page: what is shown, a button for each person, ways on."""
    speaker = beside_class(speaker) if page.wanted.level else speaker
    lines: list[str] = [say("people-merge-choose") if tap.into else say("people-title")]
    if not tap.into:
        lines += _counted(say, page.counts)
    if chosen := filters_in_words(say, page.wanted):
        lines += [say("people-shown", filters=chosen)]
    if page.wanted.sought:
        lines += [say("people-found", text=page.wanted.sought)]
    if not page.people:
        lines += ["", say("people-nobody")]
    elif page.wanted.sign is not None:
        lines += ["", *(_owing(say, speaker, each) for each in page.people)]
    rows: list[Row] = [[_person(say, speaker, each, tap)] for each in page.people if each.person.id != tap.into]
    rows.append(_leafing(page, tap))
    return screen("\n".join(lines), *rows, *_ways_on(say, speaker, tap))


def _counted(say: Say, counts: Counts | None) -> list[str]:
    if counts is None:
        return []
    lines: list[str] = [say("people-counts", all=counts.all, mentors=counts.mentors, mentees=counts.mentees)]
    waiting = {"people-lacking": counts.lacking, "people-new": counts.new, "people-absent": counts.absent}
    return lines + [say(words, count=count) for words, count in waiting.items() if count]


def _person(say: Say, speaker: Speaker, seen: Seen, tap: PeopleTap) -> Button:
    words = f"{mark(seen)}{shown(seen.person, speaker)}"
    if place := place_of(say, seen.person, speaker):
        words = f"{words}, {place}"
    if tap.into:
        return Button(words, CompareTap(kept=tap.into, other=seen.person.id))
    return Button(words, PersonTap(person=seen.person.id, where=tap.where))


def mark(seen: Seen) -> str:
    """A sign before a name: not admitted yet, something is missing, ready; nothing for whoever takes no side."""
    if Lack.ADMISSION in seen.lacks:
        return "\U0001f195 "
    if seen.lacks:
        return "\u23f3 "
    return "\u2705 " if seen.standings else ""


def place_of(say: Say, person: Person, viewer: Speaker) -> str:
    """The class of a pupil, the kind of everyone else."""
    if person.school_class is not None:
        return places.place_of(say, person, viewer)
    return "" if person.kind is Kind.PUPIL else say.plain("people-kind", kind=person.kind)


def _owing(say: Say, speaker: Speaker, seen: Seen) -> str:
    name = shown(seen.person, speaker)
    if not seen.standings:
        return say("people-line-absent", name=name)
    if not seen.lacks:
        return say("people-line-ready", name=name)
    return say("people-line", name=name, missing=", ".join(say.plain("people-lack", lack=lack) for lack in seen.lacks))


def _leafing(page: Page, tap: PeopleTap) -> Row:
    row = []
    if page.before and page.people:
        row.append(Button("\u2039", tap.model_copy(update={"go": Go.BACK.value, "key": page.people[0].person.id})))
    elif page.before:
        row.append(Button("\u2039", tap.model_copy(update={"go": Go.ON.value, "key": 0})))
    if page.after and page.people:
        row.append(Button("\u203a", tap.model_copy(update={"go": Go.ON.value, "key": page.people[-1].person.id})))
    return row


def _ways_on(say: Say, speaker: Speaker, tap: PeopleTap) -> list[Row]:
    find = Button(say.plain("people-find"), FindTap(into=tap.into))
    if tap.into:
        return [[find], [Button(say.plain("people-to-card"), PersonTap(person=tap.into))]]
    rows: list[Row] = [
        [Button(say.plain("people-filter"), FilterTap(where=tap.where)), find],
        [Button(say.plain("people-owing"), OwingTap())],
    ]
    if not speaker.privacy.coded:  # a name is not typed here
        rows[-1] = [*rows[-1], Button(say.plain("people-add"), AddTap())]
    if tap.where or tap.found:
        rows.append([Button(say.plain("people-all"), PeopleTap())])
    return [*rows, ways_back(say)]


async def find(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: FindTap,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """Ask for a part of a name."""
    await show_turn(chat, say, await filling.begin(speaker, "search", callback_data.into), after)


async def after_search(chat: Chat, say: Say, speaker: Speaker, sent: Sent, outcome: bool, people: People) -> None:
    """Whoever was found; in coded mode a surname is sought for nobody."""
    if not outcome:
        words = "privacy-search-by-code" if speaker.privacy.by_code else "privacy-search-by-code-or-given"
        again = [Button(say.plain("people-find"), FindTap(into=sent.about))]
        await chat.show(screen(say(words), again, [Button(say.plain("people-all"), PeopleTap())], ways_back(say)))
        return
    page = await people.page(speaker, Wanted(), found=True)
    await chat.show(page_screen(say, speaker, page, PeopleTap(found=1, into=sent.about)))


def router() -> Router:
    """Lists of people, for curators."""
    routes = Router(name="people")
    routes.message.filter(CuratorOnly())
    routes.callback_query.filter(CuratorOnly())
    routes.message.register(opened, Command("people"))
    routes.callback_query.register(turned, PeopleTap.filter())
    routes.callback_query.register(find, FindTap.filter())
    return routes
