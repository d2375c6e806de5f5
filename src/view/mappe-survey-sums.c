/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-survey-sums.h"

#include <glib/gi18n.h>

#include "mappe-number.h"
#include "mappe-survey-result.h"

/* What the numbers of a survey round add up to, while they are typed. */

#define NONE -1

static gint64
number_at (MappeForm *form, guint field)
{
  MappeFieldRow *row = mappe_form_get_row (form, field);
  const char *value = row != NULL ? mappe_field_row_get_value (row) : NULL;
  gint64 number;

  return value != NULL && mappe_int_parse (value, &number) ? number : NONE;
}

/* Returns: the sum of "12;30;25;8"; %NONE for none, or for what is no list of numbers. */
static gint64
sum_of_steps (MappeForm *form, guint *n_steps)
{
  MappeFieldRow *row = mappe_form_get_row (form, MAPPE_SURVEY_RESULT_COUNTS);
  const char *value = row != NULL ? mappe_field_row_get_value (row) : NULL;
  g_auto (GStrv) steps = value != NULL ? g_strsplit (value, ";", -1) : NULL;
  gint64 sum = 0;

  *n_steps = 0;
  for (guint i = 0; steps != NULL && steps[i] != NULL; i++)
    {
      guint64 count;

      if (!g_ascii_string_to_unsigned (g_strstrip (steps[i]), 10, 0, 1000000000, &count, NULL))
        return NONE;
      sum += (gint64) count;
      (*n_steps)++;
    }
  return *n_steps > 0 ? sum : NONE;
}

/* @words: (transfer full) */
static void
add_sum (GString *text, char *words, gint64 sum, gint64 answered)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, sum == answered || answered == NONE ? "✓ " : "⚠ ");
  g_string_append (text, words);
  g_free (words);
}

static void
add_share (GString *text, gint64 favourable, gint64 answered)
{
  g_autofree char *part = mappe_int_format (favourable);
  g_autofree char *whole = mappe_int_format (answered);
  g_autofree char *share = NULL;

  if (favourable == NONE || answered <= 0 || favourable > answered)
    return;
  share = mappe_real_format (100.0 * (double) favourable / (double) answered, 1);
  /* Translators: number of answers, of all answers, and the share in percent */
  add_sum (text, g_strdup_printf (_("%1$s of %2$s answers are favourable: %3$s %%"), part, whole, share), 0, 0);
}

static void
add_persons (MappeForm *form, GString *text, gint64 answered)
{
  static const guint fields[] = { MAPPE_SURVEY_RESULT_STAYED_FAVOURABLE, MAPPE_SURVEY_RESULT_BECAME_FAVOURABLE,
                                  MAPPE_SURVEY_RESULT_BECAME_UNFAVOURABLE,
                                  MAPPE_SURVEY_RESULT_STAYED_UNFAVOURABLE };
  g_autofree char *words = NULL;
  gint64 sum = 0;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      gint64 number = number_at (form, fields[i]);

      n += number != NONE;
      sum += MAX (number, 0);
    }
  words = mappe_int_format (sum);
  if (n > 0 && n < G_N_ELEMENTS (fields))
    add_sum (text, g_strdup (_("Of the same persons all four numbers are needed")), 0, 1);
  else if (n > 0)
    add_sum (text, g_strdup_printf (_("Same persons: %s"), words), sum, answered);
}

/**
 * mappe_survey_sums:
 * @form: form of a survey result
 *
 * Returns: (transfer full): what the numbers add up to as they are typed now, a line a sum; "" without numbers
 */
char *
mappe_survey_sums (MappeForm *form)
{
  GString *text = g_string_new (NULL);
  gint64 answered = number_at (form, MAPPE_SURVEY_RESULT_ANSWERED);
  guint n_steps;
  gint64 sum = sum_of_steps (form, &n_steps);
  g_autofree char *part = mappe_int_format (sum);
  g_autofree char *whole = mappe_int_format (answered);

  add_share (text, number_at (form, MAPPE_SURVEY_RESULT_FAVOURABLE), answered);
  if (sum != NONE && answered != NONE)
    add_sum (text,
             g_strdup_printf (ngettext ("%1$u step: %2$s of %3$s answers", "%1$u steps: %2$s of %3$s answers",
                                        n_steps),
                              n_steps, part, whole),
             sum, answered);
  else if (sum != NONE)
    add_sum (text, g_strdup_printf (_("Sum of the steps: %s"), part), sum, answered);
  add_persons (form, text, answered);
  return g_string_free (text, FALSE);
}
