/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeBackupTimer:
 *
 * Makes the rotating backups of one council file while it is open, as the settings say: when the last one is too old
 * and something was changed since.
 */
#define MAPPE_TYPE_BACKUP_TIMER (mappe_backup_timer_get_type ())
G_DECLARE_FINAL_TYPE (MappeBackupTimer, mappe_backup_timer, MAPPE, BACKUP_TIMER, GObject)

MappeBackupTimer *mappe_backup_timer_new    (MappeStore *store);
gboolean          mappe_backup_timer_is_due (gint64 changed, gint64 backed_up, guint interval_hours, gint64 now);

G_END_DECLS
