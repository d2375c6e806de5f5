/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli-outline.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mappe-json.h"
#include "mappe-date.h"
#include "mappe-number.h"

/**
 * MappeOutline:
 * @json: (nullable): %NULL: text is written
 * @depth: of the text, in steps of two spaces
 * @starts: (element-type gsize): where each list that is open begins, and where its heading ends
 */
struct _MappeOutline {
  MappeJson *json;
  GString   *text;
  guint      depth;
  GArray    *starts;
};

/** mappe_outline_format: @typed: (nullable): what follows --format. Returns: whether it is text or json */
gboolean
mappe_outline_format (const char *typed, gboolean *json, GError **error)
{
  *json = g_strcmp0 (typed, "json") == 0;
  return typed == NULL || *json || g_str_equal (typed, "text")
         || mappe_cli_usage (error, _("--format takes text or json, not “%s”"), typed);
}

/* Returns: (transfer full): an outline of one thing, with nothing in it */
static MappeOutline *
outline_new (gboolean json)
{
  MappeOutline *self = g_new0 (MappeOutline, 1);

  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  if (json)
    self->json = mappe_json_new ();
  return self;
}

/* Returns: (transfer full): all of it */
static char *
outline_finish (MappeOutline *self)
{
  return self->json != NULL ? mappe_json_finish (self->json) : g_strdup (self->text->str);
}

/** mappe_outline_free: @self: (transfer full) */
void
mappe_outline_free (MappeOutline *self)
{
  g_clear_pointer (&self->json, mappe_json_free);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_free (self);
}

static void
indent (MappeOutline *self)
{
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
}

/* --- structure --- */

static void
note_place (MappeOutline *self)
{
  g_array_append_val (self->starts, self->text->len);
}

/** mappe_outline_list: Begins a list; its items follow, then mappe_outline_close(). */
void
mappe_outline_list (MappeOutline *self, const char *key, const char *heading)
{
  if (self->json != NULL)
    {
      mappe_json_open (self->json, key, '[');
      return;
    }
  note_place (self);
  if (self->depth == 0 && self->text->len > 0)
    g_string_append_c (self->text, '\n');
  indent (self);
  g_string_append_printf (self->text, "%s\n", heading);
  note_place (self);
  self->depth++;
}

/** mappe_outline_item: Begins an item of a list; what belongs to it follows, then mappe_outline_close(). */
void
mappe_outline_item (MappeOutline *self, const char *title)
{
  if (self->json != NULL)
    {
      mappe_json_open (self->json, NULL, '{');
      mappe_json_text (self->json, "title", title);
      return;
    }
  indent (self);
  g_string_append_printf (self->text, "%s\n", title != NULL ? title : "–");
  note_place (self);
  note_place (self);
  self->depth++;
}

/** mappe_outline_close: Ends the list or item that was begun last; a list without items leaves no heading in a text. */
void
mappe_outline_close (MappeOutline *self)
{
  gsize start, end;

  if (self->json != NULL)
    {
      mappe_json_close (self->json);
      return;
    }
  start = g_array_index (self->starts, gsize, self->starts->len - 2);
  end = g_array_index (self->starts, gsize, self->starts->len - 1);
  if (self->text->len == end)
    g_string_truncate (self->text, start);
  g_array_set_size (self->starts, self->starts->len - 2);
  self->depth--;
}

/* --- lines --- */

/** mappe_outline_line: A line for people only. */
void
mappe_outline_line (MappeOutline *self, const char *text)
{
  if (self->json != NULL)
    return;
  indent (self);
  g_string_append_printf (self->text, "%s\n", text);
}

static void
add_line (MappeOutline *self, const char *label, const char *words)
{
  g_auto (GStrv) lines = NULL;

  if (label == NULL || words == NULL || *words == '\0')
    return;
  lines = g_strsplit (words, "\n", -1);
  indent (self);
  g_string_append_printf (self->text, "%s: %s\n", label, lines[0]);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      indent (self);
      g_string_append_printf (self->text, "  %s\n", lines[i]);
    }
}

