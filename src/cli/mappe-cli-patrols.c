/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mappe-date.h"
#include "mappe-language.h"
#include "mappe-number.h"
#include "mappe-patrol-file.h"
#include "mappe-patrol.h"

/* A week of joint foot patrols: to be read, as a table, and for a calendar. */

static void
append_patrol (GString *out, const MappePatrolWeek *week, const MappeListed *patrol)
{
  const MappeRow *row = patrol->row;
  const char *end = mappe_row_get_text (row, MAPPE_PATROL_END_AT);
  const char *roster = mappe_row_get_text (row, MAPPE_PATROL_DUTY_ROSTER_REF);
  const char *reason = mappe_row_get_text (row, MAPPE_PATROL_CANCEL_REASON);
  const char *code = mappe_row_get_text (row, MAPPE_PATROL_STATUS);
  const char *status = mappe_codes_label (week->codes, "patrol_status", code, mappe_language_is_german (NULL));
  g_autofree char *day = mappe_date_format_long (mappe_row_get_text (row, MAPPE_PATROL_DATE));
  g_autofree char *staff = mappe_patrol_file_staff (patrol);

  g_string_append_printf (out, "%s\t%s–%s\t%s\t%s\t%s\t%s\t%s%s%s\n", day,
                          mappe_row_get_text (row, MAPPE_PATROL_START_AT), end != NULL ? end : "",
                          mappe_row_get_text (row, MAPPE_PATROL_REFERENCE), patrol->shown[MAPPE_PATROL_AREA], staff,
                          roster != NULL ? roster : "", status != NULL ? status : code, reason != NULL ? ": " : "",
                          reason != NULL ? reason : "");
}

static void
append_sum (GString *out, const MappePatrolWeek *week)
{
  MappePatrolSum sum = mappe_patrol_week_sum (week, 0, week->days[0]);
  double lost = mappe_patrol_sum_lost (&sum);
  g_autofree char *hours = mappe_real_format (sum.minutes / 60.0, sum.minutes % 60 == 0 ? 0 : 2);

  g_string_append_printf (out, _("Planned %u, held %u, cancelled %u; %s hours on patrol\n"),
                          sum.planned + sum.held + sum.cancelled, sum.held, sum.cancelled, hours);
  if (!isnan (lost))
    g_string_append_printf (out, _("Share cancelled: %.0f %% of those reported on\n"), lost);
}

static char *
make_text (const MappePatrolWeek *week)
{
  g_autoptr (GPtrArray) patrols = mappe_patrol_week_find (week, 0, week->days[0], week->days[MAPPE_WEEK_DAYS - 1]);
  g_autofree char *name = mappe_patrol_week_name (week->days[0]);
  g_autofree char *first = mappe_date_format (week->days[0]);
  g_autofree char *last = mappe_date_format (week->days[MAPPE_WEEK_DAYS - 1]);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s (%s – %s)\n", name, first, last);
  for (guint i = 0; i < patrols->len; i++)
    append_patrol (out, week, g_ptr_array_index (patrols, i));
  append_sum (out, week);
  return g_string_free (out, FALSE);
}

static gpointer
load_cb (MappeSnapshot *snapshot, gpointer day, GError **error)
{
  return mappe_patrol_week_load (snapshot, day, error);
}

static char *
make (MappeStore *store, const MappePatrolWeek *week, const char *format)
{
  if (g_strcmp0 (format, "csv") == 0)
    return mappe_patrol_file_csv (week, mappe_language_is_german (NULL));
  if (g_strcmp0 (format, "ics") == 0)
    return mappe_patrol_file_ics (week, mappe_store_get_council_id (store), g_get_real_time () / G_USEC_PER_SEC);
  return make_text (week);
}

/** mappe_cli_patrols: Prints the joint foot patrols of a week: as text, CSV or iCalendar. */
gboolean
mappe_cli_patrols (MappeCli *cli, char **arguments, GError **error)
{
  static const char *const formats[] = { "text", "csv", "ics", NULL };
  g_autofree char *typed = NULL, *format = NULL;
  g_autofree char *day = NULL, *text = NULL;
  const GOptionEntry entries[] = {
    { "week", 'w', 0, G_OPTION_ARG_FILENAME, &typed, N_("The week, like 2026-W48; without it that of today"),
      N_("WEEK") },
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, N_("text, csv or ics"), N_("FORMAT") },
    { NULL }
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (MappeOpened) store = NULL;
  g_autoptr (MappePatrolWeek) week = NULL;

  if (!mappe_cli_parse (cli, entries, arguments, 1, 1, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  if (format != NULL && !g_strv_contains (formats, format))
    return mappe_cli_usage (error, _("--format takes text, csv or ics, not “%s”"), format);
  day = typed != NULL ? mappe_patrol_week_parse (typed) : mappe_date_today ();
  if (day == NULL)
    return mappe_cli_usage (error, _("--week takes a week like 2026-W48, not “%s”"), typed);
  store = mappe_cli_open (rest[0], MAPPE_STORE_OPEN_READ_ONLY, error);
  week = store != NULL ? mappe_store_read (store, load_cb, day, error) : NULL;
  if (week == NULL)
    return FALSE;
  text = make (store, week, format);
  return mappe_cli_write (cli, text, error);
}
