"""How well versions of one record are found among records that only look alike.

    python -m benchmarks.versions [SEED ...]

Every record of the example family of other seeds is taken again: laid out anew (another format), as a draft, read badly from a
scan, or several of these at once. Templates that were filled again stand beside them. Then 5,000 documents, for time.
"""

import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.extracted import ExtractedDocument, ExtractedPage
from app.domain.findings import CaseView, DocumentView
from app.domain.ids import DocumentId
from app.findings.finders import versions
from benchmarks.findings import Paper, Score, _edited, _family_pairs, _pair, _thinned, _view, papers
from benchmarks.findings_pages import templates

WAYS = (
    "format",
    "draft",
    "scan 2%",
    "scan 6%",
    "scan 6%, edited",
    "format, covered",
    "page lost, scan 2%",
    "final words",
)
_CONFUSED = {
    "e": "c",
    "c": "e",
    "l": "1",
    "i": "l",
    "o": "0",
    "m": "rn",
    "h": "b",
    "t": "f",
    "a": "o",
    "s": "5",
    "n": "ri",
    "u": "v",
}


def misread(text: str, rate: float, chance: random.Random) -> str:
    """What a poor scan makes of it: letters taken for others, specks, spaces lost."""
    out = []
    for letter in text:
        if letter.strip() and chance.random() < rate:
            letter = chance.choice((_CONFUSED.get(letter.lower(), letter), "", letter + chance.choice(".,'|")))
        elif letter == " " and chance.random() < rate / 3:
            letter = ""
        out.append(letter)
    return "".join(out)


def laid_out(text: str, chance: random.Random) -> str:
    """The same words in lines of another length."""
    wide = chance.randrange(40, 70)
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) > wide:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n".join([*lines, line]) + "\n"


def again(paper: Paper, view: DocumentView, way: str, chance: random.Random) -> DocumentView | None:
    """The record once more, in that way."""
    texts = [page.text for page in paper.document.pages]
    if sum(map(len, texts)) < 300:
        return None
    scan = "scan" in way
    if "page lost" in way:
        if len(texts) < 2:
            return None
        del texts[chance.randrange(len(texts))]
    if way == "draft":
        texts = [f"DRAFT\n{text}" for text in texts]
        texts = [
            re.sub(r"\. ([A-Z][^.]{20,80})\.", lambda m: m[0] if chance.random() < 0.85 else ".", text)
            for text in texts
        ]
    if way == "final words":
        texts = [
            text + "Agreed by the panel and placed on the file. Copy to the family and to the school.\n"
            for text in texts
        ]
    if "edited" in way:
        texts = [_edited(text, chance) if len(text.split(" ")) > 30 else text for text in texts]
    if "covered" in way:
        texts = [_thinned(text, chance) if len(text.split(" ")) > 30 else text for text in texts]
    if "format" in way:
        texts = [laid_out(" ".join(texts), chance)]
    if scan:
        texts = [misread(text, float(re.findall(r"(\d)%", way)[0]) / 100, chance) for text in texts]
    pages = tuple(
        ExtractedPage(text, scan=scan, boxes=((60, 60, 200, 72),) if "covered" in way else ()) for text in texts
    )
    return _view(ExtractedDocument("docx" if "format" in way else "pdf", pages), "again.pdf", 2)


def case_of(found: Sequence[Paper], chance: random.Random) -> tuple[list[DocumentView], dict[tuple[int, int], str]]:
    """Documents, and the true pairs with their way."""
    documents = [replace(_view(p.document, p.path, 1), id=DocumentId(number)) for number, p in enumerate(found, 1)]
    true: dict[tuple[int, int], str] = {}
    for index, paper in enumerate(found):
        way = WAYS[index % len(WAYS)]
        view = again(paper, documents[index], way, chance)
        if view is not None:
            documents.append(replace(view, id=DocumentId(len(documents) + 1)))
            true[index + 1, len(documents)] = way
    for text, kind in templates(chance):
        view = _view(ExtractedDocument("pdf", (ExtractedPage(text),)), f"{kind}.pdf", 1)
        documents.append(replace(view, id=DocumentId(len(documents) + 1)))
    return documents, true


def many(count: int, chance: random.Random) -> Iterator[DocumentView]:
    """Documents of some 300 words, a tenth of them again with other words."""
    words = [f"word{n}" for n in range(8000)]
    text = ""
    for number in range(1, count + 1):
        text = _edited(text, chance) if number % 10 == 0 else " ".join(chance.choices(words, k=300))
        yield _view(ExtractedDocument("pdf", (ExtractedPage(text),)), "a.pdf", 1 + number % 3)


def main(seeds: Sequence[int]) -> None:
    """Print a line for each way."""
    for seed in seeds:
        chance = random.Random(seed)
        found = papers(seed)
        documents, true = case_of(found, chance)
        got = {_pair(f.document, f.other.document) for f in versions.find(CaseView(tuple(documents))) if f.other}
        score = Score()
        score.add(got - _family_pairs(found), true)
        print(f"seed {seed}  versions  {score}")
        missed: defaultdict[str, list[str]] = defaultdict(list)
        for pair, way in true.items():
            missed[way].append("" if pair in got else found[pair[0] - 1].path)
        for way, paths in sorted(missed.items()):
            print(f"    {way:<22} {sum(not p for p in paths)} of {len(paths)}  {[p[-40:] for p in paths if p][:4]}")
        print(
            "    wrong:",
            [
                (documents[a - 1].kind, documents[b - 1].kind, a, b)
                for a, b in sorted(got - true.keys() - _family_pairs(found))
            ][:6],
        )
    chance = random.Random(1)
    view = CaseView(tuple(replace(d, id=DocumentId(n)) for n, d in enumerate(many(5_000, chance), 1)))
    started = time.process_time()
    pairs = len(list(versions.find(view)))
    print(f"5,000 documents: {pairs} pairs of 500, {time.process_time() - started:.1f} s of processor time")


if __name__ == "__main__":
    main([int(seed) for seed in sys.argv[1:]] or [12])
