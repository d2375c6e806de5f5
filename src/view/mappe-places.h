/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-kind.h"

G_BEGIN_DECLS

enum { MAPPE_PLACE_MOST_KINDS = 8 };

/**
 * MappePlace: an entry of the sidebar
 * @name: stable word, e.g. "people"
 * @title: English title, marked for translation
 * @icon_name: symbolic icon
 * @group: English heading, marked for translation; %NULL continues the group before
 * @kinds: names of the kinds of its lists, the usual one first, ended by %NULL; none for the overview
 */
typedef struct {
  const char *name;
  const char *title;
  const char *icon_name;
  const char *group;
  const char *kinds[MAPPE_PLACE_MOST_KINDS];
} MappePlace;

const MappePlace *mappe_places          (guint *n_places);
const MappePlace *mappe_places_find     (const char *name);
const MappePlace *mappe_places_for_kind (const MappeKind *kind);

gboolean          mappe_places_opens    (const MappeKind *kind);
void              mappe_places_open     (GtkWidget *near, const MappeKind *kind, gint64 id);

G_END_DECLS
