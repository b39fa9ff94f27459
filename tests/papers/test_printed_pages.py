import subprocess
import sys
from datetime import date
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from papers.page import typeface_folder
from papers.poster import CodeCard, Poster, code_cards_pdf, poster_pdf
from papers.qr import qr_bars, qr_png
from papers.sheet import ClassSheet, Lacking, missing_pdf

LINK = "https://t.me/school5_bot?start=j-8f3kQ2"
POSTER = Poster("Средняя школа № 5", "Наставничество 2027", LINK, "8F3K-Q2")
FEBRUARY = date(2027, 2, 5)
LACKS_FORM = Lacking("Белова Анна", "анкета")


def pages_of(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]


def test_a_poster_is_one_a4_page_with_school_link_and_code(words):
    content = poster_pdf(POSTER, words)
    [text] = pages_of(content)
    for part in (POSTER.school, POSTER.programme, LINK, "Код: 8F3K-Q2", "Наведите камеру"):
        assert part in text
    box = PdfReader(BytesIO(content)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)


def test_a_long_name_of_a_school_is_not_cut(words):
    name = "Муниципальное автономное общеобразовательное учреждение " * 3 + "«Школа № 5»"
    assert name in pages_of(poster_pdf(Poster(name, "П", LINK), words))[0]


def test_a_poster_is_the_same_whenever_it_is_printed(words):
    assert poster_pdf(POSTER, words) == poster_pdf(POSTER, words)


def test_what_people_typed_comes_out_as_typed_on_pages(words, typed):
    expected = " ".join(typed.replace("🫠", "\ufffd").split())
    assert expected in pages_of(poster_pdf(Poster(typed, "П", LINK), words))[0]
    [sheet] = pages_of(missing_pdf(typed, [ClassSheet("7 «Б»", (LACKS_FORM,))], FEBRUARY, words))
    assert sheet.startswith(expected)
    [cards] = pages_of(code_cards_pdf([CodeCard(typed, "7 «Б»", "K7", LINK)], words))
    assert expected in cards


def test_a_family_of_joined_emoji_is_printed_as_signs_not_as_an_error(words):
    family = "Анна \N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{VARIATION SELECTOR-16}\x00\ud800!"
    assert "Анна \ufffd\ufffd!" in pages_of(poster_pdf(Poster(family, "П", LINK), words))[0]


def test_codes_come_ten_on_a_page_and_each_class_begins_its_own(words):
    cards = [CodeCard(f"Ученик {n}", "7 «Б»" if n < 12 else "8 «А»", f"K7-{n:03}", f"{LINK}{n}") for n in range(15)]
    pages = pages_of(code_cards_pdf(cards, words))
    assert [sum(f"K7-{n:03}" in page for n in range(15)) for page in pages] == [10, 2, 3]
    assert "8 «А»" in pages[2]
    assert "7 «Б»" not in pages[2]


def test_codes_of_nobody_are_refused(words):
    with pytest.raises(ValueError, match="somebody"):
        code_cards_pdf([], words)


def test_the_sheet_names_everyone_by_class_and_numbers_its_pages(words):
    crowd = tuple(Lacking(f"Ученик-{number:02}", "согласие родителя") for number in range(60))
    pages = pages_of(
        missing_pdf("Школа", [ClassSheet("7 «Б»", crowd), ClassSheet("8 «А»", (LACKS_FORM,))], FEBRUARY, words)
    )
    text = " ".join(pages)
    assert all(person.name in text for person in crowd)
    assert "60 человек" in pages[0]
    assert "По состоянию на 5 февраля 2027 г." in pages[0]
    assert all("Чего не хватает" in page for page in pages), "headings repeat"
    assert "Белова Анна" in pages[-1]
    assert pages[-1].endswith(f"Страница {len(pages)} из {len(pages)}")
    assert "1 человек" in pages[-1]


def test_a_sheet_of_nobody_says_so(words):
    [page] = pages_of(missing_pdf("Школа", [], FEBRUARY, words))
    assert "Все всё сдали." in page


def test_the_sheet_speaks_english_too(words):
    [page] = pages_of(missing_pdf("School", [ClassSheet("7B", (LACKS_FORM,))], FEBRUARY, words, "en"))
    assert "As of 5 February 2027" in page
    assert "1 person" in page


def test_a_qr_picture_has_a_quiet_zone_and_square_sides():
    picture = Image.open(BytesIO(qr_png(LINK, square=5))).convert("L")
    assert picture.width == picture.height
    assert picture.crop((0, 0, picture.width, 20)).getextrema() == (255, 255)
    assert picture.getpixel((22, 22)) == 0, "the corner sign begins after four squares"


def test_bars_are_the_same_squares_as_the_picture():
    side, bars = qr_bars(LINK)
    picture = Image.open(BytesIO(qr_png(LINK, square=1))).convert("L")
    dark = {(bar.row, column) for bar in bars for column in range(bar.column, bar.column + bar.length)}
    assert dark == {(y, x) for y in range(side) for x in range(side) if picture.getpixel((x + 4, y + 4)) == 0}


def test_papers_are_imported_without_the_heavy_libraries():
    names = "order consent poster sheet export class_list pairs_list calendar_file qr"
    code = (
        f"import sys; import {', '.join('papers.' + name for name in names.split())}; from papers.page import "
        "typeface_folder; typeface_folder(); print([m for m in ('matplotlib', 'docx', 'docxtpl', 'fpdf', 'xlsxwriter', "
        "'openpyxl', 'segno', 'icalendar', 'aiogram') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert (typeface_folder() / "DejaVuSans.ttf").is_file()
