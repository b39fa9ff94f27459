"""Those left without a pair: the list, a card on which every button does something, whom it is given to, the next try."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router

from handlers import case_words, matching_words
from handlers.chat import Chat
from handlers.curator.card import NEXT_STEPS
from handlers.curator.case_taps import CasesTap, CaseTap, GiveTap, MarkTap, PlaceTap, TryTap
from handlers.curator.door import CuratorOnly
from handlers.curator.form_choice import ChoiceTap as FormChoiceTap
from handlers.curator.matching_taps import ChoiceTap, HandTap, MatchingTap
from handlers.curator.people_taps import PersonTap
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, fitting, grid, screen
from locales.words import Say
from mentoring.cases import MARKED, TRIES, Care
from mentoring.naming import shown
from mentoring.people import Speaker
from services.case_here import Seen
from services.cases import PAGE, Card, Carers, Cases, CasesPage
from services.filling import Filling
from services.notices import Notice, Values


async def listed(chat: Chat, say: Say, speaker: Speaker, callback_data: CasesTap, cases: Cases) -> None:
    """«Без пары»."""
    await chat.show(list_screen(say, speaker, await cases.page(speaker, callback_data.form, callback_data.at)))


def list_screen(say: Say, speaker: Speaker, page: CasesPage) -> Screen:
    """Who waits and how long, why, what would help, who looks after them; the longest waiting first."""
    back = [Button(say.plain("matching-back"), MatchingTap(form=page.form)), Button(say.plain("to-home"), HomeTap())]
    ways = [*(_forms(say, page) if len(page.forms) > 1 else []), back]
    if not page.lines:
        return screen(say("cases-none"), *ways)
    lines: list[str] = [say("cases-title", form=page.form or "all", count=page.total)]
    for number, seen in enumerate(page.lines, page.at + 1):
        who = matching_words.who(say, seen.person, speaker)
        lines += ["", say("cases-line", number=number, who=who, days=seen.days)]
        lines += [*case_words.why(say, speaker, seen, page.labels), *case_words.care(say, speaker, seen)]
    if page.labels.drafted_at is not None:
        lines += ["", say("cases-drafted", moment=say.moment(page.labels.drafted_at))]
    numbers = [
        Button(str(number), CaseTap(deed="s", case=seen.case.id)) for number, seen in enumerate(page.lines, page.at + 1)
    ]
    turning: list[Button] = []
    if page.at:
        turning.append(Button("\u2039", CasesTap(form=page.form, at=max(page.at - PAGE, 0))))
    if page.at + PAGE < page.total:
        turning.append(Button("\u203a", CasesTap(form=page.form, at=page.at + PAGE)))
    return screen("\n".join(lines), *grid(numbers, PAGE), turning, *ways)


def _forms(say: Say, page: CasesPage) -> list[Row]:
    others = [
        Button(say.plain("cases-form", form=form, count=count), CasesTap(form=form))
        for form, count in page.forms.items()
        if form and form != page.form
    ]
    if page.form:
        every = sum(page.forms.values())
        others.append(Button(say.plain("cases-form-all", count=every), CasesTap()))
    return fitting(others, 36)


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: CaseTap,
    cases: Cases,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """The card, or what one of its buttons asks first."""
    case = callback_data.case
    match callback_data.deed:
        case "g":
            await chat.show(give_screen(say, speaker, await cases.carers(speaker, case)))
        case "w":
            await show_turn(chat, say, await filling.begin(speaker, "case_words", case), after)
        case "y":
            await cases.close(speaker, case)
            page = list_screen(say, speaker, await cases.page(speaker))
            await chat.show(page.under(say("cases-closed")))
        case "p" | "d" | "x" as asked:
            await chat.show(_ask(say, speaker, asked, (await cases.card(speaker, case)).seen))
        case _:
            await show(chat, say, speaker, cases, case)


async def show(chat: Chat, say: Say, speaker: Speaker, cases: Cases, case: int, note: str = "") -> None:
    """Show a case's card, with a line above it about what has just happened."""
    view = card_screen(say, speaker, await cases.card(speaker, case))
    await chat.show(view.under(note) if note else view)


