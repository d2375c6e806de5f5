/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-register-private.h"

#include <string.h>

G_DEFINE_QUARK (mappe-register-error-quark, mappe_register_error)

static const char *const profiles[] = { "public", "members", "full", "subject", "archive" };

/**
 * mappe_register_watch_go:
 * @self: (nullable): who waits
 *
 * Tells how far it is.
 *
 * Returns: whether to go on
 */
gboolean
mappe_register_watch_go (const MappeRegisterWatch *self, guint64 done, guint64 all, GError **error)
{
  if (self == NULL)
    return TRUE;
  if (self->tell != NULL)
    self->tell (self->data, done, all);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/** mappe_profile_get_name: Returns: (transfer none): as in the register and on the command line */
const char *
mappe_profile_get_name (MappeProfile profile)
{
  return profiles[profile];
}

/** mappe_profile_find: Returns: whether there is a profile called @name */
gboolean
mappe_profile_find (const char *name, MappeProfile *profile)
{
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    if (g_strcmp0 (name, profiles[i]) == 0)
      {
        *profile = (MappeProfile) i;
        return TRUE;
      }
  return FALSE;
}

/** mappe_profile_carries: Returns: whether attached files are in a register of @profile, not only named */
gboolean
mappe_profile_carries (MappeProfile profile)
{
  return profile == MAPPE_PROFILE_FULL || profile == MAPPE_PROFILE_ARCHIVE;
}

/** mappe_show_get_reason: Returns: (transfer none): as the register says why something is withheld */
const char *
mappe_show_get_reason (MappeShow show)
{
  return show == MAPPE_PERSONAL ? "personal" : show == MAPPE_DRAFT ? "draft" : "confidential";
}

/** mappe_value_form_of: Returns: how values of @field stand in a register */
MappeValueForm
mappe_value_form_of (const MappeFieldSpec *field)
{
  switch (field->type)
    {
    case MAPPE_FIELD_BOOL:
      return MAPPE_VALUE_FORM_BOOL;
    case MAPPE_FIELD_DECIMAL:
      return field->digits == 2 && g_strcmp0 (field->unit, "€") == 0 ? MAPPE_VALUE_FORM_MONEY : MAPPE_VALUE_FORM_TEXT;
    case MAPPE_FIELD_DATETIME:
      return MAPPE_VALUE_FORM_MOMENT;
    case MAPPE_FIELD_REF:
      return MAPPE_VALUE_FORM_REF;
    case MAPPE_FIELD_BLOB:
      return MAPPE_VALUE_FORM_FILE;
    default:
      return MAPPE_VALUE_FORM_TEXT;
    }
}

/* --- canonical text --- */

/* Below U+0300 nothing composes, nor do the quotation marks and dashes of German and English. */
static gboolean
is_composed (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    {
      if (*p < 0xcc)
        continue;
      if (p[0] == 0xe2 && p[1] == 0x80 && p[2] >= 0x90)
        p += 2;
      else if (p[0] == 0xe2 && p[1] == 0x82 && p[2] == 0xac)
        p += 2;
      else
        return FALSE;
    }
  return TRUE;
}

static void
append_escaped (GString *out, const char *text, gboolean attribute)
{
  const char *start = text;

  for (const char *p = text; *p != '\0'; p++)
    {
      const char *escape = (guchar) *p > '>' ? NULL : mappe_xml_escape ((guchar) *p, attribute);

      if (escape == NULL)
        continue;
      g_string_append_len (out, start, p - start);
      g_string_append (out, escape);
      start = p + 1;
    }
  g_string_append (out, start);
}

/**
 * mappe_value_form_append:
 * @attribute: whether it stands in an attribute
 *
 * Appends @text in the one form that it has in registers: composed (NFC), with the escapes of canonical XML.
 *
 * Returns: whether XML can hold it
 */
gboolean
mappe_value_form_append (GString *out, const char *text, gboolean attribute)
{
  g_autofree char *composed = NULL;

  if (!mappe_xml_may_hold (text))
    return FALSE;
  if (!is_composed (text))
    composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  append_escaped (out, composed != NULL ? composed : text, attribute);
  return TRUE;
}
