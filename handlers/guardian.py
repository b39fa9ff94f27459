"""A child hands the link on to a parent: forwards it, shows the code, or chooses paper."""

from __future__ import annotations

import asyncio

from aiogram import Bot, Router
from aiogram.filters.callback_data import CallbackData

from handlers import home
from handlers.addresses import address, sharing
from handlers.chat import Chat
from handlers.screen import Button, HomeTap, screen
from locales.words import Say
from mentoring.people import Speaker
from mentoring.standing import Lack
from papers.qr import qr_png
from services.guardians import Guardians
from services.speakers import Speakers
from services.whereabouts import Where


class GuardianTap(CallbackData, prefix="gua1"):
    """The link for a parent: l the link, q the code as a picture, p on paper."""

    step: str


async def ask_or_home(chat: Chat, say: Say, speaker: Speaker, where: Where, speakers: Speakers) -> None:
    """To whoever needs a parent's answer: the link to hand on; to everyone else: home."""
    now = await speakers.now(speaker)
    whereabouts = await where.now(now)
    lacks = {lack for standing in whereabouts.standings for lack in standing.lacks} if whereabouts else set()
    if Lack.GUARDIAN in lacks:
        await chat.call(show_link, speaker=now)
    else:
        await chat.call(home.show, speaker=now, note=say("about-saved"))


async def show_link(chat: Chat, say: Say, speaker: Speaker, guardians: Guardians, bot: Bot) -> None:
    """The link, and the ways to hand it on."""
    link = await address(bot, (await guardians.link(speaker)).token)
    forward = Button(say.plain("guardian-share"), url=sharing(link, say.plain("guardian-share-text")))
    await chat.show(
        screen(
            say("guardian-ask", link=link),
            [forward, Button(say.plain("guardian-code"), GuardianTap(step="q"))],
            [Button(say.plain("guardian-paper"), GuardianTap(step="p"))],
            [Button(say.plain("to-home"), HomeTap())],
        )
    )


async def tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: GuardianTap, guardians: Guardians, bot: Bot
) -> None:
    """Show the link or the code, or note that the parent will sign on paper."""
    match callback_data.step:
        case "q":
            link = await address(bot, (await guardians.link(speaker)).token)
            picture = await asyncio.to_thread(qr_png, link)
            await chat.toast()
            await chat.send_picture(picture, say.plain("guardian-code-caption"))
        case "p":
            await guardians.on_paper(speaker)
            await chat.show(
                screen(
                    say("guardian-paper-noted"),
                    [Button(say.plain("where-guardian"), GuardianTap(step="l"))],
                    [Button(say.plain("to-home"), HomeTap())],
                )
            )
        case _:
            await chat.call(show_link)


def router() -> Router:
    """The parent's link."""
    routes = Router(name="guardian")
    routes.callback_query.register(tapped, GuardianTap.filter())
    return routes
