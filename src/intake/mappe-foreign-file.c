/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-foreign-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-foreign-error.h"

/* What a file of another program is: its form, its encoding, what parts its cells. */

enum { CHUNK = 64 * 1024, LINES_LOOKED_AT = 50 };

G_DEFINE_QUARK (mappe-foreign-error-quark, mappe_foreign_error)

static const char *const encodings[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252", "ISO-8859-1", "ISO-8859-15",
                                         NULL };

/** mappe_foreign_encodings: Returns: (transfer none): the names of the encodings that are read */
const char *const *
mappe_foreign_encodings (void)
{
  return encodings;
}

/* "Windows 1252" and "cp1252", "latin1" and "ISO8859-1" are the same to people. */
static char *
bare (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (g_ascii_isalnum (*text))
      g_string_append_c (out, g_ascii_tolower (*text));
  return g_string_free (out, FALSE);
}

/** mappe_foreign_encoding_find: Returns: (transfer none) (nullable): the encoding that somebody typed the name of */
const char *
mappe_foreign_encoding_find (const char *typed)
{
  static const struct { const char *alias, *name; } aliases[] = {
    { "cp1252", "WINDOWS-1252" }, { "ansi", "WINDOWS-1252" },      { "latin1", "ISO-8859-1" },
    { "latin9", "ISO-8859-15" },  { "utf16", "UTF-16LE" },         { "utf8bom", "UTF-8" },
  };
  g_autofree char *wanted = bare (typed);

  for (guint i = 0; encodings[i] != NULL; i++)
    {
      g_autofree char *name = bare (encodings[i]);

      if (g_str_equal (name, wanted))
        return encodings[i];
    }
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (g_str_equal (aliases[i].alias, wanted))
      return mappe_foreign_encoding_find (aliases[i].name);
  return NULL;
}

/** mappe_foreign_form_of: Returns: whether the name of a file says what is in it */
gboolean
mappe_foreign_form_of (const char *path, MappeForeignForm *form)
{
  static const struct { const char *ending; MappeForeignForm form; } endings[] = {
    { ".csv", MAPPE_FOREIGN_TABLE },   { ".tsv", MAPPE_FOREIGN_TABLE },        { ".txt", MAPPE_FOREIGN_TABLE },
    { ".vcf", MAPPE_FOREIGN_CARDS },   { ".vcard", MAPPE_FOREIGN_CARDS },      { ".ics", MAPPE_FOREIGN_APPOINTMENTS },
  };
  g_autofree char *name = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i].ending))
      {
        *form = endings[i].form;
        return TRUE;
      }
  return FALSE;
}

/* --- encoding --- */

/**
 * Guess: what was seen of the bytes of a file
 * @left: of a character that goes on
 * @odd_nulls: NUL bytes at odd places: letters of UTF-16 in the order of small machines
 * @windows: bytes that are letters in Windows-1252 and control characters in ISO 8859
 * @undefined: bytes that Windows-1252 does not know
 * @currency: 0xA4, the euro of ISO 8859-15
 */
typedef struct {
  guint    left, least;
  gboolean utf8;
  guint64  n, odd_nulls, even_nulls;
  gboolean windows, undefined, currency;
} Guess;

static void
begin_character (Guess *self, guchar c)
{
  self->least = 0x80;
  if (c < 0x80)
    return;
  if (c >= 0xC2 && c <= 0xDF)
    self->left = 1;
  else if (c >= 0xE0 && c <= 0xEF)
    self->left = 2;
  else if (c >= 0xF0 && c <= 0xF4)
    self->left = 3;
  else
    self->utf8 = FALSE;
  if (c == 0xE0)
    self->least = 0xA0;
  if (c == 0xF0)
    self->least = 0x90;
}

static void
look_at_byte (Guess *self, guchar c)
{
  if (self->utf8 && self->left > 0)
    {
      self->utf8 = (c & 0xC0) == 0x80 && c >= self->least;
      self->least = 0x80;
      self->left--;
    }
  else if (self->utf8)
    begin_character (self, c);
  if (c == 0)
    *(self->n % 2 == 1 ? &self->odd_nulls : &self->even_nulls) += 1;
  if (c >= 0x80 && c <= 0x9F)
    {
      gboolean unknown = c == 0x81 || c == 0x8D || c == 0x8F || c == 0x90 || c == 0x9D;

      self->undefined = self->undefined || unknown;
      self->windows = self->windows || !unknown;
    }
  self->currency = self->currency || c == 0xA4;
  self->n++;
}

