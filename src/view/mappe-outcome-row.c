/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-outcome-row.h"

#include <glib/gi18n.h>

#include "mappe-evidence-aside.h"
#include "mappe-spark.h"

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* "Schlossgarten · Park · since 2024" */
static char *
place_of (const MappeOutcomeEntry *entry)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *since = entry->first_year > 0 ? g_strdup_printf (_("since %d"), entry->first_year) : NULL;

  if (entry->project != NULL)
    g_ptr_array_add (parts, (char *) entry->project);
  if (entry->area != NULL && g_strcmp0 (entry->area, entry->project) != 0)
    g_ptr_array_add (parts, (char *) entry->area);
  if (since != NULL)
    g_ptr_array_add (parts, since);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static GtkWidget *
texts_new (const MappeOutcomeEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *place = place_of (entry);
  guint others = entry->n_evaluations - 1;

  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), label_new (entry->title, "heading"));
  gtk_box_append (GTK_BOX (box), label_new (place, "caption"));
  gtk_box_append (GTK_BOX (box), label_new (entry->finding, NULL));
  if (others > 0)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more result", "and %u more results", others), others);

      gtk_box_append (GTK_BOX (box), label_new (more, "caption"));
    }
  return box;
}

static GtkWidget *
figures_new (const MappeOutcomeEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *state = g_strdup_printf ("%s %s", mappe_direction_shape (entry->direction),
                                            mappe_direction_word (entry->direction));
  GtkWidget *word = label_new (state, "heading");

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_label_set_width_chars (GTK_LABEL (word), 16);
  gtk_box_append (GTK_BOX (box), word);
  gtk_box_append (GTK_BOX (box), entry->level >= 0
                                     ? mappe_evidence_ladder_new (entry->evaluation)
                                     : label_new (mappe_evaluation_level_words (entry->evaluation, NULL), "caption"));
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
  g_autofree char *place = place_of (entry);
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
