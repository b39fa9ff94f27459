"""Interim feedback (stage 6): both sides are asked once a match has met or worked long enough, and reminded twice at most.

Where the school asks again, every round keeps its own answers, so that they can be laid side by side.
"""

from __future__ import annotations

from datetime import timedelta

from mentoring.feedback_rounds import Again, match_of, round_of, subject
from mentoring.naming import shown
from mentoring.people import MentoringForm, Person, Role, Side, Speaker
from mentoring.refusal import NotYours
from mentoring.rights import Deed
from mentoring.stuck_pairs import SignalKind
from services.authority import acting
from services.filling import Sent
from services.notices import Notice, Values, addressee
from storage import drafts, feedback, journal, meetings, notices, people, schools, signals
from storage.database import Database, Transaction
from storage.meetings import Pair
from storage.notices import Lane

KIND = "feedback"
_REMINDED_AFTER = (timedelta(), timedelta(days=3), timedelta(days=7))
ASKS = ("change_pair", "curator_help")  # questions whose «да» the curators are told of, and nobody else
_SIGNALS = (SignalKind.CHANGE_PAIR, SignalKind.CURATOR_HELP)  # they are named as the questions are


def form_for(side: Side, form: str = "") -> str:
    """The key of the interim questionnaire of a side; between teachers other things are asked, as before and after."""
    return f"interim_{side}_{form}" if form == MentoringForm.TEACHER_TEACHER else f"interim_{side}"


def ask(tx: Transaction, pair: Pair) -> None:
    """Begin the next round: ask both sides now, and twice more whoever has not answered by then."""
    last = feedback.last_round(tx, pair.match_id)
    number = last.number + 1 if last else 1
    if not feedback.begin_round(tx, pair.match_id, number):
        return
    for person in pair.everyone:
        for revision, after in enumerate(_REMINDED_AFTER):
            notices.write(
                tx,
                KIND,
                school=pair.school_id,
                person=person.id,
                about=subject(pair.match_id, number),
                revision=revision,
                lane=Lane.REMINDER,
                not_before=tx.now + after,
                not_after=tx.now + after + timedelta(days=2),
            )


def when_held(tx: Transaction, pair: Pair, held: int) -> None:
    """A meeting was held: enough of them, and it is time to ask; again, where the school asks by meetings."""
    chosen = schools.settings(tx, pair.school_id)
    last = feedback.last_round(tx, pair.match_id)
    if last is not None and chosen.feedback_again is not Again.MEETINGS:
        return
    if held - (last.held if last else 0) >= chosen.feedback_after_meetings:
        ask(tx, pair)


def nightly(tx: Transaction, school_id: int) -> None:
    """Ask the matches that have worked for the set number of days since the last time, however often they have met."""
    chosen = schools.settings(tx, school_id)
    before = tx.now - timedelta(days=chosen.feedback_after_days)
    again = chosen.feedback_again is Again.DAYS
    for pair in meetings.pairs(tx, feedback.waiting(tx, school_id, before, again=again)):
        ask(tx, pair)


def still_to_answer(tx: Transaction, notice: Notice) -> Values | None:
    """True until the person has filled the questionnaire of the match's latest round, while the match works."""
    match = match_of(notice.about)
    found = meetings.pairs(tx, [match])
    last = feedback.last_round(tx, match)
    side = _side(found[0], notice.person_id or 0) if found else None
    if side is None or last is None or last.number != round_of(notice.about):
        return None
    if drafts.sent(tx, notice.person_id or 0, form_for(side, found[0].form), notice.about) is not None:
        return None
    return {"who": _others(found[0], addressee(tx, notice)), "side": side, "again": notice.revision}


def receive(tx: Transaction, speaker: Speaker, sent: Sent) -> None:
    """Keep the answers; a wish to change the pair and a call for help go to the curators only."""
    now = acting(tx, speaker, Deed.FILL_QUESTIONNAIRES)
    pair = _of(tx, sent.about)
    side = _side(pair, now.person_id)
    if side is None or sent.form != form_for(side, pair.form):
        raise NotYours
    drafts.send(
        tx,
        school=pair.school_id,
        person=now.person_id,
        form=sent.form,
        version=sent.version,
        about=sent.about,
        answers=dict(sent.answers),
    )
    journal.note(tx, "feedback-sent", "match", pair.match_id, school=pair.school_id, by=now.author_id)
    signals.take_back(tx, pair.match_id, now.person_id)
    for kind in _SIGNALS:
        if sent.text(kind) == "yes":
            signals.tell(tx, pair.match_id, kind, now.person_id)
    if any(sent.text(name) == "yes" for name in ASKS):
        _tell_curators(tx, pair, now.person_id, sent)


def still_asking(tx: Transaction, notice: Notice) -> Values | None:
    """For the curator: who asks for what; True while the answers stand as sent."""
    answers = feedback.submission(tx, notice.about)
    if answers is None:
        return None
    asked = [name for name in ASKS if answers.answers.get(name) == "yes"]
    match = match_of(answers.about)
    if not asked or not meetings.pairs(tx, [match]):
        return None
    viewer = addressee(tx, notice)
    author = people.get(tx, answers.person_id)
    return {"who": shown(author, viewer), "asked": asked, "match": match}


def _tell_curators(tx: Transaction, pair: Pair, person_id: int, sent: Sent) -> None:
    submission = int(
        tx.value(
            "SELECT id FROM submissions WHERE person_id = :person AND form = :form AND about = :about",
            person=person_id,
            form=sent.form,
            about=sent.about,
        )
    )
    asked = "+".join(name for name in ASKS if sent.text(name) == "yes")
    for curator in people.with_role(tx, pair.school_id, Role.CURATOR):
        key = f"feedback-asks:{curator.id}:{submission}:{asked}"
        notices.write(tx, "feedback-asks", school=pair.school_id, person=curator.id, about=submission, key=key)


def _of(tx: Transaction, about: int) -> Pair:
    """The pair, if its work is on and the round has begun. Raises NotYours otherwise."""
    last = feedback.last_round(tx, match_of(about))
    if not 1 <= round_of(about) <= (last.number if last else 1):
        raise NotYours
    return meetings.pair(tx, match_of(about))


def _side(pair: Pair, person_id: int) -> Side | None:
    if person_id == pair.mentor.id:
        return Side.MENTOR
    return Side.MENTEE if any(each.id == person_id for each in pair.mentees) else None


def _others(pair: Pair, viewer: Speaker) -> str:
    others: tuple[Person, ...] = pair.mentees if viewer.person_id == pair.mentor.id else (pair.mentor,)
    return ", ".join(shown(each, viewer) for each in others)


class Feedback:
    """The questionnaire is found from the home screen too, when the message about it is gone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def waiting(self, speaker: Speaker) -> list[tuple[int, Side]]:
        """What the speaker has been asked about their matches and has not answered (match and round), with their side."""

        def query(tx: Transaction) -> list[tuple[int, Side]]:
            asked = {match_of(each): each for each in feedback.asked(tx, speaker.person_id)}
            found = [(each, _side(each, speaker.person_id)) for each in meetings.pairs(tx, asked)]
            return [(asked[pair.match_id], side) for pair, side in found if side is not None]

        return await self._database.read(query)

    async def mine(self, speaker: Speaker, match_id: int, side: Side) -> str:
        """The key of the questionnaire of a match and round. Raises NotYours unless the speaker is on this side of the match."""

        def query(tx: Transaction) -> str:
            pair = _of(tx, match_id)
            if _side(pair, speaker.person_id) is not side:
                raise NotYours
            return form_for(side, pair.form)

        return await self._database.read(query)
