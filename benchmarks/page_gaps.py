"""How well pages are found that a document counts and does not have.

    python -m benchmarks.page_gaps [SEED ...]

Files of one to four parts, numbered in many ways, with pages lost, twice, out of order or read badly, among files whose numbers
are none: scores, years, counts of children, references to pages of other papers. Scored by the number of each page that is lost.
"""

import random
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence

from app.domain.findings import CaseView, DocumentView, PageView
from app.domain.ids import DocumentId
from app.findings.finders import page_gaps
from benchmarks.findings import Score

_BODY = (
    "The family was seen at home and the plan was talked through", "Present were the class teacher and two parents", "Score 7/10 for reading",
    "He ate 1 of 2 apples", "Attendance 2019 to 2020 was 94 per cent", "See page 4 of 9 of the assessment", "No concerns were raised",
    "Next review in 6 weeks", "Weight 18.4 kg", "Two of the 3 targets were met", "12", "Bus 47", "Ward 9",
)  # fmt: skip
_SLIPS = {"0": "O", "1": "l", "5": "S", "8": "B", "g": "q", "o": "0", "of": "0f"}
_ROMANS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
Label = Callable[[int, int], str]
_COUNTED: dict[str, Label] = {
    "page n of m": lambda n, m: f"Page {n} of {m}",
    "page n/m": lambda n, m: f"Page {n}/{m}",
    "with a title": lambda n, m: f"Child plan 2021    Page {n} of {m}    Confidential",
    "sheet": lambda n, m: f"Sheet {n} of {m}",
    "bare of": lambda n, m: f"{n} of {m}",
    "fraction": lambda n, m: f"{n}/{m}",
    "short": lambda n, m: f"p. {n} of {m}",
}
_RUNNING: dict[str, Label] = {
    "page n": lambda n, m: f"Page {n}",
    "n | page": lambda n, m: f"{n} | Page",
    "dashes": lambda n, m: f"- {n} -",
    "roman": lambda n, m: _ROMANS[n],
    "stamp": lambda n, m: f"Bundle {n + 140}",
    "bare": lambda n, m: str(n),
}


def _page(label: str, chance: random.Random, foot: bool) -> str:
    body = [chance.choice(_BODY) for _ in range(chance.randrange(9, 26))]
    lines = ["Marlfield School", *body, label] if foot else [label, "Marlfield School", *body]
    return (
        "\n".join(
            f"{line} {chance.randrange(90)}" if line in _BODY and chance.random() < 0.5 else line for line in lines
        )
        + "\n"
    )


def _slipped(label: str, chance: random.Random) -> str:
    words = [_SLIPS.get(word, word) if chance.random() < 0.25 else word for word in label.split(" ")]
    return "".join(_SLIPS.get(c, c) if chance.random() < 0.06 else c for c in " ".join(words))


def _part(style: str, chance: random.Random) -> tuple[list[str], set[int]]:
    """Pages of one document with what happened to them, and the numbers that are lost."""
    counted = style in _COUNTED
    label = (_COUNTED | _RUNNING)[style]
    total = chance.randrange(2 if counted else 7, 12)
    numbers = list(range(1, total + 1))
    lost: set[int] = set()
    fate = chance.choice(("whole", "lost", "lost", "twice", "shuffled"))
    if fate == "lost":
        inner = numbers if counted and total > 2 else numbers[2:-2]
        lost = set(chance.sample(inner, min(len(inner), chance.choice((1, 1, 2)))))
    foot = chance.random() < 0.7
    pages = [_page(label(n, total), chance, foot) for n in numbers if n not in lost]
    if fate == "twice":
        at = chance.randrange(len(pages))
        pages.insert(at + 1, pages[at])
    if fate == "shuffled" and counted and len(pages) > 3:
        pages[1], pages[2] = pages[2], pages[1]
    return pages, {140 + n for n in lost} if style == "stamp" else lost


def _trap(chance: random.Random) -> list[str]:
    """Pages whose numbers are none."""
    kinds: tuple[Callable[[int], str], ...] = (
        lambda n: f"{chance.randrange(10)}/10", lambda n: str(2015 + 2 * n), lambda n: f"{n} of {n + 3} children",
        lambda n: "Page 1 of 3", lambda n: f"See page {n} of 9", lambda n: str(chance.randrange(1, 200)),
        lambda n: f"{chance.randrange(1, 28)}/{chance.randrange(1, 12)}", lambda n: "",
    )  # fmt: skip
    kind = chance.choice(kinds)
    return [_page(kind(n), chance, True) for n in range(chance.randrange(1, 8))]


def main(seeds: Sequence[int]) -> None:
    """Print a line for each style."""
    for seed in seeds:
        chance = random.Random(seed)
        scores: defaultdict[str, Score] = defaultdict(Score)
        for number in range(1, 801):
            style = chance.choice((*_COUNTED, *_RUNNING, "several", "several", "trap"))
            true: set[tuple[int, int]] = set()
            if style == "trap":
                pages = _trap(chance)
            else:
                styles = (
                    [chance.choice(list(_COUNTED)[:4]) for _ in range(chance.randrange(2, 5))]
                    if style == "several"
                    else [style]
                )
                pages = []
                for nth, one in enumerate(styles):
                    made, lost = _part(one, chance)
                    pages += made
                    true |= {(nth, n) for n in lost}
            slips = chance.random() < 0.3
            if slips:
                pages = [_with_slips(text, chance) for text in pages]
            views = tuple(PageView(n, text, scan=slips) for n, text in enumerate(pages, 1))
            document = DocumentView(DocumentId(number), "report", "", "", "pdf", views)
            found = [n for f in page_gaps.find(CaseView((document,))) for n in f.detail["missing"]]
            want = sorted(n for _, n in true)
            for name in ("all", style, "with slips of OCR" if slips else "digital"):
                _add(scores[name], found, want)
        for name, score in sorted(scores.items()):
            print(f"seed {seed}  {name:<18} {score}")


def _with_slips(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    return "\n".join(
        _slipped(line, chance) if line not in _BODY and any(c.isdigit() for c in line) else line for line in lines
    )


def _add(score: Score, found: Sequence[int], want: Sequence[int]) -> None:
    left = list(want)
    for number in found:
        if number in left:
            left.remove(number)
            score.right += 1
        else:
            score.wrong += 1
    score.missed += len(left)


if __name__ == "__main__":
    main([int(seed) for seed in sys.argv[1:]] or [5])
