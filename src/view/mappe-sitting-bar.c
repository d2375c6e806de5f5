/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sitting-bar.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-sitting-acts.h"
#include "mappe-sitting-words.h"
#include "mappe-wrap-layout.h"

#define CLOCK_SECONDS 5

struct _MappeSittingBar {
  AdwBin parent_instance;

  MappeSitting *sitting;
  guint         clock_id;
  int           shown_minute;
  gboolean      faulty;  /* what is typed is no time */

  GtkLabel     *shape;
  GtkLabel     *sentence;
  GtkLabel     *history;
  GtkLabel     *clock;
  GtkEntry     *time;
  GtkButton    *toggle;
};

G_DEFINE_FINAL_TYPE (MappeSittingBar, mappe_sitting_bar, ADW_TYPE_BIN)

enum { MINUTE_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- time --- */

static int
minute_now (MappeSittingBar *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = mappe_date_today ();
  int minute = g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);

  return self->sitting != NULL ? mappe_sitting_live_minute (self->sitting, today, minute) : minute;
}

/* The minute typed; none when the field is empty or holds no time. */
static int
minute_typed (MappeSittingBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->time));
  g_autofree char *time = *text != '\0' ? mappe_time_parse_typed (text, NULL) : NULL;

  return mappe_minute_parse (time);
}

/**
 * mappe_sitting_bar_get_minute:
 *
 * Returns: minute of the day at which an act happens: the one typed, else now; %MAPPE_MINUTE_NONE when what is typed is
 *   no time, so that nothing is recorded at a wrong one
 */
int
mappe_sitting_bar_get_minute (MappeSittingBar *self)
{
  g_return_val_if_fail (MAPPE_IS_SITTING_BAR (self), MAPPE_MINUTE_NONE);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->time)) == '\0')
    return minute_now (self);
  return minute_typed (self);
}

/* The minute whose quorum is shown: of a closed sitting the last one. */
static int
minute_of_quorum (MappeSittingBar *self)
{
  int typed = minute_typed (self), end = mappe_sitting_end (self->sitting);

  if (typed != MAPPE_MINUTE_NONE)
    return typed;
  return end != MAPPE_MINUTE_NONE ? end - 1 : minute_now (self);
}

/* --- what is shown --- */

static void
set_look (MappeSittingBar *self, const MappeQuorum *quorum)
{
  static const struct { const char *shape, *look; } looks[] = { { "●", "quorum-found" }, { "◐", "quorum-near" },
                                                                { "▲", "quorum-lost" } };
  guint n = !quorum->quorate ? 2 : quorum->spare <= 1 && quorum->applied != MAPPE_QUORUM_NONE ? 1 : 0;

  gtk_label_set_label (self->shape, looks[n].shape);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (i == n)
      gtk_widget_add_css_class (GTK_WIDGET (self), looks[i].look);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), looks[i].look);
}

static void
show_history (MappeSittingBar *self, int minute)
{
  g_autoptr (GArray) turns = mappe_sitting_turns (self->sitting, minute);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i < turns->len; i++)
    {
      const MappeQuorumTurn *turn = &g_array_index (turns, MappeQuorumTurn, i);
      g_autofree char *time = mappe_minute_format (turn->minute);

      if (text->len > 0)
        g_string_append (text, " · ");
      /* Translators: time, members present, statutory number */
      g_string_append_printf (text, turn->quorum.quorate ? _("Quorum regained at %s (%u of %u)")
                                                         : _("Quorum lost at %s (%u of %u)"),
                              time, turn->quorum.present, turn->quorum.statutory);
    }
  gtk_label_set_label (self->history, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->history), text->len > 0);
}

static void
show_quorum (MappeSittingBar *self)
{
  int minute = minute_of_quorum (self);
  const MappeSittingItem *item = mappe_sitting_running (self->sitting);
  MappeQuorum quorum = mappe_sitting_quorum (self->sitting, item, minute);
  g_autofree char *sentence = mappe_words_quorum (&quorum, NULL);

  self->shown_minute = minute;
  set_look (self, &quorum);
  if (g_strcmp0 (gtk_label_get_label (self->sentence), sentence) != 0)
    gtk_label_set_label (self->sentence, sentence);
  show_history (self, minute);
}

static void
show_toggle (MappeSittingBar *self)
{
  MappeSittingState state = mappe_sitting_state (self->sitting);

  gtk_button_set_label (self->toggle, state == MAPPE_SITTING_WAITING   ? C_("button", "Open the sitting")
                                      : state == MAPPE_SITTING_RUNNING ? C_("button", "Close the sitting")
                                                                       : _("Open again"));
  if (state == MAPPE_SITTING_WAITING)
    gtk_widget_add_css_class (GTK_WIDGET (self->toggle), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->toggle), "suggested-action");
}

static gboolean
clock_cb (gpointer data)
{
  MappeSittingBar *self = data;
  g_autofree char *now = mappe_minute_format (minute_now (self));

  if (g_strcmp0 (gtk_label_get_label (self->clock), now) == 0)
    return G_SOURCE_CONTINUE;
  gtk_label_set_label (self->clock, now);
  if (self->sitting != NULL && minute_of_quorum (self) != self->shown_minute)
    show_quorum (self);
  return G_SOURCE_CONTINUE;
}

static void
time_cb (MappeSittingBar *self)
{
  self->faulty = mappe_sitting_bar_get_minute (self) == MAPPE_MINUTE_NONE;
  if (self->faulty)
    gtk_widget_add_css_class (GTK_WIDGET (self->time), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->time), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->time), GTK_ACCESSIBLE_STATE_INVALID,
                               self->faulty ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (self->sitting != NULL)
    show_quorum (self);
  g_signal_emit (self, signals[MINUTE_CHANGED], 0);
}

/** mappe_sitting_bar_show_sitting: Shows how the sitting stands. */
void
mappe_sitting_bar_show_sitting (MappeSittingBar *self, const MappeSitting *sitting)
{
  g_return_if_fail (MAPPE_IS_SITTING_BAR (self));
  g_clear_pointer (&self->sitting, mappe_sitting_unref);
  self->sitting = mappe_sitting_ref ((MappeSitting *) sitting);
  show_quorum (self);
  show_toggle (self);
}

/* --- GObject --- */

static void
mappe_sitting_bar_dispose (GObject *object)
{
  MappeSittingBar *self = MAPPE_SITTING_BAR (object);

  g_clear_handle_id (&self->clock_id, g_source_remove);
  g_clear_pointer (&self->sitting, mappe_sitting_unref);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_SITTING_BAR);
  G_OBJECT_CLASS (mappe_sitting_bar_parent_class)->dispose (object);
}

static void
mappe_sitting_bar_class_init (MappeSittingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_sitting_bar_dispose;
  signals[MINUTE_CHANGED] = g_signal_new ("minute-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  g_type_ensure (MAPPE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-sitting-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeSittingBar, shape);
  gtk_widget_class_bind_template_child (widget_class, MappeSittingBar, sentence);
  gtk_widget_class_bind_template_child (widget_class, MappeSittingBar, history);
  gtk_widget_class_bind_template_child (widget_class, MappeSittingBar, clock);
  gtk_widget_class_bind_template_child (widget_class, MappeSittingBar, time);
  gtk_widget_class_bind_template_child (widget_class, MappeSittingBar, toggle);
  gtk_widget_class_bind_template_callback (widget_class, time_cb);
}

static void
mappe_sitting_bar_init (MappeSittingBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "sitting-bar");
  clock_cb (self);
  self->clock_id = g_timeout_add_seconds (CLOCK_SECONDS, clock_cb, self);
}
