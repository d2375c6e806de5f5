/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-intake-private.h"

#include "mappe-code.h"
#include "mappe-council.h"
#include "mappe-erase-private.h"
#include "mappe-text.h"
#include "mappe-uid-private.h"

#define PENDING_PAGE 256

typedef struct {
  MappeIntakeComplain complain;
  gpointer            data;
} Listener;

/* --- what is there --- */

static gboolean
count (MappeConn *conn, const MappeKind *kind, gint64 *number, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", kind->table);

  *number = mappe_log_number (conn, sql, error);
  return *number >= 0;
}

static gboolean
look_around (MappeIntake *self, GError **error)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);
  gint64 number;

  self->empty = TRUE;
  self->last_ids = g_new0 (gint64, n_kinds);
  self->greatest = g_new0 (MappeUid, n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT coalesce(max(id), 0) FROM %s", kinds[i]->table);

      self->last_ids[i] = mappe_log_number (self->apply.conn, sql, error);
      if (self->last_ids[i] < 0 || !count (self->apply.conn, kinds[i], &number, error))
        return FALSE;
      if (kinds[i] != &mappe_code_kind && number > (kinds[i] == &mappe_council_kind ? 1 : 0))
        self->empty = FALSE;
    }
  self->council = mappe_log_number (self->apply.conn, "SELECT coalesce(min(id), 0) FROM council", error);
  return self->council >= 0;
}

/** mappe_intake_is_empty: Returns: whether the file held nothing before: no record but the council and its codes */
gboolean
mappe_intake_is_empty (MappeIntake *self)
{
  return self->empty;
}

/* --- one record --- */

static gboolean
note_pending (MappeIntake *self, const MappeRow *row, guint field, const MappeUid *uid, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (self->apply.conn,
                                        "INSERT INTO intake_pending (kind_name, record_id, field, uid_high, uid_low)"
                                        " VALUES ($1, $2, $3, $4, $5)", error);

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_text (stmt, 1, row->kind->name);
  mappe_stmt_bind_int (stmt, 2, row->id);
  mappe_stmt_bind_int (stmt, 3, field);
  mappe_stmt_bind_int (stmt, 4, (gint64) uid->high);
  mappe_stmt_bind_int (stmt, 5, (gint64) uid->low);
  return mappe_stmt_run (stmt, error);
}

/* Returns: the id, 0 for no record yet, -1 with an error. */
static gint64
find_target (MappeIntake *self, const MappeKind *target, const MappeUid *uid, GError **error)
{
  gint64 id = mappe_uids_find (self->uids, target, uid, error);

  if (id > 0)
    self->apply.known_ids[mappe_kind_index (target)] = id;
  return id;
}

/* Fills in the references to what is there; those that are left need @record's own id first. */
static gboolean
fill_references (MappeIntake *self, MappeIntakeRecord *record, GError **error)
{
  const MappeKind *kind = record->row->kind;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      gint64 id;

      if (kind->fields[i].type != MAPPE_FIELD_REF || !mappe_uid_is_set (&record->targets[i]))
        continue;
      id = find_target (self, mappe_kind_lookup (kind->fields[i].target, NULL), &record->targets[i], error);
      if (id < 0)
        return FALSE;
      if (id > 0)
        {
          mappe_value_set_int (&record->row->values[i], id);
          record->targets[i] = (MappeUid) { 0, 0 };
        }
    }
  return TRUE;
}

static gboolean
note_references (MappeIntake *self, const MappeIntakeRecord *record, gint64 id, GError **error)
{
  record->row->id = id;
  for (guint i = 0; i < record->row->kind->n_fields; i++)
    if (mappe_uid_is_set (&record->targets[i]) && !note_pending (self, record->row, i, &record->targets[i], error))
      return FALSE;
  return TRUE;
}

/* A refusal of the record is not a fault of the file. */
MappeIntakeResult
mappe_intake_result_of (MappeIntake *self, const GError *cause, int *field)
{
  *field = self->apply.outcome->fault_field;
  if (cause->domain != MAPPE_STORE_ERROR)
    return MAPPE_INTAKE_FAILED;
  switch ((MappeStoreError) cause->code)
    {
    case MAPPE_STORE_ERROR_INVALID:
    case MAPPE_STORE_ERROR_REFUSED:
    case MAPPE_STORE_ERROR_REFERENCE:
    case MAPPE_STORE_ERROR_DUPLICATE:
      return MAPPE_INTAKE_REFUSED;
    default:
      return MAPPE_INTAKE_FAILED;
    }
}

