/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-event.h"
#include "mappe-heading.h"
#include "mappe-meeting.h"
#include "mappe-organisation.h"
#include "mappe-person.h"
#include "mappe-record-error.h"
#include "mappe-text.h"

/* From the cells of a row to a record. */

/** mappe_import_record_note: Notes what of the row was not taken. */
void
mappe_import_record_note (MappeImportRecord *record, const char *note)
{
  g_string_append_printf (record->notes, "%s%s", record->notes->len > 0 ? "; " : "", note);
}

/** mappe_import_record_clear: Frees what @record holds. */
void
mappe_import_record_clear (MappeImportRecord *record)
{
  g_clear_pointer (&record->row, mappe_row_unref);
  g_clear_pointer (&record->given, g_free);
  g_clear_pointer (&record->reason, g_free);
  g_clear_pointer (&record->organisation, g_free);
  if (record->notes != NULL)
    g_string_free (record->notes, TRUE);
}

/** mappe_import_reason: Returns: (transfer none): what people read for an error of the floors below */
const char *
mappe_import_reason (const GError *error)
{
  const char *reason = mappe_store_error_get_reason (error);

  if (reason != NULL)
    return _(reason);
  if (g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_DUPLICATE))
    return _("the value is taken by another record");
  if (error->domain != MAPPE_RECORD_ERROR)
    return error->message;
  switch ((MappeRecordError) error->code)
    {
    case MAPPE_RECORD_ERROR_REQUIRED:
      return _("is missing");
    case MAPPE_RECORD_ERROR_RANGE:
      return _("is too small or too large");
    case MAPPE_RECORD_ERROR_TOO_LONG:
      return _("is too long");
    case MAPPE_RECORD_ERROR_RULE:
      return _("contradicts another field");
    case MAPPE_RECORD_ERROR_TYPE:
    case MAPPE_RECORD_ERROR_ENCODING:
    case MAPPE_RECORD_ERROR_UNKNOWN_KIND:
    case MAPPE_RECORD_ERROR_UNKNOWN_FIELD:
    default:
      return _("cannot be taken");
    }
}

static gboolean
reject (MappeImportRecord *record, int field, const char *reason)
{
  record->field = field;
  g_free (record->reason);
  record->reason = g_strdup (reason);
  return FALSE;
}

/* --- cells to texts --- */

/** Texts: for each field what stands in its columns; @second: of a reference, what stands in its second column */
typedef struct {
  guint     n;
  GString **texts;
  char    **second;
  guint    *columns;  /* the last column of each */
} Texts;

static Texts *
texts_new (guint n)
{
  Texts *self = g_new (Texts, 1);

  *self = (Texts) { n, g_new0 (GString *, n), g_new0 (char *, n), g_new0 (guint, n) };
  return self;
}

static void
texts_free (Texts *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      if (self->texts[i] != NULL)
        g_string_free (self->texts[i], TRUE);
      g_free (self->second[i]);
    }
  g_free (self->texts);
  g_free (self->second);
  g_free (self->columns);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Texts, texts_free)

static void
add_text (const MappeImporting *self, Texts *texts, const MappeKind *kind, guint field, guint column, const char *text)
{
  MappeFieldType type = kind->fields[field].type;

  if (texts->texts[field] == NULL)
    texts->texts[field] = g_string_new (text);
  else if (type == MAPPE_FIELD_REF && texts->second[field] == NULL)
    texts->second[field] = g_strdup (text);
  else if (type == MAPPE_FIELD_LONGTEXT)
    g_string_append_printf (texts->texts[field], "%s%s",
                            mappe_heading_joiner (self->order->columns[texts->columns[field]],
                                                  self->order->columns[column]), text);
  else if (type == MAPPE_FIELD_TEXT)
    g_string_append_printf (texts->texts[field], ", %s", text);
  texts->columns[field] = column;
}

/* What a calendar says of an end: one of the same day is none, one of another day is no time of this one. */
static gboolean
is_passed_over (const MappeImporting *self, const MappeForeignRow *row, const MappeKind *kind, guint column)
{
  char *const *cells = row->cells;
  gboolean same_day;

  if (self->order->file->form != MAPPE_FOREIGN_APPOINTMENTS)
    return FALSE;
  same_day = g_str_equal (cells[MAPPE_APPOINTMENT_START_ON], cells[MAPPE_APPOINTMENT_END_ON]);
  return (kind == &mappe_event_kind && column == MAPPE_APPOINTMENT_END_ON && same_day)
         || (kind == &mappe_meeting_kind && column == MAPPE_APPOINTMENT_END_AT && !same_day);
}

