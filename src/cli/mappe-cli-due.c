/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-json.h"
#include "mappe-cli.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-due.h"

/* What the overview of the window shows, for a terminal or another program. */

/* Stable words, and the headings of the window. */
static const struct { const char *word; const char *title; } groups[MAPPE_DUE_N_GROUPS] = {
  [MAPPE_DUE_GROUP_OVERDUE] = { "overdue", N_("Overdue") },
  [MAPPE_DUE_GROUP_SOON] = { "soon", N_("Next 14 days") },
  [MAPPE_DUE_GROUP_MEETINGS] = { "meetings", N_("Next meeting") },
  [MAPPE_DUE_GROUP_OPEN] = { "open", N_("Open since the last meeting") },
  [MAPPE_DUE_GROUP_MINUTES] = { "minutes", N_("Minutes") },
  [MAPPE_DUE_GROUP_REPORTS] = { "reports", N_("Reports and reviews") },
  [MAPPE_DUE_GROUP_EVENTS] = { "events", N_("Events and road closures") },
  [MAPPE_DUE_GROUP_TERMS] = { "terms", N_("Terms and undertakings") },
  [MAPPE_DUE_GROUP_NUMBERS] = { "numbers", N_("Numbers missing") },
};

/* What a matter is about; a record of a kind may be in the list for several reasons. */
static const struct { const char *word; const char *title; } topics[] = {
  [MAPPE_DUE_TASK] = { "task", N_("Task") },
  [MAPPE_DUE_DECISION] = { "decision", N_("Decision") },
  [MAPPE_DUE_OPEN] = { "open-task", N_("Task") },
  [MAPPE_DUE_MEETING] = { "meeting", N_("Meeting") },
  [MAPPE_DUE_CALL] = { "call", N_("Call for agenda items closes") },
  [MAPPE_DUE_PAPERS] = { "papers", N_("Papers must be in") },
  [MAPPE_DUE_NOTICE] = { "public-notice", N_("Public notice") },
  [MAPPE_DUE_UNCONFIRMED] = { "unconfirmed", N_("Was it held?") },
  [MAPPE_DUE_MINUTES] = { "minutes", N_("minutes not sent") },
  [MAPPE_DUE_WITH_CHAIR] = { "minutes-with-chair", N_("Minutes with the chair") },
  [MAPPE_DUE_APPROVAL] = { "minutes-approval", N_("minutes not approved") },
  [MAPPE_DUE_DEFERRED] = { "deferred-item", N_("on no later agenda") },
  [MAPPE_DUE_OBJECTION] = { "objection", N_("Objection") },
  [MAPPE_DUE_USE_REPORT] = { "use-report", N_("Use report") },
  [MAPPE_DUE_REVIEW] = { "review", N_("Review of the agreement") },
  [MAPPE_DUE_NUMBERS] = { "numbers", N_("Numbers missing") },
  [MAPPE_DUE_TERM] = { "term", N_("Term of office") },
  [MAPPE_DUE_MEMBERSHIP] = { "membership", N_("Membership") },
  [MAPPE_DUE_UNDERTAKING] = { "undertaking", N_("undertaking not signed") },
  [MAPPE_DUE_DEBRIEF] = { "debrief", N_("Debrief") },
  [MAPPE_DUE_CONSENT] = { "consent", N_("Consent to the concept") },
  [MAPPE_DUE_CLOSURE] = { "closure", N_("Road closure") },
  [MAPPE_DUE_GRANT_REPORT] = { "grant-report", N_("Use report") },
  [MAPPE_DUE_APPLICATION] = { "application", N_("Deadline for applications") },
  [MAPPE_DUE_TRAINING] = { "training", N_("Training due") },
  [MAPPE_DUE_VOLUNTEER] = { "volunteer-undertaking", N_("Undertaking missing") },
  [MAPPE_DUE_CONTRIBUTIONS] = { "contributions", N_("Contributions without an answer") },
  [MAPPE_DUE_PATROLS] = { "patrols", N_("Patrols without a report") },
  [MAPPE_DUE_RECORDS] = { "records", N_("Retention period over") },
  [MAPPE_DUE_STANDING] = { "standing", N_("Body") },
};

static const char *const lights[] = {
  [MAPPE_DUE_AHEAD] = "ahead",
  [MAPPE_DUE_SOON] = "soon",
  [MAPPE_DUE_OVERDUE] = "overdue",
  [MAPPE_DUE_UNDATED] = "undated",
};

/* Drops what is due after @until; what waits without a day stays. */
static GPtrArray *
items_until (GPtrArray *due, MappeDueGroup group, const char *until)
{
  g_autoptr (GPtrArray) items = mappe_due_group_items (due, group);
  GPtrArray *kept = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      int days_left;
      const char *day = mappe_due_item_day (g_ptr_array_index (items, i), &days_left);

      if (until == NULL || day == NULL || g_strcmp0 (day, until) <= 0)
        g_ptr_array_add (kept, g_ptr_array_index (items, i));
    }
  return kept;
}

/* --- table --- */

