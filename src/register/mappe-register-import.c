/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-register-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-indicator-value.h"
#include "mappe-record-error.h"

/* Records that were refused may be referred to; more than these are not remembered, and such a reference is told as a
 * fault of its own. */
#define REFUSED_MOST 1000

/**
 * Import:
 * @intake: where the records go
 * @empty: whether the council was empty: what breaks rules among records is then noted, not refused
 * @files: (element-type utf8): SHA-256 of the files that records name and that were not seen yet
 * @refused: (element-type utf8): ids of records that were refused
 */
typedef struct {
  MappeRegisterReader *reader;
  MappeIntake         *intake;
  gboolean             dry_run;
  gboolean             empty;
  GHashTable          *files;
  GHashTable          *refused;
  guint                n_extras;
} Import;

static gboolean
list_cb (gpointer data, const MappeKind *kind, gint64 last, GError **error)
{
  Import *self = data;

  return mappe_intake_count_on (self->intake, kind, last, error);
}

/* --- a record --- */

/* What the record itself says of it; the store tells only that it is refused. */
static const char *
code_of_refusal (const MappeIntakeRecord *record, int field, const GError *cause)
{
  g_autoptr (GError) fault = NULL;
  int at = -1;

  if (g_error_matches (cause, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_DUPLICATE))
    return "R01";
  if (field >= 0 && mappe_uid_is_set (&record->targets[field]))
    return "R02";
  if (g_error_matches (cause, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_REFERENCE))
    return "R02";
  if (g_error_matches (cause, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_REFUSED))
    return "R14";
  if (mappe_row_validate (record->row, &at, &fault))
    return "R16";
  switch ((MappeRecordError) fault->code)
    {
    case MAPPE_RECORD_ERROR_ENCODING:
      return "R13";
    case MAPPE_RECORD_ERROR_RULE:
      return g_str_equal (record->row->kind->name, "decision") ? "R04" : "R03";
    default:
      return "R16";
    }
}

/* A reference to a record that was refused is no fault of its own. */
static gboolean
refers_to_refused (Import *self, const MappeIntakeRecord *record, int field)
{
  char uid[MAPPE_UID_LENGTH + 1];
  g_autofree char *id = NULL;

  if (field < 0 || !mappe_uid_is_set (&record->targets[field]))
    return FALSE;
  mappe_uid_format (&record->targets[field], uid);
  id = g_strconcat (record->row->kind->fields[field].target, "-", uid, NULL);
  return g_hash_table_contains (self->refused, id);
}

static void
note_refused (Import *self)
{
  if (g_hash_table_size (self->refused) < REFUSED_MOST)
    g_hash_table_add (self->refused, g_strdup (self->reader->id));
}

static void
refuse (Import *self, const MappeIntakeRecord *record, int field, const GError *cause)
{
  if (!refers_to_refused (self, record, field))
    mappe_register_reader_violate (self->reader, code_of_refusal (record, field, cause),
                                   field >= 0 ? record->row->kind->fields[field].name : NULL, cause->message);
  note_refused (self);
}

/* A register for others names files that it does not carry. */
static gboolean
take_files (Import *self, MappeIntakeRecord *record, GError **error)
{
  const MappeKind *kind = record->row->kind;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *hash = kind->fields[i].type == MAPPE_FIELD_BLOB ? mappe_row_get_text (record->row, i) : NULL;
      gboolean has = FALSE;

      if (hash == NULL)
        continue;
      if (self->reader->carries)
        g_hash_table_add (self->files, g_strdup (hash));
      else if (!mappe_intake_has_file (self->intake, hash, &has, error))
        return FALSE;
      if (!self->reader->carries && !has)
        {
          mappe_value_clear (&record->row->values[i]);
          record->given[i] = FALSE;
        }
    }
  return TRUE;
}

/* A value that was withheld because it is small is known better here. */
static void
forget_suppressed (Import *self, MappeIntakeRecord *record)
{
  if (!self->reader->whole && record->row->kind == &mappe_indicator_value_kind
      && g_strcmp0 (mappe_row_get_text (record->row, MAPPE_INDICATOR_VALUE_STATUS), "suppressed") == 0)
    record->given[MAPPE_INDICATOR_VALUE_STATUS] = FALSE;
}

