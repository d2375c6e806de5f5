/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-meeting-view.h"

#include <glib/gi18n.h>

#include "mappe-body.h"
#include "mappe-date.h"
#include "mappe-display.h"
#include "mappe-meeting-steps.h"
#include "mappe-meeting.h"

struct _MappeMeetingView {
  MappeStepsView parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeMeetingView, mappe_meeting_view, MAPPE_TYPE_STEPS_VIEW)

static gpointer
load_finish (MappeStore *store, GAsyncResult *result, GError **error)
{
  return mappe_sitting_load_finish (store, result, error);
}

static void
unref_sitting (gpointer sitting)
{
  mappe_sitting_unref (sitting);
}

static guint
step_now (gconstpointer sitting)
{
  return mappe_meeting_steps_now (sitting);
}

static void
set_sitting (GtkWidget *step, gpointer sitting)
{
  mappe_meeting_step_set_sitting (MAPPE_MEETING_STEP (step), sitting);
}

static void
leave_step (GtkWidget *step)
{
  mappe_meeting_step_leave (MAPPE_MEETING_STEP (step));
}

static void
fill_head (MappeStepsView *view, gconstpointer file)
{
  const MappeSitting *sitting = file;
  const MappeRow *meeting = sitting->meeting;
  MappeDisplay *display = mappe_display_get (mappe_steps_view_get_store (view));
  const char *state = mappe_row_get_text (meeting, MAPPE_MEETING_STATE);
  const char *number = mappe_row_get_text (meeting, MAPPE_MEETING_NUMBER);
  const char *word = mappe_display_code (display, "meeting_state", state);
  g_autofree char *day = mappe_date_format_long (mappe_row_get_text (meeting, MAPPE_MEETING_HELD_ON));
  g_autofree char *subtitle =
      g_strdup_printf ("%s · %s%s%s", day, mappe_row_get_text (sitting->body, MAPPE_BODY_NAME),
                       number != NULL ? " · " : "", number != NULL ? number : "");

  mappe_steps_view_set_head (view, mappe_row_get_text (meeting, MAPPE_MEETING_TITLE), subtitle,
                             mappe_state_of_code ("meeting_state", state),
                             word != NULL ? word : state != NULL ? state : "");
}

/** mappe_meeting_view_front: Returns: (transfer none) (nullable): the step in front */
MappeMeetingStep *
mappe_meeting_view_front (MappeMeetingView *self)
{
  GtkWidget *front = mappe_steps_view_front (MAPPE_STEPS_VIEW (self));

  return front != NULL ? MAPPE_MEETING_STEP (front) : NULL;
}

static void
mappe_meeting_view_class_init (MappeMeetingViewClass *klass)
{
  MappeStepsViewClass *view_class = MAPPE_STEPS_VIEW_CLASS (klass);

  view_class->name = N_("Steps of the meeting");
  view_class->not_opened = N_("The meeting was not opened");
  view_class->load_async = mappe_sitting_load_async;
  view_class->load_finish = load_finish;
  view_class->file_unref = unref_sitting;
  view_class->now = step_now;
  view_class->fill_head = fill_head;
  view_class->set_file = set_sitting;
  view_class->leave_step = leave_step;
  mappe_steps_view_class_set_steps (view_class, mappe_meeting_steps, MAPPE_MEETING_N_STEPS);
}

static void
mappe_meeting_view_init (MappeMeetingView *self)
{
}

/** mappe_meeting_view_new: Returns: (transfer floating): an empty view */
GtkWidget *
mappe_meeting_view_new (MappeStore *store)
{
  return mappe_steps_view_new (MAPPE_TYPE_MEETING_VIEW, store);
}
