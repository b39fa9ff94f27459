"""The diary of a pair or group: a table in DOCX with the usual columns, and the same as XLSX, one sheet a pair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from locales.words import Words
from mentoring.diary import Diary, Entry, EntryState, Line, Moved
from mentoring.exported import Named
from papers.consent_ledger import place_words
from papers.dates import date_in_figures, date_in_words
from papers.word_template import fill, shipped_template
from papers.workbook import Cell, Column, Sheet, workbook

TEMPLATE = "meeting_diary.docx"

_COLUMNS = {  # column and its width in signs; `whole` ones are the curator's
    **{"number": 5, "date": 12, "time": 16, "kind": 16, "state": 18, "way": 18, "topic": 26, "summary": 34},
    **{"result": 13, "task": 28, "trouble": 26, "came": 24, "absent": 24, "mentor_score": 13, "mentee_score": 17},
    **{"moves": 28, "check": 13},
}


def printed_diary(diary: Diary) -> bytes:
    """Return the diary as DOCX in Russian from our template, with nothing else to bring along: for a worker process."""
    return diary_paper(diary, Words.shipped())


def diary_paper(diary: Diary, words: Words, template: bytes | None = None, language: str = "ru") -> bytes:
    """Return the diary as DOCX, from the school's template or ours.

    Raises UnfitTemplateError for a template that cannot be filled.
    """
    return fill(template or shipped_template(TEMPLATE), diary_values(diary, words, language))


def diary_book(diaries: Sequence[Diary], language: str = "ru") -> bytes:
    """Return the diaries as XLSX, a sheet each: for a worker process."""
    words = Words.shipped()
    return workbook((_sheet(each, words, language) for each in diaries), ZoneInfo(diaries[0].zone))


def head_values(diary: Diary, words: Words, language: str) -> dict[str, object]:
    """What stands at the head of every paper about a pair: whose it is, of which form, from when until when."""
    return {
        "school": diary.school,
        "programme": diary.title or words.plain("orders-programme", language, year=str(diary.starts.year)),
        "form": words.plain("matching-form", language, form=diary.form),
        "role_model": role_model(words, diary.role_model, language),
        "mentor": person(diary.mentor, words, language),
        "mentees": [person(each, words, language) for each in diary.mentees],
        "starts": date_in_words(words, diary.starts, language),
        "ends": date_in_words(words, diary.ends, language),
        "made": date_in_words(words, diary.made_on, language),
    }


def diary_values(diary: Diary, words: Words, language: str = "ru") -> dict[str, object]:
    """Return every variable the template may use; templates/ru/README.md lists them."""
    spoken = _Spoken(diary, words, language)
    return {
        **head_values(diary, words, language),
        "grouped": diary.grouped,
        "whole": diary.whole,
        "meetings": [spoken.row(number, each) for number, each in enumerate(diary.entries, 1)],
        "totals": totals(diary, words, language),
    }


def totals(diary: Diary, words: Words, language: str) -> str:
    """How many meetings were held, missed, called off, are planned or not logged; how many hours in all."""
    return words.plain(
        "diary-totals",
        language,
        held=diary.count(EntryState.HELD),
        missed=diary.count(EntryState.MISSED),
        cancelled=diary.count(EntryState.CANCELLED),
        planned=diary.count(EntryState.PLANNED),
        unlogged=diary.count(EntryState.UNLOGGED),
        hours=hours(words, diary.minutes, language),
    )


def hours(words: Words, minutes: int, language: str) -> str:
    """Minutes as hours and minutes."""
    return words.plain("diary-hours", language, hours=minutes // 60, minutes=minutes % 60)


def person(who: Named, words: Words, language: str) -> dict[str, object]:
    """Somebody of the pair by name and class or post."""
    return {"name": who.name, "place": place_words(who.place, words, language) or ""}


def role_model(words: Words, model: str, language: str) -> str:
    """The role model in words; empty where there is none."""
    return words.plain("form-choice-model", language, model=model) if model else ""


class _Spoken:
    """Entries in words."""

    def __init__(self, diary: Diary, words: Words, language: str) -> None:
        self._diary = diary
        self._words = words
        self._language = language

    def row(self, number: int, entry: Entry) -> dict[str, object]:
        """One meeting, every column a text."""
        held = entry.state is EntryState.HELD
        line = {each: entry.texts.get(each, "") for each in Line}
        summary = "\n".join(each for each in (line[Line.SUMMARY], line[Line.NOTE], self._voices(entry)) if each)
        return {
            "number": str(number),
            "date": date_in_figures(entry.starts.date()),
            "time": self._say("diary-time", time=f"{entry.starts:%H:%M}", minutes=entry.minutes, held=_yes(held)),
            "kind": self._say("diary-kind", kind=entry.kind.value),
            "state": self._say("diary-state", state=entry.state.value),
            "way": self._way(entry),
            "topic": line[Line.TOPIC],
            "summary": summary,
            "result": self._say("diary-result", result=entry.result) if held and entry.result else "",
            "task": line[Line.TASK],
            "trouble": line[Line.TROUBLE],
            "came": ", ".join(entry.came),
            "absent": ", ".join(entry.absent),
            "mentor_score": str(entry.mentor_score or ""),
            "mentee_score": ", ".join(map(str, entry.mentee_scores)),
            "moves": "\n".join(map(self._moved, entry.moves)),
            "check": date_in_figures(entry.checked_on) if entry.checked_on else "",
        }

    def cells(self, number: int, entry: Entry) -> Iterable[Cell]:
        """The same as cells: numbers and dates stay such."""
        row = self.row(number, entry)
        scores = entry.mentee_scores
        own: dict[str, Cell] = {
            "number": number,
            "date": entry.starts.date(),
            "mentor_score": entry.mentor_score,
            "mentee_score": scores[0] if len(scores) == 1 else str(row["mentee_score"]),
            "check": entry.checked_on,
        }
        for name in self.columns():
            yield own[name] if name in own else str(row[name]) or None

    def columns(self) -> list[str]:
        """Which columns this diary has."""
        left = {"mentee_score"} if not self._diary.whole else set()
        if not self._diary.grouped:
            left |= {"came", "absent"}
        return [name for name in _COLUMNS if name not in left]

    def heading(self, name: str) -> str:
        """What a column is called."""
        return self._say(f"diary-column-{name.replace('_', '-')}")

    def _way(self, entry: Entry) -> str:
        way = self._say("diary-way", way=entry.way.value)
        return f"{way}, {entry.place}" if entry.place else way

    def _voices(self, entry: Entry) -> str:
        return self._say("diary-paper-voices", count=entry.voices) if entry.voices else ""

    def _moved(self, moved: Moved) -> str:
        told = self._say(
            "diary-moved",
            what="moved" if moved.now else "cancelled",
            was=f"{moved.was:%d.%m %H:%M}",
            now=f"{moved.now:%d.%m %H:%M}" if moved.now else "",
        )
        if moved.by is None:
            return told
        who = self._say("diary-moved-by", by=moved.by.value, reason=moved.reason or "none")
        return f"{told} ({who})"

    def _say(self, words: str, **values: object) -> str:
        return self._words.plain(words, self._language, **values)


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _sheet(diary: Diary, words: Words, language: str) -> Sheet:
    spoken = _Spoken(diary, words, language)
    columns = [Column(spoken.heading(name), _COLUMNS[name]) for name in spoken.columns()]
    title = " - ".join([diary.mentor.name, ", ".join(each.name for each in diary.mentees)])
    rows = (list(spoken.cells(number, each)) for number, each in enumerate(diary.entries, 1))
    return Sheet(title, columns, rows)
