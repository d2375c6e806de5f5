/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-presence.h"

/* Presence is a list of stays per person, so that the quorum is known for every minute (GemO § 39: it counts at the
 * vote). A stay is half open: who leaves at 17:10 is not there at 17:10. */

/**
 * mappe_minute_parse:
 * @hhmm: (nullable): "HH:MM"
 *
 * Returns: minutes since midnight; %MAPPE_MINUTE_NONE for what is no time of the day
 */
int
mappe_minute_parse (const char *hhmm)
{
  int minute = 0;

  for (guint i = 0; i < 5; i++)
    {
      if (hhmm == NULL || hhmm[i] == '\0' || (i == 2 ? hhmm[i] != ':' : !g_ascii_isdigit (hhmm[i])))
        return MAPPE_MINUTE_NONE;
      if (i != 2)
        minute = minute * (i == 3 ? 6 : 10) + (hhmm[i] - '0');
    }
  /* "HH" × 60 + "MM", reckoned digit by digit: ((h h) × 6 + m) × 10 + m */
  if (hhmm[5] != '\0' || hhmm[3] > '5' || minute >= 24 * 60)
    return MAPPE_MINUTE_NONE;
  return minute;
}

/** mappe_minute_format: Returns: (transfer full): "HH:MM" of a minute of the day; "" for what is none */
char *
mappe_minute_format (int minute)
{
  if (minute < 0 || minute >= 24 * 60)
    return g_strdup ("");
  return g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
}

/** mappe_presence_at: Returns: whether one of the stays holds @minute */
gboolean
mappe_presence_at (const MappeStay *stays, guint n_stays, int minute)
{
  for (guint i = 0; i < n_stays; i++)
    if (stays[i].from <= minute && minute < stays[i].to)
      return TRUE;
  return FALSE;
}

/** mappe_presence_check: Returns: what is wrong with the stays of one person, in any order */
MappePresenceFault
mappe_presence_check (const MappeStay *stays, guint n_stays)
{
  for (guint i = 0; i < n_stays; i++)
    if (stays[i].from < 0 || stays[i].to <= stays[i].from)
      return MAPPE_PRESENCE_REVERSED;
  for (guint i = 0; i < n_stays; i++)
    for (guint j = i + 1; j < n_stays; j++)
      if (stays[i].from < stays[j].to && stays[j].from < stays[i].to)
        return MAPPE_PRESENCE_OVERLAPPING;
  return MAPPE_PRESENCE_FINE;
}

static int
compare_intervals (gconstpointer left, gconstpointer right, gpointer data)
{
  return ((const MappeStay *) left)->from - ((const MappeStay *) right)->from;
}

/* Who has not come back yet stays away. */
static int
end_of (const MappeStay *absence)
{
  return absence->to == MAPPE_MINUTE_NONE ? MAPPE_MINUTE_OPEN : absence->to;
}

static void
add_stay (GArray *stays, int from, int to)
{
  MappeStay stay = { from, to };

  if (from < to)
    g_array_append_val (stays, stay);
}

/**
 * mappe_presence_between:
 * @arrived: minute of arrival
 * @left: minute of departure, or %MAPPE_MINUTE_OPEN
 * @absences: temporary absences in any order; parts outside of the stay count for nothing. One that ends at
 *   %MAPPE_MINUTE_NONE or %MAPPE_MINUTE_OPEN lasts on
 * @stays: (element-type MappeStay): the stays are added here, in order
 *
 * Returns: how many stays were added
 */
guint
mappe_presence_between (int arrived, int left, const MappeStay *absences, guint n_absences, GArray *stays)
{
  g_autofree MappeStay *sorted = g_memdup2 (absences, n_absences * sizeof *absences);
  guint before = stays->len;
  int from = arrived;

  if (arrived < 0)
    return 0;
  if (n_absences > 0)
    g_qsort_with_data (sorted, (int) n_absences, sizeof *sorted, compare_intervals, NULL);
  for (guint i = 0; i < n_absences; i++)
    {
      int to = end_of (&sorted[i]);

      if (to <= from || to <= sorted[i].from)
        continue;
      add_stay (stays, from, MIN (sorted[i].from, left));
      from = to;
    }
  add_stay (stays, from, left);
  return stays->len - before;
}
