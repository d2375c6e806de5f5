/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-display.h"
#include "mappe-due.h"

G_BEGIN_DECLS

typedef enum {
  MAPPE_DUE_CARD_PLAIN,
  MAPPE_DUE_CARD_BY_OFFICE,  /* under the names of the responsible organisations */
  MAPPE_DUE_CARD_MEETINGS,   /* the first meeting with everything ready and missing */
} MappeDueCardLook;

/**
 * MappeDueCard:
 *
 * Matters of one sort under a heading. Rows of matters that stay keep their widget, so that nothing flickers and the
 * focus stays where it is. Signal "edge" (GtkDirectionType): the arrow keys want to leave the list.
 */
#define MAPPE_TYPE_DUE_CARD (mappe_due_card_get_type ())
G_DECLARE_FINAL_TYPE (MappeDueCard, mappe_due_card, MAPPE, DUE_CARD, GtkWidget)

GtkWidget *mappe_due_card_new       (MappeStore *store, const char *title, const char *empty, MappeDueCardLook look);
void       mappe_due_card_set_items (MappeDueCard *self, GPtrArray *due, GPtrArray *items, MappeDisplay *display);
gboolean   mappe_due_card_focus     (MappeDueCard *self, gboolean last);
GtkWidget *mappe_due_card_add_act   (MappeDueCard *self, const char *icon_name, const char *hint);

G_END_DECLS
