"""Who may be asked a questionnaire and has not sent it: for printing, and for the share of those who answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mentoring.people import Person
from mentoring.standing import Standing
from services.paper_sheets import keys_of
from storage import asking, feedback, paper_entry, schools, standing
from storage.asking import Round
from storage.database import Transaction

_ASKED = ("application_", "entry_", "interim_", "final_", "preferences_")


def waited_for(tx: Transaction, school: int, key: str) -> int | None:
    """How many have been asked this and have not sent it; None where nobody in particular is asked."""
    if not key.startswith(_ASKED):
        return None
    found = lacking(tx, school, key)
    if not key.startswith("interim_"):
        return sum(1 for _ in found)
    asked = feedback.asked_of_school(tx, school)
    return sum((person.id, match) in asked for person, match in found)


def lacking(tx: Transaction, school: int, key: str) -> Iterator[tuple[Person, int]]:
    """Everyone who may be asked this and has not sent it, with what it would be about. A fixed number of queries."""
    programme = schools.programme(tx, school)
    if programme is None:
        return
    standings = standing.of_programme(tx, programme.id)
    if key.startswith("interim_"):
        allowed = {each.participation.id: each.person for each in standings if each.may_answer}
        for participation, match in paper_entry.without_feedback(tx, programme.id, key):
            if participation in allowed:
                yield allowed[participation], match
        return
    if key.startswith("final_"):
        yield from _without_final(tx, programme.id, standings, key)
        return
    if key.startswith("preferences_"):
        yield from _without_preferences(tx, programme.id, standings, key)
        return
    for each in standings:
        sent = each.participation.applied_at if key.startswith("application_") else each.participation.entered_at
        if each.may_answer and sent is None and (key, each.participation.id) in keys_of(each):
            yield each.person, each.participation.id


def _without_final(
    tx: Transaction, programme: int, standings: Iterable[Standing], key: str
) -> Iterator[tuple[Person, int]]:
    """Those who have worked in a form and have not sent the final questionnaire of their side, once it is asked for."""
    _, side, form = key.split("_", 2)
    if not any(each.form == form and each.since[Round.FINAL] for each in asking.forms(tx, programme)):
        return
    done = {number for number, _ in asking.answered(tx, programme, form, Round.FINAL)}
    owing = {number for number, _ in asking.worked(tx, programme, form)} - done
    for each in standings:
        if each.may_answer and each.participation.side == side and each.participation.id in owing:
            yield each.person, each.participation.id


def _without_preferences(
    tx: Transaction, programme: int, standings: Iterable[Standing], key: str
) -> Iterator[tuple[Person, int]]:
    """Those of one side who were asked after a group meeting and have not answered."""
    side = key.split("_")[1]
    owing = asking.owing_preferences(tx, programme)
    for each in standings:
        part = each.participation
        if each.may_answer and part.side == side and part.id in owing:
            yield each.person, part.id
