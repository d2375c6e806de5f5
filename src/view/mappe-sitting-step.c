/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sitting-step-private.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-dialogs.h"
#include "mappe-guest.h"
#include "mappe-meeting.h"
#include "mappe-scaled.h"
#include "mappe-sitting-acts.h"
#include "mappe-wrap-layout.h"

/* Of the list of items beside the item; in full screen it may take a third. */
#define AGENDA_HEIGHT 200

G_DEFINE_FINAL_TYPE (MappeSittingStep, mappe_sitting_step, MAPPE_TYPE_MEETING_STEP)

static const MappeSitting *
sitting_of (MappeSittingStep *self)
{
  return mappe_meeting_step_get_sitting (MAPPE_MEETING_STEP (self));
}

gint64
mappe_sitting_step_get_item (MappeSittingStep *self)
{
  return mappe_sitting_agenda_get_item (self->agenda);
}

gint64
mappe_sitting_step_get_person (MappeSittingStep *self)
{
  return mappe_sitting_people_get_person (self->people);
}

int
mappe_sitting_step_get_minute (MappeSittingStep *self)
{
  return mappe_sitting_bar_get_minute (self->bar);
}

/* --- opening and closing --- */

static void
asked_day_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeSittingStep) self = data;
  g_autofree char *answer = mappe_dialogs_ask_finish (result, NULL);
  g_autofree char *today = mappe_date_today ();

  if (g_strcmp0 (answer, "today") == 0)
    mappe_sitting_step_act_with (self, ACT_OPEN, 0, today, NULL);
  else if (g_strcmp0 (answer, "planned") == 0)
    mappe_sitting_step_act (self, ACT_OPEN, 0);
}

/* A sitting on another day than planned, or one that is recorded afterwards. */
static void
ask_day (MappeSittingStep *self, const char *planned)
{
  g_autofree char *day = mappe_date_format_long (planned);
  g_autofree char *body = g_strdup_printf (_("The meeting is planned for %s."), day);
  const MappeDialogsAnswer answers[] = {
    { "cancel", _("_Cancel"), MAPPE_DIALOGS_PLAIN },
    { "planned", _("Keep the _planned day"), MAPPE_DIALOGS_PLAIN },
    { "today", _("It is _today"), MAPPE_DIALOGS_SUGGESTED },
  };

  mappe_dialogs_ask_async (GTK_WIDGET (self), _("Is the sitting today?"), body, answers, G_N_ELEMENTS (answers), NULL,
                           asked_day_cb, g_object_ref (self));
}

static void
toggle_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeSittingStep *self = MAPPE_SITTING_STEP (widget);
  const MappeSitting *sitting = sitting_of (self);
  const char *planned = sitting != NULL ? mappe_row_get_text (sitting->meeting, MAPPE_MEETING_HELD_ON) : NULL;
  g_autofree char *today = mappe_date_today ();

  if (sitting == NULL)
    return;
  if (mappe_sitting_state (sitting) == MAPPE_SITTING_RUNNING)
    mappe_sitting_step_act (self, ACT_CLOSE, 0);
  else if (mappe_sitting_state (sitting) == MAPPE_SITTING_CLOSED)
    mappe_sitting_step_act (self, ACT_REOPEN, 0);
  else if (g_strcmp0 (planned, today) != 0)
    ask_day (self, planned);
  else
    mappe_sitting_step_act (self, ACT_OPEN, 0);
}

/* --- actions --- */

typedef struct {
  const char *name;
  ActKind     kind;
  enum { ABOUT_NOTHING, ABOUT_PERSON, ABOUT_ITEM } about;
  gboolean    moves_on;
} Simple;

