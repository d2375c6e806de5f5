/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-council-letter.h"

#include "mappe-council.h"
#include "mappe-letterhead.h"

/**
 * mappe_build_council_letter:
 * @language: (nullable): of the letter
 *
 * Returns: (transfer full): the letter, for its recipient alone
 */
MappeNode *
mappe_build_council_letter (const MappeCouncilLetter *letter, const MappeLanguage *language)
{
  MappeNode *document = mappe_node_new_document (letter->text->subject, language);

  document->class = MAPPE_CLASS_CONFIDENTIAL;
  mappe_node_set_meta (document, "kind", letter->kind);
  mappe_node_set_meta (document, "date", letter->today);
  if (letter->council != NULL)
    mappe_node_set_meta (document, "council", mappe_row_get_text (letter->council, MAPPE_COUNCIL_NAME));
  mappe_letterhead_add_logo (document, letter->council, letter->logo);
  if (letter->recipient != NULL && *letter->recipient != '\0')
    mappe_letterhead_add_address (document, letter->council, letter->recipient, letter->today, language);
  else
    {
      mappe_letterhead_add (document, letter->council);
      mappe_letterhead_add_day (document, letter->council, letter->today, language);
    }
  mappe_node_add_markup (document, letter->text->text);
  return document;
}
