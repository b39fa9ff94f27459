"""Entering answers from paper: by the code of a sheet, from a person's card, or from the list of one's own class."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.home import Panel
from handlers.paper_taps import EnterTap, PapersTap, PrintTap
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import STAFF_ROLES, Speaker
from mentoring.rights import Deed, may
from services.joining import Found
from services.paper_entry import PaperEntry, Papers
from services.paper_sheets import Asked
from services.turns import Turn


class WardsTap(CallbackData, prefix="pwd1"):
    """The participants of one's own classes, after this person."""

    after: int = 0


async def panel(say: Say, speaker: Speaker, paper_entry: PaperEntry) -> Panel | None:
    """A way to it for those of the staff who have been named; the curator has sections."""
    if speaker.person is None or speaker.roles.isdisjoint(STAFF_ROLES) or not await paper_entry.helps(speaker):
        return None
    return Panel([], [[Button(say.plain("paper-entry-mine"), WardsTap())]])


async def wards(chat: Chat, say: Say, speaker: Speaker, callback_data: WardsTap, paper_entry: PaperEntry) -> None:
    """What a helper may do: scan a code, or choose one of their own class."""
    await chat.show(await _wards(say, speaker, paper_entry, callback_data.after))


async def papers(chat: Chat, say: Say, speaker: Speaker, callback_data: PapersTap, paper_entry: PaperEntry) -> None:
    """A person's questionnaires on paper."""
    found = await paper_entry.papers(speaker, callback_data.person)
    await chat.show(_papers(say, speaker, found))


async def begun(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: EnterTap,
    paper_entry: PaperEntry,
    after: Mapping[str, Continuation],
) -> None:
    """«Внести» or «Исправить»: the same screens as the person would see."""
    tap = callback_data
    await show_turn(chat, say, await paper_entry.begin(speaker, tap.person, tap.form, tap.about), after)


async def scanned(
    chat: Chat, say: Say, speaker: Speaker, found: Found, paper_entry: PaperEntry, after: Mapping[str, Continuation]
) -> None:
    """The code of a printed sheet, opened by somebody who may enter papers."""
    await show_turn(chat, say, await paper_entry.scanned(speaker, found.link.id), after)


async def entered(chat: Chat, say: Say, speaker: Speaker, turn: Turn, paper_entry: PaperEntry) -> None:
    """It was sent: whose and what, and what of theirs is left."""
    note = say("paper-entry-done", form=turn.form.title.to(say.language), who=turn.entered_for)
    if may(speaker, Deed.ENTER_PAPERS):
        view = _papers(say, speaker, await paper_entry.papers(speaker, turn.entered_for_id))
    else:
        view = await _wards(say, speaker, paper_entry, 0)
    await chat.show(view.under(note))


def _papers(say: Say, viewer: Speaker, found: Papers) -> Screen:
    curator = may(viewer, Deed.ENTER_PAPERS)
    person, who = found.person, shown(found.person, viewer)
    if who != person.code:
        who = f"{who} · {person.code}"
    lines: list[str] = [say("paper-entry-title", who=who), ""]
    rows: list[Row] = []
    if found.waits is not None:
        lines.append(say("paper-entry-first", lack=str(found.waits)))
    elif not found.asked:
        lines.append(say("paper-entry-none"))
    for each in found.asked:
        title = found.titles[each.form]
        lines.append(_state(say, viewer, each, title))
        if not each.fixed:
            word = "paper-entry-correct" if each.sent_at else "paper-entry-enter"
            tap = EnterTap(person=person.id, form=each.form, about=each.about)
            rows.append([Button(say.plain(word, form=title), tap)])
        if curator and each.sent_at is None:
            tap_print = PrintTap(person=person.id, form=each.form, about=each.about)
            rows.append([Button(say.plain("paper-entry-print", form=title), tap_print)])
    rows.append(_back(say, person.id, curator=curator))
    return screen("\n".join(lines), *rows)


def _back(say: Say, person: int, *, curator: bool) -> Row:
    from handlers.curator.people_taps import PersonTap

    home = Button(say.plain("to-home"), HomeTap())
    if curator:
        return [Button(say.plain("people-to-card"), PersonTap(person=person)), home]
    return [Button(say.plain("paper-entry-to-class"), WardsTap()), home]


def _state(say: Say, viewer: Speaker, each: Asked, title: str) -> str:
    if each.sent_at is None:
        return say("paper-entry-wanted", form=title)
    day = say.date((each.changed_at or each.sent_at).date())
    if each.entered_by is None:
        return say("paper-entry-sent", form=title, day=day)
    return say("paper-entry-entered", form=title, day=day, by=shown(each.entered_by, viewer))


async def _wards(say: Say, speaker: Speaker, paper_entry: PaperEntry, after: int) -> Screen:
    found, more = await paper_entry.wards(speaker, after)
    lines: list[str] = [say("paper-entry-helper")]
    if found:
        lines += ["", say("paper-entry-helper-class")]
    rows: list[Row] = [
        [
            Button(
                say.plain("paper-entry-ward", who=shown(each.person, speaker), count=each.open),
                PapersTap(person=each.person.id),
            )
        ]
        for each in found
    ]
    if more:
        rows.append([Button(say.plain("picker-later"), WardsTap(after=found[-1].person.id))])
    return screen("\n".join(lines), *rows, [Button(say.plain("to-home"), HomeTap())])


def router() -> Router:
    """Entering from paper; the service asks who may."""
    routes = Router(name="paper_entry")
    routes.callback_query.register(wards, WardsTap.filter())
    routes.callback_query.register(papers, PapersTap.filter())
    routes.callback_query.register(begun, EnterTap.filter())
    return routes
