"""«Анкеты»: taken out as Excel, sent back, tried out as a participant sees them, put in force; how they are answered."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import Message

from handlers.chat import Chat
from handlers.curator.back import ways_back
from handlers.curator.door import CuratorOnly
from handlers.curator.questionnaire_lines import CARD_LINES, SECTION_LINES
from handlers.curator.questionnaire_taps import QuestionnairesTap, QuestionnaireTap, VersionTap, trial_rows
from handlers.curator.questionnaire_words import brought_words, flaw_words, measure_words
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, Row, Screen, fitting, screen
from locales.words import Say
from mentoring.leaving import Paper
from mentoring.people import Speaker
from mentoring.xlsform_faults import Flaw, Wrong
from papers.xlsform_book import MOST_BYTES, UnreadableBookError, read_xlsform_book, xlsform_book
from services.filling import Filling
from services.questionnaire_measures import QuestionnaireMeasures
from services.questionnaire_versions import GROUPS, Listed, QuestionnaireVersions, Sheet, group_of, whom_of

_FLAWS_SHOWN = 10


class QuestionnaireSent(Filter):
    """A document, while the curator is asked for a questionnaire."""

    async def __call__(self, message: Message, speaker: Speaker, filling: Filling) -> bool:
        """Whether so."""
        if message.document is None or speaker.draft_id is None:
            return False
        turn = await filling.resume(speaker)
        return turn is not None and turn.form.key == "questionnaire_file"


async def opened(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: QuestionnairesTap,
    questionnaire_versions: QuestionnaireVersions,
) -> None:
    """«Анкеты»: when they are asked, and those that are asked at one time."""
    found = await questionnaire_versions.listed(speaker)
    wanted = [each for each in found if each.group == callback_data.group]
    await chat.show(_of_one_time(say, wanted) if wanted else _times(say, found))


def _times(say: Say, found: list[Listed]) -> Screen:
    lines, buttons = [say("questionnaires-title"), ""], []
    for group in GROUPS:
        wanted = [each for each in found if each.group == group]
        if wanted:
            sent, own = sum(each.sent for each in wanted), sum(each.own for each in wanted)
            lines.append(say("questionnaires-times", group=group, sent=sent, own=own))
            buttons.append(Button(say.plain("questionnaires-group", group=group), QuestionnairesTap(group=group)))
    more = [Button(say.plain(words), tap) for words, tap in SECTION_LINES]
    return screen("\n".join(lines), *fitting([*buttons, *more], 36), ways_back(say))


def _of_one_time(say: Say, wanted: list[Listed]) -> Screen:
    lines, buttons = [say("questionnaires-title-group", group=wanted[0].group), ""], []
    for each in wanted:
        title, whom = each.form.title.to(say.language), whom_of(each.form.key)
        own = "yes" if each.own else "no"
        lines.append(say("questionnaires-line", title=title, whom=whom, sent=each.sent, own=own))
        text = say.plain("questionnaires-button", title=title, whom=whom)
        buttons.append([Button(text, QuestionnaireTap(step="c", key=each.form.key))])
    return screen(
        "\n".join(lines), *buttons, [Button(say.plain("questionnaires-to-all"), QuestionnairesTap())], ways_back(say)
    )


def card(say: Say, sheet: Sheet) -> Screen:
    """One questionnaire: who it is for, the version in force, what can be done."""
    key = sheet.form.key

    def button(words: str, step: str) -> Button:
        return Button(say.plain(words), QuestionnaireTap(step=step, key=key))

    text: str = say(
        "questionnaires-card",
        title=sheet.form.title.to(say.language),
        whom=whom_of(key),
        questions=sum(question.kind != "note" for question in sheet.form.questions),
        version=sheet.form.version,
        own="yes" if sheet.own_since else "no",
        since=say.date(sheet.own_since.date()) if sheet.own_since else "",
        sent=sheet.sent,
    )
    if sheet.waiting:
        text = f"{text}\n\n{say('questionnaires-waiting')}"
    rows: list[Row] = [
        *(trial_rows(say, sheet.waiting, again=True) if sheet.waiting else []),
        [button("questionnaires-take", "x"), button("questionnaires-bring", "u")],
        [
            button("questionnaires-try-present" if sheet.waiting else "questionnaires-try", "t"),
            button("questionnaires-measures", "m"),
        ],
    ]
    if sheet.own_since:
        rows.append([button("questionnaires-back", "b")])
    lines = (line(key) for line in CARD_LINES)
    rows += fitting([Button(say.plain(words), tap) for words, tap in filter(None, lines)], 36)
    above = Button(say.plain("questionnaires-to-group", group=group_of(key)), QuestionnairesTap(group=group_of(key)))
    return screen(text, *rows, [above], ways_back(say))


async def tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: QuestionnaireTap,
    questionnaire_versions: QuestionnaireVersions,
    questionnaire_measures: QuestionnaireMeasures,
    after: Mapping[str, Continuation],
) -> None:
    """One questionnaire, and what is done with it."""
    key = callback_data.key
    match callback_data.step:
        case "x":
            await _take(chat, say, speaker, key, questionnaire_versions)
        case "u":
            await show_turn(chat, say, await questionnaire_versions.wait_for_file(speaker, key), after)
        case "t":
            await show_turn(chat, say, await questionnaire_versions.try_out(speaker, key), after)
        case "m":
            found = await questionnaire_measures.of(speaker, key)
            await chat.show(screen(measure_words(say, found), [_to_card(say, key)], ways_back(say)))
        case "e":
            await chat.show(card(say, await questionnaire_versions.end_trial(speaker, key)))
        case "b":
            form = await questionnaire_versions.take_back(speaker, key)
            note = say("questionnaires-taken-back", version=form.version)
            await chat.show(card(say, await questionnaire_versions.sheet(speaker, key)).under(note))
        case _:
            await chat.show(card(say, await questionnaire_versions.sheet(speaker, key)))


async def _take(
    chat: Chat, say: Say, speaker: Speaker, key: str, questionnaire_versions: QuestionnaireVersions
) -> None:
    taken = await questionnaire_versions.take(speaker, key)
    await chat.toast()
    content = await asyncio.to_thread(xlsform_book, taken.tables, taken.lists, say.words, say.language)
    name = say.plain("questionnaires-file", title=taken.form.title.to(say.language).replace("/", " "), key=key)
    await chat.send_file(content, name, say.plain("questionnaires-file-note"), paper=Paper.QUESTIONNAIRE)


async def received(
    chat: Chat, say: Say, speaker: Speaker, questionnaire_versions: QuestionnaireVersions, filling: Filling
) -> None:
    """The file has come: what is wrong with it, or what has changed and how to try it out."""
    turn, document = await filling.resume(speaker), chat.typed.document if chat.typed else None
    if document is None or turn is None:
        return
    if (document.file_size or 0) > MOST_BYTES:  # the messenger gives out nothing over 20 MB
        await chat.show(_flawed(say, [Flaw(Wrong.TOO_LARGE)]))
        return
    sent = await chat.file_sent()
    if sent is None:
        return
    try:
        tables = await asyncio.to_thread(read_xlsform_book, sent[1])
    except UnreadableBookError as refusal:
        await chat.show(_flawed(say, list(refusal.flaws)))
        return
    brought = await questionnaire_versions.bring(speaker, turn.about, tables)
    if not brought.version_id:
        await chat.show(_flawed(say, list(brought.checked.flaws)))
        return
    await chat.show(
        screen(brought_words(say, brought), *trial_rows(say, brought.version_id, again=True), ways_back(say))
    )


def _flawed(say: Say, flaws: list[Flaw]) -> Screen:
    lines = [say("questionnaires-flaws", count=len(flaws)), ""]
    lines += [say("questionnaires-flaw", text=flaw_words(say, flaw)) for flaw in flaws[:_FLAWS_SHOWN]]
    if len(flaws) > _FLAWS_SHOWN:
        lines.append(say("list-more-problems", count=len(flaws) - _FLAWS_SHOWN))
    stop = Button(say.plain("form-cancel"), QuestionnairesTap())
    return screen("\n".join([*lines, "", say("list-send-again")]), [stop])


async def version_tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: VersionTap,
    questionnaire_versions: QuestionnaireVersions,
    after: Mapping[str, Continuation],
) -> None:
    """A version that was brought: tried out, put in force, dropped."""
    match callback_data.step:
        case "f":
            now = await questionnaire_versions.put_in_force(speaker, callback_data.id)
            note = say("questionnaires-in-force", version=now.form.version, others=now.in_the_middle)
            await chat.show(card(say, await questionnaire_versions.sheet(speaker, now.form.key)).under(note))
        case "d":
            key = await questionnaire_versions.drop(speaker, callback_data.id)
            sheet = await questionnaire_versions.sheet(speaker, key)
            await chat.show(card(say, sheet).under(say("questionnaires-dropped")))
        case _:
            await show_turn(chat, say, await questionnaire_versions.try_version(speaker, callback_data.id), after)


def _to_card(say: Say, key: str) -> Button:
    return Button(say.plain("questionnaires-to-card"), QuestionnaireTap(step="c", key=key))


async def after_file(chat: Chat, say: Say) -> None:
    """A text is never a questionnaire: the form refuses it, so nothing comes here."""
    await chat.show(screen(say("questionnaires-dropped"), ways_back(say)))


def router() -> Router:
    """Questionnaires, for curators; before forms, which take no files."""
    routes = Router(name="questionnaires")
    routes.callback_query.filter(CuratorOnly())
    routes.message.filter(CuratorOnly())
    routes.callback_query.register(opened, QuestionnairesTap.filter())
    routes.callback_query.register(tapped, QuestionnaireTap.filter())
    routes.callback_query.register(version_tapped, VersionTap.filter())
    routes.message.register(received, QuestionnaireSent())
    return routes
