/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-standing.h"

G_BEGIN_DECLS

/**
 * MappePlanBase: what a new meeting of a body is made from
 * @body: the body
 * @last: (nullable): its newest meeting
 * @last_items: (element-type MappeRow): the agenda of the meeting to copy from, in order; empty without one
 * @numbers: numbers of its meetings
 * @memberships: (element-type MappeRow): all memberships of the body
 * @language: of the council
 */
typedef struct {
  MappeRow   *body;
  MappeRow   *last;
  GPtrArray  *last_items;
  GStrv       numbers;
  GPtrArray  *memberships;
  char       *language;
} MappePlanBase;

MappePlanBase *mappe_plan_base_load        (MappeStore *store, gint64 body, gint64 copy_from, GError **error);
void           mappe_plan_base_load_async  (MappeStore *store, gint64 body, gint64 copy_from,
                                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
MappePlanBase *mappe_plan_base_load_finish (MappeStore *store, GAsyncResult *result, GError **error);
void           mappe_plan_base_free        (MappePlanBase *self);

/** MappePlanWish: what the user asks for; %NULL members are taken from the last meeting of the body */
typedef struct {
  const char *title;
  const char *held_on;
  const char *start_at;
  const char *place;
  gboolean    copy_agenda;
} MappePlanWish;

MappeEdit *mappe_plan_new_meeting (const MappePlanBase *base, const MappePlanWish *wish,
                                   const MappeStandingItems *standing, GError **error);
MappeEdit *mappe_plan_series      (const MappePlanBase *base, const MappePlanWish *wish, const char *const *days,
                                   GError **error);
MappeEdit *mappe_plan_cancel      (const MappeSitting *sitting, const char *reason, GError **error);
char      *mappe_plan_next_number (const char *held_on, const char *const *numbers);

typedef enum {
  MAPPE_REPEAT_WEEKLY,
  MAPPE_REPEAT_TWO_WEEKS,
  MAPPE_REPEAT_MONTHLY,    /* same weekday of the month: the second Tuesday */
  MAPPE_REPEAT_QUARTERLY,
} MappeRepeat;

#define MAPPE_SERIES_MOST 60

GStrv      mappe_plan_series_days (const char *held_on, MappeRepeat repeat, const char *until);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappePlanBase, mappe_plan_base_free)

G_END_DECLS
