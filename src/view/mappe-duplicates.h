/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-form.h"

G_BEGIN_DECLS

/**
 * MappeDuplicates:
 *
 * Watches a form and says, while a person or an organisation is typed, which records are perhaps the same.
 */
#define MAPPE_TYPE_DUPLICATES (mappe_duplicates_get_type ())
G_DECLARE_FINAL_TYPE (MappeDuplicates, mappe_duplicates, MAPPE, DUPLICATES, GtkBox)

GtkWidget *mappe_duplicates_new        (MappeStore *store, MappeForm *form);

G_END_DECLS
