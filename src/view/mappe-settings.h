/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *mappe_settings_get           (void);
void       mappe_settings_apply_display (void);
char      *mappe_settings_backup_folder (void);
void       mappe_settings_add_file      (const char *path);
void       mappe_settings_remove_file   (const char *path);
char      *mappe_settings_get_entry     (const char *key, const char *name);
void       mappe_settings_set_entry     (const char *key, const char *name, const char *value);

void       mappe_settings_keep_entries   (const char *key, guint most);

G_END_DECLS
