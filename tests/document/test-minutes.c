/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The minutes and extracts of the demo council's meetings. */
#include <string.h>

#include "mappe-build-extract.h"
#include "mappe-build-minutes.h"
#include "mappe-test-demo.h"
#include "mappe-writers.h"

typedef MappeTestStore Fixture;

static void
test_print (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG05");
  g_autoptr (MappeNode) document = mappe_build_minutes (sitting, MAPPE_CLASS_CONFIDENTIAL, mappe_language_get (data));
  g_autofree char *text = mappe_write_text (document, 100);
  g_printerr ("%s", text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/minutes/print-de", Fixture, "de", mappe_test_demo_set_up, test_print, mappe_test_store_tear_down);
  return g_test_run ();
}
