"""Two renderings of one foreign name."""

from kg.resolve import resolve


def keys(tell, *people):
    pages = []
    for number, (published, name, *titles) in enumerate(people):
        page = tell(f"s{number}", published, "")
        page.person(name, *titles, _transliterated=True)
        pages.append(page.done())
    world = resolve(pages)
    return [world.key(page, "e0") for page in pages], world


def test_holders_of_one_office_with_names_alike_are_one(tell):
    (one, two), world = keys(tell, ("2016-07-14", "特雷莎·梅", "英国首相"), ("2017-07-14", "特蕾莎·梅", "英国首相"))
    assert one == two
    (judgement,) = [j for j in world.judgements if j.by == "rule:rendering"]
    assert judgement.same and "英国首相" in judgement.reason


def test_a_successor_of_another_name_is_another(tell):
    (one, two), _ = keys(tell, ("2016-07-10", "卡梅伦", "英国首相"), ("2016-07-14", "特雷莎·梅", "英国首相"))
    assert one != two


def test_names_alike_in_different_offices_stay_two(tell):
    (one, two), _ = keys(tell, ("2016-07-14", "特雷莎·梅", "英国首相"), ("2017-07-14", "特蕾莎·梅", "法国总统"))
    assert one != two


def test_names_alike_a_generation_apart_stay_two(tell):
    (one, two), _ = keys(tell, ("2006-07-14", "特雷莎·梅", "英国首相"), ("2017-07-14", "特蕾莎·梅", "英国首相"))
    assert one != two
