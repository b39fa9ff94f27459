"""A pair is ended or changed by those in it: what they ask the curator for, quietly; whether they seek another pair."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from aiogram import Router

from handlers import home
from handlers.chat import Chat
from handlers.home import Panel
from handlers.meeting_parts import PairTap
from handlers.notices import View
from handlers.parting_taps import AskTap, ChangeTap, DutyTap, LegTap, PauseTap, SeekTap, TakeBackTap
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.partings import Wanted, subject
from mentoring.people import Side, Speaker
from services.filling import Filling
from services.notices import Notice, Values
from services.partings import Leg, Parting, Partings


async def opened(chat: Chat, say: Say, speaker: Speaker, callback_data: ChangeTap, partings: Partings) -> None:
    """«Изменить пару»: a mentor of several says whom first."""
    legs = await partings.legs(speaker, callback_data.match)
    if len(legs) == 1:
        await chat.show(_leg_screen(say, speaker, legs[0], whole=False))
        return
    rows: list[Row] = [[Button(shown(each.other, speaker), LegTap(member=each.member.id))] for each in legs]
    rows.append([Button(say.plain("partings-whole"), LegTap(member=legs[0].member.id, whole=True))])
    rows.append([Button(say.plain("pauses-begin"), PauseTap(match=callback_data.match))])
    await chat.show(screen(say("partings-whom"), *rows, _back(say, callback_data.match)))


async def leg_opened(chat: Chat, say: Say, speaker: Speaker, callback_data: LegTap, partings: Partings) -> None:
    """One place of it, or a child's pair."""
    await chat.show(_leg_screen(say, speaker, await partings.leg(speaker, callback_data.member), callback_data.whole))


def _leg_screen(say: Say, speaker: Speaker, leg: Leg, whole: bool) -> Screen:
    member, whole = leg.member.id, whole and leg.whole
    own = speaker.person is not None and leg.of.id == speaker.person.id
    back = _back(say, leg.member.match_id) if own else [Button(say.plain("to-home"), HomeTap())]
    head = say("partings-title", side=leg.side.value, who=shown(leg.other, speaker), whole="yes" if whole else "no")
    if not own:
        head = say(
            "partings-title-child", side=leg.side.value, child=shown(leg.of, speaker), who=shown(leg.other, speaker)
        )
    if leg.asked is not None:
        rows: list[Row] = [[Button(say.plain("partings-take-back"), TakeBackTap(member=member))]]
        if leg.may_leave is not None and leg.asked.kind is not Wanted.LEAVE:
            rows.append([Button(say.plain("partings-duty"), DutyTap(member=member))])
        return screen(f"{head}\n\n{_open_line(say, leg.asked, leg.today)}", *rows, back)
    rows = [
        [
            Button(
                say.plain("partings-change", side=leg.side.value),
                AskTap(member=member, kind=Wanted.CHANGE, whole=whole),
            )
        ],
        [Button(say.plain("partings-end"), AskTap(member=member, kind=Wanted.END, whole=whole))],
    ]
    if leg.may_leave is not None:
        rows.append([Button(say.plain("partings-duty"), DutyTap(member=member))])
    if own and leg.side is Side.MENTOR and not leg.whole:
        rows.append([Button(say.plain("pauses-begin"), PauseTap(match=leg.member.match_id))])
    return screen(f"{head}\n\n{say('partings-quiet')}", *rows, back)


def _open_line(say: Say, asked: Parting, today: date) -> str:
    by = asked.answer_by
    late = "yes" if today > by else "no"
    return say("partings-open", kind=asked.kind.value, day=by.day, month=by.month, late=late)


def _back(say: Say, match: int) -> Row:
    return [Button(say.plain("form-back"), PairTap(match=match)), Button(say.plain("to-home"), HomeTap())]


