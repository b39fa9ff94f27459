"""What fits two people of a pair, as one of them is told: shared areas and hours, and what the other side said."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring import free_time
from mentoring.people import Side
from mentoring.questionnaire import Phrase
from storage import applications, areas, people, standing
from storage.database import Transaction
from storage.matches import Member


@dataclass(frozen=True, slots=True)
class Fit:
    """What is asked for and offered, when both are free, the other side's own words."""

    areas: tuple[Phrase, ...]
    slots: tuple[str, ...]
    words: str  # the mentee's request for a mentor, the mentor's competences for a mentee


def fit_of(tx: Transaction, member: Member, side: Side) -> Fit:
    """What speaks for a pair, told to one side of it."""
    stands = [standing.of_participation(tx, each) for each in (member.mentee_id, member.mentor_id)]
    sent = applications.of(tx, [each for each in stands if each is not None])
    mentee, mentor = (sent[key].answers if key in sent else {} for key in (member.mentee_id, member.mentor_id))
    labels = areas.labels(tx, people.get(tx, member.mentor_person).school_id)
    common = sorted({*_names(mentee.get("areas"))} & {*_names(mentor.get("areas"))})
    words = mentor.get("competences") if side is Side.MENTEE else mentee.get("request")
    return Fit(
        areas=tuple(labels[each] for each in common if each in labels),
        slots=free_time.common(_names(mentee.get("free")), _names(mentor.get("free"))),
        words=words if isinstance(words, str) else "",
    )


def _names(answer: object) -> tuple[str, ...]:
    return answer if isinstance(answer, tuple) else ()
