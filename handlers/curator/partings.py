"""Requests for another pair, as the curator answers them: the longest waiting first, the reason for the curator only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.matching_taps import ChoiceTap, MatchingTap
from handlers.meeting_parts import names
from handlers.notices import View
from handlers.parting_taps import BackTap, RequestsTap, RequestTap
from handlers.screen import Button, HomeTap, Row, Screen, fitting, grid, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.partings import CHOSEN, Ground
from mentoring.people import Side, Speaker
from mentoring.refusal import NotYours
from services.notices import Notice, Values
from services.parting_answers import PAGE, Asked, PartingAnswers, Request


async def listed(
    chat: Chat, say: Say, speaker: Speaker, callback_data: RequestsTap, parting_answers: PartingAnswers
) -> None:
    """«Просьбы о парах»."""
    await chat.show(_list(say, speaker, await parting_answers.waiting(speaker, callback_data.after)))


async def tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: RequestTap, parting_answers: PartingAnswers
) -> None:
    """One request: see it, keep the pair, find another one, or close on a ground and a day."""
    tap = callback_data
    match tap.step:
        case "k":
            await parting_answers.keep(speaker, tap.parting)
            rest = await parting_answers.waiting(speaker)
            await chat.show(_list(say, speaker, rest).under(say("partings-kept")))
        case "y":
            request = await parting_answers.agree(speaker, tap.parting, _ground(tap.ground), tap.ago)
            await chat.show(_closed(say, request))
        case "f":
            request = await parting_answers.request(speaker, tap.parting)
            ground = CHOSEN.index(Ground.REQUEST)
            await chat.show(
                _sure(say, speaker, request, RequestTap(parting=tap.parting, step="y", ground=ground, ago=0))
            )
        case "c" if tap.ground >= 0 and tap.ago >= 0:
            request = await parting_answers.request(speaker, tap.parting)
            sure = RequestTap(parting=tap.parting, step="y", ground=tap.ground, ago=tap.ago)
            await chat.show(_sure(say, speaker, request, sure))
        case "c":
            await chat.show(_closing(say, speaker, await parting_answers.request(speaker, tap.parting), tap))
        case _:
            await chat.show(_card(say, speaker, await parting_answers.request(speaker, tap.parting)))


def _list(say: Say, speaker: Speaker, found: list[Asked]) -> Screen:
    if not found:
        return screen(say("partings-none"), ways_back(say))
    lines: list[str] = [say("partings-list-title")]
    lines += [_line(say, speaker, number, each) for number, each in enumerate(found[:PAGE], 1)]
    numbers = [Button(str(number), RequestTap(parting=each.parting.id)) for number, each in enumerate(found[:PAGE], 1)]
    more: Row = []
    if len(found) > PAGE:
        more = [Button(say.plain("pairs-next-page"), RequestsTap(after=found[PAGE - 1].parting.id))]
    return screen("\n".join(lines), *grid(numbers, 4), more, ways_back(say))


def _line(say: Say, speaker: Speaker, number: int, asked: Asked) -> str:
    return say(
        "partings-line",
        number=number,
        mentor=shown(asked.mentor, speaker),
        mentees=names(asked.mentees, speaker),
        kind=asked.parting.kind.value,
        late="yes" if asked.late else "no",
        asked=say.day(asked.asked_on),
        until=say.day(asked.parting.answer_by),
    )


def _card(say: Say, speaker: Speaker, request: Request) -> Screen:
    parting = request.parting
    lines: list[str] = [
        say("partings-card", mentor=shown(request.mentor, speaker), mentees=names(request.mentees, speaker)),
        "",
        say("partings-card-who", who=shown(request.by, speaker), side=parting.side.value, kind=parting.kind.value),
    ]
    if request.for_child is not None:
        lines.append(say("partings-card-child", child=shown(request.for_child, speaker)))
    if parting.reason:
        lines.append(say("partings-card-reason", reason=parting.reason))
    if parting.words:
        lines.append(say("partings-card-words", words=parting.words))
    when = {"asked": say.day(request.asked_on), "until": say.day(parting.answer_by)}
    lines.append(say("partings-card-when", late="yes" if request.late else "no", kind=parting.kind.value, **when))
    rows: list[Row] = [[Button(say.plain("partings-close"), RequestTap(parting=parting.id, step="c"))]]
    if parting.kind != "leave":
        rows += [
            [Button(say.plain("partings-find"), RequestTap(parting=parting.id, step="f"))],
            [Button(say.plain("partings-keep"), RequestTap(parting=parting.id, step="k"))],
        ]
    lines += ["", say("partings-card-quiet")]
    return screen("\n".join(lines), *rows, [Button(say.plain("form-back"), RequestsTap()), *ways_back(say)])


def _closing(say: Say, speaker: Speaker, request: Request, tap: RequestTap) -> Screen:
    parting = request.parting.id
    back = Button(say.plain("form-back"), RequestTap(parting=parting))
    pair = {"mentor": shown(request.mentor, speaker), "mentees": names(request.mentees, speaker)}
    if tap.ground < 0:
        rows = ground_rows(say, [RequestTap(parting=parting, step="c", ground=at) for at in range(len(CHOSEN))])
        return screen(say("endings-ground", **pair), *rows, [back])
    taps = [RequestTap(parting=parting, step="c", ground=tap.ground, ago=ago) for ago in range(len(request.days))]
    rows = day_rows(say, request.days, taps)
    return screen(say("endings-day", ground=_ground(tap.ground).value, **pair), *rows, [back])


def _sure(say: Say, speaker: Speaker, request: Request, yes: RequestTap) -> Screen:
    """Closing is final: asked once more."""
    if yes.ago >= len(request.days):
        raise NotYours
    pair = {"mentor": shown(request.mentor, speaker), "mentees": names(request.mentees, speaker)}
    words = say("endings-sure", ground=_ground(yes.ground).value, day=say.day(request.days[yes.ago]), **pair)
    back = Button(say.plain("form-back"), RequestTap(parting=yes.parting))
    return screen(words, [Button(say.plain("endings-yes"), yes)], [back])


def ground_rows(say: Say, taps: Sequence[CallbackData]) -> list[Row]:
    """A button for every ground a curator may choose."""
    return fitting(
        [
            Button(say.plain("endings-ground-name", ground=ground.value), tap)
            for ground, tap in zip(CHOSEN, taps, strict=True)
        ]
    )


def day_rows(say: Say, days: tuple[date, ...], taps: Sequence[CallbackData]) -> list[Row]:
    """Today, yesterday, and earlier days."""
    words = {0: "endings-today", 1: "endings-yesterday"}
    first = [Button(say.plain(words[at]), tap) for at, tap in enumerate(taps[:2])]
    rest = [
        Button(say.plain("meeting-day-short", day=day.day, month=day.month), tap)
        for day, tap in zip(days[2:], taps[2:], strict=True)
    ]
    return [first, *grid(rest, 4)]


def _ground(at: int) -> Ground:
    if not 0 <= at < len(CHOSEN):
        raise NotYours
    return CHOSEN[at]


def _closed(say: Say, request: Request) -> Screen:
    rows: list[Row] = []
    if request.parting.side is Side.MENTEE and request.parting.kind == "change":
        rows.append([Button(say.plain("partings-choices"), ChoiceTap(mentee=request.mentee_id, at=0))])
    rows.append([Button(say.plain("sections-matching"), MatchingTap())])
    return screen(say("endings-done"), *rows, [Button(say.plain("partings-more"), RequestsTap()), *ways_back(say)])


def came(say: Say, values: Values, notice: Notice) -> Screen:
    """Somebody asks: the curator hears of it at once, with the reason."""
    see = Button(say.plain("partings-open-request"), RequestTap(parting=notice.about))
    return screen(say("notice-parting-asked", **values), [see], [Button(say.plain("to-home"), HomeTap())])


def pausing(say: Say, values: Values, notice: Notice) -> Screen:
    """A mentor pauses."""
    see = Button(say.plain("pauses-open"), BackTap(pause=notice.about))
    return screen(say("notice-pause-set", **values), [see], [Button(say.plain("to-home"), HomeTap())])


VIEWS: dict[str, View] = {"parting-asked": came, "pause-set": pausing}


def router() -> Router:
    """Requests about pairs, for curators."""
    routes = Router(name="parting-requests")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(listed, RequestsTap.filter())
    routes.callback_query.register(tapped, RequestTap.filter())
    return routes
