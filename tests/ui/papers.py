#!/usr/bin/env python3
"""Attached files: a PDF is attached, read and found by a word from inside it; a scan is warned of."""
import pathlib
import re
import sys
import zlib

from tap import case, main
from window import mappe, council_of, search_for, titled, wait, window


def pdf(pages):
    """A PDF with a page for each text; None is a scan: a picture and no text."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", None, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    picture = zlib.compress(bytes(range(0, 240, 4)) * 60)
    objects.append("<</Type/XObject/Subtype/Image/Width 60/Height 60/ColorSpace/DeviceGray/BitsPerComponent 8"
                   "/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(picture), picture.decode("latin-1")))
    kids = []
    for text in pages:
        content = "BT /F 24 Tf 72 720 Td (%s) Tj ET" % text if text else "q 400 0 0 500 90 200 cm /I Do Q"
        objects.append("<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        objects.append("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
                       "/Resources<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>>>" % len(objects))
        kids.append("%d 0 R" % len(objects))
    objects[1] = "<</Type/Pages/Kids[%s]/Count %d>>" % (" ".join(kids), len(kids))
    out = b"%PDF-1.4\n"
    for number, body in enumerate(objects, 1):
        out += b"%d 0 obj " % number + body.encode("latin-1") + b" endobj\n"
    return out + b"trailer <</Root 1 0 R/Size %d>>\n%%%%EOF\n" % (len(objects) + 1)


def attach(app, name, content, word=str):
    """A file becomes the content of the document on show; saved."""
    path = pathlib.Path(app.session.env["HOME"], name)
    path.write_bytes(content)
    button = app.find("button", word("Attach a file…"), visible=False)
    app.scroll_to(button)
    app.click(button)
    app.answer_file_dialog(str(path))
    app.find("list item", re.compile("^%s: %s" % (word("Content"), re.escape(name))), visible=False)


def fields(app, reference, names):
    """Values of a document as the command line tells them."""
    out = mappe(app.session, "list", council_of(app), "document", "--where", "reference=" + reference, "--fields",
                names, "--format", "csv")
    return out.splitlines()[1].split(",")


@case
def a_pdf_is_attached_read_and_found():
    with window("en") as app:
        search_for(app, "DOC-007", "DOC-007")
        titled(app, re.compile("^Vereinbarung Sicherheitspartnerschaft"))
        attach(app, "concept.pdf", pdf(["Cover", "Quendelstrasse gets new street lamps", "End"]))
        app.find("label", re.compile("^This PDF has no tags"), visible=False)
        app.press("ctrl+s")
        wait(app, lambda: fields(app, "DOC-007", "pages,mime,accessible_pdf") == ["3", "application/pdf", "0"],
             "what was read from the file")
        app.press("Escape")
        # Reading it goes on in the background.
        search_for(app, "quendelstr", "")
        reader = app.find("window", re.compile("^Vereinbarung Sicherheitspartnerschaft"))
        app.find("image", "Page 2 of 3", within=reader)
        app.find("label", "1 of 1", within=reader)
        app.press("ctrl+Page_Down")
        app.find("image", "Page 3 of 3", within=reader)
        app.press("ctrl+t")
        app.find(None, "Text of the file", within=reader)
        app.press("Escape")
        app.quit()
        app.assert_clean()


@case
def what_cannot_be_read_by_everybody_is_said():
    with window("en") as app:
        search_for(app, "DOC-008", "DOC-008")
        titled(app, re.compile("^Beschlussvorlage"))
        attach(app, "scan.pdf", pdf([None, None]))
        app.find("label", re.compile("^This PDF has no text, only pictures of it: a scan"), visible=False)
        app.press("ctrl+s")
        wait(app, lambda: fields(app, "DOC-008", "pages,accessible_pdf") == ["2", "0"], "the pages of the scan")
        # Shown again, it is known from the background.
        search_for(app, "DOC-009", "DOC-009")
        titled(app, re.compile("^Projektantrag"))
        search_for(app, "DOC-008", "DOC-008")
        app.find("label", re.compile("^This PDF has no text"), visible=False)
        attach(app, "cut.pdf", b"%PDF-1.7\n")
        app.find("label", re.compile("^This file is damaged"), visible=False)
        app.press("ctrl+s")
        button = app.find("button", "Open", visible=False)
        app.scroll_to(button)
        app.click(button)
        app.find("label", "This file cannot be shown")
        app.press("Escape")
        app.quit()
        app.assert_clean()


if __name__ == "__main__":
    sys.exit(main())
