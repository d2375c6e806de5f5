/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

char *mappe_kept_text_load (MappeStore *store, const char *what, gint64 item);
void  mappe_kept_text_save (MappeStore *store, const char *what, gint64 item, const char *text);

G_END_DECLS
