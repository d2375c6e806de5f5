/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli.h"

#include <glib/gi18n.h>

#include "mappe-build-event.h"
#include "mappe-cli-event-json.h"
#include "mappe-cli-outline.h"
#include "mappe-date.h"
#include "mappe-event-words.h"
#include "mappe-event.h"
#include "mappe-road-closure.h"
#include "mappe-writers.h"

/* Events and road closures, for a terminal. */

enum { WIDTH = 100 };

static gboolean
read_language (const char *typed, const MappeLanguage **language, GError **error)
{
  *language = mappe_language_get (typed);
  return typed == NULL || *language != NULL || mappe_cli_usage (error, _("--lang takes de or en, not “%s”"), typed);
}

/** mappe_cli_event: Prints the file of an event: core data, consents, plan, closures, debrief, check list. */
gboolean
mappe_cli_event (MappeCli *cli, char **arguments, GError **error)
{
  g_autofree char *lang = NULL, *format = NULL, *today = mappe_date_today (), *text = NULL;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, N_("text or json"), N_("FORMAT") },
    { "lang", 'l', 0, G_OPTION_ARG_FILENAME, &lang, N_("Language of the text"), N_("de|en") },
    { NULL }
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (MappeOpened) store = NULL;
  g_autoptr (MappeEventFile) file = NULL;
  g_autoptr (MappeNode) document = NULL;
  const MappeLanguage *language;
  gboolean json;
  gint64 id;

  if (!mappe_cli_parse (cli, entries, arguments, 2, 2, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  if (!mappe_outline_format (format, &json, error) || !read_language (lang, &language, error))
    return FALSE;
  store = mappe_cli_open (rest[0], MAPPE_STORE_OPEN_READ_ONLY, error);
  id = store != NULL ? mappe_cli_find (store, &mappe_event_kind, rest[1], error) : 0;
  file = id > 0 ? mappe_event_file_load (store, id, error) : NULL;
  if (file == NULL)
    return FALSE;
  document = mappe_build_event (file, today, language);
  text = json ? mappe_cli_event_json (file) : mappe_write_text (document, WIDTH);
  return mappe_cli_write (cli, text, error);
}

/* --- closures --- */

static gboolean
print_open (MappeCli *cli, const MappeClosures *closures, const MappeLanguage *language, GError **error)
{
  g_autofree char *now = mappe_closures_now (), *lead = mappe_closure_words_lead (closures, language);
  g_autoptr (GString) out = g_string_new (NULL);

  if (closures->n_open == 0)
    g_string_append_printf (out, "%s\n", mappe_language_text (language, N_("No road is closed.")));
  for (guint i = 0; i < closures->n_open; i++)
    {
      const MappeListed *closure = g_ptr_array_index (closures->listed, i);
      const char *cause = mappe_row_get_text (closure->row, MAPPE_ROAD_CLOSURE_CAUSE);
      const char *area = closure->shown[MAPPE_ROAD_CLOSURE_AREA], *by = closure->shown[MAPPE_ROAD_CLOSURE_ORDERED_BY];
      g_autofree char *state = mappe_closure_words_state (closure->row, now, language);

      g_string_append_printf (out, "%s\t%s\t%s\t%s\t%s\t%s\n", mappe_row_get_text (closure->row, MAPPE_FIELD_REFERENCE),
                              mappe_row_get_text (closure->row, MAPPE_ROAD_CLOSURE_ROAD), area != NULL ? area : "",
                              mappe_event_words_code (closures->codes, "closure_cause", cause, language), state,
                              by != NULL ? by : "");
    }
  g_string_append_printf (out, "\n%s\n", lead);
  return mappe_cli_write (cli, out->str, error);
}

static gboolean
print_notice (MappeCli *cli, MappeStore *store, const MappeClosures *closures, const char *reference,
              const MappeLanguage *language, GError **error)
{
  gint64 id = mappe_cli_find (store, &mappe_road_closure_kind, reference, error);

  for (guint i = 0; i < closures->listed->len; i++)
    {
      const MappeListed *closure = g_ptr_array_index (closures->listed, i);
      g_autofree char *text = NULL;

      if (closure->row->id != id)
        continue;
      text = mappe_closure_notice (closure, closures->codes, language);
      return mappe_cli_print (cli, error, "%s\n", text);
    }
  return FALSE;
}

/** mappe_cli_closures: Prints the roads that are closed with the statistic of lead times, or the notice about one. */
gboolean
mappe_cli_closures (MappeCli *cli, char **arguments, GError **error)
{
  g_autofree char *lang = NULL, *notice = NULL;
  const GOptionEntry entries[] = {
    { "notice", 'n', 0, G_OPTION_ARG_FILENAME, &notice, N_("Only the notice to the public about this closure"),
      N_("REF") },
    { "lang", 'l', 0, G_OPTION_ARG_FILENAME, &lang, N_("Language of the text"), N_("de|en") },
    { NULL }
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (MappeOpened) store = NULL;
  g_autoptr (MappeClosures) closures = NULL;
  const MappeLanguage *language;

  if (!mappe_cli_parse (cli, entries, arguments, 1, 1, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  if (!read_language (lang, &language, error))
    return FALSE;
  store = mappe_cli_open (rest[0], MAPPE_STORE_OPEN_READ_ONLY, error);
  closures = store != NULL ? mappe_closures_load (store, error) : NULL;
  if (closures == NULL)
    return FALSE;
  return notice != NULL ? print_notice (cli, store, closures, notice, language, error)
                        : print_open (cli, closures, language, error);
}
