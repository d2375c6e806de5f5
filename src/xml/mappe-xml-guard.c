/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-xml-guard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum {
  STATE_TEXT,
  STATE_LESS,         /* after "<" */
  STATE_TAG,
  STATE_QUOTE,        /* in an attribute, between " */
  STATE_APOSTROPHE,   /* the same between ' */
  STATE_DECLARATION,  /* after "<!" */
  STATE_COMMENT,
  STATE_CDATA,
  STATE_INSTRUCTION,
};

static const char cdata[] = "[CDATA[";

/** mappe_xml_guard_init: @most: bytes that are accepted at most */
void
mappe_xml_guard_init (MappeXmlGuard *self, guint64 most)
{
  *self = (MappeXmlGuard) { .most = most, .state = STATE_TEXT };
}

static gboolean
refuse (GError **error, MappeXmlError code, const char *message)
{
  g_set_error_literal (error, MAPPE_XML_ERROR, code, message);
  return FALSE;
}

/* --- UTF-8 --- */

/* What may follow the first byte of a character: overlong forms, surrogates and what is beyond Unicode are refused. */
static gboolean
begin_character (MappeXmlGuard *self, guchar byte)
{
  self->lowest = byte == 0xe0 ? 0xa0 : byte == 0xf0 ? 0x90 : 0x80;
  self->highest = byte == 0xed ? 0x9f : byte == 0xf4 ? 0x8f : 0xbf;
  self->rest = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
  return byte >= 0xc2 && byte <= 0xf4;
}

/* A NUL is refused too: it is how UTF-16 looks. */
static gboolean
is_utf8 (MappeXmlGuard *self, const guchar *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (self->rest == 0 && bytes[i] < 0x80)
        {
          if (bytes[i] == 0)
            return FALSE;
          continue;
        }
      if (self->rest == 0)
        {
          if (!begin_character (self, bytes[i]))
            return FALSE;
          continue;
        }
      if (bytes[i] < self->lowest || bytes[i] > self->highest)
        return FALSE;
      self->lowest = 0x80;
      self->highest = 0xbf;
      self->rest--;
    }
  return TRUE;
}

/* --- markup --- */

/* Returns FALSE for a declaration that is neither a comment nor CDATA. */
static gboolean
take_declaration (MappeXmlGuard *self, guchar byte)
{
  self->opening[self->matched++] = byte;
  if (self->matched == 2 && memcmp (self->opening, "--", 2) == 0)
    self->state = STATE_COMMENT;
  else if (self->matched == sizeof cdata - 1 && memcmp (self->opening, cdata, self->matched) == 0)
    self->state = STATE_CDATA;
  else if (!(self->matched == 1 && byte == '-') && memcmp (self->opening, cdata, self->matched) != 0)
    return FALSE;
  self->last[0] = self->last[1] = 0;
  return TRUE;
}

static void
take_in_section (MappeXmlGuard *self, guchar byte, guchar before)
{
  gboolean twice = self->state == STATE_INSTRUCTION || self->last[0] == before;

  if (byte == '>' && self->last[1] == before && twice)
    self->state = STATE_TEXT;
  self->last[0] = self->last[1];
  self->last[1] = byte;
}

static gboolean
take_in_tag (MappeXmlGuard *self, guchar byte)
{
  if (self->state == STATE_QUOTE)
    self->state = byte == '"' ? STATE_TAG : STATE_QUOTE;
  else if (self->state == STATE_APOSTROPHE)
    self->state = byte == '\'' ? STATE_TAG : STATE_APOSTROPHE;
  else if (byte == '>')
    self->state = STATE_TEXT;
  else if (byte == '"')
    self->state = STATE_QUOTE;
  else if (byte == '\'')
    self->state = STATE_APOSTROPHE;
  return ++self->tag < MAPPE_XML_MAX_TAG;
}

static void
take_less (MappeXmlGuard *self, guchar byte)
{
  self->state = byte == '!' ? STATE_DECLARATION : byte == '?' ? STATE_INSTRUCTION
                : byte == '>' ? STATE_TEXT : STATE_TAG;
  self->tag = 2;
  self->matched = 0;
  self->last[0] = self->last[1] = 0;
}

static gboolean
take (MappeXmlGuard *self, guchar byte)
{
  switch (self->state)
    {
    case STATE_LESS:
      take_less (self, byte);
      return TRUE;
    case STATE_DECLARATION:
      return take_declaration (self, byte);
    case STATE_COMMENT:
      take_in_section (self, byte, '-');
      return TRUE;
    case STATE_CDATA:
      take_in_section (self, byte, ']');
      return TRUE;
    case STATE_INSTRUCTION:
      take_in_section (self, byte, '?');
      return TRUE;
    default:
      return take_in_tag (self, byte);
    }
}

static gboolean
follow (MappeXmlGuard *self, const char *bytes, gsize length, GError **error)
{
  for (gsize at = 0; at < length; at++)
    {
      if (self->state == STATE_TEXT)
        {
          const char *less = memchr (bytes + at, '<', length - at);

          if (less == NULL)
            return TRUE;
          at = (gsize) (less - bytes);
          self->state = STATE_LESS;
        }
      else if (!take (self, (guchar) bytes[at]))
        return self->state == STATE_DECLARATION
                   ? refuse (error, MAPPE_XML_ERROR_FORMAT, _("the document holds a document type (DOCTYPE)"))
                   : refuse (error, MAPPE_XML_ERROR_LIMIT, _("the document holds too long a tag"));
    }
  return TRUE;
}

/**
 * mappe_xml_guard_feed:
 * @bytes: the next bytes of the file
 * @error: return location for a #MappeXmlError
 *
 * Returns: whether they may be given to libxml2
 */
gboolean
mappe_xml_guard_feed (MappeXmlGuard *self, const char *bytes, gsize length, GError **error)
{
  self->taken += length;
  if (self->taken > self->most)
    return refuse (error, MAPPE_XML_ERROR_LIMIT, _("the document is too large"));
  if (!is_utf8 (self, (const guchar *) bytes, length))
    return refuse (error, MAPPE_XML_ERROR_FORMAT, _("the document is not UTF-8"));
  return follow (self, bytes, length, error);
}

/** mappe_xml_guard_end: Returns: whether the file did not end within a character */
gboolean
mappe_xml_guard_end (MappeXmlGuard *self, GError **error)
{
  return self->rest == 0 || refuse (error, MAPPE_XML_ERROR_FORMAT, _("the document is not UTF-8"));
}
