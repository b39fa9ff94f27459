"""«Закрыть пару» from its card: whom, on what ground, since what day, asked once more; both sides are told kindly."""

from __future__ import annotations

from aiogram import Router

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.matching_taps import MatchingTap
from handlers.curator.partings import day_rows, ground_rows
from handlers.meeting_parts import names
from handlers.parting_taps import EndTap
from handlers.screen import Button, Row, Screen, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.partings import CHOSEN, Ground
from mentoring.people import Speaker
from mentoring.refusal import NotYours
from services.endings import Closable, Endings


async def tapped(chat: Chat, say: Say, speaker: Speaker, callback_data: EndTap, endings: Endings) -> None:
    """One step further: whom, the ground, the day, sure."""
    tap = callback_data
    if tap.member == 0:
        found = await endings.of_match(speaker, tap.match)
        if len(found.mentees) > 1:
            await chat.show(_whom(say, speaker, found))
            return
        tap = EndTap(match=tap.match, member=found.mentees[0][0])
    if tap.sure:
        await endings.close(speaker, tap.member, _ground(tap.ground), tap.ago, whole=tap.whole)
        again = [Button(say.plain("sections-matching"), MatchingTap())]
        await chat.show(screen(say("endings-done"), again, ways_back(say)))
        return
    found = await endings.of_member(speaker, tap.member, whole=tap.whole)
    await chat.show(_step(say, speaker, found, tap))


def _whom(say: Say, speaker: Speaker, found: Closable) -> Screen:
    match = found.match_id
    rows: list[Row] = [
        [Button(shown(each, speaker), EndTap(match=match, member=member))] for member, each in found.mentees
    ]
    rows.append([Button(say.plain("endings-whole"), EndTap(match=match, member=found.mentees[0][0], whole=True))])
    return screen(say("endings-whom", mentor=shown(found.mentor, speaker)), *rows, ways_back(say))


def _step(say: Say, speaker: Speaker, found: Closable, tap: EndTap) -> Screen:
    pair = {
        "mentor": shown(found.mentor, speaker),
        "mentees": names([each for _, each in found.mentees], speaker),
    }

    def to(ground: int, ago: int = -1, sure: int = 0) -> EndTap:
        return EndTap(match=found.match_id, member=tap.member, whole=tap.whole, ground=ground, ago=ago, sure=sure)

    back = [Button(say.plain("form-back"), EndTap(match=found.match_id)), *ways_back(say)]
    if tap.ground < 0:
        return screen(say("endings-ground", **pair), *ground_rows(say, [to(at) for at in range(len(CHOSEN))]), back)
    ground = _ground(tap.ground).value
    if not 0 <= tap.ago < len(found.days):
        rows = day_rows(say, found.days, [to(tap.ground, ago) for ago in range(len(found.days))])
        return screen(say("endings-day", ground=ground, **pair), *rows, back)
    day = say.day(found.days[tap.ago])
    yes = Button(say.plain("endings-yes"), to(tap.ground, tap.ago, sure=1))
    return screen(say("endings-sure", ground=ground, day=day, **pair), [yes], back)


def _ground(at: int) -> Ground:
    if not 0 <= at < len(CHOSEN):
        raise NotYours
    return CHOSEN[at]


def router() -> Router:
    """Closing pairs, for curators."""
    routes = Router(name="endings")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(tapped, EndTap.filter())
    return routes
