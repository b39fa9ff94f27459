"""Scores of a person who is erased, kept for the statistics before and after: without the person, a day or a word."""

from __future__ import annotations

import json
import secrets

from storage.database import Transaction

_MOST = 10  # the highest score of a scale; a larger number may be an age, a year, a phone


def keep(tx: Transaction, person_id: int) -> int:
    """Copy the scores of first and last questionnaires and measures of a person under a random ballot of their own.

    Only numbers of a scale are kept: no choice, no text, no psychological level, no day.
    Returns how many rows that were.
    """
    kept = 0
    ballots: dict[int, str] = {}
    rows = tx.all(
        "SELECT q.id, q.programme_id, s.form, s.version, s.answers FROM submissions s "
        "JOIN participations q ON q.id = s.about AND q.person_id = s.person_id "
        "WHERE s.person_id = :id AND (s.form LIKE 'entry/_%' ESCAPE '/' OR s.form LIKE 'final/_%' ESCAPE '/') "
        "ORDER BY s.id",
        id=person_id,
    )
    found = [(row["id"], row["programme_id"], row["form"], row["version"], json.loads(row["answers"])) for row in rows]
    measured: dict[tuple[int, int, str], dict[str, int]] = {}
    for row in tx.all(
        "SELECT q.id, q.programme_id, m.phase, m.parameter, m.value FROM measures m "
        "JOIN participations q ON q.id = m.participation_id WHERE q.person_id = :id",
        id=person_id,
    ):
        measured.setdefault((row["id"], row["programme_id"], row["phase"]), {})[row["parameter"]] = row["value"]
    found += [
        (part, programme, f"measures_{phase}", "", values) for (part, programme, phase), values in measured.items()
    ]
    for part, programme, form, version, answers in found:
        scores = {name: value for name, value in answers.items() if isinstance(value, int) and 0 <= value <= _MOST}
        if scores:
            ballot = ballots.setdefault(part, secrets.token_hex(8))
            tx.insert(
                "detached_scores",
                programme_id=programme,
                ballot=ballot,
                form=form,
                version=version,
                scores=json.dumps(scores),
            )
            kept += 1
    return kept
