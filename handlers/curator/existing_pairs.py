"""Pairs that met before the bot came, in chat: a list as a file, read whole or not at all; or one pair by hand."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Filter
from aiogram.types import Message

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.matching_taps import ConfirmedTap
from handlers.curator.order_taps import OrdersTap, PairsTap
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Say
from mentoring.known_pairs import Trouble
from mentoring.leaving import Paper
from mentoring.people import Speaker
from papers.pairs_list import PairsList, known_pairs, pairs_blank, read_pairs_list
from services.existing_pairs import ExistingPairs
from services.filling import Filling
from services.matching import Compute

_SHOWN = 10


class PairsSent(Filter):
    """A document, while the curator is asked for the list of pairs."""

    async def __call__(self, message: Message, speaker: Speaker, filling: Filling) -> bool:
        """Whether so."""
        if message.document is None or speaker.draft_id is None:
            return False
        turn = await filling.resume(speaker)
        return turn is not None and turn.form.key == "pairs_list"


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: PairsTap,
    existing_pairs: ExistingPairs,
    filling: Filling,
    after: Mapping[str, Continuation],
    workshop: Compute,
    bot: Bot,
) -> None:
    """The two ways; ask for the file, give the blank, bring the pairs in; a pair by hand."""
    match callback_data.step:
        case "b":
            await show_turn(chat, say, await filling.begin(speaker, "pairs_list"), after)
            await _send_blank(chat, say, workshop)
        case "t":
            await chat.toast()
            await _send_blank(chat, say, workshop)
        case "y":
            await _bring_in(chat, say, speaker, existing_pairs, workshop, bot)
        case "h":
            await show_turn(chat, say, await filling.begin(speaker, "existing_pair"), after)
        case _:
            await chat.show(_ways(say))


def _ways(say: Say) -> Screen:
    return screen(
        say("existing-title"),
        [Button(say.plain("existing-by-list"), PairsTap(step="b"))],
        [Button(say.plain("existing-by-hand"), PairsTap(step="h"))],
        [Button(say.plain("orders-back"), OrdersTap())],
    )


async def _send_blank(chat: Chat, say: Say, workshop: Compute) -> None:
    await chat.send_file(
        await workshop(pairs_blank), say.plain("existing-blank-file") + ".xlsx", paper=Paper.PAIRS_BLANK
    )


async def received(chat: Chat, say: Say, speaker: Speaker, existing_pairs: ExistingPairs, workshop: Compute) -> None:
    """The file has come: what is wrong with it, or what it would bring."""
    sent = await chat.file_sent()
    document = chat.typed.document if chat.typed else None
    if sent is None or document is None:
        return
    found: PairsList = await workshop(read_pairs_list, sent[1], await existing_pairs.today(speaker))
    if found.problems:
        texts = [each.said(say.words, say.language) for each in found.problems]
        await chat.show(_wrong(say, texts))
        return
    checked = await existing_pairs.check(speaker, known_pairs(found))
    if checked.troubles:
        await chat.show(_wrong(say, [_trouble(say, each) for each in checked.troubles]))
        return
    await existing_pairs.keep_file(speaker, document.file_id)
    bring = Button(say.plain("existing-bring-in", count=checked.pairs), PairsTap(step="y"))
    text = say("existing-preview", count=checked.pairs, newcomers=checked.newcomers)
    await chat.show(screen(text, [bring], _stop(say)))


async def _bring_in(
    chat: Chat, say: Say, speaker: Speaker, existing_pairs: ExistingPairs, workshop: Compute, bot: Bot
) -> None:
    content = BytesIO()
    try:
        await bot.download(await existing_pairs.kept_file(speaker), content)
    except TelegramBadRequest:  # the messenger does not keep a file for ever
        await chat.show(
            screen(say("existing-gone"), [Button(say.plain("existing-by-list"), PairsTap(step="b"))], _stop(say))
        )
        return
    found: PairsList = await workshop(read_pairs_list, content.getvalue(), await existing_pairs.today(speaker))
    count = await existing_pairs.bring_in(speaker, known_pairs(found))
    await chat.show(_done(say, count))


async def after_existing_pair(chat: Chat, say: Say, outcome: Trouble | None) -> None:
    """A pair by hand was taken over, or what is wrong with it."""
    if outcome is None:
        await chat.show(_done(say, 1))
        return
    again = [Button(say.plain("existing-by-hand-again"), PairsTap(step="h"))]
    await chat.show(screen(_trouble(say, outcome), again, ways_back(say)))


async def after_pairs_list(chat: Chat, say: Say) -> None:
    """A text is never a list: the form refuses it."""
    await chat.show(_ways(say))


def _done(say: Say, count: int) -> Screen:
    rows: list[Row] = [
        [Button(say.plain("matching-look-confirmed", count=count), ConfirmedTap())],
        [Button(say.plain("existing-by-hand-again"), PairsTap(step="h"))],
    ]
    return screen(say("existing-done", count=count), *rows, ways_back(say))


def _wrong(say: Say, texts: list[str]) -> Screen:
    lines: list[str] = [say("existing-problems", count=len(texts)), ""]
    lines += [say("matching-line", text=each) for each in texts[:_SHOWN]]
    if len(texts) > _SHOWN:
        lines.append(say("orders-more", count=len(texts) - _SHOWN))
    lines += ["", say("existing-send-again")]
    return screen("\n".join(lines), [Button(say.plain("existing-blank"), PairsTap(step="t"))], _stop(say))


def _trouble(say: Say, trouble: Trouble) -> str:
    text = say.plain(f"existing-snag-{trouble.snag}", name=trouble.name)
    return say.plain("existing-row", row=trouble.row, text=text) if trouble.row else text


def _stop(say: Say) -> Row:
    return [Button(say.plain("form-cancel"), HomeTap())]


def router() -> Router:
    """Existing pairs, for curators; before forms, which take no files."""
    routes = Router(name="existing_pairs")
    routes.callback_query.filter(CuratorOnly())
    routes.message.filter(CuratorOnly())
    routes.callback_query.register(tapped, PairsTap.filter())
    routes.message.register(received, PairsSent())
    return routes
