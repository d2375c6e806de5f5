/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-places.h"

#include <glib/gi18n.h>

static const MappePlace places[] = {
  { "overview", N_("Overview"), "view-grid-symbolic", N_("Work"), { NULL } },
  { "calendar", N_("Calendar"), "x-office-calendar-symbolic", NULL, { NULL } },
  { "meetings", N_("Meetings"), "x-office-presentation-symbolic", NULL, { "meeting", "agenda-item" } },
  { "decisions", N_("Decisions and tasks"), "checkbox-checked-symbolic", NULL, { "decision", "task" } },
  { "people", N_("People"), "system-users-symbolic", N_("Council"), { "person" } },
  { "bodies", N_("Bodies"), "network-workgroup-symbolic", NULL, { "body" } },
  { "partners", N_("Partners"), "emblem-shared-symbolic", NULL, { "organisation" } },
  { "standing", N_("Standing of the council"), "emblem-default-symbolic", NULL, { NULL } },
  { "projects", N_("Projects"), "starred-symbolic", N_("Prevention"),
    { "project", "measure", "finance-line", "prevention-programme" } },
  { "outcomes", N_("Outcomes"), "network-cellular-signal-good-symbolic", NULL, { NULL } },
  { "indicators", N_("Indicators"), "power-profile-balanced-symbolic", NULL, { "indicator", "indicator-value" } },
  { "areas", N_("Areas"), "mark-location-symbolic", NULL, { "area", "site-audit" } },
  { "practice", N_("Best practice"), "emblem-favorite-symbolic", NULL, { "best-practice-profile", "transfer" } },
  { "agreements", N_("Agreements"), "emblem-documents-symbolic", N_("Partnership"),
    { "agreement", "agreement-clause", "agreement-review", "escalation-contact" } },
  { "patrols", N_("Joint foot patrols"), "security-medium-symbolic", NULL, { "patrol" } },
  { "events", N_("Events"), "emoji-flags-symbolic", NULL,
    { "event", "road-closure", "debrief-finding", "event-series" } },
  { "citizens", N_("Citizens"), "emoji-people-symbolic", NULL, { "citizen-input", "participation-event" } },
  { "volunteers", N_("Volunteers"), "emote-love-symbolic", NULL, { "volunteer-programme", "volunteer" } },
  { "funding", N_("Funding"), "emoji-objects-symbolic", NULL, { "funding-application", "funding-programme" } },
  { "documents", N_("Documents"), "folder-documents-symbolic", N_("Papers"), { "document" } },
  { "archive", N_("Archive"), "package-x-generic-symbolic", NULL,
    { "archive-offer", "archive-offer-item", "retention-class", "erasure" } },
};

/**
 * mappe_places:
 * @n_places: (out): their number
 *
 * Returns: (transfer none): the entries of the sidebar in their order
 */
const MappePlace *
mappe_places (guint *n_places)
{
  *n_places = G_N_ELEMENTS (places);
  return places;
}

/**
 * mappe_places_find:
 * @name: (nullable): stable word of a place
 *
 * Returns: (transfer none) (nullable): the place
 */
const MappePlace *
mappe_places_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (places[i].name, name) == 0)
      return &places[i];
  return NULL;
}

/**
 * mappe_places_for_kind:
 *
 * Returns: (transfer none) (nullable): where records of @kind are listed; %NULL for kinds that are shown as a part of
 *   their owner only
 */
const MappePlace *
mappe_places_for_kind (const MappeKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strv_contains (places[i].kinds, kind->name))
      return &places[i];
  return NULL;
}

/** mappe_places_opens: Returns: whether a record of @kind has a page of its own beside its form: a meeting has */
gboolean
mappe_places_opens (const MappeKind *kind)
{
  static const char *const kinds[] = { "meeting", "event", "best-practice-profile", "transfer", "area", "site-audit",
                                       "funding-application", "volunteer-programme", "project", NULL };

  return g_strv_contains (kinds, kind->name);
}

/** mappe_places_open: Shows the page of a record of its own; @near is a widget of the page its form is on. */
void
mappe_places_open (GtkWidget *near, const MappeKind *kind, gint64 id)
{
  if (!gtk_widget_activate_action (near, "page.open", "(sx)", kind->name, id))
    gtk_widget_activate_action (near, "win.open-record", "(sx)", kind->name, id);
}
