/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

#define MAPPE_TYPE_PREFERENCES_DISPLAY (mappe_preferences_display_get_type ())
G_DECLARE_FINAL_TYPE (MappePreferencesDisplay, mappe_preferences_display, MAPPE, PREFERENCES_DISPLAY,
                      AdwPreferencesPage)

AdwPreferencesPage *mappe_preferences_display_new (MappeStore *store);

G_END_DECLS
