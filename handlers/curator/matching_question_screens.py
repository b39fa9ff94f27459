"""How questions to a draft are asked and answered on a phone: whom they are about, the rules, the chain of changes."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import matching_words
from handlers.curator.back import ways_back
from handlers.curator.case_taps import PlaceTap
from handlers.curator.matching_question_taps import QuestionTap, SeekTap, WhoTap
from handlers.curator.matching_taps import HandTap, MatchingTap
from handlers.screen import Button, Row, Screen, screen
from locales.words import Say
from mentoring.matching_difference import Difference, Move
from mentoring.matching_outcome import Cause
from mentoring.people import Person, Speaker
from services.matching_questions import Change, Go, NextChoice, PeoplePage, Step, Told, Verdict

_MOST_MOVES = 8
_MOST_NAMED = 2
_CHOOSE = {
    Step.WHY_MENTEE: "questions-choose-why-mentee",
    Step.WHY_MENTOR: "questions-choose-why-mentor",
    Step.ALLOW_MENTEE: "questions-choose-allow-mentee",
    Step.ALLOW_MENTOR: "questions-choose-allow-mentor",
    Step.PLACE: "questions-choose-place",
    Step.MENTEE_LEAVES: "questions-choose-mentee-leaves",
    Step.MENTOR_LEAVES: "questions-choose-mentor-leaves",
}
_DEEDS = {
    Step.WHY_MENTOR: "w",
    Step.ALLOW_MENTOR: "a",
    Step.PLACE: "p",
    Step.MENTEE_LEAVES: "e",
    Step.MENTOR_LEAVES: "r",
}
_NEXT = {Step.WHY_MENTEE: Step.WHY_MENTOR, Step.ALLOW_MENTEE: Step.ALLOW_MENTOR}
CHANGES = {
    "a": Change.ALLOW,
    "p": Change.PLACE,
    "e": Change.MENTEE_LEAVES,
    "r": Change.MENTOR_LEAVES,
}
_TITLES = {
    "w": "questions-title-why",
    "a": "questions-title-allow",
    "p": "questions-title-place",
    "e": "questions-title-mentee-leaves",
    "r": "questions-title-mentor-leaves",
}
_ASK_AGAIN = {
    "w": Step.WHY_MENTEE,
    "a": Step.ALLOW_MENTEE,
    "p": Step.PLACE,
    "e": Step.MENTEE_LEAVES,
    "r": Step.MENTOR_LEAVES,
}


def ask_buttons(say: Say, run_id: int) -> Row:
    """The ways into questions from a draft."""
    why = Button(say.plain("questions-why"), WhoTap(stage=Step.WHY_MENTEE, run=run_id))
    return [why, Button(say.plain("questions-what-if"), QuestionTap(deed="i", run=run_id))]


def why_button(say: Say, run_id: int, mentee_id: int) -> Button:
    """The way into a question from a pair's card."""
    return Button(say.plain("questions-why"), WhoTap(stage=Step.WHY_MENTOR, run=run_id, mentee=mentee_id))


def what_if_screen(say: Say, run_id: int, form: str) -> Screen:
    """«Что если»: four changes that can be tried."""
    ways = (
        (Step.PLACE, "questions-try-place"),
        (Step.ALLOW_MENTEE, "questions-try-allow"),
        (Step.MENTEE_LEAVES, "questions-try-mentee-leaves"),
        (Step.MENTOR_LEAVES, "questions-try-mentor-leaves"),
    )
    rows: list[Row] = [[Button(say.plain(words), WhoTap(stage=step, run=run_id))] for step, words in ways]
    back = [Button(say.plain("matching-back"), MatchingTap(form=form))]
    return screen(say("questions-what-if-title", form=form), *rows, back, ways_back(say))


def who_screen(say: Say, speaker: Speaker, page: PeoplePage) -> Screen:
    """Whom the question is about: a page of people, or those found by name."""
    lines: list[str] = [say(_CHOOSE[page.step])]
    if page.mentee is not None:
        lines.append(say("questions-mentee", who=matching_words.who(say, page.mentee, speaker)))
    if page.by_code:
        words = "privacy-search-by-code" if speaker.privacy.by_code else "privacy-search-by-code-or-given"
        lines += ["", say(words)]
    elif not page.people:
        lines += ["", say("questions-nobody-found") if page.sought else say("questions-nobody")]
    elif page.sought and page.after:
        lines += ["", say("questions-found-more", count=len(page.people))]
    rows: list[Row] = [[_person(say, speaker, page, id_, person)] for id_, person in page.people]
    stage, run, mentee = page.step.value, page.run_id, page.mentee_id
    if not page.sought:
        rows.append(_leafing(page))
    rows.append([Button(say.plain("questions-seek"), SeekTap(stage=stage, run=run, mentee=mentee))])
    if page.sought or page.by_code:
        rows.append([Button(say.plain("questions-everybody"), WhoTap(stage=stage, run=run, mentee=mentee))])
    return screen("\n".join(lines), *rows, _back(say, page), ways_back(say))


