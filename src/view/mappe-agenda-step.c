/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agenda-step-private.h"

#include <glib/gi18n.h>

#include "mappe-agenda-acts.h"
#include "mappe-agenda-changes.h"
#include "mappe-agenda-item.h"
#include "mappe-agenda-part.h"
#include "mappe-agenda-version.h"
#include "mappe-build-agenda.h"
#include "mappe-council.h"
#include "mappe-date.h"
#include "mappe-meeting.h"
#include "mappe-print.h"

G_DEFINE_FINAL_TYPE (MappeAgendaStep, mappe_agenda_step, MAPPE_TYPE_MEETING_STEP)

/** mappe_agenda_step_sitting: Returns: (nullable): the meeting on show */
const MappeSitting *
mappe_agenda_step_sitting (MappeAgendaStep *self)
{
  return mappe_meeting_step_get_sitting (MAPPE_MEETING_STEP (self));
}

/** mappe_agenda_step_item: Returns: (nullable): the selected item */
const MappeSittingItem *
mappe_agenda_step_item (MappeAgendaStep *self)
{
  const MappeSitting *sitting = mappe_agenda_step_sitting (self);

  return sitting != NULL ? mappe_sitting_item (sitting, self->selected) : NULL;
}

/* --- what can be done --- */

static void
update_acts (MappeAgendaStep *self)
{
  static const char *const acts[] = { "agenda.up", "agenda.down", "agenda.in", "agenda.out", "agenda.part",
                                      "agenda.delete", "agenda.paper", "agenda.beneath" };
  gboolean any = mappe_agenda_step_item (self) != NULL &&
                 mappe_store_get_state (mappe_meeting_step_get_store (MAPPE_MEETING_STEP (self))) ==
                     MAPPE_STORE_WRITABLE;

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), acts[i], any);
}

/* The lock shows the part the item stands in, and says what it does. */
static void
show_part (MappeAgendaStep *self)
{
  const MappeSittingItem *item = mappe_agenda_step_item (self);
  gboolean public = item == NULL || item->public;
  const char *label = public ? _("Public: move to the non-public part") : _("Non-public: move to the public part");
  g_autofree char *tip = g_strdup_printf ("%s (%s)", label, _("Ctrl+L"));

  /* The list is emptied when the step goes. */
  if (self->part_button == NULL)
    return;
  gtk_button_set_icon_name (self->part_button, public ? "changes-allow-symbolic" : "changes-prevent-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->part_button), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->part_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_item (MappeAgendaStep *self, gint64 id)
{
  self->selected = id;
  update_acts (self);
  show_part (self);
  if (id > 0 && mappe_detail_get_id (self->detail) != id)
    mappe_detail_show (self->detail, &mappe_agenda_item_kind, id);
  else if (id == 0)
    mappe_detail_show_none (self->detail);
}

static void
row_selected_cb (MappeAgendaStep *self, GtkListBoxRow *row)
{
  if (self->filling)
    return;
  self->chosen = TRUE;
  show_item (self, row != NULL ? mappe_agenda_row_get_id (MAPPE_AGENDA_ROW (row)) : 0);
}

/** mappe_agenda_step_edit: Enter and F2 go into the fields, to the title. */
void
mappe_agenda_step_edit (MappeAgendaStep *self)
{
  mappe_split_set_show_content (self->split, TRUE);
  mappe_detail_edit_field (self->detail, MAPPE_AGENDA_ITEM_TITLE);
}

/* --- showing --- */

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  gboolean public = mappe_agenda_row_is_public (MAPPE_AGENDA_ROW (row));
  GtkWidget *label;

  gtk_list_box_row_set_header (row, NULL);
  if (before != NULL && mappe_agenda_row_is_public (MAPPE_AGENDA_ROW (before)) == public)
    return;
  label = g_object_new (GTK_TYPE_LABEL, "label", public ? _("Public part") : _("Non-public part"), "xalign", 0.0,
                        "margin-start", 8, "margin-top", before != NULL ? 12 : 4, "margin-bottom", 4, NULL);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_list_box_row_set_header (row, label);
}

/* What the line of an item says beside its title: how it differs from what was sent, and what it lacks. */
static char *
mark_of (const MappeSitting *sitting, const MappeSittingItem *item, GPtrArray *changes)
{
  const char *note = mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_CHANGE_NOTE);
  const char *title = mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_PUBLIC_TITLE);

  if (!item->public && title == NULL && mappe_agenda_has_public_part (sitting->meeting))
    return g_strdup (_("▲ public title missing"));
  for (guint i = 0; note == NULL && changes != NULL && i < changes->len; i++)
    {
      const MappeAgendaChange *change = g_ptr_array_index (changes, i);

      if (g_strcmp0 (change->reference, mappe_row_get_text (item->row, MAPPE_FIELD_REFERENCE)) == 0)
        return g_strdup (change->kind == MAPPE_AGENDA_NEW ? _("new since the invitation")
                                                          : _("changed since the invitation"));
    }
  return g_strdup (note);
}

