"""Evaluates the conditions of a questionnaire: when a question is asked, which answer is acceptable.

The conditions are XPath, as XLSForm has them (the columns `relevant` and `constraint`). Comparisons follow XPath 1.0,
as in every XLSForm client: an empty answer is no number, so it is neither less nor greater than anything. Dates are
compared as days since 1 January 1970.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

Value = str | int | Decimal

_ANY_DAY = date(1970, 1, 1)
_EPOCH = date(1970, 1, 1).toordinal()
_REFERENCE = re.compile(r"\$\{([^}]*)\}")
_today: ContextVar[int] = ContextVar("today", default=0)

_COMPARISONS = ("=", "!=", "<", "<=", ">", ">=")
_KNOWN = {
    *_COMPARISONS,
    *("and", "or", "not", "true", "false", "boolean", "(", ".", "$", "+", "-", "*", "div", "mod"),
    *("(name)", "(string)", "(integer)", "(decimal)", "(float)", "number", "string", "concat", "contains"),
    *("starts-with", "substring", "string-length", "normalize-space", "round", "floor", "ceiling"),
    *("selected", "count-selected", "regex", "today", "date"),
}


class NotTaken(ValueError):
    """The expression cannot be understood, or would mean something else here than in other clients."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled condition.

    `names` are the questions it refers to, `about_itself` tells that it uses the answer itself (`.`).
    """

    text: str
    names: frozenset[str]
    about_itself: bool
    _root: Any = field(compare=False)

    def holds(self, values: Mapping[str, Value], today: date, itself: Value = "") -> bool:
        """Tell whether the condition holds for these values; what is not among them is empty."""
        if self.about_itself:
            return self._evaluated({name: values.get(name, "") for name in self.names}, today, itself)
        day = today if "today" in self.text else _ANY_DAY
        return _remembered(self, day, tuple((name, values.get(name, "")) for name in self.names))

    def _evaluated(self, variables: dict[str, Any], today: date, itself: Value) -> bool:
        from elementpath import XPathContext

        mark = _today.set(days(today))
        try:
            return bool(self._root.boolean_value(self._root.evaluate(XPathContext(item=itself, variables=variables))))
        finally:
            _today.reset(mark)


@lru_cache(maxsize=4096)
def _remembered(condition: Expression, day: date, variables: tuple[tuple[str, Value], ...]) -> bool:
    """Whether a question is asked turns on few answers of few kinds: one of these is evaluated once, not at every tap."""
    return condition._evaluated(dict(variables), day, "")


def compiled(text: str) -> Expression:
    """Compile a condition. Raises NotTaken with a reason in English."""
    from elementpath import ElementPathError

    names = frozenset(name.strip() for name in _REFERENCE.findall(text))
    if re.search(r"(?<![\w-])if\s*\(", _outside_quotes(text)):
        raise NotTaken("if(…) is not taken")
    if "$" in _REFERENCE.sub("", _outside_quotes(text)):
        raise NotTaken("a question is referred to as ${name}")
    try:
        root = _parser().parse(_REFERENCE.sub(lambda found: f"${found[1].strip()}", text))
    except (ElementPathError, ValueError, TypeError) as error:
        raise NotTaken(f"not an expression ({error})") from error
    _refuse_the_unknown(root)
    return Expression(text, names, any(token.symbol == "." for token in root.iter()), root)


def days(day: date) -> int:
    """Days since 1 January 1970: how conditions see a date."""
    return day.toordinal() - _EPOCH


def _outside_quotes(text: str) -> str:
    return re.sub(r"'[^']*'|\"[^\"]*\"", "''", text)


def _refuse_the_unknown(root: Any) -> None:
    """A path or a function that this engine would read as empty must not change what is asked in silence."""
    for token in root.iter():
        if token.symbol not in _KNOWN or (token.symbol == "*" and not len(token)):
            raise NotTaken(f"{token.symbol} is not taken")
        if token.symbol == "(name)" and token.value not in {inner.value for inner in _names_of_variables(root)}:
            raise NotTaken(f"{token.value}: a text stands in quotes, a question in ${{…}}")
        if token.symbol == "regex":
            _refuse_a_bad_pattern(token[1])


def _refuse_a_bad_pattern(token: Any) -> None:
    if token.symbol != "(string)":
        raise NotTaken("the pattern of regex is given in quotes")
    try:
        re.compile(token.value)
    except re.error as error:
        raise NotTaken(f"the pattern {token.value} cannot be read ({error})") from error


def _names_of_variables(root: Any) -> Iterator[Any]:
    for token in root.iter():
        if token.symbol == "$":
            yield token[0]


@cache
def _parser() -> Any:
    from elementpath import XPath2Parser

    class FormParser(XPath2Parser):
        """XPath 2 with the comparisons of XPath 1.0 and the functions of XLSForm."""

    FormParser.symbol_table = dict(XPath2Parser.symbol_table)
    for symbol in _COMPARISONS:
        known = XPath2Parser.symbol_table[symbol]
        FormParser.symbol_table[symbol] = type(known.__name__, (known,), {"iter_comparison_data": _comparable})
    parser = FormParser(compatibility_mode=True)
    functions: dict[str, Callable[..., object]] = {
        "selected": lambda chosen, option: str(option) in str(chosen).split(),
        "count-selected": lambda chosen: len(str(chosen).split()),
        "regex": lambda text, pattern: re.fullmatch(str(pattern), str(text)) is not None,
        "today": lambda: _today.get(),
        "date": lambda text: days(date.fromisoformat(str(text))),
    }
    for name, function in functions.items():
        parser.external_function(function, name)
    return parser


def _comparable(self: Any, context: Any) -> Iterator[tuple[object, object]]:
    """Give both sides in the type XPath 1.0 compares them in."""
    left, right = (next(iter(operand.atomization(context)), "") for operand in self)
    if isinstance(left, bool) or isinstance(right, bool):
        yield bool(left), bool(right)
    elif self.symbol in ("=", "!=") and isinstance(left, str) and isinstance(right, str):
        yield left, right
    else:
        yield _number(left), _number(right)


def _number(value: object) -> float:
    try:
        return float(str(value))
    except ValueError:
        return math.nan
