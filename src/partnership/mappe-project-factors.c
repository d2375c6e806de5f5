/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-project-factors.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mappe-chart-rows.h"
#include "mappe-project-factor.h"

enum { RISK, PROTECTIVE, N_GROUPS };

/* --- the profile --- */

static const char *
round_of (const MappeRow *factor)
{
  const char *round = mappe_row_get_text (factor, MAPPE_PROJECT_FACTOR_SURVEY_ROUND);

  return round != NULL ? round : "";
}

/* An earlier round of a factor is history; one of the latest round, or without any, is the profile. */
static void
keep_latest (GPtrArray *factors)
{
  g_autofree char *latest = NULL;

  for (guint i = 0; i < factors->len; i++)
    {
      const char *round = round_of (g_ptr_array_index (factors, i));

      if (g_strcmp0 (round, latest) > 0)
        {
          g_free (latest);
          latest = g_strdup (round);
        }
    }
  for (guint i = factors->len; i > 0; i--)
    {
      const char *round = round_of (g_ptr_array_index (factors, i - 1));

      if (*round != '\0' && g_strcmp0 (round, latest) != 0)
        g_ptr_array_remove_index (factors, i - 1);
    }
}

/**
 * mappe_project_factors_load:
 * @project: id
 *
 * Returns: (transfer full) (nullable) (element-type MappeRow): the factors of its latest survey round and those without
 *   a round, by reference
 */
GPtrArray *
mappe_project_factors_load (MappeSnapshot *snapshot, gint64 project, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_project_factor_kind);
  GPtrArray *factors;

  mappe_query_where_id (query, MAPPE_PROJECT_FACTOR_PROJECT, project);
  factors = mappe_snapshot_rows (snapshot, query, error);
  if (factors != NULL)
    keep_latest (factors);
  return factors;
}

/* What is not marked as a protective factor is a risk. */
static gboolean
is_risk (const MappeRow *factor)
{
  return g_strcmp0 (mappe_row_get_text (factor, MAPPE_PROJECT_FACTOR_FACTOR_TYPE), "protective") != 0;
}

/** mappe_project_factor_is_first: Returns: whether it is one of the priorities */
gboolean
mappe_project_factor_is_first (const MappeRow *factor)
{
  return mappe_row_get_int (factor, MAPPE_PROJECT_FACTOR_PRIORITY) != 0;
}

/** mappe_project_factor_name: Returns: (transfer none): what it is called; its code where nobody wrote a name */
const char *
mappe_project_factor_name (const MappeRow *factor)
{
  const char *label = mappe_row_get_text (factor, MAPPE_PROJECT_FACTOR_LABEL);
  const char *code = mappe_row_get_text (factor, MAPPE_PROJECT_FACTOR_FACTOR_CODE);

  return label != NULL ? label : code != NULL ? code : "–";
}

static double
value_of (const MappeRow *factor, guint field)
{
  return mappe_row_is_null (factor, field) ? NAN : mappe_row_get_real (factor, field);
}

static double
own_of (const MappeRow *factor)
{
  return value_of (factor, MAPPE_PROJECT_FACTOR_OWN_VALUE);
}

static double
comparison_of (const MappeRow *factor)
{
  return value_of (factor, MAPPE_PROJECT_FACTOR_COMPARISON_VALUE);
}

static guint
digits_of (double value)
{
  return isnan (value) || value == floor (value) ? 0 : 1;
}

static char *
percent (double value, const MappeLanguage *language)
{
  return mappe_chart_number_text (value, digits_of (value), language);
}

/**
 * mappe_project_factor_words:
 * @language: (nullable): of the words
 *
 * Returns: (transfer full): "Risk factor · 41 %, elsewhere 33 % · ◆ priority"
 */
char *
mappe_project_factor_words (const MappeRow *factor, const MappeLanguage *language)
{
  double own = own_of (factor), other = comparison_of (factor);
  GString *words = g_string_new (is_risk (factor) ? L_("Risk factor") : L_("Protective factor"));
  g_autofree char *here = isnan (own) ? NULL : percent (own, language);
  g_autofree char *there = isnan (other) ? NULL : percent (other, language);

  g_string_append (words, " · ");
  if (here == NULL)
    g_string_append (words, L_("not measured"));
  else if (there == NULL)
    g_string_append_printf (words, L_("%s %%, no comparison"), here);
  else
    /* Translators: value of a factor here; value it is compared with */
    g_string_append_printf (words, L_("%1$s %%, in comparison %2$s %%"), here, there);
  if (mappe_project_factor_is_first (factor))
    g_string_append_printf (words, " · ◆ %s", L_("priority"));
  return g_string_free (words, FALSE);
}

/* --- the chart --- */

static double
difference_of (const MappeChartFactor *factor)
{
  double difference = factor->own - factor->comparison;

  return isnan (difference) ? 0 : difference;
}

static int
by_difference (gconstpointer a, gconstpointer b)
{
  double left = difference_of (a), right = difference_of (b);

  return left < right ? -1 : left > right;
}

/* The worst first: more of a risk than elsewhere, less of what protects. */
static int
by_more (gconstpointer a, gconstpointer b)
{
  return by_difference (b, a);
}

