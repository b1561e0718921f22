from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.clusters import Clusters

SIZE = 8
pairs = st.lists(st.tuples(st.booleans(), st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)), max_size=30)


@given(pairs)
def test_what_is_forbidden_is_never_joined(steps):
    clusters, apart = Clusters(SIZE), []
    for joins, a, b in steps:
        if joins:
            assert clusters.join(a, b) == clusters.same(a, b)
        elif clusters.forbid(a, b):
            apart.append((a, b))
    assert not any(clusters.same(a, b) for a, b in apart)


@given(pairs)
def test_groups_are_a_partition_led_by_their_smallest(steps):
    clusters = Clusters(SIZE)
    for _, a, b in steps:
        clusters.join(a, b)
    groups = clusters.groups()
    assert sorted(item for group in groups for item in group) == list(range(SIZE))
    assert all(clusters.find(item) == group[0] for group in groups for item in group)


def test_a_third_item_cannot_bridge():
    clusters = Clusters(3)
    clusters.forbid(0, 2)
    assert clusters.join(0, 1)
    assert not clusters.join(1, 2)
    assert clusters.groups() == [[0, 1], [2]]
