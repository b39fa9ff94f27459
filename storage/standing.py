"""Participants of a programme and what each of them lacks, for many people in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from mentoring.consents import Capacity, Consent, Purpose, Way
from mentoring.people import FORMS_OF, Kind, MentoringForm, Person, Side
from mentoring.standing import Participation, Standing, lacks
from storage import people, schools
from storage.database import Row, Transaction
from storage.moments import maybe_date, maybe_time, to_time

_PAGE = 200
# Consents are read by thousands at a tap of matching: looking a word up costs a fifth of asking its enum.
_PURPOSES = {str(each): each for each in Purpose}
_CAPACITIES = {str(each): each for each in Capacity}
_WAYS = {str(each): each for each in Way}


def participation_of(row: Row) -> Participation:
    """A row of `participations` as a value."""
    return Participation(
        id=row["id"],
        programme_id=row["programme_id"],
        person_id=row["person_id"],
        side=Side(row["side"]),
        form=row["form"],
        role_model=row["role_model"],
        form_confirmed_at=maybe_time(row["form_confirmed_at"]),
        places=row["places"],
        joined_at=to_time(row["joined_at"]),
        applied_at=maybe_time(row["applied_at"]),
        entered_at=maybe_time(row["entered_at"]),
        trained_on=maybe_date(row["trained_on"]),
        places_said=row["places_said_at"] is not None,
    )


def consents_of(tx: Transaction, person_ids: Iterable[int]) -> dict[int, list[Consent]]:
    """The answers to consents that stand, of those who may decide, by person, in one query."""
    ids = ",".join(str(int(each)) for each in set(person_ids))
    found: dict[int, list[Consent]] = defaultdict(list)
    if ids:
        for person_id, *row in tx.all(
            "SELECT c.person_id, c.purpose, c.capacity, c.way, c.answer, c.given_at, c.scope, c.terms, c.until, c.given_by, "
            "g.guardian_id IS NULL OR g.confirmed_at IS NOT NULL, c.id FROM consents c "
            "LEFT JOIN guardianships g ON c.capacity = 'guardian' AND g.child_id = c.person_id "
            f"AND g.guardian_id = c.given_by WHERE c.withdrawn_at IS NULL AND c.person_id IN ({ids}) "
            "AND g.barred_at IS NULL ORDER BY c.id"
        ):
            found[person_id].append(_consent(*row))
    return found


def _consent(
    purpose: str,
    capacity: str,
    way: str,
    answer: str,
    given_at: str,
    scope: str,
    terms: str,
    until: str | None,
    given_by: int | None,
    confirmed: int,
    id_: int,
) -> Consent:
    return Consent(
        purpose=_PURPOSES[purpose],
        capacity=_CAPACITIES[capacity],
        way=_WAYS[way],
        agreed=answer == "agreed",
        given_at=to_time(given_at),
        scope=scope,
        terms=terms,
        until=maybe_date(until),
        given_by=given_by,
        confirmed=bool(confirmed),
        id=id_,
    )


def of_person(tx: Transaction, person_id: int) -> list[Standing]:
    """Where a person stands in the open programme: one line for each side taken."""
    rows = tx.all(
        "SELECT p.* FROM participations p JOIN programmes g ON g.id = p.programme_id "
        "WHERE p.person_id = :person AND p.left_at IS NULL AND g.closed_at IS NULL ORDER BY p.id",
        person=person_id,
    )
    return _standings(tx, [participation_of(row) for row in rows])


def of_participation(tx: Transaction, participation_id: int) -> Standing | None:
    """The same for one participation."""
    row = tx.one("SELECT * FROM participations WHERE id = :id", id=participation_id)
    return None if row is None else next(iter(_standings(tx, [participation_of(row)])), None)


def participation(tx: Transaction, participation_id: int) -> Participation | None:
    """One participation with the forms it may be in, without what is missing."""
    row = tx.one("SELECT * FROM participations WHERE id = :id", id=participation_id)
    if row is None:
        return None
    found = participation_of(row)
    return next(_fitted(tx, [found], people.some(tx, [found.person_id])))


def of_programme(tx: Transaction, programme_id: int, form: str = "", side: str = "") -> list[Standing]:
    """Everyone in a programme, or in one form or side of it: for matching and papers, which need them all."""
    rows = tx.all(
        "SELECT * FROM participations WHERE programme_id = :programme AND left_at IS NULL "
        "AND (:form = '' OR form = :form) AND (:side = '' OR side = :side) ORDER BY id",
        programme=programme_id,
        form=form,
        side=side,
    )
    return _standings(tx, [participation_of(row) for row in rows])


def by_name(tx: Transaction, programme_id: int, side: Side, kinds: Iterable[Kind]) -> Iterator[list[Standing]]:
    """One side of a programme, of some kinds of people, by name, page after page: memory does not grow with the school."""
    sought, last = "", 0
    while rows := tx.all(
        "SELECT q.*, p.sought FROM persons p CROSS JOIN participations q WHERE q.person_id = p.id AND q.left_at IS NULL "
        "AND q.programme_id = :programme AND q.side = :side AND p.removed_at IS NULL AND instr(:kinds, p.kind) > 0 "
        "AND p.school_id = (SELECT school_id FROM programmes WHERE id = :programme) AND p.sought >= :sought "
        "AND (p.sought > :sought OR q.id > :last) ORDER BY p.sought, q.id LIMIT :size",
        programme=programme_id,
        side=side,
        kinds=" ".join(kinds),
        sought=sought,
        last=last,
        size=_PAGE,
    ):
        yield _standings(tx, [participation_of(row) for row in rows])
        sought, last = rows[-1]["sought"], rows[-1]["id"]


def of_people(tx: Transaction, person_ids: Iterable[int]) -> list[Standing]:
    """The same for one page of people."""
    ids = ",".join(str(int(each)) for each in set(person_ids))
    if not ids:
        return []
    rows = tx.all(
        "SELECT p.* FROM participations p JOIN programmes g ON g.id = p.programme_id "
        f"WHERE p.person_id IN ({ids}) AND p.left_at IS NULL AND g.closed_at IS NULL ORDER BY p.id"
    )
    return _standings(tx, [participation_of(row) for row in rows])


def _standings(tx: Transaction, participations: list[Participation]) -> list[Standing]:
    found = people.some(tx, (each.person_id for each in participations))
    consents = consents_of(tx, found)
    if not found:
        return []
    chosen = schools.settings(tx, next(iter(found.values())).school_id)
    today, by_name = tx.now.astimezone(chosen.zone).date(), not chosen.privacy.coded
    return [
        Standing(
            found[each.person_id],
            each,
            lacks(
                found[each.person_id],
                consents.get(each.person_id, ()),
                each,
                chosen.guardian_rule,
                today,
                by_name=by_name,
                grace=chosen.adult_grace_days,
            ),
        )
        for each in _fitted(tx, participations, found)
        if found[each.person_id].removed_at is None
    ]


def _fitted(
    tx: Transaction, participations: list[Participation], known: Mapping[int, Person]
) -> Iterator[Participation]:
    """The same with the forms each may be in: run by the programme, for that kind of people, not taken otherwise.

    And whether a mentor's training is asked for there.
    """
    ids = ",".join(str(int(each.id)) for each in participations)
    programmes = ",".join(str(int(each.programme_id)) for each in participations)
    run: dict[int, set[str]] = defaultdict(set)
    others: dict[int, set[str]] = defaultdict(set)
    trained: set[tuple[int, str]] = set()
    if ids:
        for row in tx.all(
            f"SELECT programme_id, form FROM match_rules WHERE training = 1 AND programme_id IN ({programmes})"
        ):
            trained.add((row["programme_id"], row["form"]))
        for row in tx.all(f"SELECT programme_id, form FROM programme_forms WHERE programme_id IN ({programmes})"):
            run[row["programme_id"]].add(row["form"])
        for row in tx.all(
            "SELECT p.id, o.form FROM participations p JOIN participations o ON o.person_id = p.person_id "
            "AND o.programme_id = p.programme_id AND o.id <> p.id "
            f"WHERE p.id IN ({ids})"
        ):
            others[row["id"]].add(row["form"])
    for each in participations:
        forms: tuple[MentoringForm, ...] = FORMS_OF.get((known[each.person_id].kind, each.side), ())
        free = run[each.programme_id] - others[each.id]
        yield replace(
            each,
            fitting=tuple(form for form in forms if form in free),
            training_needed=(each.programme_id, each.form) in trained,
        )
