"""What third parties are asked about mentees (stage 2 of the roadmap, «сбор дополнительной информации»), and who reads it.

A class teacher, psychologist, social worker and parent speak of pupils, a methodist of teachers. Nobody is asked about
health or for labels: what helps, what is strong, with whom it works well. The mentor, the mentee and peers read none.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from mentoring.people import Kind, Role
from mentoring.questionnaire import Answer
from mentoring.rights import Deed


class Party(StrEnum):
    """Who is asked."""

    CLASS_TEACHER = "class_teacher"
    PSYCHOLOGIST = "psychologist"
    SOCIAL_WORKER = "social_worker"
    PARENT = "parent"
    METHODIST = "methodist"


ROLES: Mapping[Party, Role] = MappingProxyType(
    {party: Role.GUARDIAN if party is Party.PARENT else Role(party.value) for party in Party}
)
"""In what capacity a party speaks."""

DEEDS: Mapping[Party, Deed] = MappingProxyType(
    {
        Party.CLASS_TEACHER: Deed.NOTE_AS_CLASS_TEACHER,
        Party.PSYCHOLOGIST: Deed.NOTE_AS_PSYCHOLOGIST,
        Party.SOCIAL_WORKER: Deed.NOTE_AS_SOCIAL_WORKER,
        Party.PARENT: Deed.NOTE_AS_PARENT,
        Party.METHODIST: Deed.NOTE_ABOUT_TEACHERS,
    }
)

READ_BY: Mapping[Party, Deed] = MappingProxyType(
    {
        Party.CLASS_TEACHER: Deed.READ_NOTES,
        Party.PSYCHOLOGIST: Deed.READ_PSYCHOLOGIST_NOTES,
        Party.SOCIAL_WORKER: Deed.READ_NOTES,
        Party.PARENT: Deed.READ_NOTES,
        Party.METHODIST: Deed.READ_TEACHER_NOTES,
    }
)
"""The right to read all of what a party said; of the psychologist's the curator reads `FOR_CURATOR` and no more."""

FOR_CURATOR = frozenset({"readiness", "advice", "strong"})  # each says on itself that the curator sees it


def asked_about(kind: Kind) -> tuple[Party, ...]:
    """Who is asked about a mentee of this kind."""
    match kind:
        case Kind.PUPIL:
            return (Party.CLASS_TEACHER, Party.PSYCHOLOGIST, Party.SOCIAL_WORKER, Party.PARENT)
        case Kind.TEACHER:
            return (Party.METHODIST,)
        case _:
            return ()


def form_of(party: Party) -> str:
    """The key of the questionnaire a party answers."""
    return f"note_{party}"


def for_curator(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """What of a psychologist's answers is meant for the curator: nothing that is not named is."""
    return {name: answer for name, answer in answers.items() if name in FOR_CURATOR}
