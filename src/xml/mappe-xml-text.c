/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-xml-text.h"

G_DEFINE_QUARK (mappe-xml-error-quark, mappe_xml_error)

/* Characters of XML 1.0, section 2.2; surrogates are no UTF-8 in the first place. */
static gboolean
is_char (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xfffe) || c >= 0x10000;
}

/**
 * mappe_xml_may_hold:
 * @text: (nullable)
 *
 * libxml2 writes any bytes without complaint, and nobody can read the file.
 *
 * Returns: whether XML can hold @text
 */
gboolean
mappe_xml_may_hold (const char *text)
{
  if (text == NULL)
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_char (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/**
 * mappe_xml_escape:
 * @attribute: whether @c stands in the value of an attribute
 *
 * Where bytes must never change with a version of a library, escaping is done here.
 *
 * Returns: (transfer none) (nullable): what stands for @c in a file; %NULL when it stands for itself
 */
const char *
mappe_xml_escape (gunichar c, gboolean attribute)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\r':
      return "&#13;";
    case '"':
      return attribute ? "&quot;" : NULL;
    case '\n':
      return attribute ? "&#10;" : NULL;
    case '\t':
      return attribute ? "&#9;" : NULL;
    default:
      return NULL;
    }
}
