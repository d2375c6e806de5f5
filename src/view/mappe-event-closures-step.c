/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-closure-board.h"
#include "mappe-event-steps.h"
#include "mappe-event.h"

/* The roads that are closed for an event. */

#define MAPPE_TYPE_EVENT_CLOSURES_STEP (mappe_event_closures_step_get_type ())
G_DECLARE_FINAL_TYPE (MappeEventClosuresStep, mappe_event_closures_step, MAPPE, EVENT_CLOSURES_STEP, MappeEventStep)

struct _MappeEventClosuresStep {
  MappeEventStep parent_instance;

  MappeClosureBoard *board;
};

G_DEFINE_FINAL_TYPE (MappeEventClosuresStep, mappe_event_closures_step, MAPPE_TYPE_EVENT_STEP)

/* The board follows the file itself. */
static void
mappe_event_closures_step_build (MappeEventStep *step)
{
  MappeEventClosuresStep *self = MAPPE_EVENT_CLOSURES_STEP (step);
  const MappeListed *event = mappe_event_step_get_file (step)->event;

  if (self->board == NULL)
    {
      self->board = MAPPE_CLOSURE_BOARD (mappe_closure_board_new (mappe_event_step_get_store (step)));
      gtk_box_append (mappe_event_step_get_head (step), GTK_WIDGET (self->board));
    }
  mappe_closure_board_set_event (self->board, event->row->id, mappe_row_get_int (event->row, MAPPE_EVENT_AREA),
                                 event->shown[MAPPE_EVENT_AREA]);
}

static gboolean
mappe_event_closures_step_add (MappeEventStep *step)
{
  mappe_closure_board_file (MAPPE_EVENT_CLOSURES_STEP (step)->board);
  return TRUE;
}

static void
mappe_event_closures_step_class_init (MappeEventClosuresStepClass *klass)
{
  MAPPE_EVENT_STEP_CLASS (klass)->build = mappe_event_closures_step_build;
  MAPPE_EVENT_STEP_CLASS (klass)->add = mappe_event_closures_step_add;
}

static void
mappe_event_closures_step_init (MappeEventClosuresStep *self)
{
}
