/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-reference-entry.h"

#include <glib/gi18n-lib.h>

#include "mappe-create-dialog.h"
#include "mappe-display.h"
#include "mappe-focus-child.h"
#include "mappe-text.h"

#define MOST_SHOWN 12

/**
 * MappeReferenceEntry:
 * @id: the record chosen, 0 when none
 * @except: a record not to offer, 0 for none
 * @asked: cancels the search under way: only the newest answer is shown
 */
struct _MappeReferenceEntry {
  GtkWidget        parent_instance;
  MappeStore      *store;
  const MappeKind *kind;
  GtkWidget       *box, *entry, *clear, *popover, *list, *create_row;
  GCancellable    *asked;
  gint64           id, except;
  gboolean         creating, showing;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MappeReferenceEntry, mappe_reference_entry, GTK_TYPE_WIDGET)

static void
popdown (MappeReferenceEntry *self)
{
  if (self->asked != NULL)
    g_cancellable_cancel (self->asked);
  g_clear_object (&self->asked);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
choose (MappeReferenceEntry *self, gint64 id, const char *title)
{
  popdown (self);
  mappe_reference_entry_set_value (self, id, title);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeReferenceEntry) self = MAPPE_REFERENCE_ENTRY (data);
  g_autofree char *title = NULL;
  gint64 id = mappe_create_dialog_finish (result, &title, NULL);
  if (self->box == NULL)
    return;
  if (id != 0)
    choose (self, id, title);
  gtk_widget_grab_focus (self->entry);
}

static void
activate_row (MappeReferenceEntry *self, GtkListBoxRow *row)
{
  if (GTK_WIDGET (row) == self->create_row)
    {
      popdown (self);
      mappe_create_dialog_run (GTK_WIDGET (self), self->store, self->kind, mappe_reference_entry_get_text (self),
                               created_cb, g_object_ref (self));
      return;
    }
  gint64 *id = g_object_get_data (G_OBJECT (row), "id");
  if (id != NULL)
    choose (self, *id, g_object_get_data (G_OBJECT (row), "title"));
}

static void
activated_cb (MappeReferenceEntry *self, GtkListBoxRow *row)
{
  activate_row (self, row);
}

/* What tells two records of the same name apart: reference and the first record it refers to. */
static char *
make_subtitle (MappeListed *listed)
{
  GString *text = g_string_new (mappe_row_get_text (listed->row, MAPPE_FIELD_REFERENCE));
  for (guint i = 1; i < listed->row->kind->n_fields; i++)
    if (listed->shown[i] != NULL)
      {
        g_string_append_printf (text, " · %s", listed->shown[i]);
        break;
      }
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (first), 0);
  gtk_label_set_ellipsize (GTK_LABEL (first), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), first);
  if (subtitle != NULL)
    {
      GtkWidget *second = gtk_label_new (subtitle);
      gtk_label_set_xalign (GTK_LABEL (second), 0);
      gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (second, "caption");
      gtk_widget_add_css_class (second, "dim-label");
      gtk_box_append (GTK_BOX (box), second);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

static void
add_hit (MappeReferenceEntry *self, MappeListed *listed)
{
  g_autofree char *title = mappe_display_title (listed);
  g_autofree char *subtitle = make_subtitle (listed);
  GtkWidget *row = make_row (title, subtitle);
  gint64 *id = g_new (gint64, 1);
  *id = listed->row->id;
  g_object_set_data_full (G_OBJECT (row), "id", id, g_free);
  g_object_set_data_full (G_OBJECT (row), "title", g_steal_pointer (&title), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
add_create (MappeReferenceEntry *self)
{
  const char *text = mappe_reference_entry_get_text (self);
  g_autofree char *short_form = mappe_text_ellipsize (text, 40);
  g_autofree char *plain = g_strdup_printf (_("Create new: %s…"), _(self->kind->label));
  g_autofree char *named = g_strdup_printf (_("Create “%s”…"), short_form);
  self->create_row = make_row (*text != '\0' && self->id == 0 ? named : plain, NULL);
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->create_row);
}

static void
fill (MappeReferenceEntry *self, GPtrArray *found)
{
  GtkWidget *child;
  self->create_row = NULL;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < found->len; i++)
    {
      MappeListed *listed = g_ptr_array_index (found, i);
      if (listed->row->id != self->except)
        add_hit (self, listed);
    }
  if (self->creating)
    add_create (self);
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), first);
  gtk_widget_set_size_request (self->list, CLAMP (gtk_widget_get_width (GTK_WIDGET (self)), 220, 520), -1);
  if (first != NULL)
    gtk_popover_popup (GTK_POPOVER (self->popover));
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeReferenceEntry) self = MAPPE_REFERENCE_ENTRY (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = mappe_store_list_finish (MAPPE_STORE (source), result, &error);
  if (found == NULL || self->box == NULL || !gtk_widget_get_mapped (self->entry))
    return;
  g_clear_object (&self->asked);
  fill (self, found);
}

