/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-csv-export.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "mappe-display.h"
#include "mappe-hidden-values.h"
#include "mappe-indicator-value.h"
#include "mappe-tabular.h"

#define ROWS_AT_ONCE 512 /* few enough to be made between two frames */

typedef struct {
  MappeStore      *store;
  MappeDisplay    *display;  /* used on the caller's thread only */
  MappeQuery      *query;
  guint           *fields;
  guint            n_fields;
  GFile           *file;
  GFile           *part;     /* written first, moved into place when complete */
  GOutputStream   *stream;
  GArray          *ids;
  GHashTable      *hidden;   /* (nullable) (element-type gint64): values that must not be written */
  guint            done;
  MappeCsvProgress progress;
  gpointer         progress_data;
  GBytes          *chunk;
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->stream);
  /* Whatever went wrong, no part of a file stays behind. */
  if (export->part != NULL)
    g_file_delete (export->part, NULL, NULL);
  g_clear_object (&export->part);
  g_clear_object (&export->file);
  g_clear_object (&export->store);
  g_clear_object (&export->display);
  g_clear_pointer (&export->query, mappe_query_free);
  g_clear_pointer (&export->ids, g_array_unref);
  g_clear_pointer (&export->hidden, g_hash_table_unref);
  g_clear_pointer (&export->chunk, g_bytes_unref);
  g_free (export->fields);
  g_free (export);
}

static void export_next (GTask *task);

static gboolean
failed (GTask *task, GError *error)
{
  if (error == NULL)
    return g_task_return_error_if_cancelled (task);
  g_task_return_error (task, error);
  return TRUE;
}

/* Names and labels as people read them, dates and numbers as programs read them. */
static char *
value_of (Export *export, const MappeListed *listed, guint field)
{
  switch (listed->row->kind->fields[field].type)
    {
    case MAPPE_FIELD_CODE:
    case MAPPE_FIELD_REF:
    case MAPPE_FIELD_BOOL:
      return mappe_display_field (export->display, listed->row, field, listed->shown[field]);
    default:
      return mappe_row_get_canonical (listed->row, field);
    }
}

static void
add_heading (Export *export, GString *csv)
{
  const MappeKind *kind = mappe_query_get_kind (export->query);

  for (guint i = 0; i < export->n_fields; i++)
    mappe_tabular_add_csv_value (csv, _(kind->fields[export->fields[i]].label), i + 1 == export->n_fields);
}

static void
add_row (Export *export, GString *csv, const MappeListed *listed)
{
  for (guint i = 0; i < export->n_fields; i++)
    {
      g_autofree char *value = value_of (export, listed, export->fields[i]);
      mappe_tabular_add_csv_value (csv, value, i + 1 == export->n_fields);
    }
}

static void
moved (GTask *task)
{
  Export *export = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!g_file_move (export->part, export->file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    {
      failed (task, g_steal_pointer (&error));
      return;
    }
  g_clear_object (&export->part);
  g_task_return_boolean (task, TRUE);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_output_stream_close_finish (G_OUTPUT_STREAM (source), result, &error))
    moved (task);
  else
    failed (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Export *export = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    {
      failed (task, error);
      return;
    }
  if (export->progress != NULL && export->ids->len > 0)
    export->progress (export->done, export->ids->len, export->progress_data);
  export_next (task);
}

static void
export_write (GTask *task, GString *csv)
{
  Export *export = g_task_get_task_data (task);
  gsize size;
  const void *text;

  g_clear_pointer (&export->chunk, g_bytes_unref);
  export->chunk = g_string_free_to_bytes (csv);
  text = g_bytes_get_data (export->chunk, &size);
  g_output_stream_write_all_async (export->stream, text, size, G_PRIORITY_DEFAULT_IDLE,
                                   g_task_get_cancellable (task), written_cb, g_object_ref (task));
}

static void
rows_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Export *export = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) listed = mappe_store_rows_finish (MAPPE_STORE (source), result, &error);
  GString *csv;

  if (listed == NULL)
    {
      failed (task, error);
      return;
    }
  if (export->hidden != NULL)
    mappe_hidden_values_veil (export->hidden, listed);
  csv = g_string_sized_new (listed->len * 80);
  for (guint i = 0; i < listed->len; i++)
    add_row (export, csv, g_ptr_array_index (listed, i));
  export_write (task, csv);
}

