/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As many as a survey result takes. */
#define MAPPE_SURVEY_STEPS_LEAST 2
#define MAPPE_SURVEY_STEPS_MOST 11

/**
 * MappeSurveySteps:
 *
 * The answers for each step of a scale as a row of cells, the best step first. Tab, arrows and ";" lead from cell to
 * cell, a row or column of a spreadsheet that is pasted fills them all. Below stands what they add up to.
 *
 * Signal: "changed": a number was typed, or the number of steps is another one.
 */
#define MAPPE_TYPE_SURVEY_STEPS (mappe_survey_steps_get_type ())
G_DECLARE_FINAL_TYPE (MappeSurveySteps, mappe_survey_steps, MAPPE, SURVEY_STEPS, GtkBox)

/**
 * MappeStepsState: what the cells hold
 * @MAPPE_STEPS_EMPTY: nothing
 * @MAPPE_STEPS_INCOMPLETE: some have no number yet
 * @MAPPE_STEPS_WRONG: one holds what is no number of answers
 * @MAPPE_STEPS_WHOLE: each has its number
 */
typedef enum {
  MAPPE_STEPS_EMPTY,
  MAPPE_STEPS_INCOMPLETE,
  MAPPE_STEPS_WRONG,
  MAPPE_STEPS_WHOLE,
} MappeStepsState;

GtkWidget      *mappe_survey_steps_new          (void);
MappeStepsState mappe_survey_steps_read         (MappeSurveySteps *self, char **text, gint64 *sum);
void            mappe_survey_steps_set_text     (MappeSurveySteps *self, const char *text);
void            mappe_survey_steps_set_number   (MappeSurveySteps *self, guint n_steps);
guint           mappe_survey_steps_get_number   (MappeSurveySteps *self);
void            mappe_survey_steps_set_words    (MappeSurveySteps *self, const char *const *words);
void            mappe_survey_steps_set_answered (MappeSurveySteps *self, gint64 answered);
gboolean        mappe_survey_steps_move         (MappeSurveySteps *self, int direction);
char           *mappe_survey_steps_explain      (MappeSurveySteps *self);

G_END_DECLS
