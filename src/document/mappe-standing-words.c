/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-standing-words.h"

#include <glib/gi18n-lib.h>

#include "mappe-body.h"
#include "mappe-chart-text.h"
#include "mappe-finance-line.h"
#include "mappe-meeting.h"

/* --- warnings: the figure, and the rule that it falls under --- */

static char *
members_warning (const MappeStandingBody *body, const MappeLanguage *language)
{
  int least = (int) mappe_row_get_int (body->body, MAPPE_BODY_MINIMUM_MEMBERS);

  /* Translators: members of a body; its own minimum */
  return g_strdup_printf (
      mappe_language_plural (language, "%1$u member; by its own rule there are at least %2$d.",
                             "%1$u members; by its own rule there are at least %2$d.", body->members),
      body->members, least);
}

static char *
meetings_warning (const MappeStandingBody *body, const MappeLanguage *language)
{
  int least = (int) mappe_row_get_int (body->body, MAPPE_BODY_MINIMUM_MEETINGS);

  /* Translators: meetings of a body; its own minimum */
  return g_strdup_printf (
      mappe_language_plural (language, "%1$u meeting in the last twelve months; by its own rule there "
                                       "are at least %2$d.",
                             "%1$u meetings in the last twelve months; by its own rule there are at least %2$d.",
                             body->activity.meetings),
      body->activity.meetings, least);
}

static char *
rhythm_warning (const MappeStandingBody *body, const MappeLanguage *language)
{
  int months = (int) mappe_row_get_int (body->body, MAPPE_BODY_MEETS_EVERY_MONTHS);
  g_autofree char *last = NULL, *due = NULL;

  if (body->last == NULL)
    return g_strdup_printf (
        mappe_language_plural (language, "It never met; by its own rule it meets every %d month.",
                               "It never met; by its own rule it meets at least every %d months.", months),
        months);
  last = mappe_standing_words_meeting (body->last, language);
  due = mappe_language_date (language, body->due_on);
  /* Translators: day of the last meeting; day; number of months */
  return g_strdup_printf (
      mappe_language_plural (language, "Last met on %1$s; by its own rule it meets every %3$d month "
                                       "and was due on %2$s.",
                             "Last met on %1$s; by its own rule it meets at least every %3$d months "
                             "and was due on %2$s.", months),
      last, due, months);
}

/** mappe_standing_words_warnings: Returns: (transfer full) (element-type utf8): what falls under the minimum of @body,
 * without its name */
GPtrArray *
mappe_standing_words_warnings (const MappeStandingBody *body, const MappeLanguage *language)
{
  GPtrArray *warnings = g_ptr_array_new_with_free_func (g_free);

  if ((body->lacks & MAPPE_LACKS_MEMBERS) != 0)
    g_ptr_array_add (warnings, members_warning (body, language));
  if ((body->lacks & MAPPE_LACKS_MEETINGS) != 0)
    g_ptr_array_add (warnings, meetings_warning (body, language));
  if ((body->lacks & MAPPE_LACKS_RHYTHM) != 0)
    g_ptr_array_add (warnings, rhythm_warning (body, language));
  return warnings;
}

static gboolean
has_minimum (const MappeStandingReport *report)
{
  const guint rules[] = { MAPPE_BODY_MINIMUM_MEMBERS, MAPPE_BODY_MINIMUM_MEETINGS, MAPPE_BODY_MEETS_EVERY_MONTHS };

  for (guint i = 0; i < report->bodies->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (rules); j++)
      if (mappe_row_get_int (((const MappeStandingBody *) g_ptr_array_index (report->bodies, i))->body, rules[j]) > 0)
        return TRUE;
  return FALSE;
}

/** mappe_standing_words_verdict: Returns: whether the bodies keep the minimums they have set for themselves */
char *
mappe_standing_words_verdict (const MappeStandingReport *report, const MappeLanguage *language)
{
  guint n = mappe_standing_report_n_warnings (report);

  if (n > 0)
    return g_strdup_printf (
        mappe_language_plural (language, "%u minimum is not kept",
                               "%u minimums are not kept", n),
        n);
  return g_strdup (has_minimum (report) ? L_ ("All bodies keep their own minimum") : L_ ("No body has set a minimum"));
}

/* --- meetings and members --- */

/** mappe_standing_words_meeting: @meeting: (nullable). Returns: its day */
char *
mappe_standing_words_meeting (const MappeRow *meeting, const MappeLanguage *language)
{
  const char *day = meeting != NULL ? mappe_row_get_text (meeting, MAPPE_MEETING_HELD_ON) : NULL;

  return day != NULL ? mappe_language_date (language, day) : g_strdup ("–");
}

/** mappe_standing_words_rhythm: Returns: whether its own rhythm is kept */
char *
mappe_standing_words_rhythm (const MappeStandingBody *body, const MappeLanguage *language)
{
  int months = (int) mappe_row_get_int (body->body, MAPPE_BODY_MEETS_EVERY_MONTHS);
  g_autofree char *due = body->due_on != NULL ? mappe_language_date (language, body->due_on) : NULL;
  g_autofree char *rule = g_strdup_printf (
      mappe_language_plural (language, "every %d month",
                             "every %d months", months),
      months);

  switch (body->rhythm)
    {
    case MAPPE_RHYTHM_KEPT:
      /* Translators: "every 6 months" */
      return g_strdup_printf (L_ ("Own rhythm (%s): kept"), rule);
    case MAPPE_RHYTHM_OPEN:
      /* Translators: "every 6 months"; day */
      return g_strdup_printf (L_ ("Own rhythm (%1$s): no meeting is planned by %2$s"), rule, due);
    case MAPPE_RHYTHM_BROKEN:
      return g_strdup_printf (L_ ("Own rhythm (%s): not kept"), rule);
    case MAPPE_RHYTHM_NONE:
    default:
      return g_strdup (L_ ("No rhythm of its own"));
    }
}

