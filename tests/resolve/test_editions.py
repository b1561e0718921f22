import pytest

from kg.resolve.editions import edition
from kg.resolve.regions import NOWHERE
from kg.resolve.sittings import sittings

EDITIONS = [
    [("G20杭州峰会", ""), ("二十国集团领导人第十一次峰会", ""),
     ("2016年二十国集团峰会", ""), ("二十国集团领导人峰会", "2016-08-30")],
    [("金砖国家领导人第九次会晤", ""), ("金砖国家领导人厦门会晤", ""), ("厦门会晤", "2017-08-24")],
    [("上海合作组织青岛峰会", ""), ("上合组织成员国元首理事会第十八次会议", "")],
    [("亚太经合组织第二十二次领导人非正式会议", ""), ("APEC北京会议", "2014-12-22"),
     ("今年11月APEC北京会议", "2014-05-20")],
    [("中非合作论坛北京峰会", "2018-05-28"), ("2018年中非合作论坛北京峰会", "")],
]  # fmt: skip


def read(name, date):
    (sitting,) = sittings(name, NOWHERE)
    return edition(sitting, date)


@pytest.mark.parametrize("names", EDITIONS, ids=lambda names: names[0][0])
def test_the_names_of_one_edition(names):
    assert len({read(name, date) for name, date in names}) == 1


def test_editions_differ():
    assert len({read(*names[0]) for names in EDITIONS}) == len(EDITIONS)
    assert read("中非合作论坛北京峰会", "2018-05-28") != read("中非合作论坛约翰内斯堡峰会", "2018-05-28")


@pytest.mark.parametrize(
    ("name", "date"),
    [("跨国公司领导人青岛峰会", "2018-06-10"), ("厦门会晤", "2022-01-01"), ("厦门会晤", ""),
     ("亚太经合组织部长级会议", "2014-11-08"),
     ("二十国集团领导人峰会", "")],
)  # fmt: skip
def test_what_tells_no_edition_stays_as_it_is(name, date):
    assert read(name, date) == sittings(name, NOWHERE)[0]
