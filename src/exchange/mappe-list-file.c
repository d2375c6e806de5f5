/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-list-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-code.h"
#include "mappe-codes.h"
#include "mappe-csv.h"
#include "mappe-draft-file.h"
#include "mappe-exchange-error.h"
#include "mappe-register-veil.h"
#include "mappe-uid.h"

/* All records of a kind as a table, read and written page by page. */

#define REMEMBERED_MOST 20000

/** Target: a record that others refer to, as the readers see it; both are %NULL where they do not see it */
typedef struct {
  char *reference;
  char *title;
} Target;

typedef struct {
  MappeSnapshot            *snapshot;
  const MappeKind          *kind;
  const MappeExchangeOrder *order;
  MappeListForm             form;
  GOutputStream            *out;
  MappeVeil                *view;
  MappeCodes               *codes;
  GHashTable               *targets;  /* (element-type utf8 Target): "person 7" */
  guint64                   fields;   /* that are columns */
  gboolean                  begun;
} Making;

static void
target_free (Target *target)
{
  g_free (target->reference);
  g_free (target->title);
  g_free (target);
}

/* --- cells --- */

static gboolean
is_formula (const char *text)
{
  gunichar first = g_utf8_get_char (text);

  return first != 0 && (first < 0x80 ? strchr ("=+-@\t\r", (int) first) != NULL
                                     : first == 0xFF1D || first == 0xFF0B || first == 0xFF0D || first == 0xFF20);
}

/* Takes over a text: other control characters than line ends and tabs are nothing that a table can hold. */
static char *
cell_of_text (const char *text)
{
  GString *cell = g_string_sized_new (strlen (text) + 1);

  if (is_formula (text))
    g_string_append_c (cell, '\'');
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x20 ? *text != 0x7f : *text == '\n' || *text == '\t')
      g_string_append_c (cell, *text);
  return g_string_free (cell, FALSE);
}

/* A number or day is not a formula, whatever it begins with. */
static char *
cell_of_number (const Making *making, char *canonical)
{
  if (making->form == MAPPE_LIST_EXCEL)
    g_strdelimit (canonical, ".", ',');
  return canonical;
}

static char *
cell_of_code (const Making *making, const MappeFieldSpec *spec, const char *code)
{
  const char *label = mappe_codes_label (making->codes, spec->code_list, code,
                                         mappe_language_is_german (making->order->language));

  return cell_of_text (label != NULL ? label : code);
}

static char *
cell_of (const Making *making, const MappeRow *seen, guint field)
{
  const MappeLanguage *language = making->order->language;
  const MappeFieldSpec *spec = &seen->kind->fields[field];

  if (mappe_row_is_null (seen, field))
    return g_strdup ("");
  switch (spec->type)
    {
    case MAPPE_FIELD_INT:
    case MAPPE_FIELD_DECIMAL:
    case MAPPE_FIELD_REAL:
      return cell_of_number (making, mappe_row_get_canonical (seen, field));
    case MAPPE_FIELD_BOOL:
      return g_strdup (mappe_row_get_int (seen, field) != 0 ? L_("yes") : L_("no"));
    case MAPPE_FIELD_CODE:
      return cell_of_code (making, spec, mappe_row_get_text (seen, field));
    case MAPPE_FIELD_DATETIME:
      return g_strdelimit (mappe_row_get_canonical (seen, field), "T", ' ');
    default:
      return cell_of_text (mappe_row_get_text (seen, field));
    }
}

/* --- references --- */

static Target *
load_target (const Making *making, const MappeKind *kind, gint64 id, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (MappeRow) row = mappe_snapshot_load (making->snapshot, kind, id, &cause);
  g_autoptr (MappeRow) seen = row != NULL ? mappe_veil_see (making->view, row, &cause) : NULL;
  Target *target;

  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  target = g_new0 (Target, 1);
  if (seen != NULL)
    {
      target->reference = g_strdup (mappe_row_get_text (seen, MAPPE_FIELD_REFERENCE));
      target->title = mappe_snapshot_title (making->snapshot, seen, NULL);
    }
  return target;
}

static const Target *
target_of (const Making *making, const MappeFieldSpec *spec, gint64 id, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, spec->target, id);
  Target *target = g_hash_table_lookup (making->targets, key);

  if (target != NULL)
    return target;
  target = load_target (making, mappe_kind_lookup (spec->target, NULL), id, error);
  if (target == NULL)
    return NULL;
  if (g_hash_table_size (making->targets) >= REMEMBERED_MOST)
    g_hash_table_remove_all (making->targets);
  g_hash_table_insert (making->targets, g_steal_pointer (&key), target);
  return target;
}

static void
add_target (GPtrArray *cells, const Target *target)
{
  g_ptr_array_add (cells, cell_of_text (target != NULL && target->title != NULL ? target->title : ""));
  g_ptr_array_add (cells, cell_of_text (target != NULL && target->reference != NULL ? target->reference : ""));
}

/* --- rows --- */

static gboolean
is_column (const Making *making, guint field)
{
  return (making->fields >> field & 1) != 0;
}

static gboolean
write_cells (Making *making, GPtrArray *cells, GError **error)
{
  MappeCsvFlags flags = MAPPE_CSV_CRLF;

  if (making->form == MAPPE_LIST_EXCEL)
    flags |= MAPPE_CSV_SEMICOLON | MAPPE_CSV_BOM;
  if (!mappe_csv_write_row (making->out, (const char *const *) cells->pdata, cells->len, flags, !making->begun, error))
    return FALSE;
  making->begun = TRUE;
  return TRUE;
}

