/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-evaluation-trace.h"

G_BEGIN_DECLS

/** MappeTracer: writes the lines of "How was this computed?" */
typedef struct {
  const MappeEvaluation *of;
  const MappeLanguage   *language;
  GPtrArray             *lines;
} MappeTracer;

void  mappe_tracer_add         (MappeTracer *self, const char *key, const char *label, char *value);
char *mappe_tracer_estimate    (MappeTracer *self, double value, MappeInterval interval, guint digits);
char *mappe_tracer_probability (MappeTracer *self, double p);
void  mappe_tracer_methods     (MappeTracer *self);
void  mappe_tracer_scales      (MappeTracer *self);
void  mappe_tracer_areas       (MappeTracer *self);
void  mappe_tracer_pooled      (MappeTracer *self);

G_END_DECLS