def _person(say: Say, speaker: Speaker, page: PeoplePage, id_: int, person: Person) -> Button:
    words = matching_words.who(say, person, speaker)
    if page.step in _NEXT:
        return Button(words, WhoTap(stage=_NEXT[page.step], run=page.run_id, mentee=id_))
    mentee = page.mentee_id if page.step.second else id_
    if page.step in (Step.PLACE, Step.MENTOR_LEAVES):
        return Button(words, QuestionTap(deed=_DEEDS[page.step], run=page.run_id, mentor=id_))
    mentor = id_ if page.step.second else 0
    return Button(words, QuestionTap(deed=_DEEDS[page.step], run=page.run_id, mentee=mentee, mentor=mentor))


def _leafing(page: PeoplePage) -> Row:
    def turn(go: Go, at: int) -> WhoTap:
        key = page.people[at][1].id if page.people else 0
        return WhoTap(stage=page.step, run=page.run_id, mentee=page.mentee_id, go=go, key=key)

    row = []
    if page.before:
        row.append(Button("\u2039", turn(Go.BACK if page.people else Go.ON, 0)))
    if page.after:
        row.append(Button("\u203a", turn(Go.ON, -1)))
    return row


def _back(say: Say, page: PeoplePage) -> Row:
    draft = Button(say.plain("matching-back"), MatchingTap(form=page.form))
    if page.step is Step.WHY_MENTEE:
        return [draft]
    if page.step.second:
        first = Step.WHY_MENTEE if page.step is Step.WHY_MENTOR else Step.ALLOW_MENTEE
        return [Button(say.plain("questions-other-mentee"), WhoTap(stage=first, run=page.run_id)), draft]
    return [Button(say.plain("questions-back-what-if"), QuestionTap(deed="i", run=page.run_id)), draft]


def answer_screen(say: Say, speaker: Speaker, deed: str, told: Told) -> Screen:
    """The answer: forbidden by these rules, a pair already, or what would change; and the next step where there is one."""
    names = {id_: matching_words.who(say, each, speaker) for id_, each in told.people.items()}
    lines: list[str] = [say(_TITLES[deed])]
    if told.mentor_id:
        lines.append(say("questions-mentor", who=names[told.mentor_id]))
    if told.mentee_id:
        lines.append(say("questions-mentee", who=names[told.mentee_id]))
    lines += ["", *_said(say, deed, told, names)]
    again = Button(say.plain("questions-again"), WhoTap(stage=_ASK_AGAIN[deed], run=told.run_id))
    draft = Button(say.plain("matching-back"), MatchingTap(form=told.form))
    return screen("\n".join(lines), *_next_steps(say, deed, told), [again], [draft], ways_back(say))


def _said(say: Say, deed: str, told: Told, names: Mapping[int, str]) -> list[str]:
    answer = told.answer
    if told.lacks:
        return [_lacking(say, names[id_], lacks) for id_, lacks in told.lacks.items()]
    if answer.verdict is Verdict.TOGETHER:
        return [say("questions-together")]
    rules = [say("matching-line", text=matching_words.forbidden(say, each, told.labels)) for each in answer.rules]
    if answer.verdict is Verdict.FORBIDDEN:
        lines: list[str] = [say("questions-forbidden"), *rules]
        return [*lines, "", say("questions-waivable")] if answer.waivable else lines
    if answer.change is None:
        raise ValueError(answer.verdict)
    lines = [say("questions-allowed"), *rules, ""] if rules else []
    if answer.verdict is Verdict.APART:
        lines += [say("questions-apart"), ""]
    lines += _changes(say, deed, told, answer.change, names)
    return lines


def _lacking(say: Say, name: str, lacks: tuple[str, ...]) -> str:
    if not lacks:
        return say("questions-not-in-matching", who=name)
    missing = ", ".join(say.plain("people-lack", lack=lack) for lack in lacks)
    return say("questions-lacking", who=name, missing=missing)


