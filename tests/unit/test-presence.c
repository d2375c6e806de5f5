/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mappe-presence.h"

static void
test_minutes (void)
{
  static const char *const wrong[] = { "", "7:30", "17:3", "17:60", "24:00", "25:10", "17.30", "17:30:00", "17:30 ",
                                       "-1:30", "１7:3", "aa:bb" };

  g_assert_cmpint (mappe_minute_parse ("00:00"), ==, 0);
  g_assert_cmpint (mappe_minute_parse ("23:59"), ==, 1439);
  for (int minute = 0; minute < 24 * 60; minute++)
    {
      g_autofree char *text = mappe_minute_format (minute);
      g_autofree char *expected = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);

      g_assert_cmpstr (text, ==, expected);
      g_assert_cmpint (mappe_minute_parse (text), ==, minute);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (mappe_minute_parse (wrong[i]), ==, MAPPE_MINUTE_NONE);
  g_assert_cmpint (mappe_minute_parse (NULL), ==, MAPPE_MINUTE_NONE);
}

static void
test_minutes_of_no_day (void)
{
  static const int none[] = { MAPPE_MINUTE_NONE, 24 * 60, MAPPE_MINUTE_OPEN, G_MININT };

  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autofree char *text = mappe_minute_format (none[i]);

      g_assert_cmpstr (text, ==, "");
    }
}

/* Half open: there at the minute of arrival, gone at the minute of departure. */
static void
test_borders (void)
{
  static const MappeStay stays[] = { { 930, 1025 }, { 1030, 1055 } };

  g_assert_false (mappe_presence_at (stays, 2, 929));
  g_assert_true (mappe_presence_at (stays, 2, 930));
  g_assert_true (mappe_presence_at (stays, 2, 1024));
  g_assert_false (mappe_presence_at (stays, 2, 1025));
  g_assert_false (mappe_presence_at (stays, 2, 1029));
  g_assert_true (mappe_presence_at (stays, 2, 1030));
  g_assert_true (mappe_presence_at (stays, 2, 1054));
  g_assert_false (mappe_presence_at (stays, 2, 1055));
  g_assert_false (mappe_presence_at (NULL, 0, 930));
}

typedef struct {
  MappeStay stays[3];
  guint n;
  MappePresenceFault fault;
} Checked;

