"""Who and when: prose is written about the first family, and a world renames it and moves it in time.

Prose carries its dates as tokens, so that another seed gives another family with the same story:
`[2021-10-14 l]` prints "14 October 2021" and counts as something that happened; `[2021-10-14 l!]` prints the same and
does not (a birth date, a print date); `[2021-10-12 "last Tuesday"]` prints its own words. The letters are in `FORMS`.
"""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

_TOKEN = re.compile(r"\[(\d{4}-\d\d-\d\d) (\"[^\"]+\"|[A-Za-z0-9.])(!?)\]")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def _ordinal(day: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def _term(day: date) -> str:
    """The English school term a day falls in."""
    if day.month >= 9:
        return f"Autumn term {day.year}"
    return f"Spring term {day.year}" if (day.month, day.day) < (4, 8) else f"Summer term {day.year}"


def _school_year(day: date) -> str:
    """2021/22."""
    start = day.year if day.month >= 9 else day.year - 1
    return f"{start}/{(start + 1) % 100:02d}"


FORMS: Mapping[str, Callable[[date], str]] = {
    "l": lambda d: f"{d.day} {d:%B %Y}",
    "w": lambda d: f"{d:%A} {d.day} {d:%B %Y}",
    "W": lambda d: f"{d:%a} {d.day} {d:%b}",
    "s": lambda d: f"{d:%d/%m/%Y}",
    "2": lambda d: f"{d:%d/%m/%y}",
    ".": lambda d: f"{d:%d.%m.%y}",
    "b": lambda d: f"{d.day} {d:%b %Y}",
    "M": lambda d: f"{d:%d-%b-%Y}",
    "o": lambda d: f"{_ordinal(d.day)} {d:%B %Y}",
    "O": lambda d: f"{_ordinal(d.day)} {d:%B}",
    "d": lambda d: f"{d.day} {d:%B}",
    "k": lambda d: f"w/c {d.day} {d:%B %Y}",
    "K": lambda d: f"w/c {d:%d/%m/%y}",
    "m": lambda d: f"{d:%B %Y}",
    "h": lambda d: f"{d:%B}",
    "t": _term,
    "T": lambda d: _term(d).rsplit(" ", 1)[0].lower(),
    "y": _school_year,
    "Y": lambda d: f"{d.year}",
    "i": lambda d: d.isoformat(),
    "n": lambda d: f"{d:%d%m%y}",
    "p": lambda d: f"{d:%Y%m%d}",
}
"""How a date is printed, by letter. "h", "T", "d", "O", "W" leave the year to the reader."""

_TERM_MONTHS = {"Autumn": ("09", "12"), "Spring": ("01", "03"), "Summer": ("04", "07")}


def _edtf(day: date, form: str) -> str:
    """What a printed form states, as EDTF in the forms of `app.domain.dates`."""
    if form in "kK":
        return f"{day.isoformat()}/{(day + timedelta(days=4)).isoformat()}"
    if form in "mh":
        return f"{day:%Y-%m}"
    if form in "tT":
        first, last = _TERM_MONTHS[_term(day).split()[0]]
        return f"{day.year}-{first}/{day.year}-{last}"
    if form == "y":
        start = int(_school_year(day)[:4])
        return f"{start}-09/{start + 1}-07"
    return f"{day.year}" if form == "Y" else day.isoformat()


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in prose: the words it prints, EDTF, the letter of its form ('"' for words of its own), event or not."""

    words: str
    edtf: str
    form: str
    event: bool


@dataclass(frozen=True, slots=True)
class World:
    """One family: `names` maps words of the first family to this one's; `weeks` moves every date by whole weeks."""

    seed: int
    names: Mapping[str, str]
    weeks: int

    def day(self, iso: str) -> date:
        """A day of the first family in this one."""
        return date.fromisoformat(iso) + timedelta(weeks=self.weeks)

    def edtf(self, value: str) -> str:
        """An EDTF value with whole days moved; months and years are taken from their first day."""
        if not value or not self.weeks:
            return value
        if _ISO.search(value):
            return _ISO.sub(lambda m: self.day(m.group()).isoformat(), value)
        if re.fullmatch(r"\d{4}-(0\d|1[0-2])", value):
            return f"{self.day(value + '-15'):%Y-%m}"
        years = round(self.weeks / 52)
        return re.sub(r"\d{4}", lambda m: str(int(m.group()) + years), value)

    def rng(self, name: str) -> random.Random:
        """Chance that depends on this world and a name only."""
        return random.Random(f"{self.seed}:{name}")

    def text(self, prose: str) -> str:
        """Prose as this family reads it."""
        return self.rename(_TOKEN.sub(lambda m: self._print(m).words, prose))

    def dates(self, prose: str) -> tuple[Dated, ...]:
        """The dates in prose, in order."""
        return tuple(self._print(m) for m in _TOKEN.finditer(prose))

    def rename(self, prose: str) -> str:
        """Names of the first family replaced by this one's, also in lower and upper case."""
        if not self.names:
            return prose
        pattern = (
            r"(?<![A-Za-z])(" + "|".join(sorted(map(re.escape, self.names), key=len, reverse=True)) + r")(?![a-z])"
        )
        return re.sub(pattern, lambda m: self._cased(m.group()), prose, flags=re.IGNORECASE)

    def _cased(self, word: str) -> str:
        """One name: only forms that are capitalised, all capitals, or all small as in an address are names."""
        for name, other in self.names.items():
            if word == name:
                return other
            if word == name.upper():
                return other.upper()
            if word == name.lower().replace(" ", ""):
                return other.lower().replace(" ", "")
        return word

    def _print(self, match: re.Match[str]) -> Dated:
        day, form = self.day(match[1]), match[2]
        if form.startswith('"'):
            return Dated(form.strip('"'), day.isoformat(), '"', not match[3])
        return Dated(FORMS[form](day), _edtf(day, form), form, not match[3])


_POOLS: Mapping[str, tuple[str, ...]] = {
    "Ada": ("Mira", "Bethan", "Orla", "Saskia", "Tilda", "Ines", "Romy", "Hattie"),
    "Nora": ("Karin", "Moira", "Delyth", "Paula", "Janine", "Ruth", "Gwen", "Leona"),
    "Brennan": ("Kilbride", "Stavely", "Okafor", "Penrose", "Hallam", "Lindqvist", "Treloar", "Mowbray"),
    "Maeve": ("Doreen", "Sylvia", "Brenda", "Winifred"),
    "Calderwick": ("Ashmere", "Thornwick", "Millbeck", "Oversley", "Hexwater", "Stanmoor"),
    "Larkhollow": ("Elmcroft", "Swallowdale", "Pennygate", "Hazelbank", "Rookswood"),
    "Wrenfield": ("Kingsholt", "Merrivale", "Stonebridge Hill", "Fallowmere", "Highcombe"),
    "Brackenmoor": ("Westerfell", "Heathersett", "Ravensdown", "Copperdale"),
    "Fernbridge": ("Quarry Lane", "Orchard Gate", "Millrace", "Cedar Walk"),
    "Ferry Row": ("Tanner Street", "Bakehouse Lane", "Station Parade", "Coopers Rise"),
    "Hollow Lane": ("Church Bank", "Long Meadow Road", "Priory Street", "Mill Road"),
    "Hartley": ("Ormerod", "Lacey", "Winstone", "Fairbrother", "Dunmore"),
    "Okoro": ("Adeyemi", "Baptiste", "Nowak", "Siddall", "Ferreira"),
    "Whitlow": ("Garside", "Pritchett", "Vaughan", "Ellingham"),
    "Tranter": ("Bickley", "Sowerby", "Mulcahy", "Peach"),
    "Marsh": ("Calvert", "Ibbotson", "Raman", "Sedgwick"),
    "Fairweather": ("Loxley", "Benbow", "Tamsin", "Merriman"),
    "Prowse": ("Gadsby", "Stirk", "Nkemelu", "Holroyd"),
    "Ludlow": ("Bracewell", "Tindall", "Eccles", "Shaw-Price"),
    "Venn": ("Abiola", "Castell", "Rowntree", "Haddad"),
    "Pemberley": ("Strachan", "Dhillon", "Crowther", "Mabey"),
    "Cotterill": ("Haslam", "Ridout", "Achebe", "Tyldesley"),
    "Rahimi": ("Solanki", "Brightwell", "Kaczmarek", "Osgood"),
}


def world(seed: int = 1) -> World:
    """The family of a seed. Seed 1 is the example in the program; others have other names and other years."""
    if seed == 1:
        return World(1, {}, 0)
    chance = random.Random(f"world:{seed}")
    names = {name: chance.choice(pool) for name, pool in _POOLS.items()}
    return World(seed, names, 52 * chance.choice((-5, -4, -3, -2, -1, 1)))
