"""The search language: words, "phrases", begin*, OR, NOT (or -word), brackets. Words beside each other must all be there.

Nothing that is typed can be an error of the index: every word is quoted, and what makes no sense gets a plain sentence.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from app.domain.errors import UsageProblem

_TOKEN = re.compile(r'"([^"]*)"?|(\()|(\))|(\bOR\b|\|)|(\bNOT\b|(?<!\S)-(?=\S))|(\bAND\b)|([^\s()"|]+)')
_WORD = re.compile(r"[\w]+", re.UNICODE)
_MAX_TOKENS = 200

Family = Callable[[str], list[str]]


@dataclass
class _Node:
    """kind is word, begin, phrase, and, or, not."""

    kind: str
    words: list[str] = field(default_factory=list)
    parts: list["_Node"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Question:
    """`match` is an FTS5 expression; `words` what to highlight."""

    match: str
    words: tuple[str, ...]


def understand(typed: str, family: Family) -> Question:
    """The expression for what was typed. `family` gives the words of the case that share a root with a word.

    Raises UsageProblem when nothing is left to look for.
    """
    tokens = _tokens(typed)
    if len(tokens) > _MAX_TOKENS:
        raise UsageProblem("query", "That is too long to search for.", "", "Try fewer words.")
    node = _Parser(tokens).whole()
    positive = node is not None and _has_positive(node)
    if node is None or not positive:
        raise UsageProblem(
            "query", "There is no word to look for.", "", 'Type a word, or words in quotes such as "speech therapy".'
        )
    found: list[str] = []
    return Question(_expression(node, family, found), tuple(dict.fromkeys(found)))


def _tokens(typed: str) -> list[tuple[str, str]]:
    result: list[tuple[str, str]] = []
    for match in _TOKEN.finditer(typed):
        phrase, opened, closed, either, without, both, word = match.groups()
        if phrase is not None:
            result.append(("phrase", phrase))
        elif opened or closed:
            result.append(("(" if opened else ")", ""))
        elif either:
            result.append(("or", ""))
        elif without:
            result.append(("not", ""))
        elif not both and word:
            result.append(("word", word))
    return result


class _Parser:
    """A small descent: or < and < not < one thing. Stray brackets and operators are ignored."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens = tokens
        self._at = 0

    def whole(self) -> _Node | None:
        parts = []
        while self._at < len(self._tokens):
            if (part := self._either()) is not None:
                parts.append(part)
            if self._at < len(self._tokens) and self._tokens[self._at][0] == ")":
                self._at += 1
        return _joined("and", parts)

    def _either(self) -> _Node | None:
        parts = [self._all()]
        while self._peek() == "or":
            self._at += 1
            parts.append(self._all())
        return _joined("or", [p for p in parts if p is not None])

    def _all(self) -> _Node | None:
        parts = []
        while self._peek() not in ("", "or", ")"):
            if (part := self._one()) is not None:
                parts.append(part)
        return _joined("and", parts)

    def _one(self) -> _Node | None:
        kind, value = self._tokens[self._at]
        self._at += 1
        if kind == "not":
            inner = self._one() if self._peek() not in ("", "or", ")") else None
            return _Node("not", parts=[inner]) if inner is not None else None
        if kind == "(":
            inner = self._either()
            if self._peek() == ")":
                self._at += 1
            return inner
        return _leaf(kind, value)

    def _peek(self) -> str:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else ""


def _leaf(kind: str, value: str) -> _Node | None:
    words = _WORD.findall(value.replace("_", " "))
    if not words:
        return None
    if kind == "word" and value.rstrip().endswith("*"):
        return _Node("begin", words)
    if kind == "phrase" or len(words) > 1:
        return _Node("phrase", words)
    return _Node("word", words)


def _joined(kind: str, parts: list[_Node]) -> _Node | None:
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else _Node(kind, parts=parts)


def _has_positive(node: _Node) -> bool:
    if node.kind == "not":
        return False
    if node.kind == "or":
        return all(_has_positive(part) for part in node.parts)
    return not node.parts or any(_has_positive(part) for part in node.parts)


def _expression(node: _Node, family: Family, found: list[str]) -> str:
    if node.kind == "word":
        words = family(node.words[0])
        found.extend(words)
        quoted = [_quoted([word]) for word in words]
        return quoted[0] if len(quoted) == 1 else f"({' OR '.join(quoted)})"
    if node.kind == "begin":
        found.append(node.words[-1] + "*")
        return f"{_quoted(node.words)} *"
    if node.kind == "phrase":
        found.append(" ".join(node.words))
        return _quoted(node.words)
    if node.kind == "or":
        return f"({' OR '.join(_expression(part, family, found) for part in node.parts)})"
    wanted = [_expression(part, family, found) for part in node.parts if _has_positive(part)]
    unwanted = [_expression(part.parts[0], family, []) for part in node.parts if part.kind == "not"]
    together = f"({' AND '.join(wanted)})"
    return f"({together} NOT ({' OR '.join(unwanted)}))" if unwanted else together


def _quoted(words: list[str]) -> str:
    return '"' + " ".join(words) + '"'
