/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-edit.h"
#include "mappe-meeting-error.h"
#include "mappe-sitting.h"

G_BEGIN_DECLS

/** How far minutes have come; the codes of the list minutes_state. */
typedef enum {
  MAPPE_MINUTES_NONE,
  MAPPE_MINUTES_DRAFT,
  MAPPE_MINUTES_WITH_CHAIR,
  MAPPE_MINUTES_SENT,
  MAPPE_MINUTES_OBJECTED,
  MAPPE_MINUTES_APPROVED,
  MAPPE_MINUTES_SEALED,
} MappeMinutesStage;

/**
 * MappeMinutesSeal: what sealing needs
 * @content: the whole minutes as XML
 * @chair: name of who signed as chair
 * @minute_taker: name of who signed as minute-taker
 * @signed_on: day of the signatures
 */
typedef struct {
  GBytes     *content;
  const char *chair;
  const char *minute_taker;
  const char *signed_on;
} MappeMinutesSeal;

/**
 * MappeMinutesApproval: the decision by which minutes were approved
 * @decision: id, or 0
 * @title: (nullable): what it is called
 * @held_on: (nullable): day of the meeting that decided
 */
typedef struct {
  gint64  decision;
  char   *title;
  char   *held_on;
} MappeMinutesApproval;

MappeMinutesStage     mappe_minutes_stage         (const MappeSitting *sitting);
gboolean              mappe_minutes_can_be_typed  (const MappeSitting *sitting);
gboolean              mappe_minutes_has_open_objection (const MappeSitting *sitting);

MappeEdit            *mappe_minutes_begin         (const MappeSitting *sitting, GError **error);
MappeEdit            *mappe_minutes_type          (const MappeSitting *sitting, const MappeRow *base, guint field,
                                                   const char *markup, GError **error);
MappeEdit            *mappe_minutes_give_to_chair (const MappeSitting *sitting, const char *day, GError **error);
MappeEdit            *mappe_minutes_send          (const MappeSitting *sitting, const char *day, GError **error);
MappeEdit            *mappe_minutes_approve       (const MappeSitting *sitting, const char *day, gint64 decision,
                                                   GError **error);
MappeEdit            *mappe_minutes_seal          (const MappeSitting *sitting, const MappeMinutesSeal *seal,
                                                   GError **error);
MappeEdit            *mappe_minutes_take_back     (const MappeSitting *sitting, GError **error);
MappeEdit            *mappe_minutes_correct       (const MappeSitting *sitting, const char *reason, gint64 decision,
                                                   GError **error);

MappeMinutesApproval *mappe_snapshot_minutes_approval (MappeSnapshot *snapshot, gint64 meeting, GError **error);
void                  mappe_minutes_approval_free (MappeMinutesApproval *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeMinutesApproval, mappe_minutes_approval_free)

G_END_DECLS
