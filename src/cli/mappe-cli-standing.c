/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-json.h"
#include "mappe-cli.h"

#include <glib/gi18n.h>

#include "mappe-body.h"
#include "mappe-date.h"
#include "mappe-meeting.h"
#include "mappe-standing-words.h"

/* How the council stands, for a terminal or another program. */

/* Stable words for the lists. */
static const char *const words[MAPPE_STANDING_N_TOPICS] = {
  [MAPPE_STANDING_DECISIONS] = "decisions", [MAPPE_STANDING_TERMS] = "terms",
  [MAPPE_STANDING_GRANTS] = "grants",       [MAPPE_STANDING_BUDGETS] = "budgets",
  [MAPPE_STANDING_REPORTS] = "use_reports", [MAPPE_STANDING_DEBRIEFS] = "debriefs",
  [MAPPE_STANDING_REVIEWS] = "reviews",
};

static gpointer
load_cb (MappeSnapshot *snapshot, gpointer today, GError **error)
{
  return mappe_standing_report_load (snapshot, today, error);
}

/* --- text --- */

static void
append_body (GString *out, const MappeStandingBody *body)
{
  g_autoptr (GPtrArray) warnings = mappe_standing_words_warnings (body, NULL);
  g_autofree char *last = mappe_standing_words_meeting (body->last, NULL);
  g_autofree char *next = mappe_standing_words_meeting (body->next, NULL);
  g_autofree char *members = mappe_standing_words_members (body, NULL);
  g_autofree char *rhythm = mappe_standing_words_rhythm (body, NULL);
  g_autofree char *activity = mappe_standing_words_activity (&body->activity, NULL);
  g_autofree char *open = mappe_standing_words_open (&body->activity, NULL);

  g_string_append_printf (out, "\n%s %s\n", mappe_row_get_text (body->body, MAPPE_FIELD_REFERENCE),
                          mappe_row_get_text (body->body, MAPPE_BODY_NAME));
  for (guint i = 0; i < warnings->len; i++)
    g_string_append_printf (out, "  ! %s\n", (const char *) g_ptr_array_index (warnings, i));
  g_string_append_printf (out, _("  Last meeting: %1$s, next: %2$s\n"), last, next);
  g_string_append_printf (out, "  %s\n  %s\n  %s\n  %s\n", rhythm, members, activity, open);
}

/* One line, whatever was typed: tabs separate the columns. */
static void
append_entry (GString *out, const MappeStandingReport *report, const MappeStandingEntry *entry)
{
  g_autofree char *about = mappe_standing_words_entry (report, entry, NULL);
  g_autofree char *title = g_strstrip (g_strdelimit (g_strdup (entry->title), "\r\n\t", ' '));

  g_string_append_printf (out, "  %s\t%s\t%s\n", entry->reference, title, about);
}

static char *
make_text (const MappeStandingReport *report)
{
  GString *out = g_string_new (NULL);
  g_autofree char *day = mappe_date_format (report->today);
  g_autofree char *verdict = mappe_standing_words_verdict (report, NULL);
  g_autofree char *activity = mappe_standing_words_activity (&report->council, NULL);
  g_autofree char *open = mappe_standing_words_open (&report->council, NULL);

  g_string_append_printf (out, "%s: %s\n%s\n", day, verdict, activity);
  g_string_append_printf (out, ngettext ("%u joint foot patrol\n", "%u joint foot patrols\n", report->council.patrols),
                          report->council.patrols);
  g_string_append_printf (out, "%s\n", open);
  for (guint i = 0; i < report->bodies->len; i++)
    append_body (out, g_ptr_array_index (report->bodies, i));
  for (MappeStandingTopic topic = 0; topic < MAPPE_STANDING_N_TOPICS; topic++)
    {
      g_autofree char *count = mappe_standing_words_count (report, topic, NULL);

      g_string_append_printf (out, "\n%s: %s\n", mappe_standing_words_topic (topic, NULL), count);
      for (guint i = 0; i < report->entries[topic]->len; i++)
        append_entry (out, report, g_ptr_array_index (report->entries[topic], i));
    }
  return g_string_free (out, FALSE);
}

/* --- JSON --- */

static void
add_activity (MappeJson *json, const MappeStandingActivity *activity)
{
  mappe_json_int (json, "meetings", activity->meetings);
  mappe_json_int (json, "decisions", activity->decisions);
  mappe_json_int (json, "measures_begun", activity->measures);
  mappe_json_int (json, "measures_running", activity->running);
  mappe_json_int (json, "open_decisions", activity->open);
  mappe_json_int (json, "late_decisions", activity->late);
}