static Texts *
gather (const MappeImporting *self, const MappeForeignRow *row, const MappeKind *kind, const GArray *fields)
{
  Texts *texts = texts_new (kind->n_fields);

  for (guint c = 0; c < fields->len && row->cells[c] != NULL; c++)
    {
      int field = g_array_index (fields, int, c);
      g_autofree char *text = field >= 0 ? mappe_foreign_unguard (row->cells[c]) : NULL;

      if (text != NULL && *g_strstrip (text) != '\0' && !is_passed_over (self, row, kind, c))
        add_text (self, texts, kind, (guint) field, c, text);
    }
  for (guint i = 0; kind == self->order->kind && i < kind->n_fields; i++)
    {
      const char *constant = g_ptr_array_index (self->order->constants, i);

      if (texts->texts[i] == NULL && constant != NULL)
        texts->texts[i] = g_string_new (constant);
    }
  return texts;
}

/* --- references --- */

/* People write the name of an organisation that is not in the register yet; it is added with them. */
static gint64
add_organisation (MappeImporting *self, const MappeForeignRow *row, const char *name, GError **error)
{
  g_autoptr (MappeRow) organisation = mappe_row_new_preset (&mappe_organisation_kind);
  MappeImportRecord record = { .row = organisation, .field = -1 };
  gboolean fits;
  int field;

  mappe_value_set_text (&organisation->values[MAPPE_ORGANISATION_NAME], name);
  if (self->order->file->form == MAPPE_FOREIGN_CARDS && *row->cells[MAPPE_CARD_ADDRESS] != '\0')
    mappe_value_set_text (&organisation->values[MAPPE_ORGANISATION_ADDRESS], row->cells[MAPPE_CARD_ADDRESS]);
  fits = mappe_import_record_check (&record, organisation);
  g_free (record.reason);
  if (!fits)
    return 0;
  if (mappe_intake_add (self->intake, organisation, NULL, &field, error) != MAPPE_INTAKE_NEW)
    return -1;
  mappe_targets_add (self->targets, organisation, name);
  mappe_likeness_add (self->likeness[1], organisation);
  self->report->organisations++;
  return organisation->id;
}

/* Returns: whether it could be looked for; @id: (out): 0 when it was left empty */
static gboolean
find_target (MappeImporting *self, MappeImportRecord *record, guint field, const char *text, const char *second,
             gint64 *id, GError **error)
{
  const MappeFieldSpec *spec = &record->row->kind->fields[field];
  const MappeKind *target = mappe_kind_lookup (spec->target, NULL);
  gint64 found = second != NULL ? mappe_targets_find (self->targets, target, second, error) : 0;
  g_autofree char *note = NULL, *shown = mappe_text_ellipsize (text, 60);

  *id = 0;
  if (found == 0)
    found = mappe_targets_find (self->targets, target, text, error);
  if (found == 0 && record->row->kind == &mappe_person_kind && field == MAPPE_PERSON_ORGANISATION)
    {
      record->organisation = g_strdup (text);
      return TRUE;
    }
  if (found > 0)
    *id = found;
  else if (found == MAPPE_TARGETS_SEVERAL)
    note = g_strdup_printf (_("%s stays empty: several are called “%s”"), _(spec->label), shown);
  else if (found == 0)
    note = g_strdup_printf (_("%s stays empty: there is no “%s”"), _(spec->label), shown);
  if (note != NULL && (spec->flags & MAPPE_FIELD_REQUIRED) == 0)
    mappe_import_record_note (record, note);
  if (note != NULL && (spec->flags & MAPPE_FIELD_REQUIRED) != 0)
    {
      g_autofree char *reason = found == 0 ? g_strdup_printf (_("there is no “%s”"), shown)
                                           : g_strdup_printf (_("several are called “%s”"), shown);

      reject (record, (int) field, reason);
    }
  return found != -1;
}

/* --- texts to values --- */

