/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-json.h"
#include "mappe-cli.h"
#include "mappe-evaluation.h"
#include "mappe-outcome.h"
#include "mappe-language.h"

G_BEGIN_DECLS

GPtrArray *mappe_cli_outcomes (MappeStore *store, const char *reference, GError **error);
void       mappe_cli_add_numbers  (MappeJson *json, const MappeEvaluation *evaluation);
void       mappe_cli_add_excluded (MappeJson *json, const MappeEvaluation *evaluation);
void       mappe_cli_add_cautions (MappeJson *json, const MappeEvaluation *evaluation);
gboolean   mappe_cli_language (const char *typed, const MappeLanguage **language, GError **error);

G_END_DECLS
