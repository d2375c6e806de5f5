/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-survey-result.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (3, "survey_result_id"),
  [MAPPE_SURVEY_RESULT_INDICATOR] = {
    .name = "indicator", .alias = "indicator_id", .type = MAPPE_FIELD_REF, .since = 3,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Indicator"), .group = N_("Survey"),
    .target = "indicator", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_SURVEY_RESULT_HELD_ON] = {
    .name = "held_on", .type = MAPPE_FIELD_DATE, .since = 3,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Held on"),
  },
  [MAPPE_SURVEY_RESULT_WAVE] = {
    .name = "wave", .type = MAPPE_FIELD_CODE, .since = 3,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Wave"),
    .code_list = "survey_wave", .preset = "before",
  },
  [MAPPE_SURVEY_RESULT_ASKED] = {
    .name = "asked", .type = MAPPE_FIELD_TEXT, .since = 3,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Who was asked"),
  },
  [MAPPE_SURVEY_RESULT_QUESTION] = {
    .name = "question", .type = MAPPE_FIELD_LONGTEXT, .since = 3,
    .flags = MAPPE_FIELD_SEARCH,
    .label = N_("Wording of the question"),
  },
  [MAPPE_SURVEY_RESULT_MODE] = {
    .name = "mode", .type = MAPPE_FIELD_CODE, .since = 3,
    .flags = MAPPE_FIELD_FILTER,
    .label = N_("How it was asked"),
    .code_list = "survey_mode",
  },
  [MAPPE_SURVEY_RESULT_POPULATION] = {
    .name = "population", .type = MAPPE_FIELD_INT, .since = 3,
    .label = N_("People in the group"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_SURVEY_RESULT_ANSWERED] = {
    .name = "answered", .type = MAPPE_FIELD_INT, .since = 3,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Answers"), .group = N_("Result"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_SURVEY_RESULT_FAVOURABLE] = {
    .name = "favourable", .type = MAPPE_FIELD_INT, .since = 3,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Of these favourable"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_SURVEY_RESULT_COUNTS] = {
    .name = "counts", .type = MAPPE_FIELD_TEXT, .since = 3,
    .label = N_("Answers for each step, best first"),
  },
  [MAPPE_SURVEY_RESULT_STAYED_FAVOURABLE] = {
    .name = "stayed_favourable", .type = MAPPE_FIELD_INT, .since = 3,
    .label = N_("Favourable before and after"), .group = N_("Same persons asked twice"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_SURVEY_RESULT_BECAME_FAVOURABLE] = {
    .name = "became_favourable", .type = MAPPE_FIELD_INT, .since = 3,
    .label = N_("Favourable only after"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_SURVEY_RESULT_BECAME_UNFAVOURABLE] = {
    .name = "became_unfavourable", .type = MAPPE_FIELD_INT, .since = 3,
    .label = N_("Favourable only before"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_SURVEY_RESULT_STAYED_UNFAVOURABLE] = {
    .name = "stayed_unfavourable", .type = MAPPE_FIELD_INT, .since = 3,
    .label = N_("Favourable neither before nor after"),
    .minimum = 0, .maximum = 1e9,
  },
  MAPPE_NOTE_FIELD_SINCE (3, MAPPE_SURVEY_RESULT_NOTE),
};

static const int title_fields[] = { MAPPE_SURVEY_RESULT_WAVE, MAPPE_SURVEY_RESULT_HELD_ON, -1 };

static gboolean
fits (const MappeRow *row, guint whole, guint part)
{
  return mappe_row_is_null (row, whole) || mappe_row_is_null (row, part)
         || mappe_row_get_int (row, part) <= mappe_row_get_int (row, whole);
}

/* "12;30;25;8": the sum of the steps is the number of answers. */
static gboolean
check_counts (const MappeRow *row, int *field, GError **error)
{
  const char *text = mappe_row_get_text (row, MAPPE_SURVEY_RESULT_COUNTS);
  g_auto (GStrv) steps = text != NULL ? g_strsplit (text, ";", -1) : NULL;
  gint64 sum = 0;
  guint n = steps != NULL ? g_strv_length (steps) : 0;

  if (n == 0)
    return TRUE;
  if (n < 2 || n > 11)
    return mappe_check_fail (row, MAPPE_SURVEY_RESULT_COUNTS, "must have 2 to 11 steps", field, error);
  for (guint i = 0; i < n; i++)
    {
      guint64 count;

      if (!g_ascii_string_to_unsigned (g_strstrip (steps[i]), 10, 0, 1000000000, &count, NULL))
        return mappe_check_fail (row, MAPPE_SURVEY_RESULT_COUNTS, "must be whole numbers with \";\" between them",
                                 field, error);
      sum += (gint64) count;
    }
  if (!mappe_row_is_null (row, MAPPE_SURVEY_RESULT_ANSWERED)
      && mappe_row_get_int (row, MAPPE_SURVEY_RESULT_ANSWERED) != sum)
    return mappe_check_fail (row, MAPPE_SURVEY_RESULT_COUNTS, "must add up to the number of answers", field, error);
  return TRUE;
}

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  if (!fits (row, MAPPE_SURVEY_RESULT_ANSWERED, MAPPE_SURVEY_RESULT_FAVOURABLE))
    return mappe_check_fail (row, MAPPE_SURVEY_RESULT_FAVOURABLE, "must not be more than the answers", field, error);
  if (!fits (row, MAPPE_SURVEY_RESULT_POPULATION, MAPPE_SURVEY_RESULT_ANSWERED))
    return mappe_check_fail (row, MAPPE_SURVEY_RESULT_ANSWERED, "must not be more than the people in the group", field,
                             error);
  return check_counts (row, field, error);
}

MAPPE_DEFINE_RECORD (MappeSurveyResult, mappe_survey_result, "survey-result", "survey_result",
                     N_("Survey result"), N_("Survey results"),
                     "SV-", 2, fields, title_fields, check)
