/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-project-file.h"

G_BEGIN_DECLS

/* Sentences about a project, in the language asked for (%NULL: that of the user). All are transfer full, except those
 * of states. */

const char *mappe_project_words_state     (MappeStepState state, const MappeLanguage *language);
const char *mappe_project_words_mark      (MappeStepState state);
char       *mappe_project_words_questions (const MappeProjectStep *step, const MappeLanguage *language);
char       *mappe_project_words_answer    (const MappeGateQuestion *question, const MappeProjectFile *file,
                                           const MappeLanguage *language);
char       *mappe_project_words_goal      (const MappeProjectFile *file, const MappeLanguage *language);
char       *mappe_project_words_indicator (const MappeProjectIndicator *indicator, const MappeLanguage *language);
char       *mappe_project_words_evidence  (const MappeProjectFile *file, const MappeLanguage *language);
char       *mappe_project_words_result    (const MappeProjectFile *file, const MappeLanguage *language);

G_END_DECLS
