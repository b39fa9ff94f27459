"""Participants of a programme and what each of them lacks, for many people in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from mentoring.consents import Capacity, Consent, Purpose, Way
from mentoring.people import Side
from mentoring.settings import GuardianRule
from mentoring.standing import Participation, Standing, lacks
from storage import people, schools
from storage.database import Row, Transaction
from storage.moments import maybe_time, to_time


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
    )


def consents_of(tx: Transaction, person_ids: Iterable[int]) -> dict[int, list[Consent]]:
    """The answers to consents that stand, by person, in one query."""
    ids = ",".join(str(int(each)) for each in set(person_ids))
    found: dict[int, list[Consent]] = defaultdict(list)
    if ids:
        for row in tx.all(f"SELECT * FROM consents WHERE withdrawn_at IS NULL AND person_id IN ({ids})"):
            found[row["person_id"]].append(
                Consent(
                    Purpose(row["purpose"]),
                    Capacity(row["capacity"]),
                    Way(row["way"]),
                    row["answer"] == "agreed",
                    to_time(row["given_at"]),
                )
            )
    return found


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
    rule, today = GuardianRule.PAPER, tx.now.date()
    if found:
        rule, today = _rule_and_day(tx, next(iter(found.values())).school_id)
    return [
        Standing(
            found[each.person_id],
            each,
            lacks(found[each.person_id], consents.get(each.person_id, ()), each, rule, today),
        )
        for each in participations
        if found[each.person_id].removed_at is None
    ]


def _rule_and_day(tx: Transaction, school_id: int) -> tuple[GuardianRule, date]:
    chosen = schools.settings(tx, school_id)
    return chosen.guardian_rule, tx.now.astimezone(chosen.zone).date()
