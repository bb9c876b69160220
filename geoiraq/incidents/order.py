"""The order of more keys than fit into memory."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from heapq import merge
from itertools import islice
from operator import itemgetter
from tempfile import TemporaryFile
from typing import IO, Any

#: So many keys are held at once; each further run of them is put in order and laid aside on disk.
RUN = 10_000

#: A key and its number.
Numbered = tuple[Any, int]


def order_of(keys: Iterable[Any]) -> array[int]:
    """Give the numbers of keys, counted from 0, in the order of the keys.

    Parameters
    ----------
    keys
        Any number of values that can be compared and pickled, taken one after the other.

    Returns
    -------
    array of int
        The numbers; of equal keys the first comes first.

    Examples
    --------
    >>> list(order_of(["c", "a", "b", "a"]))
    [1, 3, 2, 0]
    """
    numbered = ((key, number) for number, key in enumerate(keys))
    with ExitStack() as files:
        runs: list[Iterator[Numbered]] = []
        while run := sorted(islice(numbered, RUN), key=itemgetter(0)):
            is_all = not runs and len(run) < RUN
            runs.append(iter(run) if is_all else _laid_aside(run, files.enter_context(TemporaryFile())))
        return array("Q", (number for _, number in merge(*runs, key=itemgetter(0))))


def _laid_aside(run: list[Numbered], file: IO[bytes]) -> Iterator[Numbered]:
    """Write a run to a file that is gone when it is closed, and give it back one key after the other."""
    for each in run:
        pickle.dump(each, file, pickle.HIGHEST_PROTOCOL)
    file.seek(0)
    return (pickle.load(file) for _ in range(len(run)))
