/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a person is to the body on the day of the meeting. */
typedef enum {
  MAPPE_STANDING_PUBLIC,     /* nobody in particular: press, citizens */
  MAPPE_STANDING_GUEST,      /* invited to single items */
  MAPPE_STANDING_ADVISORY,
  MAPPE_STANDING_MEMBER,     /* entitled to vote */
  MAPPE_STANDING_OFFICE,     /* chair, secretariat, minute-taker */
} MappeStanding;

/**
 * MappePart: a part of a meeting's papers
 * @public: of the public part
 * @invited: a guest is invited to this very item
 * @excluded: the person is excluded from the item for a conflict of interest
 */
typedef struct {
  gboolean public;
  gboolean invited;
  gboolean excluded;
} MappePart;

gboolean  mappe_may_receive_papers   (MappeStanding standing, const MappePart *part);
gboolean  mappe_may_receive_minutes  (MappeStanding standing, const MappePart *part);

G_END_DECLS
