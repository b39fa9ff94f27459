"""Two entries of one person become one: every row of the second moves to the first, unless the first has its own."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.refusal import Refusal
from storage import matches, merging_about
from storage.database import Row, Transaction

_MOST_PLACES = 30

# (table, column, condition under which the kept person has a row of their own already: `o` the moving row, `k` the kept)
_UNLESS_THERE = (
    ("account_persons", "person_id", "k.account_id = o.account_id"),
    ("staff_roles", "person_id", "k.role = o.role"),
    ("guardianships", "guardian_id", "k.child_id = o.child_id"),
    ("guardianships", "child_id", "k.guardian_id = o.guardian_id"),
    (
        "consents",
        "person_id",
        "k.purpose = o.purpose AND k.scope = o.scope AND k.capacity = o.capacity AND k.way = o.way "
        "AND (o.capacity <> 'guardian' OR coalesce(k.given_by, 0) = coalesce(o.given_by, 0)) "
        "AND k.withdrawn_at IS NULL AND o.withdrawn_at IS NULL",
    ),
    ("submissions", "person_id", "k.form = o.form AND k.about = o.about"),
    ("drafts", "for_id", "k.account_id = o.account_id AND k.form = o.form AND k.about = o.about"),
    ("paper_helpers", "person_id", "1 = 1"),
    ("asks", "person_id", "k.programme_id = o.programme_id AND k.party = o.party"),
    ("notes", "person_id", "k.programme_id = o.programme_id AND k.party = o.party AND k.author_id = o.author_id"),
    ("notes", "author_id", "k.programme_id = o.programme_id AND k.party = o.party AND k.person_id = o.person_id"),
    ("switched_off", "person_id", "k.switch = o.switch"),
    ("digest_hours", "person_id", "1 = 1"),
    ("calls", "person_id", "k.done_at IS NULL AND o.done_at IS NULL"),
    ("consent_ticks", "person_id", "k.account_id = o.account_id AND k.purpose = o.purpose"),
    ("wishes", "mentor_id", "k.programme_id = o.programme_id AND k.kind = o.kind AND k.mentee_id = o.mentee_id"),
    ("wishes", "mentee_id", "k.programme_id = o.programme_id AND k.kind = o.kind AND k.mentor_id = o.mentor_id"),
    ("partings", "asked_by", "k.member_id = o.member_id AND k.answer IS NULL AND o.answer IS NULL"),
    ("pauses", "mentor_id", "k.programme_id = o.programme_id AND k.ended_at IS NULL AND o.ended_at IS NULL"),
    ("concerns", "person_id", "k.closed_at IS NULL AND o.closed_at IS NULL"),
    ("concern_calls", "adult_id", "k.concern_id = o.concern_id"),
    ("safety_adults", "person_id", "k.school_id = o.school_id"),
    ("meeting_proposals", "person_id", "k.match_id = o.match_id AND k.answer IS NULL AND o.answer IS NULL"),
    ("attendance", "person_id", "k.meeting_id = o.meeting_id"),
    ("meeting_scores", "person_id", "k.meeting_id = o.meeting_id"),
    (
        "meeting_answers",
        "person_id",
        "k.meeting_id = o.meeting_id AND k.question = o.question AND k.revision = o.revision",
    ),
)
_SIMPLY = (
    *(("partings", "answered_by"), ("pauses", "set_by")),
    *(("concerns", "taken_by"), ("concern_steps", "by_id"), ("safety_adults", "named_by")),
    *(("signals", "person_id"), ("signals", "about_id"), ("pair_steps", "by_id"), ("pair_steps", "to_id")),
    *(("voices", "person_id"), ("meetings", "checked_by")),
    *(("accounts", "person_id"), ("links", "person_id"), ("drafts", "person_id"), ("offers", "person_id")),
    ("accounts", "child_id"),
    ("paper_helpers", "named_by"),
    *(("letters", "from_id"), ("letters", "to_id"), ("notices", "person_id"), ("consents", "given_by")),
    *(("roadmap_items", "responsible_id"), ("persons", "admitted_by"), ("links", "made_by")),
    *(("consents", "checked_by"), ("submissions", "entered_by"), ("wishes", "made_by"), ("runs", "made_by")),
    *(("match_rules", "changed_by"), ("run_changes", "by_id")),
    *(
        ("matches", "confirmed_by"),
        ("orders", "made_by"),
        ("scans", "added_by"),
        ("meetings", "made_by"),
        ("meetings", "logged_by"),
    ),
    *(("roadmap_items", "done_by"), ("broadcasts", "made_by"), ("form_versions", "brought_by"), ("asks", "asked_by")),
    *(("measures", "entered_by"), ("levels", "entered_by"), ("indicators", "entered_by"), ("acts", "by_id")),
    *(("consents", "withdrawn_by"), ("guardianships", "confirmed_by"), ("guardianships", "barred_by")),
    *(("withdrawals", "person_id"), ("withdrawals", "by_id"), ("withdrawals", "done_by")),
    *(("gatherings", "made_by"), ("rhythms", "made_by"), ("meeting_moves", "by_id")),
    *(("cases", "carer_id"), ("case_steps", "about_id"), ("case_steps", "by_id"), ("place_asks", "asked_by")),
    *(("objections", "guardian_id"), ("objections", "child_id"), ("pacts", "noted_by")),
    ("match_rules", "changed_by"),
    ("calls", "done_by"),
    *(("plans", "made_by"), ("plan_changes", "by_id")),
)
_FILLED = (  # what the kept entry takes over where it has nothing itself
    *("birth_date", "age_band", "gender", "class_level", "admitted_at", "admitted_by", "cleared_on"),
    *("family", "given", "patronymic", "post", "workplace", "contact", "clearance_note"),
)


@dataclass(frozen=True, slots=True)
class Holdings:
    """What stands in an entry, in numbers, to compare two of them."""

    linked: bool
    consents: int
    submissions: int
    matches: int


def holdings(tx: Transaction, person_id: int) -> Holdings:
    """What an entry holds."""
    row = tx.one(
        "SELECT (SELECT count(*) FROM account_persons WHERE person_id = :id) AS linked, "
        "(SELECT count(*) FROM consents WHERE person_id = :id AND withdrawn_at IS NULL) AS consents, "
        "(SELECT count(*) FROM submissions WHERE person_id = :id) AS submissions, "
        "(SELECT count(*) FROM members m JOIN participations q ON q.id = m.mentee_id "
        " WHERE m.live = 1 AND (m.mentor_person_id = :id OR q.person_id = :id)) AS matches",
        id=person_id,
    )
    return (
        Holdings(bool(row["linked"]), row["consents"], row["submissions"], row["matches"])
        if row
        else Holdings(False, 0, 0, 0)
    )


def merge(tx: Transaction, kept: int, other: int) -> None:
    """Move everything from `other` to `kept`.

    Raises Refusal where the two cannot be one person: they are a pair, or both have live matches in one form.
    """
    _refuse_own_pair(tx, kept, other)
    _make_room(tx, kept, other)
    for theirs in tx.all("SELECT * FROM participations WHERE person_id = :id ORDER BY id", id=other):
        mine = tx.one(
            "SELECT * FROM participations WHERE person_id = :kept AND programme_id = :programme AND form = :form",
            kept=kept,
            programme=theirs["programme_id"],
            form=theirs["form"],
        )
        if mine is None:
            tx.run("UPDATE participations SET person_id = :kept WHERE id = :id", kept=kept, id=theirs["id"])
        else:
            _join(tx, mine, theirs)
    tx.run("DELETE FROM capacities WHERE person_id = :other", other=other)
    tx.run(
        "DELETE FROM guardianships WHERE guardian_id IN (:kept, :other) AND child_id IN (:kept, :other)",
        kept=kept,
        other=other,
    )
    tx.run(
        "DELETE FROM wishes WHERE mentor_id IN (:kept, :other) AND mentee_id IN (:kept, :other)", kept=kept, other=other
    )
    _one_voice(tx, kept, other)
    for table, column, clash in _UNLESS_THERE:
        tx.run(
            f"UPDATE {table} AS o SET {column} = :kept WHERE o.{column} = :other "
            f"AND NOT EXISTS (SELECT 1 FROM {table} k WHERE k.{column} = :kept AND {clash})",
            kept=kept,
            other=other,
        )
    for table in (
        "account_persons",
        "staff_roles",
        "guardianships",
        "paper_helpers",
        "asks",
        "consent_ticks",
        "switched_off",
        "digest_hours",
        "calls",
    ):
        column = "guardian_id" if table == "guardianships" else "person_id"
        tx.run(f"DELETE FROM {table} WHERE {column} = :other", other=other)
    tx.run("DELETE FROM guardianships WHERE child_id = :other", other=other)
    tx.run("DELETE FROM partings WHERE asked_by = :other", other=other)
    tx.run("DELETE FROM pauses WHERE mentor_id = :other", other=other)
    tx.run("DELETE FROM safety_adults WHERE person_id = :other", other=other)
    merging_about.follow_person(tx, kept, other)
    for table, column in _SIMPLY:
        tx.run(f"UPDATE {table} SET {column} = :kept WHERE {column} = :other", kept=kept, other=other)
    _fill(tx, kept, other)
    tx.run(
        "UPDATE persons SET merged_into = :kept, removed_at = :now WHERE id = :other",
        kept=kept,
        now=tx.now,
        other=other,
    )


def _one_voice(tx: Transaction, kept: int, other: int) -> None:
    """What two entries of a guardian decided is one guardian's: the later answer stands; confirmed and barred are kept."""
    tx.run(
        "UPDATE consents AS o SET withdrawn_at = :now WHERE given_by IN (:kept, :other) AND withdrawn_at IS NULL "
        "AND EXISTS (SELECT 1 FROM consents k WHERE k.id > o.id AND k.given_by IN (:kept, :other) "
        "AND k.given_by <> o.given_by AND k.withdrawn_at IS NULL AND k.person_id = o.person_id "
        "AND k.purpose = o.purpose AND k.scope = o.scope AND k.capacity = o.capacity AND k.way = o.way)",
        now=tx.now,
        kept=kept,
        other=other,
    )
    for column, same in (("guardian_id", "child_id"), ("child_id", "guardian_id")):
        taken = ", ".join(
            f"{name} = coalesce({name}, (SELECT o.{name} FROM guardianships o WHERE o.{column} = :other "
            f"AND o.{same} = guardianships.{same}))"
            for name in ("confirmed_at", "confirmed_by", "barred_at", "barred_by", "hears_meetings_at")
        )
        tx.run(f"UPDATE guardianships SET {taken} WHERE {column} = :kept", kept=kept, other=other)


