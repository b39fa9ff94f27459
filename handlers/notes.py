"""Third parties speak of mentees: from one message to the list of theirs, one by one, by taps."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters.callback_data import CallbackData

from handlers import home
from handlers.chat import Chat
from handlers.home import Panel
from handlers.places import class_words
from handlers.questionnaire import Continuation, show_turn
from handlers.screen import Button, HomeTap, Row, Screen, screen
from locales.words import Say
from mentoring.naming import shown
from mentoring.people import Person, Speaker
from services.filling import Filling
from services.notes import Go, Leaf, Notes, Party, Said, Seen, Subject
from services.notices import Notice, Values

_WITH_CLASS = (Party.PSYCHOLOGIST, Party.SOCIAL_WORKER)


class NotesTap(CallbackData, prefix="nts2"):
    """A page of whom one is asked about in one capacity; `key` is the person at its edge."""

    party: Party
    go: Go = Go.ON
    key: int = 0


class SubjectTap(CallbackData, prefix="ntp1"):
    """A mentee of the list: to tell about, or to look at what was told."""

    party: Party
    person: int


class TellTap(CallbackData, prefix="ntt1"):
    """Tell about a mentee, for the first time or anew."""

    party: Party
    person: int


async def panel(say: Say, speaker: Speaker, notes: Notes) -> Panel | None:
    """About how many one is still asked; when nobody is left, a way to look at what was said."""
    lines: list[str] = []
    rows: list[Row] = []
    aside: list[Row] = []
    for party, done, everyone in await notes.waiting(speaker):
        if done < everyone:
            lines.append(say("notes-panel", party=party, done=done, everyone=everyone))
            words = say.plain("notes-open", party=party, done=done, everyone=everyone)
            rows.append([Button(words, NotesTap(party=party))])
        else:
            aside.append([Button(say.plain("notes-look", party=party), NotesTap(party=party))])
    return Panel(lines, rows, aside) if lines or aside else None


def asked(say: Say, values: Values, notice: Notice) -> Screen:
    """The one message with the way to the list."""
    del notice
    party = Party(values["party"])
    words = say.plain("notes-to-tell", party=party)
    return screen(
        say("notice-notes-asked", **values),
        [Button(words, NotesTap(party=party))],
        [Button(say.plain("to-home"), HomeTap())],
    )


async def opened(chat: Chat, say: Say, speaker: Speaker, callback_data: NotesTap, notes: Notes) -> None:
    """The list."""
    tap = callback_data
    leaf = await notes.leaf(speaker, tap.party, tap.go, tap.key)
    await chat.show(list_screen(say, speaker, leaf))


def list_screen(say: Say, speaker: Speaker, leaf: Leaf) -> Screen:
    """Whom one is asked about, a tick beside whoever is done."""
    party, subjects = leaf.party, leaf.page.subjects
    if not leaf.everyone:
        return screen(say("notes-none"), [Button(say.plain("to-home"), HomeTap())])
    rows: list[Row] = [
        [Button(_line(say, speaker, party, each), SubjectTap(party=party, person=each.person.id))] for each in subjects
    ]
    turning: list[Button] = []
    if leaf.page.before:
        turning.append(Button("\u2039", NotesTap(party=party, go=Go.BACK, key=subjects[0].person.id)))
    if leaf.page.after:
        turning.append(Button("\u203a", NotesTap(party=party, go=Go.ON, key=subjects[-1].person.id)))
    text = say("notes-list", party=party, done=leaf.done, everyone=leaf.everyone)
    return screen(text, *rows, turning, [Button(say.plain("to-home"), HomeTap())])


def _line(say: Say, speaker: Speaker, party: Party, each: Subject) -> str:
    who, done = shown(each.person, speaker), "yes" if each.done else "no"
    of_class = each.person.school_class
    if party in _WITH_CLASS and of_class is not None and not speaker.privacy.coded:
        return say.plain("notes-pupil-class", who=who, done=done, place=class_words(say, of_class))
    return say.plain("notes-pupil", who=who, done=done)


async def subject_tapped(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: SubjectTap,
    notes: Notes,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """A mentee: straight to the questions, unless there is something to look at first."""
    tap = callback_data
    seen = await notes.own(speaker, tap.party, tap.person)
    if not seen.said:
        await chat.call(tell, callback_data=TellTap(party=tap.party, person=tap.person))
        return
    await chat.show(own_screen(say, speaker, tap.party, seen))


def own_screen(say: Say, speaker: Speaker, party: Party, seen: Seen) -> Screen:
    """What one said about a mentee; a psychologist reads what others said too."""
    own = any(each.author.id == speaker.person_id for each in seen.said)
    title = "notes-about" if party is Party.PSYCHOLOGIST else "notes-own"
    lines = [say(title, who=shown(seen.person, speaker)), *said_lines(say, speaker, seen.said)]
    tell_words = say.plain("notes-change" if own else "notes-tell")
    return screen(
        "\n".join(lines),
        [Button(tell_words, TellTap(party=party, person=seen.person.id))],
        [
            Button(say.plain("notes-to-list"), NotesTap(party=party, go=Go.AT, key=seen.person.id)),
            Button(say.plain("to-home"), HomeTap()),
        ],
    )


def said_lines(say: Say, speaker: Speaker, said: tuple[Said, ...]) -> list[str]:
    """What was said, by whom and when; what is behind a wall is named and not shown."""
    lines: list[str] = []
    for each in said:
        by = say("notes-by", party=say.plain("notes-party", party=each.party), who=shown(each.author, speaker),
                 day=say.date(each.day))  # fmt: skip
        lines += ["", by]
        lines += [
            say("notes-line", question=line.question.label.to(say.language), answer=line.shown.to(say.language))
            for line in each.lines
        ]
        if each.kept_back:
            lines.append(say("notes-kept-back"))
    return lines


async def tell(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    callback_data: TellTap,
    notes: Notes,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """The questions about one mentee: what is left to answer, or all of them anew."""
    tap = callback_data
    form, about = await notes.next_form(speaker, tap.party, tap.person)
    await show_turn(chat, say, await filling.begin(speaker, form, about), after)


async def after_note(
    chat: Chat,
    say: Say,
    speaker: Speaker,
    outcome: tuple[Party, Person],
    notes: Notes,
    filling: Filling,
    after: Mapping[str, Continuation],
) -> None:
    """Written down: whoever measures too goes straight on to the scores, everyone else back to the list."""
    party, person = outcome
    scores = await notes.scores_left(speaker, party, person.id)
    if scores is not None:
        await show_turn(chat, say, await filling.begin(speaker, *scores), after)
        return
    await _back_to_list(chat, say, speaker, party, person, notes)


async def after_scores(chat: Chat, say: Say, speaker: Speaker, outcome: tuple[Party, Person], notes: Notes) -> None:
    """The scores are written down too."""
    await _back_to_list(chat, say, speaker, *outcome, notes)


async def _back_to_list(chat: Chat, say: Say, speaker: Speaker, party: Party, person: Person, notes: Notes) -> None:
    leaf = await notes.leaf(speaker, party, Go.AT, person.id)
    note = say("notes-written", who=shown(person, speaker))
    if leaf.done == leaf.everyone:
        await chat.call(home.show, note=note)
        return
    await chat.show(list_screen(say, speaker, leaf).under(note))


def router() -> Router:
    """Whoever is asked about others; the services ask the table of rights."""
    routes = Router(name="notes")
    routes.callback_query.register(opened, NotesTap.filter())
    routes.callback_query.register(subject_tapped, SubjectTap.filter())
    routes.callback_query.register(tell, TellTap.filter())
    return routes
