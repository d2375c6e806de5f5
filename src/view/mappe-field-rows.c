/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-field-rows.h"

static GType
row_type (MappeFieldType type)
{
  switch (type)
    {
    case MAPPE_FIELD_LONGTEXT:
      return MAPPE_TYPE_LONGTEXT_ROW;
    case MAPPE_FIELD_BOOL:
      return MAPPE_TYPE_BOOL_ROW;
    case MAPPE_FIELD_DATE:
      return MAPPE_TYPE_DATE_ROW;
    case MAPPE_FIELD_CODE:
      return MAPPE_TYPE_CODE_ROW;
    case MAPPE_FIELD_REF:
      return MAPPE_TYPE_REFERENCE_ROW;
    case MAPPE_FIELD_BLOB:
      return MAPPE_TYPE_FILE_ROW;
    default:
      return MAPPE_TYPE_TEXT_ROW;
    }
}

/**
 * mappe_field_row_new:
 * @store: the store
 * @kind: a kind
 * @field: number of one of its fields
 *
 * Returns: (transfer floating): the row for a field of that type
 */
GtkWidget *
mappe_field_row_new (MappeStore *store, const MappeKind *kind, guint field)
{
  g_return_val_if_fail (field < kind->n_fields, NULL);
  return g_object_new (row_type (kind->fields[field].type), "store", store, "kind", kind, "field", field, NULL);
}
