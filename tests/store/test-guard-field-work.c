/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-date.h"
#include "mappe-test-edit.h"

/* The partnership's field work: what breaks a rule is refused with the field at fault, what just keeps it is saved. */

typedef struct {
  MappeTestStore test;
  char          *organisation;
  char          *area;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  mappe_test_store_set_up (&fixture->test, data);
  fixture->organisation = ADD (fixture, "organisation", "name", "Police station");
  fixture->area = ADD (fixture, "area", "name", "Park");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->organisation);
  g_free (fixture->area);
  mappe_test_store_tear_down (&fixture->test, data);
}

/* @field: (nullable): the field at fault; %NULL when the row is to be saved */
static void
assert_judged (Fixture *fixture, MappeRow *row, const char *field)
{
  const MappeKind *kind = row->kind;
  MappeEdit *edit = mappe_test_insertion (row);

  if (field == NULL)
    mappe_test_accept (fixture->test.store, edit);
  else
    mappe_test_refuse_at (fixture->test.store, edit, kind->name, field);
}

static MappeRow *
patrol (Fixture *fixture, const char *date, const char *start, const char *end)
{
  return ROW ("patrol", "date", date, "start_at", start, "end_at", end, "area", fixture->area, "status", "planned",
              "police_organisation", fixture->organisation);
}

static void
test_overlapping_patrols (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *date, *start, *end; gboolean overlaps; } cases[] = {
    { "2026-09-02", "19:59", "21:00", TRUE },  { "2026-09-02", "20:00", "21:00", FALSE },
    { "2026-09-02", "17:00", "18:00", FALSE }, { "2026-09-02", "17:00", "18:01", TRUE },
    { "2026-09-02", "17:30", "01:00", TRUE },  { "2026-09-03", "18:00", "20:00", FALSE },
    { "2026-09-05", "00:30", "01:30", TRUE },  { "2026-09-05", "01:00", "02:00", FALSE },
    { "2026-09-03", "23:00", "01:00", FALSE }, { "2026-09-06", "23:00", "00:31", TRUE },
    { "2026-09-06", "23:00", "00:30", FALSE },
  };

  assert_judged (fixture, patrol (fixture, "2026-09-02", "18:00", "20:00"), NULL);
  assert_judged (fixture, patrol (fixture, "2026-09-04", "23:00", "01:00"), NULL);
  assert_judged (fixture, patrol (fixture, "2026-09-07", "00:30", "02:00"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s–%s", cases[i].date, cases[i].start, cases[i].end);
      assert_judged (fixture, patrol (fixture, cases[i].date, cases[i].start, cases[i].end),
                     cases[i].overlaps ? "police_organisation" : NULL);
    }
}

/* A cancelled patrol leaves its unit free, and another unit is free anyway. */
static void
test_free_units (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = ADD (fixture, "organisation", "name", "Rural police station");

  assert_judged (fixture, patrol (fixture, "2026-09-02", "18:00", "20:00"), NULL);
  assert_judged (fixture, ROW ("patrol", "date", "2026-09-02", "start_at", "18:30", "end_at", "20:30", "area",
                               fixture->area, "status", "planned", "police_organisation", other), NULL);
  assert_judged (fixture, ROW ("patrol", "date", "2026-09-02", "start_at", "18:30", "end_at", "20:30", "area",
                               fixture->area, "status", "cancelled", "cancel_reason", "Illness", "police_organisation",
                               fixture->organisation), NULL);
}

