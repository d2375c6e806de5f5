/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-target.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/**
 * mappe_target_refusal:
 * @path: where a file is to be put
 *
 * A file is written beside its place and then takes it. A device or a pipe would be gone then, and with /dev/null much
 * else.
 *
 * Returns: (transfer none) (nullable): why no file may take the place; %NULL when one may
 */
const char *
mappe_target_refusal (const char *path)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0 || S_ISDIR (status.st_mode))
    return NULL;  /* what else is wrong is told by the system */
  return !S_ISREG (status.st_mode) || g_str_has_prefix (path, "/dev/")
             ? _("a device or a pipe has this name") : NULL;
}
