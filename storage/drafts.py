"""Questionnaires being answered: saved after every answer, so that a restart forgets nothing; and those that were sent."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from mentoring.questionnaire import Answer, Answers, answers_from
from storage.database import Row, Transaction
from storage.moments import to_time


@dataclass(frozen=True, slots=True)
class Draft:
    """A questionnaire being answered through one account. `about` is the id of what it is about, 0 for nothing."""

    id: int
    account_id: int
    person_id: int | None
    form: str
    version: str
    about: int
    answers: Mapping[str, Answer]
    cursor: str
    began_at: datetime
    touched_at: datetime
    spent: int = 0  # seconds at it so far, without long pauses
    for_id: int | None = None  # the person whose paper is entered

    @property
    def trial(self) -> int:
        """The version being tried out by a curator, as a participant would see it; 0 for answers that are meant."""
        return -self.about // 2 if self.about < 0 else 0

    @property
    def trial_waits(self) -> bool:
        """Whether the version being tried out is not in force yet."""
        return self.about < 0 and self.about % 2 == 1


def get(tx: Transaction, draft_id: int) -> Draft | None:
    """The draft, unless it was sent or dropped."""
    row = tx.one("SELECT * FROM drafts WHERE id = :id", id=draft_id)
    return None if row is None else draft_of(row)


def find(tx: Transaction, account_id: int, form: str, about: int, for_id: int | None = None) -> Draft | None:
    """The draft of this form about this subject that the account has begun; `for_id`: from whose paper."""
    row = tx.one(
        "SELECT * FROM drafts WHERE account_id = :account AND form = :form AND about = :about "
        "AND coalesce(for_id, 0) = :whose",
        whose=for_id or 0,
        account=account_id,
        form=form,
        about=about,
    )
    return None if row is None else draft_of(row)


def begin(
    tx: Transaction,
    *,
    account: int,
    person: int | None,
    form: str,
    version: str,
    about: int,
    answers: Answers,
    for_id: int | None = None,
) -> Draft:
    """A new draft in place of whatever the account had begun of this form about this subject."""
    old = find(tx, account, form, about, for_id)
    if old is not None:
        drop(tx, old.id)
    draft_id = tx.insert(
        "drafts",
        account_id=account,
        person_id=person,
        form=form,
        version=version,
        about=about,
        answers=_json(answers),
        for_id=for_id,
        began_at=tx.now,
        touched_at=tx.now,
    )
    return Draft(draft_id, account, person, form, version, about, answers, "", tx.now, tx.now, for_id=for_id)


def save(tx: Transaction, draft_id: int, answers: Answers, cursor: str, spent: int = 0) -> None:
    """Keep the answers so far and the question that is on the screen; `spent` is the seconds since the last time."""
    tx.run(
        "UPDATE drafts SET answers = :answers, cursor = :cursor, spent = spent + :spent, touched_at = :now "
        "WHERE id = :id",
        answers=_json(answers),
        cursor=cursor,
        spent=spent,
        now=tx.now,
        id=draft_id,
    )


def drop(tx: Transaction, draft_id: int) -> None:
    """The draft was sent, or is not wanted any more."""
    tx.run("UPDATE accounts SET draft_id = NULL WHERE draft_id = :id", id=draft_id)
    tx.run("DELETE FROM drafts WHERE id = :id", id=draft_id)


def trial_about(version_id: int, *, waits: bool) -> int:
    """What a draft that tries a version out is about: no id of anything else is below zero."""
    return -(2 * version_id + int(waits))


def drop_trials(tx: Transaction, version_id: int) -> None:
    """Nobody tries this version of a questionnaire out any more."""
    first, second = (trial_about(version_id, waits=waits) for waits in (False, True))
    for row in tx.all("SELECT id FROM drafts WHERE about IN (:first, :second)", first=first, second=second):
        drop(tx, row["id"])


def drop_forms(tx: Transaction, school_id: int, forms: Iterable[str]) -> None:
    """What people of a school have begun of these forms is not wanted any more."""
    for form in forms:
        for row in tx.all(
            "SELECT d.id FROM drafts d JOIN persons p ON p.id = d.person_id WHERE p.school_id = :school AND d.form = :form",
            school=school_id,
            form=form,
        ):
            drop(tx, row["id"])


def begun(tx: Transaction, account_id: int, person_id: int | None) -> list[Draft]:
    """What the account has begun for this person, latest first."""
    rows = tx.all(
        "SELECT * FROM drafts WHERE account_id = :account AND person_id IS :person ORDER BY touched_at DESC, id DESC",
        account=account_id,
        person=person_id,
    )
    return [draft_of(row) for row in rows]


@dataclass(frozen=True, slots=True)
class Submission:
    """A sent questionnaire."""

    id: int
    person_id: int
    form: str
    version: str
    about: int
    answers: Mapping[str, Answer]
    entered_by: int | None = None  # from paper


def send(
    tx: Transaction,
    *,
    school: int,
    person: int,
    form: str,
    version: str,
    about: int,
    answers: Answers,
    entered_by: int | None = None,
) -> None:
    """Keep what was sent; sent again, it takes the place of the earlier answers."""
    tx.run(
        "INSERT INTO submissions (school_id, person_id, form, version, about, answers, sent_at, entered_by) "
        "VALUES (:school, :person, :form, :version, :about, :answers, :now, :entered_by) "
        "ON CONFLICT (person_id, form, about) DO UPDATE SET "
        "answers = excluded.answers, version = excluded.version, changed_at = excluded.sent_at, "
        "entered_by = excluded.entered_by",
        school=school,
        person=person,
        form=form,
        version=version,
        about=about,
        answers=_json(answers),
        now=tx.now,
        entered_by=entered_by,
    )


def entered(tx: Transaction, person_id: int, form: str, about: int, by: int) -> None:
    """What was just sent was entered from this person's paper by somebody else."""
    tx.run(
        "UPDATE submissions SET entered_by = :by WHERE person_id = :person AND form = :form AND about = :about",
        by=by,
        person=person_id,
        form=form,
        about=about,
    )


