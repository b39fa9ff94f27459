"""Steps of those left without a pair: a draft kept by storage, so that cases stand without any computing."""

from __future__ import annotations

from mentoring.matching_outcome import Cause, Draft, Pair, Remedy, Said, Unpaired
from storage import cases, runs


async def drafted(stage, *, pairs=(), form="pupil_pupil", **unpaired):
    """Whoever of the form has no pair gets a case. `unpaired`: `found={participation: (cause, mentors, lift, mentor)}`."""
    found = tuple(
        Unpaired(
            mentee,
            Said(cause, {"mentors": tuple(mentors)} if mentors else {}),
            Remedy(lift, mentor) if lift else None,
        )
        for mentee, (cause, mentors, lift, mentor) in sorted(unpaired.get("found", {}).items())
    )
    draft = Draft(tuple(Pair(a, b, (), None, False, 1) for a, b in pairs), found, (), (), True, "digest")

    def unit(tx):
        runs.keep(tx, 1, form, draft, None)
        cases.after_draft(tx, 1, form, draft)

    await stage.app.database.work(unit)


def no_places(mentor):
    """The mentor has no place left, and one place more would be enough."""
    return Cause.NO_PLACES, (mentor,), Cause.NO_PLACES, mentor


async def case_of(stage, ready):
    """The open case of somebody."""
    return await stage.app.database.read(lambda tx: cases.open_of(tx, ready.participation))
