"""How a questionnaire is answered, for the curator: how long it takes, how many send it, where people stop. No names."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from mentoring.people import Speaker
from mentoring.questionnaire import Form, Given, Question
from mentoring.refusal import NotYours
from mentoring.rights import Deed
from services.authority import acting
from services.owing import waited_for
from services.questionnaire_forms import Forms
from storage import measures
from storage.database import Database, Transaction

ENOUGH = 5  # below that a measure would speak of single people
_LEFT = timedelta(days=1)
_STOPS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Measures:
    """What the journal tells of one questionnaire. None and empty while too few have answered."""

    form: Form
    sent: int
    begun: int
    minutes: int | None  # the middle one of the times spent on it, pauses left out
    share: int | None  # per cent of those who began
    answered: int = 0  # with those entered from paper
    asked: int | None = None  # everyone asked; None where nobody in particular is
    stops: tuple[tuple[Question, int], ...] = ()  # the questions at which it was left, and by how many


class QuestionnaireMeasures:
    """Measures of questionnaires."""

    def __init__(self, database: Database, forms: Forms) -> None:
        self._database = database
        self._forms = forms

    async def of(self, speaker: Speaker, key: str) -> Measures:
        """The measures of one questionnaire. Raises NotYours for a key that is none."""

        def query(tx: Transaction) -> Measures:
            now = acting(tx, speaker, Deed.CHANGE_QUESTIONNAIRES)
            if key not in self._forms:
                raise NotYours
            form = self._forms.in_force(tx, now.school_id, key)
            sent, begun = measures.sent_of(tx, now.school_id, key), measures.begun(tx, now.school_id, key)
            answered, waited = measures.sent(tx, now.school_id).get(key, 0), waited_for(tx, now.school_id, key)
            asked = None if waited is None else answered + waited
            if begun < ENOUGH:
                return Measures(form, sent, begun, None, None, answered, asked)
            times = measures.times(tx, now.school_id, key)
            minutes = max(1, round(median(times) / 60)) if len(times) >= ENOUGH else None
            share = round(100 * sent / begun)
            return Measures(form, sent, begun, minutes, share, answered, asked, self._stops(tx, now, key))

        return await self._database.read(query)

    def _stops(self, tx: Transaction, speaker: Speaker, key: str) -> tuple[tuple[Question, int], ...]:
        """The first question without an answer of everything left for more than a day."""
        given = Given(tx.now.date())
        counted: Counter[str] = Counter()
        questions: dict[str, Question] = {}
        for draft in measures.left(tx, speaker.school_id, key, tx.now - _LEFT):
            form = self._forms.of(tx, speaker.school_id, key, draft.version)
            question = form.walk(draft.answers, given).question
            if question is not None:
                counted[question.name] += 1
                questions[question.name] = question
        return tuple((questions[name], count) for name, count in counted.most_common(_STOPS_SHOWN))
