"""E-mail threads, rebuilt from Message-ID, In-Reply-To and References, else from the subject and the people (RFC 5322, 3.6.4)."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

_PREFIX = re.compile(r"^\s*((re|fw|fwd|aw|sv)\s*(\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.+'-]+@[\w.-]+")


class _Groups:
    """Sets that grow together."""

    def __init__(self) -> None:
        self._parent: dict[Any, Any] = {}

    def find(self, item: Any) -> Any:
        self._parent.setdefault(item, item)
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, one: Any, other: Any) -> None:
        self._parent[self.find(one)] = self.find(other)


def group(mails: Iterable[tuple[int, Mapping[str, Any]]]) -> dict[int, int]:
    """Document -> thread, the smallest document id of its thread; only for threads of two or more."""
    known = list(mails)
    groups = _Groups()
    for document, mail in known:
        for key in _ids(mail):
            groups.join(("doc", document), ("id", key))
    for document, mail in known:
        if not any((mail.get("in_reply_to"), mail.get("references"))) and _PREFIX.match(mail.get("subject", "")):
            _join_by_subject(groups, document, mail, known)
    threads: dict[Any, list[int]] = {}
    for document, _ in known:
        threads.setdefault(groups.find(("doc", document)), []).append(document)
    return {document: min(members) for members in threads.values() if len(members) > 1 for document in members}


def _join_by_subject(
    groups: _Groups, document: int, mail: Mapping[str, Any], known: list[tuple[int, Mapping[str, Any]]]
) -> None:
    """A reply that names no message belongs to mails of the same subject between some of the same people."""
    subject, people = _subject(mail), _people(mail)
    for other, candidate in known:
        if other != document and _subject(candidate) == subject and len(people & _people(candidate)) >= 2:
            groups.join(("doc", document), ("doc", other))


def _ids(mail: Mapping[str, Any]) -> list[str]:
    return [i for i in (mail.get("message_id"), mail.get("in_reply_to"), *(mail.get("references") or ())) if i]


def _subject(mail: Mapping[str, Any]) -> str:
    return _PREFIX.sub("", mail.get("subject", "")).strip().lower()


def _people(mail: Mapping[str, Any]) -> set[str]:
    written = " ".join([mail.get("sender", ""), *(mail.get("to") or ()), *(mail.get("cc") or ())])
    return {address.lower() for address in _ADDRESS.findall(written)}
