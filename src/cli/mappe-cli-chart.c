/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "mappe-area-chart.h"
#include "mappe-area.h"
#include "mappe-chart-write.h"
#include "mappe-cli-outcome.h"
#include "mappe-outcome-chart.h"
#include "mappe-project-factors.h"
#include "mappe-project.h"

/* Charts of outcomes as files, without a display. */

#define LARGEST_SIDE 10000

/**
 * Options: what was typed
 * @kind: valid unless @map, @pairing or @factors
 */
typedef struct {
  MappeOutcomeChart    kind;
  gboolean             map, pairing, factors;
  const MappeLanguage *language;
  MappeChartTheme      theme;
  MappeChartFormat     format;
  double               width, height;
} Options;

/* --- options --- */

static gboolean
read_type (const char *typed, Options *options, GError **error)
{
  g_autoptr (GString) words = g_string_new ("map, pairing, factors");

  options->map = g_strcmp0 (typed, "map") == 0;
  options->pairing = g_strcmp0 (typed, "pairing") == 0;
  options->factors = g_strcmp0 (typed, "factors") == 0;
  if (typed == NULL || options->map || options->pairing || options->factors
      || mappe_outcome_chart_from_word (typed, &options->kind))
    return TRUE;
  for (MappeOutcomeChart kind = 0; kind < MAPPE_OUTCOME_CHART_N; kind++)
    g_string_append_printf (words, ", %s", mappe_outcome_chart_word (kind));
  return mappe_cli_usage (error, _("--type takes one of %s, not “%s”"), words->str, typed);
}

static gboolean
read_size (const char *typed, Options *options, GError **error)
{
  unsigned int width = 1000, height = 600;
  char end;

  if (typed != NULL && (sscanf (typed, "%5ux%5u%c", &width, &height, &end) != 2 || width < 100 || height < 100
                        || width > LARGEST_SIDE || height > LARGEST_SIDE))
    return mappe_cli_usage (error, _("--size takes WIDTHxHEIGHT from 100 to %d, not “%s”"), LARGEST_SIDE, typed);
  options->width = width;
  options->height = height;
  return TRUE;
}

static gboolean
read_theme (const char *typed, Options *options, GError **error)
{
  if (mappe_chart_theme_from_name (typed != NULL ? typed : "light", &options->theme))
    return TRUE;
  return mappe_cli_usage (error, _("--theme takes light, dark, print, contrast or contrast-dark, not “%s”"), typed);
}

/* --- making it --- */

typedef struct {
  const Options *options;
  gint64         area, project;
} Wanted;

static gpointer
load_factor_chart (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (MappeRow) project = mappe_snapshot_load (snapshot, &mappe_project_kind, wanted->project, error);
  g_autoptr (GPtrArray) factors = project != NULL ? mappe_project_factors_load (snapshot, project->id, error) : NULL;

  if (factors == NULL)
    return NULL;
  return mappe_project_factors_chart (factors, mappe_row_get_text (project, MAPPE_PROJECT_TITLE),
                                      wanted->options->language);
}

static MappeChart *
make_factor_chart (MappeStore *store, const char *reference, const Options *options, GError **error)
{
  Wanted wanted = { options, 0, mappe_cli_find (store, &mappe_project_kind, reference, error) };
  g_autoptr (GError) cause = NULL;
  MappeChart *chart = wanted.project != 0 ? mappe_store_read (store, load_factor_chart, &wanted, &cause) : NULL;

  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  else if (chart == NULL && wanted.project != 0)
    mappe_cli_wrong (error, _("The data of “%s” do not allow this chart"), reference);
  return chart;
}

static gpointer
load_area_chart (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;

  if (wanted->options->map)
    return mappe_area_chart_map (snapshot, wanted->options->language, error);
  return mappe_area_chart_pairing (snapshot, wanted->area, wanted->options->language, error);
}

static MappeChart *
make_area_chart (MappeStore *store, const char *reference, const Options *options, GError **error)
{
  Wanted wanted = { options, 0, 0 };
  g_autoptr (GError) cause = NULL;
  MappeChart *chart;

  if (options->pairing)
    wanted.area = mappe_cli_find (store, &mappe_area_kind, reference, error);
  if (options->pairing && wanted.area == 0)
    return NULL;
  chart = mappe_store_read (store, load_area_chart, &wanted, &cause);
  if (g_error_matches (cause, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND))
    mappe_cli_wrong (error, _("The data of “%s” do not allow this chart"), reference);
  else if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return chart;
}

