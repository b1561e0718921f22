"""What a page says when the store does not answer, or the program itself is wrong."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from kg.errors import StoreUnreachable
from kg.web.app import site
from tests.web.conftest import HOME


class Failing:
    """A store of which every question ends in an error."""

    name = "neo4j"

    def __init__(self, error: Exception) -> None:
        self.error = error

    def run(self, *_: Any) -> list[dict[str, Any]]:
        raise self.error


def client_of(error: Exception) -> TestClient:
    store: Any = Failing(error)
    return TestClient(site(store), base_url=HOME, raise_server_exceptions=False)


@pytest.mark.parametrize("address", ["/", "/person/x", "/search?q=x", "/ask?q=who chaired what", "/query/chaired"])
def test_a_store_that_does_not_answer_is_told_and_what_to_do(address: str) -> None:
    page = client_of(StoreUnreachable("bolt://x does not answer")).get(address)
    assert page.status_code == 503
    assert "bolt://x does not answer" in page.text and "kg doctor" in page.text


def test_health_tells_it_too() -> None:
    told = client_of(StoreUnreachable("bolt://x does not answer")).get("/healthz")
    assert (told.status_code, told.json()["status"]) == (503, "store does not answer")


def test_a_bug_shows_nothing_of_itself() -> None:
    page = client_of(RuntimeError("the secret")).get("/")
    assert page.status_code == 500 and "secret" not in page.text and "Traceback" not in page.text
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
