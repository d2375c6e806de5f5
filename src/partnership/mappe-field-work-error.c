/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-field-work-error.h"

G_DEFINE_QUARK (mappe-field-work-error-quark, mappe_field_work_error)

/**
 * mappe_field_work_refuse:
 * @message: translated sentence
 *
 * Returns: always %NULL, so that an act can end with this call
 */
gpointer
mappe_field_work_refuse (GError **error, MappeFieldWorkError code, const char *message)
{
  g_set_error_literal (error, MAPPE_FIELD_WORK_ERROR, (int) code, message);
  return NULL;
}
