/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-guard-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-absence.h"
#include "mappe-agenda-item.h"
#include "mappe-agreement-review.h"
#include "mappe-archive-offer.h"
#include "mappe-attendance.h"
#include "mappe-best-practice-profile.h"
#include "mappe-clause-review.h"
#include "mappe-conflict-declaration.h"
#include "mappe-decision-exclusion.h"
#include "mappe-decision.h"
#include "mappe-deployment-plan.h"
#include "mappe-erasure.h"
#include "mappe-event.h"
#include "mappe-measure-goal.h"
#include "mappe-funding-application.h"
#include "mappe-guest.h"
#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-meeting.h"
#include "mappe-minutes.h"
#include "mappe-motion.h"
#include "mappe-patrol.h"
#include "mappe-project.h"
#include "mappe-retention-class.h"
#include "mappe-roll-call-vote.h"
#include "mappe-site-audit-score.h"
#include "mappe-statement.h"
#include "mappe-survey-result.h"
#include "mappe-task.h"
#include "mappe-transfer.h"
#include "mappe-volunteer-quarter.h"
#include "mappe-volunteer.h"

/* Rules about a change that need other rows or the row before. They are asked at the end of an edit, so that one edit
 * may bring a decision together with its roll call, and only about the records it touched, so that a record that was
 * wrong before does not stand in the way of others. A base set is not asked, nor are undo and redo, which give back
 * what was there; only the seal of minutes holds for all of them (see mappe-undo-seal.c). */

/**
 * Noted: a change, or a run of records that the edit inserted one after the other
 * @change: of a run the first one, without the row after the edit
 * @last_id: of the run
 */
typedef struct {
  MappeGuardChange change;
  gint64           last_id;
} Noted;

/* What a rule has asked about a record, see mappe_guard_remember(). */
typedef struct {
  gconstpointer  question;
  gint64         id;
  gpointer       data;
  GDestroyNotify free_func;
} Answer;

/**
 * MappeGuard:
 * @noted: (element-type Noted): in the order of the edit
 * @by_record: (element-type MappeGuardChange): those that were there before the edit
 * @first_inserted: of each kind the first record that the edit inserted, 0 for none; ids only grow
 */
struct _MappeGuard {
  GPtrArray  *noted;
  GHashTable *by_record;
  gint64     *first_inserted;
  GHashTable *answers;
};

typedef struct {
  const MappeKind *kind;
  MappeGuardFunc   judge;
} Guarded;

static gboolean
guard_task (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  return mappe_guard_new_date (apply, change, MAPPE_TASK_DUE_ON, MAPPE_TASK_DUE_REASON, error);
}

static gboolean
guard_indicator (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  return mappe_guard_indicator (apply, change, error) && mappe_guard_last_goal (apply, change, error);
}

static const Guarded guarded[] = {
  { &mappe_meeting_kind, mappe_guard_meeting },
  { &mappe_agenda_item_kind, mappe_guard_agenda_item },
  { &mappe_attendance_kind, mappe_guard_attendance },
  { &mappe_absence_kind, mappe_guard_absence },
  { &mappe_decision_kind, mappe_guard_decision },
  { &mappe_decision_exclusion_kind, mappe_guard_exclusion },
  { &mappe_roll_call_vote_kind, mappe_guard_roll_call },
  { &mappe_conflict_declaration_kind, mappe_guard_conflict },
  { &mappe_task_kind, guard_task },
  { &mappe_minutes_kind, mappe_guard_minutes },
  { &mappe_indicator_kind, guard_indicator },
  { &mappe_indicator_value_kind, mappe_guard_indicator_value },
  { &mappe_measure_goal_kind, mappe_guard_goal },
  { &mappe_survey_result_kind, mappe_guard_survey_result },
  { &mappe_project_kind, mappe_guard_project },
  { &mappe_patrol_kind, mappe_guard_patrol },
  { &mappe_agreement_review_kind, mappe_guard_agreement_review },
  { &mappe_clause_review_kind, mappe_guard_clause_review },
  { &mappe_best_practice_profile_kind, mappe_guard_best_practice_profile },
  { &mappe_transfer_kind, mappe_guard_transfer },
  { &mappe_site_audit_score_kind, mappe_guard_site_audit_score },
  { &mappe_funding_application_kind, mappe_guard_funding_application },
  { &mappe_volunteer_kind, mappe_guard_volunteer },
  { &mappe_volunteer_quarter_kind, mappe_guard_volunteer_quarter },
  { &mappe_event_kind, mappe_guard_event },
  { &mappe_deployment_plan_kind, mappe_guard_deployment_plan },
  { &mappe_retention_class_kind, mappe_guard_retention_class },
  { &mappe_archive_offer_kind, mappe_guard_archive_offer },
  { &mappe_erasure_kind, mappe_guard_erasure },
  { &mappe_guest_kind, mappe_guard_sealed },
  { &mappe_motion_kind, mappe_guard_sealed },
  { &mappe_statement_kind, mappe_guard_sealed },
};

