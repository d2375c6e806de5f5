/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-recipients.h"
#include "mappe-sitting.h"

G_BEGIN_DECLS

/* The texts of letters. Each purpose has a built-in text in German and in English; a council may have its own instead.
 * Fields in braces are filled from the meeting. */

#define MAPPE_TEMPLATE_CALL         "call_for_items"
#define MAPPE_TEMPLATE_INVITATION   "invitation"
#define MAPPE_TEMPLATE_SECOND       "second_invitation"
#define MAPPE_TEMPLATE_URGENT       "urgent_invitation"
#define MAPPE_TEMPLATE_SUPPLEMENT   "supplement"
#define MAPPE_TEMPLATE_NOTICE       "public_notice"
#define MAPPE_TEMPLATE_CANCELLATION "cancellation"
#define MAPPE_TEMPLATE_MINUTES      "minutes"
#define MAPPE_TEMPLATE_EXTRACT      "extract"

/** MappeTemplate: @purpose; @subject; @text; @row: (nullable): the council's own text; %NULL for the built-in one */
typedef struct {
  const char *purpose;
  char       *subject;
  char       *text;
  MappeRow   *row;
} MappeTemplate;

/** MappeTemplateField: @name: as in "{name}"; @meaning: what it stands for, to be translated */
typedef struct {
  const char *name;
  const char *meaning;
} MappeTemplateField;

/**
 * MappeLetterFacts: what a letter says beside the meeting
 * @recipient: (nullable): to whom; %NULL for everybody
 * @sent_on: (nullable): day of the letter
 * @reason: (nullable): of a supplement, a cancellation
 * @edition: number of the sent agenda: 1 is the first
 */
typedef struct {
  const MappeRecipient *recipient;
  const char           *sent_on;
  const char           *reason;
  guint                 edition;
} MappeLetterFacts;

/** MappeFilledText: @subject, @text: filled; @unknown: fields that nobody knows, which stay as they are */
typedef struct {
  char  *subject;
  char  *text;
  GStrv  unknown;
} MappeFilledText;

const char *const        *mappe_template_purposes  (void);
const MappeTemplateField *mappe_template_fields    (guint *n_fields);
MappeTemplate            *mappe_template_find      (const MappeSitting *sitting, const char *purpose,
                                                    const MappeLanguage *language);
MappeTemplate            *mappe_template_built_in  (const char *purpose, const MappeLanguage *language);
void                      mappe_template_free      (MappeTemplate *self);
gboolean                  mappe_template_invites   (const MappeTemplate *self);
MappeFilledText          *mappe_template_fill      (const MappeTemplate *self, const MappeSitting *sitting,
                                                    const MappeLetterFacts *facts, const MappeLanguage *language);
void                      mappe_filled_text_free   (MappeFilledText *self);
char                     *mappe_second_note        (const MappeSitting *sitting, const MappeLanguage *language);
const char               *mappe_letter_purpose     (const MappeSitting *sitting);
const char               *mappe_invitation_purpose (const MappeSitting *sitting);

/* Acts */
MappeEdit                *mappe_template_save      (const MappeSitting *sitting, const char *purpose,
                                                    const MappeLanguage *language, const char *subject,
                                                    const char *text, GError **error);
MappeEdit                *mappe_template_reset     (const MappeSitting *sitting, const char *purpose,
                                                    const MappeLanguage *language, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeTemplate, mappe_template_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeFilledText, mappe_filled_text_free)

G_END_DECLS
