/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mappe-agenda-item.h"
#include "mappe-agreement-clause.h"
#include "mappe-body.h"
#include "mappe-decision.h"
#include "mappe-meeting.h"
#include "mappe-project.h"
#include "mappe-review-evidence.h"
#include "mappe-site-audit.h"

/* What the council did itself for a duty: it met, it agreed on concepts, it had places audited. */

static GPtrArray *
load_all (MappeSnapshot *snapshot, const MappeKind *kind, int order, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);

  if (order >= 0)
    mappe_query_order (query, (guint) order, FALSE);
  return mappe_snapshot_rows (snapshot, query, error);
}

static gboolean
is_within (const char *day, const MappeEvidenceYear *year)
{
  return day != NULL && strcmp (day, year->from) >= 0 && strcmp (day, year->to) <= 0;
}

/* --- meetings --- */

/* The body that the clause names; otherwise the plenary. */
static MappeRow *
find_body (MappeSnapshot *snapshot, const MappeRow *clause, GError **error)
{
  g_autoptr (GPtrArray) bodies = NULL;

  if (!mappe_row_is_null (clause, MAPPE_AGREEMENT_CLAUSE_BODY))
    return mappe_snapshot_load (snapshot, &mappe_body_kind, mappe_row_get_int (clause, MAPPE_AGREEMENT_CLAUSE_BODY),
                                error);
  bodies = load_all (snapshot, &mappe_body_kind, MAPPE_FIELD_REFERENCE, error);
  for (guint i = 0; bodies != NULL && i < bodies->len; i++)
    {
      MappeRow *body = g_ptr_array_index (bodies, i);

      if (g_strcmp0 (mappe_row_get_text (body, MAPPE_BODY_KIND), "plenary") == 0)
        return mappe_row_ref (body);
    }
  return NULL;
}

static void
count_meeting (const MappeRow *meeting, const MappeEvidenceYear *year, MappeEvidenceMeetings *evidence)
{
  const char *state = mappe_row_get_text (meeting, MAPPE_MEETING_STATE);

  if (g_strcmp0 (state, "held") == 0)
    evidence->held++;
  else if (g_strcmp0 (state, "cancelled") == 0)
    evidence->cancelled++;
  else if (strcmp (mappe_row_get_text (meeting, MAPPE_MEETING_HELD_ON), year->today) < 0)
    evidence->unreported++;
}

/**
 * mappe_evidence_meetings:
 * @evidence: (out): to be given to g_free() in its member body
 *
 * Counts the meetings of the body that coordinates.
 */
gboolean
mappe_evidence_meetings (MappeSnapshot *snapshot, const MappeRow *clause, const MappeEvidenceYear *year,
                         MappeEvidenceMeetings *evidence, GError **error)
{
  GError *cause = NULL;
  g_autoptr (MappeRow) body = find_body (snapshot, clause, &cause);
  g_autoptr (GPtrArray) meetings = cause == NULL ? load_all (snapshot, &mappe_meeting_kind, -1, &cause) : NULL;

  memset (evidence, 0, sizeof *evidence);
  if (cause != NULL)
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  evidence->agreed = (guint) mappe_row_get_int (clause, MAPPE_AGREEMENT_CLAUSE_PER_YEAR);
  if (body == NULL)
    return TRUE;
  evidence->body = g_strdup (mappe_row_get_text (body, MAPPE_BODY_NAME));
  for (guint i = 0; i < meetings->len; i++)
    {
      const MappeRow *meeting = g_ptr_array_index (meetings, i);

      if (mappe_row_get_int (meeting, MAPPE_MEETING_BODY) == body->id
          && is_within (mappe_row_get_text (meeting, MAPPE_MEETING_HELD_ON), year))
        count_meeting (meeting, year, evidence);
    }
  return TRUE;
}

/* --- concepts --- */

/* A decision on a project: when it was taken, and whether it was for it. */
typedef struct {
  gint64      project;
  const char *day;      /* of the meeting, which holds it */
  gboolean    agreed;
} Verdict;

static gboolean
is_agreement (const MappeRow *decision)
{
  static const char *const agreed[] = { "adopted", "adopted_amended", "recommended", NULL };
  const char *outcome = mappe_row_get_text (decision, MAPPE_DECISION_OUTCOME);

  return outcome != NULL && g_strv_contains (agreed, outcome);
}

static GHashTable *
by_id (GPtrArray *rows)
{
  GHashTable *table = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (table, &((MappeRow *) g_ptr_array_index (rows, i))->id, g_ptr_array_index (rows, i));
  return table;
}

static int
by_day (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const Verdict *) a)->day, ((const Verdict *) b)->day);
}

