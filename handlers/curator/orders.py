"""Orders about pairs in chat: drawn up in one tap, sent as a file, signed with a number and a date."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.matching_taps import MatchingTap
from handlers.curator.order_taps import OrdersTap, PairsTap, ScansTap
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Say
from mentoring.leaving import Paper
from mentoring.naming import shown
from mentoring.ordered import AcquaintanceList
from mentoring.people import Speaker
from papers.acquaintance import printed_acquaintance
from papers.order import printed_order
from papers.pairs_out import pairs_docx, pairs_xlsx
from services.exporting import Exporting
from services.filling import Filling, Sent
from services.matching import Compute
from services.notices import Notice, Values
from services.ordered import Acquainting, ordered
from services.orders import Order, Orders, Overview, Sheet

_LINES = 10
_LISTS = (("orders-list-xlsx", "x"), ("orders-list-docx", "w"))


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: OrdersTap,
    orders: Orders,
    filling: Filling,
    after: Mapping[str, Continuation],
    workshop: Compute,
    acquainting: Acquainting,
    exporting: Exporting,
) -> None:
    """Whatever is done about orders."""
    order = callback_data.id
    match callback_data.deed:
        case "g" | "a":
            order = await (orders.draw_up if callback_data.deed == "g" else orders.draw_up_amendment)(speaker)
            await _send(chat, say, speaker, await orders.sheet(speaker, order), workshop)
        case "q":
            await _send_acquaintance(chat, say, speaker, await acquainting.of_order(speaker, order), workshop)
        case "x" | "w":
            await _send_pairs(chat, say, speaker, exporting, callback_data.deed)
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
    note = say("orders-signed-now", coming=len(sheet.lines)) if outcome else say("orders-corrected")
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
    if seen.leaving:
        lines.append(say("orders-leaving", count=seen.leaving))
    if seen.fallen:
        lines.append(say("orders-fallen", count=seen.fallen))
    if seen.ready:
        rows.append([Button(say.plain("orders-draw-up", count=seen.ready), OrdersTap(deed="g"))])
    if seen.amendable and (seen.ready or seen.leaving):
        if seen.ready:
            lines.append(say("orders-either", leaving=seen.leaving))
        rows.append([Button(say.plain("orders-amend", number=seen.amendable.number), OrdersTap(deed="a"))])
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
    if any(each.signed_on for each in seen.orders):
        lists = [Button(say.plain(words), OrdersTap(deed=deed)) for words, deed in _LISTS]
        rows.append(lists)
    rows.append([Button(say.plain("sections-matching"), MatchingTap())])
    if not speaker.privacy.coded:  # lists of names are brought in at the server
        rows.append([Button(say.plain("existing-section"), PairsTap())])
    return screen("\n".join(lines), *rows, ways_back(say))


def order_screen(say: Say, speaker: Speaker, sheet: Sheet) -> Screen:
    """One order: whom it names, its file, signing."""
    order = sheet.order
    lines: list[str] = [say("orders-one-title", title=_title(say, order)), ""]
    if sheet.amended:
        lines += [
            say("orders-amends", number=each.number, date=say.date(each.signed_on))
            for each in sheet.amended
            if each.signed_on
        ]
        lines += [*_left(say, speaker, sheet), *([say("orders-coming")] if sheet.lines else [])]
    for line in sheet.lines[:_LINES]:
        mentees = ", ".join(shown(each, speaker) for each in line.mentees)
        lines.append(say("orders-line", mentor=shown(line.mentor, speaker), mentees=mentees))
    if len(sheet.lines) > _LINES:
        lines.append(say("orders-more", count=len(sheet.lines) - _LINES))
    if order.signed_on is None:
        lines += [
            *([say("orders-fallen", count=sheet.fallen)] if sheet.fallen else []),
            "",
            say("orders-next", coming=len(sheet.lines)),
        ]

    def button(words: str, deed: str) -> Button:
        return Button(say.plain(words), OrdersTap(deed=deed, id=order.id))

    says = bool(sheet.lines or sheet.left)
    rows: list[Row] = [[button("orders-file", "f")] if says else []]
    if says:
        rows.append([button("orders-acquaintance", "q")])
    if order.signed_on is None:
        if says:
            rows.append([button("orders-sign", "s")])
        rows.append([button("orders-drop", "d")])
    else:
        rows.append([Button(say.plain("scans-of-order"), ScansTap(id=order.id))])
        rows.append([button("orders-correct", "s")])
    return screen("\n".join(lines), *rows, [Button(say.plain("orders-back"), OrdersTap())])


def _left(say: Say, speaker: Speaker, sheet: Sheet) -> list[str]:
    found: list[str] = [say("orders-going")] if sheet.left else []
    for each in sheet.left[:_LINES]:
        mentees = ", ".join(shown(one, speaker) for one in each.mentees)
        ground = say.plain("paper-order-ground", ground=each.ground or "other")
        line = say("orders-line", mentor=shown(each.mentor, speaker), mentees=mentees)
        found.append(say("orders-left-line", line=line, ground=ground, date=say.date(each.on)))
    if len(sheet.left) > _LINES:
        found.append(say("orders-more", count=len(sheet.left) - _LINES))
    return found


def waiting_view(say: Say, values: Values, notice: Notice) -> Screen:
    """Pairs are ready for the order: one tap from it."""
    see = Button(say.plain("sections-orders"), OrdersTap())
    return screen(say(f"notice-{notice.kind}", **values), [see], [Button(say.plain("to-home"), HomeTap())])


def _back_to(say: Say, order: int) -> Button:
    return Button(say.plain("orders-drop-no"), OrdersTap(deed="o", id=order))


def _title(say: Say, order: Order) -> str:
    day = order.signed_on or order.made_at.date()
    date = say.date(day)
    if order.amends is not None:
        words = "orders-amendment-draft" if order.signed_on is None else "orders-amendment-of"
        return say.plain(words, number=order.number, date=date, left=order.endings, came=order.lines)
    if order.signed_on is None:
        return say.plain("orders-draft-of", date=date, count=order.lines)
    return say.plain("orders-signed-of", number=order.number, date=date)


async def _send(chat: Chat, say: Say, speaker: Speaker, sheet: Sheet, workshop: Compute) -> None:
    """The file, and the screen under it."""
    await chat.toast(say.plain("orders-sending"))
    content: bytes = await workshop(printed_order, ordered(sheet))
    number = sheet.order.number
    if sheet.order.amends is not None:
        name = say.plain("orders-file-amendment", number=number or "none")
        await chat.send_file(content, _safe(name) + ".docx", paper=Paper.ORDER)
        await chat.show_anew(order_screen(say, speaker, sheet))
        return
    name = say.plain("orders-file-signed", number=number) if number else say.plain("orders-file-draft")
    await chat.send_file(content, _safe(name) + ".docx", paper=Paper.ORDER)
    await chat.show_anew(order_screen(say, speaker, sheet))


async def _send_acquaintance(
    chat: Chat, say: Say, speaker: Speaker, found: tuple[Sheet, AcquaintanceList], workshop: Compute
) -> None:
    sheet, signing = found
    await chat.toast(say.plain("orders-sending"))
    content: bytes = await workshop(printed_acquaintance, signing)
    name = say.plain("orders-file-acquaintance", number=sheet.order.number or "none")
    await chat.send_file(content, _safe(name) + ".docx", paper=Paper.ACQUAINTANCE)
    await chat.show_anew(order_screen(say, speaker, sheet))


async def _send_pairs(chat: Chat, say: Say, speaker: Speaker, exporting: Exporting, deed: str) -> None:
    await chat.toast(say.plain("orders-sending"))
    write, ending = (pairs_xlsx, ".xlsx") if deed == "x" else (pairs_docx, ".docx")
    made = await exporting.take(speaker, write, say.language)
    await chat.send_file(made.content, say.plain("paper-pairs-list") + ending, paper=Paper.PAIRS)
    await chat.call(tapped, callback_data=OrdersTap())


def _safe(name: str) -> str:
    return "".join(sign if sign.isalnum() or sign in " -_№" else "-" for sign in name)


def router() -> Router:
    """Orders, for curators."""
    routes = Router(name="orders")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(tapped, OrdersTap.filter())
    return routes
