/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MappeHunk:
 * @position: place in the vector as it is once the hunks before this one were applied
 * @removed: number of keys that go away there
 * @added: number of keys that come in their place
 * @from: place of the first of them in the new vector
 */
typedef struct {
  guint position;
  guint removed;
  guint added;
  guint from;
} MappeHunk;

GArray *mappe_list_diff (const GArray *before, const GArray *after, GHashTable *touched, gboolean *refilled);

G_END_DECLS
