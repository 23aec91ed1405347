"""A door to `app.services`: modules are imported when first used, and tests put fakes in their place."""

from importlib import import_module
from typing import Any


class Services:
    """`services.browsing` is the module `app.services.browsing`; it is imported on first use, best on a worker thread through
    `later("browsing", "documents")`, which names a function without importing anything yet."""

    def __init__(self, **fakes: Any) -> None:
        self._modules: dict[str, Any] = dict(fakes)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if name not in self._modules:
            self._modules[name] = import_module(f"app.services.{name}")
        return self._modules[name]

    def later(self, module: str, function: str) -> "Later":
        """A callable that imports the module on the thread that calls it."""
        return Later(self, module, function)


class Later:
    """A service function by name."""

    def __init__(self, services: Services, module: str, function: str) -> None:
        self._services, self._module, self._function = services, module, function

    def __call__(self, *args: Any, **named: Any) -> Any:
        return getattr(getattr(self._services, self._module), self._function)(*args, **named)
