/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-annual.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-agenda-item.h"
#include "mappe-build-outcome.h"
#include "mappe-code.h"
#include "mappe-contributions.h"
#include "mappe-decision.h"
#include "mappe-meeting.h"
#include "mappe-chart-text.h"
#include "mappe-patrols.h"
#include "mappe-project.h"

/* The year of the council: what it met for, what it decided, what came of it, as far as that may be said. */

typedef struct {
  MappeSnapshot       *snapshot;
  char                 first[16], last[16];
  int                  year;
  MappeCodes          *codes;
  const MappeLanguage *language;
  MappeNode           *document;
  GHashTable          *meetings;  /* ids of those of the year */
} Annual;

static const char *
label_of (const Annual *self, const MappeRow *row, guint field)
{
  const char *code = mappe_row_get_text (row, field);
  const char *label = code != NULL ? mappe_codes_label (self->codes, row->kind->fields[field].code_list, code,
                                                        mappe_language_is_german (self->language)) : NULL;

  return label != NULL ? label : code != NULL ? code : "";
}

static gboolean
is_in_year (const Annual *self, const char *day)
{
  return day != NULL && strcmp (day, self->first) >= 0 && strcmp (day, self->last) <= 0;
}

static GPtrArray *
list_all (Annual *self, const MappeKind *kind, guint order, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);

  mappe_query_order (query, order, FALSE);
  return mappe_snapshot_list (self->snapshot, query, error);
}

/* --- meetings and decisions --- */

static void
add_meeting_row (Annual *self, MappeNode *table, const MappeListed *meeting)
{
  const MappeLanguage *language = self->language;
  g_autofree char *day = mappe_language_date (language, mappe_row_get_text (meeting->row, MAPPE_MEETING_HELD_ON));
  const char *body = meeting->shown[MAPPE_MEETING_BODY];
  MappeNode *row = mappe_node_add_row (table, 0, day, body != NULL ? body : "",
                                       mappe_row_get_text (meeting->row, MAPPE_MEETING_TITLE),
                                       label_of (self, meeting->row, MAPPE_MEETING_STATE), NULL);

  ((MappeNode *) g_ptr_array_index (row->children, 0))->flags |= MAPPE_NODE_NARROW;
  mappe_node_set_source (row, meeting->row->kind->name, mappe_row_get_text (meeting->row, MAPPE_FIELD_REFERENCE));
  if (mappe_row_get_int (meeting->row, MAPPE_MEETING_PUBLIC_PART) == 0)
    mappe_node_restrict (row, MAPPE_CLASS_MEMBERS);
}

static gboolean
add_meetings (Annual *self, GError **error)
{
  const MappeLanguage *language = self->language;
  g_autoptr (GPtrArray) meetings = list_all (self, &mappe_meeting_kind, MAPPE_MEETING_HELD_ON, error);
  MappeNode *section = mappe_node_add_section (self->document, 1, L_("Meetings"));
  MappeNode *table = NULL;

  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    {
      const MappeListed *meeting = g_ptr_array_index (meetings, i);

      if (!is_in_year (self, mappe_row_get_text (meeting->row, MAPPE_MEETING_HELD_ON)))
        continue;
      g_hash_table_add (self->meetings, GSIZE_TO_POINTER ((gsize) meeting->row->id));
      if (table == NULL)
        {
          table = mappe_node_add (section, MAPPE_ROLE_TABLE);
          mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("Day"), L_("Body"), L_("Meeting"), L_("Status"), NULL);
        }
      add_meeting_row (self, table, meeting);
    }
  if (table == NULL)
    mappe_node_add_paragraph (section, L_("There was no meeting in this year."));
  return meetings != NULL;
}

/* Returns: (transfer full): ids of the agenda items of the meetings of the year */
static GHashTable *
items_of_year (Annual *self, GError **error)
{
  g_autoptr (GPtrArray) items = list_all (self, &mappe_agenda_item_kind, MAPPE_FIELD_REFERENCE, error);
  GHashTable *ids = items != NULL ? g_hash_table_new (NULL, NULL) : NULL;

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const MappeRow *item = ((const MappeListed *) g_ptr_array_index (items, i))->row;
      gint64 meeting = mappe_row_get_int (item, MAPPE_AGENDA_ITEM_MEETING);

      if (g_hash_table_contains (self->meetings, GSIZE_TO_POINTER ((gsize) meeting)))
        g_hash_table_add (ids, GSIZE_TO_POINTER ((gsize) item->id));
    }
  return ids;
}

