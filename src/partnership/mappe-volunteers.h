/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-chart.h"
#include "mappe-edit.h"
#include "mappe-listing.h"

G_BEGIN_DECLS

/**
 * MappeVolunteers: all programmes of volunteers with what belongs to them
 * @today: "YYYY-MM-DD"
 * @programmes: (element-type MappeListed): by name
 * @quarters: (element-type MappeRow): of all programmes, by period
 * @people: (element-type MappeListed): volunteers, by last name
 * @applications: (element-type MappeListed): for money, by reference
 * @rules: (element-type MappeRow): funding programmes
 */
typedef struct {
  char      *today;
  GPtrArray *programmes, *quarters, *people;
  GPtrArray *applications, *rules;
} MappeVolunteers;

/**
 * MappeVolunteerSum: a year of one programme or of all
 * @n: quarters with an entry
 * @hours, @joined, @departed: sums over the year
 * @active, @trained: at the end: of the last quarter of each programme in the year that says so; they are states and do
 *   not add up over quarters
 */
typedef struct {
  guint  n;
  double hours;
  gint64 joined, departed, active, trained;
} MappeVolunteerSum;

/** MappeVolunteerTraining: @person: of all; @due: "YYYY-MM-DD"; @days_left: below 0: overdue */
typedef struct {
  const MappeListed *person;
  char              *due;
  int                days_left;
} MappeVolunteerTraining;

/** MappeVolunteerThanks: @person: of all; @years: completed at the end of the year; @thanked: in that year or later */
typedef struct {
  const MappeListed *person;
  guint              years;
  gboolean           thanked;
} MappeVolunteerThanks;

/**
 * MappeVolunteerShare: what the hours of a year are worth in an application
 * @rules: its funding programme
 * @rate, @amount: cents
 * @same_project: the application is for the project of the volunteers
 * @taken: the hours are in the application already
 */
typedef struct {
  const MappeListed *application;
  const MappeRow    *rules;
  gint64             rate, amount;
  gboolean           same_project, taken;
} MappeVolunteerShare;

/** MappeVolunteerEntry: counts of a quarter as typed; @hours, @active…: (nullable): canonical, %NULL: not known */
typedef struct {
  const char *period;
  const char *active, *joined, *departed, *hours, *trained;
} MappeVolunteerEntry;

MappeVolunteers   *mappe_volunteers_load      (MappeSnapshot *snapshot, const char *today, GError **error);
void               mappe_volunteers_free      (MappeVolunteers *self);
const MappeListed *mappe_volunteers_programme (const MappeVolunteers *self, gint64 id);
GPtrArray         *mappe_volunteers_quarters  (const MappeVolunteers *self, gint64 programme);
GArray            *mappe_volunteers_years     (const MappeVolunteers *self, gint64 programme);
MappeVolunteerSum  mappe_volunteers_sum       (const MappeVolunteers *self, gint64 programme, int year);
GPtrArray         *mappe_volunteers_training  (const MappeVolunteers *self);
GPtrArray         *mappe_volunteers_missing_undertaking (const MappeVolunteers *self);
GPtrArray         *mappe_volunteers_thanks    (const MappeVolunteers *self, int year);
GPtrArray         *mappe_volunteers_shares    (const MappeVolunteers *self, gint64 programme, int year);
char              *mappe_volunteers_next_quarter (const MappeVolunteers *self, gint64 programme);
gboolean           mappe_volunteer_is_active  (const MappeRow *person, const char *day);

MappeChart        *mappe_volunteers_chart     (const MappeVolunteers *self, gint64 programme,
                                               const MappeLanguage *language);

MappeEdit         *mappe_volunteers_enter     (const MappeVolunteers *self, gint64 programme,
                                               const MappeVolunteerEntry *entry, GError **error);
MappeEdit         *mappe_volunteers_train     (const MappeVolunteers *self, const MappeRow *person, const char *day,
                                               const char *label);
MappeEdit         *mappe_volunteers_thank     (const MappeVolunteers *self, int year, const char *label);
MappeEdit         *mappe_volunteers_give      (const MappeVolunteerShare *share, double hours, const char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeVolunteers, mappe_volunteers_free)

G_END_DECLS
