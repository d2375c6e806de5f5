/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-sitting.h"

G_BEGIN_DECLS

/**
 * MappeMeetingStep:
 *
 * One step of the meeting page. Property "sitting" (MappeSitting, nullable) is the meeting as it is in the file; it is
 * set anew after every change, whoever made it. A step shows it in update() and changes it through acts.
 */
#define MAPPE_TYPE_MEETING_STEP (mappe_meeting_step_get_type ())
G_DECLARE_DERIVABLE_TYPE (MappeMeetingStep, mappe_meeting_step, MAPPE, MEETING_STEP, AdwBin)

/**
 * MappeMeetingStepClass:
 * @update: another sitting is there: show it; keep selection, focus and what is being typed
 * @leave: the step, or its meeting, is left: save what was typed
 * @add: Ctrl+N: begin the usual new thing; returns whether there is one
 * @print: Ctrl+P
 * @delete_selected: Delete
 * @focus_filter: Ctrl+F
 *
 * Every function may be left out. When the step comes to the front, its grab_focus() says where one begins.
 */
struct _MappeMeetingStepClass {
  AdwBinClass parent_class;

  void     (*update)          (MappeMeetingStep *self);
  void     (*leave)           (MappeMeetingStep *self);
  gboolean (*add)             (MappeMeetingStep *self);
  void     (*print)           (MappeMeetingStep *self);
  void     (*delete_selected) (MappeMeetingStep *self);
  void     (*focus_filter)    (MappeMeetingStep *self);

  gpointer padding[8];
};

MappeStore         *mappe_meeting_step_get_store   (MappeMeetingStep *self);
const MappeSitting *mappe_meeting_step_get_sitting (MappeMeetingStep *self);
void                mappe_meeting_step_set_sitting (MappeMeetingStep *self, MappeSitting *sitting);
void                mappe_meeting_step_apply       (MappeMeetingStep *self, MappeEdit *edit, GError *error,
                                                    const char *what_failed);
void                mappe_meeting_step_apply_then  (MappeMeetingStep *self, MappeEdit *edit, GError *error,
                                                    const char *what_failed, void (*then) (MappeMeetingStep *self,
                                                    MappeApplied *applied, gpointer data), gpointer data);

void                mappe_meeting_step_leave           (MappeMeetingStep *self);
gboolean            mappe_meeting_step_add             (MappeMeetingStep *self);
void                mappe_meeting_step_print           (MappeMeetingStep *self);
void                mappe_meeting_step_delete_selected (MappeMeetingStep *self);
void                mappe_meeting_step_focus_filter    (MappeMeetingStep *self);

G_END_DECLS