/* Rows have a place once they are laid out. */
static gboolean
scroll_cb (GtkWidget *list, GdkFrameClock *clock, gpointer data)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (list));
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (GTK_LIST_BOX (list));
  graphene_rect_t at;

  if (row != NULL && gtk_widget_get_height (GTK_WIDGET (row)) == 0)
    return G_SOURCE_CONTINUE;
  if (row != NULL && adjustment != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), list, &at))
    gtk_adjustment_clamp_page (adjustment, at.origin.y, at.origin.y + at.size.height);
  return G_SOURCE_REMOVE;
}

static void
fill_list (MappeAgendaStep *self)
{
  const MappeSitting *sitting = mappe_agenda_step_sitting (self);
  GtkWidget *chosen = NULL;
  GtkListBoxRow *row;
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  g_autoptr (GPtrArray) changes = mappe_agenda_changes (sitting, NULL);

  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);
      g_autofree char *mark = mark_of (sitting, item, changes);
      GtkWidget *line = mappe_agenda_row_new (sitting, item, mark);

      g_signal_connect_object (line, "dropped", G_CALLBACK (mappe_agenda_step_drop), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (line, "file", G_CALLBACK (mappe_agenda_step_attach), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, line);
      if (item->row->id == self->selected || chosen == NULL)
        chosen = line;
    }
  self->chosen = self->chosen && mappe_sitting_item (sitting, self->selected) != NULL;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (chosen));
  self->filling = FALSE;
  show_item (self, chosen != NULL ? mappe_agenda_row_get_id (MAPPE_AGENDA_ROW (chosen)) : 0);
  if (chosen != NULL && (self->to_row || focused) && !self->to_entry)
    gtk_widget_grab_focus (chosen);
  if (self->to_row || self->to_entry)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->list), scroll_cb, NULL, NULL);
  self->to_row = FALSE;
}

/* Without a public part there is nothing to choose. */
static void
fill_part (MappeAgendaStep *self)
{
  gboolean choice = mappe_agenda_has_public_part (mappe_agenda_step_sitting (self)->meeting);

  if (gtk_widget_get_sensitive (GTK_WIDGET (self->nonpublic)) == choice)
    return;
  gtk_check_button_set_active (self->nonpublic, !choice);
  gtk_widget_set_sensitive (GTK_WIDGET (self->nonpublic), choice);
}

/* How long it takes, and whether that fits. */
static void
fill_plan (MappeAgendaStep *self)
{
  const MappeSitting *sitting = mappe_agenda_step_sitting (self);
  int total = 0, begin = mappe_minute_parse (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_START_AT));
  int end = mappe_minute_parse (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_END_AT));
  g_autofree char *until = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < sitting->items->len; i++)
    total += ((MappeSittingItem *) g_ptr_array_index (sitting->items, i))->minutes;
  until = mappe_minute_format (begin != MAPPE_MINUTE_NONE ? begin + total : -1);
  if (begin == MAPPE_MINUTE_NONE)
    text = g_strdup_printf (_("%d minutes planned"), total);
  else if (end != MAPPE_MINUTE_NONE && begin + total > end)
    /* Translators: minutes, time, how many minutes too long */
    text = g_strdup_printf (_("▲ %d minutes planned, until %s: %d minutes more than the meeting has"), total, until,
                            begin + total - end);
  else
    /* Translators: minutes, time */
    text = g_strdup_printf (_("%d minutes planned, until %s"), total, until);
  gtk_label_set_label (self->plan, text);
}

