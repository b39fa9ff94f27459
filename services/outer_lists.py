"""Options that stand outside a questionnaire: areas, forms one may wish for, the people of the other side.

A list that is empty for somebody means that its question is not asked: what is run for them leaves nothing to choose.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mentoring.naming import shown
from mentoring.people import Kind, MentoringForm, Side, Speaker
from mentoring.preferences import NAMES
from mentoring.questionnaire import Option, Phrase
from mentoring.questionnaire_catalogue import wish_options
from mentoring.standing import Participation
from services.filling import Lister
from storage import areas, asking, guests, standing
from storage import people as persons
from storage.database import Transaction
from storage.drafts import Submission

_ANY = "any"


def listers() -> Mapping[str, Lister]:
    """Who gives the options of each outer list, by its name."""
    return {
        "areas.csv": _areas,
        "pupil_areas.csv": _pupil_areas,
        "from_whom.csv": lambda tx, speaker: _wishes(tx, speaker, "from_whom.csv"),
        "to_whom.csv": lambda tx, speaker: _wishes(tx, speaker, "to_whom.csv"),
        "others.csv": _others,
        "languages.csv": lambda tx, speaker: areas.several(tx, speaker.school_id, "language"),
        "buildings.csv": lambda tx, speaker: areas.several(tx, speaker.school_id, "building"),
    }


def every(tx: Transaction, viewer: Speaker, named: Iterable[Submission] = ()) -> dict[str, tuple[Option, ...]]:
    """All options there are or were, for reading what somebody has answered; `named` are answers that name people."""
    labels = tuple(Option(name, label) for name, label in areas.labels(tx, viewer.school_id).items())
    return {
        "areas.csv": labels,
        "pupil_areas.csv": labels,
        "languages.csv": labels,
        "buildings.csv": labels,
        "from_whom.csv": wish_options("from_whom.csv"),
        "to_whom.csv": wish_options("to_whom.csv"),
        "others.csv": _meant(tx, viewer, named),
    }


def _meant(tx: Transaction, viewer: Speaker, named: Iterable[Submission]) -> tuple[Option, ...]:
    chosen = [answer for each in named for name, answer in each.answers.items() if name in NAMES]
    parts = {
        part for each in chosen for part in (each if isinstance(each, tuple) else (str(each),)) if part.isdecimal()
    }
    rows = tx.all(f"SELECT id, person_id FROM participations WHERE id IN ({','.join(parts)})") if parts else []
    known = persons.some(tx, (row["person_id"] for row in rows))
    return tuple(
        Option(str(row["id"]), Phrase({viewer.language: shown(known[row["person_id"]], viewer)}))
        for row in rows
        if known[row["person_id"]].school_id == viewer.school_id
    )


def people(tx: Transaction, viewer: Speaker, programme_id: int, form: str, side: Side) -> tuple[Option, ...]:
    """Those of one side of a form who lack nothing, by name, as the viewer may see them."""
    found = [each for each in standing.of_programme(tx, programme_id, form, side) if each.ready]
    named = sorted((shown(each.person, viewer), each.participation.id) for each in found)
    return tuple(Option(str(number), Phrase({viewer.language: name})) for name, number in named)


def _areas(tx: Transaction, speaker: Speaker) -> tuple[Option, ...]:
    """Pupils and those who help only pupils choose from the pupils' areas; a teacher's list has those of teachers."""
    person = speaker.person
    if person is None:
        return ()
    if person.kind in (Kind.PUPIL, Kind.STUDENT, Kind.PARTNER):
        return areas.options(tx, person.school_id, "pupil")
    asked = _asked(tx, speaker)
    if asked is not None and asked.side is Side.MENTOR and MentoringForm.TEACHER_TEACHER not in _possible(asked):
        return ()
    return areas.options(tx, person.school_id, "teacher")


def _pupil_areas(tx: Transaction, speaker: Speaker) -> tuple[Option, ...]:
    """The areas in which a teacher may help a pupil."""
    asked = _asked(tx, speaker)
    if speaker.person is None or asked is None or MentoringForm.TEACHER_PUPIL not in _possible(asked):
        return ()
    return areas.options(tx, speaker.person.school_id, "pupil")


def _wishes(tx: Transaction, speaker: Speaker, name: str) -> tuple[Option, ...]:
    """The forms that are run for this participant, where there are several, and «не важно»."""
    asked = _asked(tx, speaker)
    forms = _possible(asked) if asked is not None else ()
    if len(forms) < 2:
        return ()
    return tuple(each for each in wish_options(name) if each.name in (*forms, _ANY))


def _others(tx: Transaction, speaker: Speaker) -> tuple[Option, ...]:
    """The other side of the participant's form, never they themselves."""
    return others_of(tx, speaker, _asked(tx, speaker))


def others_of(tx: Transaction, viewer: Speaker, part: Participation | None) -> tuple[Option, ...]:
    """The other side of a participation's form, as the viewer may see them: those who came to the group meeting, if any."""
    if part is None or not part.form:
        return ()
    other = Side.MENTOR if part.side is Side.MENTEE else Side.MENTEE
    found = people(tx, viewer, part.programme_id, part.form, other)
    gathering = asking.preferring(tx, part.id)
    if gathering is None:
        return found
    came = {str(each.participation_id) for each in guests.every(tx, gathering, came=True)}
    return tuple(each for each in found if each.name in came)


def _possible(part: Participation) -> tuple[MentoringForm, ...]:
    return part.fitting or ((MentoringForm(part.form),) if part.form else ())


def _asked(tx: Transaction, speaker: Speaker) -> Participation | None:
    """The participation which the questionnaire on the screen is about, if it is the speaker's own."""
    row = tx.one(
        "SELECT d.about FROM accounts a JOIN drafts d ON d.id = a.draft_id WHERE a.id = :account",
        account=speaker.account_id,
    )
    found = standing.participation(tx, row["about"]) if row is not None else None
    return found if found is not None and speaker.person is not None and found.person_id == speaker.person.id else None
