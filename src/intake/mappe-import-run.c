/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-code.h"
#include "mappe-foreign-error.h"
#include "mappe-heading.h"
#include "mappe-organisation.h"
#include "mappe-person.h"

/* A file of another program into the council: all in one transaction and one step of undo. A dry run is the same work,
 * taken back at its end, so that what it says is what will be. */

/* How often what rules forbid is left out and all else tried again. */
enum { MOST_PASSES = 8 };

static MappeLikeness *
likeness_of (MappeImporting *self, const MappeKind *kind)
{
  return self->likeness[kind == &mappe_organisation_kind ? 1 : 0];
}

/* --- one record --- */

static char *
title_of (MappeImporting *self, const MappeRow *row)
{
  return mappe_intake_title (self->intake, row, NULL);
}

/* Returns: (transfer full) (nullable): "Ahornstein, Amalia (M01)" */
static char *
name_of (MappeImporting *self, const MappeKind *kind, gint64 id)
{
  g_autoptr (MappeRow) row = mappe_intake_load (self->intake, kind, id, NULL);
  g_autofree char *title = row != NULL ? title_of (self, row) : NULL;

  return title != NULL ? g_strdup_printf ("%s (%s)", title, mappe_row_get_text (row, MAPPE_FIELD_REFERENCE)) : NULL;
}

static void
note_put (MappeImporting *self, const MappeRow *row)
{
  const MappeImportPut put = { row->kind, row->id, self->number };

  g_array_append_val (self->put, put);
  if (self->report->first == 0 && row->kind == self->order->kind)
    self->report->first = row->id;
}

/* Returns: whether it goes on */
static gboolean
settle (MappeImporting *self, const MappeForeignRow *row, MappeImportRecord *record, MappeIntakeResult result,
        MappeImportFate fate, const MappeRow *done, char *other, GError *cause, GError **error)
{
  if (result == MAPPE_INTAKE_FAILED)
    {
      g_propagate_error (error, cause);
      g_free (other);
      return FALSE;
    }
  if (result == MAPPE_INTAKE_REFUSED)
    {
      record->reason = g_strdup (mappe_import_reason (cause));
      g_error_free (cause);
      return mappe_import_report_take (self, row, MAPPE_IMPORT_REJECTED, record, NULL, other, error);
    }
  if (result != MAPPE_INTAKE_SAME)
    note_put (self, done);
  return mappe_import_report_take (self, row, result == MAPPE_INTAKE_SAME ? MAPPE_IMPORT_SAME : fate, record,
                                   title_of (self, done), other, error);
}

static gboolean
reject (MappeImporting *self, const MappeForeignRow *row, MappeImportRecord *record, char *other, GError **error)
{
  return mappe_import_report_take (self, row, MAPPE_IMPORT_REJECTED, record, NULL, other, error);
}

static gboolean
add (MappeImporting *self, const MappeForeignRow *row, MappeImportRecord *record, const MappeUid *uid, char *other,
     GError **error)
{
  GError *cause = NULL;
  MappeIntakeResult result;

  if (!mappe_import_record_check (record, record->row))
    return reject (self, row, record, other, error);
  if (!mappe_import_record_join (self, row, record, error))
    {
      g_free (other);
      return FALSE;
    }
  result = mappe_intake_add (self->intake, record->row, mappe_uid_is_set (uid) ? uid : NULL, &record->field, &cause);
  if (result == MAPPE_INTAKE_NEW)
    {
      g_autofree char *title = title_of (self, record->row);

      mappe_likeness_add (likeness_of (self, record->row->kind), record->row);
      if (title != NULL)
        mappe_targets_add (self->targets, record->row, title);
    }
  return settle (self, row, record, result, MAPPE_IMPORT_NEW, record->row, other, cause, error);
}

