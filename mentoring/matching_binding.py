"""The rules of matching that no curator may waive, for two people at the moment of confirming: plain comparisons.

They are the same as in `matching_rules`, which looks at a whole form at once; a test holds the two together.
"""

from __future__ import annotations

from mentoring.matching_outcome import Cause
from mentoring.matching_people import Mentee, Mentor, Programme


def binding(mentee: Mentee, mentor: Mentor, programme: Programme) -> Cause | None:
    """The first rule these two would break that binds everyone, or None."""
    standing = {(one, other) for form, one, other in programme.standing if form == mentee.form}
    rules = (
        (Cause.OWN_HINDRANCE, bool(mentee.hindrances)),
        (Cause.OTHER_FORM, mentee.form != mentor.form),
        (Cause.SAME_PERSON, mentee.person == mentor.person),
        (Cause.MENTOR_HINDRANCE, bool(mentor.hindrances)),
        (Cause.BANNED, (mentee.person, mentor.person) in programme.bans),
        (Cause.AVOIDED, mentor.id in mentee.avoided or mentee.id in mentor.avoided),
        (Cause.RELATIVES, (mentee.person, mentor.person) in programme.relatives),
        (Cause.CLASS_TEACHER, (mentee.person, mentor.person) in programme.class_teachers),
        (Cause.LOOP, (mentor.person, mentee.person) in standing),
        (Cause.PARTNER, mentor.partner is not None and mentor.partner not in mentee.partners),
        (Cause.NO_PLACES, mentor.places <= 0),
    )
    return next((cause for cause, is_broken in rules if is_broken), None)
