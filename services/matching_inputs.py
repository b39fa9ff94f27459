"""What matching is computed from: participants with their applications, free places, bans, pins and standing matches.

Only those who may be in a list at all come in: admitted, with complete consents (stages 2 and 3); a mentor who has only
not finished the questionnaires is seen, to tell what would help.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from mentoring.consents import PARTNER_FORMS, organisation, partners_of
from mentoring.matching_criteria import Knob
from mentoring.matching_people import Hindrance, Meets, Mentee, Mentor, Programme, WishedAge
from mentoring.people import MentoringForm, Side
from mentoring.questionnaire import Answer
from mentoring.standing import Lack, Standing
from services.capacity import places_of
from services.matching_preferences import Preferences, preferences_of
from storage import (
    applications,
    match_rules,
    matches,
    nearness,
    participations,
    partings,
    pauses,
    schools,
    standing,
    wishes,
)
from storage.database import Transaction
from storage.matches import Member
from storage.wishes import Wish

_HINDRANCES = {
    Lack.FORM: Hindrance.FORM_UNCONFIRMED,
    Lack.APPLICATION: Hindrance.QUESTIONNAIRE_MISSING,
    Lack.ENTRY: Hindrance.QUESTIONNAIRE_MISSING,
    Lack.TRAINING: Hindrance.TRAINING_MISSING,
}
_AREAS = {MentoringForm.TEACHER_PUPIL.value: "pupil_areas"}  # a teacher says apart what a pupil can be helped with
Answers = Mapping[str, Answer]
Who = TypeVar("Who", Mentee, Mentor)


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything about one mentoring form of a programme at one moment."""

    form: str
    programme: Programme
    standings: Mapping[int, Standing]
    answers: Mapping[int, Answers]
    places: Mapping[int, int]  # of a mentor in this form, by participation
    totals: Mapping[int, int]  # of a mentor over all their forms, by participation
    live: tuple[Member, ...]  # of every form
    unready: int  # mentees who may not be matched yet

    @property
    def digest(self) -> str:
        """A fingerprint that changes neither by mere waiting nor by the draft that is kept to: the same people, the same one."""
        still = tuple(replace(each, waiting_days=0) for each in self.programme.mentees)
        return replace(self.programme, mentees=still, kept=frozenset()).digest()

    @property
    def digest_without_knob(self) -> str:
        """The same for every position of the knob."""
        still = tuple((form, replace(rules, knob=Knob.MOST_PAIRS)) for form, rules in self.programme.rules)
        return replace(self, programme=replace(self.programme, rules=still)).digest

    def as_on(self, days_ago: int) -> Programme:
        """All as it was computed some days ago: people had waited so much less."""
        if days_ago <= 0:
            return self.programme
        then = tuple(
            replace(each, waiting_days=max(each.waiting_days - days_ago, 0)) for each in self.programme.mentees
        )
        return replace(self.programme, mentees=then)

    def mentee(self, participation_id: int) -> Mentee | None:
        """The mentee who looks for a mentor, by participation."""
        return next((each for each in self.programme.mentees if each.id == participation_id), None)

    def mentor(self, participation_id: int) -> Mentor | None:
        """The mentor, by participation."""
        return next((each for each in self.programme.mentors if each.id == participation_id), None)

    def free(self, mentor_id: int) -> int:
        """How many mentees more a mentor has a place for in this form, whether they pause or not."""
        person = self.standings[mentor_id].person.id
        mine = [each for each in self.live if each.mentor_person == person]
        here = sum(1 for each in mine if each.form == self.form)
        return max(min(self.places[mentor_id] - here, self.totals[mentor_id] - len(mine)), 0)

    def taken(self, mentee_id: int) -> bool:
        """Whether this mentee has a live match."""
        return any(each.mentee_id == mentee_id for each in self.live)


def gather(tx: Transaction, programme: schools.Programme, form: str) -> Inputs:
    """All of one form, in a fixed number of queries."""
    every = standing.of_programme(tx, programme.id, form)
    return _inputs(tx, programme, form, every)


def gather_two(tx: Transaction, programme: schools.Programme, form: str, *participation_ids: int) -> Inputs:
    """The same for a few participations only: enough to explain them."""
    found = [standing.of_participation(tx, each) for each in participation_ids]
    here = [
        each
        for each in found
        if each and each.participation.programme_id == programme.id and each.participation.form == form
    ]
    return _inputs(tx, programme, form, here)


