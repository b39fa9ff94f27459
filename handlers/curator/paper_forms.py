"""Questionnaires to print for those without a phone, and who of the staff enters the answers."""

from __future__ import annotations

import asyncio

from aiogram import Bot, Router

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.questionnaire_taps import QuestionnairesTap
from handlers.paper_taps import HelpersTap, PaperFormsTap, PapersTap, PrintTap
from handlers.places import class_words, place_of
from handlers.screen import Button, Row, Screen, fitting, screen
from locales.words import Say
from mentoring.leaving import Paper
from mentoring.naming import shown
from mentoring.people import Person, Speaker
from mentoring.questionnaire import Form
from papers.blank_form import BlankOwner, blank_forms_pdf
from services.paper_blanks import Owing, PaperBlanks, Pile
from services.paper_entry import PaperEntry
from services.questionnaire_versions import GROUPS, group_of, whom_of


async def tapped(
    chat: Chat, say: Say, speaker: Speaker, callback_data: PaperFormsTap, paper_blanks: PaperBlanks, bot: Bot
) -> None:
    """The section, one questionnaire, or a file."""
    step, key = callback_data.step, callback_data.form
    match step:
        case "f":
            await chat.show(_one(say, await paper_blanks.owing(speaker, key), key))
        case "e":
            await _send(chat, say, speaker, bot, await paper_blanks.empty(speaker, key))
        case "c" | "n":
            pile = await paper_blanks.pile(speaker, key, callback_data.id if step == "c" else 0)
            await _send(chat, say, speaker, bot, pile)
        case _:
            await chat.show(_all(say, await paper_blanks.forms(speaker), key))


async def printed(
    chat: Chat, say: Say, speaker: Speaker, callback_data: PrintTap, paper_blanks: PaperBlanks, bot: Bot
) -> None:
    """«Напечатать» on a person's questionnaires."""
    tap = callback_data
    pile = await paper_blanks.one(speaker, tap.person, tap.form, tap.about)
    await _send(chat, say, speaker, bot, pile)


async def helpers(chat: Chat, say: Say, speaker: Speaker, callback_data: HelpersTap, paper_entry: PaperEntry) -> None:
    """Those who may enter answers; a tap on one of the staff names them or takes it back."""
    note = ""
    if callback_data.person:
        named = await paper_entry.name_or_revoke(speaker, callback_data.person)
        note = "paper-helpers-named" if named else "paper-helpers-revoked"
    found = await paper_entry.staff(speaker)
    lines: list[str] = [say("paper-helpers-title")]
    if not found:
        lines.append(say("paper-helpers-nobody"))
    buttons = [
        Button(
            say.plain("paper-helpers-name", who=shown(each, speaker), named="yes" if named else "no"),
            HelpersTap(person=each.id),
        )
        for each, named in found
    ]
    back = Button(say.plain("paper-forms-back"), PaperFormsTap())
    who = next((shown(each, speaker) for each, _ in found if each.id == callback_data.person), "")
    view = screen("\n".join(lines), *([each] for each in buttons), [back, *ways_back(say)[1:]])
    await chat.show(view, say.plain(note, who=who) if note else "")


def _all(say: Say, forms: list[Form], group: str) -> Screen:
    """When questionnaires are asked; those of one time."""
    wanted = [form for form in forms if group_of(form.key) == group]
    if wanted:
        rows = [[Button(_named(say, form), PaperFormsTap(step="f", form=form.key))] for form in wanted]
        title = say("questionnaires-title-group", group=group)
        return screen(title, *rows, [Button(say.plain("paper-forms-back"), PaperFormsTap()), *ways_back(say)[1:]])
    there = {group_of(form.key) for form in forms}
    buttons = [
        Button(say.plain("questionnaires-group", group=each), PaperFormsTap(form=each))
        for each in GROUPS
        if each in there
    ]
    helpers = Button(say.plain("paper-forms-helpers"), HelpersTap())
    above = Button(say.plain("questionnaires-to-all"), QuestionnairesTap())
    return screen(say("paper-forms-title"), *fitting(buttons, 36), [helpers], [above], ways_back(say))


def _named(say: Say, form: Form) -> str:
    return say.plain("questionnaires-button", title=form.title.to(say.language), whom=whom_of(form.key))


def _one(say: Say, owing: Owing, key: str) -> Screen:
    lines: list[str] = [say("paper-forms-form", form=_named(say, owing.form))]
    if not owing.classes:
        lines.append(say("paper-forms-all-sent"))
    rows: list[Row] = [[Button(say.plain("paper-forms-empty"), PaperFormsTap(step="e", form=key))]]
    if owing.without_phone:
        text = say.plain("paper-forms-no-phone", count=owing.without_phone)
        rows.append([Button(text, PaperFormsTap(step="n", form=key))])
    buttons = [
        Button(
            say.plain("paper-forms-class", **{"class": class_words(say, each.school_class)}, count=each.count)
            if each.school_class
            else say.plain("paper-forms-others", count=each.count),
            PaperFormsTap(step="c", form=key, id=each.someone),
        )
        for each in owing.classes
    ]
    back = Button(say.plain("paper-forms-back"), PaperFormsTap(form=group_of(key)))
    return screen("\n".join(lines), *rows, *fitting(buttons), [back, *ways_back(say)[1:]])


async def _send(chat: Chat, say: Say, viewer: Speaker, bot: Bot, pile: Pile) -> None:
    """Print aside and send. In coded mode there is a code on it and no name, so that it may go through the messenger."""
    await chat.toast(say.plain("paper-forms-making"))
    me = await bot.me()
    start = f"https://t.me/{me.username}?start="
    owners = [
        BlankOwner(person.code, _label(say, viewer, person), token, start + token) for person, token in pile.owners
    ]
    content = await asyncio.to_thread(
        blank_forms_pdf, pile.form, owners or [BlankOwner()], pile.outer, pile.school, say.words, say.language
    )
    named = bool(owners) and not viewer.privacy.coded
    name = say.plain("paper-forms-file", form=pile.form.title.to(say.language).replace("/", " "))
    await chat.send_file(content, name, paper=Paper.PERSONAL_FORMS if named else Paper.EMPTY_FORM)


def _label(say: Say, viewer: Speaker, person: Person) -> str:
    """Name and class beside the code; where people are codes, the code alone."""
    if viewer.privacy.coded:
        return ""
    name = shown(person, viewer)
    return ", ".join(part for part in (name if name != person.code else "", place_of(say, person)) if part)


def papers_button(say: Say, person: int) -> Button:
    """«Анкеты на бумаге» on a person's card."""
    return Button(say.plain("paper-entry-card"), PapersTap(person=person))


def router() -> Router:
    """Printing and naming, for curators."""
    routes = Router(name="paper_forms")
    routes.callback_query.filter(CuratorOnly())
    routes.callback_query.register(tapped, PaperFormsTap.filter())
    routes.callback_query.register(printed, PrintTap.filter())
    routes.callback_query.register(helpers, HelpersTap.filter())
    return routes