static gboolean
is_held (const MappeSitting *sitting)
{
  return sitting != NULL && g_strcmp0 (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_STATE), "held") == 0;
}

static void
fill_banner (MappeAgendaStep *self)
{
  const MappeSitting *sitting = mappe_agenda_step_sitting (self);
  const MappeRow *version = sitting->versions->len > 0
                                ? g_ptr_array_index (sitting->versions, sitting->versions->len - 1) : NULL;
  const char *sent = version != NULL ? mappe_row_get_text (version, MAPPE_AGENDA_VERSION_SENT_ON)
                                     : mappe_row_get_text (sitting->meeting, MAPPE_MEETING_INVITED_ON);
  g_autofree char *day = sent != NULL ? mappe_date_format (sent) : NULL;
  g_autofree char *text = NULL;

  if (day == NULL || is_held (sitting))
    {
      mappe_banner_hide (self->banner);
      return;
    }
  if (version != NULL)
    /* Translators: number of the version, day */
    text = g_strdup_printf (_("Sent as version %d on %s. What you change now becomes a supplement."),
                            (int) mappe_row_get_int (version, MAPPE_AGENDA_VERSION_EDITION), day);
  else
    text = g_strdup_printf (_("The agenda was sent on %s. What you change now becomes a supplement."), day);
  mappe_banner_show (self->banner, MAPPE_BANNER_NOTE, text, NULL, NULL);
}

static void
fill_standing (MappeAgendaStep *self)
{
  guint n = self->standing != NULL && mappe_agenda_step_sitting (self) != NULL
                ? mappe_agenda_missing_standing (mappe_agenda_step_sitting (self), self->standing) : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("Add %u standing item", "Add %u standing items", n), n);
  gboolean held = is_held (mappe_agenda_step_sitting (self));

  gtk_button_set_label (self->standing_button, text);
  gtk_widget_set_visible (GTK_WIDGET (self->standing_button), n > 0 && !held);
}

static void
standing_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeAgendaStep) self = data;
  MappeStandingItems *standing = mappe_standing_load_finish (MAPPE_STORE (source), result, NULL);

  if (standing == NULL || self->standing_button == NULL)
    {
      g_clear_pointer (&standing, mappe_standing_free);
      return;
    }
  g_clear_pointer (&self->standing, mappe_standing_free);
  self->standing = standing;
  fill_standing (self);
}

static void
load_standing (MappeAgendaStep *self)
{
  const MappeSitting *sitting = mappe_agenda_step_sitting (self);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  mappe_standing_load_async (mappe_meeting_step_get_store (MAPPE_MEETING_STEP (self)), sitting->body->id,
                             mappe_row_get_text (sitting->meeting, MAPPE_MEETING_HELD_ON), self->cancellable,
                             standing_loaded_cb, g_object_ref (self));
}

static void
mappe_agenda_step_update (MappeMeetingStep *step)
{
  MappeAgendaStep *self = MAPPE_AGENDA_STEP (step);

  fill_list (self);
  fill_part (self);
  fill_plan (self);
  fill_banner (self);
  load_standing (self);
  if (self->to_entry)
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  self->to_entry = FALSE;
}

/* --- MappeMeetingStep --- */

