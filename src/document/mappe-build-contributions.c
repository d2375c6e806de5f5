/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-contributions.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "mappe-citizen-input.h"

static MappeNode *
add_category (MappeNode *document, const char *category, const MappeLanguage *language)
{
  MappeNode *section = mappe_node_add_section (document, 1, category != NULL ? category : L_("Without a category"));
  MappeNode *table = mappe_node_add (section, MAPPE_ROLE_TABLE);

  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("You said"), L_("We did"), L_("Measure"), NULL);
  return table;
}

static void
add_input (MappeNode *table, const MappeListed *input)
{
  const char *measure = input->shown[MAPPE_CITIZEN_INPUT_MEASURE];

  mappe_node_add_row (table, 0, mappe_row_get_text (input->row, MAPPE_CITIZEN_INPUT_TEXT),
                      mappe_row_get_text (input->row, MAPPE_CITIZEN_INPUT_ANSWER), measure != NULL ? measure : "–",
                      NULL);
}

/**
 * mappe_build_contributions:
 * @today: "YYYY-MM-DD"
 * @language: (nullable): of the document
 *
 * Returns: (transfer full): “You said – we did”: answered contributions for everybody, without what tells who somebody
 *   is, by category
 */
MappeNode *
mappe_build_contributions (const MappeContributions *contributions, const char *today, const MappeLanguage *language)
{
  MappeNode *document = mappe_node_new_document (L_("You said – we did"), language), *table = NULL;
  guint n_left_out;
  g_autoptr (GPtrArray) told = mappe_contributions_told (contributions, atoi (today), &n_left_out);
  g_autofree char *day = mappe_language_date (language, today);
  g_autofree char *head = g_strdup_printf (L_("As of %s"), day);
  const char *before = NULL;

  mappe_node_set_meta (document, "kind", "contributions");
  mappe_node_set_meta (document, "date", today);
  mappe_node_add_paragraph (document, head);
  for (guint i = 0; i < told->len; i++)
    {
      const MappeListed *input = g_ptr_array_index (told, i);
      const char *category = mappe_contributions_category (contributions, input->row);

      if (table == NULL || g_strcmp0 (category, before) != 0)
        table = add_category (document, category, language);
      add_input (table, input);
      before = category;
    }
  if (told->len == 0)
    mappe_node_add_paragraph (document, L_("No contribution was answered yet."));
  return document;
}
