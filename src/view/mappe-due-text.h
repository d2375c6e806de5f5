/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-display.h"
#include "mappe-due.h"
#include "mappe-state-light.h"

G_BEGIN_DECLS

/* What the overview says of things that are due, in the language of the window. */

/**
 * MappeDueLine: one finding about a meeting to come
 * @state: how it stands
 * @text: the finding, with its numbers
 */
typedef struct {
  MappeState  state;
  char       *text;
} MappeDueLine;

char       *mappe_due_text_days      (int days_left);
char       *mappe_due_text_title     (const MappeDueItem *item);
char       *mappe_due_text_when      (const MappeDueItem *item);
char       *mappe_due_text_about     (const MappeDueItem *item, MappeDisplay *display);
char       *mappe_due_text_spoken    (const MappeDueItem *item, MappeDisplay *display);
char       *mappe_due_text_headline  (GPtrArray *due);
char       *mappe_due_text_standing  (const MappeDueItem *item);
char       *mappe_due_text_reminder  (const MappeDueItem *item);
char       *mappe_due_text_by_office (GPtrArray *items);
GPtrArray  *mappe_due_text_lines     (const MappeDueItem *item);
MappeState  mappe_due_text_state     (const MappeDueItem *item);

G_END_DECLS
