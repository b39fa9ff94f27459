"""Whatever pairs do and however time moves, nothing untrue is said, nothing twice, nothing at a forbidden hour, nothing left out.

Hypothesis plays mentors, mentees and a curator of four pairs; `life_rules` knows what must be said by the written rules,
`pairs_on_file` takes down what is said. LIFE_STEPS=50 LIFE_TRIES=2000 plays deeper.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import tempfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from life_rules import LAST_DAY, MINUTE, Calendar, Meeting, Pair, Rules
from pairs_on_file import ABOUT_MEETINGS, World, copied, template

from mentoring.partings import Away
from mentoring.quiet_hours import Hours
from mentoring.refusal import NotYours, Refusal
from mentoring.rhythms import Closed
from services import meeting_notices, rhythm_following
from storage import meetings, notices

STEPS = int(os.environ.get("LIFE_STEPS", "20"))
TRIES = int(os.environ.get("LIFE_TRIES", "12"))
ZONES = ("Europe/Moscow", "Europe/Berlin", "Asia/Kamchatka")  # one of them keeps summer time
BEGINNINGS = (
    datetime(2027, 1, 11, 12, 0, tzinfo=UTC),  # a Monday
    datetime(2027, 3, 26, 11, 0, tzinfo=UTC),  # a Friday: on Sunday clocks go forward
    datetime(2027, 10, 29, 6, 30, tzinfo=UTC),  # and back
)
CURATOR, PUPILS = 1, {2, 3, 5, 6}
OUTCOMES = {"happened": "held", "absent": "missed", "moved": "cancelled"}


def the_pairs() -> list[Pair]:
    return [
        Pair(1, 2, {3: "active"}),
        Pair(2, 4, {5: "active", 6: "active"}),
        Pair(3, 7, {8: "active"}),
        Pair(4, 7, {9: "active"}),
    ]


any_of = pairs = st.integers(0, 3)
someone = st.integers(2, 9)
days = st.integers(0, 9)
hours = st.sampled_from([7, 8, 9, 11, 13, 14, 15, 16, 19, 20, 21, 22])
minutes = st.sampled_from([0, 0, 0, 10, 30, 59])


class LifeOfPairs(RuleBasedStateMachine):
    """The play; every act is done in the bot and told to the rules, then both say what was said."""

    folder: Path
    source: Path
    loop: asyncio.AbstractEventLoop
    numbers = itertools.count()

    def __init__(self) -> None:
        super().__init__()
        self.world: World | None = None
        self.heard = 0

    @initialize(
        zone=st.sampled_from(ZONES),
        beginning=st.sampled_from(BEGINNINGS),
        off=st.tuples(st.integers(0, 14), st.sampled_from([0, 3, 9, 21])),
        weeks=st.integers(0, 2),
    )
    def begin(self, zone: str, beginning: datetime, off: tuple[int, int], weeks: int) -> None:
        """In so many days holidays of so many days begin; two pairs have a meeting set, one's repeats, or does not."""
        ahead, lasting = off
        first = beginning.date() + timedelta(days=ahead)
        calendar = Calendar(zone, ((first, first + timedelta(days=lasting - 1)),) if lasting else ())
        path = copied(self.source, self.folder, next(self.numbers))
        self.world = self.run(World(path, beginning, calendar).open())
        self.zone = ZoneInfo(zone)
        self.rules = Rules(calendar, PUPILS, the_pairs())
        self.gone: dict[int, datetime] = {}
        for at, day in ((0, 2), (0, 3)):
            self.a_meeting_is_set(at=at, day=day, hour=15, minute=0)
        if weeks:
            self.a_meeting_repeats(at=0, weeks=weeks)

    def teardown(self) -> None:
        if self.world is not None:
            self.run(self.world.close())

    def run(self, coroutine):
        return self.loop.run_until_complete(coroutine)

    def act(self, coroutine, *, may: bool):
        """Do it; what the rules allow is not refused, what they forbid is."""
        try:
            self.run(coroutine)
        except (Refusal, NotYours):
            if may:
                raise
            return False
        assert may, "it should have been refused"
        return True

    @property
    def now(self) -> datetime:
        return self.world.clock()

    def speaker(self, person: int):
        return self.run(self.world.speaker(person))

    # Meetings

    @rule(at=any_of, day=days, hour=hours, minute=minutes)
    def a_meeting_is_set(self, at: int, day: int, hour: int, minute: int) -> None:
        free = [each for each in self.rules.pairs if each.meeting is None]
        if not free:
            return
        pair, starts = free[at % len(free)], self.moment(day, hour, minute)
        may = bool(pair.at_work) and starts > self.now and pair.mentor not in self.gone
        setting = self.world.parts.meetings.set_time(self.speaker(pair.mentor), pair.id, 0, self.local(starts))
        if self.act(setting, may=may):
            made = self.planned(pair)
            self.rules.planned(pair, Meeting(made.id, pair, starts, made.minutes), self.now)

    @precondition(lambda self: self.ahead())
    @rule(at=any_of, day=days, hour=hours, minute=minutes)
    def a_meeting_is_moved(self, at: int, day: int, hour: int, minute: int) -> None:
        meeting, starts = self.one_of(self.ahead(), at), self.moment(day, hour, minute)
        if starts == meeting.starts:
            return
        pair = meeting.pair
        moving = self.world.parts.meetings.set_time(self.speaker(pair.mentor), pair.id, meeting.id, self.local(starts))
        if self.act(moving, may=starts > self.now):
            self.rules.moved(meeting, starts, self.now)

    @precondition(lambda self: self.ahead())
    @rule(at=any_of)
    def a_meeting_is_cancelled(self, at: int) -> None:
        meeting = self.one_of(self.ahead(), at)
        self.act(self.world.parts.meetings.cancel(self.speaker(meeting.pair.mentor), meeting.id), may=True)
        self.rules.cancelled(meeting, self.now)

    @precondition(lambda self: self.ahead())
    @rule(
        at=any_of,
        place=st.integers(0, 1),
        say=st.sampled_from(["no", "move", "yes", "no"]),
        taps=st.sampled_from([1, 2]),
    )
    def a_mentee_says_whether_they_come(self, at: int, place: int, say: str, taps: int) -> None:
        """Once, or with a finger that trembles."""
        meeting = self.one_of(self.ahead(), at)
        mentee = meeting.pair.at_work[place % len(meeting.pair.at_work)]
        for _ in range(taps):
            answering = self.world.parts.meetings.answer_coming(
                self.speaker(mentee), meeting.id, meeting.revision, yes=say == "yes", move=say == "move"
            )
            if not self.act(answering, may=meeting.starts > self.now):
                continue
            if say == "yes":
                meeting.no.discard(mentee)
            else:
                self.rules.cannot_come(meeting, mentee, self.now, move=say == "move")

    @precondition(lambda self: self.begun())
    @rule(at=any_of, outcome=st.sampled_from(["happened", "absent"]))
    def a_meeting_is_logged(self, at: int, outcome: str) -> None:
        meeting = self.one_of(self.begun(), at)
        self.act(self.world.logs(meeting.pair.mentor, meeting.id, outcome), may=True)
        self.rules.logged(meeting, OUTCOMES[outcome])

    @precondition(lambda self: self.gave_way())
    @rule(at=any_of, outcome=st.sampled_from(["happened", "absent", "moved", "crossed out"]))
    def a_meeting_that_gave_way_is_logged_late(self, at: int, outcome: str) -> None:
        """Or crossed out from a screen of the time when it was ahead."""
        meeting = self.one_of(self.gave_way(), at)
        mentor = meeting.pair.mentor
        if outcome == "crossed out":
            self.act(self.world.parts.meetings.cancel(self.speaker(mentor), meeting.id), may=True)
        else:
            self.act(self.world.logs(mentor, meeting.id, outcome), may=True)
        self.rules.logged(meeting, OUTCOMES.get(outcome, "cancelled"))

    @precondition(lambda self: self.begun() + self.gave_way())
    @rule(at=any_of, place=st.integers(0, 1), yes=st.booleans())
    def a_mentee_says_whether_it_was(self, at: int, place: int, yes: bool) -> None:
        meeting = self.one_of(self.begun() + self.gave_way(), at)
        mentee = meeting.pair.at_work[place % len(meeting.pair.at_work)]
        answering = self.world.parts.meeting_log.answer_took_place(
            self.speaker(mentee), meeting.id, meeting.revision, yes=yes
        )
        self.act(answering, may=True)
        meeting.confirmed.add(mentee)

    @precondition(lambda self: self.ahead())
    @rule(at=any_of, weeks=st.sampled_from([1, 1, 2]))
    def a_meeting_repeats(self, at: int, weeks: int) -> None:
        pair = self.one_of(self.ahead(), at).pair
        beginning = self.world.parts.rhythms.begin(self.speaker(pair.mentor), pair.id, weeks, 0)
        if self.act(beginning, may=pair.meeting.starts > self.now):
            self.rules.repeats(pair, weeks)

    @rule(at=any_of)
    def nothing_repeats_any_more(self, at: int) -> None:
        pair = self.rules.pairs[at]
        if pair.rhythm is not None:
            self.act(self.world.parts.rhythms.stop(self.speaker(pair.mentor), pair.id), may=True)
            pair.rhythm = None

    @precondition(lambda self: self.ahead())
    @rule(at=any_of, place=st.integers(0, 1), day=days, hour=hours, agree=st.booleans())
    def a_mentee_proposes_another_time(self, at: int, place: int, day: int, hour: int, agree: bool) -> None:
        """And the mentor agrees, or leaves it as it is."""
        meeting, starts = self.one_of(self.ahead(), at), self.moment(day, hour, 10)
        pair = meeting.pair
        if starts == meeting.starts or meeting.starts <= self.now:
            return
        mentee = pair.at_work[place % len(pair.at_work)]
        services = self.world.parts.proposals
        proposing = services.propose(self.speaker(mentee), pair.id, meeting.id, self.local(starts))
        if not self.act(proposing, may=starts > self.now):
            return
        proposal = self.world.look.execute("SELECT max(id) FROM meeting_proposals").fetchone()[0]
        answering = services.agree if agree else services.keep
        self.act(answering(self.speaker(pair.mentor), proposal), may=True)
        if agree:
            self.rules.moved(meeting, starts, self.now)  # the mentor has just agreed, and is not told of it

    def learn_what_follows(self) -> None:
        """Meetings that have given way since, and those that the bot has planned by itself."""
        for row in self.world.look.execute("SELECT * FROM meetings ORDER BY id").fetchall():
            pair = self.rules.pairs[row["match_id"] - 1]
            if row["id"] not in self.rules.known:
                starts, made = (datetime.fromisoformat(row[name]) for name in ("starts_at", "made_at"))
                meeting = Meeting(row["id"], pair, starts, row["minutes"])
                self.rules.follows(pair, meeting, row["kind"], made)
            standing = pair.meeting
            if row["lapsed_at"] and standing is not None and standing.id == row["id"]:
                self.rules.gave_way(standing, datetime.fromisoformat(row["lapsed_at"]))

    def ahead(self) -> list[Meeting]:
        """What is planned, its time come or not."""
        return [each.meeting for each in self.rules.pairs if each.meeting is not None]

    def begun(self) -> list[Meeting]:
        return [each for each in self.ahead() if each.starts <= self.now]

    def gave_way(self) -> list[Meeting]:
        """What was to be logged, of pairs whose work is on."""
        return [meeting for each in self.rules.pairs if each.at_work for meeting in each.unlogged]

    @staticmethod
    def one_of(found: list, at: int):
        return found[at % len(found)]

    # Pairs

    @rule(at=pairs, days=st.integers(1, 14))
    def a_mentor_pauses(self, at: int, days: int) -> None:
        """Or puts the day of return off, or nearer; meetings before the day of return are off, those after it stand."""
        pair = self.rules.pairs[at]
        if not pair.at_work:
            return
        until = self.now.astimezone(self.zone).date() + timedelta(days=days)
        pausing = self.world.parts.pausing.set(self.speaker(pair.mentor), pair.id, next(iter(Away)), until)
        said_before = self.rules.paused.get(pair.mentor) == until  # then it changes nothing
        if not self.act(pausing, may=until <= LAST_DAY) or said_before:
            return
        self.rules.paused[pair.mentor] = until
        for each in self.rules.pairs:
            meeting = each.meeting
            if each.mentor != pair.mentor or not each.at_work or meeting is None:
                continue
            if meeting.starts > self.now and meeting.starts.astimezone(self.zone).date() < until:
                self.rules.cancelled(meeting, self.now, told=False)

    @precondition(lambda self: set(self.rules.paused) - set(self.gone))
    @rule(at=any_of)
    def a_mentor_is_back(self, at: int) -> None:
        mentor = self.one_of(sorted(set(self.rules.paused) - set(self.gone)), at)
        (pause,) = self.world.look.execute("SELECT id FROM pauses WHERE mentor_id = ? AND ended_at IS NULL", (mentor,))
        self.act(self.world.parts.pausing.back(self.speaker(mentor), pause["id"]), may=True)
        del self.rules.paused[mentor]

    @rule(person=st.integers(2, 20))
    def a_consent_is_withdrawn(self, person: int) -> None:
        """Now and then."""
        if person in self.gone or person > 9:
            return
        self.run(self.world.withdraws(person))
        self.gone[person] = self.now
        for pair in self.rules.pairs:
            for mentee, state in list(pair.mentees.items()):
                if person in (pair.mentor, mentee) and state == "active":
                    self.rules.stopped(pair, mentee, "frozen", self.now)

    @precondition(lambda self: self.gone)
    @rule(choice=st.integers(0, 7))
    def they_come_back_and_the_curator_lets_the_pair_go_on(self, choice: int) -> None:
        person = sorted(self.gone)[choice % len(self.gone)]
        if self.now - self.gone[person] > timedelta(days=29):  # then they are erased
            return
        gone_on = self.run(self.world.returns(person, CURATOR))
        del self.gone[person]
        for pair in self.rules.pairs:
            for mentee, state in pair.mentees.items():
                if state == "frozen" and not {pair.mentor, mentee} & set(self.gone):
                    assert (pair.id, mentee) in gone_on
                    pair.mentees[mentee] = "active"

    @rule(at=st.integers(0, 15), place=st.integers(0, 1))
    def a_pair_ends(self, at: int, place: int) -> None:
        """Now and then."""
        if at > 3:
            return
        pair = self.rules.pairs[at]
        live = [mentee for mentee, state in pair.mentees.items() if state != "ended"]
        if live:
            mentee = live[place % len(live)]
            self.run(self.world.ends(pair.id, mentee, CURATOR))
            self.rules.stopped(pair, mentee, "ended", self.now)
            if all(
                state == "ended"
                for one in self.rules.pairs
                if one.mentor == pair.mentor
                for state in one.mentees.values()
            ):
                self.rules.paused.pop(pair.mentor, None)

    # Phones and time

    @rule(person=someone)
    def a_phone_blocks_the_bot(self, person: int) -> None:
        self.world.blocked.add(person)
        self.rules.away.add(person)

    @precondition(lambda self: self.world.blocked)
    @rule(choice=st.integers(0, 7))
    def they_come_back(self, choice: int) -> None:
        person = sorted(self.world.blocked)[choice % len(self.world.blocked)]
        self.world.blocked.discard(person)
        self.rules.away.discard(person)
        self.run(self.world.unblocks(person))

    @rule(minutes=st.integers(1, 180))
    def minutes_pass(self, minutes: int) -> None:
        self.run(self.world.passes(minutes * MINUTE))

    @rule(hours=st.integers(3, 30))
    def hours_pass(self, hours: int) -> None:
        self.run(self.world.passes(timedelta(hours=hours)))

    @rule(days=st.integers(1, 9), hour=hours)
    def days_pass(self, days: int, hour: int) -> None:
        self.run(self.world.passes(timedelta(days=days, hours=hour)))

    @invariant()
    def everything_that_must_be_said_was_and_nothing_else(self) -> None:
        if self.world is None:
            return
        self.run(self.world.delivery.tick())
        assert not self.world.wrong, self.world.wrong
        self.learn_what_follows()
        self.rules.nothing_stands_still(self.now)
        said = Counter(each.key for each in self.world.said[self.heard :] if each.notice.kind in ABOUT_MEETINGS)
        self.heard = len(self.world.said)
        must = Counter(self.rules.must_say(self.now))
        assert said == must, f"not said: {must - said}; said besides: {said - must}"
        failed = self.world.look.execute("SELECT kind FROM notices WHERE attempts > 0 OR outcome = 'failed'").fetchall()
        assert not failed, [row["kind"] for row in failed]

    # Looking

    def moment(self, day: int, hour: int, minute: int) -> datetime:
        local = self.now.astimezone(self.zone)
        on = min(local.date() + timedelta(days=day), LAST_DAY)
        return datetime(on.year, on.month, on.day, hour, minute, tzinfo=self.zone).astimezone(UTC)

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone).replace(tzinfo=None)

    def planned(self, pair: Pair):
        return self.run(self.world.database.read(lambda tx: meetings.planned(tx, [pair.id])))[pair.id]