static void
ask (MappeReferenceEntry *self)
{
  const char *text = mappe_reference_entry_get_text (self);
  g_autoptr (MappeQuery) query = mappe_query_new (self->kind);
  if (self->asked != NULL)
    g_cancellable_cancel (self->asked);
  g_clear_object (&self->asked);
  self->asked = g_cancellable_new ();
  /* With a record chosen, the text is its title: then all are offered, to choose another. */
  if (*text != '\0' && self->id == 0)
    mappe_query_match (query, text);
  if (self->kind->title_fields[0] > 0)
    mappe_query_order (query, (guint) self->kind->title_fields[0], FALSE);
  mappe_query_limit (query, MOST_SHOWN);
  mappe_store_list_async (self->store, query, self->asked, found_cb, g_object_ref (self));
}

static void
changed_cb (MappeReferenceEntry *self)
{
  gtk_widget_set_visible (self->clear, *mappe_reference_entry_get_text (self) != '\0');
  if (self->showing)
    return;
  self->id = 0;
  g_signal_emit (self, signals[CHANGED], 0);
  ask (self);
}

static void
clear_cb (MappeReferenceEntry *self)
{
  choose (self, 0, NULL);
  gtk_widget_grab_focus (self->entry);
}

static void
step (MappeReferenceEntry *self, int by)
{
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);
  int at = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  GtkListBoxRow *next = at + by < 0 ? NULL : gtk_list_box_get_row_at_index (list, at + by);
  if (next != NULL)
    gtk_list_box_select_row (list, next);
}

