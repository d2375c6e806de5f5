/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MappeNotice: the notice period of an invitation with its arithmetic
 * @required: full calendar days needed
 * @given: full calendar days between receipt and meeting, neither counted; 0 on the day before it,
 *   negative from the day of the meeting on
 * @deadline: (owned): last day of receipt, "YYYY-MM-DD"
 * @kept: whether the period is kept
 */
typedef struct {
  guint    required;
  int      given;
  char    *deadline;
  gboolean kept;
} MappeNotice;

void      mappe_notice_clear        (MappeNotice *self);
gboolean  mappe_notice_deadline     (const char *held_on, guint notice_days, char **deadline);
gboolean  mappe_notice_check        (const char *received_on, const char *held_on, guint notice_days,
                                     MappeNotice *notice);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MappeNotice, mappe_notice_clear)

G_END_DECLS
