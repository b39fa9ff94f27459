"""The minutes of a group meeting: who was there, what was on the agenda and decided; signed with number and date."""

from __future__ import annotations

from datetime import date

from mentoring.exported import Named
from mentoring.gatherings import GatheringState
from mentoring.minutes import Minutes
from mentoring.naming import full
from mentoring.people import Side, Speaker
from mentoring.questionnaire import Answers
from mentoring.refusal import Refusal
from services.exported_names import as_covered
from services.filling import Sent
from services.gatherings import Card, card_of, own_gathering
from storage import gatherings, guests, journal, schools
from storage.database import Database, Transaction
from storage.gatherings import Gathering


class GatheringMinutes:
    """What the curator does about minutes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, speaker: Speaker, gathering_id: int) -> Minutes:
        """All that the minutes say. Raises Refusal of a group meeting that was not held."""

        def query(tx: Transaction) -> Minutes:
            me, found = _held(tx, speaker, gathering_id)
            school, chosen = schools.get(tx, me.school_id), schools.settings(tx, me.school_id)
            came = guests.every(tx, found.id, came=True)
            named = as_covered(tx, me, {each.participation_id: each.person for each in came})

            def of_side(side: Side) -> tuple[Named, ...]:
                return tuple(named[each.participation_id] for each in came if each.side is side)

            return Minutes(
                number=found.number,
                signed_on=found.signed_on,
                school=school.full_name,
                town=school.town,
                title=chosen.programme_title,
                form=found.form,
                starts=found.starts_at.astimezone(chosen.zone),
                place=found.place,
                curator=full(me.person, me) if me.person else "",
                curator_post=me.person.post if me.person else "",
                mentors=of_side(Side.MENTOR),
                mentees=of_side(Side.MENTEE),
                agenda=found.agenda,
                decided=found.decided,
            )

        return await self._database.read(query)

    def receive_text(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Card:
        """What was on the agenda and what was decided."""
        me, found = _held(tx, speaker, sent.about)
        gatherings.write_down(tx, found.id, sent.text("agenda"), sent.text("decided"))
        journal.note(tx, "minutes-written", "gathering", found.id, school=me.school_id, by=me.person_id)
        return card_of(tx, gatherings.get(tx, found.id))

    def proposed_text(self, tx: Transaction, speaker: Speaker, about: int) -> Answers:
        """What stands."""
        _, found = _held(tx, speaker, about)
        return {name: text for name, text in (("agenda", found.agenda), ("decided", found.decided)) if text}

    def receive_signing(self, tx: Transaction, speaker: Speaker, sent: Sent) -> Card:
        """The minutes are signed, or their number and date are corrected."""
        me, found = _held(tx, speaker, sent.about)
        gatherings.sign(tx, found.id, sent.text("number"), date.fromisoformat(sent.text("signed_on")))
        deed = "minutes-signed" if found.signed_on is None else "minutes-corrected"
        journal.note(tx, deed, "gathering", found.id, school=me.school_id, by=me.person_id)
        return card_of(tx, gatherings.get(tx, found.id))

    def proposed_signing(self, tx: Transaction, speaker: Speaker, about: int) -> Answers:
        """The number and date that stand."""
        _, found = _held(tx, speaker, about)
        if found.signed_on is None:
            return {}
        return {"number": found.number, "signed_on": found.signed_on.isoformat()}


def _held(tx: Transaction, speaker: Speaker, gathering_id: int) -> tuple[Speaker, Gathering]:
    me, found = own_gathering(tx, speaker, gathering_id)
    if found.state is not GatheringState.HELD:
        raise Refusal("gathering-refused-nobody")
    return me, found