/* Over what is there: all that the file says, or where @merges only what is empty there. */
static MappeRow *
overlay (const MappeRow *before, MappeImportRecord *record, gboolean merges)
{
  MappeRow *after = mappe_row_copy (before);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; i < after->kind->n_fields; i++)
    {
      const MappeValue *given = &record->row->values[i];

      if (!record->given[i] || (merges && i == MAPPE_FIELD_REFERENCE))
        continue;
      if (!merges || mappe_row_is_null (before, i))
        mappe_value_copy (&after->values[i], given);
      else if (!mappe_value_equal (given, &before->values[i]))
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? ", " : "", _(after->kind->fields[i].label));
    }
  if (kept->len > 0)
    {
      g_autofree char *note = g_strdup_printf (_("kept as it is there: %s"), kept->str);

      mappe_import_record_note (record, note);
    }
  return after;
}

/* An organisation is added for those who have none, and for those whom the file gives another. */
static gboolean
joins (const MappeRow *before, const MappeImportRecord *record, gboolean merges)
{
  return record->organisation != NULL && (!merges || mappe_row_is_null (before, MAPPE_PERSON_ORGANISATION));
}

static gboolean
change (MappeImporting *self, const MappeForeignRow *row, MappeImportRecord *record, gint64 id, gboolean merges,
        char *other, GError **error)
{
  g_autoptr (MappeRow) before = mappe_intake_load (self->intake, record->row->kind, id, error);
  g_autoptr (MappeRow) after = NULL;
  MappeIntakeResult result;
  GError *cause = NULL;

  if (before == NULL || (joins (before, record, merges) && !mappe_import_record_join (self, row, record, error)))
    {
      g_free (other);
      return FALSE;
    }
  after = overlay (before, record, merges);
  if (!merges && mappe_intake_is_changed (self->intake, before))
    {
      record->reason = g_strdup (_("the same record stands further up in the file"));
      return reject (self, row, record, other, error);
    }
  if (!mappe_row_equal (before, after) && !mappe_import_record_check (record, after))
    return reject (self, row, record, other, error);
  result = mappe_intake_change (self->intake, before, after, &record->field, &cause);
  return settle (self, row, record, result, merges ? MAPPE_IMPORT_MERGED : MAPPE_IMPORT_CHANGED, after, other, cause,
                 error);
}

static MappeDuplicateChoice
choice_of (const MappeImporting *self)
{
  gpointer choice;

  return g_hash_table_lookup_extended (self->order->choices, &self->number, NULL, &choice)
             ? (MappeDuplicateChoice) GPOINTER_TO_UINT (choice) : self->order->duplicates;
}

static gboolean
take_unknown (MappeImporting *self, const MappeForeignRow *row, MappeImportRecord *record, const MappeUid *uid,
              GError **error)
{
  gint64 like = record->given[MAPPE_FIELD_REFERENCE] ? 0 : mappe_likeness_find (
      likeness_of (self, record->row->kind), record->row);
  char *other = like > 0 ? name_of (self, record->row->kind, like) : NULL;

  if (other == NULL || choice_of (self) == MAPPE_DUPLICATE_NEW)
    return add (self, row, record, uid, other, error);
  if (choice_of (self) == MAPPE_DUPLICATE_MERGE)
    return change (self, row, record, like, TRUE, other, error);
  return mappe_import_report_take (self, row, MAPPE_IMPORT_SKIPPED, record, NULL, other, error);
}

static gboolean
take_record (MappeImporting *self, const MappeForeignRow *row, MappeImportRecord *record, GError **error)
{
  MappeUid uid;
  gint64 id;

  switch (mappe_import_find_known (self, record, row->uid, &uid, &id, error))
    {
    case MAPPE_KNOWN_FAILED:
      return FALSE;
    case MAPPE_KNOWN_ELSEWHERE:
      return mappe_import_report_take (self, row, MAPPE_IMPORT_ELSEWHERE, record, NULL, NULL, error);
    case MAPPE_KNOWN_THERE:
      return record->reason != NULL ? reject (self, row, record, NULL, error)
                                    : change (self, row, record, id, FALSE, NULL, error);
    case MAPPE_KNOWN_NEW:
    default:
      break;
    }
  if (record->reason == NULL && row->cancelled)
    record->reason = g_strdup (_("the appointment was called off"));
  return record->reason != NULL ? reject (self, row, record, NULL, error)
                                : take_unknown (self, row, record, &uid, error);
}

