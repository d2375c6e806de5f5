/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of all charts to look at: gallery FOLDER [--type NAME] [--lang de|en] [--theme NAME] [--size WxH]
 *   [--format png|svg|pdf|csv] [--catalogues FOLDER] [--zoom FACTOR] [--text FACTOR] [--focus] */
#include <locale.h>
#include <stdio.h>

#include <glib/gstdio.h>

#include "chart-samples.h"

static double zoom = 1, text_scale = 1;
static gboolean focus;
static char *type, *code, *theme_name, *size, *format_name, *catalogues;
static const GOptionEntry options[] = {
  { "type", 0, 0, G_OPTION_ARG_STRING, &type, "one chart", "NAME" },
  { "lang", 0, 0, G_OPTION_ARG_STRING, &code, "language", "de|en" },
  { "theme", 0, 0, G_OPTION_ARG_STRING, &theme_name, "light, dark, print, contrast, contrast-dark", "NAME" },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size, "in pixels", "WxH" },
  { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "png, svg, pdf, csv", "NAME" },
  { "zoom", 0, 0, G_OPTION_ARG_DOUBLE, &zoom, "in the middle", "FACTOR" },
  { "text", 0, 0, G_OPTION_ARG_DOUBLE, &text_scale, "size of texts", "FACTOR" },
  { "focus", 0, 0, G_OPTION_ARG_NONE, &focus, "the first visible point", NULL },
  { "catalogues", 0, 0, G_OPTION_ARG_STRING, &catalogues, "translations", "FOLDER" },
  { NULL },
};

static gboolean
write_one (const char *folder, guint nth, GError **error)
{
  g_autoptr (MappeChart) chart = chart_sample_new (nth, code);
  g_autoptr (MappeChartView) view = mappe_chart_view_new (chart);
  g_autofree char *name = g_strdup_printf ("%s-%s-%s-%s.%s", chart_sample_get_name (nth), code, theme_name, size,
                                           format_name);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  MappeChartTheme theme = MAPPE_CHART_THEME_LIGHT;
  MappeChartFormat format = MAPPE_CHART_FORMAT_PNG;
  double width = 800, height = 500;
  MappeChartHit hit;

  sscanf (size, "%lfx%lf", &width, &height);
  mappe_chart_theme_from_name (theme_name, &theme);
  mappe_chart_view_set_theme (view, theme);
  mappe_chart_view_set_size (view, width, height);
  mappe_chart_view_set_font (view, NULL, text_scale);
  mappe_chart_view_zoom (view, width / 2, zoom);
  if (focus && mappe_chart_view_step (view, NULL, MAPPE_CHART_STEP_FIRST, &hit))
    mappe_chart_view_set_focus (view, &hit);
  return mappe_chart_format_from_name (path, &format, error) && mappe_chart_view_write (view, path, format, 1, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FOLDER");
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  code = g_strdup ("de");
  theme_name = g_strdup ("light");
  size = g_strdup ("800x500");
  format_name = g_strdup ("png");
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "gallery FOLDER");
      return 2;
    }
  if (catalogues != NULL)
    mappe_language_set_folder (catalogues);
  for (guint i = 0; i < chart_samples_n (); i++)
    if ((type == NULL || g_str_equal (type, chart_sample_get_name (i))) && !write_one (argv[1], i, &error))
      {
        g_printerr ("%s: %s\n", chart_sample_get_name (i), error->message);
        return 1;
      }
  return 0;
}
