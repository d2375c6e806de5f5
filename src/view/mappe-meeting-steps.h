/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-sitting.h"

G_BEGIN_DECLS

/**
 * MappeMeetingStepSpec: a step of the meeting page
 * @name: stable word
 * @title: marked for translation
 * @get_type: type of its widget, a #MappeMeetingStep
 * @is_done: whether the meeting has passed it
 */
typedef struct {
  const char *name;
  const char *title;
  GType     (*get_type) (void);
  gboolean  (*is_done) (const MappeSitting *sitting);
} MappeMeetingStepSpec;

#define MAPPE_MEETING_N_STEPS 6

extern const MappeMeetingStepSpec mappe_meeting_steps[MAPPE_MEETING_N_STEPS];

guint mappe_meeting_steps_now (const MappeSitting *sitting);

G_END_DECLS
