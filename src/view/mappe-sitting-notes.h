/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-row.h"

G_BEGIN_DECLS

/**
 * MappeSittingNotes:
 *
 * Notes of the discussion of an item, saved while they are typed. What somebody else writes meanwhile is kept, and what
 * is being typed is added to it. Signal "typed": take them now, see mappe_sitting_notes_take().
 */
#define MAPPE_TYPE_SITTING_NOTES (mappe_sitting_notes_get_type ())
G_DECLARE_FINAL_TYPE (MappeSittingNotes, mappe_sitting_notes, MAPPE, SITTING_NOTES, AdwBin)

void  mappe_sitting_notes_show_item (MappeSittingNotes *self, MappeRow *item);
void  mappe_sitting_notes_flush     (MappeSittingNotes *self);
char *mappe_sitting_notes_take      (MappeSittingNotes *self, MappeRow **base);
char *mappe_sitting_notes_get_text  (MappeSittingNotes *self);
char *mappe_sitting_notes_join      (const char *base, const char *mine, const char *theirs);

G_END_DECLS
