/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-test-store.h"
#include "view-test.h"

/* Runs the tests that @add adds; what they keep in the user's state folder is thrown away. Returns: the exit status */
static inline int
form_test_run (int argc, char *argv[], void (*add) (void))
{
  g_autofree char *state = g_dir_make_tmp ("mappe-state-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  add ();
  status = g_test_run ();
  mappe_test_remove_folder (state);
  return status;
}
