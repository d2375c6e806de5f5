/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What does not belong into the texts of a council, which works with sums and places and never with cases. */
typedef enum {
  MAPPE_PERSONAL_BIRTH,  /* date of birth */
  MAPPE_PERSONAL_PLATE,  /* German number plate of a vehicle */
  MAPPE_PERSONAL_CASE,   /* case number of police, prosecutor or court */
  MAPPE_PERSONAL_KINDS,
} MappePersonalKind;

/** MappePersonalFound: @found: the first of each kind in a text, as it is written there; %NULL: none */
typedef struct {
  char *found[MAPPE_PERSONAL_KINDS];
} MappePersonalFound;

gboolean mappe_personal_data_find  (const char *text, int this_year, MappePersonalFound *found);
void     mappe_personal_data_clear (MappePersonalFound *found);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MappePersonalFound, mappe_personal_data_clear)

G_END_DECLS
