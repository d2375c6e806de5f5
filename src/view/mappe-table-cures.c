/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-table-cures.h"

#include <math.h>

static gboolean
gtk_is_older (guint minor)
{
  return gtk_check_version (4, minor, 0) != NULL;
}

/* --- 1. Two steps before one layout make a long list race to its end (GNOME/gtk#2971, until 4.10): the steps are
 * summed up and taken once a frame. --- */

typedef struct {
  GtkScrolledWindow *scrolled;  /* owns the controller, which owns this */
  double             dx, dy;
  double             speed_x, speed_y;  /* pixels a second, after the fingers left the touchpad */
  gint64             last;              /* frame time of the last step */
  guint              tick;
} Scrolling;

static void
step_adjustment (GtkAdjustment *adjustment, double delta)
{
  if (delta != 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + delta);
}

static void
slow_down (Scrolling *scrolling, gint64 now)
{
  double seconds = scrolling->last > 0 ? (double) (now - scrolling->last) / G_USEC_PER_SEC : 0;
  double rest = exp (-4 * seconds);

  scrolling->dx += scrolling->speed_x * seconds;
  scrolling->dy += scrolling->speed_y * seconds;
  scrolling->speed_x *= rest;
  scrolling->speed_y *= rest;
  scrolling->last = now;
}

static gboolean
scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Scrolling *scrolling = data;

  slow_down (scrolling, gdk_frame_clock_get_frame_time (clock));
  step_adjustment (gtk_scrolled_window_get_hadjustment (scrolling->scrolled), scrolling->dx);
  step_adjustment (gtk_scrolled_window_get_vadjustment (scrolling->scrolled), scrolling->dy);
  scrolling->dx = scrolling->dy = 0;
  if (fabs (scrolling->speed_x) + fabs (scrolling->speed_y) > 10)
    return G_SOURCE_CONTINUE;
  scrolling->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
start_ticking (Scrolling *scrolling)
{
  if (scrolling->tick != 0)
    return;
  scrolling->last = 0;
  scrolling->tick =
      gtk_widget_add_tick_callback (GTK_WIDGET (scrolling->scrolled), scroll_tick_cb, scrolling, NULL);
}

/* The same lengths as GtkScrolledWindow's. */
static double
scroll_length (GtkEventControllerScroll *controller, GtkAdjustment *adjustment)
{
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE)
    return 2.5;
  return pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3.0);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, Scrolling *scrolling)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (state & GDK_CONTROL_MASK)
    return FALSE;
  if (state & GDK_SHIFT_MASK)
    {
      double along = dx;
      dx = dy;
      dy = along;
    }
  scrolling->speed_x = scrolling->speed_y = 0;
  scrolling->dx += dx * scroll_length (controller, gtk_scrolled_window_get_hadjustment (scrolling->scrolled));
  scrolling->dy += dy * scroll_length (controller, gtk_scrolled_window_get_vadjustment (scrolling->scrolled));
  start_ticking (scrolling);
  return TRUE;
}

static void
decelerate_cb (GtkEventControllerScroll *controller, double speed_x, double speed_y, Scrolling *scrolling)
{
  /* Given in scroll units a millisecond. */
  scrolling->speed_x =
      speed_x * 1000 * scroll_length (controller, gtk_scrolled_window_get_hadjustment (scrolling->scrolled));
  scrolling->speed_y =
      speed_y * 1000 * scroll_length (controller, gtk_scrolled_window_get_vadjustment (scrolling->scrolled));
  start_ticking (scrolling);
}

/**
 * mappe_table_cure_scrolling:
 * @scrolled: the scrolled window around a list
 */
void
mappe_table_cure_scrolling (GtkScrolledWindow *scrolled)
{
  GtkEventController *controller;
  Scrolling *scrolling;

  if (!gtk_is_older (10))
    return;
  controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES |
                                                GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  scrolling = g_new0 (Scrolling, 1);
  scrolling->scrolled = scrolled;
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "scroll", G_CALLBACK (scroll_cb), scrolling);
  g_signal_connect (controller, "decelerate", G_CALLBACK (decelerate_cb), scrolling);
  g_object_set_data_full (G_OBJECT (controller), "scrolling", scrolling, g_free);
  gtk_widget_add_controller (GTK_WIDGET (scrolled), controller);
}

/* --- 2. Tab stops at every row (until 4.12, which has tab-behavior): it leaves the list. --- */

static gboolean
leave_towards (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;

  for (GtkWidget *parent = widget; parent != NULL; parent = gtk_widget_get_parent (parent))
    for (GtkWidget *sibling = parent; (sibling = forward ? gtk_widget_get_next_sibling (sibling)
                                                         : gtk_widget_get_prev_sibling (sibling)) != NULL;)
      if (gtk_widget_get_mapped (sibling) && gtk_widget_child_focus (sibling, direction))
        return TRUE;
  /* Round to the other end of the window. */
  GtkRoot *root = gtk_widget_get_root (widget);
  gtk_root_set_focus (root, NULL);
  return gtk_widget_child_focus (GTK_WIDGET (root), direction);
}

static gboolean
tab_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkWidget *scrolled)
{
  if (keyval == GDK_KEY_Tab && !(state & GDK_CONTROL_MASK))
    return leave_towards (scrolled, GTK_DIR_TAB_FORWARD);
  if (keyval == GDK_KEY_ISO_Left_Tab)
    return leave_towards (scrolled, GTK_DIR_TAB_BACKWARD);
  return FALSE;
}

/**
 * mappe_table_cure_tab:
 * @scrolled: the scrolled window around a list
 */
void
mappe_table_cure_tab (GtkScrolledWindow *scrolled)
{
  GtkEventController *controller;

  if (!gtk_is_older (12))
    return;
  controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (tab_pressed_cb), scrolled);
  gtk_widget_add_controller (GTK_WIDGET (scrolled), controller);
}

/* --- 3. Ctrl+click toggles twice, in the cell and in the row around it (until 4.12). --- */

static void
ctrl_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *item)
{
  GtkSelectionModel *selection = g_object_get_data (G_OBJECT (gesture), "selection");
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint position = gtk_list_item_get_position (item);

  if (!(state & GDK_CONTROL_MASK))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_unselect_item (selection, position);
  else
    gtk_selection_model_select_item (selection, position, FALSE);
}

/**
 * mappe_table_cure_click:
 * @item: a list item at its first bind, when its child has found its cell
 * @selection: the selection of the list
 */
void
mappe_table_cure_click (GtkListItem *item, GtkSelectionModel *selection)
{
  GtkWidget *cell = gtk_widget_get_parent (gtk_list_item_get_child (item));
  GtkGesture *gesture;

  if (!gtk_is_older (12) || cell == NULL)
    return;
  gesture = gtk_gesture_click_new ();
  g_object_set_data_full (G_OBJECT (gesture), "selection", g_object_ref (selection), g_object_unref);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (ctrl_pressed_cb), item, 0);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (gesture));
}

/* --- 4. Rows are called after their C type by screen readers (until 4.12, which has item labels). --- */

/**
 * mappe_table_cure_row_name:
 * @cell_child: child of a cell of the row
 * @name: what the row is called
 */
void
mappe_table_cure_row_name (GtkWidget *cell_child, const char *name)
{
  GtkWidget *cell = gtk_widget_get_parent (cell_child);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  if (gtk_is_older (12) && row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
