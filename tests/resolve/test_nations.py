import pytest

from kg.resolve.nations import is_of_state, nation_of


@pytest.mark.parametrize(
    ("name", "nation"),
    [("俄罗斯总统办公厅", "俄罗斯"), ("俄总统办公厅", "俄罗斯"), ("美利坚合众国", "美国"), ("西班牙看守政府", "西班牙"),
     ("国务院", ""), ("联合国", ""), ("美的集团", ""), ("法制工作委员会", "")],
)  # fmt: skip
def test_nation_of(name, nation):
    assert nation_of(name) == nation


def test_titles_of_states():
    assert is_of_state("副总统") and not is_of_state("副主任")
