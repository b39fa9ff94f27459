"""A school comes into being: claimed by its first curator, set up in a short dialogue, changed later in chat."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from mentoring.people import Kind, MentoringForm, Role, Speaker
from mentoring.privacy_mode import PrivacyMode, ShownAs
from mentoring.questionnaire import Answers
from mentoring.questionnaire_catalogue import Area
from mentoring.refusal import Refusal
from mentoring.rights import Deed
from mentoring.settings import Settings
from services import forms_run
from services.authority import acting
from services.filling import Sent
from services.privacy_modes import change_privacy
from storage import accounts, areas, journal, links, people, schools
from storage.database import Database, Transaction
from storage.links import Link, Purpose

ProgrammeBegun = Callable[[Transaction, int, date, date], None]


class Schools:
    """What makes a school one: its curators, details, settings and programme."""

    def __init__(
        self,
        database: Database,
        defaults: Settings,
        first_areas: Iterable[Area],
        when_begun: Iterable[ProgrammeBegun] = (),
    ) -> None:
        self._database = database
        self._defaults = defaults
        self._first_areas = tuple(first_areas)
        self._when_begun = tuple(when_begun)

    async def claim_link(self) -> Link | None:
        """The one-time link that makes whoever opens it the first curator; None when there is a curator."""

        def unit(tx: Transaction) -> Link | None:
            if tx.value("SELECT 1 FROM staff_roles WHERE role = 'curator'"):
                return None
            row = tx.one("SELECT * FROM links WHERE purpose = 'claim' AND uses_left > 0 AND closed_at IS NULL")
            return links.link_of(row) if row else links.make(tx, Purpose.CLAIM, school_id=None, uses=1)

        return await self._database.work(unit, aside=True)

    def claim(self, tx: Transaction, speaker: Speaker, link: Link) -> Speaker:
        """Make the speaker the first curator, by the claim link. Raises Refusal when it was used meanwhile."""
        if not links.use(tx, link):
            raise Refusal("link-unknown")
        return self.make_curator(tx, speaker)

    async def claim_by_configuration(self, speaker: Speaker) -> Speaker:
        """The same for an account named in CURATORS: curator of the first school, or of a new one."""
        return await self._database.work(lambda tx: self.make_curator(tx, speaker))

    def make_curator(self, tx: Transaction, speaker: Speaker) -> Speaker:
        """Make the speaker a curator of the school there is, or of a new one."""
        now = accounts.as_account(tx, speaker.account_id)
        if Role.CURATOR in now.roles:
            return now
        school = tx.value("SELECT min(id) FROM schools") or self._found(tx)
        person = people.add(tx, school, Kind.STAFF)
        people.change(tx, person, admitted_at=tx.now, admitted_by=person)
        people.give_role(tx, person, Role.CURATOR)
        accounts.speak_for(tx, speaker.account_id, person)
        journal.note(tx, "became-curator", "person", person, school=school, by=person)
        return accounts.as_account(tx, speaker.account_id)

    def _found(self, tx: Transaction) -> int:
        school = schools.add(tx, self._defaults)
        areas.stock(tx, school, self._first_areas)
        return school

    def receive_setup(self, tx: Transaction, speaker: Speaker, sent: Sent) -> None:
        """The set-up was sent: keep the details, open the programme with its roadmap, or change them."""
        curator = acting(tx, speaker, Deed.SET_UP)
        school = curator.school_id
        tx.run(
            "UPDATE schools SET full_name = :full_name, short_name = :short_name, town = :town, address = :address, "
            "director_name = :director, director_post = :post, set_up_at = coalesce(set_up_at, :now) WHERE id = :id",
            full_name=sent.text("school_name"),
            short_name=sent.text("school_short"),
            town=sent.text("town"),
            address=sent.text("school_address"),
            director=sent.text("director_name"),
            post=sent.text("director_post"),
            now=tx.now,
            id=school,
        )
        schools.choose(
            tx, school, time_zone=sent.text("time_zone").replace("_", "/", 1), guardian_rule=sent.text("guardian_rule")
        )
        if sent.text("privacy_mode"):
            change_privacy(tx, curator, PrivacyMode(sent.text("privacy_mode")), _shown_as(sent))
        self._programme(tx, school, sent)
        journal.note(tx, "set-up", "school", school, school=school, by=curator.person_id)

    def _programme(self, tx: Transaction, school: int, sent: Sent) -> None:
        starts, ends = date.fromisoformat(sent.text("programme_start")), date.fromisoformat(sent.text("programme_end"))
        open_one = schools.programme(tx, school)
        if open_one is None:
            programme = tx.insert("programmes", school_id=school, starts_on=starts, ends_on=ends)
        else:
            programme = open_one.id
            tx.run("UPDATE programmes SET starts_on = :s, ends_on = :e WHERE id = :id", s=starts, e=ends, id=programme)
        forms_run.set_all(tx, school, programme, {MentoringForm(form) for form in sent.chosen("forms")})
        if open_one is None:
            for begun in self._when_begun:
                begun(tx, programme, starts, ends)

    def proposed_setup(self, tx: Transaction, speaker: Speaker, about: int) -> Answers:
        """First answers of the set-up: what stands now, or the defaults of the installation."""
        if speaker.person is None:
            return {}
        school = schools.get(tx, speaker.school_id)
        chosen = schools.settings(tx, school.id)
        programme = schools.programme(tx, school.id)
        standing: dict[str, str | tuple[str, ...]] = {
            "school_name": school.full_name,
            "school_short": school.short_name,
            "town": school.town,
            "school_address": school.address,
            "director_name": school.director_name,
            "director_post": school.director_post,
            "time_zone": chosen.time_zone.replace("/", "_", 1),
            "guardian_rule": chosen.guardian_rule.value,
            "privacy_mode": chosen.privacy_mode.value if school.set_up else "",
            "shown_as": chosen.shown_as.value if school.set_up else "",
        }
        if programme is not None:
            standing |= {
                "programme_start": programme.starts_on.isoformat(),
                "programme_end": programme.ends_on.isoformat(),
                "forms": tuple(sorted(programme.forms)),
            }
        return {name: answer for name, answer in standing.items() if answer}


def _shown_as(sent: Sent) -> ShownAs:
    return ShownAs(sent.text("shown_as") or ShownAs.CODE)
