/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-form.h"

G_BEGIN_DECLS

char *mappe_survey_sums (MappeForm *form);

G_END_DECLS
