/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-volunteers-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "mappe-date.h"
#include "mappe-dossier-parts.h"
#include "mappe-number.h"

/** mappe_volunteers_parts_load: Returns: (transfer full) (nullable): a #MappeVolunteers as of today */
gpointer
mappe_volunteers_parts_load (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  g_autofree char *today = mappe_date_today ();

  return mappe_volunteers_load (snapshot, today, error);
}

/**
 * mappe_volunteers_parts_add_years:
 * @years: (element-type int): newest first
 * @chosen: the year on show; the newest when it is not among them
 * @changed: handler of "notify::selected", with @dossier as its data
 *
 * Returns: the year on show; 0 without any
 */
int
mappe_volunteers_parts_add_years (MappeDossier *dossier, GtkBox *box, const GArray *years, int chosen,
                                  GCallback changed)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *choice;
  guint at = 0;

  if (years->len == 0)
    return 0;
  for (guint i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i);
      g_autofree char *word = g_strdup_printf ("%d", year);

      gtk_string_list_append (words, word);
      at = year == chosen ? i : at;
    }
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), at);
  gtk_widget_set_name (choice, "dossier-year");
  mappe_dossier_name (choice, _("Year"));
  g_signal_connect (choice, "notify::selected", changed, dossier);
  gtk_label_set_wrap (GTK_LABEL (mappe_dossier_add_label (GTK_BOX (line), "heading", _("Year"))), FALSE);
  gtk_box_append (GTK_BOX (line), choice);
  gtk_box_append (box, line);
  return g_array_index (years, int, at);
}

/** mappe_volunteers_parts_year: Returns: the year that was chosen */
int
mappe_volunteers_parts_year (GtkDropDown *years)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (years);

  return chosen != NULL ? atoi (gtk_string_object_get_string (chosen)) : 0;
}

/** mappe_volunteers_parts_hours: Returns: (transfer full): hours, with a digit after the mark where there is one */
char *
mappe_volunteers_parts_hours (double hours)
{
  return mappe_real_format (hours, fabs (hours - round (hours)) < 1e-9 ? 0 : 1);
}
