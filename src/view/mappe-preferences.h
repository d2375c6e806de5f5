/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappePreferences:
 *
 * The council and its rules of procedure (in the file), display and backups (on this computer). A backup to be
 * restored goes to the parent window as "win.restore" (s).
 */
#define MAPPE_TYPE_PREFERENCES (mappe_preferences_get_type ())
G_DECLARE_FINAL_TYPE (MappePreferences, mappe_preferences, MAPPE, PREFERENCES, AdwPreferencesWindow)

GtkWidget *mappe_preferences_new (GtkWindow *parent, MappeStore *store);

G_END_DECLS
