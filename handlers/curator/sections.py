"""All sections of the curator's work: the menu behind «Все разделы»."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.admission import AdmitTap
from handlers.curator.areas import AreasTap
from handlers.curator.back import SectionsTap, ways_back
from handlers.curator.broadcast import BroadcastTap
from handlers.curator.door import CuratorOnly
from handlers.curator.export import ExportTap
from handlers.curator.form_choice import WaitingTap
from handlers.curator.hand_over import HandOverTap
from handlers.curator.invite import InviteTap
from handlers.curator.ledger import LedgerTap
from handlers.curator.letters import LettersTap
from handlers.curator.matching_taps import MatchingTap
from handlers.curator.meetings import WatchTap
from handlers.curator.order_taps import OrdersTap
from handlers.curator.people_taps import PeopleTap
from handlers.curator.questionnaire_taps import QuestionnairesTap
from handlers.curator.settings import SettingsTap
from handlers.curator.third_parties import ThirdTap
from handlers.roadmap_screens import RoadmapTap
from handlers.screen import Button, HomeTap, Row, fitting, screen
from handlers.setup import SetUpTap
from locales.words import Say


class SchoolTap(CallbackData, prefix="sec2"):
    """What is set once for the school."""


_Line = tuple[str, CallbackData]

SECTIONS: tuple[_Line, ...] = (
    ("roadmap", RoadmapTap()),
    ("sections-people", PeopleTap()),
    ("sections-invite", InviteTap(step="m")),
    ("sections-admission", AdmitTap(step="l")),
    ("questionnaires", QuestionnairesTap()),
    ("notes-section", ThirdTap(deed="o")),
    ("sections-ledger", LedgerTap(step="m")),
    ("form-choice-section", WaitingTap()),
    ("sections-matching", MatchingTap()),
    ("sections-orders", OrdersTap()),
    ("pairs-section", WatchTap()),
    ("sections-letters", LettersTap()),
    ("sections-broadcast", BroadcastTap()),
    ("sections-export", ExportTap()),
    ("settings", SettingsTap()),
    ("sections-of-school", SchoolTap()),
)  # words of the button, and what it opens, in the order of the work: a new section is one line here
OF_SCHOOL: tuple[_Line, ...] = (
    ("sections-school", SetUpTap()),
    ("areas", AreasTap()),
    ("hand-over", HandOverTap(step="l")),
)


async def opened(chat: Chat, say: Say) -> None:
    """«Все разделы»."""
    await chat.show(screen(say("sections-title"), *_buttons(say, SECTIONS), [Button(say.plain("to-home"), HomeTap())]))


async def school_opened(chat: Chat, say: Say) -> None:
    """«Школа»."""
    await chat.show(screen(say("sections-of-school-title"), *_buttons(say, OF_SCHOOL), ways_back(say)))


def _buttons(say: Say, lines: tuple[_Line, ...]) -> list[Row]:
    return fitting([Button(say.plain(words), tap) for words, tap in lines], 36)


def router() -> Router:
    """The menu of sections, for curators."""
    routes = Router(name="sections")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(opened, SectionsTap.filter())
    routes.callback_query.register(school_opened, SchoolTap.filter())
    return routes