/* Why a row is no record before anybody looks at its cells. */
static const char *
fault_of (MappeImporting *self, const MappeForeignRow *row)
{
  const char *excluded = g_hash_table_lookup (self->excluded, &self->number);

  return row->fault != NULL ? row->fault : excluded;
}

static gboolean
is_elsewhere (const MappeImporting *self, const MappeForeignRow *row)
{
  return self->order->file->form == MAPPE_FOREIGN_CARDS && self->order->kind == &mappe_organisation_kind
         && !row->is_organisation;
}

static gboolean
take_row (MappeImporting *self, const MappeForeignRow *row, GError **error)
{
  MappeImportRecord record = { .field = -1 };
  const char *fault = fault_of (self, row);
  gboolean done;

  if (fault == NULL && is_elsewhere (self, row))
    return mappe_import_report_take (self, row, MAPPE_IMPORT_ELSEWHERE, &record, NULL, NULL, error);
  if (fault == NULL)
    done = mappe_import_record_fill (self, row, &record, error) && take_record (self, row, &record, error);
  else
    {
      record.reason = g_strdup (fault);
      done = reject (self, row, &record, NULL, error);
    }
  mappe_import_record_clear (&record);
  return done;
}

/* --- the file --- */

static gboolean
take_rows (MappeImporting *self, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (MappeForeignRows) rows = mappe_foreign_rows_open (self->order->file, self->order->has_head,
                                                               self->cancellable, error);
  const MappeForeignRow *row;

  if (rows == NULL)
    return FALSE;
  self->number = 0;
  while ((row = mappe_foreign_rows_next (rows, &cause)) != NULL)
    {
      self->number++;
      if (!take_row (self, row, error))
        return FALSE;
      if (self->progress != NULL)
        g_atomic_int_set (&self->progress->permille, (int) mappe_foreign_rows_permille (rows));
    }
  self->report->rows = self->number;
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
collect_cb (gpointer data, const MappeRow *row, const char *title)
{
  g_ptr_array_add (data, mappe_row_copy (row));
  return TRUE;
}

static gboolean
know_cb (gpointer data, const MappeRow *row, const char *title)
{
  mappe_likeness_add (data, row);
  return TRUE;
}

/* Reads what the rows are compared with. */
static gboolean
look_around (MappeImporting *self, GError **error)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);

  if (!mappe_intake_visit (self->intake, &mappe_code_kind, collect_cb, codes, error))
    return FALSE;
  self->codes = mappe_codes_new (codes);
  self->writing = (MappeForeignWriting) { self->codes, self->order->mark, self->order->today };
  return mappe_intake_visit (self->intake, self->order->kind, know_cb,
                             likeness_of (self, self->order->kind), error)
         && (self->order->kind == &mappe_organisation_kind
             || mappe_intake_visit (self->intake, &mappe_organisation_kind, know_cb, self->likeness[1], error));
}

/* --- rules --- */

static guint64
number_of (const MappeImporting *self, const MappeKind *kind, gint64 id)
{
  for (guint i = 0; i < self->put->len; i++)
    {
      const MappeImportPut *put = &g_array_index (self->put, MappeImportPut, i);

      if (put->kind == kind && put->id == id)
        return put->number;
    }
  return 0;
}

