"""«Мне неспокойно», the pupil's side: two taps, words only if wanted; nothing of it stays in the chat."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import Message

from handlers import home
from handlers.chat import Chat
from handlers.screen import Button, Row, Screen, UneasyTap
from locales.words import Say
from mentoring.concerns import Adult
from mentoring.naming import shown
from mentoring.people import Speaker
from services.concerns import Asked, Concerns, Standing
from services.filling import Filling
from services.quiet_screens import QuietScreens


class QuietTap(CallbackData, prefix="unq1"):
    """A button of these screens.

    s say it to an adult, w whom not to tell, b not this one (or after all), a back, g say it again or to another,
    t words, m by mistake, k home.
    """

    step: str
    adult: int = 0


class WhileQuiet(Filter):
    """Whatever is typed while such a screen is open, commands apart."""

    async def __call__(self, message: Message, speaker: Speaker, quiet_screens: QuietScreens) -> bool:
        """Whether so."""
        command = message.text is not None and message.text.startswith("/")
        return not command and await quiet_screens.is_open(speaker.account_id)


async def opened(chat: Chat, say: Say, speaker: Speaker, filling: Filling, concerns: Concerns) -> None:
    """The row was tapped. What was being filled in is put aside, or a typed word would be its answer."""
    await filling.leave(speaker)
    await chat.show(_screen(say, speaker, await concerns.ask(speaker)))


async def tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: QuietTap, filling: Filling, concerns: Concerns
) -> None:
    """A button of these screens."""
    match callback_data.step:
        case "s":
            await chat.show(_screen(say, speaker, await concerns.say(speaker, callback_data.adult)))
        case "b":
            await chat.show(_barring(say, speaker, await concerns.bar(speaker, callback_data.adult)))
        case "w":
            await chat.show(_barring(say, speaker, await concerns.ask(speaker)))
        case "t":
            await chat.show(_writing(say, await concerns.ask(speaker)))
        case "m":
            await chat.show(_screen(say, speaker, await concerns.recall(speaker)))
        case "g":
            await chat.show(_ask(say, speaker, await concerns.ask(speaker)))
        case "a":
            await chat.show(_screen(say, speaker, await concerns.ask(speaker)))
        case _:
            await filling.leave(speaker)
            await chat.call(home.show)


async def typed(chat: Chat, say: Say, speaker: Speaker, concerns: Concerns) -> None:
    """Words of the pupil: taken, if something was said already, and gone from the chat; never echoed."""
    text = (chat.typed.text or "") if chat.typed else ""
    asked = await concerns.typed(speaker, text)
    view = _screen(say, speaker, asked)
    if not text:
        view = view.under(say("concern-text-only"))
    elif asked.standing is None:
        view = view.under(say("concern-tap-first"))
    else:
        view = view.under(say("concern-words-taken"))
    await chat.show(view)


def _screen(say: Say, speaker: Speaker, asked: Asked) -> Screen:
    if asked.standing is not None:
        return _thanks(say, speaker, asked, asked.standing)
    return _ask(say, speaker, asked)


def _ask(say: Say, speaker: Speaker, asked: Asked) -> Screen:
    """Whom it goes to, who does not hear of it, one button an adult."""
    back = [Button(say.plain("concern-back"), QuietTap(step="k"))]
    if not asked.adults:
        return _quiet("\n\n".join((say("concern-nobody"), _contacts(say, asked))), [back])
    several = len(asked.adults) > 1
    if several:
        told = say("concern-ask-several", minutes=asked.minutes)
    else:
        told = say("concern-ask-one", who=_who(say, speaker, asked.adults[0]))
    buttons: list[Row] = [[_say_button(say, speaker, each, several=several)] for each in asked.adults]
    if len(asked.everyone) > 1 and asked.standing is None:
        buttons.append([Button(say.plain("concern-whom-not"), QuietTap(step="w"))])
    return _quiet("\n\n".join((say("concern-ask"), told, say("concern-ask-secret"))), [*buttons, back])


def _say_button(say: Say, speaker: Speaker, adult: Adult, *, several: bool) -> Button:
    tap = QuietTap(step="s", adult=adult.person.id)
    post = adult.post or "adult"
    if several:
        return Button(say.plain("concern-say-named", post=post, name=shown(adult.person, speaker)), tap)
    return Button(say.plain("concern-say", post=post), tap)


def _barring(say: Say, speaker: Speaker, asked: Asked) -> Screen:
    """Whom not to tell: each with a mark."""
    rows: list[Row] = [
        [
            Button(
                say.plain(
                    "concern-barred" if each.person.id in asked.barred else "concern-not-barred",
                    who=_who(say, speaker, each),
                ),
                QuietTap(step="b", adult=each.person.id),
            )
        ]
        for each in asked.everyone
    ]
    done = [Button(say.plain("concern-barred-done"), QuietTap(step="a"))]
    return _quiet(say("concern-whom-not-ask"), [*rows, done])


def _thanks(say: Say, speaker: Speaker, asked: Asked, standing: Standing) -> Screen:
    """It is said: who answers and when, whom to call at once, words if wanted."""
    home_again = [Button(say.plain("concern-good"), QuietTap(step="k"))]
    if standing.recalled:
        return _quiet(
            "\n\n".join((say("concern-recalled"), _contacts(say, asked))),
            [[Button(say.plain("concern-say-again"), QuietTap(step="g"))], home_again],
        )
    post = standing.post or "adult"
    if standing.person is None:
        lines = [say("concern-nobody-yet")]
    elif standing.taken:
        lines = [say("concern-seen", post=post, name=shown(standing.person, speaker))]
    else:
        lines = [say("concern-thanks", post=post, name=shown(standing.person, speaker), when=standing.when)]
        lines.append(say("concern-then", minutes=asked.minutes))
    rows: list[Row] = [[Button(say.plain("concern-add-words"), QuietTap(step="t"))]]
    if len(asked.everyone) > 1:
        rows.append([Button(say.plain("concern-another"), QuietTap(step="g"))])
    rows.append([Button(say.plain("concern-mistake"), QuietTap(step="m"))])
    return _quiet("\n\n".join((*lines, _contacts(say, asked))), [*rows, home_again])


def _writing(say: Say, asked: Asked) -> Screen:
    back = [Button(say.plain("concern-words-back"), QuietTap(step="a"))]
    return _quiet(say("concern-write" if asked.standing else "concern-tap-first"), [back])


def _contacts(say: Say, asked: Asked) -> str:
    held = asked.contacts
    return say("concern-contacts-own", contacts=held) if held else say("concern-contacts")


def _who(say: Say, speaker: Speaker, adult: Adult) -> str:
    return say.plain("concern-who", post=adult.post or "adult", name=shown(adult.person, speaker))


def _quiet(text: str, rows: list[Row]) -> Screen:
    return Screen(text, tuple(rows), quiet=True)


def router() -> Router:
    """The pupil's side: before whatever takes typed texts."""
    routes = Router(name="concerns")
    routes.callback_query.register(opened, UneasyTap.filter())
    routes.callback_query.register(tapped, QuietTap.filter())
    routes.message.register(typed, WhileQuiet())
    return routes
