/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-vote-pane-private.h"

#include <glib/gi18n.h>

#include "mappe-reveal.h"
#include "mappe-sitting-line.h"

/* The roll call: who may vote, and who was called. */

static const char *
vote_word (const char *vote)
{
  if (vote == NULL)
    return _("y, n or a");
  return g_str_equal (vote, "yes") ? _("yes") : g_str_equal (vote, "no") ? _("no") : _("abstention");
}

static void
fill_roll_line (MappeVotePane *self, MappeSittingLine *line, const MappeParticipant *participant)
{
  const char *vote = g_hash_table_lookup (self->called, &participant->person);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", participant->sort_name, vote_word (vote));

  mappe_sitting_line_fill (line, vote != NULL ? "●" : "○", participant->sort_name, vote_word (vote), spoken);
}

/** mappe_vote_pane_show_roll: Shows who may vote and how they voted; the rows stay while the people do. */
void
mappe_vote_pane_show_roll (MappeVotePane *self)
{
  g_autoptr (GPtrArray) voters = g_ptr_array_new ();
  gboolean same = TRUE;
  GtkWidget *child;

  mappe_sitting_entitled (self->sitting, self->item, self->minute, voters);
  for (guint i = 0; i <= voters->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->roll, (int) i);

      same = same && (i == voters->len ? row == NULL
                                       : row != NULL && mappe_sitting_line_get_id (MAPPE_SITTING_LINE (row)) ==
                                             ((MappeParticipant *) g_ptr_array_index (voters, i))->person);
    }
  while (!same && (child = gtk_widget_get_first_child (GTK_WIDGET (self->roll))) != NULL)
    gtk_list_box_remove (self->roll, child);
  for (guint i = 0; i < voters->len; i++)
    {
      const MappeParticipant *participant = g_ptr_array_index (voters, i);

      if (!same)
        gtk_list_box_append (self->roll, mappe_sitting_line_new (participant->person));
      fill_roll_line (self, MAPPE_SITTING_LINE (gtk_list_box_get_row_at_index (self->roll, (int) i)), participant);
    }
}

/**
 * mappe_vote_pane_call:
 * @vote: (nullable): code of the list vote, a static string; %NULL only asks
 *
 * Takes the vote of the selected person of the roll call, and calls the next.
 *
 * Returns: whether a roll call has the focus
 */
gboolean
mappe_vote_pane_call (MappeVotePane *self, const char *vote)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->roll), *next;
  gint64 person;

  g_return_val_if_fail (MAPPE_IS_VOTE_PANE (self), FALSE);
  if (self->item == NULL || row == NULL || gtk_widget_get_focus_child (GTK_WIDGET (self->roll)) == NULL)
    return FALSE;
  if (vote == NULL)
    return TRUE;
  person = mappe_sitting_line_get_id (MAPPE_SITTING_LINE (row));
  g_hash_table_replace (self->called, g_memdup2 (&person, sizeof person), (gpointer) vote);
  next = gtk_list_box_get_row_at_index (self->roll, gtk_list_box_row_get_index (row) + 1);
  mappe_vote_pane_keep (self);
  mappe_vote_pane_show_roll (self);
  mappe_vote_pane_show_verdict (self);
  if (next != NULL)
    {
      gtk_list_box_select_row (self->roll, next);
      gtk_widget_grab_focus (GTK_WIDGET (next));
    }
  else
    /* The last one was called: the sum stands below. */
    mappe_reveal (GTK_WIDGET (self->verdict));
  return TRUE;
}

/** mappe_vote_pane_next_to_call: Returns: (nullable): who was not called yet, else the first name */
GtkListBoxRow *
mappe_vote_pane_next_to_call (MappeVotePane *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->roll, i)) != NULL; i++)
    {
      gint64 person = mappe_sitting_line_get_id (MAPPE_SITTING_LINE (row));

      if (!g_hash_table_contains (self->called, &person))
        return row;
    }
  return gtk_list_box_get_row_at_index (self->roll, 0);
}
