/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-event.h"

#include <glib/gi18n-lib.h>

#include "mappe-closures.h"
#include "mappe-debrief-finding.h"
#include "mappe-deployment-plan-item.h"
#include "mappe-deployment-plan.h"
#include "mappe-event-area.h"
#include "mappe-event-check.h"
#include "mappe-event-consent.h"
#include "mappe-event-words.h"
#include "mappe-event.h"
#include "mappe-field-words.h"
#include "mappe-road-closure.h"

/* The file of an event on paper, and its deployment plan alone. */

static const char *
or_dash (const char *text)
{
  return text != NULL ? text : "–";
}

static void
narrow (MappeNode *row, guint column)
{
  ((MappeNode *) g_ptr_array_index (row->children, column))->flags |= MAPPE_NODE_NARROW;
}

static const MappeListed *
listed_at (GPtrArray *list, guint at)
{
  return g_ptr_array_index (list, at);
}

/* "Name: value", left out without a value. */
static void
add_fact (MappeNode *list, const char *name, const char *value)
{
  g_autofree char *text = value != NULL && *value != '\0' ? g_strdup_printf ("%s: %s", name, value) : NULL;

  if (text != NULL)
    mappe_node_add_text (mappe_node_add (list, MAPPE_ROLE_LIST_ITEM), MAPPE_TEXT_PLAIN, text);
}

/* --- core data --- */

static char *
area_names (const MappeEventFile *file)
{
  const char *area = file->event->shown[MAPPE_EVENT_AREA];
  GString *names = g_string_new (area);

  for (guint i = 0; i < file->areas->len; i++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                            or_dash (listed_at (file->areas, i)->shown[MAPPE_EVENT_AREA_AREA]));
  return g_string_free (names, FALSE);
}

static void
add_core (MappeNode *document, const MappeEventFile *file, const MappeLanguage *language)
{
  const MappeRow *event = file->event->row;
  MappeNode *list = mappe_node_add (document, MAPPE_ROLE_LIST);
  g_autofree char *days = mappe_event_words_days (event, language), *areas = area_names (file);
  g_autofree char *expected = mappe_field_words (event, MAPPE_EVENT_EXPECTED_VISITORS, NULL, NULL, language);
  g_autofree char *actual = mappe_field_words (event, MAPPE_EVENT_ACTUAL_VISITORS, NULL, NULL, language);
  const char *risk = mappe_row_get_text (event, MAPPE_EVENT_RISK_CLASS);

  add_fact (list, L_("Days"), days);
  add_fact (list, L_("Kind"), mappe_event_words_code (file->codes, "event_kind",
                                                      mappe_row_get_text (event, MAPPE_EVENT_KIND), language));
  add_fact (list, L_("Risk class"),
            risk != NULL ? mappe_event_words_code (file->codes, "risk_class", risk, language) : NULL);
  add_fact (list, L_("Warning level"), mappe_row_get_text (event, MAPPE_EVENT_WARNING_LEVEL));
  add_fact (list, L_("Areas"), areas);
  add_fact (list, L_("Lead"), file->event->shown[MAPPE_EVENT_LEAD_ORGANISATION]);
  add_fact (list, L_("Organiser"), file->event->shown[MAPPE_EVENT_ORGANISER_ORGANISATION]);
  add_fact (list, L_("Coordinating body"), file->event->shown[MAPPE_EVENT_COORDINATING_ORGANISATION]);
  add_fact (list, L_("Visitors expected"), expected);
  add_fact (list, L_("Visitors counted"), actual);
  add_fact (list, L_("Event series"), file->event->shown[MAPPE_EVENT_SERIES]);
}

static void
add_parallel (MappeNode *document, const MappeEventFile *file, const MappeLanguage *language)
{
  MappeNode *list;

  if (file->parallel->len == 0)
    return;
  list = mappe_node_add (mappe_node_add_section (document, 1, L_("Other events on the same days")), MAPPE_ROLE_LIST);
  for (guint i = 0; i < file->parallel->len; i++)
    {
      g_autofree char *text = mappe_event_words_parallel (g_ptr_array_index (file->parallel, i), language);

      mappe_node_add_text (mappe_node_add (list, MAPPE_ROLE_LIST_ITEM), MAPPE_TEXT_PLAIN, text);
    }
}

