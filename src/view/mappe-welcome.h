/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MappeWelcome:
 *
 * What the window shows without a council file. Uses the actions app.new, app.open, app.demo and app.open-path.
 */
#define MAPPE_TYPE_WELCOME (mappe_welcome_get_type ())
G_DECLARE_FINAL_TYPE (MappeWelcome, mappe_welcome, MAPPE, WELCOME, AdwBin)

GtkWidget *mappe_welcome_new     (void);
void       mappe_welcome_refresh (MappeWelcome *self);

G_END_DECLS