/* The first evaluation that the chart fits; without a type, the chart that fits the first one. */
static MappeChart *
make_outcome_chart (GPtrArray *outcomes, const char *type, const Options *options)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      g_autoptr (GPtrArray) evaluations = mappe_evaluation_list (g_ptr_array_index (outcomes, i));

      for (guint k = 0; k < evaluations->len; k++)
        {
          const MappeEvaluation *evaluation = g_ptr_array_index (evaluations, k);
          MappeOutcomeChart kinds[MAPPE_OUTCOME_CHART_N];
          guint n = mappe_outcome_chart_kinds (evaluation, kinds);
          MappeChart *chart = NULL;

          if (type != NULL)
            chart = mappe_outcome_chart_new (evaluation, options->kind, options->language);
          else if (n > 0)
            chart = mappe_outcome_chart_new (evaluation, kinds[0], options->language);
          if (chart != NULL)
            return chart;
        }
    }
  return NULL;
}

static MappeChart *
make_chart (MappeStore *store, const char *reference, const char *type, const Options *options, GError **error)
{
  g_autoptr (GPtrArray) outcomes = NULL;
  MappeChart *chart;

  if (options->map || options->pairing)
    return make_area_chart (store, reference, options, error);
  if (options->factors)
    return make_factor_chart (store, reference, options, error);
  outcomes = mappe_cli_outcomes (store, reference, error);
  if (outcomes == NULL)
    return NULL;
  chart = make_outcome_chart (outcomes, type, options);
  if (chart == NULL)
    mappe_cli_wrong (error, _("The data of “%s” do not allow this chart"), reference);
  return chart;
}

static gboolean
write_chart (MappeChart *chart, const char *path, const Options *options, GError **error)
{
  g_autoptr (MappeChartView) view = mappe_chart_view_new (chart);

  mappe_chart_view_set_size (view, options->width, options->height);
  mappe_chart_view_set_theme (view, options->theme);
  return mappe_chart_view_write (view, path, options->format, 1, error);
}

/** mappe_cli_chart: Writes a chart of an outcome as SVG, PDF, PNG or CSV. */
gboolean
mappe_cli_chart (MappeCli *cli, char **arguments, GError **error)
{
  g_autofree char *type = NULL, *size = NULL, *typed = NULL, *theme = NULL, *path = NULL;
  const GOptionEntry entries[] = {
    { "type", 't', 0, G_OPTION_ARG_FILENAME, &type, N_("Which chart; the one that fits best without it"), N_("TYPE") },
    { "size", 's', 0, G_OPTION_ARG_FILENAME, &size, N_("Width and height, 1000x600 without it"), N_("WxH") },
    { "lang", 'l', 0, G_OPTION_ARG_FILENAME, &typed, N_("de or en"), N_("LANGUAGE") },
    { "theme", 'm', 0, G_OPTION_ARG_FILENAME, &theme, N_("light, dark, print, contrast or contrast-dark"),
      N_("THEME") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("File to write: .svg, .pdf, .png or .csv"), N_("FILE") },
    { NULL }
  };
  Options options = { 0 };
  g_auto (GStrv) rest = NULL;
  g_autoptr (MappeOpened) store = NULL;
  g_autoptr (MappeChart) chart = NULL;

  if (!mappe_cli_parse (cli, entries, arguments, 2, 2, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  if (path == NULL)
    return mappe_cli_usage (error, _("chart needs -o FILE"));
  if (!read_type (type, &options, error) || !read_size (size, &options, error) || !read_theme (theme, &options, error)
      || !mappe_cli_language (typed, &options.language, error))
    return FALSE;
  if (!mappe_chart_format_from_name (path, &options.format, error))
    return FALSE;
  mappe_chart_warm_up ();
  store = mappe_cli_open (rest[0], MAPPE_STORE_OPEN_READ_ONLY, error);
  chart = store != NULL ? make_chart (store, rest[1], type, &options, error) : NULL;
  return chart != NULL && write_chart (chart, path, &options, error);
}
