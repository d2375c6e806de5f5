/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-invitation.h"

#include <glib/gi18n-lib.h>

#include "mappe-field-table.h"

static const MappeFieldSpec fields[] = {
  MAPPE_REFERENCE_FIELD_SINCE (2, NULL),
  [MAPPE_INVITATION_AGENDA_VERSION] = {
    .name = "agenda_version", .type = MAPPE_FIELD_REF, .since = 2,
    .flags = MAPPE_FIELD_REQUIRED | MAPPE_FIELD_LIST | MAPPE_FIELD_OWNER,
    .label = N_("Sent agenda"), .group = N_("Invitation"),
    .target = "agenda-version", .on_delete = MAPPE_DELETE_CASCADE,
  },
  [MAPPE_INVITATION_PERSON] = {
    .name = "person", .type = MAPPE_FIELD_REF, .since = 2,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Person"),
    .target = "person", .on_delete = MAPPE_DELETE_CLEAR,
  },
  /* A guest is not in the register: instead of the person. */
  [MAPPE_INVITATION_GUEST] = {
    .name = "guest", .type = MAPPE_FIELD_REF, .since = 2,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Guest"),
    .target = "guest", .on_delete = MAPPE_DELETE_CLEAR,
  },
  /* As it was when the invitation was sent. */
  [MAPPE_INVITATION_NAME] = {
    .name = "name", .type = MAPPE_FIELD_TEXT, .since = 2,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST | MAPPE_FIELD_PERSONAL,
    .label = N_("Name"),
  },
  [MAPPE_INVITATION_CHANNEL] = {
    .name = "channel", .type = MAPPE_FIELD_CODE, .since = 2,
    .flags = MAPPE_FIELD_LIST | MAPPE_FIELD_FILTER,
    .label = N_("Channel"),
    .code_list = "pack_channel",
  },
  [MAPPE_INVITATION_ADDRESS] = {
    .name = "address", .type = MAPPE_FIELD_TEXT, .since = 2,
    .flags = MAPPE_FIELD_PERSONAL,
    .label = N_("Address"),
  },
  [MAPPE_INVITATION_VOTING] = {
    .name = "voting", .type = MAPPE_FIELD_BOOL, .since = 2,
    .flags = MAPPE_FIELD_LIST,
    .label = N_("Entitled to vote"),
    .preset = "0",
  },
  [MAPPE_INVITATION_SENT_ON] = {
    .name = "sent_on", .type = MAPPE_FIELD_DATE, .since = 2,
    .flags = MAPPE_FIELD_SORT | MAPPE_FIELD_LIST,
    .label = N_("Sent on"),
  },
  MAPPE_NOTE_FIELD_SINCE (2, MAPPE_INVITATION_NOTE),
};

static const int title_fields[] = { MAPPE_INVITATION_REFERENCE, -1 };

MAPPE_DEFINE_RECORD (MappeInvitation, mappe_invitation, "invitation", "invitation", N_("Invitation"), N_("Invitations"),
                     "IN", 4, fields, title_fields, NULL)
