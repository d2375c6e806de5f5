/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-funding-words.h"

#include <glib/gi18n-lib.h>

#include "mappe-chart-text.h"
#include "mappe-date.h"
#include "mappe-funding-application.h"
#include "mappe-funding-programme.h"

/* How an application stands by the rules of its programme, in words: for the window and for the terminal. */

/** mappe_funding_words_euro: Returns: (transfer full): "1,500.00 €" */
char *
mappe_funding_words_euro (gint64 cents, const MappeLanguage *language)
{
  g_autofree char *figure = mappe_chart_number_text ((double) cents / 100, 2, language);

  return g_strdup_printf ("%s €", figure);
}

/** mappe_funding_words_days: Returns: (transfer full): "31 March 2027: 121 days left" */
char *
mappe_funding_words_days (const char *day, const char *today, const MappeLanguage *language)
{
  g_autofree char *date = mappe_language_date (language, day);
  int left = mappe_date_days_between (today, day);
  guint n = (guint) ABS (left);
  g_autofree char *days =
      g_strdup_printf (left >= 0 ? mappe_language_plural (language, "%u day left", "%u days left", n)
                                 : mappe_language_plural (language, "▲ %u day over", "▲ %u days over", n), n);

  return g_strdup_printf ("%s: %s", date, days);
}

/** mappe_funding_words_report: Returns: (transfer full): how the proof of use stands, with its countdown */
char *
mappe_funding_words_report (const MappeFundingFile *file, const char *today, const MappeLanguage *language)
{
  const char *due = mappe_row_get_text (file->application->row, MAPPE_FUNDING_APPLICATION_USE_REPORT_DUE_ON);
  const char *done = mappe_row_get_text (file->application->row, MAPPE_FUNDING_APPLICATION_USE_REPORT_ON);
  g_autofree char *date = done != NULL ? mappe_language_date (language, done) : NULL;

  if (done != NULL && due != NULL && g_strcmp0 (done, due) > 0)
    return g_strdup_printf (L_ ("handed in on %s, after its day"), date);
  if (done != NULL)
    return g_strdup_printf (L_ ("✓ handed in on %s"), date);
  return due != NULL ? mappe_funding_words_days (due, today, language) : g_strdup (L_ ("no day noted"));
}

/** mappe_funding_words_rule: Returns: what a rule is about */
const char *
mappe_funding_words_rule (MappeFundingRule rule, const MappeLanguage *language)
{
  static const char *const names[MAPPE_FUNDING_N_RULES] = {
    N_("Open for applications"), N_("Deadline for applications"), N_("Highest share"), N_("Cap a year"),
    N_("Longest time"), N_("Least own share"), N_("Cost covered"), N_("Papers"), N_("Statement of the council"),
  };

  return L_ (names[rule]);
}

static const char *
verdict_words (MappeFundingVerdict verdict, const MappeLanguage *language)
{
  return verdict == MAPPE_FUNDING_MET       ? L_ ("✓ met")
         : verdict == MAPPE_FUNDING_NOT_MET ? L_ ("▲ not met")
         : verdict == MAPPE_FUNDING_UNKNOWN ? L_ ("? unknown")
                                            : L_ ("no rule");
}

/* --- the figures behind a verdict --- */

static char *
quota_words (const MappeFundingFile *file, const MappeFundingCheck *check, const MappeLanguage *language)
{
  double quota = mappe_row_get_real (file->programme, MAPPE_FUNDING_PROGRAMME_QUOTA_PCT);
  double share = file->sum.total > 0 ? 100.0 * (double) check->value / (double) file->sum.total : 0;
  g_autofree char *has = mappe_chart_number_text (share, 1, language);
  g_autofree char *may = mappe_chart_number_text (quota, 0, language);
  g_autofree char *most = mappe_funding_words_euro (check->limit, language);

  if (check->verdict == MAPPE_FUNDING_UNKNOWN)
    return g_strdup_printf (L_ ("at most %s %% of the cost; enter the cost and what is asked for"), may);
  /* Translators: two shares in percent; an amount */
  return g_strdup_printf (L_ ("%1$s %% of the cost; at most %2$s %%, that is %3$s"), has, may, most);
}

static char *
amount_words (const MappeFundingCheck *check, gboolean least, const MappeLanguage *language)
{
  g_autofree char *has = mappe_funding_words_euro (check->value, language);
  g_autofree char *limit = mappe_funding_words_euro (check->limit, language);

  /* Translators: two amounts */
  return g_strdup_printf (least ? L_ ("%1$s; at least %2$s") : L_ ("%1$s; at most %2$s"), has, limit);
}