def _changes(say: Say, deed: str, told: Told, change: Difference, names: Mapping[int, str]) -> list[str]:
    if not change.moves and change.pairs[0] == change.pairs[1]:
        return [say("questions-nothing-changes")]
    own = [each for each in change.moves if each.mentee != told.mentee_id or deed not in ("w", "a")]
    lines: list[str] = []
    if not change.moves:
        lines.append(say("questions-nobody-moves"))
    elif not own:
        lines.append(say("questions-nobody-else"))
    else:
        lines.append(say("questions-then"))
    shown = change.moves[:_MOST_MOVES]
    lines += [say("matching-line", text=_move(say, each, names)) for each in shown]
    if len(change.moves) > len(shown):
        lines.append(say("questions-and-more", count=len(change.moves) - len(shown)))
    return [*lines, "", _numbers(say, change)]


def _move(say: Say, move: Move, names: Mapping[int, str]) -> str:
    who, was, becomes = (names.get(id_ or 0, "") for id_ in (move.mentee, move.was, move.becomes))
    if move.becomes is None:
        return say.plain("questions-loses", who=who, was=was)
    words = "questions-gets" if move.was is None else "questions-changes"
    line = say.plain(words, who=who, was=was, becomes=becomes)
    if move.frees is None:
        return line
    return say.plain("questions-takes-place", line=line, who=names.get(move.frees, ""))


def _numbers(say: Say, change: Difference) -> str:
    return say(
        "questions-numbers",
        pairs=change.pairs[1],
        pairs_more=_by(change.pairs),
        strong=change.strong[1],
        strong_more=_by(change.strong),
    )


def _by(two: tuple[int, int]) -> str:
    more = two[1] - two[0]
    return f"+{more}" if more > 0 else f"\u2212{-more}" if more else "="


def _next_steps(say: Say, deed: str, told: Told) -> list[Row]:
    if told.case:
        ask = PlaceTap(case=told.case, mentor=told.mentor_id)
        return [[Button(say.plain("questions-ask-mentor"), ask)]]
    if told.lacks or deed not in ("w", "a"):
        return []
    answer, mentee, mentor = told.answer, told.mentee_id, told.mentor_id
    banned = any(each.kind is Cause.BANNED for each in answer.rules)
    rows: list[Row] = []
    if answer.verdict is Verdict.FORBIDDEN and deed == "w" and (answer.waivable or banned):
        tap = QuestionTap(deed="a", run=told.run_id, mentee=mentee, mentor=mentor)
        rows.append([Button(say.plain("questions-if-allowed"), tap)])
    if banned and (deed == "w" or answer.verdict is not Verdict.FORBIDDEN):
        rows.append([Button(say.plain("matching-unban"), HandTap(deed="u", mentee=mentee, mentor=mentor))])
    elif answer.verdict is Verdict.POSSIBLE:
        rows.append([Button(say.plain("questions-pin"), HandTap(deed="p", mentee=mentee, mentor=mentor))])
    return rows


def runner_up_line(say: Say, speaker: Speaker, mentee_id: int, next_: NextChoice | None) -> str:
    """«Запасной вариант»: the next mentor and what it would cost, for a pair's card; empty where it is not known."""
    if next_ is None:
        return ""
    if next_.found is None:
        return say("questions-runner-up-none")
    names = {id_: matching_words.who(say, each, speaker) for id_, each in next_.people.items()}
    mentor, change = names[next_.found.mentor], next_.found.change
    others = [each for each in change.moves if each.mentee != mentee_id]
    costs = [
        _cost(say, words, [names.get(each.mentee, "") for each in found])
        for words, found in (
            ("questions-cost-lost", [each for each in others if each.becomes is None]),
            ("questions-cost-moved", [each for each in others if each.was is not None and each.becomes is not None]),
            ("questions-cost-gained", [each for each in others if each.was is None]),
        )
        if found
    ]
    weaker = change.strong[0] - change.strong[1]
    if weaker > 0:
        costs.append(say.plain("questions-cost-weaker", count=weaker))
    if not costs:
        return say("questions-runner-up-free", who=mentor)
    return say("questions-runner-up", who=mentor, cost="; ".join(costs))


def _cost(say: Say, words: str, names: list[str]) -> str:
    more = len(names) - _MOST_NAMED
    shown = "; ".join(names[:_MOST_NAMED])
    if more > 0:
        shown = say.plain("questions-names-more", names=shown, count=more)
    return say.plain(words, names=shown)
