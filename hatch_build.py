"""Build hook: puts the gazetteer where the package finds it, and bundles the map's browser side."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GeoiraqBuildHook(BuildHookInterface):
    """Runs for wheels and editable installs alike, so both find the same files at the same place."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Prepare the files that the package needs beside its sources."""
        root = Path(self.root)
        if version == "editable":
            link_gazetteer(root)


def link_gazetteer(root: Path) -> None:
    """Make `geoiraq/data` the gazetteer: a link, or a copy where links are not allowed."""
    target = root / "geoiraq" / "data"
    if target.is_symlink():
        target.unlink()
    elif target.exists():
        shutil.rmtree(target)
    try:
        target.symlink_to(Path("..") / "gazetteer", target_is_directory=True)
    except OSError:
        shutil.copytree(root / "gazetteer", target)
