/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-display.h"
#include "mappe-table.h"

G_BEGIN_DECLS

typedef struct _MappeTableColumn MappeTableColumn;

struct _MappeTable {
  GtkWidget          parent_instance;
  GtkWidget         *scrolled;
  GtkColumnView     *view;
  MappeListModel    *model;
  MappeSelection    *selection;
  MappeStore        *store;
  MappeDisplay      *display;
  const MappeKind   *kind;
  GPtrArray         *columns;  /* of MappeTableColumn, in their order */
  guint              fields[MAPPE_TABLE_MOST_COLUMNS];
  guint              n_visible;
  guint              fit_idle;
  int                char_width;
  char              *scratch;
  MappeTableColumn  *probed;   /* column whose sorter was asked */
  gboolean           sorting;  /* the sort order is set by the program */
  gboolean           sorted, descending;
  guint              sort_field;
  gboolean           expects_refill;
  gint64             top_id;       /* record at the upper edge */
  guint              top_tick;
  int                top_tries;
  gint64             pending_top;  /* to be brought there once there is a size */
  gint64             pending_show; /* to be selected once it has come */
  gulong             loaded_handler;
};

MappeStore          *mappe_table_get_store     (MappeTable *self);
const MappeKind     *mappe_table_get_kind      (MappeTable *self);

/* --- mappe-table-column.c: one column and its cells --- */
MappeTableColumn    *mappe_table_column_new     (MappeTable *table, guint field);
void                 mappe_table_column_free    (MappeTableColumn *self);
void                 mappe_table_column_measure (MappeTableColumn *self);
int                  mappe_table_column_width   (MappeTableColumn *self);
guint                mappe_table_column_field   (MappeTableColumn *self);
GtkColumnViewColumn *mappe_table_column_view    (MappeTableColumn *self);
void                 mappe_table_column_show    (MappeTableColumn *self, gboolean anew);

/* --- mappe-table-place.c: which part of the list is seen --- */
void                 mappe_table_init_place     (MappeTable *self);
void                 mappe_table_bring_to_top   (MappeTable *self);

/* --- mappe-table-copy.c --- */
void                 mappe_table_copy           (MappeTable *self);

G_END_DECLS
