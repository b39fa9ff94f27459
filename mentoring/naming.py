"""How a person is shown to a viewer: the only place where a name becomes text.

A guard test sees to it that nothing else reads the parts of a name. A mode in which the messenger never sees a surname
is a change of this one module.
"""

from __future__ import annotations

from mentoring.people import Kind, Person, Speaker
from mentoring.rights import Deed, may


def shown(person: Person, viewer: Speaker) -> str:
    """The name as the viewer may see it in chat.

    Those who may see people (the curator) see surname and name; the person sees the own given name; everyone else a
    given name with an initial, or name and patronymic of a grown-up. A person without a name yet is a code.
    """
    name = person.name
    if not name:
        return person.code
    if viewer.person is not None and viewer.person.id == person.id:
        return name.given
    if _sees_whole(viewer, person):
        return " ".join(part for part in (name.family, name.given) if part)
    if name.patronymic and person.kind is not Kind.PUPIL:
        return f"{name.given} {name.patronymic}"
    return f"{name.given} {name.family[:1]}." if name.family else name.given


def full(person: Person, viewer: Speaker) -> str:
    """Surname, name and patronymic for a paper, which only those who may see people make."""
    if not _sees_whole(viewer, person) and not (viewer.person and viewer.person.id == person.id):
        return shown(person, viewer)
    name = person.name
    return " ".join(part for part in (name.family, name.given, name.patronymic) if part) or person.code


def _sees_whole(viewer: Speaker, person: Person) -> bool:
    return viewer.person is not None and viewer.person.school_id == person.school_id and may(viewer, Deed.SEE_PEOPLE)
