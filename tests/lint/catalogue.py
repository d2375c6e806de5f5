#!/usr/bin/python3
"""The German catalogue: complete, fresh and well-formed."""
import ast
import pathlib
import re
import sys
import tempfile

from tap import SOURCE, case, files_under, main, read, run

IN_C = re.compile(r"\b(?:_|L_|N_|C_|NC_|gettext|ngettext|dgettext|g_dgettext|g_dngettext|g_dpgettext2?)\s*\(\s*\"")
IN_UI = re.compile(r'\btranslatable="(?:yes|true|1)"')
DATA = (".desktop.in", ".metainfo.xml.in", ".mime.xml.in", ".gschema.xml")


def listed():
    return [line.strip() for line in read("po/POTFILES").splitlines() if line.strip() and not line.startswith("#")]


def languages():
    return read("po/LINGUAS").split()


def merged(folder, language):
    """Path of the catalogue as it is after a merge with the strings of today."""
    pot, po = folder / "fresh.pot", folder / ("%s.po" % language)
    status, out = run(SOURCE / "po/update", "--pot", pot)
    if status != 0:
        raise RuntimeError(out)
    status, out = run("msgmerge", "--quiet", "--no-fuzzy-matching", "--output-file=%s" % po,
                      SOURCE / ("po/%s.po" % language), pot)
    if status != 0:
        raise RuntimeError(out)
    return po


def entries(po):
    """(msgid, msgstr) of the translated, unfuzzy, present entries; singulars and plurals apart."""
    _, text = run("msgattrib", "--no-obsolete", "--translated", "--no-wrap", po)
    for block in text.split("\n\n"):
        strings = re.findall(r'^(msgid|msgid_plural|msgstr(?:\[\d\])?) ((?:".*"\n?)+)', block, re.MULTILINE)
        parts = {key: "".join(ast.literal_eval(s) for s in value.splitlines()) for key, value in strings}
        if parts.get("msgid"):
            yield parts["msgid"], parts.get("msgstr", parts.get("msgstr[0]", ""))


def for_each_language(check):
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for language in languages():
            found += check(merged(pathlib.Path(folder), language))
    return found


@case
def potfiles_lists_every_source_with_text():
    wanted = {p for p in files_under("src", ".c", ".h", ".def") if IN_C.search(read(p))}
    wanted |= {p for p in files_under("ui", ".ui") if IN_UI.search(read(p))}
    wanted |= set(files_under("data", *DATA))
    have = set(listed())
    return ["missing: %s" % p for p in sorted(wanted - have)] + ["without text: %s" % p for p in sorted(have - wanted)]


@case
def potfiles_is_sorted_and_unique():
    have = listed()
    return [] if have == sorted(set(have)) else ["LC_ALL=C sort -u po/POTFILES"]


@case
def catalogue_is_well_formed():
    return for_each_language(lambda po: run("msgfmt", "--check", "-o", "/dev/null", po)[1].splitlines())


@case
def catalogue_is_complete():
    def incomplete(po):
        _, text = run("msgattrib", "--untranslated", "--no-obsolete", "--no-wrap", po)
        _, fuzzy = run("msgattrib", "--only-fuzzy", "--no-obsolete", "--no-wrap", po)
        return ["%s not translated: %s" % (po.stem, line) for line in re.findall(r'^msgid (".+")', text + fuzzy, re.M)
                + re.findall(r'^msgid ""\n(".+")', text + fuzzy, re.M) if "Project-Id-Version" not in line]
    return for_each_language(incomplete)


@case
def catalogue_holds_nothing_stale():
    return ["%s: %d obsolete strings (po/update drops them)" % (po, n) for po in
            ("po/%s.po" % language for language in languages()) if (n := read(po).count("\n#~ msgid"))]


@case
def translations_end_as_the_text_does():
    """An ellipsis or a colon says what a control does; it must not get lost."""
    return for_each_language(lambda po: ["%s → %s" % pair for pair in entries(po)
                                         if any(pair[0].endswith(e) != pair[1].endswith(e) for e in ("…", ":", "\n"))])


@case
def german_is_formal():
    informal = re.compile(r"\b([Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(e|en|em|er|es)?)\b")
    return for_each_language(lambda po: ["%s → %s" % pair for pair in entries(po) if informal.search(pair[1])]
                             if po.stem == "de" else [])


@case
def text_uses_typographic_marks():
    """Three full stops for an ellipsis and straight quotation marks look careless in a window."""
    return for_each_language(lambda po: ["%s → %s" % pair for pair in entries(po)
                                         if any("..." in s or re.search(r'\s"\w', s) for s in pair)])


if __name__ == "__main__":
    sys.exit(main())
