"""Lists of people page by key over an index, choose by what is missing as the pure rules do, and find names by parts."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentoring.people import Kind, Name, SchoolClass, Side
from mentoring.settings import GuardianRule
from mentoring.standing import Lack
from storage import people, roster, schools, standing
from storage.database import Transaction
from storage.migrate import migrate
from storage.roster import Frame, Go, Roll, Wanted

NOW = datetime(2027, 2, 1, 12, 0, tzinfo=UTC)
TODAY = date(2027, 2, 1)
SIZE = 8


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    path = tmp_path_factory.mktemp("roster") / "empty.db"
    migrate(path)
    return path


@contextmanager
def written(path):
    """The database as a unit sees it; nothing stays."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("BEGIN")
    try:
        yield Transaction(connection, NOW)
    finally:
        connection.execute("ROLLBACK")
        connection.close()


def school(tx, rule=GuardianRule.PAPER, grace=30):
    """A school with an open programme."""
    school_id = tx.insert("schools", created_at=NOW)
    schools.choose(tx, school_id, guardian_rule=rule.value, adult_grace_days=str(grace))
    programme = tx.insert("programmes", school_id=school_id, starts_on=date(2027, 1, 1), ends_on=date(2027, 6, 1))
    return Frame(school_id, programme, TODAY, rule, grace)


def somebody(tx, frame, family, *, kind=Kind.PUPIL, school_class=None, **more):
    person = people.add(tx, frame.school_id, kind, name=Name(family, "Ян"), school_class=school_class, admitted_by=None)
    if more:
        people.change(tx, person, **more)
    return person


def joined(tx, frame, person, side=Side.MENTEE, form="pupil_pupil", **more):
    return tx.insert(
        "participations", programme_id=frame.programme_id, person_id=person, side=side, form=form, joined_at=NOW, **more
    )


def consent(tx, person, capacity, way, answer, purpose="participation", given_by=None):
    tx.insert(
        "consents",
        person_id=person,
        purpose=purpose,
        given_by=given_by,
        capacity=capacity,
        way=way,
        answer=answer,
        text_version="1",
        text_hash="x",
        given_at=NOW,
    )


def crowd(tx, frame, count):
    """Many people in classes, half of them mentors, with as many parents who have no name yet."""
    for number in range(count):
        school_class = SchoolClass(5 + number % 7, "АБВ"[number % 3])
        family = f"Фамилия{number * 7919 % count:06}"
        row = {
            "school_id": frame.school_id,
            "created_at": NOW,
            "family": family,
            "given": "Ян",
            "sought": family.lower(),
        }
        person = tx.insert(
            "persons",
            kind="pupil",
            code=f"P-{number}",
            class_level=school_class.level,
            class_letter=school_class.letter,
            **row,
        )
        tx.insert("persons", school_id=frame.school_id, kind="guardian", code=f"R-{number}", created_at=NOW)
        joined(tx, frame, person, Side.MENTOR if number % 2 else Side.MENTEE)


def all_pages(tx, frame, wanted):
    found, key = [], 0
    while True:
        page = roster.leaf(tx, frame, wanted, Go.ON, key, SIZE)
        found += [person.id for person in page.people]
        assert len(page.people) <= SIZE
        if not page.after:
            return found
        key = page.people[-1].id


def test_pages_hold_everyone_once_in_the_order_of_names_and_back_again(empty):
    with written(empty) as tx:
        frame = school(tx)
        crowd(tx, frame, 50)
        expected = [row[0] for row in tx.all("SELECT id FROM persons WHERE kind = 'pupil' ORDER BY sought, id")]
        assert all_pages(tx, frame, Wanted()) == expected
        last = roster.leaf(tx, frame, Wanted(), Go.AT, expected[-1], SIZE)
        assert [person.id for person in last.people] == expected[-1:]
        before = roster.leaf(tx, frame, Wanted(), Go.BACK, expected[-1], SIZE)
        assert [person.id for person in before.people] == expected[-9:-1]
        assert before.before
        assert before.after


