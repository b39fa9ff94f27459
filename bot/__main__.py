"""The command line: run the bot, rehearse, see to the database.

`python -m bot` runs it; `demo` rehearses without Telegram; `doctor` says what is in order; `migrate`, `backup PATH` and
`restore PATH` see to the database; `import FILE` and `export` let names in and out. Commands that do not talk never
import aiogram.
"""

from __future__ import annotations

import argparse
import asyncio
import errno
import logging
import signal
import sqlite3
import sys
from contextlib import suppress
from pathlib import Path

WHAT = ("key", "invitations", "people", "registers", "consents", "orders", "concerns")
_TRY = "Try: as the curator (the first phone) type /match; answer Polina's offer on her phone; move the clock by a day."


def main() -> int:
    """Run the command that was asked for; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bot", description=__doc__.partition("\n")[0] if __doc__ else None)
    commands = parser.add_subparsers(dest="command", metavar="command")
    commands.add_parser("run", help="run the bot (also without a command)")
    demo = commands.add_parser("demo", help="rehearse: a pretended Telegram and a fictional school, nothing needed")
    demo.add_argument("--port", type=int, default=8080)
    commands.add_parser("doctor", help="say whether token, API, database, time zone and templates are in order")
    commands.add_parser("migrate", help="bring the database to the newest shape")
    commands.add_parser("backup", help="make a consistent copy, also while the bot runs").add_argument(
        "path", type=Path
    )
    commands.add_parser("restore", help="put a copy in the database's place").add_argument("path", type=Path)
    taking = commands.add_parser(
        "import", help="bring a list of people or pairs in (XLSX, CSV), also while the bot runs"
    )
    taking.add_argument("file", type=Path)
    taking.add_argument("--skip-wrong", action="store_true", help="leave wrong lines out instead of refusing the list")
    giving = commands.add_parser(
        "export",
        help="take papers with names out: key, invitations, registers, consents, orders, the journal of concerns",
    )
    giving.add_argument(
        "what", nargs="*", choices=[[], *WHAT], metavar="WHAT", help=f"{', '.join(WHAT)}; all but the last by default"
    )
    giving.add_argument("--to", type=Path, help="folder; DATA_DIR/export by default")
    giving.add_argument("--bot", default="", help="name of the bot, where it has never run yet")
    giving.add_argument("--first-names", action="store_true", help="given names beside the codes on invitations")
    for each in (taking, giving):
        each.add_argument("--school", type=int, help="number of the school, where there are several")
    asked = parser.parse_args()
    match asked.command:
        case "demo":
            return _demo(asked.port)
        case "doctor":
            return _doctor()
        case "migrate":
            return _migrate()
        case "backup":
            return _backup(asked.path)
        case "restore":
            return _restore(asked.path)
        case "import":
            return _import(asked.file, asked.skip_wrong, asked.school)
        case "export":
            return _export(asked.what, asked.to, asked.bot, asked.first_names, asked.school)
        case _:
            return _run()


def _run() -> int:
    from aiogram.exceptions import TelegramUnauthorizedError

    from bot.app import App, build, calm_collector
    from bot.settings import read_settings

    settings = read_settings()
    if isinstance(settings, str):
        print(settings, file=sys.stderr)
        return 2
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")

    async def run(app: App) -> None:
        running = asyncio.create_task(app.live())
        loop = asyncio.get_running_loop()
        for each in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(each, running.cancel)
        with suppress(asyncio.CancelledError):
            await running

    async def whole() -> None:
        async with build(settings) as app:
            calm_collector()
            await run(app)

    try:
        asyncio.run(whole())
    except TelegramUnauthorizedError:
        print(f"BOT_TOKEN: refused by {settings.bot_api_url}; take a new one from @BotFather", file=sys.stderr)
        return 2
    return 0


def _demo(port: int) -> int:
    print("Making a school ready …", flush=True)
    from bot.rehearsal import rehearse

    def ready(url: str) -> None:
        print(f"The rehearsal is at {url} (Ctrl+C ends it).\n{_TRY}", flush=True)

    try:
        asyncio.run(rehearse(port, ready))
    except OSError as refused:
        if refused.errno != errno.EADDRINUSE:
            raise
        print(f"Port {port} is in use. Another one: python -m bot demo --port {port + 1}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:  # before everything stood
        return 0
    return 0


def _doctor() -> int:
    from bot.doctor import examine

    return asyncio.run(examine(print))


def _migrate() -> int:
    from bot.place import database_path
    from storage.migrate import migrate

    try:
        done = migrate(database_path())
    except RuntimeError as refused:
        print(refused, file=sys.stderr)
        return 1
    print(f"migrations run: {', '.join(f'{number:04}' for number in done)}" if done else "nothing to do")
    return 0


def _backup(target: Path) -> int:
    from bot.place import database_path

    source = database_path()
    if not source.is_file():
        print(f"no database at {source}", file=sys.stderr)
        return 1
    if target.exists():
        print(f"{target} exists already; name a new file", file=sys.stderr)
        return 1
    target.parent.mkdir(parents=True, exist_ok=True)
    reading, copy = sqlite3.connect(source), sqlite3.connect(target)
    try:
        reading.backup(copy)
    finally:
        reading.close()
        copy.close()
    print(f"copied to {target}")
    return 0


def _restore(copy: Path) -> int:
    from bot.place import database_path
    from storage.migrate import restore

    try:
        restore(copy, database_path())
    except ValueError as unsound:
        print(f"{copy} is not restored: {unsound}", file=sys.stderr)
        return 1
    print(f"restored from {copy}; what was there lies beside it as .before-restore")
    return 0


def _import(file: Path, skip_wrong: bool, school: int | None) -> int:
    from bot.at_server import bring_in

    return asyncio.run(bring_in(print, file, skip_wrong, school))


def _export(what: list[str], folder: Path | None, bot: str, first_names: bool, school: int | None) -> int:
    from bot.at_server import take_out

    return asyncio.run(take_out(print, what, folder, bot, first_names, school))


if __name__ == "__main__":
    sys.exit(main())
