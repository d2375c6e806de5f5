/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-import-order.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-council.h"
#include "mappe-date.h"
#include "mappe-event.h"
#include "mappe-foreign-error.h"
#include "mappe-foreign-rows.h"
#include "mappe-foreign-value.h"
#include "mappe-heading.h"
#include "mappe-meeting.h"
#include "mappe-organisation.h"
#include "mappe-patrol.h"
#include "mappe-person.h"

/* Rows that a guess looks at. */
enum { ROWS_LOOKED_AT = 500 };

/* --- kinds --- */

/** mappe_import_order_guess_kind: Returns: (transfer none) (nullable): what a file of its form is mostly about */
const MappeKind *
mappe_import_order_guess_kind (const MappeForeignFile *file)
{
  switch (file->form)
    {
    case MAPPE_FOREIGN_CARDS:
      return &mappe_person_kind;
    case MAPPE_FOREIGN_APPOINTMENTS:
      return &mappe_event_kind;
    case MAPPE_FOREIGN_TABLE:
    default:
      return NULL;
    }
}

/** mappe_import_order_takes_kind: Returns: whether a file of its form can become records of @kind */
gboolean
mappe_import_order_takes_kind (const MappeForeignFile *file, const MappeKind *kind)
{
  switch (file->form)
    {
    case MAPPE_FOREIGN_CARDS:
      return kind == &mappe_person_kind || kind == &mappe_organisation_kind;
    case MAPPE_FOREIGN_APPOINTMENTS:
      return kind == &mappe_event_kind || kind == &mappe_meeting_kind || kind == &mappe_patrol_kind;
    case MAPPE_FOREIGN_TABLE:
    default:
      /* A file holds one council. */
      return kind != &mappe_council_kind;
    }
}

/* --- guesses --- */

static gboolean
is_heading (const char *cell)
{
  gboolean letters = FALSE;

  if (strchr (cell, '@') != NULL)
    return FALSE;
  for (; *cell != '\0'; cell = g_utf8_next_char (cell))
    letters = letters || g_unichar_isalpha (g_utf8_get_char (cell));
  return letters;
}

/* A first row of names alone, or with one that is known, is a heading. */
static gboolean
guess_head (const MappeKind *kind, const char *const *cells)
{
  gboolean all = TRUE;

  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (mappe_heading_find (kind, cells[i]) >= 0)
        return TRUE;
      all = all && (is_heading (cells[i]) || *cells[i] == '\0');
    }
  return all;
}

static gboolean
is_number (const MappeImportOrder *self, guint column)
{
  int field = g_array_index (self->fields, int, column);
  MappeFieldType type = field >= 0 ? self->kind->fields[field].type : MAPPE_FIELD_TEXT;

  return type == MAPPE_FIELD_INT || type == MAPPE_FIELD_DECIMAL || type == MAPPE_FIELD_REAL;
}

/* What most numbers show; where none does, programs that part cells by commas write points. */
static void
guess_mark (MappeImportOrder *self, const guint *marks)
{
  if (marks[0] != marks[1])
    self->mark = marks[0] > marks[1] ? ',' : '.';
  else
    self->mark = self->file->separator == ',' && self->file->form == MAPPE_FOREIGN_TABLE ? '.' : ',';
}

static void
look_at_row (MappeImportOrder *self, const MappeForeignRow *row, guint *marks)
{
  for (guint i = 0; i < self->fields->len && row->fault == NULL; i++)
    {
      char mark = is_number (self, i) ? mappe_foreign_mark_of (row->cells[i]) : '\0';

      marks[0] += mark == ',';
      marks[1] += mark == '.';
      if (*self->samples[i] == '\0' && *row->cells[i] != '\0')
        {
          g_free (self->samples[i]);
          self->samples[i] = g_strdup (row->cells[i]);
        }
    }
}

