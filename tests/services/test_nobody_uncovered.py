"""Whatever consents and ages there are: without the complete set nobody is matched, ordered, or named in what is taken out."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from mentoring.people import AgeGroup, Kind, MentoringForm, Name, Role, SchoolClass, Side
from mentoring.refusal import Refusal
from mentoring.settings import GuardianRule, Settings
from services.confirming import Confirming
from services.exporting import _exported
from services.filling import Sent
from services.matching_inputs import gather
from services.orders import Orders
from storage import accounts, guardianships, matches, people, schools
from storage.database import Database
from storage.matches import State
from storage.migrate import migrate

NOW = datetime(2027, 2, 5, 12, tzinfo=UTC)
TODAY = NOW.date()
GRACE = 30
PLANT, COLLEGE = "ООО «Завод»", "Колледж связи"
FORMS = (MentoringForm.PUPIL_PUPIL, MentoringForm.EMPLOYER_PUPIL)


@dataclass(frozen=True)
class Answer:
    purpose: str
    capacity: str
    way: str
    answer: str
    guardian: int  # 0: nobody known
    withdrawn: bool
    scope: str


@dataclass(frozen=True)
class Somebody:
    side: Side
    form: MentoringForm
    born: date | None
    band: AgeGroup | None
    guardians: tuple[str, ...]  # announced, confirmed, barred
    answers: tuple[Answer, ...]
    gone: bool
    workplace: str

    @property
    def kind(self):
        outside = self.side is Side.MENTOR and self.form is MentoringForm.EMPLOYER_PUPIL
        return Kind.PARTNER if outside else Kind.PUPIL


def years(count, days=0):
    return TODAY.replace(year=TODAY.year - count) - timedelta(days=days)


BORN = (years(11), years(14, -1), years(14), years(14, GRACE + 1), years(16), years(18, -1), years(18), years(18, 40))
ANSWER = st.builds(
    Answer,
    purpose=st.sampled_from(("participation", "participation", "transfer", "photo")),
    capacity=st.sampled_from(("self", "assent", "guardian")),
    way=st.sampled_from(("tap", "paper", "document")),
    answer=st.sampled_from(("agreed", "agreed", "agreed", "declined")),
    guardian=st.integers(0, 2),
    withdrawn=st.sampled_from((False, False, False, True)),
    scope=st.sampled_from(("", PLANT, f"{PLANT}\n{COLLEGE}")),
)
FULL = tuple(
    Answer(purpose, capacity, "paper", "agreed", 0, False, PLANT)
    for purpose in ("participation", "transfer")
    for capacity in ("self", "assent", "guardian")
)


def distinct(answers) -> tuple[Answer, ...]:
    """Of answers to the same the first one: a later one would have ended it."""
    found = {}
    for each in answers:
        key = (each.purpose, each.capacity, each.way, each.guardian, each.scope)
        found.setdefault((*key, each if each.withdrawn else None), each)
    return tuple(found.values())


SOMEBODY = st.builds(
    Somebody,
    side=st.sampled_from(Side),
    form=st.sampled_from(FORMS),
    born=st.none() | st.sampled_from(BORN),
    band=st.none() | st.sampled_from(AgeGroup),
    guardians=st.tuples(*[st.sampled_from(("announced", "confirmed", "barred"))] * 2),
    answers=st.one_of(st.lists(ANSWER, max_size=5), st.lists(ANSWER, max_size=2).map(lambda more: [*FULL, *more])).map(distinct),
    gone=st.sampled_from((False, False, False, True)),
    workplace=st.sampled_from((PLANT, COLLEGE, "")),
)  # fmt: skip


def complete(one: Somebody, purpose: str, rule: GuardianRule, organisation: str = "") -> bool:
    """What must at least be there, written out plainly and apart from the product's rules."""
    live = [
        each
        for each in one.answers
        if each.purpose == purpose
        and not each.withdrawn
        and not (each.capacity == "guardian" and each.guardian and one.guardians[each.guardian - 1] == "barred")
        and organisation in ("", *each.scope.split("\n"))
    ]
    agreed = [each for each in live if each.answer == "agreed"]
    sure = [
        each
        for each in agreed
        if each.capacity == "guardian"
        and (
            each.way != "tap"
            or (rule is GuardianRule.TAP and (not each.guardian or one.guardians[each.guardian - 1] == "confirmed"))
        )
    ]
    own, assent = (any(each.capacity == capacity for each in agreed) for capacity in ("self", "assent"))
    if one.gone:
        return False
    if one.born is None:
        grown = one.kind is Kind.PARTNER if one.band is None else one.band is AgeGroup.ADULT
        child = one.band is AgeGroup.CHILD
        return own if grown else bool(sure) and (assent or child)
    if one.born <= years(18, GRACE):
        return own
    if one.born <= years(18):
        return own or (bool(sure) and assent)
    return bool(sure) and (assent or one.born > years(14, GRACE))


