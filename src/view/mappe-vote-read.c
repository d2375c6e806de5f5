/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-vote-pane-private.h"

#include "mappe-kept-vote.h"
#include "mappe-motion.h"

/* What is typed into the pane: as a ballot, and as it is kept until the vote is recorded. */

static const char *const form_codes[] = { "open", "roll_call", "secret", "consensus" };

/** mappe_vote_pane_form: Returns: the form of the vote that is chosen */
MappeVoteForm
mappe_vote_pane_form (MappeVotePane *self)
{
  for (guint i = 0; i < MAPPE_VOTE_N_FORMS; i++)
    if (gtk_toggle_button_get_active (self->form_buttons[i]))
      return i;
  return MAPPE_VOTE_OPEN;
}

static gboolean
read_count (GtkEditable *entry, guint *count)
{
  const char *text = gtk_editable_get_text (entry);
  guint64 number = 0;

  *count = 0;
  if (*text == '\0')
    return FALSE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, 100000, &number, NULL))
    number = 100000;  /* no number: it will not add up */
  *count = (guint) number;
  return TRUE;
}

/** mappe_vote_pane_wording: Returns: (transfer full): the wording as typed */
char *
mappe_vote_pane_wording (MappeVotePane *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->wording);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* The votes of a roll call as far as they were called, of those who may vote. */
static GArray *
called_of (MappeVotePane *self, const MappeSitting *sitting, const MappeSittingItem *item, int minute)
{
  GArray *called = g_array_new (FALSE, FALSE, sizeof (MappeCalledVote));
  g_autoptr (GPtrArray) voters = g_ptr_array_new ();

  mappe_sitting_entitled (sitting, item, minute, voters);
  for (guint i = 0; i < voters->len; i++)
    {
      gint64 person = ((MappeParticipant *) g_ptr_array_index (voters, i))->person;
      MappeCalledVote vote = { person, g_hash_table_lookup (self->called, &person) };

      if (vote.vote != NULL)
        g_array_append_val (called, vote);
    }
  return called;
}

static void
read_counts (MappeVotePane *self, MappeBallot *ballot, guint entitled)
{
  gboolean typed = read_count (self->yes, &ballot->yes);

  read_count (self->no, &ballot->no);
  read_count (self->abstain, &ballot->abstain);
  if (!typed && ballot->no + ballot->abstain <= entitled)
    ballot->yes = entitled - ballot->no - ballot->abstain;
}

/** mappe_vote_motion: Returns: id of the one motion put on the item that is not an amendment, or 0 */
gint64
mappe_vote_motion (const MappeSittingItem *item)
{
  gint64 found = 0;

  for (guint i = 0; i < item->motions->len; i++)
    {
      const MappeRow *motion = g_ptr_array_index (item->motions, i);

      if (g_strcmp0 (mappe_row_get_text (motion, MAPPE_MOTION_KIND), "motion") == 0)
        found = motion->id;
    }
  return found;
}

/** mappe_vote_held_clear: Frees what a ballot pointed to. */
void
mappe_vote_held_clear (MappeVoteHeld *held)
{
  g_free (held->text);
  g_free (held->due_on);
  g_clear_pointer (&held->called, g_array_unref);
}

/**
 * mappe_vote_pane_read:
 * @minute: minute of the vote
 * @held: (out): texts and votes that the ballot points to
 *
 * Returns: the vote as typed
 */
