/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-import-window-private.h"

#include <glib/gi18n.h>

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

/**
 * mappe_import_preview_fill:
 * @report: (nullable): %NULL shows nothing
 *
 * Shows what needs a look first.
 */
void
mappe_import_preview_fill (GtkWidget *preview, const MappeImportReport *report)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (preview)));
  GtkStringList *list = gtk_string_list_new (NULL);
  g_autoptr (GtkSelectionModel) model = NULL;

  for (Rank rank = 0; report != NULL && rank < N_RANKS; rank++)
    for (guint i = 0; i < report->items->len; i++)
      if (rank_of (g_ptr_array_index (report->items, i)) == rank)
        gtk_string_list_take (list, line_of (g_ptr_array_index (report->items, i)));
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (list)));
  gtk_column_view_set_model (view, model);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "single-line-mode", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, "xalign",
                GPOINTER_TO_INT (column) == COLUMN_LINE ? 1.0f : 0.0f, NULL);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));
  g_auto (GStrv) cells = g_strsplit (text, "\t", N_COLUMNS);
  const char *cell = cells[GPOINTER_TO_INT (column)];

  gtk_label_set_label (GTK_LABEL (label), cell);
  gtk_widget_set_tooltip_text (label, *cell != '\0' ? cell : NULL);
}

static void
add_column (GtkColumnView *view, int column, const char *title, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) shown = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (column));
  shown = gtk_column_view_column_new (title, factory);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (shown, width);
  else
    gtk_column_view_column_set_expand (shown, TRUE);
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_append_column (view, shown);
}

/** mappe_import_preview_new: Returns: (transfer floating): a table that shows nothing yet */
GtkWidget *
mappe_import_preview_new (void)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_column_view_new (NULL);

  add_column (GTK_COLUMN_VIEW (view), COLUMN_LINE, _("Line"), 56);
  add_column (GTK_COLUMN_VIEW (view), COLUMN_FATE, _("What happens"), 120);
  add_column (GTK_COLUMN_VIEW (view), COLUMN_RECORD, _("Record"), 0);
  add_column (GTK_COLUMN_VIEW (view), COLUMN_REASON, _("Remark"), 0);
  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Records in the file"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (scroller, "card");
  return scroller;
}