static const Simple simple[] = {
  { "sitting.arrive", ACT_ARRIVE, ABOUT_PERSON, TRUE },
  { "sitting.leave", ACT_LEAVE, ABOUT_PERSON, TRUE },
  { "sitting.excuse", ACT_EXCUSE, ABOUT_PERSON, TRUE },
  { "sitting.absent", ACT_ABSENT, ABOUT_PERSON, TRUE },
  { "sitting.arrive-all", ACT_ARRIVE_ALL, ABOUT_NOTHING, FALSE },
  { "sitting.next", ACT_NEXT, ABOUT_NOTHING, FALSE },
  { "sitting.call", ACT_CALL, ABOUT_ITEM, FALSE },
};

static void
simple_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeSittingStep *self = MAPPE_SITTING_STEP (widget);

  for (guint i = 0; i < G_N_ELEMENTS (simple); i++)
    {
      gint64 id = simple[i].about == ABOUT_PERSON ? mappe_sitting_step_get_person (self)
                  : simple[i].about == ABOUT_ITEM ? mappe_sitting_step_get_item (self)
                                                  : 0;

      if (!g_str_equal (simple[i].name, action))
        continue;
      mappe_sitting_step_act (self, simple[i].kind, id);
      if (simple[i].moves_on)
        mappe_sitting_people_move_on (self->people);
    }
}

static void
conclude_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeSittingStep *self = MAPPE_SITTING_STEP (widget);

  mappe_sitting_step_act_with (self, ACT_CONCLUDE, mappe_sitting_step_get_item (self),
                               g_variant_get_string (parameter, NULL), NULL);
}

static void
record_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ActKind kind = g_str_equal (action, "sitting.undeclare")         ? ACT_UNDECLARE
                 : g_str_equal (action, "sitting.withdraw-motion") ? ACT_WITHDRAW_MOTION
                                                                   : ACT_REMOVE_GUEST;

  mappe_sitting_step_act (MAPPE_SITTING_STEP (widget), kind, g_variant_get_int64 (parameter));
}

static void
vote_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_sitting_item_pane_begin_vote (MAPPE_SITTING_STEP (widget)->item_pane);
}

static void
write_notes_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_sitting_item_pane_begin_notes (MAPPE_SITTING_STEP (widget)->item_pane);
}

static void
record_vote_cb (MappeSittingStep *self)
{
  mappe_sitting_step_act (self, ACT_VOTE, 0);
}

static void
notes_cb (MappeSittingStep *self)
{
  g_autoptr (MappeRow) base = NULL;
  g_autofree char *text = NULL;

  if (self->closing)
    return;
  text = mappe_sitting_item_pane_take_notes (self->item_pane, &base);
  if (text != NULL)
    mappe_sitting_step_act_with (self, ACT_NOTES, 0, text, base);
}

/* --- keys --- */

static const struct { guint key; const char *action; } keys[] = {
  { GDK_KEY_a, "sitting.arrive" },    { GDK_KEY_l, "sitting.leave" },     { GDK_KEY_d, "sitting.deputy" },
  { GDK_KEY_x, "sitting.exclude" },   { GDK_KEY_e, "sitting.excuse" },    { GDK_KEY_v, "sitting.vote" },
  { GDK_KEY_t, "sitting.task" },      { GDK_KEY_m, "sitting.motion" },    { GDK_KEY_s, "sitting.statement" },
  { GDK_KEY_o, "sitting.toggle" },    { GDK_KEY_space, "sitting.next" },  { GDK_KEY_n, "sitting.notes" },
};

