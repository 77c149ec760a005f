"""The process that decodes a file it must not trust: bytes come on standard input, a glimpse goes out.

Out goes a line of JSON (`width`, `height`, `pages`) and then the picture, if there is one. Whatever a decoder
raises ends the process, and means that nothing can be shown.
"""

import io
import json
import sys
from collections.abc import Sequence

from intake.evidence.media import media_of
from intake.privacy import keep_private

MOST_MEMORY = 768 * 1024 * 1024
"""Bytes of address space: a photo of 50 megapixels takes 150 MB, Python and its libraries some 300."""
MOST_SECONDS = 10
"""Of CPU time."""
MOST_PIXELS = 100_000_000
QUALITY = 85


def main(arguments: Sequence[str]) -> int:
    """The exit code. The one argument is the longest edge of a picture, in px."""
    edge = int(arguments[0])
    keep_private()  # it holds a file of the vault: no other program may read its memory
    data = sys.stdin.buffer.read()
    confine()
    told, picture = _pdf(data) if media_of(data) == "application/pdf" else _picture(data, edge)
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + picture)
    return 0


def confine() -> None:
    """From here on: little memory and time, no file or connection that is not open yet, no further processes.
    Where the system has no limits (Windows), the parent's patience is the only one.
    """
    import pikepdf  # noqa: F401
    import PIL.Image  # what is needed is loaded first: afterwards nothing can be opened that grows
    import PIL.ImageOps
    import PIL.JpegImagePlugin
    import PIL.MpoImagePlugin
    import PIL.PngImagePlugin
    import PIL.TiffImagePlugin

    PIL.Image.preinit()
    PIL.Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    if sys.platform == "win32":
        return
    import resource

    for limit, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        resource.setrlimit(limit, (most, most))


def _picture(data: bytes, edge: int) -> tuple[dict[str, int], bytes]:
    """Drawn anew: what was hidden in the file, where and when it was taken among it, stays behind."""
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as opened:
        width, height = opened.size
        opened.draft("RGB", (edge, edge))  # a large photo is decoded small
        opened.thumbnail((edge, edge))
        upright = ImageOps.exif_transpose(opened)
        turned = (upright.width > upright.height) != (opened.width > opened.height)
        bare = Image.new("RGB", upright.size, "white")
        layer = upright.convert("RGBA")
        bare.paste(layer, mask=layer)
    if turned:
        width, height = height, width
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=QUALITY)
    return {"width": width, "height": height}, out.getvalue()


def _pdf(data: bytes) -> tuple[dict[str, int], bytes]:
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as opened:
        return {"pages": len(opened.pages)}, b""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
