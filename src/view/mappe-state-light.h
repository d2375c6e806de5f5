/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-row.h"

G_BEGIN_DECLS

/** How a matter stands: a shape, a word and a colour, never one of them alone. */
typedef enum {
  MAPPE_STATE_NONE,
  MAPPE_STATE_DONE,      /* ● check, green */
  MAPPE_STATE_ON_TRACK,  /* ○ blue */
  MAPPE_STATE_DUE_SOON,  /* ◐ amber */
  MAPPE_STATE_OVERDUE,   /* ▲ red */
  MAPPE_STATE_WAITING,   /* ◇ grey */
  MAPPE_STATE_CANCELLED, /* ⊘ grey */
} MappeState;

#define MAPPE_STATE_SOON_DAYS 14

gboolean    mappe_state_is_state_field (const MappeFieldSpec *field);
MappeState  mappe_state_of_code        (const char *list, const char *code);
MappeState  mappe_state_of_row         (const MappeRow *row, guint field);
MappeState  mappe_state_of_due         (const char *iso);
const char *mappe_state_word           (MappeState state);
void        mappe_state_show           (GtkImage *image, MappeState state);

/**
 * MappeStateLight:
 *
 * Shape and word side by side.
 */
#define MAPPE_TYPE_STATE_LIGHT (mappe_state_light_get_type ())
G_DECLARE_FINAL_TYPE (MappeStateLight, mappe_state_light, MAPPE, STATE_LIGHT, GtkWidget)

GtkWidget  *mappe_state_light_new (void);
void        mappe_state_light_set (MappeStateLight *self, MappeState state, const char *word);

G_END_DECLS
