"""How a notice looks in chat: a sentence, and buttons one can act with; for whom it is, where one phone serves several."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers import home
from handlers.chat import Chat
from handlers.screen import Button, HomeTap, Screen, grid, screen
from locales.words import Say
from mentoring.manners import MANNERS
from mentoring.naming import shown
from mentoring.people import Speaker
from services.digest_of_day import Line
from services.notices import Notice, Notices, Ready, Values

KINDS = tuple(sorted(MANNERS))
_TITLE = {"digest": "digest-title", "missed": "missed-title"}
_ONE = {"digest": "digest-one", "missed": "missed-one"}
_SHOWN = 8  # notices of one kind on a screen, each with one button

View = Callable[[Say, Values, Notice], Screen]


class ForTap(CallbackData, prefix="for1"):
    """Speak for whom the notice is, and see it with its buttons."""

    notice: int


class GatheredTap(CallbackData, prefix="dgl1"):
    """What a digest told of one kind; which digest, and the place of the kind in the list of manners."""

    notice: int
    at: int


class OneTap(CallbackData, prefix="dgl2"):
    """One of several notices, with all its buttons."""

    notice: int


def digest(say: Say, values: Values, notice: Notice) -> Screen:
    """Counted lines and a button for each; what is alone is shown whole."""
    from handlers import notice_views

    lines: tuple[Line, ...] = values["lines"]
    if len(lines) == 1 and lines[0].count == 1:
        return _screen(say, lines[0].values, lines[0].first, notice_views()).under(say(_ONE[notice.kind]))
    told = [say("digest-line", kind=each.kind, count=each.count) for each in lines]
    buttons = [
        [
            Button(
                say.plain("digest-line", kind=each.kind, count=each.count),
                GatheredTap(notice=notice.id, at=KINDS.index(each.kind)),
            )
        ]
        for each in lines
    ]
    return screen("\n".join([say(_TITLE[notice.kind]), *told]), *buttons, [Button(say.plain("to-home"), HomeTap())])


def notice_screen(say: Say, ready: Ready, views: Mapping[str, View]) -> Screen:
    """What is sent. Its buttons would act for whom the account speaks now: for another person, one button switches."""
    whole = _screen(say, ready.values, ready.notice, views)
    if ready.instead_of is None or ready.to.person is None:
        return whole
    whom = shown(ready.to.person, ready.to)
    switch = Button(say.plain("notice-answer-for", who=whom), ForTap(notice=ready.notice.id))
    return screen(whole.text, [switch]).under(say("notice-for", who=whom))


def _screen(say: Say, values: Values, notice: Notice, views: Mapping[str, View]) -> Screen:
    view = views.get(notice.kind)
    if view is not None:
        return view(say, values, notice)
    return screen(say(f"notice-{notice.kind}", **values), [Button(say.plain("to-home"), HomeTap())])


async def switched(chat: Chat, say: Say, speaker: Speaker, callback_data: ForTap, notices: Notices) -> None:
    """«Ответить за …»: the account speaks for that person now, and the notice gets its buttons."""
    from handlers import notice_views

    notice, values = await notices.again(speaker, callback_data.notice)
    if values is None:
        await chat.call(home.show)
        return
    await chat.show(_screen(say, values, notice, notice_views()))


async def gathered(chat: Chat, say: Say, speaker: Speaker, callback_data: GatheredTap, notices: Notices) -> None:
    """All of one kind a digest told of: one whole, of several the words, and a button each."""
    from handlers import notice_views

    kind = KINDS[callback_data.at % len(KINDS)]
    found = await notices.gathered(speaker, callback_data.notice, kind)
    if not found:
        await chat.show(screen(say("digest-nothing"), [Button(say.plain("to-home"), HomeTap())]))
        return
    whole = [_screen(say, values, each, notice_views()) for each, values in found[:_SHOWN]]
    if len(whole) == 1:
        await chat.show(whole[0])
        return
    buttons = [
        Button(say.plain("digest-open", number=number), OneTap(notice=each.id))
        for number, (each, _) in enumerate(found[:_SHOWN], start=1)
    ]
    texts = [f"{number}. {each.text}" for number, each in enumerate(whole, start=1)]
    if len(found) > _SHOWN:
        texts.append(say("digest-more", count=len(found) - _SHOWN))
    await chat.show(screen("\n\n".join(texts), *grid(buttons, 4), [Button(say.plain("to-home"), HomeTap())]))


async def one(chat: Chat, say: Say, speaker: Speaker, callback_data: OneTap, notices: Notices) -> None:
    """One notice with its buttons."""
    from handlers import notice_views

    notice, values = await notices.again(speaker, callback_data.notice)
    if values is None:
        await chat.show(screen(say("digest-nothing"), [Button(say.plain("to-home"), HomeTap())]))
        return
    await chat.show(_screen(say, values, notice, notice_views()))


VIEWS: Mapping[str, View] = {"digest": digest, "missed": digest}


def router() -> Router:
    """The button that switches."""
    routes = Router(name="notices")
    routes.callback_query.register(switched, ForTap.filter())
    routes.callback_query.register(gathered, GatheredTap.filter())
    routes.callback_query.register(one, OneTap.filter())
    return routes
