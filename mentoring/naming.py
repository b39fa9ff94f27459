"""How a person is shown to a viewer: the only place where a name becomes text.

A guard test sees to it that nothing else reads the parts of a name. Where the school's mode is coded, chat never sees a
surname: `shown` and `spelled` are for chat, `full` for papers, which in that mode leave by the server only.
"""

from __future__ import annotations

from dataclasses import replace

from mentoring.people import Kind, Person, Speaker
from mentoring.privacy_mode import ShownAs
from mentoring.rights import Deed, may


def shown(person: Person, viewer: Speaker) -> str:
    """The name as the viewer may see it in chat.

    Those who may see people (the curator) see surname and name; the person sees the own given name; everyone else a
    given name with an initial, or name and patronymic of a grown-up. A person without a name yet is a code. In coded
    mode everybody sees the code, or a given name with an initial where the school chose so.
    """
    name = person.name
    if not name or viewer.privacy.by_code:
        return person.code
    if viewer.person is not None and viewer.person.id == person.id:
        return name.given or person.code
    if viewer.privacy.coded:
        return _given_and_initial(person)
    if _sees_whole(viewer, person):
        return " ".join(part for part in (name.family, name.given) if part)
    if name.patronymic and person.kind is not Kind.PUPIL:
        return f"{name.given} {name.patronymic}"
    return _given_and_initial(person)


def brief(person: Person, viewer: Speaker) -> str:
    """A name on a button that has little room: of those who see the whole name, the surname with an initial."""
    name = person.name
    if not name.family or not name.given or shown(person, viewer) != f"{name.family} {name.given}":
        return shown(person, viewer)
    return f"{name.family} {name.given[:1]}."


def spelled(person: Person, viewer: Speaker) -> str:
    """Surname, name and patronymic on a screen of those who may see people; in coded mode what they are shown."""
    return shown(person, viewer) if viewer.privacy.coded else full(person, viewer)


def full(person: Person, viewer: Speaker) -> str:
    """Surname, name and patronymic for a paper, which only those who may see people make; never for a screen."""
    if not _sees_whole(viewer, person) and not (viewer.person and viewer.person.id == person.id):
        return shown(person, viewer)
    return _whole(person)


def on_consent(person: Person, viewer: Speaker) -> str:
    """The whole name on a consent to be signed, for those who may print it; a class teacher gets blanks of the own class."""
    if viewer.person is None or not may(viewer, Deed.PRINT_CLASS_CONSENTS):
        return full(person, viewer)
    return _whole(person) if viewer.person.school_id == person.school_id else shown(person, viewer)


def initialled(person: Person, viewer: Speaker) -> str:
    """A given name with an initial, or name and patronymic of a grown-up, for a picture; in coded mode always the code."""
    if not person.name or viewer.privacy.coded:
        return person.code
    if person.name.patronymic and person.kind is not Kind.PUPIL:
        return f"{person.name.given} {person.name.patronymic}"
    return _given_and_initial(person)


def for_safety(person: Person, viewer: Speaker) -> str:
    """The whole name of a pupil for the adult who answers for their concern; in coded mode the code."""
    if viewer.privacy.coded or viewer.person is None or viewer.person.school_id != person.school_id:
        return shown(person, viewer)
    return _whole(person)


def first_name(person: Person) -> str:
    """The given name alone, for a slip handed out in person."""
    return person.name.given or person.code


def named(person: Person, viewer: Speaker) -> bool:
    """Whether the viewer sees a name and not a code: in coded mode a class must not stand beside it."""
    return bool(person.name) and not viewer.privacy.by_code


def beside_class(viewer: Speaker) -> Speaker:
    """The viewer of a screen that says a class: in coded mode everybody on it is a code."""
    if not viewer.privacy.coded:
        return viewer
    return replace(viewer, privacy=replace(viewer.privacy, shown_as=ShownAs.CODE))


def _whole(person: Person) -> str:
    name = person.name
    return " ".join(part for part in (name.family, name.given, name.patronymic) if part) or person.code


def _given_and_initial(person: Person) -> str:
    name = person.name
    if not name.given:
        return person.code
    return f"{name.given} {name.family[:1]}." if name.family else name.given


def _sees_whole(viewer: Speaker, person: Person) -> bool:
    return viewer.person is not None and viewer.person.school_id == person.school_id and may(viewer, Deed.SEE_PEOPLE)
