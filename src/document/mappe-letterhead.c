/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-letterhead.h"

#include "mappe-council.h"

/* What stands at the top of every letter of the council. */

static const char *
text_of (const MappeRow *council, guint field)
{
  return council != NULL ? mappe_row_get_text (council, field) : NULL;
}

/** mappe_letterhead_add: @council: (nullable); adds its address, telephone and mail as one line */
void
mappe_letterhead_add (MappeNode *document, const MappeRow *council)
{
  static const guint fields[] = { MAPPE_COUNCIL_ADDRESS, MAPPE_COUNCIL_PHONE, MAPPE_COUNCIL_EMAIL };
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_auto (GStrv) lines = NULL;
      g_autofree char *joined = NULL;

      if (text_of (council, fields[i]) == NULL)
        continue;
      lines = g_strsplit (text_of (council, fields[i]), "\n", -1);
      joined = g_strjoinv (", ", lines);
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", joined);
    }
  if (line->len > 0)
    mappe_node_add_paragraph (document, line->str);
}

/** mappe_letterhead_add_day: @council: (nullable); @day: "YYYY-MM-DD"; adds town and day of the letter */
void
mappe_letterhead_add_day (MappeNode *document, const MappeRow *council, const char *day, const MappeLanguage *language)
{
  const char *town = text_of (council, MAPPE_COUNCIL_TOWN);
  g_autofree char *long_day = mappe_language_long_date (language, day);
  g_autofree char *line = g_strconcat (town != NULL ? town : "", town != NULL ? ", " : "", long_day, NULL);

  mappe_node_add_paragraph (document, line);
}
