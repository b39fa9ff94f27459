"""A person's card: what is missing in words and the one next step as the first button; everything else below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from aiogram import Bot, Router
from aiogram.filters.callback_data import CallbackData

from handlers.chat import Chat
from handlers.curator.admission import AdmitTap
from handlers.curator.door import CuratorOnly
from handlers.curator.form_choice import PersonsChoiceTap
from handlers.curator.guardian_taps import FamilyTap
from handlers.curator.paper_returns import PaperTap
from handlers.curator.people import place_of
from handlers.curator.people_taps import AboutTap, AddTap, CardTap, FindTap, NudgeTap, PeopleTap, PersonTap, RemoveTap
from handlers.paper_taps import PapersTap
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, fitting, screen
from locales.words import Say
from mentoring.naming import shown, spelled
from mentoring.people import Person, Role, Side, Speaker
from mentoring.standing import CONSENT_LACKS, Lack
from services.filling import Filling
from services.people import Answered, Card, Go, People
from services.people_changes import PeopleChanges

_LONGEST = 3400  # letters of a screen of answers, in a message of 4096
_ONE_ANSWER = 600
_BY_CODE = (Lack.CONSENT, Lack.ASSENT, Lack.APPLICATION, Lack.ENTRY)  # whoever has no account must come in first

NEXT_STEPS: dict[Lack, Callable[[int], CallbackData]] = {
    Lack.CONSENT: lambda person: NudgeTap(person=person),
    Lack.ASSENT: lambda person: NudgeTap(person=person),
    Lack.GUARDIAN: lambda person: NudgeTap(person=person),
    Lack.APPLICATION: lambda person: NudgeTap(person=person),
    Lack.ENTRY: lambda person: NudgeTap(person=person),
    Lack.NAME: lambda person: CardTap(person=person, deed="name"),
    Lack.ADMISSION: lambda person: AdmitTap(step="c", id=person),
    Lack.CLEARANCE: lambda person: AdmitTap(step="k", id=person),
    Lack.FORM: lambda person: PersonsChoiceTap(person=person),
    Lack.UNCONFIRMED: lambda person: FamilyTap(step="p", child=person),
    Lack.PAPER: lambda person: PaperTap(step="p", id=person),
    Lack.TRAINING: lambda person: CardTap(person=person, deed="trained"),
}
"""What the first button of a card opens, by what is missing first; its words are `card-step-<lack>`."""


async def opened(chat: Chat, say: Say, speaker: Speaker, callback_data: PersonTap, people: People) -> None:
    """A person was tapped in a list."""
    await show(chat, say, speaker, people, callback_data.person, callback_data.where)


async def show(
    chat: Chat, say: Say, speaker: Speaker, people: People, person: int, where: str = "", note: str = ""
) -> None:
    """Show a person's card, with a line above it about what has just happened."""
    card = await people.card(speaker, person)
    if card.to_note:
        await people.note_opened(speaker, person)
    view = card_screen(say, speaker, card, where)
    await chat.show(view.under(note) if note else view)


def card_screen(say: Say, speaker: Speaker, card: Card, where: str = "") -> Screen:
    """The card in words, its next step first."""
    name, code = spelled(card.person, speaker), card.person.code
    title = say("card-title-code", code=code) if name == code else say("card-title", name=name, code=code)
    lines: list[str] = [title, *_who(say, speaker, card), ""]
    if card.missing:
        lines.append(say("card-missing"))
        lines += [
            say("card-lack", lack=say.plain("people-lack", lack=each.lack), since=say.day(each.since))
            for each in card.missing
        ]
    elif card.takes_part:
        lines.append(say("card-ready"))
    if card.takes_part and _without_form(card):
        lines.append(say("card-no-form"))
    lines += [
        say("card-match", state=member.state, side=_other_side(card, member.mentor_person), name=shown(other, speaker))
        for member, other in card.matches
    ]
    if card.opened:
        lines.append(say("card-opened", list="; ".join(_opening(say, speaker, *each) for each in card.opened)))
    if not card.linked:
        lines.append(say("card-no-account"))
    elif not card.reachable:
        lines.append(say("card-unreachable"))
    return screen("\n".join(lines), *_step(say, card), *_deeds(say, speaker, card, where))


def _opening(say: Say, speaker: Speaker, who: Person, at: datetime) -> str:
    return say.plain("card-opened-one", name=shown(who, speaker), at=f"{at:%d.%m %H:%M}")


