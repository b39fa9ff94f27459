"""«Позвонить»: whom the bot cannot reach, since when, which number to ask, what waits for them; and how the call ended."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.notices import View
from handlers.screen import Button, HomeTap, Screen, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import Person, Speaker
from services.calls import Calls, Opened, Outcome, Page
from services.notices import Notice, Values

OUTCOMES = (Outcome.WILL_BE, Outcome.OTHERWISE, Outcome.LEAVES)


class CallsTap(CallbackData, prefix="cal1"):
    """Whom to call, those after one of them."""

    after: int = 0


class CallTap(CallbackData, prefix="cal2"):
    """One of them; `at` is how it ended, by its place from 1, 0: not yet."""

    call: int
    at: int = 0


async def opened(chat: Chat, say: Say, speaker: Speaker, callback_data: CallsTap, calls: Calls) -> None:
    """«Позвонить: N»."""
    await chat.show(_list(say, speaker, await calls.page(speaker, callback_data.after)))


async def call_tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: CallTap, calls: Calls) -> None:
    """One to be called, or how the call ended."""
    if not callback_data.at:
        await chat.show(_card(say, speaker, await calls.one(speaker, callback_data.call)))
        return
    outcome = OUTCOMES[(callback_data.at - 1) % len(OUTCOMES)]
    page = await calls.done(speaker, callback_data.call, outcome)
    noted = say("calls-noted", outcome=outcome)
    await chat.show(_list(say, speaker, page).under(noted))


def unreachable(say: Say, values: Values, notice: Notice) -> Screen:
    """Somebody cannot be reached any more."""
    return screen(
        say("notice-person-unreachable", who=values["who"]),
        [Button(say.plain("calls-open"), CallsTap())],
        [Button(say.plain("to-home"), HomeTap())],
    )


VIEWS: dict[str, View] = {"person-unreachable": unreachable}


def _list(say: Say, speaker: Speaker, page: Page) -> Screen:
    if not page.calls:
        return screen(say("calls-none"), ways_back(say))
    buttons = [
        [Button(_row(say, speaker, each.person, each.since.astimezone(page.zone)), CallTap(call=each.id))]
        for each in page.calls
    ]
    further = [[Button(say.plain("calls-next"), CallsTap(after=page.calls[-1].id))]] if page.more else []
    return screen(say("calls-title", count=page.count), *buttons, *further, ways_back(say))


def _card(say: Say, speaker: Speaker, found: Opened) -> Screen:
    call = found.call
    since = call.since.astimezone(found.zone)
    lines = [say("calls-card", who=shown(call.person, speaker), day=since.day, month=since.month), ""]
    if speaker.privacy.coded:
        lines.append(say("calls-by-list", code=call.person.code))
    else:
        asked = [say("calls-phone", contact=call.contact)] if call.contact else []
        asked += [
            say("calls-ask", who=shown(each, speaker), contact=contact) for each, contact in found.guardians if contact
        ]
        lines += asked or [say("calls-no-phone")]
    if found.waiting:
        lines += ["", say("calls-waits"), *(say("digest-line", kind=kind, count=n) for kind, n in found.waiting)]
    lines += ["", say("calls-what")]
    rows = [
        [Button(say.plain("calls-outcome", outcome=each), CallTap(call=call.id, at=place))]
        for place, each in enumerate(OUTCOMES, start=1)
    ]
    back = [Button(say.plain("calls-back"), CallsTap()), Button(say.plain("to-home"), HomeTap())]
    return screen("\n".join(lines), *rows, back)


def _row(say: Say, speaker: Speaker, person: Person, since: datetime) -> str:
    return say.plain("calls-row", who=shown(person, speaker), day=since.day, month=since.month)


def router() -> Router:
    """Whom to call, for curators."""
    routes = Router(name="calls")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(opened, CallsTap.filter())
    routes.callback_query.register(call_tapped, CallTap.filter())
    return routes
