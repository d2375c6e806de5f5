/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-csv.h"
#include "mappe-draft-file.h"
#include "mappe-foreign-error.h"
#include "mappe-language.h"
#include "mappe-text.h"

/* What became of the records of a file. */

enum { MOST_PLAIN = 1000, MOST_TOLD = 10000, MOST_REJECTED = 10000 };

static void
item_free (MappeImportItem *item)
{
  g_free (item->title);
  g_free (item->reason);
  g_free (item->other);
  g_free (item);
}

/* Returns: (transfer full): a report of nothing yet */
MappeImportReport *
mappe_import_report_new (void)
{
  MappeImportReport *self = g_new0 (MappeImportReport, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  return self;
}

/** mappe_import_report_free: @self: (transfer full) */
void
mappe_import_report_free (MappeImportReport *self)
{
  g_ptr_array_unref (self->items);
  g_free (self->label);
  g_free (self);
}

/** mappe_import_fate_text: Returns: (transfer none): one word for people */
const char *
mappe_import_fate_text (MappeImportFate fate)
{
  static const char *const texts[MAPPE_IMPORT_N_FATES] = {
    [MAPPE_IMPORT_NEW] = N_("new"),           [MAPPE_IMPORT_CHANGED] = N_("changed"),
    [MAPPE_IMPORT_MERGED] = N_("merged"),     [MAPPE_IMPORT_SAME] = N_("there already"),
    [MAPPE_IMPORT_SKIPPED] = N_("left out"),  [MAPPE_IMPORT_ELSEWHERE] = N_("of another list"),
    [MAPPE_IMPORT_REJECTED] = N_("rejected"),
  };

  return _(texts[fate]);
}

/* Returns: (transfer full): its first cells, by which people find a row again */
static char *
cells_of (const MappeForeignRow *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; row->cells[i] != NULL && text->len < 120; i++)
    {
      g_autofree char *cell = mappe_text_ellipsize (row->cells[i], 60);

      if (*cell != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", cell);
    }
  g_strdelimit (text->str, "\n\t", ' ');
  return g_string_free (text, FALSE);
}

static gboolean
is_kept (const MappeImportReport *report, MappeImportFate fate, const MappeImportRecord *record, const char *other)
{
  gboolean told = fate == MAPPE_IMPORT_REJECTED || other != NULL || record->notes->len > 0;

  return fate == MAPPE_IMPORT_REJECTED || report->items->len < (told ? MOST_TOLD : MOST_PLAIN);
}

/**
 * mappe_import_report_take:
 * @title: (transfer full) (nullable): what the record is called
 * @other: (transfer full) (nullable): the record it is perhaps the same as
 * @error: return location for %MAPPE_FOREIGN_ERROR_LIMIT
 *
 * Returns: whether it goes on: when nearly nothing can be taken, the choices are wrong
 */
gboolean
mappe_import_report_take (MappeImporting *self, const MappeForeignRow *row, MappeImportFate fate,
                          MappeImportRecord *record, char *title, char *other, GError **error)
{
  MappeImportReport *report = self->report;
  const MappeKind *kind = record->row != NULL ? record->row->kind : self->order->kind;
  MappeImportItem *item = g_new0 (MappeImportItem, 1);
  gboolean noted = fate != MAPPE_IMPORT_ELSEWHERE && record->notes != NULL && record->notes->len > 0;

  report->counts[fate]++;
  report->notes += noted && fate != MAPPE_IMPORT_REJECTED;
  report->n_duplicates += other != NULL;
  *item = (MappeImportItem) { .number = self->number, .line = row->line, .fate = fate, .other = other, .title = title };
  if (record->field >= 0 && fate == MAPPE_IMPORT_REJECTED)
    item->field = _(kind->fields[record->field].label);
  if (record->reason != NULL && fate == MAPPE_IMPORT_REJECTED)
    item->reason = g_strdup (record->reason);
  else if (noted)
    item->reason = g_strdup (record->notes->str);
  if (item->title == NULL)
    item->title = fate == MAPPE_IMPORT_SKIPPED ? mappe_row_get_title (record->row) : cells_of (row);
  if (record->notes == NULL || is_kept (report, fate, record, other))
    g_ptr_array_add (report->items, item);
  else
    item_free (item);
  if (report->counts[MAPPE_IMPORT_REJECTED] <= MOST_REJECTED)
    return TRUE;
  g_set_error (error, MAPPE_FOREIGN_ERROR, MAPPE_FOREIGN_ERROR_LIMIT,
               _("%s: more than %u rows are rejected. Are columns, encoding and separator right?"),
               self->order->file->name, MOST_REJECTED);
  return FALSE;
}

/* "3 people": nouns keep their capital in German alone. */
static char *
count_text (const MappeKind *kind, guint64 n)
{
  const char *label = n == 1 ? _(kind->label) : _(kind->label_plural);
  g_autofree char *first = g_utf8_substring (label, 0, 1);
  g_autofree char *lower = mappe_language_is_german (NULL) ? g_strdup (first) : g_utf8_strdown (first, -1);

  return g_strdup_printf ("%" G_GUINT64_FORMAT " %s%s", n, lower, label + strlen (first));
}

/** mappe_import_report_name: Names the step of undo by what was done. */
void
mappe_import_report_name (MappeImporting *self)
{
  MappeImportReport *report = self->report;
  guint64 n = report->counts[MAPPE_IMPORT_NEW] + report->counts[MAPPE_IMPORT_CHANGED]
              + report->counts[MAPPE_IMPORT_MERGED];
  g_autofree char *many = count_text (self->order->kind, n);

  g_free (report->label);
  /* Translators: step of undo: name of a file, what came from it: "Import of list.csv: 3 people" */
  report->label = g_strdup_printf (_("Import of %s: %s"), self->order->file->name, many);
}

/** mappe_import_report_summary: Returns: (transfer full): "12 new · 2 changed · 1 rejected" */
char *
mappe_import_report_summary (const MappeImportReport *self)
{
  GString *text = g_string_new (NULL);

  for (MappeImportFate fate = 0; fate < MAPPE_IMPORT_N_FATES; fate++)
    if (self->counts[fate] > 0)
      g_string_append_printf (text, "%s%" G_GUINT64_FORMAT " %s", text->len > 0 ? " · " : "", self->counts[fate],
                              mappe_import_fate_text (fate));
  if (self->organisations > 0)
    g_string_append_printf (text, " · %" G_GUINT64_FORMAT " %s", self->organisations,
                            g_dngettext (GETTEXT_PACKAGE, "new organisation", "new organisations",
                                         (gulong) self->organisations));
  if (text->len == 0)
    g_string_append (text, _("There are no records in it"));
  return g_string_free (text, FALSE);
}

/* --- rejected rows --- */

static const MappeImportItem *
rejected_item (const MappeImportReport *report, guint64 number, guint *at)
{
  for (; *at < report->items->len; (*at)++)
    {
      const MappeImportItem *item = g_ptr_array_index (report->items, *at);

      if (item->number > number)
        return NULL;
      if (item->number == number && (item->fate == MAPPE_IMPORT_REJECTED || item->fate == MAPPE_IMPORT_SKIPPED))
        return item;
    }
  return NULL;
}

static gboolean
write_cells (GOutputStream *out, char *const *columns, guint n, const char *reason, const char *line, gboolean first,
             char separator, GError **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  MappeCsvFlags flags = MAPPE_CSV_BOM | MAPPE_CSV_CRLF | (separator == ',' ? 0 : MAPPE_CSV_SEMICOLON);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (cells, mappe_foreign_guard (i < g_strv_length ((char **) columns) ? columns[i] : ""));
  g_ptr_array_add (cells, mappe_foreign_guard (reason));
  g_ptr_array_add (cells, g_strdup (line));
  return mappe_csv_write_row (out, (const char *const *) cells->pdata, cells->len, flags, first, error);
}

static char *
reason_of (const MappeImportItem *item)
{
  if (item->fate == MAPPE_IMPORT_SKIPPED)
    return g_strdup_printf (_("perhaps the same as %s"), item->other != NULL ? item->other : "");
  return item->field != NULL ? g_strdup_printf ("%s: %s", item->field, item->reason) : g_strdup (item->reason);
}

static guint
width_of (const MappeForeignRow *row, guint n_columns)
{
  return MAX (n_columns, g_strv_length (row->cells));
}

/* Rows that are wider than the heading make the whole table wider. */
static gboolean
find_width (const MappeImportOrder *order, const MappeImportReport *report, guint *width, GCancellable *cancellable,
            GError **error)
{
  g_autoptr (MappeForeignRows) rows = mappe_foreign_rows_open (order->file, order->has_head, cancellable, error);
  g_autoptr (GError) cause = NULL;
  const MappeForeignRow *row;
  guint at = 0;

  *width = rows != NULL ? mappe_foreign_rows_n_columns (rows) : 0;
  for (guint64 number = 1; rows != NULL && (row = mappe_foreign_rows_next (rows, &cause)) != NULL; number++)
    if (rejected_item (report, number, &at) != NULL)
      *width = width_of (row, *width);
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return rows != NULL && (error == NULL || *error == NULL);
}

/**
 * mappe_import_write_rejected:
 * @report: of the same order
 * @error: return location for what reading and writing say
 *
 * Writes the rows that were rejected, and the duplicates that were left out, as a table: their own columns, why, and
 * the line of the file. What a spreadsheet would take for a formula is guarded. Corrected, it can be imported again.
 */
gboolean
mappe_import_write_rejected (const MappeImportOrder *order, const MappeImportReport *report, GOutputStream *out,
                             GCancellable *cancellable, GError **error)
{
  guint width, at = 0;
  g_autoptr (MappeForeignRows) rows = NULL;
  g_autoptr (GError) cause = NULL;
  const MappeForeignRow *row;

  if (!find_width (order, report, &width, cancellable, error))
    return FALSE;
  rows = mappe_foreign_rows_open (order->file, order->has_head, cancellable, error);
  if (rows == NULL
      || !write_cells (out, order->columns, width, _("Rejected because"), _("Line in the file"), TRUE,
                       order->file->separator, error))
    return FALSE;
  for (guint64 number = 1; (row = mappe_foreign_rows_next (rows, &cause)) != NULL; number++)
    {
      const MappeImportItem *item = rejected_item (report, number, &at);
      g_autofree char *reason = item != NULL ? reason_of (item) : NULL;
      g_autofree char *line = g_strdup_printf ("%" G_GUINT64_FORMAT, row->line);

      if (item != NULL && !write_cells (out, row->cells, width, reason, line, FALSE, order->file->separator, error))
        return FALSE;
    }
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/**
 * mappe_import_save_rejected:
 * @path: the file to make or to replace; only the user may read it, and it is there whole or not at all
 *
 * Like mappe_import_write_rejected(), into a file.
 */
gboolean
mappe_import_save_rejected (const MappeImportOrder *order, const MappeImportReport *report, const char *path,
                            GCancellable *cancellable, GError **error)
{
  g_autoptr (MappeDraftFile) file = mappe_draft_file_open (path, error);

  return file != NULL
         && mappe_import_write_rejected (order, report, mappe_draft_file_get_stream (file), cancellable, error)
         && mappe_draft_file_finish (file, error);
}
