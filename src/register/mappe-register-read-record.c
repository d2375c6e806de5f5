/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-register-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-number.h"
#include "mappe-text.h"

/* One record: an element for each field, in the order of the field table. A value that its field cannot hold is a
 * violation, and the reading goes on; an element that nobody knows is not. */

/* Within this much of its text a value is read before it is told that it is too long. */
#define TEXT_MOST (4 * MAPPE_LONGTEXT_MAX)

/* Copies the one attribute that the element has into @text. */
static gboolean
only_attribute (MappeRegisterReader *self, const char *name, GError **error)
{
  gboolean found = FALSE;

  while (xmlTextReaderMoveToNextAttribute (self->reader) == 1)
    {
      if (xmlTextReaderIsNamespaceDecl (self->reader))
        continue;
      if (!g_str_equal ((const char *) xmlTextReaderConstName (self->reader), name))
        return mappe_register_reader_fail (self, error, _("the attribute “%s” is not understood here"),
                                           (const char *) xmlTextReaderConstName (self->reader));
      g_string_assign (self->text, (const char *) xmlTextReaderConstValue (self->reader));
      found = TRUE;
    }
  xmlTextReaderMoveToElement (self->reader);
  return found || mappe_register_reader_fail (self, error, _("the attribute “%s” is missing"), name);
}

static gboolean
close_empty (MappeRegisterReader *self, GError **error)
{
  return mappe_register_reader_text (self, 0, error);
}

/* "meeting-0000…": whether @text is an id of @kind */
static gboolean
parse_id (const char *text, const MappeKind *kind, MappeUid *uid)
{
  gsize length = strlen (kind->name);

  return strncmp (text, kind->name, length) == 0 && text[length] == '-' && mappe_uid_parse (text + length + 1, uid);
}

/* --- values --- */

static void
violate_value (MappeRegisterReader *self, guint field)
{
  g_autofree char *seen = g_utf8_make_valid (self->text->str, MIN (60, (gssize) self->text->len));
  g_autofree char *detail = g_strdup_printf ("“%s”", seen);

  mappe_register_reader_violate (self, "R16", self->kind->fields[field].name, detail);
}

static void
set_canonical (MappeRegisterReader *self, guint field, const char *canonical)
{
  if (*canonical == '\0'
      || !mappe_field_parse_canonical (&self->kind->fields[field], canonical, &self->record.row->values[field], NULL))
    violate_value (self, field);
}

static gboolean
read_bool (MappeRegisterReader *self, guint field, GError **error)
{
  if (!mappe_register_reader_text (self, TEXT_MOST, error))
    return FALSE;
  if (g_str_equal (self->text->str, "true") || g_str_equal (self->text->str, "false"))
    mappe_value_set_int (&self->record.row->values[field], *self->text->str == 't');
  else
    violate_value (self, field);
  return TRUE;
}

static gboolean
read_money (MappeRegisterReader *self, guint field, GError **error)
{
  static const char *const names[] = { "cents", "currency", NULL };
  g_autofree char *cents = mappe_register_reader_attribute (self, "cents");
  g_autofree char *currency = mappe_register_reader_attribute (self, "currency");
  gint64 number;

  if (!mappe_register_reader_only (self, names, error))
    return FALSE;
  if (cents != NULL && g_strcmp0 (currency, "EUR") == 0 && mappe_int_parse (cents, &number))
    mappe_value_set_int (&self->record.row->values[field], number);
  else
    {
      g_string_printf (self->text, "%s %s", cents != NULL ? cents : "", currency != NULL ? currency : "");
      violate_value (self, field);
    }
  return close_empty (self, error);
}

static gboolean
read_moment (MappeRegisterReader *self, guint field, GError **error)
{
  static const char *const names[] = { "date", "time", NULL };
  g_autofree char *date = mappe_register_reader_attribute (self, "date");
  g_autofree char *time = mappe_register_reader_attribute (self, "time");

  if (!mappe_register_reader_only (self, names, error))
    return FALSE;
  g_string_printf (self->text, "%sT%s", date != NULL ? date : "", time != NULL ? time : "");
  set_canonical (self, field, self->text->str);
  return close_empty (self, error);
}

static gboolean
read_reference (MappeRegisterReader *self, guint field, GError **error)
{
  const MappeKind *target = mappe_kind_lookup (self->kind->fields[field].target, NULL);

  if (!only_attribute (self, "ref", error))
    return FALSE;
  if (!parse_id (self->text->str, target, &self->record.targets[field]))
    mappe_register_reader_violate (self, "R02", self->kind->fields[field].name, self->text->str);
  return close_empty (self, error);
}

static gboolean
read_file_name (MappeRegisterReader *self, guint field, GError **error)
{
  if (!only_attribute (self, "sha256", error))
    return FALSE;
  set_canonical (self, field, self->text->str);
  return close_empty (self, error);
}

static gboolean
read_text (MappeRegisterReader *self, guint field, GError **error)
{
  if (!mappe_register_reader_text (self, TEXT_MOST, error))
    return FALSE;
  set_canonical (self, field, self->text->str);
  return TRUE;
}

