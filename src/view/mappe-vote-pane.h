/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-display.h"
#include "mappe-vote-acts.h"

G_BEGIN_DECLS

/**
 * MappeVotePane:
 *
 * A vote on the item: wording, form, counts with their sum, what comes out of it. Only against and abstentions are
 * typed; the rest is in favour, unless the votes in favour are typed too. Signal "record": the vote shall be recorded.
 */
#define MAPPE_TYPE_VOTE_PANE (mappe_vote_pane_get_type ())
G_DECLARE_FINAL_TYPE (MappeVotePane, mappe_vote_pane, MAPPE, VOTE_PANE, AdwBin)

void     mappe_vote_pane_set_store  (MappeVotePane *self, MappeStore *store);
void     mappe_vote_pane_show_item  (MappeVotePane *self, const MappeSitting *sitting, const MappeSittingItem *item,
                                     int minute);
void     mappe_vote_pane_begin      (MappeVotePane *self);
void     mappe_vote_pane_unanimous  (MappeVotePane *self);
void     mappe_vote_pane_end        (MappeVotePane *self);
gboolean mappe_vote_pane_call       (MappeVotePane *self, const char *vote);
MappeEdit *mappe_vote_pane_make_edit (MappeVotePane *self, const MappeSitting *sitting, int minute, GError **error);

G_END_DECLS
