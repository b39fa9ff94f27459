"""A participant's questionnaires: their state on the home screen, the next one to fill in, changing what was sent."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers import home
from handlers.chat import Chat
from handlers.home import Panel
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, screen
from locales.words import Say
from mentoring.people import Side, Speaker
from mentoring.rights import Deed, may
from mentoring.standing import Lack
from services.filling import Filling
from services.participation import Participation, Place, Received, Sheet
from services.turns import Turn


class FillTap(CallbackData, prefix="fil1"):
    """Open a questionnaire of a participation: to fill it in, to go on, to change what was sent."""

    form: str
    about: int


class SheetsTap(CallbackData, prefix="shs1"):
    """«Мои анкеты»."""


class AlsoTap(CallbackData, prefix="als1"):
    """«Хочу ещё и помогать», «Нужен ещё и наставник»: another side, in another form."""

    side: Side


async def panel(say: Say, speaker: Speaker, participation: Participation) -> Panel | None:
    """What was sent, what is next, whom the participant waits for. Until the consent is complete there is nothing."""
    if not may(speaker, Deed.FILL_QUESTIONNAIRES):
        return None
    places = [place for place in await participation.places(speaker) if place.standing.may_answer and place.sheets]
    lines: list[str] = []
    rows: list[Row] = []
    aside: list[Row] = []
    for place in places:
        if len(places) > 1:
            lines.append(_side(say, place))
        lines += _lines(say, place)
        sheet = place.next_sheet
        if sheet is not None and not sheet.begun:  # one that was begun is offered by «Вы остановились»
            rows.append([_button(say, place, sheet, "participant-fill", several=len(places) > 1)])
    lines += _until(say, places)
    if any(sheet.sent_on for place in places for sheet in place.sheets):
        aside.append([Button(say.plain("participant-sheets"), SheetsTap())])
    return Panel(lines, rows, aside) if lines or rows or aside else None


async def sheets(chat: Chat, say: Say, speaker: Speaker, participation: Participation) -> None:
    """«Мои анкеты»: each with its state, and until when it may be changed."""
    lines: list[str] = [say("participant-sheets-title")]
    rows: list[Row] = []
    found = [place for place in await participation.places(speaker) if place.sheets]
    for place in found:
        lines += ["", _side(say, place), *(_state(say, place, sheet) for sheet in place.sheets)]
        lines.append(say("participant-changeable" if place.changeable else "participant-fixed"))
        rows += [
            [
                _button(
                    say,
                    place,
                    sheet,
                    "participant-change" if sheet.sent_on else "participant-fill",
                    several=len(found) > 1,
                )
            ]
            for sheet in place.sheets
            if place.opens(sheet)
        ]
    sides = {place.standing.participation.side for place in found}
    rows += [
        [Button(say.plain("participant-also", side=side, again="yes" if side in sides else "no"), AlsoTap(side=side))]
        for side in await participation.addable(speaker)
    ]
    await chat.show(screen("\n".join(lines), *rows, [Button(say.plain("to-home"), HomeTap())]))


async def fill(
    chat: Chat, say: Say, speaker: Speaker, callback_data: FillTap, filling: Filling, after: Mapping[str, Continuation]
) -> None:
    """Open a questionnaire where it was left, or at the review of what was sent."""
    await show_turn(chat, say, await filling.begin(speaker, callback_data.form, callback_data.about), after)


async def also(chat: Chat, say: Say, speaker: Speaker, callback_data: AlsoTap, participation: Participation) -> None:
    """Another side is taken: home says what is to be filled in for it."""
    await participation.add_side(speaker, callback_data.side)
    await chat.call(home.show, note=say("participant-also-done", side=callback_data.side))


async def after_sheet(chat: Chat, say: Say, turn: Turn, outcome: Received) -> None:
    """It was sent, or changed: thanks, and home, which says what is next."""
    title = turn.form.title.to(say.language)
    note: str = say("participant-sent" if outcome.first else "participant-changed", form=title)
    if outcome.places is not None and outcome.places != outcome.wished_places:
        note = f"{note}\n{say('participant-places-cut', places=outcome.places)}"
    await chat.call(home.show, note=note)


def _lines(say: Say, place: Place) -> list[str]:
    if place.match_state and place.next_sheet is None:
        return []  # the pair has a panel of its own
    wanted = place.next_sheet
    told = [each for each in place.sheets if not (each.sent_on and place.match_state)]
    lines: list[str] = [_state(say, place, sheet) for sheet in told if sheet.sent_on or not sheet.begun]
    if wanted is None and [*place.standing.lacks] == [Lack.FORM]:
        lines.append(say("participant-waits"))
    return lines


def _until(say: Say, places: list[Place]) -> list[str]:
    """Until when what is wanted is gathered, said once for all sides."""
    wanted = [(place, place.next_sheet) for place in places if place.next_sheet is not None]
    lines: list[str] = []
    until = min((place.gathered_until for place, _ in wanted if place.gathered_until is not None), default=None)
    if until is not None:
        lines.append(say("participant-until", day=say.date(until)))
    if any(not sheet.begun for _, sheet in wanted):
        lines.append(say("participant-next"))
    return lines


def _state(say: Say, place: Place, sheet: Sheet) -> str:
    kind = _kind(place, sheet)
    if sheet.sent_on is None:
        return say("participant-sheet-wanted", sheet=kind)
    if sheet.from_paper:
        return say("paper-entry-own", sheet=kind, day=say.date(sheet.changed_on or sheet.sent_on))
    if sheet.changed_on is None:
        return say("participant-sheet-sent", sheet=kind, day=say.date(sheet.sent_on))
    return say("participant-sheet-changed", sheet=kind, day=say.date(sheet.sent_on), changed=say.date(sheet.changed_on))


def _kind(place: Place, sheet: Sheet) -> str:
    if sheet is place.application:
        return "application"
    if sheet is place.entry:
        return "entry"
    return "final" if sheet is place.final else "preferences"


def _side(say: Say, place: Place) -> str:
    part = place.standing.participation
    return say("participant-side", side=str(Side(part.side)), form=part.form or "none")


def _button(say: Say, place: Place, sheet: Sheet, words: str, *, several: bool) -> Button:
    """Opens a questionnaire; whoever takes several sides reads for which."""
    kind = _kind(place, sheet)
    text = say.plain(words, sheet=kind)
    if several:
        text = f"{text} · {say.plain('participant-as', side=place.standing.participation.side)}"
    return Button(text, FillTap(form=sheet.form, about=place.standing.participation.id))


def router() -> Router:
    """Questionnaires of whoever takes part."""
    routes = Router(name="participant")
    routes.callback_query.register(fill, FillTap.filter())
    routes.callback_query.register(sheets, SheetsTap.filter())
    routes.callback_query.register(also, AlsoTap.filter())
    return routes
