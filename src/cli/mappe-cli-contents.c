/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli-register.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-csv.h"
#include "mappe-file-contents.h"

/* What is in a file that went out, or came back. */

#define HEAD_BYTES 4096
#define FILE_MOST (200 * 1024 * 1024)

/* --- documents --- */

static gboolean
print_document (MappeCli *cli, const MappeFileContents *contents, GError **error)
{
  if (!mappe_cli_print (cli, error, _("format: %s\n"), _(contents->format->title))
      || (contents->title != NULL && !mappe_cli_print (cli, error, _("title: %s\n"), contents->title))
      || (contents->language != NULL && !mappe_cli_print (cli, error, _("language: %s\n"), contents->language))
      || (contents->pages > 0 && !mappe_cli_print (cli, error, _("pages: %u\n"), contents->pages))
      || (contents->pages > 0 && !contents->tagged && !mappe_cli_print (cli, error, "%s\n", _("without tags"))))
    return FALSE;
  for (guint i = 0; i < contents->headings->len; i++)
    if (!mappe_cli_print (cli, error, "  %s\n", (const char *) g_ptr_array_index (contents->headings, i)))
      return FALSE;
  return TRUE;
}

static gboolean
document_contents (MappeCli *cli, const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MappeFileContents) contents = NULL;

  if (file == NULL)
    return FALSE;
  if (g_mapped_file_get_length (file) > FILE_MOST)
    return mappe_cli_wrong (error, _("the document is too large"));
  bytes = g_mapped_file_get_bytes (file);
  contents = mappe_file_contents_read (bytes, error);
  return contents != NULL && print_document (cli, contents, error);
}

/* --- lines --- */

/* @mark: what an entry begins with; @name: what its title begins with */
static gboolean
entry_contents (MappeCli *cli, const char *path, const char *what, const char *mark, const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GDataInputStream) lines = stream != NULL ? g_data_input_stream_new (G_INPUT_STREAM (stream)) : NULL;
  g_autoptr (GString) titles = g_string_new (NULL);
  guint64 n = 0;

  if (stream == NULL)
    return FALSE;
  while (TRUE)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

      if (line == NULL)
        break;
      n += g_str_has_prefix (line, mark);
      if (g_str_has_prefix (line, name) && g_utf8_validate (line, -1, NULL))
        g_string_append_printf (titles, "  %s\n", g_strchomp (line + strlen (name)));
    }
  return mappe_cli_print (cli, error, _("format: %s\n"), what)
         && mappe_cli_print (cli, error, _("entries: %lu\n"), (gulong) n) && mappe_cli_write (cli, titles->str, error);
}

static gboolean
print_columns (MappeCli *cli, const char *const *head, GError **error)
{
  for (guint i = 0; head[i] != NULL; i++)
    if (!mappe_cli_print (cli, error, "  %s\n", head[i]))
      return FALSE;
  return TRUE;
}

static gboolean
table_contents (MappeCli *cli, const char *path, GError **error)
{
  g_autoptr (MappeCsvReader) reader = mappe_csv_reader_open (path, '\0', error);
  g_autoptr (GError) cause = NULL;
  const char *const *cells = reader != NULL ? mappe_csv_reader_next (reader, &cause) : NULL;
  g_auto (GStrv) head = g_strdupv ((char **) cells);
  guint64 n = 0;

  if (reader == NULL)
    return FALSE;
  while (cells != NULL && (cells = mappe_csv_reader_next (reader, &cause)) != NULL)
    n++;
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  return mappe_cli_print (cli, error, _("format: %s\n"), _("Table (CSV)"))
         && mappe_cli_print (cli, error, _("rows: %lu\n"), (gulong) n)
         && (head == NULL || print_columns (cli, (const char *const *) head, error));
}

static gboolean
folder_contents (MappeCli *cli, const char *path, GError **error)
{
  g_autofree char *token = g_build_filename (path, "system.json", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, error);
  guint n = 0;

  if (folder == NULL)
    return FALSE;
  if (!g_file_test (token, G_FILE_TEST_IS_REGULAR))
    return mappe_cli_wrong (error, _("“%s” is no folder of OParl"), path);
  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    n += g_str_has_suffix (name, ".json");
  return mappe_cli_print (cli, error, _("format: %s\n"), "OParl 1.1")
         && mappe_cli_print (cli, error, _("files: %u\n"), n);
}

/* --- which --- */

/* Returns: (transfer full) (nullable): how the file begins, without a byte order mark */
static char *
read_head (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  char head[HEAD_BYTES + 1] = "";
  gsize length = 0;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, HEAD_BYTES, &length, NULL, error))
    return NULL;
  return g_strdup (g_str_has_prefix (head, "\xef\xbb\xbf") ? head + 3 : head);
}

static gboolean
is_document (const char *head)
{
  return g_str_has_prefix (head, "%PDF-") || g_str_has_prefix (head, "PK\3\4") || strstr (head, "<akomaNtoso") != NULL
         || strstr (head, "<office:document") != NULL || strstr (head, "<html") != NULL;
}

static gboolean
tell (MappeCli *cli, const char *path, const char *phrase_file, GError **error)
{
  g_autofree char *head = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return folder_contents (cli, path, error);
  head = read_head (path, error);
  if (head == NULL)
    return FALSE;
  if (is_document (head))
    return document_contents (cli, path, error);
  if (g_str_has_prefix (head, "BEGIN:VCALENDAR"))
    return entry_contents (cli, path, _("Calendar file (iCalendar)"), "BEGIN:VEVENT", "SUMMARY:", error);
  if (g_str_has_prefix (head, "BEGIN:VCARD"))
    return entry_contents (cli, path, _("Address cards (vCard 4.0)"), "BEGIN:VCARD", "FN:", error);
  if (g_str_has_suffix (path, ".csv"))
    return table_contents (cli, path, error);
  return mappe_cli_contents_register (cli, path, phrase_file, error);
}

/** mappe_cli_contents: Says what is in an exported file. */
gboolean
mappe_cli_contents (MappeCli *cli, char **arguments, GError **error)
{
  g_autofree char *phrase_file = NULL;
  const GOptionEntry entries[] = { MAPPE_CLI_PASSPHRASE_ENTRY (&phrase_file), { NULL } };
  g_auto (GStrv) rest = NULL;

  if (!mappe_cli_parse (cli, entries, arguments, 1, 1, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  return tell (cli, rest[0], phrase_file, error);
}
