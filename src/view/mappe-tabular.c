/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-tabular.h"

#include <glib/gi18n.h>
#include <string.h>

static void
add_cell (GString *text, const char *value, gboolean last)
{
  for (const char *at = value; *at != '\0'; at++)
    g_string_append_c (text, *at == '\t' || *at == '\n' || *at == '\r' ? ' ' : *at);
  g_string_append_c (text, last ? '\n' : '\t');
}

/**
 * mappe_tabular_add_text_head:
 *
 * Appends the headings, separated by tabs.
 */
void
mappe_tabular_add_text_head (GString *text, const MappeKind *kind, const guint *fields, guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    add_cell (text, _(kind->fields[fields[i]].label), i + 1 == n_fields);
}

/**
 * mappe_tabular_add_text:
 *
 * Appends a row as people read it, separated by tabs: readable in a mail, cells in a spreadsheet.
 */
void
mappe_tabular_add_text (GString *text,
                        MappeDisplay *display,
                        const MappeListed *listed,
                        const guint *fields,
                        guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *value = mappe_display_field (display, listed->row, fields[i], listed->shown[fields[i]]);
      add_cell (text, value, i + 1 == n_fields);
    }
}

static void
add_html_cell (GString *html, const char *element, const char *style, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (html, "<%s%s>%s</%s>", element, style, escaped, element);
}

/**
 * mappe_tabular_add_html_head:
 *
 * Begins a table with its headings.
 */
void
mappe_tabular_add_html_head (GString *html, const MappeKind *kind, const guint *fields, guint n_fields)
{
  g_string_append (html, "<html><head><meta charset=\"utf-8\"></head><body><table>\n<tr>");
  for (guint i = 0; i < n_fields; i++)
    add_html_cell (html, "th", "", _(kind->fields[fields[i]].label));
  g_string_append (html, "</tr>\n");
}

/**
 * mappe_tabular_add_html:
 *
 * Appends a row of the table.
 */
void
mappe_tabular_add_html (GString *html,
                        MappeDisplay *display,
                        const MappeListed *listed,
                        const guint *fields,
                        guint n_fields)
{
  g_string_append (html, "<tr>");
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *value = mappe_display_field (display, listed->row, fields[i], listed->shown[fields[i]]);
      gboolean number = mappe_display_is_number (&listed->row->kind->fields[fields[i]]);
      add_html_cell (html, "td", number ? " style=\"text-align:right\"" : "", value);
    }
  g_string_append (html, "</tr>\n");
}

/**
 * mappe_tabular_end_html:
 *
 * Ends the table.
 */
void
mappe_tabular_end_html (GString *html)
{
  g_string_append (html, "</table></body></html>\n");
}

/**
 * mappe_tabular_add_csv_value:
 * @value: (nullable): the value; %NULL is empty
 * @last: whether it ends its line
 *
 * Appends a value after RFC 4180: quoted where it must be, lines end in CR LF.
 */
void
mappe_tabular_add_csv_value (GString *csv, const char *value, gboolean last)
{
  const char *text = value != NULL ? value : "";

  if (strpbrk (text, ",\"\r\n") == NULL && *text != ' ' && !g_str_has_suffix (text, " "))
    g_string_append (csv, text);
  else
    {
      g_string_append_c (csv, '"');
      for (const char *at = text; *at != '\0'; at++)
        g_string_append (csv, *at == '"' ? "\"\"" : (char[]) { *at, '\0' });
      g_string_append_c (csv, '"');
    }
  g_string_append (csv, last ? "\r\n" : ",");
}
