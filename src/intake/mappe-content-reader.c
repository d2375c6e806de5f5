/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-content-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-foreign-error.h"

enum { CHUNK = 64 * 1024, MOST_VALUE = 1024 * 1024, MOST_PARAMETERS = 64 };

/**
 * MappeContentReader:
 * @at: of the next byte in @buffer
 * @number: of the line at @at
 * @whole: the line in front, unfolded
 * @parameters: (element-type utf8): by turns name in upper case and value
 */
struct _MappeContentReader {
  GInputStream    *stream;
  char            *name;
  char            *buffer;
  gsize            at, end;
  guint64          bytes, number;
  GString         *whole;
  GPtrArray       *parameters;
  MappeContentLine line;
};

/**
 * mappe_content_reader_new:
 * @stream: UTF-8 without a byte order mark
 * @name: what messages call it
 */
MappeContentReader *
mappe_content_reader_new (GInputStream *stream, const char *name)
{
  MappeContentReader *self = g_new0 (MappeContentReader, 1);

  self->stream = g_object_ref (stream);
  self->name = g_strdup (name);
  self->buffer = g_malloc (CHUNK);
  self->number = 1;
  self->whole = g_string_new (NULL);
  self->parameters = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
clear_line (MappeContentReader *self)
{
  g_clear_pointer (&self->line.name, g_free);
  g_clear_pointer (&self->line.value, g_free);
  g_ptr_array_set_size (self->parameters, 0);
  g_string_truncate (self->whole, 0);
}

/** mappe_content_reader_free: @self: (transfer full) */
void
mappe_content_reader_free (MappeContentReader *self)
{
  clear_line (self);
  g_object_unref (self->stream);
  g_free (self->name);
  g_free (self->buffer);
  g_string_free (self->whole, TRUE);
  g_ptr_array_unref (self->parameters);
  g_free (self);
}

/** mappe_content_reader_bytes: Returns: how much was taken from the stream, in bytes */
guint64
mappe_content_reader_bytes (MappeContentReader *self)
{
  return self->bytes;
}

/** mappe_content_reader_fail: Sets an error with the place. Returns: %FALSE */
gboolean
mappe_content_reader_fail (MappeContentReader *self, guint64 line, GError **error, const char *what)
{
  g_set_error (error, MAPPE_FOREIGN_ERROR, MAPPE_FOREIGN_ERROR_FORM, "%s:%" G_GUINT64_FORMAT ": %s", self->name, line,
               what);
  return FALSE;
}

/* Returns: whether there is a byte at @at, or none without an error at the end */
static gboolean
fill (MappeContentReader *self, GError **error)
{
  gssize n;

  if (self->at < self->end)
    return TRUE;
  n = g_input_stream_read (self->stream, self->buffer, CHUNK, NULL, error);
  if (n <= 0)
    return FALSE;
  self->at = 0;
  self->end = (gsize) n;
  self->bytes += (guint64) n;
  return TRUE;
}

/* Appends one line of the file without its end. Returns: whether there was one */
static gboolean
read_physical (MappeContentReader *self, GError **error)
{
  gboolean any = FALSE;

  while (fill (self, error))
    {
      char c = self->buffer[self->at++];

      any = TRUE;
      if (c == '\n')
        break;
      if (c == '\r')
        continue;
      if (self->whole->len < MOST_VALUE)
        g_string_append_c (self->whole, c == '\0' ? ' ' : c);
      else
        self->line.too_long = TRUE;
    }
  self->number += any;
  return any;
}

static gboolean
is_quoted_printable (const char *whole)
{
  const char *colon = strchr (whole, ':');
  g_autofree char *head = colon != NULL ? g_ascii_strup (whole, colon - whole) : NULL;

  return head != NULL && strstr (head, "QUOTED-PRINTABLE") != NULL;
}

/* A line goes on behind a space; one of quoted-printable behind "=" at its end (vCard 2.1). */
static gboolean
goes_on (MappeContentReader *self, GError **error)
{
  if (!fill (self, error))
    return FALSE;
  if (self->whole->len > 0 && self->whole->str[self->whole->len - 1] == '=' && is_quoted_printable (self->whole->str))
    {
      g_string_truncate (self->whole, self->whole->len - 1);
      return TRUE;
    }
  if (self->buffer[self->at] != ' ' && self->buffer[self->at] != '\t')
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
read_whole (MappeContentReader *self, GError **error)
{
  GError *cause = NULL;

  do
    {
      clear_line (self);
      self->line.line = self->number;
      self->line.too_long = FALSE;
      if (!read_physical (self, &cause))
        break;
      while (cause == NULL && goes_on (self, &cause))
        read_physical (self, &cause);
    }
  while (cause == NULL && self->whole->len == 0);
  if (cause == NULL)
    return self->whole->len > 0;
  g_propagate_prefixed_error (error, cause, "%s:%" G_GUINT64_FORMAT ": ", self->name, self->number);
  return FALSE;
}

/* --- parts of a line --- */

/* Returns: behind the name or value of a parameter at @at; in quotation marks stands anything */
static const char *
end_of_token (const char *at, const char *stops)
{
  gboolean quoted = FALSE;

  for (; *at != '\0' && (quoted || strchr (stops, *at) == NULL); at++)
    if (*at == '"')
      quoted = !quoted;
  return at;
}

static char *
unquote (const char *from, const char *to)
{
  if (to - from >= 2 && *from == '"' && to[-1] == '"')
    return g_strndup (from + 1, (gsize) (to - from) - 2);
  return g_strndup (from, (gsize) (to - from));
}

/* vCard 2.1 leaves out the names: "TEL;WORK;VOICE:". */
static void
add_parameter (MappeContentReader *self, const char *from, const char *to)
{
  const char *mark = memchr (from, '=', (gsize) (to - from));

  if (self->parameters->len >= 2 * MOST_PARAMETERS)
    return;
  g_ptr_array_add (self->parameters, mark != NULL ? g_ascii_strup (from, mark - from) : g_strdup ("TYPE"));
  g_ptr_array_add (self->parameters, unquote (mark != NULL ? mark + 1 : from, to));
}

/** mappe_content_reader_parameter: Returns: (transfer none) (nullable): the first value of a parameter of the line */
const char *
mappe_content_reader_parameter (MappeContentReader *self, const char *name)
{
  for (guint i = 0; i + 1 < self->parameters->len; i += 2)
    if (g_str_equal (g_ptr_array_index (self->parameters, i), name))
      return g_ptr_array_index (self->parameters, i + 1);
  return NULL;
}

/** mappe_content_reader_has_type: Returns: whether a TYPE of the line is @type, whatever its case */
gboolean
mappe_content_reader_has_type (MappeContentReader *self, const char *type)
{
  for (guint i = 0; i + 1 < self->parameters->len; i += 2)
    {
      g_auto (GStrv) types = g_strsplit (g_ptr_array_index (self->parameters, i + 1), ",", -1);

      for (guint t = 0; g_str_equal (g_ptr_array_index (self->parameters, i), "TYPE") && types[t] != NULL; t++)
        if (g_ascii_strcasecmp (types[t], type) == 0)
          return TRUE;
    }
  return FALSE;
}

static char *
decode_quoted_printable (const char *value, const char *charset)
{
  GString *bytes = g_string_new (NULL);
  g_autofree char *raw = NULL;
  char *text;

  for (; *value != '\0'; value++)
    if (*value == '=' && g_ascii_isxdigit (value[1]) && g_ascii_isxdigit (value[2]))
      {
        int byte = g_ascii_xdigit_value (value[1]) * 16 + g_ascii_xdigit_value (value[2]);

        if (byte != 0 && byte != '\r')
          g_string_append_c (bytes, (char) byte);
        value += 2;
      }
    else
      g_string_append_c (bytes, *value);
  raw = g_string_free (bytes, FALSE);
  if (g_utf8_validate (raw, -1, NULL))
    return g_steal_pointer (&raw);
  text = g_convert (raw, -1, "UTF-8", charset != NULL ? charset : "WINDOWS-1252", NULL, NULL, NULL);
  return text != NULL ? text : g_utf8_make_valid (raw, -1);
}

static void
take_value (MappeContentReader *self, const char *value)
{
  const char *encoding = mappe_content_reader_parameter (self, "ENCODING");
  gboolean quoted = (encoding != NULL && g_ascii_strcasecmp (encoding, "QUOTED-PRINTABLE") == 0)
                    || mappe_content_reader_has_type (self, "QUOTED-PRINTABLE");

  if (self->line.too_long)
    self->line.value = g_strdup ("");
  else if (quoted)
    self->line.value = decode_quoted_printable (value, mappe_content_reader_parameter (self, "CHARSET"));
  else
    self->line.value = g_strdup (value);
}

/* Returns: whether it is "name;parameters:value" */
static gboolean
take_apart (MappeContentReader *self)
{
  const char *whole = self->whole->str, *at = end_of_token (whole, ";:"), *group;
  g_autofree char *name = g_ascii_strup (whole, at - whole);

  if (at == whole || *at == '\0')
    return FALSE;
  group = strrchr (name, '.');
  self->line.name = g_strdup (group != NULL ? group + 1 : name);
  while (*at == ';')
    {
      const char *from = at + 1;

      at = end_of_token (from, ";:");
      add_parameter (self, from, at);
    }
  if (*at != ':')
    return FALSE;
  take_value (self, at + 1);
  return TRUE;
}

/**
 * mappe_content_reader_next:
 * @error: return location for a #MappeForeignError or #GIOErrorEnum
 *
 * Returns: (transfer none) (nullable): the next line, until the next call; %NULL at the end, or with @error set. A line
 *   that is no content line has the name "".
 */
const MappeContentLine *
mappe_content_reader_next (MappeContentReader *self, GError **error)
{
  if (!read_whole (self, error))
    return NULL;
  if (!g_utf8_validate (self->whole->str, (gssize) self->whole->len, NULL))
    {
      /* A character may be cut where a long line was. */
      g_autofree char *valid = self->line.too_long ? g_utf8_make_valid (self->whole->str, (gssize) self->whole->len)
                                                   : NULL;

      if (valid == NULL)
        {
          mappe_content_reader_fail (self, self->line.line, error, _("the line is not UTF-8"));
          return NULL;
        }
      g_string_assign (self->whole, valid);
    }
  if (!take_apart (self))
    {
      g_free (self->line.name);
      g_free (self->line.value);
      self->line.name = g_strdup ("");
      self->line.value = g_strdup (self->whole->str);
    }
  return &self->line;
}

/* --- values --- */

/** mappe_content_text: Returns: (transfer full): a value without its escapes (RFC 5545 3.3.11, RFC 6350 3.4) */
char *
mappe_content_text (const char *value)
{
  GString *text = g_string_new (NULL);

  for (; *value != '\0'; value++)
    if (*value == '\\' && (value[1] == 'n' || value[1] == 'N'))
      {
        g_string_append_c (text, '\n');
        value++;
      }
    else if (*value == '\\' && value[1] != '\0')
      g_string_append_c (text, *++value);
    else
      g_string_append_c (text, *value);
  return g_string_free (text, FALSE);
}

/** mappe_content_parts: Returns: (transfer full): what stands between separators that are not escaped */
GStrv
mappe_content_parts (const char *value, char separator)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  const char *from = value;

  for (const char *at = value;; at++)
    {
      if (*at == '\\' && at[1] != '\0')
        {
          at++;
          continue;
        }
      if (*at == separator || *at == '\0')
        {
          g_autofree char *part = g_strndup (from, (gsize) (at - from));
          g_autofree char *text = mappe_content_text (part);

          g_strv_builder_add (parts, g_strstrip (text));
          from = at + 1;
        }
      if (*at == '\0')
        return g_strv_builder_end (parts);
    }
}
