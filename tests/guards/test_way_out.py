"""Every file that is sent says what it is: whether it holds names is decided in one table, by kind."""

from __future__ import annotations

import ast
import re

from sources import modules, none_of

from mentoring.leaving import Paper


def test_every_file_sent_says_what_kind_of_paper_it_is():
    faults, used = [], set()
    for path, tree in modules("handlers", "bot").items():
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Attribute(attr="send_file"), keywords=given):
                    named = {each.arg: ast.unparse(each.value) for each in given}
                    kinds = re.findall(r"Paper\.([A-Z_]+)", named.get("paper", ""))
                    if not kinds or "UNKNOWN" in kinds:
                        faults.append(f"{path}:{node.lineno}: paper={named.get('paper', 'nothing')}")
                    used.update(kinds)
                case ast.Call(func=ast.Attribute(attr="send_document" | "send_media_group")) if (
                    path != "handlers/chat.py"
                ):
                    faults.append(f"{path}:{node.lineno}: past Chat.send_file")
    none_of(faults)
    assert {"ORDER", "REGISTERS", "POSTER"} <= used
    assert used <= {each.name for each in Paper}
