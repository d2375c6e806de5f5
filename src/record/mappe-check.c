/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-check.h"

#include "mappe-record-error.h"

/**
 * mappe_check_fail:
 * @row: the row that breaks a rule
 * @at: number of the field to point at
 * @what: what is wrong with it, as the rest of a sentence that starts with the name of the field
 * @field: (out): set to @at
 * @error: set to %MAPPE_RECORD_ERROR_RULE
 *
 * Returns: %FALSE, so that a check can end with this call
 */
gboolean
mappe_check_fail (const MappeRow *row, guint at, const char *what, int *field, GError **error)
{
  *field = (int) at;
  g_set_error (error, MAPPE_RECORD_ERROR, MAPPE_RECORD_ERROR_RULE, "%s %s", row->kind->fields[at].name, what);
  return FALSE;
}

/**
 * mappe_check_order:
 * @row: the row to check
 * @first: number of a date, time or date-and-time field
 * @second: number of a field of the same type that must not be earlier
 * @field: (out): set to @second on failure
 * @error: return location
 *
 * Checks that a period does not end before it begins. An empty end is open, so it is in order.
 *
 * Returns: whether the two are in order
 */
gboolean
mappe_check_order (const MappeRow *row, guint first, guint second, int *field, GError **error)
{
  g_return_val_if_fail (row->kind->fields[first].type == row->kind->fields[second].type, FALSE);
  if (mappe_row_is_null (row, first) || mappe_row_is_null (row, second))
    return TRUE;
  /* The stored forms are of fixed width, biggest unit first, so they compare as text. */
  if (g_strcmp0 (mappe_row_get_text (row, first), mappe_row_get_text (row, second)) <= 0)
    return TRUE;
  g_autofree char *what = g_strdup_printf ("is before %s", row->kind->fields[first].name);
  return mappe_check_fail (row, second, what, field, error);
}

/**
 * mappe_check_votes:
 * @row: the row to check
 * @counts: numbers of four INT fields: entitled, yes, no, abstentions
 * @field: (out): set to the first of them on failure
 * @error: return location
 *
 * Checks that the votes are as many as the members entitled. Consensus is reached without counting, so where one of
 * them is empty there is nothing to add up.
 *
 * Returns: whether the sums add up
 */
gboolean
mappe_check_votes (const MappeRow *row, const guint *counts, int *field, GError **error)
{
  gint64 cast = 0;

  for (guint i = 0; i < 4; i++)
    {
      if (mappe_row_is_null (row, counts[i]))
        return TRUE;
      cast += i > 0 ? mappe_row_get_int (row, counts[i]) : 0;
    }
  if (cast != mappe_row_get_int (row, counts[0]))
    return mappe_check_fail (row, counts[0], "is not the sum of yes, no and abstain", field, error);
  return TRUE;
}