static gboolean
is_typing (GtkWidget *focus)
{
  return GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

/* What presses a button is not for the sitting. */
static gboolean
is_for_button (GtkWidget *focus, guint key)
{
  return key == GDK_KEY_space && (GTK_IS_BUTTON (focus) || GTK_IS_CHECK_BUTTON (focus) || GTK_IS_EXPANDER (focus) ||
                                  gtk_widget_get_ancestor (focus, GTK_TYPE_DROP_DOWN) != NULL);
}

static gboolean
call_roll (MappeSittingStep *self, guint key)
{
  MappeVotePane *vote = mappe_sitting_item_pane_get_vote (self->item_pane);

  return (key == GDK_KEY_y || key == GDK_KEY_j) ? mappe_vote_pane_call (vote, "yes")
         : key == GDK_KEY_n                     ? mappe_vote_pane_call (vote, "no")
         : key == GDK_KEY_a                     ? mappe_vote_pane_call (vote, "abstain")
         : key == GDK_KEY_e                     ? mappe_vote_pane_call (vote, "abstain")
         /* Who calls names does not mean the next item. */
         : key == GDK_KEY_space                 ? mappe_vote_pane_call (vote, NULL)
                                                : FALSE;
}

/* These know at once whom they are about. */
static gboolean
is_simple (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (simple); i++)
    if (g_str_equal (simple[i].name, action))
      return TRUE;
  return FALSE;
}

static gboolean
act_on_key (MappeSittingStep *self, guint key)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key)
      {
        if (self->busy && !is_simple (keys[i].action))
          mappe_sitting_step_act_with (self, ACT_ACTIVATE, 0, keys[i].action, NULL);
        else
          gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
        return TRUE;
      }
  if (key != GDK_KEY_u)
    return FALSE;
  mappe_vote_pane_unanimous (mappe_sitting_item_pane_get_vote (self->item_pane));
  return TRUE;
}

static gboolean
key_cb (MappeSittingStep *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || sitting_of (self) == NULL ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  /* Back to the attendance; from there it leaves a meeting that is not running. */
  if (key == GDK_KEY_Escape && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) == NULL &&
      !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->people)))
    return mappe_sitting_people_focus (self->people);
  if (is_typing (focus) || is_for_button (focus, key))
    return FALSE;
  key = gdk_keyval_to_lower (key);
  return call_roll (self, key) || act_on_key (self, key);
}

/* --- showing --- */

static void
show_banner (MappeSittingStep *self, const MappeSitting *sitting)
{
  g_autofree char *from = mappe_minute_format (mappe_sitting_begin (sitting));
  g_autofree char *to = mappe_minute_format (mappe_sitting_end (sitting));
  g_autofree char *text = NULL;

  if (mappe_sitting_state (sitting) != MAPPE_SITTING_CLOSED)
    {
      mappe_banner_hide (self->banner);
      return;
    }
  /* Translators: begin and end of the sitting */
  text = g_strdup_printf (_("The sitting is closed (%s–%s). What was recorded can be corrected: type the time first."),
                          from, to);
  mappe_banner_show (self->banner, MAPPE_BANNER_NOTE, text, NULL, NULL);
}

static void
show_guests (MappeSittingStep *self, const MappeSitting *sitting)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->guests))) != NULL)
    gtk_box_remove (self->guests, child);
  for (guint i = 0; i < sitting->guests->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (sitting->guests, i))->row;
      g_autofree char *text = g_strdup_printf (_("Guest: %s"), mappe_row_get_text (row, MAPPE_GUEST_NAME));
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (text);
      GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, _("Remove the guest"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove the guest"),
                                      -1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "sitting.remove-guest");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", row->id);
      gtk_box_append (GTK_BOX (line), label);
      gtk_box_append (GTK_BOX (line), button);
      gtk_box_append (self->guests, line);
    }
}

/* The item that is looked at, and who is excluded from it. */
static void
show_item (MappeSittingStep *self)
{
  const MappeSitting *sitting = sitting_of (self);
  const MappeSittingItem *item = mappe_sitting_item (sitting, mappe_sitting_step_get_item (self));

  mappe_sitting_item_pane_show_item (self->item_pane, sitting, item, mappe_sitting_step_get_minute (self));
  mappe_sitting_people_show_sitting (self->people, sitting, item);
}

static void
look_cb (MappeSittingStep *self)
{
  if (!self->closing && sitting_of (self) != NULL)
    show_item (self);
}

