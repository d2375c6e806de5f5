/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeKeptVote:
 *
 * A vote as far as it was counted and not recorded yet. Its wording is kept by itself, see mappe_kept_text_load().
 * @form: code of the list vote_type
 * @yes, @no, @abstain, @secret, @override, @due_on: as typed, "" where nothing was
 * @chair_yes, @objections: what is ticked
 * @office: id of the responsible organisation, or 0
 * @office_title: (nullable): its title
 * @called: person (gint64) → code of the list vote, static
 */
typedef struct {
  char       *form;
  char       *yes, *no, *abstain, *secret, *override, *due_on;
  gboolean    chair_yes, objections;
  gint64      office;
  char       *office_title;
  GHashTable *called;
} MappeKeptVote;

void           mappe_kept_vote_free (MappeKeptVote *self);
char          *mappe_kept_vote_text (const MappeKeptVote *self);
MappeKeptVote *mappe_kept_vote_load (MappeStore *store, gint64 item);
void           mappe_kept_vote_save (MappeStore *store, gint64 item, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeKeptVote, mappe_kept_vote_free)

G_END_DECLS
