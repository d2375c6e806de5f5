/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-event-view.h"

#include <glib/gi18n.h>

#include "mappe-build-event.h"
#include "mappe-date.h"
#include "mappe-event-steps.h"
#include "mappe-event-words.h"
#include "mappe-event.h"
#include "mappe-print.h"

struct _MappeEventView {
  MappeStepsView parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeEventView, mappe_event_view, MAPPE_TYPE_STEPS_VIEW)

static gpointer
load_finish (MappeStore *store, GAsyncResult *result, GError **error)
{
  return mappe_event_file_load_finish (store, result, error);
}

static void
unref_file (gpointer file)
{
  mappe_event_file_unref (file);
}

static guint
step_now (gconstpointer file)
{
  return mappe_event_steps_now (file);
}

static void
set_file (GtkWidget *step, gpointer file)
{
  mappe_event_step_set_file (MAPPE_EVENT_STEP (step), file);
}

static MappeState
state_of (const char *status)
{
  if (g_strcmp0 (status, "released") == 0)
    return MAPPE_STATE_DONE;
  return g_strcmp0 (status, "in_consent") == 0 ? MAPPE_STATE_WAITING : MAPPE_STATE_NONE;
}

static void
fill_head (MappeStepsView *view, gconstpointer data)
{
  const MappeEventFile *file = data;
  const MappeListed *event = file->event;
  const char *status = mappe_row_get_text (event->row, MAPPE_EVENT_CONCEPT_STATUS);
  const char *word = mappe_event_words_code (file->codes, "concept_status", status, NULL);
  g_autofree char *days = mappe_event_words_days (event->row, NULL);
  const char *area = event->shown[MAPPE_EVENT_AREA];
  g_autofree char *subtitle = g_strdup_printf ("%s · %s%s%s", mappe_row_get_text (event->row, MAPPE_FIELD_REFERENCE),
                                               days, area != NULL ? " · " : "", area != NULL ? area : "");
  /* Translators: how far the safety concept of an event is */
  g_autofree char *light = g_strdup_printf (_("Concept: %s"), word);

  mappe_steps_view_set_head (view, mappe_row_get_text (event->row, MAPPE_EVENT_TITLE), subtitle, state_of (status),
                             light);
}

/** mappe_event_view_front: Returns: (transfer none) (nullable): the step in front */
MappeEventStep *
mappe_event_view_front (MappeEventView *self)
{
  GtkWidget *front = mappe_steps_view_front (MAPPE_STEPS_VIEW (self));

  return front != NULL ? MAPPE_EVENT_STEP (front) : NULL;
}

/** mappe_event_view_print: Prints what is in front: the deployment plan, else the whole file of the event. */
void
mappe_event_view_print (MappeEventView *self)
{
  const MappeEventFile *file = mappe_steps_view_get_file (MAPPE_STEPS_VIEW (self));
  g_autofree char *today = mappe_date_today ();

  if (file != NULL && !mappe_event_step_print (mappe_event_view_front (self)))
    mappe_print_document (GTK_WIDGET (self), mappe_build_event (file, today, NULL));
}

static void
mappe_event_view_class_init (MappeEventViewClass *klass)
{
  MappeStepsViewClass *view_class = MAPPE_STEPS_VIEW_CLASS (klass);

  view_class->name = N_("Steps of the event");
  view_class->not_opened = N_("The event was not opened");
  view_class->load_async = mappe_event_file_load_async;
  view_class->load_finish = load_finish;
  view_class->file_unref = unref_file;
  view_class->now = step_now;
  view_class->fill_head = fill_head;
  view_class->set_file = set_file;
  mappe_steps_view_class_set_steps (view_class, mappe_event_steps, MAPPE_EVENT_N_STEPS);
}

static void
mappe_event_view_init (MappeEventView *self)
{
}

/** mappe_event_view_new: Returns: (transfer floating): an empty view */
GtkWidget *
mappe_event_view_new (MappeStore *store)
{
  return mappe_steps_view_new (MAPPE_TYPE_EVENT_VIEW, store);
}
