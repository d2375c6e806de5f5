/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-practice.h"

#include <glib/gi18n-lib.h>

#include "mappe-area.h"
#include "mappe-best-practice-profile.h"
#include "mappe-funding-words.h"
#include "mappe-project.h"
#include "mappe-transfer-condition.h"
#include "mappe-transfer.h"

static const char *
label_of (const MappeRow *row, guint field, const MappeLanguage *language)
{
  return L_(row->kind->fields[field].label);
}

static void
add_typed (MappeNode *parent, const MappeRow *row, guint field)
{
  const char *text = mappe_row_get_text (row, field);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "–", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      mappe_node_add_paragraph (parent, lines[i]);
}

static void
add_criteria (MappeNode *document, const MappeRow *profile, const MappeLanguage *language)
{
  MappeNode *section = mappe_node_add_section (document, 1, L_("Minimum criteria of the EUCPN"));
  MappeNode *table = mappe_node_add (section, MAPPE_ROLE_TABLE);

  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("Criterion"), L_("Status"), NULL);
  for (guint i = 0; i < MAPPE_PRACTICE_CRITERIA; i++)
    {
      guint field = mappe_practice_criterion (i);

      mappe_node_add_row (table, 0, label_of (profile, field, language),
                          mappe_row_get_int (profile, field) != 0 ? L_("✓ met") : L_("– missing"), NULL);
    }
}

static char *
fit_word (const MappeRow *condition, const MappeLanguage *language)
{
  static const char *const words[MAPPE_FIT_N] = { N_("not checked"), N_("fits"), N_("adapt"), N_("does not fit") };

  return g_strdup (L_(words[mappe_transfer_fit_of (condition)]));
}

static void
add_transfer (MappeNode *section, const MappeTransferCheck *check, const MappeLanguage *language)
{
  g_autofree char *verdict = mappe_transfer_check_verdict (check, language);
  const char *result = mappe_row_get_text (check->transfer->row, MAPPE_TRANSFER_RESULT);
  const char *day = mappe_row_get_text (check->transfer->row, MAPPE_TRANSFER_REPORTED_ON);
  MappeNode *part = mappe_node_add_section (section, 2, mappe_row_get_text (check->target->row, MAPPE_AREA_NAME));
  g_autofree char *reported = NULL;

  mappe_node_add_paragraph (part, verdict);
  if (result == NULL)
    return;
  reported = day != NULL ? mappe_language_date (language, day) : g_strdup ("–");
  mappe_node_add_text (mappe_node_add (part, MAPPE_ROLE_PARAGRAPH), MAPPE_TEXT_BOLD, L_("Result"));
  add_typed (part, check->transfer->row, MAPPE_TRANSFER_RESULT);
  mappe_node_add_paragraph (part, reported);
}

static void
add_head (MappeNode *document, const MappePractice *practice, const MappeLanguage *language)
{
  const MappeRow *profile = practice->profile;
  const char *published = mappe_row_get_text (profile, MAPPE_BEST_PRACTICE_PROFILE_PUBLISHED_ON);
  GString *head = g_string_new (NULL);

  if (practice->project != NULL)
    g_string_append (head, practice->project->title);
  if (practice->area != NULL)
    g_string_append_printf (head, " · %s", mappe_row_get_text (practice->area, MAPPE_AREA_NAME));
  if (!mappe_row_is_null (profile, MAPPE_BEST_PRACTICE_PROFILE_COST_EUR))
    {
      g_autofree char *cost = mappe_funding_words_euro (
          mappe_row_get_int (profile, MAPPE_BEST_PRACTICE_PROFILE_COST_EUR), language);

      g_string_append_printf (head, " · %s", cost);
    }
  mappe_node_add_paragraph (document, head->str);
  g_string_free (head, TRUE);
  if (published != NULL)
    {
      g_autofree char *day = mappe_language_date (language, published);
      g_autofree char *text = g_strdup_printf (L_("Published on %s"), day);

      mappe_node_add_paragraph (document, text);
    }
  else
    mappe_node_add_paragraph (document, L_("Draft, not published"));
}

