/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"
#include "mappe-row.h"

G_BEGIN_DECLS

/* Measures of letters by DIN 5008:2020, form B, in millimetres from the upper left corner of A4: the address stands in
 * the window of an envelope (DIN 680). */
#define MAPPE_LETTER_FIELD_X 20.0        /* address field: 85 × 45 */
#define MAPPE_LETTER_FIELD_Y 45.0
#define MAPPE_LETTER_FIELD_WIDTH 85.0
#define MAPPE_LETTER_NOTES_HEIGHT 17.7   /* its upper part: return address and remarks */
#define MAPPE_LETTER_ADDRESS_HEIGHT 27.3 /* its lower part */
#define MAPPE_LETTER_INDENT 5.0          /* text within the field */
#define MAPPE_LETTER_INFO_X 125.0        /* information block */
#define MAPPE_LETTER_INFO_Y 50.0
#define MAPPE_LETTER_INFO_WIDTH 75.0
#define MAPPE_LETTER_TEXT_Y 98.46        /* subject: two empty lines below the address field */
#define MAPPE_LETTER_FOLD_1 105.0
#define MAPPE_LETTER_PUNCH 148.5
#define MAPPE_LETTER_FOLD_2 210.0
#define MAPPE_LETTER_HEAD_Y 12.0         /* what stands above all that: free by the standard */
/* The logo stands in the right upper corner. */
#define MAPPE_LOGO_WIDTH 60.0
#define MAPPE_LOGO_HEIGHT 18.0
#define MAPPE_LOGO_Y 8.0

char           *mappe_letterhead_lines       (const char *address);
void            mappe_letterhead_add         (MappeNode *document, const MappeRow *council);
void            mappe_letterhead_add_day     (MappeNode *document, const MappeRow *council, const char *day,
                                              const MappeLanguage *language);
void            mappe_letterhead_add_logo    (MappeNode *document, const MappeRow *council, GBytes *logo);
void            mappe_letterhead_add_address (MappeNode *document, const MappeRow *council, const char *recipient,
                                              const char *day, const MappeLanguage *language);
gboolean        mappe_letterhead_is_letter   (const MappeNode *document);
guint           mappe_letterhead_end         (const MappeNode *document);

G_END_DECLS