def _refuse_own_pair(tx: Transaction, kept: int, other: int) -> None:
    if tx.value(
        "SELECT 1 FROM members m JOIN participations q ON q.id = m.mentee_id WHERE m.live = 1 "
        "AND m.mentor_person_id IN (:kept, :other) AND q.person_id IN (:kept, :other)",
        kept=kept,
        other=other,
    ):
        raise Refusal("merge-own-pair")


def _join(tx: Transaction, mine: Row, theirs: Row) -> None:
    """Two participations in one form: the kept person's stays, with what only the other's had."""
    if _is_live(tx, theirs["id"]):
        if mine["side"] != theirs["side"]:
            raise Refusal("merge-two-sides")
        if _is_live(tx, mine["id"]):
            raise Refusal("merge-two-matches")
    if mine["side"] != theirs["side"]:
        tx.run(
            "UPDATE participations SET left_at = coalesce(left_at, :now) WHERE id = :id", now=tx.now, id=theirs["id"]
        )
        return
    ids = {"mine": mine["id"], "theirs": theirs["id"]}
    tx.run(
        "UPDATE participations SET form_confirmed_at = coalesce(form_confirmed_at, :form_confirmed_at), "
        "applied_at = coalesce(applied_at, :applied_at), entered_at = coalesce(entered_at, :entered_at), "
        "finished_at = coalesce(finished_at, :finished_at), "
        "places_said_at = coalesce(places_said_at, :places_said_at), "
        "places = CASE WHEN places = 0 AND places_said_at IS NULL THEN :places ELSE places END, "
        "role_model = CASE WHEN role_model = '' THEN :role_model ELSE role_model END, "
        "left_at = CASE WHEN left_at IS NULL OR :left_at IS NULL THEN NULL ELSE left_at END WHERE id = :mine",
        **{
            name: theirs[name]
            for name in (
                *("form_confirmed_at", "applied_at", "entered_at", "finished_at", "places", "role_model", "left_at"),
                "places_said_at",
            )
        },
        mine=mine["id"],
    )
    tx.run("UPDATE members SET mentee_id = :mine WHERE mentee_id = :theirs", **ids)
    tx.run("UPDATE matches SET mentor_id = :mine WHERE mentor_id = :theirs", **ids)
    for column in ("mentee_id", "mentor_id"):
        tx.run(f"UPDATE run_changes SET {column} = :mine WHERE {column} = :theirs", **ids)
    merging_about.follow(tx, mine, theirs)
    tx.run("UPDATE participations SET left_at = coalesce(left_at, :now) WHERE id = :id", now=tx.now, id=theirs["id"])


