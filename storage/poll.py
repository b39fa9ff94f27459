"""Answers to the interest poll: what was wished, never by whom."""

from __future__ import annotations

from mentoring.people import Kind
from mentoring.poll import Counted, PollAnswer, Wish
from storage.database import Transaction


def keep(tx: Transaction, programme_id: int, ballot: str, answer: PollAnswer) -> None:
    """Keep an answer; the same ballot answered again takes the place of what it said before."""
    tx.run(
        "INSERT INTO poll_answers (programme_id, ballot, who, level, wish, form) "
        "VALUES (:programme, :ballot, :who, :level, :wish, :form) ON CONFLICT (programme_id, ballot) DO UPDATE SET "
        "who = excluded.who, level = excluded.level, wish = excluded.wish, form = excluded.form",
        programme=programme_id,
        ballot=ballot,
        who=answer.who,
        level=answer.level,
        wish=answer.wish,
        form=answer.form,
    )


def counted(tx: Transaction, programme_id: int) -> list[Counted]:
    """How often each answer was given."""
    rows = tx.all(
        "SELECT who, level, wish, form, count(*) AS times FROM poll_answers WHERE programme_id = :programme "
        "GROUP BY who, level, wish, form ORDER BY who, level, wish, form",
        programme=programme_id,
    )
    return [
        Counted(PollAnswer(Kind(row["who"]), row["level"], Wish(row["wish"]), row["form"]), row["times"])
        for row in rows
    ]
