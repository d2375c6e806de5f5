/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "mappe-deployment-plan-item.h"
#include "mappe-event-steps.h"
#include "mappe-event-words.h"
#include "mappe-plan-timeline.h"
#include "mappe-scaled.h"

/* The deployment plan in time: a picture, what it says, and the same as a table. */

#define MAPPE_TYPE_EVENT_TIMELINE_STEP (mappe_event_timeline_step_get_type ())
G_DECLARE_FINAL_TYPE (MappeEventTimelineStep, mappe_event_timeline_step, MAPPE, EVENT_TIMELINE_STEP, MappeEventStep)

/**
 * MappeEventTimelineStep:
 * @timeline: (nullable): what is drawn; %NULL when there is nothing to show
 * @readout: says the bar that the keyboard is at, beneath the picture
 * @summary: what the picture shows, in words
 * @bars: (element-type cairo_rectangle_t): where the bars were drawn
 * @pointed: number of the bar that the keyboard is at, or −1
 */
struct _MappeEventTimelineStep {
  MappeEventStep parent_instance;

  MappePlanTimeline *timeline;
  GtkWidget         *area;
  GtkLabel          *readout;
  char              *summary;
  GArray            *bars;
  int                pointed;
};

G_DEFINE_FINAL_TYPE (MappeEventTimelineStep, mappe_event_timeline_step, MAPPE_TYPE_EVENT_STEP)

static const int fields[] = {
  MAPPE_DEPLOYMENT_PLAN_ITEM_PHASE, MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_FROM, MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_TO,
  MAPPE_DEPLOYMENT_PLAN_ITEM_UNIT_ORGANISATION, MAPPE_DEPLOYMENT_PLAN_ITEM_TASK,
  MAPPE_DEPLOYMENT_PLAN_ITEM_STRENGTH, MAPPE_DEPLOYMENT_PLAN_ITEM_CONTACT_ROLE,
  MAPPE_DEPLOYMENT_PLAN_ITEM_DUTY_ROSTER_REF, -1,
};
static const MappeEventPart part = { &mappe_deployment_plan_item_kind, MAPPE_DEPLOYMENT_PLAN_ITEM_EVENT, fields };

/* --- the picture --- */

static MappeChartTheme
theme_of_desktop (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return dark ? MAPPE_CHART_THEME_CONTRAST_DARK : MAPPE_CHART_THEME_CONTRAST;
  return dark ? MAPPE_CHART_THEME_DARK : MAPPE_CHART_THEME_LIGHT;
}

static double
text_scale (GtkWidget *widget)
{
  return mappe_scaled (widget, 1000) / 1000.0;
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  MappeEventTimelineStep *self = data;
  const MappeEventFile *file = mappe_event_step_get_file (MAPPE_EVENT_STEP (self));
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (area));
  const char *family = pango_font_description_get_family (pango_context_get_font_description (context));
  MappePlanTimelineLabels labels = { .closures = _("Road closures") };
  const MappePlanTimelineMarks marks = { NULL, self->bars, self->pointed };

  g_array_set_size (self->bars, 0);
  if (self->timeline == NULL)
    return;
  for (guint i = 0; i < MAPPE_EVENT_N_PHASES; i++)
    labels.phases[i] = mappe_event_words_code (file->codes, "plan_phase", mappe_event_phases[i], NULL);
  mappe_plan_timeline_draw (self->timeline, cr, &labels, theme_of_desktop (), family, width,
                            text_scale (GTK_WIDGET (area)), &marks);
}

/* --- pointing --- */

static char *
bar_words (MappeEventTimelineStep *self, int bar)
{
  return mappe_event_words_bar (mappe_event_step_get_file (MAPPE_EVENT_STEP (self)), self->timeline,
                                g_ptr_array_index (self->timeline->bars, (guint) bar), NULL);
}

