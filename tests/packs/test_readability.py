"""The English of every section can be read by whoever has been to school for seven years."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pyphen import Pyphen

from intake.form.catalogues import texts_of_section
from intake.form.loader import load_form
from intake.form.model import Section

ROOT = Path(__file__).resolve().parents[2]
SECTIONS = {
    f"{pack.parent.name}/{section.name}": section
    for pack in sorted(ROOT.glob("forms/*/form.yaml"))
    for section in load_form(pack.parent).sections
}
HARDEST = 7.0
EXCEPTIONS: dict[str, float] = {}
"""Sections that may be harder, and how hard, each with its reason beside it."""

_SYLLABLES = Pyphen(lang="en_US")
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_SENTENCE = re.compile(r"[.?:;]+(?=\s|$)|\n")


def test_the_measure_agrees_with_sentences_worked_out_by_hand() -> None:
    """Flesch and Kincaid, 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59."""
    assert grade(["The cat sat."]) == pytest.approx(0.39 * 3 + 11.8 * 1 - 15.59)
    assert grade(["The paper rabbit sat. It ran"]) == pytest.approx(0.39 * 3 + 11.8 * 8 / 6 - 15.59)


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_is_in_plain_words(name: str) -> None:
    assert grade(said_in(SECTIONS[name])) <= EXCEPTIONS.get(name, HARDEST)


@pytest.mark.parametrize("name", SECTIONS)
def test_no_sentence_of_a_section_is_long(name: str) -> None:
    long = [s for text in said_in(SECTIONS[name]) for s in sentences(text) if len(_WORD.findall(s)) > 33]
    assert long == []


def said_in(section: Section) -> Sequence[str]:
    """Every text of a section; a name to fill counts as one short word."""
    return [re.sub(r"\$\{\w+\}", "Name", text.english) for text in texts_of_section(section)]


def sentences(text: str) -> Iterator[str]:
    return (part for part in _SENTENCE.split(text) if _WORD.search(part))


def grade(texts: Sequence[str]) -> float:
    """The Flesch-Kincaid grade of these texts together; what has no full stop is a sentence too."""
    found = [sentence for text in texts for sentence in sentences(text)]
    words = [word for sentence in found for word in _WORD.findall(sentence)]
    syllables = sum(_SYLLABLES.inserted(word.lower()).count("-") + 1 for word in words)
    return 0.39 * len(words) / len(found) + 11.8 * syllables / len(words) - 15.59
