"""Which post a title is where other articles tell more of its holder, and when it was seen held."""

import pytest

from kg.model import Rel
from kg.resolve import resolve


def _held(page):
    return [said.end for said in page.statements if said.rel is Rel.HOLDS]


@pytest.fixture
def posts(tell):
    """Names of the posts each article's first person holds: `(published, name, titles)`."""

    def of(*people):
        pages = []
        for number, (published, name, titles) in enumerate(people):
            page = tell(f"s{number}", published, "")
            page.person(name, *titles.split())
            pages.append(page.done())
        world = resolve(pages)
        return [[world.nodes[world.key(page, post)].properties["name"] for post in _held(page)] for page in pages]

    return of


def test_a_bare_title_is_the_post_its_holder_is_known_by(posts):
    known = ("2021-05-03", "通伦", "老挝国家主席")
    assert posts(known, ("2021-05-04", "通伦", "国家主席")) == [["老挝国家主席"], ["老挝国家主席"]]


def test_a_title_is_not_foreign_without_a_foreign_post(posts):
    assert posts(("2021-05-04", "习近平", "国家主席")) == [["国家主席"]]


def test_a_bare_title_two_posts_would_fit_stays_bare(posts):
    found = posts(
        ("2015-05-03", "王毅明", "江苏省委书记"),
        ("2016-05-03", "王毅明", "浙江省委书记"),
        ("2016-05-04", "王毅明", "书记"),
    )
    assert found[2] == ["书记"]


def terms(pages):
    world = resolve(pages)
    held = [d for d in world.derived if d.rel is Rel.HOLDS]
    return {d.end: d.props for d in held}


def test_a_post_is_held_from_the_first_to_the_last_day_seen(tell):
    pages = []
    for source, day in [("a", "2016-01-05"), ("b", "2016-02-05"), ("c", "2017-03-01")]:
        page = tell(source, day, "")
        page.person("楼阳生", "山西省省长")
        pages.append(page.done())
    (props,) = terms(pages).values()
    assert "2016-01-05" in str(props) and "2017-03-01" in str(props)


def test_a_former_title_shows_nobody_in_office(tell):
    page = tell("a", "2016-01-05", "")
    page.person("孟学农", "原山西省省长")
    (props,) = terms([page.done()]).values()
    assert "2016" not in str(props)
