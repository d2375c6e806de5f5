/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-letter-texts.h"

G_BEGIN_DECLS

void mappe_letter_text_editor_open (GtkWidget *near, MappeStore *store, const MappeTemplate *text,
                                    const MappeRow *council, const char *title, const MappeLanguage *language);

G_END_DECLS
