/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-sitting.h"

G_BEGIN_DECLS

/**
 * MappeSittingAgenda:
 *
 * The agenda with how far it has come. Signal "selected": another item is looked at; signal "called": Enter or a double
 * click on an item.
 */
#define MAPPE_TYPE_SITTING_AGENDA (mappe_sitting_agenda_get_type ())
G_DECLARE_FINAL_TYPE (MappeSittingAgenda, mappe_sitting_agenda, MAPPE, SITTING_AGENDA, AdwBin)

void   mappe_sitting_agenda_show_sitting (MappeSittingAgenda *self, const MappeSitting *sitting);
gint64 mappe_sitting_agenda_get_item     (MappeSittingAgenda *self);

G_END_DECLS
