/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeClosureBoard:
 *
 * Roads that are closed, with lifting in one act and the notice to the public; the lead times; those lifted. Of one
 * event or of all. Follows the file.
 */
#define MAPPE_TYPE_CLOSURE_BOARD (mappe_closure_board_get_type ())
G_DECLARE_FINAL_TYPE (MappeClosureBoard, mappe_closure_board, MAPPE, CLOSURE_BOARD, AdwBin)

GtkWidget *mappe_closure_board_new       (MappeStore *store);
void       mappe_closure_board_set_event (MappeClosureBoard *self, gint64 event, gint64 area, const char *area_title);
void       mappe_closure_board_file      (MappeClosureBoard *self);
guint      mappe_closure_board_get_n_open (MappeClosureBoard *self);

G_END_DECLS
