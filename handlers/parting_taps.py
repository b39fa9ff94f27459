"""What the buttons about ending, changing and pausing pairs carry: ids and places in short lists, never names."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from mentoring.partings import Away, Wanted


class ChangeTap(CallbackData, prefix="prm1"):
    """«Изменить пару», from the pair's screen."""

    match: int


class LegTap(CallbackData, prefix="prl1"):
    """One mentee's place of it, or a child's pair; `whole`: the mentor means the whole group."""

    member: int
    whole: bool = False


class AskTap(CallbackData, prefix="prask1"):
    """«Хочу другого …», «Хочу закончить»: the reason is asked next."""

    member: int
    kind: Wanted
    whole: bool = False


class TakeBackTap(CallbackData, prefix="prb1"):
    """«Забрать просьбу»."""

    member: int


class DutyTap(CallbackData, prefix="prd1"):
    """«Отказаться от функции наставника»: asked first, then sure."""

    member: int
    sure: int = 0


class SeekTap(CallbackData, prefix="prseek1"):
    """«Вернуться в поиск?»: yes, or not now."""

    participation: int
    yes: bool


class RequestsTap(CallbackData, prefix="prq1"):
    """Requests that wait for the curator, after an id."""

    after: int = 0


class RequestTap(CallbackData, prefix="prr1"):
    """One request: s see it, k talk and keep, f find another, c close: the ground, then (`ground`) the day (`ago`); y sure.

    A ground stands by its place in the list; −1: not chosen yet.
    """

    parting: int
    step: str = "s"
    ground: int = -1
    ago: int = -1


class EndTap(CallbackData, prefix="pre1"):
    """«Закрыть пару» from its card: whom (`member` 0), then the ground, the day, sure."""

    match: int
    member: int = 0
    whole: bool = False
    ground: int = -1
    ago: int = -1
    sure: int = 0


class PauseTap(CallbackData, prefix="psa1", sep="|"):
    """A pause of the mentor of a match: the reason, then the day of return (`leaf`: '', a month or a day)."""

    match: int
    reason: Away | None = None
    leaf: str = ""


class BackTap(CallbackData, prefix="psb1"):
    """About a pause that is on: s see it, b back, n cannot go on (asked first), y sure."""

    pause: int
    step: str = "s"


class PausesTap(CallbackData, prefix="psl1"):
    """For curators: whose day of return has gone by without a word."""
