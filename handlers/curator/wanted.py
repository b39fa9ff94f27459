"""Whom a list shows, short enough for a button: `7-Б-e-0-k-`, no names."""

from __future__ import annotations

from collections.abc import Mapping

from mentoring.people import Kind, MentoringForm, Side
from mentoring.standing import Lack
from services.people import Roll, Wanted

_SIDES = {"r": Side.MENTOR, "e": Side.MENTEE}
_FORMS = {str(number): form.value for number, form in enumerate(MentoringForm)}
_KINDS = {str(number): kind for number, kind in enumerate(Kind)}
_SIGNS: dict[str, Roll | Lack] = dict(zip("abcdefghijklmnopqrstuvwxyz", (*Roll, *Lack), strict=False))
_ANY_LETTER = "*"


def to_code(wanted: Wanted) -> str:
    """The filters as a short text; what is searched for by name stays with the account."""
    level = "" if wanted.level is None else str(wanted.level)
    letter = _ANY_LETTER if wanted.letter is None else wanted.letter
    parts = (
        level,
        letter if level else "",
        _key(_SIDES, wanted.side),
        _key(_FORMS, wanted.form),
        _key(_SIGNS, wanted.sign),
        _key(_KINDS, wanted.kind),
    )
    return "" if not any(parts) else "-".join(parts)


def from_code(code: str) -> Wanted:
    """The filters of a button; a code nobody made is no filter."""
    parts = code.split("-")
    if len(parts) != 6 or not (parts[0] == "" or parts[0].isdecimal()):
        return Wanted()
    level, letter, side, form, sign, kind = parts
    return Wanted(
        level=int(level) if level else None,
        letter=None if letter == _ANY_LETTER or not level else letter,
        side=_SIDES.get(side),
        form=_FORMS.get(form, ""),
        sign=_SIGNS.get(sign),
        kind=_KINDS.get(kind),
    )


def _key(codes: Mapping[str, object], value: object) -> str:
    return next((code for code, each in codes.items() if each == value), "")
