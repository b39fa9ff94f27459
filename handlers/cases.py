"""Without a pair: what the person sees themselves, what a mentor is asked, and whoever the curator asked to help."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers import case_words, home, matching_words
from handlers.chat import Chat
from handlers.curator import cases as curator_cases
from handlers.curator.case_taps import CaseTap
from handlers.home import Panel
from handlers.notes import TellTap
from handlers.participant import FillTap
from handlers.questionnaire import Continuation, show_turn
from handlers.roadmap_screens import day_words
from handlers.screen import Button, HomeTap, Row, Screen, fitting, grid, screen
from locales.words import Say
from mentoring.cases import MARKED
from mentoring.people import Side, Speaker
from mentoring.rights import Deed, may
from services.caring import PAGE, CareCard, CarePage, Caring
from services.case_status import Asked, CaseStatus, Status
from services.cases import Cases
from services.filling import Filling
from services.notices import Notice, Values


class AnswerTap(CallbackData, prefix="csa1"):
    """A mentor takes one more: y, or does not: n."""

    ask: int
    answer: str


class CaresTap(CallbackData, prefix="csl1"):
    """Those somebody looks after, from a place on."""

    at: int = 0


class CareTap(CallbackData, prefix="csk1"):
    """One of them: s show, w tell in words what was done, else what was done."""

    case: int
    deed: str


async def panel(say: Say, speaker: Speaker, case_status: CaseStatus, caring: Caring) -> Panel | None:
    """Kindly and truly why there is no pair yet; a question to a mentor; whom one looks after."""
    lines: list[str] = []
    rows: list[Row] = []
    for status in await case_status.mine(speaker):
        _status(say, status, lines, rows)
    asked = await case_status.asked(speaker)
    if asked is not None:
        lines.append(say("cases-place-asked", places=asked.places))
        rows.append(_answers(say, asked))
    if count := await caring.count(speaker):
        lines.append(say("cases-care-panel", count=count))
        rows.append([Button(say.plain("cases-care-open", count=count), CaresTap())])
    return Panel(lines, rows) if lines else None


def _status(say: Say, status: Status, lines: list[str], rows: list[Row]) -> None:
    lines.append(say("cases-told-mentor" if status.side is Side.MENTOR else f"cases-told-{status.told}"))
    if status.next_try is not None:
        lines.append(say("cases-told-try", day=day_words(say, status.next_try)))
    elif status.until is not None:
        lines.append(say("cases-told-until", day=day_words(say, status.until)))
    if status.form:
        change = FillTap(form=status.form, about=status.participation)
        rows.append([Button(say.plain("cases-change", told=status.told), change)])


def _answers(say: Say, asked: Asked) -> Row:
    return [
        Button(say.plain("cases-place-yes"), AnswerTap(ask=asked.ask, answer="y")),
        Button(say.plain("cases-place-no"), AnswerTap(ask=asked.ask, answer="n")),
    ]


async def answered(chat: Chat, say: Say, speaker: Speaker, callback_data: AnswerTap, case_status: CaseStatus) -> None:
    """The mentor has said whether they take one more."""
    yes = callback_data.answer == "y"
    await case_status.answer(speaker, callback_data.ask, yes=yes)
    await chat.call(home.show, note=say("cases-place-thanks-yes" if yes else "cases-place-thanks-no"))


async def listed(chat: Chat, say: Say, speaker: Speaker, callback_data: CaresTap, caring: Caring) -> None:
    """Those one looks after."""
    await chat.show(list_screen(say, speaker, await caring.page(speaker, callback_data.at)))


def list_screen(say: Say, speaker: Speaker, page: CarePage) -> Screen:
    """Who waits and how long, the longest waiting first."""
    way = [Button(say.plain("to-home"), HomeTap())]
    if not page.lines:
        return screen(say("cases-care-none"), way)
    lines: list[str] = [say("cases-care-list"), ""]
    numbers = []
    for number, seen in enumerate(page.lines, page.at + 1):
        who = matching_words.who(say, seen.person, speaker)
        lines.append(say("cases-care-person-line", number=number, who=who, days=seen.days))
        numbers.append(Button(str(number), CareTap(case=seen.case.id, deed="s")))
    turning: list[Button] = []
    if page.at:
        turning.append(Button("\u2039", CaresTap(at=max(page.at - PAGE, 0))))
    if page.at + PAGE < page.total:
        turning.append(Button("\u203a", CaresTap(at=page.at + PAGE)))
    return screen("\n".join(lines), *grid(numbers, PAGE), turning, way)


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: CareTap,
    caring: Caring,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """One of them; what was done is noted by one tap, or told in words."""
    tap = callback_data
    if tap.deed == "w":
        await show_turn(chat, say, await filling.begin(speaker, "case_words", tap.case), after)
        return
    if tap.deed != "s":
        await caring.mark(speaker, tap.case, tap.deed)
    view = card_screen(say, speaker, await caring.card(speaker, tap.case))
    await chat.show(view if tap.deed == "s" else view.under(say("cases-marked")))


def card_screen(say: Say, speaker: Speaker, card: CareCard) -> Screen:
    """Who it is and what the curator asks; nothing of why the draft has nobody for them."""
    seen, case = card.seen, card.seen.case
    lines: list[str] = [
        say("cases-card-title", who=matching_words.who(say, seen.person, speaker), form=case.form),
        say("cases-card-waits", days=seen.days),
    ]
    if case.care is not None:
        lines.append(say("cases-care-asked", care=case.care.value))
    lines += ["", *case_words.history(say, speaker, card.told), "", say("cases-care-hint")]
    rows: list[Row] = []
    if card.party is not None:
        rows.append([Button(say.plain("cases-care-tell"), TellTap(party=card.party, person=seen.person.id))])
    marks = [Button(say.plain(f"cases-mark-{each}"), CareTap(case=case.id, deed=each)) for each in MARKED]
    marks.append(Button(say.plain("cases-mark-words"), CareTap(case=case.id, deed="w")))
    back = [Button(say.plain("cases-to-list"), CaresTap()), Button(say.plain("to-home"), HomeTap())]
    return screen("\n".join(lines), *rows, *fitting(marks, 36), back)


async def after_words(chat: Chat, say: Say, speaker: Speaker, outcome: int, cases: Cases, caring: Caring) -> None:
    """Written down: back to the card, the curator's or the carer's."""
    note = say("cases-marked")
    if may(speaker, Deed.MATCH):
        await curator_cases.show(chat, say, speaker, cases, outcome, note)
        return
    await chat.show(card_screen(say, speaker, await caring.card(speaker, outcome)).under(note))


def asked_view(say: Say, values: Values, notice: Notice) -> Screen:
    """The question to a mentor, with its two answers."""
    asked = Asked(notice.about, values["places"])
    return screen(say("notice-place-asked", **values), _answers(say, asked), [Button(say.plain("to-home"), HomeTap())])


def given_view(say: Say, values: Values, notice: Notice) -> Screen:
    """The curator asks an adult to help."""
    tap = CaseTap(deed="s", case=notice.about) if values["curator"] else CareTap(case=notice.about, deed="s")
    told = {name: values[name] for name in ("who", "days", "care")}
    see = [Button(say.plain("cases-open"), tap)]
    return screen(say("notice-case-given", **told), see, [Button(say.plain("to-home"), HomeTap())])


def planned_view(say: Say, values: Values, notice: Notice) -> Screen:
    """The mentee hears when to expect news."""
    del notice
    day = day_words(say, values["on"])
    return screen(say("notice-case-plan", day=day), [Button(say.plain("to-home"), HomeTap())])


def router() -> Router:
    """Everybody's side of being without a pair; the services ask the table of rights."""
    routes = Router(name="being-without-a-pair")
    routes.callback_query.register(answered, AnswerTap.filter())
    routes.callback_query.register(listed, CaresTap.filter())
    routes.callback_query.register(tapped, CareTap.filter())
    return routes
