/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-sitting.h"

G_BEGIN_DECLS

/** What stands in the way of sending somebody the papers. */
typedef enum {
  MAPPE_GAP_EMAIL       = 1 << 0,  /* digital, but no e-mail address */
  MAPPE_GAP_ADDRESS     = 1 << 1,  /* on paper, but no postal address */
  MAPPE_GAP_CHANNEL     = 1 << 2,  /* no channel chosen */
  MAPPE_GAP_UNDERTAKING = 1 << 3,  /* gets non-public papers without a formal undertaking */
} MappeGaps;

typedef enum {
  MAPPE_RECIPIENT_MEMBER,  /* of the body, voting or not */
  MAPPE_RECIPIENT_DEPUTY,  /* of a member who does not come */
  MAPPE_RECIPIENT_GUEST,   /* invited to single items */
} MappeRecipientKind;

/**
 * MappeRecipient: somebody who gets the invitation
 * @kind: why
 * @person: id of the person; 0 for a guest, who is not in the register
 * @guest: id of the guest; 0 for a person
 * @participant: (nullable): the member, or whom the deputy stands in for
 * @name: "Dr. Amalia Ahornstein"
 * @function: function in the body, or what the person is instead, in the language of the user
 * @office: (nullable): name of the organisation
 * @voting: entitled to vote
 * @standing: what the person is to the body
 * @channel: (nullable): code of the list pack_channel
 * @email: (nullable)
 * @address: (nullable): postal address, in lines
 * @language: of the letter
 * @withheld: numbers of the items whose papers the person does not get: "5, 7"; "" for none
 * @gaps: #MappeGaps
 */
typedef struct {
  MappeRecipientKind      kind;
  gint64                  person;
  gint64                  guest;
  const MappeParticipant *participant;
  char                   *name;
  char                   *function;
  char                   *office;
  gboolean                voting;
  MappeStanding           standing;
  char                   *channel;
  char                   *email;
  char                   *address;
  const MappeLanguage    *language;
  char                   *withheld;
  guint                   gaps;
} MappeRecipient;

GPtrArray *mappe_invitation_recipients  (const MappeSitting *sitting);
gboolean   mappe_recipient_gets         (const MappeRecipient *self, const MappeSitting *sitting,
                                         const MappeSittingItem *item);
gboolean   mappe_recipient_wants_paper  (const MappeRecipient *self);
gboolean   mappe_recipient_wants_mail   (const MappeRecipient *self);
char      *mappe_recipient_send_to      (const MappeRecipient *self);
char      *mappe_recipient_words        (const MappeRecipient *self);

G_END_DECLS