async def asked(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: AskTap,
    partings: Partings,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """«Хочу другого», «Хочу закончить»: the reason, for the curator only."""
    tap = callback_data
    leg = await partings.leg(speaker, tap.member)
    if leg.asked is not None or tap.kind is Wanted.LEAVE:
        await chat.show(_leg_screen(say, speaker, leg, tap.whole))
        return
    about = subject(tap.member, tap.kind, whole=tap.whole)
    await show_turn(chat, say, await filling.begin(speaker, "parting", about), after)


async def after_parting(chat: Chat, say: Say, outcome: Parting) -> None:
    """The curator has it."""
    by = outcome.answer_by
    await chat.call(home.show, note=say("partings-sent", day=by.day, month=by.month))


async def taken_back(chat: Chat, say: Say, speaker: Speaker, callback_data: TakeBackTap, partings: Partings) -> None:
    """«Забрать просьбу»."""
    leg = await partings.take_back(speaker, callback_data.member)
    await chat.show(_leg_screen(say, speaker, leg, whole=False).under(say("partings-taken-back")))


async def duty(chat: Chat, say: Say, speaker: Speaker, callback_data: DutyTap, partings: Partings) -> None:
    """«Отказаться от функции наставника»: the day first, then it is said."""
    member = callback_data.member
    if callback_data.sure:
        day = await partings.leave_duty(speaker, member)
        await chat.call(home.show, note=say("partings-duty-done", day=day.day, month=day.month))
        return
    leg = await partings.leg(speaker, member)
    if leg.may_leave is None:
        await chat.show(_leg_screen(say, speaker, leg, whole=False))
        return
    day = leg.may_leave
    yes = Button(say.plain("partings-duty-yes"), DutyTap(member=member, sure=1))
    no = Button(say.plain("form-back"), LegTap(member=member))
    await chat.show(screen(say("partings-duty-sure", day=day.day, month=day.month), [yes], [no]))


async def sought(chat: Chat, say: Say, speaker: Speaker, callback_data: SeekTap, partings: Partings) -> None:
    """«Вернуться в поиск?» — «Да», «Не сейчас»."""
    side = await partings.seek(speaker, callback_data.participation, yes=callback_data.yes)
    words = "partings-seeks" if callback_data.yes else "partings-rests"
    await chat.call(home.show, note=say(words, side=side.value))


def ended(say: Say, values: Values, notice: Notice) -> Screen:
    """A pair is over: thanks, no reason, and whether another one is wanted."""
    words = {name: values[name] for name in ("side", "name", "group", "resting")}
    home_row = [Button(say.plain("to-home"), HomeTap())]
    text = say("notice-pair-ended", **words)
    return screen(text, *([] if values["group"] == "yes" else [_seek_row(say, values["participation"])]), home_row)


def _seek_row(say: Say, participation: int) -> Row:
    return [
        Button(say.plain("partings-seek-yes"), SeekTap(participation=participation, yes=True)),
        Button(say.plain("partings-seek-no"), SeekTap(participation=participation, yes=False)),
    ]


VIEWS: dict[str, View] = {"pair-ended": ended}


async def panel(say: Say, speaker: Speaker, partings: Partings) -> Panel | None:
    """What one has asked for, a side that does not seek a pair now."""
    mine = await partings.mine(speaker)
    if mine is None:
        return None
    lines: list[str] = [_open_line(say, each, mine.today) for each in mine.asked]
    rows: list[Row] = []
    for participation, side in mine.resting:
        lines.append(say("partings-resting", side=side.value))
        rows.append([Button(say.plain("partings-seek-again"), SeekTap(participation=participation, yes=True))])
    return Panel(lines, rows) if lines or rows else None


def router() -> Router:
    """Requests of those in a pair."""
    routes = Router(name="partings")
    routes.callback_query.register(opened, ChangeTap.filter())
    routes.callback_query.register(leg_opened, LegTap.filter())
    routes.callback_query.register(asked, AskTap.filter())
    routes.callback_query.register(taken_back, TakeBackTap.filter())
    routes.callback_query.register(duty, DutyTap.filter())
    routes.callback_query.register(sought, SeekTap.filter())
    return routes
