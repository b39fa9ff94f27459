"""Where a person belongs in the school: the class, the post, the place of work or study."""

from __future__ import annotations

from locales.words import Say
from mentoring.naming import named
from mentoring.people import Person, SchoolClass, Speaker


def place_of(say: Say, person: Person, viewer: Speaker | None = None) -> str:
    """The class as people say it, else the post or place of work; empty when nothing is known.

    On a screen, for its `viewer`, coded mode leaves of a class only the level, and nothing beside a given name; a paper
    has no viewer.
    """
    if person.school_class is None:
        return person.post or person.workplace
    if viewer is None or not viewer.privacy.coded:
        return class_words(say, person.school_class)
    return "" if named(person, viewer) else say.plain("privacy-level", level=str(person.school_class.level))


def class_words(say: Say, school_class: SchoolClass) -> str:
    """«7 «Б»», «7 класс»."""
    return say.plain("place-class", level=str(school_class.level), letter=school_class.letter or "none")
