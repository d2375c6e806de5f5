#!/usr/bin/env python3
"""A place on its page, and the scores of an audit typed by the keyboard: one step."""
import re
import sys

from keyboard import Keys, finish
from tap import case, main
from window import council_of, mappe, search_for, wait, window, words

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


if __name__ == "__main__":
    sys.exit(main())
