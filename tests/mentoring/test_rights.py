"""The table of rights, cell by cell: this is a second copy on purpose, so that no cell changes by accident."""

from __future__ import annotations

import pytest

from mentoring.people import Kind, Person, Role, Speaker
from mentoring.refusal import NotYours
from mentoring.rights import RIGHTS, Deed, may, require

# columns: curator head deputy psychologist class_teacher methodist trainer editor social_worker mentor mentee guardian
TABLE = """
set_up                   + . . . . . . . . . . .
hand_over                + . . . . . . . . . . .
invite                   + . . . . . . . . . . .
see_people               + . . . . . . . . . . .
change_people            + . . . . . . . . . . .
admit                    + . . . . . . . . . . .
record_papers            + . . . . . . . . . . .
change_questionnaires    + . . . . . . . . . . .
enter_papers             + . . . . . . . . . . .
match                    + . . . . . . . . . . .
see_avoided              + . . + . . . . . . . .
answer_invitations       . . . . . . . . . + + .
issue_orders             + . . . . . . . . . . .
see_meetings             + . . . . . . . . . . .
export                   + . . . . . . . . . . .
broadcast                + . . . . . . . . . . .
answer_letters           + . . . . . . . . . . .
see_today                + . . . . . . . . . . .
see_roadmap              + + + + + + + + + . . .
change_roadmap           + . . . . . . . . . . .
close_own_items          + + + + + + + + + . . .
lead_meetings            . . . . . . . . . + . .
answer_meetings          . . . . . . . . . . + .
answer_offers            . . . . . . . . . + + .
object_to_pair           . . . . . . . . . . . +
ask_to_part              . . . . . . . . . + + +
fill_questionnaires      . . . . . . . . . + + .
consent_for_child        . . . . . . . . . . . +
write_letter             + + + + + + + + + + + +
ask_third_parties        + . . . . . . . . . . .
note_as_class_teacher    . . . . + . . . . . . .
note_as_psychologist     . . . + . . . . . . . .
note_as_social_worker    . . . . . . . . + . . .
note_as_parent           . . . . . . . . . . . +
read_notes               + . . + . . . . . . . .
read_psychologist_notes  . . . + . . . . . . . .
note_about_teachers      . . . . . + . . . . . .
read_teacher_notes       + . . . . + . . . . . .
print_class_consents     . . . . + . . . . . . .
measure_class            . . . . + . . . . . . .
measure_levels           . . . + . . . . . . . .
measure_teachers         . . . . . + . . . . . .
measure_school           + . . . . . . . . . . .
see_measures             + . . . . . . . . . . .
look_after               + . . + + + . . + . . .
answer_concerns          . . . . . . . . . . . .
"""
CELLS = [
    (Deed(row.split()[0]), role, mark == "+")
    for row in TABLE.strip().splitlines()
    for role, mark in zip(Role, row.split()[1:], strict=True)
]


def speaker(*roles: Role) -> Speaker:
    return Speaker(1, 1, person=Person(1, 1, Kind.STAFF, "S-001"), roles=frozenset(roles))


@pytest.mark.parametrize(("deed", "role", "allowed"), CELLS)
def test_a_role_may_do_this_and_not_that(deed, role, allowed):
    assert may(speaker(role), deed) is allowed
    if allowed:
        require(speaker(role), deed)
    else:
        with pytest.raises(NotYours):
            require(speaker(role), deed)


def test_every_deed_stands_in_the_table():
    assert {deed for deed, _, _ in CELLS} == set(Deed) == set(RIGHTS)


@pytest.mark.parametrize("deed", Deed)
def test_a_stranger_may_nothing(deed):
    assert not may(Speaker(1, 1), deed)


def test_several_roles_add_up():
    both = speaker(Role.MENTOR, Role.GUARDIAN)
    assert may(both, Deed.LEAD_MEETINGS)
    assert may(both, Deed.CONSENT_FOR_CHILD)
    assert not may(both, Deed.SEE_PEOPLE)