/* Widths at which the larger type leaves room for all; without full screen one sits before it. */
static const struct {
  int         width;
  const char *look;
} projections[] = { { 1400, "projected-far" }, { 960, "projected" } };

/* In full screen the sitting is on the wall, and read from the back of the room. */
static gboolean
project_cb (gpointer data)
{
  MappeSittingStep *self = data;
  GtkWidget *widget = GTK_WIDGET (self), *down = GTK_WIDGET (self->down);
  GtkRoot *root = gtk_widget_get_root (widget);
  gboolean full = GTK_IS_WINDOW (root) && gtk_window_is_fullscreen (GTK_WINDOW (root));
  const char *look = NULL;

  self->project_id = 0;
  for (guint i = 0; full && look == NULL && i < G_N_ELEMENTS (projections); i++)
    if (gtk_widget_get_width (widget) >= mappe_scaled (widget, projections[i].width))
      look = projections[i].look;
  if (look == self->look)
    return G_SOURCE_REMOVE;
  if (self->look != NULL)
    gtk_widget_remove_css_class (widget, self->look);
  if (look != NULL)
    gtk_widget_add_css_class (widget, look);
  self->look = look;
  gtk_paned_set_position (self->down, look != NULL ? MAX (AGENDA_HEIGHT, gtk_widget_get_height (down) / 3)
                                                   : AGENDA_HEIGHT);
  return G_SOURCE_REMOVE;
}

/* The type must not change while it is being sized, so it does just before the next frame. */
static void
project (MappeSittingStep *self)
{
  if (self->project_id == 0 && !self->closing)
    self->project_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, project_cb, self, NULL);
}

/* The agenda takes most of the width at first; after that the place of the divider is the user's. */
static void
place_cb (MappeSittingStep *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->across));

  if (width > 0 && !self->placed && !self->closing)
    gtk_paned_set_position (self->across, width * 58 / 100);
  self->placed = self->placed || width > 0;
  project (self);
}

static void
called_cb (MappeSittingStep *self)
{
  mappe_sitting_step_act (self, ACT_CALL, mappe_sitting_step_get_item (self));
}

static void
mappe_sitting_step_update (MappeMeetingStep *step)
{
  MappeSittingStep *self = MAPPE_SITTING_STEP (step);
  const MappeSitting *sitting = sitting_of (self);

  show_banner (self, sitting);
  mappe_sitting_bar_show_sitting (self->bar, sitting);
  mappe_sitting_agenda_show_sitting (self->agenda, sitting);
  show_guests (self, sitting);
  show_item (self);
  if (self->applied)
    mappe_sitting_step_settle (self);
}

/* The keys of the sitting work where nothing is typed: at the attendance, not in the time. */
static gboolean
mappe_sitting_step_grab_focus (GtkWidget *widget)
{
  return mappe_sitting_people_focus (MAPPE_SITTING_STEP (widget)->people) ||
         GTK_WIDGET_CLASS (mappe_sitting_step_parent_class)->grab_focus (widget);
}

static void
mappe_sitting_step_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mappe_sitting_step_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::fullscreened", G_CALLBACK (project), widget,
                           G_CONNECT_SWAPPED);
}

static void
mappe_sitting_step_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), project, widget);
  GTK_WIDGET_CLASS (mappe_sitting_step_parent_class)->unroot (widget);
}

static void
mappe_sitting_step_leave (MappeMeetingStep *step)
{
  mappe_sitting_item_pane_flush (MAPPE_SITTING_STEP (step)->item_pane);
}

/* --- GObject --- */

