"""A school's own versions of questionnaires: taken out, brought back, tried out, put in force for new answers.

Answers keep the version they were given to; whoever has begun ends in the version they began with.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from zlib import crc32

from mentoring.people import FORMS_OF, Kind, MentoringForm, Side, Speaker
from mentoring.questionnaire import Form, Style
from mentoring.refusal import NotYours, Refusal
from mentoring.rights import Deed
from mentoring.xlsform_check import Checked, checked
from mentoring.xlsform_tables import Tables, outer_lists, tables_of, without_lists
from services.authority import acting
from services.filling import Filling
from services.questionnaire_forms import Forms
from services.samples import sample
from services.turns import Sent, Turn
from storage import drafts, form_versions, journal, measures, schools
from storage.database import Database, Transaction

_OF_THE_BOT = frozenset(("setup", "mentor_report"))  # asked by the bot itself, or printed by it question by question
GROUPS = ("application", "entry", "interim", "final", "other")  # in the order in which they are asked
_FORMS = frozenset(MentoringForm)


@dataclass(frozen=True, slots=True)
class Listed:
    """A questionnaire in the list: the form in force, whether it is the school's own, how many were sent."""

    form: Form
    group: str
    own: bool
    sent: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One questionnaire: the form in force, since when it is the school's own (else None), how many were sent."""

    form: Form
    own_since: datetime | None
    sent: int
    waiting: int = 0  # the version that was brought and waits to be tried out and put in force


