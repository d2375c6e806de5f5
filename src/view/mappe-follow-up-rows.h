/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-build-extract.h"
#include "mappe-meeting-step.h"

G_BEGIN_DECLS

/* Rows of the follow-up step. */

GtkWidget *mappe_follow_up_decision_row (MappeMeetingStep *step, const MappeSittingItem *item,
                                         const MappeSittingDecision *decision);
GtkWidget *mappe_follow_up_task_row     (MappeMeetingStep *step, const MappeListed *task);
GtkWidget *mappe_follow_up_add_row      (MappeMeetingStep *step, gint64 item, gint64 decision);
GtkWidget *mappe_follow_up_extract_row  (MappeMeetingStep *step, const MappeExtractOffice *office,
                                         const char *sent_on);
gboolean   mappe_follow_up_unassigned   (const MappeRow *row);

G_END_DECLS