static void
begin_columns (MappeImportOrder *self, MappeForeignRows *rows)
{
  guint n = mappe_foreign_rows_n_columns (rows);

  g_strfreev (self->columns);
  g_strfreev (self->samples);
  g_clear_pointer (&self->fields, g_array_unref);
  self->columns = g_strdupv ((char **) mappe_foreign_rows_columns (rows));
  for (guint i = n; self->columns[i] != NULL; i++)
    g_clear_pointer (&self->columns[i], g_free);
  self->fields = mappe_heading_propose (self->kind, self->file->form, (const char *const *) self->columns);
  self->samples = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    self->samples[i] = g_strdup ("");
}

static gboolean
look_at_rows (MappeImportOrder *self, MappeForeignRows *rows, GError **error)
{
  GError *cause = NULL;
  const MappeForeignRow *row = NULL;
  guint marks[2] = { 0, 0 };

  begin_columns (self, rows);
  for (guint i = 0; i < ROWS_LOOKED_AT && (row = mappe_foreign_rows_next (rows, &cause)) != NULL; i++)
    look_at_row (self, row, marks);
  guess_mark (self, marks);
  /* What is wrong with the rows is said when they are taken in; perhaps another separator or encoding cures it. */
  if (cause == NULL || cause->domain == MAPPE_FOREIGN_ERROR)
    {
      g_clear_error (&cause);
      return TRUE;
    }
  g_propagate_error (error, cause);
  return FALSE;
}

/**
 * mappe_import_order_read:
 * @error: return location for a #MappeForeignError or #GIOErrorEnum
 *
 * Reads columns, samples and guesses anew, after encoding, separator or heading were changed.
 */
gboolean
mappe_import_order_read (MappeImportOrder *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (MappeForeignRows) rows = mappe_foreign_rows_open (self->file, self->has_head, cancellable, error);

  if (rows == NULL || !look_at_rows (self, rows, error))
    return FALSE;
  g_hash_table_remove_all (self->choices);
  return TRUE;
}

static gboolean
read_head (MappeImportOrder *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (MappeForeignRows) rows = mappe_foreign_rows_open (self->file, TRUE, cancellable, error);

  if (rows == NULL)
    return FALSE;
  self->has_head = self->file->form != MAPPE_FOREIGN_TABLE
                   || guess_head (self->kind, mappe_foreign_rows_columns (rows));
  return TRUE;
}

/**
 * mappe_import_order_new:
 * @path: a file
 * @kind: (nullable): of the records it becomes; %NULL for what files of its form are mostly about, people for a table
 * @error: return location for a #MappeForeignError or #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): what is proposed
 */
MappeImportOrder *
mappe_import_order_new (const char *path, const MappeKind *kind, GCancellable *cancellable, GError **error)
{
  g_autoptr (MappeForeignFile) file = mappe_foreign_file_look (path, cancellable, error);
  g_autoptr (MappeImportOrder) self = NULL;

  if (file == NULL)
    return NULL;
  if (kind == NULL || !mappe_import_order_takes_kind (file, kind))
    kind = mappe_import_order_guess_kind (file);
  self = g_new0 (MappeImportOrder, 1);
  self->file = g_steal_pointer (&file);
  self->kind = kind != NULL ? kind : &mappe_person_kind;
  self->constants = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (self->constants, (int) self->kind->n_fields);
  self->choices = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->today = mappe_date_today ();
  return read_head (self, cancellable, error) && mappe_import_order_read (self, cancellable, error)
             ? g_steal_pointer (&self) : NULL;
}

static gpointer
copy_text (gconstpointer text, gpointer data)
{
  return g_strdup (text);
}

/** mappe_import_order_copy: Returns: (transfer full): the same for another thread */
MappeImportOrder *
mappe_import_order_copy (const MappeImportOrder *self)
{
  MappeImportOrder *copy = g_memdup2 (self, sizeof *self);
  GHashTableIter iter;
  gpointer number, choice;

  copy->file = mappe_foreign_file_copy (self->file);
  copy->columns = g_strdupv (self->columns);
  copy->samples = g_strdupv (self->samples);
  copy->fields = g_array_copy (self->fields);
  copy->constants = g_ptr_array_copy (self->constants, copy_text, NULL);
  copy->today = g_strdup (self->today);
  copy->choices = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, self->choices);
  while (g_hash_table_iter_next (&iter, &number, &choice))
    g_hash_table_insert (copy->choices, g_memdup2 (number, sizeof (guint64)), choice);
  return copy;
}

