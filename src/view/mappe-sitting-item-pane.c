/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sitting-item-pane.h"

#include <glib/gi18n.h>

#include "mappe-agenda-item.h"
#include "mappe-conflict-declaration.h"
#include "mappe-date.h"
#include "mappe-decision.h"
#include "mappe-motion.h"
#include "mappe-sitting-acts.h"
#include "mappe-sitting-notes.h"
#include "mappe-sitting-words.h"
#include "mappe-statement.h"
#include "mappe-task.h"
#include "mappe-wrap-layout.h"

struct _MappeSittingItemPane {
  AdwBin parent_instance;

  gint64             item;
  guint              frames;     /* since the vote was shown */

  GtkScrolledWindow *scrolled;
  GtkLabel          *title;
  GtkLabel          *subtitle;
  GtkBox            *acts;
  GtkBox            *recorded;
  MappeVotePane     *vote;
  MappeSittingNotes *notes;
};

G_DEFINE_FINAL_TYPE (MappeSittingItemPane, mappe_sitting_item_pane, ADW_TYPE_BIN)

enum { NOTES_TYPED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- what was recorded --- */

static GtkWidget *
add_line (MappeSittingItemPane *self, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (self->recorded, line);
  return line;
}

static void
add_button (GtkWidget *line, const char *label, const char *action, gint64 id)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (line), button);
}

static void
add_decision (MappeSittingItemPane *self, const MappeSitting *sitting, const MappeRow *row)
{
  const char *outcome = mappe_row_get_text (row, MAPPE_DECISION_OUTCOME);
  const char *voted_at = mappe_row_get_text (row, MAPPE_DECISION_VOTED_AT);
  g_autofree char *counts = mappe_row_is_null (row, MAPPE_DECISION_YES)
                                ? g_strdup (mappe_sitting_code (sitting, "vote_type", "consensus", NULL))
                                : mappe_words_counts ((guint) mappe_row_get_int (row, MAPPE_DECISION_YES),
                                                      (guint) mappe_row_get_int (row, MAPPE_DECISION_NO),
                                                      (guint) mappe_row_get_int (row, MAPPE_DECISION_ABSTAIN), NULL);
  g_autofree char *text =
      g_strdup_printf ("☑ %s · %s · %s · %s: %s", mappe_row_get_text (row, MAPPE_DECISION_NUMBER),
                       voted_at != NULL ? voted_at : "–", counts,
                       mappe_sitting_code (sitting, "item_result", outcome, NULL),
                       mappe_row_get_text (row, MAPPE_DECISION_TEXT));

  add_line (self, text);
}

static void
add_motion (MappeSittingItemPane *self, const MappeSitting *sitting, const MappeRow *row)
{
  const char *outcome = mappe_row_get_text (row, MAPPE_MOTION_OUTCOME);
  g_autofree char *member = mappe_sitting_person_name (sitting, mappe_row_get_int (row, MAPPE_MOTION_PROPOSER));
  const char *other = mappe_row_get_text (row, MAPPE_MOTION_PROPOSER_NAME);
  const char *proposer = member != NULL ? member : other != NULL ? other : "–";
  /* Translators: kind of motion, proposer, result, wording */
  g_autofree char *text =
      g_strdup_printf (_("%s (%s), %s: %s"),
                       mappe_sitting_code (sitting, "motion_kind", mappe_row_get_text (row, MAPPE_MOTION_KIND), NULL),
                       proposer, mappe_sitting_code (sitting, "motion_outcome", outcome, NULL),
                       mappe_row_get_text (row, MAPPE_MOTION_TEXT));
  GtkWidget *line = add_line (self, text);

  if (outcome != NULL && !g_str_equal (outcome, "open"))
    return;
  add_button (line, _("Vote…"), "sitting.vote-motion", row->id);
  add_button (line, _("Change…"), "sitting.change-motion", row->id);
  add_button (line, _("Withdraw"), "sitting.withdraw-motion", row->id);
}

static void
add_conflict (MappeSittingItemPane *self, const MappeSitting *sitting, const MappeSittingItem *item,
              const MappeRow *row)
{
  const char *consequence = mappe_row_get_text (row, MAPPE_CONFLICT_DECLARATION_CONSEQUENCE);
  const char *ground = mappe_row_get_text (row, MAPPE_CONFLICT_DECLARATION_GROUND_CODE);
  g_autofree char *name = mappe_sitting_person_name (sitting,
                                                     mappe_row_get_int (row, MAPPE_CONFLICT_DECLARATION_PERSON));
  g_autofree char *text = g_strdup_printf ("⊘ %s: %s (%s)", name != NULL ? name : "–",
                                           mappe_sitting_code (sitting, "conflict_consequence", consequence, NULL),
                                           mappe_sitting_code (sitting, "conflict_ground", ground, NULL));
  GtkWidget *line = add_line (self, text);

  if (item->decisions->len == 0)
    add_button (line, _("Take back"), "sitting.undeclare", row->id);
}

