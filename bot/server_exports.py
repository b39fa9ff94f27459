"""Takes papers with names out at the server, each into a file for its owner's eyes only, named for what it is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from locales.words import Say
from mentoring.concerns import Adult
from mentoring.leaving import Paper
from mentoring.listed import ListedPerson
from mentoring.naming import first_name, full
from mentoring.people import Person
from mentoring.refusal import Refusal
from papers.code_key import KeyLine, code_key_pdf
from papers.concern_register import ConcernRow, StepRow, concern_register_xlsx
from papers.consent_ledger import exported_ledger
from papers.exported import exported_xlsx
from papers.order import printed_order
from papers.people_out import people_list_xlsx
from papers.poster import CodeCard, code_cards_pdf
from services.code_key import code_key, people_list
from services.concern_register import Registered, concern_register_of
from services.export_folder import ExportFolder
from services.exporting import Exporting
from services.inviting import Inviting
from services.operator import Place, note_taken_out
from services.ordered import every_order
from services.parents_slips import parents_awaited
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Desk:
    """What is needed to make the papers: `address` is the bot's, up to the code; `first_names` go on invitations."""

    database: Database
    place: Place
    say: Say
    address: str = ""
    first_names: bool = False


Make = Callable[[Desk], Awaitable[Sequence[bytes]]]
"""Makes a paper: one file, or one for each."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A paper that can be taken out: what it is, how its file ends, how it is made."""

    paper: Paper
    suffix: str
    make: Make


async def take_out(desk: Desk, what: str, folder: Path) -> list[Path]:
    """Make a paper and put it into the folder; returns where it lies. Raises Refusal where there is nothing to print."""
    kind = KINDS[what]
    files = await kind.make(desk)
    local = await note_taken_out(desk.database, desk.place, kind.paper)
    return [folder / ExportFolder(folder).put(kind.paper, kind.suffix, content, local) for content in files]


async def _key(desk: Desk) -> list[bytes]:
    lines = []
    for keyed in await code_key(desk.database, desk.place.operator):
        place = _heading(desk.say, keyed.person)
        lines.append(KeyLine(place, keyed.person.code, _named(desk, keyed.person)))
        beside = desk.say.plain("paper-key-guardian", code=keyed.person.code)
        lines += [KeyLine(place, each.code, _named(desk, each), beside) for each in keyed.guardians]
    if not lines:
        raise Refusal("server-nobody")
    return [code_key_pdf(desk.place.title, lines, desk.place.today, desk.say.words, desk.say.language)]


async def _people(desk: Desk) -> list[bytes]:
    say = desk.say

    def write(lines: Iterator[ListedPerson]) -> bytes:
        return people_list_xlsx(lines, say.words, say.language)

    return [await people_list(desk.database, desk.place.operator, write)]


async def _registers(desk: Desk) -> list[bytes]:
    taken = await Exporting(desk.database).take(desk.place.operator, exported_xlsx, desk.say.language)
    return [taken.content]


async def _consents(desk: Desk) -> list[bytes]:
    taken = await Exporting(desk.database).take(desk.place.operator, exported_ledger, desk.say.language)
    return [taken.content]


async def _concerns(desk: Desk) -> list[bytes]:
    """Made also where nothing was ever said: neither the file's being there nor the general journal tells of a concern."""
    register = await concern_register_of(desk.database, desk.place.operator)
    say = desk.say
    steps = [_step_row(desk, each, at) for each in register.entries for at in range(len(each.steps))]
    rows = [_concern_row(desk, each) for each in register.entries]
    return [concern_register_xlsx(rows, steps, say.words, register.zone, say.language)]


def _concern_row(desk: Desk, entry: Registered) -> ConcernRow:
    who, post = _answering(desk, entry.taken_by)
    outcome = desk.say.plain("paper-register-ended", outcome=entry.outcome or "open")
    return ConcernRow(entry.number, entry.pupil.code, entry.at, entry.taken_at, who, post, entry.closed_at, outcome)


def _step_row(desk: Desk, entry: Registered, at: int) -> StepRow:
    each = entry.steps[at]
    done = desk.say.plain("paper-register-done", step=each.step)
    return StepRow(entry.number, entry.pupil.code, each.at, done, *_answering(desk, each.adult))


def _answering(desk: Desk, adult: Adult | None) -> tuple[str | None, str | None]:
    """An adult's name and post; the code where the name is gone."""
    if adult is None:
        return None, None
    name = full(adult.person, desk.place.operator) if adult.person.name else adult.person.code
    return name, desk.say.plain("concern-post", post=adult.post or "adult")


async def _orders(desk: Desk) -> list[bytes]:
    every = await every_order(desk.database, desk.place.operator)
    if not every:
        raise Refusal("server-no-orders")
    return [printed_order(each) for each in every]


async def _invitations(desk: Desk) -> list[bytes]:
    if not desk.address:
        raise Refusal("server-no-address")
    waiting = await Inviting(desk.database).codes(desk.place.operator)
    slips = [_Slip(person, token) for person, token in waiting]
    parents = await parents_awaited(desk.database, desk.place.operator)
    slips += [_Slip(child, token, parent=True) for child, token in parents]
    if not slips:
        raise Refusal("server-nothing-waiting")
    cards = [_card(desk, slip) for slip in sorted(slips, key=_Slip.place)]
    return [code_cards_pdf(cards, desk.say.words, desk.say.language)]


@dataclass(frozen=True, slots=True)
class _Slip:
    """Somebody's own way in, or that of a child's parent."""

    person: Person
    token: str
    parent: bool = False

    def place(self) -> tuple[int, str, str, bool]:
        """Where it stands: class by class, the parents of a class after it, then the others by kind."""
        own = self.person.school_class
        return (own.level if own else 99, own.letter if own else "", "" if own else self.person.kind, self.parent)


def _card(desk: Desk, slip: _Slip) -> CodeCard:
    place = _heading(desk.say, slip.person)
    if slip.parent:
        place = desk.say.plain("paper-codes-parent", place=place)
    return CodeCard(_card_name(desk, slip.person), place, slip.token, desk.address + slip.token)


def _card_name(desk: Desk, person: Person) -> str:
    """The code, by which whoever has the key hands the slip out; no surname ever."""
    return f"{first_name(person)} \N{MIDDLE DOT} {person.code}" if desk.first_names and person.name else person.code


def _named(desk: Desk, person: Person) -> str:
    return full(person, desk.place.operator) if person.name else "\N{EM DASH}"


def _heading(say: Say, person: Person) -> str:
    """The class of a pupil, else the kind of people."""
    own = person.school_class
    if own is not None:
        return say.plain("place-class", level=str(own.level), letter=own.letter or "none")
    return say.plain("people-kinds", kind=person.kind)


KINDS: Mapping[str, _Kind] = {
    "key": _Kind(Paper.KEY, ".pdf", _key),
    "people": _Kind(Paper.PEOPLE, ".xlsx", _people),
    "registers": _Kind(Paper.REGISTERS, ".xlsx", _registers),
    "consents": _Kind(Paper.LEDGER, ".xlsx", _consents),
    "orders": _Kind(Paper.ORDER, ".docx", _orders),
    "invitations": _Kind(Paper.CODES, ".pdf", _invitations),
    "concerns": _Kind(Paper.SAFETY, ".xlsx", _concerns),
}
USUAL = tuple(each for each in KINDS if each != "concerns")
"""What is made where nothing is named: the journal of concerns only for whoever asks for it."""
