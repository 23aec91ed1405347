"""How well e-mail conversations are rebuilt, as pairs of documents of one conversation, and how long grouping takes.

    python -m benchmarks.threads [--set tuned|fresh] [--seeds 1 2 3] [--wrong] [--many 5000]

Half of the messages are files of mail programs (EML, MSG; with all ids, some or none), half are prints (PDF, DOCX, text); one in
seven is not supplied; subjects come again in other conversations; answers change them.
"""

import argparse
import time
from collections import defaultdict
from itertools import combinations

from app.domain.ids import DocumentId
from app.domain.mails import HeldMessage, MailMessage
from app.ingest.reader import ReadOptions
from app.ingest.registry import read
from app.timeline.threads import Grouping, group
from app.understand.mails.messages import messages_of
from benchmarks.findings import Score
from benchmarks.mail_maker import SETS, MailFile, make


def grouped(files: list[MailFile]) -> tuple[list[HeldMessage], Grouping]:
    """The messages that are read from files, and their grouping; document ids count from 1."""
    messages = [
        HeldMessage(DocumentId(number), message)
        for number, file in enumerate(files, start=1)
        for message in messages_of(read(file.data, file.name, ReadOptions()))
    ]
    return messages, group(messages)


def pairs(groups: dict[int, int]) -> set[tuple[int, int]]:
    """Pairs of documents that share a group."""
    members: defaultdict[int, list[int]] = defaultdict(list)
    for document, thread in groups.items():
        members[thread].append(document)
    return {pair for found in members.values() for pair in combinations(sorted(found), 2)}


def many(count: int) -> float:
    """Seconds to group messages of which every fifth begins a conversation."""
    messages = [
        HeldMessage(DocumentId(n + 1), MailMessage(
            0, sender=f"P{n % 7} <p{n % 7}@x.example>", to=(f"P{(n + 1) % 7} <p{(n + 1) % 7}@x.example>",),
            sent=f"20{10 + n // 400 % 15:02d}-0{1 + n % 9}-1{n % 10}T1{n % 10}:{n % 60:02d}:00+00:00",
            subject=("" if n % 5 == 0 else "RE: ") + f"Subject {n // 5 % 90}", message_id=f"<{n}@x>" if n % 2 else "",
            prints=tuple(range(n * 20, n * 20 + 20)),
        ))
        for n in range(count)
    ]  # fmt: skip
    began = time.perf_counter()
    group(messages)
    return time.perf_counter() - began


def main() -> int:
    """Print precision, recall and F1 of each seed and of all."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--set", choices=sorted(SETS), default="tuned")
    options.add_argument("--seeds", type=int, nargs="*", default=[1, 2, 3])
    options.add_argument("--wrong", action="store_true", help="name the pairs that are wrong or missed")
    options.add_argument("--many", type=int, default=5000)
    given = options.parse_args()
    whole = Score()
    for seed in given.seeds:
        files = make(given.set, seed)
        messages, found = grouped(files)
        truth = pairs({number: file.thread for number, file in enumerate(files, start=1)})
        score = Score()
        score.add(pairs(found.threads), truth)
        whole.add(((seed, *p) for p in pairs(found.threads)), ((seed, *p) for p in truth))
        known = {held.document for held in messages if held.message.place == 0}
        print(f"{given.set} {seed}: {len(files)} files, {len(known)} known as e-mails; pairs {score}")
        if given.wrong:
            tell(files, pairs(found.threads), truth)
    print(f"all: {whole}")
    print(f"grouping {given.many} messages: {many(given.many):.2f} s, {2 * given.many}: {many(2 * given.many):.2f} s")
    return 0


def tell(files: list[MailFile], found: set[tuple[int, int]], truth: set[tuple[int, int]]) -> None:
    """The pairs that are wrong, by name."""
    for sign, some in (("+", found - truth), ("-", truth - found)):
        for one, other in sorted(some):
            print(f"  {sign} {files[one - 1].name}  {files[other - 1].name}")


if __name__ == "__main__":
    raise SystemExit(main())