static const Guarded *
guarded_kind (const MappeKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (guarded); i++)
    if (guarded[i].kind == kind)
      return &guarded[i];
  return NULL;
}

static void
noted_free (Noted *noted)
{
  g_clear_pointer (&noted->change.before, mappe_row_unref);
  g_clear_pointer (&noted->change.after, mappe_row_unref);
  g_free (noted);
}

static guint
hash_of (gconstpointer what, gint64 id)
{
  return g_direct_hash (what) ^ g_int64_hash (&id);
}

static guint
record_hash (gconstpointer key)
{
  const MappeGuardChange *change = key;

  return hash_of (change->kind, change->id);
}

static gboolean
record_equal (gconstpointer a, gconstpointer b)
{
  const MappeGuardChange *one = a, *other = b;

  return one->kind == other->kind && one->id == other->id;
}

static void
answer_free (Answer *answer)
{
  answer->free_func (answer->data);
  g_free (answer);
}

static guint
answer_hash (gconstpointer key)
{
  const Answer *answer = key;

  return hash_of (answer->question, answer->id);
}

static gboolean
answer_equal (gconstpointer a, gconstpointer b)
{
  const Answer *one = a, *other = b;

  return one->question == other->question && one->id == other->id;
}

MappeGuard *
mappe_guard_new (void)
{
  MappeGuard *self = g_new (MappeGuard, 1);
  guint n_kinds;

  mappe_kinds (&n_kinds);
  self->noted = g_ptr_array_new_with_free_func ((GDestroyNotify) noted_free);
  self->by_record = g_hash_table_new (record_hash, record_equal);
  self->first_inserted = g_new0 (gint64, n_kinds);
  self->answers = g_hash_table_new_full (answer_hash, answer_equal, (GDestroyNotify) answer_free, NULL);
  return self;
}

void
mappe_guard_free (MappeGuard *self)
{
  g_hash_table_unref (self->answers);
  g_hash_table_unref (self->by_record);
  g_ptr_array_unref (self->noted);
  g_free (self->first_inserted);
  g_free (self);
}

static Noted *
add_noted (MappeGuard *self, const MappeKind *kind, gint64 id, const MappeRow *before)
{
  Noted *noted = g_new0 (Noted, 1);

  noted->change = (MappeGuardChange) { kind, id, before != NULL ? mappe_row_copy (before) : NULL, NULL };
  noted->last_id = id;
  g_ptr_array_add (self->noted, noted);
  return noted;
}

/* An import inserts a million records: they are one run. */
static void
note_insert (MappeGuard *self, const MappeKind *kind, gint64 id)
{
  gint64 *first = &self->first_inserted[mappe_kind_index (kind)];
  Noted *last = self->noted->len > 0 ? g_ptr_array_index (self->noted, self->noted->len - 1) : NULL;

  if (*first == 0)
    *first = id;
  if (last != NULL && last->change.kind == kind && last->change.before == NULL && last->last_id + 1 == id)
    last->last_id = id;
  else
    add_noted (self, kind, id, NULL);
}

/**
 * mappe_guard_note:
 * @before: (nullable): the record before the change; %NULL for an insert
 *
 * Remembers that the edit touched a record. Of several changes to one record the first knows how it was before.
 */
void
mappe_guard_note (MappeApply *apply, const MappeKind *kind, gint64 id, const MappeRow *before)
{
  MappeGuard *self = apply->guard;
  MappeGuardChange key = { kind, id, NULL, NULL };
  gint64 first = self->first_inserted[mappe_kind_index (kind)];

  if (guarded_kind (kind) == NULL)
    return;
  if (before == NULL)
    note_insert (self, kind, id);
  else if ((first == 0 || id < first) && !g_hash_table_contains (self->by_record, &key))
    g_hash_table_add (self->by_record, &add_noted (self, kind, id, before)->change);
}

/** mappe_guard_row_before: Returns: (nullable): the row before this edit, %NULL if the edit did not change it */
const MappeRow *
mappe_guard_row_before (MappeApply *apply, const MappeKind *kind, gint64 id)
{
  MappeGuardChange key = { kind, id, NULL, NULL };
  const MappeGuardChange *change = g_hash_table_lookup (apply->guard->by_record, &key);

  return change != NULL ? change->before : NULL;
}