/** mappe_outline_text: @text: (nullable) */
void
mappe_outline_text (MappeOutline *self, const char *key, const char *label, const char *text)
{
  mappe_outline_code (self, key, text, label, text);
}

/** mappe_outline_code: @code: (nullable): for programs; @words: (nullable): for people */
void
mappe_outline_code (MappeOutline *self, const char *key, const char *code, const char *label, const char *words)
{
  if (self->json != NULL)
    mappe_json_text (self->json, key, code);
  else
    add_line (self, label, words);
}

/** mappe_outline_day: @day: (nullable): "YYYY-MM-DD" */
void
mappe_outline_day (MappeOutline *self, const char *key, const char *label, const char *day)
{
  g_autofree char *words = day != NULL ? mappe_date_format (day) : NULL;

  mappe_outline_code (self, key, day, label, words);
}

void
mappe_outline_int (MappeOutline *self, const char *key, const char *label, gint64 number)
{
  g_autofree char *words = mappe_int_format (number);

  if (self->json != NULL)
    mappe_json_int (self->json, key, number);
  else
    add_line (self, label, words);
}

/** mappe_outline_real: @number: %NAN: null, and no line; @digits: after the mark, where there are any */
void
mappe_outline_real (MappeOutline *self, const char *key, const char *label, double number, int digits)
{
  g_autofree char *words = isfinite (number) ? mappe_real_format (number, number == round (number) ? 0 : digits)
                                            : NULL;

  if (self->json != NULL)
    mappe_json_number (self->json, key, number);
  else
    add_line (self, label, words);
}

/** mappe_outline_euro: @cents: euros with two digits for programs too */
void
mappe_outline_euro (MappeOutline *self, const char *key, const char *label, gint64 cents)
{
  g_autofree char *figure = mappe_decimal_format (cents, 2), *words = g_strdup_printf ("%s €", figure);

  if (self->json != NULL)
    mappe_json_number (self->json, key, (double) cents / 100);
  else
    add_line (self, label, words);
}

void
mappe_outline_bool (MappeOutline *self, const char *key, const char *label, gboolean value)
{
  if (self->json != NULL)
    mappe_json_bool (self->json, key, value);
  else
    add_line (self, label, value ? _("yes") : _("no"));
}

/* --- a command of it --- */

/** mappe_outline_clear: Closes the council. */
void
mappe_outline_clear (MappeOutlineRun *run)
{
  g_clear_pointer (&run->store, mappe_cli_close);
  g_clear_pointer (&run->out, mappe_outline_free);
  g_clear_pointer (&run->reference, g_free);
}

/**
 * mappe_outline_begin:
 * @run: (out caller-allocates): with what the command works
 *
 * Reads the command line and opens the council.
 *
 * Returns: whether there is something to tell; %FALSE without an error when help was shown
 */
gboolean
mappe_outline_begin (MappeCli *cli, char **arguments, const MappeOutlineForm *form, MappeOutlineRun *run,
                     GError **error)
{
  g_autofree char *format = NULL, *typed = NULL;
  const GOptionEntry year = { "year", 'y', 0, G_OPTION_ARG_FILENAME, &typed, form->year, N_("YEAR") };
  const GOptionEntry none = { NULL };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, N_("text or json"), N_("FORMAT") },
    form->year != NULL ? year : none, none
  };
  g_auto (GStrv) rest = NULL;
  gboolean json;

  *run = (MappeOutlineRun) { NULL };
  if (!mappe_cli_parse (cli, entries, arguments, 1 + form->least, 1 + form->most, &rest, error) || rest == NULL)
    return FALSE;
  if (!mappe_outline_format (format, &json, error) || !mappe_cli_number ("year", typed, &run->year, error))
    return FALSE;
  run->store = mappe_cli_open (rest[0], MAPPE_STORE_OPEN_READ_ONLY, error);
  run->reference = g_strdup (rest[1]);
  run->out = outline_new (json);
  return run->store != NULL;
}

/** mappe_outline_end: Prints it. */
gboolean
mappe_outline_end (MappeCli *cli, MappeOutlineRun *run, GError **error)
{
  g_autofree char *text = outline_finish (run->out);

  return mappe_cli_write (cli, text, error);
}
