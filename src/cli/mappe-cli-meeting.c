/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli-meeting.h"
#include "mappe-cli.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-meeting.h"

/* Without --at: now, while the meeting is held today; else the minute it began. */
static int
usual_minute (const MappeSitting *sitting)
{
  g_autofree char *today = mappe_date_today ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int opened = mappe_minute_parse (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_OPENED_AT));
  gboolean is_today = g_strcmp0 (today, mappe_row_get_text (sitting->meeting, MAPPE_MEETING_HELD_ON)) == 0;

  if (is_today && mappe_row_is_null (sitting->meeting, MAPPE_MEETING_CLOSED_AT))
    return g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
  if (opened == MAPPE_MINUTE_NONE)
    opened = mappe_minute_parse (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_START_AT));
  return MAX (opened, 0);
}

static gboolean
find_minute (const MappeSitting *sitting, const char *typed, int *minute, GError **error)
{
  g_autofree char *hhmm = typed != NULL ? mappe_time_parse_typed (typed, NULL) : NULL;

  *minute = typed != NULL ? mappe_minute_parse (hhmm) : usual_minute (sitting);
  return *minute != MAPPE_MINUTE_NONE ||
         mappe_cli_usage (error, _("--at takes a time like 17:10, not “%s”"), typed);
}

/** mappe_cli_meeting: Prints a meeting: agenda, presence, quorum at a minute, votes, decisions, tasks. */
gboolean
mappe_cli_meeting (MappeCli *cli, char **arguments, GError **error)
{
  g_autofree char *at = NULL;
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "at", 'a', 0, G_OPTION_ARG_FILENAME, &at, N_("The minute that presence and quorum are told for"), N_("HH:MM") },
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, N_("text or json"), N_("FORMAT") },
    { NULL }
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (MappeOpened) store = NULL;
  g_autoptr (MappeSitting) sitting = NULL;
  g_autofree char *text = NULL;
  gint64 id;
  int minute;

  if (!mappe_cli_parse (cli, entries, arguments, 2, 2, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  if (format != NULL && !g_str_equal (format, "text") && !g_str_equal (format, "json"))
    return mappe_cli_usage (error, _("--format takes text or json, not “%s”"), format);
  store = mappe_cli_open (rest[0], MAPPE_STORE_OPEN_READ_ONLY, error);
  id = store != NULL ? mappe_cli_find (store, &mappe_meeting_kind, rest[1], error) : 0;
  sitting = id > 0 ? mappe_sitting_load (store, id, error) : NULL;
  if (sitting == NULL || !find_minute (sitting, at, &minute, error))
    return FALSE;
  text = g_strcmp0 (format, "json") == 0 ? mappe_cli_meeting_json (sitting, minute)
                                         : mappe_cli_meeting_text (sitting, minute);
  return mappe_cli_write (cli, text, error);
}
