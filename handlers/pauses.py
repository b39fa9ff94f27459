"""A mentor's pause in chat: why, until what day, «Вернулись?»; what the home screens of the pair say of it."""

from __future__ import annotations

from datetime import date

from aiogram import Router

from handlers import home, pickers
from handlers.chat import Chat
from handlers.home import Panel
from handlers.meeting_parts import PairTap
from handlers.notices import View
from handlers.parting_taps import BackTap, PausesTap, PauseTap
from handlers.screen import Button, HomeTap, Row, Screen, fitting, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.partings import Away
from mentoring.people import Side, Speaker
from mentoring.refusal import NotYours
from services.notices import Notice, Values
from services.pauses import Pausing, PausingMentor

_MONTH, _DAY = len("2027-02"), len("2027-02-09")


async def chosen(chat: Chat, say: Say, speaker: Speaker, callback_data: PauseTap, pausing: Pausing) -> None:
    """«Взять паузу»: why, until when; with a day it is set. The mentor does it, or a curator for them."""
    tap = callback_data
    if len(tap.leaf) == _DAY:
        try:
            until = date.fromisoformat(tap.leaf)
        except ValueError:
            raise NotYours from None
        look = await pausing.set(speaker, tap.match, tap.reason or "", until)
        await chat.show(_running(say, speaker, look, tap.match).under(say("pauses-set", own=_own(look))))
        return
    look = await pausing.look(speaker, tap.match)
    if look.pause is None and tap.reason is None:
        rows: list[Row] = [
            [Button(say.plain("pauses-reason", reason=each.value), PauseTap(match=tap.match, reason=each))]
            for each in Away
        ]
        await chat.show(
            screen(
                say("pauses-why", own=_own(look), who=shown(look.mentor, speaker)), *rows, _back(say, look, tap.match)
            )
        )
        return
    await chat.show(_days(say, look, tap))


def _days(say: Say, look: PausingMentor, tap: PauseTap) -> Screen:
    """The day of return: a few suggested, or a month's days."""

    def leafed(leaf: str, text: str) -> Button:
        return Button(text, PauseTap(match=tap.match, reason=tap.reason, leaf=leaf))

    def pick(value: str, text: str) -> Button:
        return leafed(value, text) if look.today < date.fromisoformat(value) <= look.last else Button("\u00b7")

    if len(tap.leaf) == _MONTH:
        rows = pickers.date_rows(say, "", tap.leaf, "", look.today, pick, leafed)
    else:
        rows = fitting([leafed(each.isoformat(), say.day(each)) for each in look.suggested], 36)
        rows.append([leafed(f"{look.today:%Y-%m}", say.plain("meeting-other-day"))])
    return screen(say("pauses-until", own=_own(look)), *rows, _back(say, look, tap.match))


def _running(say: Say, speaker: Speaker, look: PausingMentor, match: int) -> Screen:
    pause = look.pause
    if pause is None:
        return screen(say("pauses-none", own=_own(look)), _back(say, look, match))
    text = say("pauses-running", own=_own(look), who=shown(look.mentor, speaker), day=say.day(pause.until_on))
    return screen(text, *_answers(say, pause.id, match, own=look.own), _back(say, look, match))


def _answers(say: Say, pause: int, match: int, *, own: bool) -> list[Row]:
    rows: list[Row] = [[Button(say.plain("pauses-back", own="yes" if own else "no"), BackTap(pause=pause, step="b"))]]
    if match:
        rows.append([Button(say.plain("pauses-longer"), PauseTap(match=match))])
    if own:
        rows.append([Button(say.plain("pauses-cannot"), BackTap(pause=pause, step="n"))])
    return rows


def _back(say: Say, look: PausingMentor, match: int) -> Row:
    home_button = Button(say.plain("to-home"), HomeTap())
    if look.own and match:
        return [Button(say.plain("form-back"), PairTap(match=match)), home_button]
    return [home_button]


def _own(look: PausingMentor) -> str:
    return "yes" if look.own else "no"


async def answered(chat: Chat, say: Say, speaker: Speaker, callback_data: BackTap, pausing: Pausing) -> None:
    """«Вернулся», «Не смогу продолжать»: asked first."""
    tap = callback_data
    match tap.step:
        case "b":
            look = await pausing.back(speaker, tap.pause)
            await chat.call(home.show, note=say("pauses-is-back", own=_own(look)))
        case "y":
            count = await pausing.cannot(speaker, tap.pause)
            await chat.call(home.show, note=say("pauses-cannot-done", count=count))
        case "n":
            await pausing.of(speaker, tap.pause)
            yes = Button(say.plain("pauses-cannot-yes"), BackTap(pause=tap.pause, step="y"))
            no = Button(say.plain("form-back"), BackTap(pause=tap.pause))
            await chat.show(screen(say("pauses-cannot-sure"), [yes], [no]))
        case _:
            look, match_id = await pausing.of(speaker, tap.pause)
            await chat.show(_running(say, speaker, look, match_id))


async def unanswered(chat: Chat, say: Say, speaker: Speaker, pausing: Pausing) -> None:
    """For curators: whose day of return has gone by."""
    found = await pausing.unanswered(speaker)
    lines: list[str] = [say("pauses-unanswered-title" if found else "pauses-unanswered-none")]
    rows: list[Row] = []
    for look in found:
        if look.pause is not None:
            name = shown(look.mentor, speaker)
            lines.append(say("pauses-unanswered-line", who=name, day=say.day(look.pause.until_on)))
            rows.append([Button(name, BackTap(pause=look.pause.id))])
    await chat.show(screen("\n".join(lines), *rows, [Button(say.plain("to-home"), HomeTap())]))


def come_back(say: Say, values: Values, notice: Notice) -> Screen:
    """«Вернулись?», on the day."""
    rows = _answers(say, notice.about, values["match"], own=True)
    return screen(say("notice-pause-over"), *rows, [Button(say.plain("to-home"), HomeTap())])


VIEWS: dict[str, View] = {"pause-over": come_back}


async def panel(say: Say, speaker: Speaker, pausing: Pausing) -> Panel | None:
    """One's own pause, and those of one's mentors."""
    lines: list[str] = []
    rows: list[Row] = []
    for side, mentor, pause in await pausing.mine(speaker):
        lines.append(say("pauses-panel", side=side.value, who=shown(mentor, speaker), day=say.day(pause.until_on)))
        if side is Side.MENTOR:
            rows.append([Button(say.plain("pauses-open"), BackTap(pause=pause.id))])
    return Panel(lines, rows) if lines else None


def router() -> Router:
    """Pauses of mentors."""
    routes = Router(name="pauses")
    routes.callback_query.register(chosen, PauseTap.filter())
    routes.callback_query.register(answered, BackTap.filter())
    routes.callback_query.register(unanswered, PausesTap.filter())
    return routes
