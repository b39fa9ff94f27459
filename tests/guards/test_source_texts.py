"""How the project's own files are written: one language for code, one place for names, no value inside a query."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import aiosqlite
import pytest
from sources import OURS, PACKAGES, ROOT, modules, none_of, strings

PARTS_OF_A_NAME = ("family", "given", "patronymic")
CYRILLIC = re.compile("[\u0400-\u04ff]")

# Whoever else may look into a name, and why.
NAME_READERS = {
    "mentoring/naming.py": "shows a person to a viewer",
    "mentoring/people.py": "a name knows whether it is empty",
    "bot/surnames.py": "looks for names in whatever leaves",
    "bot/leaks.py": "looks for names in whatever leaves",
    "papers/people_list.py": "says back the name that stands in the sheet it read, row by row",
    "papers/class_list.py": "says back the name that stands in the sheet it read, row by row",
}

# Parts of queries whose harmlessness is not read off the line, and why they are.
SQL_PARTS = {
    ("storage/database.py", "table"): "names of our own tables and columns, never values",
    ("storage/database.py", "columns"): "names of our own tables and columns, never values",
    ("storage/database.py", "named"): "names of our own tables and columns, never values",
    ("storage/meeting_records.py", "condition"): "written where it is called; values go by name",
    ("storage/meeting_records.py", "line.column"): "a column of an enum",
    ("storage/people.py", "assignments"): "names of columns: keywords written in our code",
    ("storage/pair_timeline.py", "int(source)"): "a number of an enum",
    ("storage/pair_timeline.py", "query"): "one of this module's constants",
    ("storage/roster.py", "bound"): "columns of the order and their names as parameters",
    ("services/matching.py", "ids"): "a set[int], by its type",
    ("services/nudges.py", "ids"): "keys that are int, by their type",
    ("storage/broadcasts.py", "part"): "sides picked from two constants; everything else goes by name",
    ("storage/plans.py", "one"): "nothing, or a constant clause beside; the value goes by name",
    ("storage/ratings.py", "one"): "nothing, or a constant clause beside; the value goes by name",
    ("storage/stuck_pairs.py", "one"): "nothing, or a constant of this module; the value goes by name",
    ("storage/database.py", "name"): "two names of pragmas, written beside",
    ("storage/erasing.py", "trace.table"): "a constant of this module",
    ("storage/erasing.py", "trace.whose"): "a constant of this module",
    ("storage/impact.py", "listed"): "names of parameters, constants of mentoring/baseline.py",
    ("storage/pages.py", "columns"): "an order, one of this module's constants",
    ("storage/pages.py", "ordered"): "an order, one of this module's constants",
    ("storage/pages.py", "wanted"): "a query of another module of storage/, checked there",
    ("storage/migrate.py", "number"): "the number in a shipped file's name",
    ("storage/migrate.py", "sql"): "a shipped file",
}
SQL_WORDS = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|JOIN|ORDER BY|LIMIT|VALUES|EXISTS|BEGIN|PRAGMA)\b")


def test_code_has_no_words_for_people():
    """Words live in locales/, questionnaires and templates; code is in English, but for what comments cite."""
    faults = []
    for path, tree in modules(*OURS, "benchmarks").items():
        lines = (ROOT / path).read_text("utf-8").splitlines()
        for each in strings(tree):
            written = "\n".join(lines[each.lineno - 1 : each.end_lineno])
            if CYRILLIC.search(each.value) and CYRILLIC.search(written):
                faults.append(f"{path}:{each.lineno}: {each.value!r}")
    none_of(faults)


def test_a_name_becomes_text_in_one_place():
    read = {path: [] for path in modules(*OURS)}
    for path, tree in modules(*OURS).items():
        for node in ast.walk(tree):
            match node:
                case ast.Attribute(attr=part, ctx=ast.Load()) if part in PARTS_OF_A_NAME:
                    read[path].append(f"{path}:{node.lineno}: {ast.unparse(node)}")
    none_of(
        each
        for path, places in read.items()
        if path not in NAME_READERS and not path.startswith("storage/")
        for each in places
    )
    none_of(f"{path} reads no name any more" for path in NAME_READERS if not read[path])


def test_every_module_begins_with_what_it_is_for():
    silent = []
    for path, tree in modules(*PACKAGES).items():
        first = (ast.get_docstring(tree) or "").partition("\n")[0]
        if not first.endswith((".", "?", "!", ":")):
            silent.append(f"{path}: {first!r}")
    none_of(silent)


def test_the_one_private_door_of_the_driver_is_there():
    """storage/database.py runs a whole unit in one hop by it."""
    assert callable(getattr(aiosqlite.Connection, "_execute", None))
    assert isinstance(aiosqlite.Connection._conn, property)


def test_no_value_of_a_person_stands_inside_a_query():
    """Values go by name. A query is put together from the code's own pieces and from lists of numbers, nothing else."""
    faults, used = [], set()
    for path, tree in modules("storage", "services", "bot").items():
        for query, place in _queries(tree):
            for part in query.values:
                if not isinstance(part, ast.FormattedValue):
                    continue
                known = (path, ast.unparse(part.value))
                if known in SQL_PARTS:
                    used.add(known)
                elif not _harmless(part.value, place):
                    faults.append(f"{path}:{part.lineno}: {{{known[1]}}}")
    none_of(faults)
    none_of(set(SQL_PARTS) - used)


