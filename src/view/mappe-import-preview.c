/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-import-window-private.h"

#include <glib/gi18n.h>

#include "mappe-text-columns.h"

/* What becomes of each record of the file. A line a string, its cells parted by tabs. */

enum { COLUMN_LINE, COLUMN_FATE, COLUMN_RECORD, COLUMN_REASON, N_COLUMNS };

static char *
line_of (const MappeImportItem *item)
{
  gboolean rejected = item->fate == MAPPE_IMPORT_REJECTED;
  g_autofree char *same = item->other != NULL ? g_strdup_printf (_("Perhaps the same: %s"), item->other) : NULL;
  g_autofree char *reason = item->reason == NULL   ? NULL
                            : item->field != NULL ? g_strdup_printf ("%s: %s", item->field, item->reason)
                                                  : g_strdup (item->reason);
  g_autofree char *title = g_strdelimit (g_strdup (item->title), "\t\n", ' ');
  char *line = g_strdup_printf ("%" G_GUINT64_FORMAT "\t%s%s\t%s\t%s%s%s", item->line, rejected ? "⚠ " : "",
                                mappe_import_fate_text (item->fate), title, same != NULL ? same : "",
                                same != NULL && reason != NULL ? ". " : "", reason != NULL ? reason : "");

  return line;
}

typedef enum { RANK_REJECTED, RANK_DUPLICATE, RANK_NOTED, RANK_PLAIN, N_RANKS } Rank;

static Rank
rank_of (const MappeImportItem *item)
{
  if (item->fate == MAPPE_IMPORT_REJECTED)
    return RANK_REJECTED;
  if (item->other != NULL)
    return RANK_DUPLICATE;
  return item->reason != NULL ? RANK_NOTED : RANK_PLAIN;
}

/* A narrow table cuts its cells; the row in front is told in full. */
static void
selected_cb (GtkLabel *detail, GParamSpec *pspec, GtkSingleSelection *selection)
{
  GtkStringObject *item = gtk_single_selection_get_selected_item (selection);
  g_auto (GStrv) cells = item != NULL ? g_strsplit (gtk_string_object_get_string (item), "\t", N_COLUMNS) : NULL;
  g_autofree char *text = cells == NULL ? NULL
                          : *cells[COLUMN_REASON] == '\0'
                              ? g_strdup (cells[COLUMN_RECORD])
                              : g_strdup_printf ("%s\n%s", cells[COLUMN_RECORD], cells[COLUMN_REASON]);

  gtk_label_set_label (detail, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (detail), text != NULL);
}

/**
 * mappe_import_preview_fill:
 * @detail: as it came from mappe_import_preview_new()
 * @report: (nullable): %NULL shows nothing
 *
 * Shows what needs a look first.
 */
void
mappe_import_preview_fill (GtkWidget *preview, GtkWidget *detail, const MappeImportReport *report)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (preview)));
  GtkStringList *list = gtk_string_list_new (NULL);
  g_autoptr (GtkSingleSelection) model = NULL;

  for (Rank rank = 0; report != NULL && rank < N_RANKS; rank++)
    for (guint i = 0; i < report->items->len; i++)
      if (rank_of (g_ptr_array_index (report->items, i)) == rank)
        gtk_string_list_take (list, line_of (g_ptr_array_index (report->items, i)));
  model = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (model, FALSE);
  gtk_single_selection_set_can_unselect (model, TRUE);
  gtk_single_selection_set_model (model, G_LIST_MODEL (list));
  g_object_unref (list);
  g_signal_connect_object (model, "notify::selected-item", G_CALLBACK (selected_cb), detail, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (model));
  gtk_widget_set_visible (detail, FALSE);
}

/**
 * mappe_import_preview_new:
 * @detail: (out) (transfer floating): shows the whole of the row in front
 *
 * Returns: (transfer floating): a table that shows nothing yet
 */
GtkWidget *
mappe_import_preview_new (GtkWidget **detail)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_column_view_new (NULL);

  mappe_text_columns_add (GTK_COLUMN_VIEW (view), _("Line"), 56, TRUE);
  mappe_text_columns_add (GTK_COLUMN_VIEW (view), _("What happens"), 112, FALSE);
  mappe_text_columns_add (GTK_COLUMN_VIEW (view), _("Record"), 0, FALSE);
  mappe_text_columns_add (GTK_COLUMN_VIEW (view), _("Remark"), 0, FALSE);
  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Records in the file"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (scroller, TRUE);
  *detail = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "selectable",
                          TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (scroller, "card");
  return scroller;
}
