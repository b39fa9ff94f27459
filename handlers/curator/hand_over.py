"""Several curators, and handing over: invite another, then leave."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers import home
from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.invite import InviteTap
from handlers.screen import Button, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import Role, Speaker
from services.handing_over import HandingOver


class HandOverTap(CallbackData, prefix="hov1"):
    """l who is curator, a leave, y really."""

    step: str


async def tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: HandOverTap, handing_over: HandingOver) -> None:
    """See the curators, or leave."""
    if callback_data.step == "y":
        await handing_over.leave(speaker)
        await chat.call(home.show, note=say("hand-over-left"))
        return
    curators = await handing_over.curators(speaker)
    names = [shown(each, speaker) for each in curators]
    if callback_data.step == "a":
        others = ", ".join(shown(each, speaker) for each in curators if each.id != speaker.person_id)
        if not others:
            await chat.toast(say.plain("hand-over-alone"), alert=True)
            return
        sure = Button(say.plain("hand-over-leave-sure"), HandOverTap(step="y"))
        await chat.show(screen(say("hand-over-leave-ask", names=others), [sure], ways_back(say)))
        return
    lines: list[str] = [say("hand-over-title", count=len(names)), *(say("hand-over-line", name=name) for name in names)]
    lines += ["", say("hand-over-how")]
    invite = Button(say.plain("hand-over-invite"), InviteTap(step="s", role=Role.CURATOR))
    leave = Button(say.plain("hand-over-leave"), HandOverTap(step="a"))
    await chat.show(screen("\n".join(lines), [invite], [leave], ways_back(say)))


def router() -> Router:
    """Handing over, for curators."""
    routes = Router(name="hand_over")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(tapped, HandOverTap.filter())
    return routes
