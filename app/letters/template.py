"""The small language of letter texts: `{field}`, `{if field}`, `{else}`, `{each list}`, `{end}`.

A condition is `{if name}`, `{if not name}`, `{if name is a|b}` or `{if name is not a|b}`. A tag alone on its line takes
the line with it. There is nothing else: no arithmetic, no code, and a brace that is not a tag is an error.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_OWN_LINE = r"(?m:^[ \t]*\{(?P<own>(?:if|each) [^{}\n]+|else|end)\}[ \t]*(?:\n|\Z))"
_INLINE = r"\{(?P<tag>[^{}\n]*)\}"
_STRAY = r"(?P<stray>[{}])"
_TOKEN = re.compile(f"{_OWN_LINE}|{_INLINE}|{_STRAY}")
_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
_CONDITION = re.compile(
    r"if (?P<negate>not )?(?P<name>[a-z][a-z0-9_]*)(?: is (?P<other>not )?(?P<values>[a-z0-9-]+(?:\|[a-z0-9-]+)*))?\Z"
)

_OPEN, _CLOSE = "\ue000", "\ue001"
_HELD = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_STOPPED = re.compile(rf"({_OPEN}([0-9]+){_CLOSE})\.(?=\s|\Z)")
_ENDED = re.compile(r"[.!?…][”’\"')]*\Z")
_RESERVED = re.compile(f"[{_OPEN}{_CLOSE}]")


class TemplateError(ValueError):
    """A letter's text is written wrongly: a fault of ours, found when it is loaded."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Value:
    """A field."""

    name: str


@dataclass(frozen=True, slots=True)
class If:
    """A condition. Empty `values` ask whether the field has any value."""

    name: str
    values: tuple[str, ...]
    negate: bool
    then: tuple["Node", ...]
    other: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Each:
    """A loop over the rows of a list."""

    name: str
    body: tuple["Node", ...]


Node = Text | Value | If | Each
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Expanded:
    """Text in which every value is held under a number, so that no value can be read as markup; `words` gives them back."""

    text: str
    held: tuple[str, ...]

    def words(self, text: str) -> str:
        """A part of `text` with its values put in."""
        return _HELD.sub(lambda found: self.held[int(found.group(1))], _STOPPED.sub(self._one_stop, text))

    def _one_stop(self, found: re.Match[str]) -> str:
        """A value that ends its own sentence takes no second full stop."""
        return found.group(1) if _ENDED.search(self.held[int(found.group(2))]) else found.group()


def parse(source: str) -> tuple[Node, ...]:
    """Read a template. Raises TemplateError."""
    tokens = list(_tokens(source))
    nodes, rest = _parse_until(tokens, 0, ())
    if rest != len(tokens):
        raise TemplateError(f"{{{tokens[rest][1]}}} has no beginning")
    return nodes


def names(nodes: Sequence[Node]) -> frozenset[str]:
    """Every field and list that a template mentions. Names of a row inside a loop are written `list.name`."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, Value):
            found.add(node.name)
        elif isinstance(node, If):
            found |= {node.name} | names(node.then) | names(node.other)
        elif isinstance(node, Each):
            found |= {node.name} | {f"{node.name}.{name}" for name in names(node.body)}
    return frozenset(found)


def expand(nodes: Sequence[Node], values: Row, lists: Mapping[str, Sequence[Row]]) -> Expanded:
    """Fill a template. A row's names hide the letter's own. Raises KeyError for an unknown name."""
    held: list[str] = []
    text = "".join(_expand(nodes, dict(values), lists, held))
    return Expanded(text, tuple(held))


def _tokens(source: str) -> Iterator[tuple[str, str]]:
    at = 0
    for found in _TOKEN.finditer(source):
        if found.start() > at:
            yield "text", source[at : found.start()]
        if found.group("stray"):
            raise TemplateError(f"a brace stands alone near: {source[max(0, found.start() - 20) : found.end() + 20]!r}")
        yield "tag", (found.group("own") or found.group("tag") or "").strip()
        at = found.end()
    if at < len(source):
        yield "text", source[at:]


def _parse_until(tokens: list[tuple[str, str]], at: int, ends: tuple[str, ...]) -> tuple[tuple[Node, ...], int]:
    nodes: list[Node] = []
    while at < len(tokens):
        kind, word = tokens[at]
        if kind == "text":
            nodes.append(Text(word))
            at += 1
        elif word in ("else", "end"):
            if word in ends:
                return tuple(nodes), at
            if not ends:
                return tuple(nodes), at
            raise TemplateError(f"{{{word}}} stands in the wrong place")
        else:
            node, at = _parse_tag(tokens, at, word)
            nodes.append(node)
    if ends:
        raise TemplateError("{end} is missing")
    return tuple(nodes), at


def _parse_tag(tokens: list[tuple[str, str]], at: int, word: str) -> tuple[Node, int]:
    if word.startswith("each "):
        name = word.removeprefix("each ").strip()
        if not _NAME.match(name):
            raise TemplateError(f"{{{word}}} is not a loop")
        body, at = _parse_until(tokens, at + 1, ("end",))
        return Each(name, body), at + 1
    if word.startswith("if "):
        return _parse_if(tokens, at, word)
    if not _NAME.match(word):
        raise TemplateError(f"{{{word}}} is not a field")
    return Value(word), at + 1


def _parse_if(tokens: list[tuple[str, str]], at: int, word: str) -> tuple[Node, int]:
    found = _CONDITION.match(word)
    if found is None:
        raise TemplateError(f"{{{word}}} is not a condition")
    then, at = _parse_until(tokens, at + 1, ("else", "end"))
    other: tuple[Node, ...] = ()
    if tokens[at][1] == "else":
        other, at = _parse_until(tokens, at + 1, ("end",))
    values = tuple((found.group("values") or "").split("|")) if found.group("values") else ()
    negate = bool(found.group("negate")) != bool(found.group("other"))
    return If(found.group("name"), values, negate, then, other), at + 1


def _expand(
    nodes: Sequence[Node], scope: dict[str, str], lists: Mapping[str, Sequence[Row]], held: list[str]
) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Text):
            yield node.text
        elif isinstance(node, Value):
            if value := _RESERVED.sub("", scope[node.name]):
                held.append(value)
                yield f"{_OPEN}{len(held) - 1}{_CLOSE}"
        elif isinstance(node, If):
            yield from _expand(node.then if _true(node, scope, lists) else node.other, scope, lists, held)
        else:
            for row in lists[node.name]:
                yield from _expand(node.body, {**scope, **row}, lists, held)


def _true(node: If, scope: Row, lists: Mapping[str, Sequence[Row]]) -> bool:
    if node.name in lists and node.name not in scope:
        return bool(lists[node.name]) != node.negate
    value = scope[node.name].strip()
    answer = value in node.values if node.values else bool(value)
    return answer != node.negate
