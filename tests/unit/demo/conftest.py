"""The example family, made once for all of these tests."""

import pytest

from app.demo import family
from app.demo.family import DemoFile
from app.demo.truth import FileTruth, Truth


@pytest.fixture(scope="session")
def files() -> tuple[DemoFile, ...]:
    return family.make()


@pytest.fixture(scope="session")
def by_path(files: tuple[DemoFile, ...]) -> dict[str, DemoFile]:
    return {file.path: file for file in files}


@pytest.fixture(scope="session")
def truths(files: tuple[DemoFile, ...]) -> dict[str, FileTruth]:
    """Of every file and of every file inside one, by path."""
    found = {file.path: file.truth for file in files}
    return found | {inside.path: inside for file in files for inside in file.inside}


@pytest.fixture(scope="session")
def truth() -> Truth:
    return family.truth()
