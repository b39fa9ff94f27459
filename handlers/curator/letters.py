"""Letters that wait for a curator: a list, an exchange, an answer, or closing without one."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.people_taps import PersonTap
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import Speaker
from services.filling import Filling
from services.letters import Inbox, Letters, Line, Thread
from services.notices import Notice, Values

_LINE = 40  # letters of a letter in the list
_LONGEST = 3600  # of an exchange on the screen, in a message of 4096


class LettersTap(CallbackData, prefix="ltl1"):
    """The list of letters that wait, after a letter."""

    after: int = 0


class ThreadTap(CallbackData, prefix="ltt1"):
    """An exchange: s show, a answer, c close."""

    thread: int
    deed: str = "s"


async def listed(chat: Chat, say: Say, speaker: Speaker, letters: Letters) -> None:
    """`/letters`."""
    await chat.show(inbox_screen(say, speaker, await letters.inbox(speaker), 0))


async def turned(chat: Chat, say: Say, speaker: Speaker, callback_data: LettersTap, letters: Letters) -> None:
    """A page of the list."""
    found = await letters.inbox(speaker, callback_data.after)
    await chat.show(inbox_screen(say, speaker, found, callback_data.after))


def inbox_screen(say: Say, speaker: Speaker, found: Inbox, after: int) -> Screen:
    """Each letter a button: who wrote, and how it begins."""
    rows: list[Row] = []
    for line in found.lines:
        if line.person is not None:
            words = say.plain("letter-line", who=shown(line.person, speaker), text=_beginning(line.letter.text))
            rows.append([Button(words, ThreadTap(thread=line.letter.thread))])
    turning: list[Button] = [Button("\u2039", LettersTap())] if after else []
    if found.after:
        turning.append(Button("\u203a", LettersTap(after=found.lines[-1].letter.id)))
    return screen(say("letters-title" if rows else "letters-none"), *rows, turning, ways_back(say))


def _beginning(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LINE else flat[: _LINE - 1] + "\u2026"


async def opened(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: ThreadTap,
    letters: Letters,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """An exchange, an answer to it, or its end."""
    match callback_data.deed:
        case "a":
            await show_turn(chat, say, await filling.begin(speaker, "letter_answer", callback_data.thread), after)
        case "c":
            await letters.close(speaker, callback_data.thread)
            view = inbox_screen(say, speaker, await letters.inbox(speaker), 0)
            await chat.show(view.under(say("letter-closed")))
        case _:
            await chat.show(thread_screen(say, speaker, await letters.thread(speaker, callback_data.thread)))


def thread_screen(say: Say, speaker: Speaker, thread: Thread) -> Screen:
    """The exchange as typed, the latest letters where it is long."""
    title = say("letter-thread", who=shown(thread.person, speaker))
    blocks: list[str] = []
    length = len(title)
    for line in reversed(thread.lines):
        block = _block(say, speaker, line)
        if blocks and length + len(block) > _LONGEST:
            break
        blocks.insert(0, block)
        length += len(block)
    deeds = [Button(say.plain("letter-answer"), ThreadTap(thread=thread.id, deed="a"))] if thread.is_open else []
    close = [Button(say.plain("letter-close"), ThreadTap(thread=thread.id, deed="c"))] if thread.is_open else []
    person = Button(say.plain("letter-person"), PersonTap(person=thread.person.id))
    back = [Button(say.plain("letters-all"), LettersTap()), Button(say.plain("to-home"), HomeTap())]
    return screen("\n\n".join([title, *blocks]), [*deeds, *close], [person], back)


def _block(say: Say, speaker: Speaker, line: Line) -> str:
    who = say.plain("letter-from-curator") if line.person is None else shown(line.person, speaker)
    return say("letter-block", who=who, at=say.moment(line.at), text=line.letter.text)


async def after_answer(chat: Chat, say: Say, speaker: Speaker, outcome: int, letters: Letters) -> None:
    """The answer is on its way."""
    view = thread_screen(say, speaker, await letters.thread(speaker, outcome))
    await chat.show(view.under(say("letter-answered")))


def written(say: Say, values: Values, notice: Notice) -> Screen:
    """A new letter, as the curators hear of it."""
    return screen(
        say("notice-letter", who=values["who"], text=values["text"]),
        [
            Button(say.plain("letter-answer"), ThreadTap(thread=values["thread"], deed="a")),
            Button(say.plain("letter-open"), ThreadTap(thread=values["thread"])),
        ],
    )


def router() -> Router:
    """Letters, for curators."""
    routes = Router(name="curator-letters")
    routes.message.filter(CuratorOnly())
    routes.callback_query.filter(CuratorOnly())
    routes.message.register(listed, Command("letters"))
    routes.callback_query.register(turned, LettersTap.filter())
    routes.callback_query.register(opened, ThreadTap.filter())
    return routes
