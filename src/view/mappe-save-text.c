/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-save-text.h"

#include <string.h>

#include "mappe-save-as.h"

/** mappe_save_text: @text: (transfer full): UTF-8. Asks where to, and writes it there. */
void
mappe_save_text (GtkWidget *near, const MappeSaveText *how, char *text)
{
  g_autofree char *pattern = g_strconcat ("*.", how->ending, NULL);
  g_autofree char *suggested = g_strdup_printf ("%s.%s", how->name, how->ending);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  const MappeDialogsFilter filter = { how->kind, pattern };

  mappe_save_as (near, how->title, &filter, suggested, bytes, how->what_failed);
}
