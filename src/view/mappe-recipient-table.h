/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-sitting.h"

G_BEGIN_DECLS

/**
 * MappeRecipientTable:
 *
 * Who gets the invitation, and what they replied. Signals: "reply" (gint64 person, string status): a reply was put
 * down; "opened" (gint64 person): Enter or double click; "chosen" (guint): the user went to the row at that place.
 */
#define MAPPE_TYPE_RECIPIENT_TABLE (mappe_recipient_table_get_type ())
G_DECLARE_FINAL_TYPE (MappeRecipientTable, mappe_recipient_table, MAPPE, RECIPIENT_TABLE, AdwBin)

void mappe_recipient_table_set   (MappeRecipientTable *self, const MappeSitting *sitting, GPtrArray *recipients);
void mappe_recipient_table_reply (MappeRecipientTable *self, const char *status);

G_END_DECLS
