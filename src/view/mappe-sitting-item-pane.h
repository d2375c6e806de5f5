/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-sitting.h"
#include "mappe-vote-pane.h"

G_BEGIN_DECLS

/**
 * MappeSittingItemPane:
 *
 * What happens under the item that is looked at: votes, motions, conflicts of interest, statements, tasks, and the
 * notes of the discussion. Signal "notes-typed": the notes rest, or another item is looked at: save them now.
 */
#define MAPPE_TYPE_SITTING_ITEM_PANE (mappe_sitting_item_pane_get_type ())
G_DECLARE_FINAL_TYPE (MappeSittingItemPane, mappe_sitting_item_pane, MAPPE, SITTING_ITEM_PANE, AdwBin)

MappeVotePane *mappe_sitting_item_pane_get_vote    (MappeSittingItemPane *self);
void           mappe_sitting_item_pane_show_item   (MappeSittingItemPane *self, const MappeSitting *sitting,
                                                    const MappeSittingItem *item, int minute);
void           mappe_sitting_item_pane_begin_vote  (MappeSittingItemPane *self);
void           mappe_sitting_item_pane_end_vote    (MappeSittingItemPane *self);
void           mappe_sitting_item_pane_begin_notes (MappeSittingItemPane *self);
void           mappe_sitting_item_pane_flush       (MappeSittingItemPane *self);
char          *mappe_sitting_item_pane_take_notes  (MappeSittingItemPane *self, MappeRow **base);

G_END_DECLS
