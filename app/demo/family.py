"""The example family: `make` gives its files, `FAMILY` and `DISCLOSURES` what a parent would know of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from app.demo import catalogue, planted
from app.demo.blocks import Record
from app.demo.truth import FileTruth, Truth, file_truth, member_truths
from app.demo.world import World, world
from app.domain.people import CaseDetails, NewOrganisation
from app.system.files import write_output


@dataclass(frozen=True, slots=True)
class DemoFile:
    """A file as it was given: `path` inside its disclosure (unique in the whole family), `disclosure` an index into
    `DISCLOSURES`, `truth` what is true of it and `inside` of the files in it."""

    path: str
    data: bytes
    disclosure: int
    truth: FileTruth
    inside: tuple[FileTruth, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class DemoDisclosure:
    """One delivery. Dates are ISO; `folder` is the name of the folder it came as; `files` makes its files, when called."""

    organisation: NewOrganisation
    request_sent: str
    received: str
    folder: str
    files: Callable[[], tuple[DemoFile, ...]]


def disclosures(seed: int = 1) -> tuple[DemoDisclosure, ...]:
    """The deliveries of a family, without their files."""
    here = world(seed)
    return tuple(_disclosure(here, index) for index in range(len(catalogue.DELIVERIES)))


def _disclosure(here: World, index: int) -> DemoDisclosure:
    delivery = catalogue.DELIVERIES[index]
    organisation = planted.organisation(here, delivery.organisation)
    return DemoDisclosure(
        organisation=organisation,
        request_sent=here.day(delivery.request_sent).isoformat(),
        received=here.day(delivery.received).isoformat(),
        folder=here.text(delivery.folder),
        files=lambda: tuple(_file(here, record, index, organisation.name) for record in delivery.records),
    )


def _file(here: World, record: Record, disclosure: int, organisation: str) -> DemoFile:
    from app.demo.build import (
        build,
    )  # loads the makers of every format, which those who only ask for the truth do not need

    made = build(here, record, catalogue.find)
    truth = file_truth(here, record, made, disclosure, organisation)
    inside = member_truths(here, made, truth.path, disclosure, organisation)
    return DemoFile(truth.path, made.data, disclosure, truth, inside)


def files_of(index: int, seed: int = 1) -> tuple[DemoFile, ...]:
    """The files of one delivery by its place in `DISCLOSURES`: plain data, to be called in a child process by name."""
    return disclosures(seed)[index].files()


def make(seed: int = 1) -> tuple[DemoFile, ...]:
    """Every file of a family; the same seed gives the same bytes. Seed 1 is the family in the program."""
    return tuple(file for disclosure in disclosures(seed) for file in disclosure.files())


def write(folder: Path, seed: int = 1) -> tuple[Path, ...]:
    """The files in folders below `folder`, one for each delivery: for tests and benchmarks, since it leaves them in the clear."""
    written: list[Path] = []
    for delivery in disclosures(seed):
        for file in delivery.files():
            target = folder / delivery.folder / file.path
            write_output(target, file.data)
            written.append(target)
    return tuple(written)


def truth(seed: int = 1) -> Truth:
    """What is known of a family without making its files."""
    return planted.truth(world(seed))


DISCLOSURES: tuple[DemoDisclosure, ...] = disclosures()
FAMILY: CaseDetails = planted.family(world())