static guint
collect (const GPtrArray *factors, gboolean risk, GArray *found)
{
  guint digits = 0;

  for (guint i = 0; i < factors->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (factors, i);
      MappeChartFactor factor = { mappe_project_factor_name (row), own_of (row), comparison_of (row),
                                  mappe_project_factor_is_first (row) };

      if (isnan (factor.own) || is_risk (row) != risk)
        continue;
      digits = MAX (digits, MAX (digits_of (factor.own), digits_of (factor.comparison)));
      g_array_append_val (found, factor);
    }
  g_array_sort (found, risk ? by_more : by_difference);
  return digits;
}

static guint
count_first (const GArray *factors, GString *names)
{
  guint n = 0;

  for (guint i = 0; i < factors->len; i++)
    {
      const MappeChartFactor *factor = &g_array_index (factors, MappeChartFactor, i);

      if (!factor->priority)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", factor->name);
      n++;
    }
  return n;
}

static char *
finding (GArray *const *groups, const MappeLanguage *language)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint all = groups[RISK]->len + groups[PROTECTIVE]->len;
  guint first = count_first (groups[RISK], names) + count_first (groups[PROTECTIVE], names);

  if (first == 0)
    return g_strdup_printf (mappe_language_plural (language, "%u factor measured, not a priority yet",
                                                   "%u factors measured, none of them a priority yet", all), all);
  /* Translators: number of priorities, number of all factors, names of the priorities */
  return g_strdup_printf (mappe_language_plural (language, "%1$u of %2$u factors is a priority: %3$s",
                                                 "%1$u of %2$u factors are priorities: %3$s", first), first, all,
                          names->str);
}

static void
summarise (GString *summary, const GArray *factors, const char *heading, guint digits, const MappeLanguage *language)
{
  if (factors->len > 0)
    g_string_append_printf (summary, " %s.", heading);
  for (guint i = 0; i < factors->len; i++)
    {
      const MappeChartFactor *factor = &g_array_index (factors, MappeChartFactor, i);
      g_autofree char *own = mappe_chart_number_text (factor->own, digits, language);
      g_autofree char *other = isnan (factor->comparison) ? g_strdup ("–")
                                                          : mappe_chart_number_text (factor->comparison, digits,
                                                                                     language);

      /* Translators: name of a factor, its value here, value it is compared with */
      g_string_append_printf (summary, L_(" %1$s: %2$s %%, in comparison %3$s %%"), factor->name, own, other);
      g_string_append_printf (summary, "%s%s.", factor->priority ? ", " : "", factor->priority ? L_("priority") : "");
    }
}

static char *
rounds_of (const GPtrArray *factors, const MappeLanguage *language)
{
  for (guint i = 0; i < factors->len; i++)
    if (*round_of (g_ptr_array_index (factors, i)) != '\0')
      return g_strdup_printf (L_("Survey round %s"), round_of (g_ptr_array_index (factors, i)));
  return NULL;
}

/**
 * mappe_project_factors_chart:
 * @factors: (element-type MappeRow): see mappe_project_factors_load()
 * @title: of the project
 * @language: (nullable): of its texts
 *
 * Returns: (transfer full) (nullable): own values against those elsewhere, risk and protective factors apart; %NULL
 *   when nothing was measured
 */
MappeChart *
mappe_project_factors_chart (const GPtrArray *factors, const char *title, const MappeLanguage *language)
{
  g_autoptr (GArray) risks = g_array_new (FALSE, FALSE, sizeof (MappeChartFactor));
  g_autoptr (GArray) protective = g_array_new (FALSE, FALSE, sizeof (MappeChartFactor));
  GArray *found[N_GROUPS] = { risks, protective };
  guint of_risks = collect (factors, TRUE, risks), of_others = collect (factors, FALSE, protective);
  guint digits = MAX (of_risks, of_others);
  g_autofree char *said = NULL, *round = rounds_of (factors, language), *subtitle = NULL;
  const char *risk_name = L_("Risk factors: less is better"), *other_name = L_("Protective factors: more is better");
  const char *notes[] = { L_("◆ priority: chosen to be worked on. The line in each bar is the comparison; the figure "
                             "at the right is the difference in points."), NULL };
  MappeChartFactorGroup groups[N_GROUPS] = {
    { risk_name, L_("risk factor"), (gpointer) risks->data, risks->len },
    { other_name, L_("protective factor"), (gpointer) protective->data, protective->len },
  };
  MappeChartFactors chart = { { L_("Share of those asked"), "%", digits, FALSE }, L_("Own value"),
                              L_("Comparison value"), groups, N_GROUPS };
  MappeChartHead head = { .language = language, .source = L_("survey of the project"), .notes = notes };
  g_autoptr (GString) summary = NULL;

  if (risks->len + protective->len == 0)
    return NULL;
  head.title = said = finding (found, language);
  head.subtitle = subtitle = round != NULL ? g_strdup_printf ("%s · %s", title, round) : g_strdup (title);
  summary = g_string_new (said);
  g_string_append_c (summary, '.');
  summarise (summary, risks, risk_name, digits, language);
  summarise (summary, protective, other_name, digits, language);
  head.summary = summary->str;
  return mappe_chart_new_factors (&head, &chart);
}
