/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-participation-event.h"

#include <glib/gi18n-lib.h>

#include "mappe-check.h"
#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (4, "participation_id"),
  [MAPPE_PARTICIPATION_EVENT_TITLE] = {
    .name = "title", .type = MAPPE_FIELD_TEXT, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SEARCH | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Title"), .group = N_("Citizen participation"),
  },
  [MAPPE_PARTICIPATION_EVENT_KIND] = {
    .name = "kind", .type = MAPPE_FIELD_CODE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Kind"),
    .code_list = "participation_kind", .preset = "guided_walk",
  },
  [MAPPE_PARTICIPATION_EVENT_AREA] = {
    .name = "area", .alias = "area_id", .type = MAPPE_FIELD_REF, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Area"),
    .target = "area", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_PARTICIPATION_EVENT_PROJECT] = {
    .name = "project", .alias = "project_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Project"),
    .target = "project", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_PARTICIPATION_EVENT_HELD_FROM] = {
    .name = "held_from", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Begins on"), .group = N_("Time and participants"),
  },
  [MAPPE_PARTICIPATION_EVENT_HELD_TO] = {
    .name = "held_to", .type = MAPPE_FIELD_DATE, .since = 4,
    .label = N_("Ends on"),
  },
  [MAPPE_PARTICIPATION_EVENT_PARTICIPANTS] = {
    .name = "participants", .type = MAPPE_FIELD_INT, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Participants"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_PARTICIPATION_EVENT_CONTRIBUTIONS] = {
    .name = "contributions", .type = MAPPE_FIELD_INT, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Contributions counted"),
    .minimum = 0, .maximum = 1e9,
  },
  [MAPPE_PARTICIPATION_EVENT_EVALUATED_BY] = {
    .name = "evaluated_by", .alias = "evaluated_by_org_id", .type = MAPPE_FIELD_REF, .since = 4,
    .label = N_("Evaluated by"),
    .target = "organisation", .on_delete = MAPPE_DELETE_CLEAR,
  },
  [MAPPE_PARTICIPATION_EVENT_FEEDBACK_PUBLISHED_ON] = {
    .name = "feedback_published_on", .type = MAPPE_FIELD_DATE, .since = 4,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Feedback published on"),
  },
  MAPPE_NOTE_FIELD_SINCE (4, MAPPE_PARTICIPATION_EVENT_NOTE),
};

static const int title_fields[] = { MAPPE_PARTICIPATION_EVENT_TITLE, -1 };

static gboolean
check (const MappeRow *row, int *field, GError **error)
{
  return mappe_check_order (row, MAPPE_PARTICIPATION_EVENT_HELD_FROM, MAPPE_PARTICIPATION_EVENT_HELD_TO, field,
                            error);
}

MAPPE_DEFINE_RECORD (MappeParticipationEvent, mappe_participation_event, "participation-event",
                     "participation_event", N_("Citizen participation"), N_("Citizen participation"),
                     "PA-", 2, fields, title_fields, check)
