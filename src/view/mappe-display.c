/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-display.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-code.h"
#include "mappe-codes.h"
#include "mappe-date.h"
#include "mappe-number.h"

struct _MappeDisplay {
  GObject       parent_instance;
  MappeStore   *store;  /* not owned: the display belongs to the store */
  MappeCodes   *codes;
  GCancellable *cancellable;
  gboolean      german;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MappeDisplay, mappe_display, G_TYPE_OBJECT)

static void
codes_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeDisplay) self = data;
  g_autoptr (GPtrArray) listed = mappe_store_list_finish (MAPPE_STORE (source), result, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  if (listed == NULL)
    return;
  for (guint i = 0; i < listed->len; i++)
    g_ptr_array_add (rows, ((MappeListed *) g_ptr_array_index (listed, i))->row);
  g_clear_pointer (&self->codes, mappe_codes_free);
  self->codes = mappe_codes_new (rows);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mappe_display_load (MappeDisplay *self)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_code_kind);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  mappe_store_list_async (self->store, query, self->cancellable, codes_cb, g_object_ref (self));
}

static void
store_changed_cb (MappeDisplay *self, GArray *touched, MappeStore *store)
{
  gboolean stale = touched == NULL;

  for (guint i = 0; !stale && i < touched->len; i++)
    stale = g_array_index (touched, MappeTouched, i).kind == &mappe_code_kind;
  if (stale)
    mappe_display_load (self);
}

static void
mappe_display_dispose (GObject *object)
{
  MappeDisplay *self = MAPPE_DISPLAY (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->codes, mappe_codes_free);
  G_OBJECT_CLASS (mappe_display_parent_class)->dispose (object);
}

static void
mappe_display_class_init (MappeDisplayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_display_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", MAPPE_TYPE_DISPLAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mappe_display_init (MappeDisplay *self)
{
  /* Translators: the language of your catalogue, "de" or "en": that of the code labels. */
  self->german = g_str_equal (C_("language of the catalogue", "en"), "de");
}

/**
 * mappe_display_get:
 * @store: an open store
 *
 * Returns: (transfer none): the display of the store, the same one at every call
 */
MappeDisplay *
mappe_display_get (MappeStore *store)
{
  MappeDisplay *self;

  g_return_val_if_fail (MAPPE_IS_STORE (store), NULL);
  self = g_object_get_data (G_OBJECT (store), "mappe-display");
  if (self != NULL)
    return self;
  self = g_object_new (MAPPE_TYPE_DISPLAY, NULL);
  self->store = store;
  g_object_set_data_full (G_OBJECT (store), "mappe-display", self, g_object_unref);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  mappe_display_load (self);
  return self;
}

/**
 * mappe_display_is_ready:
 *
 * Returns: whether the code lists have come
 */
gboolean
mappe_display_is_ready (MappeDisplay *self)
{
  g_return_val_if_fail (MAPPE_IS_DISPLAY (self), FALSE);
  return self->codes != NULL;
}

/**
 * mappe_display_code:
 * @list: name of a code list
 * @code: (nullable): a code
 *
 * Returns: (transfer none): the label; "" while the lists have not come; a code that is not in its list as it is
 */
const char *
mappe_display_code (MappeDisplay *self, const char *list, const char *code)
{
  const char *label;

  g_return_val_if_fail (MAPPE_IS_DISPLAY (self), "");
  if (code == NULL || self->codes == NULL)
    return "";
  label = mappe_codes_label (self->codes, list, code, self->german);
  return label != NULL ? label : code;
}

/**
 * mappe_display_codes:
 * @list: name of a code list
 *
 * Returns: (transfer none) (array zero-terminated=1): its codes in their order, valid until "changed"; empty while
 * the lists have not come
 */
const char * const *
mappe_display_codes (MappeDisplay *self, const char *list)
{
  static const char * const none[] = { NULL };

  g_return_val_if_fail (MAPPE_IS_DISPLAY (self), none);
  return self->codes != NULL ? mappe_codes_list (self->codes, list) : none;
}

/* The unit after the number 1. */
static const char *
unit_of_one (const char *unit)
{
  static const char * const words[][2] = {
    { "minutes", N_("minute") }, { "days", N_("day") }, { "months", N_("month") }, { "members", N_("member") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i][0], unit))
      return _(words[i][1]);
  return _(unit);
}

static char *
with_unit (char *number, const MappeFieldSpec *field)
{
  const char *unit = field->unit;
  char *text;

  if (unit == NULL)
    return number;
  text = g_strconcat (number, "\u00a0", g_str_equal (number, "1") ? unit_of_one (unit) : _(unit), NULL);
  g_free (number);
  return text;
}

static char *
format_number (const MappeRow *row, guint field)
{
  const MappeFieldSpec *spec = &row->kind->fields[field];

  switch (spec->type)
    {
    case MAPPE_FIELD_DECIMAL:
      return with_unit (mappe_decimal_format (row->values[field].integer, spec->digits), spec);
    case MAPPE_FIELD_REAL:
      return with_unit (mappe_real_format (mappe_row_get_real (row, field), -1), spec);
    default:
      if (g_strcmp0 (spec->unit, "bytes") == 0)
        return g_format_size ((guint64) mappe_row_get_int (row, field));
      return with_unit (mappe_int_format (mappe_row_get_int (row, field)), spec);
    }
}

