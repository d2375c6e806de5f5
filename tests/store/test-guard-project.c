/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-test-edit.h"

/* No start, and no step past the goals, without a goal: an indicator of the project with baseline and target. */

typedef struct {
  MappeTestStore test;
  char          *project;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  mappe_test_store_set_up (&fixture->test, data);
  fixture->project = ADD (fixture, "project", "title", "Light in the park", "status", "planned");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->project);
  mappe_test_store_tear_down (&fixture->test, data);
}

static void
refuse (Fixture *fixture, const char *field, const char *value)
{
  mappe_test_refuse_at (fixture->test.store, CHANGE (fixture, "project", fixture->project, field, value), "project",
                        field);
}

static void
accept (Fixture *fixture, const char *field, const char *value)
{
  mappe_test_accept (fixture->test.store, CHANGE (fixture, "project", fixture->project, field, value));
}

static char *
add_goal (Fixture *fixture)
{
  return ADD (fixture, "indicator", "name", "Feels safe", "project", fixture->project, "baseline", "34", "target",
              "55");
}

static void
test_start (Fixture *fixture, gconstpointer data)
{
  g_autofree char *indicator = NULL;

  refuse (fixture, "status", "running");
  indicator = ADD (fixture, "indicator", "name", "Feels safe", "project", fixture->project);
  refuse (fixture, "status", "running");
  mappe_test_accept (fixture->test.store, CHANGE (fixture, "indicator", indicator, "baseline", "34"));
  refuse (fixture, "status", "running");
  accept (fixture, "status", "paused");
  /* 0 is a target as good as another: no more cases. */
  mappe_test_accept (fixture->test.store, CHANGE (fixture, "indicator", indicator, "target", "0"));
  accept (fixture, "status", "running");
  accept (fixture, "note", "Runs well");
}

/* A new record cannot be begun as a running one, but may bring its goal with it. */
static void
test_insert (Fixture *fixture, gconstpointer data)
{
  MappeEdit *edit = mappe_edit_new ("Import");
  gint64 project;
  MappeRow *indicator;

  mappe_test_refuse_at (fixture->test.store, INSERT ("project", "title", "Bus", "status", "running"), "project",
                        "status");
  mappe_test_refuse_at (fixture->test.store, INSERT ("project", "title", "Bus", "beccaria_step", "4"), "project",
                        "beccaria_step");
  mappe_test_accept (fixture->test.store, INSERT ("project", "title", "Bus", "beccaria_step", "3"));
  project = mappe_edit_insert (edit, ROW ("project", "title", "Walls", "status", "running"));
  indicator = ROW ("indicator", "name", "Graffiti", "baseline", "96", "target", "60");
  mappe_value_set_int (&indicator->values[mappe_kind_find_field (indicator->kind, "project")], project);
  mappe_edit_insert (edit, indicator);
  mappe_test_accept (fixture->test.store, edit);
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_autofree char *goal = NULL;

  accept (fixture, "beccaria_step", "1");
  accept (fixture, "beccaria_step", "3");
  refuse (fixture, "beccaria_step", "4");
  refuse (fixture, "beccaria_step", "7");
  goal = add_goal (fixture);
  accept (fixture, "beccaria_step", "4");
  accept (fixture, "beccaria_step", "2");
}

static void
test_sara (Fixture *fixture, gconstpointer data)
{
  g_autofree char *goal = NULL;

  accept (fixture, "steps", "sara");
  accept (fixture, "sara_step", "analysis");
  refuse (fixture, "sara_step", "response");
  /* The other way of counting steps says nothing here. */
  accept (fixture, "beccaria_step", "6");
  mappe_test_refuse_at (fixture->test.store, CHANGE (fixture, "project", fixture->project, "steps", "beccaria"),
                        "project", "beccaria_step");
  goal = add_goal (fixture);
  accept (fixture, "sara_step", "response");
}

/* An indicator of a measure of the project is one of the project. */
static void
test_measure (Fixture *fixture, gconstpointer data)
{
  g_autofree char *measure = ADD (fixture, "measure", "title", "Lamps", "project", fixture->project);
  g_autofree char *indicator = NULL;

  refuse (fixture, "status", "running");
  indicator = ADD (fixture, "indicator", "name", "Feels safe", "measure", measure, "baseline", "34", "target", "55");
  accept (fixture, "status", "running");
}

/* The gate cannot be gone round from behind, but undo gives back whatever was there. */
static void
test_last_goal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *goal = add_goal (fixture), *second = NULL;
  MappeStore *store = fixture->test.store;

  mappe_test_accept (store, CHANGE (fixture, "indicator", goal, "target", NULL));
  mappe_test_accept (store, CHANGE (fixture, "indicator", goal, "target", "50"));
  accept (fixture, "status", "running");
  mappe_test_refuse_at (store, CHANGE (fixture, "indicator", goal, "target", NULL), "indicator", "target");
  mappe_test_refuse_at (store, CHANGE (fixture, "indicator", goal, "baseline", NULL), "indicator", "baseline");
  mappe_test_refuse_at (store, CHANGE (fixture, "indicator", goal, "project", NULL), "indicator", "project");
  mappe_test_refuse_at (store, mappe_test_deletion ("indicator", goal), "indicator", "-");
  mappe_test_accept (store, CHANGE (fixture, "indicator", goal, "target", "60"));
  second = add_goal (fixture);
  mappe_test_accept (store, mappe_test_deletion ("indicator", goal));
  mappe_test_refuse_at (store, mappe_test_deletion ("indicator", second), "indicator", "-");
  mappe_test_accept (store, mappe_test_deletion ("project", fixture->project));
  mappe_test_accept (store, mappe_test_deletion ("indicator", second));
}

static void
undo (MappeStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = mappe_store_undo (store, &error);

  g_assert_no_error (error);
  g_assert_nonnull (label);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *goal = add_goal (fixture);

  accept (fixture, "beccaria_step", "4");
  accept (fixture, "beccaria_step", "3");
  mappe_test_accept (fixture->test.store, mappe_test_deletion ("indicator", goal));
  undo (fixture->test.store);
  undo (fixture->test.store);
  undo (fixture->test.store);
  undo (fixture->test.store);
  refuse (fixture, "beccaria_step", "4");
}

#define TEST(name, func) g_test_add ("/guard-project/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("start", test_start);
  TEST ("insert", test_insert);
  TEST ("steps", test_steps);
  TEST ("sara", test_sara);
  TEST ("measure", test_measure);
  TEST ("last-goal", test_last_goal);
  TEST ("undo", test_undo);
  return g_test_run ();
}
