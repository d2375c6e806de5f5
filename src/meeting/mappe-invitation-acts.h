/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-notice.h"
#include "mappe-sitting.h"

G_BEGIN_DECLS

/**
 * MappeInvitationOrder: what is to be sent
 * @sent_on: the day on which it is sent, and received
 * @reason: (nullable): why the agenda changed, or why the notice period is not kept
 * @publish: give public notice on the same day
 */
typedef struct {
  const char *sent_on;
  const char *reason;
  gboolean    publish;
} MappeInvitationOrder;

/** MappeInvitationPoint: a line of the check list; @needed: nothing can be sent without it; @text: translated */
typedef struct {
  gboolean  fine;
  gboolean  needed;
  char     *text;
} MappeInvitationPoint;

/* By law at least four full days lie between receipt and meeting, one in an urgent case: GemO § 34 (3). */
#define MAPPE_NOTICE_BY_LAW 4
#define MAPPE_NOTICE_BY_LAW_URGENT 1

gboolean   mappe_invitation_is_first  (const MappeSitting *sitting);
gboolean   mappe_invitation_is_open   (const MappeSitting *sitting);
gboolean   mappe_invitation_notice    (const MappeSitting *sitting, const char *sent_on, MappeNotice *notice);
GPtrArray *mappe_invitation_check     (const MappeSitting *sitting, GPtrArray *recipients);
char      *mappe_words_replies        (const MappeSitting *sitting, const MappeLanguage *language);

MappeEdit *mappe_invitation_send      (const MappeSitting *sitting, const MappeInvitationOrder *order,
                                       GBytes *content, GError **error);
MappeEdit *mappe_invitation_put_down  (const MappeSitting *sitting, GBytes *content);
MappeEdit *mappe_invitation_publish   (const MappeSitting *sitting, const char *day, GError **error);
MappeEdit *mappe_invitation_reply     (const MappeSitting *sitting, gint64 person, const char *status,
                                       GError **error);

G_END_DECLS
