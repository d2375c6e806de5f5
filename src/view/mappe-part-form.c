/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-part-form.h"

#include <glib/gi18n.h>

#include "mappe-draft.h"
#include "mappe-feedback.h"
#include "mappe-form.h"
#include "mappe-record-window.h"
#include "mappe-wrap-layout.h"

/**
 * MappePartForm:
 * @fields: numbers of what is asked, ended by -1
 * @preset: (nullable): how a new part begins; %NULL while one that is there is shown
 * @saving: (nullable): what is on its way into the file
 */
struct _MappePartForm {
  AdwBin     parent_instance;

  MappeStore *store;
  MappeForm  *form;
  const int  *fields;
  GtkLabel   *heading;
  GtkWidget  *accept;
  MappeRow   *preset;
  MappeRow   *saving;
};

G_DEFINE_FINAL_TYPE (MappePartForm, mappe_part_form, ADW_TYPE_BIN)

enum { CLOSED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
is_writable (MappePartForm *self)
{
  return mappe_store_get_state (self->store) == MAPPE_STORE_WRITABLE;
}

/* --- what is typed and not saved --- */

/* Parts of one kind are told apart by their id, new ones by their owner. */
static char *
slot_of (MappePartForm *self)
{
  const MappeRow *base = mappe_form_get_base (self->form);
  gint64 owner = 0;

  for (guint i = 0; base->id == 0 && i < base->kind->n_fields; i++)
    if ((base->kind->fields[i].flags & MAPPE_FIELD_OWNER) != 0)
      owner = mappe_row_get_int (base, i);
  return g_strdup_printf ("part-%s-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, base->kind->name, base->id, owner);
}

static void
typed_cb (MappePartForm *self)
{
  g_autofree char *slot = slot_of (self);
  g_autoptr (MappeDraft) draft = NULL;

  if (!mappe_form_is_dirty (self->form))
    {
      mappe_draft_remove (self->store, slot);
      return;
    }
  draft = mappe_form_get_draft (self->form);
  g_free (draft->slot);
  draft->slot = g_steal_pointer (&slot);
  mappe_draft_save (self->store, draft);
}

static void
forget_typed (MappePartForm *self)
{
  g_autofree char *slot = slot_of (self);

  mappe_draft_remove (self->store, slot);
}

/* @shown: (nullable): titles of what the row refers to */
static void
show_row (MappePartForm *self, MappeRow *row, char **shown)
{
  g_autofree char *slot = NULL;
  g_autoptr (MappeDraft) draft = NULL;

  mappe_form_show (self->form, row, shown);
  slot = slot_of (self);
  draft = mappe_draft_load (self->store, slot);
  if (draft != NULL)
    mappe_form_apply_draft (self->form, draft);
}

static void
close_form (MappePartForm *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[CLOSED], 0);
}

/* Into the first field that has nothing yet; where all have something, only onto the first one. */
static void
begin_typing (MappePartForm *self)
{
  for (const int *field = self->fields; *field >= 0; field++)
    {
      MappeFieldRow *row = mappe_form_get_row (self->form, (guint) *field);

      if (mappe_field_row_get_value (row) == NULL && mappe_field_row_begin_edit (row))
        return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (mappe_form_get_row (self->form, (guint) *self->fields)));
}

static void
begin (MappePartForm *self, const char *heading, const char *verb)
{
  gtk_label_set_label (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_button_set_label (GTK_BUTTON (self->accept), verb);
  gtk_widget_set_sensitive (self->accept, is_writable (self));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (self->preset != NULL)
    begin_typing (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (mappe_form_get_row (self->form, (guint) *self->fields)));
}

/* --- saving --- */

/* The next one is mostly of the same phase, or of the same kind: codes are kept. */
static void
begin_next (MappePartForm *self)
{
  const MappeKind *kind = self->preset->kind;
  g_autoptr (MappeRow) next = mappe_row_copy (self->preset);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == MAPPE_FIELD_CODE)
      mappe_value_copy (&next->values[i], &self->saving->values[i]);
  show_row (self, next, NULL);
  begin_typing (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappePartForm) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) fault = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, &fault, &error);

  if (applied != NULL)
    forget_typed (self);
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    {
      gtk_widget_set_sensitive (self->accept, TRUE);
      if (applied == NULL)
        {
          mappe_feedback_error (GTK_WIDGET (self), error, _("The change was not saved"));
          if (fault != NULL)
            mappe_form_show_faults (self->form, fault->fault_field);
        }
      else if (self->preset != NULL)
        begin_next (self);
      else
        {
          mappe_form_saved (self->form, self->saving);
          close_form (self);
        }
    }
  g_clear_pointer (&self->saving, mappe_row_unref);
}

static void
save (MappePartForm *self)
{
  const MappeKind *kind = mappe_form_get_kind (self->form);
  int field = -1;
  g_autofree char *label = NULL, *title = NULL;
  MappeEdit *edit;

  if (self->saving != NULL || !is_writable (self))
    return;
  self->saving = mappe_form_get_mine (self->form, &field, NULL);
  if (self->saving == NULL)
    {
      mappe_form_show_faults (self->form, field);
      return;
    }
  title = mappe_row_get_title (self->saving);
  label = g_strdup_printf ("%s: %s", _(kind->label), title);
  edit = mappe_form_make_edit (self->form, label, &field, NULL);
  gtk_widget_set_sensitive (self->accept, FALSE);
  mappe_store_apply_async (self->store, edit, NULL, saved_cb, g_object_ref (self));
}

