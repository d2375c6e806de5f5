/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-event-file.h"
#include "mappe-state-light.h"

G_BEGIN_DECLS

/**
 * MappeEventStep:
 *
 * One step of the page of an event: what stays (head), what is built anew from the file after every change (body), and
 * what stays beneath it (foot). The focus finds its row again. On a row with a record, Enter and F2 open it and Delete
 * deletes it.
 */
#define MAPPE_TYPE_EVENT_STEP (mappe_event_step_get_type ())
G_DECLARE_DERIVABLE_TYPE (MappeEventStep, mappe_event_step, MAPPE, EVENT_STEP, AdwBin)

/**
 * MappeEventPart: the parts of an event that a step shows and changes at their place
 * @kind: of the parts
 * @owner: field that leads to the event
 * @fields: what is asked in the step, ended by -1
 */
typedef struct {
  const MappeKind *kind;
  guint            owner;
  const int       *fields;
} MappeEventPart;

/**
 * MappeEventStepClass:
 * @part: (nullable): what the step adds and changes in a form of its own rather than in a window
 * @build: fills the empty body from the file
 * @add: Ctrl+N: begins the usual new thing; returns whether there is one
 * @print: Ctrl+P; returns whether there is something to print
 * @move: Alt+Up (−1) and Alt+Down (1) on a row
 *
 * Every function may be left out, except @build.
 */
struct _MappeEventStepClass {
  AdwBinClass parent_class;

  const MappeEventPart *part;

  void     (*build) (MappeEventStep *self);
  gboolean (*add)   (MappeEventStep *self);
  gboolean (*print) (MappeEventStep *self);
  void     (*move)  (MappeEventStep *self, const MappeRow *record, int direction);

  gpointer padding[8];
};

/* What a button of a row does with the record of the row (nullable). */
typedef void (*MappeEventRowAct) (MappeEventStep *self, const MappeRow *record);

MappeStore           *mappe_event_step_get_store (MappeEventStep *self);
const MappeEventFile *mappe_event_step_get_file  (MappeEventStep *self);
void                  mappe_event_step_set_file  (MappeEventStep *self, MappeEventFile *file);
GtkBox               *mappe_event_step_get_head  (MappeEventStep *self);
GtkBox               *mappe_event_step_get_body  (MappeEventStep *self);
GtkBox               *mappe_event_step_get_foot  (MappeEventStep *self);
gboolean              mappe_event_step_is_writable (MappeEventStep *self);

void                  mappe_event_step_apply     (MappeEventStep *self, MappeEdit *edit, GError *error,
                                                  const char *what_failed);
void                  mappe_event_step_apply_then (MappeEventStep *self, MappeEdit *edit, GError *error,
                                                  const char *what_failed, void (*then) (MappeEventStep *self,
                                                  MappeApplied *applied));
void                  mappe_event_step_apply_said (MappeEventStep *self, MappeEdit *edit, GError *error,
                                                  const char *what_failed, const char *done);
void                  mappe_event_step_rebuild   (MappeEventStep *self);
void                  mappe_event_step_open      (MappeEventStep *self, const MappeRow *record);
void                  mappe_event_step_new       (MappeEventStep *self);
gboolean              mappe_event_step_add       (MappeEventStep *self);
gboolean              mappe_event_step_print     (MappeEventStep *self);
gboolean              mappe_event_step_delete_selected (MappeEventStep *self);

/* --- parts of the body: mappe-event-parts.c --- */
GtkWidget *mappe_event_part_group  (MappeEventStep *self, const char *title, const char *description);
GtkWidget *mappe_event_part_row    (MappeEventStep *self, GtkWidget *list, const MappeRow *record, const char *title,
                                    const char *subtitle);
void       mappe_event_part_light  (GtkWidget *row, MappeState state, const char *word);
GtkWidget *mappe_event_part_button (MappeEventStep *self, GtkWidget *row, const char *label, const char *spoken,
                                    MappeEventRowAct act);
GtkWidget *mappe_event_part_bar    (MappeEventStep *self);
GtkWidget *mappe_event_part_act    (MappeEventStep *self, GtkWidget *bar, const char *label, gboolean suggested,
                                    MappeEventRowAct act);
void       mappe_event_part_note   (MappeEventStep *self, MappeState state, const char *text);
void       mappe_event_part_text   (MappeEventStep *self, const char *text);

G_END_DECLS
