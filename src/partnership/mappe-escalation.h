/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-codes.h"
#include "mappe-snapshot.h"

G_BEGIN_DECLS

/** What a chain of escalation lacks. */
typedef enum {
  MAPPE_ESCALATION_NO_CONTACT = 1 << 0,  /* the topic has none at all */
  MAPPE_ESCALATION_NO_FIRST   = 1 << 1,  /* it begins with a later step */
  MAPPE_ESCALATION_NO_SECOND  = 1 << 2,
  MAPPE_ESCALATION_NO_PHONE   = 1 << 3,  /* a contact has no phone, or a deputy who is named has none */
} MappeEscalationGaps;

/**
 * MappeEscalationTopic: whom to call, step by step
 * @code: of the list "clause_topic"
 * @contacts: (element-type MappeListed): by step
 * @gaps: #MappeEscalationGaps
 */
typedef struct {
  char      *code;
  GPtrArray *contacts;
  guint      gaps;
} MappeEscalationTopic;

/**
 * MappeEscalation: the chains of all topics
 * @topics: (element-type MappeEscalationTopic): those with a contact, and those of clauses of agreements in force, in
 *   the order of their list
 * @codes: labels of topics
 */
typedef struct {
  GPtrArray  *topics;
  MappeCodes *codes;
} MappeEscalation;

MappeEscalation *mappe_escalation_load        (MappeSnapshot *snapshot, GError **error);
void             mappe_escalation_free        (MappeEscalation *self);
guint            mappe_escalation_n_gaps      (const MappeEscalation *self);
guint            mappe_escalation_contact_gaps (const MappeRow *contact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeEscalation, mappe_escalation_free)

G_END_DECLS
