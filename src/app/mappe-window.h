/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeWindow:
 *
 * One council file, or the welcome page.
 */
#define MAPPE_TYPE_WINDOW (mappe_window_get_type ())
G_DECLARE_FINAL_TYPE (MappeWindow, mappe_window, MAPPE, WINDOW, AdwApplicationWindow)

GtkWidget  *mappe_window_new         (GtkApplication *application);
void        mappe_window_open        (MappeWindow *self, const char *path);
void        mappe_window_set_store   (MappeWindow *self, MappeStore *store);
MappeStore *mappe_window_get_store   (MappeWindow *self);
const char *mappe_window_get_path    (MappeWindow *self);
void        mappe_window_show_busy   (MappeWindow *self, const char *text);
void        mappe_window_show_idle   (MappeWindow *self);
gboolean    mappe_window_is_free     (MappeWindow *self);
void        mappe_window_show_page   (MappeWindow *self, const char *name);
const char *mappe_window_get_page    (MappeWindow *self);
void        mappe_window_restore     (MappeWindow *self, const char *backup);

G_END_DECLS