static gboolean
write_head (Making *making, GError **error)
{
  const MappeLanguage *language = making->order->language;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < making->kind->n_fields; i++)
    {
      const MappeFieldSpec *spec = &making->kind->fields[i];
      const char *label = mappe_language_text (language, spec->label);
      const char *unit = spec->unit != NULL ? mappe_language_text (language, spec->unit) : NULL;

      if (!is_column (making, i))
        continue;
      g_ptr_array_add (cells, unit != NULL ? g_strdup_printf ("%s (%s)", label, unit) : g_strdup (label));
      if (spec->type == MAPPE_FIELD_REF)
        g_ptr_array_add (cells, g_strdup_printf ("%s (%s)", label, L_("Reference")));
    }
  return write_cells (making, cells, error);
}

static gboolean
write_record (Making *making, MappeRow *row, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (MappeRow) seen = mappe_veil_see (making->view, row, &cause);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  if (seen == NULL)
    return TRUE;
  for (guint i = 0; i < seen->kind->n_fields; i++)
    {
      const MappeFieldSpec *spec = &seen->kind->fields[i];
      const Target *target = NULL;

      if (!is_column (making, i))
        continue;
      if (spec->type == MAPPE_FIELD_REF && !mappe_row_is_null (seen, i)
          && (target = target_of (making, spec, mappe_row_get_int (seen, i), error)) == NULL)
        return FALSE;
      if (spec->type == MAPPE_FIELD_REF)
        add_target (cells, target);
      else
        g_ptr_array_add (cells, cell_of (making, seen, i));
    }
  return write_cells (making, cells, error);
}

static gboolean
write_records (Making *making, MappeUids *uids, GError **error)
{
  MappeUidPlace place = { 0 };

  while (TRUE)
    {
      g_autoptr (GArray) page = mappe_uids_page (uids, making->kind, &place, error);

      if (page == NULL || page->len == 0)
        return page != NULL;
      for (guint i = 0; i < page->len; i++)
        if (!write_record (making, g_array_index (page, MappeUidRow, i).row, error))
          return FALSE;
    }
}

/* --- the whole --- */

static gboolean
check_columns (Making *making, GError **error)
{
  making->fields = mappe_veil_fields (making->view, making->kind);
  if (making->fields != 0)
    return TRUE;
  g_set_error (error, MAPPE_EXCHANGE_ERROR, MAPPE_EXCHANGE_ERROR_EMPTY,
               _("“%s” holds nothing that these readers may see"), _(making->kind->label_plural));
  return FALSE;
}

static gpointer
write_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  Making *making = data;
  const MappeRegisterOrder readers = { .profile = making->order->profile };
  g_autoptr (MappeVeil) view = mappe_veil_new (snapshot, &readers, error);
  g_autoptr (MappeUids) uids = view != NULL ? mappe_uids_new (snapshot, error) : NULL;
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_code_kind);
  g_autoptr (GPtrArray) rows = uids != NULL ? mappe_snapshot_rows (snapshot, query, error) : NULL;
  g_autoptr (MappeCodes) codes = rows != NULL ? mappe_codes_new (rows) : NULL;
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                          (GDestroyNotify) target_free);

  if (codes == NULL)
    return NULL;
  making->snapshot = snapshot;
  making->view = view;
  making->codes = codes;
  making->targets = targets;
  return check_columns (making, error) && write_head (making, error) && write_records (making, uids, error) ? making
                                                                                                            : NULL;
}

/**
 * mappe_list_file_write:
 * @kind: whose records are listed
 * @out: where the bytes go, while they are read: memory does not grow with the file
 * @error: return location for %MAPPE_EXCHANGE_ERROR_EMPTY, and for what reading and writing say
 *
 * Writes the records of a kind as comma-separated values (RFC 4180), each on a row under the labels of its fields:
 * codes by their labels, references by the title of the record and by its own reference, days and times as programs
 * read them. A table for others holds no column that its readers may not see, and no row; see #MappeVeil.
 *
 * A text that begins with "=", "+", "-", "@", a tab or a carriage return (or with the wide forms of the first four)
 * would be run as a formula by a spreadsheet: such a cell is written with an apostrophe before it, which spreadsheets
 * show, and which makes it a text. Numbers stay as they are: no formula is kept in a field of numbers.
 *
 * Returns: whether all of it was written
 */
gboolean
mappe_list_file_write (MappeStore *store, const MappeKind *kind, const MappeExchangeOrder *order, MappeListForm form,
                       GOutputStream *out, GError **error)
{
  Making making = { .kind = kind, .order = order, .form = form, .out = out };

  return mappe_store_read (store, write_cb, &making, error) != NULL;
}

/**
 * mappe_list_file_save:
 * @path: the file to make or to replace; only the user may read it, and it is there whole or not at all
 * @error: return location for %MAPPE_EXCHANGE_ERROR_EMPTY, %MAPPE_EXCHANGE_ERROR_WRITE, and for what reading says
 *
 * Like mappe_list_file_write(), into a file.
 *
 * Returns: whether it is there
 */
gboolean
mappe_list_file_save (MappeStore *store, const MappeKind *kind, const MappeExchangeOrder *order, MappeListForm form,
                      const char *path, GError **error)
{
  g_autoptr (MappeDraftFile) file = mappe_draft_file_open (path, error);
  g_autoptr (GError) cause = NULL;

  if (file == NULL)
    return FALSE;
  if (mappe_list_file_write (store, kind, order, form, mappe_draft_file_get_stream (file), &cause))
    return mappe_draft_file_finish (file, error);
  if (cause->domain == G_IO_ERROR)
    return mappe_draft_file_fail (file, cause->message, error);
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}
