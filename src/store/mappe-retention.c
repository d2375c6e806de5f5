/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-retention-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-agreement.h"
#include "mappe-archive-offer.h"
#include "mappe-citizen-input.h"
#include "mappe-date.h"
#include "mappe-decision.h"
#include "mappe-document.h"
#include "mappe-event.h"
#include "mappe-funding-application.h"
#include "mappe-minutes.h"
#include "mappe-person.h"
#include "mappe-project.h"
#include "mappe-retention-class.h"
#include "mappe-site-audit.h"
#include "mappe-uid-private.h"
#include "mappe-volunteer.h"

/* How long records are kept, and what comes then. The program starts with periods that rest on what could be found of
 * law and practice; a council sets its own in records of the kind "retention-class". */

/**
 * Preset:
 * @sql: id, first day, last day, files and pages of the records whose matter is over; the last day may lie ahead
 */
typedef struct {
  const char           *scope;
  const MappeKind      *kind;
  int                   years;
  gboolean              year_end;
  MappeRetentionFollow  follow;
  gboolean              offer;
  const char           *basis;
  const char           *sql;
} Preset;

#define ARCHIVE_LAW                                                                                                   \
  N_("Offered to the archive before it is deleted: archive law of the state (LArchG RLP § 7 for the state and for"   \
     " towns without an archive of their own), else the archive rules of the town. Period: practice of the office;"  \
     " please set what your file plan says.")
#define FILES_OF(field)                                                                                               \
  "(SELECT COUNT (*) FROM document x WHERE x." field " = r.id) AS files,"                                             \
  " (SELECT COALESCE (SUM (x.pages), 0) FROM document x WHERE x." field " = r.id) AS pages"
#define NO_FILES "0 AS files, 0 AS pages"

