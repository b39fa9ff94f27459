"""What goes into matching: the people who may be in a list, their answers, the places that are still free."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from mentoring.matching_people import Hindrance, Meets, WishedAge
from mentoring.people import Kind, Name, SchoolClass
from mentoring.settings import Settings
from services.capacity import Room
from services.matching_inputs import gather, gather_two
from storage import drafts, match_rules, matches, people, schools, wishes
from storage.database import Database
from storage.matches import State
from storage.migrate import migrate
from storage.wishes import Wish

NOW = datetime(2027, 1, 11, 12, tzinfo=UTC)
FORM = "pupil_pupil"


class School:
    """A school in a file, to which people are added."""

    def __init__(self, database):
        self.database = database

    async def has(self, side, answers=None, *, places=0, places_answer=None, **missing):
        """Add somebody ready; `missing` columns are set as given."""

        def unit(tx):
            person = people.add(
                tx, 1, Kind.PUPIL, name=Name("Петров", "Илья"), birth_date=date(2013, 5, 5),
                school_class=SchoolClass(7, "Б"), admitted_by=1,
            )  # fmt: skip
            for capacity in ("assent", "guardian"):
                for way in ("tap", "paper"):
                    tx.insert(
                        "consents", person_id=person, purpose="participation", capacity=capacity, way=way,
                        answer="agreed", text_version="1", text_hash="x", given_at=tx.now,
                    )  # fmt: skip
            columns = {"form_confirmed_at": tx.now, "applied_at": tx.now, "entered_at": tx.now} | missing
            key = tx.insert(
                "participations", programme_id=1, person_id=person, side=side, form=FORM, places=places,
                joined_at=tx.now, **columns,
            )  # fmt: skip
            given = dict(answers or {}) | ({"places": places_answer} if places_answer else {})
            drafts.send(
                tx, school=1, person=person, form=f"application_{side}_pupil", version="1", about=key, answers=given
            )
            return person, key

        return await self.database.work(unit)

    async def inputs(self):
        return await self.database.read(lambda tx: gather(tx, schools.programme(tx, 1), FORM))


@pytest.fixture
async def school(tmp_path):
    migrate(tmp_path / "school.sqlite")
    async with Database.open(tmp_path / "school.sqlite", lambda: NOW) as database:

        def unit(tx):
            schools.add(tx, Settings())
            tx.insert("programmes", school_id=1, starts_on="2027-01-11", ends_on="2027-06-30")
            tx.run("INSERT INTO programme_forms (programme_id, form, most_mentees) VALUES (1, :form, 3)", form=FORM)
            people.add(tx, 1, Kind.STAFF)

        await database.work(unit)
        yield School(database)


def ruled(tx, **chosen):
    match_rules.keep(tx, 1, match_rules.FormRules(FORM, **chosen), by=1)


def pair(mentor, mentee, state=State.OFFERED):
    return lambda tx: matches.begin(
        tx, programme=1, form=FORM, role_model="", mentor=(mentor[1], mentor[0]), mentee=mentee[1], places=3, by=None,
        state=state,
    )  # fmt: skip


async def test_answers_become_what_matching_reads(school):
    await school.has(
        "mentee",
        {
            "areas": ("physics", "project"), "free": ("tue_2",), "meets": "online", "wished_age": "older",
            "gender_wish": "any", "interests": ("music",),
        },
        entered_at=NOW - timedelta(days=5),
    )  # fmt: skip
    await school.has("mentor", {"areas": ("physics",), "youngest": 5, "oldest": 8}, places=2)
    found = (await school.inputs()).programme
    [mentee], [mentor] = found.mentees, found.mentors
    assert mentee.areas == {"physics", "project"}
    assert mentee.free == {"tue_2"}
    assert (mentee.meets, mentee.wished_age, mentee.gender_wish) == (Meets.ONLINE, WishedAge.OLDER, None)
    assert (mentee.class_level, mentee.waiting_days, mentee.left_before) == (7, 5, False)
    assert (mentor.youngest, mentor.oldest, mentor.places, mentor.meets) == (5, 8, 2, Meets.ANY)


async def test_a_wish_of_gender_is_read(school):
    await school.has("mentee", {"gender_wish": "woman"})
    assert (await school.inputs()).programme.mentees[0].gender_wish == "woman"


async def test_places_are_those_offered_within_the_limit_of_the_form_less_those_taken(school):
    generous = await school.has("mentor", places=9)
    modest = await school.has("mentor", places_answer=1)
    first, second = await school.has("mentee"), await school.has("mentee")
    await school.database.work(pair(generous, first))
    await school.database.work(pair(generous, second, State.ACTIVE))
    found = await school.inputs()
    assert {each.id: each.places for each in found.programme.mentors} == {generous[1]: 1, modest[1]: 1}
    assert found.programme.mentees == ()
    assert found.programme.standing == {(FORM, first[0], generous[0]), (FORM, second[0], generous[0])}
    assert found.taken(first[1])


async def test_a_place_given_back_is_free_and_the_mentee_is_told_to_have_been_left(school):
    mentor, mentee = await school.has("mentor", places=1), await school.has("mentee")
    member = await school.database.work(pair(mentor, mentee))
    await school.database.work(lambda tx: matches.turn(tx, matches.get(tx, member), State.DECLINED))
    found = await school.inputs()
    assert found.programme.mentors[0].places == 1
    assert found.programme.mentees[0].left_before


async def test_only_those_who_may_be_in_a_list_come_in(school):
    await school.has("mentee", entered_at=None)
    await school.has("mentee", form_confirmed_at=None)
    unfinished = await school.has("mentor", places=1, entered_at=None)
    stranger = await school.has("mentor", places=1)
    withdrawn = await school.has("mentee")

    def unit(tx):
        people.change(tx, stranger[0], admitted_at=None)
        people.change(tx, withdrawn[0], withdrawn_at=tx.now)

    await school.database.work(unit)
    found = await school.inputs()
    assert found.programme.mentees == ()
    assert found.unready == 3
    assert [(each.id, each.hindrances) for each in found.programme.mentors] == [
        (unfinished[1], (Hindrance.QUESTIONNAIRE_MISSING,))
    ]


async def test_bans_and_pins_come_by_person_and_by_participation(school):
    mentor, mentee = await school.has("mentor", places=1), await school.has("mentee")
    other = await school.has("mentor", places=1)

    def unit(tx):
        wishes.wish(tx, 1, Wish.PIN, mentee=mentee[0], mentor=mentor[0], by=None)
        wishes.wish(tx, 1, Wish.BAN, mentee=mentee[0], mentor=other[0], by=None)

    await school.database.work(unit)
    found = (await school.inputs()).programme
    assert found.pins == {(mentee[1], mentor[1])}
    assert found.bans == {(mentee[0], other[0])}
    await school.database.work(lambda tx: wishes.wish(tx, 1, Wish.BAN, mentee=mentee[0], mentor=mentor[0], by=None))
    assert (await school.inputs()).programme.pins == frozenset(), "a ban takes the pin's place"


async def test_a_parent_a_sibling_and_the_teacher_of_the_class_are_too_near(school):
    mentee, mother, brother, teacher, other = [
        await school.has("mentee"),
        *[await school.has("mentor", places=1) for _ in range(4)],
    ]

    def unit(tx):
        for child in (mentee, brother):
            tx.run(
                "INSERT INTO guardianships (guardian_id, child_id, since) VALUES (:parent, :child, :now)",
                parent=mother[0],
                child=child[0],
                now=tx.now,
            )
        for person, letter in ((teacher, "Б"), (other, "А")):
            tx.run(
                "INSERT INTO staff_roles (person_id, role, class_level, class_letter, since) "
                "VALUES (:person, 'class_teacher', 7, :letter, :now)",
                person=person[0],
                letter=letter,
                now=tx.now,
            )

    await school.database.work(unit)
    found = (await school.inputs()).programme
    assert found.relatives == {(mentee[0], mother[0]), (mentee[0], brother[0])}
    assert found.class_teachers == {(mentee[0], teacher[0])}
    await school.database.work(lambda tx: ruled(tx, class_teacher=True))
    assert (await school.inputs()).programme.class_teachers == frozenset(), "the school allows its class teachers"


async def test_the_nearness_of_people_who_are_not_looked_at_makes_no_draft_stale(school):
    await school.has("mentee", {"areas": ("physics",)})
    await school.has("mentor", {"areas": ("physics",)}, places=1)
    unready, matched = await school.has("mentee", entered_at=None), await school.has("mentee")
    mentor = await school.has("mentor", places=1)
    await school.database.work(pair(mentor, matched))
    before = (await school.inputs()).digest

    def unit(tx):
        for child in (unready, matched):
            tx.run(
                "INSERT INTO guardianships (guardian_id, child_id, since) VALUES (:parent, :child, :now)",
                parent=mentor[0],
                child=child[0],
                now=tx.now,
            )
        tx.run(
            "INSERT INTO staff_roles (person_id, role, class_level, class_letter, since) "
            "VALUES (1, 'class_teacher', 7, 'Б', :now)",
            now=tx.now,
        )

    await school.database.work(unit)
    found = await school.inputs()
    assert (found.programme.relatives, found.programme.class_teachers) == (frozenset(), frozenset())
    assert found.digest == before


async def test_training_holds_a_mentor_back_only_where_it_is_asked_for(school):
    green, trained = await school.has("mentor", places=1), await school.has("mentor", places=1, trained_on="2027-01-10")
    assert not any(each.hindrances for each in (await school.inputs()).programme.mentors)
    await school.database.work(lambda tx: ruled(tx, training=True))
    held = {each.id: each.hindrances for each in (await school.inputs()).programme.mentors}
    assert held == {green[1]: (Hindrance.TRAINING_MISSING,), trained[1]: ()}


async def test_languages_and_the_building_are_read(school):
    await school.has("mentee", {"languages": ("own_1", "own_2"), "building": "own_3"})
    [mentee] = (await school.inputs()).programme.mentees
    assert (mentee.languages, mentee.building) == ({"own_1", "own_2"}, "own_3")


async def test_waiting_changes_no_fingerprint_but_an_answer_does(school):
    await school.has("mentee", {"areas": ("physics",)}, entered_at=NOW - timedelta(days=1))
    first = await school.inputs()
    await school.database.work(
        lambda tx: tx.run("UPDATE participations SET entered_at = :at", at=NOW - timedelta(days=9))
    )
    second = await school.inputs()
    assert second.programme.mentees[0].waiting_days == 9
    assert second.digest == first.digest
    await school.database.work(lambda tx: tx.run('UPDATE submissions SET answers = \'{"areas": ["math"]}\''))
    assert (await school.inputs()).digest != first.digest


async def test_the_number_of_queries_does_not_grow_with_people(school):
    def counted(query):
        def unit(tx):
            asked = []
            tx._connection.set_trace_callback(asked.append)
            try:
                query(tx)
            finally:
                tx._connection.set_trace_callback(None)
            return len(asked)

        return school.database.read(unit)

    async def both():
        two = lambda tx: gather_two(tx, schools.programme(tx, 1), FORM, mentor[1], mentee[1])  # noqa: E731
        return await counted(lambda tx: gather(tx, schools.programme(tx, 1), FORM)), await counted(two)

    mentor, mentee = await school.has("mentor", places=1), await school.has("mentee")
    few = await both()
    for _ in range(10):
        await school.has("mentee")
        await school.has("mentor", places=1)
    assert await both() == few


async def test_a_mentor_of_two_forms_has_no_more_places_than_each_form_and_the_greatest_answer_allow(school):
    """Three said in one form and one in the other: three in all, one of them at most in the other form."""
    mentor = await school.has("mentor", places=1)
    mentees = [await school.has("mentee") for _ in range(3)]

    def second_form(tx):
        tx.run("INSERT INTO programme_forms (programme_id, form, most_mentees) VALUES (1, 'teacher_pupil', 3)")
        tx.insert(
            "participations", programme_id=1, person_id=mentor[0], side="mentor", form="teacher_pupil", places=9,
            joined_at=tx.now, applied_at=tx.now,
        )  # fmt: skip

    def pair_there(tx, number):
        person, _ = mentees[number]
        side = tx.insert(
            "participations", programme_id=1, person_id=person, side="mentee", form="teacher_pupil", joined_at=tx.now
        )
        there = tx.value("SELECT id FROM participations WHERE form = 'teacher_pupil' AND side = 'mentor'")
        matches.begin(
            tx, programme=1, form="teacher_pupil", role_model="", mentor=(there, mentor[0]), mentee=side, places=3, by=None
        )  # fmt: skip

    await school.database.work(second_form)
    found = await school.inputs()
    assert (found.programme.mentors[0].places, found.totals[mentor[1]]) == (1, 3)
    for number, left in ((0, 1), (1, 1), (2, 0)):
        await school.database.work(lambda tx, number=number: pair_there(tx, number))
        found = await school.inputs()
        assert found.programme.mentors[0].places == found.free(mentor[1]) == left
        assert found.programme.mentors[0].has == 0, "the group of this form is another one"


@pytest.mark.parametrize(
    ("room", "choices", "one_more", "free"),
    [
        (Room(1, FORM, 2, 1, 3, used=1), (1, 2, 3), 3, 1),
        (Room(1, FORM, 1, 1, 3, used=4, elsewhere=4), (1, 2, 3), None, 0),  # the other form's answer holds all of them
        (
            Room(1, FORM, 3, 2, 4, used=3, elsewhere=1),
            (3, 4),
            4,
            0,
        ),  # this answer is what the other form's pair stands on
        (Room(1, FORM, 1, 1, 3, used=2, elsewhere=3), (1, 2, 3), 2, 0),
    ],
)
def test_what_a_mentor_may_say_keeps_to_the_form_and_to_all_of_them(room, choices, one_more, free):
    assert (room.choices, room.one_more, room.free) == (choices, one_more, free)