def _is_live(tx: Transaction, participation: int) -> bool:
    return bool(
        tx.value(
            "SELECT 1 FROM members m JOIN matches g ON g.id = m.match_id "
            "WHERE m.live = 1 AND (m.mentee_id = :id OR g.mentor_id = :id)",
            id=participation,
        )
    )


def _make_room(tx: Transaction, kept: int, other: int) -> None:
    """A mentor's places are numbered: the kept person gets places for what comes, and it comes on free numbers.

    The pairs themselves follow their participations (the tables see to it).
    """
    for row in tx.all("SELECT programme_id, form, places FROM capacities WHERE person_id = :other", other=other):
        programme = row["programme_id"]
        if row["form"]:
            _make_room_in(tx, kept, row)
            continue
        own, coming = (matches.taken_places(tx, programme, each) for each in (kept, other))
        if len(own) + len(coming) > _MOST_PLACES:
            raise Refusal("merge-places")
        offered = tx.value(
            "SELECT places FROM capacities WHERE programme_id = :programme AND person_id = :kept AND form = ''",
            programme=programme,
            kept=kept,
        )
        places = max(offered or 0, row["places"], len(own) + len(coming), *own, *coming)
        for person in (kept, other):
            matches.offer_places(tx, programme, person, places)
        clashing = sorted(own & coming)
        free = [number for number in range(1, places + 1) if number not in own | coming]
        for place, number in zip(clashing, free, strict=False):
            tx.run(
                "UPDATE members SET place = :number WHERE programme_id = :programme AND mentor_person_id = :other "
                "AND live = 1 AND place = :place",
                number=number,
                programme=programme,
                other=other,
                place=place,
            )


