"""The registers every school keeps, the base of mentees and the base of mentors, in official columns (R-145)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from locales.words import Words
from papers.workbook import Column, Sheet


@dataclass(frozen=True, slots=True)
class MenteeEntry:
    """A line of the base of mentees without its number; what is not known yet is None."""

    name: str
    contact: str | None = None
    birth_year: int | None = None
    request: str | None = None
    joined: date | None = None
    mentor: str | None = None
    form: str | None = None
    mentor_place: str | None = None
    finished: date | None = None
    results: str | None = None
    story: str | None = None
    passed: str | None = None


@dataclass(frozen=True, slots=True)
class MentorEntry:
    """A line of the base of mentors without its number; what is not known yet is None."""

    name: str
    contact: str | None = None
    place: str | None = None
    competences: str | None = None
    achievements: str | None = None
    interests: str | None = None
    wished_age: str | None = None
    time: str | None = None
    joined: date | None = None
    mentees: str | None = None
    form: str | None = None
    mentee_place: str | None = None
    finished: date | None = None
    results: str | None = None
    story: str | None = None


# The official columns in the official order; each stands under the heading paper-mentee-… or paper-mentor-….
MENTEE_COLUMNS = {
    "number": 5,
    "name": 30,
    "contact": 28,
    "birth-year": 12,
    "request": 34,
    "joined": 13,
    "mentor": 30,
    "form": 18,
    "mentor-place": 22,
    "finished": 13,
    "results": 34,
    "story": 30,
    "passed": 16,
}
MENTOR_COLUMNS = {
    "number": 5,
    "name": 30,
    "contact": 28,
    "place": 22,
    "competences": 34,
    "achievements": 34,
    "interests": 28,
    "wished-age": 14,
    "time": 18,
    "joined": 13,
    "mentees": 30,
    "form": 18,
    "mentee-place": 22,
    "finished": 13,
    "results": 34,
    "story": 30,
}


def mentees_sheet(title: str, entries: Iterable[MenteeEntry], words: Words, language: str = "ru") -> Sheet:
    """Return the base of mentees: 13 columns, numbered lines."""
    rows = (
        (
            number,
            entry.name,
            entry.contact,
            entry.birth_year,
            entry.request,
            entry.joined,
            entry.mentor,
            entry.form,
            entry.mentor_place,
            entry.finished,
            entry.results,
            entry.story,
            entry.passed,
        )
        for number, entry in enumerate(entries, 1)
    )
    return Sheet(title, columns("mentee", MENTEE_COLUMNS, words, language), rows)


def mentors_sheet(title: str, entries: Iterable[MentorEntry], words: Words, language: str = "ru") -> Sheet:
    """Return the base of mentors: 16 columns, numbered lines."""
    rows = (
        (
            number,
            entry.name,
            entry.contact,
            entry.place,
            entry.competences,
            entry.achievements,
            entry.interests,
            entry.wished_age,
            entry.time,
            entry.joined,
            entry.mentees,
            entry.form,
            entry.mentee_place,
            entry.finished,
            entry.results,
            entry.story,
        )
        for number, entry in enumerate(entries, 1)
    )
    return Sheet(title, columns("mentor", MENTOR_COLUMNS, words, language), rows)


def columns(table: str, widths: dict[str, int], words: Words, language: str) -> list[Column]:
    """Return columns headed by the words paper-<table>-<column>."""
    return [Column(words.plain(f"paper-{table}-{name}", language), width) for name, width in widths.items()]
