/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-area.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "mappe-scaled.h"

#define LEAST_WIDTH 320
#define LEAST_HEIGHT 240
#define MOST_HEIGHT 680
#define HEIGHT_PART 0.65    /* of the width */
#define POINT_RADIUS 28.0   /* how far from a point the pointer may be to mean it */
#define ZOOM_STEP 1.4
#define PAN_PART 0.15       /* of the width, for each key press */
#define READOUT_GAP 14

struct _MappeChartArea {
  GtkWidget       parent_instance;

  MappeChartView *view;       /* NULL without a chart */
  GtkWidget      *readout;    /* says the value beside the point */
  GtkWidget      *empty;
  gboolean        pointed;    /* whether @at is on show */
  gboolean        walking;    /* the keyboard is at @at, and a pointer that leaves does not take it away */
  MappeChartHit   at;
  double          dragged;    /* of the drag so far */
  double          pointer_x;
};

G_DEFINE_FINAL_TYPE (MappeChartArea, mappe_chart_area, GTK_TYPE_WIDGET)

enum { CHANGED, POINT_ACTIVATED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- what it says --- */

/* The value comes first, so that a reader which speaks the name of what has the focus begins with what is new. */
static void
update_names (MappeChartArea *self)
{
  g_autofree char *summary = NULL, *name = NULL;
  const char *title, *value = mappe_chart_area_get_readout (self);

  if (self->view == NULL)
    return;
  title = mappe_chart_get_title (mappe_chart_view_get_chart (self->view));
  summary = mappe_chart_get_summary (mappe_chart_view_get_chart (self->view));
  name = value != NULL && self->walking ? g_strdup_printf ("%s. %s", value, title) : g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
}

static void
redraw (MappeChartArea *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
point_away (MappeChartArea *self)
{
  if (!self->pointed)
    return;
  self->pointed = self->walking = FALSE;
  mappe_chart_view_set_focus (self->view, NULL);
  gtk_widget_set_visible (self->readout, FALSE);
  update_names (self);
  redraw (self);
}

static void
point_at (MappeChartArea *self, const MappeChartHit *hit, gboolean walking)
{
  g_autofree char *text = mappe_chart_view_get_text (self->view, hit);

  self->at = *hit;
  self->pointed = TRUE;
  self->walking = walking;
  mappe_chart_view_set_focus (self->view, hit);
  gtk_label_set_label (GTK_LABEL (self->readout), text);
  gtk_widget_set_visible (self->readout, TRUE);
  update_names (self);
  redraw (self);
}

/* A step away and back gives the same point at its new place; from a series that was switched off the step leads to
 * the one beside it, and stays there. */
static gboolean
there_and_back (MappeChartArea *self, MappeChartStep there, MappeChartStep back, MappeChartHit *hit)
{
  return mappe_chart_view_step (self->view, &self->at, there, hit)
         && (hit->series != self->at.series || hit->panel != self->at.panel
             || mappe_chart_view_step (self->view, hit, back, hit));
}

/* After a zoom the point is elsewhere, or out of sight. */
static void
follow_point (MappeChartArea *self)
{
  MappeChartHit hit = self->at;

  if (!self->pointed)
    return;
  if (self->walking
      && (there_and_back (self, MAPPE_CHART_STEP_NEXT, MAPPE_CHART_STEP_PREVIOUS, &hit)
          || there_and_back (self, MAPPE_CHART_STEP_PREVIOUS, MAPPE_CHART_STEP_NEXT, &hit)))
    point_at (self, &hit, TRUE);
  else
    point_away (self);
}

static void
seen_otherwise (MappeChartArea *self)
{
  follow_point (self);
  redraw (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.pan", mappe_chart_view_is_zoomed (self->view));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- looks --- */

static MappeChartTheme
theme_of_desktop (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return dark ? MAPPE_CHART_THEME_CONTRAST_DARK : MAPPE_CHART_THEME_CONTRAST;
  return dark ? MAPPE_CHART_THEME_DARK : MAPPE_CHART_THEME_LIGHT;
}

static void
update_looks (MappeChartArea *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const char *family = pango_font_description_get_family (pango_context_get_font_description (context));

  if (self->view == NULL)
    return;
  mappe_chart_view_set_theme (self->view, theme_of_desktop ());
  mappe_chart_view_set_font (self->view, family, mappe_scaled (GTK_WIDGET (self), 1000) / 1000.0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  redraw (self);
}

static void
mappe_chart_area_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mappe_chart_area_parent_class)->css_changed (widget, change);
  update_looks (MAPPE_CHART_AREA (widget));
}

/* --- keyboard --- */

static gboolean
step_of (guint keyval, MappeChartStep *step)
{
  switch (keyval)
    {
    case GDK_KEY_Right: case GDK_KEY_KP_Right: *step = MAPPE_CHART_STEP_NEXT; return TRUE;
    case GDK_KEY_Left: case GDK_KEY_KP_Left: *step = MAPPE_CHART_STEP_PREVIOUS; return TRUE;
    case GDK_KEY_Home: case GDK_KEY_KP_Home: *step = MAPPE_CHART_STEP_FIRST; return TRUE;
    case GDK_KEY_End: case GDK_KEY_KP_End: *step = MAPPE_CHART_STEP_LAST; return TRUE;
    case GDK_KEY_Down: case GDK_KEY_KP_Down: *step = MAPPE_CHART_STEP_NEXT_SERIES; return TRUE;
    case GDK_KEY_Up: case GDK_KEY_KP_Up: *step = MAPPE_CHART_STEP_PREVIOUS_SERIES; return TRUE;
    default: return FALSE;
    }
}

/* Up and down leave a chart that has no further series that way; left and right end at its ends. */
static gboolean
walk (MappeChartArea *self, MappeChartStep step)
{
  MappeChartHit hit, start;
  gboolean found = mappe_chart_view_step (self->view, self->pointed ? &self->at : NULL, step, &hit);

  /* Whoever begins with End means the end. */
  if (found && !self->pointed && step == MAPPE_CHART_STEP_LAST)
    {
      start = hit;
      mappe_chart_view_step (self->view, &start, step, &hit);
    }
  if (found)
    {
      point_at (self, &hit, TRUE);
      return GDK_EVENT_STOP;
    }
  return step != MAPPE_CHART_STEP_NEXT_SERIES && step != MAPPE_CHART_STEP_PREVIOUS_SERIES;
}

/* Only where somebody waits for it, so that Enter keeps its meaning elsewhere. */
static gboolean
activate (MappeChartArea *self)
{
  if (!g_signal_has_handler_pending (self, signals[POINT_ACTIVATED], 0, FALSE))
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[POINT_ACTIVATED], 0, self->at.panel, self->at.series, (guint) self->at.point);
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (MappeChartArea *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType pressed = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK);
  MappeChartStep step;

  if (self->view == NULL)
    return GDK_EVENT_PROPAGATE;
  if (pressed == 0 && step_of (keyval, &step))
    return walk (self, step);
  if (pressed == 0 && self->walking
      && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter))
    return activate (self);
  if (pressed == 0 && keyval == GDK_KEY_Escape && self->walking)
    {
      point_away (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
focus_left_cb (MappeChartArea *self)
{
  if (self->view != NULL)
    point_away (self);
}

/* --- zoom --- */

static void
zoom_by (MappeChartArea *self, double x, double factor)
{
  mappe_chart_view_zoom (self->view, x, factor);
  seen_otherwise (self);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MappeChartArea *self = MAPPE_CHART_AREA (widget);
  int direction = g_variant_get_int32 (parameter);
  double middle = self->pointed ? self->at.x : gtk_widget_get_width (widget) / 2.0;

  if (self->view == NULL)
    return;
  if (direction != 0)
    {
      zoom_by (self, middle, direction > 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
      return;
    }
  mappe_chart_view_reset_window (self->view);
  seen_otherwise (self);
}

static void
pan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MappeChartArea *self = MAPPE_CHART_AREA (widget);

  if (self->view == NULL)
    return;
  mappe_chart_view_pan (self->view, g_variant_get_int32 (parameter) * PAN_PART * gtk_widget_get_width (widget));
  seen_otherwise (self);
}

/* --- pointer --- */

/** mappe_chart_area_point_at: Says the value of the point nearest to @x, @y, as the pointer does. */
void
mappe_chart_area_point_at (MappeChartArea *self, double x, double y)
{
  MappeChartHit hit;

  g_return_if_fail (MAPPE_IS_CHART_AREA (self));
  if (self->view == NULL)
    return;
  if (mappe_chart_view_hit (self->view, x, y, POINT_RADIUS, &hit))
    point_at (self, &hit, FALSE);
  else if (!self->walking)
    point_away (self);
}

static void
motion_cb (MappeChartArea *self, double x, double y)
{
  self->pointer_x = x;
  mappe_chart_area_point_at (self, x, y);
}

static void
leave_cb (MappeChartArea *self)
{
  if (self->view != NULL && !self->walking)
    point_away (self);
}

static gboolean
scroll_cb (MappeChartArea *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean meant = (state & GDK_CONTROL_MASK) != 0 || gtk_widget_has_focus (GTK_WIDGET (self));
  double from, to;

  if (self->view == NULL || !meant || dy == 0
      || !mappe_chart_get_extent (mappe_chart_view_get_chart (self->view), &from, &to))
    return GDK_EVENT_PROPAGATE;
  zoom_by (self, self->pointer_x, pow (ZOOM_STEP, -dy));
  return GDK_EVENT_STOP;
}

static void
clicked_cb (MappeChartArea *self, int n, double x, double y)
{
  MappeChartHit hit;

  if (self->view == NULL || self->dragged != 0 || !mappe_chart_view_hit (self->view, x, y, POINT_RADIUS, &hit))
    return;
  self->at = hit;
  activate (self);
}

static void
drag_begin_cb (MappeChartArea *self)
{
  self->dragged = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
drag_update_cb (MappeChartArea *self, double x)
{
  if (self->view == NULL || !mappe_chart_view_is_zoomed (self->view) || x == self->dragged)
    return;
  mappe_chart_view_pan (self->view, self->dragged - x);
  self->dragged = x;
  seen_otherwise (self);
}

/* --- widget --- */

static void
place_readout (MappeChartArea *self, int width, int height)
{
  GtkRequisition least, wanted;
  GskTransform *place;
  double x, y;
  int w, h;

  if (!gtk_widget_should_layout (self->readout))
    return;
  gtk_widget_get_preferred_size (self->readout, &least, &wanted);
  w = MAX (least.width, MIN (wanted.width, width));
  gtk_widget_measure (self->readout, GTK_ORIENTATION_VERTICAL, w, NULL, &h, NULL, NULL);
  x = CLAMP (self->at.x - w / 2.0, 0, MAX (width - w, 0));
  y = self->at.y - READOUT_GAP - h;
  if (y < 0)
    y = MIN (self->at.y + READOUT_GAP, MAX (height - h, 0));
  place = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_widget_allocate (self->readout, w, h, -1, place);
}

static void
mappe_chart_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MappeChartArea *self = MAPPE_CHART_AREA (widget);
  double old_width, old_height;

  if (gtk_widget_should_layout (self->empty))
    gtk_widget_allocate (self->empty, width, height, -1, NULL);
  if (self->view == NULL)
    return;
  mappe_chart_view_get_size (self->view, &old_width, &old_height);
  mappe_chart_view_set_size (self->view, width, height);
  if (self->pointed && (old_width != width || old_height != height))
    {
      MappeChartHit hit = self->at;

      /* Of the last point there is no next one. */
      if (there_and_back (self, MAPPE_CHART_STEP_NEXT, MAPPE_CHART_STEP_PREVIOUS, &hit)
          || there_and_back (self, MAPPE_CHART_STEP_PREVIOUS, MAPPE_CHART_STEP_NEXT, &hit))
        self->at = hit;
    }
  place_readout (self, width, height);
}

static GtkSizeRequestMode
mappe_chart_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mappe_chart_area_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  MappeChartArea *self = MAPPE_CHART_AREA (widget);
  double text = mappe_scaled (widget, 1000) / 1000.0;
  /* Larger text takes more lines of the same width; what is left must still be a chart. */
  double part = HEIGHT_PART * (1 + (MAX (text, 1) - 1) / 2);
  int high = CLAMP ((int) (for_size * part), LEAST_HEIGHT, (int) (MOST_HEIGHT * MAX (text, 1))), other = 0;
  int least = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : high;

  if (gtk_widget_should_layout (self->empty))
    gtk_widget_measure (self->empty, orientation, for_size, &other, NULL, NULL, NULL);
  *minimum = *natural = MAX (least, other);
}

static void
mappe_chart_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MappeChartArea *self = MAPPE_CHART_AREA (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->view != NULL && width > 0 && height > 0)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

      mappe_chart_view_draw (self->view, cr);
      cairo_destroy (cr);
    }
  gtk_widget_snapshot_child (widget, self->empty, snapshot);
  gtk_widget_snapshot_child (widget, self->readout, snapshot);
}

static void
mappe_chart_area_dispose (GObject *object)
{
  MappeChartArea *self = MAPPE_CHART_AREA (object);

  g_clear_pointer (&self->view, mappe_chart_view_free);
  g_clear_pointer (&self->readout, gtk_widget_unparent);
  g_clear_pointer (&self->empty, gtk_widget_unparent);
  G_OBJECT_CLASS (mappe_chart_area_parent_class)->dispose (object);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key; int direction; } zooms[] = {
    { GDK_KEY_plus, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 }, { GDK_KEY_KP_Subtract, -1 },
    { GDK_KEY_0, 0 }, { GDK_KEY_KP_0, 0 },
  };