/* All fields stand in the window of the record; what was typed here goes along into a new one. */
static void
all_fields_cb (MappePartForm *self)
{
  int field;
  g_autoptr (MappeRow) mine = mappe_form_get_mine (self->form, &field, NULL);
  gint64 id = mappe_form_get_id (self->form);

  if (id > 0)
    mappe_record_window_open (GTK_WIDGET (self), self->store, mappe_form_get_kind (self->form), id);
  else
    {
      mappe_record_window_new_record (GTK_WIDGET (self), self->store, mine != NULL ? mine : self->preset);
      forget_typed (self);
      mappe_form_show (self->form, self->preset, NULL);
    }
  close_form (self);
}

/* --- keys --- */

static gboolean
key_cb (MappePartForm *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if (control && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    save (self);
  else
    return FALSE;
  return TRUE;
}

static gboolean
escape_cb (MappePartForm *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  close_form (self);
  return TRUE;
}

static void
add_keys (MappePartForm *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *escape = gtk_event_controller_key_new ();

  /* Before the field has it, which begins a new line with it; Escape first closes what the field has opened. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (escape, "key-pressed", G_CALLBACK (escape_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), escape);
}

/* --- what is asked --- */

/**
 * mappe_part_form_add:
 * @preset: what a new part has already, e.g. its owner
 *
 * Asks for a new part; one that was begun is gone on with.
 */
void
mappe_part_form_add (MappePartForm *self, MappeRow *preset)
{
  g_autofree char *heading = NULL;

  g_return_if_fail (MAPPE_IS_PART_FORM (self));
  heading = g_strdup_printf (_("New: %s"), _(preset->kind->label));
  g_clear_pointer (&self->preset, mappe_row_unref);
  self->preset = mappe_row_copy (preset);
  show_row (self, preset, NULL);
  begin (self, heading, _("Add"));
}

/** mappe_part_form_edit: @part: one that is there. Shows it to be changed. */
void
mappe_part_form_edit (MappePartForm *self, const MappeListed *part)
{
  g_return_if_fail (MAPPE_IS_PART_FORM (self));
  g_clear_pointer (&self->preset, mappe_row_unref);
  show_row (self, part->row, part->shown);
  begin (self, part->title, _("Save"));
}

/** mappe_part_form_follow: @part: (nullable): the part on show as it is in the file now; %NULL: it is gone */
void
mappe_part_form_follow (MappePartForm *self, const MappeListed *part)
{
  g_return_if_fail (MAPPE_IS_PART_FORM (self));
  if (mappe_part_form_get_id (self) == 0 || self->saving != NULL)
    return;
  if (part != NULL)
    mappe_form_rebase (self->form, part->row, part->shown, FALSE);
  else
    close_form (self);
}

/** mappe_part_form_get_id: Returns: id of the part on show; 0 for a new one, or none */
gint64
mappe_part_form_get_id (MappePartForm *self)
{
  g_return_val_if_fail (MAPPE_IS_PART_FORM (self), 0);
  return MAX (mappe_form_get_id (self->form), 0);
}

/* --- GObject --- */

static void
mappe_part_form_finalize (GObject *object)
{
  MappePartForm *self = MAPPE_PART_FORM (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->preset, mappe_row_unref);
  g_clear_pointer (&self->saving, mappe_row_unref);
  G_OBJECT_CLASS (mappe_part_form_parent_class)->finalize (object);
}

static void
mappe_part_form_class_init (MappePartFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mappe_part_form_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static GtkWidget *
button_new (MappePartForm *self, GtkWidget *bar, const char *label, GCallback act)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", act, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static void
mappe_part_form_init (MappePartForm *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "part-form");
}

/**
 * mappe_part_form_new:
 * @kind: of the parts
 * @fields: numbers of fields that are asked, ended by -1; stay for ever
 *
 * Returns: (transfer floating): a form that is hidden
 */
GtkWidget *
mappe_part_form_new (MappeStore *store, const MappeKind *kind, const int *fields)
{
  MappePartForm *self = g_object_new (MAPPE_TYPE_PART_FORM, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->store = g_object_ref (store);
  self->heading = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  self->fields = fields;
  self->form = MAPPE_FORM (mappe_form_new_part (store, kind, fields));
  g_signal_connect_object (self->form, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_layout_manager (bar, mappe_wrap_layout_new ());
  self->accept = button_new (self, bar, _("Add"), G_CALLBACK (save));
  gtk_widget_add_css_class (self->accept, "suggested-action");
  gtk_widget_set_tooltip_text (self->accept, _("Ctrl+Enter"));
  button_new (self, bar, _("All fields…"), G_CALLBACK (all_fields_cb));
  button_new (self, bar, _("Close"), G_CALLBACK (close_form));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), bar);
  adw_bin_set_child (ADW_BIN (self), box);
  add_keys (self);
  return GTK_WIDGET (self);
}
