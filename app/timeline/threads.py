"""Conversations by e-mail, rebuilt from Message-ID, In-Reply-To and References (RFC 5322, 3.6.4), Outlook's conversation index,
quoted messages, else from subject, people and time. Two conversations of one subject with nothing between them stay apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.domain.mail_names import base_subject, is_answer, person_keys
from app.domain.mails import HeldMessage, MailMessage
from app.domain.uk_time import uk_minute, uk_time

_REPLY_DAYS = 30
_VAGUE_DAYS = 14
_BESIDE_DAYS = 14
_UNNAMED_DAYS = 21
_BEFORE_QUOTED_DAYS = 3
_LOOK_BACK = 60
_RARE = 3
_ENOUGH_PRINTS = 2
_SURE_PRINTS = 6
_SAME_SHARE = 0.6
_Key = tuple[int, int]
"""Document and place of a message."""


@dataclass(slots=True)
class Grouping:
    """`threads`: document -> conversation, the smallest id of its documents, only where there are two or more. `held`: (document,
    place) of a message -> the document it repeats: of a quotation the one that it quotes, of a print the mail that it prints."""

    threads: dict[int, int] = field(default_factory=dict)
    held: dict[_Key, int] = field(default_factory=dict)


class _Groups:
    """Sets that grow together."""

    def __init__(self) -> None:
        self._parent: dict[_Key, _Key] = {}

    def find(self, item: _Key) -> _Key:
        self._parent.setdefault(item, item)
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, one: _Key, other: _Key) -> None:
        first, second = sorted((self.find(one), self.find(other)))
        self._parent[second] = first


@dataclass(slots=True)
class _Node:
    """A message with what it can be compared by."""

    key: _Key
    message: MailMessage
    parent: int | None
    base: str
    sender: frozenset[str]
    others: tuple[frozenset[str], ...]
    minutes: tuple[str, ...]
    when: datetime | None

    @property
    def own(self) -> bool:
        """A message that the document holds itself, not one that is quoted."""
        return not self.message.quoted

    def people(self) -> frozenset[str]:
        """Everybody named in the header."""
        return self.sender.union(*self.others)


def group(messages: Iterable[HeldMessage]) -> Grouping:
    """Conversations among all messages of a case, in time that grows with their number only."""
    nodes = [_node(held) for held in messages]
    return _Builder(nodes).built()


def _node(held: HeldMessage) -> _Node:
    message = held.message
    minutes = tuple(m for m in (uk_minute(message.sent), uk_minute(message.other_sent)) if m)
    return _Node(
        (int(held.document), message.place), message, held.parent, base_subject(message.subject or message.topic),
        person_keys(message.sender), tuple(person_keys(who) for who in (*message.to, *message.cc)), minutes,
        moment(message.sent),
    )  # fmt: skip


def moment(sent: str) -> datetime | None:
    """When it was sent, as a moment that can be put in order; None when unknown."""
    try:
        return uk_time(datetime.fromisoformat(sent)) if sent else None
    except ValueError:
        return None


class _Builder:
    def __init__(self, nodes: Sequence[_Node]) -> None:
        self._nodes = nodes
        self._by_key = {node.key: node for node in nodes}
        self._groups = _Groups()
        self._out = Grouping()
        self._mails = {node.key[0] for node in nodes if node.key[1] == 0}

    def built(self) -> Grouping:
        for node in self._nodes:
            if node.message.quoted and node.key[0] in self._mails:
                self._groups.join((node.key[0], 0), node.key)
        self._join_ids()
        self._join_times()
        self._join_days()
        self._join_prints()
        self._join_inner()
        self._join_subjects()
        members: defaultdict[_Key, list[int]] = defaultdict(list)
        for document in sorted(self._mails):
            members[self._groups.find((document, 0))].append(document)
        for found in members.values():
            if len(found) > 1:
                self._out.threads.update(dict.fromkeys(found, min(found)))
        return self._out

    def _join_ids(self) -> None:
        """Messages that name each other, or one that neither of which is held; and those of one conversation index."""
        first: dict[str, _Key] = {}
        doubtful = self._doubtful_ids()
        for node in self._nodes:
            message = node.message
            names = {message.message_id, message.in_reply_to, *message.references} - doubtful
            names |= {f"conversation {message.conversation}"} if message.conversation else set()
            for name in sorted(names - {""}):
                self._groups.join(first.setdefault(name, node.key), node.key)

    def _doubtful_ids(self) -> set[str]:
        """Ids that messages of different subject, sender and time share: a broken sender's, of no use."""
        seen: dict[str, tuple[str, tuple[str, ...]]] = {}
        doubtful: set[str] = set()
        for node in self._nodes:
            name, what = node.message.message_id, (node.base, node.minutes)
            known = seen.setdefault(name, what)
            if known[0] != what[0] and known[1] != what[1]:
                doubtful.add(name)
        return doubtful

    def _join_times(self) -> None:
        """The same sender in the same minute: a message and its print, or a message and its quotation."""
        at: defaultdict[tuple[str, str], list[_Node]] = defaultdict(list)
        for node in self._nodes:
            for minute in node.minutes:
                for person in sorted(node.sender):
                    at[minute, person].append(node)
        for together in at.values():
            for node in together[1:]:
                self._pair(together, node)

    def _join_days(self) -> None:
        """A quotation that gives only a day: the one message of that day and sender among people of the answer."""
        on: defaultdict[tuple[str, str], list[_Node]] = defaultdict(list)
        for node in self._nodes:
            if node.own and node.minutes:
                for person in sorted(node.sender):
                    on[node.minutes[0][:10], person].append(node)
        for node in self._nodes:
            if not node.message.quoted or not node.minutes or len(node.minutes[0]) > 10 or node.key in self._out.held:
                continue
            around = self._by_key.get((node.key[0], 0), node)
            fitting = {
                o.key: o
                for person in sorted(node.sender)
                for o in on[node.minutes[0], person]
                if o.key[0] != node.key[0]
            }
            fitting = {key: o for key, o in fitting.items() if o.base == around.base or _overlap(o, node)}
            if len(fitting) == 1:
                self._same(next(iter(fitting.values())), node)

    def _pair(self, together: Sequence[_Node], node: _Node) -> None:
        """Join a message with the first of those of the same minute and sender that it fits."""
        for other in together:
            if other is node:
                return
            if other.key[0] != node.key[0] and _fits(other, node):
                self._same(other, node)
                return

    def _same(self, one: _Node, other: _Node) -> None:
        """Two places of one message."""
        self._groups.join(one.key, other.key)
        if one.own and other.own:
            if one.key[1] == other.key[1] == 0:
                first, second = sorted((one.key[0], other.key[0]))
                self._out.held.setdefault((second, 0), first)
            return
        held, quote = (one, other) if one.own else (other, one)
        if held.own and quote.message.quoted:
            self._out.held.setdefault(quote.key, held.key[0])

    def _join_prints(self) -> None:
        """Quoted words that are the words of a message that is held."""
        written: defaultdict[int, list[_Node]] = defaultdict(list)
        for node in self._nodes:
            if node.own:
                for number in node.message.prints:
                    written[number].append(node)
        linked = {document for document, place in self._out.held if place}
        for node in self._nodes:
            if node.message.quoted and node.key not in self._out.held:
                source = _source(node, self._by_key.get((node.key[0], 0), node), written)
                known = node.message.inline and node.key[0] in linked
                if source is not None and (not known or self._groups.find(source.key) == self._groups.find(node.key)):
                    self._same(source, node)
            elif node.own and not node.sender and node.key[1] == 0:
                twin = _source(node, node, written)
                if twin is not None and twin.base == node.base:
                    self._same(twin, node)

    def _join_inner(self) -> None:
        """A message that came inside another of the same subject."""
        for node in self._nodes:
            outer = self._by_key.get((node.parent, 0)) if node.parent is not None and node.key[1] == 0 else None
            if outer is not None and outer.base == node.base and node.base:
                self._groups.join(outer.key, node.key)

    def _join_subjects(self) -> None:
        """An answer that names no message that is held goes to the latest one of its subject among its people."""
        alike: defaultdict[str, list[_Node]] = defaultdict(list)
        for node in self._nodes:
            if node.own and node.base:
                alike[node.base].append(node)
        quoted: dict[int, datetime] = {}
        for node in self._nodes:
            if node.message.quoted and not node.message.inline and node.when:
                quoted[node.key[0]] = min(quoted.get(node.key[0], node.when), node.when)
        for same in alike.values():
            same.sort(key=_order)
            for place, node in enumerate(same):
                if is_answer(node.message.subject) and not self._answers(node, same[:place]):
                    self._attach(node, same[max(0, place - _LOOK_BACK) : place], quoted.get(node.key[0]))

    def _answers(self, node: _Node, earlier: Sequence[_Node]) -> bool:
        """Whether it stands with an earlier message of its subject already."""
        root = self._groups.find(node.key)
        return any(self._groups.find(other.key) == root for other in earlier[-_LOOK_BACK:])

    def _attach(self, node: _Node, earlier: Sequence[_Node], quoted: datetime | None) -> None:
        fitting = [other for other in reversed(earlier) if _near(node, other, quoted) and _among(node, other)]
        if fitting:
            self._groups.join(next((other for other in fitting if _to_and_fro(node, other)), fitting[0]).key, node.key)


