/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-method.h"

G_BEGIN_DECLS

/* What the tables of methods are written with. */

struct _MappeMethodAnswer {
  GPtrArray        *cells;
  MappeMethodFault *fault;
};

/* The lists of methods, one a file, each ended by one without a name. */
extern const MappeMethod mappe_methods_counts[];
extern const MappeMethod mappe_methods_areas[];
extern const MappeMethod mappe_methods_surveys[];
extern const MappeMethod mappe_methods_series[];
extern const MappeMethod mappe_methods_charts[];
extern const MappeMethod mappe_methods_publication[];

#define MAPPE_METHOD_COLUMNS(...) ((const MappeMethodColumn[]){ __VA_ARGS__, { NULL, 0, NULL } })

void mappe_answer_number   (MappeMethodAnswer *self, double value);
void mappe_answer_interval (MappeMethodAnswer *self, MappeInterval interval);
void mappe_answer_numbers  (MappeMethodAnswer *self, const double *values, gsize n);
void mappe_answer_places   (MappeMethodAnswer *self, const gsize *places, gsize n);
void mappe_answer_text     (MappeMethodAnswer *self, const char *text);
void mappe_answer_status   (MappeMethodAnswer *self, MappeStatsStatus status);
void mappe_answer_fault    (MappeMethodAnswer *self, guint column, gsize place, MappeMethodProblem problem);

gboolean mappe_answer_same_length (MappeMethodAnswer *self, const MappeMethodValue *in, guint column, guint other);

/* mappe-method-read.c */
gboolean mappe_method_read  (const MappeMethodColumn *column, const char *cell, MappeSeriesFunc series,
                             gpointer user_data, MappeMethodValue *value, MappeMethodFault *fault, GError **error);

G_END_DECLS