/* The bar comes first, so that a reader which speaks the name of what has the focus begins with what is new. */
static void
point_at (MappeEventTimelineStep *self, int bar)
{
  g_autofree char *words = bar >= 0 ? bar_words (self, bar) : NULL;
  g_autofree char *name = words != NULL ? g_strdup_printf ("%s. %s", words, self->summary) : g_strdup (self->summary);

  self->pointed = bar;
  gtk_label_set_label (self->readout, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->readout), words != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (self->area);
}

/* The line or the road closure behind a bar. */
static const MappeRow *
record_of (MappeEventTimelineStep *self, int bar)
{
  const MappeEventFile *file = mappe_event_step_get_file (MAPPE_EVENT_STEP (self));
  const MappePlanTimelineBar *pointed = g_ptr_array_index (self->timeline->bars, (guint) bar);
  GPtrArray *records = pointed->phase < MAPPE_EVENT_N_PHASES ? file->lines : file->closures;

  for (guint i = 0; i < records->len; i++)
    {
      const MappeListed *listed = g_ptr_array_index (records, i);

      if (listed->row->id == pointed->id)
        return listed->row;
    }
  return NULL;
}

static void
open_bar (MappeEventTimelineStep *self, int bar)
{
  const MappeRow *record = record_of (self, bar);

  if (record != NULL)
    mappe_event_step_open (MAPPE_EVENT_STEP (self), record);
}

static gboolean
step_of (guint keyval, MappePlanTimelineStep *step)
{
  switch (keyval)
    {
    case GDK_KEY_Right: case GDK_KEY_KP_Right: *step = MAPPE_PLAN_TIMELINE_LATER; return TRUE;
    case GDK_KEY_Left: case GDK_KEY_KP_Left: *step = MAPPE_PLAN_TIMELINE_EARLIER; return TRUE;
    case GDK_KEY_Up: case GDK_KEY_KP_Up: *step = MAPPE_PLAN_TIMELINE_ABOVE; return TRUE;
    case GDK_KEY_Down: case GDK_KEY_KP_Down: *step = MAPPE_PLAN_TIMELINE_BELOW; return TRUE;
    case GDK_KEY_Home: case GDK_KEY_KP_Home: *step = MAPPE_PLAN_TIMELINE_FIRST; return TRUE;
    case GDK_KEY_End: case GDK_KEY_KP_End: *step = MAPPE_PLAN_TIMELINE_LAST; return TRUE;
    default: return FALSE;
    }
}

/* Up and down leave the picture at its edges; left and right end there. */
static gboolean
walk (MappeEventTimelineStep *self, MappePlanTimelineStep step)
{
  int bar = mappe_plan_timeline_step (self->timeline, self->pointed, step);

  if (bar >= 0)
    point_at (self, bar);
  return bar >= 0 || (step != MAPPE_PLAN_TIMELINE_ABOVE && step != MAPPE_PLAN_TIMELINE_BELOW);
}

