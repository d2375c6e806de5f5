/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-codes.h"
#include "mappe-plan-text.h"
#include "mappe-snapshot.h"

G_BEGIN_DECLS

/** The phases of a deployment, in their order; codes of the list "plan_phase". */
enum { MAPPE_EVENT_N_PHASES = 3 };
extern const char *const mappe_event_phases[MAPPE_EVENT_N_PHASES];

/**
 * MappeParallelEvent: another event on the same days
 * @event: it
 * @from: first day that both have
 * @to: last one
 * @areas: (element-type utf8): names of the areas both are in
 * @units: (element-type utf8): names of the lead and of units that both need
 */
typedef struct {
  MappeListed *event;
  char        *from, *to;
  GPtrArray   *areas, *units;
} MappeParallelEvent;

gboolean mappe_parallel_event_collides (const MappeParallelEvent *self);

/**
 * MappeEventFile: an event with all that belongs to it, as it was at one moment
 * @event: the event
 * @areas: (element-type MappeListed): further areas
 * @consents: (element-type MappeListed): of the offices to their parts of the concept
 * @lines: (element-type MappeListed): the deployment plan, by phase and place within it
 * @plans: (element-type MappeListed): its releases, the newest first
 * @releases: (element-type GPtrArray): of each release its lines (element-type MappePlanLine); %NULL where its content
 *   was not kept
 * @released: (nullable) (element-type MappePlanLine): what the newest release says
 * @findings: (element-type MappeListed): of the debrief
 * @tasks: (element-type MappeRow): that findings became
 * @checks: (element-type MappeListed): the check list, by phase
 * @closures: (element-type MappeListed): of roads, by begin
 * @parallel: (element-type MappeParallelEvent): others on the same days, by begin
 * @series: (element-type MappeListed): all events of the same series, by begin; empty without a series
 * @earlier: (element-type MappeListed): findings of the events of the series before this one
 * @chairs: (element-type MappeListed): people who chair a body, that of the plenary first
 * @codes: labels of the code lists
 *
 * Shared by threads, never changed.
 */
typedef struct {
  gatomicrefcount references;
  MappeListed    *event;
  GPtrArray      *areas, *consents, *lines, *plans, *releases, *released;
  GPtrArray      *findings, *tasks, *checks, *closures;
  GPtrArray      *parallel, *series, *earlier, *chairs;
  MappeCodes     *codes;
} MappeEventFile;

MappeEventFile *mappe_event_file_load        (MappeStore *store, gint64 event, GError **error);
void            mappe_event_file_load_async  (MappeStore *store, gint64 event, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer data);
MappeEventFile *mappe_event_file_load_finish (MappeStore *store, GAsyncResult *result, GError **error);
MappeEventFile *mappe_event_file_ref         (MappeEventFile *self);
void            mappe_event_file_unref       (MappeEventFile *self);

guint           mappe_event_file_n_consents  (const MappeEventFile *self, const char *state);
const MappeRow *mappe_event_file_task        (const MappeEventFile *self, gint64 id);
const MappeListed *mappe_event_file_next     (const MappeEventFile *self);
GPtrArray      *mappe_event_file_unasked     (const MappeEventFile *self);
const char     *mappe_event_last_day         (const MappeRow *event);
guint           mappe_event_phase            (const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeEventFile, mappe_event_file_unref)

G_END_DECLS
