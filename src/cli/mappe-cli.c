/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "mappe-attachment.h"
#include "mappe-exchange-error.h"
#include "mappe-foreign-error.h"
#include "mappe-number.h"
#include "mappe-record-error.h"
#include "mappe-register.h"
#include "mappe-writers.h"
#include "mappe-text.h"

/* Of a complaint: the longest list of fields fits, a terminal is not flooded. */
#define MOST_CHARACTERS 2000

G_DEFINE_QUARK (mappe-cli-error-quark, mappe_cli_error)

static gboolean
set_error_valist (GError **error, MappeExit code, const char *format, va_list arguments)
{
  g_autofree char *text = g_strdup_vprintf (format, arguments);

  g_set_error_literal (error, MAPPE_CLI_ERROR, (int) code, text);
  return FALSE;
}

/** mappe_cli_usage: The command was called in the wrong way. Returns: always %FALSE */
gboolean
mappe_cli_usage (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  set_error_valist (error, MAPPE_EXIT_USAGE, format, arguments);
  va_end (arguments);
  return FALSE;
}

/** mappe_cli_wrong: A value or the council is at fault. Returns: always %FALSE */
gboolean
mappe_cli_wrong (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  set_error_valist (error, MAPPE_EXIT_CONTENT, format, arguments);
  va_end (arguments);
  return FALSE;
}

static GOptionContext *
context_of (const MappeCommand *command, const GOptionEntry *entries)
{
  g_autofree char *parameters
      = g_strdup_printf ("%s %s", command->name, command->arguments != NULL ? _(command->arguments) : "");
  GOptionContext *context = g_option_context_new (g_strchomp (parameters));

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _(command->summary));
  if (command->details != NULL)
    g_option_context_set_description (context, _(command->details));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

/* The options of the command, and --help. */
static GArray *
all_entries (const GOptionEntry *entries, gboolean *help)
{
  GArray *all = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  GOptionEntry own = { "help", 'h', 0, G_OPTION_ARG_NONE, help, N_("Show this help"), NULL };

  for (; entries != NULL && entries->long_name != NULL; entries++)
    g_array_append_vals (all, entries, 1);
  g_array_append_val (all, own);
  return all;
}

/* GOption leaves a "--" in place that a word with "-" follows. */
static char **
without_dashes (char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], "--"))
      {
        g_free (words[i]);
        memmove (&words[i], &words[i + 1], (g_strv_length (&words[i + 1]) + 1) * sizeof *words);
        break;
      }
  return words;
}

static char **
with_program_name (char **arguments)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, "mappe");
  g_strv_builder_addv (builder, (const char **) arguments);
  return g_strv_builder_end (builder);
}

static gboolean
check_arguments (char **words, guint least, guint most, GError **error)
{
  guint n = g_strv_length (words);

  for (guint i = 0; i < n; i++)
    if (!g_utf8_validate (words[i], -1, NULL) && i > 0)
      return mappe_cli_wrong (error, _("argument %u is not UTF-8"), i + 1);
  if (n < least)
    return mappe_cli_usage (error, _("too few arguments"));
  if (n > most)
    return mappe_cli_usage (error, _("too many arguments: “%s”"), words[most]);
  return TRUE;
}

/**
 * mappe_cli_parse:
 * @entries: (nullable): options of the command, ended by an empty one; texts as G_OPTION_ARG_FILENAME, because all
 *   others depend on the locale
 * @arguments: what follows the name of the command
 * @least: how many arguments there must be
 * @most: how many there may be
 * @rest: (out) (transfer full): the arguments without the options; %NULL after --help, which is answered here
 *
 * Returns: whether the command can go on; after --help it must return at once
 */
gboolean
mappe_cli_parse (MappeCli *cli, const GOptionEntry *entries, char **arguments, guint least, guint most,
                 char ***rest, GError **error)
{
  gboolean help = FALSE;
  g_autoptr (GArray) all = all_entries (entries, &help);
  g_autoptr (GOptionContext) context = context_of (cli->command, (const GOptionEntry *) all->data);
  g_autoptr (GError) cause = NULL;
  g_auto (GStrv) words = with_program_name (arguments);

  *rest = NULL;
  if (!g_option_context_parse_strv (context, &words, &cause))
    return mappe_cli_usage (error, "%s", cause->message);
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      return mappe_cli_write (cli, text, error);
    }
  without_dashes (words);
  if (!check_arguments (words + 1, least, most, error))
    return FALSE;
  *rest = g_strdupv (words + 1);
  return TRUE;
}

/**
 * mappe_cli_number:
 * @option: name of the option, for the message
 * @text: (nullable): what was typed; %NULL leaves @number as it is
 * @number: (inout): the value
 */
gboolean
mappe_cli_number (const char *option, const char *text, guint *number, GError **error)
{
  gint64 value;

  if (text == NULL)
    return TRUE;
  if (!mappe_int_parse (text, &value) || value < 1 || value > G_MAXINT32)
    return mappe_cli_usage (error, _("--%s takes a number from 1 on, not “%s”"), option, text);
  *number = (guint) value;
  return TRUE;
}