def test_back_near_the_beginning_is_a_whole_first_page(empty):
    with written(empty) as tx:
        frame = school(tx)
        crowd(tx, frame, 20)
        every = all_pages(tx, frame, Wanted())
        page = roster.leaf(tx, frame, Wanted(), Go.BACK, every[3], SIZE)
        assert [person.id for person in page.people] == every[:SIZE]
        assert not page.before


def test_the_key_may_be_a_person_who_is_gone_meanwhile(empty):
    with written(empty) as tx:
        frame = school(tx)
        crowd(tx, frame, 20)
        every = all_pages(tx, frame, Wanted())
        people.change(tx, every[7], removed_at=NOW)
        page = roster.leaf(tx, frame, Wanted(), Go.ON, every[7], SIZE)
        assert [person.id for person in page.people] == every[8:16]


def test_namesakes_are_neither_lost_nor_shown_twice(empty):
    with written(empty) as tx:
        frame = school(tx)
        ids = [somebody(tx, frame, "Иванов") for _ in range(30)]
        assert all_pages(tx, frame, Wanted()) == ids


def test_a_level_is_shown_class_by_class(empty):
    with written(empty) as tx:
        frame = school(tx)
        crowd(tx, frame, 60)
        found = all_pages(tx, frame, Wanted(level=7))
        rows = tx.all("SELECT id FROM persons WHERE class_level = 7 ORDER BY class_letter, sought, id")
        assert found == [row[0] for row in rows]
        assert len(found) > SIZE
        of_class = all_pages(tx, frame, Wanted(level=7, letter="Б"))
        assert set(of_class) < set(found)
        assert len(all_pages(tx, frame, Wanted(level=7, letter=""))) == 0


def test_a_second_school_has_nobody_of_the_first(empty):
    with written(empty) as tx:
        first, second = school(tx), school(tx)
        crowd(tx, first, 10)
        other = somebody(tx, second, "Чужой")
        assert all_pages(tx, second, Wanted()) == [other]
        assert all_pages(tx, second, Wanted(sought="фамилия")) == []
        mine = all_pages(tx, first, Wanted())
        assert roster.leaf(tx, second, Wanted(), Go.ON, mine[0], SIZE).people == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("пётр", ["Петров", "Петрова-Ёлкина"]),
        ("ПЕТР", ["Петров", "Петрова-Ёлкина"]),
        ("елк", ["Петрова-Ёлкина"]),
        ("ян петров", ["Петров", "Петрова-Ёлкина"]),
        ("  ", ["Петров", "Петрова-Ёлкина", "Сидоров"]),
        ("%", []),
        ("' OR 1=1 --", []),
    ],
)
def test_a_name_is_found_by_any_part_of_it(empty, text, found):
    with written(empty) as tx:
        frame = school(tx)
        ids = {somebody(tx, frame, family): family for family in ("Петров", "Петрова-Ёлкина", "Сидоров")}
        assert [ids[each] for each in all_pages(tx, frame, Wanted(sought=text))] == found