static gboolean
key_cb (MappeEventTimelineStep *self, guint keyval, guint keycode, GdkModifierType state)
{
  MappePlanTimelineStep step;

  if (self->timeline == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (step_of (keyval, &step))
    return walk (self, step);
  if (self->pointed < 0)
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    point_at (self, -1);
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    open_bar (self, self->pointed);
  else
    return FALSE;
  return TRUE;
}

static int
bar_under (MappeEventTimelineStep *self, double x, double y)
{
  for (guint i = 0; self->timeline != NULL && i < self->bars->len; i++)
    {
      const cairo_rectangle_t *place = &g_array_index (self->bars, cairo_rectangle_t, i);

      if (x >= place->x && x < place->x + place->width && y >= place->y && y < place->y + place->height)
        return (int) i;
    }
  return -1;
}

static gboolean
tooltip_cb (MappeEventTimelineStep *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  int bar = keyboard ? self->pointed : bar_under (self, x, y);
  g_autofree char *words = self->timeline != NULL && bar >= 0 ? bar_words (self, bar) : NULL;

  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

static void
clicked_cb (MappeEventTimelineStep *self, int n, double x, double y)
{
  int bar = bar_under (self, x, y);

  gtk_widget_grab_focus (self->area);
  if (bar >= 0 && n == 2)
    open_bar (self, bar);
  else
    point_at (self, bar);
}

static void
add_controllers (MappeEventTimelineStep *self, GtkWidget *area)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (area, keys);
  gtk_widget_add_controller (area, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (area, TRUE);
  g_signal_connect_object (area, "query-tooltip", G_CALLBACK (tooltip_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
area_new (MappeEventTimelineStep *self)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_add_css_class (area, "card");
  gtk_widget_set_focusable (area, TRUE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, self, NULL);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), area, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), area,
                           G_CONNECT_SWAPPED);
  add_controllers (self, area);
  gtk_box_append (mappe_event_step_get_head (MAPPE_EVENT_STEP (self)), area);
  self->readout = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_box_append (mappe_event_step_get_head (MAPPE_EVENT_STEP (self)), GTK_WIDGET (self->readout));
  return area;
}

/* --- the same as a table --- */

static void
add_line (MappeEventStep *self, GtkWidget *list, const MappeEventFile *file, const MappeListed *line)
{
  const MappeRow *row = line->row;
  const char *unit = line->shown[MAPPE_DEPLOYMENT_PLAN_ITEM_UNIT_ORGANISATION];
  const char *phase = mappe_row_get_text (row, MAPPE_DEPLOYMENT_PLAN_ITEM_PHASE);
  g_autofree char *times = mappe_event_words_times (mappe_row_get_text (row, MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_FROM),
                                                    mappe_row_get_text (row, MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_TO), NULL);
  g_autofree char *about = g_strdup_printf ("%s · %s · %s", times,
                                            mappe_event_words_code (file->codes, "plan_phase", phase, NULL),
                                            mappe_row_get_text (row, MAPPE_DEPLOYMENT_PLAN_ITEM_TASK));

  mappe_event_part_row (self, list, row, unit, about);
}

static void
mappe_event_timeline_step_build (MappeEventStep *step)
{
  MappeEventTimelineStep *self = MAPPE_EVENT_TIMELINE_STEP (step);
  const MappeEventFile *file = mappe_event_step_get_file (step);
  GtkWidget *list;

  if (self->area == NULL)
    self->area = area_new (self);
  g_clear_pointer (&self->timeline, mappe_plan_timeline_free);
  self->timeline = mappe_plan_timeline_new (file);
  gtk_widget_set_visible (self->area, self->timeline != NULL);
  self->pointed = -1;
  if (self->timeline == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->readout), FALSE);
      mappe_event_part_text (step, _("As soon as the deployment plan has lines, they are shown here in time."));
      return;
    }
  g_free (self->summary);
  self->summary = mappe_event_words_timeline (file, self->timeline, NULL);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area),
                                       (int) mappe_plan_timeline_height (self->timeline, text_scale (self->area)));
  point_at (self, -1);
  mappe_event_part_note (step, MAPPE_STATE_NONE, self->summary);
  mappe_event_part_text (step, _("In the picture the arrow keys go from bar to bar; Enter opens the line."));
  if (file->lines->len == 0)
    return;
  list = mappe_event_part_group (step, _("The same as a table"), NULL);
  for (guint i = 0; i < file->lines->len; i++)
    add_line (step, list, file, g_ptr_array_index (file->lines, i));
}

static void
mappe_event_timeline_step_finalize (GObject *object)
{
  MappeEventTimelineStep *self = MAPPE_EVENT_TIMELINE_STEP (object);

  g_clear_pointer (&self->timeline, mappe_plan_timeline_free);
  g_array_unref (self->bars);
  g_free (self->summary);
  G_OBJECT_CLASS (mappe_event_timeline_step_parent_class)->finalize (object);
}

static void
mappe_event_timeline_step_class_init (MappeEventTimelineStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mappe_event_timeline_step_finalize;
  MAPPE_EVENT_STEP_CLASS (klass)->part = &part;
  MAPPE_EVENT_STEP_CLASS (klass)->build = mappe_event_timeline_step_build;
}

static void
mappe_event_timeline_step_init (MappeEventTimelineStep *self)
{
  self->bars = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  self->pointed = -1;
}
