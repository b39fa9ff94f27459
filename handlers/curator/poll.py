"""The interest poll as its curator sees it: the link, the counts as a table and as a picture."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from aiogram import Bot, Router
from aiogram.filters.callback_data import CallbackData

from handlers.addresses import address, sharing
from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.questionnaire_taps import QuestionnairesTap
from handlers.screen import Button, Row, Screen, screen
from locales.words import Say
from mentoring.leaving import Paper
from mentoring.people import Speaker
from mentoring.poll import Row as Line
from mentoring.poll import Wish, by_form, rows
from papers.poll_chart import Bar, poll_png
from papers.poster import Poster, poster_pdf
from papers.qr import qr_png
from services.matching import Compute
from services.poll import Poll, Polls

_WIDE = 10  # letters of the first column: the whole table stays on a narrow phone
_COLUMNS = (Wish.MENTEE, Wish.MENTOR, Wish.BOTH, Wish.NOTHING)


class PollsTap(CallbackData, prefix="plc1"):
    """s see, o open, g the picture, q the QR code, p the poster, x close, X really."""

    step: str = "s"


async def tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: PollsTap, polls: Polls, bot: Bot, workshop: Compute
) -> None:
    """One of the buttons of the poll."""
    match callback_data.step:
        case "o":
            await _show(chat, say, bot, await polls.begin(speaker))
        case "g":
            await _picture(chat, say, await polls.seen(speaker), workshop)
        case "q" | "p":
            await _print(chat, say, await polls.seen(speaker), bot, poster=callback_data.step == "p")
        case "x":
            sure = Button(say.plain("poll-close-sure"), PollsTap(step="X"))
            await chat.show(screen(say("poll-close-ask"), [sure], [Button(say.plain("poll-back"), PollsTap())]))
        case "X":
            await _show(chat, say, bot, await polls.close(speaker))
        case _:
            await _show(chat, say, bot, await polls.seen(speaker))


async def _show(chat: Chat, say: Say, bot: Bot, poll: Poll) -> None:
    url = await address(bot, poll.link.token) if poll.link else ""
    await chat.show(_seen(say, poll, url))


def _seen(say: Say, poll: Poll, url: str) -> Screen:
    parts: list[str] = [say("poll-title", state="open" if poll.link else "closed", count=poll.every)]
    if poll.link:
        parts.append(say("poll-link", link=url, code=poll.link.token))
    if poll.every:
        parts += [_table(say, rows(poll.counted)), _forms(say, poll)]
    else:
        parts.append(say("poll-nobody-yet", state="open" if poll.link else "closed"))
    return screen("\n\n".join(part for part in parts if part), *_buttons(say, poll, url), _above(say), ways_back(say))


def _buttons(say: Say, poll: Poll, url: str) -> list[Row]:
    found: list[Row] = []
    if poll.every:
        found.append([Button(say.plain("poll-picture"), PollsTap(step="g"))])
    if poll.link is None:
        found.append([Button(say.plain("poll-open"), PollsTap(step="o"))])
        return found
    found.append(
        [
            Button(say.plain("invite-share"), url=sharing(url, say.plain("poll-share-text"))),
            Button(say.plain("invite-qr"), PollsTap(step="q")),
            Button(say.plain("invite-poster"), PollsTap(step="p")),
        ]
    )
    found.append([Button(say.plain("poll-close"), PollsTap(step="x"))])
    return found


def _above(say: Say) -> Row:
    return [Button(say.plain("questionnaires-to-all"), QuestionnairesTap())]


def _label(say: Say, line: Line) -> str:
    return say.plain("poll-line", who=line.who, level=str(line.level))


def _table(say: Say, lines: Sequence[Line]) -> str:
    """Columns of one width: mentees, mentors, both, nothing."""
    heads = [say.plain("poll-column", wish=wish) for wish in _COLUMNS]
    widths = [max(len(head), 3) + 1 for head in heads]

    def cells(first: str, values: Sequence[str]) -> str:
        return f"{first:<{_WIDE}}" + "".join(f"{value:>{width}}" for value, width in zip(values, widths, strict=True))

    body = [cells(_label(say, line), [str(line.by_wish[wish] or "\u00b7") for wish in _COLUMNS]) for line in lines]
    totals = [str(sum(line.by_wish[wish] for line in lines)) for wish in _COLUMNS]
    text = "\n".join([cells("", heads), *body, cells(say.plain("poll-total"), totals)])
    return f"<pre>{text}</pre>\n{say('poll-legend')}"


def _forms(say: Say, poll: Poll) -> str:
    found = by_form(poll.counted)
    lines = [
        say("poll-form-line", form=form, mentees=mentees, mentors=mentors) for form, (mentees, mentors) in found.items()
    ]
    return "\n".join([say("poll-forms"), *lines]) if lines else ""


async def _picture(chat: Chat, say: Say, poll: Poll, workshop: Compute) -> None:
    bars = [Bar(_label(say, line), [line.by_wish[wish] for wish in _COLUMNS]) for line in rows(poll.counted)]
    await chat.toast()
    if not bars:
        return
    legend = [say.plain("poll-legend-name", wish=wish) for wish in _COLUMNS]
    title = say.plain("poll-picture-title", count=poll.every)
    await chat.send_picture(await workshop(poll_png, title, legend, bars), title)


async def _print(chat: Chat, say: Say, poll: Poll, bot: Bot, *, poster: bool) -> None:
    """The QR picture or the poster, at the bottom of the chat; the screen stays."""
    if poll.link is None:
        await _show(chat, say, bot, poll)
        return
    url = await address(bot, poll.link.token)
    await chat.toast()
    if not poster:
        await chat.send_picture(await asyncio.to_thread(qr_png, url), say.plain("poll-qr-caption"))
        return
    title = poll.title or say.plain("invite-programme")
    paper = Poster(poll.school.full_name, title, url, poll.link.token, about="poll")
    content = await asyncio.to_thread(poster_pdf, paper, say.words)
    await chat.send_file(content, say.plain("poll-poster-file"), paper=Paper.POSTER)


def router() -> Router:
    """The curator's side of the poll."""
    routes = Router(name="curator poll")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(tapped, PollsTap.filter())
    return routes