def test_a_search_finds_parents_too_but_the_list_does_not_show_them(empty):
    with written(empty) as tx:
        frame = school(tx)
        mother = somebody(tx, frame, "Петрова", kind=Kind.GUARDIAN)
        assert all_pages(tx, frame, Wanted()) == []
        assert all_pages(tx, frame, Wanted(kind=Kind.GUARDIAN)) == [mother]
        assert all_pages(tx, frame, Wanted(sought="петр")) == [mother]


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (Wanted(), "persons_on_roster (school_id=? AND sought>?)"),
        (
            Wanted(level=7, letter="Б"),
            "persons_by_class (school_id=? AND class_level=? AND class_letter=? AND sought>?)",
        ),
        (Wanted(level=7), "persons_by_class (school_id=? AND class_level=? AND (class_letter,sought)>(?,?))"),
        (Wanted(kind=Kind.TEACHER), "persons_by_kind (school_id=? AND kind=? AND sought>?)"),
        (Wanted(side=Side.MENTOR), "persons_on_roster (school_id=? AND sought>?)"),
        (Wanted(sign=Lack.PAPER), "persons_on_roster (school_id=? AND sought>?)"),
        (Wanted(sought="фам"), "persons_by_name (school_id=? AND sought>?)"),
    ],
)
def test_a_page_is_found_by_its_index_without_sorting(empty, wanted, index):
    with written(empty) as tx:
        frame = school(tx)
        crowd(tx, frame, 30)
        key = all_pages(tx, frame, wanted)[0] if wanted.kind is None and wanted.sign is None else 1
        said = statements(tx, lambda: roster.leaf(tx, frame, wanted, Go.ON, key, SIZE))
        plan = [row["detail"] for row in tx._connection.execute("EXPLAIN QUERY PLAN " + said[-1])]
        assert plan[0] == f"SEARCH p USING INDEX {index}"
        assert not any("TEMP B-TREE" in line for line in plan)


def statements(tx, act):
    """The statements an act sends, with their values."""
    said = []
    tx._connection.set_trace_callback(said.append)
    try:
        act()
    finally:
        tx._connection.set_trace_callback(None)
    return said


def steps(tx, act):
    """How many hundreds of steps the database takes for an act: a measure of work that no other process disturbs."""
    taken = 0

    def step():
        nonlocal taken
        taken += 1
        return 0

    tx._connection.set_progress_handler(step, 100)
    try:
        act()
    finally:
        tx._connection.set_progress_handler(None, 100)
    return taken


@pytest.mark.parametrize(
    "wanted",
    [Wanted(), Wanted(level=7), Wanted(level=7, letter="Б"), Wanted(side=Side.MENTOR), Wanted(sign=Roll.LACKING)],
)
def test_ten_thousand_people_page_as_a_few_hundred(empty, wanted):
    work = {}
    for count in (400, 10_000):
        with written(empty) as tx:
            frame = school(tx)
            crowd(tx, frame, count)
            middle = tx.value(
                "SELECT id FROM persons WHERE class_level = 7 AND class_letter = 'Б' ORDER BY sought LIMIT 1 OFFSET :n",
                n=count // 60,
            )

            def leaf_through(tx=tx, frame=frame, middle=middle):
                for go in Go:
                    standing.of_people(
                        tx, [each.id for each in roster.leaf(tx, frame, wanted, go, middle, SIZE).people]
                    )

            work[count] = len(statements(tx, leaf_through)), steps(tx, leaf_through)
    assert work[10_000][0] <= work[400][0]
    assert work[10_000][1] <= work[400][1] * 1.5 + 5, work


SOMETIMES = st.sampled_from([None, NOW])
PEOPLE = st.fixed_dictionaries(
    {
        "kind": st.sampled_from([Kind.PUPIL, Kind.TEACHER, Kind.STUDENT, Kind.PARTNER]),
        "birth_date": st.sampled_from(
            [
                *(
                    None,
                    date(2013, 3, 5),
                    date(2009, 2, 1),
                    date(2009, 2, 2),
                    date(2009, 1, 15),
                    date(2008, 2, 29),
                    date(1980, 1, 1),
                ),
                *(date(2013, 2, 1), date(2013, 2, 2)),  # fourteen today, and tomorrow
            ]
        ),
        "named": st.booleans(),
        "admitted_at": SOMETIMES,
        "cleared_on": st.sampled_from([None, TODAY]),
        "withdrawn_at": st.sampled_from([None, None, None, NOW]),
        "consents": st.dictionaries(
            st.tuples(
                st.sampled_from(["self", "assent", "guardian", "guardian"]),
                st.sampled_from(["tap", "tap", "paper", "document"]),
                st.sampled_from(["participation", "participation", "transfer"]),
                st.sampled_from([None, "unconfirmed", "confirmed", "barred"]),  # who of the guardians
            ),
            st.sampled_from(["agreed", "agreed", "agreed", "declined"]),
        ),
        "sides": st.lists(
            st.fixed_dictionaries(
                {
                    "form": st.sampled_from(["", "pupil_pupil", "teacher_teacher", "employer_pupil"]),
                    "side": st.sampled_from(list(Side)),
                    "form_confirmed_at": SOMETIMES,
                    "applied_at": SOMETIMES,
                    "entered_at": SOMETIMES,
                }
            ),
            max_size=2,
            unique_by=lambda side: side["form"],
        ),
    }
)


