"""Puts what the curator takes out of the programme into words and prints it as XLSX; runs in a process of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from zoneinfo import ZoneInfo

from locales.words import Words
from mentoring.exported import Answered, Base, Consented, Entry, Exported, Filled, Held, Named, Pair, Place
from mentoring.questionnaire import Answer, Form, Option, Phrase, Question
from mentoring.questionnaire_catalogue import catalogue, wish_options
from papers.consent_ledger import place_words
from papers.export import (
    AnswerRow,
    AnswerSheet,
    ConsentRow,
    Export,
    LabelRow,
    MatchRow,
    MeetingRow,
    export_xlsx,
)
from papers.registers import MenteeEntry, MentorEntry
from papers.workbook import Cell

_AREAS = ("areas.csv", "pupil_areas.csv", "languages.csv", "buildings.csv")
_WISHES = ("from_whom.csv", "to_whom.csv")


def exported_xlsx(exported: Exported, language: str) -> bytes:
    """Return the XLSX of everything the curator takes out."""
    words = Words.shipped()
    return export_xlsx(_Told(exported, words, language).export(), words, ZoneInfo(exported.time_zone), language)


def match_rows(exported: Exported, words: Words, language: str) -> Iterator[MatchRow]:
    """Pairs and groups alone, as tables take them."""
    return map(_Told(exported, words, language)._match, exported.pairs)


class _Told:
    """The values of an export in one language."""

    def __init__(self, exported: Exported, words: Words, language: str) -> None:
        self._exported, self._words, self._language = exported, words, language

    def export(self) -> Export:
        """The same as the workbook takes it."""
        every = self._exported
        bases = every.bases
        return Export(
            mentee_pupils=map(self._mentee, bases[Base.MENTEE_PUPILS]),
            mentee_teachers=map(self._mentee, bases[Base.MENTEE_TEACHERS]),
            mentor_pupils=map(self._mentor, bases[Base.MENTOR_PUPILS]),
            mentor_teachers=map(self._mentor, bases[Base.MENTOR_TEACHERS]),
            mentor_outsiders=map(self._mentor, bases[Base.MENTOR_OUTSIDERS]),
            matches=map(self._match, every.pairs),
            meetings=map(self._meeting, every.meetings),
            consents=map(self._consent, every.consents),
            answers=map(self._sheet, every.answers),
        )

    def _mentee(self, entry: Entry) -> MenteeEntry:
        form = _application("mentee", entry)
        return MenteeEntry(
            name=entry.who.name,
            contact=entry.contact or None,
            birth_year=entry.birth_year,
            request=self._shown(form, entry.answers, "request") or self._shown(form, entry.answers, "areas"),
            joined=entry.joined_on,
            mentor=_names(entry.others),
            form=self._say("form", form=entry.form or "none"),
            mentor_place=self._places(entry.others),
            finished=entry.finished_on,
        )

    def _mentor(self, entry: Entry) -> MentorEntry:
        form, answers = _application("mentor", entry), entry.answers
        hours = answers.get("hours")
        return MentorEntry(
            name=entry.who.name,
            contact=entry.contact or None,
            place=self._place(entry.who.place),
            competences=self._shown(form, answers, "competences")
            or self._shown(form, answers, "areas")
            or self._shown(form, answers, "pupil_areas"),
            achievements=self._shown(form, answers, "achievements"),
            interests=self._shown(form, answers, "interests"),
            wished_age=self._wished(form, answers),
            time=self._say("hours", hours=hours) if isinstance(hours, int) else None,
            joined=entry.joined_on,
            mentees=_names(entry.others),
            form=self._say("form", form=entry.form or "none"),
            mentee_place=self._places(entry.others),
            finished=entry.finished_on,
        )

    def _wished(self, form: str, answers: Mapping[str, Answer]) -> str | None:
        youngest, oldest = answers.get("youngest"), answers.get("oldest")
        if youngest is not None and oldest is not None:
            return self._say("classes", youngest=str(youngest), oldest=str(oldest))
        if answers.get("any_class") == "yes":
            return self._say("any-class")
        return self._shown(form, answers, "whom")

    def _match(self, pair: Pair) -> MatchRow:
        return MatchRow(
            number=pair.number,
            mentor=pair.mentor.name,
            mentor_place=self._place(pair.mentor.place) or "",
            mentees=_names(pair.mentees) or "",
            mentee_place=self._places(pair.mentees) or "",
            form=self._say("form", form=pair.form or "none"),
            role_model=self._words.plain("form-choice-model", self._language, model=pair.role_model or "none"),
            state=self._say("pair-state", state=pair.state),
            starts=pair.starts_on,
            ends=pair.ends_on,
            order_number=pair.order_number or None,
            order_date=pair.order_on,
            meetings=pair.meetings,
        )

    def _meeting(self, held: Held) -> MeetingRow:
        said, pair = held.confirmed, held.pair
        confirmed = "none" if not said else "yes" if all(said) else "no" if not any(said) else "both"
        return MeetingRow(
            match=pair.number,
            mentor=pair.mentor.name,
            mentees=_names(pair.mentees) or "",
            kind=self._say("meeting-kind", kind=held.kind),
            starts=held.starts_at,
            state=self._say("meeting-state", state=held.state),
            minutes=held.minutes if held.state == "held" else None,
            result=self._say("meeting-result", result=held.result) if held.result else None,
            confirmed=self._say("meeting-confirmed", answer=confirmed),
            note=held.note or None,
        )

    def _consent(self, consent: Consented) -> ConsentRow:
        by_hand = consent.way != "tap"
        return ConsentRow(
            person=consent.who.name,
            place=self._place(consent.who.place) or "",
            kind=self._say("consent-kind", capacity=consent.capacity, way=consent.way),
            signer=consent.signer,
            answer=self._say("consent-answer", answer="agreed" if consent.agreed else "declined"),
            given=consent.given_at,
            version=consent.version,
            hash=consent.fingerprint,
            paper_date=consent.given_at.astimezone(ZoneInfo(self._exported.time_zone)).date() if by_hand else None,
            kept_at=consent.kept_at or None,
            withdrawn=consent.withdrawn_at,
        )

    def _sheet(self, filled: Filled) -> AnswerSheet:
        forms = filled.versions
        asked = [question.name for each in forms for question in each.questions if question.kind != "note"]
        known = list(dict.fromkeys(asked))
        return AnswerSheet(
            title=self._phrase(forms[0].title) if forms else filled.form,
            questions=known + sorted(filled.names - {*known}),
            rows=map(self._answers, filled.answers),
            labels=list(dict.fromkeys(label for each in forms for label in self._labels(each))),
        )

    def _answers(self, sent: Answered) -> AnswerRow:
        return AnswerRow(
            sent.who.name,
            self._place(sent.who.place) or "",
            sent.sent_at,
            {name: _cell(answer) for name, answer in sent.answers.items()},
            sent.entered_by or None,
            sent.version,
        )

    def _labels(self, form: Form) -> Iterator[LabelRow]:
        for question in form.questions:
            label = self._phrase(question.label)
            yield LabelRow(question.name, label)
            for option in self._options(question):
                yield LabelRow(question.name, label, option.name, self._phrase(option.label))

    def _options(self, question: Question) -> Iterable[Option]:
        if question.list_name in _AREAS:
            return [Option(name, label) for name, label in self._exported.areas.items()]
        if question.list_name in _WISHES:
            return wish_options(question.list_name)
        return question.options

    def _shown(self, key: str, answers: Mapping[str, Answer], name: str) -> str | None:
        """An answer as people read it: chosen options by their words."""
        answer = answers.get(name)
        if answer is None or answer == "":
            return None
        form = catalogue().get(key)
        if not isinstance(answer, tuple) or form is None:
            return str(answer)
        labels = {each.name: self._phrase(each.label) for each in self._options(form.question(name))}
        return ", ".join(labels.get(each, each) for each in answer) or None

    def _places(self, people: Sequence[Named]) -> str | None:
        return "; ".join(self._place(each.place) or "\u2014" for each in people) or None

    def _place(self, place: Place) -> str | None:
        return place_words(place, self._words, self._language)

    def _phrase(self, phrase: Phrase) -> str:
        return phrase.to(self._language)

    def _say(self, name: str, **values: str | int) -> str:
        return self._words.plain(f"exported-{name}", self._language, **values)


def _application(side: str, entry: Entry) -> str:
    return f"application_{side}_{entry.kind}"


def _names(people: Sequence[Named]) -> str | None:
    return "; ".join(each.name for each in people) or None


def _cell(answer: Answer) -> Cell:
    """Several choices by their names with spaces between, as XLSForm tools write them."""
    return " ".join(answer) if isinstance(answer, tuple) else answer
