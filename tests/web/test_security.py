"""Who is answered, what every answer forbids a browser, and attack strings at every door."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import HOME, at

ADDRESSES = ["/", "/search?q=韦", "/ask?q=谁", "/query/chaired", at("person/韦韬"), "/nothing", "/static/site.css",
             "/healthz", "/query/chaired?since=x", "/search.json?q=wt"]  # fmt: skip
SCRIPT = "<script>alert(1)</script>"
MARKUP = [SCRIPT, "\"><img src=x onerror=alert(1)>", "'-alert(1)-'", "{{7*7}}", "{% raw %}", "javascript:alert(1)",
          "</title><svg/onload=alert(1)>"]  # fmt: skip
CYPHER = [
    "' OR 1=1 //",
    '"}) DETACH DELETE n //',
    "`) MATCH (n) DETACH DELETE n //",
    "$key",
    "\\",
    "%00",
    "person/韦韬' //",
]
TRAVERSAL = [
    "../../etc/passwd", "..%2f..%2fetc%2fpasswd", "....//....//etc/passwd", "/etc/passwd", "..\\..\\windows",
    "%2e%2e/%2e%2e/etc/passwd",
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_forbids_foreign_scripts_frames_and_guesses(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script-src 'self'" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff" and headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize(
    "address", ["/", "/ask?q=谁主持了第119次会议？", at("person/韦韬"), "/queries", "/query/chaired"]
)
def test_no_page_needs_what_the_policy_forbids(client: TestClient, address: str) -> None:
    page = client.get(address).text
    assert "style=" not in page and "onclick" not in page and "<style" not in page
    assert page.count("<script") == 1 and '<script src="/static/search.js" defer></script>' in page
    assert "http://" not in page and "https://" not in page


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8421", 200),
        ("localhost", 200),
        ("[::1]:8421", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost.evil.example:8421", 421),
        ("evil.example:127.0.0.1", 421),
        ("localhost@evil.example", 421),
        ("evil.example#localhost", 421),
        ("", 421),
    ],
)
def test_a_name_that_was_made_to_point_here_gets_nothing(client: TestClient, host: str, status: int) -> None:
    answer = client.get("/search.json?q=wt", headers={"host": host})
    assert answer.status_code == status
    assert (b"hits" in answer.content) == (status == 200)
    assert (b"kg serve --allow" in answer.content) == (status == 421)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_sent(client: TestClient, method: str) -> None:
    for address in ("/", at("person/韦韬"), "/query/chaired"):
        assert client.request(method, address, content=b"x").status_code == 405


@pytest.mark.parametrize("text", MARKUP)
def test_script_in_a_question_is_only_text(client: TestClient, text: str) -> None:
    for address in ("/search", "/ask", "/query/chaired?since=", "/query/trace?measure="):
        path, _, name = address.partition("?")
        page = client.get(path, params={name.rstrip("=") or "q": text})
        assert page.status_code in (200, 400)
        assert SCRIPT not in page.text and "<img src=x" not in page.text and "<svg/onload" not in page.text
        assert "49" not in page.text or "{{7*7}}" in page.text


@pytest.mark.parametrize("text", MARKUP)
def test_script_in_a_name_is_only_text(client_of: Callable[..., TestClient], text: str) -> None:
    name = text.replace(" ", "")
    small = client_of(
        (f"Person:{name}", {"aliases": [text]}),
        (f"Meeting:{name}会", {"date": text, "series": text, "venue": text}),
        f"Person:{name} CHAIRED Meeting:{name}会",
        f"Article:{name} MENTIONS Person:{name}",
        f"Person:{name} ISSUED Directive:{name}",
        f"Directive:{name} CALLS_FOR Measure:{name}",
    )
    for key in (f"person/{name}", f"meeting/{name}会", f"measure/{name}", f"article/{name}"):
        page = small.get(at(key))
        assert page.status_code == 200
        assert SCRIPT not in page.text and "<img" not in page.text.replace('<img src="/static/icon.svg"', "")
        assert "<svg/onload" not in page.text and 'href="javascript:' not in page.text
    picture = small.get("/picture", params={"key": f"person/{name}"})
    assert SCRIPT not in picture.text and "<svg/onload" not in picture.text
    assert small.get(f"{at(f'person/{name}')}.json").json()["name"] == name


@pytest.mark.parametrize("text", CYPHER)
def test_cypher_in_a_parameter_is_only_text(client: TestClient, text: str) -> None:
    before = client.get("/index.json").json()["counts"]
    for address in (f"/person/{quote(text, safe='')}", f"/picture?key={quote(text)}"):
        assert client.get(address).status_code == 404
    assert client.get("/query/chaired.json", params={"meeting": text}).json()["rows"] == []
    assert client.get("/search.json", params={"q": text}).status_code == 200
    assert client.get("/query/chaired.json", params={f"x{text}": "1"}).status_code == 400
    assert client.get("/index.json").json()["counts"] == before


@pytest.mark.parametrize("path", TRAVERSAL)
def test_no_path_leaves_its_folder(client: TestClient, path: str) -> None:
    for door in ("/static/", "/source/", "/person/", "/query/", "/node/", "/"):
        answer = client.get(door + path)
        assert answer.status_code in (307, 400, 404)
        assert "root:" not in answer.text
        assert not answer.headers.get("location", "").startswith(("http", "//"))


@pytest.mark.parametrize(
    "address",
    ["/person/韦韬?page.meetings=x", "/person/韦韬?page.meetings=-1", "/search?q=韦&limit=1e9",
     "/source/000_ab0f9fe375525ce3.txt?at=a,b", "/source/000_ab0f9fe375525ce3.txt?at=1,99999999999",
     "/query/chaired?since=gestern", "/query/chaired?who=x", "/query/attended?role=CHAIR"],
)  # fmt: skip
def test_a_wrong_address_says_what_to_do(client: TestClient, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 400 and "请按上面的提示" in page.text
    assert client.get(address, headers={"accept": "application/json"}).json()["status"] == 400


@pytest.mark.parametrize(
    "address", ["/person/nobody", "/nothing", "/source/none.txt", "/query/none", "/static/none.css"]
)
def test_a_page_that_is_not_there_says_how_to_find_it(client: TestClient, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 404 and "查找框" in page.text


def test_spans_beyond_the_text_mark_nothing(client: TestClient) -> None:
    page = client.get("/source/000_ab0f9fe375525ce3.txt?at=900000,900010")
    assert page.status_code == 200 and '<mark id="at">' not in page.text


@pytest.mark.parametrize(
    "path", ["//evil.example", "//evil.example/x", "/\\evil.example", "/%5Cevil.example", "/%2F/evil.example"]
)
def test_the_choice_of_a_language_leads_nowhere_else(client: TestClient, path: str) -> None:
    answer = client.get(f"{HOME}{path}?lang=en")
    location = answer.headers.get("location", "/")
    assert location.startswith("/") and not location.startswith(("//", "/\\")) and "\r" not in location
    client.cookies.clear()


def test_the_choice_of_a_language_keeps_the_page(client: TestClient) -> None:
    answer = client.get(f"{at('article/000_ab0f9fe375525ce3.txt#2')}?page.meetings=2&lang=en&q=%26")
    assert answer.headers["location"] == f"{at('article/000_ab0f9fe375525ce3.txt#2')}?page.meetings=2&q=%26"
    client.cookies.clear()