static void
add_consents (MappeNode *document, const MappeEventFile *file, const MappeLanguage *language)
{
  MappeNode *section = mappe_node_add_section (document, 1, L_("Concept and consents")), *table;
  g_autofree char *summary = mappe_event_words_consents (file, language);
  const char *reason = mappe_row_get_text (file->event->row, MAPPE_EVENT_CONCEPT_REASON);

  mappe_node_add_paragraph (section, summary);
  if (reason != NULL)
    mappe_node_add_paragraph (section, reason);
  if (file->consents->len == 0)
    return;
  table = mappe_node_add (section, MAPPE_ROLE_TABLE);
  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("Office"), L_("Part of the concept"), L_("Consent"),
                      L_("Declared on"), NULL);
  for (guint i = 0; i < file->consents->len; i++)
    {
      const MappeListed *consent = listed_at (file->consents, i);
      const char *day = mappe_row_get_text (consent->row, MAPPE_EVENT_CONSENT_DECIDED_ON);
      g_autofree char *on = day != NULL ? mappe_language_date (language, day) : g_strdup ("–");
      MappeNode *row = mappe_node_add_row (
          table, 0, or_dash (consent->shown[MAPPE_EVENT_CONSENT_ORGANISATION]),
          mappe_row_get_text (consent->row, MAPPE_EVENT_CONSENT_PART),
          mappe_event_words_code (file->codes, "consent_state",
                                  mappe_row_get_text (consent->row, MAPPE_EVENT_CONSENT_STATE), language), on, NULL);

      narrow (row, 2);
      narrow (row, 3);
    }
}

/* --- deployment plan --- */

static void
add_line (MappeNode *table, const MappeListed *line, const MappeLanguage *language)
{
  g_autofree char *times = mappe_event_words_times (mappe_row_get_text (line->row,
                                                                        MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_FROM),
                                                    mappe_row_get_text (line->row, MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_TO),
                                                    language);
  g_autofree char *strength = mappe_row_get_canonical (line->row, MAPPE_DEPLOYMENT_PLAN_ITEM_STRENGTH);
  MappeNode *row = mappe_node_add_row (
      table, 0, times, or_dash (line->shown[MAPPE_DEPLOYMENT_PLAN_ITEM_UNIT_ORGANISATION]),
      or_dash (mappe_row_get_text (line->row, MAPPE_DEPLOYMENT_PLAN_ITEM_TASK)), or_dash (strength),
      or_dash (mappe_row_get_text (line->row, MAPPE_DEPLOYMENT_PLAN_ITEM_CONTACT_ROLE)), NULL);

  narrow (row, 3);
}

static void
add_phases (MappeNode *parent, const MappeEventFile *file, guint depth, const MappeLanguage *language)
{
  const char *last = NULL;
  MappeNode *table = NULL;

  for (guint i = 0; i < file->lines->len; i++)
    {
      const MappeListed *line = listed_at (file->lines, i);
      const char *phase = mappe_row_get_text (line->row, MAPPE_DEPLOYMENT_PLAN_ITEM_PHASE);

      if (g_strcmp0 (phase, last) != 0)
        {
          const char *heading = mappe_event_words_code (file->codes, "plan_phase", phase, language);

          table = mappe_node_add (mappe_node_add_section (parent, depth, heading), MAPPE_ROLE_TABLE);
          mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("Time"), L_("Unit"), L_("Task"), L_("Strength"),
                              L_("Contact"), NULL);
          last = phase;
        }
      add_line (table, line, language);
    }
}

