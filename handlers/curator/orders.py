"""Orders about pairs in chat: drawn up in one tap, sent as a file, signed with a number and a date."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.matching_taps import MatchingTap
from handlers.curator.order_taps import OrdersTap, PairsTap
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Say
from mentoring.leaving import Paper
from mentoring.naming import shown
from mentoring.people import Speaker
from papers.order import printed_order
from services.filling import Filling, Sent
from services.matching import Compute
from services.notices import Notice, Values
from services.ordered import ordered
from services.orders import Order, Orders, Overview, Sheet

_LINES = 10


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: OrdersTap,
    orders: Orders,
    filling: Filling,
    after: Mapping[str, Continuation],
    workshop: Compute,
) -> None:
    """Whatever is done about orders."""
    order = callback_data.id
    match callback_data.deed:
        case "g":
            order = await orders.draw_up(speaker)
            await _send(chat, say, speaker, await orders.sheet(speaker, order), workshop)
        case "o":
            await chat.show(order_screen(say, speaker, await orders.sheet(speaker, order)))
        case "f":
            await _send(chat, say, speaker, await orders.sheet(speaker, order), workshop)
        case "s":
            await show_turn(chat, say, await filling.begin(speaker, "order_sign", order), after)
        case "c":
            await show_turn(chat, say, await filling.begin(speaker, "worker_consent", order), after)
        case "d":
            yes = Button(say.plain("orders-drop-yes"), OrdersTap(deed="y", id=order))
            await chat.show(screen(say("orders-drop-sure"), [yes], [_back_to(say, order)]))
        case "y":
            await orders.drop(speaker, order)
            await _show_all(chat, say, speaker, orders, say("orders-dropped"))
        case _:
            await _show_all(chat, say, speaker, orders)


async def after_signing(chat: Chat, say: Say, speaker: Speaker, sent: Sent, outcome: bool, orders: Orders) -> None:
    """The order is signed, or its number and date are corrected."""
    sheet = await orders.sheet(speaker, sent.about)
    note = say("orders-signed-now") if outcome else say("orders-corrected")
    await chat.show(order_screen(say, speaker, sheet).under(note))


async def after_worker_consent(chat: Chat, say: Say, speaker: Speaker, orders: Orders) -> None:
    """A worker's consent and agreement are recorded."""
    await _show_all(chat, say, speaker, orders, say("orders-consent-kept"))


async def _show_all(chat: Chat, say: Say, speaker: Speaker, orders: Orders, note: str = "") -> None:
    view = overview_screen(say, speaker, await orders.overview(speaker))
    await chat.show(view.under(note) if note else view)


def overview_screen(say: Say, speaker: Speaker, seen: Overview) -> Screen:
    """What can be ordered, what is in the way, the orders there are."""
    lines: list[str] = [say("orders-title"), "", say("orders-ready", count=seen.ready)]
    rows: list[Row] = []
    if seen.ready:
        rows.append([Button(say.plain("orders-draw-up", count=seen.ready), OrdersTap(deed="g"))])
    if seen.obstacles:
        lines += ["", say("orders-obstacles")]
    for each in seen.obstacles:
        names = {"mentor": shown(each.mentor, speaker), "mentee": shown(each.mentee, speaker)}
        lines.append(say("orders-obstacle", **names))
        rows.append([Button(say.plain("orders-agreement", **names), OrdersTap(deed="c", id=each.match_id))])
    if seen.unready:
        lines += ["", say("orders-unready")]
    for each in seen.unready:
        lines.append(say("orders-obstacle", mentor=shown(each.mentor, speaker), mentee=shown(each.mentee, speaker)))
    rows += [[Button(_title(say, each), OrdersTap(deed="o", id=each.id))] for each in seen.orders]
    rows.append([Button(say.plain("sections-matching"), MatchingTap())])
    if not speaker.privacy.coded:  # lists of names are brought in at the server
        rows.append([Button(say.plain("existing-section"), PairsTap())])
    return screen("\n".join(lines), *rows, ways_back(say))


def order_screen(say: Say, speaker: Speaker, sheet: Sheet) -> Screen:
    """One order: whom it names, its file, signing."""
    order = sheet.order
    lines: list[str] = [say("orders-one-title", title=_title(say, order)), ""]
    for line in sheet.lines[:_LINES]:
        mentees = ", ".join(shown(each, speaker) for each in line.mentees)
        lines.append(say("orders-line", mentor=shown(line.mentor, speaker), mentees=mentees))
    if len(sheet.lines) > _LINES:
        lines.append(say("orders-more", count=len(sheet.lines) - _LINES))
    if order.signed_on is None:
        lines += ["", say("orders-next")]

    def button(words: str, deed: str) -> Button:
        return Button(say.plain(words), OrdersTap(deed=deed, id=order.id))

    rows: list[Row] = [[button("orders-file", "f")] if sheet.lines else []]
    if order.signed_on is None:
        if sheet.lines:
            rows.append([button("orders-sign", "s")])
        rows.append([button("orders-drop", "d")])
    else:
        rows.append([button("orders-correct", "s")])
    return screen("\n".join(lines), *rows, [Button(say.plain("orders-back"), OrdersTap())])


def waiting_view(say: Say, values: Values, notice: Notice) -> Screen:
    """Pairs are ready for the order: one tap from it."""
    see = Button(say.plain("sections-orders"), OrdersTap())
    return screen(say(f"notice-{notice.kind}", **values), [see], [Button(say.plain("to-home"), HomeTap())])


def _back_to(say: Say, order: int) -> Button:
    return Button(say.plain("orders-drop-no"), OrdersTap(deed="o", id=order))


def _title(say: Say, order: Order) -> str:
    day = order.signed_on or order.made_at.date()
    date = say.date(day)
    if order.signed_on is None:
        return say.plain("orders-draft-of", date=date, count=order.lines)
    return say.plain("orders-signed-of", number=order.number, date=date)


async def _send(chat: Chat, say: Say, speaker: Speaker, sheet: Sheet, workshop: Compute) -> None:
    """The file, and the screen under it."""
    await chat.toast(say.plain("orders-sending"))
    content: bytes = await workshop(printed_order, ordered(sheet))
    number = sheet.order.number
    name = say.plain("orders-file-signed", number=number) if number else say.plain("orders-file-draft")
    await chat.send_file(content, _safe(name) + ".docx", paper=Paper.ORDER)
    await chat.show_anew(order_screen(say, speaker, sheet))


def _safe(name: str) -> str:
    return "".join(sign if sign.isalnum() or sign in " -_№" else "-" for sign in name)


def router() -> Router:
    """Orders, for curators."""
    routes = Router(name="orders")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(tapped, OrdersTap.filter())
    return routes