def timed(tx: Transaction, person_id: int, form: str, about: int, began_at: datetime, spent: int) -> None:
    """How long it took to fill in what this person has just sent for the first time, by themselves."""
    tx.run(
        "UPDATE submissions SET began_at = :began, spent = :spent WHERE person_id = :person AND form = :form "
        "AND about = :about AND began_at IS NULL AND changed_at IS NULL AND entered_by IS NULL",
        began=began_at,
        spent=spent,
        person=person_id,
        form=form,
        about=about,
    )


def sent(tx: Transaction, person_id: int, form: str, about: int = 0) -> Submission | None:
    """What a person has sent of a form about a subject."""
    row = tx.one(
        "SELECT * FROM submissions WHERE person_id = :person AND form = :form AND about = :about",
        person=person_id,
        form=form,
        about=about,
    )
    return None if row is None else submission_of(row)


def submission_of(row: Row) -> Submission:
    """A row of `submissions` as a value."""
    answers = answers_from(json.loads(row["answers"]))
    return Submission(
        row["id"], row["person_id"], row["form"], row["version"], row["about"], answers, row["entered_by"]
    )


def draft_of(row: Row) -> Draft:
    """A row of `drafts` as a value."""
    return Draft(
        id=row["id"],
        account_id=row["account_id"],
        person_id=row["person_id"],
        form=row["form"],
        version=row["version"],
        about=row["about"],
        answers=answers_from(json.loads(row["answers"])),
        cursor=row["cursor"],
        began_at=to_time(row["began_at"]),
        touched_at=to_time(row["touched_at"]),
        spent=row["spent"],
        for_id=row["for_id"],
    )


def _json(answers: Answers) -> str:
    return json.dumps(dict(answers), ensure_ascii=False, separators=(",", ":"))