static const Preset presets[] = {
  { "minutes", &mappe_minutes_kind, 0, TRUE, MAPPE_RETENTION_KEEP, TRUE,
    N_("Minutes prove what was decided (GemO RLP § 41) and stay permanently."),
    "SELECT r.id AS id, m.held_on AS begins_on, SUBSTR (r.sealed_at, 1, 10) AS ends_on, 1 AS files, 0 AS pages"
    " FROM minutes r JOIN meeting m ON m.id = r.meeting WHERE r.sealed_at IS NOT NULL" },
  { "decision", &mappe_decision_kind, 0, TRUE, MAPPE_RETENTION_KEEP, TRUE,
    N_("Decisions stay permanently with the minutes that tell them (GemO RLP § 41)."),
    "SELECT r.id AS id, m.held_on AS begins_on, m.held_on AS ends_on, " NO_FILES
    " FROM decision r JOIN agenda_item i ON i.id = r.agenda_item JOIN meeting m ON m.id = i.meeting"
    " WHERE EXISTS (SELECT 1 FROM minutes n WHERE n.meeting = m.id AND n.sealed_at IS NOT NULL)" },
  { "paper", &mappe_document_kind, 10, TRUE, MAPPE_RETENTION_DELETE, TRUE, ARCHIVE_LAW,
    "SELECT r.id AS id, m.held_on AS begins_on, m.held_on AS ends_on, 1 AS files, COALESCE (r.pages, 0) AS pages"
    " FROM document r LEFT JOIN agenda_item i ON i.id = r.agenda_item"
    " JOIN meeting m ON m.id = COALESCE (r.meeting, i.meeting) WHERE m.state = 'held' AND r.event IS NULL" },
  { "concept", &mappe_document_kind, 3, TRUE, MAPPE_RETENTION_DELETE, TRUE,
    N_("Safety concepts of events are kept for three years at least (practice guide on safety concepts of events)."),
    "SELECT r.id AS id, e.start_on AS begins_on, COALESCE (e.end_on, e.start_on) AS ends_on, 1 AS files,"
    " COALESCE (r.pages, 0) AS pages FROM document r JOIN event e ON e.id = r.event" },
  { "event", &mappe_event_kind, 3, TRUE, MAPPE_RETENTION_DELETE, TRUE,
    N_("Safety concepts of events are kept for three years at least (practice guide on safety concepts of events)."),
    "SELECT r.id AS id, r.start_on AS begins_on, COALESCE (r.end_on, r.start_on) AS ends_on, " FILES_OF ("event")
    " FROM event r WHERE r.start_on IS NOT NULL" },
  { "project", &mappe_project_kind, 10, TRUE, MAPPE_RETENTION_DELETE, TRUE, ARCHIVE_LAW,
    "SELECT r.id AS id, r.start_on AS begins_on, r.end_on AS ends_on, " FILES_OF ("project")
    " FROM project r WHERE r.status IN ('completed', 'stopped') AND r.end_on IS NOT NULL" },
  { "agreement", &mappe_agreement_kind, 10, TRUE, MAPPE_RETENTION_DELETE, TRUE, ARCHIVE_LAW,
    "SELECT r.id AS id, r.signed_on AS begins_on, r.valid_to AS ends_on, " FILES_OF ("agreement")
    " FROM agreement r WHERE r.status = 'ended' AND r.valid_to IS NOT NULL" },
  { "funding", &mappe_funding_application_kind, 5, FALSE, MAPPE_RETENTION_DELETE, TRUE,
    N_("As the grant says; the ancillary provisions of grants (ANBest) mostly say five years from the proof of use."),
    "SELECT r.id AS id, r.applied_on AS begins_on, COALESCE (r.use_report_on, r.decided_on) AS ends_on, " NO_FILES
    " FROM funding_application r WHERE r.use_report_on IS NOT NULL"
    " OR (r.status IN ('refused', 'withdrawn') AND r.decided_on IS NOT NULL)" },
  { "audit", &mappe_site_audit_kind, 10, TRUE, MAPPE_RETENTION_DELETE, TRUE, ARCHIVE_LAW,
    "SELECT r.id AS id, r.held_on AS begins_on, r.held_on AS ends_on, " NO_FILES
    " FROM site_audit r WHERE r.held_on IS NOT NULL" },
  { "person", &mappe_person_kind, 1, FALSE, MAPPE_RETENTION_BLANK, FALSE,
    N_("Contact data are not needed any more when somebody has left (Art. 17 (1) (a) GDPR); the name stays where"
       " minutes tell it (Art. 17 (3) GDPR)."),
    "SELECT r.id AS id, MIN (b.valid_from) AS begins_on, MAX (b.valid_to) AS ends_on, " NO_FILES
    " FROM person r JOIN membership b ON b.person = r.id"
    " WHERE r.email IS NOT NULL OR r.phone IS NOT NULL OR r.note IS NOT NULL"
    " GROUP BY r.id HAVING COUNT (*) = COUNT (b.valid_to)" },
  { "contribution", &mappe_citizen_input_kind, 1, FALSE, MAPPE_RETENTION_BLANK, FALSE,
    N_("Where an answer went to is not needed any more when it was given (Art. 17 (1) (a) GDPR)."),
    "SELECT r.id AS id, r.received_on AS begins_on, r.answered_on AS ends_on, " NO_FILES
    " FROM citizen_input r WHERE r.contact IS NOT NULL AND r.answered_on IS NOT NULL" },
  { "volunteer", &mappe_volunteer_kind, 1, FALSE, MAPPE_RETENTION_BLANK, FALSE,
    N_("Data of volunteers are not needed any more when they have left and the year is accounted for (Art. 17 (1) (a)"
       " GDPR)."),
    "SELECT r.id AS id, r.begins_on AS begins_on, r.ends_on AS ends_on, " NO_FILES
    " FROM volunteer r WHERE r.ends_on IS NOT NULL" },
};

/* --- rules --- */

static void
rule_free (MappeRetentionRule *self)
{
  g_free (self->file_plan);
  g_free (self->basis);
  g_free (self);
}

