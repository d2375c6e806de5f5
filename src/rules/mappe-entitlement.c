/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-entitlement.h"

/**
 * mappe_may_receive_papers:
 *
 * GemO § 34, § 22: members, advisory members and the office get the papers of both parts; not of an item they are
 * excluded from for a conflict of interest, if it is not public; guests those of the items they are invited to. What
 * is public is for everybody.
 *
 * Returns: whether the person may receive the papers of the part
 */
gboolean
mappe_may_receive_papers (MappeStanding standing, const MappePart *part)
{
  if (part->public)
    return TRUE;
  if (part->excluded || standing == MAPPE_STANDING_PUBLIC)
    return FALSE;
  return standing != MAPPE_STANDING_GUEST || part->invited;
}

/**
 * mappe_may_receive_minutes:
 *
 * GemO § 41, MGeschO § 26: the public part of the minutes goes to everybody on the list, the non-public part to members
 * and the office, but not to who was excluded from that item; guests get no non-public minutes.
 *
 * Returns: whether the person may receive the minutes of the part
 */
gboolean
mappe_may_receive_minutes (MappeStanding standing, const MappePart *part)
{
  if (part->public)
    return TRUE;
  return !part->excluded && standing >= MAPPE_STANDING_ADVISORY;
}
