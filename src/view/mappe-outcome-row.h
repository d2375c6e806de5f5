/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-outcome-entry.h"

G_BEGIN_DECLS

GtkWidget *mappe_outcome_row_new (const MappeOutcomeEntry *entry);

G_END_DECLS
