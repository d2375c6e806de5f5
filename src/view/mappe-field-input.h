/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-row.h"

G_BEGIN_DECLS

/* What people type and what the record holds. */

gboolean  mappe_field_parse_typed  (const MappeFieldSpec *field, const char *typed, char **canonical, GError **error);
char     *mappe_field_format_typed (const MappeFieldSpec *field, const char *canonical);
gboolean  mappe_field_check        (const MappeFieldSpec *field, const char *canonical, GError **error);
char     *mappe_field_explain      (const MappeFieldSpec *field, const GError *error);
char     *mappe_field_rule_message (const MappeKind *kind, guint field, const GError *error);
char     *mappe_field_proposal     (const MappeFieldSpec *field, const char *typed, const GError *error);

G_END_DECLS
