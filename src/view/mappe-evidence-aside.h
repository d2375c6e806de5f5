/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-evaluation-words.h"

G_BEGIN_DECLS

/* What stands beside a result: which data there is, how far it carries, and what is known of the programme. */

GtkWidget *mappe_evidence_aside_new  (const MappeEvaluation *evaluation, gboolean programme);

G_END_DECLS
