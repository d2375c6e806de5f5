/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-content-line.h"

#include <stdarg.h>
#include <string.h>

enum { MOST_OCTETS = 75 };  /* of a line, without its end (RFC 5545 3.1, RFC 6350 3.2) */

/** mappe_content_line_add: Adds a line. A long one goes on in the next behind a space; no character is cut in two. */
void
mappe_content_line_add (GString *out, const char *line)
{
  gsize length = strlen (line), room = MOST_OCTETS;

  while (length > room)
    {
      const char *cut = line + room;

      while ((*cut & 0xc0) == 0x80)
        cut--;
      g_string_append_len (out, line, cut - line);
      g_string_append (out, "\r\n ");
      length -= (gsize) (cut - line);
      line = cut;
      room = MOST_OCTETS - 1;
    }
  g_string_append (out, line);
  g_string_append (out, "\r\n");
}

/** mappe_content_line_add_format: Adds a line made like printf. */
void
mappe_content_line_add_format (GString *out, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  mappe_content_line_add (out, line);
}

/**
 * mappe_content_line_append_text:
 * @line: a line in the making
 * @text: (nullable): a text, or a part of one made of several
 *
 * Appends a text as RFC 5545 3.3.11 and RFC 6350 3.4 want it: backslash, semicolon, comma and line end are escaped;
 * other control characters cannot stand there and are left out.
 */
void
mappe_content_line_append_text (GString *line, const char *text)
{
  for (; text != NULL && *text != '\0'; text++)
    if (*text == '\n')
      g_string_append (line, "\\n");
    else if (strchr ("\\;,", *text) != NULL)
      g_string_append_printf (line, "\\%c", *text);
    else if ((guchar) *text >= 0x20 && *text != 0x7f)
      g_string_append_c (line, *text);
    else if (*text == '\t')
      g_string_append_c (line, ' ');
}

/** mappe_content_line_add_text: @text: (nullable): without one there is no line. Adds a property that is a text. */
void
mappe_content_line_add_text (GString *out, const char *name, const char *text)
{
  g_autoptr (GString) line = g_string_new (name);

  if (text == NULL || *text == '\0')
    return;
  g_string_append_c (line, ':');
  mappe_content_line_append_text (line, text);
  mappe_content_line_add (out, line->str);
}
