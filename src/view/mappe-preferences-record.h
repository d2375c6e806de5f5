/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappePreferencesRecord:
 *
 * A page of preferences that edits a record of the council file: the council itself, or the rules of a body chosen at
 * the top. Every field is saved when it is left, as a step of its own that can be undone.
 */
#define MAPPE_TYPE_PREFERENCES_RECORD (mappe_preferences_record_get_type ())
G_DECLARE_FINAL_TYPE (MappePreferencesRecord, mappe_preferences_record, MAPPE, PREFERENCES_RECORD, AdwPreferencesPage)

AdwPreferencesPage *mappe_preferences_record_new_council (MappeStore *store);
AdwPreferencesPage *mappe_preferences_record_new_rules   (MappeStore *store);
void                mappe_preferences_record_commit      (MappePreferencesRecord *self);

G_END_DECLS