/** mappe_guard_is_new: Returns: whether this edit inserted the record; @kind is one that is guarded */
gboolean
mappe_guard_is_new (MappeApply *apply, const MappeKind *kind, gint64 id)
{
  gint64 first = apply->guard->first_inserted[mappe_kind_index (kind)];

  return first != 0 && id >= first;
}

/**
 * mappe_guard_refuse:
 * @row: the record at fault
 * @field: its field at fault, or -1
 * @reason: a sentence without full stop, marked for translation; see mappe_store_error_get_reason()
 *
 * Returns: always %FALSE
 */
gboolean
mappe_guard_refuse (MappeApply *apply, const MappeRow *row, int field, const char *reason, GError **error)
{
  mappe_apply_refuse (apply, MAPPE_STORE_ERROR_REFUSED, row, field, error, "%s", reason);
  if (error != NULL)
    mappe_store_error_set_reason (*error, reason);
  return FALSE;
}

static gboolean
find_valist (MappeApply *apply, gint64 *found, GError **error, const char *sql, const char *binds, va_list arguments)
{
  MappeStmt *stmt = mappe_conn_prepare (apply->conn, sql, error);
  gboolean has_row;

  *found = 0;
  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; binds[i] != '\0'; i++)
    if (binds[i] == 'i')
      mappe_stmt_bind_int (stmt, i + 1, va_arg (arguments, gint64));
    else
      mappe_stmt_bind_text (stmt, i + 1, va_arg (arguments, const char *));
  if (!mappe_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (has_row)
    *found = mappe_stmt_get_int (stmt, 0);
  mappe_stmt_reset (stmt);
  return TRUE;
}

/**
 * mappe_guard_find:
 * @found: (out): the first column of the first row, a number; 0 when there is none
 * @binds: a letter for each parameter of @sql: "i" for a gint64, "t" for a text
 *
 * Returns: whether the question could be asked
 */
gboolean
mappe_guard_find (MappeApply *apply, gint64 *found, GError **error, const char *sql, const char *binds, ...)
{
  va_list arguments;
  gboolean done;

  va_start (arguments, binds);
  done = find_valist (apply, found, error, sql, binds, arguments);
  va_end (arguments);
  return done;
}

/**
 * mappe_guard_recall:
 * @question: what is asked, told by its address
 * @id: the record it is asked about
 *
 * Returns: (transfer none) (nullable): what this edit gave to mappe_guard_remember()
 */
gpointer
mappe_guard_recall (MappeApply *apply, gconstpointer question, gint64 id)
{
  Answer key = { .question = question, .id = id };
  const Answer *known = g_hash_table_lookup (apply->guard->answers, &key);

  return known != NULL ? known->data : NULL;
}

/**
 * mappe_guard_remember:
 * @question: see mappe_guard_recall()
 * @data: (transfer full): the answer
 * @free_func: for it
 *
 * Keeps it for the other records of this edit: while rules are asked nothing is written.
 */
void
mappe_guard_remember (MappeApply *apply, gconstpointer question, gint64 id, gpointer data, GDestroyNotify free_func)
{
  Answer *known = g_new (Answer, 1);

  *known = (Answer) { question, id, data, free_func };
  g_hash_table_add (apply->guard->answers, known);
}

/**
 * mappe_guard_find_once:
 * @sql: a constant text with the one parameter @id
 *
 * See mappe_guard_find(); asked once an edit for each @id.
 *
 * Returns: whether the question could be asked
 */
gboolean
mappe_guard_find_once (MappeApply *apply, gint64 *found, GError **error, const char *sql, gint64 id)
{
  const gint64 *known = mappe_guard_recall (apply, sql, id);

  if (known != NULL)
    {
      *found = *known;
      return TRUE;
    }
  if (!mappe_guard_find (apply, found, error, sql, "i", id))
    return FALSE;
  mappe_guard_remember (apply, sql, id, g_memdup2 (found, sizeof *found), g_free);
  return TRUE;
}

/** mappe_guard_refuse_found: Refuses with @reason when @sql finds a row; see mappe_guard_find() and
 * mappe_guard_refuse(). */
gboolean
mappe_guard_refuse_found (MappeApply *apply, const MappeRow *row, int field, const char *reason, GError **error,
                          const char *sql, const char *binds, ...)
{
  va_list arguments;
  gboolean done;
  gint64 found;

  va_start (arguments, binds);
  done = find_valist (apply, &found, error, sql, binds, arguments);
  va_end (arguments);
  return done && (found == 0 || mappe_guard_refuse (apply, row, field, reason, error));
}

