"""HTML is read as Telegram reads it, and what was read can be shown again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.entities import to_html, trimmed, units
from simulator.markup import parse_html
from simulator.refusals import Refused


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("просто & ясно", "просто & ясно", []),
        ("&lt;b&gt; &amp;amp &quot &#1103; &#x44f; &nbsp;", '<b> &amp " я я &nbsp;', []),
        ("<b>Да</b>", "Да", [{"type": "bold", "offset": 0, "length": 2}]),
        ("😀<i>и</i>", "😀и", [{"type": "italic", "offset": 2, "length": 1}]),
        ("<b></b>пусто", "пусто", []),
        (
            "<B><em>x</em>y</>",
            "xy",
            [{"type": "bold", "offset": 0, "length": 2}, {"type": "italic", "offset": 0, "length": 1}],
        ),
        (
            '<a href="https://school.example/?a=1&amp;b=2">сайт</a>',
            "сайт",
            [{"type": "text_link", "offset": 0, "length": 4, "url": "https://school.example/?a=1&b=2"}],
        ),
        ("<a href='нет'>x</a>", "x", []),
        (
            "<a>https://school.example</a>",
            "https://school.example",
            [{"type": "text_link", "offset": 0, "length": 22, "url": "https://school.example"}],
        ),
        (
            '<pre><code class="language-python">x</code></pre>',
            "x",
            [{"type": "pre", "offset": 0, "length": 1, "language": "python"}],
        ),
        ('<span class="tg-spoiler">x</span>', "x", [{"type": "spoiler", "offset": 0, "length": 1}]),
        ("<blockquote expandable>x</blockquote>", "x", [{"type": "expandable_blockquote", "offset": 0, "length": 1}]),
        (
            "<tg-emoji emoji-id=5368324170671202286>x</tg-emoji>",
            "x",
            [{"type": "custom_emoji", "offset": 0, "length": 1, "custom_emoji_id": "5368324170671202286"}],
        ),
    ],
)
def test_html_becomes_text_and_entities(source: str, text: str, entities: list[dict[str, object]]) -> None:
    assert parse_html(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("я < 5", 'Unsupported start tag "" at byte offset 3'),
        ("Аня <ура", "Unclosed start tag at byte offset 7"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>test</b></i>", 'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a =x>x</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x?y>x</a>", "Unexpected end of name token at byte offset 8"),
        ('<span class="big">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-emoji emoji-id='9999999999999999999'>x</tg-emoji>", "Invalid custom emoji identifier specified"),
    ],
)
def test_html_telegram_does_not_take_is_refused_with_its_place(source: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


@given(st.text(), st.sampled_from(["b", "i", "u", "s", "code", "pre", "blockquote", "tg-spoiler"]))
def test_any_text_comes_back_as_typed(text: str, tag: str) -> None:
    shown = to_html(text, [{"type": parse_html(f"<{tag}>x</{tag}>")[1][0]["type"], "offset": 0, "length": units(text)}])
    read, entities = parse_html(shown)
    assert read == text
    assert len(entities) == (1 if text else 0)


def test_crossing_entities_are_shown_well_nested() -> None:
    crossing = [{"type": "bold", "offset": 0, "length": 4}, {"type": "italic", "offset": 2, "length": 4}]
    assert to_html("абвгдеж", crossing) == "<b>аб<i>вг</i></b><i>де</i>ж"


def test_white_space_around_a_text_goes_and_entities_move_along() -> None:
    text, entities = trimmed("  да \n", [{"type": "bold", "offset": 0, "length": 6}])
    assert (text, entities) == ("да", [{"type": "bold", "offset": 0, "length": 2}])
