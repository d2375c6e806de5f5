/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-xml-private.h"

/* A look at the bytes before libxml2 sees them. It follows markup only as far as is needed to find a document type
 * (entities, external files), tags so long that attributes cost minutes, and encodings that would hide both. */

typedef enum {
  STATE_TEXT,
  STATE_LESS,         /* after "<" */
  STATE_TAG,
  STATE_QUOTE,        /* in an attribute, between " */
  STATE_APOSTROPHE,   /* the same between ' */
  STATE_DECLARATION,  /* after "<!" */
  STATE_COMMENT,
  STATE_CDATA,
  STATE_INSTRUCTION,
} State;

typedef struct {
  State state;
  gsize start;  /* where the markup begins */
} Guard;

static gboolean
ends_with (const char *bytes, gsize start, gsize at, const char *end)
{
  gsize length = strlen (end);

  return at + 1 >= start + length && memcmp (bytes + at + 1 - length, end, length) == 0;
}

static void
close_at (Guard *self, const char *bytes, gsize skip, gsize at, const char *end)
{
  if (bytes[at] == '>' && ends_with (bytes, self->start + skip, at, end))
    self->state = STATE_TEXT;
}

/* Returns FALSE for a declaration that is neither a comment nor CDATA. */
static gboolean
take_declaration (Guard *self, const char *bytes, gsize at)
{
  static const char cdata[] = "<![CDATA[";
  gsize length = at + 1 - self->start;

  if (length == 4 && memcmp (bytes + self->start, "<!--", 4) == 0)
    self->state = STATE_COMMENT;
  else if (length == sizeof cdata - 1 && memcmp (bytes + self->start, cdata, length) == 0)
    self->state = STATE_CDATA;
  else if (length > 3 && memcmp (bytes + self->start, cdata, MIN (length, sizeof cdata - 1)) != 0)
    return FALSE;
  return TRUE;
}

static void
take_in_tag (Guard *self, char c)
{
  if (self->state == STATE_QUOTE)
    self->state = c == '"' ? STATE_TAG : STATE_QUOTE;
  else if (self->state == STATE_APOSTROPHE)
    self->state = c == '\'' ? STATE_TAG : STATE_APOSTROPHE;
  else if (c == '>')
    self->state = STATE_TEXT;
  else if (c == '"')
    self->state = STATE_QUOTE;
  else if (c == '\'')
    self->state = STATE_APOSTROPHE;
}

static gboolean
take (Guard *self, const char *bytes, gsize at)
{
  char c = bytes[at];

  switch (self->state)
    {
    case STATE_TEXT:
      self->start = at;
      self->state = c == '<' ? STATE_LESS : STATE_TEXT;
      return TRUE;
    case STATE_LESS:
      self->state = c == '!' ? STATE_DECLARATION : c == '?' ? STATE_INSTRUCTION : STATE_TAG;
      return TRUE;
    case STATE_DECLARATION:
      return take_declaration (self, bytes, at);
    case STATE_COMMENT:
      close_at (self, bytes, 4, at, "-->");
      return TRUE;
    case STATE_CDATA:
      close_at (self, bytes, 9, at, "]]>");
      return TRUE;
    case STATE_INSTRUCTION:
      close_at (self, bytes, 2, at, "?>");
      return TRUE;
    case STATE_TAG:
    case STATE_QUOTE:
    case STATE_APOSTROPHE:
    default:
      take_in_tag (self, c);
      return at - self->start < MAPPE_XML_MAX_TAG;
    }
}

static gboolean
refuse (GError **error, MappeDocumentError code, const char *message)
{
  g_set_error_literal (error, MAPPE_DOCUMENT_ERROR, code, message);
  return FALSE;
}

/* Whether @bytes may be given to libxml2. */
gboolean
mappe_xml_guard (const char *bytes, gsize length, GError **error)
{
  Guard self = { STATE_TEXT, 0 };

  if (length > MAPPE_XML_MAX_BYTES)
    return refuse (error, MAPPE_DOCUMENT_ERROR_LIMIT, _("the document is too large"));
  if (!g_utf8_validate_len (bytes, length, NULL))
    return refuse (error, MAPPE_DOCUMENT_ERROR_FORMAT, _("the document is not UTF-8"));
  for (gsize at = 0; at < length; at++)
    if (!take (&self, bytes, at))
      return self.state == STATE_DECLARATION
                 ? refuse (error, MAPPE_DOCUMENT_ERROR_FORMAT, _("the document holds a document type (DOCTYPE)"))
                 : refuse (error, MAPPE_DOCUMENT_ERROR_LIMIT, _("the document holds too long a tag"));
  return TRUE;
}
