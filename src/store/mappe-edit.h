/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-row.h"

G_BEGIN_DECLS

typedef enum {
  MAPPE_CHANGE_INSERT = 'I',
  MAPPE_CHANGE_UPDATE = 'U',
  MAPPE_CHANGE_DELETE = 'D',
} MappeChangeOp;

/**
 * MappeEdit:
 *
 * What one step of the user changes: a label for the undo button and any number of changes that are saved
 * together or not at all. Built on any thread, handed to the store once.
 */
typedef struct _MappeEdit MappeEdit;

/** Gives the next row to insert (transfer full), %NULL at the end, or %NULL with an error; runs on the writer
 * thread. */
typedef MappeRow *(*MappeRowSource) (gpointer data, GError **error);

MappeEdit  *mappe_edit_new        (const char *label);
MappeEdit  *mappe_edit_new_import (const char *label);
MappeEdit  *mappe_edit_new_base   (const char *label);
void        mappe_edit_set_typing (MappeEdit *self);
void        mappe_edit_set_source (MappeEdit *self, MappeRowSource next, gpointer data);
void        mappe_edit_free       (MappeEdit *self);
gint64      mappe_edit_insert     (MappeEdit *self, MappeRow *row);
void        mappe_edit_update     (MappeEdit *self, MappeRow *base, MappeRow *mine);
void        mappe_edit_delete     (MappeEdit *self, const MappeKind *kind, gint64 id, gint64 version);
char       *mappe_edit_add_blob   (MappeEdit *self, GBytes *content);
guint       mappe_edit_size       (MappeEdit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeEdit, mappe_edit_free)

/**
 * MappeConflict:
 * @field: number of the field that both sides changed
 * @base: canonical value when the form was opened
 * @mine: canonical value of the edit
 * @theirs: canonical value in the file
 */
typedef struct {
  guint field;
  char *base;
  char *mine;
  char *theirs;
} MappeConflict;

/**
 * MappeApplied: the outcome of an edit
 * @set_id: id in the change log, 0 when nothing was changed
 * @ids: (element-type gint64): ids of the inserted records, in the order of insertion
 * @n_inserted: records inserted; with a fault, how many came before the one at fault
 * @fault_kind: (nullable): kind at fault when the edit was refused
 * @fault_id: id of the record at fault
 * @fault_field: number of the field at fault, or -1
 * @conflicts: (element-type MappeConflict): fields changed by both sides, with MAPPE_STORE_ERROR_CONFLICT
 */
typedef struct {
  gint64           set_id;
  GArray          *ids;
  gint64           n_inserted;
  const MappeKind *fault_kind;
  gint64           fault_id;
  int              fault_field;
  GPtrArray       *conflicts;
} MappeApplied;

void mappe_applied_free (MappeApplied *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeApplied, mappe_applied_free)

G_END_DECLS