/* Returns: (element-type Verdict): by day */
static GArray *
find_verdicts (GPtrArray *decisions, GPtrArray *items, GPtrArray *meetings)
{
  g_autoptr (GHashTable) item_of = by_id (items), meeting_of = by_id (meetings);
  GArray *verdicts = g_array_new (FALSE, FALSE, sizeof (Verdict));

  for (guint i = 0; i < decisions->len; i++)
    {
      const MappeRow *decision = g_ptr_array_index (decisions, i);
      gint64 id = mappe_row_get_int (decision, MAPPE_DECISION_AGENDA_ITEM);
      const MappeRow *item = g_hash_table_lookup (item_of, &id), *meeting;
      Verdict verdict;

      if (item == NULL || mappe_row_is_null (item, MAPPE_AGENDA_ITEM_PROJECT))
        continue;
      id = mappe_row_get_int (item, MAPPE_AGENDA_ITEM_MEETING);
      meeting = g_hash_table_lookup (meeting_of, &id);
      if (meeting == NULL || mappe_row_is_null (meeting, MAPPE_MEETING_HELD_ON))
        continue;
      verdict = (Verdict) { mappe_row_get_int (item, MAPPE_AGENDA_ITEM_PROJECT),
                            mappe_row_get_text (meeting, MAPPE_MEETING_HELD_ON), is_agreement (decision) };
      g_array_append_val (verdicts, verdict);
    }
  g_array_sort (verdicts, by_day);
  return verdicts;
}

static void
judge_project (const MappeRow *project, GArray *verdicts, const MappeEvidenceYear *year,
               MappeEvidenceConcepts *evidence)
{
  const char *start = mappe_row_get_text (project, MAPPE_PROJECT_START_ON);
  const Verdict *last = NULL;
  gboolean before = FALSE;

  for (guint i = 0; i < verdicts->len; i++)
    {
      const Verdict *verdict = &g_array_index (verdicts, Verdict, i);

      if (verdict->project != project->id)
        continue;
      if (is_within (verdict->day, year))
        last = verdict;
      before = before || (start != NULL && verdict->agreed && strcmp (verdict->day, start) <= 0);
    }
  evidence->decided += last != NULL;
  evidence->agreed += last != NULL && last->agreed;
  evidence->begun += is_within (start, year);
  evidence->begun_agreed += is_within (start, year) && before;
}

/** mappe_evidence_concepts: Counts projects that the council decided on, and those that began with its agreement. */
gboolean
mappe_evidence_concepts (MappeSnapshot *snapshot, const MappeEvidenceYear *year, MappeEvidenceConcepts *evidence,
                         GError **error)
{
  g_autoptr (GPtrArray) projects = load_all (snapshot, &mappe_project_kind, -1, error);
  g_autoptr (GPtrArray) items = projects != NULL ? load_all (snapshot, &mappe_agenda_item_kind, -1, error) : NULL;
  g_autoptr (GPtrArray) meetings = items != NULL ? load_all (snapshot, &mappe_meeting_kind, -1, error) : NULL;
  g_autoptr (GPtrArray) decisions = meetings != NULL ? load_all (snapshot, &mappe_decision_kind, -1, error) : NULL;
  g_autoptr (GArray) verdicts = NULL;

  memset (evidence, 0, sizeof *evidence);
  if (decisions == NULL)
    return FALSE;
  verdicts = find_verdicts (decisions, items, meetings);
  for (guint i = 0; i < projects->len; i++)
    judge_project (g_ptr_array_index (projects, i), verdicts, year, evidence);
  return TRUE;
}

/* --- places --- */

/** mappe_evidence_audits: Counts the site audits of the time, and the areas that were audited once and again. */
gboolean
mappe_evidence_audits (MappeSnapshot *snapshot, const MappeEvidenceYear *year, MappeEvidenceAudits *evidence,
                       GError **error)
{
  g_autoptr (GPtrArray) audits = load_all (snapshot, &mappe_site_audit_kind, -1, error);
  g_autoptr (GHashTable) once = g_hash_table_new (NULL, NULL), again = g_hash_table_new (NULL, NULL);

  memset (evidence, 0, sizeof *evidence);
  for (guint i = 0; audits != NULL && i < audits->len; i++)
    {
      const MappeRow *audit = g_ptr_array_index (audits, i);
      const char *day = mappe_row_get_text (audit, MAPPE_SITE_AUDIT_HELD_ON);
      gpointer area = GSIZE_TO_POINTER ((gsize) mappe_row_get_int (audit, MAPPE_SITE_AUDIT_AREA));

      if (day == NULL || strcmp (day, year->to) > 0)
        continue;
      evidence->audits += is_within (day, year);
      if (!g_hash_table_add (once, area))
        g_hash_table_add (again, area);
    }
  evidence->areas = g_hash_table_size (once);
  evidence->again = g_hash_table_size (again);
  return audits != NULL;
}
