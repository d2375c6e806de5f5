/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

char     *mappe_sample_find_folder (void);
gboolean  mappe_sample_load        (MappeStore *store, const char *folder, const char *language, GError **error);
GPtrArray *mappe_sample_funding_programmes (const char *folder, const char *language, GError **error);

G_END_DECLS
