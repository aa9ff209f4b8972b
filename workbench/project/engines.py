"""The package in use and its drafter, made when they are first asked for, once, whichever thread asks."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from typing import TYPE_CHECKING

from workbench.problem import WorkbenchError

if TYPE_CHECKING:  # the engine is loaded when it is first used: the screen does not wait for it
    from workbench.engine import Drafter, Package


class Engines:
    """What drafts are made with. `chosen()` is the id of the package in the settings; empty: the embedded one."""

    def __init__(self, chosen: Callable[[], str]) -> None:
        self._chosen = chosen
        self._making = RLock()
        self._package: Package | None = None
        self._missing = False
        self._drafter: Drafter | None = None

    @property
    def package(self) -> Package:
        """The Argos package in use. Raises WorkbenchError when the chosen one is gone."""
        from workbench.engine import embedded_package, find_package

        with self._making:
            if self._package is None:
                chosen = self._chosen()
                self._package = find_package(chosen) if chosen else embedded_package()
            return self._package

    @property
    def looked_for(self) -> bool:
        """Whether the package has been looked for: before that, to name it takes a tenth of a second."""
        return self._package is not None or self._missing

    @property
    def package_name(self) -> str:
        """The package in use in a few words, for a heading."""
        try:
            package = self.package
            return f"{'embedded' if package.embedded else package.maker} package {package.version}"
        except WorkbenchError:
            self._missing = True
            return f"package {self._chosen()} is missing"

    @property
    def drafter(self) -> Drafter:
        """The package in use, ready to draft; its model is loaded at the first draft. Raises WorkbenchError."""
        from workbench.engine import Drafter

        with self._making:
            package = self.package
            if self._drafter is None or self._drafter.package != package:
                self._drafter = Drafter(package)
            return self._drafter

    def forget(self) -> None:
        """Another package was chosen: ask for it anew."""
        with self._making:
            self._package = self._drafter = None
            self._missing = False
