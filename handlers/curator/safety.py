"""«Безопасность»: whom the school has named for «Мне неспокойно», in which order, and whether they can be reached."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, grid, screen
from locales.words import Say
from mentoring.concerns import MINUTES, Adult
from mentoring.naming import shown
from mentoring.people import Speaker
from services.filling import Filling
from services.notices import Notice, Values
from services.safety import Arranged, Choice, Named, Safety


class SafetyTap(CallbackData, prefix="sft1"):
    """«Безопасность»: o open, l whom else to name, m minutes, w one of them, c contacts, t trial; `at` a place or an id."""

    step: str = "o"
    at: int = 0


class SafetyAdultTap(CallbackData, prefix="sfa1"):
    """One adult: o open, n name, f first, d no longer."""

    person: int
    step: str = "o"


class HeardTap(CallbackData, prefix="sfh1"):
    """«Получил(а)» under a trial."""


async def opened(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: SafetyTap,
    safety: Safety,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """The settings, or one of them."""
    match callback_data.step:
        case "l":
            await chat.show(_choice(say, speaker, await safety.choice(speaker, callback_data.at)))
        case "m":
            await chat.show(_minutes(say, await safety.arranged(speaker)))
        case "w":
            now = await safety.wait(speaker, MINUTES[callback_data.at % len(MINUTES)])
            await chat.show(_settings(say, speaker, now), say.plain("settings-changed"))
        case "c":
            await show_turn(chat, say, await filling.begin(speaker, "safety_contacts"), after)
        case "t":
            await chat.show(_settings(say, speaker, await safety.try_out(speaker)), say.plain("safety-tried"))
        case _:
            await chat.show(_settings(say, speaker, await safety.arranged(speaker)))


async def adult_tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: SafetyAdultTap, safety: Safety) -> None:
    """One adult: named, first, or no longer."""
    match callback_data.step:
        case "n":
            now = await safety.name(speaker, callback_data.person)
        case "f":
            now = await safety.put_first(speaker, callback_data.person)
        case "d":
            now = await safety.drop(speaker, callback_data.person)
        case _:
            await chat.show(_adult(say, speaker, await safety.arranged(speaker), callback_data.person))
            return
    await chat.show(_settings(say, speaker, now), say.plain("settings-changed"))


async def after_contacts(chat: Chat, say: Say, speaker: Speaker, outcome: Arranged) -> None:
    """The contacts are kept."""
    await chat.show(_settings(say, speaker, outcome))


async def heard(chat: Chat, say: Say, speaker: Speaker, safety: Safety) -> None:
    """A trial was received."""
    await safety.heard(speaker)
    await chat.show(screen(say("safety-heard"), [Button(say.plain("to-home"), HomeTap())]))


def tried(say: Say, values: Values, notice: Notice) -> Screen:
    """A trial, as the adult sees it."""
    return screen(say("notice-concern-trial"), [Button(say.plain("safety-do-heard"), HeardTap())])


VIEWS = {"concern-trial": tried}


def _settings(say: Say, speaker: Speaker, now: Arranged) -> Screen:
    lines: list[str] = [say("safety-title"), "", say("safety-what"), ""]
    if now.named:
        lines.append(say("safety-named"))
        lines += [f"{place}. {_line(say, speaker, each)}" for place, each in enumerate(now.named, 1)]
    else:
        lines.append(say("safety-none-named"))
        lines += [f"• {_who(say, speaker, each)}" for each in now.instead]
    if now.nobody:
        lines += ["", say("safety-gap")]
    lines += ["", say("safety-minutes", minutes=now.minutes)]
    lines.append(say("safety-contacts", contacts=now.contacts or say.plain("safety-contacts-usual")))
    adults: list[Row] = [
        [Button(shown(each.adult.person, speaker), SafetyAdultTap(person=each.adult.person.id))] for each in now.named
    ]
    rows: list[Row] = [
        *adults,
        [Button(say.plain("safety-do-name"), SafetyTap(step="l"))],
        [Button(say.plain("safety-do-minutes"), SafetyTap(step="m"))],
        [Button(say.plain("safety-do-contacts"), SafetyTap(step="c"))],
    ]
    if now.named:
        rows.append([Button(say.plain("safety-do-try"), SafetyTap(step="t"))])
    return screen("\n".join(lines), *rows, ways_back(say))


def _line(say: Say, speaker: Speaker, each: Named) -> str:
    state = "lost" if not each.adult.reachable else "new"
    if each.adult.reachable and each.tried_at is not None:
        state = "waits" if each.heard_at is None else "heard"
    at = each.heard_at or each.tried_at
    return say("safety-adult", who=_who(say, speaker, each.adult), state=state, at=say.moment(at) if at else "")


def _who(say: Say, speaker: Speaker, adult: Adult) -> str:
    return say.plain("concern-who", post=adult.post or "adult", name=shown(adult.person, speaker))


def _choice(say: Say, speaker: Speaker, found: Choice) -> Screen:
    rows: list[Row] = [
        [Button(shown(each, speaker), SafetyAdultTap(person=each.id, step="n"))] for each in found.people
    ]
    more = [Button("\u203a", SafetyTap(step="l", at=found.after))] if found.after else []
    return screen(say("safety-choice" if rows else "safety-choice-none"), *rows, more, _back(say))


def _minutes(say: Say, now: Arranged) -> Screen:
    buttons = [
        Button(("\u2705 " if each == now.minutes else "") + str(each), SafetyTap(step="w", at=at))
        for at, each in enumerate(MINUTES)
    ]
    return screen(say("safety-ask-minutes"), *grid(buttons, 4), _back(say))


def _adult(say: Say, speaker: Speaker, now: Arranged, person_id: int) -> Screen:
    found = next((each for each in now.named if each.adult.person.id == person_id), None)
    if found is None:
        return _settings(say, speaker, now)
    first = [Button(say.plain("safety-do-first"), SafetyAdultTap(person=person_id, step="f"))]
    drop = [Button(say.plain("safety-do-drop"), SafetyAdultTap(person=person_id, step="d"))]
    return screen(_line(say, speaker, found), first, drop, _back(say))


def _back(say: Say) -> Row:
    return [Button(say.plain("safety-back"), SafetyTap()), Button(say.plain("to-home"), HomeTap())]


def answers() -> Router:
    """«Получил(а)», for whoever was named."""
    routes = Router(name="safety-answers")
    routes.callback_query.register(heard, HeardTap.filter())
    return routes


def router() -> Router:
    """For curators."""
    routes = Router(name="safety")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(opened, SafetyTap.filter())
    routes.callback_query.register(adult_tapped, SafetyAdultTap.filter())
    return routes
