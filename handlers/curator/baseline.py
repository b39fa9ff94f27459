"""How far the first measurement is, for the curator: shares, who is missing, indicators of forms, totals of levels."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.people_taps import PersonTap
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Say
from mentoring.baseline import Source
from mentoring.naming import shown
from mentoring.people import MentoringForm, Speaker
from services.baseline import Baseline, FormMeasured, Go, Totals
from services.filling import Filling


class BaselineTap(CallbackData, prefix="bsl1"):
    """The first measurement; `sure` reminds."""

    sure: int = 0


class MissingTap(CallbackData, prefix="bsm2"):
    """A page of whom a source has not measured; `key` is the person at its edge."""

    source: Source
    go: Go = Go.ON
    key: int = 0


class SheetTap(CallbackData, prefix="bss1"):
    """Enter the indicators of a form."""

    form: MentoringForm


async def opened(chat: Chat, say: Say, speaker: Speaker, callback_data: BaselineTap, baseline: Baseline) -> None:
    """The first measurement, form by form."""
    await show(chat, say, speaker, baseline, remind=bool(callback_data.sure))


async def show(
    chat: Chat, say: Say, speaker: Speaker, baseline: Baseline, *, remind: bool = False, note: str = ""
) -> None:
    """The same, with a line above it."""
    if remind:
        note = say("baseline-reminded", count=await baseline.remind(speaker))
    view = overview_screen(say, await baseline.overview(speaker))
    await chat.show(view.under(note) if note else view)


def overview_screen(say: Say, forms: list[FormMeasured]) -> Screen:
    """Shares by form, totals, and what can be done."""
    if not forms:
        return screen(say("baseline-none"), ways_back(say))
    lines: list[str] = [say("baseline-title")]
    for each in forms:
        form = say.plain("people-form", form=each.form)
        lines += ["", say("baseline-form", form=form, count=each.people)]
        lines += [
            say("baseline-share", source=share.source, done=share.done, everyone=share.everyone)
            for share in each.shares
        ]
        lines += [_totals(say, totals) for totals in each.totals]
        if each.lines:
            lines.append(say("baseline-sheet", entered=each.entered, lines=each.lines))
    lacking = {share.source for each in forms for share in each.shares if share.done < share.everyone}
    rows: list[Row] = [
        [Button(say.plain("baseline-missing", source=source), MissingTap(source=source))]
        for source in Source
        if source in lacking
    ]
    if lacking:
        rows.append([Button(say.plain("baseline-remind"), BaselineTap(sure=1))])
    rows += [
        [
            Button(
                say.plain("baseline-enter", form=say.plain("people-form", form=each.form)),
                SheetTap(form=MentoringForm(each.form)),
            )
        ]
        for each in forms
        if each.lines
    ]
    return screen("\n".join(lines), *rows, ways_back(say))


def _totals(say: Say, totals: Totals) -> str:
    parameter = say.plain("baseline-level", parameter=totals.parameter)
    if totals.levels is None:
        return say("baseline-few", parameter=parameter, measured=totals.measured)
    low, middle, high = totals.levels
    return say("baseline-totals", parameter=parameter, low=low, middle=middle, high=high)


async def missing(chat: Chat, say: Say, speaker: Speaker, callback_data: MissingTap, baseline: Baseline) -> None:
    """Who is not measured by a source; each opens their card."""
    tap = callback_data
    found = await baseline.missing(speaker, tap.source, tap.go, tap.key)
    rows: list[Row] = [[Button(shown(each, speaker), PersonTap(person=each.id))] for each in found.people]
    turning: list[Button] = []
    if found.before:
        turning.append(Button("\u2039", MissingTap(source=tap.source, go=Go.BACK, key=found.people[0].id)))
    if found.after:
        turning.append(Button("\u203a", MissingTap(source=tap.source, go=Go.ON, key=found.people[-1].id)))
    text = say("baseline-missing-title", source=tap.source) if found.people else say("baseline-missing-nobody")
    back = [Button(say.plain("form-back"), BaselineTap()), Button(say.plain("to-home"), HomeTap())]
    await chat.show(screen(text, *rows, turning, back))


async def sheet(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: SheetTap,
    baseline: Baseline,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """The indicators of a form, with what was entered before."""
    form, about = await baseline.sheet(speaker, callback_data.form)
    await show_turn(chat, say, await filling.begin(speaker, form, about), after)


async def after_sheet(chat: Chat, say: Say, speaker: Speaker, baseline: Baseline) -> None:
    """The indicators are kept."""
    await show(chat, say, speaker, baseline, note=say("baseline-kept"))


def router() -> Router:
    """The first measurement, for curators."""
    routes = Router(name="curator-baseline")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(opened, BaselineTap.filter())
    routes.callback_query.register(missing, MissingTap.filter())
    routes.callback_query.register(sheet, SheetTap.filter())
    return routes