static char *
covered_words (const MappeFundingCheck *check, const MappeLanguage *language)
{
  g_autofree char *gap = mappe_funding_words_euro (ABS (check->limit - check->value), language);

  if (check->verdict == MAPPE_FUNDING_UNKNOWN)
    return g_strdup (L_ ("enter the cost and what is asked for"));
  return check->value == check->limit  ? g_strdup (L_ ("the cost is covered"))
         : check->value < check->limit ? g_strdup_printf (L_ ("%s are missing"), gap)
                                       : g_strdup_printf (L_ ("%s more than it costs"), gap);
}

static char *
years_words (const MappeFundingCheck *check, const MappeLanguage *language)
{
  if (check->verdict == MAPPE_FUNDING_UNKNOWN)
    return g_strdup_printf (L_ ("at most %d months; begin and end of the project are not known"), (int) check->limit);
  return g_strdup_printf (L_ ("the project takes %1$d months; at most %2$d"), (int) check->value, (int) check->limit);
}

static char *
deadline_words (const MappeFundingFile *file, const MappeFundingCheck *check, const char *today,
                const MappeLanguage *language)
{
  const char *applied = mappe_row_get_text (file->application->row, MAPPE_FUNDING_APPLICATION_APPLIED_ON);
  g_autofree char *day = applied != NULL ? mappe_language_date (language, applied) : NULL;

  if (day != NULL)
    return g_strdup_printf (L_ ("handed in on %s"), day);
  return check->verdict == MAPPE_FUNDING_UNKNOWN || file->deadline == NULL
             ? g_strdup (L_ ("the day of the application is not known"))
             : mappe_funding_words_days (file->deadline, today, language);
}

static char *
papers_words (const MappeFundingCheck *check, const MappeLanguage *language)
{
  /* Translators: numbers of papers */
  g_autofree char *supplied = g_strdup_printf (L_ ("%1$d of %2$d supplied"), (int) check->value, (int) check->limit);

  return check->verdict == MAPPE_FUNDING_UNKNOWN
             ? g_strdup_printf (L_ ("%s; papers of the programme are not on the list yet"), supplied)
             : g_steal_pointer (&supplied);
}

static char *
detail_words (const MappeFundingFile *file, MappeFundingRule rule, const MappeFundingCheck *check, const char *today,
              const MappeLanguage *language)
{
  switch (rule)
    {
    case MAPPE_FUNDING_RULE_DEADLINE:
      return deadline_words (file, check, today, language);
    case MAPPE_FUNDING_RULE_QUOTA:
      return quota_words (file, check, language);
    case MAPPE_FUNDING_RULE_CAP:
      return amount_words (check, FALSE, language);
    case MAPPE_FUNDING_RULE_OWN_SHARE:
      return amount_words (check, TRUE, language);
    case MAPPE_FUNDING_RULE_YEARS:
      return years_words (check, language);
    case MAPPE_FUNDING_RULE_COVERED:
      return covered_words (check, language);
    case MAPPE_FUNDING_RULE_PAPERS:
      return papers_words (check, language);
    case MAPPE_FUNDING_RULE_STATEMENT:
      return g_strdup (check->verdict == MAPPE_FUNDING_MET ? L_ ("decided")
                       : check->value > 0                  ? L_ ("drafted, not decided yet")
                                                           : L_ ("the programme wants one"));
    case MAPPE_FUNDING_RULE_OPEN:
    case MAPPE_FUNDING_N_RULES:
    default:
      return NULL;
    }
}

/**
 * mappe_funding_words_check:
 *
 * Returns: (transfer full) (nullable): "✓ met: 59.4 % of the cost; at most 80 %, that is 25,600.00 €"; %NULL: the
 *   programme has no such rule
 */
char *
mappe_funding_words_check (const MappeFundingFile *file, MappeFundingRule rule, const char *today,
                           const MappeLanguage *language)
{
  MappeFundingCheck check = mappe_funding_check (file, rule, today);
  g_autofree char *detail = detail_words (file, rule, &check, today, language);

  if (check.verdict == MAPPE_FUNDING_NO_RULE)
    return NULL;
  return g_strdup_printf ("%s%s%s", verdict_words (check.verdict, language), detail != NULL ? ": " : "",
                          detail != NULL ? detail : "");
}