MappeBallot
mappe_vote_pane_read (MappeVotePane *self, const MappeSitting *sitting, const MappeSittingItem *item, int minute,
                      MappeVoteHeld *held)
{
  guint secret_yes = 0;
  MappeBallot ballot = { .form = form_codes[mappe_vote_pane_form (self)], .secret_yes = -1 };

  *held = (MappeVoteHeld){ mappe_vote_pane_wording (self), mappe_date_entry_get_date (self->due_on),
                  called_of (self, sitting, item, minute) };
  ballot.text = held->text;
  ballot.due_on = held->due_on;
  ballot.called = (const MappeCalledVote *) held->called->data;
  ballot.n_called = held->called->len;
  read_counts (self, &ballot, mappe_sitting_entitled (sitting, item, minute, NULL));
  if (read_count (self->secret, &secret_yes))
    ballot.secret_yes = (int) secret_yes;
  ballot.chair_yes = gtk_check_button_get_active (self->chair_yes);
  ballot.override = gtk_editable_get_text (self->override);
  ballot.office = MAX (mappe_reference_entry_get_id (self->office), 0);
  ballot.motion = mappe_vote_motion (item);
  ballot.objections_accepted = gtk_check_button_get_active (self->objections);
  ballot.further = item->decisions->len > 0;
  return ballot;
}

/* --- keeping what is typed --- */

/** mappe_vote_pane_as_typed: Returns: (transfer full): the vote without its wording, see mappe_kept_vote_text() */
char *
mappe_vote_pane_as_typed (MappeVotePane *self)
{
  gint64 office = mappe_reference_entry_get_id (self->office);
  const MappeKeptVote vote = {
    .form = (char *) form_codes[mappe_vote_pane_form (self)],
    .yes = (char *) gtk_editable_get_text (self->yes),
    .no = (char *) gtk_editable_get_text (self->no),
    .abstain = (char *) gtk_editable_get_text (self->abstain),
    .secret = (char *) gtk_editable_get_text (self->secret),
    .override = (char *) gtk_editable_get_text (self->override),
    .due_on = (char *) mappe_date_entry_get_text (self->due_on),
    .chair_yes = gtk_check_button_get_active (self->chair_yes),
    .objections = gtk_check_button_get_active (self->objections),
    .office = MAX (office, 0),
    .office_title = office > 0 ? (char *) mappe_reference_entry_get_text (self->office) : NULL,
    .called = self->called,
  };

  return mappe_kept_vote_text (&vote);
}

/** mappe_vote_pane_keep: What was counted survives a crash, and looking at another item, until it is recorded. */
void
mappe_vote_pane_keep (MappeVotePane *self)
{
  g_autofree char *text = NULL;

  if (self->filling || self->item == NULL || self->store == NULL)
    return;
  text = mappe_vote_pane_as_typed (self);
  if (g_strcmp0 (text, self->kept) == 0)
    return;
  mappe_kept_vote_save (self->store, self->item_id, g_strcmp0 (text, self->blank) == 0 ? NULL : text);
  g_free (self->kept);
  self->kept = g_steal_pointer (&text);
}

static void
take_called (MappeVotePane *self, GHashTable *called)
{
  GHashTableIter iter;
  gpointer person, vote;

  g_hash_table_iter_init (&iter, called);
  while (g_hash_table_iter_next (&iter, &person, &vote))
    g_hash_table_replace (self->called, g_memdup2 (person, sizeof (gint64)), vote);
}

/** mappe_vote_pane_take_kept: Puts into the pane what was typed for the item and not recorded. */
void
mappe_vote_pane_take_kept (MappeVotePane *self)
{
  g_autoptr (MappeKeptVote) vote = mappe_kept_vote_load (self->store, self->item_id);

  if (vote == NULL)
    return;
  for (guint i = 0; i < MAPPE_VOTE_N_FORMS; i++)
    if (g_str_equal (vote->form, form_codes[i]))
      gtk_toggle_button_set_active (self->form_buttons[i], TRUE);
  gtk_editable_set_text (self->yes, vote->yes);
  gtk_editable_set_text (self->no, vote->no);
  gtk_editable_set_text (self->abstain, vote->abstain);
  gtk_editable_set_text (self->secret, vote->secret);
  gtk_editable_set_text (self->override, vote->override);
  mappe_date_entry_set_text (self->due_on, vote->due_on);
  gtk_check_button_set_active (self->chair_yes, vote->chair_yes);
  gtk_check_button_set_active (self->objections, vote->objections);
  mappe_reference_entry_set_value (self->office, vote->office, vote->office_title);
  take_called (self, vote->called);
}
