"""On a pair's card: who has accepted its rules, the agreement to be signed, a worker's consent before the order."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.door import CuratorOnly
from handlers.curator.matching_taps import MemberTap
from handlers.curator.order_taps import OrdersTap
from handlers.plan_taps import PlanMemberTap
from handlers.screen import Button, HomeTap, Row, grid, screen
from locales.words import Say
from mentoring.leaving import Paper
from mentoring.people import MentoringForm, Side, Speaker
from mentoring.refusal import NotYours
from papers.pact import printed_pact
from services.confirming import Confirmed
from services.matching import Compute
from services.offers import State
from services.pacts import Pace, Pacts

_AGREED = (State.ACCEPTED, State.ACTIVE)


class PactPaperTap(CallbackData, prefix="pcp1"):
    """The agreement of a pair: f its file, p it is signed on paper (how often, asked first)."""

    member: int
    deed: str
    pace: str = ""


async def tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: PactPaperTap, pacts: Pacts, workshop: Compute
) -> None:
    """Print the agreement, or note the signed one."""
    tap = callback_data
    back = [Button(say.plain("pact-card-back"), MemberTap(deed="s", member=tap.member))]
    home = [Button(say.plain("to-home"), HomeTap())]
    if tap.deed == "f":
        sheet = await pacts.sheet(speaker, tap.member)
        await chat.toast(say.plain("pact-sending"))
        content: bytes = await workshop(printed_pact, sheet)
        await chat.send_file(content, say.plain("pact-file-name") + ".docx", paper=Paper.PACT)
        await chat.show_anew(screen(say("pact-sent"), back, home))
    elif not tap.pace:
        paces = [
            Button(say.plain("pact-pace-button", pace=each.value), PactPaperTap(member=tap.member, deed="p", pace=each))
            for each in Pace
        ]
        await chat.show(screen(say("pact-paper-ask"), *grid(paces, 2), back, home))
    elif tap.pace in set(Pace):
        await pacts.note_paper(speaker, tap.member, Pace(tap.pace))
        await chat.show(screen(say("pact-paper-kept"), back, home))
    else:
        raise NotYours


def pact_parts(say: Say, one: Confirmed, lines: list[str], rows: list[Row]) -> None:
    """What a pair's card says of its rules, and of two workers' papers, with the buttons that belong to it."""
    member = one.member
    if member.form == MentoringForm.TEACHER_TEACHER:
        lines += ["", _worker_line(say, one)]
        rows.append([Button(say.plain("pact-worker"), OrdersTap(deed="c", id=member.match_id))])
    if member.state not in _AGREED:
        return
    lines.append("")
    for side, pact in zip((Side.MENTOR, Side.MENTEE), one.pacts, strict=True):
        way, pace = (pact.way.value, pact.pace.value) if pact else ("none", "none")
        date = say.date(pact.accepted_at.date()) if pact else ""
        lines.append(say("pact-card", side=side.value, way=way, pace=pace, date=date))
    rows.append([Button(say.plain("plans-button-none", kind="plan"), PlanMemberTap(member=member.id))])
    rows.append([Button(say.plain("pact-file"), PactPaperTap(member=member.id, deed="f"))])
    if any(pact is None for pact in one.pacts):
        rows.append([Button(say.plain("pact-paper"), PactPaperTap(member=member.id, deed="p"))])


def _worker_line(say: Say, one: Confirmed) -> str:
    member = one.member
    if member.worker_consent_on is None or member.agreement_on is None or not member.agreement_number:
        return say("pact-worker-lacks")
    return say(
        "pact-worker-has",
        consent=say.date(member.worker_consent_on),
        number=member.agreement_number,
        signed=say.date(member.agreement_on),
    )


def router() -> Router:
    """The agreements of pairs, for curators."""
    routes = Router(name="curator_pacts")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(tapped, PactPaperTap.filter())
    return routes
