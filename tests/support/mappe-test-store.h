/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

/* A council in a folder of its own, removed at the end. */
typedef struct {
  char       *folder;
  char       *path;
  MappeStore *store;
} MappeTestStore;

void        mappe_test_store_set_up    (MappeTestStore *self, gconstpointer data);
void        mappe_test_store_tear_down (MappeTestStore *self, gconstpointer data);
void        mappe_test_store_reopen    (MappeTestStore *self);
/* The content as text with ids, so that two states can be compared to the last value. */
char       *mappe_test_store_content   (MappeStore *store);
/* A row from name, canonical value pairs ended by NULL. */
MappeRow   *mappe_test_row             (const MappeKind *kind, ...) G_GNUC_NULL_TERMINATED;
/* Saves one new record; fails the test when refused. Returns its id. */
gint64      mappe_test_insert          (MappeStore *store, MappeRow *row);
/* The same from the name of the kind and name, canonical value pairs. */
gint64      mappe_test_add             (MappeStore *store, const char *kind, ...) G_GNUC_NULL_TERMINATED;
/* Applies @edit (transfer full), which must be refused with @code. Returns: (transfer full): what was at fault */
MappeApplied *mappe_test_refuse        (MappeStore *store, MappeEdit *edit, MappeStoreError code);
gint64      mappe_test_count           (MappeStore *store, const char *kind);
void        mappe_test_set             (MappeStore *store, const MappeKind *kind, gint64 id, const char *field,
                                        const char *canonical);
char       *mappe_test_get             (MappeStore *store, const MappeKind *kind, gint64 id, const char *field);
void        mappe_test_remove_folder   (const char *folder);
/* Runs the main context until everything announced has arrived. */
void        mappe_test_settle          (void);

G_END_DECLS
