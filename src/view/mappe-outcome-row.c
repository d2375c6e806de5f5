/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-outcome-row.h"

#include <glib/gi18n.h>

#include "mappe-spark.h"

/* A list may hold hundreds of rows, so that a row is as few widgets as can be: lines of one label instead of labels. */
static GtkWidget *
lines_new (const GString *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
add_line (GString *markup, const char *tag, const char *text)
{
  g_autofree char *line = g_markup_printf_escaped ("%s<%s>%s</%s>", markup->len > 0 ? "\n" : "", tag, text, tag);

  g_string_append (markup, line);
}

static GtkWidget *
texts_new (const MappeOutcomeEntry *entry)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autofree char *place = mappe_outcome_entry_place (entry);
  guint others = entry->n_evaluations - 1;
  GtkWidget *label;

  add_line (markup, "b", entry->title != NULL ? entry->title : "");
  add_line (markup, "small", place);
  add_line (markup, "span", entry->finding);
  if (others > 0)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more result", "and %u more results", others), others);

      add_line (markup, "small", more);
    }
  label = lines_new (markup);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
figures_new (const MappeOutcomeEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *label;
  g_autofree char *state = g_strdup_printf ("%s %s", mappe_direction_shape (entry->direction),
                                            mappe_direction_word (entry->direction));
  g_autofree char *steps = entry->level >= 0 ? mappe_outcome_entry_steps (entry) : NULL;
  g_autoptr (GString) markup = g_string_new (NULL);

  add_line (markup, "b", state);
  if (steps != NULL)
    add_line (markup, "span", steps);
  else
    add_line (markup, "small", mappe_evaluation_level_words (entry->evaluation, NULL));
  label = lines_new (markup);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  if (entry->line->len > 1)
    {
      GtkWidget *spark = mappe_spark_new ((const double *) entry->line->data, entry->line->len, entry->start);

      gtk_widget_set_halign (spark, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), spark);
    }
  gtk_widget_set_tooltip_text (box, mappe_evaluation_level_words (entry->evaluation, NULL));
  return box;
}

/** mappe_outcome_row_new: Returns: (transfer floating): a row of the list of outcomes, whose name says all of it */
GtkWidget *
mappe_outcome_row_new (const MappeOutcomeEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  g_autofree char *place = mappe_outcome_entry_place (entry);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s, %s. %s", entry->title, place,
                                           mappe_direction_word (entry->direction),
                                           mappe_evaluation_level_words (entry->evaluation, NULL), entry->finding);

  g_object_set (box, "margin-start", 12, "margin-end", 12, "margin-top", 10, "margin-bottom", 10, NULL);
  gtk_box_append (GTK_BOX (box), texts_new (entry));
  gtk_box_append (GTK_BOX (box), figures_new (entry));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}
