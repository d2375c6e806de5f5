/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-field-row.h"

G_BEGIN_DECLS

/* The rows for the types of fields; mappe_field_row_new() chooses. */

#define MAPPE_TYPE_TEXT_ROW (mappe_text_row_get_type ())
G_DECLARE_FINAL_TYPE (MappeTextRow, mappe_text_row, MAPPE, TEXT_ROW, MappeFieldRow)

#define MAPPE_TYPE_LONGTEXT_ROW (mappe_longtext_row_get_type ())
G_DECLARE_FINAL_TYPE (MappeLongtextRow, mappe_longtext_row, MAPPE, LONGTEXT_ROW, MappeFieldRow)

#define MAPPE_TYPE_BOOL_ROW (mappe_bool_row_get_type ())
G_DECLARE_FINAL_TYPE (MappeBoolRow, mappe_bool_row, MAPPE, BOOL_ROW, MappeFieldRow)

#define MAPPE_TYPE_DATE_ROW (mappe_date_row_get_type ())
G_DECLARE_FINAL_TYPE (MappeDateRow, mappe_date_row, MAPPE, DATE_ROW, MappeFieldRow)

#define MAPPE_TYPE_CODE_ROW (mappe_code_row_get_type ())
G_DECLARE_FINAL_TYPE (MappeCodeRow, mappe_code_row, MAPPE, CODE_ROW, MappeFieldRow)

#define MAPPE_TYPE_REFERENCE_ROW (mappe_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (MappeReferenceRow, mappe_reference_row, MAPPE, REFERENCE_ROW, MappeFieldRow)

#define MAPPE_TYPE_FILE_ROW (mappe_file_row_get_type ())
G_DECLARE_FINAL_TYPE (MappeFileRow, mappe_file_row, MAPPE, FILE_ROW, MappeFieldRow)

#define MAPPE_TYPE_SURVEY_ROW (mappe_survey_row_get_type ())
G_DECLARE_FINAL_TYPE (MappeSurveyRow, mappe_survey_row, MAPPE, SURVEY_ROW, MappeFieldRow)

GtkWidget  *mappe_field_row_new          (MappeStore *store, const MappeKind *kind, guint field);
void        mappe_file_row_attach        (MappeFileRow *self, GFile *file);
GBytes     *mappe_file_row_get_content   (MappeFileRow *self);
const char *mappe_file_row_get_uri       (MappeFileRow *self);
void        mappe_file_row_set_file_name (MappeFileRow *self, const char *file_name);

G_END_DECLS
