/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-node.h"
#include "mappe-recipients.h"

G_BEGIN_DECLS

/**
 * MappeInvitationText:
 *
 * The letters about a meeting, as they will come out: which letter, for whom, in which language. Signal "edit-text":
 * the user wants to change the text.
 */
#define MAPPE_TYPE_INVITATION_TEXT (mappe_invitation_text_get_type ())
G_DECLARE_FINAL_TYPE (MappeInvitationText, mappe_invitation_text, MAPPE, INVITATION_TEXT, AdwBin)

void                 mappe_invitation_text_set          (MappeInvitationText *self, const MappeSitting *sitting,
                                                         const char *sent_on);
void                 mappe_invitation_text_choose       (MappeInvitationText *self, guint i);
const char          *mappe_invitation_text_get_purpose  (MappeInvitationText *self);
const char          *mappe_invitation_text_get_reason   (MappeInvitationText *self);
const MappeLanguage *mappe_invitation_text_get_language (MappeInvitationText *self);
MappeNode           *mappe_invitation_text_build        (MappeInvitationText *self);
MappeNode           *mappe_invitation_text_build_for    (MappeInvitationText *self, const MappeRecipient *recipient,
                                                         const MappeLanguage *language);

G_END_DECLS