static void
complain_cb (gpointer data, const char *rule, const MappeKind *kind, gint64 id, int field, const char *detail)
{
  MappeImporting *self = data;
  guint64 number = number_of (self, kind, id);
  g_autofree char *reason = field >= 0 ? g_strdup_printf ("%s: %s", _(kind->fields[field].label), _(detail))
                                       : g_strdup (_(detail));

  if (number == 0)
    {
      g_free (self->broken);
      self->broken = g_steal_pointer (&reason);
    }
  else
    g_hash_table_insert (self->excluded, g_memdup2 (&number, sizeof number), g_steal_pointer (&reason));
}

static gboolean
pass_cb (MappeIntake *intake, gpointer data, GError **error)
{
  MappeImporting *self = data;
  guint excluded = g_hash_table_size (self->excluded);
  gboolean done;

  self->intake = intake;
  self->targets = mappe_targets_new (intake);
  self->likeness[0] = mappe_likeness_new (self->order->kind);
  self->likeness[1] = mappe_likeness_new (&mappe_organisation_kind);
  self->put = g_array_new (FALSE, FALSE, sizeof (MappeImportPut));
  done = look_around (self, error) && take_rows (self, error)
         && mappe_intake_judge_edits (intake, complain_cb, self, error);
  mappe_import_report_name (self);
  mappe_intake_set_label (intake, self->report->label);
  if (self->dry_run || self->broken != NULL || excluded != g_hash_table_size (self->excluded))
    mappe_intake_discard (intake);
  g_clear_pointer (&self->targets, mappe_targets_free);
  g_clear_pointer (&self->likeness[0], mappe_likeness_free);
  g_clear_pointer (&self->likeness[1], mappe_likeness_free);
  g_clear_pointer (&self->codes, mappe_codes_free);
  g_clear_pointer (&self->put, g_array_unref);
  return done;
}

/* Returns: whether nothing was forbidden, so that it stays as it is */
static gboolean
pass (MappeImporting *self, gboolean *again, GError **error)
{
  guint excluded = g_hash_table_size (self->excluded);

  g_clear_pointer (&self->report, mappe_import_report_free);
  self->report = mappe_import_report_new ();
  if (!mappe_store_take_in (self->store, _("Import"), pass_cb, self, error))
    return FALSE;
  *again = excluded != g_hash_table_size (self->excluded);
  if (self->broken == NULL)
    return TRUE;
  g_set_error (error, MAPPE_FOREIGN_ERROR, MAPPE_FOREIGN_ERROR_ORDER, "%s: %s", self->order->file->name, self->broken);
  return FALSE;
}

/**
 * mappe_import_run:
 * @dry_run: take everything back at the end
 * @progress: (nullable): is told how far it is
 * @cancellable: (nullable): ends it, and nothing is kept
 * @error: return location for a #MappeForeignError, #MappeStoreError or #GIOErrorEnum
 *
 * Takes a file in, and waits for it. What rules forbid is rejected and the rest tried anew.
 *
 * Returns: (transfer full) (nullable): what became of it
 */
MappeImportReport *
mappe_import_run (const MappeImportOrder *order, MappeStore *store, gboolean dry_run, MappeImportProgress *progress,
                  GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) cards = mappe_heading_propose (&mappe_organisation_kind, order->file->form,
                                                    (const char *const *) order->columns);
  g_autoptr (GHashTable) excluded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  MappeImporting self = { .order = order, .store = store, .dry_run = dry_run, .progress = progress,
                          .cancellable = cancellable, .card_fields = cards, .excluded = excluded };
  gboolean again = TRUE, done = TRUE;

  for (guint i = 0; done && again && i < MOST_PASSES; i++)
    done = pass (&self, &again, error);
  if (done && again)
    {
      g_set_error (error, MAPPE_FOREIGN_ERROR, MAPPE_FOREIGN_ERROR_ORDER, _("%s: too many rules forbid it"),
                   order->file->name);
      done = FALSE;
    }
  g_free (self.broken);
  if (!done)
    g_clear_pointer (&self.report, mappe_import_report_free);
  return self.report;
}