/* Returns: (nullable): %NULL when it is no text */
static const char *
conclude (const Guess *self, const guchar *head, gsize length)
{
  if (length >= 2 && head[0] == 0xFF && head[1] == 0xFE)
    return "UTF-16LE";
  if (length >= 2 && head[0] == 0xFE && head[1] == 0xFF)
    return "UTF-16BE";
  if (self->odd_nulls > self->n / 4 && self->even_nulls * 8 < self->odd_nulls)
    return "UTF-16LE";
  if (self->even_nulls > self->n / 4 && self->odd_nulls * 8 < self->even_nulls)
    return "UTF-16BE";
  if (self->odd_nulls + self->even_nulls > 0)
    return NULL;
  if (self->utf8 && self->left == 0)
    return "UTF-8";
  if (self->undefined)
    return "ISO-8859-1";
  return self->currency && !self->windows ? "ISO-8859-15" : "WINDOWS-1252";
}

static gboolean
fail_size (const char *name, GError **error)
{
  g_set_error (error, MAPPE_FOREIGN_ERROR, MAPPE_FOREIGN_ERROR_LIMIT, _("%s: the file is larger than 1 GiB"), name);
  return FALSE;
}

/* Archives, as .xlsx and .ods are, and the older .xls. */
static gboolean
is_workbook (const guchar *head, gsize length)
{
  return length == 2 && (memcmp (head, "PK", 2) == 0 || memcmp (head, "\xD0\xCF", 2) == 0);
}

/* All of it is looked at: the first umlaut of a long list may stand on its last page. */
static gboolean
guess_encoding (MappeForeignFile *self, GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autofree guchar *buffer = g_malloc (CHUNK);
  guchar head[2] = { 0 };
  Guess guess = { .utf8 = TRUE };
  gssize n;

  while ((n = g_input_stream_read (stream, buffer, CHUNK, cancellable, error)) > 0)
    {
      for (gssize i = 0; i < n; i++)
        {
          if (guess.n < 2)
            head[guess.n] = buffer[i];
          look_at_byte (&guess, buffer[i]);
        }
      if (guess.n > MAPPE_FOREIGN_MOST_BYTES)
        return fail_size (self->name, error);
    }
  if (n < 0)
    return FALSE;
  self->bytes = guess.n;
  self->encoding = conclude (&guess, head, MIN (guess.n, 2));
  if (self->encoding != NULL)
    return TRUE;
  if (is_workbook (head, MIN (guess.n, 2)))
    g_set_error (error, MAPPE_FOREIGN_ERROR, MAPPE_FOREIGN_ERROR_ENCODING,
                 _("%s: this is a workbook, as of Excel or LibreOffice; save its table as CSV there"), self->name);
  else
    g_set_error (error, MAPPE_FOREIGN_ERROR, MAPPE_FOREIGN_ERROR_ENCODING, _("%s: this is not a text"), self->name);
  return FALSE;
}

/* --- separator --- */

/* Counts @separator outside of quotation marks in the line at @at. Returns: behind the line */
static const char *
count_in_line (const char *at, const char *end, char separator, guint *n)
{
  gboolean quoted = FALSE;

  *n = 0;
  for (; at < end && (quoted || *at != '\n'); at++)
    {
      if (*at == '"')
        quoted = !quoted;
      else if (!quoted && *at == separator)
        (*n)++;
    }
  return at < end ? at + 1 : at;
}

/* How well @separator parts the text: how many lines have as many as the first one has, and how many it has. */
static guint64
weigh_separator (const char *text, gsize length, char separator)
{
  const char *at = text, *end = text + length;
  guint first, n, equal = 0;

  at = count_in_line (at, end, separator, &first);
  for (guint i = 1; first > 0 && at < end && i < LINES_LOOKED_AT; i++)
    {
      at = count_in_line (at, end, separator, &n);
      equal += n == first;
    }
  return first == 0 ? 0 : (guint64) (equal + 1) * 1000 + MIN (first, 999);
}

/* Returns: the one of ";", tab, "," and "|" by which most lines have as many cells as the first one; ';' when there is
 * none, as each line is one cell then. */
static char
guess_separator (const char *text, gsize length)
{
  static const char candidates[] = { ';', '\t', ',', '|' };
  char best = ';';
  guint64 weight = 0;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint64 here = weigh_separator (text, length, candidates[i]);

      if (here > weight)
        {
          weight = here;
          best = candidates[i];
        }
    }
  return best;
}

