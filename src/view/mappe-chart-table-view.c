/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-table-view.h"

#include <glib/gi18n.h>

#include "mappe-feedback.h"
#include "mappe-focus-child.h"
#include "mappe-scaled.h"
#include "mappe-table-cures.h"

#define FIRST_WIDTH 180
#define WIDTH 130

/* --- its rows: a number each --- */

#define CHART_TYPE_ROW (chart_row_get_type ())
G_DECLARE_FINAL_TYPE (ChartRow, chart_row, CHART, ROW, GObject)

struct _ChartRow {
  GObject parent_instance;
  guint   number;
};

G_DEFINE_FINAL_TYPE (ChartRow, chart_row, G_TYPE_OBJECT)

static void chart_row_class_init (ChartRowClass *klass) { }
static void chart_row_init (ChartRow *self) { }

#define CHART_TYPE_ROWS (chart_rows_get_type ())
G_DECLARE_FINAL_TYPE (ChartRows, chart_rows, CHART, ROWS, GObject)

struct _ChartRows {
  GObject parent_instance;
  guint   n;
};

static GType
rows_item_type (GListModel *model)
{
  return CHART_TYPE_ROW;
}

static guint
rows_n_items (GListModel *model)
{
  return CHART_ROWS (model)->n;
}

static gpointer
rows_item (GListModel *model, guint position)
{
  ChartRow *row;

  if (position >= CHART_ROWS (model)->n)
    return NULL;
  row = g_object_new (CHART_TYPE_ROW, NULL);
  row->number = position;
  return row;
}

static void
rows_init (GListModelInterface *iface)
{
  iface->get_item_type = rows_item_type;
  iface->get_n_items = rows_n_items;
  iface->get_item = rows_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ChartRows, chart_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, rows_init))

static void chart_rows_class_init (ChartRowsClass *klass) { }
static void chart_rows_init (ChartRows *self) { }

/* --- the table --- */

struct _MappeChartTableView {
  AdwBin parent_instance;

  GtkColumnView   *view;
  MappeChartTable *table;  /* NULL without a chart */
};

G_DEFINE_FINAL_TYPE (MappeChartTableView, mappe_chart_table_view, ADW_TYPE_BIN)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *cell = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (cell), GPOINTER_TO_UINT (column) == 0 ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (cell), TRUE);
  gtk_widget_add_css_class (cell, GPOINTER_TO_UINT (column) == 0 ? "table-title" : "numeric");
  gtk_list_item_set_child (item, cell);
}

static char *
row_text (MappeChartTableView *self, gsize row, const char *between)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < mappe_chart_table_n_columns (self->table); i++)
    {
      g_autofree char *cell = mappe_chart_table_get_cell (self->table, row, i);

      g_string_append_printf (text, "%s%s", i > 0 ? between : "", cell);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  MappeChartTableView *self = MAPPE_CHART_TABLE_VIEW (g_object_get_data (G_OBJECT (factory), "view"));
  guint column = GPOINTER_TO_UINT (data), row = CHART_ROW (gtk_list_item_get_item (item))->number;
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = mappe_chart_table_get_cell (self->table, row, column);

  gtk_label_set_label (GTK_LABEL (cell), text);
  gtk_widget_set_tooltip_text (cell, text);
  if (column == 0)
    {
      g_autofree char *name = row_text (self, row, ", ");

      mappe_table_cure_row_name (cell, name);
    }
}

static void
add_column (MappeChartTableView *self, guint i)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "view", self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (i));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
  column = gtk_column_view_column_new (mappe_chart_table_get_title (self->table, i), factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, mappe_scaled (GTK_WIDGET (self), i == 0 ? FIRST_WIDTH : WIDTH));
  gtk_column_view_append_column (self->view, column);
}

static void
remove_columns (MappeChartTableView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  gtk_column_view_set_model (self->view, NULL);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *text = mappe_chart_table_view_get_text (MAPPE_CHART_TABLE_VIEW (widget));

  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  mappe_feedback_toast (widget, _("Table copied"));
}

