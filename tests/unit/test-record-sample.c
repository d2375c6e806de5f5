/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample council must fit the field tables: every column has its field, every row obeys its rules, every code
 * is in its list. */
#include <string.h>

#include "mappe-code.h"
#include "mappe-codes.h"
#include "mappe-row.h"

/* Columns with several ids in a cell become records of the linking kinds. */
static const char * const links[] = {
  "agenda_item_ids", "excluded_member_ids", "measure_ids", "org_ids", "party_org_ids", "responsible_org_ids",
  "support_org_ids", NULL,
};

typedef struct {
  const char *file;
  const char *kind;
  guint       n_rows;
} Sample;

static const Sample samples[] = {
  { "agenda_items", "agenda-item", 40 }, { "agreement_clauses", "agreement-clause", 10 },
  { "agreements", "agreement", 3 }, { "areas", "area", 11 },
  { "attendance", "attendance", 117 }, { "bodies", "body", 6 },
  { "code_lists", "code", 505 }, { "conflict_declarations", "conflict-declaration", 3 },
  { "decisions", "decision", 15 }, { "documents", "document", 30 },
  { "guests", "guest", 5 }, { "indicator_values", "indicator-value", 686 },
  { "indicators", "indicator", 46 }, { "survey_results", "survey-result", 8 },
  { "series_marks", "series-mark", 2 }, { "goals", "measure-goal", 3 }, { "measures", "measure", 37 },
  { "meetings", "meeting", 6 }, { "members", "person", 25 },
  { "minutes", "minutes", 5 }, { "motions", "motion", 3 }, { "statements", "statement", 1 },
  { "memberships", "membership", 61 }, { "objections", "objection", 2 },
  { "organisations", "organisation", 33 }, { "project_factors", "project-factor", 11 },
  { "project_finance", "finance-line", 19 }, { "project_partners", "project-partner", 48 },
  { "projects", "project", 12 }, { "roll_call_votes", "roll-call-vote", 15 },
  { "tasks", "task", 18 },
  { "prevention_programmes", "prevention-programme", 2 }, { "programme_factors", "programme-factor", 4 }, {
  "gate_answers", "gate-answer", 26 }, { "event_series", "event-series", 4 }, { "events", "event", 7 }, {
  "event_areas", "event-area", 3 }, { "event_consents", "event-consent", 6 }, { "deployment_plan_items",
  "deployment-plan-item", 8 }, { "debrief_findings", "debrief-finding", 9 }, { "event_checks", "event-check", 3
  }, { "road_closures", "road-closure", 5 }, { "patrols", "patrol", 28 }, { "site_audits", "site-audit", 3 }, {
  "site_audit_scores", "site-audit-score", 30 }, { "participation_events", "participation-event", 6 }, {
  "citizen_inputs", "citizen-input", 16 }, { "volunteer_programmes", "volunteer-programme", 3 }, {
  "volunteer_quarters", "volunteer-quarter", 37 }, { "volunteers", "volunteer", 6 }, { "funding_programmes",
  "funding-programme", 4 }, { "funding_applications", "funding-application", 4 }, { "funding_payments",
  "funding-payment", 3 }, { "application_papers", "application-paper", 4 }, { "best_practice_profiles",
  "best-practice-profile", 1 }, { "transfers", "transfer", 1 }, { "transfer_conditions", "transfer-condition", 5
  }, { "agreement_reviews", "agreement-review", 1 }, { "clause_reviews", "clause-review", 4 }, {
  "escalation_contacts", "escalation-contact", 6 },
};

static char *
read_cell (const char **cursor)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *p = *cursor;
  gboolean quoted = *p == '"';
  for (p += quoted; *p != '\0'; p++)
    {
      if (quoted && *p == '"' && p[1] == '"')
        p++;
      else if (quoted && *p == '"')
        {
          quoted = FALSE;
          continue;
        }
      else if (!quoted && (*p == ',' || *p == '\n'))
        break;
      g_string_append_c (cell, *p);
    }
  *cursor = p;
  return g_string_free (g_steal_pointer (&cell), FALSE);
}

static char **
read_line (const char **cursor)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  while (TRUE)
    {
      g_autofree char *cell = read_cell (cursor);
      g_strv_builder_add (builder, cell);
      if (**cursor != ',')
        break;
      (*cursor)++;
    }
  if (**cursor == '\n')
    (*cursor)++;
  return g_strv_builder_end (builder);
}

static char *
read_file (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".csv", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("MAPPE_SOURCE"), "data", "sample", file, NULL);
  g_autoptr (GError) error = NULL;
  char *content = NULL;
  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  return content;
}

