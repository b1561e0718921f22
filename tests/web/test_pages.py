"""What the pages tell, as HTML and as JSON, of the two seed pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import CITY_108, CITY_119, COMPOSITE, at

PAGES = [
    "person/韦韬", CITY_108, CITY_119, "body/太原市疫情防控工作领导小组", "body/太原市委", "post/太原市委书记",
    COMPOSITE,
    "document/山西省十四五教育事业发展规划", "article/000_ab0f9fe375525ce3.txt#2",
]  # fmt: skip
FIXED = ["/", "/search?q=韦", "/ask", "/ask?q=谁主持了第119次会议？", "/queries", "/query/chaired", "/query/trace",
         "/source/000_ab0f9fe375525ce3.txt?at=1710,1734"]  # fmt: skip


def told(client: TestClient, key: str, **asked: Any) -> dict[str, Any]:
    answer = client.get(f"{at(key)}.json", params=asked)
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def section(client: TestClient, key: str, name: str) -> list[dict[str, Any]]:
    (found,) = (one for one in told(client, key)["sections"] if one["id"] == name)
    rows: list[dict[str, Any]] = found["rows"]
    return rows


@pytest.mark.parametrize("key", PAGES)
def test_every_page_is_there_in_both_languages_and_as_json(client: TestClient, key: str) -> None:
    for lang, word in (("zh", "本页内容"), ("en", "On this page")):
        page = client.get(at(key), headers={"cookie": f"lang={lang}"})
        assert page.status_code == 200 and word in page.text
        assert not re.findall(r"(?:section|label|fact|property|column|error)\.\w+", page.text), (
            "words without a translation"
        )
    assert told(client, key)["key"] == key
    by_header = client.get(at(key), headers={"accept": "application/json"})
    assert by_header.json() == told(client, key)


@pytest.mark.parametrize("address", FIXED)
def test_the_other_pages_are_there(client: TestClient, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 200 and page.headers["content-type"].startswith("text/html")
    path, mark, query = address.partition("?")
    as_json = client.get(("/index" if path == "/" else path) + ".json" + mark + query)
    assert as_json.status_code == 200 and as_json.headers["content-type"] == "application/json"


def test_every_link_of_a_page_leads_somewhere(client: TestClient) -> None:
    pages = [client.get(address).text for address in ["/", *map(at, PAGES)]]
    links = {link for page in pages for link in re.findall(r'(?:href|src)="(/[^"#]*)', page)}
    assert len(links) > 60
    broken = [
        link for link in sorted(links) if client.get(link.replace("&amp;", "&")).status_code not in (200, 303, 307)
    ]
    assert not broken


def test_a_person_has_posts_over_time_meetings_with_roles_and_words(client: TestClient) -> None:
    posts = {
        row["post"]["name"]: (row["first_seen"], row["last_seen"]) for row in section(client, "person/韦韬", "posts")
    }
    assert posts["太原市委书记"] == ("2022-04-04", "2022-05-25")
    roles = {row["node"]["key"]: row["roles"] for row in section(client, "person/韦韬", "meetings")}
    assert roles[CITY_108][0] == "CHAIRED" and roles[CITY_119] == ["SPOKE_AT", "ATTENDED"]
    words = section(client, "person/韦韬", "words")
    assert any(row["words"].startswith("希望集团立足") and row["speaker"]["name"] == "韦韬" for row in words)
    assert {bar["post"] for bar in told(client, "person/韦韬")["bars"]} == {"太原市委书记", "山西省委常委"}


def test_a_meeting_is_on_one_page_people_in_printed_order(client: TestClient) -> None:
    people = [(row["node"]["name"], row["roles"][0]) for row in section(client, CITY_119, "people")]
    assert people[0] == ("张韬", "CHAIRED")
    assert [name for name, role in people if role == "ATTENDED"] == ["魏民", "操学诚"]
    assert [name for name, role in people if role == "SPOKE_AT"][:3] == ["韦韬", "张新伟", "杨继承"]
    (conveyed,) = section(client, CITY_108, "conveyed")
    assert conveyed["node"]["name"].startswith("山西省委第七十八次")
    assert [row["here"] for row in section(client, CITY_108, "series")] == [False, True]
    demands = section(client, CITY_108, "words")
    assert any(COMPOSITE in [measure["key"] for measure in row["measures"]] for row in demands)


def test_a_body_shows_its_meetings_and_who_holds_its_posts(client: TestClient) -> None:
    meetings = section(client, "body/太原市疫情防控工作领导小组", "meetings")
    assert [(row["date"], row["ordinal"]) for row in meetings] == [("2022-05-25", 119), ("2022-04-04", 108)]
    assert {"韦韬", "张新伟"} <= {row["person"]["name"] for row in section(client, "body/太原市委", "holders")}


def test_a_measure_shows_its_trace_parts_and_demands(client: TestClient) -> None:
    page = told(client, COMPOSITE)
    whole, *parts = page["trace"]["tracks"]
    assert [turn["meeting"]["key"] for turn in whole["turns"]] == [CITY_108, CITY_119]
    changed = {(piece["kind"], piece["text"]) for piece in whole["turns"][1]["pieces"]}
    assert ("gone", "全链条工作机制") in changed and ("new", "管控措施") in changed
    assert parts and all(part["relation"] == "part" and part["measure"]["key"] for part in parts)
    (leg,) = page["trace"]["way"]
    assert leg["meeting"]["key"] == CITY_108 and leg["conveyed"]["address"]
    assert {row["node"]["name"] for row in section(client, COMPOSITE, "has_parts")} == {
        "落地核酸",
        "点对点转运",
        "精准赋码",
    }


def test_evidence_is_marked_within_its_text(client: TestClient, seed_texts: dict[str, str]) -> None:
    (chair,) = (row for row in section(client, CITY_119, "people") if row["roles"] == ["CHAIRED"])
    proof = chair["proofs"]["shown"][0]
    source, _, span = proof["place"].partition("#char=")
    start, end = map(int, span.split(","))
    assert seed_texts[source][start:end] == proof["quote"] and "张韬主持" in proof["quote"]
    page = client.get(proof["address"].partition("#")[0])
    assert f'<mark id="at">{proof["quote"]}</mark>' in page.text
    person = section(client, "person/韦韬", "posts")[0]["proofs"]["shown"][0]
    assert person["before"] and person["after"] and person["date"]


def test_without_texts_the_quote_stands_alone(client_of: Callable[..., TestClient]) -> None:
    small = client_of("Person:李二 CHAIRED Meeting:会")
    (row,) = told(small, "meeting/会")["sections"][0]["rows"]
    (proof,) = row["proofs"]["shown"]
    assert (proof["quote"], proof["before"], proof["after"]) == ("Person:李二 CHAIRED Meeting:会", "", "")


def test_a_text_that_no_longer_reads_as_quoted_is_not_marked(client: TestClient, seed_texts: dict[str, str]) -> None:
    library = client.app.state.library  # type: ignore[attr-defined]
    moved = {source: "改动" + text for source, text in seed_texts.items()}
    library.texts, kept = moved, library.texts
    try:
        proof = section(client, "person/韦韬", "posts")[0]["proofs"]["shown"][0]
    finally:
        library.texts = kept
    assert "韦韬" in proof["quote"] and not proof["before"]


def test_an_articles_text_leads_to_all_it_mentions(client: TestClient, seed_texts: dict[str, str]) -> None:
    page = told(client, "article/000_ab0f9fe375525ce3.txt#2")
    text = "".join(piece["text"] for piece in page["text"])
    assert text in seed_texts["000_ab0f9fe375525ce3.txt"] and "“十四五”规划为山西教育划重点" not in text
    named = {piece["key"] for piece in page["text"] if piece["key"]}
    assert {"person/韦韬", CITY_108, COMPOSITE} <= named


def test_a_long_section_is_told_page_by_page(client_of: Callable[..., TestClient]) -> None:
    many = [(f"Meeting:第{n:03}次", {"date": f"2021-01-{n % 28 + 1:02}"}) for n in range(95)]
    small = client_of(*many, *(f"Person:李二 CHAIRED {name}" for name, _ in many))
    pages = [told(small, "person/李二", **{"page.meetings": n})["sections"][0] for n in (1, 2, 3, 4)]
    assert [(one["page"], len(one["rows"])) for one in pages] == [(1, 40), (2, 40), (3, 15), (3, 15)]
    assert len({row["node"]["key"] for one in pages[:3] for row in one["rows"]}) == 95 == pages[0]["total"]
    assert 'rel="next"' in small.get(at("person/李二")).text


def test_a_question_is_answered_with_names_that_lead_on(client: TestClient) -> None:
    page = client.get("/ask", params={"q": "谁主持了第119次会议？"}).text
    assert "由张韬主持" in page and f'<a href="{at("person/张韬")}">张韬</a>' in page
    refused = client.get("/ask.json", params={"q": "谁主持了第300次会议？"}).json()
    assert refused["answer"]["found"] is False and refused["table"]["lines"] == []


def test_a_canned_query_is_run_from_its_form(client: TestClient) -> None:
    form = client.get("/query/attended").text
    assert "<option>CHAIRED</option>" in form and "第几次" in form
    rows = client.get("/query/chaired.json", params={"ordinal": "119", "person": ""}).json()
    assert [row["chair"] for row in rows["rows"]] == ["张韬"] and rows["ready"]
    assert client.get("/query/trace.json").json()["ready"] is False


def test_pages_are_sent_once_and_change_with_the_store(client_of: Callable[..., TestClient]) -> None:
    small = client_of("Person:李二 CHAIRED Meeting:会")
    first = small.get(at("person/李二"))
    again = small.get(at("person/李二"), headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    client_of("Person:王三 CHAIRED Meeting:会")  # loads into the same file
    changed = small.get(at("person/王三"))
    assert changed.status_code == 200 and "王三" in small.get("/search.json?q=王三").text


def test_the_language_is_chosen_once(client: TestClient) -> None:
    chosen = client.get("/ask?q=谁&lang=en")
    assert chosen.status_code == 303 and "lang=en" in chosen.headers["set-cookie"]
    assert chosen.headers["location"].startswith("/ask?q=")
    client.cookies.clear()


def test_a_key_leads_to_its_page(client: TestClient) -> None:
    assert client.get("/node/person%2F韦韬").headers["location"] == at("person/韦韬")
    assert client.get("/node/directive%2Fa.txt%23char=3,5").headers["location"] == "/source/a.txt?at=3,5#at"


def test_the_picture_is_drawn_under_its_own_policy(client: TestClient) -> None:
    for key in ("person/韦韬", COMPOSITE):
        answer = client.get("/picture", params={"key": key})
        policy = answer.headers["content-security-policy"]
        assert "script-src 'sha256-" in policy and policy.endswith("frame-ancestors 'self'")
        assert '<base target="_top">' in answer.text and key in answer.text
    assert client.get("/picture?key=person/nobody").status_code == 404


def test_an_empty_store_says_how_to_fill_it(client_of: Callable[..., TestClient]) -> None:
    assert "kg load seeds" in client_of().get("/").text


def test_health(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
