"""Where a pair meets: a place in words, or a link to a meeting online that a phone can open."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_LINK = re.compile(r"https://\S+", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.IGNORECASE)
_AROUND = ".,;:!?)»\"'"
_LONGEST = 200


def link_in(place: str) -> str:
    """The link to a meeting online that stands in a place; empty when there is none a messenger would open."""
    found = _LINK.search(place)
    if found is None:
        return ""
    link = found.group().rstrip(_AROUND)
    try:
        parts = urlsplit(link)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return ""
    whole = link.isascii() and len(link) <= _LONGEST and "@" not in parts.netloc
    return link if whole and _HOST.fullmatch(host) else ""


def words_of(place: str) -> str:
    """What is left of a place beside its link: a room, a code to enter; empty when it is a link alone."""
    link = link_in(place)
    return " ".join(place.replace(link, " ").split()) if link else place
