/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-person.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD ("member_id"),
  [MAPPE_PERSON_TITLE] = {
    .name = "title", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_PERSONAL,
    .label = N_("Title"), .group = N_("Name"),
  },
  [MAPPE_PERSON_FIRST_NAME] = {
    .name = "first_name", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_PERSONAL | MAPPE_FIELD_LIST,
    .label = N_("First name"),
  },
  [MAPPE_PERSON_LAST_NAME] = {
    .name = "last_name", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_PERSONAL |
             MAPPE_FIELD_LIST,
    .label = N_("Last name"),
  },
  [MAPPE_PERSON_ROLE] = {
    .name = "role", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_PERSONAL | MAPPE_FIELD_LIST,
    .label = N_("Role"), .group = N_("Role"),
  },
  [MAPPE_PERSON_FUNCTION] = {
    .name = "function", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Function"),
    .code_list = "member_function", .preset = "member",
  },
  [MAPPE_PERSON_ORGANISATION] = {
    .name = "organisation", .alias = "org_id", .type = MAPPE_FIELD_REF, .since = 1,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Organisation"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_PERSON_VOTING] = {
    .name = "voting", .type = MAPPE_FIELD_BOOL, .since = 1,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Entitled to vote"),
    .preset = "0",
  },
  [MAPPE_PERSON_STATUS] = {
    .name = "status", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_FILTER,
    .label = N_("Status"),
    .code_list = "member_status", .preset = "active",
  },
  [MAPPE_PERSON_APPOINTMENT_MODE] = {
    .name = "appointment_mode", .type = MAPPE_FIELD_CODE, .since = 1,
    .label = N_("Appointment"), .group = N_("Term of office"),
    .code_list = "appointment_mode",
  },
  [MAPPE_PERSON_APPOINTED_ON] = {
    .name = "appointed_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .label = N_("Appointed on"),
  },
  [MAPPE_PERSON_TERM_END] = {
    .name = "term_end", .type = MAPPE_FIELD_DATE, .since = 1,
    .flags = MAPPE_FIELD_SORT,
    .label = N_("Term of office ends on"),
  },
  [MAPPE_PERSON_OBLIGATION_SIGNED_ON] = {
    .name = "obligation_signed_on", .type = MAPPE_FIELD_DATE, .since = 1,
    .flags = MAPPE_FIELD_PERSONAL,
    .label = N_("Formal undertaking signed on"),
  },
  [MAPPE_PERSON_EXPENSE_ENTITLED] = {
    .name = "expense_entitled", .type = MAPPE_FIELD_BOOL, .since = 1,
    .label = N_("Entitled to attendance allowance"),
    .preset = "0",
  },
  [MAPPE_PERSON_EMAIL] = {
    .name = "email", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_PERSONAL,
    .label = N_("E-mail"), .group = N_("Contact"),
  },
  [MAPPE_PERSON_PHONE] = {
    .name = "phone", .type = MAPPE_FIELD_TEXT, .since = 1,
    .flags = MAPPE_FIELD_SEARCH | MAPPE_FIELD_PERSONAL,
    .label = N_("Telephone"),
  },
  [MAPPE_PERSON_PACK_CHANNEL] = {
    .name = "pack_channel", .type = MAPPE_FIELD_CODE, .since = 1,
    .flags = MAPPE_FIELD_FILTER,
    .label = N_("Meeting pack by"),
    .code_list = "pack_channel", .preset = "digital",
  },
  [MAPPE_PERSON_UI_LANGUAGE] = {
    .name = "ui_language", .type = MAPPE_FIELD_CODE, .since = 1,
    .label = N_("Language"),
    .code_list = "language", .preset = "de",
  },
  MAPPE_NOTE_FIELD (MAPPE_PERSON_NOTE),
};

static const int title_fields[] = { MAPPE_PERSON_LAST_NAME, MAPPE_PERSON_FIRST_NAME, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return mappe_check_order (row, MAPPE_PERSON_APPOINTED_ON, MAPPE_PERSON_TERM_END, field, error);
}

MAPPE_DEFINE_RECORD (MappePerson, mappe_person, "person", "person", N_("Person"), N_("People"),
                     "M", 2, fields, title_fields, check)
