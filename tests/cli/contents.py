"""Every byte of a file that a person could get at: what is packed is unpacked, pictures and fonts included."""
import base64
import io
import re
import sys
import zipfile
import zlib

from tap import SOURCE

sys.path.append(str(SOURCE / "tests/document"))

from pdfs import Pdf, pikepdf  # noqa: E402

BASE64 = re.compile(rb"[A-Za-z0-9+/\s]{400,}={0,2}")


def layers(name, data):
    """The name of the file, its bytes, and those within."""
    yield name.encode()
    yield data
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            yield pack.comment
            for entry in pack.infolist():
                yield from layers(entry.filename, pack.read(entry))
    elif data[:5] == b"%PDF-":
        yield from layers_of_pdf(data)
    elif data[:8] == b"\x89PNG\r\n\x1a\n":
        yield from chunks(data)
    else:
        for match in BASE64.finditer(data):
            packed = b"".join(match[0].split())
            yield from layers("", base64.b64decode(packed[:len(packed) // 4 * 4]))


def chunks(data):
    at = 8
    while at + 8 <= len(data):
        length = int.from_bytes(data[at:at + 4], "big")
        body, kind = data[at + 8:at + 8 + length], data[at + 4:at + 8]
        yield body
        if kind in (b"zTXt", b"iTXt", b"iCCP"):
            yield zlib.decompress(body[body.index(b"\0") + 2:])
        at += 12 + length


def layers_of_pdf(data):
    """Streams, and all strings as text; the text of pages as its fonts spell it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                yield thing.read_bytes() if thing.get("/Subtype") != "/Image" else thing.read_raw_bytes()
            yield from strings_of(thing)
        yield from strings_of(pdf.trailer)
    read = Pdf(io.BytesIO(data))
    for page in read.pages:
        yield re.sub(r"\s", "", page.all).encode()


def strings_of(thing, depth=0):
    if isinstance(thing, pikepdf.String):
        yield str(thing).encode()
    elif isinstance(thing, pikepdf.Array) and depth < 9:
        for one in thing:
            yield from strings_of(one, depth + 1) if not getattr(one, "is_indirect", False) else ()
    elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)) and depth < 9:
        for key, one in thing.items():
            yield key.encode()
            yield from strings_of(one, depth + 1) if not getattr(one, "is_indirect", False) else ()
