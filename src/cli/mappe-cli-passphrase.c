/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli-passphrase.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* Passphrases come from a file or from the terminal, never from the command line, where others can see them. */

#define SHORTEST 8

static char *
first_line_of (const char *path, GError **error)
{
  char *content = NULL;

  if (!g_file_get_contents (path, &content, NULL, error))
    return NULL;
  content[strcspn (content, "\r\n")] = '\0';
  return content;
}

/* Without an echo. Returns: (transfer full) (nullable): %NULL where there is no terminal */
static char *
ask (const char *question)
{
  FILE *terminal = fopen ("/dev/tty", "r+e");
  struct termios before, quiet;
  char line[1024];
  gboolean read;

  if (terminal == NULL)
    return NULL;
  if (tcgetattr (fileno (terminal), &before) != 0)
    {
      fclose (terminal);
      return NULL;
    }
  quiet = before;
  quiet.c_lflag &= ~(tcflag_t) ECHO;
  tcsetattr (fileno (terminal), TCSAFLUSH, &quiet);
  fprintf (terminal, "%s ", question);
  fflush (terminal);
  read = fgets (line, sizeof line, terminal) != NULL;
  tcsetattr (fileno (terminal), TCSAFLUSH, &before);
  fputc ('\n', terminal);
  fclose (terminal);
  if (!read)
    return NULL;
  line[strcspn (line, "\r\n")] = '\0';
  return g_strdup (line);
}

static char *
ask_twice (GError **error)
{
  char *first = ask (_("New passphrase:"));
  g_autofree char *second = first != NULL ? ask (_("The same again:")) : NULL;

  if (first == NULL || g_strcmp0 (first, second) == 0)
    return first;
  mappe_cli_wrong (error, _("the two passphrases differ"));
  g_free (first);
  return NULL;
}

/**
 * mappe_cli_passphrase:
 * @path: (nullable): file whose first line is the passphrase; without it the terminal is asked
 * @is_new: whether it will seal something, and so must be good
 * @error: return location for a usage error, when there is neither, or it is too short
 *
 * Returns: (transfer full) (nullable): the passphrase
 */
char *
mappe_cli_passphrase (const char *path, gboolean is_new, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *phrase = path != NULL ? first_line_of (path, &cause)
                            : is_new     ? ask_twice (&cause)
                                         : ask (_("Passphrase:"));

  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  else if (phrase == NULL)
    mappe_cli_usage (error, _("a passphrase is needed: --passphrase-file names the file whose first line it is"));
  else if (is_new && g_utf8_strlen (phrase, -1) < SHORTEST)
    mappe_cli_wrong (error, _("the passphrase needs %d characters at least"), SHORTEST);
  else
    return g_steal_pointer (&phrase);
  return NULL;
}