def _inputs(tx: Transaction, programme: schools.Programme, form: str, every: list[Standing]) -> Inputs:
    zone = schools.settings(tx, programme.school_id).zone
    today = tx.now.astimezone(zone).date()
    live = tuple(matches.live(tx, programme.id))
    sent = {key: each.answers for key, each in applications.of(tx, every).items()}
    taken = {each.mentee_id for each in live}
    partners = _partners(tx, programme, form, every)
    fallen = {
        row["mentee_id"]
        for row in tx.all(
            "SELECT DISTINCT mentee_id FROM members WHERE programme_id = :id AND state IN ('declined', 'returned')",
            id=programme.id,
        )
    }
    used = Counter(each.mentor_person for each in live)
    has = Counter(each.mentor_id for each in live if each.form == form)
    resting, away = partings.resting(tx, programme.id), pauses.running(tx, programme.id)
    most = {str(name): count for name, count in programme.forms.items()}.get(form, 0)
    offered = participations.offered(tx, programme.id)
    mentors, mentees, places, totals, unready = [], [], {}, {}, 0
    for each in every:
        key, answers = each.participation.id, sent.get(each.participation.id, {})
        if each.participation.side is Side.MENTOR:
            places[key] = places_of(each.participation, answers, most)
            totals[key] = max(places[key], *offered.get(each.person.id, {"": 0}).values())
            if set(each.lacks) <= _HINDRANCES.keys():
                waits = key in resting or each.person.id in away  # nothing new until they are back
                free = min(places[key] - has[key], totals[key] - used[each.person.id])
                mentors.append(_mentor(each, answers, 0 if waits else free, has[key]))
        elif not each.ready:
            unready += 1
        elif key not in taken and key not in resting:
            entered = each.participation.entered_at
            waiting = (today - entered.astimezone(zone).date()).days if entered else 0
            mentees.append(_mentee(each, answers, waiting, partners.get(each.person.id), left_before=key in fallen))
    liked = preferences_of(tx, programme.id, form)
    mentees, mentors = [_liking(each, liked) for each in mentees], [_liking(each, liked) for each in mentors]
    people = {each.person: each.id for each in mentees}, {each.person: each.id for each in mentors}
    wished, chosen = wishes.of_programme(tx, programme.id), match_rules.of_form(tx, programme.id, form)
    return Inputs(
        form=form,
        programme=Programme(
            mentees=tuple(mentees),
            mentors=tuple(mentors),
            bans=_among(people, wished[Wish.BAN]),
            pins=frozenset(
                (people[0][mentee], people[1][mentor])
                for mentee, mentor in wished[Wish.PIN]
                if mentee in people[0] and mentor in people[1]
            ),
            standing=frozenset(
                (each.form, each.mentee_person, each.mentor_person) for each in live if each.form == form
            ),
            relatives=_among(people, nearness.relatives(tx, programme.id, form)),
            rules=((form, chosen.rules),),
            class_teachers=(
                frozenset() if chosen.class_teacher else _among(people, nearness.class_teachers(tx, programme.id, form))
            ),
        ),
        standings={each.participation.id: each for each in every},
        answers=sent,
        places=places,
        totals=totals,
        live=live,
        unready=unready,
    )


def _among(
    people: tuple[Mapping[int, int], Mapping[int, int]], pairs: Iterable[tuple[int, int]]
) -> frozenset[tuple[int, int]]:
    """Of pairs of persons those who both are looked at here: nobody else makes a draft differ."""
    mentees, mentors = people
    return frozenset(two for two in pairs if two[0] in mentees and two[1] in mentors)


def _partners(
    tx: Transaction, programme: schools.Programme, form: str, every: list[Standing]
) -> dict[int, frozenset[str]]:
    """To which organisations the data of each mentee may be passed, where a form passes them on."""
    if form not in PARTNER_FORMS:
        return {}
    mentees = {each.person.id: each.person for each in every if each.participation.side is Side.MENTEE}
    chosen, given = schools.settings(tx, programme.school_id), standing.consents_of(tx, mentees)
    today = tx.now.astimezone(chosen.zone).date()
    return {
        id_: partners_of(person, given.get(id_, ()), chosen.guardian_rule, today, grace=chosen.adult_grace_days)
        for id_, person in mentees.items()
    }


def _mentee(
    standing: Standing, answers: Answers, waiting: int, partners: frozenset[str] | None, *, left_before: bool
) -> Mentee:
    person = standing.person
    wish = answers.get("gender_wish")
    return Mentee(
        id=standing.participation.id,
        person=person.id,
        form=standing.participation.form,
        areas=_chosen(answers, "areas"),
        free=_chosen(answers, "free"),
        meets=Meets(str(answers.get("meets") or Meets.ANY)),
        wished_age=WishedAge(str(answers.get("wished_age") or WishedAge.ANY)),
        class_level=person.school_class.level if person.school_class else None,
        interests=_chosen(answers, "interests"),
        gender=person.gender,
        gender_wish=wish if isinstance(wish, str) and wish != "any" else None,
        model=standing.participation.role_model or None,
        waiting_days=waiting,
        left_before=left_before,
        partners=partners or frozenset(),
        languages=_chosen(answers, "languages"),
        building=str(answers.get("building") or ""),
    )


def _mentor(standing: Standing, answers: Answers, places: int, has: int) -> Mentor:
    person = standing.person
    return Mentor(
        id=standing.participation.id,
        person=person.id,
        form=standing.participation.form,
        areas=_chosen(answers, _AREAS.get(standing.participation.form, "areas")) or _chosen(answers, "areas"),
        free=_chosen(answers, "free"),
        meets=Meets(str(answers.get("meets") or Meets.ANY)),
        youngest=_number(answers, "youngest"),
        oldest=_number(answers, "oldest"),
        class_level=person.school_class.level if person.school_class else None,
        interests=_chosen(answers, "interests"),
        gender=person.gender,
        places=max(places, 0),
        has=has,
        partner=organisation(person.workplace) if standing.participation.form in PARTNER_FORMS else None,
        languages=_chosen(answers, "languages"),
        building=str(answers.get("building") or ""),
        hindrances=tuple(dict.fromkeys(_HINDRANCES[lack] for lack in standing.lacks)),
    )


def _liking(who: Who, liked: Mapping[int, Preferences]) -> Who:
    """The same person with whom they have named after the group meeting."""
    told = liked.get(who.id)
    return replace(who, chosen=told.chosen, avoided=told.avoided) if told else who


def _chosen(answers: Answers, name: str) -> frozenset[str]:
    answer = answers.get(name)
    return frozenset(answer) if isinstance(answer, tuple) else frozenset()


def _number(answers: Answers, name: str) -> int | None:
    answer = answers.get(name)
    return answer if isinstance(answer, int) else None
