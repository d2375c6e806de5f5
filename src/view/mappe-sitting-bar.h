/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-sitting.h"

G_BEGIN_DECLS

/**
 * MappeSittingBar:
 *
 * The head of the sitting, to be read from the back of the room: the quorum as a sentence with shape and colour, how it
 * changed, the clock, and the time at which the next act happens. Signal "minute-changed": another time was typed.
 */
#define MAPPE_TYPE_SITTING_BAR (mappe_sitting_bar_get_type ())
G_DECLARE_FINAL_TYPE (MappeSittingBar, mappe_sitting_bar, MAPPE, SITTING_BAR, AdwBin)

void mappe_sitting_bar_show_sitting (MappeSittingBar *self, const MappeSitting *sitting);
int  mappe_sitting_bar_get_minute   (MappeSittingBar *self);

G_END_DECLS
