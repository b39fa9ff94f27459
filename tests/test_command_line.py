"""The command line, from outside: settings refused by name, copies made and put back."""

from __future__ import annotations

import itertools
import os
import re
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from steps_lists import furnish

from bot.settings import BotSettings, read_settings
from storage.database import Transaction
from storage.migrate import migrate

ROOT = Path(__file__).parent.parent
TOKEN = "42:TEST"


def command(*words: str, at: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **settings}
    return subprocess.run(
        [sys.executable, "-m", "bot", *words], cwd=at, env=environment, capture_output=True, text=True, timeout=60
    )


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("BOT_TOKEN", "nonsense", "123456:ABC-DEF"),
        ("BOT_API_URL", "api.telegram.org", "http://"),
        ("PROXY_URL", "localhost:80", "socks5://"),
        ("DATABASE_URL", "mysql://x", "sqlite:///"),
        ("CURATORS", "me", "numbers separated by commas"),
        ("LOCALE", "tt", "ru or en"),
        ("TIME_ZONE", "Moscow", "Europe/Moscow"),
        ("LOG_LEVEL", "LOUD", "INFO"),
        ("DRAIN_SECONDS", "soon", "how long"),
        ("ARCHIVE_PASSWORD", "too-short", "12 signs"),
        ("EXPORT_DAYS", "0", "1 to 365"),
    ],
)
def test_a_wrong_setting_is_refused_by_its_name(monkeypatch, tmp_path, name, value, expected):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv(name, value)
    said = read_settings()
    assert isinstance(said, str)
    assert said.startswith(f"{name}: ")
    assert expected in said


def test_without_a_token_the_bot_says_so_and_stops(tmp_path):
    ended = command("run", at=tmp_path)
    assert ended.returncode == 2
    assert "BOT_TOKEN" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_every_setting_is_in_the_example_with_a_comment():
    lines = (ROOT / ".env.example").read_text("utf-8").splitlines()
    named = {}
    for before, line in itertools.pairwise(lines):
        if match := re.match(r"([A-Z_]+)=", line):
            named[match[1]] = before.startswith("# ")
    assert named == {name.upper(): True for name in BotSettings.model_fields}


def test_a_copy_is_made_and_put_back(tmp_path):
    assert command("migrate", at=tmp_path).stdout.strip() == "migrations run: 0001, 0002, 0003, 0004"
    database = tmp_path / "data" / "mentoring.db"
    with sqlite3.connect(database) as connection:
        connection.execute("INSERT INTO schools (full_name, created_at) VALUES ('Первая', '2027-01-01')")
    connection.close()
    assert command("backup", "copies/first.db", at=tmp_path).returncode == 0
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE schools SET full_name = 'Вторая'")
    connection.close()
    assert command("restore", "copies/first.db", at=tmp_path).returncode == 0
    names = [
        row
        for file in (database, database.with_name("mentoring.db.before-restore"))
        for row in sqlite3.connect(file).execute("SELECT full_name FROM schools")
    ]
    assert names == [("Первая",), ("Вторая",)]


def test_what_is_no_sound_copy_is_refused_and_nothing_is_touched(tmp_path):
    command("migrate", at=tmp_path)
    database = tmp_path / "data" / "mentoring.db"
    before = database.read_bytes()
    (tmp_path / "letter.db").write_text("Дорогая редакция")
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE cats (name)")
    other.close()
    for wrong in ("letter.db", "other.db", "missing.db"):
        ended = command("restore", wrong, at=tmp_path)
        assert ended.returncode == 1, wrong
        assert "is not restored" in ended.stderr
    assert database.read_bytes() == before


def test_commands_that_do_not_talk_never_import_aiogram(tmp_path):
    ended = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "bot", "migrate"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == 0
    assert "aiogram" not in ended.stderr


LISTED = "Фамилия;Имя;Класс\nПетров;Илья;7Б\nМороз;Ким7;8А\n"


def test_names_come_in_and_go_out_by_the_command_line_which_never_imports_aiogram(tmp_path):
    folder = tmp_path / "data"
    migrate(folder / "mentoring.db")
    with sqlite3.connect(folder / "mentoring.db", isolation_level=None) as connection:
        connection.row_factory = sqlite3.Row
        furnish(Transaction(connection, datetime(2027, 1, 11, tzinfo=UTC)))
    connection.close()
    (tmp_path / "list.csv").write_text(LISTED, "utf-8")
    whole = (
        "import sys; from bot.__main__ import main; sys.argv = ['bot', *sys.argv[1:]]; code = main(); "
        "print('aiogram' in sys.modules); sys.exit(code)"
    )
    for words in (("import", "list.csv", "--skip-wrong"), ("export", "key", "people", "--to", "away")):
        ended = subprocess.run(
            [sys.executable, "-c", whole, *words],
            cwd=tmp_path,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr
        assert ended.stdout.splitlines()[-1] == "False"
        assert "Строка 3, столбец «Имя»" in ended.stdout or "export" in words
    assert sorted(path.suffix for path in (tmp_path / "away").iterdir()) == [".pdf", ".xlsx"]
