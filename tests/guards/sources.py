"""The project's own source files, parsed once: what the guards read."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PACKAGES = ("mentoring", "storage", "services", "locales", "papers", "handlers", "bot", "simulator")
OURS = tuple(package for package in PACKAGES if package != "simulator")


@cache
def modules(*packages: str) -> dict[str, ast.Module]:
    """Every module of these packages by its path from the root, docstrings and all."""
    found = {}
    for package in packages:
        for path in sorted((ROOT / package).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            found[name] = ast.parse(path.read_text("utf-8"), name)
    return found


def docstrings(tree: ast.AST) -> set[int]:
    """The ids of the nodes that are docstrings, and of loose strings that stand as one (below a constant)."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }


def strings(tree: ast.AST) -> list[ast.Constant]:
    """Every string of a module that is not a docstring, the pieces of f-strings too."""
    spoken = docstrings(tree)
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in spoken
    ]


def none_of(faults: Iterable[object]) -> None:
    """Fail with every fault on a line of its own."""
    lines = sorted(str(each) for each in faults)
    assert not lines, "\n  " + "\n  ".join(lines)
