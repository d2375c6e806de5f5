/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-vote-pane-private.h"

#include <glib/gi18n.h>

#include "mappe-agenda-item.h"
#include "mappe-kept-text.h"
#include "mappe-kept-vote.h"
#include "mappe-meeting.h"
#include "mappe-motion.h"
#include "mappe-objection.h"
#include "mappe-organisation.h"
#include "mappe-reveal.h"
#include "mappe-sitting-words.h"
#include "mappe-wrap-layout.h"

/* Under this the wording is kept while it is typed. */
#define KEPT "vote"

G_DEFINE_FINAL_TYPE (MappeVotePane, mappe_vote_pane, ADW_TYPE_BIN)

enum { RECORD, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- showing what comes out --- */

static void
set_fault (gpointer widget, gboolean faulty)
{
  if (faulty)
    gtk_widget_add_css_class (GTK_WIDGET (widget), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (widget), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID,
                               faulty ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static char *
verdict_text (MappeVotePane *self, const MappeBallot *ballot)
{
  const char *outcome = mappe_ballot_outcome (self->sitting, self->item_id, ballot, self->minute);
  MappeVerdict verdict = mappe_sitting_judge (self->sitting, self->item, self->minute, ballot->yes, ballot->no,
                                              ballot->abstain, ballot->chair_yes);
  g_autofree char *counts = mappe_words_counts (ballot->yes, ballot->no, ballot->abstain, NULL);
  g_autofree char *words = mappe_words_verdict (&self->sitting->rules, &verdict, NULL);

  if (mappe_vote_pane_form (self) == MAPPE_VOTE_CONSENSUS)
    return g_strdup_printf ("→ %s", mappe_sitting_code (self->sitting, "item_result", outcome, NULL));
  return g_strdup_printf ("%s = %u ✓ → %s", counts, verdict.sum, words);
}

static void
count_called (const MappeBallot *ballot, MappeBallot *counted)
{
  *counted = *ballot;
  if (g_strcmp0 (ballot->form, "roll_call") != 0)
    return;
  counted->yes = counted->no = counted->abstain = 0;
  for (guint i = 0; i < ballot->n_called; i++)
    {
      counted->yes += g_str_equal (ballot->called[i].vote, "yes");
      counted->no += g_str_equal (ballot->called[i].vote, "no");
      counted->abstain += g_str_equal (ballot->called[i].vote, "abstain");
    }
}

/** mappe_vote_pane_show_verdict: Says what comes out of the vote, or why it would be refused. */
void
mappe_vote_pane_show_verdict (MappeVotePane *self)
{
  g_auto (MappeVoteHeld) held = { NULL };
  g_autoptr (GError) error = NULL;
  MappeBallot ballot = mappe_vote_pane_read (self, self->sitting, self->item, self->minute, &held), counted;
  MappeBallotField field = mappe_ballot_check (self->sitting, self->item_id, &ballot, self->minute, &error);
  g_autofree char *text = NULL;
  g_autofree char *rest = g_strdup_printf ("%u", ballot.yes);

  count_called (&ballot, &counted);
  text = field == MAPPE_BALLOT_FINE ? verdict_text (self, &counted) : g_strdup_printf ("▲ %s", error->message);
  gtk_label_set_label (self->verdict, text);
  g_object_set (self->yes, "placeholder-text", rest, NULL);
  set_fault (self->verdict, field != MAPPE_BALLOT_FINE);
  set_fault (self->yes, field == MAPPE_BALLOT_COUNTS);
  set_fault (self->no, field == MAPPE_BALLOT_COUNTS);
  set_fault (self->abstain, field == MAPPE_BALLOT_COUNTS);
  set_fault (self->secret, field == MAPPE_BALLOT_SECRET);
  set_fault (self->override, field == MAPPE_BALLOT_OVERRIDE);
  set_fault (self->wording, field == MAPPE_BALLOT_TEXT);
  set_fault (self->roll, field == MAPPE_BALLOT_CALLED);
}

/* --- what belongs to the form and the item --- */

static gboolean
has_open_objections (const MappeSittingItem *item)
{
  for (guint i = 0; i < item->subject_objections->len; i++)
    if (g_strcmp0 (mappe_row_get_text (g_ptr_array_index (item->subject_objections, i), MAPPE_OBJECTION_OUTCOME),
                   "open") == 0)
      return TRUE;
  return FALSE;
}

static void
show_parts (MappeVotePane *self)
{
  guint form = mappe_vote_pane_form (self), needed = mappe_ballot_secret_needed (self->sitting, self->item_id);
  gboolean quorate = mappe_sitting_quorum (self->sitting, self->item, self->minute).quorate;
  g_autofree char *asked =
      needed > 0 ? g_strdup_printf (_("A secret ballot was asked for by (%u are needed)"), needed)
                 : g_strdup (_("A secret ballot was asked for by (an election needs nobody)"));

  gtk_widget_set_visible (self->counts, form == MAPPE_VOTE_OPEN || form == MAPPE_VOTE_SECRET);
  gtk_widget_set_visible (self->secret_box, form == MAPPE_VOTE_SECRET);
  gtk_label_set_label (self->secret_label, asked);
  gtk_widget_set_visible (GTK_WIDGET (self->roll), form == MAPPE_VOTE_ROLL_CALL);
  gtk_widget_set_visible (GTK_WIDGET (self->override), !quorate);
  gtk_widget_set_visible (GTK_WIDGET (self->chair_yes), self->sitting->rules.tie == MAPPE_TIE_CHAIR &&
                                                            form != MAPPE_VOTE_CONSENSUS);
  gtk_widget_set_visible (GTK_WIDGET (self->objections), has_open_objections (self->item));
  if (form == MAPPE_VOTE_ROLL_CALL)
    mappe_vote_pane_show_roll (self);
}

static void
update (MappeVotePane *self)
{
  if (self->filling || self->item == NULL)
    return;
  mappe_vote_pane_keep (self);
  show_parts (self);
  mappe_vote_pane_show_verdict (self);
}

static void
set_wording (MappeVotePane *self, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->wording), text, -1);
}

/* The draft of the agenda, else the motion. */
static const char *
proposed_wording (const MappeSittingItem *item)
{
  const char *draft = mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_DRAFT_DECISION);

