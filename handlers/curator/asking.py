"""Questionnaires asked for at a time, by form: the final ones, those of the group meeting, and the curator's own."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.gathering_taps import GatheringsTap
from handlers.curator.people_taps import PersonTap
from handlers.participant import FillTap
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, fitting, screen
from locales.words import Say
from mentoring.curator_own import KEY, MOST
from mentoring.naming import shown
from mentoring.people import MentoringForm, Speaker
from services.asking import Asking, AskingForm, Round
from services.curator_own import CuratorOwn, Evaluation
from services.filling import Filling
from services.notices import Notice, Values

_SHOWN = 40  # people on one screen


class AskingTap(CallbackData, prefix="ask1"):
    """«Итоги и групповая встреча»."""


class AskTap(CallbackData, prefix="asq1"):
    """Ask for one of them in a form: first what it will do, then `sure`."""

    round: Round
    form: MentoringForm
    sure: bool = False


class AnsweredTap(CallbackData, prefix="asa1"):
    """Who has answered."""

    round: Round
    form: MentoringForm


class OwnTap(CallbackData, prefix="own1"):
    """«Анкета куратора»; `fill`: answer it."""

    fill: bool = False


async def opened(chat: Chat, say: Say, speaker: Speaker, asking: Asking) -> None:
    """Every form with how far both are."""
    await chat.show(_overview(say, await asking.overview(speaker)))


async def asked(chat: Chat, say: Say, speaker: Speaker, callback_data: AskTap, asking: Asking) -> None:
    """Whom it goes to; then it goes."""
    tap = callback_data
    if not tap.sure:
        found = next((each for each in await asking.overview(speaker) if each.form is tap.form), None)
        count = 0 if found is None else (found.final if tap.round is Round.FINAL else found.preferences).asked
        sure = Button(say.plain("asking-sure"), AskTap(round=tap.round, form=tap.form, sure=True))
        text = say("asking-ask", round=tap.round, form=tap.form, count=count)
        await chat.show(screen(text, *([[sure]] if count else []), _back(say)))
        return
    count = await asking.ask(speaker, tap.round, tap.form)
    view = _overview(say, await asking.overview(speaker))
    await chat.show(view.under(say("asking-done", count=count)))


async def answered(chat: Chat, say: Say, speaker: Speaker, callback_data: AnsweredTap, asking: Asking) -> None:
    """Who has answered, each leading to the card with the answers."""
    tap = callback_data
    found = await asking.answered(speaker, tap.round, tap.form)
    people = [
        Button(
            say.plain("asking-who", name=shown(person, speaker), side=side),
            PersonTap(person=person.id),
        )
        for side, person in found[:_SHOWN]
    ]
    text = say("asking-answered", round=tap.round, form=tap.form, count=len(found))
    await chat.show(screen(text, *fitting(people, 36), _back(say)))


async def own(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: OwnTap,
    curator_own: CuratorOwn,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """The curator's own questionnaire: what it came to, or its questions."""
    found = await curator_own.now(speaker)
    if callback_data.fill or found.points is None:
        await show_turn(chat, say, await filling.begin(speaker, KEY, found.programme), after)
        return
    await chat.show(_own(say, found))


async def after_own(chat: Chat, say: Say, outcome: Evaluation) -> None:
    """It was sent: the sum and its level."""
    await chat.show(_own(say, outcome))


def notice_view(say: Say, values: Values, notice: Notice) -> Screen:
    """A participant is asked, and opens it at once."""
    fill = Button(
        say.plain("participant-fill", sheet=str(values["round"])), FillTap(form=values["key"], about=notice.about)
    )
    words = say(f"notice-{values['round']}-asked", again=values["again"], side=values["side"])
    return screen(words, [fill], [Button(say.plain("to-home"), HomeTap())])


def _overview(say: Say, found: list[AskingForm]) -> Screen:
    lines: list[str] = [say("asking-title")]
    rows: list[Row] = []
    for each in found:
        lines += ["", say("asking-form", form=each.form)]
        for round, count in ((Round.PREFERENCES, each.preferences), (Round.FINAL, each.final)):
            state = "begun" if count.begun else "not"
            lines.append(say("asking-line", round=round, state=state, answered=count.answered, asked=count.asked))
            ask = Button(say.plain("asking-button", round=round, form=each.form), AskTap(round=round, form=each.form))
            who = Button(say.plain("asking-who-button", count=count.answered), AnsweredTap(round=round, form=each.form))
            rows.append([ask, who] if count.answered else [ask])
    rows.append([Button(say.plain("gathering-section"), GatheringsTap())])
    return screen("\n".join(lines), *rows, ways_back(say))


def _own(say: Say, found: Evaluation) -> Screen:
    change = Button(say.plain("curator-own-change"), OwnTap(fill=True))
    level = str(found.level)
    return screen(say("curator-own", points=found.points or 0, most=MOST, level=level), [change], ways_back(say))


def _back(say: Say) -> Row:
    return [Button(say.plain("asking-back"), AskingTap()), Button(say.plain("to-home"), HomeTap())]


def router() -> Router:
    """Asking, for curators."""
    routes = Router(name="asking")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(opened, AskingTap.filter())
    routes.callback_query.register(asked, AskTap.filter())
    routes.callback_query.register(answered, AnsweredTap.filter())
    routes.callback_query.register(own, OwnTap.filter())
    return routes