/** mappe_import_order_free: @self: (transfer full) */
void
mappe_import_order_free (MappeImportOrder *self)
{
  mappe_foreign_file_free (self->file);
  g_strfreev (self->columns);
  g_strfreev (self->samples);
  g_clear_pointer (&self->fields, g_array_unref);
  g_ptr_array_unref (self->constants);
  g_hash_table_unref (self->choices);
  g_free (self->today);
  g_free (self);
}

/* --- choices --- */

/** mappe_import_order_set_kind: Proposes the fields of another kind. */
void
mappe_import_order_set_kind (MappeImportOrder *self, const MappeKind *kind)
{
  self->kind = kind;
  g_array_unref (self->fields);
  self->fields = mappe_heading_propose (kind, self->file->form, (const char *const *) self->columns);
  g_ptr_array_set_size (self->constants, 0);
  g_ptr_array_set_size (self->constants, (int) kind->n_fields);
  g_hash_table_remove_all (self->choices);
}

/** mappe_import_order_set_field: @field: number of the field of a column; -1: it is not taken */
void
mappe_import_order_set_field (MappeImportOrder *self, guint column, int field)
{
  g_return_if_fail (column < self->fields->len && field < (int) self->kind->n_fields);
  g_array_index (self->fields, int, column) = field;
}

/** mappe_import_order_set_constant: @text: (nullable): as it would stand in the file: value of all records that say
 *   nothing of the field */
void
mappe_import_order_set_constant (MappeImportOrder *self, guint field, const char *text)
{
  g_return_if_fail (field < self->constants->len);
  g_free (g_ptr_array_index (self->constants, field));
  g_ptr_array_index (self->constants, field) = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/** mappe_import_order_choose: @number: of the record in the file, from 1 */
void
mappe_import_order_choose (MappeImportOrder *self, guint64 number, MappeDuplicateChoice choice)
{
  g_hash_table_insert (self->choices, g_memdup2 (&number, sizeof number), GUINT_TO_POINTER (choice));
}

/** mappe_import_order_missing: Returns: number of the next required field behind @after that nothing fills, or -1 */
int
mappe_import_order_missing (const MappeImportOrder *self, int after)
{
  for (guint i = (guint) (after + 1); i < self->kind->n_fields; i++)
    {
      gboolean filled = i == MAPPE_FIELD_REFERENCE || self->kind->fields[i].preset != NULL
                        || (self->kind->fields[i].flags & MAPPE_FIELD_REQUIRED) == 0;

      for (guint c = 0; !filled && c < self->fields->len; c++)
        filled = g_array_index (self->fields, int, c) == (int) i;
      if (!filled)
        return (int) i;
    }
  return -1;
}

/* --- memory --- */

/** mappe_import_order_signature: Returns: (transfer full): by what a file with the same columns is known again */
char *
mappe_import_order_signature (const MappeImportOrder *self)
{
  g_autofree char *head = g_strjoinv ("\x1f", self->columns);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, head, -1);

  return g_strdup_printf ("%s %.32s", self->kind->name, hash);
}

/** mappe_import_order_remember: Returns: (transfer full): which column is which field, to recall it */
char *
mappe_import_order_remember (const MappeImportOrder *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      int field = g_array_index (self->fields, int, i);

      g_string_append_printf (text, "%s%s", i > 0 ? ";" : "", field >= 0 ? self->kind->fields[field].name : "-");
    }
  return g_string_free (text, FALSE);
}

/** mappe_import_order_recall: Takes the fields that somebody chose for the same columns before; what a later version
 *   does not know stays as proposed. */
void
mappe_import_order_recall (MappeImportOrder *self, const char *remembered)
{
  g_auto (GStrv) names = g_strsplit (remembered, ";", -1);

  if (g_strv_length (names) != self->fields->len)
    return;
  for (guint i = 0; i < self->fields->len; i++)
    {
      int field = mappe_kind_find_field (self->kind, names[i]);

      if (field >= 0 || g_str_equal (names[i], "-"))
        g_array_index (self->fields, int, i) = field;
    }
}
