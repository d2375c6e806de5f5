/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-navigation.h"

enum {
  MOST_PLACES = 100,
  PASSING = G_USEC_PER_SEC, /* a record seen for less was only passed on the way down the list */
};

typedef struct {
  MappeWaypoint waypoint;
  gint64 since;
} Visit;

struct _MappeNavigation {
  GArray *visits;
  guint position; /* of the present one */
};

/**
 * mappe_navigation_new:
 *
 * Returns: (transfer full): a history without places
 */
MappeNavigation *
mappe_navigation_new (void)
{
  MappeNavigation *self = g_new0 (MappeNavigation, 1);

  self->visits = g_array_new (FALSE, TRUE, sizeof (Visit));
  return self;
}

/**
 * mappe_navigation_free:
 * @self: (transfer full): a history
 */
void
mappe_navigation_free (MappeNavigation *self)
{
  g_array_unref (self->visits);
  g_free (self);
}

static Visit *
present (MappeNavigation *self)
{
  return self->visits->len > 0 ? &g_array_index (self->visits, Visit, self->position) : NULL;
}

/* A page without a record becomes the page with one; a record passed in no time is forgotten. */
static gboolean
replaces (const Visit *old, const char *page, gint64 id, gint64 now)
{
  if (!g_str_equal (old->waypoint.page, page))
    return FALSE;
  return old->waypoint.id == 0 || id == 0 || now - old->since < PASSING;
}

/**
 * mappe_navigation_visit:
 * @page: name of a page, valid for ever
 * @kind: (nullable): kind of the record on show
 * @id: its id, or 0
 * @now: monotonic time in microseconds
 *
 * The user came to a place, by whatever way.
 */
void
mappe_navigation_visit (MappeNavigation *self, const char *page, const MappeKind *kind, gint64 id, gint64 now)
{
  Visit visit = { { g_intern_string (page), kind, id }, now };
  Visit *old = present (self);

  if (old && g_str_equal (old->waypoint.page, page) && old->waypoint.kind == kind && old->waypoint.id == id)
    return;
  if (old && replaces (old, page, id, now))
    {
      *old = visit;
      return;
    }
  if (old)
    g_array_set_size (self->visits, self->position + 1);
  if (self->visits->len == MOST_PLACES)
    g_array_remove_index (self->visits, 0);
  g_array_append_val (self->visits, visit);
  self->position = self->visits->len - 1;
}

/**
 * mappe_navigation_back:
 *
 * Returns: (transfer none) (nullable): the place before this one, which becomes the present one
 */
const MappeWaypoint *
mappe_navigation_back (MappeNavigation *self)
{
  if (!mappe_navigation_can_back (self))
    return NULL;
  self->position--;
  return &present (self)->waypoint;
}

/**
 * mappe_navigation_forward:
 *
 * Returns: (transfer none) (nullable): the place that was left by going back
 */
const MappeWaypoint *
mappe_navigation_forward (MappeNavigation *self)
{
  if (!mappe_navigation_can_forward (self))
    return NULL;
  self->position++;
  return &present (self)->waypoint;
}

/**
 * mappe_navigation_can_back:
 *
 * Returns: whether there is a place to go back to
 */
gboolean
mappe_navigation_can_back (MappeNavigation *self)
{
  return self->position > 0;
}

/**
 * mappe_navigation_can_forward:
 *
 * Returns: whether there is a place to go forward to
 */
gboolean
mappe_navigation_can_forward (MappeNavigation *self)
{
  return self->position + 1 < self->visits->len;
}