@pytest.fixture
def play():
    """Plays lives, so many at a time, over copies of one school in memory where there is such a place."""
    place = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=place if place.is_dir() else None) as folder, asyncio.Runner() as runner:

        class Here(LifeOfPairs):
            pass

        Here.folder, Here.source, Here.loop = Path(folder), template(Path(folder)), runner.get_loop()

        def plays(tries: int, steps: int, **more) -> None:
            run_state_machine_as_test(
                Here,
                settings=settings(
                    max_examples=tries,
                    stateful_step_count=steps,
                    deadline=None,
                    derandomize="LIFE_TRIES" not in os.environ,
                    database=None,
                    report_multiple_bugs=False,
                    suppress_health_check=list(HealthCheck),
                    **more,
                ),
            )

        yield plays


def test_nothing_untrue_nothing_twice_nothing_at_a_forbidden_hour_and_nothing_left_out(play):
    play(TRIES, STEPS)


# Spoilt on purpose: the play must see each of these


class _Blind:
    """A transaction that does not look whether a pair's work is on."""

    def __init__(self, tx) -> None:
        self._tx = tx

    def __getattr__(self, name: str):
        return getattr(self._tx, name)

    def all(self, sql: str, **values):
        return self._tx.all(sql.replace("b.state = 'active'", "1 = 1").replace("m.ended_at IS NULL", "1 = 1"), **values)