static void
add_statement (MappeSittingItemPane *self, const MappeSitting *sitting, const MappeRow *row)
{
  g_autofree char *name = mappe_sitting_person_name (sitting, mappe_row_get_int (row, MAPPE_STATEMENT_PERSON));
  g_autofree char *text =
      g_strdup_printf ("„ %s, %s: %s", name != NULL ? name : "–",
                       mappe_sitting_code (sitting, "statement_kind", mappe_row_get_text (row, MAPPE_STATEMENT_KIND),
                                           NULL),
                       mappe_row_get_text (row, MAPPE_STATEMENT_TEXT));

  add_line (self, text);
}

static void
add_task (MappeSittingItemPane *self, const MappeListed *task)
{
  const char *member = task->shown[MAPPE_TASK_RESPONSIBLE_MEMBER];
  const char *office = task->shown[MAPPE_TASK_RESPONSIBLE_ORGANISATION];
  const char *due = mappe_row_get_text (task->row, MAPPE_TASK_DUE_ON);
  g_autofree char *day = due != NULL ? mappe_date_format (due) : g_strdup ("–");
  g_autofree char *text = g_strdup_printf ("☐ %s · %s · %s", mappe_row_get_text (task->row, MAPPE_TASK_TITLE),
                                           member != NULL ? member : office != NULL ? office : "–", day);

  add_line (self, text);
}

static void
show_recorded (MappeSittingItemPane *self, const MappeSitting *sitting, const MappeSittingItem *item)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->recorded))) != NULL)
    gtk_box_remove (self->recorded, child);
  for (guint i = 0; i < item->decisions->len; i++)
    add_decision (self, sitting, ((MappeSittingDecision *) g_ptr_array_index (item->decisions, i))->row);
  for (guint i = 0; i < item->motions->len; i++)
    add_motion (self, sitting, g_ptr_array_index (item->motions, i));
  for (guint i = 0; i < item->conflicts->len; i++)
    add_conflict (self, sitting, item, g_ptr_array_index (item->conflicts, i));
  for (guint i = 0; i < item->statements->len; i++)
    add_statement (self, sitting, g_ptr_array_index (item->statements, i));
  for (guint i = 0; i < item->tasks->len; i++)
    add_task (self, g_ptr_array_index (item->tasks, i));
}

/* --- the item --- */

static void
show_head (MappeSittingItemPane *self, const MappeSitting *sitting, const MappeSittingItem *item, int minute)
{
  const char *kind = mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_KIND);
  int opened = mappe_minute_parse (mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_OPENED_AT));
  g_autofree char *title = g_strdup_printf ("%s  %s", item->number,
                                            mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_TITLE));
  g_autoptr (GString) subtitle = g_string_new (item->public ? _("public") : _("non-public"));

  g_string_append_printf (subtitle, " · %s", mappe_sitting_code (sitting, "agenda_kind", kind, NULL));
  if (item == mappe_sitting_running (sitting) && minute >= opened)
    /* Translators: minutes spent on the item, minutes planned */
    g_string_append_printf (subtitle, _(" · %d min of %d"), minute - opened, item->minutes);
  else if (opened != MAPPE_MINUTE_NONE)
    g_string_append_printf (subtitle, " · %s–%s", mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_OPENED_AT),
                            mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_CLOSED_AT)
                                ? ""
                                : mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_CLOSED_AT));
  if (item->rapporteur != NULL)
    g_string_append_printf (subtitle, " · %s", item->rapporteur);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle->str);
}

/** mappe_sitting_item_pane_show_item: @item: (nullable): an item of @sitting */
void
mappe_sitting_item_pane_show_item (MappeSittingItemPane *self, const MappeSitting *sitting,
                                   const MappeSittingItem *item, int minute)
{
  gint64 id = item != NULL ? item->row->id : 0;

  g_return_if_fail (MAPPE_IS_SITTING_ITEM_PANE (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self), item != NULL);
  if (id != self->item)
    gtk_widget_set_visible (GTK_WIDGET (self->vote), FALSE);
  self->item = id;
  mappe_sitting_notes_show_item (self->notes, item != NULL ? item->row : NULL);
  mappe_vote_pane_show_item (self->vote, sitting, item, minute);
  if (item == NULL)
    return;
  show_head (self, sitting, item, minute);
  show_recorded (self, sitting, item);
}

