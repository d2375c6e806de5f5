/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-edit-private.h"

static void
change_clear (MappeEditChange *change)
{
  g_clear_pointer (&change->base, mappe_row_unref);
  g_clear_pointer (&change->mine, mappe_row_unref);
}

static MappeEdit *
edit_new (const char *label, const char *set_kind)
{
  MappeEdit *self = g_new0 (MappeEdit, 1);

  self->label = g_strdup (label);
  self->set_kind = set_kind;
  self->changes = g_array_new (FALSE, TRUE, sizeof (MappeEditChange));
  g_array_set_clear_func (self->changes, (GDestroyNotify) change_clear);
  self->blobs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  return self;
}

/**
 * mappe_edit_new:
 * @label: what the step does, in the user's language; shown at the undo button
 *
 * Returns: (transfer full): an empty edit
 */
MappeEdit *
mappe_edit_new (const char *label)
{
  return edit_new (label, "EDIT");
}

/** mappe_edit_new_import: Like mappe_edit_new(), for data from a file; marked as such in the log. */
MappeEdit *
mappe_edit_new_import (const char *label)
{
  return edit_new (label, "IMPORT");
}

/** mappe_edit_new_base: What a new file starts with; undo does not go behind it. */
MappeEdit *
mappe_edit_new_base (const char *label)
{
  return edit_new (label, "MIGRATE");
}

/** mappe_edit_set_typing: It saves a text while it is typed: with the saves of the same text shortly before it is one
 * step of undo. */
void
mappe_edit_set_typing (MappeEdit *self)
{
  self->typing = TRUE;
}

/** mappe_edit_free: @self: (transfer full) */
void
mappe_edit_free (MappeEdit *self)
{
  g_free (self->label);
  g_array_unref (self->changes);
  g_hash_table_unref (self->blobs);
  g_free (self);
}

/**
 * mappe_edit_insert:
 * @row: (transfer full): the new record; references may hold the ids that this function returned before
 *
 * Returns: a negative id that stands for the record within this edit
 */
gint64
mappe_edit_insert (MappeEdit *self, MappeRow *row)
{
  MappeEditChange change = { .op = MAPPE_CHANGE_INSERT, .kind = row->kind, .mine = row };

  g_array_append_val (self->changes, change);
  return -(gint64) ++self->n_inserts;
}

/**
 * mappe_edit_update:
 * @base: (transfer full): the record as it was read
 * @mine: (transfer full): the record as it shall be; fields equal to @base are left as they are in the file
 */
void
mappe_edit_update (MappeEdit *self, MappeRow *base, MappeRow *mine)
{
  MappeEditChange change = { .op = MAPPE_CHANGE_UPDATE, .kind = mine->kind, .id = base->id,
                             .version = base->version, .base = base, .mine = mine };

  g_return_if_fail (base->kind == mine->kind);
  g_array_append_val (self->changes, change);
}

/**
 * mappe_edit_delete:
 * @version: the version that was seen; 0 deletes whatever is there
 */
void
mappe_edit_delete (MappeEdit *self, const MappeKind *kind, gint64 id, gint64 version)
{
  MappeEditChange change = { .op = MAPPE_CHANGE_DELETE, .kind = kind, .id = id, .version = version };

  g_array_append_val (self->changes, change);
}

/**
 * mappe_edit_add_blob:
 * @content: the bytes of a file
 *
 * Returns: (transfer full): the value for a BLOB field
 */
char *
mappe_edit_add_blob (MappeEdit *self, GBytes *content)
{
  char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

  g_hash_table_replace (self->blobs, g_strdup (hash), g_bytes_ref (content));
  return hash;
}

/**
 * mappe_edit_set_source:
 * @next: called for one row after another until it returns %NULL
 * @data: (scope async): handed to @next; must live until the edit is applied
 *
 * Inserts rows that need not be in memory together, after the other changes of the edit.
 */
void
mappe_edit_set_source (MappeEdit *self, MappeRowSource next, gpointer data)
{
  self->next = next;
  self->next_data = data;
}

/** mappe_edit_size: Returns: the number of changes, without those of a source */
guint
mappe_edit_size (MappeEdit *self)
{
  return self->changes->len;
}

static void
conflict_free (MappeConflict *conflict)
{
  g_free (conflict->base);
  g_free (conflict->mine);
  g_free (conflict->theirs);
  g_free (conflict);
}

MappeApplied *
mappe_applied_new (void)
{
  MappeApplied *self = g_new0 (MappeApplied, 1);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->fault_field = -1;
  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) conflict_free);
  return self;
}

/** mappe_applied_free: @self: (transfer full) */
void
mappe_applied_free (MappeApplied *self)
{
  g_array_unref (self->ids);
  g_ptr_array_unref (self->conflicts);
  g_free (self);
}
