"""Finds a questionnaire by school and version: the one in force for new answers, the one an answer was given to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mentoring.questionnaire import Form, Style
from mentoring.xlsform import load_form
from storage import form_versions
from storage.database import Transaction


class Forms:
    """Every form by its key. What was read once is remembered: a version never changes."""

    def __init__(self, shipped: Mapping[str, Form]) -> None:
        self._shipped = shipped
        self._parsed: dict[str, Form] = {}
        self._found: dict[tuple[int, str, str], Form] = {}

    def __contains__(self, key: object) -> bool:
        return key in self._shipped

    def __iter__(self) -> Iterator[str]:
        return iter(self._shipped)

    def shipped(self, key: str) -> Form:
        """The form as it comes with the programme. Raises KeyError."""
        return self._shipped[key]

    def in_force(self, tx: Transaction, school_id: int | None, key: str) -> Form:
        """The form for new answers: the school's own version, else the shipped one. Raises KeyError."""
        shipped = self._shipped[key]
        if school_id is None or shipped.style is Style.QUICK:
            return shipped
        own = form_versions.in_force(tx, school_id, key)
        return shipped if own is None else self.of(tx, school_id, key, own.version)

    def of(self, tx: Transaction, school_id: int | None, key: str, version: str) -> Form:
        """The form in the version an answer was given to; if nobody knows it any more, the one in force.

        Costs nothing for the shipped version and for what was read before. Raises KeyError for an unknown key.
        """
        shipped = self._shipped[key]
        if version == shipped.version:
            return shipped
        known = self._found.get((school_id or 0, key, version))
        if known is not None:
            return known
        source = form_versions.source(tx, school_id, key, version)
        if source is None:
            return self.in_force(tx, school_id, key)
        return self._found.setdefault((school_id or 0, key, version), self._read(key, *source))

    def _read(self, key: str, source: str, digest: str) -> Form:
        if digest not in self._parsed:
            self._parsed[digest] = load_form(source, key)
        return self._parsed[digest]