static void
add_differences (MappeNode *parent, const MappeEventFile *file, guint depth, const MappeLanguage *language)
{
  g_autoptr (GPtrArray) lines = mappe_plan_lines (file->lines), differences = NULL;
  MappeNode *list;

  if (file->released == NULL)
    return;
  differences = mappe_plan_compare (file->released, lines);
  if (differences->len == 0)
    return;
  list = mappe_node_add (mappe_node_add_section (parent, depth, L_("Differences to the last release")),
                         MAPPE_ROLE_LIST);
  for (guint i = 0; i < differences->len; i++)
    {
      g_autofree char *text = mappe_event_words_difference (g_ptr_array_index (differences, i), file->codes, language);

      mappe_node_add_text (mappe_node_add (list, MAPPE_ROLE_LIST_ITEM), MAPPE_TEXT_PLAIN, text);
    }
}

static void
add_plan (MappeNode *parent, const MappeEventFile *file, guint depth, const MappeLanguage *language)
{
  g_autofree char *summary = mappe_event_words_plan (file, language);

  mappe_node_add_text (mappe_node_add (parent, MAPPE_ROLE_PARAGRAPH), MAPPE_TEXT_BOLD,
                       L_("Confidential: only for those who carry out the plan."));
  mappe_node_add_paragraph (parent, summary);
  add_phases (parent, file, depth, language);
  add_differences (parent, file, depth, language);
}

/**
 * mappe_build_event_plan:
 * @language: (nullable): %NULL: that of the user
 *
 * Returns: (transfer full): the deployment plan as it is; it says that it is confidential, and what is different from
 *   the last release
 */
MappeNode *
mappe_build_event_plan (const MappeEventFile *file, const MappeLanguage *language)
{
  g_autofree char *days = mappe_event_words_days (file->event->row, language);
  g_autofree char *title = g_strdup_printf (L_("Deployment plan: %s"),
                                            mappe_row_get_text (file->event->row, MAPPE_EVENT_TITLE));
  MappeNode *document = mappe_node_new_document (title, language);

  mappe_node_set_meta (document, "kind", "deployment-plan");
  document->class = MAPPE_CLASS_CONFIDENTIAL;
  mappe_node_add_paragraph (document, days);
  add_plan (document, file, 1, language);
  return document;
}

/* --- closures, debrief, check list --- */

static void
add_closures (MappeNode *document, const MappeEventFile *file, const MappeLanguage *language)
{
  g_autofree char *now = mappe_closures_now ();
  MappeNode *list;

  if (file->closures->len == 0)
    return;
  list = mappe_node_add (mappe_node_add_section (document, 1, L_("Road closures")), MAPPE_ROLE_LIST);
  for (guint i = 0; i < file->closures->len; i++)
    {
      const MappeRow *closure = listed_at (file->closures, i)->row;
      g_autofree char *state = mappe_closure_words_state (closure, now, language);

      add_fact (list, mappe_row_get_text (closure, MAPPE_ROAD_CLOSURE_ROAD), state);
    }
}

static void
add_findings (MappeNode *section, const MappeEventFile *file, const char *today, const MappeLanguage *language)
{
  g_autofree char *summary = mappe_event_words_debrief (file->event->row, today, language);
  MappeNode *table;

  mappe_node_add_paragraph (section, summary);
  if (file->findings->len == 0)
    return;
  table = mappe_node_add (section, MAPPE_ROLE_TABLE);
  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("Rating"), L_("Finding"), L_("Responsible"), L_("Due on"),
                      L_("Status"), NULL);
  for (guint i = 0; i < file->findings->len; i++)
    {
      enum { OFFICE = MAPPE_DEBRIEF_FINDING_RESPONSIBLE_ORGANISATION };
      const MappeListed *finding = listed_at (file->findings, i);
      const char *day = mappe_row_get_text (finding->row, MAPPE_DEBRIEF_FINDING_DUE_ON);
      g_autofree char *due = day != NULL ? mappe_language_date (language, day) : g_strdup ("–");
      MappeNode *row = mappe_node_add_row (
          table, 0,
          mappe_event_words_code (file->codes, "finding_rating",
                                  mappe_row_get_text (finding->row, MAPPE_DEBRIEF_FINDING_RATING), language),
          mappe_row_get_text (finding->row, MAPPE_DEBRIEF_FINDING_TEXT), or_dash (finding->shown[OFFICE]), due,
          mappe_event_words_code (file->codes, "finding_status",
                                  mappe_row_get_text (finding->row, MAPPE_DEBRIEF_FINDING_STATUS), language), NULL);

      narrow (row, 0);
      narrow (row, 3);
      narrow (row, 4);
    }
}

