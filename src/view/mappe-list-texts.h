/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-row.h"

G_BEGIN_DECLS

const char *mappe_list_purpose    (const MappeKind *kind);
const char *mappe_list_empty      (const MappeKind *kind);
const char *mappe_list_new_label  (const MappeKind *kind);
char       *mappe_list_n_records  (gint64 n);
void        mappe_list_usual_sort (const MappeKind *kind, guint *field, gboolean *descending);

G_END_DECLS
