/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agenda-part.h"

#include "mappe-agenda-item.h"
#include "mappe-meeting.h"

/** mappe_agenda_has_public_part: Returns: whether items of the meeting may be public at all */
gboolean
mappe_agenda_has_public_part (const MappeRow *meeting)
{
  return mappe_row_get_int (meeting, MAPPE_MEETING_PUBLIC_PART) != 0;
}

/**
 * mappe_agenda_neutral_title:
 *
 * GemO § 34 (6): non-public items are announced in general words only. This one says nothing of the matter, so that it
 * may stand until somebody finds a better one.
 *
 * Returns: (transfer none): the title proposed for a non-public item in the public notice
 */
const char *
mappe_agenda_neutral_title (const MappeLanguage *language)
{
  return L_("Non-public matter");
}

/**
 * mappe_agenda_suit_meeting:
 * @item: a new item, on its way onto the agenda
 * @meeting: the meeting
 * @language: (nullable): language of the agenda
 *
 * In a meeting without a public part every item is non-public, wherever it came from; where there is one, an item that
 * is not public gets a neutral public title.
 */
void
mappe_agenda_suit_meeting (MappeRow *item, const MappeRow *meeting, const MappeLanguage *language)
{
  if (!mappe_agenda_has_public_part (meeting))
    mappe_value_set_int (&item->values[MAPPE_AGENDA_ITEM_PUBLIC], 0);
  else if (mappe_row_get_int (item, MAPPE_AGENDA_ITEM_PUBLIC) == 0 &&
           mappe_row_is_null (item, MAPPE_AGENDA_ITEM_PUBLIC_TITLE))
    mappe_value_set_text (&item->values[MAPPE_AGENDA_ITEM_PUBLIC_TITLE], mappe_agenda_neutral_title (language));
}
