/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-codes.h"
#include "mappe-edit.h"
#include "mappe-language.h"
#include "mappe-row.h"

G_BEGIN_DECLS

/* The seven steps of the Beccaria standards, or the four of SARA for short problems, each with the questions that are
 * asked at its gate. */

typedef enum { MAPPE_STEP_DONE, MAPPE_STEP_NOW, MAPPE_STEP_TO_COME } MappeStepState;

/**
 * MappeGateState: what was answered; #MAPPE_GATE_OPEN: nothing yet
 */
typedef enum {
  MAPPE_GATE_OPEN,
  MAPPE_GATE_YES,
  MAPPE_GATE_PARTLY,
  MAPPE_GATE_NO,
  MAPPE_GATE_NOT_APPLICABLE,
  MAPPE_GATE_N
} MappeGateState;

/**
 * MappeGateQuestion:
 * @code: of the list "gate_question", its digit is that of the Beccaria step
 * @text: the question
 * @answer: (nullable): the record of the kind "gate-answer"
 */
typedef struct {
  char          *code;
  char          *text;
  MappeRow      *answer;
  MappeGateState state;
} MappeGateQuestion;

/**
 * MappeProjectStep:
 * @code: of the list "beccaria_step" or "sara"
 * @title: what it is called
 * @first, @last: Beccaria steps that it covers: one and the same, or those of a SARA step
 * @questions: (element-type MappeGateQuestion): in the order of their list
 */
typedef struct {
  char          *code;
  char          *title;
  guint          first, last;
  MappeStepState state;
  GPtrArray     *questions;
} MappeProjectStep;

/** MappeGateSum: @met: answered with yes or not applicable; @unmet: with partly or no; @open: not answered */
typedef struct {
  guint met, unmet, open;
} MappeGateSum;

enum { MAPPE_BECCARIA_STEPS = 7, MAPPE_BECCARIA_GOALS = 3 };

GPtrArray     *mappe_project_steps_new     (const MappeRow *project, const GPtrArray *answers, MappeCodes *codes,
                                            const MappeLanguage *language);
guint          mappe_project_steps_now     (const GPtrArray *steps);
gboolean       mappe_project_steps_gated   (const GPtrArray *steps, guint nth);
MappeGateSum   mappe_project_step_sum      (const MappeProjectStep *self);
guint          mappe_project_step_text     (guint beccaria);
const char    *mappe_gate_state_code       (MappeGateState state);

MappeEdit     *mappe_project_steps_go      (const MappeRow *project, const GPtrArray *steps, guint to,
                                            const char *label);
MappeEdit     *mappe_project_set_status    (const MappeRow *project, const char *status, const char *label);
MappeEdit     *mappe_project_answer        (const MappeRow *project, const MappeGateQuestion *question,
                                            MappeGateState state, const char *day, const char *label);

G_END_DECLS