  gtk_widget_class_install_action (widget_class, "chart.zoom", "i", zoom_action);
  gtk_widget_class_install_action (widget_class, "chart.pan", "i", pan_action);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding_action (widget_class, zooms[i].key, 0, "chart.zoom", "i", zooms[i].direction);
  /* On some keyboards + is typed with Shift. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_SHIFT_MASK, "chart.zoom", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_SHIFT_MASK, "chart.pan", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_SHIFT_MASK, "chart.pan", "i", 1);
  /* What the pane around it does, see MappeChartPane. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "chart.table", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "chart.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "chart.menu", NULL);
  for (int i = 0; i < 9; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + (guint) i, 0, "chart.series", "i", i);
}

static void
mappe_chart_area_class_init (MappeChartAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_chart_area_dispose;
  widget_class->get_request_mode = mappe_chart_area_get_request_mode;
  widget_class->measure = mappe_chart_area_measure;
  widget_class->size_allocate = mappe_chart_area_size_allocate;
  widget_class->snapshot = mappe_chart_area_snapshot;
  widget_class->css_changed = mappe_chart_area_css_changed;
  /** MappeChartArea::changed: zoomed, panned, or a series came or went. */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  /** MappeChartArea::point-activated: panel, series and number of the point. */
  signals[POINT_ACTIVATED] = g_signal_new ("point-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
  install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chartarea");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_controllers (MappeChartArea *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
mappe_chart_area_init (MappeChartArea *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->readout = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->readout), TRUE);
  gtk_widget_add_css_class (self->readout, "chart-readout");
  gtk_widget_set_can_target (self->readout, FALSE);
  gtk_widget_set_visible (self->readout, FALSE);
  gtk_widget_set_parent (self->readout, GTK_WIDGET (self));
  self->empty = gtk_label_new (_("No chart"));
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
  add_controllers (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_looks), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_looks), self, G_CONNECT_SWAPPED);
  mappe_scaled_follow (GTK_WIDGET (self), G_CALLBACK (update_looks));
}