/**
 * mappe_guard_changed:
 * @...: numbers of fields, ended by -1
 *
 * Returns: whether the record is new or one of the fields has another value; %FALSE for a deleted one
 */
gboolean
mappe_guard_changed (const MappeGuardChange *change, ...)
{
  gboolean changed = change->after != NULL && change->before == NULL;
  va_list fields;
  int field;

  va_start (fields, change);
  while (change->after != NULL && !changed && (field = va_arg (fields, int)) >= 0)
    changed = !mappe_value_equal (&change->before->values[field], &change->after->values[field]);
  va_end (fields);
  return changed;
}

/** mappe_guard_is: Returns: whether a CODE field holds @code */
gboolean
mappe_guard_is (const MappeRow *row, guint field, const char *code)
{
  return g_strcmp0 (mappe_row_get_text (row, field), code) == 0;
}

/**
 * mappe_guard_new_date:
 *
 * A day that was set is moved only with a reason (issue 3, "reason for each new date"). The first day needs none. The
 * reason must be another than that of the last move: the same text cannot be told from one that nobody touched.
 */
gboolean
mappe_guard_new_date (MappeApply *apply, const MappeGuardChange *change, guint due_on, guint due_reason,
                      GError **error)
{
  if (change->before == NULL || mappe_row_is_null (change->before, due_on)
      || !mappe_guard_changed (change, (int) due_on, -1))
    return TRUE;
  if (!mappe_row_is_null (change->after, due_reason) && mappe_guard_changed (change, (int) due_reason, -1))
    return TRUE;
  return mappe_guard_refuse (apply, change->after, (int) due_reason, N_("A new date needs a new reason"), error);
}

/**
 * mappe_guard_keep:
 * @row: a record that would be deleted as a part of another
 *
 * Decisions are not lost in passing: who deletes an agenda item or a meeting must delete its decisions first.
 */
gboolean
mappe_guard_keep (MappeApply *apply, const MappeRow *row, const MappeKind *part, GError **error)
{
  if (part != &mappe_decision_kind)
    return TRUE;
  return mappe_guard_refuse (apply, row, -1, N_("A decision was made here; delete the decision first"), error);
}

static gboolean
judge_change (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  if (change->before == NULL && change->after == NULL)
    return TRUE;
  return mappe_guard_seal (apply, change, error)
         && (g_str_equal (apply->edit->set_kind, "MIGRATE") || g_str_equal (apply->edit->set_kind, "REDACT")
             || (mappe_guard_sealed (apply, change, error)
                 && guarded_kind (change->kind)->judge (apply, change, error)));
}

static gboolean
judge (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (judge_change (apply, change, &cause))
    return TRUE;
  if (apply->complain == NULL || cause->domain != MAPPE_STORE_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  apply->complain (apply->complain_data, change->after != NULL ? change->after : change->before,
                   apply->outcome->fault_field, cause);
  return TRUE;
}

/* Those that the edit deleted again are not there any more, and nothing is asked about them. */
static gboolean
judge_run (MappeApply *apply, const Noted *noted, GError **error)
{
  for (gint64 first = noted->change.id; first <= noted->last_id;)
    {
      g_autoptr (GPtrArray) rows = mappe_rows_load_run (apply->conn, noted->change.kind, first, noted->last_id, error);

      if (rows == NULL)
        return FALSE;
      if (rows->len == 0)
        return TRUE;
      for (guint i = 0; i < rows->len; i++)
        {
          MappeRow *row = g_ptr_array_index (rows, i);
          MappeGuardChange change = { noted->change.kind, row->id, NULL, row };

          if (!judge (apply, &change, error))
            return FALSE;
          first = row->id + 1;
        }
    }
  return TRUE;
}

static gboolean
judge_noted (MappeApply *apply, Noted *noted, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (noted->change.before == NULL)
    return judge_run (apply, noted, error);
  noted->change.after = mappe_rows_load (apply->conn, noted->change.kind, noted->change.id, &cause);
  if (cause == NULL)
    return judge (apply, &noted->change, error);
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/** mappe_guard_judge: Asks all rules about what the edit has done, within its transaction. */
gboolean
mappe_guard_judge (MappeApply *apply, GError **error)
{
  for (guint i = 0; i < apply->guard->noted->len; i++)
    if (!judge_noted (apply, g_ptr_array_index (apply->guard->noted, i), error))
      return FALSE;
  return TRUE;
}
