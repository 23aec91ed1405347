"""Pages of every kind, read by us and, with --rival, by ocrmypdf: wrong characters and words found.

    python -m benchmarks.reading [clean fax photo …] [--count 1] [--seed 1] [--fresh] [--rival] [--each] [--keep FOLDER]

`--fresh` uses other words and other handwriting than those that were tuned on.
"""

import argparse
import sys
from collections import defaultdict
from pathlib import Path
from statistics import mean

from benchmarks.reading.groups import GROUPS, Page, pages
from benchmarks.reading.readers import ours, peak_of_children, theirs
from benchmarks.reading.scores import words_f1, wrong

_WRONG = {"clean": 0.01, "skew": 0.01, "pictures": 0.01, "fax": 0.06, "photo": 0.06}
_WORDS = {"clean": 0.97, "rotated": 0.97, "skew": 0.97, "pictures": 0.97, "mixed": 0.97, "hand": 0.75, "blank": 1.0}


def main() -> int:
    """Print a line for each kind and each group; 1 when a group misses its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="*", choices=[*GROUPS, []])
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--rival", action="store_true")
    parser.add_argument("--each", action="store_true", help="a line for each page")
    parser.add_argument("--keep", type=Path, help="write pages and texts here, to look at them")
    chosen = parser.parse_args()
    missed = 0
    for group in chosen.groups or GROUPS:
        missed += _measure(group, chosen)
    print(f"largest child {peak_of_children()} MB")
    return 1 if missed else 0


def _measure(group: str, chosen: argparse.Namespace) -> int:
    made = pages(group, chosen.count, chosen.seed, chosen.fresh)
    seconds, found = ours([page for _, page in made])
    texts = {"ours": [page.text for page in found]}
    if chosen.rival:
        _, texts["ocrmypdf"] = theirs([page for _, page in made], False)
        _, texts["with help"] = theirs([page for _, page in made], True)
    if chosen.keep:
        _write(chosen.keep, group, made, texts)
    print(f"== {group}: {len(made) / seconds:.2f} pages a second")
    kinds: dict[str, list[int]] = defaultdict(list)
    for number, (kind, _) in enumerate(made):
        kinds[f"{kind} {number}" if chosen.each else kind].append(number)
    for kind, numbers in kinds.items():
        print(f"  {kind:<24} " + "   ".join(_line(who, made, read, numbers) for who, read in texts.items()))
    everything = list(range(len(made)))
    print(f"  {'ALL':<24} " + "   ".join(_line(who, made, read, everything) for who, read in texts.items()))
    return _missed(group, made, texts["ours"])


def _line(who: str, made: list[tuple[str, Page]], read: list[str], numbers: list[int]) -> str:
    errors = [wrong(read[n], made[n][1].text) for n in numbers if made[n][1].ordered and made[n][1].text]
    found = mean(words_f1(read[n], made[n][1].text) for n in numbers)
    return f"{who} {100 * mean(errors):6.2f} % F1 {found:.3f}" if errors else f"{who}        F1 {found:.3f}"


def _missed(group: str, made: list[tuple[str, Page]], read: list[str]) -> bool:
    errors = [wrong(text, page.text) for text, (_, page) in zip(read, made, strict=True) if page.ordered and page.text]
    found = mean(words_f1(text, page.text) for text, (_, page) in zip(read, made, strict=True))
    low = found < _WORDS.get(group, 0.0)
    return low or bool(errors and mean(errors) > _WRONG.get(group, 1.0))


def _write(folder: Path, group: str, made: list[tuple[str, Page]], texts: dict[str, list[str]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, (kind, page) in enumerate(made):
        name = f"{group}-{number:02d}-{kind.replace(' ', '_')}"
        (folder / f"{name}.pdf").write_bytes(page.pdf)
        (folder / f"{name}.true.txt").write_text(page.text)
        for who, read in texts.items():
            (folder / f"{name}.{who.replace(' ', '_')}.txt").write_text(read[number])


if __name__ == "__main__":
    sys.exit(main())
