"""The monthly rating: both sides are asked one question by one tap; only curators ever see a mark.

Asked on the first school day from the 20th of a month, reminded of once. What is alarming in the marks goes to the
curators, a while after the tap, so that a mark put right the same day alarms nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from mentoring.naming import shown
from mentoring.people import Person, Role, Speaker
from mentoring.ratings import MARKS, Alarm, Rated, alarms
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from mentoring.stuck_pairs import SETTLE
from services.authority import acting
from services.filling import Sent
from services.notices import Notice, Still, Values, addressee
from storage import journal, meetings, notices, people, ratings, school_days, schools, stuck_pairs
from storage.database import Database, Transaction
from storage.notices import Lane
from storage.ratings import Rating

_ASKED, _AGAIN, _ALARM = "rating", "rating-again", "rating-alarm"
_FROM = 20  # the day of the month
_WORKED = timedelta(days=14)  # who has worked for less is asked next month
_LATER = timedelta(days=3)
_PUT_RIGHT = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Asking:
    """A rating of the speaker's own: about the work with whom; `open` while it may be given or changed today."""

    rating: Rating
    other: Person
    open: bool


def nightly(tx: Transaction, school_id: int) -> None:
    """On a school day late in the month ask whoever has not been asked this month."""
    chosen = schools.settings(tx, school_id)
    today = tx.now.astimezone(chosen.zone).date()
    days = school_days.calendar(tx, school_id, chosen)
    if chosen.rated is not Rated.MONTHLY or today.day < _FROM or not days.works(today):
        return
    for who, first in _first_of_each(ratings.ask(tx, school_id, _period(today), tx.now - _WORKED)).items():
        for kind, after in ((_ASKED, timedelta()), (_AGAIN, _LATER)):
            notices.write(
                tx, kind, school=school_id, person=who, about=first.id, lane=Lane.REMINDER,
                not_before=tx.now + after, not_after=tx.now + after + _LATER,
            )  # fmt: skip


def _first_of_each(asked: Iterable[Rating]) -> dict[int, Rating]:
    found: dict[int, Rating] = {}
    for each in asked:
        found.setdefault(each.who, each)
    return found


def still_asked(tx: Transaction, notice: Notice) -> Values | None:
    """True while somebody of this month is not rated yet: the first of them."""
    first = ratings.get(tx, notice.about)
    person = notice.person_id or 0
    left = [each for each in ratings.of_person(tx, person, first.period) if each.mark is None and each.who == person]
    if not left:
        return None
    other = people.get(tx, left[0].other)
    return {"who": shown(other, addressee(tx, notice)), "rating": left[0].id, "side": left[0].side}


def still_alarming(tx: Transaction, notice: Notice) -> Values | None:
    """For curators: what is alarming in the marks of a pair; True until it is put right or dealt with."""
    rating = ratings.get(tx, notice.about)
    found = meetings.pairs(tx, [rating.match_id])
    if not found or not rating.at_work or rating.marked_at is None:
        return None
    steps = stuck_pairs.steps(tx, rating.match_id)
    alarming = _alarms(tx, found[0].programme_id, rating)
    if not alarming or any(each.kind in SETTLE and each.at > rating.marked_at for each in steps):
        return None
    viewer = addressee(tx, notice)
    both = [shown(people.get(tx, each), viewer) for each in (found[0].mentor.id, _mentee(rating))]
    return {"who": " \u2014 ".join(both), "alarms": [*alarming], "match": rating.match_id}


STILL: dict[str, Still] = {_ASKED: still_asked, _AGAIN: still_asked, _ALARM: still_alarming}


class Ratings:
    """One's own marks; nobody's else."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def mine(self, speaker: Speaker) -> list[Asking]:
        """What the speaker is asked to rate this month, and what they have."""
        person = speaker.person
        return [] if person is None else await self._database.read(lambda tx: _mine(tx, person))

    async def look(self, speaker: Speaker, rating_id: int) -> Asking:
        """One of the speaker's own. Raises NotYours for any other, Refusal when it may not be changed any more."""
        return await self._database.read(lambda tx: _open(tx, speaker, rating_id)[1])

    async def rate(self, speaker: Speaker, rating_id: int, mark: int) -> list[Asking]:
        """Give a mark, or another one on the same day; what the speaker has and has not rated now.

        Raises Refusal for a month gone by and for a mark of another day.
        """

        def unit(tx: Transaction) -> list[Asking]:
            me, asked = _open(tx, speaker, rating_id)
            if mark not in MARKS:
                raise NotYours
            ratings.mark(tx, rating_id, mark)
            _look(tx, asked.rating)
            journal.note(tx, "rated", "rating", rating_id, school=asked.other.school_id, by=me.author_id)
            person = me.person
            return _mine(tx, person) if person else []

        return await self._database.work(unit)

    def receive_words(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Asking:
        """The word beside a mark, for curators."""
        _, asked = _open(tx, speaker, sent.about)
        ratings.write(tx, asked.rating.id, sent.text("text"))
        return asked


def _mine(tx: Transaction, person: Person) -> list[Asking]:
    zone = schools.settings(tx, person.school_id).zone
    today = tx.now.astimezone(zone).date()
    found = [each for each in ratings.of_person(tx, person.id, _period(today)) if each.who == person.id]
    others = people.some(tx, (each.other for each in found))
    return [Asking(each, others[each.other], _may_change(each, today, zone)) for each in found]


def _open(tx: Transaction, speaker: Speaker, rating_id: int) -> tuple[Speaker, Asking]:
    me = acting(tx, speaker, Deed.FILL_QUESTIONNAIRES)
    rating = ratings.get(tx, rating_id)
    if rating.who != me.person_id or not rating.at_work:
        raise NotYours
    zone = schools.settings(tx, me.school_id).zone
    today = tx.now.astimezone(zone).date()
    if rating.period != _period(today):
        raise Refusal("rating-refused-month")
    if not _may_change(rating, today, zone):
        raise Refusal("rating-refused-later")
    return me, Asking(rating, people.get(tx, rating.other), open=True)


def _may_change(rating: Rating, today: date, zone: ZoneInfo) -> bool:
    return rating.marked_at is None or rating.marked_at.astimezone(zone).date() == today


def _look(tx: Transaction, rating: Rating) -> None:
    """Tell the curators if something in the marks is alarming, once for a mark of a month."""
    pair = meetings.pair(tx, rating.match_id)
    if _alarms(tx, pair.programme_id, rating):
        for curator in people.with_role(tx, pair.school_id, Role.CURATOR):
            notices.write(
                tx, _ALARM, school=pair.school_id, person=curator.id, about=rating.id, not_before=tx.now + _PUT_RIGHT
            )


def _alarms(tx: Transaction, programme_id: int, rating: Rating) -> dict[Alarm, object]:
    """What is alarming about the work with this one's mentee."""
    for line in ratings.lines(tx, programme_id, rating.match_id):
        if line.member_id == rating.member_id:
            return {**alarms(line.mentor, line.mentee)}
    return {}


def _mentee(rating: Rating) -> int:
    return rating.other if rating.side == "mentor" else rating.who


def _period(day: date) -> str:
    return f"{day:%Y-%m}"