static void
test_check (void)
{
  static const Checked cases[] = {
    { { { 0 } }, 0, MAPPE_PRESENCE_FINE },
    { { { 930, 1055 } }, 1, MAPPE_PRESENCE_FINE },
    { { { 930, MAPPE_MINUTE_OPEN } }, 1, MAPPE_PRESENCE_FINE },
    { { { 930, 1000 }, { 1000, 1055 } }, 2, MAPPE_PRESENCE_FINE },  /* out and in again in one minute */
    { { { 1000, 1055 }, { 930, 1000 } }, 2, MAPPE_PRESENCE_FINE },
    { { { 1055, 930 } }, 1, MAPPE_PRESENCE_REVERSED },
    { { { 930, 930 } }, 1, MAPPE_PRESENCE_REVERSED },
    { { { MAPPE_MINUTE_NONE, 930 } }, 1, MAPPE_PRESENCE_REVERSED },
    { { { 930, 1000 }, { 1020, 1010 } }, 2, MAPPE_PRESENCE_REVERSED },
    { { { 930, 1001 }, { 1000, 1055 } }, 2, MAPPE_PRESENCE_OVERLAPPING },
    { { { 1000, 1055 }, { 930, 1001 } }, 2, MAPPE_PRESENCE_OVERLAPPING },
    { { { 930, 1055 }, { 930, 1055 } }, 2, MAPPE_PRESENCE_OVERLAPPING },
    { { { 900, 1100 }, { 930, 940 } }, 2, MAPPE_PRESENCE_OVERLAPPING },
    { { { 930, MAPPE_MINUTE_OPEN }, { 1000, 1010 } }, 2, MAPPE_PRESENCE_OVERLAPPING },
    { { { 930, 940 }, { 950, 960 }, { 955, 970 } }, 3, MAPPE_PRESENCE_OVERLAPPING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mappe_presence_check (cases[i].stays, cases[i].n), ==, cases[i].fault);
}

typedef struct {
  int arrived, left;
  MappeStay absences[3];
  guint n_absences;
  MappeStay stays[4];
  guint n_stays;
} Between;

static const Between between[] = {
  { 930, 1055, { { 0 } }, 0, { { 930, 1055 } }, 1 },
  { 930, MAPPE_MINUTE_OPEN, { { 0 } }, 0, { { 930, MAPPE_MINUTE_OPEN } }, 1 },
  { MAPPE_MINUTE_NONE, 1055, { { 0 } }, 0, { { 0 } }, 0 },
  { 930, 930, { { 0 } }, 0, { { 0 } }, 0 },
  { 1055, 930, { { 0 } }, 0, { { 0 } }, 0 },
  { 930, MAPPE_MINUTE_NONE, { { 0 } }, 0, { { 0 } }, 0 },
  { 930, 1055, { { 1000, 1010 } }, 1, { { 930, 1000 }, { 1010, 1055 } }, 2 },
  /* in any order, touching, overlapping, one within the other */
  { 930, 1055, { { 1020, 1030 }, { 1000, 1010 } }, 2, { { 930, 1000 }, { 1010, 1020 }, { 1030, 1055 } }, 3 },
  { 930, 1055, { { 1000, 1010 }, { 1010, 1020 } }, 2, { { 930, 1000 }, { 1020, 1055 } }, 2 },
  { 930, 1055, { { 1000, 1015 }, { 1010, 1020 } }, 2, { { 930, 1000 }, { 1020, 1055 } }, 2 },
  { 930, 1055, { { 1000, 1040 }, { 1010, 1020 } }, 2, { { 930, 1000 }, { 1040, 1055 } }, 2 },
  /* at the borders of the stay and outside of it */
  { 930, 1055, { { 930, 940 } }, 1, { { 940, 1055 } }, 1 },
  { 930, 1055, { { 1040, 1055 } }, 1, { { 930, 1040 } }, 1 },
  { 930, 1055, { { 900, 930 } }, 1, { { 930, 1055 } }, 1 },
  { 930, 1055, { { 900, 940 } }, 1, { { 940, 1055 } }, 1 },
  { 930, 1055, { { 1040, 1100 } }, 1, { { 930, 1040 } }, 1 },
  { 930, 1055, { { 1060, 1100 } }, 1, { { 930, 1055 } }, 1 },
  { 930, 1055, { { 900, 1100 } }, 1, { { 0 } }, 0 },
  { 930, 1055, { { 900, 910 }, { 1060, 1070 }, { 1000, 1001 } }, 3, { { 930, 1000 }, { 1001, 1055 } }, 2 },
  /* none at all */
  { 930, 1055, { { 1000, 1000 } }, 1, { { 930, 1055 } }, 1 },
  { 930, 1055, { { 1010, 1000 } }, 1, { { 930, 1055 } }, 1 },
  /* not back yet */
  { 930, MAPPE_MINUTE_OPEN, { { 1000, MAPPE_MINUTE_OPEN } }, 1, { { 930, 1000 } }, 1 },
  { 930, MAPPE_MINUTE_OPEN, { { 1000, MAPPE_MINUTE_NONE } }, 1, { { 930, 1000 } }, 1 },
  { 930, 1055, { { 1000, MAPPE_MINUTE_NONE }, { 940, 950 } }, 2, { { 930, 940 }, { 950, 1000 } }, 2 },
};

static void
test_between (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (between); i++)
    {
      const Between *c = &between[i];
      g_autoptr (GArray) stays = g_array_new (FALSE, FALSE, sizeof (MappeStay));
      guint added = mappe_presence_between (c->arrived, c->left, c->absences, c->n_absences, stays);

      g_assert_cmpuint (added, ==, c->n_stays);
      g_assert_cmpmem (stays->data, stays->len * sizeof (MappeStay), c->stays, c->n_stays * sizeof (MappeStay));
      g_assert_cmpint (mappe_presence_check ((MappeStay *) stays->data, stays->len), ==, MAPPE_PRESENCE_FINE);
    }
}

/* What was in the array stays there; the absences are not touched. */
static void
test_between_adds (void)
{
  MappeStay absences[] = { { 1020, 1030 }, { 1000, 1010 } }, before[G_N_ELEMENTS (absences)];
  g_autoptr (GArray) stays = g_array_new (FALSE, FALSE, sizeof (MappeStay));

  memcpy (before, absences, sizeof absences);
  g_assert_cmpuint (mappe_presence_between (600, 630, NULL, 0, stays), ==, 1);
  g_assert_cmpuint (mappe_presence_between (930, 1055, absences, 2, stays), ==, 3);
  g_assert_cmpuint (stays->len, ==, 4);
  g_assert_cmpint (g_array_index (stays, MappeStay, 0).from, ==, 600);
  g_assert_cmpint (g_array_index (stays, MappeStay, 3).from, ==, 1030);
  g_assert_cmpmem (absences, sizeof absences, before, sizeof before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/presence/minutes", test_minutes);
  g_test_add_func ("/presence/minutes-of-no-day", test_minutes_of_no_day);
  g_test_add_func ("/presence/borders", test_borders);
  g_test_add_func ("/presence/check", test_check);
  g_test_add_func ("/presence/between", test_between);
  g_test_add_func ("/presence/between-adds", test_between_adds);
  return g_test_run ();
}
