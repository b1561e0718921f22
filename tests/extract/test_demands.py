"""What is a demand, and what only tells, judges or wishes."""

import pytest

from kg.extract.demands import is_demand, item_number

DEMANDS = [
    "要压实责任。",
    "各级各部门必须守住底线。",
    "加强田间管理，确保丰收。",
    "二是核酸检测要到位。",
    "不管条件如何变化，自力更生的志气不能丢。",
    "谁拖全市后腿，就追究谁的责任。",
    "各责任单位务于3月20日前完成自查。",
]
TOLD = [
    "这项工作取得重要进展。",
    "近年来，全市经济稳步增长。",
    "深化改革是推动发展的重要举措。",
    "双方愿同各国一道推进合作。",
    "如何把蓝图落到实处呢？",
    "他原来住在山里。",
]


@pytest.mark.parametrize("sentence", DEMANDS)
def test_demands(sentence: str) -> None:
    assert is_demand(sentence, governed=False)


@pytest.mark.parametrize("sentence", TOLD)
def test_what_only_tells(sentence: str) -> None:
    assert not is_demand(sentence, governed=False)


def test_a_governing_verb_makes_a_plain_sentence_a_demand() -> None:
    assert is_demand("所有紧缺物资统一调度。", governed=True)
    assert not is_demand("所有紧缺物资统一调度。", governed=False)


@pytest.mark.parametrize(
    ("sentence", "number"), [("一要抓紧。", 1), ("三是做好。", 3), ("首先，要看到", 1), ("要抓紧。", None)]
)
def test_items(sentence: str, number: int | None) -> None:
    assert item_number(sentence) == number


@pytest.mark.parametrize(
    "sentence",
    [
        "办好运动会，是我们的庄严承诺。",
        "做好基层工作，对促进发展具有重要意义。",
        "我们将坚定不移扩大开放。",
        "美方高度重视双方合作。",
        "今年4月至5月，检查组对法律实施情况开展了执法检查。",
    ],
)
def test_judgements_plans_of_ones_own_and_reports_demand_nothing_even_when_governed(sentence: str) -> None:
    assert not is_demand(sentence, governed=True)


@pytest.mark.parametrize(
    "sentence", ["关键是落实政策、优化环境。", "实事求是公布信息。", "加强建设，尤其是农村道路。", "其次是精准施策。"]
)
def test_what_matters_is_demanded(sentence: str) -> None:
    assert is_demand(sentence, governed=True)
