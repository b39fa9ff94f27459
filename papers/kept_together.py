"""Signatures never stand alone on a page: the last rows of the table before them go over with them."""

from __future__ import annotations

from io import BytesIO

_ROWS = 2


def with_last_rows(content: bytes) -> bytes:
    """Return the DOCX with the last rows of its last table but one kept with the signatures, which are the last table."""
    from docx import Document
    from docx.text.paragraph import Paragraph

    document = Document(BytesIO(content))
    if len(document.tables) < 2:
        return content
    rows, signatures = document.tables[-2:]
    kept = [each for row in rows.rows[-_ROWS:] for cell in row.cells for each in cell.paragraphs]
    between = rows._tbl.getnext()
    while between is not None and between is not signatures._tbl:
        kept += [Paragraph(between, document)] if between.tag.endswith("}p") else []
        between = between.getnext()
    after = signatures._tbl.getnext()
    if after is not None and after.tag.endswith("}p"):
        kept += [each for row in signatures.rows for cell in row.cells for each in cell.paragraphs]
    else:
        kept += [each for row in signatures.rows[:-1] for cell in row.cells for each in cell.paragraphs]
    for each in kept:
        each.paragraph_format.keep_with_next = True
    made = BytesIO()
    document.save(made)
    return made.getvalue()
