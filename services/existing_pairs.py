"""A programme set up in mid-year takes over the pairs and orders there are: all of a list, or nothing of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from mentoring.known_pairs import KnownPair, Snag, Trouble, Written
from mentoring.people import KINDS, Kind, MentoringForm, SchoolClass, Side, Speaker
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from services.authority import acting
from services.filling import Sent
from storage import codes, drafts, journal, matches, namesakes, orders, people, schools
from storage.database import Database, Transaction
from storage.matches import State
from storage.schools import Programme

_MOST_PLACES = 30


@dataclass(frozen=True, slots=True)
class Checked:
    """What a list would bring: pairs, people not known yet, or everything that is wrong."""

    pairs: int
    newcomers: int
    troubles: tuple[Trouble, ...]


@dataclass(frozen=True, slots=True)
class Retaken:
    """What a list put on the server brought: nothing, unless `written`."""

    written: bool
    new: int
    known: int
    troubles: tuple[Trouble, ...]


class _SnaggedError(Exception):
    """A pair that cannot be taken over."""

    def __init__(self, pair: KnownPair, snag: Snag, name: str = "") -> None:
        super().__init__(snag)
        self.trouble = Trouble(pair.row, snag, name)


@dataclass(slots=True)
class _Taking:
    """One pass over a list: whom it names, and what is wrong."""

    tx: Transaction
    curator: Speaker
    programme: Programme
    found: dict[tuple[str, SchoolClass | None, Kind], int] = field(default_factory=dict)
    mentees: set[tuple[int, str]] = field(default_factory=set)
    newcomers: int = 0
    troubles: list[Trouble] = field(default_factory=list)
    repeats: bool = False  # whether a pair that is there already is as good as taken
    known: set[int] = field(default_factory=set)  # rows nothing of which was new


class ExistingPairs:
    """Pairs that met before the bot came."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def today(self, speaker: Speaker) -> date:
        """The school's day."""

        def query(tx: Transaction) -> date:
            now = acting(tx, speaker, Deed.ISSUE_ORDERS)
            return tx.now.astimezone(schools.settings(tx, now.school_id).zone).date()

        return await self._database.read(query)

    async def check(self, speaker: Speaker, pairs: Iterable[KnownPair]) -> Checked:
        """What the list would bring; changes nothing."""
        every = tuple(pairs)

        def unit(tx: Transaction) -> Checked:
            taking = _begin(tx, speaker)
            tx.run("SAVEPOINT looking")
            for pair in every:
                _take(taking, pair)
            tx.run("ROLLBACK TO looking")
            tx.run("RELEASE looking")
            return Checked(len(every), taking.newcomers, tuple(taking.troubles))

        return await self._database.work(unit, aside=True)

    async def bring_in(self, speaker: Speaker, pairs: Iterable[KnownPair]) -> int:
        """Take the whole list over and return how many pairs it was. Raises Refusal when anything is wrong by now."""
        every = tuple(pairs)

        def unit(tx: Transaction) -> int:
            taking = _begin(tx, speaker)
            for pair in every:
                _take(taking, pair)
            if taking.troubles:
                raise Refusal("existing-changed-meanwhile")
            if taking.curator.draft_id is not None:
                drafts.drop(tx, taking.curator.draft_id)
            return len(every)

        return await self._database.work(unit)

    async def bring_in_again(self, speaker: Speaker, pairs: Iterable[KnownPair], *, skip_wrong: bool) -> Retaken:
        """Take a list over that may have been taken before; wrong pairs keep all out, unless they are to be skipped."""
        every = tuple(pairs)

        def unit(tx: Transaction) -> Retaken:
            taking = _begin(tx, speaker)
            taking.repeats = True
            tx.run("SAVEPOINT list")
            for pair in every:
                _take_alone(taking, pair)
            written = skip_wrong or not taking.troubles
            if not written:
                tx.run("ROLLBACK TO list")
            tx.run("RELEASE list")
            taken = len(every) - len(taking.troubles)
            return Retaken(written, taken - len(taking.known), len(taking.known), tuple(taking.troubles))

        return await self._database.work(unit, aside=True)

    async def keep_file(self, speaker: Speaker, file_id: str) -> None:
        """Remember which file was previewed: its content is not kept before the curator confirms."""

        def unit(tx: Transaction) -> None:
            now = acting(tx, speaker, Deed.ISSUE_ORDERS)
            if now.draft_id is not None:
                drafts.save(tx, now.draft_id, {"file": file_id}, "file")

        await self._database.work(unit)

    async def kept_file(self, speaker: Speaker) -> str:
        """The file that was previewed. Raises NotYours when there is none."""

        def query(tx: Transaction) -> str:
            now = acting(tx, speaker, Deed.ISSUE_ORDERS)
            draft = drafts.get(tx, now.draft_id) if now.draft_id else None
            file = draft.answers.get("file") if draft and draft.form == "pairs_list" else None
            if not isinstance(file, str):
                raise NotYours
            return file

        return await self._database.read(query)

    def receive_list(self, tx: Transaction, speaker: Speaker, sent: Sent) -> None:
        """A text is never a list: the form's own constraint refuses every one."""
        raise NotYours

    def receive_by_hand(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Trouble | None:
        """One pair from the form; what is wrong with it, or None when it was taken over."""
        taking = _begin(tx, speaker)
        signed = sent.text("order_date")
        pair = KnownPair(
            row=0,
            mentor=_written(sent, "mentor"),
            mentees=(_written(sent, "mentee"),),
            form=MentoringForm(sent.text("form")),
            order_number=sent.text("order_number"),
            order_date=date.fromisoformat(signed) if signed else None,
        )
        tx.run("SAVEPOINT pair")
        _take(taking, pair)
        if taking.troubles:
            tx.run("ROLLBACK TO pair")
        tx.run("RELEASE pair")
        return taking.troubles[0] if taking.troubles else None


def _written(sent: Sent, who: str) -> Written:
    level = sent.number(f"{who}_class")
    letter = sent.text(f"{who}_letter").upper()
    return Written(sent.text(who), SchoolClass(level, letter) if level else None, sent.text(f"{who}_post"))


def _begin(tx: Transaction, speaker: Speaker) -> _Taking:
    curator = acting(tx, speaker, Deed.ISSUE_ORDERS)
    programme = schools.programme(tx, curator.school_id)
    if programme is None:
        raise Refusal("match-no-programme")
    return _Taking(tx, curator, programme)


def _take(taking: _Taking, pair: KnownPair) -> None:
    """Take one pair over; a snag is noted and the list goes on, so that all are told at once."""
    try:
        _pair(taking, pair)
    except _SnaggedError as snagged:
        taking.troubles.append(snagged.trouble)


def _take_alone(taking: _Taking, pair: KnownPair) -> None:
    """Take one pair over; a snag leaves nothing of it."""
    tx, troubles = taking.tx, len(taking.troubles)
    found, mentees, newcomers = dict(taking.found), set(taking.mentees), taking.newcomers
    tx.run("SAVEPOINT pair")
    _take(taking, pair)
    if len(taking.troubles) > troubles:
        tx.run("ROLLBACK TO pair")
        taking.found, taking.mentees, taking.newcomers = found, mentees, newcomers
        taking.known.discard(pair.row)
    tx.run("RELEASE pair")


def _pair(taking: _Taking, pair: KnownPair) -> None:
    if pair.form not in taking.programme.forms:
        raise _SnaggedError(pair, Snag.FORM_NOT_RUN)
    if bool(pair.order_number) != (pair.order_date is not None):
        raise _SnaggedError(pair, Snag.HALF_AN_ORDER)
    mentor = _person(taking, pair, pair.mentor, Side.MENTOR)
    mentees = [(each, _person(taking, pair, each, Side.MENTEE)) for each in pair.mentees]
    mentor_side = _side(taking, pair, pair.mentor, mentor, Side.MENTOR)
    match: int | None = None
    known = 0
    for written, person in mentees:
        if person == mentor:
            raise _SnaggedError(pair, Snag.SAME_PERSON, written.name)
        if (person, pair.form) in taking.mentees:
            raise _SnaggedError(pair, Snag.TWICE, written.name)
        taking.mentees.add((person, pair.form))
        side = _side(taking, pair, written, person, Side.MENTEE)
        standing = _together(taking, pair, mentor, side) if taking.repeats else None
        if standing is not None:
            match, known = standing, known + 1
            continue
        try:
            match = _member(taking, pair, (mentor_side, mentor), side, match)
        except Refusal as refused:
            snag = Snag.HAS_MENTOR if refused.reason == "match-has-mentor" else Snag.TOO_MANY
            raise _SnaggedError(pair, snag, written.name) from refused
    if known == len(mentees):
        taking.known.add(pair.row)


def _together(taking: _Taking, pair: KnownPair, mentor: int, mentee: int) -> int | None:
    """The match that has these two together already."""
    found = taking.tx.value(
        "SELECT match_id FROM members WHERE mentee_id = :mentee AND mentor_person_id = :mentor AND form = :form "
        "AND live = 1",
        mentee=mentee,
        mentor=mentor,
        form=pair.form,
    )
    return None if found is None else int(found)


def _member(taking: _Taking, pair: KnownPair, mentor: tuple[int, int], mentee: int, match: int | None) -> int:
    """One mentee of the pair, and its line in the order; returns the match."""
    tx, programme = taking.tx, taking.programme.id
    model = tx.value("SELECT role_model FROM participations WHERE id = :id", id=mentee)
    member = matches.begin(
        tx,
        programme=programme,
        form=pair.form,
        role_model=model,
        mentor=mentor,
        mentee=mentee,
        places=min(len(matches.taken_places(tx, programme, mentor[1])) + 1, _MOST_PLACES),
        by=taking.curator.person_id,
        state=State.ACTIVE if pair.order_number else State.ACCEPTED,
        match=match,
        in_form=min(len(matches.taken_places(tx, programme, mentor[1], pair.form)) + 1, _MOST_PLACES),
    )
    if pair.order_number:
        order = orders.of_number(tx, programme, pair.order_number, pair.order_date)
        if order is None:
            by = taking.curator.person_id
            orders.draw_up(tx, programme, [member], by, number=pair.order_number, signed_on=pair.order_date)
        else:
            orders.add_line(tx, order.id, member)
    journal.note(tx, "took-pair-over", "member", member, school=taking.curator.school_id, by=taking.curator.person_id)
    tx.run(
        "UPDATE participations SET places = max(places, (SELECT count(*) FROM members WHERE mentor_person_id = :person "
        "AND programme_id = :programme AND form = :form AND live = 1)) WHERE id = :id",
        person=mentor[1],
        programme=programme,
        form=pair.form,
        id=mentor[0],
    )
    return matches.get(tx, member).match_id


def _person(taking: _Taking, pair: KnownPair, written: Written, side: Side) -> int:
    """The person meant: known to the school, named before in the list, or new and admitted by the curator."""
    kind = KINDS[pair.form][side is Side.MENTEE]
    tx, school = taking.tx, taking.curator.school_id
    name = namesakes.named(written.name)
    key = (people.sought(name), written.school_class, kind)
    if key in taking.found:
        return taking.found[key]
    found = namesakes.find(tx, school, kind, name, written.school_class)
    if len(found) > 1:
        raise _SnaggedError(pair, Snag.NAMESAKES, written.name)
    if not found and kind is Kind.PUPIL and written.school_class is None:
        raise _SnaggedError(pair, Snag.NO_CLASS, written.name)
    if found:
        taking.found[key] = found[0].id
        return found[0].id
    by = taking.curator.person_id
    outside = kind in (Kind.STUDENT, Kind.PARTNER)  # their place is where they study or work
    person = people.add(
        tx,
        school,
        kind,
        name=name,
        school_class=written.school_class,
        post="" if outside else written.post,
        workplace=written.post if outside else "",
        admitted_by=by,
    )
    codes.give(tx, school, person, by)
    journal.note(tx, "listed", "person", person, school=school, by=by)
    taking.found[key] = person
    taking.newcomers += 1
    return person


def _side(taking: _Taking, pair: KnownPair, written: Written, person: int, side: Side) -> int:
    """The participation on this side of this form, taken now if need be."""
    tx, form = taking.tx, pair.form
    row = tx.one(
        "SELECT id, side FROM participations WHERE programme_id = :programme AND person_id = :person AND form = :form",
        programme=taking.programme.id,
        person=person,
        form=form,
    )
    if row is None:
        return tx.insert(
            "participations",
            programme_id=taking.programme.id,
            person_id=person,
            side=side,
            form=form,
            form_confirmed_at=tx.now,
            joined_at=tx.now,
        )
    if row["side"] != side:
        raise _SnaggedError(pair, Snag.BOTH_SIDES, written.name)
    tx.run("UPDATE participations SET left_at = NULL WHERE id = :id", id=row["id"])
    return int(row["id"])
