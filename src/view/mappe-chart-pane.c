/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-pane.h"

#include <glib/gi18n.h>

#include "mappe-chart-files.h"
#include "mappe-chart-table-view.h"

#define CHART "chart"
#define TABLE "table"

struct _MappeChartPane {
  AdwBin parent_instance;

  GtkWidget           *bar;
  GtkWidget           *series_button;
  GtkWidget           *series_box;
  GtkWidget           *reset_button;
  GtkWidget           *table_button;
  GtkWidget           *menu_button;
  GtkStack            *stack;
  MappeChartArea      *area;
  MappeChartTableView *table;
  gboolean             table_stale;
};

G_DEFINE_FINAL_TYPE (MappeChartPane, mappe_chart_pane, ADW_TYPE_BIN)

/* --- series --- */

static void
check_cb (MappeChartPane *self, GtkCheckButton *check)
{
  guint series = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "series"));

  mappe_chart_area_set_hidden (self->area, series, !gtk_check_button_get_active (check));
}

static void
fill_series (MappeChartPane *self)
{
  MappeChart *chart = mappe_chart_area_get_chart (self->area);
  guint n = chart != NULL ? mappe_chart_n_series (chart) : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->series_box)))
    gtk_box_remove (GTK_BOX (self->series_box), child);
  for (guint i = 0; i < n; i++)
    {
      /* Translators: key to press, name of a series in a chart */
      g_autofree char *tip = i < 9 ? g_strdup_printf (_("Press %1$u in the chart to show or hide “%2$s”"), i + 1,
                                                      mappe_chart_get_series_name (chart, i)) : NULL;

      child = gtk_check_button_new_with_label (mappe_chart_get_series_name (chart, i));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (child), !mappe_chart_area_get_hidden (self->area, i));
      gtk_widget_set_tooltip_text (child, tip);
      g_object_set_data (G_OBJECT (child), "series", GUINT_TO_POINTER (i));
      g_signal_connect_object (child, "toggled", G_CALLBACK (check_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->series_box), child);
    }
  gtk_widget_set_visible (self->series_button, n > 1);
}

static void
series_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MappeChartPane *self = MAPPE_CHART_PANE (widget);
  int wanted = g_variant_get_int32 (parameter);
  GtkWidget *child = gtk_widget_get_first_child (self->series_box);

  for (int i = 0; i < wanted && child != NULL; i++)
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (child), !gtk_check_button_get_active (GTK_CHECK_BUTTON (child)));
}

/* --- files --- */

/* What is seen now, without the size of the window. */
static gboolean
take_picture (MappeChartPane *self, MappeChartFormat format, MappeChartPicture *picture)
{
  MappeChartView *view = mappe_chart_area_get_view (self->area);
  MappeChart *chart = mappe_chart_area_get_chart (self->area);
  GArray *hidden;

  if (chart == NULL)
    return FALSE;
  hidden = g_array_new (FALSE, FALSE, sizeof (gboolean));
  for (guint i = 0; i < mappe_chart_n_series (chart); i++)
    {
      gboolean value = mappe_chart_area_get_hidden (self->area, i);

      g_array_append_val (hidden, value);
    }
  *picture = (MappeChartPicture) { .chart = chart, .hidden = hidden, .format = format };
  if (mappe_chart_view_is_zoomed (view))
    mappe_chart_view_get_window (view, &picture->from, &picture->to);
  return TRUE;
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MappeChartPicture picture;

  if (!take_picture (MAPPE_CHART_PANE (widget), MAPPE_CHART_FORMAT_PNG, &picture))
    return;
  mappe_chart_files_copy (widget, &picture);
  g_array_unref ((GArray *) picture.hidden);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *file = g_strconcat (".", g_variant_get_string (parameter, NULL), NULL);
  MappeChartFormat format;
  MappeChartPicture picture;

  if (!mappe_chart_format_from_name (file, &format, NULL)
      || !take_picture (MAPPE_CHART_PANE (widget), format, &picture))
    return;
  mappe_chart_files_save (widget, &picture);
  g_array_unref ((GArray *) picture.hidden);
}

/* --- table --- */

static gboolean
shows_table (MappeChartPane *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->table_button));
}

static void
table_toggled_cb (MappeChartPane *self)
{
  gboolean table = shows_table (self);

  if (table && self->table_stale)
    mappe_chart_table_view_set_chart (self->table, mappe_chart_area_get_chart (self->area));
  self->table_stale = self->table_stale && !table;
  gtk_stack_set_visible_child_name (self->stack, table ? TABLE : CHART);
  gtk_widget_grab_focus (table ? GTK_WIDGET (self->table) : GTK_WIDGET (self->area));
}

static void
table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (MAPPE_CHART_PANE (widget)->table_button);

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

/* --- the rest --- */

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (MAPPE_CHART_PANE (widget)->menu_button));
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (MAPPE_CHART_PANE (widget)->area), "chart.zoom", "i",
                              g_variant_get_int32 (parameter));
}

static void
pressed_cb (MappeChartPane *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu_button));
}

