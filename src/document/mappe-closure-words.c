/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mappe-event-words.h"
#include "mappe-road-closure.h"

enum { HOUR = 60, DAY = 24 * HOUR };

/** mappe_closure_words_minutes: Returns: a time in the unit that fits: "12 min", "3 h", "10 days" */
char *
mappe_closure_words_minutes (double minutes, const MappeLanguage *language)
{
  double days = minutes / DAY, hours = minutes / HOUR;

  if (minutes >= 2 * DAY)
    return g_strdup_printf (L_("%.*f days"), days == floor (days) ? 0 : 1, days);
  if (minutes >= 2 * HOUR)
    return g_strdup_printf (L_("%.*f h"), hours == floor (hours) ? 0 : 1, hours);
  return g_strdup_printf (L_("%.*f min"), minutes == floor (minutes) ? 0 : 1, minutes);
}

static char *
times_words (const MappeLeadTimes *times, const MappeLanguage *language)
{
  g_autofree char *median = mappe_closure_words_minutes (times->median, language);
  g_autofree char *least = mappe_closure_words_minutes ((double) times->least, language);
  g_autofree char *most = mappe_closure_words_minutes ((double) times->most, language);

  /* Translators: median, shortest and longest time; number of closures */
  return g_strdup_printf (L_("median %s, from %s to %s (n = %u)"), median, least, most, times->n);
}

/** mappe_closure_words_lead: Returns: the lead times of closures: of those at short notice, then of all */
char *
mappe_closure_words_lead (const MappeClosures *closures, const MappeLanguage *language)
{
  GString *text = g_string_new (NULL);

  if (closures->all.n == 0)
    return g_strdup (L_("No lead time is known yet."));
  if (closures->short_notice.n > 0)
    {
      g_autofree char *words = times_words (&closures->short_notice, language);

      g_string_append_printf (text, L_("Lead time at short notice: %s."), words);
    }
  if (closures->all.n > closures->short_notice.n)
    {
      g_autofree char *words = times_words (&closures->all, language);

      g_string_append_printf (text, "%s%s %s.", text->len > 0 ? " " : "", L_("With closures for events:"), words);
    }
  return g_string_free (text, FALSE);
}

/** mappe_closure_words_state: @now: "YYYY-MM-DDTHH:MM". Returns: how the closure stands, with its times */
char *
mappe_closure_words_state (const MappeRow *closure, const char *now, const MappeLanguage *language)
{
  const char *from = mappe_row_get_text (closure, MAPPE_ROAD_CLOSURE_FROM_AT);
  const char *to = mappe_row_get_text (closure, MAPPE_ROAD_CLOSURE_TO_AT);
  g_autofree char *times = mappe_event_words_times (from, to, language);

  switch (mappe_closure_state (closure, now))
    {
    case MAPPE_CLOSURE_PLANNED:
      return g_strdup_printf (L_("Planned: %s"), times);
    case MAPPE_CLOSURE_OVER:
      return g_strdup_printf (L_("Time is over, but not lifted: %s"), times);
    case MAPPE_CLOSURE_LIFTED:
      return g_strdup_printf (L_("Lifted: %s"), times);
    case MAPPE_CLOSURE_ACTIVE:
    default:
      return to != NULL ? g_strdup_printf (L_("Closed: %s"), times)
                        : g_strdup_printf (L_("Closed since %s, until further notice"), times);
    }
}

static void
add_sentence (GString *text, const char *sentence, const char *value)
{
  g_auto (GStrv) parts = value != NULL && *value != '\0' ? g_strsplit (sentence, "%s", 2) : NULL;
  g_autofree char *whole = parts != NULL ? g_strjoinv (value, parts) : NULL;

  if (whole != NULL)
    g_string_append_printf (text, "\n%s", whole);
}

/**
 * mappe_closure_notice:
 * @closure: the closure
 * @codes: labels
 *
 * Returns: (transfer full): what the public is told: road, time, cause, diversion, who ordered it
 */
char *
mappe_closure_notice (const MappeListed *closure, MappeCodes *codes, const MappeLanguage *language)
{
  const MappeRow *row = closure->row;
  const char *road = mappe_row_get_text (row, MAPPE_ROAD_CLOSURE_ROAD);
  const char *to = mappe_row_get_text (row, MAPPE_ROAD_CLOSURE_TO_AT);
  const char *cause = mappe_row_get_text (row, MAPPE_ROAD_CLOSURE_CAUSE);
  const char *area = closure->shown[MAPPE_ROAD_CLOSURE_AREA];
  gboolean lifted = g_strcmp0 (mappe_row_get_text (row, MAPPE_ROAD_CLOSURE_STATUS), "lifted") == 0;
  g_autofree char *times = mappe_event_words_times (mappe_row_get_text (row, MAPPE_ROAD_CLOSURE_FROM_AT), to, language);
  g_autofree char *where = area != NULL ? g_strdup_printf ("%s (%s)", road, area) : g_strdup (road);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, lifted ? L_("Road closure lifted: %s") : L_("Road closure: %s"), where);
  if (lifted)
    {
      g_string_append_printf (text, "\n%s", L_("The road is open again."));
      return g_string_free (text, FALSE);
    }
  add_sentence (text, to != NULL ? L_("Closed: %s") : L_("Closed from %s until further notice"), times);
  add_sentence (text, L_("Cause: %s"), cause != NULL ? mappe_event_words_code (codes, "closure_cause", cause, language)
                                                     : NULL);
  add_sentence (text, L_("Diversion: %s"), mappe_row_get_text (row, MAPPE_ROAD_CLOSURE_DIVERSION));
  add_sentence (text, L_("Ordered by: %s"), closure->shown[MAPPE_ROAD_CLOSURE_ORDERED_BY]);
  return g_string_free (text, FALSE);
}