class Within:
    """A database whose every unit is part of the transaction that is open."""

    def __init__(self, tx):
        self.tx = tx

    async def work(self, unit, aside=False):
        return unit(self.tx)

    read = work


def at_once(call):
    """What a service answers whose database never makes it wait."""
    try:
        call.send(None)
    except StopIteration as done:
        return done.value
    raise AssertionError("it waited")


class RolledBackError(Exception):
    pass


def school(tx):
    schools.add(tx, Settings())
    tx.insert("programmes", school_id=1, starts_on="2027-01-11", ends_on="2027-06-30")
    for form in FORMS:
        tx.run("INSERT INTO programme_forms (programme_id, form, most_mentees) VALUES (1, :form, 9)", form=form)
    curator = people.add(tx, 1, Kind.STAFF, name=Name("Орлова", "Нина"), admitted_by=1)
    people.give_role(tx, curator, Role.CURATOR)
    accounts.speak_for(tx, accounts.meet(tx, 7, "ru").account_id, curator)


def come(tx, number: int, one: Somebody) -> tuple[int, int]:
    """Somebody ready for everything but for what the consents say: (person, participation)."""
    person = people.add(
        tx, 1, one.kind, name=Name(f"Фамилия{number}", "Илья"), birth_date=one.born, workplace=one.workplace,
        school_class=SchoolClass(7 + 2 * (one.side is Side.MENTOR), "Б"), admitted_by=1,
    )  # fmt: skip
    people.change(tx, person, cleared_on=TODAY, age_band=one.band, withdrawn_at=tx.now if one.gone else None)
    parents = []
    for place, state in enumerate(one.guardians):
        parent = people.add(tx, 1, Kind.GUARDIAN, name=Name(f"Родитель{number}-{place}", "Анна"))
        tx.run(
            "INSERT INTO guardianships (guardian_id, child_id, since) VALUES (:parent, :child, :now)",
            parent=parent, child=person, now=tx.now,
        )  # fmt: skip
        if state != "announced":
            {"confirmed": guardianships.confirm, "barred": guardianships.bar}[state](tx, parent, person, 1)
        parents.append(parent)
    for each in one.answers:
        tx.insert(
            "consents", person_id=person, purpose=each.purpose, capacity=each.capacity, way=each.way,
            answer=each.answer, given_by=parents[each.guardian - 1] if each.guardian else None, scope=each.scope,
            text_version="1", text_hash="x", given_at=tx.now, withdrawn_at=tx.now if each.withdrawn else None,
        )  # fmt: skip
    part = tx.insert(
        "participations", programme_id=1, person_id=person, side=one.side, form=one.form, places=9, joined_at=tx.now,
        form_confirmed_at=tx.now, applied_at=tx.now, entered_at=tx.now,
    )  # fmt: skip
    return person, part


