/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-funding-rules.h"

#include <math.h>

#include "mappe-application-paper.h"
#include "mappe-date.h"
#include "mappe-funding-application.h"
#include "mappe-funding-programme.h"
#include "mappe-project.h"

/* The rules of a programme beside what an application says. */

static const MappeFundingCheck no_rule = { MAPPE_FUNDING_NO_RULE, 0, 0 };

static MappeFundingCheck
check_of (gboolean met, gint64 limit, gint64 value)
{
  return (MappeFundingCheck) { met ? MAPPE_FUNDING_MET : MAPPE_FUNDING_NOT_MET, limit, value };
}

static MappeFundingCheck
unknown (gint64 limit, gint64 value)
{
  return (MappeFundingCheck) { MAPPE_FUNDING_UNKNOWN, limit, value };
}

static gboolean
has (const MappeFundingFile *file, guint field)
{
  return !mappe_row_is_null (file->application->row, field);
}

static gboolean
rules (const MappeFundingFile *file, guint field)
{
  return !mappe_row_is_null (file->programme, field);
}

static gboolean
is_draft (const MappeFundingFile *file)
{
  return g_strcmp0 (mappe_row_get_text (file->application->row, MAPPE_FUNDING_APPLICATION_STATUS), "draft") == 0;
}

/* --- time --- */

/* Only who still writes is concerned: later the programme may have closed. */
static MappeFundingCheck
check_open (const MappeFundingFile *file)
{
  if (!is_draft (file))
    return no_rule;
  return check_of (mappe_row_get_int (file->programme, MAPPE_FUNDING_PROGRAMME_OPEN) != 0, 0, 0);
}

/* An application handed in is measured by the deadline that followed its day in that year. */
static MappeFundingCheck
check_deadline (const MappeFundingFile *file, const char *today)
{
  const char *applied = mappe_row_get_text (file->application->row, MAPPE_FUNDING_APPLICATION_APPLIED_ON);
  const char *day = applied != NULL ? applied : today;
  g_autofree char *deadline = mappe_funding_deadline (file->programme, day);

  if (deadline == NULL)
    return no_rule;
  if (applied == NULL && !is_draft (file))
    return unknown (0, 0);
  return check_of (g_strcmp0 (day, deadline) <= 0, 0, mappe_date_days_between (day, deadline));
}

static int
months_between (const char *from, const char *to)
{
  GDate first, last;

  if (!mappe_date_parse_iso (from, &first) || !mappe_date_parse_iso (to, &last))
    return 0;
  /* The last day belongs to it: January to December are twelve months. */
  g_date_add_days (&last, 1);
  return (g_date_get_year (&last) - g_date_get_year (&first)) * 12 + (int) g_date_get_month (&last)
         - (int) g_date_get_month (&first) + (g_date_get_day (&last) > g_date_get_day (&first));
}

static MappeFundingCheck
check_years (const MappeFundingFile *file)
{
  gint64 limit = mappe_row_get_int (file->programme, MAPPE_FUNDING_PROGRAMME_MOST_YEARS) * 12;
  const char *start = file->project != NULL ? mappe_row_get_text (file->project, MAPPE_PROJECT_START_ON) : NULL;
  const char *end = file->project != NULL ? mappe_row_get_text (file->project, MAPPE_PROJECT_END_ON) : NULL;
  gint64 months = start != NULL && end != NULL ? months_between (start, end) : 0;

  if (limit == 0)
    return no_rule;
  return months > 0 ? check_of (months <= limit, limit, months) : unknown (limit, 0);
}

/* --- money --- */

static MappeFundingCheck
check_quota (const MappeFundingFile *file)
{
  const MappeFundingSum *sum = &file->sum;
  double quota = mappe_row_get_real (file->programme, MAPPE_FUNDING_PROGRAMME_QUOTA_PCT);
  gint64 limit = (gint64) floor (quota * (double) sum->total / 100 + 1e-6);

  if (!rules (file, MAPPE_FUNDING_PROGRAMME_QUOTA_PCT))
    return no_rule;
  if (!has (file, MAPPE_FUNDING_APPLICATION_ASKED_EUR) || sum->total <= 0)
    return unknown (limit, sum->asked);
  return check_of (sum->asked <= limit, limit, sum->asked);
}