@pytest.mark.parametrize(
    "code",
    [
        'def of(tx, name):\n    return tx.all(f"SELECT {name} FROM persons")',
        'def _of(tx, name):\n    return tx.all(f"SELECT {name} FROM persons")\n\ndef all(tx, typed):\n    return _of(tx, typed)',
        'def of(tx, row):\n    return tx.all(f"SELECT 1 WHERE family = {row.family}")',
        'WORD = "a"\n\ndef of(tx, typed):\n    word = WORD\n    word += typed\n    return tx.all(f"SELECT 1 WHERE {word}")',
        'def of(tx, typed):\n    for word in typed:\n        tx.run(f"DELETE FROM persons WHERE {word}")',
        'def of(tx, typed):\n    one, other = "a", typed\n    return tx.all(f"SELECT 1 WHERE {other}")',
        'def _of(tx, word):\n    return tx.all(f"SELECT 1 WHERE {word}")',
    ],
)
def test_a_value_inside_a_query_would_be_seen(code):
    ((query, place),) = _queries(ast.parse(code))
    assert not all(_harmless(part.value, place) for part in query.values if isinstance(part, ast.FormattedValue))


@dataclass(frozen=True)
class Place:
    """Where a piece of a query stands: the module, the functions around it, and what is being looked at already."""

    tree: ast.Module
    around: tuple[ast.FunctionDef, ...] = ()
    asked: frozenset[tuple[str, str]] = frozenset()

    def function(self, name: str) -> ast.FunctionDef | None:
        """A function of the module by its name."""
        return next(
            (each for each in ast.walk(self.tree) if isinstance(each, ast.FunctionDef) and each.name == name), None
        )


def _queries(tree: ast.Module) -> list[tuple[ast.JoinedStr, Place]]:
    """F-strings that are SQL or a piece of it."""
    found = []
    for node, place in _walked(tree, Place(tree)):
        if isinstance(node, ast.JoinedStr):
            text = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
            if SQL_WORDS.search(text):
                found.append((node, place))
    return found


def _walked(node: ast.AST, place: Place) -> Iterator[tuple[ast.AST, Place]]:
    """Everything below, each with where it stands."""
    for child in ast.iter_child_nodes(node):
        yield child, place
        inside = replace(place, around=(*place.around, child)) if isinstance(child, ast.FunctionDef) else place
        yield from _walked(child, inside)


def _harmless(node: ast.expr, place: Place) -> bool:
    """A constant of the module, SQL made by a function of ours, or a list of numbers."""
    match node:
        case ast.Constant():
            return True
        case ast.Tuple(elts=several) | ast.List(elts=several):
            return all(_harmless(each, place) for each in several)
        case ast.JoinedStr(values=parts):
            return all(_harmless(each.value, place) for each in parts if isinstance(each, ast.FormattedValue))
        case ast.Name(id=name):
            return name.isupper() or _bound_to_harmless(name, place)
        case ast.Subscript(value=ast.Name(id=name)) | ast.Attribute(value=ast.Name(), attr=name):
            return name.isupper()
        case ast.Subscript(value=ast.Dict(values=values)):
            return all(_harmless(each, place) for each in values)
        case ast.BinOp(left=one, right=other) | ast.IfExp(body=one, orelse=other):
            return _harmless(one, place) and _harmless(other, place)
        case ast.BoolOp(values=values):
            return all(_harmless(each, place) for each in values)
        case ast.Call(func=ast.Attribute(value=ast.Constant(), attr="join"), args=[joined]):
            return _numbers(joined) or _pieces(joined, place)
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="get"), args=[_, other]):
            return name.isupper() and _harmless(other, place)
        case ast.Call(func=ast.Attribute(value=value, attr="replace"), args=[ast.Constant(), ast.Constant()]):
            return _harmless(value, place)
        case ast.Call(func=ast.Name(id=name)):
            return place.function(name) is not None
        case ast.Call(func=ast.Attribute(value=ast.Name(id=module), attr=name)):
            beside = modules("storage").get(f"storage/{module}.py", ast.Module([], []))
            return any(isinstance(each, ast.FunctionDef) and each.name == name for each in beside.body)
        case _:
            return False