static MappeIntakeResult
put_new (MappeIntake *self, MappeIntakeRecord *record, int *field, GError **error)
{
  GError *cause = NULL;

  if (!mappe_apply_insert (&self->apply, record->row, &cause))
    {
      MappeIntakeResult result = mappe_intake_result_of (self, cause, field);

      g_propagate_error (error, cause);
      return result;
    }
  return mappe_uids_keep (self->uids, record->row->kind, record->row->id, &record->uid, error)
                 && note_references (self, record, record->row->id, error)
             ? MAPPE_INTAKE_NEW : MAPPE_INTAKE_FAILED;
}

/* What the other file says of the record, over what is known of it. */
static MappeRow *
overlay (const MappeRow *before, const MappeIntakeRecord *record)
{
  MappeRow *after = mappe_row_copy (before);

  for (guint i = 0; i < after->kind->n_fields; i++)
    if (record->given[i] && !mappe_uid_is_set (&record->targets[i]))
      mappe_value_copy (&after->values[i], &record->row->values[i]);
  return after;
}

static MappeIntakeResult
put_known (MappeIntake *self, MappeIntakeRecord *record, gint64 id, int *field, GError **error)
{
  GError *cause = NULL;
  g_autoptr (MappeRow) before = mappe_rows_load (self->apply.conn, record->row->kind, id, error);
  g_autoptr (MappeRow) after = before != NULL ? overlay (before, record) : NULL;

  if (after == NULL)
    return MAPPE_INTAKE_FAILED;
  if (before->version == mappe_log_set_id (self->apply.log) || id > self->last_ids[mappe_kind_index (before->kind)])
    {
      g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_DUPLICATE, "%s is there twice",
                   mappe_row_get_text (before, MAPPE_FIELD_REFERENCE));
      return MAPPE_INTAKE_REFUSED;
    }
  if (!note_references (self, record, id, error))
    return MAPPE_INTAKE_FAILED;
  if (mappe_row_equal (before, after))
    return MAPPE_INTAKE_SAME;
  if (mappe_intake_may_follow (&self->apply, before, after, &cause)
      && mappe_apply_write_update (&self->apply, before, after, &cause))
    return MAPPE_INTAKE_CHANGED;
  else
    {
      MappeIntakeResult result = mappe_intake_result_of (self, cause, field);

      g_propagate_error (error, cause);
      return result;
    }
}

/* A file holds one council. An empty one takes its name from the register; another keeps its own. */
static MappeIntakeResult
put_council (MappeIntake *self, MappeIntakeRecord *record, gint64 known, int *field, GError **error)
{
  if (known == 0 && self->council == 0)
    return put_new (self, record, field, error);
  if (known == 0 && !self->empty)
    return MAPPE_INTAKE_SAME;
  if (known == 0 && !mappe_uids_keep (self->uids, record->row->kind, self->council, &record->uid, error))
    return MAPPE_INTAKE_FAILED;
  return put_known (self, record, known > 0 ? known : self->council, field, error);
}

/* In a file that was empty a UUID beyond all that came is new; registers are sorted, so that it mostly is. */
static gboolean
is_beyond (MappeIntake *self, const MappeIntakeRecord *record)
{
  MappeUid *greatest = &self->greatest[mappe_kind_index (record->row->kind)];

  if (mappe_uid_compare (&record->uid, greatest) <= 0)
    return FALSE;
  *greatest = record->uid;
  return self->empty && record->row->kind != &mappe_council_kind;
}

/* Returns: the id of the record if it is there, 0 if not, -1 with an error. */
static gint64
find_known (MappeIntake *self, const MappeIntakeRecord *record, GError **error)
{
  const char *reference = mappe_row_get_text (record->row, MAPPE_FIELD_REFERENCE);

  if (record->row->kind == &mappe_code_kind)
    return reference != NULL ? mappe_rows_find (self->apply.conn, record->row->kind, reference, error) : 0;
  if (is_beyond (self, record))
    return 0;
  return mappe_uids_find (self->uids, record->row->kind, &record->uid, error);
}