/**
 * mappe_build_practice:
 * @language: (nullable): of the document
 *
 * Returns: (transfer full): the profile: context, the five I, the minimum criteria, and where it was taken to
 */
MappeNode *
mappe_build_practice (const MappePractice *practice, const MappeLanguage *language)
{
  const MappeRow *profile = practice->profile;
  MappeNode *document = mappe_node_new_document (mappe_row_get_text (profile, MAPPE_BEST_PRACTICE_PROFILE_TITLE),
                                                 language);

  mappe_node_set_meta (document, "kind", "best-practice");
  add_head (document, practice, language);
  for (guint i = 0; i < MAPPE_PRACTICE_PARTS; i++)
    {
      guint field = mappe_practice_part (i);

      add_typed (mappe_node_add_section (document, 1, label_of (profile, field, language)), profile, field);
    }
  add_criteria (document, profile, language);
  if (practice->transfers->len > 0)
    {
      MappeNode *section = mappe_node_add_section (document, 1, L_("Transfers"));

      for (guint i = 0; i < practice->transfers->len; i++)
        add_transfer (section, g_ptr_array_index (practice->transfers, i), language);
    }
  return document;
}

static void
add_conditions (MappeNode *document, const MappeTransferCheck *check, const MappeLanguage *language)
{
  MappeNode *section = mappe_node_add_section (document, 1, L_("Conditions"));
  MappeNode *table = mappe_node_add (section, MAPPE_ROLE_TABLE);

  mappe_node_add_row (table, MAPPE_NODE_HEADER, L_("Condition"), L_("At the source"), L_("At the target"), L_("Fit"),
                      L_("Adaptation"), NULL);
  for (guint i = 0; i < check->conditions->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (check->conditions, i))->row;
      g_autofree char *fit = fit_word (row, language);
      const char *cells[] = { mappe_row_get_text (row, MAPPE_TRANSFER_CONDITION_SOURCE_STATE),
                              mappe_row_get_text (row, MAPPE_TRANSFER_CONDITION_TARGET_STATE),
                              mappe_row_get_text (row, MAPPE_TRANSFER_CONDITION_ADAPTATION) };

      for (guint n = 0; n < G_N_ELEMENTS (cells); n++)
        if (cells[n] == NULL)
          cells[n] = "–";
      mappe_node_add_row (table, 0, mappe_row_get_text (row, MAPPE_TRANSFER_CONDITION_TOPIC), cells[0], cells[1], fit,
                          cells[2], NULL);
    }
}

/**
 * mappe_build_transfer:
 * @language: (nullable): of the document
 *
 * Returns: (transfer full): the transfer: conditions side by side, the verdict, the adapted steps and the result
 */
MappeNode *
mappe_build_transfer (const MappeTransferCheck *check, const MappeLanguage *language)
{
  const MappeRow *row = check->transfer->row;
  g_autofree char *title = g_strdup_printf ("%s → %s",
                                            mappe_row_get_text (check->profile, MAPPE_BEST_PRACTICE_PROFILE_TITLE),
                                            mappe_row_get_text (check->target->row, MAPPE_AREA_NAME));
  g_autofree char *verdict = mappe_transfer_check_verdict (check, language);
  MappeNode *document = mappe_node_new_document (title, language);

  mappe_node_set_meta (document, "kind", "transfer");
  mappe_node_add_paragraph (document, verdict);
  add_conditions (document, check, language);
  add_typed (mappe_node_add_section (document, 1, L_("Adapted steps")), row, MAPPE_TRANSFER_ADAPTED_STEPS);
  if (check->project != NULL)
    mappe_node_add_paragraph (mappe_node_add_section (document, 1, L_("Project made of it")),
                              mappe_row_get_text (check->project, MAPPE_PROJECT_TITLE));
  add_typed (mappe_node_add_section (document, 1, L_("Result")), row, MAPPE_TRANSFER_RESULT);
  return document;
}
