/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-meeting-step.h"

G_BEGIN_DECLS

/* Questions on the way of the minutes; each carries its act out when it is answered. */

void mappe_minutes_ask_approval   (MappeMeetingStep *step);
void mappe_minutes_ask_seal       (MappeMeetingStep *step, const MappeLanguage *language);
void mappe_minutes_ask_correction (MappeMeetingStep *step);
void mappe_minutes_ask_objection  (MappeMeetingStep *step);
void mappe_minutes_ask_outcome    (MappeMeetingStep *step, gint64 objection);

G_END_DECLS
