"""What a file is, by its first bytes: a name says what someone called it."""

_BEGINNINGS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
)
_PDF, _PDF_WITHIN = b"%PDF-", 1024
UNKNOWN = "application/octet-stream"


def media_of(data: bytes) -> str:
    """The media type: JPEG, PNG, PDF (which may begin within the first 1024 bytes), or that of any other."""
    for beginning, media in _BEGINNINGS:
        if data.startswith(beginning):
            return media
    return "application/pdf" if _PDF in data[:_PDF_WITHIN] else UNKNOWN
