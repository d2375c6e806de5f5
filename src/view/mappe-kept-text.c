/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-kept-text.h"

#include "mappe-decision.h"
#include "mappe-draft.h"

/* Wordings typed in the sitting that become part of a record only when they are recorded as a whole: a decision with
 * its vote, a motion with its proposer. Until then they lie beside the drafts of forms, so that a crash loses none. */

/* The draft holds one text; a decision is what has a field for it. */
#define FIELD "text"

static char *
slot_of (const char *what, gint64 item)
{
  return g_strdup_printf ("%s-for-%" G_GINT64_FORMAT, what, item);
}

/**
 * mappe_kept_text_load:
 * @what: what is being typed, a word of the file's name, e.g. "motion"
 * @item: id of the agenda item it is about
 *
 * Returns: (transfer full) (nullable): the text that was typed and not recorded
 */
char *
mappe_kept_text_load (MappeStore *store, const char *what, gint64 item)
{
  g_autofree char *slot = slot_of (what, item);
  g_autoptr (MappeDraft) draft = mappe_draft_load (store, slot);

  return draft != NULL ? g_strdup (g_hash_table_lookup (draft->input, FIELD)) : NULL;
}

/** mappe_kept_text_save: @text: (nullable): as typed so far; %NULL when it is recorded or no longer wanted */
void
mappe_kept_text_save (MappeStore *store, const char *what, gint64 item, const char *text)
{
  g_autofree char *slot = slot_of (what, item);
  g_autoptr (MappeRow) row = NULL;
  g_autoptr (MappeDraft) draft = NULL;

  if (text == NULL || *text == '\0')
    {
      mappe_draft_remove (store, slot);
      return;
    }
  row = mappe_row_new (&mappe_decision_kind);
  draft = mappe_draft_new (row);
  g_free (draft->slot);
  draft->slot = g_steal_pointer (&slot);
  g_hash_table_insert (draft->input, g_strdup (FIELD), g_strdup (text));
  mappe_draft_save (store, draft);
}