static gboolean
first_row_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MappeChartTableView *self = MAPPE_CHART_TABLE_VIEW (widget);
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  if (!gtk_widget_has_focus (list) || self->table == NULL || mappe_chart_table_n_rows (self->table) == 0)
    return G_SOURCE_REMOVE;
  return gtk_widget_get_first_child (list) == NULL || !gtk_widget_child_focus (list, GTK_DIR_DOWN);
}

/* A list that was just filled has no rows before it is drawn: until then it has the focus itself. */
static gboolean
mappe_chart_table_view_grab_focus (GtkWidget *widget)
{
  gboolean grabbed = gtk_widget_grab_focus (GTK_WIDGET (MAPPE_CHART_TABLE_VIEW (widget)->view));

  if (grabbed)
    gtk_widget_add_tick_callback (widget, first_row_cb, NULL, NULL);
  return grabbed;
}

static void
mappe_chart_table_view_dispose (GObject *object)
{
  MappeChartTableView *self = MAPPE_CHART_TABLE_VIEW (object);

  if (self->view != NULL)
    remove_columns (self);
  self->view = NULL;
  g_clear_pointer (&self->table, mappe_chart_table_free);
  G_OBJECT_CLASS (mappe_chart_table_view_parent_class)->dispose (object);
}

static void
mappe_chart_table_view_class_init (MappeChartTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_chart_table_view_dispose;
  widget_class->grab_focus = mappe_chart_table_view_grab_focus;
  widget_class->focus = mappe_focus_child;
  gtk_widget_class_install_action (widget_class, "chart-table.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart-table.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "chart.table", NULL);
}

static void
mappe_chart_table_view_init (MappeChartTableView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self), "mappe-table");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scroller);
  mappe_table_cure_scrolling (GTK_SCROLLED_WINDOW (scroller));
  mappe_table_cure_tab (GTK_SCROLLED_WINDOW (scroller));
}

/** mappe_chart_table_view_new: Returns: (transfer floating): a table without figures */
GtkWidget *
mappe_chart_table_view_new (void)
{
  return g_object_new (MAPPE_TYPE_CHART_TABLE_VIEW, NULL);
}

/** mappe_chart_table_view_set_chart: @chart: (nullable): whose figures are listed */
void
mappe_chart_table_view_set_chart (MappeChartTableView *self, MappeChart *chart)
{
  g_autoptr (GtkSelectionModel) selection = NULL;
  ChartRows *rows;

  g_return_if_fail (MAPPE_IS_CHART_TABLE_VIEW (self));
  remove_columns (self);
  g_clear_pointer (&self->table, mappe_chart_table_free);
  if (chart == NULL)
    return;
  self->table = mappe_chart_table_new (chart);
  for (guint i = 0; i < mappe_chart_table_n_columns (self->table); i++)
    add_column (self, i);
  rows = g_object_new (CHART_TYPE_ROWS, NULL);
  rows->n = (guint) MIN (mappe_chart_table_n_rows (self->table), G_MAXUINT - 1);
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (rows)));
  gtk_column_view_set_model (self->view, selection);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mappe_chart_get_title (chart), -1);
}

/** mappe_chart_table_view_get_text: Returns: (transfer full) (nullable): the table with tabs between its cells */
char *
mappe_chart_table_view_get_text (MappeChartTableView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (MAPPE_IS_CHART_TABLE_VIEW (self), NULL);
  if (self->table == NULL)
    return NULL;
  for (guint i = 0; i < mappe_chart_table_n_columns (self->table); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", mappe_chart_table_get_title (self->table, i));
  for (gsize row = 0; row < mappe_chart_table_n_rows (self->table); row++)
    {
      g_autofree char *line = row_text (self, row, "\t");

      g_string_append_printf (text, "\n%s", line);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
