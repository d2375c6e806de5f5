/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-display.h"

G_BEGIN_DECLS

/* Rows and columns as text for other programs. */

void mappe_tabular_add_text_head (GString *text, const MappeKind *kind, const guint *fields, guint n_fields);
void mappe_tabular_add_text      (GString *text, MappeDisplay *display, const MappeListed *listed, const guint *fields,
                                  guint n_fields);
void mappe_tabular_add_html_head (GString *html, const MappeKind *kind, const guint *fields, guint n_fields);
void mappe_tabular_add_html      (GString *html, MappeDisplay *display, const MappeListed *listed, const guint *fields,
                                  guint n_fields);
void mappe_tabular_end_html      (GString *html);
void mappe_tabular_add_csv_value (GString *csv, const char *value, gboolean last);

G_END_DECLS
