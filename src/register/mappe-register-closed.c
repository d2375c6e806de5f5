/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-register-private.h"

#include <string.h>

/* What is offered to the public archive before it is deleted: matters that are closed. What a closed matter refers to
 * comes with it, as far as it is not an open matter itself; lists of people, bodies and places always do. */

/**
 * Matter:
 * @closed: fields of which the first that is set says when it was closed
 */
typedef struct {
  const char *kind;
  const char *closed[2];
} Matter;

static const Matter matters[] = {
  { "agreement", { "valid_to", NULL } },
  { "project", { "end_on", NULL } },
  { "meeting", { "held_on", NULL } },
  { "task", { "done_on", NULL } },
  { "event", { "end_on", "start_on" } },
  { "road-closure", { "to_at", NULL } },
  { "patrol", { "date", NULL } },
  { "site-audit", { "held_on", NULL } },
  { "participation-event", { "held_to", "held_from" } },
  { "citizen-input", { "answered_on", NULL } },
  { "volunteer", { "ends_on", NULL } },
  { "funding-application", { "use_report_on", NULL } },
  { "transfer", { "reported_on", NULL } },
  { "agreement-review", { "reviewed_on", NULL } },
};

/* How to reach people, and how the program works for them: of no use to an archive. */
static const char *const reachable[] = {
  "email", "phone", "deputy_phone", "contact", "contact_point", "address", "pack_channel", "channel", "ui_language",
  NULL,
};

static const Matter *
matter_of (const MappeKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (matters); i++)
    if (g_str_equal (matters[i].kind, kind->name))
      return &matters[i];
  return NULL;
}

/* A meeting that did not take place or is still to come is not closed, whatever its day. */
static gboolean
is_open_meeting (const MappeRow *row)
{
  int state = mappe_kind_find_field (row->kind, "state");

  return g_str_equal (row->kind->name, "meeting") && state >= 0
         && g_strcmp0 (mappe_row_get_text (row, (guint) state), "held") != 0
         && g_strcmp0 (mappe_row_get_text (row, (guint) state), "cancelled") != 0;
}

/**
 * mappe_closed_is:
 * @until: last day, "YYYY-MM-DD"
 *
 * Returns: whether @row is no matter of its own, or one that was closed by @until
 */
gboolean
mappe_closed_is (const MappeRow *row, const char *until)
{
  const Matter *matter = matter_of (row->kind);

  if (matter == NULL)
    return TRUE;
  if (is_open_meeting (row))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (matter->closed) && matter->closed[i] != NULL; i++)
    {
      int field = mappe_kind_find_field (row->kind, matter->closed[i]);
      const char *day = mappe_row_get_text (row, (guint) field);

      if (day != NULL)
        return strncmp (day, until, strlen ("YYYY-MM-DD")) <= 0;
    }
  return FALSE;
}

/** mappe_closed_has_field: Returns: whether the archive gets the field of what it is offered */
gboolean
mappe_closed_has_field (const MappeKind *kind, guint field)
{
  return !g_strv_contains (reachable, kind->fields[field].name) || g_str_equal (kind->name, "council");
}