def old_revisions_speak(monkeypatch) -> None:
    def still(real):
        return lambda tx, notice: real(tx, replace(notice, revision=meetings.get(tx, notice.about).revision))

    for kind in ABOUT_MEETINGS:
        monkeypatch.setitem(meeting_notices.STILL, kind, still(meeting_notices.STILL[kind]))


def hours_are_never_closed(monkeypatch) -> None:
    monkeypatch.setattr(Hours, "closed", lambda self, moment: False)


def keys_are_not_unique(monkeypatch) -> None:
    real, numbers = notices.write, itertools.count()
    monkeypatch.setattr(notices, "write", lambda *given, **more: real(*given, **{**more, "key": f"k{next(numbers)}"}))


def endings_are_not_looked_at(monkeypatch) -> None:
    real = meetings.pairs
    monkeypatch.setattr(meetings, "pairs", lambda tx, ids: real(_Blind(tx), ids))
    monkeypatch.setattr(meetings, "cancel", lambda tx, meeting_id: True)


def what_was_held_back_never_goes(monkeypatch) -> None:
    monkeypatch.setattr(notices, "put_off", lambda tx, id_, until, **more: notices.end(tx, id_, notices.Outcome.LATE))


def reminders_ignore_an_answer(monkeypatch) -> None:
    monkeypatch.setattr(meetings, "answers", lambda tx, meeting, question: {})


def holidays_are_not_looked_at(monkeypatch) -> None:
    monkeypatch.setattr(rhythm_following, "closed_for", lambda tx, pair: Closed(lambda day: False))


@pytest.mark.parametrize(
    "spoil",
    [
        old_revisions_speak,
        hours_are_never_closed,
        keys_are_not_unique,
        endings_are_not_looked_at,
        what_was_held_back_never_goes,
        reminders_ignore_an_answer,
        holidays_are_not_looked_at,
    ],
)
def test_the_play_sees_a_bot_that_is_spoilt(play, monkeypatch, spoil):
    spoil(monkeypatch)
    with pytest.raises((AssertionError, Refusal)):
        play(100, 30, phases=[Phase.generate])
