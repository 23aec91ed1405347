"""The screens by name. A screen's module is imported when it is first shown, so that the window starts quickly."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True)
class ScreenInfo:
    """`where` is "module:Class" under `app.ui.screens`; `nav` puts it into the navigation; `case` needs an open case."""

    id: str
    title: str
    icon: str
    where: str
    nav: bool = True
    case: bool = True
    under: str = ""
    """The navigation entry that is lit while this screen is shown; empty: its own."""


SCREENS: tuple[ScreenInfo, ...] = (
    ScreenInfo("home", "Home", "home", "home.view:HomeScreen"),
    ScreenInfo("timeline", "Timeline", "timeline", "timeline.view:TimelineScreen"),
    ScreenInfo("documents", "Documents", "document", "documents.view:DocumentsScreen"),
    ScreenInfo("issues", "Issues", "flag", "issues.view:IssuesScreen"),
    ScreenInfo("requests", "Requests", "requests", "requests.view:RequestsScreen"),
    ScreenInfo("letters", "Letters", "mail", "letters.view:LettersScreen"),
    ScreenInfo("bundles", "Bundles", "bundle", "bundles.view:BundlesScreen"),
    ScreenInfo("reader", "Reader", "book", "reader.view:ReaderScreen", nav=False, under="documents"),
    ScreenInfo("split", "Split a file", "document", "split.view:SplitScreen", nav=False, under="documents"),
    ScreenInfo("people", "People", "user", "people.view:PeopleScreen", nav=False, under="documents"),
    ScreenInfo("importing", "Bring in files", "bring-in", "importing.view:ImportScreen", nav=False, under="documents"),
    ScreenInfo("search", "Search", "search", "search.view:SearchScreen", nav=False),
    ScreenInfo("settings", "Settings", "settings", "settings.view:SettingsScreen", nav=False),
    ScreenInfo("help", "Help", "help", "help.view:HelpScreen", nav=False, case=False),
    ScreenInfo("start", "Start", "home", "start.view:StartScreen", nav=False, case=False),
)

BY_ID = {info.id: info for info in SCREENS}


def load(screen: str) -> Callable[..., Any]:
    """The class of a screen. KeyError when there is no such screen."""
    module, name = BY_ID[screen].where.split(":")
    made: Callable[..., Any] = getattr(import_module(f"app.ui.screens.{module}"), name)
    return made
