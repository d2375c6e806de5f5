/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-test-store.h"

G_BEGIN_DECLS

/* Edits as a test of rules writes them: kinds by name, ids as the text that a reference holds. */

const MappeKind *mappe_test_kind       (const char *name);
char            *mappe_test_text_of    (gint64 id);

/* Adds a record by name, canonical value pairs. Returns: (transfer full): its id */
#define ADD(fixture, kind, ...)                                                                                       \
  (mappe_test_text_of (mappe_test_add ((fixture)->test.store, kind, __VA_ARGS__, NULL)))
/* The same, only the row. */
#define ROW(kind, ...) (mappe_test_row (mappe_test_kind (kind), __VA_ARGS__, NULL))

MappeEdit       *mappe_test_insertion  (MappeRow *row);
#define INSERT(kind, ...) (mappe_test_insertion (ROW (kind, __VA_ARGS__)))
MappeEdit       *mappe_test_deletion   (const char *kind, const char *id);
/* Adds a change of a record by name, value pairs ended by NULL to @edit; to a new one when %NULL. */
MappeEdit       *mappe_test_change     (MappeStore *store, MappeEdit *edit, const char *kind, const char *id, ...)
                                        G_GNUC_NULL_TERMINATED;
#define CHANGE(fixture, kind, id, ...) ALSO (fixture, NULL, kind, id, __VA_ARGS__)
#define ALSO(fixture, edit, kind, id, ...)                                                                            \
  (mappe_test_change ((fixture)->test.store, edit, kind, id, __VA_ARGS__, NULL))

/* The edit (transfer full) is saved. Returns: (transfer full): the ids of what it inserted */
GArray          *mappe_test_accepted   (MappeStore *store, MappeEdit *edit);
void             mappe_test_accept     (MappeStore *store, MappeEdit *edit);
/* The edit (transfer full) is refused, nothing is changed, and the field is named: "-" for none. */
void             mappe_test_refuse_at  (MappeStore *store, MappeEdit *edit, const char *kind, const char *field);

/* A body with a meeting that was held, an item of its agenda, and two people. */
typedef struct {
  MappeTestStore test;
  char          *body, *meeting, *item, *person, *other;
} MappeTestMeeting;

void             mappe_test_meeting_set_up    (MappeTestMeeting *self, gconstpointer data);
void             mappe_test_meeting_tear_down (MappeTestMeeting *self, gconstpointer data);
/* Returns: (transfer full): the id of minutes of the meeting, sealed */
char            *mappe_test_meeting_seal      (MappeTestMeeting *self);

G_END_DECLS
