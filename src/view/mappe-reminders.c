/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-reminders.h"

#include <glib/gi18n.h>

#include "mappe-follow-up-text.h"
#include "mappe-letters.h"

typedef struct {
  GPtrArray *entries, *names;
} Reminders;

static void
reminders_free (gpointer data)
{
  Reminders *self = data;

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->names);
  g_free (self);
}

static char *
reminder_for (guint nth, gpointer data)
{
  Reminders *self = data;

  return mappe_follow_up_text_reminder (self->entries, g_ptr_array_index (self->names, nth));
}

/**
 * mappe_reminders_show:
 * @near: a widget of the window concerned
 * @entries: (element-type MappeFollowUp): what is followed up
 * @who: (nullable): whose reminder is shown first
 *
 * Shows a reminder for each person or office that has something unfinished among @entries.
 */
void
mappe_reminders_show (GtkWidget *near, GPtrArray *entries, const char *who)
{
  Reminders *self = g_new0 (Reminders, 1);
  MappeLetters letters = { .title = _("Reminders"), .to = _("Reminder for"), .text = _("Text of the reminder"),
                           .copied = _("Reminder copied"), .letter = reminder_for, .data = self,
                           .data_free = reminders_free };

  self->entries = g_ptr_array_ref (entries);
  self->names = mappe_follow_up_text_people (entries);
  letters.names = g_ptr_array_ref (self->names);
  if (who != NULL && !g_ptr_array_find_with_equal_func (self->names, who, g_str_equal, &letters.first))
    letters.first = 0;
  mappe_letters_show (near, &letters);
}
