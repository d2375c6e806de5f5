/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-meeting-step.h"

G_BEGIN_DECLS

void mappe_template_editor_open (MappeMeetingStep *step, const char *purpose, const MappeLanguage *language);

G_END_DECLS
