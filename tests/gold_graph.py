"""The graph of the two seed pages, built from their gold facts instead of by the extractors.

Tests of the stores and queries need a graph whose every fact is known to be right; the facts come from
`tests/data/seeds_gold.jsonl`, the proving sentences are looked up in `seeds/`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import networkx as nx

from kg.model import NODES, RELS, Label, Rel, Value, merge_properties, node_key
from kg.statement import Span, evidence_ref

ROOT = Path(__file__).parents[1]
# a break after a long line is the scan's column end, not the sentence's
SENTENCE = re.compile(r"(?:[^。！？!?\n]|(?<=[^\n]{12})\n+(?![^\n]{0,40}\n|本报讯|#))+[。！？!?]?")
ROLE_WORDS = {Rel.CHAIRED: "主持", Rel.ATTENDED: "出席", Rel.REPORTED_AT: "汇报", Rel.SPOKE_AT: "讲话|要求|发言|交流"}
GOLD_ONLY = {  # what the gold facts leave open: where an article begins, when it appeared, the places behind 省 and 市
    "000_ab0f9fe375525ce3.txt": ("2022-04-06", ("林武主持召开省委", "韦韬主持召开市疫情", "“十四五”规划为")),
    "004_106f38b497a622a6.txt": ("2022-05-26", ("总结得失", "## 韦韬与山西航空", "快递员、外卖员")),
}
POST_BODIES = {"省委": "山西省委", "市委": "太原市委", "省长": "山西省人民政府", "市长": "太原市人民政府"}
PARTS_ALONE = {"点对点转运": "点对点转运及后续跟踪管控", "赋码管理": "聚焦完善赋码管理"}


class Article(NamedTuple):
    """One article of a page: its key and its span."""

    key: str
    start: int
    end: int


def full_name(name: str) -> str:
    """`name` with the paper's own 省 and 市 said in full (both papers are Taiyuan's, in Shanxi)."""
    name = re.sub(r"(^|暨)(全?)省(?=[委疫新长人领])", r"\1山西省", name)
    return re.sub(r"(^|暨|山西省委常委、)(全?)市(?=[委疫长人政])", r"\1太原市", name)


def broken(words: str) -> str:
    """A pattern for words that the scan's columns may have broken across lines."""
    return r"\s*".join(map(re.escape, words))


