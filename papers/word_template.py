"""A DOCX filled from a template that a school may replace by its own."""

from collections.abc import Mapping
from pathlib import Path

from papers.text import printable

TEMPLATES = Path(__file__).parent / "templates"


class UnfitTemplateError(ValueError):
    """A school's template cannot be filled; the message names the variable or the fault."""


def shipped_template(name: str, language: str = "ru") -> bytes:
    """Return a template that comes with the bot, for filling or to be taken out and edited by the school."""
    return (TEMPLATES / language / name).read_bytes()


def fill(template: bytes, values: Mapping[str, object]) -> bytes:
    """Return the template with every variable replaced; people's words come out exactly as typed.

    Raises UnfitTemplateError when the file is no DOCX, asks for a variable that papers do not give, or is faulty.
    """
    from io import BytesIO

    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    # The template may come from outside, so it is rendered in the sandbox.
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        document = DocxTemplate(BytesIO(template))
        document.init_docx()
    except Exception as fault:  # python-docx raises whatever the broken part happened to raise
        raise UnfitTemplateError("the template is not a DOCX document") from fault
    try:
        document.render({name: _clean(value) for name, value in values.items()}, environment, autoescape=True)
    except TemplateError as fault:
        raise UnfitTemplateError(str(fault)) from fault
    filled = BytesIO()
    document.save(filled)
    return filled.getvalue()


def variables(template: bytes) -> set[str]:
    """Return the names a template asks for."""
    from io import BytesIO

    from docxtpl import DocxTemplate

    return set(DocxTemplate(BytesIO(template)).get_undeclared_template_variables())


def _clean(value: object) -> object:
    match value:
        case str():
            return printable(value)
        case Mapping():
            return {name: _clean(inner) for name, inner in value.items()}
        case list() | tuple():
            return [_clean(inner) for inner in value]
        case _:
            return value