static void
area_changed_cb (MappeChartPane *self)
{
  MappeChartView *view = mappe_chart_area_get_view (self->area);
  gboolean zoomed = view != NULL && mappe_chart_view_is_zoomed (view);

  /* What is hidden must not have the focus. */
  if (!zoomed && gtk_widget_has_focus (self->reset_button))
    gtk_widget_grab_focus (GTK_WIDGET (self->area));
  gtk_widget_set_visible (self->reset_button, zoomed);
}

/* --- making --- */

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new (), see = g_menu_new ();

  g_menu_append (see, _("Zoom in (+)"), "chart.zoom(1)");
  g_menu_append (see, _("Zoom out (−)"), "chart.zoom(-1)");
  g_menu_append (see, _("Show all (0)"), "chart.zoom(0)");
  g_menu_append (see, _("Chart or table (T)"), "chart.table");
  g_menu_append (files, _("Copy as a picture (Ctrl+C)"), "chart.copy");
  g_menu_append (files, _("Save as PNG…"), "chart.save::png");
  g_menu_append (files, _("Save as SVG…"), "chart.save::svg");
  g_menu_append (files, _("Save as PDF…"), "chart.save::pdf");
  g_menu_append (files, _("Save figures as CSV…"), "chart.save::csv");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (see));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  return G_MENU_MODEL (menu);
}

static void
name_button (GtkWidget *button, const char *name)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
make_bar (MappeChartPane *self)
{
  g_autoptr (GMenuModel) menu = make_menu ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *room = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  self->series_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->series_button = gtk_menu_button_new ();
  /* Translators: lines or bars of a chart */
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->series_button), C_("chart", "Series"));
  gtk_popover_set_child (GTK_POPOVER (popover), self->series_box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->series_button), popover);
  name_button (self->series_button, _("Series to show"));
  self->reset_button = gtk_button_new_from_icon_name ("zoom-original-symbolic");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->reset_button), "chart.zoom(0)");
  name_button (self->reset_button, _("Show all (0)"));
  self->table_button = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->table_button), "view-list-symbolic");
  name_button (self->table_button, _("Show as a table (T)"));
  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), menu);
  name_button (self->menu_button, _("Copy or save the chart"));
  gtk_widget_set_hexpand (room, TRUE);
  gtk_box_append (GTK_BOX (self->bar), room);
  gtk_box_append (GTK_BOX (self->bar), self->reset_button);
  gtk_box_append (GTK_BOX (self->bar), self->series_button);
  gtk_box_append (GTK_BOX (self->bar), self->table_button);
  gtk_box_append (GTK_BOX (self->bar), self->menu_button);
}

static void
mappe_chart_pane_class_init (MappeChartPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "chart.series", "i", series_action);
  gtk_widget_class_install_action (widget_class, "chart.table", NULL, table_action);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "chart.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "chart.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "chart.zoom", "i", zoom_action);
}

static void
mappe_chart_pane_init (MappeChartPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkGesture *click = gtk_gesture_click_new ();

  self->area = MAPPE_CHART_AREA (mappe_chart_area_new ());
  self->table = MAPPE_CHART_TABLE_VIEW (mappe_chart_table_view_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  make_bar (self);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->area), CHART);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->table), TABLE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->area), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (self->area, "changed", G_CALLBACK (area_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table_button, "toggled", G_CALLBACK (table_toggled_cb), self, G_CONNECT_SWAPPED);
  mappe_chart_pane_set_chart (self, NULL);
}

/** mappe_chart_pane_new: Returns: (transfer floating): a pane without a chart */
GtkWidget *
mappe_chart_pane_new (void)
{
  return g_object_new (MAPPE_TYPE_CHART_PANE, NULL);
}

/** mappe_chart_pane_set_chart: @chart: (nullable): what to show */
void
mappe_chart_pane_set_chart (MappeChartPane *self, MappeChart *chart)
{
  g_return_if_fail (MAPPE_IS_CHART_PANE (self));

  mappe_chart_area_set_chart (self->area, chart);
  self->table_stale = TRUE;
  if (shows_table (self))
    {
      mappe_chart_table_view_set_chart (self->table, chart);
      self->table_stale = FALSE;
    }
  fill_series (self);
  area_changed_cb (self);
  gtk_widget_set_sensitive (self->table_button, chart != NULL);
  gtk_widget_set_sensitive (self->menu_button, chart != NULL);
}

/** mappe_chart_pane_get_area: Returns: (transfer none): where the chart is drawn */
MappeChartArea *
mappe_chart_pane_get_area (MappeChartPane *self)
{
  g_return_val_if_fail (MAPPE_IS_CHART_PANE (self), NULL);
  return self->area;
}

/** mappe_chart_pane_add_start: @widget: comes to the beginning of the bar above the chart */
void
mappe_chart_pane_add_start (MappeChartPane *self, GtkWidget *widget)
{
  g_return_if_fail (MAPPE_IS_CHART_PANE (self));
  gtk_box_prepend (GTK_BOX (self->bar), widget);
}

/** mappe_chart_pane_has_table: Returns: whether the figures are seen instead of the chart */
gboolean
mappe_chart_pane_has_table (MappeChartPane *self)
{
  g_return_val_if_fail (MAPPE_IS_CHART_PANE (self), FALSE);
  return shows_table (self);
}