/** mappe_cli_write: Adds @text to the standard output. */
gboolean
mappe_cli_write (MappeCli *cli, const char *text, GError **error)
{
  return g_output_stream_write_all (cli->out, text, strlen (text), NULL, NULL, error);
}

/** mappe_cli_print: Adds a formatted text to the standard output. */
gboolean
mappe_cli_print (MappeCli *cli, GError **error, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return mappe_cli_write (cli, text, error);
}

/** mappe_cli_complain: Writes a line to the standard error output; a value of a megabyte in it is cut. */
void
mappe_cli_complain (const char *format, ...)
{
  g_autofree char *text = NULL, *cut = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  cut = mappe_text_ellipsize (text, MOST_CHARACTERS);
  fprintf (stderr, "mappe: %s\n", cut);
}

static MappeExit
exit_of_store (int code)
{
  switch ((MappeStoreError) code)
    {
    case MAPPE_STORE_ERROR_INVALID:
    case MAPPE_STORE_ERROR_REFUSED:
    case MAPPE_STORE_ERROR_REFERENCE:
    case MAPPE_STORE_ERROR_DUPLICATE:
    case MAPPE_STORE_ERROR_CONFLICT:
    case MAPPE_STORE_ERROR_GONE:
    case MAPPE_STORE_ERROR_NOTHING:
    case MAPPE_STORE_ERROR_NOT_A_COUNCIL:
    case MAPPE_STORE_ERROR_DAMAGED:
      return MAPPE_EXIT_CONTENT;
    case MAPPE_STORE_ERROR_FAILED:
    case MAPPE_STORE_ERROR_NOT_FOUND:
    case MAPPE_STORE_ERROR_NEWER:
    case MAPPE_STORE_ERROR_READ_ONLY:
    case MAPPE_STORE_ERROR_LOCKED:
    case MAPPE_STORE_ERROR_FULL:
    case MAPPE_STORE_ERROR_LOST:
    case MAPPE_STORE_ERROR_PERMISSION:
    case MAPPE_STORE_ERROR_EXISTS:
    default:
      return MAPPE_EXIT_ENVIRONMENT;
    }
}

/** mappe_cli_exit_of: Returns: the exit code for an error of any layer */
MappeExit
mappe_cli_exit_of (const GError *error)
{
  if (error->domain == MAPPE_CLI_ERROR)
    return (MappeExit) error->code;
  if (error->domain == MAPPE_STORE_ERROR)
    return exit_of_store (error->code);
  if (error->domain == MAPPE_REGISTER_ERROR || error->domain == MAPPE_RECORD_ERROR
      || error->domain == MAPPE_FOREIGN_ERROR
      || error->domain == MAPPE_ATTACHMENT_ERROR
      || (error->domain == MAPPE_DOCUMENT_ERROR && error->code != MAPPE_DOCUMENT_ERROR_WRITE)
      || g_error_matches (error, MAPPE_EXCHANGE_ERROR, MAPPE_EXCHANGE_ERROR_EMPTY))
    return MAPPE_EXIT_CONTENT;
  return MAPPE_EXIT_ENVIRONMENT;
}

/**
 * mappe_cli_headline:
 *
 * The store speaks to programmers, in English. Where the window has a sentence for people, it is the same here.
 *
 * Returns: (nullable): what happened, in the language of the session; %NULL if the message says enough
 */
const char *
mappe_cli_headline (const GError *error)
{
  if (error->domain != MAPPE_STORE_ERROR)
    return NULL;
  switch ((MappeStoreError) error->code)
    {
    case MAPPE_STORE_ERROR_NOT_A_COUNCIL:
      return _("This file is not a council file");
    case MAPPE_STORE_ERROR_DAMAGED:
      return _("The council file is damaged");
    case MAPPE_STORE_ERROR_NEWER:
      return _("The council file was written by a newer version of this program");
    case MAPPE_STORE_ERROR_READ_ONLY:
      return _("The council file cannot be changed");
    case MAPPE_STORE_ERROR_LOCKED:
      return _("The council file is in use elsewhere");
    case MAPPE_STORE_ERROR_FULL:
      return _("There is no space left on the disk");
    case MAPPE_STORE_ERROR_LOST:
      return _("The council file was moved, deleted or replaced");
    case MAPPE_STORE_ERROR_PERMISSION:
      return _("Access to the file was denied");
    case MAPPE_STORE_ERROR_EXISTS:
      return _("There is a file of that name already");
    case MAPPE_STORE_ERROR_NOTHING:
      return _("There is nothing to undo or redo");
    case MAPPE_STORE_ERROR_REFUSED:
      return mappe_store_error_get_reason (error) != NULL ? _(mappe_store_error_get_reason (error)) : NULL;
    case MAPPE_STORE_ERROR_FAILED:
    case MAPPE_STORE_ERROR_NOT_FOUND:
    case MAPPE_STORE_ERROR_INVALID:
    case MAPPE_STORE_ERROR_REFERENCE:
    case MAPPE_STORE_ERROR_DUPLICATE:
    case MAPPE_STORE_ERROR_CONFLICT:
    case MAPPE_STORE_ERROR_GONE:
    default:
      return NULL;
    }
}
