"""Where a person belongs in the school: the class, the post, the place of work or study."""

from __future__ import annotations

from locales.words import Say
from mentoring.people import Person, SchoolClass


def place_of(say: Say, person: Person) -> str:
    """The class as people say it, else the post or place of work; empty when nothing is known."""
    if person.school_class is not None:
        return class_words(say, person.school_class)
    return person.post or person.workplace


def class_words(say: Say, school_class: SchoolClass) -> str:
    """«7 «Б»», «7 класс»."""
    return say.plain("place-class", level=str(school_class.level), letter=school_class.letter or "none")