static void
export_next (GTask *task)
{
  Export *export = g_task_get_task_data (task);
  guint n = MIN (ROWS_AT_ONCE, export->ids->len - export->done);

  if (failed (task, NULL))
    return;
  if (n == 0)
    {
      g_output_stream_close_async (export->stream, G_PRIORITY_DEFAULT_IDLE, g_task_get_cancellable (task),
                                   closed_cb, g_object_ref (task));
      return;
    }
  mappe_store_rows_async (export->store, mappe_query_get_kind (export->query),
                          &g_array_index (export->ids, gint64, export->done), n, g_task_get_cancellable (task),
                          rows_cb, g_object_ref (task));
  export->done += n;
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Export *export = g_task_get_task_data (task);
  GError *error = NULL;
  GFileOutputStream *stream = g_file_create_finish (G_FILE (source), result, &error);
  GString *csv;

  if (stream == NULL)
    {
      failed (task, error);
      return;
    }
  export->part = g_object_ref (G_FILE (source));
  export->stream = G_OUTPUT_STREAM (stream);
  csv = g_string_new (NULL);
  add_heading (export, csv);
  export_write (task, csv);
}

static void
create_part (GTask *task)
{
  Export *export = g_task_get_task_data (task);
  g_autoptr (GFile) folder = g_file_get_parent (export->file);
  g_autofree char *base = g_file_get_basename (export->file);
  g_autofree char *name = g_strdup_printf (".%s.%08x.part", base, g_random_int ());
  g_autoptr (GFile) part = folder != NULL ? g_file_get_child (folder, name) : NULL;

  if (part == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "no file name");
  else
    g_file_create_async (part, G_FILE_CREATE_NONE, G_PRIORITY_DEFAULT, g_task_get_cancellable (task), created_cb,
                         g_object_ref (task));
}

static void
hidden_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Export *export = g_task_get_task_data (task);
  GError *error = NULL;

  export->hidden = mappe_store_read_finish (MAPPE_STORE (source), result, &error);
  if (export->hidden == NULL)
    failed (task, error);
  else
    create_part (task);
}

static void
keys_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Export *export = g_task_get_task_data (task);
  GError *error = NULL;

  export->ids = mappe_store_query_finish (MAPPE_STORE (source), result, &error);
  if (export->ids == NULL)
    failed (task, error);
  else if (mappe_query_get_kind (export->query) == &mappe_indicator_value_kind)
    mappe_store_read_async (export->store, MAPPE_PRIORITY_EXPORT, mappe_hidden_values_load, NULL, NULL,
                            (GDestroyNotify) g_hash_table_unref, g_task_get_cancellable (task), hidden_cb,
                            g_object_ref (task));
  else
    create_part (task);
}

/**
 * mappe_csv_export_async:
 * @query: which records, in which order
 * @fields: numbers of the fields that become columns
 * @file: where to; it is replaced only when everything has been written
 * @progress: (nullable): told after every part
 *
 * Writes the records as comma-separated values (RFC 4180, UTF-8).
 */
void
mappe_csv_export_async (MappeStore *store,
                        const MappeQuery *query,
                        const guint *fields,
                        guint n_fields,
                        GFile *file,
                        GCancellable *cancellable,
                        MappeCsvProgress progress,
                        gpointer progress_data,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Export *export = g_new0 (Export, 1);

  g_return_if_fail (MAPPE_IS_STORE (store));
  export->store = g_object_ref (store);
  export->display = g_object_ref (mappe_display_get (store));
  export->query = mappe_query_copy (query);
  export->fields = g_memdup2 (fields, n_fields * sizeof *fields);
  export->n_fields = n_fields;
  export->file = g_object_ref (file);
  export->progress = progress;
  export->progress_data = progress_data;
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  g_task_set_source_tag (task, mappe_csv_export_async);
  mappe_store_query_async (store, query, MAPPE_PRIORITY_EXPORT, cancellable, keys_cb, g_steal_pointer (&task));
}

/**
 * mappe_csv_export_finish:
 * @n_rows: (out) (optional): how many records were written
 *
 * Returns: whether the file is complete
 */
gboolean
mappe_csv_export_finish (GAsyncResult *result, guint *n_rows, GError **error)
{
  Export *export;

  g_return_val_if_fail (G_IS_TASK (result), FALSE);
  export = g_task_get_task_data (G_TASK (result));
  if (n_rows != NULL)
    *n_rows = export->ids != NULL ? export->ids->len : 0;
  return g_task_propagate_boolean (G_TASK (result), error);
}
