"""The order that approves mentoring pairs and groups: nothing starts before the director has signed it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from locales.words import Words
from mentoring.exported import Named
from mentoring.ordered import Ordered, OrderedLeaving, OrderedMatch
from papers.consent_ledger import place_words
from papers.dates import date_in_figures, date_in_words
from papers.word_template import fill, shipped_template

TEMPLATE = "order_pairs.docx"
AMENDMENT = "order_amendment.docx"


@dataclass(frozen=True, slots=True)
class Signatory:
    """Someone the order names by post: the director who signs, the curator who answers for it."""

    name: str
    post: str


@dataclass(frozen=True, slots=True)
class OrderPerson:
    """A person of the table; `place` is the class, or the post and the organisation."""

    name: str
    place: str


@dataclass(frozen=True, slots=True)
class StaffAgreement:
    """A worker's written consent to mentor another worker and the addition to the contract (Labour Code, 351.8)."""

    consent_given: date
    number: str
    signed: date | None = None


@dataclass(frozen=True, slots=True)
class OrderMatch:
    """One line of the order's table: a mentor with one mentee (a pair) or several (a group)."""

    mentor: OrderPerson
    mentees: tuple[OrderPerson, ...]
    form: str
    role_model: str
    starts: date
    ends: date
    agreement: StaffAgreement | None = None


@dataclass(frozen=True, slots=True)
class AmendedOrder:
    """An order that is amended, by what stands on it."""

    number: str
    signed: date | None


@dataclass(frozen=True, slots=True)
class LeavingMatch:
    """Who goes out by an amendment: on which ground, since when, and by which order they stood."""

    mentor: OrderPerson
    mentees: tuple[OrderPerson, ...]
    ground: str
    on: date
    order: AmendedOrder


@dataclass(frozen=True, slots=True)
class PairsOrder:
    """What the order says. Number and date stay blank until it is signed; `basis` is the school's own act.

    `decision` says from which drafts and whose word the pairs came. `amended`, `leaving` and `groups` make an amendment.
    """

    school: str
    town: str
    programme: str
    director: Signatory
    curator: Signatory
    matches: tuple[OrderMatch, ...]
    acquaint_by: date
    plans_by: date
    number: str = ""
    signed: date | None = None
    basis: str = ""
    decision: str = ""
    amended: tuple[AmendedOrder, ...] = ()
    leaving: tuple[LeavingMatch, ...] = ()
    groups: tuple[OrderMatch, ...] = ()


def pairs_order(order: PairsOrder, words: Words, template: bytes | None = None, language: str = "ru") -> bytes:
    """Return the order as DOCX, from the school's template or ours (contents: roadmap stage 5, office custom).

    Raises ValueError for an order without matches, UnfitTemplateError for a template that cannot be filled.
    """
    if not order.matches and not order.leaving:
        raise ValueError("an order approves at least one match")
    shipped = AMENDMENT if order.amended else TEMPLATE
    return fill(template or shipped_template(shipped), order_values(order, words, language))


def printed_order(ordered: Ordered) -> bytes:
    """The same in Russian from our template, with nothing else to bring along: for a worker process."""
    words = Words.shipped()
    return pairs_order(order_of(ordered, words), words)


def order_of(ordered: Ordered, words: Words, language: str = "ru") -> PairsOrder:
    """Put an order's values into words."""
    title = ordered.title or words.plain("orders-programme", language, year=str(ordered.starts.year))
    return PairsOrder(
        school=ordered.school,
        town=ordered.town,
        programme=title,
        director=Signatory(ordered.director, ordered.director_post),
        curator=Signatory(ordered.curator, ordered.curator_post),
        matches=tuple(_match_of(each, ordered, words, language) for each in ordered.matches),
        acquaint_by=ordered.acquaint_by,
        plans_by=ordered.plans_by,
        number=ordered.number,
        signed=ordered.signed_on,
        decision=_decision(ordered, words, language),
        amended=tuple(AmendedOrder(number, signed) for number, signed in ordered.amended),
        leaving=tuple(_leaving_of(each, words, language) for each in ordered.leaving),
        groups=tuple(_match_of(each, ordered, words, language) for each in ordered.groups),
    )


def _decision(ordered: Ordered, words: Words, language: str) -> str:
    """The draft proposes, a person decides (ст. 16 152-ФЗ): which drafts, which pairs without one."""
    if not ordered.matches:
        return ""
    whole = len(ordered.runs) == 1 and not ordered.by_hand
    parts = [
        words.plain(
            "paper-order-run",
            language,
            run=str(each.number),
            date=date_in_words(words, each.on, language).rstrip("."),
            fingerprint=each.fingerprint,
            numbers="none" if whole else _numbers(each.matches),
        )
        for each in ordered.runs
    ]
    parts.append(words.plain("paper-order-decision", language))
    if ordered.by_hand and ordered.runs:
        parts.append(words.plain("paper-order-by-hand", language, numbers=_numbers(ordered.by_hand)))
    return "; ".join(parts)