/** mappe_sitting_item_pane_get_vote: Returns: (transfer none): the vote on the item */
MappeVotePane *
mappe_sitting_item_pane_get_vote (MappeSittingItemPane *self)
{
  g_return_val_if_fail (MAPPE_IS_SITTING_ITEM_PANE (self), NULL);
  return self->vote;
}

/* The vote has its place only after the layout of this frame. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MappeSittingItemPane *self = MAPPE_SITTING_ITEM_PANE (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  graphene_rect_t bounds;

  if (self->frames++ == 0)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_compute_bounds (GTK_WIDGET (self->vote), gtk_widget_get_parent (GTK_WIDGET (self->vote)),
                                 &bounds))
    gtk_adjustment_set_value (adjustment, bounds.origin.y);
  return G_SOURCE_REMOVE;
}

/** mappe_sitting_item_pane_begin_vote: Shows the vote, ready to type. */
void
mappe_sitting_item_pane_begin_vote (MappeSittingItemPane *self)
{
  g_return_if_fail (MAPPE_IS_SITTING_ITEM_PANE (self));
  gtk_widget_set_visible (GTK_WIDGET (self->vote), TRUE);
  mappe_vote_pane_begin (self->vote);
  self->frames = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/** mappe_sitting_item_pane_end_vote: The vote is recorded: a new one would begin empty. */
void
mappe_sitting_item_pane_end_vote (MappeSittingItemPane *self)
{
  g_return_if_fail (MAPPE_IS_SITTING_ITEM_PANE (self));
  gtk_widget_set_visible (GTK_WIDGET (self->vote), FALSE);
  mappe_vote_pane_end (self->vote);
}

/** mappe_sitting_item_pane_begin_notes: Gives the focus to the notes. */
void
mappe_sitting_item_pane_begin_notes (MappeSittingItemPane *self)
{
  g_return_if_fail (MAPPE_IS_SITTING_ITEM_PANE (self));
  gtk_widget_child_focus (GTK_WIDGET (self->notes), GTK_DIR_TAB_FORWARD);
}

/** mappe_sitting_item_pane_flush: Has the notes saved now. */
void
mappe_sitting_item_pane_flush (MappeSittingItemPane *self)
{
  g_return_if_fail (MAPPE_IS_SITTING_ITEM_PANE (self));
  mappe_sitting_notes_flush (self->notes);
}

/** mappe_sitting_item_pane_take_notes: See mappe_sitting_notes_take(). */
char *
mappe_sitting_item_pane_take_notes (MappeSittingItemPane *self, MappeRow **base)
{
  g_return_val_if_fail (MAPPE_IS_SITTING_ITEM_PANE (self), NULL);
  return mappe_sitting_notes_take (self->notes, base);
}

static void
typed_cb (MappeSittingItemPane *self)
{
  g_signal_emit (self, signals[NOTES_TYPED], 0);
}

/* --- GObject --- */

static void
mappe_sitting_item_pane_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_SITTING_ITEM_PANE);
  G_OBJECT_CLASS (mappe_sitting_item_pane_parent_class)->dispose (object);
}

static void
mappe_sitting_item_pane_class_init (MappeSittingItemPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_sitting_item_pane_dispose;
  signals[NOTES_TYPED] = g_signal_new ("notes-typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  g_type_ensure (MAPPE_TYPE_VOTE_PANE);
  g_type_ensure (MAPPE_TYPE_SITTING_NOTES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-sitting-item-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeSittingItemPane, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MappeSittingItemPane, title);
  gtk_widget_class_bind_template_child (widget_class, MappeSittingItemPane, subtitle);
  gtk_widget_class_bind_template_child (widget_class, MappeSittingItemPane, acts);
  gtk_widget_class_bind_template_child (widget_class, MappeSittingItemPane, recorded);
  gtk_widget_class_bind_template_child (widget_class, MappeSittingItemPane, vote);
  gtk_widget_class_bind_template_child (widget_class, MappeSittingItemPane, notes);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
mappe_sitting_item_pane_init (MappeSittingItemPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->acts), mappe_wrap_layout_new ());
}
