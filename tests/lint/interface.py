#!/usr/bin/python3
"""The files of ui/: well-formed, in the resource, and sound as far as GTK's own tool can say."""
import os
import re
import sys
import xml.etree.ElementTree as ET

from tap import SOURCE, Skip, case, files_under, main, read, run

RESOURCE = "ui/ratsmappe.gresource.xml"
SESSION = SOURCE / "tests/uitest/session.py"


def templates():
    return files_under("ui", ".ui")


def in_resource():
    return [f.text.strip() for f in ET.fromstring(read(RESOURCE)).iter("file")]


def own_classes(path):
    """Names of the project's own classes; GTK's tool does not know them."""
    return set(re.findall(r'class="(Mappe\w+)"', read(path)))


@case
def every_template_is_in_the_resource():
    have = in_resource()
    return ["missing: %s" % p for p in files_under("ui", ".ui", ".css") if p[len("ui/"):] not in have]


@case
def the_resource_names_existing_files_once():
    have = in_resource()
    return (["twice: %s" % f for f in sorted(set(have)) if have.count(f) > 1] +
            ["no such file: %s" % f for f in have
             if not (SOURCE / "ui" / f).exists() and not (SOURCE / "data/icons" / f).exists()])


@case
def templates_are_well_formed():
    found = []
    for path in templates():
        found += run("xmllint", "--noout", "--nonet", SOURCE / path)[1].splitlines()
    return found


@case
def templates_validate():
    found = []
    plain = [p for p in templates() if not own_classes(p) and "Adw" not in read(p)]
    for path in plain:
        status, out = run(sys.executable, SESSION, "--wm", "none", "--", "gtk4-builder-tool", "validate", SOURCE / path)
        found += out.splitlines() if status else []
    if not plain:
        raise Skip("every template has classes of its own: the view suite makes them")
    return found


@case
def every_template_has_its_class():
    """ui/mappe-thing.ui is the template of src/view/mappe-thing.c or src/app/mappe-thing.c, which names it."""
    code = {os.path.basename(p): read(p) for p in files_under("src", ".c")}
    found = []
    for path in templates():
        if "<template" in read(path):
            name = os.path.basename(path)
            if name not in code.get(name.replace(".ui", ".c"), ""):
                found.append("%s: no class sets it as its template" % path)
    return found


@case
def text_in_templates_can_be_translated():
    words = re.compile(r'<property name="(label|title|subtitle|tooltip-text|placeholder-text|description)"(?![^>]*'
                       r'translatable=)[^>]*>[^<]*[A-Za-z]{2}[^<]*</property>')
    return ["%s: %s" % (p, m.group(0)) for p in templates() for m in words.finditer(read(p))]


if __name__ == "__main__":
    sys.exit(main())