  for (guint i = 0; draft == NULL && i < item->motions->len; i++)
    if (((MappeRow *) g_ptr_array_index (item->motions, i))->id == mappe_vote_motion (item))
      draft = mappe_row_get_text (g_ptr_array_index (item->motions, i), MAPPE_MOTION_TEXT);
  return draft;
}

/* What the wording is before anything is typed: one decision comes from the draft, the next ones are free. */
static const char *
first_wording (const MappeSittingItem *item)
{
  const char *proposed = item->decisions->len == 0 ? proposed_wording (item) : NULL;

  return proposed != NULL ? proposed : "";
}

static gboolean
has_first_wording (MappeVotePane *self)
{
  g_autofree char *text = self->item != NULL ? mappe_vote_pane_wording (self) : NULL;

  return text != NULL && g_str_equal (text, first_wording (self->item));
}

/* A wording as typed survives a crash, and looking at another item, until the vote on it is recorded. */
static void
keep_wording (MappeVotePane *self)
{
  g_autofree char *text = self->filling || self->item == NULL ? NULL : mappe_vote_pane_wording (self);

  if (text != NULL && self->store != NULL)
    mappe_kept_text_save (self->store, KEPT, self->item_id,
                          g_str_equal (text, first_wording (self->item)) ? NULL : text);
}

static void
wording_cb (MappeVotePane *self)
{
  keep_wording (self);
  update (self);
}

static void
empty (MappeVotePane *self)
{
  GtkEditable *entries[] = { self->yes, self->no, self->abstain, self->secret, self->override };
  gboolean consensus = self->sitting->rules.majority == MAPPE_MAJORITY_CONSENSUS;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_editable_set_text (entries[i], "");
  gtk_toggle_button_set_active (self->form_buttons[consensus ? MAPPE_VOTE_CONSENSUS : MAPPE_VOTE_OPEN], TRUE);
  gtk_check_button_set_active (self->objections, FALSE);
  gtk_check_button_set_active (self->chair_yes, FALSE);
  mappe_reference_entry_set_value (self->office, 0, NULL);
  mappe_date_entry_set_date (self->due_on, NULL);
  g_hash_table_remove_all (self->called);
}

/* Begins a vote on the item, or goes on with the one that was not recorded. */
static void
begin_item (MappeVotePane *self)
{
  g_autofree char *wording = NULL;

  if (self->item == NULL)
    return;
  wording = self->store != NULL ? mappe_kept_text_load (self->store, KEPT, self->item_id) : NULL;
  self->filling = TRUE;
  empty (self);
  g_free (self->blank);
  self->blank = mappe_vote_pane_as_typed (self);
  if (self->store != NULL)
    mappe_vote_pane_take_kept (self);
  g_free (self->kept);
  self->kept = mappe_vote_pane_as_typed (self);
  set_wording (self, wording != NULL ? wording : first_wording (self->item));
  self->filling = FALSE;
  update (self);
}