static gboolean
read_value (MappeRegisterReader *self, guint field, GError **error)
{
  self->record.given[field] = TRUE;
  switch (mappe_value_form_of (&self->kind->fields[field]))
    {
    case MAPPE_VALUE_FORM_BOOL:
      return read_bool (self, field, error);
    case MAPPE_VALUE_FORM_MONEY:
      return read_money (self, field, error);
    case MAPPE_VALUE_FORM_MOMENT:
      return read_moment (self, field, error);
    case MAPPE_VALUE_FORM_REF:
      return read_reference (self, field, error);
    case MAPPE_VALUE_FORM_FILE:
      return read_file_name (self, field, error);
    case MAPPE_VALUE_FORM_TEXT:
    default:
      return read_text (self, field, error);
    }
}

/* --- the record --- */

static void
clear_record (MappeRegisterReader *self)
{
  const MappeKind *kind = self->kind;

  if (self->record.row == NULL || self->record.row->kind != kind)
    {
      g_clear_pointer (&self->record.row, mappe_row_unref);
      self->record.row = mappe_row_new (kind);
      self->record.targets = g_renew (MappeUid, self->record.targets, kind->n_fields);
      self->record.given = g_renew (gboolean, self->record.given, kind->n_fields);
    }
  for (guint i = 0; i < kind->n_fields; i++)
    mappe_value_clear (&self->record.row->values[i]);
  self->record.row->id = 0;
  memset (self->record.targets, 0, kind->n_fields * sizeof (MappeUid));
  for (guint i = 0; i < kind->n_fields; i++)
    self->record.given[i] = self->whole;
  self->faults = 0;
}

static gboolean
begin_record (MappeRegisterReader *self, GError **error)
{
  clear_record (self);
  self->line = mappe_register_reader_line (self);
  if (!only_attribute (self, "id", error))
    return FALSE;
  mappe_set_str (&self->id, self->text->str);
  if (!parse_id (self->id, self->kind, &self->record.uid))
    mappe_register_reader_violate (self, "R02", NULL, _("the id is not one of its kind"));
  else if (mappe_uid_compare (&self->record.uid, &self->before) == 0)
    mappe_register_reader_violate (self, "R01", NULL, _("the same id as the record before"));
  self->before = self->record.uid;
  return TRUE;
}

static gboolean
read_withheld (MappeRegisterReader *self, GError **error)
{
  if (!only_attribute (self, "reason", error))
    return FALSE;
  if (!g_str_equal (self->text->str, "confidential") && !g_str_equal (self->text->str, "personal")
      && !g_str_equal (self->text->str, "draft"))
    mappe_register_reader_violate (self, "R16", "withheld", self->text->str);
  return close_empty (self, error);
}

/* Fields stand in the order of their table. */
static gboolean
read_child (MappeRegisterReader *self, guint *at, gboolean *withheld, GError **error)
{
  const char *name = mappe_register_reader_element (self);

  if (*withheld)
    return mappe_register_reader_fail (self, error, _("the element “%s” is not understood here"), name);
  for (guint i = *at; i < self->kind->n_fields; i++)
    if (g_str_equal (self->kind->fields[i].name, name))
      {
        *at = i + 1;
        return read_value (self, i, error);
      }
  *withheld = g_str_equal (name, "withheld");
  if (*withheld)
    return read_withheld (self, error);
  if (self->newer && mappe_kind_find_field (self->kind, name) < 0)
    return mappe_register_reader_skip (self, error);
  return mappe_register_reader_fail (self, error, _("the element “%s” is not understood here"), name);
}

/* Of what is withheld nothing is told but that it is announced. */
static void
check_withheld (MappeRegisterReader *self, gboolean any)
{
  gboolean announced = g_str_equal (self->kind->name, "agenda-item")
                       && mappe_row_is_null (self->record.row, MAPPE_FIELD_REFERENCE);

  if (any && !announced)
    mappe_register_reader_violate (self, "R15", "withheld", _("there are values beside it"));
}

static gboolean
hand_over (MappeRegisterReader *self, gboolean withheld, GError **error)
{
  self->count->records++;
  self->count->withheld += withheld ? 1 : 0;
  return self->sink.record == NULL || self->sink.record (self->sink.data, &self->record, withheld, error);
}

/** mappe_register_read_record: Reads the record whose element was met last, and hands it over. */
gboolean
mappe_register_read_record (MappeRegisterReader *self, GError **error)
{
  gboolean more = !xmlTextReaderIsEmptyElement (self->reader);
  gboolean withheld = FALSE;
  guint at = 0;

  if (!begin_record (self, error))
    return FALSE;
  while (more)
    {
      if (!mappe_register_reader_next (self, &more, error))
        return FALSE;
      if (more && !read_child (self, &at, &withheld, error))
        return FALSE;
    }
  if (withheld)
    check_withheld (self, at > 0);
  return hand_over (self, withheld, error);
}
