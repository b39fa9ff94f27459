"""Buttons of the log and the diary."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from mentoring.diary import Line


class ScoreTap(CallbackData, prefix="msc1"):
    """How one found a meeting, from 1 to 5."""

    meeting: int
    points: int


class RollTap(CallbackData, prefix="mwho1"):
    """Who of a group came: whom the mentor tapped, or nobody: «Готово». `entry`: back to the diary's entry."""

    meeting: int
    person: int = 0
    done: bool = False
    entry: bool = False


class EntryTap(CallbackData, prefix="ent1"):
    """An entry of the diary: s see it, w the other way of meeting, v listen, l log it, r put the log right, p who came, else the line to write."""

    meeting: int
    do: str = "s"


LINES = {"t": Line.TOPIC, "c": Line.SUMMARY, "a": Line.TASK, "d": Line.TROUBLE, "n": Line.NOTE}


class PagedTap(CallbackData, prefix="dip1"):
    """Earlier meetings, before a moment (seconds)."""

    match: int
    before: int


class DiaryTap(CallbackData, prefix="dia1"):
    """A pair's diary: d as DOCX, x as XLSX, u a meeting that was not planned."""

    match: int
    do: str


class WatchDiaryTap(CallbackData, prefix="wdi1"):
    """The same for curators: s see, c checked, d, x, f, v listen to what was said of a meeting; a every diary."""

    match: int = 0
    do: str = "s"
    meeting: int = 0
