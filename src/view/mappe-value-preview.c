/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-value-preview.h"

#include <glib/gi18n.h>

#include "mappe-indicator-value.h"
#include "mappe-number.h"
#include "mappe-text-columns.h"
#include "mappe-value-sheet.h"

/* A line a string, its cells parted by tabs: what is shown once needs no object of its own. */

static char *
value_words (const MappeRow *row)
{
  if (row == NULL || mappe_row_is_null (row, MAPPE_INDICATOR_VALUE_VALUE))
    return g_strdup ("–");
  return mappe_real_format (mappe_row_get_real (row, MAPPE_INDICATOR_VALUE_VALUE), -1);
}

static char *
line_text (const MappeValueLine *line, const char *period, const char *value, const char *remark)
{
  g_autofree char *shown = g_strdup_printf ("%u\t%s\t%s\t%s", line->line, period, value, remark);

  return g_steal_pointer (&shown);
}

static char *
fault_text (const MappeValueLine *line)
{
  g_autofree char *typed = g_strdelimit (g_strdup (line->typed != NULL ? line->typed : ""), "\t\n", ' ');
  g_autofree char *remark = g_strdup_printf ("⚠ %s: %s", mappe_line_field_name (line->field), line->fault);

  return line_text (line, line->field == MAPPE_LINE_PERIOD ? typed : "", line->field != MAPPE_LINE_PERIOD ? typed : "",
                    remark);
}

static char *
good_text (const MappeValueLine *line, MappeValueChange change, const MappeRow *before, const MappeRow *merged)
{
  g_autofree char *period = mappe_sheet_period (
      mappe_period_parse_typed (mappe_row_get_text (line->row, MAPPE_INDICATOR_VALUE_PERIOD)));
  g_autofree char *old = value_words (before);
  g_autofree char *now = value_words (merged);
  g_autofree char *both = change == MAPPE_VALUE_CHANGED && !g_str_equal (old, now)
                              ? g_strdup_printf ("%s → %s", old, now)
                              : g_steal_pointer (&now);

  return line_text (line, period, both, change == MAPPE_VALUE_CHANGED ? _("changed") : _("new"));
}

static void
add_lines (GtkStringList *list, const MappeIntake *intake, gboolean faults, MappeValueChange wanted)
{
  for (guint i = 0; i < intake->lines->len; i++)
    {
      const MappeValueLine *line = g_ptr_array_index (intake->lines, i);
      g_autoptr (MappeRow) merged = NULL;
      const MappeRow *before = NULL;

      if (faults && line->fault != NULL)
        gtk_string_list_take (list, fault_text (line));
      else if (!faults && line->row != NULL
               && mappe_values_judge (intake->values, line->row, &merged, &before) == wanted)
        gtk_string_list_take (list, good_text (line, wanted, before, merged));
    }
}

/** mappe_value_preview_fill: Shows what @intake says now. */
void
mappe_value_preview_fill (GtkWidget *preview, const MappeIntake *intake)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (preview)));
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr (GtkSelectionModel) model = NULL;

  add_lines (list, intake, TRUE, MAPPE_VALUE_OVERLAPS);
  add_lines (list, intake, FALSE, MAPPE_VALUE_CHANGED);
  add_lines (list, intake, FALSE, MAPPE_VALUE_ADDED);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&list))));
  gtk_column_view_set_model (view, model);
}

/** mappe_value_preview_new: Returns: (transfer floating): a table that shows nothing yet */
GtkWidget *
mappe_value_preview_new (void)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_column_view_new (NULL);

  mappe_text_columns_add (GTK_COLUMN_VIEW (view), _("Line"), 60, TRUE);
  mappe_text_columns_add (GTK_COLUMN_VIEW (view), _("Period"), 130, FALSE);
  mappe_text_columns_add (GTK_COLUMN_VIEW (view), _("Value"), 130, TRUE);
  mappe_text_columns_add (GTK_COLUMN_VIEW (view), _("What happens"), 0, FALSE);
  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lines of the table"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_add_css_class (scroller, "card");
  return scroller;
}