def _order(node: _Node) -> tuple[bool, str, _Key]:
    return node.when is None, node.when.isoformat() if node.when else "", node.key


def _fits(one: _Node, other: _Node) -> bool:
    """Whether two messages of the same sender and minute are one: subject, and two that are held, id and people or words."""
    if one.base and other.base and one.base != other.base and not (one.own != other.own and _overlap(one, other)):
        return False
    if not (one.own and other.own):
        return True
    first, second = one.message.message_id, other.message.message_id
    if first and second and first != second:
        return False
    no_names = not one.others or not other.others
    return no_names or any(a & b for a in one.others for b in other.others) or _overlap(one, other)


def _overlap(one: _Node, other: _Node) -> bool:
    return len(set(one.message.prints) & set(other.message.prints)) >= 1


def _source(node: _Node, around: _Node, written: Mapping[int, list[_Node]]) -> _Node | None:
    """The message whose words are quoted in `around`: most of them, rare ones, sent before by or to one of its people."""
    hits: defaultdict[_Key, int] = defaultdict(int)
    by_key: dict[_Key, _Node] = {}
    for number in node.message.prints:
        for other in written.get(number, ()) if len(written.get(number, ())) <= _RARE else ():
            if other.key[0] != node.key[0]:
                hits[other.key] += 1
                by_key[other.key] = other
    for key in sorted(hits, key=lambda key: (-hits[key], _apart(by_key[key], around), key)):
        source = by_key[key]
        most = hits[key] >= _SAME_SHARE * min(len(node.message.prints), len(source.message.prints))
        if most and _plausible(source, around, hits[key]) and _times_agree(node, source):
            return source
    return None


