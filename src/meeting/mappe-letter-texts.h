/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-templates.h"

G_BEGIN_DECLS

/* The texts of letters that are about no meeting. Each purpose has a built-in text in German and in English; a council
 * may have its own instead. See mappe-templates.h for those of meetings. */

#define MAPPE_LETTER_THANKS      "thanks"
#define MAPPE_LETTER_TOLD        "told"
#define MAPPE_LETTER_APPOINTMENT "appointment"
#define MAPPE_LETTER_ESCALATION  "escalation"
#define MAPPE_LETTER_REQUEST     "request"

/** MappeLetterValue: what stands for the field @name of a letter */
typedef struct {
  const char *name;
  const char *value;
} MappeLetterValue;

const char *const        *mappe_letter_text_purposes (void);
const MappeTemplateField *mappe_letter_text_fields   (const char *purpose, guint *n_fields);
MappeTemplate            *mappe_letter_text_built_in (const char *purpose, const MappeLanguage *language);
MappeTemplate            *mappe_letter_text_load     (MappeSnapshot *snapshot, const char *purpose,
                                                      const MappeLanguage *language, GError **error);
MappeFilledText          *mappe_letter_text_fill     (const MappeTemplate *self, const MappeLetterValue *values,
                                                      guint n_values);
MappeFilledText          *mappe_letter_text_sample   (const MappeTemplate *self, const MappeLanguage *language);

/* Acts */
MappeEdit                *mappe_letter_text_save     (const MappeTemplate *self, const MappeLanguage *language,
                                                      const char *subject, const char *text, GError **error);
MappeEdit                *mappe_letter_text_reset    (const MappeTemplate *self, GError **error);

G_END_DECLS
