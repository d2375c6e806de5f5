#!/usr/bin/python3
"""What the desktop gets: desktop file, AppStream, MIME types, settings, icons; and the scripts."""
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile

from tap import BUILD, SOURCE, Skip, case, main, read, run, tracked

APPLICATION = "org.ratsmappe.Ratsmappe"
DATA = BUILD / "data"


@case
def desktop_file_is_valid():
    return run("desktop-file-validate", DATA / (APPLICATION + ".desktop"))[1].splitlines()


@case
def desktop_file_speaks_german():
    text = (DATA / (APPLICATION + ".desktop")).read_text(encoding="utf-8")
    return [key for key in ("GenericName[de]", "Comment[de]", "Keywords[de]") if key not in text]


@case
def metainfo_is_valid():
    status, out = run("appstreamcli", "validate", "--no-net", DATA / (APPLICATION + ".metainfo.xml"))
    return out.splitlines() if status else []


@case
def metainfo_has_the_version_of_the_build():
    version = re.search(r"version: '([^']+)'", read("meson.build")).group(1)
    return [] if 'release version="%s"' % version in read("data/%s.metainfo.xml.in" % APPLICATION) else [version]


@case
def mime_types_are_well_formed():
    return run("xmllint", "--noout", "--nonet", DATA / (APPLICATION + ".mime.xml"))[1].splitlines()


def content_type(path, folder):
    env = dict(os.environ, XDG_DATA_HOME=folder, XDG_DATA_DIRS=folder, GIO_USE_VFS="local")
    out = subprocess.run(["gio", "info", "-a", "standard::content-type", path], env=env, check=True, text=True,
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return re.search(r"content-type: (\S+)", out).group(1)


def samples(folder):
    """Files by content and by name: path → expected type."""
    council, pack = folder / "council", folder / "pack"
    with sqlite3.connect(council) as database:
        database.execute("PRAGMA application_id = %d" % 0x52744D70)
        database.execute("CREATE TABLE t (a)")
    with zipfile.ZipFile(pack, "w") as archive:
        archive.writestr("mimetype", "application/x-ratsmappe-pack")
    with sqlite3.connect(folder / "foreign.sqlite") as database:
        database.execute("CREATE TABLE t (a)")
    with zipfile.ZipFile(folder / "foreign.zip", "w") as archive:
        archive.writestr("a", "b")
    shutil.copy(council, folder / "x.ratsmappe")
    shutil.copy(pack, folder / "x.mappe.zip")
    ours, packs = "application/x-ratsmappe", "application/x-ratsmappe-pack"
    return {council: ours, folder / "x.ratsmappe": ours, pack: packs, folder / "x.mappe.zip": packs,
            folder / "foreign.sqlite": "application/vnd.sqlite3", folder / "foreign.zip": "application/zip"}


@case
def mime_types_recognise_our_files_and_no_others():
    freedesktop = pathlib.Path("/usr/share/mime/packages/freedesktop.org.xml")
    if not freedesktop.exists() or not shutil.which("update-mime-database"):
        raise Skip("no shared-mime-info")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "mime/packages").mkdir(parents=True)
        shutil.copy(freedesktop, folder / "mime/packages")
        shutil.copy(DATA / (APPLICATION + ".mime.xml"), folder / "mime/packages")
        run("update-mime-database", folder / "mime")
        return ["%s is %s" % (path.name, got) for path, want in samples(folder).items()
                if (got := content_type(path, name)) != want]


@case
def settings_schema_compiles_strictly():
    status, out = run("glib-compile-schemas", "--strict", "--dry-run", SOURCE / "data")
    return out.splitlines() if status else []


@case
def icons_can_be_drawn():
    if not shutil.which("rsvg-convert"):
        raise Skip("no rsvg-convert")
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for path in (p for p in tracked() if p.startswith("data/icons/")):
            status, out = run("rsvg-convert", "-w", "16", "-h", "16", "-o", folder + "/icon.png", SOURCE / path)
            found += ["%s: %s" % (path, out)] if status or out else []
    return found


@case
def an_installation_is_complete():
    options = json.loads((BUILD / "meson-info/intro-buildoptions.json").read_text(encoding="utf-8"))
    prefix = next(o["value"] for o in options if o["name"] == "prefix").lstrip("/")
    wanted = ["applications/%s.desktop", "metainfo/%s.metainfo.xml", "mime/packages/%s.mime.xml",
              "glib-2.0/schemas/%s.gschema.xml", "icons/hicolor/scalable/apps/%s.svg",
              "icons/hicolor/symbolic/apps/%s-symbolic.svg"]
    wanted = [name % APPLICATION for name in wanted]
    wanted += ["locale/de/LC_MESSAGES/ratsmappe.mo", "ratsmappe/sample/members.csv"]
    with tempfile.TemporaryDirectory() as folder:
        status, out = run("meson", "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", folder)
        share = pathlib.Path(folder) / prefix / "share"
        return out.splitlines() if status else ["not installed: %s" % f for f in wanted if not (share / f).exists()]


@case
def scripts_parse():
    found = []
    for path in tracked():
        if (SOURCE / path).is_file() and (SOURCE / path).read_bytes().startswith(b"#!/usr/bin/env bash"):
            found += run("bash", "-n", SOURCE / path)[1].splitlines()
            found += [] if os.access(SOURCE / path, os.X_OK) else ["%s cannot be executed" % path]
    return found


if __name__ == "__main__":
    sys.exit(main())
