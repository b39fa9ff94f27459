"""An inspector who looks through everything the bot ever sent: every text, button, pop-up, file's name and file's content."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from docx import Document
from openpyxl import load_workbook
from pymorphy3 import MorphAnalyzer
from pypdf import PdfReader
from stage import Stage

from simulator.files import Upload

_MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
_PHONE = re.compile(
    r"(?<![\d.])(?:\+?7|8)?[\s\xa0(.-]{0,2}\d{3}[\s\xa0).-]{0,2}\d{3}[\s\xa0.-]?\d{2}[\s\xa0.-]?\d{2}(?!\d)"
)
_OPEN_LINE = re.compile(r"8[\s\xa0-]?800[\s\xa0-]?\d{3,4}[\s\xa0-]?\d{2,3}[\s\xa0-]?\d{0,2}")
_CLASS = re.compile(r"(?<!\d)\d{1,2}[ \xa0]?(?:«[А-ЯЁ]»|[А-ЯЁ]\b|класс)")
_OF_CODE = re.compile(r"[МНУРС]-\d{3,}, \d{1,2} класс")  # beside a code a level names nobody
_WORD = re.compile(r"[^\W\d_]+")
_ANALYZER = MorphAnalyzer()


class Inspector:
    """Knows everybody of the school by surname, given name and birth date. `given`: given names may be seen, never a class."""

    def __init__(self, people: Iterable[tuple[str, str, str, str | None]], *, given: bool) -> None:
        self._given_may = given
        self._stems: set[str] = set()
        self._surnames: set[str] = set()
        self._names: set[str] = set()
        self._days: set[str] = set()
        for family, first, patronymic, born in people:
            for part in filter(None, re.split(r"[\s-]+", folded(family))):
                self._stems.add(stem(part))
                self._surnames |= declined(part)
            self._names |= {form for each in (first, patronymic) if each for form in declined(folded(each))}
            if born:
                self._days |= spellings(date.fromisoformat(born))
        longest_first = sorted(map(re.escape, self._days), key=len, reverse=True)
        self._day = re.compile(rf"(?<!\d)(?:{'|'.join(longest_first) or '$^'})(?!\d)")
        self._judged: dict[str, bool] = {}

    def faults(self, stage: Stage) -> list[str]:
        """Whatever would name somebody, with the call it stood in."""
        found = []
        for call in stage.telegram.calls:
            raw = folded(json.dumps(call.params, ensure_ascii=False, default=str))
            texts = [*said(call.params)]
            for why in self.in_call(raw, texts):
                found.append(f"{call.method}: {why}\n    {' | '.join(texts)[:700]}")
        return found

    def in_call(self, raw: str, texts: list[str]) -> Iterator[str]:
        """What is wrong with one call: all of it as text, and the parts people read."""
        words = {*_WORD.findall(raw)}
        for part in texts:
            words |= {*_WORD.findall(folded(part))}
        for word in sorted(words):
            if self._is_surname(word):
                yield f"surname «{word}»"
        whole = "\n".join(texts)
        for day in sorted({*self._day.findall(folded(whole))}):
            yield f"birth date «{day}»"
        if phone := _PHONE.search(_OPEN_LINE.sub("", whole)):
            yield f"phone «{phone[0]}»"
        if "•••" in whole:
            yield "the tripwire has mended it"
        named = {*_WORD.findall(folded(whole))} & self._names
        if named and not self._given_may:
            yield f"given name «{', '.join(named)}»"
        if named and (of_class := _CLASS.search(_OF_CODE.sub("", whole))):
            yield f"class «{of_class[0]}» beside «{', '.join(named)}»"

    def _is_surname(self, word: str) -> bool:
        if word not in self._judged:
            self._judged[word] = word in self._surnames or any(word.startswith(each) for each in self._stems)
        return self._judged[word]


async def inspector(stage: Stage, *, given: bool) -> Inspector:
    """One who knows everybody there is now."""
    rows = await stage.app.database.read(
        lambda tx: [tuple(row) for row in tx.all("SELECT family, given, patronymic, birth_date FROM persons")]
    )
    return Inspector(rows, given=given)


def folded(text: str) -> str:
    return text.casefold().replace("ё", "е")


def stem(family: str) -> str:
    """What no ending takes from a surname."""
    for ending in ("ая", "яя", "ый", "ий", "ой", "их", "ых"):
        if family.endswith(ending):
            return family.removesuffix(ending)
    return family.rstrip("аеиоуыэюяйь")


def declined(word: str) -> set[str]:
    """Every form of a name, singular and plural."""
    forms = {word}
    for parse in _ANALYZER.parse(word):
        if not {"Surn", "Name", "Patr"}.isdisjoint(parse.tag.grammemes):
            forms |= {folded(each.word) for each in parse.lexeme}
    return forms


def spellings(day: date) -> set[str]:
    """A birth date as people and programs write it."""
    d, m, y = day.day, day.month, day.year
    short = {f"{a}{sign}{b}" for a in (f"{d:02}", d) for b in (f"{m:02}", m) for sign in "./-"}
    return {
        day.isoformat(), f"{d} {_MONTHS[m - 1]} {y}", f"{d:02} {_MONTHS[m - 1]} {y}", f"{y}/{m:02}/{d:02}", f"{y}.{m:02}.{d:02}",
        *(f"{each}{sign}{y}" for each in short for sign in "./-" if sign in each),
        *(f"{each}{sign}{y % 100:02}" for each in short for sign in "./-" if sign in each),
    }  # fmt: skip


def said(params: dict) -> Iterator[str]:
    """The parts of a call that people read."""
    for name in ("text", "caption", "question", "title", "description", "name", "explanation"):
        if isinstance(params.get(name), str):
            yield params[name]
    markup = params.get("reply_markup")
    for row in markup.get("inline_keyboard", ()) if isinstance(markup, dict) else ():
        for button in row:
            yield button["text"]
            yield unquote(button.get("url", ""))
            yield button.get("copy_text", {}).get("text", "")
    for option in params.get("options") or ():
        yield option["text"] if isinstance(option, dict) else str(option)
    for value in params.values():
        if isinstance(value, Upload):
            yield value.name
            yield content_of(value.content)


def content_of(content: bytes) -> str:
    """The words of a file: DOCX, XLSX, PDF, or text; what cannot be opened without a password has none."""
    if content.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    if content.startswith(b"\x89PNG"):
        return ""
    if not content.startswith(b"PK"):
        return content.decode("utf-8")
    with ZipFile(BytesIO(content)) as archive:
        members = archive.namelist()
        if any(info.flag_bits & 1 for info in archive.infolist()):
            return " ".join(members)
    if "word/document.xml" in members:
        document = Document(BytesIO(content))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join([each.text for each in document.paragraphs] + cells)
    if "xl/workbook.xml" in members:
        book = load_workbook(BytesIO(content))
        return "\n".join(str(cell.value) for sheet in book for row in sheet for cell in row if cell.value is not None)
    raise BadZipFile(f"what is this? {members}")
