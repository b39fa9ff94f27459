"""Acts of destruction in chat: the list, one of them, its two papers, and that it is signed."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Say
from mentoring.leaving import Paper
from mentoring.naming import full
from mentoring.people import Speaker
from papers.act import Destroyer, Destruction, printed_act, printed_extract
from services.acts import Act, ActPage, Acts, Sheet
from services.filling import Filling
from services.notices import Notice, Values


class ActTap(CallbackData, prefix="act1"):
    """l the list (`id`: older than this one), o one, p its papers, s signed."""

    step: str = "l"
    id: int = 0


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: ActTap,
    acts: Acts,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """Whatever is done about acts."""
    act = callback_data.id
    match callback_data.step:
        case "o":
            await chat.show(act_screen(say, await acts.sheet(speaker, act)))
        case "p":
            await _print(chat, say, speaker, await acts.sheet(speaker, act))
        case "s":
            await show_turn(chat, say, await filling.begin(speaker, "act_signed", act), after)
        case _:
            await chat.show(list_screen(say, await acts.page(speaker, act)))


async def after_signed(chat: Chat, say: Say, speaker: Speaker, outcome: int, acts: Acts) -> None:
    """The act is signed."""
    await chat.show(act_screen(say, await acts.sheet(speaker, outcome)).under(say("acts-noted")))


def list_screen(say: Say, page: ActPage) -> Screen:
    """The acts, the newest first."""
    text = say("acts-title", count=page.unsigned) if page.acts else say("acts-none")
    rows: list[Row] = [[Button(_title(say, each), ActTap(step="o", id=each.id))] for each in page.acts]
    if page.more:
        rows.append([Button(say.plain("acts-older"), ActTap(id=page.acts[-1].id))])
    return screen(text, *rows, ways_back(say))


def act_screen(say: Say, sheet: Sheet) -> Screen:
    """One act: what it is about, and where it lies or what to do next."""
    act = sheet.act
    lines: list[str] = [
        say("acts-one", number=act.number, date=say.date(sheet.at.date()), subject=act.subject),
        say("acts-reason", ground=act.ground),
        "",
        say("acts-categories"),
        *(say("acts-line", what=say.plain("act-category", name=each)) for each in act.categories),
        "",
    ]
    if act.signed_on is None:
        lines.append(say("acts-unsigned"))
    else:
        lines.append(say("acts-signed", date=say.date(act.signed_on), place=act.original))
    words = "acts-sign" if act.signed_on is None else "acts-correct"
    rows: list[Row] = [
        [Button(say.plain("acts-print"), ActTap(step="p", id=act.id))],
        [Button(say.plain(words), ActTap(step="s", id=act.id))],
        [Button(say.plain("acts-to-list"), ActTap()), Button(say.plain("to-home"), HomeTap())],
    ]
    return screen("\n".join(lines), *rows)


def _title(say: Say, act: Act) -> str:
    signed = "no" if act.signed_on is None else "yes"
    return say.plain("acts-button", number=act.number, subject=act.subject, signed=signed)


async def _print(chat: Chat, say: Say, speaker: Speaker, sheet: Sheet) -> None:
    await chat.toast()
    paper = _paper(say, speaker, sheet)
    for printed, name in ((printed_act, "acts-file"), (printed_extract, "acts-extract-file")):
        content = await asyncio.to_thread(printed, paper, say.words)
        await chat.send_file(content, say.plain(name, number=sheet.act.number), paper=Paper.ACT)
    await chat.show_anew(act_screen(say, sheet))


def _paper(say: Say, speaker: Speaker, sheet: Sheet) -> Destruction:
    """The words of the papers; they are in Russian whatever the language of the chat."""

    def words(message: str, **values: str) -> str:
        return say.words.plain(message, **values)

    act, school = sheet.act, sheet.school
    asked = f"{act.asked_on:%d.%m.%Y}" if act.asked_on else "none"
    post = words("act-curator")
    return Destruction(
        operator=school.full_name,
        address=school.address,
        town=school.town,
        director=Destroyer(school.director_name, school.director_post),
        destroyers=tuple(Destroyer(full(each, speaker), each.post or post) for each in sheet.curators),
        number=act.number,
        subject=act.subject,
        categories=tuple(words("act-category", name=each) for each in act.categories),
        system=words("act-system"),
        way=words("act-way"),
        reason=words("act-reason", ground=act.ground, asked=asked),
        at=sheet.at,
        staying=tuple(words("act-staying", name=each, by=f"{sheet.swept_by:%d.%m.%Y}") for each in act.staying),
        line=act.journal_id,
    )


def made(say: Say, values: Values, notice: Notice) -> Screen:
    """The curator hears that acts wait for signatures."""
    return screen(say("notice-acts-made", **values), [Button(say.plain("acts-open"), ActTap())])


def router() -> Router:
    """Acts of destruction, for curators."""
    routes = Router(name="acts")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(tapped, ActTap.filter())
    return routes
