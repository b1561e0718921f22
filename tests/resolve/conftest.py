"""Extractions written by hand: `tell("page", "2022-04-06")` is an article, its methods what it says."""

import pytest

from kg.model import Label, Rel
from kg.statement import Entity, Extraction, Span, Statement

TAIYUAN = "山西省太原市"


class Telling:
    """One article being told; `done()` is its Extraction. Every entity gets its own span."""

    def __init__(self, page="page.txt", date="2022-04-06", jurisdiction=TAIYUAN, start=0, **props):
        self.source, self.date, self.jurisdiction, self.start, self.props = page, date, jurisdiction, start, props
        self.entities, self.statements = [], []

    def add(self, label, name, **props):
        number = len(self.entities)
        span = Span(self.start + 10 * number, self.start + 10 * number + len(name))
        self.entities.append(Entity(f"e{number}", label, name, (span,), props))
        return f"e{number}"

    def say(self, start, rel, end, **props):
        at = self.start + 1000 + 10 * len(self.statements)
        self.statements.append(Statement(rel, start, end, Span(at, at + 5), "原文如此。", props))

    def person(self, name, *titles, **props):
        local = self.add(Label.PERSON, name, **props)
        for title in titles:
            self.say(local, Rel.HOLDS, self.post(title), titles=[title])
        return local

    def post(self, title):
        known = (e.local for e in self.entities if e.label is Label.POST and e.name == title)
        return next(known, None) or self.add(Label.POST, title)

    def meeting(self, name, **props):
        return self.add(Label.MEETING, name, **props)

    def measure(self, name, **props):
        return self.add(Label.MEASURE, name, **props)

    def body(self, name, **props):
        return self.add(Label.BODY, name, **props)

    def done(self):
        article = Entity("a", Label.ARTICLE, "题", (Span(self.start, self.start + 900),), self.props)
        return Extraction(
            self.source, self.date, self.jurisdiction, article, tuple(self.entities), tuple(self.statements)
        )


@pytest.fixture
def tell():
    """The class itself: call it with source, date, jurisdiction, start."""
    return Telling


@pytest.fixture
def pages():
    """The two seed pages as an extractor would tell them, shortened."""
    first = Telling("a.txt", "2022-04-06")
    first.person("林武", "省委书记", "省新冠肺炎疫情防控工作领导小组组长")
    lan = first.person("蓝佛安", "省委副书记", "省长", "省疫情防控工作领导小组组长")
    m78 = first.meeting(
        "省委第七十八次疫情防控专题会暨省疫情防控工作领导小组会议", date="2022-04-04", ordinal=78, _held=True
    )
    first.say("e0", Rel.CHAIRED, m78)
    first.say(lan, Rel.SPOKE_AT, m78)
    second = Telling("a.txt", "2022-04-06", start=5000, reporters=["殷雪莺", "梁涛"])
    wei = second.person("韦韬", "省委常委", "市委书记")
    second.person("张新伟", "市委副书记", "市长")
    second.person("殷雪莺")
    second.person("梁涛")
    m108 = second.meeting("市疫情防控工作领导小组第108次会议", date="2022-04-04", ordinal=108, _held=True)
    conveyed = second.meeting("省委第七十八次专题会议暨省疫情防控工作领导小组会议", ordinal=78)
    second.say(wei, Rel.CHAIRED, m108)
    second.say(m108, Rel.CONVEYED, conveyed)
    second.measure("落地核酸+点对点转运+精准赋码", aliases=["“落地核酸+点对点转运+精准赋码”全链条工作机制"])
    second.body("市委")
    third = Telling("b.txt", "2022-05-26", reporters=["殷雪鸢", "梁涛"])
    third.person("韦韬", "省委常委", "市委书记")
    zhang = third.person("张韬", "市委副书记", "政法委书记")
    third.person("陈阳", "山西航空产业集团有限公司党委书记", "董事长")
    third.person("殷雪鸢")
    third.person("梁涛")
    m119 = third.meeting(
        "全市疫情防控工作总结推进会暨市疫情防控工作领导小组第119次会议", date="2022-05-25", ordinal=119, _held=True
    )
    third.say(zhang, Rel.CHAIRED, m119)
    third.measure("落地核酸+点对点转运+精准赋码", aliases=["“落地核酸+点对点转运+精准赋码”管控措施"])
    return [telling.done() for telling in (first, second, third)]
