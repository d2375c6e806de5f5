/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-outcome.h"

G_BEGIN_DECLS

/* What is known of a measure beside figures: the step its project is at, and the five boxes of EMMIE. */

#define MAPPE_EMMIE_N 5

/** MappeEmmieBox: a box of EMMIE: @field: of a measure; @title and @question: to be translated */
typedef struct {
  int         field;
  const char *title, *question;
} MappeEmmieBox;

extern const MappeEmmieBox mappe_emmie[MAPPE_EMMIE_N];

char     **mappe_beccaria_words     (MappeCodes *codes, const MappeRow *project);
GtkWidget *mappe_beccaria_strip_new (MappeCodes *codes, const MappeRow *project);
GtkWidget *mappe_emmie_boxes_new    (const MappeRow *measure);

G_END_DECLS
