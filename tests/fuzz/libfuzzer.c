/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What libFuzzer calls first. Seeds are written where MAPPE_FUZZ_SEEDS says, for its corpus. */
#include <stdlib.h>

#include "fuzz.h"

int LLVMFuzzerInitialize (int *argc, char ***argv);

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autoptr (GPtrArray) seeds = fuzz_begin ();
  const char *folder = g_getenv ("MAPPE_FUZZ_SEEDS");

  for (guint i = 0; folder != NULL && i < seeds->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/seed-%u", folder, i);
      gsize length;
      const char *bytes = g_bytes_get_data (g_ptr_array_index (seeds, i), &length);

      g_file_set_contents (path, bytes, (gssize) length, NULL);
    }
  atexit (fuzz_end);
  return 0;
}
