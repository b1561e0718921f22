"""Under which names requests may come in."""

from __future__ import annotations

import pytest

from kg.web.listening import LOOPBACK, hosts, is_loopback, open_port, url


@pytest.mark.parametrize(
    ("host", "more", "known"),
    [
        ("127.0.0.1", (), LOOPBACK),
        ("localhost", ("localhost",), LOOPBACK),
        ("::1", (), LOOPBACK),
        ("192.168.1.5", (), (*LOOPBACK, "192.168.1.5")),
        ("fe80::1", (), (*LOOPBACK, "[fe80::1]")),
        ("0.0.0.0", (), LOOPBACK),
        ("::", ("desk.lan",), (*LOOPBACK, "desk.lan")),
    ],
)
def test_this_machine_and_what_was_told(host: str, more: tuple[str, ...], known: tuple[str, ...]) -> None:
    assert hosts(host, more) == known


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True), ("0.0.0.0", False),
     ("192.168.1.5", False), ("example.org", False)],
)  # fmt: skip
def test_who_can_reach_it(host: str, alone: bool) -> None:
    assert is_loopback(host) is alone


def test_any_free_port_is_told() -> None:
    with open_port("127.0.0.1", 0) as listening:
        assert url(listening) == f"http://127.0.0.1:{listening.getsockname()[1]}/"