static gboolean
mappe_agenda_step_add (MappeMeetingStep *step)
{
  MappeAgendaStep *self = MAPPE_AGENDA_STEP (step);

  mappe_split_set_show_content (self->split, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return TRUE;
}

/* Ready to type the items; in the list where none can come any more. */
static gboolean
mappe_agenda_step_grab_focus (GtkWidget *widget)
{
  MappeAgendaStep *self = MAPPE_AGENDA_STEP (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  gboolean held = is_held (mappe_agenda_step_sitting (self));

  return gtk_widget_grab_focus (held && row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->entry));
}

/* As the members get it, with the plan of the time. */
static void
mappe_agenda_step_print (MappeMeetingStep *step)
{
  const MappeSitting *sitting = mappe_meeting_step_get_sitting (step);
  const MappeAgendaView view = { .reader = MAPPE_CLASS_MEMBERS, .times = TRUE };
  const char *language = sitting != NULL && sitting->council != NULL
                             ? mappe_row_get_text (sitting->council, MAPPE_COUNCIL_LANGUAGE) : NULL;

  if (sitting != NULL)
    mappe_print_document (GTK_WIDGET (step), mappe_build_agenda (sitting, &view, mappe_language_get (language)));
}

static void
mappe_agenda_step_leave (MappeMeetingStep *step)
{
  mappe_detail_leave (MAPPE_AGENDA_STEP (step)->detail);
}

/* --- GObject --- */

static void
mappe_agenda_step_constructed (GObject *object)
{
  MappeAgendaStep *self = MAPPE_AGENDA_STEP (object);

  G_OBJECT_CLASS (mappe_agenda_step_parent_class)->constructed (object);
  self->detail = mappe_detail_new (mappe_meeting_step_get_store (MAPPE_MEETING_STEP (self)));
  mappe_detail_set_plain (self->detail);
  adw_bin_set_child (self->detail_bin, GTK_WIDGET (self->detail));
  show_part (self);
  update_acts (self);
}

static void
mappe_agenda_step_dispose (GObject *object)
{
  MappeAgendaStep *self = MAPPE_AGENDA_STEP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_AGENDA_STEP);
  G_OBJECT_CLASS (mappe_agenda_step_parent_class)->dispose (object);
}

static void
mappe_agenda_step_finalize (GObject *object)
{
  g_clear_pointer (&MAPPE_AGENDA_STEP (object)->standing, mappe_standing_free);
  G_OBJECT_CLASS (mappe_agenda_step_parent_class)->finalize (object);
}

/* Keys that mean the item only while the list has the focus: in a field they belong to its text. */
static void
add_list_keys (MappeAgendaStep *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Delete|KP_Delete"),
                                                          gtk_named_action_new ("agenda.delete")));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>c"),
                                                          gtk_named_action_new ("agenda.copy")));
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
mappe_agenda_step_class_init (MappeAgendaStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MappeMeetingStepClass *step_class = MAPPE_MEETING_STEP_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mappe_agenda_step_constructed;
  G_OBJECT_CLASS (klass)->dispose = mappe_agenda_step_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_agenda_step_finalize;
  widget_class->grab_focus = mappe_agenda_step_grab_focus;
  step_class->update = mappe_agenda_step_update;
  step_class->add = mappe_agenda_step_add;
  step_class->leave = mappe_agenda_step_leave;
  step_class->print = mappe_agenda_step_print;
  step_class->delete_selected = mappe_agenda_step_delete;
  g_type_ensure (MAPPE_TYPE_SPLIT);
  g_type_ensure (MAPPE_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-agenda-step.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeAgendaStep, split);
  gtk_widget_class_bind_template_child (widget_class, MappeAgendaStep, banner);
  gtk_widget_class_bind_template_child (widget_class, MappeAgendaStep, list);
  gtk_widget_class_bind_template_child (widget_class, MappeAgendaStep, entry);
  gtk_widget_class_bind_template_child (widget_class, MappeAgendaStep, nonpublic);
  gtk_widget_class_bind_template_child (widget_class, MappeAgendaStep, plan);
  gtk_widget_class_bind_template_child (widget_class, MappeAgendaStep, standing_button);
  gtk_widget_class_bind_template_child (widget_class, MappeAgendaStep, part_button);
  gtk_widget_class_bind_template_child (widget_class, MappeAgendaStep, detail_bin);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, mappe_agenda_step_edit);
  gtk_widget_class_bind_template_callback (widget_class, mappe_agenda_step_add_typed);
  mappe_agenda_step_install_acts (widget_class);
}

static void
mappe_agenda_step_init (MappeAgendaStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  add_list_keys (self);
}
