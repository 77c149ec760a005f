"""Where a line may break (UAX #14), word by word, so that no hostile text costs more than its length.

The rules are uniseg's. Words of plain letters, and plain neighbours of a space, are known without asking it.
"""

import re
from collections.abc import Iterator

from uniseg.linebreak import line_break_boundaries

from intake.export.text.clean import is_mark

LONGEST = 80
"""A longer unbroken word is cut between letters, since it fits no column and the rules are slow on it."""

_LETTERS = (
    "0-9A-Za-z\u00c0-\u024f\u0370-\u0373\u0376-\u037d\u0388-\u0481\u048a-\u0556\u05d0-\u05ea"
    "\u0620-\u064a\u0660-\u0669\u0671-\u06d3\u06f0-\u06f9"
)
_NO_JOIN = "\u200c"
"""Persian writes it inside words; a line never breaks at it."""
_BETWEEN_IDEOGRAPHS = re.compile("(?<=[\u3400-\u4dbf\u4e00-\u9fff])(?=[\u3400-\u4dbf\u4e00-\u9fff])")
"""Where a line may always break (ID ÷ ID), whatever stands around."""
_ENDS = ".,:;!?…،؛؟"
_PLAIN = re.compile(f'[«“"(]?[{_LETTERS}]+(?:[.,’\'{_NO_JOIN}][{_LETTERS}]+)*[{_ENDS}]*[)»”"]?[{_ENDS}]*')
_SURE_END = frozenset(f'{_ENDS}"»”-–%')
_SURE_START = frozenset('("«“„–-—+#•')
_WINDOW = 32
_JOINERS = frozenset("\u034f\u200c\u200d")
_Asked = dict[tuple[str, str], bool]


def words(text: str) -> Iterator[tuple[int, int, int]]:
    """The unbreakable stretches of one paragraph: start, end, and the end of the spaces that follow.

    A line may break after each; spaces at a break are not drawn. Spaces where no line may break lie inside.
    """
    start, asked = 0, _Asked()
    for begin, end in _between_spaces(text):
        for cut in _inside(text[begin:end]):
            yield start, begin + cut, begin + cut
            start = begin + cut
        after = end
        while after < len(text) and text[after] == " ":
            after += 1
        if after == len(text) or after - start > LONGEST or _breaks_at_space(text, start, end, after, asked):
            yield start, end, after
            start = after


def _between_spaces(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each run without U+0020; leading spaces make an empty one."""
    begin = 0
    while begin < len(text):
        end = text.find(" ", begin)
        if end < 0:
            end = len(text)
        yield begin, end
        begin = end
        while begin < len(text) and text[begin] == " ":
            begin += 1


def _breaks_at_space(text: str, start: int, end: int, after: int, asked: _Asked) -> bool:
    """Whether a line may break at the spaces from `end` to `after` (LB7 to LB18).

    `asked` remembers what the rules said of neighbours in this paragraph: they take about a millisecond.
    """
    if start == end:
        return True
    last, first = text[end - 1], text[after]
    if (last.isalnum() or last in _SURE_END) and (first.isalnum() or first in _SURE_START):
        return True
    left = text[max(start, end - _WINDOW) : end]
    stop = text.find(" ", after)
    right = text[after : min(len(text), after + _WINDOW) if stop < 0 else min(stop + 1, after + _WINDOW)]
    if (left, right) not in asked:
        asked[left, right] = len(left) + 1 in line_break_boundaries(f"{left} {right}")
    return asked[left, right]


def _inside(word: str) -> Iterator[int]:
    """The offsets inside a word without spaces at which a line may break."""
    for start, end in _chunks(word):
        if start:
            yield start
        begin = start
        for end_of_piece in (*(cut.start() for cut in _BETWEEN_IDEOGRAPHS.finditer(word, start, end)), end):
            piece = word[begin:end_of_piece]
            if begin > start:
                yield begin
            if len(piece) > 1 and not _PLAIN.fullmatch(piece):
                yield from (begin + cut for cut in line_break_boundaries(piece) if 0 < cut < len(piece))
            begin = end_of_piece


def _chunks(word: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(word) - start > LONGEST:
        cut = start + LONGEST
        while cut > start + LONGEST // 2 and not (word[cut - 1].isalpha() and word[cut].isalpha()):
            cut -= 1
        yield start, cut
        start = cut
    yield start, len(word)


def is_boundary(text: str, at: int) -> bool:
    """Whether an emergency cut at this offset leaves the marks and joiners of a character with it."""
    return not (is_mark(text[at]) or text[at] in _JOINERS or text[at - 1] in _JOINERS)
