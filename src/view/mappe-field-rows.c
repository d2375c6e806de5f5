/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-field-rows.h"

#include "mappe-field-input.h"
#include "mappe-record-error.h"
#include "mappe-survey-result.h"

static GType
row_type (const MappeKind *kind, guint field)
{
  if (kind == &mappe_survey_result_kind && field == MAPPE_SURVEY_RESULT_COUNTS)
    return MAPPE_TYPE_SURVEY_ROW;
  switch (kind->fields[field].type)
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
  return g_object_new (row_type (kind, field), "store", store, "kind", kind, "field", field, NULL);
}

/**
 * mappe_field_row_explain:
 * @self: the row
 * @fault: what is wrong with the input, or with it beside that of other fields
 *
 * Returns: (transfer full): a sentence for the user; "" when there is nothing to say yet
 */
char *
mappe_field_row_explain (MappeFieldRow *self, const GError *fault)
{
  MappeFieldRowClass *klass = MAPPE_FIELD_ROW_GET_CLASS (self);
  char *own = klass->explain != NULL ? klass->explain (self, fault) : NULL;

  if (own != NULL)
    return own;
  if (g_error_matches (fault, MAPPE_RECORD_ERROR, MAPPE_RECORD_ERROR_RULE))
    return mappe_field_rule_message (mappe_field_row_get_kind (self), mappe_field_row_get_field (self), fault);
  return mappe_field_explain (mappe_field_row_get_spec (self), fault);
}
