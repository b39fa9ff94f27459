"""Pairs that need the curator's help: found by rules, the most urgent first, each with one prepared action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from mentoring.naming import shown
from mentoring.people import Person, Side, Speaker
from mentoring.refusal import NotYours, TakenMeanwhile
from mentoring.rights import Deed
from mentoring.settings import Settings
from mentoring.stuck_pairs import PREPARED, Cause, Prepared, Step, Stuck, stuck
from services.authority import acting
from services.filling import Sent
from services.notices import Notice, Still, Values, addressee
from storage import journal, meetings, notices, people, ratings, school_days, schools, stuck_pairs
from storage.database import Database, Transaction
from storage.meetings import Pair
from storage.ratings import MarkLine, Rating

PAGE = 8
_KIND = "pair-nudge"
_SET = frozenset({Cause.NO_CONTACT, Cause.CONTACT_LATE, Cause.NO_MEETING, Cause.CANCELLED})
"""Causes that are over once a meeting is ahead."""
_LOOKED_BACK = timedelta(days=200)  # a summer and the longest number of days that may be set


@dataclass(frozen=True, slots=True)
class Line:
    """A pair that needs help, and why."""

    pair: Pair
    stuck: Stuck


@dataclass(frozen=True, slots=True)
class StuckPage:
    """A page of them, the most urgent first; how many there are, whether more follow."""

    lines: tuple[Line, ...]
    total: int
    more: bool
    now: datetime


@dataclass(frozen=True, slots=True)
class Taken:
    """What was done about a pair before, by whom (None: not known any more), when (the school's time)."""

    kind: Step
    by: Person | None
    at: datetime


@dataclass(frozen=True, slots=True)
class StuckCard:
    """One pair with its causes (none: all is well), what its sides rated, what was done, to whom the ready text goes."""

    pair: Pair
    stuck: Stuck | None
    to: tuple[Person, ...]
    lines: tuple[MarkLine, ...]
    words: tuple[tuple[Person, Rating], ...]
    taken: tuple[Taken, ...]
    nudged: bool  # they have been reminded today
    now: datetime

    @property
    def cause(self) -> Cause | None:
        """The most urgent cause."""
        return self.stuck.first.cause if self.stuck else None

    @property
    def prepared(self) -> Prepared | None:
        """The action that stands first."""
        return self.stuck.prepared if self.stuck else None


@dataclass(frozen=True, slots=True)
class Reachable:
    """How somebody of the pair is reached past the bot: a person, whose guardian (None: of the pair itself), a contact."""

    person: Person
    guardian_of: Person | None
    contact: str


def found(tx: Transaction, school_id: int, programme_id: int, chosen: Settings) -> list[Stuck]:
    """The pairs of a school's programme that need help, the most urgent first, in a fixed number of queries."""
    facts = stuck_pairs.facts(tx, programme_id, _today(tx, chosen))
    return stuck(facts, tx.now, idle_since(tx, school_id, chosen))


def of_pair(tx: Transaction, school_id: int, programme_id: int, match_id: int) -> Stuck | None:
    """Why one pair of a school's programme needs help, None when all is well; also while it rests after a step."""
    chosen = schools.settings(tx, school_id)
    facts = stuck_pairs.facts(tx, programme_id, _today(tx, chosen), match_id)
    return next(iter(stuck(facts, tx.now, idle_since(tx, school_id, chosen))), None)


def lines_of(tx: Transaction, every: Sequence[Stuck]) -> tuple[Line, ...]:
    """The same with the people of each pair, in their order."""
    pairs = {each.match_id: each for each in meetings.pairs(tx, [each.match_id for each in every])}
    return tuple(Line(pairs[each.match_id], each) for each in every if each.match_id in pairs)


class StuckPairs:
    """For those who may see every pair's meetings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(self, speaker: Speaker, number: int = 0) -> StuckPage:
        """A page of pairs that need help; pages are counted from 0."""

        def query(tx: Transaction) -> StuckPage:
            curator = acting(tx, speaker, Deed.SEE_MEETINGS)
            chosen = schools.settings(tx, curator.school_id)
            programme = schools.programme(tx, curator.school_id)
            if programme is None:
                return StuckPage((), 0, more=False, now=tx.now)
            every = found(tx, curator.school_id, programme.id, chosen)
            start = max(0, number) * PAGE
            lines = lines_of(tx, every[start : start + PAGE])
            return StuckPage(lines, len(every), more=len(every) > start + PAGE, now=tx.now)

        return await self._database.read(query)

    async def card(self, speaker: Speaker, match_id: int) -> StuckCard:
        """One pair of the curator's programme. Raises NotYours for any other."""
        return await self._database.read(lambda tx: _card(tx, speaker, match_id)[1])

    async def reachable(self, speaker: Speaker, match_id: int) -> tuple[StuckCard, list[Reachable]]:
        """How both sides, and the guardians of pupils, are reached past the bot; nobody's contact in coded mode."""

        def query(tx: Transaction) -> tuple[StuckCard, list[Reachable]]:
            curator, card = _card(tx, speaker, match_id)
            every: list[tuple[Person, Person | None]] = []
            for person in card.pair.everyone:
                every += [(person, None), *((each, person) for each in people.guardians_of(tx, person.id))]
            known = {} if curator.privacy.coded else people.contacts(tx, [person.id for person, _ in every])
            return card, [Reachable(person, child, known.get(person.id, "")) for person, child in every]

        return await self._database.read(query)

    async def nudge(self, speaker: Speaker, match_id: int) -> StuckCard:
        """Send the ready text, once a day to a person at most. Raises TakenMeanwhile where nothing is to be said now."""

        def unit(tx: Transaction) -> StuckCard:
            curator, card = _card(tx, speaker, match_id)
            _send(tx, curator, card)
            return _card(tx, speaker, match_id)[1]

        return await self._database.work(unit)

    def receive_nudge(self, tx: Transaction, speaker: Speaker, sent: Sent) -> StuckCard:
        """The same in the curator's own words."""
        curator, card = _card(tx, speaker, sent.about)
        _send(tx, curator, card, sent.text("text"))
        return _card(tx, speaker, sent.about)[1]

    async def take(self, speaker: Speaker, match_id: int, step: Step) -> StuckCard:
        """«Поговорил(а)», «Отложить на неделю», «Сделано»: the pair rests, and the step is kept."""

        def unit(tx: Transaction) -> StuckCard:
            curator, card = _card(tx, speaker, match_id)
            if step is Step.NUDGED:
                raise NotYours
            stuck_pairs.take(tx, match_id, step, card.cause, curator.person_id)
            _note(tx, curator, card, step)
            return _card(tx, speaker, match_id)[1]

        return await self._database.work(unit)


def _send(tx: Transaction, curator: Speaker, card: StuckCard, words: str = "") -> None:
    cause = card.cause
    if cause is None or not card.to:
        raise TakenMeanwhile("stuck-refused-well")
    if card.nudged:
        raise TakenMeanwhile("stuck-refused-nudged")
    for person in card.to:
        step = stuck_pairs.take(
            tx, card.pair.match_id, Step.NUDGED, cause, curator.person_id, to=person.id, words=words
        )
        notices.write(tx, _KIND, school=card.pair.school_id, person=person.id, about=step)
    _note(tx, curator, card, Step.NUDGED)


def _note(tx: Transaction, curator: Speaker, card: StuckCard, step: Step) -> None:
    journal.note(
        tx, f"pair-{step}", "match", card.pair.match_id, school=curator.school_id, by=curator.person_id,
        details=card.cause or "",
    )  # fmt: skip


def _card(tx: Transaction, speaker: Speaker, match_id: int) -> tuple[Speaker, StuckCard]:
    curator = acting(tx, speaker, Deed.SEE_MEETINGS)
    pair = meetings.pair(tx, match_id)
    if pair.school_id != curator.school_id:
        raise NotYours
    chosen = schools.settings(tx, pair.school_id)
    why = of_pair(tx, pair.school_id, pair.programme_id, match_id)
    to = _receivers(pair, why)
    morning = datetime.combine(_today(tx, chosen), time(), chosen.zone)
    done = stuck_pairs.steps(tx, match_id)
    known = people.some(tx, (each.by_id for each in done if each.by_id is not None))
    rated = ratings.words_of(tx, match_id)
    everyone = {each.id: each for each in pair.everyone}
    return curator, StuckCard(
        pair=pair,
        stuck=why,
        to=to,
        lines=tuple(ratings.lines(tx, pair.programme_id, match_id)),
        words=tuple((everyone[each.who], each) for each in rated if each.who in everyone),
        taken=tuple(Taken(each.kind, known.get(each.by_id or 0), each.at.astimezone(chosen.zone)) for each in done),
        nudged=any(
            stuck_pairs.nudged(tx, match_id, each.id, morning.astimezone(UTC) - timedelta(seconds=1)) for each in to
        ),
        now=tx.now,
    )


def _receivers(pair: Pair, why: Stuck | None) -> tuple[Person, ...]:
    """To whom the ready text goes: the mentor, or the mentees where the mentor says they are silent; nobody where a
    curator had better talk.
    """
    prepared = why.prepared if why else None
    if prepared is Prepared.NUDGE_MENTOR:
        return (pair.mentor,)
    return pair.mentees if prepared is Prepared.NUDGE_MENTEE else ()


def idle_since(tx: Transaction, school_id: int, chosen: Settings) -> datetime:
    """Since when a pair has to have met or set a meeting: the set number of days, holidays not counted."""
    days = school_days.calendar(tx, school_id, chosen, tx.now - _LOOKED_BACK)
    return days.before(tx.now.astimezone(chosen.zone), chosen.stuck_days).astimezone(UTC)


def _today(tx: Transaction, chosen: Settings) -> date:
    return tx.now.astimezone(chosen.zone).date()


def still_to_nudge(tx: Transaction, notice: Notice) -> Values | None:
    """What the curator says; True while the pair works, and no meeting was set meanwhile where that was asked for."""
    nudge = stuck_pairs.nudge(tx, notice.about)
    pairs = meetings.pairs(tx, [nudge.match_id]) if nudge else []
    if nudge is None or not pairs or notice.person_id not in {each.id for each in pairs[0].everyone}:
        return None
    cause = Cause(nudge.cause)
    if cause in _SET and not nudge.words and meetings.planned(tx, [nudge.match_id]):
        return None
    leads = notice.person_id == pairs[0].mentor.id
    others = pairs[0].mentees if leads else (pairs[0].mentor,)
    viewer = addressee(tx, notice)
    return {
        "who": ", ".join(shown(each, viewer) for each in others),
        "topic": topic_of(cause),
        "side": Side.MENTOR if leads else Side.MENTEE,
        "words": nudge.words,
        "match": nudge.match_id,
    }


def topic_of(cause: Cause) -> str:
    """Which of the ready texts speaks of a cause; none of them says what a side has told or rated."""
    if cause is Cause.PLAN_OVERDUE:
        return "plan"
    if cause in (Cause.NO_CONTACT, Cause.CONTACT_LATE):
        return "first"
    if PREPARED[cause] is Prepared.NUDGE_MENTEE or cause is Cause.MENTOR_SILENT:
        return "how"
    return "meeting"


STILL: dict[str, Still] = {_KIND: still_to_nudge}
