/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-form.h"

G_BEGIN_DECLS

void     mappe_conflict_dialog_run    (MappeForm *form, MappeStore *store, MappeListed *theirs,
                                       GAsyncReadyCallback callback, gpointer data);
gboolean mappe_conflict_dialog_finish (GAsyncResult *result);

G_END_DECLS
