"""Makes every service once, and gives each form its receiver and each conversation what it asks for by name."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from bot.settings import BotSettings
from handlers import continuations, panels
from handlers.home import PanelOf
from handlers.questionnaire import Continuation
from mentoring.questionnaire_catalogue import catalogue, default_areas
from mentoring.settings import Settings
from services import roadmap_reminders
from services.filling import Filling, Proposer, Receiver
from services.joining import Joining
from services.notices import Deed, Notices, Still
from services.roadmap import Roadmap, plan
from services.schools import Schools
from services.speakers import Speakers
from services.today import Today
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything a handler may ask for by parameter name."""

    speakers: Speakers
    schools: Schools
    joining: Joining
    filling: Filling
    notices: Notices
    roadmap: Roadmap
    today: Today
    after: dict[str, Continuation]
    panels: tuple[PanelOf, ...]

    def by_name(self) -> dict[str, Any]:
        """The same as a mapping."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


def parts(database: Database, settings: BotSettings) -> Parts:
    """Make them over one database."""
    schools = Schools(database, Settings(time_zone=settings.time_zone), default_areas(), when_begun=(plan,))
    roadmap = Roadmap(database)
    receivers: dict[str, Receiver] = {
        "setup": schools.receive_setup,
        "roadmap_note": roadmap.receive_note,
        "roadmap_dates": roadmap.receive_dates,
    }
    proposers: dict[str, Proposer] = {
        "setup": schools.proposed_setup,
        "roadmap_dates": roadmap.proposed_dates,
    }
    still: dict[str, Still] = {
        "roadmap-soon": roadmap_reminders.still_soon,
        "roadmap-late": roadmap_reminders.still_late,
    }
    deeds: dict[str, Deed] = {
        "roadmap-day": roadmap_reminders.look,
    }
    return Parts(
        speakers=Speakers(database),
        schools=schools,
        joining=Joining(database, schools),
        filling=Filling(database, catalogue(), receivers, proposers),
        notices=Notices(database, still, deeds),
        roadmap=roadmap,
        today=Today(database),
        after=continuations(),
        panels=panels(),
    )
