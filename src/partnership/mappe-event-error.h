/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MappeEventError: why an act of an event is refused; the messages are translated sentences for people
 * @MAPPE_EVENT_ERROR_STATE: not as things stand
 * @MAPPE_EVENT_ERROR_MISSING: something required is empty
 */
typedef enum {
  MAPPE_EVENT_ERROR_STATE,
  MAPPE_EVENT_ERROR_MISSING,
} MappeEventError;

#define MAPPE_EVENT_ERROR (mappe_event_error_quark ())
GQuark   mappe_event_error_quark (void);
gpointer mappe_event_refuse      (GError **error, MappeEventError code, const char *message);

G_END_DECLS
