/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "mappe-cli-stats.h"
#include "mappe-text.h"

/* What the methods are called, and what is wrong with a cell. */

/* Of a cell in a message. */
#define MOST_CHARACTERS 40

static const struct {
  const char *name;
  const char *summary;
} summaries[] = {
  { "attribute_chart", N_("Control chart of counts, rates or shares (c, u, p, Laney)") },
  { "autocorr", N_("Autocorrelation, Durbin and Watson, Ljung and Box") },
  { "cusum", N_("Cumulated sums against a target") },
  { "did", N_("Difference in differences of shares or means") },
  { "disclosure", N_("Hide small counts of a table, and what would give them away") },
  { "dispersion", N_("Variance against mean: more spread than a Poisson distribution?") },
  { "etest", N_("Two counts compared: E-test") },
  { "evidence_grade", N_("What a design can show: Maryland scale, methods, claim") },
  { "gas", N_("Goal attainment") },
  { "its", N_("Interrupted time series, linear, with Newey and West’s errors") },
  { "its_glm", N_("Interrupted time series of counts (Poisson), with season and exposure") },
  { "likert", N_("Answers on a scale: shares, net, diverging bar, mean") },
  { "mann_kendall", N_("Trend: Mann and Kendall, with Sen’s slope") },
  { "mean_diff", N_("Difference of two means: Welch, Hedges’ g") },
  { "meta", N_("Effects of several areas or offences pooled") },
  { "mwu", N_("Two groups of answers compared by ranks") },
  { "newcombe", N_("Difference of two shares, other persons") },
  { "paired", N_("Difference of two shares, same persons: Tango, McNemar") },
  { "pettitt", N_("Change point of a series") },
  { "poisson_ci", N_("One count or rate with its interval") },
  { "poisson_z", N_("Two counts compared: flag") },
  { "rate", N_("Rates before and after, change in percent, index") },
  { "rate_ratio", N_("Ratio of the rates after and before, one area") },
  { "res", N_("Relative effect size against a comparison area") },
  { "res_from_percent", N_("The same from published percentages") },
  { "rounding", N_("Round counts to a base before they are published") },
  { "rules", N_("Signals of a control chart: Nelson, Western Electric, NHS") },
  { "run_chart", N_("Run chart: longest run, crossings of the median") },
  { "seasonal", N_("Season of a series") },
  { "seasonal_mk", N_("Trend within the months: Hirsch and Slack") },
  { "survey_design", N_("Share of weighted answers, finite population") },
  { "wdd", N_("Weighted displacement difference of areas") },
  { "wdd_harm", N_("The same over several offences, weighed by harm") },
  { "wdq", N_("Weighted displacement quotient, as description") },
  { "wilson", N_("One share with its interval") },
  { "xmr", N_("Control chart of single values (XmR)") },
};

/** mappe_cli_method_summary: Returns: what the method @name does, in the language of the session */
const char *
mappe_cli_method_summary (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (summaries); i++)
    if (g_str_equal (summaries[i].name, name))
      return _(summaries[i].summary);
  return "";
}

static const char *
problem_text (MappeMethodProblem problem)
{
  switch (problem)
    {
    case MAPPE_METHOD_NOT_FINITE:
      return _("must be finite");
    case MAPPE_METHOD_NEGATIVE:
      return _("must not be negative");
    case MAPPE_METHOD_NOT_WHOLE:
      return _("must be a whole number");
    case MAPPE_METHOD_NOT_A_PLACE:
      return _("must be a whole number from 1 on");
    case MAPPE_METHOD_NOT_A_SHARE:
      return _("must be between 0 and 1");
    case MAPPE_METHOD_NOT_A_FLAG:
      return _("must be 0 or 1");
    case MAPPE_METHOD_NO_SUCH_WORD:
      return _("is not one of the words that may stand here");
    case MAPPE_METHOD_MORE_THAN_ALL:
      return _("is more than there are in all");
    case MAPPE_METHOD_TOO_LARGE:
      return _("is too large");
    case MAPPE_METHOD_TOO_SMALL:
      return _("is too small");
    case MAPPE_METHOD_UNEQUAL:
      return _("has not as many values as belong here");
    case MAPPE_METHOD_TOO_LONG:
      return _("has more than 1,000,000 values");
    case MAPPE_METHOD_NOT_A_NUMBER:
    case MAPPE_METHOD_NO_SERIES:
    case MAPPE_METHOD_FINE:
    default:
      return _("is not a number");
    }
}

/* The value of a list that is meant, or the cell. */
static char *
faulty_text (const MappeMethodFault *fault, const char *cell)
{
  g_auto (GStrv) parts = NULL;
  guint place = (guint) fault->place;

  if (place == 0 || strchr (cell, '#') != NULL)
    return mappe_text_ellipsize (cell, MOST_CHARACTERS);
  parts = g_strsplit_set (cell, ";/", -1);
  return mappe_text_ellipsize (place <= g_strv_length (parts) ? parts[place - 1] : cell, MOST_CHARACTERS);
}

/**
 * mappe_cli_fault_text:
 * @method: what could not be computed
 * @fault: why
 * @cell: text of the cell at fault
 * @cause: (nullable): what reading its series ended with
 *
 * Returns: (transfer full): a message that names the column, and the value of a list
 */
char *
mappe_cli_fault_text (const MappeMethod *method,
                      const MappeMethodFault *fault,
                      const char *cell,
                      const GError *cause)
{
  const MappeMethodColumn *column = &method->inputs[fault->column];
  g_autofree char *value = faulty_text (fault, cell);

  if (fault->problem == MAPPE_METHOD_NO_SERIES)
    return g_strdup_printf (_("column “%s”: %s"), column->name, cause != NULL ? cause->message : value);
  if (fault->problem == MAPPE_METHOD_NO_SUCH_WORD)
    return g_strdup_printf (_("column “%s”: “%s” is none of %s"), column->name, value, column->words);
  if (fault->place > 0)
    return g_strdup_printf (_("column “%s”, value %u: “%s” %s"), column->name, (guint) fault->place, value,
                            problem_text (fault->problem));
  return g_strdup_printf (_("column “%s”: “%s” %s"), column->name, value, problem_text (fault->problem));
}