def _apart(one: _Node, other: _Node) -> timedelta:
    """How much time lies between two messages; the most there is when one has none."""
    return abs(one.when - other.when) if one.when and other.when else timedelta.max


def _plausible(source: _Node, around: _Node, hits: int) -> bool:
    """Few words in common say something only of one subject, or of days that follow each other."""
    if hits >= _SURE_PRINTS:
        return True
    if source.when and around.when:
        if source.when > around.when + timedelta(hours=14):
            return False
        days = (around.when - source.when).days
    else:
        days = 0
    if source.people() and around.people() and not (source.sender & around.people() or around.sender & source.people()):
        return False
    alike = source.base == around.base
    return days <= _REPLY_DAYS if alike else hits >= _ENOUGH_PRINTS and days <= _VAGUE_DAYS


def _times_agree(quote: _Node, source: _Node) -> bool:
    """The times told are the same, or differ by whole hours (a zone that is not told); the senders are not two people."""
    if quote.sender and source.sender and not quote.sender & source.sender:
        return False
    if not quote.when or not source.when:
        return True
    if any(m in source.minutes for m in quote.minutes):
        return True
    apart = abs(quote.when - source.when)
    return apart <= timedelta(hours=14) and apart.seconds % 1800 < 60


def _near(node: _Node, other: _Node, quoted: datetime | None) -> bool:
    """Close enough in time to be the same conversation, and not told apart by their ids or by what is quoted: `quoted` is when the
    first message was sent that the answer quotes, days before which its conversation did not begin."""
    message, before = node.message, other.message
    if message.references and before.message_id and (before.references or not is_answer(before.subject)):
        return False
    if node.when is None or other.when is None:
        return quoted is None and len(node.people() & other.people()) >= 2
    if quoted is not None and other.when < quoted - timedelta(days=_BEFORE_QUOTED_DAYS):
        return False
    days = _VAGUE_DAYS if len(node.base.split()) < 2 or quoted else _REPLY_DAYS
    if message.in_reply_to and before.message_id:
        days = min(days, _UNNAMED_DAYS)
    days = days if _to_and_fro(node, other) else min(days, _BESIDE_DAYS)
    return timedelta(0) <= node.when - other.when <= timedelta(days=days)


def _to_and_fro(node: _Node, other: _Node) -> bool:
    """One answers the other: sent to its writer by one it was sent to."""
    return any(who & other.sender for who in node.others) and any(who & node.sender for who in other.others)


def _among(node: _Node, other: _Node) -> bool:
    """The answer's sender was among the people of the message before, and it goes back to one of them or is passed on."""
    if not node.sender or not other.sender:
        return False
    if not node.sender & other.people():
        return False
    rest = other.people() - node.sender
    passed_on = node.message.subject.lower().lstrip().startswith(("fw", "wg", "tr"))
    return passed_on or any(who & rest for who in node.others) or bool(node.sender & other.sender)