static void
mappe_sitting_step_dispose (GObject *object)
{
  MappeSittingStep *self = MAPPE_SITTING_STEP (object);

  self->closing = TRUE;
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_handle_id (&self->project_id, g_source_remove);
  mappe_sitting_step_forget_acts (self);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_SITTING_STEP);
  G_OBJECT_CLASS (mappe_sitting_step_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (simple); i++)
    gtk_widget_class_install_action (widget_class, simple[i].name, NULL, simple_cb);
  gtk_widget_class_install_action (widget_class, "sitting.toggle", NULL, toggle_cb);
  gtk_widget_class_install_action (widget_class, "sitting.vote", NULL, vote_cb);
  gtk_widget_class_install_action (widget_class, "sitting.notes", NULL, write_notes_cb);
  gtk_widget_class_install_action (widget_class, "sitting.conclude", "s", conclude_cb);
  gtk_widget_class_install_action (widget_class, "sitting.undeclare", "x", record_cb);
  gtk_widget_class_install_action (widget_class, "sitting.withdraw-motion", "x", record_cb);
  gtk_widget_class_install_action (widget_class, "sitting.remove-guest", "x", record_cb);
  mappe_sitting_step_install_forms (widget_class);
  mappe_sitting_step_install_people_forms (widget_class);
}

static void
mappe_sitting_step_constructed (GObject *object)
{
  MappeSittingStep *self = MAPPE_SITTING_STEP (object);
  MappeVotePane *vote = mappe_sitting_item_pane_get_vote (self->item_pane);

  G_OBJECT_CLASS (mappe_sitting_step_parent_class)->constructed (object);
  mappe_vote_pane_set_store (vote, mappe_meeting_step_get_store (MAPPE_MEETING_STEP (self)));
  g_signal_connect_object (vote, "record", G_CALLBACK (record_vote_cb), self, G_CONNECT_SWAPPED);
}

static void
mappe_sitting_step_class_init (MappeSittingStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MappeMeetingStepClass *step_class = MAPPE_MEETING_STEP_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mappe_sitting_step_constructed;
  G_OBJECT_CLASS (klass)->dispose = mappe_sitting_step_dispose;
  widget_class->grab_focus = mappe_sitting_step_grab_focus;
  widget_class->root = mappe_sitting_step_root;
  widget_class->unroot = mappe_sitting_step_unroot;
  step_class->update = mappe_sitting_step_update;
  step_class->leave = mappe_sitting_step_leave;
  g_type_ensure (MAPPE_TYPE_BANNER);
  g_type_ensure (MAPPE_TYPE_SITTING_BAR);
  g_type_ensure (MAPPE_TYPE_SITTING_AGENDA);
  g_type_ensure (MAPPE_TYPE_SITTING_ITEM_PANE);
  g_type_ensure (MAPPE_TYPE_SITTING_PEOPLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-sitting-step.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeSittingStep, banner);
  gtk_widget_class_bind_template_child (widget_class, MappeSittingStep, across);
  gtk_widget_class_bind_template_child (widget_class, MappeSittingStep, down);
  gtk_widget_class_bind_template_child (widget_class, MappeSittingStep, bar);
  gtk_widget_class_bind_template_child (widget_class, MappeSittingStep, agenda);
  gtk_widget_class_bind_template_child (widget_class, MappeSittingStep, agenda_acts);
  gtk_widget_class_bind_template_child (widget_class, MappeSittingStep, item_pane);
  gtk_widget_class_bind_template_child (widget_class, MappeSittingStep, people_acts);
  gtk_widget_class_bind_template_child (widget_class, MappeSittingStep, people);
  gtk_widget_class_bind_template_child (widget_class, MappeSittingStep, guests);
  gtk_widget_class_bind_template_callback (widget_class, place_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_cb);
  gtk_widget_class_bind_template_callback (widget_class, called_cb);
  gtk_widget_class_bind_template_callback (widget_class, notes_cb);
  install_actions (widget_class);
}

static void
mappe_sitting_step_init (MappeSittingStep *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_queue_init (&self->waiting);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->agenda_acts, mappe_wrap_layout_new ());
  gtk_widget_set_layout_manager (self->people_acts, mappe_wrap_layout_new ());
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