/**
 * mappe_intake_put:
 * @record: (inout): is used up
 * @field: (out): with %MAPPE_INTAKE_REFUSED, the field at fault, or -1
 * @error: return location for a #MappeStoreError
 *
 * Adds a record, or changes the one that is known by its UUID. References may point to what comes later.
 */
MappeIntakeResult
mappe_intake_put (MappeIntake *self, MappeIntakeRecord *record, int *field, GError **error)
{
  gint64 known;

  *field = -1;
  self->apply.outcome->fault_field = -1;
  mappe_intake_keep_out (self, record);
  known = find_known (self, record, error);
  if (known < 0 || !fill_references (self, record, error))
    return MAPPE_INTAKE_FAILED;
  if (record->row->kind == &mappe_council_kind)
    return put_council (self, record, known, field, error);
  return known > 0 ? put_known (self, record, known, field, error) : put_new (self, record, field, error);
}

/* --- references to what came later --- */

typedef struct {
  gint64           id;
  const MappeKind *kind;
  gint64           record;
  guint            field;
  MappeUid         uid;
} Pending;

static GArray *
read_pending (MappeIntake *self, gint64 after, GError **error)
{
  g_autoptr (GArray) page = g_array_new (FALSE, FALSE, sizeof (Pending));
  MappeStmt *stmt = mappe_conn_prepare (self->apply.conn,
                                        "SELECT id, kind_name, record_id, field, uid_high, uid_low FROM intake_pending"
                                        " WHERE id > $1 ORDER BY id LIMIT 256", error);
  gboolean has_row = stmt != NULL;

  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_int (stmt, 1, after);
  while (has_row)
    {
      Pending pending;

      if (!mappe_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      pending = (Pending) { mappe_stmt_get_int (stmt, 0), mappe_kind_lookup (mappe_stmt_get_text (stmt, 1), NULL),
                            mappe_stmt_get_int (stmt, 2), (guint) mappe_stmt_get_int (stmt, 3),
                            { (guint64) mappe_stmt_get_int (stmt, 4), (guint64) mappe_stmt_get_int (stmt, 5) } };
      g_array_append_val (page, pending);
    }
  return g_steal_pointer (&page);
}

/* The log knows that a new record came, not what it held, so it need not know of this. */
static gboolean
write_reference (MappeIntake *self, const Pending *pending, gint64 target, GError **error)
{
  g_autoptr (MappeRow) before = mappe_rows_load (self->apply.conn, pending->kind, pending->record, error);
  g_autoptr (MappeRow) after = before != NULL ? mappe_row_copy (before) : NULL;

  if (after == NULL)
    return FALSE;
  mappe_value_set_int (&after->values[pending->field], target);
  if (pending->record > self->last_ids[mappe_kind_index (pending->kind)])
    return mappe_rows_update (self->apply.conn, after, mappe_log_set_id (self->apply.log), error);
  return mappe_row_equal (before, after) || mappe_apply_write_update (&self->apply, before, after, error);
}

static gboolean
settle_one (MappeIntake *self, const Pending *pending, const Listener *listener, GError **error)
{
  const MappeKind *target = mappe_kind_lookup (pending->kind->fields[pending->field].target, NULL);
  gint64 id = mappe_uids_find (self->uids, target, &pending->uid, error);
  char uid[MAPPE_UID_LENGTH + 1];
  g_autofree char *detail = NULL;

  if (id < 0)
    return FALSE;
  if (id > 0)
    return write_reference (self, pending, id, error);
  mappe_uid_format (&pending->uid, uid);
  detail = g_strdup_printf ("there is no %s-%s", target->name, uid);
  listener->complain (listener->data, "reference", pending->kind, pending->record, (int) pending->field, detail);
  return TRUE;
}

/**
 * mappe_intake_settle:
 * @complain: is told of each reference that leads nowhere
 *
 * Fills in the references to records that came later than the one that refers to them. To be called when all records
 * are there.
 *
 * Returns: whether the file could be written
 */
gboolean
mappe_intake_settle (MappeIntake *self, MappeIntakeComplain complain, gpointer data, GError **error)
{
  const Listener listener = { complain, data };
  gint64 after = 0;

  while (TRUE)
    {
      g_autoptr (GArray) page = read_pending (self, after, error);

      if (page == NULL)
        return FALSE;
      for (guint i = 0; i < page->len; i++)
        {
          const Pending *pending = &g_array_index (page, Pending, i);

          after = pending->id;
          if (!settle_one (self, pending, &listener, error))
            return FALSE;
        }
      if (page->len < PENDING_PAGE)
        return TRUE;
    }
}

/* --- rules --- */

static void
guard_cb (gpointer data, const MappeRow *row, int field, const GError *cause)
{
  const Listener *listener = data;

  listener->complain (listener->data, "guard", row->kind, row->id, field, cause->message);
}

/* In the rules of the council's own check only what came in is of interest. */
static gboolean
came_in (MappeIntake *self, const MappeFinding *finding)
{
  return finding->kind != NULL
         && (finding->id > self->last_ids[mappe_kind_index (finding->kind)] || self->empty);
}

static void
finding_free (MappeFinding *self)
{
  g_free (self->rule);
  g_free (self->reference);
  g_free (self->detail);
  g_free (self);
}

static gboolean
ask_check (MappeIntake *self, const Listener *listener, GError **error)
{
  MappeCheck check = { .conn = self->apply.conn };
  gboolean asked;

  check.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free);
  check.counts = g_hash_table_new (g_str_hash, g_str_equal);
  asked = mappe_intake_ask (&check, error);
  for (guint i = 0; asked && i < check.findings->len; i++)
    {
      const MappeFinding *finding = g_ptr_array_index (check.findings, i);

      if (came_in (self, finding))
        listener->complain (listener->data, finding->rule, finding->kind, finding->id, finding->field,
                            finding->detail);
    }
  g_ptr_array_unref (check.findings);
  g_hash_table_unref (check.counts);
  return asked;
}