static MappeRetentionFollow
follow_of (const char *code)
{
  return g_strcmp0 (code, "delete") == 0  ? MAPPE_RETENTION_DELETE
         : g_strcmp0 (code, "blank") == 0 ? MAPPE_RETENTION_BLANK : MAPPE_RETENTION_KEEP;
}

/* What a council has set; without a period it stays. */
static void
take_class (MappeRetentionRule *rule, const MappeRow *row)
{
  gboolean endless = mappe_row_is_null (row, MAPPE_RETENTION_CLASS_YEARS);

  rule->class_id = row->id;
  rule->years = (int) mappe_row_get_int (row, MAPPE_RETENTION_CLASS_YEARS);
  rule->year_end = g_strcmp0 (mappe_row_get_text (row, MAPPE_RETENTION_CLASS_COUNTS_FROM), "day") != 0;
  rule->follow = endless ? MAPPE_RETENTION_KEEP : follow_of (mappe_row_get_text (row, MAPPE_RETENTION_CLASS_FOLLOW));
  rule->offer = mappe_row_get_int (row, MAPPE_RETENTION_CLASS_OFFER) != 0;
  rule->file_plan = g_strdup (mappe_row_get_text (row, MAPPE_RETENTION_CLASS_FILE_PLAN));
  if (!mappe_row_is_null (row, MAPPE_RETENTION_CLASS_BASIS))
    {
      g_free (rule->basis);
      rule->basis = g_strdup (mappe_row_get_text (row, MAPPE_RETENTION_CLASS_BASIS));
    }
}

static const MappeRow *
class_of (GPtrArray *classes, const char *scope)
{
  for (guint i = 0; i < classes->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (classes, i);

      if (g_strcmp0 (mappe_row_get_text (row, MAPPE_RETENTION_CLASS_SCOPE), scope) == 0)
        return row;
    }
  return NULL;
}

static GPtrArray *
read_classes (MappeConn *conn, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_retention_class_kind);
  g_autoptr (GArray) ids = mappe_select_ids (conn, query, error);

  return ids != NULL ? mappe_rows_load_many (conn, &mappe_retention_class_kind, (const gint64 *) ids->data, ids->len,
                                             error)
                     : NULL;
}

/** mappe_retention_rules: Returns: (transfer full) (nullable) (element-type MappeRetentionRule): what holds now */
GPtrArray *
mappe_retention_rules (MappeConn *conn, GError **error)
{
  g_autoptr (GPtrArray) classes = read_classes (conn, error);
  GPtrArray *rules;

  if (classes == NULL)
    return NULL;
  rules = g_ptr_array_new_with_free_func ((GDestroyNotify) rule_free);
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    {
      const Preset *preset = &presets[i];
      const MappeRow *row = class_of (classes, preset->scope);
      MappeRetentionRule *rule = g_new0 (MappeRetentionRule, 1);

      *rule = (MappeRetentionRule) { preset->scope, preset->kind, preset->years, preset->year_end, preset->follow,
                                     preset->offer, NULL, g_strdup (preset->basis), 0 };
      if (row != NULL)
        take_class (rule, row);
      g_ptr_array_add (rules, rule);
    }
  return rules;
}

/** mappe_retention_is_about: Returns: whether a rule holds back the deletion of records of @kind; what sealed minutes
 * tell is held by the seal */
gboolean
mappe_retention_is_about (const MappeKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (presets[i].kind == kind && presets[i].follow != MAPPE_RETENTION_KEEP)
      return TRUE;
  return FALSE;
}

/* --- records --- */

static void
due_free (MappeRetentionDue *self)
{
  g_free (self->reference);
  g_free (self->title);
  g_free (self->begins_on);
  g_free (self->ends_on);
  g_free (self->due_on);
  g_free (self->uid);
  g_free (self->decision);
  g_free (self);
}

