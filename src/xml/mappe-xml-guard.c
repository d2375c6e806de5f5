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

/* Whether the next eight bytes are all ASCII, and none is NUL: by far the most are. */
static gboolean
is_plain (const guchar *bytes)
{
  guint64 word;

  memcpy (&word, bytes, sizeof word);
  return ((word | (word - G_GUINT64_CONSTANT (0x0101010101010101))) & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;
}

static gboolean
take_byte (MappeXmlGuard *self, guchar byte)
{
  if (self->rest == 0)
    return byte < 0x80 ? byte != 0 : begin_character (self, byte);
  if (byte < self->lowest || byte > self->highest)
    return FALSE;
  self->lowest = 0x80;
  self->highest = 0xbf;
  self->rest--;
  return TRUE;
}

/* A NUL is refused too: it is how UTF-16 looks. */
static gboolean
is_utf8 (MappeXmlGuard *self, const guchar *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      while (self->rest == 0 && i + 8 <= length && is_plain (bytes + i))
        i += 8;
      if (i < length && !take_byte (self, bytes[i]))
        return FALSE;
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

/* Goes to the end of the tag, of the bytes or of what a tag may have. Returns: how many were taken */
static gsize
take_tag (MappeXmlGuard *self, const char *bytes, gsize length)
{
  gsize at = 0;

  while (at < length && self->state != STATE_TEXT && self->tag + at < MAPPE_XML_MAX_TAG)
    {
      char c = bytes[at++];

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
  self->tag += at;
  return at;
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
    default:
      take_in_section (self, byte, '?');
      return TRUE;
    }
}

static gboolean
in_tag (const MappeXmlGuard *self)
{
  return self->state == STATE_TAG || self->state == STATE_QUOTE || self->state == STATE_APOSTROPHE;
}

static gboolean
follow (MappeXmlGuard *self, const char *bytes, gsize length, GError **error)
{
  gsize at = 0;

  while (at < length)
    {
      if (self->state == STATE_TEXT)
        {
          const char *less = memchr (bytes + at, '<', length - at);

          if (less == NULL)
            return TRUE;
          at = (gsize) (less - bytes) + 1;
          self->state = STATE_LESS;
        }
      else if (in_tag (self))
        {
          at += take_tag (self, bytes + at, length - at);
          if (self->tag >= MAPPE_XML_MAX_TAG)
            return refuse (error, MAPPE_XML_ERROR_LIMIT, _("the document holds too long a tag"));
        }
      else if (!take (self, (guchar) bytes[at++]))
        return refuse (error, MAPPE_XML_ERROR_FORMAT, _("the document holds a document type (DOCTYPE)"));
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