def _bound_to_harmless(name: str, place: Place) -> bool:
    """Whether every binding of this name is harmless: in the nearest function around that binds it, or in the module."""
    for depth in range(len(place.around), -1, -1):
        scope: ast.AST = place.around[depth - 1] if depth else place.tree
        here = replace(place, around=place.around[:depth])
        bound = list(_bindings(name, scope))
        parameters = [scope] if isinstance(scope, ast.FunctionDef) and name in _parameters(scope) else []
        if bound or parameters:
            return all(_harmless(each, here) for each in bound) and all(
                _given_harmless(each, name, here) for each in parameters
            )
    return False


def _bindings(name: str, scope: ast.AST) -> Iterator[ast.expr]:
    """What a name is set to, or goes through, anywhere in a function or module."""
    for node in ast.walk(scope):
        match node:
            case ast.Assign() | ast.AnnAssign(value=ast.expr()) if any(
                isinstance(each, ast.Name) and each.id == name for each in _targets(node)
            ):
                yield node.value
            case ast.AugAssign(target=ast.Name(id=target), value=value) if target == name:
                yield value
            case ast.For(target=target, iter=through) | ast.comprehension(target=target, iter=through) if any(
                isinstance(each, ast.Name) and each.id == name for each in ast.walk(target)
            ):
                yield through


def _parameters(function: ast.FunctionDef) -> list[str]:
    taken = function.args
    names = [each.arg for each in (*taken.posonlyargs, *taken.args, *taken.kwonlyargs)]
    return names[1:] if names[:1] == ["self"] else names


def _called(function: ast.FunctionDef, tree: ast.Module) -> str:
    """The name a function is called by: its own, or its class's where it makes one."""
    classes = [each for each in ast.walk(tree) if isinstance(each, ast.ClassDef) and function in each.body]
    return classes[0].name if classes and function.name == "__init__" else function.name


def _given_harmless(function: ast.FunctionDef, name: str, place: Place) -> bool:
    """Whether a function that only its own module calls is given something harmless each time."""
    called = _called(function, place.tree)
    if not called.startswith("_"):
        return False
    if (called, name) in place.asked:
        return True
    position = _parameters(function).index(name)
    asked = place.asked | {(called, name)}
    given = [(each, place) for each in _default(function, name)]
    for call, where in _walked(place.tree, Place(place.tree, asked=asked)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == called:
            by_name = [each.value for each in call.keywords if each.arg == name]
            given += [(each, where) for each in (by_name or call.args[position : position + 1])]
    return bool(given) and all(_harmless(each, where) for each, where in given)


def _default(function: ast.FunctionDef, name: str) -> Iterator[ast.expr]:
    """What a parameter is where nothing is given."""
    taken = function.args
    several = [*taken.posonlyargs, *taken.args]
    defaults = [
        *zip(several[::-1], taken.defaults[::-1], strict=False),
        *zip(taken.kwonlyargs, taken.kw_defaults, strict=True),
    ]
    yield from (value for each, value in defaults if each.arg == name and value is not None)


def _targets(node: ast.Assign | ast.AnnAssign) -> list[ast.expr]:
    """What an assignment binds; several names at once are each bound to something of the value."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return [name for each in targets for name in (each.elts if isinstance(each, ast.Tuple) else [each])]


def _numbers(joined: ast.expr) -> bool:
    """`str(int(each)) for each in …`."""
    made = joined.elt if isinstance(joined, ast.GeneratorExp | ast.ListComp) else None
    match made:
        case ast.Call(func=ast.Name(id="str"), args=[ast.Call(func=ast.Name(id="int" | "len"))]):
            return True
    return False


def _pieces(joined: ast.expr, place: Place) -> bool:
    """Pieces from lists and functions of the module, not from a parameter."""
    if isinstance(joined, ast.GeneratorExp | ast.ListComp):
        return _pieces(joined.generators[0].iter, place)
    match joined:
        case ast.Name(id=name):
            return name.isupper() or any(_bindings(name, place.tree))
        case ast.List() | ast.Tuple():
            return True
        case ast.Call(func=ast.Name(id=name)):
            return any(isinstance(each, ast.FunctionDef) and each.name == name for each in place.tree.body)
    return False
