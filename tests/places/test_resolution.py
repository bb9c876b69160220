"""An answer is a plain value, also where part of it is only made when it is asked for."""

from __future__ import annotations

import copy
import pickle
from dataclasses import replace

import pytest

from geoiraq import resolve
from geoiraq.places.resolution import Candidate, Resolution

KUT = Candidate("kut", "Kut", "city", "Wasit", 32.5, 45.8, 0.9)


def put_off(made: list[str] | None = None) -> Resolution:
    """An answer whose reason and candidates are yet to be made; `made` notes when they are."""
    noted = [] if made is None else made

    def reason() -> str:
        noted.append("reason")
        return "is a name of Kut"

    return Resolution.told_later(
        {"query": "Kut", "status": "resolved", "place_id": "kut"}, reason=reason, candidates=lambda: (KUT,)
    )


TOLD = Resolution("Kut", "resolved", "kut", reason="is a name of Kut", candidates=(KUT,))


def test_it_equals_the_answer_that_was_told_at_once():
    assert put_off() == TOLD
    assert hash(put_off()) == hash(TOLD)
    assert repr(put_off()) == repr(TOLD)
    assert put_off().to_dict() == TOLD.to_dict()


def test_what_differs_when_it_is_made_differs():
    assert put_off() != replace(TOLD, reason="sounds like Kut")


def test_what_is_put_off_is_made_once_and_only_when_asked_for():
    made: list[str] = []
    answer = put_off(made)
    assert (answer.place_id, made) == ("kut", [])
    assert answer.reason == answer.reason == "is a name of Kut"
    assert made == ["reason"]


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda answer: pickle.loads(pickle.dumps(answer)), replace]
)
def test_it_can_be_copied_and_sent_to_another_process(copied):
    assert copied(put_off()) == TOLD


@pytest.mark.parametrize("name", ["Kut", "Balad", "Salam", "Nosuchplace"])
def test_what_resolve_gives_can_be_sent_to_another_process(name):
    answer = resolve(name)
    assert pickle.loads(pickle.dumps(answer)) == answer


def test_it_cannot_be_changed():
    with pytest.raises(AttributeError):
        put_off().reason = "because"


def test_it_has_no_other_attributes():
    with pytest.raises(AttributeError, match="reasons"):
        _ = put_off().reasons