def card_screen(say: Say, speaker: Speaker, card: Card) -> Screen:
    """One case: why, what would help, what was done; first the buttons that help."""
    seen, case = card.seen, card.seen.case
    lines: list[str] = [say("cases-card-title", who=matching_words.who(say, seen.person, speaker), form=case.form)]
    back = [Button(say.plain("cases-to-list"), CasesTap(form=case.form)), Button(say.plain("to-home"), HomeTap())]
    told = ["", *case_words.history(say, speaker, card.told)]
    if case.outcome is not None:
        lines += [say("cases-card-closed", outcome=case.outcome.value), *told]
        return screen("\n".join(lines), back)
    lines.append(say("cases-card-waits", days=seen.days))
    lines += [*case_words.why(say, speaker, seen, card.labels), *case_words.care(say, speaker, seen)]
    yes = [seen.mentors[each] for each in card.agreed if each in seen.mentors]
    lines += [say("cases-mentor-yes", mentor=shown(each, speaker)) for each in yes]
    return screen("\n".join([*lines, *told]), *_helping(say, speaker, card), *fitting(_deeds(say, card), 34), back)


def _helping(say: Say, speaker: Speaker, card: Card) -> list[Row]:
    """What would help now: asking a mentor, what is missing, a ban, another mentor or form."""
    seen, case = card.seen, card.seen.case
    rows: list[Row] = []
    if seen.lacks and seen.lacks[0] in NEXT_STEPS:
        step = seen.lacks[0]
        rows.append([Button(say.plain("card-step", lack=step), NEXT_STEPS[step](seen.person.id))])
    if seen.lacks:
        return rows
    for mentor in card.askable:
        words = say.plain("cases-ask-mentor", mentor=shown(seen.mentors[mentor], speaker))
        rows.append([Button(words, PlaceTap(case=case.id, mentor=mentor))])
    if card.banned in seen.mentors and card.banned is not None:
        lift = HandTap(deed="u", mentee=case.participation, mentor=card.banned)
        rows.append([Button(say.plain("cases-unban", mentor=shown(seen.mentors[card.banned], speaker)), lift)])
    if card.agreed or (case.found is None and not seen.offered):
        rows.append([Button(say.plain("cases-redo"), MatchingTap(form=case.form, redo=1))])
    if not seen.offered:
        rows.append([Button(say.plain("cases-other-mentor"), ChoiceTap(mentee=case.participation, at=0))])
    return rows


def _deeds(say: Say, card: Card) -> list[Button]:
    case = card.seen.case

    def deed(words: str, letter: str) -> Button:
        return Button(say.plain(words), CaseTap(deed=letter, case=case.id))

    buttons = [deed("cases-give", "g"), deed("cases-plan", "p"), deed("cases-done", "d")]
    if card.other_forms and not card.seen.offered:
        buttons.append(Button(say.plain("cases-other-form"), FormChoiceTap(participation=case.participation)))
    buttons.append(Button(say.plain("cases-person"), PersonTap(person=card.seen.person.id)))
    if not card.seen.offered:
        buttons.append(deed("cases-close", "x"))
    return buttons


def give_screen(say: Say, speaker: Speaker, carers: Carers) -> Screen:
    """Who may help."""
    case = carers.seen.case.id
    rows: list[Row] = [
        [
            Button(
                say.plain("cases-carer-line", who=shown(person, speaker), role=role),
                GiveTap(case=case, person=person.id),
            )
        ]
        for person, role in carers.people
    ]
    who = matching_words.who(say, carers.seen.person, speaker)
    text = say("cases-give-title", who=who) if rows else say("cases-give-none")
    return screen(text, *rows, _back(say, case))


