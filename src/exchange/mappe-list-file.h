/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-exchange-order.h"

G_BEGIN_DECLS

/** MappeListForm: a table as RFC 4180 has it, or as German spreadsheets expect it */
typedef enum {
  MAPPE_LIST_PLAIN,  /* "," between cells, "." in numbers */
  MAPPE_LIST_EXCEL,  /* a byte order mark, ";" and "," */
} MappeListForm;

gboolean mappe_list_file_write (MappeStore *store, const MappeKind *kind, const MappeExchangeOrder *order,
                                MappeListForm form, GOutputStream *out, GError **error);
gboolean mappe_list_file_save  (MappeStore *store, const MappeKind *kind, const MappeExchangeOrder *order,
                                MappeListForm form, const char *path, GError **error);

G_END_DECLS
