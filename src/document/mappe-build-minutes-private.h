/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-build-minutes.h"

G_BEGIN_DECLS

/**
 * MappeMinutesBuild: what the minutes are made from
 * @sitting: the meeting
 * @edition: (nullable): the newest edition of the minutes
 * @signatures: who signs
 * @editing: typed parts are there even when they are empty
 * @language: (nullable): language of the document
 */
typedef struct {
  const MappeSitting     *sitting;
  const MappeRow         *edition;
  MappeMinutesSignatures  signatures;
  gboolean                editing;
  const MappeLanguage    *language;
} MappeMinutesBuild;

/* The parts, in the order of the document. */
void       mappe_minutes_build_head       (const MappeMinutesBuild *build, MappeNode *document);
void       mappe_minutes_build_attendance (const MappeMinutesBuild *build, MappeNode *document);
void       mappe_minutes_build_opening    (const MappeMinutesBuild *build, MappeNode *document);
void       mappe_minutes_build_agenda     (const MappeMinutesBuild *build, MappeNode *document);
void       mappe_minutes_build_item       (const MappeMinutesBuild *build, MappeNode *part,
                                           const MappeSittingItem *item);
void       mappe_minutes_build_decision   (const MappeMinutesBuild *build, MappeNode *node,
                                           const MappeSittingItem *item, const MappeSittingDecision *decision);
void       mappe_minutes_build_annexes    (const MappeMinutesBuild *build, MappeNode *document);
void       mappe_minutes_build_recipients (const MappeMinutesBuild *build, MappeNode *document);
void       mappe_minutes_build_signatures (const MappeMinutesBuild *build, MappeNode *document);

/* Small pieces. */
MappeNode *mappe_minutes_add_facts        (MappeNode *parent);
MappeNode *mappe_minutes_add_fact         (MappeNode *table, const char *label, const char *value);
MappeNode *mappe_minutes_add_bold         (MappeNode *parent, const char *bold, const char *text);
void       mappe_minutes_add_typed        (const MappeMinutesBuild *build, MappeNode *parent, const MappeRow *row,
                                           guint field);
void       mappe_minutes_restrict_from    (MappeNode *parent, guint first, MappeClass class);
MappeClass mappe_minutes_class_of_item    (const MappeSittingItem *item);
MappeClass mappe_minutes_class_of_decision (const MappeSittingDecision *decision);
MappeClass mappe_minutes_class_of_whole   (const MappeSitting *sitting);
const char *mappe_minutes_public_title    (const MappeMinutesBuild *build, const MappeSittingItem *item);
int        mappe_minutes_begin_of         (const MappeSitting *sitting);
int        mappe_minutes_end_of           (const MappeSitting *sitting);

/* A decision with its vote, for minutes and extracts. */
char      *mappe_minutes_vote_text        (const MappeSitting *sitting, const MappeSittingDecision *decision,
                                           const MappeLanguage *language);
char      *mappe_minutes_task_due         (const MappeRow *task, const MappeLanguage *language);
char      *mappe_minutes_task_who         (const MappeSitting *sitting, const MappeListed *task);

G_END_DECLS