async def given(chat: Chat, say: Say, speaker: Speaker, callback_data: GiveTap, cases: Cases) -> None:
    """What to ask for; then handed over."""
    tap = callback_data
    if tap.care:
        told = await cases.give(speaker, tap.case, tap.person, tap.care)
        await show(chat, say, speaker, cases, tap.case, say("cases-given" if told else "cases-given-self"))
        return
    carers = await cases.carers(speaker, tap.case)
    rows = [
        [Button(say.plain(f"cases-care-{care}"), GiveTap(case=tap.case, person=tap.person, care=care))] for care in Care
    ]
    who = matching_words.who(say, carers.seen.person, speaker)
    await chat.show(screen(say("cases-care-title", who=who), *rows, _back(say, tap.case)))


def _ask(say: Say, speaker: Speaker, deed: str, seen: Seen) -> Screen:
    """When to try again, what was done, or whether no mentor is wanted."""
    case, who = seen.case.id, matching_words.who(say, seen.person, speaker)
    if deed == "x":
        yes = Button(say.plain("cases-close-yes"), CaseTap(deed="y", case=case))
        no = Button(say.plain("cases-close-no"), CaseTap(deed="s", case=case))
        return screen(say("cases-close-sure", who=who), [yes], [no])
    if deed == "p":
        tries = [Button(say.plain("cases-plan-in", days=each), TryTap(case=case, days=each)) for each in TRIES]
        if seen.case.next_try_on is not None:
            tries.append(Button(say.plain("cases-plan-not"), TryTap(case=case, days=0)))
        return screen(say("cases-plan-title", who=who), *fitting(tries, 32), _back(say, case))
    marks = [Button(say.plain(f"cases-mark-{each}"), MarkTap(case=case, kind=each)) for each in MARKED]
    marks.append(Button(say.plain("cases-mark-words"), CaseTap(deed="w", case=case)))
    return screen(say("cases-mark-title", who=who), *([each] for each in marks), _back(say, case))


async def mentor_asked(chat: Chat, say: Say, speaker: Speaker, callback_data: PlaceTap, cases: Cases) -> None:
    """«Спросить о месте»."""
    await cases.ask_mentor(speaker, callback_data.case, callback_data.mentor)
    await show(chat, say, speaker, cases, callback_data.case, say("cases-asked"))


async def planned(chat: Chat, say: Say, speaker: Speaker, callback_data: TryTap, cases: Cases) -> None:
    """The next try has a day, or none."""
    await cases.plan(speaker, callback_data.case, callback_data.days)
    await show(chat, say, speaker, cases, callback_data.case, say("cases-planned"))


async def marked(chat: Chat, say: Say, speaker: Speaker, callback_data: MarkTap, cases: Cases) -> None:
    """What was done is noted."""
    await cases.mark(speaker, callback_data.case, callback_data.kind)
    await show(chat, say, speaker, cases, callback_data.case, say("cases-marked"))


def told_view(say: Say, values: Values, notice: Notice) -> Screen:
    """For a curator: what a mentor answered, or what a carer did."""
    see = Button(say.plain("cases-open"), CaseTap(deed="s", case=values["case"]))
    return screen(say(f"notice-{notice.kind}", **values), [see], [Button(say.plain("to-home"), HomeTap())])


def _back(say: Say, case: int) -> Row:
    return [Button(say.plain("cases-to-case"), CaseTap(deed="s", case=case)), Button(say.plain("to-home"), HomeTap())]


def router() -> Router:
    """Those without a pair, for curators."""
    routes = Router(name="cases")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(listed, CasesTap.filter())
    routes.callback_query.register(tapped, CaseTap.filter())
    routes.callback_query.register(given, GiveTap.filter())
    routes.callback_query.register(mentor_asked, PlaceTap.filter())
    routes.callback_query.register(planned, TryTap.filter())
    routes.callback_query.register(marked, MarkTap.filter())
    return routes
