"""The minutes of a group meeting: what they say, the file, number and date once they are signed."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router

from handlers.chat import Chat
from handlers.curator.door import CuratorOnly
from handlers.curator.gathering_taps import MinutesTap
from handlers.curator.gatherings import back_row
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, Screen, screen
from locales.words import Say
from mentoring.leaving import Paper
from mentoring.minutes import Minutes
from mentoring.people import Speaker
from papers.minutes import printed_minutes
from services.filling import Filling, Sent
from services.gathering_minutes import GatheringMinutes
from services.matching import Compute


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: MinutesTap,
    gathering_minutes: GatheringMinutes,
    filling: Filling,
    after: Mapping[str, Continuation],
    workshop: Compute,
) -> None:
    """See them, take the file, write, sign."""
    number = callback_data.gathering
    if callback_data.do in ("t", "s"):
        form = "gathering_minutes" if callback_data.do == "t" else "gathering_sign"
        await show_turn(chat, say, await filling.begin(speaker, form, number), after)
        return
    found = await gathering_minutes.of(speaker, number)
    if callback_data.do != "f":
        await chat.show(minutes_screen(say, number, found))
        return
    await chat.toast(say.plain("minutes-making"))
    content: bytes = await workshop(printed_minutes, found)
    name = say.plain("minutes-file-name", day=f"{found.starts:%d.%m.%Y}")
    await chat.send_file(content, f"{name}.docx", paper=Paper.MINUTES)
    await chat.show_anew(minutes_screen(say, number, found))


async def after_minutes(
    chat: Chat, say: Say, speaker: Speaker, sent: Sent, gathering_minutes: GatheringMinutes
) -> None:
    """Written, or signed."""
    found = await gathering_minutes.of(speaker, sent.about)
    await chat.show(minutes_screen(say, sent.about, found).under(say("minutes-kept")))


def minutes_screen(say: Say, number: int, found: Minutes) -> Screen:
    """What they say, in short: no names."""
    form = say.plain("matching-form", form=found.form)
    lines: list[str] = [say("minutes-title", form=form, when=say.moment(found.starts)), ""]
    lines.append(say("minutes-present", mentors=len(found.mentors), mentees=len(found.mentees)))
    agenda = found.agenda or say.plain("minutes-agenda")
    decided = found.decided or say.plain("minutes-decided")
    lines += ["", say("minutes-of-agenda"), say("minutes-text", text=agenda)]
    lines += ["", say("minutes-of-decided"), say("minutes-text", text=decided)]
    signed = found.signed_on
    if signed is not None:
        lines += ["", say("minutes-signed", number=found.number, day=say.date(signed))]
    else:
        lines += ["", say("minutes-next")]

    def button(words: str, do: str) -> Button:
        return Button(say.plain(words), MinutesTap(gathering=number, do=do))

    sign = button("minutes-correct" if signed else "minutes-sign", "s")
    return screen(
        "\n".join(lines), [button("minutes-file", "f")], [button("minutes-edit", "t")], [sign], back_row(say, number)
    )


def router() -> Router:
    """Minutes, for curators."""
    routes = Router(name="minutes")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(tapped, MinutesTap.filter())
    return routes