/** mappe_chart_area_new: Returns: (transfer floating): an area without a chart */
GtkWidget *
mappe_chart_area_new (void)
{
  return g_object_new (MAPPE_TYPE_CHART_AREA, NULL);
}

/** mappe_chart_area_set_chart: @chart: (nullable): what to show; zoom and hidden series begin anew */
void
mappe_chart_area_set_chart (MappeChartArea *self, MappeChart *chart)
{
  g_return_if_fail (MAPPE_IS_CHART_AREA (self));

  if (self->view != NULL)
    point_away (self);
  g_clear_pointer (&self->view, mappe_chart_view_free);
  gtk_widget_set_visible (self->empty, chart == NULL);
  if (chart != NULL)
    {
      self->view = mappe_chart_view_new (chart);
      mappe_chart_view_set_size (self->view, MAX (gtk_widget_get_width (GTK_WIDGET (self)), LEAST_WIDTH),
                                 MAX (gtk_widget_get_height (GTK_WIDGET (self)), LEAST_HEIGHT));
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.pan", FALSE);
  update_looks (self);
  update_names (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/** mappe_chart_area_get_chart: Returns: (transfer none) (nullable): what is shown */
MappeChart *
mappe_chart_area_get_chart (MappeChartArea *self)
{
  g_return_val_if_fail (MAPPE_IS_CHART_AREA (self), NULL);
  return self->view != NULL ? mappe_chart_view_get_chart (self->view) : NULL;
}

/** mappe_chart_area_get_view: Returns: (transfer none) (nullable): how it is shown, as of now */
MappeChartView *
mappe_chart_area_get_view (MappeChartArea *self)
{
  g_return_val_if_fail (MAPPE_IS_CHART_AREA (self), NULL);
  return self->view;
}

/** mappe_chart_area_set_hidden: @series: as of mappe_chart_get_series_name(); @hidden: it is not drawn */
void
mappe_chart_area_set_hidden (MappeChartArea *self, guint series, gboolean hidden)
{
  g_return_if_fail (MAPPE_IS_CHART_AREA (self));
  if (self->view == NULL || series >= mappe_chart_n_series (mappe_chart_view_get_chart (self->view)))
    return;
  mappe_chart_view_set_hidden (self->view, series, hidden);
  seen_otherwise (self);
}

/** mappe_chart_area_get_hidden: Returns: whether @series is not drawn */
gboolean
mappe_chart_area_get_hidden (MappeChartArea *self, guint series)
{
  g_return_val_if_fail (MAPPE_IS_CHART_AREA (self), FALSE);
  return self->view != NULL && series < mappe_chart_n_series (mappe_chart_view_get_chart (self->view))
         && mappe_chart_view_get_hidden (self->view, series);
}

/** mappe_chart_area_get_readout: Returns: (nullable): the value that is said now */
const char *
mappe_chart_area_get_readout (MappeChartArea *self)
{
  g_return_val_if_fail (MAPPE_IS_CHART_AREA (self), NULL);
  return self->pointed ? gtk_label_get_label (GTK_LABEL (self->readout)) : NULL;
}