async def _openings(chat: Chat, say: Say, speaker: Speaker, people: People, person: int, before: int) -> None:
    """Everyone who opened a child's card."""
    page = await people.openings(speaker, person, before)
    lines: list[str] = [say("card-opened-title", name=shown(page.person, speaker)), ""]
    lines += [
        say("card-opened-line", at=f"{at:%d.%m.%Y %H:%M}", name=shown(who, speaker)) for who, at in page.lines
    ] or [say("card-opened-none")]
    older = Button(say.plain("card-opened-older"), CardTap(person=person, deed="opened", value=page.before))
    await chat.show(screen("\n".join(lines), [older] if page.before else [], *_back(say, person)))


def _who(say: Say, speaker: Speaker, card: Card) -> list[str]:
    person = card.person
    kind = say.plain("people-kind", kind=person.kind)
    place = place_of(say, person, speaker) if person.school_class else person.post or person.workplace
    lines: list[str] = [say("card-kind-place", kind=kind, place=place) if place else say("card-kind", kind=kind)]
    for each in card.standings:
        side, form = each.participation.side, each.participation.form
        lines.append(
            say("card-side-form", side=say.plain("people-side", side=side), form=say.plain("people-form", form=form))
            if form
            else say("card-side", side=say.plain("people-side", side=side))
        )
    if card.guardians:
        lines.append(say("card-guardians", names=", ".join(shown(each, speaker) for each in card.guardians)))
    if card.children:
        lines.append(say("card-children", names=", ".join(shown(each, speaker) for each in card.children)))
    return lines


def _without_form(card: Card) -> bool:
    """Whether the school runs no form for this participant yet, so that there is nothing to choose."""
    return not any(each.participation.form or each.participation.fitting for each in card.standings)


def _other_side(card: Card, mentor: int) -> str:
    return Side.MENTEE if mentor == card.person.id else Side.MENTOR


def _step(say: Say, card: Card) -> list[Row]:
    """The one next step: what is missing first, by a code of their own where they must come in before they can answer."""
    step, person = card.step, card.person.id
    if step is None or step not in NEXT_STEPS or (step is Lack.FORM and _without_form(card)):
        return []
    on_paper = PaperTap(step="p", id=person)
    if step in _BY_CODE and not card.linked:
        code = Button(say.plain("card-step-code"), CardTap(person=person, deed="code"))
        return [[code], [Button(say.plain("card-step-paper"), on_paper)]] if step in CONSENT_LACKS else [[code]]
    first = Button(say.plain("card-step", lack=step), NEXT_STEPS[step](person))
    if step is not Lack.GUARDIAN:
        return [[first]]
    link = Button(say.plain("card-step-parent"), CardTap(person=person, deed="parent"))
    paper = Button(say.plain("card-step-blank"), on_paper)
    return [[first], [link, paper]] if card.linked or card.guardians else [[link], [paper]]


def _deeds(say: Say, speaker: Speaker, card: Card, where: str) -> list[Row]:
    person = card.person.id

    def deed(name: str, value: int = 0) -> Button:
        return Button(say.plain(f"card-{name}"), CardTap(person=person, deed=name, value=value))

    buttons = [] if speaker.privacy.coded else [deed("name")]
    if any(each.participation.side is Side.MENTEE for each in card.standings):
        buttons.append(Button(say.plain("notes-card"), AboutTap(person=person)))
    if card.answered:
        buttons.append(deed("answers"))
    if not card.takes_part and Role.GUARDIAN not in card.roles:
        buttons += [deed("mentor"), deed("mentee")]
    if not card.linked and card.step not in _BY_CODE:
        buttons.append(deed("code"))
    if card.takes_part:
        buttons.append(Button(say.plain("paper-entry-card"), PapersTap(person=person)))
    if card.opened:
        buttons.append(Button(say.plain("card-opened-all"), CardTap(person=person, deed="opened")))
    buttons += [Button(say.plain("card-merge"), FindTap(into=person))]
    if speaker.person is None or speaker.person.id != person:
        buttons.append(Button(say.plain("card-remove"), RemoveTap(person=person)))
    back = Button(say.plain("card-to-list"), PeopleTap(where=where, go=Go.AT.value, key=person))
    return [*fitting(buttons, 34), [back, Button(say.plain("to-home"), HomeTap())]]


