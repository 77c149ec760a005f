"""Checks and clocks of a pack of one's own work as they do in the shipped one, whatever is not answered."""

import pytest

from intake.answers import Answers, Entry, Path
from intake.interview import Interview
from intake.review.deadlines import deadlines
from intake.review.findings import findings
from tests.support.cases import told, when
from tests.support.packs import NOON, form, interview

ITEMS = """
- type: repeat
  name: stays
  label: Stays
  entry: A stay
  add: Add
  items:
    - {type: uncertain_date, name: came, label: When did you come?}
    - {type: uncertain_date, name: went, label: When did you go?}
    - {type: country, name: land, label: Where?}
    - {type: yes_no, name: back, label: May you come back?}
- type: repeat
  name: sendings
  label: Sendings
  entry: A sending
  add: Add
  items:
    - {type: uncertain_date, name: sent, label: When was it sent?}
    - {type: yes_no, name: late, label: Was it late?}
"""
CHECKS = """
- {name: gap, finding: What was between?, check: gaps, sources: [came, went]}
- {name: both, finding: What was at once?, check: overlaps, sources: [came, went]}
- {name: same, finding: What was at once?, check: same_time, sources: [came, went, sent, sent]}
- {name: before, finding: Which was first?, check: some_before, sources: [came, sent]}
- {name: where, finding: Where was it?, check: elsewhere, sources: [sent, land, came, went, land]}
- {name: year, finding: Was it late?, check: after_a_year, sources: [came, sent, late]}
"""
RULE = "title: T, version: '1', source: S, checked_on: 2026-11-24, stale_after: 30, confirm: c"
RULES = f"""
- {{rule: long, value: P2Y, {RULE}}}
- {{rule: away, value: -P90D, {RULE}}}
"""
TERMS = """
- {term: t1, title: T, neutral: N, changes: C, clock: told, sources: [came]}
- {term: t2, title: T, neutral: N, changes: C, clock: until_done, sources: [came, back]}
- {term: t3, title: T, neutral: N, changes: C, clock: due, sources: [came, sent]}
- term: t4
  title: T
  neutral: N
  changes: C
  clock: anniversary
  sources: [came, sent, went, back]
  rules: [long, away]
- {term: t5, title: T, neutral: N, changes: C, clock: opens, sources: [sent], rules: [long]}
- {term: t6, title: T, neutral: N, changes: C, clock: fee_before, sources: [sent]}
- {term: t7, title: T, neutral: N, changes: C, clock: fee_after, sources: [sent]}
"""
FILES = {"checks.yaml": CHECKS, "rules.yaml": RULES, "terms.yaml": TERMS}


def of(*dates: tuple[str, str]) -> Interview:
    by_path = {}
    entries = {f"S{n}": Entry(f"S{n}", "stays", rank=n) for n in range(len(dates))}
    for entry, (came, went) in zip(entries, dates, strict=True):
        by_path |= {Path("came", entry): when(came), Path("went", entry): when(went)}
        by_path[Path("land", entry)] = told("NG", "country")
    return interview(form(ITEMS, more=FILES), Answers(by_path, entries))


def test_a_case_without_an_answer_has_neither_findings_nor_days() -> None:
    assert findings(of(), NOON.date()) == ()
    assert deadlines(of()) == ()


@pytest.mark.parametrize("came", ["0001", "9999-12-31", "[..9999]", "XXXX-05", "[2022..]", ""])
@pytest.mark.parametrize("went", ["0001-01-01", "9999", "../2020", "2020/..", ""])
def test_dates_at_the_ends_of_the_calendar_and_none_at_all_are_no_trouble(came: str, went: str) -> None:
    here = of((came, went), ("2020", "2021-05"), (went, came))
    assert len({one.key for one in findings(here, NOON.date())}) == len(findings(here, NOON.date()))
    for one in deadlines(here):
        assert one.due is None or one.unmoved is None or one.due <= one.unmoved


def test_a_length_of_absence_may_be_written_with_or_without_a_minus() -> None:
    found = [
        one
        for one in deadlines(of(("2020-01-10", "2020-02-01"), ("2024-03-04", "")))
        if one.term.name == "t4"
    ]
    assert [(str(one.due), one.plausible) for one in found] == [("2022-01-10", False), ("2026-03-04", True)]