/* One line, whatever was typed: tabs separate the columns. */
static char *
one_line (const char *text)
{
  return g_strstrip (g_strdelimit (g_strdup (text != NULL ? text : ""), "\r\n\t", ' '));
}

/* For people the one in charge is a person or an office; where there is none, the body or project helps. */
static void
append_line (GString *out, const MappeDueItem *item)
{
  int days_left;
  const char *day = mappe_due_item_day (item, &days_left);
  g_autofree char *left = day != NULL ? g_strdup_printf ("%+d", days_left) : g_strdup ("");
  g_autofree char *who = one_line (item->who != NULL ? item->who : item->where);
  g_autofree char *title = one_line (item->title);

  g_string_append_printf (out, "  %s\t%s\t%s\t%s\t%s\t%s\n", day != NULL ? day : "-", left,
                          item->reference != NULL ? item->reference : "", _(topics[item->topic].title), title, who);
}

static gboolean
print_table (MappeCli *cli, GPtrArray *due, const char *until, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (MappeDueGroup group = 0; group < MAPPE_DUE_N_GROUPS; group++)
    {
      g_autoptr (GPtrArray) items = items_until (due, group, until);

      if (items->len == 0)
        continue;
      g_string_append_printf (out, "%s%s\n", out->len > 0 ? "\n" : "", _(groups[group].title));
      for (guint i = 0; i < items->len; i++)
        append_line (out, g_ptr_array_index (items, i));
    }
  return mappe_cli_write (cli, out->str, error);
}

/* --- JSON --- */

static void
add_entry (MappeJson *json, const MappeDueItem *item)
{
  int days_left;
  const char *day = mappe_due_item_day (item, &days_left);

  mappe_json_open (json, NULL, '{');
  mappe_json_text (json, "topic", topics[item->topic].word);
  mappe_json_text (json, "light", lights[item->light]);
  mappe_json_text (json, "kind", item->kind->name);
  mappe_json_text (json, "reference", item->reference);
  mappe_json_text (json, "title", item->title);
  mappe_json_text (json, "who", item->who);
  mappe_json_text (json, "where", item->where);
  mappe_json_text (json, "day", day);
  if (day != NULL)
    mappe_json_int (json, "days_left", days_left);
  mappe_json_close (json);
}

static void
add_group (MappeJson *json, MappeDueGroup group, GPtrArray *items)
{
  mappe_json_open (json, NULL, '{');
  mappe_json_text (json, "group", groups[group].word);
  mappe_json_open (json, "entries", '[');
  for (guint i = 0; i < items->len; i++)
    add_entry (json, g_ptr_array_index (items, i));
  mappe_json_close (json);
  mappe_json_close (json);
}

static gboolean
print_json (MappeCli *cli, GPtrArray *due, const char *today, const char *until, GError **error)
{
  g_autoptr (MappeJson) json = mappe_json_new ();
  g_autofree char *text = NULL;

  mappe_json_text (json, "today", today);
  mappe_json_text (json, "until", until);
  mappe_json_open (json, "groups", '[');
  for (MappeDueGroup group = 0; group < MAPPE_DUE_N_GROUPS; group++)
    {
      g_autoptr (GPtrArray) items = items_until (due, group, until);

      if (items->len > 0)
        add_group (json, group, items);
    }
  text = mappe_json_finish (json);
  return mappe_cli_write (cli, text, error);
}

/* --- command --- */

static gboolean
read_until (const char *typed, const char *today, char **until, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (typed == NULL)
    return TRUE;
  *until = mappe_date_parse_typed (typed, today, &cause);
  return *until != NULL || mappe_cli_usage (error, _("--until takes a date, not “%s”"), typed);
}

/** mappe_cli_due: Prints what the overview shows, in the same groups: day, days left, reference, matter, title, who. */
gboolean
mappe_cli_due (MappeCli *cli, char **arguments, GError **error)
{
  g_autofree char *typed = NULL, *format = NULL, *until = NULL;
  g_autofree char *today = mappe_date_today ();
  const GOptionEntry entries[] = {
    { "until", 'u', 0, G_OPTION_ARG_FILENAME, &typed, N_("Only what is due up to this day"), N_("DATE") },
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, N_("table or json"), N_("FORMAT") },
    { NULL }
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (MappeOpened) store = NULL;
  g_autoptr (GPtrArray) due = NULL;
  gboolean json;

  if (!mappe_cli_parse (cli, entries, arguments, 1, 1, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  json = g_strcmp0 (format, "json") == 0;
  if (format != NULL && !json && !g_str_equal (format, "table"))
    return mappe_cli_usage (error, _("--format takes table or json, not “%s”"), format);
  if (!read_until (typed, today, &until, error))
    return FALSE;
  store = mappe_cli_open (rest[0], MAPPE_STORE_OPEN_READ_ONLY, error);
  due = store != NULL ? mappe_store_due (store, today, error) : NULL;
  if (due == NULL)
    return FALSE;
  return json ? print_json (cli, due, today, until, error) : print_table (cli, due, until, error);
}