/* The day after the period. */
static char *
day_after (const MappeRetentionRule *rule, const char *ends_on)
{
  GDate date;

  if (!mappe_date_parse_iso (ends_on, &date))
    return NULL;
  if (rule->year_end)
    g_date_set_dmy (&date, 31, G_DATE_DECEMBER, g_date_get_year (&date));
  g_date_add_years (&date, (guint) rule->years);
  g_date_add_days (&date, 1);
  return mappe_date_to_iso (&date);
}

static const char *
sql_of (const MappeRetentionRule *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (strcmp (presets[i].scope, rule->scope) == 0)
      return presets[i].sql;
  return NULL;
}

static MappeRetentionDue *
read_due (MappeStmt *stmt, const MappeRetentionRule *rule)
{
  MappeRetentionDue *due = g_new0 (MappeRetentionDue, 1);

  due->rule = rule;
  due->id = mappe_stmt_get_int (stmt, 0);
  due->begins_on = g_strdup (mappe_stmt_get_text (stmt, 1));
  due->ends_on = g_strdup (mappe_stmt_get_text (stmt, 2));
  due->files = mappe_stmt_get_int (stmt, 3);
  due->pages = mappe_stmt_get_int (stmt, 4);
  due->due_on = day_after (rule, due->ends_on);
  return due;
}

/**
 * mappe_retention_ended:
 * @id: only this record; 0 for all
 *
 * Returns: (transfer full) (nullable) (element-type MappeRetentionDue): records of the rule whose matter has an end,
 *   without title and state
 */
GPtrArray *
mappe_retention_ended (MappeConn *conn, const MappeRetentionRule *rule, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT q.id, q.begins_on, q.ends_on, q.files, q.pages FROM (%s) q"
                                          " WHERE q.ends_on IS NOT NULL AND ($1 = 0 OR q.id = $1)"
                                          " ORDER BY q.ends_on, q.id", sql_of (rule));
  MappeStmt *stmt = mappe_conn_prepare (conn, sql, error);
  g_autoptr (GPtrArray) ended = g_ptr_array_new_with_free_func ((GDestroyNotify) due_free);
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_int (stmt, 1, id);
  while (has_row)
    {
      if (!mappe_stmt_step (stmt, &has_row, error))
        return NULL;
      if (has_row)
        g_ptr_array_add (ended, read_due (stmt, rule));
    }
  return g_steal_pointer (&ended);
}

/**
 * mappe_retention_decided:
 * @decision: (out) (transfer full) (nullable): what the archive decided of the record of that UUID
 * @offer: (out): the last offer that names it, 0 for none
 *
 * Returns: whether it could be read
 */
gboolean
mappe_retention_decided (MappeConn *conn, const char *uid, char **decision, gint64 *offer, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn,
                                        "SELECT COALESCE (i.decision, o.decision), o.id FROM archive_offer_item i"
                                        " JOIN archive_offer o ON o.id = i.offer WHERE i.uid = $1"
                                        " ORDER BY CASE WHEN COALESCE (i.decision, o.decision) IS NULL"
                                        " THEN 1 ELSE 0 END, o.id DESC LIMIT 1", error);
  gboolean has_row;

  *decision = NULL;
  *offer = 0;
  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_text (stmt, 1, uid);
  if (!mappe_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (has_row)
    {
      *decision = g_strdup (mappe_stmt_get_text (stmt, 0));
      *offer = mappe_stmt_get_int (stmt, 1);
    }
  mappe_stmt_reset (stmt);
  return TRUE;
}

static MappeRetentionState
state_of (const MappeRetentionDue *due)
{
  if (due->rule->offer && due->decision == NULL)
    return due->offer != 0 ? MAPPE_RETENTION_OFFERED : MAPPE_RETENTION_TO_OFFER;
  return due->rule->follow == MAPPE_RETENTION_BLANK ? MAPPE_RETENTION_TO_BLANK : MAPPE_RETENTION_TO_DELETE;
}