/**
 * mappe_display_peek:
 * @row: a row
 * @field: number of one of its fields
 * @shown: (nullable): title of the record that a reference points to
 * @scratch: (inout): memory of texts that had to be made; free it, or hand it in again for the next value
 *
 * mappe_display_field() for places where much is shown: most texts are borrowed.
 *
 * Returns: (transfer none): the text, valid as long as @row, @shown and @scratch are; "" for no value
 */
const char *
mappe_display_peek (MappeDisplay *self, const MappeRow *row, guint field, const char *shown, char **scratch)
{
  const MappeFieldSpec *spec = &row->kind->fields[field];
  const char *text = NULL;
  char *made = NULL;

  if (mappe_row_is_null (row, field))
    return "";
  switch (spec->type)
    {
    case MAPPE_FIELD_INT:
    case MAPPE_FIELD_DECIMAL:
    case MAPPE_FIELD_REAL:
      made = format_number (row, field);
      break;
    case MAPPE_FIELD_BOOL:
      return mappe_row_get_int (row, field) != 0 ? _("Yes") : _("No");
    case MAPPE_FIELD_DATE:
      made = mappe_date_format (mappe_row_get_text (row, field));
      break;
    case MAPPE_FIELD_DATETIME:
      made = mappe_datetime_format (mappe_row_get_text (row, field));
      break;
    case MAPPE_FIELD_CODE:
      return mappe_display_code (self, spec->code_list, mappe_row_get_text (row, field));
    case MAPPE_FIELD_REF:
      return shown != NULL ? shown : "";
    case MAPPE_FIELD_TEXT:
    case MAPPE_FIELD_LONGTEXT:
    case MAPPE_FIELD_TIME:
    case MAPPE_FIELD_BLOB:
    default:
      text = mappe_row_get_text (row, field);
      return text != NULL ? text : "";
    }
  g_free (*scratch);
  *scratch = made;
  return made;
}

/**
 * mappe_display_field:
 * @row: a row
 * @field: number of one of its fields
 * @shown: (nullable): title of the record that a reference points to
 *
 * Returns: (transfer full): the value as people read it, "" for none
 */
char *
mappe_display_field (MappeDisplay *self, const MappeRow *row, guint field, const char *shown)
{
  char *scratch = NULL;
  const char *text;

  g_return_val_if_fail (MAPPE_IS_DISPLAY (self), NULL);
  g_return_val_if_fail (row != NULL && field < row->kind->n_fields, NULL);
  text = mappe_display_peek (self, row, field, shown, &scratch);
  return scratch != NULL ? scratch : g_strdup (text);
}

/**
 * mappe_display_title:
 * @listed: a row with its texts
 *
 * Returns: (transfer full): what the record is called; its reference when it has no name
 */
char *
mappe_display_title (MappeListed *listed)
{
  char *title;

  g_return_val_if_fail (listed != NULL, NULL);
  title = g_strdup (listed->title);
  return title != NULL ? title : g_strdup (mappe_row_get_text (listed->row, MAPPE_FIELD_REFERENCE));
}

static gboolean
needs_words (const MappeKind *kind)
{
  for (guint i = 0; kind->title_fields[i] >= 0; i++)
    {
      MappeFieldType type = kind->fields[kind->title_fields[i]].type;

      if (type == MAPPE_FIELD_CODE || type == MAPPE_FIELD_DATE)
        return TRUE;
    }
  return FALSE;
}

/**
 * mappe_display_name:
 * @row: a record
 * @title: (nullable): its title as the store makes it
 * @shown: (nullable): titles of the records that its fields refer to
 *
 * A title that is made of codes and days is for programs: "before, 2021-11-20".
 *
 * Returns: (transfer full) (nullable): what the record is called for people: "Before, 20 Nov 2021"
 */
char *
mappe_display_name (MappeDisplay *self, const MappeRow *row, const char *title, char *const *shown)
{
  GString *name;

  g_return_val_if_fail (MAPPE_IS_DISPLAY (self), NULL);
  if (!needs_words (row->kind))
    return g_strdup (title);
  name = g_string_new (NULL);
  for (guint i = 0; row->kind->title_fields[i] >= 0; i++)
    {
      guint field = (guint) row->kind->title_fields[i];
      g_autofree char *part = mappe_display_field (self, row, field, shown != NULL ? shown[field] : NULL);

      g_string_append_printf (name, "%s%s", name->len > 0 && *part != '\0' ? ", " : "", part);
    }
  return g_string_free (name, FALSE);
}

/**
 * mappe_display_is_number:
 *
 * Returns: whether values of the field are shown at the right edge with figures of equal width
 */
gboolean
mappe_display_is_number (const MappeFieldSpec *field)
{
  return field->type == MAPPE_FIELD_INT || field->type == MAPPE_FIELD_DECIMAL || field->type == MAPPE_FIELD_REAL;
}
