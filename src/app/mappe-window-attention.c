/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-window-private.h"

#include "mappe-date.h"
#include "mappe-due.h"
#include "mappe-places.h"

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeWindow) self = MAPPE_WINDOW (data);
  g_autofree MappeDueCounts *counts = mappe_store_due_counts_finish (MAPPE_STORE (source), result, NULL);
  guint n_places;
  const MappePlace *places = mappe_places (&n_places);

  /* Without the numbers the pages are still there; a page that cannot be read says so itself. */
  if (counts == NULL || self->store != MAPPE_STORE (source))
    return;
  for (guint i = 0; i < n_places; i++)
    mappe_sidebar_set_count (self->sidebar, places[i].name, mappe_due_counts_of_page (counts, places[i].name));
}

/**
 * mappe_window_count_attention:
 *
 * Counts what waits on each page, for the sidebar.
 */
void
mappe_window_count_attention (MappeWindow *self)
{
  g_autofree char *today = mappe_date_today ();

  mappe_store_due_counts_async (self->store, today, self->cancellable, counted_cb, g_object_ref (self));
}

static gboolean
recount_cb (gpointer data)
{
  MappeWindow *self = MAPPE_WINDOW (data);

  self->attention_id = 0;
  mappe_window_count_attention (self);
  return G_SOURCE_REMOVE;
}

/**
 * mappe_window_recount_soon:
 *
 * Something was changed; of many changes in a row the last is waited for.
 */
void
mappe_window_recount_soon (MappeWindow *self)
{
  if (self->attention_id == 0)
    self->attention_id = g_idle_add_full (G_PRIORITY_LOW, recount_cb, self, NULL);
}