static gboolean
record_cb (gpointer data, MappeIntakeRecord *record, gboolean withheld, GError **error)
{
  Import *self = data;
  g_autoptr (GError) cause = NULL;
  int field;

  if (self->reader->faults > 0)
    {
      note_refused (self);
      return TRUE;
    }
  if (withheld)
    return TRUE;
  forget_suppressed (self, record);
  if (!take_files (self, record, error))
    return FALSE;
  switch (mappe_intake_put (self->intake, record, &field, &cause))
    {
    case MAPPE_INTAKE_NEW:
      self->reader->count->added++;
      return TRUE;
    case MAPPE_INTAKE_CHANGED:
      self->reader->count->changed++;
      return TRUE;
    case MAPPE_INTAKE_SAME:
      return TRUE;
    case MAPPE_INTAKE_REFUSED:
      refuse (self, record, field, cause);
      return TRUE;
    case MAPPE_INTAKE_FAILED:
    default:
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
}

/* --- what comes behind the records --- */

static gboolean
file_cb (gpointer data, const char *hash, GBytes *content, GError **error)
{
  Import *self = data;

  if (content == NULL)
    return TRUE;
  /* What no record names is not kept: nobody would ever see or delete it. */
  return !g_hash_table_remove (self->files, hash) || mappe_intake_put_file (self->intake, hash, content, error);
}

static gboolean
extra_cb (gpointer data, const char *name, const char *content, GError **error)
{
  Import *self = data;

  return mappe_intake_put_extra (self->intake, self->n_extras++, name, content, error);
}

static gboolean
check_files (Import *self, GError **error)
{
  g_autoptr (GList) hashes = g_list_sort (g_hash_table_get_keys (self->files), (GCompareFunc) strcmp);

  for (GList *at = hashes; at != NULL; at = at->next)
    {
      g_autofree char *path = g_strdup_printf ("/register/file-list/file[@sha256='%s']", (char *) at->data);
      gboolean has;

      if (!mappe_intake_has_file (self->intake, at->data, &has, error))
        return FALSE;
      if (!has)
        mappe_register_report_add (self->reader->report,
                                   mappe_violation_new ("R11", NULL, path, 0, "the file is not there"));
    }
  return TRUE;
}

/* --- rules among records --- */

static void
complain_cb (gpointer data, const char *rule, const MappeKind *kind, gint64 id, int field, const char *detail)
{
  Import *self = data;
  const char *code = mappe_violation_code_of (rule, kind, field, detail);
  char uid_text[MAPPE_UID_LENGTH + 1] = "";
  g_autofree char *record = NULL;
  g_autofree char *path = NULL;
  MappeViolation *violation;
  MappeUid uid;

  if (code == NULL)
    return;
  if (mappe_intake_uid_of (self->intake, kind, id, &uid, NULL))
    mappe_uid_format (&uid, uid_text);
  record = g_strconcat (kind->name, "-", uid_text, NULL);
  path = g_strdup_printf ("/register/%s-list/%s[@id='%s']%s%s", kind->name, kind->name, record, field >= 0 ? "/" : "",
                          field >= 0 ? kind->fields[field].name : "");
  violation = mappe_violation_new (code, record, path, 0, detail);
  violation->is_note = self->empty && !g_str_equal (rule, "reference");
  mappe_register_report_add (self->reader->report, violation);
}

static gboolean
judge (Import *self, GError **error)
{
  return mappe_intake_settle (self->intake, complain_cb, self, error) && check_files (self, error)
         && mappe_intake_judge (self->intake, complain_cb, self, error);
}

/* Runs on the writer's thread, in its transaction. */
static gboolean
import_cb (MappeIntake *intake, gpointer data, GError **error)
{
  Import *self = data;
  const MappeRegisterReport *report = self->reader->report;

  self->intake = intake;
  self->empty = mappe_intake_is_empty (intake);
  self->reader->sink = (MappeRegisterSink) { list_cb, record_cb, file_cb, extra_cb, self };
  if (!mappe_register_reader_run (self->reader, error) || !judge (self, error))
    return FALSE;
  if (self->dry_run)
    mappe_intake_discard (intake);
  else if (report->n_violations > 0)
    {
      g_set_error (error, MAPPE_REGISTER_ERROR, MAPPE_REGISTER_ERROR_RULES,
                   g_dngettext (GETTEXT_PACKAGE, "the register breaks rules in %d place; nothing was imported",
                                "the register breaks rules in %d places; nothing was imported",
                                (gulong) report->n_violations), (int) report->n_violations);
      return FALSE;
    }
  return TRUE;
}

/**
 * mappe_register_import:
 * @path: a register from anywhere
 * @passphrase: (nullable): of one that is sealed
 * @dry_run: whether it is only tried: all is done, and nothing is kept
 * @watch: (nullable): who waits for it
 * @fault: (out) (optional) (nullable) (transfer full): what was found when it was not imported
 * @error: return location for a #MappeRegisterError, #MappeAgeError, #MappeStoreError or #GIOErrorEnum
 *
 * Takes the records of a register into the council, as one step of undo: those that are known by their ids are
 * changed, the others added. Into an empty council everything comes as it was kept, and what breaks rules among records
 * is noted; into another it must keep the rules of every edit. Of a register for others what it does not say stays as
 * it is, and what it withholds is passed over. Waits for it.
 *
 * Returns: (transfer full) (nullable): what was done, or would be
 */
MappeRegisterReport *
mappe_register_import (MappeStore *store, const char *path, const char *passphrase, gboolean dry_run,
                       const MappeRegisterWatch *watch, MappeRegisterReport **fault, GError **error)
{
  g_autoptr (MappeRegisterReader) reader = mappe_register_reader_open (path, passphrase, error);
  Import self = { .reader = reader, .dry_run = dry_run };
  gboolean done;

  if (fault != NULL)
    *fault = NULL;
  if (reader == NULL)
    return NULL;
  reader->watch = watch;
  self.files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  done = mappe_store_take_in (store, _("Register imported"), import_cb, &self, error);
  g_hash_table_unref (self.files);
  g_hash_table_unref (self.refused);
  if (!done && fault != NULL)
    *fault = g_steal_pointer (&reader->report);
  return done ? g_steal_pointer (&reader->report) : NULL;
}

/**
 * mappe_register_look:
 * @path: a register from anywhere
 * @passphrase: (nullable): of one that is sealed
 * @error: return location for a #MappeRegisterError, #MappeAgeError or #GIOErrorEnum
 *
 * Reads a register without a council.
 *
 * Returns: (transfer full) (nullable): what is in it
 */
MappeRegisterReport *
mappe_register_look (const char *path, const char *passphrase, GError **error)
{
  g_autoptr (MappeRegisterReader) reader = mappe_register_reader_open (path, passphrase, error);

  return reader != NULL && mappe_register_reader_run (reader, error) ? g_steal_pointer (&reader->report) : NULL;
}
