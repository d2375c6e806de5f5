/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <glib/gstdio.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static char *folder, *path;

GPtrArray *
fuzz_seeds (const char *first, ...)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  va_list more;

  va_start (more, first);
  for (const char *text = first; text != NULL; text = va_arg (more, const char *))
    g_ptr_array_add (seeds, g_bytes_new (text, strlen (text)));
  va_end (more);
  return seeds;
}

static void
remove_file (void)
{
  g_unlink (path);
  g_rmdir (folder);
  g_free (path);
  g_free (folder);
}

const char *
fuzz_file (const char *name, const guint8 *bytes, gsize length)
{
  FILE *file;

  if (folder == NULL)
    {
      folder = g_dir_make_tmp ("mappe-fuzz-XXXXXX", NULL);
      g_assert_nonnull (folder);
      atexit (remove_file);
    }
  if (path != NULL)
    g_unlink (path);
  g_free (path);
  path = g_build_filename (folder, name, NULL);
  file = g_fopen (path, "wb");
  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
  fclose (file);
  return path;
}