/**
 * mappe_vote_pane_show_item:
 * @item: (nullable): the item, of @sitting
 * @minute: minute of the vote
 *
 * Shows who may vote now. What was typed for the item stays.
 */
void
mappe_vote_pane_show_item (MappeVotePane *self, const MappeSitting *sitting, const MappeSittingItem *item, int minute)
{
  gint64 before;
  gboolean untouched;

  g_return_if_fail (MAPPE_IS_VOTE_PANE (self));
  before = self->item_id;
  untouched = has_first_wording (self);
  g_clear_pointer (&self->sitting, mappe_sitting_unref);
  self->sitting = mappe_sitting_ref ((MappeSitting *) sitting);
  self->item = item;
  self->item_id = item != NULL ? item->row->id : 0;
  self->minute = minute;
  if (self->item_id != before)
    {
      begin_item (self);
      return;
    }
  /* What was recorded meanwhile is not proposed once more. */
  if (untouched && item != NULL && !has_first_wording (self))
    set_wording (self, first_wording (item));
  update (self);
}

/** mappe_vote_pane_end: The vote is recorded: a new one would begin empty. */
void
mappe_vote_pane_end (MappeVotePane *self)
{
  g_return_if_fail (MAPPE_IS_VOTE_PANE (self));
  if (self->store != NULL && self->recording != 0)
    {
      mappe_kept_text_save (self->store, KEPT, self->recording, NULL);
      mappe_kept_vote_save (self->store, self->recording, NULL);
    }
  /* Somebody may look at another item by now. */
  if (self->recording == self->item_id)
    begin_item (self);
  self->recording = 0;
}

/** mappe_vote_pane_begin: Gives the focus to where one types first. */
void
mappe_vote_pane_begin (MappeVotePane *self)
{
  GtkListBoxRow *first;

  g_return_if_fail (MAPPE_IS_VOTE_PANE (self));
  first = mappe_vote_pane_next_to_call (self);
  if (mappe_vote_pane_form (self) == MAPPE_VOTE_ROLL_CALL && first != NULL)
    {
      gtk_list_box_select_row (self->roll, first);
      gtk_widget_grab_focus (GTK_WIDGET (first));
    }
  else if (mappe_vote_pane_form (self) == MAPPE_VOTE_CONSENSUS
           || gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->wording)) == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->wording));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->no));
}

/**
 * mappe_vote_pane_make_edit:
 *
 * Returns: (transfer full) (nullable): the vote as typed; %NULL with %MAPPE_MEETING_ERROR when it is refused
 */
MappeEdit *
mappe_vote_pane_make_edit (MappeVotePane *self, const MappeSitting *sitting, int minute, GError **error)
{
  const MappeSittingItem *item = mappe_sitting_item (sitting, self->item_id);
  g_auto (MappeVoteHeld) held = { NULL };
  MappeBallot ballot;

  g_return_val_if_fail (item != NULL, NULL);
  ballot = mappe_vote_pane_read (self, sitting, item, minute, &held);
  self->recording = self->item_id;
  return mappe_vote_record (sitting, self->item_id, &ballot, minute, error);
}

static void
record_cb (MappeVotePane *self)
{
  g_signal_emit (self, signals[RECORD], 0);
}

/** mappe_vote_pane_unanimous: All in favour, recorded at once. */
void
mappe_vote_pane_unanimous (MappeVotePane *self)
{
  g_return_if_fail (MAPPE_IS_VOTE_PANE (self));
  self->filling = TRUE;
  gtk_editable_set_text (self->yes, "");
  gtk_editable_set_text (self->no, "");
  gtk_editable_set_text (self->abstain, "");
  self->filling = FALSE;
  update (self);
  record_cb (self);
}

static void
record_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  record_cb (MAPPE_VOTE_PANE (widget));
}

static void
unanimous_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_vote_pane_unanimous (MAPPE_VOTE_PANE (widget));
}

/* --- GObject --- */

