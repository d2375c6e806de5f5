/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MappeFieldWorkError: why an act of the field work is refused; the messages are translated sentences for people
 * @MAPPE_FIELD_WORK_ERROR_STATE: not in this state of the record
 * @MAPPE_FIELD_WORK_ERROR_MISSING: something required is empty
 * @MAPPE_FIELD_WORK_ERROR_NOTHING: there is nothing to do
 */
typedef enum {
  MAPPE_FIELD_WORK_ERROR_STATE,
  MAPPE_FIELD_WORK_ERROR_MISSING,
  MAPPE_FIELD_WORK_ERROR_NOTHING,
} MappeFieldWorkError;

#define MAPPE_FIELD_WORK_ERROR (mappe_field_work_error_quark ())
GQuark   mappe_field_work_error_quark (void);
gpointer mappe_field_work_refuse      (GError **error, MappeFieldWorkError code, const char *message);

G_END_DECLS
