/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-field.h"

/* Entries that every field table has. For use inside the tables only; needs <glib/gi18n-lib.h>. */

/**
 * MAPPE_REFERENCE_FIELD:
 * @alias_: (nullable): heading of the reference in the interchange files, e.g. "member_id"
 *
 * The first entry of every table: the name of the record on paper and in conversation, e.g. "MTG05".
 */
#define MAPPE_REFERENCE_FIELD(alias_) MAPPE_REFERENCE_FIELD_SINCE (1, alias_)

/** MAPPE_REFERENCE_FIELD_SINCE: the same for a kind that came with version @since_ of the schema. */
#define MAPPE_REFERENCE_FIELD_SINCE(since_, alias_)                                                               \
  [MAPPE_FIELD_REFERENCE] = {                                                                                     \
    .name = "reference", .alias = alias_, .type = MAPPE_FIELD_TEXT, .since = since_,                              \
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_UNIQUE | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT |                  \
             MAPPE_FIELD_LIST,                                                                                    \
    .label = N_("Reference"),                                                                                     \
  }

/**
 * MAPPE_NOTE_FIELD:
 * @number_: number of the field
 *
 * The last entry of every table: free text of the secretary.
 */
#define MAPPE_NOTE_FIELD(number_) MAPPE_NOTE_FIELD_SINCE (1, number_)

#define MAPPE_NOTE_FIELD_SINCE(since_, number_)                                                                   \
  [number_] = {                                                                                                   \
    .name = "note", .type = MAPPE_FIELD_LONGTEXT, .since = since_,                                                \
    .flags = MAPPE_FIELD_SEARCH,                                                                                  \
    .label = N_("Notes"), .group = N_("Notes"),                                                                   \
  }
