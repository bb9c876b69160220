"""Checks the types of the map's browser side.

    python scripts/web_types.py

Its compiler is installed beside a copy of the sources, so that no modules are left where they lie.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
WEB = REPOSITORY / "geoiraq" / "maps" / "web"


def main() -> None:
    """Run TypeScript's compiler over sources and tests; end with what it finds."""
    sys.path.insert(0, str(REPOSITORY))
    from hatch_build import run

    with tempfile.TemporaryDirectory(prefix="geoiraq-page-") as temporary:
        workshop = Path(temporary) / "web"
        shutil.copytree(WEB, workshop, ignore=shutil.ignore_patterns("node_modules"))
        try:
            run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], workshop)
            run("node", ["node_modules/typescript/bin/tsc", "--noEmit"], workshop)
        except RuntimeError as error:
            sys.exit(str(error))
    print("the page's types hold")


if __name__ == "__main__":
    main()