/** mappe_standing_words_members: Returns: "25 members, 19 of them entitled to vote" */
char *
mappe_standing_words_members (const MappeStandingBody *body, const MappeLanguage *language)
{
  return g_strdup_printf (
      mappe_language_plural (language, "%1$u member, %2$u of them entitled to vote",
                             "%1$u members, %2$u of them entitled to vote", body->members),
      body->members, body->voting);
}

/* --- activity --- */

/** mappe_standing_words_activity: Returns: what was done in the last twelve months, in figures */
char *
mappe_standing_words_activity (const MappeStandingActivity *activity, const MappeLanguage *language)
{
  g_autofree char *meetings = g_strdup_printf (
      mappe_language_plural (language, "%u meeting",
                             "%u meetings", activity->meetings),
      activity->meetings);
  g_autofree char *decisions = g_strdup_printf (
      mappe_language_plural (language, "%u decision",
                             "%u decisions", activity->decisions),
      activity->decisions);
  /* Translators: measures begun in the last twelve months; those under way today */
  g_autofree char *measures = g_strdup_printf (
      mappe_language_plural (language, "%1$u measure begun (%2$u under way)",
                             "%1$u measures begun (%2$u under way)", activity->measures),
      activity->measures, activity->running);

  return g_strjoin (", ", meetings, decisions, measures, NULL);
}

/** mappe_standing_words_open: Returns: "4 decisions open, 2 of them late" */
char *
mappe_standing_words_open (const MappeStandingActivity *activity, const MappeLanguage *language)
{
  if (activity->open == 0)
    return g_strdup (L_ ("No decision is open"));
  return g_strdup_printf (
      mappe_language_plural (language, "%1$u decision open, %2$u late",
                             "%1$u decisions open, %2$u late", activity->open),
      activity->open, activity->late);
}

/* --- lists --- */

/** mappe_standing_words_topic: Returns: (transfer none): heading of a list */
const char *
mappe_standing_words_topic (MappeStandingTopic topic, const MappeLanguage *language)
{
  static const char *const topics[MAPPE_STANDING_N_TOPICS] = {
    [MAPPE_STANDING_DECISIONS] = N_("Open decisions"),
    [MAPPE_STANDING_TERMS] = N_("Terms ending within six months"),
    [MAPPE_STANDING_GRANTS] = N_("Granted and not paid"),
    [MAPPE_STANDING_BUDGETS] = N_("Planned and not spent"),
    [MAPPE_STANDING_REPORTS] = N_("Use reports due"),
    [MAPPE_STANDING_DEBRIEFS] = N_("Debriefs overdue"),
    [MAPPE_STANDING_REVIEWS] = N_("Reviews of agreements due"),
  };

  return L_ (topics[topic]);
}

/* "16,800.00 €" */
static char *
euro_words (gint64 cents, const MappeLanguage *language)
{
  g_autofree char *number = mappe_chart_number_text ((double) cents / 100, 2, language);

  return g_strconcat (number, "\u00a0€", NULL);
}

/** mappe_standing_words_count: Returns: how many lines the list has, or what they sum up to */
char *
mappe_standing_words_count (const MappeStandingReport *report, MappeStandingTopic topic, const MappeLanguage *language)
{
  guint n = report->entries[topic]->len, late = 0;
  g_autofree char *sum = euro_words (mappe_standing_report_sum (report, topic), language);

  for (guint i = 0; i < n; i++)
    late += ((const MappeStandingEntry *) g_ptr_array_index (report->entries[topic], i))->days_left < 0;
  if (n == 0)
    return g_strdup (L_ ("no entry"));
  if (topic == MAPPE_STANDING_GRANTS || topic == MAPPE_STANDING_BUDGETS)
    return g_strdup_printf (
        mappe_language_plural (language, "%1$s in %2$u line",
                               "%1$s in %2$u lines", n),
        sum, n);
  /* The heading of the debriefs says already that they are late. */
  if (late > 0 && topic != MAPPE_STANDING_DEBRIEFS)
    return g_strdup_printf (L_ ("%1$u, %2$u of them late"), n, late);
  return g_strdup_printf ("%u", n);
}

static char *
countdown (int days, const MappeLanguage *language)
{
  if (days == 0)
    return g_strdup (L_ ("today"));
  if (days < 0)
    return g_strdup_printf (
        mappe_language_plural (language, "%d day late",
                               "%d days late", -days),
        -days);
  return g_strdup_printf (mappe_language_plural (language, "%d day left", "%d days left", days), days);
}

/** mappe_standing_words_entry: Returns: what is said beside its title: day, countdown, amount, who */
char *
mappe_standing_words_entry (const MappeStandingReport *report, const MappeStandingEntry *entry,
                            const MappeLanguage *language)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *about = entry->about;

  if (entry->date != NULL)
    {
      g_ptr_array_add (parts, mappe_language_date (language, entry->date));
      g_ptr_array_add (parts, countdown (entry->days_left, language));
    }
  if (entry->cents != 0)
    g_ptr_array_add (parts, euro_words (entry->cents, language));
  if (about != NULL && entry->kind == &mappe_finance_line_kind)
    about = mappe_codes_label (report->codes, "finance_source", about, mappe_language_is_german (language));
  if (about != NULL)
    g_ptr_array_add (parts, g_strdup (about));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