class World:
    """Everybody put into the open transaction, and what must never be."""

    def __init__(self, tx, everybody, rule):
        self.tx, self.everybody, self.rule = tx, everybody, rule
        self.programme = schools.programme(tx, 1)
        self.speaker = accounts.speaking(tx, 7)
        self.whose = dict(come(tx, number, one)[::-1] for number, one in enumerate(everybody))
        self.one = dict(zip(self.whose.values(), everybody, strict=True))

    def may(self, person: int) -> bool:
        one = self.one[person]
        joined = complete(one, "participation", self.rule)
        passed_on = one.side is Side.MENTEE and one.form is MentoringForm.EMPLOYER_PUPIL
        return joined and (not passed_on or complete(one, "transfer", self.rule))

    def may_be_two(self, mentee: int, mentor: int) -> bool:
        passed_on = self.one[mentor].form is MentoringForm.EMPLOYER_PUPIL
        where = self.one[mentor].workplace
        named = not passed_on or (where and complete(self.one[mentee], "transfer", self.rule, where))
        return bool(self.may(mentee) and self.may(mentor) and named)

    def sides(self, side, form):
        return [part for part, who in self.whose.items() if (self.one[who].side, self.one[who].form) == (side, form)]

    def matching(self):
        for form in FORMS:
            found = gather(self.tx, self.programme, form).programme
            assert all(self.may(each.person) for each in (*found.mentees, *found.mentors))

    def confirming(self):
        service = Confirming(Within(self.tx))
        for form in FORMS:
            for mentee in self.sides(Side.MENTEE, form):
                for mentor in self.sides(Side.MENTOR, form):
                    try:
                        at_once(service.confirm(self.speaker, mentee, mentor))
                    except Refusal:
                        continue
        made = matches.live(self.tx, 1)
        assert all(self.may_be_two(each.mentee_person, each.mentor_person) for each in made)
        return made

    def ordering(self):
        """Pairs that stood before their consents came to be so."""
        for form in FORMS:
            mentors = self.sides(Side.MENTOR, form)
            taken = {each.mentee_id for each in matches.live(self.tx, 1)}
            for place, mentee in enumerate(each for each in self.sides(Side.MENTEE, form) if each not in taken):
                if mentors:
                    mentor = mentors[place % len(mentors)]
                    matches.begin(
                        self.tx, programme=1, form=form, role_model="", mentor=(mentor, self.whose[mentor]),
                        mentee=mentee, places=9, by=1, state=State.ACCEPTED,
                    )  # fmt: skip
        service = Orders(Within(self.tx))
        try:
            order = at_once(service.draw_up(self.speaker))
        except Refusal:
            return []
        lines = at_once(service.sheet(self.speaker, order)).lines
        for line in lines:
            assert all(self.may_be_two(mentee.id, line.mentor.id) for mentee in line.mentees)
        service.receive_signing(
            self.tx, self.speaker, Sent("order_sign", "1", order, {"number": "1", "signed_on": "2027-02-05"})
        )
        begun = [each for each in matches.live(self.tx, 1) if each.state is State.ACTIVE]
        assert all(self.may_be_two(each.mentee_person, each.mentor_person) for each in begun)
        return lines

    def taken_out(self):
        out = _exported(self.tx, self.speaker)
        said = repr([list(each) for each in (*out.bases.values(), out.pairs, out.meetings)])
        said += repr([list(each.answers) for each in out.answers])
        named = [person for number, person in enumerate(self.whose.values()) if f"Фамилия{number} " in said]
        assert all(complete(self.one[person], "participation", self.rule) for person in named)
        return named


WELL = Somebody(Side.MENTEE, FORMS[1], years(16), None, ("confirmed", "announced"), FULL, False, "")
PARTNER = Somebody(Side.MENTOR, FORMS[1], years(30), None, ("announced", "announced"), FULL, False, PLANT)


def test_nobody_without_the_complete_set_is_matched_ordered_or_named():
    with TemporaryDirectory() as folder, asyncio.Runner() as loop:
        path = Path(folder) / "school.sqlite"
        migrate(path)

        async def opened():
            database = Database.open(path, lambda: NOW)
            return database, await database.__aenter__()

        whole, database = loop.run(opened())
        loop.run(database.work(school))

        @settings(max_examples=60, deadline=None)
        @example([WELL, PARTNER], GuardianRule.PAPER)
        @given(st.lists(SOMEBODY, min_size=2, max_size=7), st.sampled_from(GuardianRule))
        def in_any_state(everybody, rule):
            def unit(tx):
                schools.choose(tx, 1, guardian_rule=rule)
                world = World(tx, everybody, rule)
                world.matching()
                made, lines, named = world.confirming(), world.ordering(), world.taken_out()
                if everybody == [WELL, PARTNER]:
                    assert (len(made), len(lines), len(named)) == (1, 0, 2), "those who may are there"
                raise RolledBackError

            with suppress(RolledBackError):
                loop.run(database.work(unit))

        try:
            in_any_state()
        finally:
            loop.run(whole.__aexit__(None, None, None))