def _numbers(numbers: Sequence[int]) -> str:
    """Numbers of a list as people write them: 1–3, 5."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][-1] + 1:
            spans[-1] = [spans[-1][0], number]
        else:
            spans.append([number])
    return ", ".join("\u2013".join(map(str, span)) for span in spans)


def _leaving_of(match: OrderedLeaving, words: Words, language: str) -> LeavingMatch:
    return LeavingMatch(
        mentor=_named(match.mentor, words, language),
        mentees=tuple(_named(each, words, language) for each in match.mentees),
        ground=words.plain("paper-order-ground", language, ground=match.ground or "other"),
        on=match.on,
        order=AmendedOrder(match.order_number, match.order_on),
    )


def _named(who: Named, words: Words, language: str) -> OrderPerson:
    return OrderPerson(who.name, place_words(who.place, words, language) or "")


def _match_of(match: OrderedMatch, ordered: Ordered, words: Words, language: str) -> OrderMatch:
    agreement = None
    if match.consent_on is not None:
        agreement = StaffAgreement(match.consent_on, match.agreement_number, match.agreement_on)
    role = words.plain("form-choice-model", language, model=match.role_model) if match.role_model else ""
    return OrderMatch(
        mentor=_named(match.mentor, words, language),
        mentees=tuple(_named(each, words, language) for each in match.mentees),
        form=words.plain("matching-form", language, form=match.form),
        role_model=role,
        starts=ordered.starts,
        ends=ordered.ends,
        agreement=agreement,
    )


def order_values(order: PairsOrder, words: Words, language: str = "ru") -> dict[str, object]:
    """Return every variable the templates may use; templates/ru/README.md lists them."""
    every = order.matches or order.groups
    acquaint_by = date_in_words(words, order.acquaint_by, language)
    return {
        "school": order.school,
        "town": order.town,
        "programme": order.programme,
        "basis": order.basis,
        "director": _signatory(order.director),
        "curator": _signatory(order.curator),
        "number": order.number,
        "signed": date_in_words(words, order.signed, language) if order.signed else "",
        "starts": date_in_words(words, min(match.starts for match in every), language) if every else "",
        "ends": date_in_words(words, max(match.ends for match in every), language) if every else acquaint_by,
        "acquaint_by": acquaint_by,
        "plans_by": date_in_words(words, order.plans_by, language),
        "matches": [_match(number, match) for number, match in enumerate(order.matches, 1)],
        "staff": [
            _staff(number, match.mentor, match.agreement)
            for number, match in enumerate(order.matches, 1)
            if match.agreement
        ],
        "people": _acquainted([*order.matches, *order.leaving, *order.groups]),
        "decision": order.decision,
        "amended": [_amended(each, words, language) for each in order.amended],
        "leaving": [_leaving(number, each) for number, each in enumerate(order.leaving, 1)],
        "groups": [_match(number, match) for number, match in enumerate(order.groups, 1)],
        "sections": _sections(order),
    }


def _amended(order: AmendedOrder, words: Words, language: str) -> dict[str, str]:
    signed = date_in_words(words, order.signed, language) if order.signed else ""
    return {"number": order.number, "signed": signed}


def _leaving(number: int, match: LeavingMatch) -> dict[str, object]:
    return {
        "number": number,
        "mentor": _person(match.mentor),
        "mentees": [_person(mentee) for mentee in match.mentees],
        "ground": match.ground,
        "on": date_in_figures(match.on),
        "order_number": match.order.number,
        "order_signed": date_in_figures(match.order.signed) if match.order.signed else "",
    }


def _sections(order: PairsOrder) -> dict[str, str]:
    """The numbers of an amendment's sections: those that say nothing are not there."""
    filled = {
        "leaving": bool(order.leaving),
        "matches": bool(order.matches),
        "groups": bool(order.groups),
        "staff": any(match.agreement for match in order.matches),
    }
    there = [name for name, says in filled.items() if says]
    return {name: str(there.index(name) + 1) if name in there else "" for name in filled}


def _signatory(person: Signatory) -> dict[str, str]:
    return {"name": person.name, "post": person.post}


def _person(person: OrderPerson) -> dict[str, str]:
    return {"name": person.name, "place": person.place}


def _match(number: int, match: OrderMatch) -> dict[str, object]:
    return {
        "number": number,
        "mentor": _person(match.mentor),
        "mentees": [_person(mentee) for mentee in match.mentees],
        "form": match.form,
        "role_model": match.role_model,
        "starts": date_in_figures(match.starts),
        "ends": date_in_figures(match.ends),
    }


def _staff(number: int, mentor: OrderPerson, agreement: StaffAgreement) -> dict[str, object]:
    return {
        "number": number,
        "mentor": _person(mentor),
        "consent_given": date_in_figures(agreement.consent_given),
        "agreement_number": agreement.number,
        "agreement_signed": date_in_figures(agreement.signed) if agreement.signed else "",
    }


def _acquainted(matches: Sequence[OrderMatch | LeavingMatch]) -> list[dict[str, object]]:
    """Everyone the order names, once, in the table's order."""
    named = dict.fromkeys(person for match in matches for person in (match.mentor, *match.mentees))
    return [{"number": number, **_person(person)} for number, person in enumerate(named, 1)]
