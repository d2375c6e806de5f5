/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappePreferencesBackup:
 *
 * Where, how often and how many backups, and those of the open council. Signal "restore": (const char *backup), after
 * the user agreed.
 */
#define MAPPE_TYPE_PREFERENCES_BACKUP (mappe_preferences_backup_get_type ())
G_DECLARE_FINAL_TYPE (MappePreferencesBackup, mappe_preferences_backup, MAPPE, PREFERENCES_BACKUP, AdwPreferencesPage)

AdwPreferencesPage *mappe_preferences_backup_new (MappeStore *store);

G_END_DECLS
