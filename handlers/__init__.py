"""Talk: conversations of people with the bot, one file each; here they are put in order."""

from __future__ import annotations

from aiogram import Router

from handlers import home, joining, leftovers, questionnaire, roadmap, setup
from handlers.curator import roadmap as curator_roadmap
from handlers.curator import sections, today
from handlers.home import PanelOf
from handlers.notices import View
from handlers.questionnaire import Continuation


def routes() -> tuple[Router, ...]:
    """Every conversation: commands and buttons first, then whatever is typed, leftovers last."""
    return (
        joining.router(),
        home.router(),
        setup.router(),
        sections.router(),
        today.router(),
        roadmap.router(),
        curator_roadmap.router(),
        questionnaire.router(),
        leftovers.router(),
    )


def continuations() -> dict[str, Continuation]:
    """What is said when a form has been sent, by the form."""
    return {
        "setup": setup.after_setup,
        "roadmap_note": roadmap.after_note,
        "roadmap_dates": curator_roadmap.after_dates,
    }


def notice_views() -> dict[str, View]:
    """How a notice looks that is more than the sentence `notice-<kind>`, by its kind."""
    return {
        "roadmap-soon": roadmap.reminder,
        "roadmap-late": roadmap.reminder,
    }


def panels() -> tuple[PanelOf, ...]:
    """The parts of the home screen, from the top."""
    return (setup.panel, today.panel, roadmap.panel)
