/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-navigation.h"
#include "mappe-person.h"

enum { LONG = 5 * G_USEC_PER_SEC };

static void
test_back_and_forward (void)
{
  g_autoptr (MappeNavigation) navigation = mappe_navigation_new ();

  g_assert_false (mappe_navigation_can_back (navigation));
  g_assert_null (mappe_navigation_back (navigation));
  mappe_navigation_visit (navigation, "people", NULL, 0, 0);
  mappe_navigation_visit (navigation, "meetings", NULL, 0, LONG);
  mappe_navigation_visit (navigation, "areas", NULL, 0, 2 * LONG);
  g_assert_cmpstr (mappe_navigation_back (navigation)->page, ==, "meetings");
  g_assert_cmpstr (mappe_navigation_back (navigation)->page, ==, "people");
  g_assert_null (mappe_navigation_back (navigation));
  g_assert_cmpstr (mappe_navigation_forward (navigation)->page, ==, "meetings");
  /* Another way from here forgets the old way forward. */
  mappe_navigation_visit (navigation, "projects", NULL, 0, 3 * LONG);
  g_assert_false (mappe_navigation_can_forward (navigation));
  g_assert_cmpstr (mappe_navigation_back (navigation)->page, ==, "meetings");
}

/* Walking down a list leaves no trail; a record that was read does. */
static void
test_records (void)
{
  g_autoptr (MappeNavigation) navigation = mappe_navigation_new ();
  const MappeKind *kind = &mappe_person_kind;
  const MappeWaypoint *waypoint;

  mappe_navigation_visit (navigation, "people", NULL, 0, 0);
  mappe_navigation_visit (navigation, "people", kind, 1, LONG);
  g_assert_false (mappe_navigation_can_back (navigation));
  mappe_navigation_visit (navigation, "people", kind, 2, 2 * LONG);
  mappe_navigation_visit (navigation, "people", kind, 3, 2 * LONG + 1000);
  mappe_navigation_visit (navigation, "people", kind, 4, 2 * LONG + 2000);
  waypoint = mappe_navigation_back (navigation);
  g_assert_cmpint (waypoint->id, ==, 1);
  g_assert_true (waypoint->kind == kind);
  g_assert_false (mappe_navigation_can_back (navigation));
  g_assert_cmpint (mappe_navigation_forward (navigation)->id, ==, 4);
}

static void
test_many (void)
{
  g_autoptr (MappeNavigation) navigation = mappe_navigation_new ();
  guint n = 0;

  for (gint64 i = 1; i <= 1000; i++)
    mappe_navigation_visit (navigation, "people", &mappe_person_kind, i, i * LONG);
  while (mappe_navigation_back (navigation))
    n++;
  g_assert_cmpuint (n, ==, 99);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/navigation/back-and-forward", test_back_and_forward);
  g_test_add_func ("/navigation/records", test_records);
  g_test_add_func ("/navigation/many", test_many);
  return g_test_run ();
}