async def done(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: CardTap,
    people: People,
    people_changes: PeopleChanges,
    filling: Filling,
    after: Mapping[str, Continuation],
    bot: Bot,
) -> None:
    """A button of the card."""
    person = callback_data.person
    match callback_data.deed:
        case "name":
            await show_turn(chat, say, await filling.begin(speaker, "name", person), after)
        case "opened":
            await _openings(chat, say, speaker, people, person, callback_data.value)
        case "answers":
            await _answers(chat, say, speaker, people, person, callback_data.value)
        case "code" | "parent":
            give = people_changes.personal_link if callback_data.deed == "code" else people_changes.parent_link
            named, token = await give(speaker, person)
            me = await bot.me()
            await chat.show(_link_screen(say, speaker, named, callback_data.deed, token, me.username or ""))
        case "mentor" | "mentee":
            await people_changes.take_side(speaker, person, Side(callback_data.deed))
            await show(chat, say, speaker, people, person)
        case "trained":
            await people_changes.trained(speaker, person)
            await show(chat, say, speaker, people, person, note=say("card-trained"))
        case _:
            await show(chat, say, speaker, people, person)


def _link_screen(say: Say, speaker: Speaker, named: Person, whose: str, token: str, bot: str) -> Screen:
    """A link to hand over: the person's own, or that for a parent."""
    link = f"https://t.me/{bot}?start={token}"
    text = say(f"card-{whose}-text", name=shown(named, speaker), link=link, code=token)
    return screen(text, [Button(say.plain("card-code-copy"), copy=link)], *_back(say, named.id))


def _back(say: Say, person: int) -> list[Row]:
    return [[Button(say.plain("people-to-card"), PersonTap(person=person)), Button(say.plain("to-home"), HomeTap())]]


async def _answers(chat: Chat, say: Say, speaker: Speaker, people: People, person_id: int, sent: int) -> None:
    """The questionnaires a person sent, or one of them (`sent`; the page of a long one in its thousands)."""
    person, every = await people.answers(speaker, person_id)
    chosen = next((each for each in every if each.id == sent // _PAGES), every[0] if len(every) == 1 else None)
    if chosen is None:
        rows = [[_answered(say, person_id, each)] for each in every]
        await chat.show(screen(say("card-answers-title", name=shown(person, speaker)), *rows, *_back(say, person_id)))
        return
    pages = _paged(say, chosen)
    at = min(sent % _PAGES, len(pages) - 1)
    title: str = say("card-answers-of", form=chosen.form.title.to(say.language), name=shown(person, speaker))
    if chosen.entered_by is not None:
        by = shown(chosen.entered_by, speaker)
        title = f"{title}\n{say('card-answers-entered', by=by, day=say.day(chosen.sent_on))}"
    turning = [
        Button(arrow, CardTap(person=person_id, deed="answers", value=chosen.id * _PAGES + to))
        for arrow, to in (("\u2039", at - 1), ("\u203a", at + 1))
        if 0 <= to < len(pages)
    ]
    rows = (
        [turning]
        if len(every) == 1
        else [turning, [Button(say.plain("form-back"), CardTap(person=person_id, deed="answers"))]]
    )
    await chat.show(screen(f"{title}\n\n{pages[at]}", *rows, *_back(say, person_id)))


_PAGES = 50  # more than a questionnaire can have


def _answered(say: Say, person_id: int, each: Answered) -> Button:
    words = say.plain("card-answers-one", form=each.form.title.to(say.language), day=say.day(each.sent_on))
    return Button(words, CardTap(person=person_id, deed="answers", value=each.id * _PAGES))


def _paged(say: Say, sent: Answered) -> list[str]:
    pages, page = [], ""
    for number, line in enumerate(sent.lines, start=1):
        answer = line.shown.to(say.language)
        short = answer if len(answer) <= _ONE_ANSWER else answer[: _ONE_ANSWER - 1] + "\u2026"
        question = say("review-line", number=number, question=line.question.label.to(say.language))
        block = question + "\n" + (say("review-answer", answer=short) if short else say("review-skipped"))
        if page and len(page) + len(block) > _LONGEST:
            pages.append(page)
            page = ""
        page += ("\n" if page else "") + block
    return [*pages, page]


async def add(chat: Chat, say: Say, speaker: Speaker, filling: Filling, after: Mapping[str, Continuation]) -> None:
    """Add a person by hand."""
    await show_turn(chat, say, await filling.begin(speaker, "person"), after)


async def after_name(chat: Chat, say: Say, speaker: Speaker, outcome: int, people: People) -> None:
    """The name was corrected."""
    await show(chat, say, speaker, people, outcome, note=say("card-corrected"))


async def after_person(chat: Chat, say: Say, speaker: Speaker, outcome: int, people: People) -> None:
    """A person was added."""
    await show(chat, say, speaker, people, outcome, note=say("card-added"))


def router() -> Router:
    """Cards, for curators."""
    routes = Router(name="card")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(opened, PersonTap.filter())
    routes.callback_query.register(done, CardTap.filter())
    routes.callback_query.register(add, AddTap.filter())
    return routes
