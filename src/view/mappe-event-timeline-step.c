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

struct _MappeEventTimelineStep {
  MappeEventStep parent_instance;

  MappePlanTimeline *timeline;  /* NULL: nothing to show */
  GtkWidget     *area;
};

G_DEFINE_FINAL_TYPE (MappeEventTimelineStep, mappe_event_timeline_step, MAPPE_TYPE_EVENT_STEP)

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

  if (self->timeline == NULL)
    return;
  for (guint i = 0; i < MAPPE_EVENT_N_PHASES; i++)
    labels.phases[i] = mappe_event_words_code (file->codes, "plan_phase", mappe_event_phases[i], NULL);
  mappe_plan_timeline_draw (self->timeline, cr, &labels, theme_of_desktop (), family, width,
                            text_scale (GTK_WIDGET (area)), NULL);
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
  gtk_box_append (mappe_event_step_get_head (MAPPE_EVENT_STEP (self)), area);
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
  g_autofree char *summary = NULL;
  GtkWidget *list;

  if (self->area == NULL)
    self->area = area_new (self);
  g_clear_pointer (&self->timeline, mappe_plan_timeline_free);
  self->timeline = mappe_plan_timeline_new (file);
  gtk_widget_set_visible (self->area, self->timeline != NULL);
  if (self->timeline == NULL)
    {
      mappe_event_part_text (step, _("As soon as the deployment plan has lines, they are shown here in time."));
      return;
    }
  summary = mappe_event_words_timeline (file, self->timeline, NULL);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area),
                                       (int) mappe_plan_timeline_height (self->timeline, text_scale (self->area)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
  gtk_widget_queue_draw (self->area);
  mappe_event_part_note (step, MAPPE_STATE_NONE, summary);
  if (file->lines->len == 0)
    return;
  list = mappe_event_part_group (step, _("The same as a table"), NULL);
  for (guint i = 0; i < file->lines->len; i++)
    add_line (step, list, file, g_ptr_array_index (file->lines, i));
}

static void
mappe_event_timeline_step_finalize (GObject *object)
{
  g_clear_pointer (&MAPPE_EVENT_TIMELINE_STEP (object)->timeline, mappe_plan_timeline_free);
  G_OBJECT_CLASS (mappe_event_timeline_step_parent_class)->finalize (object);
}

static void
mappe_event_timeline_step_class_init (MappeEventTimelineStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mappe_event_timeline_step_finalize;
  MAPPE_EVENT_STEP_CLASS (klass)->build = mappe_event_timeline_step_build;
}

static void
mappe_event_timeline_step_init (MappeEventTimelineStep *self)
{
}
