/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "mappe-outcome-paper-private.h"

/* The list of outcomes on paper: of each measure light, level and what may be said of it. */

/* Everything but what to bear in mind, which is on the page of the measure: the limit is never left out. */
static void
add_sentences (MappeOutcomePaper *self, const MappeEvaluation *evaluation)
{
  g_autoptr (GPtrArray) sentences = mappe_evaluation_sentences (evaluation, NULL);

  for (guint i = 0; i < sentences->len; i++)
    {
      const MappeSentence *sentence = g_ptr_array_index (sentences, i);

      if (sentence->kind != MAPPE_SENTENCE_CAUTION)
        mappe_outcome_paper_add_text (self, MAPPE_PAPER_SMALL, sentence->text);
    }
}

static void
add_entry (MappeOutcomePaper *self, const MappeOutcomeEntry *entry)
{
  g_autofree char *place = mappe_outcome_entry_place (entry);
  g_autofree char *state = g_strdup_printf ("%s %s", mappe_direction_shape (entry->direction),
                                            mappe_direction_word (entry->direction));
  g_autofree char *steps = entry->level >= 0 ? mappe_outcome_entry_steps (entry) : NULL;
  g_autofree char *level = g_strdup_printf ("%s%s%s", steps != NULL ? steps : "", steps != NULL ? " · " : "",
                                            mappe_evaluation_level_words (entry->evaluation, NULL));
  guint others = entry->n_evaluations - 1;

  mappe_outcome_paper_add_text (self, MAPPE_PAPER_RESULT, entry->title != NULL ? entry->title : "");
  mappe_outcome_paper_add_text (self, MAPPE_PAPER_BODY, place);
  mappe_outcome_paper_add_text (self, MAPPE_PAPER_LIMIT, state);
  mappe_outcome_paper_add_text (self, MAPPE_PAPER_SMALL, level);
  add_sentences (self, entry->evaluation);
  if (others > 0)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more result", "and %u more results", others), others);

      mappe_outcome_paper_add_text (self, MAPPE_PAPER_SMALL, more);
    }
}

/**
 * mappe_outcome_paper_new_list:
 * @width: of a page, in points
 * @height: of a page, in points
 *
 * Returns: (transfer full): @selection, broken into pages
 */
MappeOutcomePaper *
mappe_outcome_paper_new_list (const MappeOutcomeSelection *selection, double width, double height)
{
  MappeOutcomePaper *self = mappe_outcome_paper_begin (_("Outcomes"), width, height);

  mappe_outcome_paper_add_text (self, MAPPE_PAPER_BODY, selection->words);
  for (guint i = 0; i < selection->entries->len; i++)
    add_entry (self, g_ptr_array_index (selection->entries, i));
  mappe_outcome_paper_end (self);
  return self;
}
