/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MappeLanguage:
 *
 * A language that something is written in: documents speak the language of the council or of their reader, whatever
 * the window speaks. %NULL is everywhere the language of the user. Never freed, for any thread.
 */
typedef struct _MappeLanguage MappeLanguage;

/* For functions with a parameter "language"; xgettext collects the text. */
#define L_(text) mappe_language_text (language, text)

void                 mappe_language_set_folder (const char *folder);
const MappeLanguage *mappe_language_get        (const char *code);
const char          *mappe_language_get_code   (const MappeLanguage *language);
gboolean             mappe_language_is_german  (const MappeLanguage *language);
const char          *mappe_language_text       (const MappeLanguage *language, const char *text) G_GNUC_FORMAT (2);
const char          *mappe_language_plural     (const MappeLanguage *language, const char *one, const char *many,
                                                gulong n) G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);
char                *mappe_language_date       (const MappeLanguage *language, const char *iso);
char                *mappe_language_long_date  (const MappeLanguage *language, const char *iso);

G_END_DECLS
