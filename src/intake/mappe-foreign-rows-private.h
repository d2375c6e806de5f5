/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-content-reader.h"
#include "mappe-csv.h"
#include "mappe-foreign-rows.h"

G_BEGIN_DECLS

/* What the three forms of file have in common. */
struct _MappeForeignRows {
  const MappeForeignFile *file;
  MappeForeignRow     row;
  char              **columns;
  guint               n_columns;
  GCancellable       *cancellable;
  gboolean          (*next) (MappeForeignRows *self, gboolean *has_row, GError **error);
  MappeCsvReader     *table;
  MappeContentReader *content;
  GPtrArray          *pending;      /* of appointments: repetitions that are left of the one last read */
  GHashTable         *overridden;   /* "uid day": repetitions that have an appointment of their own */
  guint64             n_rows;
  char               *fault, *note, *uid;
};

gboolean mappe_cards_next             (MappeForeignRows *self, gboolean *has_row, GError **error);
gboolean mappe_appointments_begin     (MappeForeignRows *self, GError **error);
gboolean mappe_appointments_next      (MappeForeignRows *self, gboolean *has_row, GError **error);
void     mappe_foreign_rows_clear_row (MappeForeignRows *self, guint64 line);
void     mappe_foreign_rows_put       (MappeForeignRows *self, guint column, const char *text, const char *joiner);

G_END_DECLS
