"""«Запреты и закрепления»: which two are kept apart or together, by whom, when and why; taken back by any curator."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router

from handlers import matching_words
from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.matching_taps import MatchingTap, WishesTap, WishTap
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, Row, Screen, grid, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import Speaker
from services.filling import Filling
from services.wishing import PAGE, Change, Noted, Reason, Wishing

_KNOWN = {*Reason, "declined", Change.TAKEN_OUT.value}


async def listed(chat: Chat, say: Say, speaker: Speaker, callback_data: WishesTap, wishing: Wishing) -> None:
    """A page of bans and pins."""
    tap = callback_data
    await chat.show(_page(say, speaker, tap.form, await wishing.page(speaker, tap.after)))


def _page(say: Say, speaker: Speaker, form: str, found: tuple[Noted, ...]) -> Screen:
    back = [Button(say.plain("matching-back"), MatchingTap(form=form))]
    if not found:
        return screen(say("matching-wishes-none"), back, ways_back(say))
    lines: list[str] = [say("matching-wishes-title")]
    for number, each in enumerate(found[:PAGE], 1):
        names = {"mentor": shown(each.mentor, speaker), "mentee": shown(each.mentee, speaker)}
        kind, why = each.wished.kind, _why(each)
        lines += ["", say("matching-wish-line", number=number, kind=kind, why=why, **names)]
    numbers = [
        Button(str(number), WishTap(deed="s", wish=each.wished.id, form=form))
        for number, each in enumerate(found[:PAGE], 1)
    ]
    more: Row = []
    if len(found) > PAGE:
        more = [Button(say.plain("matching-more"), WishesTap(form=form, after=found[PAGE - 1].wished.id))]
    return screen("\n".join(lines), *grid(numbers, PAGE), more, back, ways_back(say))


async def wish_tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: WishTap,
    wishing: Wishing,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """One of them; taken back, asked first; its reason in words."""
    tap = callback_data
    if tap.deed == "w":
        await wishing.one(speaker, tap.wish)
        await show_turn(chat, say, await filling.begin(speaker, "wish_reason", tap.wish), after)
        return
    if tap.deed == "y":
        await wishing.take_back(speaker, tap.wish)
        page = _page(say, speaker, tap.form, await wishing.page(speaker, 0))
        await chat.show(page.under(say("matching-wish-taken-back")))
        return
    one = await wishing.one(speaker, tap.wish)
    if tap.deed == "u":
        kind = one.wished.kind
        yes = Button(say.plain("matching-wish-back", kind=kind), WishTap(deed="y", wish=tap.wish, form=tap.form))
        no = Button(say.plain("matching-all-no"), WishTap(deed="s", wish=tap.wish, form=tap.form))
        await chat.show(screen(say("matching-wish-sure", kind=kind), [yes], [no]))
        return
    await chat.show(_one(say, speaker, one, tap.form))


def _one(say: Say, speaker: Speaker, one: Noted, form: str) -> Screen:
    who = shown(one.author, speaker) if one.author else say.plain("matching-wish-nobody")
    lines: list[str] = [
        say("matching-wish-title", kind=one.wished.kind),
        "",
        say("matching-wish-mentor", who=matching_words.who(say, one.mentor, speaker)),
        say("matching-wish-mentee", who=matching_words.who(say, one.mentee, speaker)),
        "",
        say("matching-wish-reason", why=_why(one)),
    ]
    if one.wished.words:
        lines.append(say("matching-wish-words", text=one.wished.words))
    lines.append(say("matching-wish-author", who=who, on=say.moment(one.at)))

    def deed(words: str, letter: str) -> Button:
        return Button(
            say.plain(words, kind=one.wished.kind) if letter == "u" else say.plain(words),
            WishTap(deed=letter, wish=one.wished.id, form=form),
        )

    return screen(
        "\n".join(lines),
        [deed("matching-wish-back", "u")],
        [deed("matching-wish-say", "w")],
        [Button(say.plain("matching-to-wishes"), WishesTap(form=form))],
        ways_back(say),
    )


async def after_reason(chat: Chat, say: Say, speaker: Speaker, outcome: int, wishing: Wishing) -> None:
    """The reason is written down."""
    one = await wishing.one(speaker, outcome)
    await chat.show(_one(say, speaker, one, "").under(say("matching-wish-kept")))


def _why(each: Noted) -> str:
    why = each.wished.why
    return why if why in _KNOWN else ("other" if why else "none")


def router() -> Router:
    """Bans and pins, for curators."""
    routes = Router(name="wishes")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(listed, WishesTap.filter())
    routes.callback_query.register(wish_tapped, WishTap.filter())
    return routes
