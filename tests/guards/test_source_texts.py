"""How the project's own files are written: one language for code, one place for names, no value inside a query."""

from __future__ import annotations

import ast
import re

import aiosqlite
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
    ("storage/people.py", "assignments"): "names of columns: keywords written in our code",
    ("storage/roster.py", "bound"): "columns of the order and their names as parameters",
    ("services/matching.py", "ids"): "a set[int], by its type",
    ("services/nudges.py", "ids"): "keys that are int, by their type",
    ("storage/broadcasts.py", "part"): "sides picked from two constants; everything else goes by name",
    ("storage/lack_conditions.py", "capacity"): "called in this module only, with constants",
    ("storage/lack_conditions.py", "ways"): "called in this module only, with constants",
    ("storage/lack_conditions.py", "purpose"): "called in this module only, with constants",
    ("storage/lack_conditions.py", "more"): "called in this module only, with constants",
    ("storage/lack_conditions.py", "than"): "called in this module only, with constants",
    ("storage/lack_conditions.py", "own"): "called in this module only, with constants",
    ("storage/database.py", "name"): "two names of pragmas, written beside",
    ("storage/erasing.py", "trace.table"): "a constant of this module",
    ("storage/erasing.py", "trace.whose"): "a constant of this module",
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
        for query in _queries(tree):
            for part in query.values:
                if not isinstance(part, ast.FormattedValue):
                    continue
                known = (path, ast.unparse(part.value))
                if known in SQL_PARTS:
                    used.add(known)
                elif not _harmless(part.value, tree):
                    faults.append(f"{path}:{part.lineno}: {{{known[1]}}}")
    none_of(faults)
    none_of(set(SQL_PARTS) - used)


def _queries(tree: ast.Module) -> list[ast.JoinedStr]:
    """F-strings that are SQL or a piece of it."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            text = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
            if SQL_WORDS.search(text):
                found.append(node)
    return found


def _harmless(node: ast.expr, tree: ast.Module) -> bool:
    """A constant of the module, SQL made by a function of ours, or a list of numbers."""
    match node:
        case ast.Constant():
            return True
        case ast.Tuple(elts=several) | ast.List(elts=several):
            return all(_harmless(each, tree) for each in several)
        case ast.JoinedStr(values=parts):
            return all(_harmless(each.value, tree) for each in parts if isinstance(each, ast.FormattedValue))
        case ast.Name(id=name):
            return name.isupper() or _bound_to_harmless(name, tree)
        case ast.Subscript(value=ast.Name(id=name)):
            return name.isupper()
        case ast.BinOp(left=one, right=other) | ast.IfExp(body=one, orelse=other):
            return _harmless(one, tree) and _harmless(other, tree)
        case ast.BoolOp(values=values):
            return all(_harmless(each, tree) for each in values)
        case ast.Call(func=ast.Attribute(value=ast.Constant(), attr="join"), args=[joined]):
            return _numbers(joined) or _pieces(joined, tree)
        case ast.Call(func=ast.Attribute(value=value, attr="replace"), args=[ast.Constant(), ast.Constant()]):
            return _harmless(value, tree)
        case ast.Call(func=ast.Name(id=name)):
            return any(isinstance(each, ast.FunctionDef) and each.name == name for each in ast.walk(tree))
        case ast.Call(func=ast.Attribute(value=ast.Name(id=module), attr=name)):
            beside = modules("storage").get(f"storage/{module}.py", ast.Module([], []))
            return any(isinstance(each, ast.FunctionDef) and each.name == name for each in beside.body)
        case _:
            return False


def _bound_to_harmless(name: str, tree: ast.Module) -> bool:
    """Whether every place of the module that binds this name binds it to something harmless."""
    bound = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and node.value is not None
        and any(isinstance(each, ast.Name) and each.id == name for each in _targets(node))
    ]
    walked = [
        node.iter
        for node in ast.walk(tree)
        if isinstance(node, ast.For)
        and any(isinstance(each, ast.Name) and each.id == name for each in ast.walk(node.target))
    ]
    return bool(bound or walked) and all(_harmless(each, tree) for each in [*bound, *walked])


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


def _pieces(joined: ast.expr, tree: ast.Module) -> bool:
    """Pieces from lists and functions of the module, not from a parameter."""
    if isinstance(joined, ast.GeneratorExp | ast.ListComp):
        return _pieces(joined.generators[0].iter, tree)
    match joined:
        case ast.Name(id=name):
            return name.isupper() or any(
                isinstance(node, ast.Assign | ast.AnnAssign)
                and any(isinstance(each, ast.Name) and each.id == name for each in _targets(node))
                for node in ast.walk(tree)
            )
        case ast.List() | ast.Tuple():
            return True
        case ast.Call(func=ast.Name(id=name)):
            return any(isinstance(each, ast.FunctionDef) and each.name == name for each in tree.body)
    return False
