"""Questionnaires to print for those without a phone: an empty one, one person's, a class's, everyone's who cannot be reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mentoring.people import FORMS_OF, Kind, MentoringForm, Person, SchoolClass, Side, Speaker
from mentoring.questionnaire import Form, Given, Option
from mentoring.questionnaire_catalogue import wish_options
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from services.authority import acting, person_for
from services.outer_lists import others_of
from services.owing import lacking
from services.paper_sheets import asked_of
from services.questionnaire_forms import Forms
from services.questionnaire_versions import is_run
from storage import accounts, areas, journal, paper_entry, schools, standing
from storage.database import Database, Transaction
from storage.paper_entry import PaperSheet

PRINTED = ("application_", "entry_", "interim_", "final_")
"""Beginnings of the keys of questionnaires that are printed for anybody."""
_WITH_NAMES = "preferences_"  # each form of mentoring has names of its own, so it is printed for one person at a time


@dataclass(frozen=True, slots=True)
class ClassOwing:
    """How many of a class have not sent a questionnaire; `someone` of them stands for the class in a button."""

    school_class: SchoolClass | None
    someone: int
    count: int


@dataclass(frozen=True, slots=True)
class Owing:
    """Who has not sent a questionnaire: class by class, and how many of all have no phone here."""

    form: Form
    classes: tuple[ClassOwing, ...]
    without_phone: int


@dataclass(frozen=True, slots=True)
class Pile:
    """What is printed: the form, its lists, the school, and each owner with the code of the sheet."""

    form: Form
    outer: Given
    school: str
    owners: tuple[tuple[Person, str], ...] = ()


class PaperBlanks:
    """What the curator prints."""

    def __init__(self, database: Database, forms: Forms) -> None:
        self._database = database
        self._forms = forms

    async def forms(self, speaker: Speaker) -> list[Form]:
        """The questionnaires of the forms of mentoring this school runs, those that can be entered from paper."""

        def query(tx: Transaction) -> list[Form]:
            school = acting(tx, speaker, Deed.ENTER_PAPERS).school_id
            programme = schools.programme(tx, school)
            run = {str(form) for form in programme.forms} if programme else set()
            keys = [key for key in self._forms if key.startswith(PRINTED) and is_run(key, run)]
            return [self._forms.in_force(tx, school, key) for key in sorted(keys)]

        return await self._database.read(query)

    async def owing(self, speaker: Speaker, key: str) -> Owing:
        """Who has not sent this questionnaire."""

        def query(tx: Transaction) -> Owing:
            school = acting(tx, speaker, Deed.ENTER_PAPERS).school_id
            form = self._form(tx, school, key)
            found = list(lacking(tx, school, key))
            linked = paper_entry.linked(tx, school)
            by_class: dict[SchoolClass | None, list[Person]] = defaultdict(list)
            for person, _ in found:
                by_class[person.school_class].append(person)
            classes = [ClassOwing(each, members[0].id, len(members)) for each, members in by_class.items()]
            without = sum(person.id not in linked for person, _ in found)
            return Owing(form, tuple(sorted(classes, key=lambda each: _class_order(each.school_class))), without)

        return await self._database.read(query)

    async def empty(self, speaker: Speaker, key: str) -> Pile:
        """A blank for nobody in particular."""

        def query(tx: Transaction) -> Pile:
            return self._pile(tx, acting(tx, speaker, Deed.ENTER_PAPERS), key)

        return await self._database.read(query)

    async def one(self, speaker: Speaker, person_id: int, key: str, about: int) -> Pile:
        """A blank of one person. Raises NotYours for what they are not asked."""

        def unit(tx: Transaction) -> Pile:
            curator, person = person_for(tx, speaker, Deed.ENTER_PAPERS, person_id)
            if not any((each.form, each.about) == (key, about) for each in asked_of(tx, person_id)):
                raise NotYours
            if not key.startswith(_WITH_NAMES):
                return self._pile(tx, curator, key, [(person, about)])
            names = others_of(tx, accounts.as_person(tx, person_id), standing.participation(tx, about))
            return self._pile(tx, curator, key, [(person, about)], {"others.csv": names})

        return await self._database.work(unit)

    async def pile(self, speaker: Speaker, key: str, someone: int = 0) -> Pile:
        """Blanks of everyone in the class of `someone` who has not sent it; without one, of everyone without a phone.

        Raises Refusal when there is nobody to print for.
        """

        def unit(tx: Transaction) -> Pile:
            curator = acting(tx, speaker, Deed.ENTER_PAPERS)
            found = list(lacking(tx, curator.school_id, key))
            if someone:
                _, like = person_for(tx, speaker, Deed.ENTER_PAPERS, someone)
                found = [each for each in found if each[0].school_class == like.school_class]
            else:
                linked = paper_entry.linked(tx, curator.school_id)
                found = [each for each in found if each[0].id not in linked]
            if not found:
                raise Refusal("blank-nobody-owes")
            return self._pile(tx, curator, key, sorted(found, key=lambda each: _order(each[0])))

        return await self._database.work(unit)

    def _pile(
        self,
        tx: Transaction,
        curator: Speaker,
        key: str,
        owners: Iterable[tuple[Person, int]] = (),
        lists: Mapping[str, tuple[Option, ...]] | None = None,
    ) -> Pile:
        school = schools.get(tx, curator.school_id)
        form = self._form(tx, school.id, key) if lists is None else self._forms.in_force(tx, school.id, key)
        day = tx.now.astimezone(schools.settings(tx, school.id).zone).date()
        found = [
            (person, paper_entry.token(tx, school.id, PaperSheet(person.id, key, about), curator.person_id))
            for person, about in owners
        ]
        if found:
            about = found[0][0].id if len(found) == 1 else school.id
            subject = "person" if len(found) == 1 else "school"
            journal.note(tx, "sheets-printed", subject, about, school=school.id, by=curator.person_id, details=key)
        given = Given(day, _lists(tx, school.id, key) if lists is None else lists)
        return Pile(form, given, school.short_name or school.full_name, tuple(found))

    def _form(self, tx: Transaction, school: int, key: str) -> Form:
        if not key.startswith(PRINTED) or key not in self._forms:
            raise NotYours
        return self._forms.in_force(tx, school, key)


def _lists(tx: Transaction, school: int, key: str) -> dict[str, tuple[Option, ...]]:
    """The outer lists of an application as those who send it choose from them; empty where there is nothing to choose."""
    kind, side = _whose(key)
    programme = schools.programme(tx, school)
    forms = [form for form in FORMS_OF.get((kind, side), ()) if programme is not None and form in programme.forms]
    pupils = areas.options(tx, school, "pupil")
    own = pupils if kind is not Kind.TEACHER else areas.options(tx, school, "teacher")
    if kind is Kind.TEACHER and side is Side.MENTOR and MentoringForm.TEACHER_TEACHER not in forms:
        own = ()
    lists = {"areas.csv": own, "pupil_areas.csv": pupils if MentoringForm.TEACHER_PUPIL in forms else ()}
    lists["languages.csv"] = areas.several(tx, school, "language")
    lists["buildings.csv"] = areas.several(tx, school, "building")
    for name in ("from_whom.csv", "to_whom.csv"):
        wishes = [each for each in wish_options(name) if each.name in (*forms, "any")]
        lists[name] = tuple(wishes) if len(forms) > 1 else ()
    return lists


def _whose(key: str) -> tuple[Kind, Side]:
    """Whose questionnaire it is, by its key: `application_mentor_teacher`, `entry_mentee_student_pupil`."""
    _, side, *kinds = key.split("_")
    place = 0 if side == Side.MENTOR else -1
    kind = kinds[place] if kinds else Kind.PUPIL
    return Kind.PARTNER if kind == "employer" else Kind(kind), Side(side)


def _class_order(school_class: SchoolClass | None) -> tuple[int, str]:
    return (school_class.level, school_class.letter) if school_class else (99, "")


def _order(person: Person) -> tuple[int, str, int]:
    return (*_class_order(person.school_class), person.id)
