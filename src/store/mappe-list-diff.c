/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-list-diff.h"

/* Each hunk is one "items-changed", and each of these moves the tail of the vector. */
#define MOST_HUNKS 32
/* A list view looks at every added row when it has lost rows in the same signal: cheap up to here only. */
#define MOST_REPLACED 512

#define KEY(vector, n) (g_array_index (vector, gint64, n))

typedef struct {
  GArray *hunks;
  guint   position;
  guint   removed;
  guint   added;
} Walk;

static void
walk_flush (Walk *walk, guint from)
{
  if (walk->removed == 0 && walk->added == 0)
    return;
  MappeHunk hunk = { walk->position, walk->removed, walk->added, from };
  g_array_append_val (walk->hunks, hunk);
  walk->position += walk->added;
  walk->removed = walk->added = 0;
}

static gboolean
is_touched (GHashTable *touched, const GArray *vector, guint n)
{
  return n < vector->len && g_hash_table_contains (touched, &KEY (vector, n));
}

/* Where only touched records came, went or moved, everything else keeps its order and the difference is found in
 * one pass.  NULL when that is not so. */
static GArray *
diff_touched (const GArray *before, const GArray *after, GHashTable *touched)
{
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (MappeHunk));
  Walk walk = { hunks };
  guint i = 0, j = 0;

  while (i < before->len || j < after->len)
    {
      if (i < before->len && j < after->len && KEY (before, i) == KEY (after, j))
        {
          walk_flush (&walk, j - walk.added);
          walk.position++, i++, j++;
        }
      else if (is_touched (touched, before, i))
        walk.removed++, i++;
      else if (is_touched (touched, after, j))
        walk.added++, j++;
      else
        return NULL;
      if (hunks->len > MOST_HUNKS)
        return NULL;
    }
  walk_flush (&walk, j - walk.added);
  for (guint n = 0; n < hunks->len; n++)
    {
      MappeHunk *hunk = &g_array_index (hunks, MappeHunk, n);
      if (hunk->removed > 0 && hunk->added > MOST_REPLACED)
        return NULL;
    }
  return g_steal_pointer (&hunks);
}

static GArray *
diff_middle (const GArray *before, const GArray *after, gboolean *refilled)
{
  GArray *hunks = g_array_new (FALSE, FALSE, sizeof (MappeHunk));
  guint shorter = MIN (before->len, after->len), prefix = 0, suffix = 0;

  while (prefix < shorter && KEY (before, prefix) == KEY (after, prefix))
    prefix++;
  while (suffix < shorter - prefix &&
         KEY (before, before->len - 1 - suffix) == KEY (after, after->len - 1 - suffix))
    suffix++;
  MappeHunk middle = { prefix, before->len - prefix - suffix, after->len - prefix - suffix, prefix };
  if (middle.removed > 0 && middle.added > MOST_REPLACED)
    {
      MappeHunk clear = { 0, before->len, 0, 0 }, fill = { 0, 0, after->len, 0 };
      g_array_append_val (hunks, clear);
      g_array_append_val (hunks, fill);
      *refilled = TRUE;
    }
  else if (middle.removed > 0 || middle.added > 0)
    g_array_append_val (hunks, middle);
  return hunks;
}

/**
 * mappe_list_diff:
 * @before: (element-type gint64): keys as shown
 * @after: (element-type gint64): keys as they are now
 * @touched: (nullable): set of the keys (gint64 pointers) that are known to have come, gone or moved
 * @refilled: (out): whether everything is replaced, so that places and selection must be found again by key
 *
 * Finds the smallest steps that lead from @before to @after and that a list view takes without walking all rows.
 *
 * Returns: (transfer full) (element-type MappeHunk): the steps in their order
 */
GArray *
mappe_list_diff (const GArray *before, const GArray *after, GHashTable *touched, gboolean *refilled)
{
  GArray *hunks = NULL;

  *refilled = FALSE;
  if (touched != NULL && g_hash_table_size (touched) > 0)
    hunks = diff_touched (before, after, touched);
  return hunks != NULL ? hunks : diff_middle (before, after, refilled);
}
