/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-json.h"

#include <math.h>

struct _MappeJson {
  GString *out;
  GString *brackets;  /* those still open, as their closing ones */
  gboolean empty;     /* nothing stands in the innermost yet */
};

/** mappe_json_append_text: Appends @text as a JSON string with its quotes. */
void
mappe_json_append_text (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '"':
      case '\\':
        g_string_append_c (out, '\\');
        g_string_append_c (out, *text);
        break;
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '\t':
        g_string_append (out, "\\t");
        break;
      default:
        if ((guchar) *text < 0x20 || *text == 0x7F)
          g_string_append_printf (out, "\\u%04x", (guint) (guchar) *text);
        else
          g_string_append_c (out, *text);
      }
  g_string_append_c (out, '"');
}

/** mappe_json_new: Returns: (transfer full): an open object */
MappeJson *
mappe_json_new (void)
{
  MappeJson *self = g_new0 (MappeJson, 1);

  self->out = g_string_new ("{");
  self->brackets = g_string_new ("}");
  self->empty = TRUE;
  return self;
}

void
mappe_json_free (MappeJson *self)
{
  if (self->out != NULL)
    g_string_free (self->out, TRUE);
  g_string_free (self->brackets, TRUE);
  g_free (self);
}

static void
begin (MappeJson *self, const char *name)
{
  g_string_append (self->out, self->empty ? "\n" : ",\n");
  for (gsize i = 0; i < self->brackets->len; i++)
    g_string_append (self->out, "  ");
  self->empty = FALSE;
  if (name == NULL)
    return;
  mappe_json_append_text (self->out, name);
  g_string_append (self->out, ": ");
}

/** mappe_json_open: @bracket: '{' or '['. Opens an object or an array. */
void
mappe_json_open (MappeJson *self, const char *name, char bracket)
{
  begin (self, name);
  g_string_append_c (self->out, bracket);
  g_string_append_c (self->brackets, bracket == '{' ? '}' : ']');
  self->empty = TRUE;
}

/** mappe_json_close: Closes what was opened last. */
void
mappe_json_close (MappeJson *self)
{
  char bracket = self->brackets->str[self->brackets->len - 1];

  g_string_truncate (self->brackets, self->brackets->len - 1);
  if (!self->empty)
    {
      g_string_append_c (self->out, '\n');
      for (gsize i = 0; i < self->brackets->len; i++)
        g_string_append (self->out, "  ");
    }
  g_string_append_c (self->out, bracket);
  self->empty = FALSE;
}

/** mappe_json_text: @text: (nullable): null where it is %NULL */
void
mappe_json_text (MappeJson *self, const char *name, const char *text)
{
  begin (self, name);
  if (text != NULL)
    mappe_json_append_text (self->out, text);
  else
    g_string_append (self->out, "null");
}

void
mappe_json_int (MappeJson *self, const char *name, gint64 number)
{
  begin (self, name);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, number);
}

/** mappe_json_number: @number: with 15 digits and a point; null where it is not finite, which JSON knows nothing of */
void
mappe_json_number (MappeJson *self, const char *name, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  begin (self, name);
  if (isfinite (number))
    g_string_append (self->out, g_ascii_formatd (buffer, sizeof buffer, "%.15g", number == 0 ? 0 : number));
  else
    g_string_append (self->out, "null");
}

void
mappe_json_bool (MappeJson *self, const char *name, gboolean value)
{
  begin (self, name);
  g_string_append (self->out, value ? "true" : "false");
}

/** mappe_json_finish: Returns: (transfer full): the text with all closed and a final newline; @self is spent */
char *
mappe_json_finish (MappeJson *self)
{
  while (self->brackets->len > 0)
    mappe_json_close (self);
  g_string_append_c (self->out, '\n');
  return g_string_free (g_steal_pointer (&self->out), FALSE);
}
