/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar: the month and its days, keys, the turn of the year, the list. */
#include <stdlib.h>
#include <string.h>

#include "mappe-calendar-month.h"
#include "mappe-calendar-page.h"
#include "mappe-date.h"
#include "mappe-test-store.h"
#include "view-test.h"

typedef struct {
  MappeTestStore      base;
  char               *today;
  GtkWidget          *window;
  GtkWidget          *page;
  MappeCalendarMonth *month;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = NULL;

  mappe_test_store_set_up (&fixture->base, NULL);
  fixture->today = mappe_date_today ();
  body = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_add (fixture->base.store, "body", "name", "Board", NULL));
  mappe_test_add (fixture->base.store, "meeting", "title", "Board meeting", "body", body, "held_on", fixture->today,
                  "start_at", "15:30", NULL);
  fixture->page = mappe_calendar_page_new (fixture->base.store, "calendar");
  fixture->window = view_test_show (fixture->page);
  fixture->month = MAPPE_CALENDAR_MONTH (view_test_find (fixture->page, MAPPE_TYPE_CALENDAR_MONTH));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  view_test_close (fixture->window, fixture->page);
  g_free (fixture->today);
  mappe_test_store_tear_down (&fixture->base, NULL);
}

static void
press (Fixture *fixture, guint keyval)
{
  g_assert_true (view_test_press (fixture->month, keyval, 0));
}

static GtkListBoxRow *
first_row (Fixture *fixture, const char *list)
{
  return gtk_list_box_get_row_at_index (
      GTK_LIST_BOX (gtk_widget_get_template_child (fixture->page, MAPPE_TYPE_CALENDAR_PAGE, list)), 0);
}

/* The day of today is selected, and what falls on it stands below and in the list. */
static void
test_today (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (mappe_calendar_month_get_day (fixture->month), ==, fixture->today);
  view_test_wait (first_row (fixture, "day_list") != NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (first_row (fixture, "day_list"))), ==,
                   "Board meeting");
  mappe_page_set_state (MAPPE_PAGE (fixture->page), "list");
  g_assert_nonnull (first_row (fixture, "list"));
  g_autofree char *state = mappe_page_get_state (MAPPE_PAGE (fixture->page));
  g_assert_cmpstr (state, ==, "list");
}

/* Six weeks from a Monday, over the turn of the year. */
static void
test_month (Fixture *fixture, gconstpointer data)
{
  mappe_calendar_month_show (fixture->month, 2026, 12, "2026-12-31");
  g_assert_cmpstr (mappe_calendar_month_get_first (fixture->month), ==, "2026-11-30");
  g_assert_cmpstr (mappe_calendar_month_get_last (fixture->month), ==, "2027-01-10");
  press (fixture, GDK_KEY_Right);
  g_assert_cmpstr (mappe_calendar_month_get_day (fixture->month), ==, "2027-01-01");
  press (fixture, GDK_KEY_Up);
  g_assert_cmpstr (mappe_calendar_month_get_day (fixture->month), ==, "2026-12-25");
  press (fixture, GDK_KEY_Left);
  press (fixture, GDK_KEY_Down);
  g_assert_cmpstr (mappe_calendar_month_get_day (fixture->month), ==, "2026-12-31");
  /* February of a common year that begins on a Monday still has six rows. */
  mappe_calendar_month_show (fixture->month, 2027, 2, "2027-02-01");
  g_assert_cmpstr (mappe_calendar_month_get_first (fixture->month), ==, "2027-02-01");
  g_assert_cmpstr (mappe_calendar_month_get_last (fixture->month), ==, "2027-03-14");
}

/* Twelve months on, the same month of the next year is on show; and back again. */
static void
test_year (Fixture *fixture, gconstpointer data)
{
  g_autofree char *expected = g_strdup_printf ("%04d%.3s", atoi (fixture->today) + 1, fixture->today + 4);

  for (int i = 0; i < 12; i++)
    press (fixture, GDK_KEY_Page_Down);
  g_assert_true (g_str_has_prefix (mappe_calendar_month_get_day (fixture->month), expected));
  for (int i = 0; i < 12; i++)
    gtk_widget_activate_action (fixture->page, "calendar.before", NULL);
  g_assert_cmpint (strncmp (mappe_calendar_month_get_day (fixture->month), fixture->today, 7), ==, 0);
  view_test_settle ();
}

/* Left of the first day on show, the month before comes with that day selected. */
static void
test_turn (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;

  while (g_strcmp0 (mappe_calendar_month_get_day (fixture->month),
                    mappe_calendar_month_get_first (fixture->month)) > 0)
    press (fixture, GDK_KEY_Left);
  before = mappe_date_add_days (mappe_calendar_month_get_first (fixture->month), -1);
  press (fixture, GDK_KEY_Left);
  g_assert_cmpstr (mappe_calendar_month_get_day (fixture->month), ==, before);
  g_assert_cmpstr (mappe_calendar_month_get_first (fixture->month), <, before);
  view_test_settle ();
}

#define ADD(path, function) g_test_add ("/calendar/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("today", test_today);
  ADD ("month", test_month);
  ADD ("year", test_year);
  ADD ("turn", test_turn);
  return g_test_run ();
}
