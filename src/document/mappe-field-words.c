/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-field-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mappe-chart-text.h"

/**
 * mappe_field_words:
 * @shown: (nullable): what the record referred to is called
 * @codes: labels of codes
 * @language: (nullable): of the text
 *
 * Returns: (transfer full) (nullable): the value as people read it; %NULL for none
 */
char *
mappe_field_words (const MappeRow *row, guint field, const char *shown, MappeCodes *codes,
                   const MappeLanguage *language)
{
  const MappeFieldSpec *spec = &row->kind->fields[field];
  const char *label;

  if (mappe_row_is_null (row, field))
    return NULL;
  switch (spec->type)
    {
    case MAPPE_FIELD_BOOL:
      return g_strdup (mappe_row_get_int (row, field) != 0 ? L_("yes") : L_("no"));
    case MAPPE_FIELD_DATE:
      return mappe_language_date (language, mappe_row_get_text (row, field));
    case MAPPE_FIELD_CODE:
      label = mappe_codes_label (codes, spec->code_list, mappe_row_get_text (row, field),
                                 mappe_language_is_german (language));
      return g_strdup (label != NULL ? label : mappe_row_get_text (row, field));
    case MAPPE_FIELD_REF:
      return g_strdup (shown);
    case MAPPE_FIELD_INT:
      return mappe_chart_number_text ((double) mappe_row_get_int (row, field), 0, language);
    case MAPPE_FIELD_DECIMAL:
      return mappe_chart_number_text ((double) mappe_row_get_int (row, field) / pow (10, spec->digits), spec->digits,
                                      language);
    case MAPPE_FIELD_BLOB:
      return g_strdup (L_("(file)"));
    default:
      return mappe_row_get_canonical (row, field);
    }
}

/**
 * mappe_field_words_add:
 * @table: of two columns
 * @shown: (nullable): per field what the record referred to is called
 *
 * Adds a row for each field of a record that is filled.
 */
void
mappe_field_words_add (MappeNode *table, const MappeRow *row, char *const *shown, MappeCodes *codes,
                       const MappeLanguage *language)
{
  for (guint i = 0; i < row->kind->n_fields; i++)
    {
      g_autofree char *words = mappe_field_words (row, i, shown != NULL ? shown[i] : NULL, codes, language);

      if (words != NULL && *words != '\0')
        mappe_node_add_row (table, 0, mappe_language_text (language, row->kind->fields[i].label), words, NULL);
    }
}