/* Reads the begin of the text again, decoded. */
static gboolean
guess_table (MappeForeignFile *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = mappe_foreign_file_read (self, cancellable, error);
  g_autofree char *buffer = g_malloc (CHUNK);
  gsize n;

  /* A byte that is none of its encoding is named when the rows are read. */
  if (stream == NULL)
    return FALSE;
  g_input_stream_read_all (stream, buffer, CHUNK, &n, cancellable, NULL);
  self->separator = guess_separator (buffer, n);
  return TRUE;
}

/* A file without an ending that says it begins with what it is. */
static void
guess_form (MappeForeignFile *self, GCancellable *cancellable)
{
  g_autoptr (GInputStream) stream = mappe_foreign_file_read (self, cancellable, NULL);
  char head[64] = "";

  if (mappe_foreign_form_of (self->path, &self->form) || stream == NULL
      || !g_input_stream_read_all (stream, head, sizeof head - 1, NULL, cancellable, NULL))
    return;
  if (g_ascii_strncasecmp (head, "BEGIN:VCARD", 11) == 0)
    self->form = MAPPE_FOREIGN_CARDS;
  else if (g_ascii_strncasecmp (head, "BEGIN:VCALENDAR", 15) == 0)
    self->form = MAPPE_FOREIGN_APPOINTMENTS;
}

/**
 * mappe_foreign_file_look:
 * @path: a file
 * @error: return location for a #MappeForeignError or #GIOErrorEnum
 *
 * Reads the file once, with constant memory, to find out what it is.
 *
 * Returns: (transfer full) (nullable): the guess
 */
MappeForeignFile *
mappe_foreign_file_look (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (MappeForeignFile) self = g_new0 (MappeForeignFile, 1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;

  self->path = g_strdup (path);
  self->name = g_filename_display_basename (path);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return NULL;
  if ((guint64) g_file_info_get_size (info) > MAPPE_FOREIGN_MOST_BYTES)
    {
      fail_size (self->name, error);
      return NULL;
    }
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL || !guess_encoding (self, G_INPUT_STREAM (stream), cancellable, error)
      || !guess_table (self, cancellable, error))
    return NULL;
  guess_form (self, cancellable);
  return g_steal_pointer (&self);
}

/** mappe_foreign_file_copy: Returns: (transfer full): the same for another thread */
MappeForeignFile *
mappe_foreign_file_copy (const MappeForeignFile *self)
{
  MappeForeignFile *copy = g_memdup2 (self, sizeof *self);

  copy->path = g_strdup (self->path);
  copy->name = g_strdup (self->name);
  return copy;
}

/** mappe_foreign_file_free: @self: (transfer full) */
void
mappe_foreign_file_free (MappeForeignFile *self)
{
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

/* A byte order mark is no part of the text; the converter would keep it. */
static gboolean
skip_mark (GBufferedInputStream *stream, GCancellable *cancellable, GError **error)
{
  static const guchar mark[] = { 0xEF, 0xBB, 0xBF };
  guchar head[sizeof mark];

  if (g_buffered_input_stream_fill (stream, sizeof mark, cancellable, error) < 0)
    return FALSE;
  return g_buffered_input_stream_peek (stream, head, 0, sizeof mark) < sizeof mark
         || memcmp (head, mark, sizeof mark) != 0
         || g_input_stream_skip (G_INPUT_STREAM (stream), sizeof mark, cancellable, error) >= 0;
}

/**
 * mappe_foreign_file_read:
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): the text as UTF-8, without a byte order mark. What is no text of the encoding
 *   is an error of the stream, but bytes of a file in UTF-8 come as they are: who reads them looks at them.
 */
GInputStream *
mappe_foreign_file_read (const MappeForeignFile *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFileInputStream) raw = g_file_read (file, cancellable, error);
  g_autoptr (GCharsetConverter) converter = NULL;
  g_autoptr (GInputStream) text = NULL;
  g_autoptr (GInputStream) stream = NULL;

  if (raw == NULL)
    return NULL;
  if (g_str_equal (self->encoding, "UTF-8"))
    text = g_object_ref (G_INPUT_STREAM (raw));
  else
    {
      converter = g_charset_converter_new ("UTF-8", self->encoding, error);
      if (converter == NULL)
        return NULL;
      text = g_converter_input_stream_new (G_INPUT_STREAM (raw), G_CONVERTER (converter));
    }
  stream = g_buffered_input_stream_new_sized (text, CHUNK);
  return skip_mark (G_BUFFERED_INPUT_STREAM (stream), cancellable, error) ? g_steal_pointer (&stream) : NULL;
}