static void
add_decision_row (Annual *self, MappeNode *table, const MappeRow *decision)
{
  const char *number = mappe_row_get_text (decision, MAPPE_DECISION_NUMBER);
  MappeNode *row = mappe_node_add_row (table, 0, number != NULL ? number : "",
                                       mappe_row_get_text (decision, MAPPE_DECISION_TEXT),
                                       label_of (self, decision, MAPPE_DECISION_OUTCOME),
                                       label_of (self, decision, MAPPE_DECISION_STATUS), NULL);

  ((MappeNode *) g_ptr_array_index (row->children, 0))->flags |= MAPPE_NODE_NARROW;
  mappe_node_set_source (row, decision->kind->name, mappe_row_get_text (decision, MAPPE_FIELD_REFERENCE));
  if (mappe_row_get_int (decision, MAPPE_DECISION_PUBLIC) == 0)
    mappe_node_restrict (row, MAPPE_CLASS_CONFIDENTIAL);
}

static gboolean
add_decisions (Annual *self, GError **error)
{
  const MappeLanguage *language = self->language;
  g_autoptr (GHashTable) items = items_of_year (self, error);
  g_autoptr (GPtrArray) decisions = items != NULL ? list_all (self, &mappe_decision_kind, MAPPE_FIELD_REFERENCE, error)
                                                  : NULL;
  MappeNode *section = mappe_node_add_section (self->document, 1, L_("Decisions"));
  MappeNode *table = NULL;

  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      const MappeRow *decision = ((const MappeListed *) g_ptr_array_index (decisions, i))->row;
      gint64 item = mappe_row_get_int (decision, MAPPE_DECISION_AGENDA_ITEM);

      if (!g_hash_table_contains (items, GSIZE_TO_POINTER ((gsize) item)))
        continue;
      if (table == NULL)
        {
          table = mappe_node_add (section, MAPPE_ROLE_TABLE);
          mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("Number"), L_("Decision"), L_("Result"), L_("Status"), NULL);
        }
      add_decision_row (self, table, decision);
    }
  if (table == NULL)
    mappe_node_add_paragraph (section, L_("Nothing was decided in this year."));
  return decisions != NULL;
}

/* --- projects and their outcomes --- */

static gboolean
runs_in_year (const Annual *self, const MappeRow *project)
{
  const char *start = mappe_row_get_text (project, MAPPE_PROJECT_START_ON);
  const char *end = mappe_row_get_text (project, MAPPE_PROJECT_END_ON);

  return start != NULL && strcmp (start, self->last) <= 0 && (end == NULL || strcmp (end, self->first) >= 0);
}

static gboolean
add_project (Annual *self, MappeNode *parent, const MappeRow *project, GError **error)
{
  g_autoptr (GPtrArray) outcomes = mappe_outcome_list (self->snapshot, project->id, error);
  const char *summary = mappe_row_get_text (project, MAPPE_PROJECT_SUMMARY);
  MappeNode *section = mappe_node_add_section (parent, 2, mappe_row_get_text (project, MAPPE_PROJECT_TITLE));

  mappe_node_set_source (section, project->kind->name, mappe_row_get_text (project, MAPPE_FIELD_REFERENCE));
  mappe_node_add_paragraph (section, label_of (self, project, MAPPE_PROJECT_STATUS));
  if (summary != NULL)
    mappe_node_add_markup (section, summary);
  for (guint i = 0; outcomes != NULL && i < outcomes->len; i++)
    mappe_build_outcome_part (section, 3, g_ptr_array_index (outcomes, i), TRUE, self->language);
  return outcomes != NULL;
}

