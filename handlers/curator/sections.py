"""All sections of the curator's work: the menu behind «Все разделы»."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.admission import AdmitTap
from handlers.curator.areas import AreasTap
from handlers.curator.back import SectionsTap
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
from handlers.curator.paper_returns import PaperTap
from handlers.curator.people_taps import PeopleTap
from handlers.curator.poll import PollsTap
from handlers.curator.questionnaire_taps import QuestionnairesTap
from handlers.curator.settings import SettingsTap
from handlers.curator.third_parties import ThirdTap
from handlers.curator.withdrawals import WithdrawalTap
from handlers.roadmap_screens import RoadmapTap
from handlers.screen import Button, HomeTap, fitting, screen
from handlers.setup import SetUpTap
from locales.words import Say

SECTIONS: tuple[tuple[str, CallbackData], ...] = (
    ("roadmap", RoadmapTap()),
    ("sections-people", PeopleTap()),
    ("sections-invite", InviteTap(step="m")),
    ("polls-section", PollsTap()),
    ("sections-admission", AdmitTap(step="l")),
    ("sections-papers", PaperTap(step="l")),
    ("sections-ledger", LedgerTap(step="m")),
    ("form-choice-section", WaitingTap()),
    ("notes-section", ThirdTap(deed="o")),
    ("sections-matching", MatchingTap()),
    ("sections-orders", OrdersTap()),
    ("pairs-section", WatchTap()),
    ("sections-letters", LettersTap()),
    ("sections-broadcast", BroadcastTap()),
    ("withdrawals-section", WithdrawalTap()),
    ("sections-export", ExportTap()),
    ("questionnaires", QuestionnairesTap()),
    ("areas", AreasTap()),
    ("settings", SettingsTap()),
    ("sections-school", SetUpTap()),
    ("hand-over", HandOverTap(step="l")),
)  # words of the button, and what it opens: a new section is one line here


async def opened(chat: Chat, say: Say) -> None:
    """«Все разделы»."""
    buttons = [Button(say.plain(words), tap) for words, tap in SECTIONS]
    await chat.show(screen(say("sections-title"), *fitting(buttons, 36), [Button(say.plain("to-home"), HomeTap())]))


def router() -> Router:
    """The menu of sections, for curators."""
    routes = Router(name="sections")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(opened, SectionsTap.filter())
    return routes
