/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MAPPE_QUORUM_MORE_THAN_HALF,
  MAPPE_QUORUM_ONE_THIRD,
  MAPPE_QUORUM_THREE_MEMBERS,
  MAPPE_QUORUM_NONE,
} MappeQuorumRule;

/**
 * MappeQuorumCase: what the quorum of an instant is found from
 * @rule: rule of the body
 * @statutory: statutory number of members entitled to vote
 * @second_invitation: meeting and item were invited to for the second time, and the invitation said so
 * @second_needed: members needed then, by the rules of the body (3 in the model rules)
 * @present: members (or their deputies) in the room who are entitled to vote and not excluded from the item
 * @excluded: members who are excluded from the item, in the room or not
 */
typedef struct {
  MappeQuorumRule rule;
  guint           statutory;
  gboolean        second_invitation;
  guint           second_needed;
  guint           present;
  guint           excluded;
} MappeQuorumCase;

/**
 * MappeQuorum: the quorum of an instant with its arithmetic
 * @applied: the rule that was applied: the body's, one third after exclusions, or that of a second invitation
 * @present: as given
 * @needed: least number of members
 * @statutory: as given
 * @excluded: as given
 * @quorate: whether the body may decide
 * @spare: how many may leave before the quorum is lost; 0 when it is lost or at the border
 */
typedef struct {
  MappeQuorumRule applied;
  guint           present;
  guint           needed;
  guint           statutory;
  guint           excluded;
  gboolean        quorate;
  guint           spare;
} MappeQuorum;

gboolean    mappe_quorum_rule_parse (const char *code, MappeQuorumRule *rule);
const char *mappe_quorum_rule_code  (MappeQuorumRule rule);
guint       mappe_quorum_needed     (MappeQuorumRule rule, guint statutory, guint second_needed);
MappeQuorum mappe_quorum_find       (const MappeQuorumCase *given);

G_END_DECLS