static const char *
day_of (const MappeRow *meeting)
{
  return meeting != NULL ? mappe_row_get_text (meeting, MAPPE_MEETING_HELD_ON) : NULL;
}

static void
add_body (MappeJson *json, const MappeStandingBody *body)
{
  static const char *const rhythms[] = { "none", "kept", "open", "broken" };
  g_autoptr (GPtrArray) warnings = mappe_standing_words_warnings (body, NULL);

  mappe_json_open (json, NULL, '{');
  mappe_json_text (json, "reference", mappe_row_get_text (body->body, MAPPE_FIELD_REFERENCE));
  mappe_json_text (json, "name", mappe_row_get_text (body->body, MAPPE_BODY_NAME));
  mappe_json_text (json, "last_meeting", day_of (body->last));
  mappe_json_text (json, "next_meeting", day_of (body->next));
  mappe_json_text (json, "rhythm", rhythms[body->rhythm]);
  mappe_json_text (json, "due_on", body->due_on);
  mappe_json_int (json, "members", body->members);
  mappe_json_int (json, "voting", body->voting);
  mappe_json_int (json, "minimum_members", mappe_row_get_int (body->body, MAPPE_BODY_MINIMUM_MEMBERS));
  mappe_json_int (json, "minimum_meetings", mappe_row_get_int (body->body, MAPPE_BODY_MINIMUM_MEETINGS));
  add_activity (json, &body->activity);
  mappe_json_open (json, "warnings", '[');
  for (guint i = 0; i < warnings->len; i++)
    mappe_json_text (json, NULL, g_ptr_array_index (warnings, i));
  mappe_json_close (json);
  mappe_json_close (json);
}

static void
add_entry (MappeJson *json, const MappeStandingEntry *entry)
{
  mappe_json_open (json, NULL, '{');
  mappe_json_text (json, "kind", entry->kind->name);
  mappe_json_text (json, "reference", entry->reference);
  mappe_json_text (json, "title", entry->title);
  mappe_json_text (json, "about", entry->about);
  mappe_json_text (json, "day", entry->date);
  if (entry->date != NULL)
    mappe_json_int (json, "days_left", entry->days_left);
  if (entry->cents != 0)
    mappe_json_number (json, "euro", (double) entry->cents / 100);
  mappe_json_close (json);
}

static char *
make_json (const MappeStandingReport *report)
{
  g_autoptr (MappeJson) json = mappe_json_new ();

  mappe_json_text (json, "today", report->today);
  mappe_json_text (json, "from", report->from);
  mappe_json_int (json, "warnings", mappe_standing_report_n_warnings (report));
  mappe_json_int (json, "members", report->members);
  mappe_json_int (json, "patrols", report->council.patrols);
  add_activity (json, &report->council);
  mappe_json_open (json, "bodies", '[');
  for (guint i = 0; i < report->bodies->len; i++)
    add_body (json, g_ptr_array_index (report->bodies, i));
  mappe_json_close (json);
  for (MappeStandingTopic topic = 0; topic < MAPPE_STANDING_N_TOPICS; topic++)
    {
      mappe_json_open (json, words[topic], '[');
      for (guint i = 0; i < report->entries[topic]->len; i++)
        add_entry (json, g_ptr_array_index (report->entries[topic], i));
      mappe_json_close (json);
    }
  return mappe_json_finish (json);
}

/** mappe_cli_standing: Prints how the council stands today: warnings, bodies, what waits. */
gboolean
mappe_cli_standing (MappeCli *cli, char **arguments, GError **error)
{
  g_autofree char *format = NULL, *text = NULL;
  g_autofree char *today = mappe_date_today ();
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, N_("text or json"), N_("FORMAT") },
    { NULL }
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (MappeOpened) store = NULL;
  g_autoptr (MappeStandingReport) report = NULL;

  if (!mappe_cli_parse (cli, entries, arguments, 1, 1, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  if (format != NULL && !g_str_equal (format, "json") && !g_str_equal (format, "text"))
    return mappe_cli_usage (error, _("--format takes text or json, not “%s”"), format);
  store = mappe_cli_open (rest[0], MAPPE_STORE_OPEN_READ_ONLY, error);
  report = store != NULL ? mappe_store_read (store, load_cb, today, error) : NULL;
  if (report == NULL)
    return FALSE;
  text = g_strcmp0 (format, "json") == 0 ? make_json (report) : make_text (report);
  return mappe_cli_write (cli, text, error);
}
