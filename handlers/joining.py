"""The first words: /start with a link or without one, a code typed by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping

from aiogram import Router
from aiogram.filters import CommandObject, CommandStart, Filter
from aiogram.types import Message

from handlers import commands, consent, home, paper_entry, poll
from handlers.chat import Chat
from handlers.questionnaire import Continuation, come_back, show_turn
from handlers.screen import Button, screen
from handlers.setup import SetUpTap
from locales.words import Say
from mentoring.people import Speaker
from services.consenting import Consenting
from services.filling import Filling
from services.guardians import Guardians
from services.joining import Found, Joined, Joining, Purpose
from services.speakers import Speakers

_CODE = re.compile(r"[A-HJ-NP-Z2-9]{10}", re.IGNORECASE)
_LINK = re.compile(r"\S*[?&]start=(\w+)\s*")


class CodeTyped(Filter):
    """A code copied from paper, or a whole link pasted, while no form is open."""

    async def __call__(self, message: Message, speaker: Speaker) -> bool | dict[str, str]:
        """The token, if the message is one."""
        if speaker.draft_id is not None or not message.text:
            return False
        pasted = _LINK.fullmatch(message.text)
        token = pasted[1] if pasted else re.sub(r"[\s-]", "", message.text)
        return {"token": token} if _CODE.fullmatch(token) else False


async def started(chat: Chat, speaker: Speaker, command: CommandObject, joining: Joining) -> None:
    """`/start`: open the link's payload, or go on where the person stopped."""
    if command.args:
        await chat.call(opened, token=command.args)
        return
    if joining.is_appointed(speaker):
        await chat.call(_claimed, speaker=await joining.appoint(speaker))
        return
    if not await chat.call(come_back):
        await chat.call(home.show)


async def opened(chat: Chat, say: Say, speaker: Speaker, token: str, joining: Joining) -> None:
    """Open an invitation, by its link or its code."""
    found = await joining.look(speaker, token)
    match found.link.purpose:
        case Purpose.CLAIM:
            await joining.claim(speaker, found.link)
            await chat.call(_claimed)
        case Purpose.JOIN:
            await chat.call(_join, found=found)
        case Purpose.STAFF:
            joined = await joining.come_as_staff(speaker, found.link)
            await chat.call(_staff, joined=joined, found=found)
        case Purpose.GUARDIAN:
            await chat.call(_guardian, found=found)
        case Purpose.PERSONAL:
            joined = await joining.come_as_listed(speaker, found.link)
            await chat.call(_came, joined=joined)
        case Purpose.POLL:
            await chat.call(poll.begin, link_id=found.link.id)
        case Purpose.SHEET:
            await chat.call(paper_entry.scanned, found=found)


async def join_after_poll(chat: Chat, callback_data: poll.PollJoinTap) -> None:
    """«Хочу участвовать» after the poll: the invitation for everyone."""
    await chat.call(opened, token=callback_data.token)


async def _claimed(chat: Chat, say: Say, speaker: Speaker, speakers: Speakers) -> None:
    now = await speakers.now(speaker)
    if now.set_up:
        await chat.call(home.show, speaker=now, note=say("join-staff-welcome", role="curator"))
    else:
        await chat.show(screen(say("claimed"), [Button(say.plain("set-up-begin"), SetUpTap())]))
    await chat.call(commands.offer, speaker=now)


async def _join(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    found: Found,
    joining: Joining,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    if found.already is not None:
        await chat.call(home.show, note=say("join-already"))
    elif found.form:
        await show_turn(chat, say, await filling.begin(speaker, found.form, found.link.id, afresh=True), after)
    else:
        joined = await joining.come_as_partner(speaker, found.link)
        await chat.call(_came, joined=joined)


async def _came(chat: Chat, speaker: Speaker, joined: Joined, speakers: Speakers) -> None:
    await chat.call(consent.go_on, speaker=await speakers.now(speaker), joined=joined)


async def _staff(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    joined: Joined,
    found: Found,
    speakers: Speakers,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    now = await speakers.now(speaker)
    if joined.form:
        await show_turn(chat, say, await filling.begin(now, joined.form), after)
    else:
        await chat.call(home.show, speaker=now, note=say("join-staff-welcome", role=found.link.role))
    await chat.call(commands.offer, speaker=now)


async def _guardian(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    found: Found,
    guardians: Guardians,
    consenting: Consenting,
    speakers: Speakers,
) -> None:
    ward = await guardians.come(speaker, found.link)
    await consent.ask(chat, say, await speakers.now(speaker), consenting, ward.child.id)


def router() -> Router:
    """/start, and a code by itself."""
    routes = Router(name="joining")
    routes.message.register(started, CommandStart())
    routes.message.register(opened, CodeTyped())
    routes.callback_query.register(join_after_poll, poll.PollJoinTap.filter())
    return routes
