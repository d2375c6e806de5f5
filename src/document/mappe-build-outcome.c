/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-outcome.h"

#include <glib/gi18n-lib.h>

#include "mappe-evaluation-words.h"
#include "mappe-evaluation.h"
#include "mappe-outcome-chart.h"

/* What may be said of an outcome, in a document: nothing of it without its limits. */

static void
add_cautions (MappeNode *parent, const GPtrArray *sentences, const MappeLanguage *language)
{
  MappeNode *list = NULL;

  for (guint i = 0; i < sentences->len; i++)
    {
      const MappeSentence *sentence = g_ptr_array_index (sentences, i);

      if (sentence->kind != MAPPE_SENTENCE_CAUTION)
        continue;
      if (list == NULL)
        {
          mappe_node_add_paragraph (parent, L_("To bear in mind"));
          list = mappe_node_add (parent, MAPPE_ROLE_LIST);
        }
      mappe_node_add_text (mappe_node_add (list, MAPPE_ROLE_LIST_ITEM), MAPPE_TEXT_PLAIN, sentence->text);
    }
}

/* The limit stands out: it is what is overlooked first. */
static void
add_sentences (MappeNode *parent, const MappeEvaluation *evaluation, const MappeLanguage *language)
{
  g_autoptr (GPtrArray) sentences = mappe_evaluation_sentences (evaluation, language);

  for (guint i = 0; i < sentences->len; i++)
    {
      const MappeSentence *sentence = g_ptr_array_index (sentences, i);

      if (sentence->kind != MAPPE_SENTENCE_CAUTION)
        mappe_node_add_text (mappe_node_add (parent, MAPPE_ROLE_PARAGRAPH),
                             sentence->kind == MAPPE_SENTENCE_LIMIT ? MAPPE_TEXT_ITALIC : MAPPE_TEXT_PLAIN,
                             sentence->text);
    }
  add_cautions (parent, sentences, language);
}

static void
add_chart (MappeNode *parent, const MappeEvaluation *evaluation, const MappeLanguage *language)
{
  MappeOutcomeChart kinds[MAPPE_OUTCOME_CHART_N];
  guint n_kinds = mappe_outcome_chart_kinds (evaluation, kinds);
  g_autoptr (MappeChart) chart = n_kinds > 0 ? mappe_outcome_chart_new (evaluation, kinds[0], language) : NULL;

  if (chart != NULL)
    mappe_node_add_chart (parent, chart);
}

static void
add_evaluation (MappeNode *parent, guint depth, const MappeEvaluation *evaluation, const MappeLanguage *language)
{
  g_autofree char *name = mappe_evaluation_name (evaluation, language);
  MappeNode *section = mappe_node_add_section (parent, depth, name);
  const char *level = mappe_evaluation_level_words (evaluation, language);

  add_sentences (section, evaluation, language);
  if (level != NULL)
    {
      MappeNode *paragraph = mappe_node_add (section, MAPPE_ROLE_PARAGRAPH);

      mappe_node_add_text (paragraph, MAPPE_TEXT_BOLD, L_("Level of evidence:"));
      mappe_node_add_text (paragraph, MAPPE_TEXT_PLAIN, " ");
      mappe_node_add_text (paragraph, MAPPE_TEXT_PLAIN, level);
    }
  add_chart (section, evaluation, language);
}

/**
 * mappe_build_outcome_part:
 * @depth: of the heading of the measure
 * @brief: the main indicator only
 * @language: (nullable): of the document
 *
 * Adds what may be said of the outcome of a measure, each indicator with its chart and the table of the chart.
 */
void
mappe_build_outcome_part (MappeNode *parent, guint depth, MappeOutcome *outcome, gboolean brief,
                          const MappeLanguage *language)
{
  g_autoptr (GPtrArray) evaluations = mappe_evaluation_list (outcome);
  guint n = brief ? MIN (evaluations->len, 1) : evaluations->len;
  MappeNode *section = n > 0 ? mappe_node_add_section (parent, depth, mappe_outcome_get_title (outcome)) : NULL;

  for (guint i = 0; i < n; i++)
    add_evaluation (section, depth + 1, g_ptr_array_index (evaluations, i), language);
}

/**
 * mappe_build_outcome_report:
 * @title: of the project or measure
 * @outcomes: (element-type MappeOutcome): of each measure
 * @today: "YYYY-MM-DD"
 * @language: (nullable): of the document
 *
 * Returns: (transfer full): what may be said of the outcomes
 */
MappeNode *
mappe_build_outcome_report (const char *title, const GPtrArray *outcomes, const char *today,
                            const MappeLanguage *language)
{
  /* Translators: title of a report; of which project or measure */
  g_autofree char *heading = g_strdup_printf (L_("Outcomes: %s"), title);
  g_autofree char *day = mappe_language_date (language, today);
  g_autofree char *head = g_strdup_printf (L_("As of %s"), day);
  MappeNode *document = mappe_node_new_document (heading, language);
  guint before;

  mappe_node_set_meta (document, "kind", "outcomes");
  mappe_node_set_meta (document, "date", today);
  mappe_node_add_paragraph (document, head);
  before = document->children->len;
  for (guint i = 0; i < outcomes->len; i++)
    mappe_build_outcome_part (document, 1, g_ptr_array_index (outcomes, i), FALSE, language);
  if (document->children->len == before)
    mappe_node_add_paragraph (document, L_("Nothing has been measured yet."));
  return document;
}
