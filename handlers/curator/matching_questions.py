"""Questions to a draft in chat: «Почему не …?» for any two people, «Что если …»; nothing is changed by asking."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router

from handlers.chat import Chat
from handlers.curator.door import CuratorOnly
from handlers.curator.matching_question_screens import (
    CHANGES,
    answer_screen,
    runner_up_line,
    what_if_screen,
    who_screen,
    why_button,
)
from handlers.curator.matching_question_taps import QuestionTap, SeekTap, WhoTap
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Screen
from locales.words import Say
from mentoring.people import Speaker
from mentoring.refusal import NotYours
from services.filling import Filling
from services.matching import Matching
from services.matching_questions import Go, MatchingQuestions, PeoplePage, Step
from services.matching_views import Card

FORM = "match_search"


async def who_asked(
    chat: Chat, say: Say, speaker: Speaker, callback_data: WhoTap, matching_questions: MatchingQuestions
) -> None:
    """A page of people the question may be about."""
    tap = callback_data
    go = Go(tap.go) if tap.go in set(Go) else Go.ON
    page = await matching_questions.people(speaker, _step(tap.stage), tap.run, tap.mentee, go, tap.key)
    await chat.show(who_screen(say, speaker, page))


async def seek(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: SeekTap,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """Ask for a part of a name."""
    about = _step(callback_data.stage).about(callback_data.run, callback_data.mentee)
    await show_turn(chat, say, await filling.begin(speaker, FORM, about), after)


async def after_search(chat: Chat, say: Say, speaker: Speaker, outcome: PeoplePage) -> None:
    """Whoever was found."""
    await chat.show(who_screen(say, speaker, outcome))


async def asked(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: QuestionTap,
    matching: Matching,
    matching_questions: MatchingQuestions,
) -> None:
    """«Что если» opened, or a question answered."""
    tap = callback_data
    if tap.deed == "w":
        told = await matching_questions.why_not(speaker, tap.run, tap.mentee, tap.mentor)
    elif tap.deed in CHANGES:
        told = await matching_questions.what_if(speaker, tap.run, CHANGES[tap.deed], tap.mentee, tap.mentor)
    else:
        await chat.show(what_if_screen(say, tap.run, await matching.form_of(speaker, tap.run)))
        return
    await chat.show(answer_screen(say, speaker, tap.deed, told))


async def with_runner_up(
    say: Say, speaker: Speaker, matching_questions: MatchingQuestions, card: Card, shown: Screen
) -> Screen:
    """A pair's card with the next choice for its mentee, and a way to ask about any other mentor."""
    mentee_id = card.pair.mentee
    line = runner_up_line(say, speaker, mentee_id, await matching_questions.runner_up(speaker, card.run_id, mentee_id))
    *rows, back = shown.rows
    text = f"{shown.text}\n\n{line}" if line else shown.text
    return Screen(text, (*rows, [why_button(say, card.run_id, mentee_id)], back))


def _step(stage: int) -> Step:
    if stage not in set(Step):
        raise NotYours
    return Step(stage)


def router() -> Router:
    """Questions to a draft, for curators."""
    routes = Router(name="matching_questions")
    routes.callback_query.filter(CuratorOnly())
    routes.message.filter(CuratorOnly())
    routes.callback_query.register(who_asked, WhoTap.filter())
    routes.callback_query.register(seek, SeekTap.filter())
    routes.callback_query.register(asked, QuestionTap.filter())
    return routes