def family(tx, frame, child, state):
    """A guardian of a child, made sure of or not, or who may not decide."""
    guardian = people.add(tx, frame.school_id, Kind.GUARDIAN)
    tx.run(
        "INSERT INTO guardianships (guardian_id, child_id, since, confirmed_at, barred_at) "
        "VALUES (:guardian, :child, :now, :confirmed, :barred)",
        guardian=guardian,
        child=child,
        now=NOW,
        confirmed=NOW if state != "unconfirmed" else None,
        barred=NOW if state == "barred" else None,
    )
    return guardian


def put(tx, frame, each):
    person = somebody(
        tx,
        frame,
        "Фамилия",
        kind=each["kind"],
        birth_date=each["birth_date"],
        admitted_at=each["admitted_at"],
        cleared_on=each["cleared_on"],
        withdrawn_at=each["withdrawn_at"],
    )
    if not each["named"]:
        people.rename(tx, person, Name())
    guardians = {
        state: family(tx, frame, person, state)
        for state in ("unconfirmed", "confirmed", "barred")
        if any(key[3] == state for key in each["consents"])
    }
    for (capacity, way, purpose, giver), answer in each["consents"].items():
        given_by = guardians.get(giver) if capacity == "guardian" else person
        known = tx.value(
            "SELECT 1 FROM consents WHERE person_id = :p AND purpose = :u AND capacity = :c AND way = :w "
            "AND coalesce(given_by, 0) = :g",
            p=person, u=purpose, c=capacity, w=way, g=given_by or 0,
        )  # fmt: skip
        if not known:
            consent(tx, person, capacity, way, answer, purpose, given_by)
    for side in each["sides"]:
        joined(tx, frame, person, **side)
    return person


@given(st.lists(PEOPLE, min_size=1, max_size=12), st.sampled_from(list(GuardianRule)), st.sampled_from([0, 14, 30, 60]))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_missing_is_the_same_in_a_list_and_by_the_rules(empty, everyone, rule, grace):
    with written(empty) as tx:
        frame = school(tx, rule, grace)
        ids = [put(tx, frame, each) for each in everyone]
        lacks = {person: set() for person in ids}
        ready = set()
        for each in standing.of_people(tx, ids):
            lacks[each.person.id] |= {*each.lacks}
            ready |= {each.person.id} if each.ready else set()
        absent = {person for person, each in zip(ids, everyone, strict=True) if not each["sides"]}
        gone = {person for person, each in zip(ids, everyone, strict=True) if each["withdrawn_at"]}

        def listed(sign):
            return set(all_pages(tx, frame, Wanted(sign=sign)))

        for lack in Lack:
            assert listed(lack) == {person for person in ids if lack in lacks[person]}, lack
        assert listed(Roll.LACKING) == {person for person in ids if lacks[person]}
        assert listed(Roll.READY) == ready
        assert listed(Roll.ABSENT) == absent - gone
        assert listed(Roll.OWING) == {person for person in ids if lacks[person] & {*roster.OWED}} | (absent - gone)
        counted = roster.counts(tx, frame)
        assert counted.lacking == len(listed(Roll.LACKING))
        assert counted.all == len(ids)
        by_class = roster.by_class(tx, frame, Wanted(sign=Roll.OWING))
        assert sum(each.count for each in by_class) == len(listed(Roll.OWING))
