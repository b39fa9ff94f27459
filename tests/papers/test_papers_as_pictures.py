"""Papers as a printer would see them: through LibreOffice and poppler."""

import subprocess
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import segno
from PIL import Image
from pypdf import PdfReader

from papers.consent import ConsentEdition, ConsentSubject, Operator, Signer, consent_blanks
from papers.order import OrderMatch, OrderPerson, PairsOrder, Signatory, StaffAgreement, pairs_order
from papers.poster import Poster, poster_pdf

pytestmark = pytest.mark.outside

DOTS = 60  # per inch
MM = DOTS / 25.4
MATCH = OrderMatch(
    OrderPerson("Соколова Марина Андреевна", "10 «А»"),
    tuple(OrderPerson(f"Римская-Корсакова Анна-Мария {number}", "7 «Б»") for number in (1, 2, 3)),
    "ученик – ученик",
    "успевающий – неуспевающий",
    date(2027, 2, 8),
    date(2027, 5, 31),
)
ORDER = PairsOrder(
    "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 5»",
    "г. Вологда",
    "Наставничество 2027",
    Signatory("И. П. Смирнов", "Директор"),
    Signatory("Иванова Ирина Ивановна", "заместитель директора"),
    (*[MATCH] * 11, replace(MATCH, agreement=StaffAgreement(date(2027, 2, 1), "17-Н"))),
    date(2027, 2, 12),
    date(2027, 2, 26),
)


def printed(content: bytes, folder: Path) -> tuple[list[str], list[Image.Image]]:
    """Return the text of each page and its picture."""
    (folder / "paper.docx").write_bytes(content)
    home = (folder / "office").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={home}", "--headless", "--convert-to", "pdf", "paper.docx"],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=120,
    )
    file = folder / "paper.pdf"
    return [" ".join(page.extract_text().split()) for page in PdfReader(file).pages], pictures(file, DOTS)


def pictures(file: Path, dots: int) -> list[Image.Image]:
    subprocess.run(["pdftoppm", "-r", str(dots), "-png", "-gray", file.name, "page"], cwd=file.parent, check=True)
    return [Image.open(BytesIO(page.read_bytes())).convert("L") for page in sorted(file.parent.glob("page-*.png"))]


def ink_outside(picture: Image.Image, left: float, right: float, top: float, bottom: float) -> bool:
    """Whether anything is printed beyond the margins (mm), a hair of a table's line aside."""
    ink = picture.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    if ink is None:
        return False
    hair = 2 * MM
    return (
        ink[0] < left * MM - hair
        or ink[1] < top * MM - hair
        or ink[2] > picture.width - right * MM + hair
        or ink[3] > picture.height - bottom * MM + hair
    )


def test_an_order_keeps_its_margins_and_its_parts_begin_their_pages(words, tmp_path):
    texts, pages = printed(pairs_order(ORDER, words), tmp_path)
    assert not any(ink_outside(page, 30, 15, 20, 20) for page in pages)
    [appendix] = [number for number, text in enumerate(texts) if text.startswith("Приложение")]
    [acquainted] = [number for number, text in enumerate(texts) if text.startswith("С приказом ознакомлены")]
    assert 0 < appendix < acquainted
    assert "И. П. Смирнов" in texts[appendix - 1]
    assert "Контроль за исполнением" in texts[appendix - 1], "a signature never stands on a page alone"
    later = texts[appendix + 1 : acquainted]
    assert later[0].startswith("№ ФИО"), "headings repeat"
    assert all(text.startswith(("№", "2. Письменные согласия")) for text in later)
    assert "351.8" in texts[acquainted - 1]


@pytest.mark.parametrize("signer", Signer)
def test_each_consent_begins_its_page_and_keeps_its_margins(words, tmp_path, signer):
    operator = Operator(ORDER.school, "160000, г. Вологда, ул. Мира, д. 5", "И. П. Смирнов")
    edition = ConsentEdition("2", date(2027, 1, 10), "Наставничество 2027", date(2027, 6, 30))
    subjects = [ConsentSubject("Петров-Водкин Илья Сергеевич", "7 «Б»"), ConsentSubject(), ConsentSubject("Чиж Ян")]
    texts, pages = printed(consent_blanks(signer, operator, edition, subjects, words), tmp_path)
    assert not any(ink_outside(page, 30, 15, 15, 15) for page in pages)
    assert [text.startswith("Муниципальное") for text in texts].count(True) == 3
    assert all(len(text) > 100 for text in texts), "no page is empty"


def test_the_poster_s_code_is_printed_square_for_square(words, tmp_path):
    link = "https://t.me/school5_bot?start=j-8f3kQ2"
    (tmp_path / "poster.pdf").write_bytes(poster_pdf(Poster("Школа № 5", "Наставничество 2027", link), words))
    [page] = pictures(tmp_path / "poster.pdf", 150)
    matrix = segno.make(link, error="m", micro=False).matrix
    mm, side = 150 / 25.4, 110.0
    square, left, top = side / len(matrix), (210 - side) / 2, 124

    def is_dark(x: int, y: int) -> bool:
        return page.getpixel((int((left + (x + 0.5) * square) * mm), int((top + (y + 0.5) * square) * mm))) < 128

    seen = [[is_dark(x, y) for x in range(len(matrix))] for y in range(len(matrix))]
    assert seen == [[bool(dark) for dark in row] for row in matrix]
