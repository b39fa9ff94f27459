"""`/invite`: links for everyone, a kind of people, a class or the staff, each as a QR picture and a poster, each closable."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData

from handlers.addresses import address, sharing
from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.class_list import ListTap
from handlers.curator.door import CuratorOnly
from handlers.places import class_words
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, Row, Screen, fitting, screen
from locales.words import Say
from mentoring.leaving import Paper
from mentoring.people import STAFF_ROLES, Kind, Role, Speaker
from papers.poster import Poster, poster_pdf
from papers.qr import qr_png
from services.filling import Filling
from services.inviting import Invitations, Inviting, Link, Purpose

_KINDS = (Kind.PUPIL, Kind.TEACHER, Kind.STUDENT, Kind.PARTNER)


class InviteTap(CallbackData, prefix="inv1"):
    """m menu, l a link by id, j a new open link, s a new staff invitation, S the staff roles, o all that are open.

    c a link for a class, q the QR picture, p the poster, x close, X really.
    """

    step: str
    id: int = 0
    role: str = ""


def link_words(say: Say, link: Link) -> str:
    """What a link is for: «ученики · 7 «Б»», «классный руководитель · 7 «Б»»."""
    words = say.plain("role-name", role=link.role) if link.purpose is Purpose.STAFF else ""
    words = words or say.plain("invite-for", role=link.role or "all")
    return f"{words} \u00b7 {class_words(say, link.school_class)}" if link.school_class else words


def _menu(say: Say, speaker: Speaker, found: Invitations, link: str) -> Screen:
    everyone = next(each for each in reversed(found.joins) if each.role == "" and each.school_class is None)
    kinds = [Button(say.plain("invite-make", role=kind), InviteTap(step="j", role=kind)) for kind in _KINDS]
    open_ones = len(found.joins) + len(found.staff)
    by_list: list[Row] = [[Button(say.plain("invite-list"), ListTap(step="b"))]]
    text: str = say("invite-menu", link=link)
    if speaker.privacy.coded:
        by_list, text = [], f"{text}\n\n{say('privacy-lists-on-server')}"
    return screen(
        text,
        [
            Button(say.plain("invite-qr"), InviteTap(step="q", id=everyone.id)),
            Button(say.plain("invite-poster"), InviteTap(step="p", id=everyone.id)),
        ],
        *fitting([*kinds, Button(say.plain("invite-class"), InviteTap(step="c"))]),
        [Button(say.plain("invite-staff"), InviteTap(step="S"))],
        *by_list,
        *([[Button(say.plain("invite-codes", count=found.codes), ListTap(step="c"))]] if found.codes else []),
        [Button(say.plain("invite-open", count=open_ones), InviteTap(step="o"))],
        ways_back(say),
    )


def _one(say: Say, link: Link, url: str) -> Screen:
    rows: list[Row] = [
        [
            Button(say.plain("invite-share"), url=sharing(url, say.plain("invite-share-text"))),
            Button(say.plain("invite-qr"), InviteTap(step="q", id=link.id)),
        ]
    ]
    if link.purpose is Purpose.JOIN:
        rows[0] = [*rows[0], Button(say.plain("invite-poster"), InviteTap(step="p", id=link.id))]
    rows.append([Button(say.plain("invite-close"), InviteTap(step="x", id=link.id))])
    rows.append([Button(say.plain("invite-back"), InviteTap(step="m"))])
    words = "invite-one-staff" if link.purpose is Purpose.STAFF else "invite-one"
    return screen(say(words, what=link_words(say, link), link=url, code=link.token), *rows)


async def opened(chat: Chat, say: Say, speaker: Speaker, inviting: Inviting, filling: Filling, bot: Bot) -> None:
    """`/invite`."""
    await filling.leave(speaker)
    await _show_menu(chat, say, speaker, inviting, bot)


async def _show_menu(chat: Chat, say: Say, speaker: Speaker, inviting: Inviting, bot: Bot) -> None:
    found = await inviting.open_ones(speaker)
    everyone = next(each for each in reversed(found.joins) if each.role == "" and each.school_class is None)
    await chat.show(_menu(say, speaker, found, await address(bot, everyone.token)))


async def _show_one(chat: Chat, say: Say, bot: Bot, link: Link) -> None:
    await chat.show(_one(say, link, await address(bot, link.token)))


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: InviteTap,
    inviting: Inviting,
    filling: Filling,
    after: Mapping[str, Continuation],
    bot: Bot,
) -> None:
    """One of the buttons of invitations."""
    tap = callback_data
    match tap.step:
        case "j" | "s":
            if tap.role == Role.CLASS_TEACHER:
                await show_turn(chat, say, await filling.begin(speaker, "link_class", 1), after)
                return
            purpose = Purpose.STAFF if tap.step == "s" else Purpose.JOIN
            await _show_one(chat, say, bot, await inviting.make(speaker, purpose, tap.role))
        case "c":
            await show_turn(chat, say, await filling.begin(speaker, "link_class", 0), after)
        case "S":
            roles = [Button(say.plain("role-name", role=role), InviteTap(step="s", role=role)) for role in STAFF_ROLES]
            back = Button(say.plain("invite-back"), InviteTap(step="m"))
            await chat.show(screen(say("invite-staff-ask"), *fitting(roles), [back]))
        case "o":
            await chat.show(_open_ones(say, await inviting.open_ones(speaker)))
        case "l":
            await _show_one(chat, say, bot, (await inviting.one(speaker, tap.id))[0])
        case "q" | "p":
            await chat.call(_print, tap=tap)
        case "x":
            sure = Button(say.plain("invite-close-sure"), InviteTap(step="X", id=tap.id))
            back = Button(say.plain("invite-back"), InviteTap(step="l", id=tap.id))
            await chat.show(screen(say("invite-close-ask"), [sure], [back]))
        case "X":
            await inviting.close(speaker, tap.id)
            await chat.toast(say.plain("invite-closed"))
            await chat.show(_open_ones(say, await inviting.open_ones(speaker)))
        case _:
            await _show_menu(chat, say, speaker, inviting, bot)


async def _print(chat: Chat, say: Say, speaker: Speaker, tap: InviteTap, inviting: Inviting, bot: Bot) -> None:
    """The QR picture or the poster, at the bottom of the chat; the screen stays."""
    link, found = await inviting.one(speaker, tap.id)
    url = await address(bot, link.token)
    await chat.toast()
    if tap.step == "q":
        await chat.send_picture(await asyncio.to_thread(qr_png, url), link_words(say, link))
        return
    title = found.title or say.plain("invite-programme")
    poster = Poster(found.school.full_name, title, url, link.token)
    content = await asyncio.to_thread(poster_pdf, poster, say.words)
    await chat.send_file(content, say.plain("invite-poster-file"), paper=Paper.POSTER)


def _open_ones(say: Say, found: Invitations) -> Screen:
    every = [*found.joins, *found.staff]
    rows: list[Row] = [[Button(link_words(say, link), InviteTap(step="l", id=link.id))] for link in every[:20]]
    return screen(
        say("invite-open-title", count=len(every)), *rows, [Button(say.plain("invite-back"), InviteTap(step="m"))]
    )


async def after_link_class(chat: Chat, say: Say, outcome: Link, bot: Bot) -> None:
    """The link for a class is made."""
    await _show_one(chat, say, bot, outcome)


def router() -> Router:
    """/invite, for curators."""
    routes = Router(name="invite")
    routes.callback_query.filter(CuratorOnly())
    routes.message.filter(CuratorOnly())
    routes.message.register(opened, Command("invite"))
    routes.callback_query.register(tapped, InviteTap.filter())
    return routes
