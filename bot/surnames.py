"""Finds people's surnames in a text, in any case and gender, and leaves ordinary words that are spelt alike.

«Мороз» is a surname and a word: it is taken for a name inside a sentence when it begins with a capital, and anywhere
beside a given name or initials; at the beginning of a sentence only when nothing but it is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mentoring.people import folded
from storage.guarded import Named

_WORD = re.compile("[^\\W\\d_]+")
_ENDS = ".!?\u2026\n"
_ORDINARY = {"NOUN", "ADJF", "VERB", "INFN", "ADVB", "PRCL", "CONJ", "PREP", "PRED", "NPRO", "NUMR", "INTJ", "COMP"}
# «Дед Мороз» is nobody's surname.
_GRANDFATHER = "\u0434\u0435\u0434"
_IN_PLACES = frozenset(
    {"\u0432", "\u0432\u043e", "\u0438\u0437", "\u043f\u043e\u0434", "\u0433", "\u0434\u043e"}
)  # в, во, из, под, г, до
_SHORT = 3  # letters of a form that means too much: «Ли», «Ан», «Ким»
_ACRONYM = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """A surname in a text, with the given name beside it; the code is empty where several people bear it."""

    start: int
    end: int
    code: str
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Form:
    """What a spelling may be besides a surname."""

    ordinary: bool  # a word of the language
    like_a_word: bool  # the surname itself is one: «Мороз», unlike «Козлов»
    place: bool
    adjective: bool  # a word only as an adjective: «ключевой», which is one when its noun follows


class Grammar:
    """Forms of words by the dictionary, loaded when first asked."""

    def __init__(self) -> None:
        self._analyzer: Any = None
        self._families: dict[str, dict[str, _Form]] = {}
        self._given: dict[str, frozenset[str]] = {}

    def family(self, word: str) -> Mapping[str, _Form]:
        """Every spelling of a surname."""
        if word not in self._families:
            forms = self._forms(word)
            base = any(_is_word(each) and _is_base(each) for each in self._parsed(word))
            self._families[word] = {form: self._form(form, base) for form in forms}
        return self._families[word]

    def given(self, word: str) -> frozenset[str]:
        """Every spelling of a given name or a patronymic."""
        if word not in self._given:
            self._given[word] = self._forms(word)
        return self._given[word]

    def _forms(self, word: str) -> frozenset[str]:
        found = {word}
        for parse in self._parsed(word):
            if not {"Surn", "Name", "Patr"}.isdisjoint(parse.tag.grammemes) or _is_base(parse):
                found |= {folded(each.word) for each in parse.lexeme if each.tag.POS in ("NOUN", "ADJF")}
        return frozenset(found)

    def _form(self, form: str, like_a_word: bool) -> _Form:
        parsed = self._parsed(form)
        words = [each for each in parsed if _is_word(each)]
        short = len(form) <= _SHORT
        return _Form(
            ordinary=short or bool(words),
            like_a_word=like_a_word or short,
            place=any("Geox" in each.tag for each in parsed),
            adjective=bool(words) and all(each.tag.POS == "ADJF" for each in words),
        )

    def agrees(self, adjective: str, noun: str) -> bool:
        """Whether two words may stand together as an adjective and its noun."""
        nouns = [each.tag for each in self._parsed(noun) if each.tag.POS == "NOUN"]
        return any(
            each.tag.case == tag.case
            and each.tag.number == tag.number
            and (each.tag.number == "plur" or each.tag.gender == tag.gender)
            for each in self._parsed(adjective)
            if _is_word(each)
            for tag in nouns
        )

    def _parsed(self, word: str) -> list[Any]:
        if self._analyzer is None:
            from pymorphy3 import MorphAnalyzer

            self._analyzer = MorphAnalyzer()
        parsed: list[Any] = self._analyzer.parse(word)
        return parsed


def _is_word(parse: Any) -> bool:
    """Whether a word of the language, and no name."""
    grammemes = parse.tag.grammemes
    proper = {"Surn", "Name", "Patr", "Poss", "Geox", "Orgn", "Abbr"}
    return bool(parse.is_known and parse.tag.POS in _ORDINARY and proper.isdisjoint(grammemes))


def _is_base(parse: Any) -> bool:
    return parse.tag.POS in ("NOUN", "ADJF") and {"nomn", "sing"} <= parse.tag.grammemes


class Surnames:
    """The surnames of a school, ready to be looked for."""

    def __init__(self, bearers: Iterable[Named], grammar: Grammar) -> None:
        self._grammar = grammar
        self._known: dict[str, tuple[_Form, list[Named]]] = {}
        for bearer in bearers:
            for part in _WORD.findall(folded(bearer.family)):
                if len(part) > 1:
                    self._learn(part, bearer)

    def _learn(self, part: str, bearer: Named) -> None:
        for spelling, form in self._grammar.family(part).items():
            known = self._known.setdefault(spelling, (form, []))
            if all(each.person_id != bearer.person_id for each in known[1]):
                known[1].append(bearer)

    def __len__(self) -> int:
        return len(self._known)

    def found(self, text: str) -> list[Hit]:
        """Every surname in a text of which nothing but letters, digits and signs matters; in order, none overlapping."""
        words = [*_WORD.finditer(text)]
        hits: list[Hit] = []
        for at, word in enumerate(words):
            known = self._known.get(folded(word[0]))
            if known is None:
                continue
            form, bearers = known
            beside = _beside(text, words, at, bearers, self._grammar)
            double = self._is_double(text, words, at, bearers)
            if beside is None and not double and _is_ordinary(text, words, at, form, self._grammar):
                continue
            whose, (start, end) = beside or (bearers, word.span())
            _add(
                hits, Hit(start, end, whose[0].code if len(whose) == 1 else "", tuple(each.person_id for each in whose))
            )
        return _joined(text, hits)

    def _is_double(self, text: str, words: list[re.Match[str]], at: int, bearers: list[Named]) -> bool:
        """Whether the other part of a double surname stands beside a hyphen."""
        ids = {each.person_id for each in bearers}
        for one, other in ((at - 1, at), (at, at + 1)):
            if one >= 0 and other < len(words) and text[words[one].end() : words[other].start()] == "-":
                beside = self._known.get(folded(words[one if other == at else other][0]))
                if beside is not None and not ids.isdisjoint(each.person_id for each in beside[1]):
                    return True
        return False


def _add(hits: list[Hit], hit: Hit) -> None:
    """A hit that overlaps the last one makes one with it."""
    if hits and hit.start < hits[-1].end:
        last = hits.pop()
        hit = Hit(last.start, max(last.end, hit.end), last.code or hit.code, last.people)
    hits.append(hit)


def _joined(text: str, hits: list[Hit]) -> list[Hit]:
    """The parts of a double surname as one."""
    whole: list[Hit] = []
    for hit in hits:
        if whole and text[whole[-1].end : hit.start] == "-" and {*hit.people} & {*whole[-1].people}:
            last = whole.pop()
            people = tuple(each for each in last.people if each in hit.people)
            hit = Hit(last.start, hit.end, last.code or hit.code, people)
        whole.append(hit)
    return whole


def _beside(
    text: str, words: list[re.Match[str]], at: int, bearers: list[Named], grammar: Grammar
) -> tuple[list[Named], tuple[int, int]] | None:
    """Whose given name, patronymic or initials stand beside the word, and from where to where all of it goes."""
    found: list[Named] = []
    start, end = words[at].span()
    for bearer in bearers:
        span = _with_given(text, words, at, bearer, grammar)
        if span is not None:
            found.append(bearer)
            start, end = min(start, span[0]), max(end, span[1])
    return (found, (start, end)) if found else None


def _with_given(
    text: str, words: list[re.Match[str]], at: int, bearer: Named, grammar: Grammar
) -> tuple[int, int] | None:
    first = last = at
    for step in (1, -1):
        place = at + step
        while 0 <= place < len(words) and abs(place - at) <= 2:
            between = text[words[min(place, place - step)].end() : words[max(place, place - step)].start()]
            if between.strip(" \x00\xa0.") or not _tells(words[place], text, bearer, grammar):
                break
            first, last = min(first, place), max(last, place)
            place += step
    if first == last:
        return None
    end = words[last].end()
    return words[first].start(), end + (len(words[last][0]) == 1 and text[end : end + 1] == ".")


def _tells(word: re.Match[str], text: str, bearer: Named, grammar: Grammar) -> bool:
    said = folded(word[0])
    names = [folded(each) for each in (bearer.given, bearer.patronymic) if each]
    if len(said) == 1:
        return word[0].isupper() and text[word.end() : word.end() + 1] == "." and any(n[0] == said for n in names)
    return any(said in grammar.given(each) for each in names)


def _is_ordinary(text: str, words: list[re.Match[str]], at: int, form: _Form, grammar: Grammar) -> bool:
    """Whether the word is to be taken for an ordinary one."""
    word, before = words[at][0], folded(words[at - 1][0]) if at else ""
    if form.place and before in _IN_PLACES:
        return True
    if len(word) > 1 and word[1].isupper() and not word.isupper():  # an acronym with an ending
        return True
    if not form.ordinary:
        return False
    if form.adjective and not form.like_a_word:
        begins = word[0].islower() or _begins_sentence(text, words[at].start())
        return begins and at + 1 < len(words) and grammar.agrees(folded(word), folded(words[at + 1][0]))
    if word[0].islower() or before.startswith(_GRANDFATHER):
        return True
    if word.isupper() and (len(word) <= _ACRONYM or (at and words[at - 1][0].isupper())):
        return True
    return form.like_a_word and _begins_sentence(text, words[at].start()) and not _is_all(text, words[at])


def _begins_sentence(text: str, start: int) -> bool:
    for sign in reversed(text[:start]):
        if sign in _ENDS:
            return True
        if sign.isalnum() or sign in ",;:()":
            return False
    return True


def _is_all(text: str, word: re.Match[str]) -> bool:
    """Whether nothing but this word is said: a button, a pop-up."""
    return not any(sign.isalnum() for sign in text[: word.start()] + text[word.end() :])