static void
mappe_vote_pane_dispose (GObject *object)
{
  MappeVotePane *self = MAPPE_VOTE_PANE (object);

  self->item = NULL;
  g_clear_object (&self->store);
  g_clear_pointer (&self->sitting, mappe_sitting_unref);
  g_clear_pointer (&self->called, g_hash_table_unref);
  g_clear_pointer (&self->blank, g_free);
  g_clear_pointer (&self->kept, g_free);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_VOTE_PANE);
  G_OBJECT_CLASS (mappe_vote_pane_parent_class)->dispose (object);
}

static void
mappe_vote_pane_class_init (MappeVotePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_vote_pane_dispose;
  signals[RECORD] = g_signal_new ("record", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  g_type_ensure (MAPPE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-vote-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeVotePane, wording);
  gtk_widget_class_bind_template_child (widget_class, MappeVotePane, forms);
  gtk_widget_class_bind_template_child (widget_class, MappeVotePane, counts);
  gtk_widget_class_bind_template_child (widget_class, MappeVotePane, yes);
  gtk_widget_class_bind_template_child (widget_class, MappeVotePane, no);
  gtk_widget_class_bind_template_child (widget_class, MappeVotePane, abstain);
  gtk_widget_class_bind_template_child (widget_class, MappeVotePane, secret_box);
  gtk_widget_class_bind_template_child (widget_class, MappeVotePane, secret_label);
  gtk_widget_class_bind_template_child (widget_class, MappeVotePane, secret);
  gtk_widget_class_bind_template_child (widget_class, MappeVotePane, roll);
  gtk_widget_class_bind_template_child (widget_class, MappeVotePane, chair_yes);
  gtk_widget_class_bind_template_child (widget_class, MappeVotePane, objections);
  gtk_widget_class_bind_template_child (widget_class, MappeVotePane, override);
  gtk_widget_class_bind_template_child (widget_class, MappeVotePane, charge);
  gtk_widget_class_bind_template_child (widget_class, MappeVotePane, verdict);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);
  gtk_widget_class_install_action (widget_class, "vote.record", NULL, record_action_cb);
  gtk_widget_class_install_action (widget_class, "vote.unanimous", NULL, unanimous_action_cb);
}

/* Who chooses a form goes on typing in it: at the first name of the roll, at the votes. */
static void
form_cb (MappeVotePane *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button) || self->filling || self->item == NULL)
    return;
  update (self);
  mappe_vote_pane_begin (self);
}

static void
make_forms (MappeVotePane *self)
{
  const char *const labels[] = { _("Show of hands"), _("Roll call"), _("Secret"), _("Consensus") };

  for (guint i = 0; i < MAPPE_VOTE_N_FORMS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (labels[i]);

      self->form_buttons[i] = GTK_TOGGLE_BUTTON (button);
      if (i > 0)
        gtk_toggle_button_set_group (self->form_buttons[i], self->form_buttons[0]);
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
      g_signal_connect_object (button, "toggled", G_CALLBACK (form_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->forms), button);
    }
  gtk_toggle_button_set_active (self->form_buttons[MAPPE_VOTE_OPEN], TRUE);
}

static void
mappe_vote_pane_init (MappeVotePane *self)
{
  self->called = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  mappe_reveal_cursor (self->wording);
  make_forms (self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->wording), "changed", G_CALLBACK (wording_cb), self,
                           G_CONNECT_SWAPPED);
}

/** mappe_vote_pane_set_store: Gives the pane the council file, once. */
void
mappe_vote_pane_set_store (MappeVotePane *self, MappeStore *store)
{
  GtkWidget *office, *due_on;

  g_return_if_fail (MAPPE_IS_VOTE_PANE (self) && self->office == NULL);
  self->store = g_object_ref (store);
  office = mappe_reference_entry_new (store, &mappe_organisation_kind);
  due_on = mappe_date_entry_new ();
  mappe_reference_entry_set_name (MAPPE_REFERENCE_ENTRY (office), _("Responsible organisation"));
  mappe_date_entry_set_name (MAPPE_DATE_ENTRY (due_on), _("Due on"));
  gtk_widget_add_css_class (office, "framed-entry");
  gtk_widget_add_css_class (due_on, "framed-entry");
  gtk_box_append (self->charge, gtk_label_new (_("Responsible organisation")));
  gtk_box_append (self->charge, office);
  gtk_box_append (self->charge, gtk_label_new (_("Due on")));
  gtk_box_append (self->charge, due_on);
  self->office = MAPPE_REFERENCE_ENTRY (office);
  self->due_on = MAPPE_DATE_ENTRY (due_on);
  g_signal_connect_object (office, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (due_on, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}
