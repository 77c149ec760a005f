"""The files of a case as exhibits: numbered as they were asked for, with their digests and pictures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.answers import Path
from intake.export.document import Block, Heading, Pair, Picture, Prose
from intake.export.plain import Text
from intake.export.sections import BETWEEN, place_of
from intake.export.source import Source
from intake.form.kinds.files import GivenFile, file_of
from intake.interview import Interview
from intake.review.places import asked_in
from intake.words import Words, mark

_MEDIA = {
    "image/jpeg": mark("a photo or picture"),
    "image/png": mark("a picture"),
    "application/pdf": mark("a PDF"),
    "application/octet-stream": mark("a file of another kind"),
}
_THOUSAND = 1000
_OF_DIGEST = 16


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A file that was given as an answer, with the number by which it is cited."""

    number: int
    path: Path
    file: GivenFile

    @property
    def place(self) -> str:
        """Where it is printed."""
        return f"exhibit/{self.number}"


def exhibits(source: Source) -> tuple[Exhibit, ...]:
    """Every file that was given and is asked for now."""
    interview = source.interview
    paths = (path for section in interview.form.sections for path in asked_in(interview, section.name))
    given = ((path, interview.answers.get(path)) for path in paths if path.question not in source.silent)
    files = ((path, file_of(answer.value)) for path, answer in given if answer and answer.value is not None)
    found = [(path, file) for path, file in files if file]
    return tuple(Exhibit(number, path, file) for number, (path, file) in enumerate(found, 1))


def exhibits_at(interview: Interview, found: Sequence[Exhibit], entry: str) -> tuple[Exhibit, ...]:
    """Those that were given in an entry, or in one that lies in it."""
    return tuple(
        one for one in found if entry in (at.id for at in interview.answers.ancestors(one.path.entry))
    )


def exhibit_blocks(source: Source, found: Sequence[Exhibit]) -> Iterator[Block]:
    """The list with digests, and pictures where there are any; nothing when no file was given."""
    words = source.reading.words
    if not found:
        return
    yield Heading(1, Text(words.say("Files that were given")))
    note = words.say(
        "Each file is kept unchanged in the vault. Its SHA-256 tells whether a copy is the same to the last"
        " bit. Pictures are shown smaller, without the data of the camera."
    )
    yield Prose(Text(note, soft=True), keep=True)
    for one in found:
        yield from _exhibit(source, one)


def _exhibit(source: Source, one: Exhibit) -> Iterator[Block]:
    words, reading = source.reading.words, source.reading
    context = f"{reading.numbered_title(one.path.entry)}{BETWEEN}" if one.path.entry else ""
    digest, media = one.file.sha256, words.say(_MEDIA[one.file.media])
    parts = " ".join(digest[at : at + _OF_DIGEST] for at in range(0, len(digest), _OF_DIGEST))
    yield Pair(
        Text(words.say("Exhibit {number}", number=one.number)),
        (
            Text(one.file.name, own=True),
            Text(f"{media}, {_size(one.file.size, words)}"),
            Text(f"SHA-256 {parts}", soft=True),
            Text(f"{context}{reading.label(one.path)}", to=place_of(one.path), partly=bool(context)),
        ),
        place=one.place,
    )
    shown = source.previews.get(one.file.sha256)
    if shown:
        yield Picture(shown, words.say("Exhibit {number}", number=one.number))


def _size(size: int, words: Words) -> str:
    if size < _THOUSAND:
        return words.say_many("{count} byte", "{count} bytes", size)
    if size < _THOUSAND * _THOUSAND:
        return words.say("{count} kB", count=round(size / _THOUSAND))
    return words.say("{count} MB", count=f"{size / _THOUSAND / _THOUSAND:.1f}")
