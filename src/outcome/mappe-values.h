/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-edit.h"
#include "mappe-period.h"

G_BEGIN_DECLS

/**
 * MappeValuesError:
 * @MAPPE_VALUES_ERROR_OVERLAP: another value covers a part of the time
 * @MAPPE_VALUES_ERROR_NOTHING: there is nothing to change
 * @MAPPE_VALUES_ERROR_GONE: the value is not there any more
 */
typedef enum {
  MAPPE_VALUES_ERROR_OVERLAP,
  MAPPE_VALUES_ERROR_NOTHING,
  MAPPE_VALUES_ERROR_GONE,
} MappeValuesError;

#define MAPPE_VALUES_ERROR (mappe_values_error_quark ())
GQuark mappe_values_error_quark (void);

/**
 * MappeValueChange: what a given value means beside those that are there
 * @MAPPE_VALUE_SAME: nothing new
 * @MAPPE_VALUE_ADDED: a period without value gets one
 * @MAPPE_VALUE_CHANGED: another value stands there
 * @MAPPE_VALUE_OVERLAPS: a value of another length covers a part of the time
 */
typedef enum {
  MAPPE_VALUE_SAME,
  MAPPE_VALUE_ADDED,
  MAPPE_VALUE_CHANGED,
  MAPPE_VALUE_OVERLAPS,
} MappeValueChange;

/**
 * MappeValues: the values of an indicator by period, to be changed. Each act is one edit, so one step of undo.
 */
typedef struct _MappeValues MappeValues;

MappeValues      *mappe_values_new       (const MappeRow *indicator, GPtrArray *rows);
void              mappe_values_free      (MappeValues *self);
const MappeRow   *mappe_values_indicator (const MappeValues *self);
const MappeRow   *mappe_values_find      (const MappeValues *self, MappePeriod period);
const MappeRow   *mappe_values_find_id   (const MappeValues *self, gint64 id);
GPtrArray        *mappe_values_rows      (const MappeValues *self);
MappePeriodKind   mappe_values_length    (const MappeValues *self);
MappePeriodKind   mappe_values_usual     (const MappeValues *self);
MappePeriodKind   mappe_values_rhythm    (const MappeValues *self);
MappePeriod       mappe_values_first     (const MappeValues *self);

MappeValueChange  mappe_values_judge     (const MappeValues *self, const MappeRow *given, MappeRow **merged,
                                          const MappeRow **other);
MappeEdit        *mappe_values_enter     (const MappeValues *self, GPtrArray *given, const char *label, GError **error);
MappeEdit        *mappe_values_set       (const MappeValues *self, MappePeriod period, guint field,
                                          const char *canonical, GError **error);
MappeEdit        *mappe_values_set_of    (const MappeValues *self, gint64 id, guint field, const char *canonical,
                                          GError **error);
MappeEdit        *mappe_values_clear     (const MappeValues *self, GPtrArray *rows, const guint *fields, guint n_fields,
                                          GError **error);
char             *mappe_values_time_text (const MappeRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeValues, mappe_values_free)

G_END_DECLS
