/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-event-error.h"

G_DEFINE_QUARK (mappe-event-error-quark, mappe_event_error)

/** mappe_event_refuse: @message: translated sentence. Returns: always %NULL, so that an act can end with this call */
gpointer
mappe_event_refuse (GError **error, MappeEventError code, const char *message)
{
  g_set_error_literal (error, MAPPE_EVENT_ERROR, (int) code, message);
  return NULL;
}