/**
 * mappe_intake_judge:
 * @complain: is told of each rule that is broken
 *
 * Asks what records say of each other: all of what mappe_store_check() asks of sittings and numbers. In a file that was
 * not empty also the rules that hold for every edit; an empty one gets back what was kept, whatever that was.
 *
 * Returns: whether everything could be asked
 */
gboolean
mappe_intake_judge (MappeIntake *self, MappeIntakeComplain complain, gpointer data, GError **error)
{
  Listener listener = { complain, data };

  self->apply.complain = guard_cb;
  self->apply.complain_data = &listener;
  return (self->empty || mappe_guard_judge (&self->apply, error)) && ask_check (self, &listener, error);
}

/* A rule says what it is about in words that can be translated; they stand alone, without the name of the record. */
static void
reason_cb (gpointer data, const MappeRow *row, int field, const GError *cause)
{
  const Listener *listener = data;
  const char *reason = mappe_store_error_get_reason (cause);

  listener->complain (listener->data, "guard", row->kind, row->id, field, reason != NULL ? reason : cause->message);
}

/** mappe_intake_judge_edits: Like mappe_intake_judge(), but only the rules that hold for every edit, in any file. */
gboolean
mappe_intake_judge_edits (MappeIntake *self, MappeIntakeComplain complain, gpointer data, GError **error)
{
  Listener listener = { complain, data };

  self->apply.complain = reason_cb;
  self->apply.complain_data = &listener;
  return mappe_guard_judge (&self->apply, error);
}

/** mappe_intake_uid_of: Tells the UUID of a record that is there, for messages. */
gboolean
mappe_intake_uid_of (MappeIntake *self, const MappeKind *kind, gint64 id, MappeUid *uid, GError **error)
{
  return mappe_uids_of (self->uids, kind, id, uid, error);
}

/* --- the intake as a whole --- */

/** mappe_intake_discard: Nothing is kept of it: it was only tried. */
void
mappe_intake_discard (MappeIntake *self)
{
  self->discard = TRUE;
}

typedef struct {
  const char     *label;
  MappeIntakeFunc func;
  gpointer        data;
} Job;

