/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan step: its computed calendar, and what it points out. */
#include <string.h>

#include "mappe-plan-acts.h"
#include "mappe-plan-step.h"
#include "mappe-test-demo.h"
#include "view-test.h"

typedef struct {
  MappeTestStore    base;
  MappeSitting     *sitting;
  MappeMeetingStep *step;
  GtkWidget        *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  mappe_test_demo_set_up (&fixture->base, "en");
  fixture->step = g_object_new (MAPPE_TYPE_PLAN_STEP, "store", fixture->base.store, NULL);
  fixture->window = view_test_show (GTK_WIDGET (fixture->step));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer step = fixture->step;

  g_object_add_weak_pointer (G_OBJECT (fixture->step), &step);
  mappe_meeting_step_leave (fixture->step);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  view_test_wait (step == NULL);
  view_test_settle ();
  g_clear_pointer (&fixture->sitting, mappe_sitting_unref);
  mappe_test_store_tear_down (&fixture->base, NULL);
}

static void
show (Fixture *fixture, const char *reference)
{
  g_clear_pointer (&fixture->sitting, mappe_sitting_unref);
  fixture->sitting = mappe_test_sitting (fixture->base.store, reference);
  mappe_meeting_step_set_sitting (fixture->step, fixture->sitting);
}

static GtkWidget *
part (Fixture *fixture, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->step), MAPPE_TYPE_PLAN_STEP, name));
}

static guint
n_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* A meeting of the plenary body; the reference it got. */
static char *
add_meeting (Fixture *fixture, const char *held_on, const char *start_at, const char *place)
{
  gint64 body, id;
  g_autofree char *of = NULL;

  show (fixture, "MTG06");
  body = fixture->sitting->body->id;
  of = g_strdup_printf ("%" G_GINT64_FORMAT, body);
  id = mappe_test_add (fixture->base.store, "meeting", "title", "Trial", "body", of, "held_on", held_on, "start_at",
                       start_at, "place", place, NULL);
  return mappe_test_get (fixture->base.store, fixture->sitting->meeting->kind, id, "reference");
}

static void
test_cards (Fixture *fixture, gconstpointer data)
{
  show (fixture, "MTG06");
  g_assert_cmpuint (n_children (part (fixture, "cards")), ==, 5);
  g_assert_true (view_test_says (part (fixture, "cards"), "Invitation received by"));
  /* Fourteen full days before 2026-12-08. */
  g_assert_true (view_test_says (part (fixture, "cards"), "23"));
}

static void
test_quiet (Fixture *fixture, gconstpointer data)
{
  g_autofree char *reference = add_meeting (fixture, "2027-04-21", "15:30", "Town hall");

  show (fixture, reference);
  mappe_test_settle ();
  g_assert_cmpuint (n_children (part (fixture, "hints")), ==, 0);
}

static void
test_hints (Fixture *fixture, gconstpointer data)
{
  g_autofree char *reference = add_meeting (fixture, "2027-05-01", NULL, NULL);
  GtkWidget *hints = part (fixture, "hints");

  show (fixture, reference);
  g_assert_true (view_test_says (hints, "public holiday"));
  g_assert_true (view_test_says (hints, "at a weekend"));
  g_assert_true (view_test_says (hints, "no time to begin"));
  g_assert_true (view_test_says (hints, "no place yet"));
}

/* Why it is cancelled, and who has to be told. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  show (fixture, "MTG06");
  fixture->sitting = mappe_test_act (fixture->base.store, fixture->sitting,
                                     mappe_plan_cancel (fixture->sitting, "The hall is closed", NULL), NULL);
  show (fixture, "MTG06");
  g_assert_true (view_test_says (part (fixture, "hints"), "The meeting is cancelled: The hall is closed"));
  g_assert_true (view_test_says (part (fixture, "hints"), "Members are invited already"));
  g_assert_cmpuint (n_children (part (fixture, "cards")), ==, 0);
}

#define ADD(path, function) g_test_add ("/plan-step/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("cards", test_cards);
  ADD ("quiet", test_quiet);
  ADD ("hints", test_hints);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}
