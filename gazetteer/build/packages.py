"""Fetch pinned npm packages and read single files out of them, without unpacking anything to disk."""

from __future__ import annotations

import base64
import hashlib
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

LARGEST_MEMBER = 20_000_000


@dataclass(frozen=True, slots=True)
class Package:
    """An npm package at one version, and the checksum that the registry published for it."""

    name: str
    version: str
    sha512: str

    @property
    def file_name(self) -> str:
        """The name that `npm pack` gives its archive."""
        return f"{self.name}-{self.version}.tgz"


class PackageError(Exception):
    """A package that could not be fetched, or is not the one that was asked for."""


def fetched(package: Package, npm: str, folder: Path | None) -> bytes:
    """Return a package's archive, from `folder` where it lies there, else through npm; checked either way."""
    if folder is not None and (folder / package.file_name).is_file():
        return _checked(package, (folder / package.file_name).read_bytes())
    with tempfile.TemporaryDirectory() as there:
        command = [npm, "pack", f"{package.name}@{package.version}", "--ignore-scripts", "--silent"]
        try:
            subprocess.run(command, cwd=there, check=True, capture_output=True, timeout=300)
        except (OSError, subprocess.SubprocessError) as error:
            raise PackageError(f"npm could not fetch {package.name}: {error}") from error
        return _checked(package, (Path(there) / package.file_name).read_bytes())


def member(archive: bytes, path: str) -> str:
    """Return one text file of an npm archive by its exact path; nothing is written, no link followed."""
    with tempfile.TemporaryFile() as file:
        file.write(archive)
        file.seek(0)
        with tarfile.open(fileobj=file, mode="r:gz") as tar:
            for entry in tar:
                if entry.name == path and entry.isfile() and entry.size <= LARGEST_MEMBER:
                    content = tar.extractfile(entry)
                    if content is not None:
                        return content.read().decode("utf-8")
    raise PackageError(f"no file {path} in the package")


def _checked(package: Package, archive: bytes) -> bytes:
    """Return the archive if its checksum is the pinned one."""
    digest = base64.b64encode(hashlib.sha512(archive).digest()).decode("ascii")
    if digest != package.sha512:
        raise PackageError(f"{package.file_name} has another checksum than expected: {digest}")
    return archive
