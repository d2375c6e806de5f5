/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

/** MappeEraseValue: a value of a record: @kind, @id, @reference, @field */
typedef struct {
  const MappeKind *kind;
  gint64           id;
  char            *reference;
  guint            field;
} MappeEraseValue;

/**
 * MappeEraseMention: a record whose text names the person
 * @page: of its attached file, from 1, where the name is there; else 0
 */
typedef struct {
  const MappeKind *kind;
  gint64           id;
  char            *reference;
  char            *title;
  guint            page;
} MappeEraseMention;

/**
 * MappeErasePlan: what an erasure would do
 * @title: what the record is called
 * @row: the record as it is
 * @erased: (element-type MappeEraseValue): values that go
 * @has_name: whether it has a name that could go
 * @name_kept: the name stays, because records of meetings tell it
 * @n_meetings: how many records of meetings that are
 * @n_sealed: sealed minutes of meetings that the person attended: not a byte of them changes
 * @n_seats: bodies that the person is still a member of
 * @n_log: values in the change log that go
 * @mentions: (element-type MappeEraseMention): other records whose text or attached file holds the last name; the
 *   program leaves them
 * @copies: (element-type filename): older copies beside the council file, which still hold everything
 */
typedef struct {
  char      *title;
  MappeRow  *row;
  GPtrArray *erased;
  gboolean   has_name;
  gboolean   name_kept;
  gint64     n_meetings;
  gint64     n_sealed;
  gint64     n_seats;
  gint64     n_log;
  GPtrArray *mentions;
  GPtrArray *copies;
} MappeErasePlan;

void            mappe_erase_plan_free    (MappeErasePlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeErasePlan, mappe_erase_plan_free)

gboolean        mappe_erase_covers       (const MappeKind *kind);
MappeErasePlan *mappe_store_erase_plan   (MappeStore *self, const MappeKind *kind, gint64 id, GError **error);
void            mappe_store_erase_plan_async (MappeStore *self, const MappeKind *kind, gint64 id,
                                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
MappeErasePlan *mappe_store_erase_plan_finish (MappeStore *self, GAsyncResult *result, GError **error);

/* @reason: code of the list "erasure_reason"; @label: of the step in the history */
gboolean        mappe_store_erase        (MappeStore *self, const MappeKind *kind, gint64 id, const char *reason,
                                          const char *label, GError **error);
void            mappe_store_erase_async  (MappeStore *self, const MappeKind *kind, gint64 id, const char *reason,
                                          const char *label, GAsyncReadyCallback callback, gpointer data);
gboolean        mappe_store_erase_finish (MappeStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