static gboolean
fill_reference (MappeImporting *self, MappeImportRecord *record, guint field, const char *text, const char *second,
                GError **error)
{
  gint64 id;

  if (!find_target (self, record, field, text, second, &id, error))
    return FALSE;
  if (id > 0)
    mappe_value_set_int (&record->row->values[field], id);
  record->given[field] = id > 0;
  return TRUE;
}

/* A function that no list of the council knows is one of another house; it is no reason to leave out the person. */
static gboolean
is_only_noted (const MappeImporting *self, const MappeFieldSpec *spec)
{
  return self->order->file->form != MAPPE_FOREIGN_TABLE && spec->type == MAPPE_FIELD_CODE;
}

static void
fill_value (MappeImporting *self, MappeImportRecord *record, guint field, const char *text)
{
  const MappeFieldSpec *spec = &record->row->kind->fields[field];
  g_autoptr (GError) cause = NULL;
  g_autofree char *canonical = mappe_foreign_value (&self->writing, spec, text, &cause);

  if (canonical != NULL && mappe_row_set_canonical (record->row, field, canonical, &cause))
    record->given[field] = TRUE;
  else if (is_only_noted (self, spec))
    {
      g_autofree char *note = g_strdup_printf ("%s: %s", _(spec->label), mappe_import_reason (cause));

      mappe_import_record_note (record, note);
    }
  else
    reject (record, (int) field, mappe_import_reason (cause));
}

static const GArray *
fields_for (const MappeImporting *self, const MappeForeignRow *row)
{
  gboolean other = row->is_organisation && self->order->kind != &mappe_organisation_kind;

  return other ? self->card_fields : self->order->fields;
}

/**
 * mappe_import_record_fill:
 * @record: (out caller-allocates): gets the record, or the reason why it is none
 * @error: return location for what reading the council says
 *
 * Returns: whether the row could be looked at
 */
gboolean
mappe_import_record_fill (MappeImporting *self, const MappeForeignRow *row, MappeImportRecord *record, GError **error)
{
  const MappeKind *kind = row->is_organisation ? &mappe_organisation_kind : self->order->kind;
  g_autoptr (Texts) texts = gather (self, row, kind, fields_for (self, row));

  *record = (MappeImportRecord) { mappe_row_new_preset (kind), g_new0 (gboolean, kind->n_fields), -1, NULL,
                                  g_string_new (row->note) };
  for (guint i = 0; i < kind->n_fields && record->reason == NULL; i++)
    {
      const char *text = texts->texts[i] != NULL ? texts->texts[i]->str : NULL;

      if (text == NULL)
        continue;
      if (kind->fields[i].type != MAPPE_FIELD_REF)
        fill_value (self, record, i, text);
      else if (!fill_reference (self, record, i, text, texts->second[i], error))
        return FALSE;
    }
  return TRUE;
}

/** mappe_import_record_join: Adds the organisation that a person belongs to, once the person is sure to come. */
gboolean
mappe_import_record_join (MappeImporting *self, const MappeForeignRow *row, MappeImportRecord *record, GError **error)
{
  gint64 id = record->organisation != NULL ? mappe_targets_find (self->targets, &mappe_organisation_kind,
                                                                 record->organisation, error) : 0;

  if (record->organisation != NULL && id == 0)
    id = add_organisation (self, row, record->organisation, error);
  if (id > 0)
    {
      mappe_value_set_int (&record->row->values[MAPPE_PERSON_ORGANISATION], id);
      record->given[MAPPE_PERSON_ORGANISATION] = TRUE;
    }
  return id != -1;
}

/** mappe_import_record_check: Returns: whether @row is a record by its own rules; if not, @record says why */
gboolean
mappe_import_record_check (MappeImportRecord *record, const MappeRow *row)
{
  g_autoptr (MappeRow) whole = mappe_row_copy (row);
  g_autoptr (GError) cause = NULL;
  int field = -1;

  /* The program gives it one later. */
  if (mappe_row_is_null (whole, MAPPE_FIELD_REFERENCE))
    mappe_value_set_text (&whole->values[MAPPE_FIELD_REFERENCE], "X");
  return mappe_row_validate (whole, &field, &cause) || reject (record, field, mappe_import_reason (cause));
}
