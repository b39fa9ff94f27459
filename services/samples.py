"""Options of lists that stand outside a questionnaire, for whoever tries it out or takes it out: nobody in particular."""

from __future__ import annotations

from mentoring.questionnaire import Option, Phrase
from mentoring.questionnaire_catalogue import wish_options
from storage import areas
from storage.database import Transaction

_PLACES = {"languages.csv": "language", "buildings.csv": "building"}
_WISHES = ("from_whom.csv", "to_whom.csv")


def sample(tx: Transaction, school_id: int, key: str, name: str) -> tuple[Option, ...]:
    """The school's areas and the forms one may wish for as they are; of lists of people some numbers."""
    if name == "areas.csv":
        return areas.options(tx, school_id, "teacher" if "teacher" in key.split("_") else "pupil")
    if name == "pupil_areas.csv":
        return areas.options(tx, school_id, "pupil")
    if name in _PLACES:
        return areas.several(tx, school_id, _PLACES[name])
    if name in _WISHES:
        return wish_options(name)
    return tuple(Option(str(number), Phrase({"ru": f"\N{NUMERO SIGN} {number}"})) for number in range(1, 4))