static void
intake_clear (MappeIntake *self)
{
  mappe_apply_end (&self->apply);
  g_clear_pointer (&self->uids, mappe_uids_free);
  g_clear_pointer (&self->last_ids, g_free);
  g_clear_pointer (&self->erased_by_uid, g_hash_table_unref);
  g_clear_pointer (&self->erased, g_ptr_array_unref);
  g_clear_pointer (&self->greatest, g_free);
}

/** mappe_intake_set_label: Names the step of undo, when only the work has told what it was. */
void
mappe_intake_set_label (MappeIntake *self, const char *label)
{
  mappe_set_str (&self->label, label);
}

/* For references to what comes later in the other file; told apart from those to nothing at the end. */
static gboolean
make_pending (MappeConn *conn, GError **error)
{
  const MappeDialect *dialect = mappe_conn_get_dialect (conn);
  g_autofree char *sql =
      g_strdup_printf ("CREATE TEMP TABLE intake_pending (id %s, kind_name %s, record_id %s, field %s, uid_high %s,"
                       " uid_low %s)", dialect->key_type, dialect->text_type, dialect->int_type, dialect->int_type,
                       dialect->int_type, dialect->int_type);

  return mappe_conn_script (conn, sql, error);
}

/* Within a transaction, which the caller ends. */
static gboolean
take_in (MappeIntake *self, const Job *job, GError **error)
{
  gboolean done;

  mappe_apply_begin (&self->apply);
  self->uids = mappe_uids_new_on (self->apply.conn, error);
  done = self->uids != NULL && make_pending (self->apply.conn, error) && look_around (self, error)
         && mappe_intake_read_erased (self, error)
         && job->func (self, job->data, error)
         && mappe_conn_script (self->apply.conn, "DROP TABLE intake_pending", error)
         && mappe_apply_write_counters (&self->apply, error);
  intake_clear (self);
  return done;
}

static gboolean
commit (MappeStore *store, MappeIntake *self, GError **error)
{
  GArray *touched = NULL;

  if (self->discard || (mappe_log_is_empty (self->apply.log) && !self->has_extras))
    {
      mappe_conn_rollback (self->apply.conn);
      return TRUE;
    }
  if ((self->label != NULL && !mappe_log_set_label (self->apply.log, self->label, error))
      || !mappe_log_end (self->apply.log, &touched, error))
    {
      mappe_conn_rollback (self->apply.conn);
      return FALSE;
    }
  if (!mappe_conn_commit (self->apply.conn, error))
    {
      g_clear_pointer (&touched, g_array_unref);
      return FALSE;
    }
  mappe_store_announce (store, self->apply.conn, touched);
  return TRUE;
}

static gpointer
take_in_on_lane (MappeStore *store, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;
  g_autoptr (MappeLogWriter) log = NULL;
  g_autoptr (MappeEdit) edit = mappe_edit_new_import (job->label);
  g_autoptr (MappeApplied) outcome = mappe_applied_new ();
  MappeIntake self = { 0 };
  gboolean done;

  if (!mappe_store_guard_write (store, error) || !mappe_conn_begin (conn, MAPPE_TXN_WRITE, error))
    return NULL;
  log = mappe_log_begin (conn, edit->set_kind, mappe_store_get_actor (store), job->label, 0, error);
  self.apply = (MappeApply) { .conn = conn, .log = log, .edit = edit, .outcome = outcome };
  if (log == NULL || !take_in (&self, job, error))
    {
      mappe_conn_rollback (conn);
      g_free (self.label);
      return NULL;
    }
  done = commit (store, &self, error);
  g_free (self.label);
  return GINT_TO_POINTER (done);
}

/**
 * mappe_store_take_in:
 * @label: of the step of undo
 * @func: puts records in, on the writer's thread; when it fails nothing is kept
 * @data: (nullable): its data
 *
 * Takes in records of another file, and waits for it: all or nothing, durably.
 */
gboolean
mappe_store_take_in (MappeStore *self, const char *label, MappeIntakeFunc func, gpointer data, GError **error)
{
  Job job = { label, func, data };

  return GPOINTER_TO_INT (mappe_store_run_sync (self, MAPPE_LANE_WRITE, take_in_on_lane, &job, error));
}