/* The demo is German here; the English half of a pair has no field of its own. */
static int
field_of (const MappeKind *kind, const char *heading)
{
  int field = mappe_kind_find_field (kind, heading);
  if (field >= 0 || !g_str_has_suffix (heading, "_de"))
    return field;
  g_autofree char *name = g_strndup (heading, strlen (heading) - 3);
  return mappe_kind_find_field (kind, name);
}

static gboolean
is_extra (const char *heading)
{
  return g_strv_contains (links, heading) || g_str_has_suffix (heading, "_en");
}

static MappeRow *
read_row (const MappeKind *kind, char **headings, char **cells)
{
  MappeRow *row = mappe_row_new (kind);
  for (guint i = 0; headings[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      int field = field_of (kind, headings[i]);
      if (field < 0 && is_extra (headings[i]))
        continue;
      g_test_message ("%s.%s = %s", kind->name, headings[i], cells[i]);
      g_assert_cmpint (field, >=, 0);
      g_assert_true (mappe_row_is_null (row, (guint) field));
      gboolean reference = kind->fields[field].type == MAPPE_FIELD_REF && *cells[i] != '\0';
      mappe_row_set_canonical (row, (guint) field, reference ? "1" : cells[i], &error);
      g_assert_no_error (error);
    }
  return row;
}

static GPtrArray *
read_rows (const char *file, const MappeKind *kind)
{
  g_autofree char *content = read_file (file);
  const char *cursor = content;
  g_auto (GStrv) headings = read_line (&cursor);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
  while (*cursor != '\0')
    {
      g_auto (GStrv) cells = read_line (&cursor);
      g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (headings));
      g_ptr_array_add (rows, read_row (kind, headings, cells));
    }
  return rows;
}

static void
check_row (const MappeRow *row, MappeCodes *codes)
{
  g_autoptr (GError) error = NULL;
  mappe_row_validate (row, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < row->kind->n_fields; i++)
    if (row->kind->fields[i].type == MAPPE_FIELD_CODE && !mappe_row_is_null (row, i))
      {
        const char *code = mappe_row_get_text (row, i);
        g_test_message ("%s.%s: %s", row->kind->name, row->kind->fields[i].name, code);
        g_assert_nonnull (mappe_codes_label (codes, row->kind->fields[i].code_list, code, TRUE));
      }
  /* What a record refers to has a name, too. */
  g_autofree char **shown = g_new0 (char *, row->kind->n_fields);
  for (guint i = 0; i < row->kind->n_fields; i++)
    if (row->kind->fields[i].type == MAPPE_FIELD_REF && !mappe_row_is_null (row, i))
      shown[i] = (char *) "name";
  g_autofree char *title = mappe_row_make_title (row, shown);
  if (row->kind->title_fields[0] != MAPPE_FIELD_REFERENCE)
    g_assert_cmpstr (title, !=, "");
}

static void
test_rows (void)
{
  g_autoptr (GPtrArray) code_rows = read_rows ("code_lists", &mappe_code_kind);
  g_autoptr (MappeCodes) codes = mappe_codes_new (code_rows);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      const MappeKind *kind = mappe_kind_lookup (samples[i].kind, NULL);
      g_autoptr (GPtrArray) rows = read_rows (samples[i].file, kind);
      g_assert_cmpuint (rows->len, ==, samples[i].n_rows);
      for (guint row = 0; row < rows->len; row++)
        check_row (g_ptr_array_index (rows, row), codes);
    }
}

/* Each list that a field names is there, and so is each preset in its list. */
static void
test_lists (void)
{
  g_autoptr (GPtrArray) rows = read_rows ("code_lists", &mappe_code_kind);
  g_autoptr (MappeCodes) codes = mappe_codes_new (rows);
  guint n_kinds = 0;
  const MappeKind * const *kinds = mappe_kinds (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    for (guint field = 0; field < kinds[i]->n_fields; field++)
      {
        const MappeFieldSpec *spec = &kinds[i]->fields[field];
        if (spec->code_list == NULL)
          continue;
        g_test_message ("%s.%s: %s", kinds[i]->name, spec->name, spec->code_list);
        g_assert_nonnull (mappe_codes_list (codes, spec->code_list)[0]);
        if (spec->preset != NULL)
          g_assert_nonnull (mappe_codes_label (codes, spec->code_list, spec->preset, FALSE));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/sample/rows", test_rows);
  g_test_add_func ("/record/sample/lists", test_lists);
  return g_test_run ();
}
