"""Scans of a signed order in chat: attached as a PDF or photos, given back, taken away; in coded mode not even taken."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from aiogram import Bot, Router
from aiogram.filters import Filter
from aiogram.types import Document, Message, PhotoSize

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.order_taps import OrdersTap, ScansTap
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, Row, Screen, screen
from locales.words import Say
from mentoring.leaving import Paper
from mentoring.naming import shown
from mentoring.people import Speaker
from mentoring.refusal import Refusal
from services.filling import Filling
from services.scans import FORM, LARGEST, MOST, Scanned, Scans


class ScanSent(Filter):
    """A document or a photo, while the curator is asked for a scan."""

    async def __call__(self, message: Message, speaker: Speaker, filling: Filling) -> bool:
        """Whether so."""
        if _file(message) is None or speaker.draft_id is None or speaker.privacy.coded:
            return False
        turn = await filling.resume(speaker)
        return turn is not None and turn.form.key == FORM


async def received(chat: Chat, say: Say, speaker: Speaker, scans: Scans, bot: Bot) -> None:
    """A page has come; the next one may follow."""
    file = _file(chat.typed)
    if file is None:
        return
    order = await scans.awaited(speaker)
    if (file.file_size or 0) > LARGEST:
        raise Refusal("scans-large")
    content = BytesIO()
    await bot.download(file.file_id, content)
    seen = await scans.add(speaker, order, content.getvalue(), file.file_unique_id)
    note = say("scans-added", left=MOST - len(seen.scans))
    await chat.show(scans_screen(say, speaker, seen, awaited=len(seen.scans) < MOST).under(note))


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: ScansTap,
    scans: Scans,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """Whatever is done about scans."""
    about = callback_data.id
    match callback_data.deed:
        case "a":
            await scans.may_add(speaker, about)
            await show_turn(chat, say, await filling.begin(speaker, FORM, about), after)
        case "e":
            await scans.finish(speaker)
            await chat.show(scans_screen(say, speaker, await scans.of_order(speaker, about)))
        case "f":
            order, scan, content = await scans.take(speaker, about)
            await chat.toast()
            number = "".join(sign if sign.isalnum() or sign in " -_" else "-" for sign in order.number)
            name = say.plain("scans-file", number=number, scan=scan.id)
            await chat.send_file(content, f"{name}.{scan.kind}", paper=Paper.SCAN)
            await chat.show_anew(scans_screen(say, speaker, await scans.of_order(speaker, order.id)))
        case "d":
            order, _, _ = await scans.take(speaker, about)
            yes = Button(say.plain("scans-remove-yes"), ScansTap(deed="y", id=about))
            await chat.show(
                screen(say("scans-remove-sure"), [yes], [Button(say.plain("scans-back"), ScansTap(id=order.id))])
            )
        case "y":
            seen = await scans.of_order(speaker, await scans.remove(speaker, about))
            await chat.show(scans_screen(say, speaker, seen).under(say("scans-removed")))
        case _:
            await chat.show(scans_screen(say, speaker, await scans.of_order(speaker, about)))


def scans_screen(say: Say, speaker: Speaker, seen: Scanned, *, awaited: bool = False) -> Screen:
    """What is attached to an order: by whom and when; each is given back and taken away by a tap."""
    order = seen.order
    lines: list[str] = [say("scans-title", number=order.number), ""]
    rows: list[Row] = []
    for number, (scan, by) in enumerate(seen.scans, 1):
        who = shown(by, speaker) if by else "none"
        size = max(scan.size // 1024, 1)
        lines.append(
            say("scans-line", number=number, kind=scan.kind, size=size, date=say.date(scan.added_at.date()), who=who)
        )
        rows.append(
            [
                Button(say.plain("scans-take", number=number), ScansTap(deed="f", id=scan.id)),
                Button(say.plain("scans-remove", number=number), ScansTap(deed="d", id=scan.id)),
            ]
        )
    if not seen.scans:
        lines.append(say("scans-coded") if speaker.privacy.coded else say("scans-none"))
    if awaited:
        rows.append([Button(say.plain("scans-enough"), ScansTap(deed="e", id=order.id))])
    elif not speaker.privacy.coded and len(seen.scans) < MOST:
        rows.append([Button(say.plain("scans-attach"), ScansTap(deed="a", id=order.id))])
    rows.append([Button(say.plain("scans-to-order"), OrdersTap(deed="o", id=order.id))])
    return screen("\n".join(lines), *rows, ways_back(say))


async def after_scan(chat: Chat, say: Say) -> None:
    """A text is never a scan: the form refuses it, so nothing comes here."""
    await chat.show(screen(say("scans-kind"), [Button(say.plain("orders-back"), OrdersTap())], ways_back(say)))


def _file(message: Message | None) -> Document | PhotoSize | None:
    if message is None:
        return None
    return message.document or (message.photo[-1] if message.photo else None)


def router() -> Router:
    """Scans of orders, for curators; before forms, which take no files."""
    routes = Router(name="scans")
    routes.callback_query.filter(CuratorOnly())
    routes.message.filter(CuratorOnly())
    routes.callback_query.register(tapped, ScansTap.filter())
    routes.message.register(received, ScanSent())
    return routes
