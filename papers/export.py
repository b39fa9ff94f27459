"""The whole programme as one XLSX: registers, pairs, meetings, consents and answers, as the curator takes them out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date, datetime, tzinfo

from locales.words import Words
from papers.registers import MenteeEntry, MentorEntry, columns, mentees_sheet, mentors_sheet
from papers.workbook import Cell, Column, Sheet, workbook


@dataclass(frozen=True, slots=True)
class MatchRow:
    """A pair or a group; the words for its form and state come from the caller."""

    number: int
    mentor: str
    mentor_place: str
    mentees: str
    mentee_place: str
    form: str
    role_model: str
    state: str
    starts: date | None = None
    ends: date | None = None
    order_number: str | None = None
    order_date: date | None = None
    meetings: int = 0


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting; `starts` is aware and is shown in the school's time zone."""

    match: int
    mentor: str
    mentees: str
    kind: str
    starts: datetime
    state: str
    minutes: int | None = None
    result: str | None = None
    confirmed: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """A consent as it is recorded: the tap with the text's version and fingerprint, the paper with where it lies."""

    person: str
    place: str
    kind: str
    signer: str
    answer: str
    given: datetime | None
    version: str
    hash: str
    paper_date: date | None = None
    kept_at: str | None = None
    withdrawn: datetime | None = None


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One person's sent questionnaire: answers by question name; a choice of several is joined by the caller."""

    name: str
    place: str
    sent: datetime | None
    answers: Mapping[str, Cell]
    entered_by: str | None = None  # from paper
    version: str | None = None  # of the questionnaire


@dataclass(frozen=True, slots=True)
class LabelRow:
    """What a question's name, or an option's name within it, says to people."""

    question: str
    question_text: str
    option: str | None = None
    option_text: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """All answers to one questionnaire: columns are its question names in its order."""

    title: str
    questions: Sequence[str]
    rows: Iterable[AnswerRow]
    labels: Iterable[LabelRow]


@dataclass(frozen=True, slots=True)
class Export:
    """Everything to be taken out; iterables are walked once, so generators will do."""

    mentee_pupils: Iterable[MenteeEntry] = ()
    mentee_teachers: Iterable[MenteeEntry] = ()
    mentor_pupils: Iterable[MentorEntry] = ()
    mentor_teachers: Iterable[MentorEntry] = ()
    mentor_outsiders: Iterable[MentorEntry] = ()
    matches: Iterable[MatchRow] = ()
    meetings: Iterable[MeetingRow] = ()
    consents: Iterable[ConsentRow] = ()
    answers: Iterable[AnswerSheet] = ()


# Each table's columns are its row's fields in their order, under the heading paper-<table>-<field>.
_MATCH_WIDTHS = dict(
    zip(MatchRow.__dataclass_fields__, (6, 30, 24, 34, 24, 20, 26, 16, 12, 12, 12, 13, 11), strict=True)
)
_MEETING_WIDTHS = dict(zip(MeetingRow.__dataclass_fields__, (8, 30, 34, 22, 17, 16, 9, 18, 20, 44), strict=True))
_CONSENT_WIDTHS = dict(zip(ConsentRow.__dataclass_fields__, (30, 20, 26, 30, 14, 17, 10, 24, 14, 24, 17), strict=True))
_LABEL_WIDTHS = {"questionnaire": 30, "question": 22, "question-text": 60, "option": 22, "option-text": 40}
_ANSWER_WIDTHS = {"name": 30, "place": 20, "sent": 17, "entered": 26, "version": 10}


def export_xlsx(export: Export, words: Words, zone: tzinfo, language: str = "ru") -> bytes:
    """Return the XLSX: the bases apart with official columns, pairs, meetings, consents, answers by questionnaire."""
    return workbook(_sheets(export, words, language), zone)


def matches_sheet(rows: Iterable[MatchRow], words: Words, language: str) -> Sheet:
    """The sheet of pairs and groups alone."""
    headed = {field.replace("_", "-"): width for field, width in _MATCH_WIDTHS.items()}
    title = words.plain("paper-sheet-matches", language)
    return Sheet(title, columns("match", headed, words, language), map(astuple, rows))


def _sheets(export: Export, words: Words, language: str) -> Iterator[Sheet]:
    def title(name: str) -> str:
        return words.plain(f"paper-sheet-{name}", language)

    yield mentees_sheet(title("mentees-pupils"), export.mentee_pupils, words, language)
    yield mentees_sheet(title("mentees-teachers"), export.mentee_teachers, words, language)
    yield mentors_sheet(title("mentors-pupils"), export.mentor_pupils, words, language)
    yield mentors_sheet(title("mentors-teachers"), export.mentor_teachers, words, language)
    yield mentors_sheet(title("mentors-outsiders"), export.mentor_outsiders, words, language)
    for name, table, widths, rows in (
        ("matches", "match", _MATCH_WIDTHS, export.matches),
        ("meetings", "meeting", _MEETING_WIDTHS, export.meetings),
        ("consents", "consent", _CONSENT_WIDTHS, export.consents),
    ):
        headed = {field.replace("_", "-"): width for field, width in widths.items()}
        yield Sheet(title(name), columns(table, headed, words, language), map(astuple, rows))
    labels: list[tuple[str, LabelRow]] = []
    for sheet in export.answers:
        labels += ((sheet.title, label) for label in sheet.labels)
        yield _answers(sheet, words, language)
    yield _labels(title("labels"), labels, words, language)


def _answers(sheet: AnswerSheet, words: Words, language: str) -> Sheet:
    headed = [*columns("answer", _ANSWER_WIDTHS, words, language), *(Column(name, 20) for name in sheet.questions)]
    rows = (
        (
            row.name,
            row.place,
            row.sent,
            row.entered_by,
            row.version,
            *(row.answers.get(question) for question in sheet.questions),
        )
        for row in sheet.rows
    )
    return Sheet(sheet.title, headed, rows)


def _labels(title: str, labels: Iterable[tuple[str, LabelRow]], words: Words, language: str) -> Sheet:
    rows = ((sheet, label.question, label.question_text, label.option, label.option_text) for sheet, label in labels)
    return Sheet(title, columns("label", _LABEL_WIDTHS, words, language), rows)
