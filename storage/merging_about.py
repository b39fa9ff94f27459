"""What is about a participation follows it when two entries of one person become one: measures, levels, questionnaires."""

from __future__ import annotations

import json

from mentoring.baseline import Phase, subject
from mentoring.preferences import NAMES
from storage import cases, drafts, guests
from storage.database import Row, Transaction

_ABOUT_PARTICIPATION = (
    "(form LIKE 'application%' OR form LIKE 'entry%' OR form LIKE 'final%' OR form LIKE 'preferences%')"
)
_ABOUT_MEASURES = "form LIKE 'baseline/_%' ESCAPE '/'"  # about a participation and a phase in one number
_NOTICES = "('nudge', 'nudge-guardian', 'final-asked', 'preferences-asked')"


def follow(tx: Transaction, mine: Row, theirs: Row) -> None:
    """What was about the participation that gives way (`theirs`) is about the kept one; what both have stays `mine`."""
    ids = {"mine": mine["id"], "theirs": theirs["id"]}
    _answers(tx, mine, theirs, mine["id"], theirs["id"], _ABOUT_PARTICIPATION)
    cases.follow(tx, mine["id"], theirs["id"])
    tx.run(f"UPDATE notices SET about = :mine WHERE about = :theirs AND kind IN {_NOTICES}", **ids)
    for phase in Phase:
        kept, gone = subject(mine["id"], phase), subject(theirs["id"], phase)
        _answers(tx, mine, theirs, kept, gone, _ABOUT_MEASURES)
        tx.run("UPDATE notices SET about = :mine WHERE about = :theirs AND kind = 'baseline'", mine=kept, theirs=gone)
    for table in ("measures", "levels"):
        tx.run(
            f"UPDATE {table} AS o SET participation_id = :mine WHERE participation_id = :theirs AND NOT EXISTS (SELECT 1 "
            f"FROM {table} k WHERE k.participation_id = :mine AND k.phase = o.phase AND k.parameter = o.parameter)",
            **ids,
        )
        tx.run(f"DELETE FROM {table} WHERE participation_id = :theirs", theirs=theirs["id"])
    guests.follow(tx, mine["id"], theirs["id"])
    _named(tx, mine["id"], theirs["id"])
    tx.run(
        "UPDATE sheets SET about = :mine WHERE about = :theirs "
        f"AND {_ABOUT_PARTICIPATION} AND link_id IN (SELECT id FROM links WHERE person_id = :person)",
        **ids,
        person=theirs["person_id"],
    )


def _answers(tx: Transaction, mine: Row, theirs: Row, kept: int, gone: int, forms: str) -> None:
    """What was sent of these forms, and what anybody has begun."""
    tx.run(
        f"UPDATE submissions AS o SET about = :kept WHERE about = :gone AND person_id = :theirs AND {forms} "
        "AND NOT EXISTS (SELECT 1 FROM submissions k WHERE k.person_id = :mine AND k.form = o.form AND k.about = :kept)",
        kept=kept,
        gone=gone,
        theirs=theirs["person_id"],
        mine=mine["person_id"],
    )
    whose = "" if forms == _ABOUT_MEASURES else " AND coalesce(for_id, person_id) = :person"
    begun = f"SELECT id, account_id, form, for_id FROM drafts WHERE about = :gone AND {forms}{whose}"
    person = {} if forms == _ABOUT_MEASURES else {"person": theirs["person_id"]}
    for row in tx.all(begun, gone=gone, **person):
        _move(tx, row, kept)


def _named(tx: Transaction, kept: int, gone: int) -> None:
    """Whoever named the one entry after a group meeting, to work with or not to, has named the other."""
    for table in ("submissions", "drafts"):
        for row in tx.all(
            f"SELECT id, answers FROM {table} WHERE form LIKE 'preferences/_%' ESCAPE '/' AND instr(answers, :quoted) > 0",
            quoted=f'"{gone}"',
        ):
            answers = {
                name: _renamed(answer, str(kept), str(gone)) if name in NAMES else answer
                for name, answer in json.loads(row["answers"]).items()
            }
            text = json.dumps(answers, ensure_ascii=False, separators=(",", ":"))
            tx.run(f"UPDATE {table} SET answers = :answers WHERE id = :id", answers=text, id=row["id"])


def _renamed(answer: object, kept: str, gone: str) -> object:
    if isinstance(answer, list):
        return list(dict.fromkeys(kept if each == gone else each for each in answer))
    return kept if answer == gone else answer


def follow_person(tx: Transaction, kept: int, other: int) -> None:
    """What adults have begun to tell about the one entry is about the other now."""
    begun = "SELECT id, account_id, form, for_id FROM drafts WHERE about = :other AND form LIKE 'note/_%' ESCAPE '/'"
    for row in tx.all(begun, other=other):
        _move(tx, row, kept)


def _move(tx: Transaction, row: Row, about: int) -> None:
    """A draft is about something else from now on, unless its account has begun the same about that already."""
    if drafts.find(tx, row["account_id"], row["form"], about, for_id=row["for_id"]) is None:
        tx.run("UPDATE drafts SET about = :about WHERE id = :id", about=about, id=row["id"])
    else:
        drafts.drop(tx, row["id"])
