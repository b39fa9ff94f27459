"""How people are shown to each other."""

from __future__ import annotations

import pytest

from mentoring.naming import full, shown
from mentoring.people import Kind, Name, Person, Role, Speaker

MARINA = Person(1, 1, Kind.PUPIL, "P-001", name=Name("Ключева-Лебедь", "Марина", "Игоревна"))
TEACHER = Person(2, 1, Kind.TEACHER, "P-002", name=Name("Опытная", "Ольга", "Петровна"))
NAMELESS = Person(3, 1, Kind.PUPIL, "P-003")
ONE_NAME = Person(4, 1, Kind.PUPIL, "P-004", name=Name("", "Ахмед", ""))


def viewer(person_id: int, *roles: Role, school: int = 1) -> Speaker:
    return Speaker(9, 9, person=Person(person_id, school, Kind.PUPIL, "P-009"), roles=frozenset(roles))


CURATOR = viewer(90, Role.CURATOR)
PUPIL = viewer(91, Role.MENTEE)


@pytest.mark.parametrize(
    ("person", "seen_by", "as_what"),
    [
        (MARINA, CURATOR, "Ключева-Лебедь Марина"),
        (MARINA, PUPIL, "Марина К."),
        (MARINA, viewer(1, Role.MENTOR), "Марина"),
        (MARINA, viewer(90, Role.CURATOR, school=2), "Марина К."),
        (MARINA, Speaker(9, 9), "Марина К."),
        (TEACHER, PUPIL, "Ольга Петровна"),
        (NAMELESS, CURATOR, "P-003"),
        (ONE_NAME, PUPIL, "Ахмед"),
        (ONE_NAME, CURATOR, "Ахмед"),
    ],
)
def test_everyone_sees_as_much_of_a_name_as_they_need(person, seen_by, as_what):
    assert shown(person, seen_by) == as_what


def test_a_paper_has_the_whole_name_only_for_those_who_may_see_people():
    assert full(MARINA, CURATOR) == "Ключева-Лебедь Марина Игоревна"
    assert full(MARINA, PUPIL) == "Марина К."


def test_a_name_shows_itself_to_nobody():
    for text in (str(MARINA.name), repr(MARINA), f"{MARINA.name}"):
        assert "Марина" not in text
        assert "Ключева" not in text
