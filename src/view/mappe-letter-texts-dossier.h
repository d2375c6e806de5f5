/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"

G_BEGIN_DECLS

/** MappeLetterTextsDossier: The texts of all letters that are about no meeting, in both languages. */
#define MAPPE_TYPE_LETTER_TEXTS_DOSSIER (mappe_letter_texts_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappeLetterTextsDossier, mappe_letter_texts_dossier, MAPPE, LETTER_TEXTS_DOSSIER, MappeDossier)

G_END_DECLS
