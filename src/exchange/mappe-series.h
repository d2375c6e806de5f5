/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MappeSeriesError:
 * @MAPPE_SERIES_ERROR_REFERENCE: not of the form FILE.csv#COLUMN
 * @MAPPE_SERIES_ERROR_COLUMN: the table has no such column
 * @MAPPE_SERIES_ERROR_VALUE: a cell is no number
 */
typedef enum {
  MAPPE_SERIES_ERROR_REFERENCE,
  MAPPE_SERIES_ERROR_COLUMN,
  MAPPE_SERIES_ERROR_VALUE,
} MappeSeriesError;

#define MAPPE_SERIES_ERROR (mappe_series_error_quark ())
GQuark mappe_series_error_quark (void);

GArray *mappe_series_read (const char *folder, const char *reference, GError **error);

G_END_DECLS