static void
test_reviews (Fixture *fixture, gconstpointer data)
{
  g_autofree char *today = mappe_date_today ();
  g_autofree char *year = g_strndup (today, 4);
  g_autofree char *next_year = mappe_test_text_of (g_ascii_strtoll (year, NULL, 10) + 1);
  g_autofree char *agreement = ADD (fixture, "agreement", "title", "Security partnership");
  g_autofree char *other = ADD (fixture, "agreement", "title", "Cooperation");
  g_autofree char *clause = ADD (fixture, "agreement-clause", "agreement", agreement, "obligation", "Patrols");
  g_autofree char *foreign = ADD (fixture, "agreement-clause", "agreement", other, "obligation", "Light");
  g_autofree char *review = NULL;

  assert_judged (fixture, ROW ("agreement-review", "agreement", agreement, "year", next_year), "year");
  review = ADD (fixture, "agreement-review", "agreement", agreement, "year", year);
  assert_judged (fixture, ROW ("agreement-review", "agreement", agreement, "year", year), "year");
  assert_judged (fixture, ROW ("agreement-review", "agreement", other, "year", year), NULL);
  assert_judged (fixture, ROW ("clause-review", "review", review, "clause", foreign), "clause");
  assert_judged (fixture, ROW ("clause-review", "review", review, "clause", clause), NULL);
  assert_judged (fixture, ROW ("clause-review", "review", review, "clause", clause), "clause");
}

static void
test_transfer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *project = ADD (fixture, "project", "title", "Light in the park", "area", fixture->area);
  g_autofree char *profile = ADD (fixture, "best-practice-profile", "title", "Light", "project", project);
  g_autofree char *square = ADD (fixture, "area", "name", "Square");

  assert_judged (fixture, ROW ("transfer", "profile", profile, "target_area", fixture->area), "target_area");
  assert_judged (fixture, ROW ("transfer", "profile", profile, "target_area", square), NULL);
}

/* Three of four criteria are not enough. */
static void
test_published (Fixture *fixture, gconstpointer data)
{
  static const char *const criteria[] = { "problem_described", "mechanism_described", "evaluated", "replicable" };
  g_autofree char *project = ADD (fixture, "project", "title", "Light in the park", "area", fixture->area);

  for (guint i = 0; i <= G_N_ELEMENTS (criteria); i++)
    {
      MappeRow *row = ROW ("best-practice-profile", "title", "Light", "project", project, "published_on", "2026-05-19");

      for (guint n = 0; n < G_N_ELEMENTS (criteria); n++)
        mappe_row_set_canonical (row, (guint) mappe_kind_find_field (row->kind, criteria[n]), n == i ? "0" : "1", NULL);
      assert_judged (fixture, row, i < G_N_ELEMENTS (criteria) ? "published_on" : NULL);
    }
  assert_judged (fixture, ROW ("best-practice-profile", "title", "Light", "project", project), NULL);
}

static void
test_scores (Fixture *fixture, gconstpointer data)
{
  g_autofree char *audit = ADD (fixture, "site-audit", "area", fixture->area, "held_on", "2026-06-16");

  assert_judged (fixture, ROW ("site-audit-score", "audit", audit, "criterion", "lighting", "score", "2"), NULL);
  assert_judged (fixture, ROW ("site-audit-score", "audit", audit, "criterion", "lighting", "score", "3"), "criterion");
  assert_judged (fixture, ROW ("site-audit-score", "audit", audit, "criterion", "help", "score", "3"), NULL);
}

static MappeRow *
application (const char *programme, const char *asked, const char *total)
{
  return ROW ("funding-application", "title", "Youth forum", "programme", programme, "asked_eur", asked, "total_eur",
              total);
}

static void
test_amounts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *programme = ADD (fixture, "funding-programme", "name", "State grants", "quota_pct", "80", "cap_eur",
                                    "20000.00");
  g_autofree char *free = ADD (fixture, "funding-programme", "name", "Without rules");

  assert_judged (fixture, application (programme, "20000.01", "100000.00"), "asked_eur");
  assert_judged (fixture, application (programme, "20000.00", "100000.00"), NULL);
  assert_judged (fixture, application (programme, "8000.01", "10000.00"), "asked_eur");
  assert_judged (fixture, application (programme, "8000.00", "10000.00"), NULL);
  assert_judged (fixture, application (free, "999999.00", "10.00"), NULL);
}

#define TEST(path, test) g_test_add ("/guard-field-work/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("overlapping-patrols", test_overlapping_patrols);
  TEST ("free-units", test_free_units);
  TEST ("reviews", test_reviews);
  TEST ("transfer", test_transfer);
  TEST ("published", test_published);
  TEST ("scores", test_scores);
  TEST ("amounts", test_amounts);
  return g_test_run ();
}
