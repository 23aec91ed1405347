"""How hard a text is to read: Flesch-Kincaid grade, roughly the school year of the United States."""

import re

_VOWELS = re.compile(r"[aeiouy]+")
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+|\n")


def syllables(word: str) -> int:
    """A rough count: groups of vowels, a silent e at the end left out."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    if not plain:
        return 0
    stem = plain[:-1] if plain.endswith("e") and not plain.endswith("le") and len(plain) > 3 else plain
    if stem.endswith("ed") and len(stem) > 4 and stem[-3] not in "td":
        stem = stem[:-2]
    return max(1, len(_VOWELS.findall(stem)))


def grade(texts: list[str]) -> float:
    """The grade of several texts taken together; each text ends a sentence."""
    sentences = [part for text in texts for part in _SENTENCE.split(text) if re.search(r"[A-Za-z]{2}", part)]
    words = [word for part in sentences for word in re.findall(r"[A-Za-z’'-]+", part)]
    if not words:
        return 0.0
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