static gboolean
add_projects (Annual *self, GError **error)
{
  const MappeLanguage *language = self->language;
  g_autoptr (GPtrArray) projects = list_all (self, &mappe_project_kind, MAPPE_PROJECT_TITLE, error);
  MappeNode *section = mappe_node_add_section (self->document, 1, L_("Projects and their outcomes"));

  for (guint i = 0; projects != NULL && i < projects->len; i++)
    {
      const MappeRow *project = ((const MappeListed *) g_ptr_array_index (projects, i))->row;

      if (runs_in_year (self, project) && !add_project (self, section, project, error))
        return FALSE;
    }
  if (section->children->len == 0)
    mappe_node_add_paragraph (section, L_("No project ran in this year."));
  return projects != NULL;
}

/* --- field work --- */

static gboolean
add_patrols (Annual *self, GError **error)
{
  const MappeLanguage *language = self->language;
  g_autoptr (MappePatrols) patrols = mappe_patrols_load (self->snapshot, self->first, self->last, error);
  g_autofree char *text = NULL, *hours = NULL, *talks = NULL;
  MappeNode *section;
  MappePatrolSum sum;

  if (patrols == NULL)
    return FALSE;
  sum = mappe_patrols_sum (patrols, 0, self->first, self->last);
  if (sum.held + sum.cancelled == 0)
    return TRUE;
  section = mappe_node_add_section (self->document, 1, L_("Joint foot patrols"));
  hours = mappe_chart_number_text (sum.minutes / 60.0, 1, language);
  talks = mappe_chart_number_text ((double) sum.talks, 0, language);
  text = g_strdup_printf (L_("Held: %1$u with %2$s hours and %3$s talks with citizens. Cancelled: %4$u."), sum.held,
                          hours, talks, sum.cancelled);
  mappe_node_add_paragraph (section, text);
  return TRUE;
}

static gboolean
add_citizens (Annual *self, GError **error)
{
  const MappeLanguage *language = self->language;
  g_autoptr (MappeContributions) all = mappe_contributions_load (self->snapshot, language, error);
  g_autofree char *text = NULL;
  MappeContributionSum sum;

  if (all == NULL)
    return FALSE;
  sum = mappe_contributions_sum (all, MAPPE_CONTRIBUTIONS_ALL, self->year);
  if (sum.received == 0)
    return TRUE;
  text = g_strdup_printf (L_("Contributions received: %u; answered: %u; realised by a measure: %u."), sum.received,
                          sum.answered, sum.realised);
  mappe_node_add_paragraph (mappe_node_add_section (self->document, 1, L_("Citizens")), text);
  return TRUE;
}

static gboolean
load_codes (Annual *self, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_code_kind);
  g_autoptr (GPtrArray) rows = mappe_snapshot_rows (self->snapshot, query, error);

  if (rows != NULL)
    self->codes = mappe_codes_new (rows);
  return rows != NULL;
}

/**
 * mappe_build_annual:
 * @year: of the report
 * @today: day it is made, "YYYY-MM-DD"
 * @language: (nullable): of the document
 * @error: return location for a #MappeStoreError
 *
 * Returns: (transfer full) (nullable): the annual report; decisions that are not public are of the class of those who
 *   may see all
 */
MappeNode *
mappe_build_annual (MappeSnapshot *snapshot, int year, const char *today, const MappeLanguage *language, GError **error)
{
  g_autofree char *title = g_strdup_printf (L_("Annual report %d"), year);
  g_autoptr (MappeNode) document = mappe_node_new_document (title, language);
  g_autoptr (GHashTable) meetings = g_hash_table_new (NULL, NULL);
  g_autofree char *day = mappe_language_date (language, today);
  g_autofree char *head = g_strdup_printf (L_("As of %s"), day);
  Annual self = { .snapshot = snapshot, .year = year, .language = language, .document = document,
                  .meetings = meetings };
  gboolean done;

  g_snprintf (self.first, sizeof self.first, "%04d-01-01", year);
  g_snprintf (self.last, sizeof self.last, "%04d-12-31", year);
  mappe_node_set_meta (document, "kind", "annual");
  mappe_node_set_meta (document, "date", today);
  mappe_node_add_paragraph (document, head);
  done = load_codes (&self, error) && add_meetings (&self, error) && add_decisions (&self, error)
         && add_projects (&self, error) && add_patrols (&self, error) && add_citizens (&self, error);
  g_clear_pointer (&self.codes, mappe_codes_free);
  return done ? g_steal_pointer (&document) : NULL;
}
