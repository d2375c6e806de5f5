/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-date.h"
#include "mappe-error.h"
#include "mappe-typed-private.h"

static gboolean
is_clock_word (const char *word)
{
  static const char *const words[] = { "h", "uhr", "am", "pm", NULL };

  return g_strv_contains (words, word);
}

/* "9", "0930" or "930". */
static gboolean
read_one_number (const MappeTyped *typed, int *hour, int *minute)
{
  int n = typed->numbers[0];

  *hour = typed->digits[0] <= 2 ? n : n / 100;
  *minute = typed->digits[0] <= 2 ? 0 : n % 100;
  return typed->digits[0] <= 4;
}

static gboolean
read_time (const MappeTyped *typed, int *hour, int *minute)
{
  static const char *const one[] = { "N", "NW", NULL };
  static const char *const two[] = { "N:N", "N.N", "NWN", "N:NW", "N.NW", NULL };

  if (typed->n_words > 1 || (typed->n_words == 1 && !is_clock_word (typed->words[0])))
    return FALSE;
  if (mappe_typed_has_shape (typed, one))
    return read_one_number (typed, hour, minute);
  if (!mappe_typed_has_shape (typed, two) || typed->digits[0] > 2 || typed->digits[1] != 2)
    return FALSE;
  *hour = typed->numbers[0];
  *minute = typed->numbers[1];
  return TRUE;
}

/* Twelve-hour writing: 12 am is midnight, 12 pm is noon. */
static gboolean
apply_half (const MappeTyped *typed, int *hour)
{
  gboolean am = strcmp (typed->words[0], "am") == 0;
  gboolean pm = strcmp (typed->words[0], "pm") == 0;

  if (!am && !pm)
    return TRUE;
  if (*hour < 1 || *hour > 12 || strcmp (typed->shape, "NWN") == 0)
    return FALSE;
  *hour = *hour % 12 + (pm ? 12 : 0);
  return TRUE;
}

/**
 * mappe_time_parse_typed:
 * @typed: what a person typed
 * @error: return location for an error of %MAPPE_BASE_ERROR_DATE; its message is translated
 *
 * Reads a time of day: "9", "9:30", "9.30", "0930", "9h30", "9 Uhr", "9 Uhr 30", "9:30 Uhr", "2 pm".
 *
 * Returns: (transfer full) (nullable): the stored form "HH:MM"
 */
char *
mappe_time_parse_typed (const char *typed, GError **error)
{
  g_autofree char *shown = NULL;
  MappeTyped scanned;
  int hour, minute;

  g_return_val_if_fail (typed != NULL, NULL);
  if (mappe_typed_scan (&scanned, typed) && read_time (&scanned, &hour, &minute) && apply_half (&scanned, &hour)
      && hour < 24 && minute < 60)
    return g_strdup_printf ("%02d:%02d", hour, minute);

  shown = mappe_typed_quote (typed);
  g_set_error (error, MAPPE_BASE_ERROR, MAPPE_BASE_ERROR_DATE,
               _("“%s” is not a time of day. Type for example 9, 9:30 or 17:45."), shown);
  return NULL;
}
