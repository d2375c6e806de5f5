/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-numbering.h"

#include <string.h>

/* Digits of a serial number. More decisions no body takes in a year, and a slip of the keys is not to open a million
 * gaps. */
#define SERIAL_DIGITS 4

/** mappe_decision_number_clear: Frees what the number holds. */
void
mappe_decision_number_clear (MappeDecisionNumber *self)
{
  g_clear_pointer (&self->prefix, g_free);
}

static gboolean
digits_only (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return length > 0;
}

/**
 * mappe_decision_number_parse:
 * @text: (nullable): "KPR 2026/08", "2026/8"; the serial number has four digits at most
 * @number: (out): its parts; to be cleared. Zeroed when @text is no such number
 *
 * Returns: whether @text is the number of a decision
 */
gboolean
mappe_decision_number_parse (const char *text, MappeDecisionNumber *number)
{
  const char *slash = text != NULL ? strrchr (text, '/') : NULL;
  gsize before = slash != NULL ? (gsize) (slash - text) : 0;
  gsize after = slash != NULL ? strlen (slash + 1) : 0;
  guint64 serial;

  *number = (MappeDecisionNumber) { 0 };
  if (before < 4 || !digits_only (slash - 4, 4) || after > SERIAL_DIGITS || !digits_only (slash + 1, after))
    return FALSE;
  if (before > 4 && slash[-5] != ' ')
    return FALSE;
  serial = g_ascii_strtoull (slash + 1, NULL, 10);
  if (serial == 0)
    return FALSE;
  number->prefix = g_strstrip (g_strndup (text, before - 4));
  number->year = (int) g_ascii_strtoll (slash - 4, NULL, 10);
  number->serial = (guint) serial;
  return TRUE;
}

/** mappe_decision_number_format: Returns: (transfer full): "KPR 2026/08"; without a prefix "2026/08" */
char *
mappe_decision_number_format (const char *prefix, int year, guint serial)
{
  gboolean named = prefix != NULL && *prefix != '\0';

  return g_strdup_printf ("%s%s%04d/%02u", named ? prefix : "", named ? " " : "", year, serial);
}

/**
 * mappe_decision_number_next:
 * @prefix: (nullable): letters of the body
 * @year: year of the meeting
 * @taken: (nullable) (array zero-terminated=1): numbers given already, in any order
 *
 * Returns: (transfer full): the next number of that body and year, without a gap
 */
char *
mappe_decision_number_next (const char *prefix, int year, const char *const *taken)
{
  guint last = 0;

  for (guint i = 0; taken != NULL && taken[i] != NULL; i++)
    {
      g_auto (MappeDecisionNumber) number = { 0 };

      if (mappe_decision_number_parse (taken[i], &number) && number.year == year &&
          g_strcmp0 (number.prefix, prefix != NULL ? prefix : "") == 0)
        last = MAX (last, number.serial);
    }
  return mappe_decision_number_format (prefix, year, last + 1);
}

/* --- gaps --- */

static int
compare_numbers (gconstpointer left, gconstpointer right)
{
  const MappeDecisionNumber *a = left, *b = right;
  int prefix = g_strcmp0 (a->prefix, b->prefix);

  if (prefix != 0)
    return prefix;
  if (a->year != b->year)
    return a->year < b->year ? -1 : 1;
  return a->serial < b->serial ? -1 : a->serial > b->serial;
}

static GArray *
parse_all (const char *const *taken)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (MappeDecisionNumber));

  g_array_set_clear_func (numbers, (GDestroyNotify) mappe_decision_number_clear);
  for (guint i = 0; taken != NULL && taken[i] != NULL; i++)
    {
      MappeDecisionNumber number;

      if (mappe_decision_number_parse (taken[i], &number))
        g_array_append_val (numbers, number);
    }
  g_array_sort (numbers, compare_numbers);
  return numbers;
}

/**
 * mappe_decision_number_gaps:
 * @taken: (nullable) (array zero-terminated=1): numbers of one body or of several, in any order
 *
 * Finds numbers that are missing. A year begins with 1, except for the first year of a body's letters in this file:
 * there the count begins with the smallest number, since the file need not hold the whole of that year.
 *
 * Returns: (transfer full) (element-type utf8): the missing numbers in order
 */
GPtrArray *
mappe_decision_number_gaps (const char *const *taken)
{
  GPtrArray *gaps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) numbers = parse_all (taken);

  for (guint i = 0; i < numbers->len; i++)
    {
      const MappeDecisionNumber *number = &g_array_index (numbers, MappeDecisionNumber, i);
      const MappeDecisionNumber *last = i > 0 ? &g_array_index (numbers, MappeDecisionNumber, i - 1) : NULL;
      gboolean same_prefix = last != NULL && g_strcmp0 (last->prefix, number->prefix) == 0;
      guint from = !same_prefix ? number->serial : last->year == number->year ? last->serial + 1 : 1;

      for (guint serial = from; serial < number->serial; serial++)
        g_ptr_array_add (gaps, mappe_decision_number_format (number->prefix, number->year, serial));
    }
  return gaps;
}

/* --- agenda --- */

/**
 * mappe_agenda_numbers:
 * @places: the items in the order of the agenda
 *
 * Numbers an agenda: "1", "2", "2.1", "2.2", "3". An item that is deeper than one beneath the item before it stands
 * one beneath it.
 *
 * Returns: (transfer full): a number for each
 */
GStrv
mappe_agenda_numbers (const MappeAgendaPlace *places, guint n_places)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, TRUE, sizeof (guint));
  GStrv numbers = g_new0 (char *, n_places + 1);

  for (guint i = 0; i < n_places; i++)
    {
      guint depth = MIN (places[i].depth, counts->len);
      g_autoptr (GString) number = g_string_new (NULL);

      g_array_set_size (counts, depth + 1);
      g_array_index (counts, guint, depth)++;
      for (guint level = 0; level <= depth; level++)
        g_string_append_printf (number, level > 0 ? ".%u" : "%u", g_array_index (counts, guint, level));
      numbers[i] = g_string_free (g_steal_pointer (&number), FALSE);
    }
  return numbers;
}
