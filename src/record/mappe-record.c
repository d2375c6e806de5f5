/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-record.h"

#define PROPERTY_FLAGS (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

typedef struct {
  gint64    id;
  MappeRow *row;
  char    **shown;  /* per field, made when the first text is set */
} MappeRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MappeRecord, mappe_record, G_TYPE_OBJECT)

/* Properties of this class. Those of the fields belong to the subclass, which numbers them from 1. */
enum {
  PROP_0,
  PROP_LOADING,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static MappeRecordPrivate *
get_private (MappeRecord *self)
{
  return mappe_record_get_instance_private (self);
}

static GParamSpec *
property_of (const char *name, const MappeFieldSpec *field)
{
  const GParamFlags flags = PROPERTY_FLAGS;
  switch (field->type)
    {
    case MAPPE_FIELD_INT:
    case MAPPE_FIELD_REF:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case MAPPE_FIELD_DECIMAL:
    case MAPPE_FIELD_REAL:
      return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case MAPPE_FIELD_BOOL:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case MAPPE_FIELD_TEXT:
    case MAPPE_FIELD_LONGTEXT:
    case MAPPE_FIELD_DATE:
    case MAPPE_FIELD_TIME:
    case MAPPE_FIELD_DATETIME:
    case MAPPE_FIELD_CODE:
    case MAPPE_FIELD_BLOB:
    default:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    }
}

static const MappeValue *
row_value (MappeRow *row, guint field)
{
  static const MappeValue null = MAPPE_VALUE_INIT;
  return row != NULL ? &row->values[field] : &null;
}

static void
set_shown (MappeRecord *self, guint field, const char *text)
{
  MappeRecordPrivate *priv = get_private (self);
  if (priv->shown == NULL)
    {
      if (text == NULL)
        return;
      priv->shown = g_new0 (char *, mappe_record_get_kind (self)->n_fields);
    }
  g_free (priv->shown[field]);
  priv->shown[field] = g_strdup (text);
}

static void
get_field (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MappeRecord *self = MAPPE_RECORD (object);
  guint field = property_id - 1;
  switch (G_TYPE_FUNDAMENTAL (G_VALUE_TYPE (value)))
    {
    case G_TYPE_INT64:
      g_value_set_int64 (value, mappe_record_get_int (self, field));
      break;
    case G_TYPE_DOUBLE:
      g_value_set_double (value, mappe_record_get_real (self, field));
      break;
    case G_TYPE_BOOLEAN:
      g_value_set_boolean (value, mappe_record_get_int (self, field) != 0);
      break;
    default:
      g_value_set_string (value, mappe_record_get_text (self, field));
    }
}

static void
mappe_record_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_LOADING)
    g_value_set_boolean (value, mappe_record_is_loading (MAPPE_RECORD (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
mappe_record_finalize (GObject *object)
{
  MappeRecord *self = MAPPE_RECORD (object);
  MappeRecordPrivate *priv = get_private (self);
  g_clear_pointer (&priv->row, mappe_row_unref);
  for (guint i = 0; priv->shown != NULL && i < mappe_record_get_kind (self)->n_fields; i++)
    g_free (priv->shown[i]);
  g_free (priv->shown);
  G_OBJECT_CLASS (mappe_record_parent_class)->finalize (object);
}

static void
mappe_record_class_init (MappeRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->get_property = mappe_record_get_property;
  object_class->finalize = mappe_record_finalize;

  /**
   * MappeRecord:loading:
   *
   * Whether the record has no row yet.
   */
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, TRUE, PROPERTY_FLAGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

/* While this runs the class of the instance is still this abstract one, which has no kind yet. */
static void
mappe_record_init (MappeRecord *self)
{
}

/**
 * mappe_record_class_set_kind:
 * @klass: class of a kind
 * @kind: its kind
 *
 * Makes a readable property of each field: "held_on" becomes "held-on". Texts, dates, times, codes and hashes are
 * strings, integers and references gint64, decimals and reals double, truth values boolean. For the class_init of
 * MAPPE_DEFINE_RECORD().
 */
void
mappe_record_class_set_kind (MappeRecordClass *klass, const MappeKind *kind)
{
  /* GObject does not hand get_property down. */
  G_OBJECT_CLASS (klass)->get_property = get_field;
  klass->kind = kind;
  klass->properties = g_new0 (GParamSpec *, kind->n_fields);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (kind->fields[i].name), "_", '-');
      /* The name must outlive the class, which lives for ever. */
      klass->properties[i] = property_of (g_intern_string (name), &kind->fields[i]);
      g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1, klass->properties[i]);
    }
}

/**
 * mappe_record_new:
 * @kind: a kind
 * @id: id of the record, 0 for one that is not saved yet
 *
 * Returns: (transfer full): a record that is loading
 */
MappeRecord *
mappe_record_new (const MappeKind *kind, gint64 id)
{
  g_return_val_if_fail (kind != NULL, NULL);
  MappeRecord *self = g_object_new (kind->get_type (), NULL);
  get_private (self)->id = id;
  return self;
}

/**
 * mappe_record_get_kind:
 * @self: a record
 *
 * Returns: (transfer none): its kind
 */
const MappeKind *
mappe_record_get_kind (MappeRecord *self)
{
  return MAPPE_RECORD_GET_CLASS (self)->kind;
}

/**
 * mappe_record_get_id:
 * @self: a record
 *
 * Returns: its id, 0 before the first save
 */
gint64
mappe_record_get_id (MappeRecord *self)
{
  return get_private (self)->id;
}

/**
 * mappe_record_is_loading:
 * @self: a record
 *
 * Returns: whether its row has not come yet
 */
gboolean
mappe_record_is_loading (MappeRecord *self)
{
  return get_private (self)->row == NULL;
}

/**
 * mappe_record_get_row:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the row it shows, %NULL while loading
 */
MappeRow *
mappe_record_get_row (MappeRecord *self)
{
  return get_private (self)->row;
}

/**
 * mappe_record_set_row:
 * @self: a record
 * @row: (nullable): a row of its kind and id, shared with the record; %NULL makes it loading again
 *
 * Shows @row and notifies the properties of the fields that differ. A text set by mappe_record_set_shown() for
 * such a field is forgotten, so set those afterwards. A record without an id takes that of the row.
 */
void
mappe_record_set_row (MappeRecord *self, MappeRow *row)
{
  g_return_if_fail (MAPPE_IS_RECORD (self));
  MappeRecordPrivate *priv = get_private (self);
  const MappeRecordClass *klass = MAPPE_RECORD_GET_CLASS (self);
  g_return_if_fail (row == NULL || (row->kind == klass->kind && (priv->id == 0 || priv->id == row->id)));
  if (row == priv->row)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  g_autoptr (MappeRow) old = g_steal_pointer (&priv->row);
  priv->row = row != NULL ? mappe_row_ref (row) : NULL;
  if (row != NULL)
    priv->id = row->id;
  for (guint i = 0; i < klass->kind->n_fields; i++)
    {
      if (mappe_value_equal (row_value (old, i), row_value (row, i)))
        continue;
      set_shown (self, i, NULL);
      g_object_notify_by_pspec (G_OBJECT (self), klass->properties[i]);
    }
  if ((old == NULL) != (row == NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * mappe_record_get_text:
 * @self: a record
 * @field: number of a field
 *
 * Returns: (nullable): see mappe_row_get_text(); valid until the row changes; %NULL while loading
 */
const char *
mappe_record_get_text (MappeRecord *self, guint field)
{
  MappeRow *row = get_private (self)->row;
  return row != NULL ? mappe_row_get_text (row, field) : NULL;
}

/**
 * mappe_record_get_int:
 * @self: a record
 * @field: number of a field
 *
 * Returns: see mappe_row_get_int(); 0 while loading
 */
gint64
mappe_record_get_int (MappeRecord *self, guint field)
{
  MappeRow *row = get_private (self)->row;
  return row != NULL ? mappe_row_get_int (row, field) : 0;
}

/**
 * mappe_record_get_real:
 * @self: a record
 * @field: number of a field
 *
 * Returns: see mappe_row_get_real(); 0 while loading
 */
double
mappe_record_get_real (MappeRecord *self, guint field)
{
  MappeRow *row = get_private (self)->row;
  return row != NULL ? mappe_row_get_real (row, field) : 0;
}

/**
 * mappe_record_get_shown:
 * @self: a record
 * @field: number of a field
 *
 * Returns: (nullable): the text that stands for the value, such as the title of the record referred to; %NULL as
 * long as nobody has set one
 */
const char *
mappe_record_get_shown (MappeRecord *self, guint field)
{
  g_return_val_if_fail (field < mappe_record_get_kind (self)->n_fields, NULL);
  MappeRecordPrivate *priv = get_private (self);
  return priv->shown != NULL ? priv->shown[field] : NULL;
}

/**
 * mappe_record_set_shown:
 * @self: a record
 * @field: number of a field
 * @text: (nullable): the text to show for the value, copied
 *
 * For the loader of lists, which looks up titles together with the rows. Notifies the property of the field.
 */
void
mappe_record_set_shown (MappeRecord *self, guint field, const char *text)
{
  g_return_if_fail (field < mappe_record_get_kind (self)->n_fields);
  if (g_strcmp0 (mappe_record_get_shown (self, field), text) == 0)
    return;
  set_shown (self, field, text);
  g_object_notify_by_pspec (G_OBJECT (self), MAPPE_RECORD_GET_CLASS (self)->properties[field]);
}
