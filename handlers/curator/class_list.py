"""A class list sent as a file: read whole or not at all, looked at, confirmed; then codes to hand out."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from io import BytesIO

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import Message

from handlers.addresses import address
from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.places import place_of
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, screen
from locales.words import Say
from mentoring.leaving import Paper
from mentoring.naming import full
from mentoring.people import Speaker
from papers.class_list import ClassList, class_list_template, read_class_list
from papers.poster import CodeCard, code_cards_pdf
from services.filling import Filling
from services.inviting import Inviting, Listed

_PROBLEMS_SHOWN = 10


class ListTap(CallbackData, prefix="lst1"):
    """b begin, t the blank table, y bring in, c the sheets of codes."""

    step: str


class ListSent(Filter):
    """A document, while the curator is asked for the class list."""

    async def __call__(self, message: Message, speaker: Speaker, filling: Filling) -> bool:
        """Whether so."""
        if message.document is None or speaker.draft_id is None:
            return False
        turn = await filling.resume(speaker)
        return turn is not None and turn.form.key == "class_list"


async def received(chat: Chat, say: Say, speaker: Speaker, inviting: Inviting) -> None:
    """The file has come: what is wrong with it, or how many it would bring in."""
    sent = await chat.file_sent()
    document = chat.typed.document if chat.typed else None
    if sent is None or document is None:
        return
    found = await asyncio.to_thread(read_class_list, sent[1], (await inviting.today(speaker)))
    if found.problems:
        await chat.show(screen(_problems(say, found), [Button(say.plain("list-blank"), ListTap(step="t"))], _stop(say)))
        return
    counted = await inviting.count(speaker, _listed(found))
    await inviting.keep_file(speaker, document.file_id)
    text = say("list-preview", new=counted.new, known=counted.known)
    rows = [[Button(say.plain("list-bring-in", count=counted.new), ListTap(step="y"))]] if counted.new else []
    await chat.show(screen(text, *rows, _stop(say)))


def _problems(say: Say, found: ClassList) -> str:
    shown = [say("list-problem", text=each.said(say.words, say.language)) for each in found.problems[:_PROBLEMS_SHOWN]]
    lines = [say("list-problems", count=len(found.problems)), "", *shown]
    if len(found.problems) > _PROBLEMS_SHOWN:
        lines.append(say("list-more-problems", count=len(found.problems) - _PROBLEMS_SHOWN))
    return "\n".join([*lines, "", say("list-send-again")])


def _stop(say: Say) -> list[Button]:
    return [Button(say.plain("form-cancel"), HomeTap())]


def _listed(found: ClassList) -> list[Listed]:
    return [Listed(each.name, each.school_class, each.birth_date, each.sides) for each in found.pupils]


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: ListTap,
    inviting: Inviting,
    filling: Filling,
    after: Mapping[str, Continuation],
    bot: Bot,
) -> None:
    """Ask for the file, give the blank, bring everyone in, print the codes."""
    match callback_data.step:
        case "t":
            await chat.toast()
            await chat.send_file(
                await asyncio.to_thread(class_list_template, say.words),
                say.plain("list-blank-file"),
                paper=Paper.LIST_BLANK,
            )
        case "y":
            await _bring_in(chat, say, speaker, inviting, bot)
        case "c":
            await chat.toast()
            await _send_codes(chat, say, speaker, inviting, bot)
        case _:
            turn = await filling.begin(speaker, "class_list")
            await show_turn(chat, say, turn, after)
            await chat.send_file(
                await asyncio.to_thread(class_list_template, say.words),
                say.plain("list-blank-file"),
                paper=Paper.LIST_BLANK,
            )


async def _bring_in(chat: Chat, say: Say, speaker: Speaker, inviting: Inviting, bot: Bot) -> None:
    content = BytesIO()
    try:
        await bot.download(await inviting.kept_file(speaker), content)
    except TelegramBadRequest:  # the messenger does not keep a file for ever
        await chat.show(screen(say("list-gone"), [Button(say.plain("invite-list"), ListTap(step="b"))], ways_back(say)))
        return
    found = await asyncio.to_thread(read_class_list, content.getvalue(), await inviting.today(speaker))
    counted = await inviting.bring_in(speaker, _listed(found))
    codes = Button(say.plain("list-codes"), ListTap(step="c"))
    await chat.show(screen(say("list-done", count=counted.new), [codes], ways_back(say)))


async def _send_codes(chat: Chat, say: Say, speaker: Speaker, inviting: Inviting, bot: Bot) -> None:
    waiting = await inviting.codes(speaker)
    if not waiting:
        await chat.show(screen(say("list-no-codes"), ways_back(say)))
        return
    base = await address(bot, "")
    cards = [CodeCard(full(person, speaker), place_of(say, person), token, base + token) for person, token in waiting]
    content = await asyncio.to_thread(code_cards_pdf, cards, say.words)
    await chat.send_file(content, say.plain("list-codes-file"), paper=Paper.CODES)


async def after_class_list(chat: Chat, say: Say) -> None:
    """A text is never a list: the form refuses it, so nothing comes here but a list that was brought in."""
    await chat.show(screen(say("list-no-codes"), ways_back(say)))


def router() -> Router:
    """The class list, for curators; before forms, which take no files."""
    routes = Router(name="class_list")
    routes.callback_query.filter(CuratorOnly())
    routes.message.filter(CuratorOnly())
    routes.callback_query.register(tapped, ListTap.filter())
    routes.message.register(received, ListSent())
    return routes
