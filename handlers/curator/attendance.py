"""Who came to a group meeting: a paged list, a tap changes one, one button marks all."""

from __future__ import annotations

from aiogram import Router

from handlers import home
from handlers.chat import Chat
from handlers.curator.door import CuratorOnly
from handlers.curator.gathering_taps import CameTap
from handlers.curator.gatherings import back_row
from handlers.meeting_parts import when
from handlers.screen import Button, Row, Screen, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import Speaker
from services.attendance import Attending, Go, Page
from services.gatherings import Gatherings


async def tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: CameTap, attending: Attending, gatherings: Gatherings
) -> None:
    """A page; one of them came, or did not; all came. Without a meeting it is the first nobody has marked yet."""
    tap = callback_data
    if not tap.gathering:
        waiting = await gatherings.unmarked(speaker)
        if not waiting:
            await chat.call(home.show)
            return
        tap = CameTap(gathering=waiting[0].gathering.id)
    if tap.everyone:
        page = await attending.all_came(speaker, tap.gathering)
    elif tap.guest:
        page = await attending.mark(speaker, tap.gathering, tap.guest, tap.key)
    else:
        page = await attending.page(speaker, tap.gathering, tap.go, tap.key)
    await chat.show(page_screen(say, speaker, page))


def page_screen(say: Say, speaker: Speaker, page: Page) -> Screen:
    """Those invited, each with a tick."""
    card = page.card
    number, counts = card.gathering.id, card.counts
    form = say.plain("matching-form", form=card.gathering.form)
    lines: list[str] = [say("gathering-attendance", form=form, when=when(say, card.starts, card.today))]
    if not page.guests:
        return screen("\n".join([*lines, "", say("gathering-attendance-none")]), back_row(say, number))
    lines.append(say("gathering-attendance-count", came=counts.came, invited=counts.invited))
    first, last = page.guests[0].participation_id, page.guests[-1].participation_id
    rows: list[Row] = []
    for each in page.guests:
        text = say.plain("gathering-guest", came=each.came, who=shown(each.person, speaker), side=each.side)
        rows.append([Button(text, CameTap(gathering=number, key=first, guest=each.participation_id))])
    turning: list[Button] = []
    if page.before:
        turning.append(Button("\u2039", CameTap(gathering=number, go=Go.BACK, key=first)))
    if page.after:
        turning.append(Button("\u203a", CameTap(gathering=number, go=Go.ON, key=last)))
    everyone = [Button(say.plain("gathering-everybody"), CameTap(gathering=number, everyone=True))]
    return screen(
        "\n".join(lines), *rows, turning, everyone if counts.came < counts.invited else [], back_row(say, number)
    )


def router() -> Router:
    """Who came, for curators."""
    routes = Router(name="attendance")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(tapped, CameTap.filter())
    return routes