class Page:
    """One seed page with its gold facts, written into a shared graph."""

    def __init__(self, graph: nx.MultiDiGraph[str], gold: dict[str, Any]) -> None:
        self.graph, self.gold, self.id = graph, gold, str(gold["id"])
        self.text = (ROOT / "seeds" / self.id).read_text(encoding="utf-8")
        self.date, anchors = GOLD_ONLY[self.id]
        starts = [self.text.index(anchor) for anchor in anchors]
        spans = zip(starts, [*starts[1:], len(self.text)], strict=True)
        self.articles = [Article(f"article/{self.id}#{n}", *span) for n, span in enumerate(spans, 1)]
        self.meetings = {meeting["ref"]: meeting for meeting in gold["meetings"]}
        self.directives: list[tuple[str, str, str | None, Span]] = []

    # -- small steps ---------------------------------------------------------------------------------------------
    def node(self, label: Label, readable: str, name: str, **props: Value) -> str:
        """Add (or complete) a node; its key."""
        key = node_key(label, readable)
        if key not in self.graph:
            self.graph.add_node(key, label=label.value, name=name)
        own = {k: v for k, v in self.graph.nodes[key].items() if k not in ("label", "name")}
        merge_properties(own, {k: v for k, v in props.items() if v not in ("", None)}, NODES[label].properties)
        self.graph.nodes[key].update(own)
        return key

    def edge(self, start: str, rel: Rel, end: str, span: Span, **props: Value) -> None:
        """Add (or complete) a relationship proved by `span`."""
        proof = (evidence_ref(self.id, span), self.text[span.start : span.end])
        if not self.graph.has_edge(start, end, rel.value):
            self.graph.add_edge(start, end, rel.value, evidence=[], quotes=[])
        old = self.graph.edges[start, end, rel.value]
        proofs = sorted({*zip(old["evidence"], old["quotes"], strict=True), proof})
        own = {k: v for k, v in old.items() if k not in ("evidence", "quotes")}
        merge_properties(own, props, RELS[rel].properties)
        old.update(own, evidence=[e for e, _ in proofs], quotes=[q for _, q in proofs])

    def sentences(self, article: Article | None = None) -> Iterator[Span]:
        """The sentences of an article, or of the page."""
        _, start, end = article or ("", 0, len(self.text))
        return (Span(m.end() - len(m[0].lstrip()), m.end()) for m in SENTENCE.finditer(self.text, start, end))

    def sentence(self, *patterns: str, article: Article | None = None) -> Span:
        """The first whole sentence with every pattern; failing that, any line with them, or with the first of them."""
        spans = sorted(self.sentences(article), key=lambda s: self.text[s.end - 1] not in "。”")
        for wanted in (patterns, patterns[:1]):
            for span in spans:
                if all(re.search(p, self.text[slice(*span)]) for p in wanted):
                    return span
        raise AssertionError(f"{self.id}: no sentence with {patterns}")

    def article_of(self, ref: str | None) -> Article | None:
        """The article whose headline or body first names the meeting (gold meetings m1, m2 stand in page order)."""
        held = [r for r in self.meetings if r in ("m1", "m2")]
        return self.articles[held.index(ref)] if ref in held else None

    # -- families ------------------------------------------------------------------------------------------------
    def build(self) -> None:
        """Write all families."""
        self.add_articles()
        self.add_people()
        self.add_meetings()
        self.add_documents()
        self.add_directives()
        self.add_measures()

    def add_articles(self) -> None:
        for key, start, end in self.articles:
            headline = self.text[start : self.text.index("\n", start)].lstrip("# ")
            found = re.search(r"本报讯.{0,2}记者 ([^)）]+)", self.text[start:end])
            self.node(Label.ARTICLE, key.partition("/")[2], headline, headline=headline, date=self.date,
                      source="太原日报", path=self.id, reporters=found[1].split() if found else [])  # fmt: skip

    def add_people(self) -> None:
        for name in self.gold["persons"]:
            self.mention(self.node(Label.PERSON, name, name), name)
        for name, title in self.gold["posts"]:
            post = self.node(Label.POST, full_name(title), full_name(title), role=title)
            span = self.sentence(name, title)
            self.edge(node_key(Label.PERSON, name), Rel.HOLDS, post, span,
                      titles=[title], first_seen=self.date, last_seen=self.date)  # fmt: skip
            for part, body in POST_BODIES.items():
                if part in title and "领导小组" not in title:
                    self.edge(post, Rel.OF, self.node(Label.BODY, body, body), span)

    def mention(self, key: str, form: str) -> None:
        for article in self.articles:
            for found in re.finditer(re.escape(form), self.text[article.start : article.end]):
                span = Span(article.start + found.start(), article.start + found.end())
                self.edge(article.key, Rel.MENTIONS, key, span)

    def add_meetings(self) -> None:
        for ref, gold in self.meetings.items():
            key, held, article = self.meeting(ref), "date" in gold, self.article_of(ref)
            span = self.sentence("|".join(map(re.escape, gold["names"])), "日", article=article)
            if article and held:
                self.edge(article.key, Rel.REPORTS, key, span)
                self.mention(key, gold["names"][0])
            for body in self.bodies(key):
                self.edge(key, Rel.HELD_BY, self.node(Label.BODY, body, body), span)
        for name, role, ref in self.gold["roles"]:
            article = self.article_of(ref)
            span = self.sentence(f"{name}[^。]*(?:{ROLE_WORDS[Rel(role)]})", "会|要求|汇报", article=article)
            titles = [t for n, t in self.gold["posts"] if n == name and t in self.text[slice(*span)]]
            verb = re.search(ROLE_WORDS[Rel(role)], self.text[slice(*span)])
            self.edge(node_key(Label.PERSON, name), Rel(role), self.meeting(ref), span,
                      verb=[verb[0]] if verb else [], as_posts=sorted(titles))  # fmt: skip
        for ref, other in self.gold["conveyed"]:
            span = self.sentence("传达学习", article=self.article_of(ref))
            self.edge(self.meeting(ref), Rel.CONVEYED, self.meeting(other), span, verb=["传达学习"])

    def meeting(self, ref: str) -> str:
        """The key of the meeting that the page's gold facts call `ref`."""
        gold = self.meetings[ref]
        name = next((full_name(n) for n in gold["names"] if re.search("^(?!.*暨).*第.+次", n)), gold["names"][0])
        date = gold.get("date", "")
        series = re.sub(r"第[^次]+次", "", name) if "ordinal" in gold else ""
        props = {"date": date, "series": series, "ordinal": gold.get("ordinal", "")}
        aliases = sorted({full_name(n) for n in gold["names"]}.union(gold["names"]) - {name})
        return self.node(Label.MEETING, f"{name}@{date}" if date else name, name, aliases=aliases, **props)

    def bodies(self, meeting: str) -> list[str]:
        series = str(self.graph.nodes[meeting].get("series", ""))
        return {"山": ["山西省委", "山西省疫情防控工作领导小组"], "太": ["太原市疫情防控工作领导小组"]}.get(
            series[:1], []
        )

    def add_documents(self) -> None:
        for title in self.gold["documents"]:
            document = self.node(Label.DOCUMENT, title, title, kind="plan")
            span = self.sentence(re.escape(title))
            body = self.node(Label.BODY, "山西省教育厅", "山西省教育厅", kind="department")
            self.edge(body, Rel.PUBLISHED, document, span, verb=["公布"])
            for quantity, thing in self.gold["targets"]:
                number = re.match(r"\d+", quantity)
                assert number
                span = self.sentence(f"{number[0]}(?:{quantity[-1]})?[^。]*", re.escape(thing[:4]))
                target = self.node(Label.TARGET, f"{quantity}{thing}", f"{quantity}{thing}", quantity=quantity,
                                   value=float(number[0]), unit=quantity[-1], object=thing, deadline="2025",
                                   text=self.text[slice(*span)])  # fmt: skip
                self.edge(document, Rel.SETS, target, span)

    def add_directives(self) -> None:
        for gold in self.gold["directives"]:
            found = re.search(broken(gold["snippet"]), self.text)
            assert found, gold["snippet"]
            start = found.start()
            article = next(a for a in self.articles if a.start <= start < a.end)
            ref = next((r for r in self.meetings if self.article_of(r) == article), None)
            self.directives.append((gold["speaker"], gold["verb"], ref, Span(start, article.end)))
        ordered = sorted(self.directives, key=lambda d: d[3].start)
        for n, (speaker, verb, ref, span) in enumerate(ordered):
            limit = ordered[n + 1][3].start if n + 1 < len(ordered) else span.end
            span = Span(span.start, min(span.end, limit, self.paragraph_end(span.start)))
            ordered[n] = (speaker, verb, ref, span)
            self.directive(*ordered[n])
        self.directives = ordered

    def paragraph_end(self, start: int) -> int:
        """Where the paragraph ends; a break inside a sentence (the scan's columns) does not end it."""
        found = re.compile(r"[。！？”]\n").search(self.text, start)
        return found.start() + 1 if found else len(self.text)

    def directive(self, speaker: str, verb: str, ref: str | None, span: Span) -> str:
        text = re.sub(r"\s+", "", self.text[slice(*span)])
        key = self.node(Label.DIRECTIVE, f"{self.id}#{span.start}", text[:30], text=text, verb=verb)
        label = Label.PERSON if speaker in self.gold["persons"] else Label.BODY
        issuer = self.meeting(ref) if speaker == "会议" and ref else self.node(label, speaker, speaker)
        self.edge(issuer, Rel.ISSUED, key, span, verb=[verb])
        if ref:
            self.edge(key, Rel.GIVEN_AT, self.meeting(ref), span)
        return key

    def add_measures(self) -> None:
        for gold in self.gold["measures"]:
            name = gold["names"][0]
            whole = self.node(Label.MEASURE, name, name, aliases=gold["names"][1:],
                              kind="composite" if "+" in name else "formula")  # fmt: skip
            self.mention(whole, name)
            for part in re.findall(r"[^+]{2,}", name) if "+" in name else ():
                span = self.sentence(re.escape(part))
                self.edge(whole, Rel.HAS_PART, self.node(Label.MEASURE, part, part), span)
        for name, speaker, ref in self.gold["measure_links"]:
            self.call(node_key(Label.MEASURE, name), name, speaker, ref)
        for name, words in PARTS_ALONE.items():
            if words in self.text:
                self.call(self.node(Label.MEASURE, name, name), words, "林武", "m1")
                self.mention(node_key(Label.MEASURE, name), name)
        if "赋码管理" in self.text:
            self.edge(self.node(Label.MEASURE, "赋码管理", "赋码管理"), Rel.VARIANT_OF,
                      self.node(Label.MEASURE, "精准赋码", "精准赋码"), self.sentence("赋码管理"),
                      score=0.5, reason=["shared head 赋码"])  # fmt: skip

    def call(self, measure: str, form: str, speaker: str, ref: str | None) -> None:
        """CALLS_FOR from the speaker's directive that names the measure; made from its sentence where gold has none."""
        for who, verb, given, span in self.directives:
            healed = re.sub(r"\s+", "", self.text[slice(*span)])
            if (who, given) == (speaker, ref) and form in healed:
                self.edge(self.directive(who, verb, given, span), Rel.CALLS_FOR, measure, span)
                return
        span = self.sentence(broken(form), speaker, article=self.article_of(ref))
        self.edge(self.directive(speaker, "要求", ref, span), Rel.CALLS_FOR, measure, span)


def gold_graph() -> nx.MultiDiGraph[str]:
    """The graph of both seed pages."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    lines = (ROOT / "tests" / "data" / "seeds_gold.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines:
        Page(graph, json.loads(line)).build()
    return graph
