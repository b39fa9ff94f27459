"""What matching knows of preferences: whom people would like to work with after the group meeting, and whom not.

«С кем точно не хотел(а) бы» is for the curator and the psychologist: nothing else reads it here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from mentoring.preferences import Preferences, preferences_in
from mentoring.questionnaire import answers_from
from storage import asking
from storage.database import Transaction

__all__ = ["Preferences", "preferences_of"]


def preferences_of(tx: Transaction, programme_id: int, form: str) -> Mapping[int, Preferences]:
    """The newest preferences of everybody still in a form, by participation; in one query.

    Whoever has left the form is named by nobody any more, and nobody prefers somebody of their own side.
    """
    sides, sent = {}, {}
    for row in asking.preferences(tx, programme_id, form):
        sides[row["id"]] = row["side"]
        if row["answers"] is not None:
            sent[row["id"]] = preferences_in(answers_from(json.loads(row["answers"])))
    return {
        id_: Preferences(
            tuple(each for each in told.chosen if sides.get(each, sides[id_]) != sides[id_]),
            frozenset(each for each in told.avoided if sides.get(each, sides[id_]) != sides[id_]),
        )
        for id_, told in sent.items()
    }
