"""What the papers' tests share: the words that come with the programme, and texts people may well type."""

import pytest

from locales.words import Words

TYPED = [
    "=1+1",
    '=HYPERLINK("http://x")',
    "<b>Жирный</b>",
    "Кафе & сад &amp; огород",
    "«ё» и Ё",
    "Смайл 😀 и 🫠",
    "Римская-Корсакова Анна-Мария",
    "{{ director }} {% if %}",
    "+7 (900) 000-00-00",
    "@ссылка -1 'кавычка' \"двойная\"",
    "http://example.test/?a=1&b=2",
    "007",
]


@pytest.fixture(scope="session")
def words() -> Words:
    return Words.shipped()


@pytest.fixture(params=TYPED)
def typed(request) -> str:
    return request.param