def _make_room_in(tx: Transaction, kept: int, theirs: Row) -> None:
    """The same in one form, where places are only counted."""
    programme, form = theirs["programme_id"], theirs["form"]
    offered = tx.value(
        "SELECT places FROM capacities WHERE programme_id = :programme AND person_id = :kept AND form = :form",
        programme=programme,
        kept=kept,
        form=form,
    )
    own = len(matches.taken_places(tx, programme, kept, form))
    matches.offer_places(tx, programme, kept, max(offered or 0, min(own + theirs["places"], _MOST_PLACES)), form)


def _fill(tx: Transaction, kept: int, other: int) -> None:
    mine = tx.one("SELECT * FROM persons WHERE id = :id", id=kept)
    theirs = tx.one("SELECT * FROM persons WHERE id = :id", id=other)
    if mine is None or theirs is None:
        raise LookupError(kept, other)
    columns = {name: theirs[name] for name in _FILLED if not mine[name] and theirs[name]}
    if "class_level" in columns:
        columns["class_letter"] = theirs["class_letter"]
    if {"family", "given", "patronymic"} & {*columns}:
        columns["sought"] = theirs["sought"] if not mine["sought"] else mine["sought"]
    if columns:
        assignments = ", ".join(f"{name} = :{name}" for name in columns)
        tx.run(f"UPDATE persons SET {assignments} WHERE id = :id", id=kept, **columns)