@dataclass(frozen=True, slots=True)
class Taken:
    """A questionnaire to take out: its tables and the options of its outer lists."""

    form: Form
    tables: Tables
    lists: Mapping[str, tuple[Mapping[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of a file: `version_id` is of the version kept to be tried out, 0 when there are flaws."""

    form: Form
    checked: Checked
    version_id: int


@dataclass(frozen=True, slots=True)
class InForce:
    """The form that is in force now, and how many are in the middle of an earlier version."""

    form: Form
    in_the_middle: int


class QuestionnaireVersions:
    """What the curator does with questionnaires."""

    def __init__(self, database: Database, forms: Forms, filling: Filling, sources: Mapping[str, str]) -> None:
        self._database = database
        self._forms = forms
        self._filling = filling
        self._sources = sources
        self._keys = tuple(sorted((key for key in forms if self._is_offered(key)), key=_place))

    async def keep_shipped(self) -> None:
        """Keep the versions that come with this release: answers given to them stay readable after the next one."""
        rows = [self._as_shipped(key) for key in self._keys]
        await self._database.work(lambda tx: form_versions.keep_shipped(tx, rows), aside=True)

    async def listed(self, speaker: Speaker) -> list[Listed]:
        """The questionnaires of the forms of mentoring the school runs, in the order in which they are asked."""

        def query(tx: Transaction) -> list[Listed]:
            school = acting(tx, speaker, Deed.CHANGE_QUESTIONNAIRES).school_id
            own, sent = form_versions.all_in_force(tx, school), measures.sent(tx, school)
            programme = schools.programme(tx, school)
            run = {str(form) for form in programme.forms} if programme else set(_FORMS)
            return [
                Listed(
                    self._forms.in_force(tx, school, key) if key in own else self._forms.shipped(key),
                    group_of(key),
                    key in own,
                    sent.get(key, 0),
                )
                for key in self._keys
                if is_run(key, run) or key in own or key in sent
            ]

        return await self._database.read(query)

    async def sheet(self, speaker: Speaker, key: str) -> Sheet:
        """One questionnaire. Raises NotYours for a key that is none."""

        return await self._database.read(lambda tx: self._sheet(tx, speaker, key))

    async def end_trial(self, speaker: Speaker, key: str) -> Sheet:
        """The curator has seen enough of a trial: back to the questionnaire."""

        def unit(tx: Transaction) -> Sheet:
            draft = drafts.get(tx, speaker.draft_id) if speaker.draft_id else None
            if draft is not None and draft.trial and draft.account_id == speaker.account_id:
                drafts.drop(tx, draft.id)
            return self._sheet(tx, speaker, key)

        return await self._database.work(unit)

    def _sheet(self, tx: Transaction, speaker: Speaker, key: str) -> Sheet:
        school = self._school(tx, speaker, key)
        own, waiting = form_versions.in_force(tx, school, key), form_versions.waiting(tx, school, key)
        return Sheet(
            self._forms.in_force(tx, school, key),
            own.in_force_at if own else None,
            measures.sent(tx, school).get(key, 0),
            waiting.id if waiting else 0,
        )

    async def take(self, speaker: Speaker, key: str) -> Taken:
        """The questionnaire in force, to be written as a file."""

        def query(tx: Transaction) -> Taken:
            school = self._school(tx, speaker, key)
            tables = tables_of(self._source(tx, school, key))
            return Taken(self._forms.in_force(tx, school, key), tables, _lists(tx, school, key, tables))

        return await self._database.read(query)

    async def wait_for_file(self, speaker: Speaker, key: str) -> Turn:
        """Ask for the file: the small form that waits for it knows which questionnaire it is about."""

        def unit(tx: Transaction) -> Turn:
            self._school(tx, speaker, key)
            return self._filling.open(tx, speaker, "questionnaire_file", number_of(key))

        return await self._database.work(unit)

    async def bring(self, speaker: Speaker, number: int, tables: Tables) -> Brought:
        """Check a file as the next version of the questionnaire of that number, and keep it to be tried out."""

        def unit(tx: Transaction) -> Brought:
            key = next((each for each in self._keys if number_of(each) == number), "")
            school = self._school(tx, speaker, key)
            before, shipped = self._forms.in_force(tx, school, key), self._forms.shipped(key)
            then = tables_of(self._source(tx, school, key))
            version = f"{shipped.version}-{form_versions.count(tx, school, key) + 1}"
            every = {each: self._forms.shipped(each) for each in self._keys}
            inside = without_lists(tables, outer_lists(then))
            result = checked(inside, before, then.settings, shipped, every, version)
            if result.form is None:
                return Brought(before, result, 0)
            waiting = form_versions.waiting(tx, school, key)
            if waiting is not None:
                drafts.drop_trials(tx, waiting.id)
                form_versions.take_back(tx, waiting.id)
            version_id = form_versions.add(
                tx,
                school=school,
                form=key,
                version=version,
                source=result.source,
                digest=result.form.digest,
                by=speaker.person_id,
            )
            asked = drafts.find(tx, speaker.account_id, "questionnaire_file", number)
            if asked is not None:
                drafts.drop(tx, asked.id)
            return Brought(result.form, result, version_id)

        return await self._database.work(unit)

    async def try_out(self, speaker: Speaker, key: str) -> Turn:
        """Walk the questionnaire in force as a participant sees it."""

        def unit(tx: Transaction) -> Turn:
            school = self._school(tx, speaker, key)
            form = self._forms.in_force(tx, school, key)
            form_versions.keep_shipped(tx, [self._as_shipped(key)])
            known = form_versions.named(tx, school, key, form.version)
            if known is None:
                raise NotYours
            return self._filling.try_out(tx, speaker, key, form.version, known, waits=False)

        return await self._database.work(unit)

    async def try_version(self, speaker: Speaker, version_id: int) -> Turn:
        """Walk the version that was brought. Raises Refusal when it was put in force or dropped meanwhile."""

        def unit(tx: Transaction) -> Turn:
            now = acting(tx, speaker, Deed.CHANGE_QUESTIONNAIRES)
            version = self._waiting(tx, now.school_id, version_id)
            return self._filling.try_out(tx, speaker, version.form, version.version, version_id, waits=True)

        return await self._database.work(unit)

    async def put_in_force(self, speaker: Speaker, version_id: int) -> InForce:
        """New answers are given to this version from now on. Raises Refusal when it was put or dropped meanwhile."""

        def unit(tx: Transaction) -> InForce:
            now = acting(tx, speaker, Deed.CHANGE_QUESTIONNAIRES)
            version = self._waiting(tx, now.school_id, version_id)
            drafts.drop_trials(tx, version_id)
            form_versions.put_in_force(tx, version_id)
            self._note(tx, now, "questionnaire-in-force", version.form, version_id)
            form = self._forms.in_force(tx, now.school_id, version.form)
            return InForce(form, measures.in_the_middle(tx, now.school_id, form.key, form.version))

        return await self._database.work(unit)

    async def drop(self, speaker: Speaker, version_id: int) -> str:
        """«Не нужно»: the version brought is forgotten. Returns the key of its questionnaire."""

        def unit(tx: Transaction) -> str:
            now = acting(tx, speaker, Deed.CHANGE_QUESTIONNAIRES)
            version = self._waiting(tx, now.school_id, version_id)
            drafts.drop_trials(tx, version_id)
            form_versions.take_back(tx, version_id)
            return version.form

        return await self._database.work(unit)

    async def take_back(self, speaker: Speaker, key: str) -> Form:
        """The version before is in force again, the official one before all. Raises Refusal when that one is."""

        def unit(tx: Transaction) -> Form:
            school = self._school(tx, speaker, key)
            own = form_versions.in_force(tx, school, key)
            if own is None:
                raise Refusal("questionnaires-official-already")
            form_versions.take_back(tx, own.id)
            self._note(tx, speaker, "questionnaire-taken-back", key, own.id)
            return self._forms.in_force(tx, school, key)

        return await self._database.work(unit)

    def _as_shipped(self, key: str) -> tuple[str, str, str, str]:
        form = self._forms.shipped(key)
        return key, form.version, self._sources[key], form.digest

    def _is_offered(self, key: str) -> bool:
        return self._forms.shipped(key).style is Style.QUESTIONNAIRE and key not in _OF_THE_BOT

    def _school(self, tx: Transaction, speaker: Speaker, key: str) -> int:
        now = acting(tx, speaker, Deed.CHANGE_QUESTIONNAIRES)
        if key not in self._keys:
            raise NotYours
        return now.school_id

    def _source(self, tx: Transaction, school_id: int, key: str) -> str:
        own = form_versions.in_force(tx, school_id, key)
        found = form_versions.source(tx, school_id, key, own.version) if own else None
        return found[0] if found else self._sources[key]

    def _waiting(self, tx: Transaction, school_id: int, version_id: int) -> form_versions.FormVersion:
        version = form_versions.get(tx, school_id, version_id)
        if version is None or version.in_force_at is not None or version.ended_at is not None:
            raise Refusal("questionnaires-version-gone")
        return version

    def _note(self, tx: Transaction, speaker: Speaker, deed: str, key: str, version_id: int) -> None:
        school, by = speaker.school_id, speaker.person_id
        journal.note(tx, deed, "form_version", version_id, school=school, by=by, details=key)


def receive_file(tx: Transaction, speaker: Speaker, sent: Sent) -> None:
    """A text is never a file: the form refuses it, so nothing is kept here."""


def number_of(key: str) -> int:
    """A questionnaire as a number, for a form that is about one: the same in every release."""
    return crc32(key.encode())


def group_of(key: str) -> str:
    """When a questionnaire is asked: the beginning of its key."""
    first = key.split("_")[0]
    return first if first in GROUPS else "other"


def whom_of(key: str) -> str:
    """Who a questionnaire is for by its key: a form of mentoring, a kind of people, a side, or «all»."""
    first, _, rest = key.partition("_")
    return rest if first == "preferences" else rest.partition("_")[2] or "all"


def is_run(key: str, run: Collection[str]) -> bool:
    """Whether a questionnaire is asked where these forms of mentoring are run."""
    whom = whom_of(key)
    if whom in _FORMS:
        return whom in run
    if group_of(key) == "application":
        return any(form in run for form in FORMS_OF.get((Kind(whom), Side(key.split("_")[1])), ()))
    return True


def _place(key: str) -> tuple[int, str]:
    return GROUPS.index(group_of(key)), key


def _lists(tx: Transaction, school_id: int, key: str, tables: Tables) -> dict[str, tuple[Mapping[str, str], ...]]:
    """What stands for the outer lists in the file: the school's areas; people are nobody's to take out."""
    return {
        name: tuple(
            {"name": each.name, **{column: each.label.to(code) for code, column in _LABELS.items()}}
            for each in sample(tx, school_id, key, name)
        )
        for name in outer_lists(tables)
    }


_LABELS = {"ru": "label::\u0420\u0443\u0441\u0441\u043a\u0438\u0439 (ru)", "en": "label::English (en)"}
