"""The review before sending: every question with its answer, any of which can be changed, in pages where it is long."""

from __future__ import annotations

from handlers.curator.questionnaire_taps import trial_rows
from handlers.question_taps import Move, StepTap
from handlers.question_view import leaving_button, over_paper, shortened
from handlers.screen import Button, Row, Screen, grid, screen
from locales.words import Say
from mentoring.questionnaire_typing import utf16_length
from services.turns import Turn

_QUESTION, _ANSWER = 70, 120  # letters shown of each
_TEXT = 3500  # UTF-16 units of a page: a message holds 4096, and a line above it may be needed
_LINES = 40  # of a page, a button each


def review_screen(say: Say, turn: Turn, page: int = 0) -> Screen:
    """The review, at one of its pages; sending is on the last one, so that all of them are seen."""
    pages = _pages(say, turn)
    page = max(0, min(page, len(pages) - 1))
    title: str = say("review-title", form=turn.form.title.to(say.language))
    if turn.trial:
        title = f"{say('questionnaires-trial-end')}\n\n{title}"
    rows: list[Row] = [
        *grid([button for _, button in pages[page]], 6),
        _turning(turn, page, len(pages)),
        *(_ends(say, turn) if page == len(pages) - 1 else []),
        [leaving_button(say, turn)],
    ]
    view = screen("\n".join([title, "", *(words for words, _ in pages[page])]), *rows)
    return over_paper(say, turn, view)


def _ends(say: Say, turn: Turn) -> list[Row]:
    """Sending; of a trial what may be done with the version that was brought, if one was."""
    if not turn.trial:
        return [[_button(say, turn, "review-send", Move.SEND)]]
    return trial_rows(say, turn.trial) if turn.trial_waits else []


def _pages(say: Say, turn: Turn) -> list[list[tuple[str, Button]]]:
    pages: list[list[tuple[str, Button]]] = [[]]
    room = _TEXT
    for number, line in enumerate(turn.review, start=1):
        shown = shortened(line.shown.to(say.language), _ANSWER)
        question = say(
            "review-line", number=number, question=shortened(line.question.label.to(say.language), _QUESTION)
        )
        words = question + "\n" + (say("review-answer", answer=shown) if shown else say("review-skipped"))
        tap = StepTap(draft=turn.draft_id, question=turn.form.index(line.question.name), step=Move.EDIT)
        length = utf16_length(words) + 1
        if length > room or len(pages[-1]) == _LINES:
            pages.append([])
            room = _TEXT
        room -= length
        pages[-1].append((words, Button(f"\u270f\ufe0f {number}", tap)))
    return pages


def _turning(turn: Turn, page: int, pages: int) -> Row:
    if pages == 1:
        return []

    def to(place: int, sign: str) -> Button:
        return Button(sign, StepTap(draft=turn.draft_id, question=place, step=Move.PAGE))

    return [to((page - 1) % pages, "\u2039"), Button(f"{page + 1}/{pages}"), to((page + 1) % pages, "\u203a")]


def _button(say: Say, turn: Turn, word: str, move: str) -> Button:
    return Button(say.plain(word), StepTap(draft=turn.draft_id, question=0, step=move))