static gboolean
key_in_list (MappeReferenceEntry *self, guint keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_Up:
      step (self, keyval == GDK_KEY_Down ? 1 : -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      popdown (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (row == NULL)
        return GDK_EVENT_PROPAGATE;
      activate_row (self, row);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
key_cb (MappeReferenceEntry *self, guint keyval, guint code, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (gtk_widget_get_visible (self->popover))
    return key_in_list (self, keyval);
  if (keyval != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;
  ask (self);
  return GDK_EVENT_STOP;
}

static void
left_cb (MappeReferenceEntry *self)
{
  popdown (self);
}

static gboolean
mappe_reference_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MAPPE_REFERENCE_ENTRY (widget)->entry);
}

static void
mappe_reference_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MappeReferenceEntry *self = MAPPE_REFERENCE_ENTRY (widget);
  gtk_widget_allocate (self->box, width, height, baseline, NULL);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
mappe_reference_entry_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  gtk_widget_measure (MAPPE_REFERENCE_ENTRY (widget)->box, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
mappe_reference_entry_dispose (GObject *object)
{
  MappeReferenceEntry *self = MAPPE_REFERENCE_ENTRY (object);
  if (self->asked != NULL)
    g_cancellable_cancel (self->asked);
  g_clear_object (&self->asked);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mappe_reference_entry_parent_class)->dispose (object);
}

static void
mappe_reference_entry_class_init (MappeReferenceEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = mappe_reference_entry_dispose;
  widget_class->grab_focus = mappe_reference_entry_grab_focus;
  widget_class->focus = mappe_focus_child;
  widget_class->size_allocate = mappe_reference_entry_size_allocate;
  widget_class->measure = mappe_reference_entry_measure;
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
build_popover (MappeReferenceEntry *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  self->popover = gtk_popover_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Found records"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroller);
  /* The focus stays in the entry, so that typing goes on. */
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_add_css_class (self->popover, "field-popover");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

static void
build_entry (MappeReferenceEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  self->entry = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_add_css_class (self->entry, "field-editor");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Type a part of the name"));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry, keys);
  gtk_widget_add_controller (self->entry, focus);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mappe_reference_entry_init (MappeReferenceEntry *self)
{
  self->creating = TRUE;
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  build_entry (self);
  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_tooltip_text (self->clear, _("Clear"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Clear"), -1);
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_add_css_class (self->clear, "field-button");
  gtk_widget_set_visible (self->clear, FALSE);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->entry);
  gtk_box_append (GTK_BOX (self->box), self->clear);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  build_popover (self);
}

/**
 * mappe_reference_entry_new:
 * @store: the store
 * @kind: kind of the records to choose from
 *
 * Returns: (transfer floating): an empty entry
 */
GtkWidget *
mappe_reference_entry_new (MappeStore *store, const MappeKind *kind)
{
  MappeReferenceEntry *self = g_object_new (MAPPE_TYPE_REFERENCE_ENTRY, NULL);
  self->store = g_object_ref (store);
  self->kind = kind;
  self->creating = mappe_store_get_state (store) == MAPPE_STORE_WRITABLE;
  return GTK_WIDGET (self);
}

/** mappe_reference_entry_set_creating: @creating: whether to offer a new record as the last line */
void
mappe_reference_entry_set_creating (MappeReferenceEntry *self, gboolean creating)
{
  self->creating = creating;
}

/** mappe_reference_entry_set_except: @id: a record that is not offered */
void
mappe_reference_entry_set_except (MappeReferenceEntry *self, gint64 id)
{
  self->except = id;
}

/** mappe_reference_entry_set_name: @name: accessible name, the label of the field */
void
mappe_reference_entry_set_name (MappeReferenceEntry *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/** mappe_reference_entry_set_hint: @hint: stands in the empty entry where no label is beside it */
void
mappe_reference_entry_set_hint (MappeReferenceEntry *self, const char *hint)
{
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), hint);
}

/**
 * mappe_reference_entry_set_value:
 * @self: the entry
 * @id: id of a record, 0 for none
 * @title: (nullable): its title
 */
void
mappe_reference_entry_set_value (MappeReferenceEntry *self, gint64 id, const char *title)
{
  mappe_reference_entry_set_text (self, id != 0 && title != NULL ? title : "");
  self->id = id;
}

/** mappe_reference_entry_set_text: @text: a text that names no record yet */
void
mappe_reference_entry_set_text (MappeReferenceEntry *self, const char *text)
{
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->id = 0;
  self->showing = FALSE;
}

/** mappe_reference_entry_get_id: Returns: id of the record chosen, 0 when the text names none */
gint64
mappe_reference_entry_get_id (MappeReferenceEntry *self)
{
  return self->id;
}

/** mappe_reference_entry_get_text: Returns: what is typed, or the title of the record chosen */
const char *
mappe_reference_entry_get_text (MappeReferenceEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/** mappe_reference_entry_is_open: Returns: whether the list of records found is shown */
gboolean
mappe_reference_entry_is_open (MappeReferenceEntry *self)
{
  return gtk_widget_get_visible (self->popover);
}
