#!/usr/bin/env python3
"""A place on its page, and the scores of an audit typed by the keyboard: one step."""
import re
import sys

from keyboard import Keys, finish
from tap import case, main
from uitest.a11y_audit import Audit
from window import council_of, mappe, open_page, search_for, wait, window, words

SERIOUS = ("no-name", "image", "mnemonic", "no-keyboard")
PARK = {"en": "Schlossgarten park", "de": "Schlossgarten"}
VISIBILITY = {"en": "Visibility", "de": "Einsehbarkeit"}


def scores(app):
    return len(mappe(app.session, "list", council_of(app), "site-audit-score").splitlines())


def scored(lang):
    _ = words(lang)
    with window(lang, size=(1280, 900)) as app:
        keys, before = Keys(app), scores(app)
        search_for(app, "AR-01", PARK[lang])
        app.click(app.find("button", _("Open page")))
        chart = app.find("image", re.compile(r"2[.,]1 .*3[.,]7.*10"), visible=False)
        assert chart.description.startswith(chart.name), chart.description
        app.find("list item", re.compile("6.*0.*87"), visible=False)
        audit = app.find("list item", re.compile(r"^12( Nov |\.11\.)2024: "), visible=False)
        app.scroll_to(audit)
        app.mouse_click(audit)
        wait(app, lambda: (app.focused() or app.root).name == VISIBILITY[lang], "the first criterion")
        keys.type("5x54")
        keys.press("Up", "BackSpace", "Return")
        app.wait_text(_("The scores are saved"))
        assert scores(app) == before - 1, (scores(app), before)
        keys.press("ctrl+z")
        wait(app, lambda: scores(app) == before, "the scores as they were")
        keys.press("Escape")
        app.find("button", _("Open page"))
        finish(app)


@case
def scores_by_keyboard():
    scored("en")


@case
def bewertungen_mit_der_tastatur():
    scored("de")


@case
def dossiers_have_names():
    """What can be used is named, on every page of a record and on the views of the citizens."""
    _ = words("de")
    with window("de", size=(1280, 900)) as app:
        audit = Audit(app)
        for reference in ("BP-01", "TR-01", "FA-01", "VP-01", "AR-01", "SA-02"):
            search_for(app, reference, "")
            if reference in ("AR-01", "SA-02"):
                app.click(app.find("button", _("Open page")))
            app.find("button", _("Edit record"), visible=False)
            app.settle()
            audit.tree(reference)
            if reference in ("FA-01", "VP-01"):
                app.click(app.find("button", _("Back to the list")))
        for page, views in (("Citizens", ("Answer", "Figures", "You said – we did")), ("Funding", ("Deadlines",)),
                            ("Volunteers", ("Figures", "Training", "Thanks"))):
            open_page(app, _(page))
            for view in views:
                app.mouse_click(app.find(None, _(view), where=lambda n: "tab" in n.role or "button" in n.role))
                app.settle()
                audit.tree(view)
        finish(app)
    return ["%(page)s: %(kind)s %(role)s “%(name)s”: %(why)s" % f for f in audit.findings if f["kind"] in SERIOUS]


if __name__ == "__main__":
    sys.exit(main())
