/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"

G_BEGIN_DECLS

/**
 * MappeAnswerDossier:
 *
 * Contributions without an answer, one after the other. Actions: "answer.save", "answer.reject",
 * "answer.later", "answer.skip", "answer.back".
 */
#define MAPPE_TYPE_ANSWER_DOSSIER (mappe_answer_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappeAnswerDossier, mappe_answer_dossier, MAPPE, ANSWER_DOSSIER, MappeDossier)

G_END_DECLS
