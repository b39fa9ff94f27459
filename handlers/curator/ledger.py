"""«Реестр согласий»: counts by purpose, lists, a person's lines; blanks, papers that came back, the ledger as a file."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.consent_blanks import print_blanks
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.guardian_taps import FamilyTap
from handlers.curator.paper_returns import PaperTap
from handlers.curator.people_taps import PersonTap
from handlers.curator.withdrawals import WithdrawalTap
from handlers.places import class_words, place_of
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, Row, Screen, fitting, screen
from locales.words import Say
from mentoring.consents import Capacity, Purpose
from mentoring.leaving import Paper
from mentoring.naming import shown
from mentoring.people import Speaker
from papers.consent_ledger import exported_ledger
from services.consent_blanks import ClassWaiting, ConsentBlanks
from services.exporting import Exporting
from services.filling import Filling
from services.ledger import ConsentLedger, Ledger, Listed, Overview, State, purpose_at

_PLACES = list(Purpose)
_STATES = list(State)


class LedgerTap(CallbackData, prefix="led1"):
    """m all purposes, p one, l a list (after an id), t tick, w a person; b o blanks of one (and a minor's own), B of a
    list, c classes, C of a class; x the file, r ticked ones came back, d an electronic document, a ask everyone, q the school's details.
    """

    step: str
    purpose: int = 0
    state: int = 0
    id: int = 0
    after: int = 0


def _overview(say: Say, found: Overview) -> Screen:
    lines: list[str] = [say("ledger-title"), ""]
    rows: list[Row] = []
    for purpose in Purpose:
        counts = found.counts.get(purpose)
        if not counts:
            continue
        name = say.plain("permission-name", purpose=purpose)
        lines.append(say("ledger-purpose", name=name, **{str(state): counts.get(state, 0) for state in State}))
        rows.append([Button(name, LedgerTap(step="p", purpose=_PLACES.index(purpose)))])
    if not rows:
        lines.append(say("ledger-nobody"))
    if not found.details:
        lines += ["", say("ledger-details-missing")]
    rows.append(
        [
            Button(say.plain("sections-papers"), PaperTap(step="l")),
            Button(say.plain("withdrawals-section"), WithdrawalTap()),
        ]
    )
    rows.append(
        [
            Button(say.plain("ledger-details"), LedgerTap(step="q")),
            Button(say.plain("ledger-xlsx"), LedgerTap(step="x")),
        ]
    )
    if found.guardians:
        rows.append([Button(say.plain("ledger-guardians", count=found.guardians), FamilyTap(step="l"))])
    return screen("\n".join(lines), *rows, ways_back(say))


def _purpose(say: Say, purpose: Purpose, counts: Mapping[State, int]) -> Screen:
    at = _PLACES.index(purpose)
    buttons = [
        Button(
            say.plain("ledger-state-count", state=state, count=counts.get(state, 0)),
            LedgerTap(step="l", purpose=at, state=place),
        )
        for place, state in enumerate(State)
        if counts.get(state)
    ]
    return screen(
        say("ledger-purpose-title", name=say.plain("permission-name", purpose=purpose)),
        *fitting(buttons, 30),
        [Button(say.plain("ledger-back"), LedgerTap(step="m"))],
        ways_back(say),
    )


def _list(say: Say, viewer: Speaker, found: Listed, after: int) -> Screen:
    at, state = _PLACES.index(found.purpose), _STATES.index(found.state)
    open_ones = found.state not in (State.KEPT, State.DECLINED)

    def tap(step: str, **more: int) -> LedgerTap:
        return LedgerTap(step=step, purpose=at, state=state, **more)

    rows: list[Row] = []
    for each in found.people:
        row = [Button(shown(each, viewer), tap("w", id=each.id))]
        if open_ones:
            sign = "\u2705" if each.id in found.ticked else "\u2610"
            row.append(Button(say.plain("ledger-tick", sign=sign), tap("t", id=each.id, after=after)))
        rows.append(row)
    if found.more:
        rows.append([Button(say.plain("picker-later"), tap("l", after=found.people[-1].id))])
    if found.ticks:
        rows.append([Button(say.plain("ledger-ticked", count=found.ticks), tap("r"))])
    if open_ones and found.people:
        rows.append([Button(say.plain("ledger-blanks"), tap("B")), Button(say.plain("ledger-by-class"), tap("c"))])
        if found.purpose not in (Purpose.PARTICIPATION, Purpose.WORKER_DUTY):
            rows.append([Button(say.plain("ledger-ask", count=found.total), tap("a"))])
    rows.append([Button(say.plain("ledger-back"), LedgerTap(step="p", purpose=at))])
    name = say.plain("permission-name", purpose=found.purpose)
    text = say("ledger-list", name=name, state=say.plain("ledger-state", state=found.state), count=found.total)
    how = say("ledger-list-how") if open_ones and found.people else ""
    return screen("\n\n".join(part for part in (text, how) if part), *rows, ways_back(say))


def _classes(say: Say, purpose: Purpose, found: list[ClassWaiting]) -> Screen:
    """Whole classes to print blanks for."""
    at = _PLACES.index(purpose)
    buttons = [
        Button(
            say.plain(
                "papers-class",
                name=class_words(say, each.school_class) if each.school_class else say.plain("papers-no-class"),
                count=each.count,
            ),
            LedgerTap(step="C", purpose=at, id=each.someone),
        )
        for each in found
    ]
    back = [Button(say.plain("ledger-back"), LedgerTap(step="p", purpose=at))]
    text = say("ledger-by-class-how", name=say.plain("permission-name", purpose=purpose))
    return screen(text, *fitting(buttons), back, ways_back(say))


def _person(say: Say, viewer: Speaker, ledger: Ledger, purpose: Purpose) -> Screen:
    person = ledger.person
    lines: list[str] = [
        say("ledger-person", name=shown(person, viewer), place=place_of(say, person, viewer) or "\u2014")
    ]
    for need in ledger.needs:
        lacks = ", ".join(say.plain("ledger-lack", lack=each) for each in need.missing) or say.plain("ledger-complete")
        name = say.plain("permission-name", purpose=need.purpose)
        lines.append(say("ledger-need", name=name, required="yes" if need.required else "no", lacks=lacks))
    lines.append("")
    lines += [_record(say, viewer, ledger, place) for place in range(len(ledger.records))][-8:]
    at = _PLACES.index(purpose)

    def tap(step: str) -> LedgerTap:
        return LedgerTap(step=step, purpose=at, id=person.id)

    own = next((need for need in ledger.needs if need.purpose is purpose), None)
    rows: list[Row] = [[Button(say.plain("ledger-blank"), tap("b")), Button(say.plain("ledger-document"), tap("d"))]]
    if own is not None and Capacity.ASSENT in own.by:
        rows.append([Button(say.plain("ledger-blank-own"), tap("o"))])
    rows.append(
        [
            Button(say.plain("ledger-card"), PersonTap(person=person.id)),
            Button(say.plain("ledger-back"), LedgerTap(step="p", purpose=at)),
        ]
    )
    return screen("\n".join(lines), *rows, ways_back(say))


def _record(say: Say, viewer: Speaker, ledger: Ledger, place: int) -> str:
    record = ledger.records[place]

    def who(person_id: int | None) -> str:
        return shown(ledger.people[person_id], viewer) if person_id and person_id in ledger.people else "\u2014"

    return say(
        "ledger-record",
        name=say.plain("permission-name", purpose=record.purpose),
        answer="agreed" if record.agreed else "declined",
        capacity=record.capacity,
        who=who(record.given_by),
        way=record.way,
        given=f"{record.given_at:%d.%m.%Y}",
        until=f"{record.until:%d.%m.%Y}" if record.until else "\u2014",
        version=record.version,
        digest=record.digest[:8],
        kept=record.original or "none",
        checked=who(record.checked_by) if record.checked_by else "none",
        scope=record.scope.replace("\n", ", ") or "none",
        withdrawn=f"{record.withdrawn_at:%d.%m.%Y}" if record.withdrawn_at else "no",
    )


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: LedgerTap,
    consent_ledger: ConsentLedger,
    consent_blanks: ConsentBlanks,
    exporting: Exporting,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """One of the ledger's buttons."""
    tap = callback_data
    purpose, state = purpose_at(tap.purpose), _STATES[tap.state % len(_STATES)]
    match tap.step:
        case "p":
            overview = await consent_ledger.overview(speaker)
            await chat.show(_purpose(say, purpose, overview.counts.get(purpose, {})))
        case "l":
            await chat.show(
                _list(say, speaker, await consent_ledger.listed(speaker, purpose, state, tap.after), tap.after)
            )
        case "t":
            found = await consent_ledger.tick(speaker, purpose, state, tap.after, tap.id)
            await chat.show(_list(say, speaker, found, tap.after))
        case "w":
            await chat.show(_person(say, speaker, await consent_ledger.of(speaker, tap.id), purpose))
        case "b" | "o":
            blanks = await consent_blanks.of_one(speaker, purpose, tap.id, own=tap.step == "o")
            await print_blanks(chat, say, speaker, blanks)
        case "B":
            await print_blanks(chat, say, speaker, await consent_blanks.of_state(speaker, purpose, state))
        case "c":
            await chat.show(_classes(say, purpose, await consent_blanks.classes(speaker, purpose)))
        case "C":
            await print_blanks(chat, say, speaker, await consent_blanks.of_class(speaker, purpose, tap.id))
        case "a":
            count = await consent_ledger.ask(speaker, purpose, state)
            await chat.toast(say.plain("ledger-asked", count=count), alert=True)
        case "r":
            await show_turn(chat, say, await filling.begin(speaker, "paper_back", _PLACES.index(purpose)), after)
        case "d":
            about = tap.id * len(_PLACES) + _PLACES.index(purpose)
            await show_turn(chat, say, await filling.begin(speaker, "consent_document", about), after)
        case "x":
            await chat.toast()
            taken = await exporting.take(speaker, exported_ledger, say.language)
            await chat.send_file(taken.content, say.plain("ledger-xlsx-file"), paper=Paper.LEDGER)
        case "q":
            await show_turn(chat, say, await filling.begin(speaker, "consent_details"), after)
        case _:
            await chat.show(_overview(say, await consent_ledger.overview(speaker)))


async def after_back(chat: Chat, say: Say, speaker: Speaker, outcome: int, consent_ledger: ConsentLedger) -> None:
    """Ticked papers are noted: back to the ledger."""
    view = _overview(say, await consent_ledger.overview(speaker))
    await chat.show(view.under(say("papers-noted", count=outcome)))


async def after_document(chat: Chat, say: Say, speaker: Speaker, outcome: int, consent_ledger: ConsentLedger) -> None:
    """The document is noted: back to the person's lines."""
    view = _person(say, speaker, await consent_ledger.of(speaker, outcome), Purpose.PARTICIPATION)
    await chat.show(view.under(say("papers-noted", count=1)))


async def after_details(chat: Chat, say: Say, speaker: Speaker, consent_ledger: ConsentLedger) -> None:
    """The details are kept: back to the ledger."""
    view = _overview(say, await consent_ledger.overview(speaker))
    await chat.show(view.under(say("ledger-details-kept")))


def router() -> Router:
    """The ledger, for curators."""
    routes = Router(name="ledger")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(tapped, LedgerTap.filter())
    return routes