static gboolean
complete (MappeConn *conn, MappeUids *uids, MappeRetentionDue *due, GError **error)
{
  g_autoptr (MappeRow) row = mappe_rows_load (conn, due->rule->kind, due->id, error);
  char text[MAPPE_UID_LENGTH + 1];
  MappeUid uid;

  if (row == NULL || !mappe_uids_of (uids, due->rule->kind, due->id, &uid, error))
    return FALSE;
  mappe_uid_format (&uid, text);
  due->uid = g_strdup (text);
  due->reference = g_strdup (mappe_row_get_text (row, MAPPE_FIELD_REFERENCE));
  due->title = mappe_rows_title (conn, row, error);
  if (due->title == NULL || !mappe_retention_decided (conn, text, &due->decision, &due->offer, error))
    return FALSE;
  due->state = state_of (due);
  return TRUE;
}

static gboolean
is_erased (MappeConn *conn, const MappeRetentionDue *due, gboolean *erased, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn, "SELECT 1 FROM erasure WHERE uid = $1 LIMIT 1", error);

  *erased = FALSE;
  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_text (stmt, 1, due->uid);
  if (!mappe_stmt_step (stmt, erased, error))
    return FALSE;
  mappe_stmt_reset (stmt);
  return TRUE;
}

static gboolean
add_due (MappeConn *conn, MappeUids *uids, const MappeRetentionRule *rule, const char *today, GPtrArray *list,
         GError **error)
{
  g_autoptr (GPtrArray) ended = rule->follow != MAPPE_RETENTION_KEEP ? mappe_retention_ended (conn, rule, 0, error)
                                                                     : g_ptr_array_new ();

  while (ended != NULL && ended->len > 0)
    {
      MappeRetentionDue *due = g_ptr_array_steal_index (ended, 0);
      gboolean erased = FALSE;

      g_ptr_array_add (list, due);
      if (g_strcmp0 (due->due_on, today) > 0)
        g_ptr_array_remove_index (list, list->len - 1);
      else if (!complete (conn, uids, due, error) || !is_erased (conn, due, &erased, error))
        return FALSE;
      else if (erased && rule->follow == MAPPE_RETENTION_BLANK)
        g_ptr_array_remove_index (list, list->len - 1);
    }
  return ended != NULL;
}

/** mappe_retention_load_on: The same as mappe_retention_load() on a connection. */
MappeRetention *
mappe_retention_load_on (MappeConn *conn, const char *today, GError **error)
{
  g_autoptr (MappeRetention) self = g_new0 (MappeRetention, 1);
  g_autoptr (MappeUids) uids = mappe_uids_new_on (conn, error);

  self->due = g_ptr_array_new_with_free_func ((GDestroyNotify) due_free);
  self->rules = uids != NULL ? mappe_retention_rules (conn, error) : NULL;
  for (guint i = 0; self->rules != NULL && i < self->rules->len; i++)
    if (!add_due (conn, uids, g_ptr_array_index (self->rules, i), today, self->due, error))
      return NULL;
  return self->rules != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * mappe_retention_load:
 * @today: "YYYY-MM-DD"
 *
 * Reads how long what is kept, and which records are due: to be offered to the archive, to be deleted, to lose their
 * personal data.
 *
 * Returns: (transfer full) (nullable): %NULL with an error
 */
MappeRetention *
mappe_retention_load (MappeSnapshot *snapshot, const char *today, GError **error)
{
  return mappe_retention_load_on (mappe_snapshot_get_conn (snapshot), today, error);
}

/** mappe_retention_free: @self: (transfer full) (nullable) */
void
mappe_retention_free (MappeRetention *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_free (self);
}

/** mappe_retention_count: Returns: how many records are in that state */
guint
mappe_retention_count (const MappeRetention *self, MappeRetentionState state)
{
  guint n = 0;

  for (guint i = 0; i < self->due->len; i++)
    if (((const MappeRetentionDue *) g_ptr_array_index (self->due, i))->state == state)
      n++;
  return n;
}
