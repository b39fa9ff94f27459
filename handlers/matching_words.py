"""Reasons, weaknesses, causes and remedies of matching as sentences: names of areas, hours and people put in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from handlers.places import place_of
from locales.words import Say
from mentoring.free_time import DAYS
from mentoring.matching_outcome import Cause, Params, Reason, Remedy, Said, Weakness
from mentoring.naming import shown
from mentoring.people import Person, Speaker
from mentoring.questionnaire import Phrase
from mentoring.questionnaire_catalogue import catalogue

Labels = Mapping[str, Phrase]


def who(say: Say, person: Person, viewer: Speaker) -> str:
    """A person in one line, as the viewer may see them: name and class or post."""
    place = place_of(say, person, viewer)
    name = shown(person, viewer)
    return say.plain("matching-who", name=name, place=place) if place else name


def reason(say: Say, said: Said[Reason], labels: Labels) -> str:
    """What speaks for a pair."""
    return say.plain(f"matching-reason-{said.kind}", **_values(say, said.params, labels))


def weakness(say: Say, said: Said[Weakness], labels: Labels) -> str:
    """What speaks against it."""
    if said.kind is Weakness.FEW_HOURS and not said.params.get("slots"):
        return say.plain("matching-weakness-no_hours")
    return say.plain(f"matching-weakness-{said.kind}", **_values(say, said.params, labels))


def cause(say: Say, said: Said[Cause], labels: Labels, mentors: Mapping[int, str]) -> str:
    """Why there is no pair; `mentors` are names by id."""
    text = say.plain(f"matching-cause-{said.kind}", **_values(say, said.params, labels))
    named = said.params.get("mentors")
    ids = [each for each in named if isinstance(each, int)] if isinstance(named, tuple) else []
    names = [mentors[each] for each in ids if each in mentors]
    return f"{text} {say.plain('matching-cause-mentors', mentors='; '.join(names))}" if names else text


def forbidden(say: Say, said: Said[Cause], labels: Labels) -> str:
    """Why just these two may not be a pair."""
    return say.plain(f"matching-forbidden-{said.kind}", **_values(say, said.params, labels))


def remedy(say: Say, found: Remedy, mentors: Mapping[int, str]) -> str:
    """The smallest change that would help."""
    values = {**_values(say, found.params, {}), "mentor": mentors.get(found.mentor, "")}
    return say.plain(f"matching-remedy-{found.lift}", **values)


def slots(say: Say, names: Iterable[str]) -> str:
    """Free hours: «вт днём, чт вечером»."""
    found = []
    for name in names:
        day, _, part = name.partition("_")
        if day in DAYS and part.isdecimal():
            found.append(say.plain("matching-slot", weekday=DAYS.index(day) + 1, part=int(part)))
    return ", ".join(found)


def listed(say: Say, phrases: Iterable[Phrase]) -> str:
    """Names of areas in one line."""
    return ", ".join(phrase.to(say.language) for phrase in phrases)


@cache
def _interests() -> Labels:
    """Interests' words, from the application that asks for them."""
    question = catalogue()["application_mentee_pupil"].question("interests")
    return {option.name: option.label for option in question.options}


def _values(say: Say, params: Params, labels: Labels) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in params.items():
        if name == "slots" and isinstance(value, tuple):
            values[name] = slots(say, [str(each) for each in value])
        elif name == "who" and isinstance(value, tuple):
            values[name] = str(value[0]) if len(value) == 1 else "both"
        elif isinstance(value, tuple):
            known = {**_interests(), **labels} if name != "interests" else {**labels, **_interests()}
            phrases = [known.get(str(each), Phrase({"ru": str(each)})) for each in value]
            values[name] = listed(say, phrases)
        else:
            values[name] = str(value) if name == "cause" else value
    return values