static MappeFundingCheck
check_cap (const MappeFundingFile *file)
{
  gint64 limit = mappe_row_get_int (file->programme, MAPPE_FUNDING_PROGRAMME_CAP_EUR);

  if (!rules (file, MAPPE_FUNDING_PROGRAMME_CAP_EUR))
    return no_rule;
  if (!has (file, MAPPE_FUNDING_APPLICATION_ASKED_EUR))
    return unknown (limit, 0);
  return check_of (file->sum.asked <= limit, limit, file->sum.asked);
}

static MappeFundingCheck
check_own_share (const MappeFundingFile *file)
{
  const MappeFundingSum *sum = &file->sum;
  gboolean entered = has (file, MAPPE_FUNDING_APPLICATION_OWN_EUR)
                     || has (file, MAPPE_FUNDING_APPLICATION_VOLUNTEER_HOURS);

  if (mappe_row_get_real (file->programme, MAPPE_FUNDING_PROGRAMME_OWN_SHARE_PCT) <= 0)
    return no_rule;
  if (sum->total <= 0 || !entered)
    return unknown (sum->least_own, sum->own);
  return check_of (sum->own >= sum->least_own, sum->least_own, sum->own);
}

static MappeFundingCheck
check_covered (const MappeFundingFile *file)
{
  const MappeFundingSum *sum = &file->sum;
  gint64 found = sum->total - sum->missing;

  if (sum->total <= 0 || !has (file, MAPPE_FUNDING_APPLICATION_ASKED_EUR))
    return unknown (sum->total, found);
  return check_of (sum->missing == 0, sum->total, found);
}

/* --- papers --- */

static MappeFundingCheck
check_papers (const MappeFundingFile *file)
{
  g_autoptr (GPtrArray) wanted = mappe_funding_wanted_papers (file);
  gint64 supplied = 0, all = file->papers->len + wanted->len;

  for (guint i = 0; i < file->papers->len; i++)
    supplied += !mappe_row_is_null (((MappeListed *) g_ptr_array_index (file->papers, i))->row,
                                    MAPPE_APPLICATION_PAPER_SUPPLIED_ON);
  if (all == 0)
    return no_rule;
  return wanted->len > 0 ? unknown (all, supplied) : check_of (supplied == all, all, supplied);
}

static MappeFundingCheck
check_statement (const MappeFundingFile *file)
{
  if (mappe_row_get_int (file->programme, MAPPE_FUNDING_PROGRAMME_NEEDS_STATEMENT) == 0)
    return no_rule;
  /* A draft is none: it counts with the decision. */
  return check_of (has (file, MAPPE_FUNDING_APPLICATION_COUNCIL_STATEMENT)
                   && has (file, MAPPE_FUNDING_APPLICATION_DECISION), 0,
                   has (file, MAPPE_FUNDING_APPLICATION_COUNCIL_STATEMENT));
}

/**
 * mappe_funding_check:
 * @today: "YYYY-MM-DD": for what is not handed in yet
 *
 * Returns: whether the application keeps the rule; %MAPPE_FUNDING_NO_RULE where the programme has none
 */
MappeFundingCheck
mappe_funding_check (const MappeFundingFile *file, MappeFundingRule rule, const char *today)
{
  switch (rule)
    {
    case MAPPE_FUNDING_RULE_OPEN:
      return check_open (file);
    case MAPPE_FUNDING_RULE_DEADLINE:
      return check_deadline (file, today);
    case MAPPE_FUNDING_RULE_QUOTA:
      return check_quota (file);
    case MAPPE_FUNDING_RULE_CAP:
      return check_cap (file);
    case MAPPE_FUNDING_RULE_YEARS:
      return check_years (file);
    case MAPPE_FUNDING_RULE_OWN_SHARE:
      return check_own_share (file);
    case MAPPE_FUNDING_RULE_COVERED:
      return check_covered (file);
    case MAPPE_FUNDING_RULE_PAPERS:
      return check_papers (file);
    case MAPPE_FUNDING_RULE_STATEMENT:
      return check_statement (file);
    case MAPPE_FUNDING_N_RULES:
    default:
      return no_rule;
    }
}

/** mappe_funding_n_not_met: Returns: how many rules are not met; what is unknown is none of them */
guint
mappe_funding_n_not_met (const MappeFundingFile *file, const char *today)
{
  guint n = 0;

  for (guint i = 0; i < MAPPE_FUNDING_N_RULES; i++)
    n += mappe_funding_check (file, i, today).verdict == MAPPE_FUNDING_NOT_MET;
  return n;
}
