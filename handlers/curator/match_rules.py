"""Rules of matching in chat: what must hold, what is important, what is wished; more pairs or better ones; groups."""

from __future__ import annotations

from aiogram import Router

from handlers.chat import Chat
from handlers.curator.door import CuratorOnly
from handlers.curator.match_rules_screens import cap_screen, criterion_screen, group_screen, reset_screen, rules_screen
from handlers.curator.matching import show_overview
from handlers.curator.matching_taps import KnobTap, RulesTap
from handlers.screen import Screen
from locales.words import Say
from mentoring.people import Speaker
from mentoring.refusal import NotYours, TakenMeanwhile
from services.match_rules import Knob, MatchRules, SeenRules, Switch, levels_of
from services.matching import Matching


async def opened(chat: Chat, say: Say, speaker: Speaker, callback_data: RulesTap, match_rules: MatchRules) -> None:
    """All rules of a form, or one of them with its choices; a choice made."""
    tap = callback_data
    if tap.value >= 0:
        await _chosen(chat, say, speaker, tap, match_rules)
        return
    seen = await match_rules.seen(speaker, tap.form)
    await chat.show(_asked(say, speaker, tap, seen))


def _asked(say: Say, speaker: Speaker, tap: RulesTap, seen: SeenRules) -> Screen:
    match tap.step:
        case "c":
            return criterion_screen(say, seen, seen.criteria[tap.at % len(seen.criteria)])
        case "g":
            return group_screen(say, seen)
        case "m":
            return cap_screen(say, seen)
        case "r":
            return reset_screen(say, seen)
        case _:
            return rules_screen(say, speaker, seen)


async def _chosen(chat: Chat, say: Say, speaker: Speaker, tap: RulesTap, match_rules: MatchRules) -> None:
    """Another value holds now; where another curator was faster, theirs does and it is said whose."""
    try:
        seen = await _change(speaker, tap, match_rules)
    except TakenMeanwhile as refusal:
        fresh = rules_screen(say, speaker, await match_rules.seen(speaker, tap.form))
        words = say.plain(refusal.reason, **refusal.values)
        await chat.show(fresh.under(say(refusal.reason, **refusal.values)), words)
        return
    await chat.show(rules_screen(say, speaker, seen), say.plain("matching-rules-changed"))


async def _change(speaker: Speaker, tap: RulesTap, match_rules: MatchRules) -> SeenRules:
    form, revision, value = tap.form, tap.revision, tap.value
    match tap.step:
        case "l":
            criteria = (await match_rules.seen(speaker, form)).criteria
            criterion = criteria[tap.at % len(criteria)]
            levels = levels_of(criterion)
            return await match_rules.weigh(speaker, form, revision, criterion, levels[value % len(levels)])
        case "g":
            return await match_rules.group(speaker, form, revision, value)
        case "m":
            return await match_rules.cap(speaker, form, revision, value)
        case "s":
            which = tuple(Switch)[tap.at % len(Switch)]
            return await match_rules.switch(speaker, form, revision, which, on=bool(value))
        case "r":
            return await match_rules.reset(speaker, form, revision)
        case _:
            raise NotYours


async def knob_turned(
    chat: Chat, say: Say, speaker: Speaker, callback_data: KnobTap, match_rules: MatchRules, matching: Matching
) -> None:
    """«Больше пар … лучше пары»: the draft is computed with it at once."""
    tap = callback_data
    note, toast = "", say.plain("matching-rules-changed")
    try:
        await match_rules.turn(speaker, tap.form, tap.revision, Knob(tap.knob % len(Knob)))
    except TakenMeanwhile as refusal:
        note, toast = say(refusal.reason, **refusal.values), say.plain(refusal.reason, **refusal.values)
    await show_overview(chat, say, speaker, matching, tap.form, note, toast=toast)


def router() -> Router:
    """Rules of matching, for curators."""
    routes = Router(name="match rules")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(opened, RulesTap.filter())
    routes.callback_query.register(knob_turned, KnobTap.filter())
    return routes