static void
add_debrief (MappeNode *document, const MappeEventFile *file, const char *today, const MappeLanguage *language)
{
  add_findings (mappe_node_add_section (document, 1, L_("Debrief")), file, today, language);
}

/**
 * mappe_build_event_debrief:
 * @today: day to reckon the debrief from
 * @language: (nullable): %NULL: that of the user
 *
 * Returns: (transfer full): the report of the debrief alone: the event in short, who took part, what was found
 */
MappeNode *
mappe_build_event_debrief (const MappeEventFile *file, const char *today, const MappeLanguage *language)
{
  const MappeRow *event = file->event->row;
  g_autofree char *title = g_strdup_printf (L_("Debrief: %s"), mappe_row_get_text (event, MAPPE_EVENT_TITLE));
  const char *participants = mappe_row_get_text (event, MAPPE_EVENT_DEBRIEF_PARTICIPANTS);
  MappeNode *document = mappe_node_new_document (title, language);

  document->class = MAPPE_CLASS_CONFIDENTIAL;
  mappe_node_set_meta (document, "kind", "debrief");
  mappe_node_set_meta (document, "date", today);
  add_core (document, file, language);
  if (participants != NULL)
    mappe_node_add_paragraph (mappe_node_add_section (document, 1, L_("Who took part")), participants);
  add_findings (mappe_node_add_section (document, 1, L_("Findings")), file, today, language);
  return document;
}

static void
add_checks (MappeNode *document, const MappeEventFile *file, const MappeLanguage *language)
{
  MappeNode *list;

  if (file->checks->len == 0)
    return;
  list = mappe_node_add (mappe_node_add_section (document, 1, L_("Check list")), MAPPE_ROLE_LIST);
  for (guint i = 0; i < file->checks->len; i++)
    {
      const MappeRow *check = listed_at (file->checks, i)->row;
      const char *text = mappe_row_get_text (check, MAPPE_EVENT_CHECK_TEXT);
      const char *day = mappe_row_get_text (check, MAPPE_EVENT_CHECK_DONE_ON);
      g_autofree char *on = day != NULL ? mappe_language_date (language, day) : NULL;
      gboolean done = mappe_row_get_int (check, MAPPE_EVENT_CHECK_DONE) != 0;
      g_autofree char *line = g_strdup_printf ("%s %s%s%s%s", done ? "✓" : "○", text, on != NULL ? " (" : "",
                                               on != NULL ? on : "", on != NULL ? ")" : "");

      mappe_node_add_text (mappe_node_add (list, MAPPE_ROLE_LIST_ITEM), MAPPE_TEXT_PLAIN, line);
    }
}

/**
 * mappe_build_event:
 * @today: day to reckon the debrief from
 * @language: (nullable): %NULL: that of the user
 *
 * Returns: (transfer full): the whole file of an event; the deployment plan in it is confidential
 */
MappeNode *
mappe_build_event (const MappeEventFile *file, const char *today, const MappeLanguage *language)
{
  const MappeRow *event = file->event->row;
  g_autofree char *title = g_strdup_printf ("%s %s", mappe_row_get_text (event, MAPPE_FIELD_REFERENCE),
                                            mappe_row_get_text (event, MAPPE_EVENT_TITLE));
  MappeNode *document = mappe_node_new_document (title, language), *plan;

  mappe_node_set_meta (document, "kind", "event");
  add_core (document, file, language);
  add_parallel (document, file, language);
  add_consents (document, file, language);
  plan = mappe_node_add_section (document, 1, L_("Deployment plan"));
  plan->class = MAPPE_CLASS_CONFIDENTIAL;
  add_plan (plan, file, 2, language);
  add_closures (document, file, language);
  add_debrief (document, file, today, language);
  add_checks (document, file, language);
  return document;
}
