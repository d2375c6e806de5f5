/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-attachment-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mappe-focus-child.h"
#include "mappe-text.h"

#define ZOOM_STEP 1.2
#define ZOOM_LEAST 0.1
#define ZOOM_MOST 5.0
#define EDGE 24  /* pixels kept free above a place that is shown */

G_DEFINE_FINAL_TYPE (MappeAttachmentView, mappe_attachment_view, GTK_TYPE_WIDGET)

/* --- pages --- */

static GtkAdjustment *
adjustment_of (MappeAttachmentView *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scroller);
}

/** mappe_attachment_view_get_page: Returns: the page that is looked at, from 0: at the upper third of the view */
guint
mappe_attachment_view_get_page (MappeAttachmentView *self)
{
  GtkAdjustment *adjustment = adjustment_of (self);
  double y = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 3;

  if (self->file == NULL)
    return 0;
  return mappe_attachment_sheets_page_at (self->sheets, y);
}

static void
scroll_to (MappeAttachmentView *self, const graphene_rect_t *place)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroller);

  gtk_adjustment_set_value (adjustment_of (self), place->origin.y - EDGE);
  gtk_adjustment_clamp_page (across, place->origin.x, place->origin.x + place->size.width);
}

static void
show_page (MappeAttachmentView *self, guint page)
{
  graphene_rect_t place;

  if (self->file == NULL)
    return;
  mappe_attachment_sheets_place (self->sheets, MIN (page, mappe_attachment_n_pages (self->file) - 1), NULL, &place);
  gtk_adjustment_set_value (adjustment_of (self), place.origin.y - EDGE / 2);
}

/* The place that was found last, unless it can be seen. */
void
mappe_attachment_view_show_mark (MappeAttachmentView *self)
{
  const MappeAttachmentMark *mark = &g_array_index (self->marks, MappeAttachmentMark, self->mark);
  GtkAdjustment *adjustment = adjustment_of (self);
  double top = gtk_adjustment_get_value (adjustment), height = gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t place;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "pages");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->text_button), FALSE);
  mappe_attachment_sheets_place (self->sheets, mark->page, &mark->box, &place);
  if (place.origin.y < top || place.origin.y + place.size.height > top + height)
    {
      place.origin.y -= (float) (height / 4);
      scroll_to (self, &place);
    }
}

static void
update_page (MappeAttachmentView *self)
{
  guint n = self->file != NULL ? mappe_attachment_n_pages (self->file) : 0;
  g_autofree char *page = g_strdup_printf ("%u", mappe_attachment_view_get_page (self) + 1);
  g_autofree char *of = g_strdup_printf (_("of %u"), n);
  g_autofree char *zoom = g_strdup_printf (_("%d %%"), (int) lround (mappe_attachment_sheets_get_zoom (self->sheets)
                                                                     * 100));

  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (self->page_entry))))
    gtk_editable_set_text (self->page_entry, page);
  gtk_label_set_label (self->n_pages, of);
  gtk_label_set_label (self->zoom_label, zoom);
  mappe_attachment_text_tell (self);
}

static gboolean
update_cb (gpointer data)
{
  MappeAttachmentView *self = MAPPE_ATTACHMENT_VIEW (data);

  self->update_id = 0;
  update_page (self);
  return G_SOURCE_REMOVE;
}

static void
update_soon (MappeAttachmentView *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

static void
scrolled_cb (MappeAttachmentView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self->sheets));
  update_soon (self);
}

static void
typed_page_cb (MappeAttachmentView *self)
{
  guint64 page = g_ascii_strtoull (gtk_editable_get_text (self->page_entry), NULL, 10);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (page > 0)
    show_page (self, (guint) MIN (page, G_MAXUINT) - 1);
  update_page (self);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MappeAttachmentView *self = MAPPE_ATTACHMENT_VIEW (widget);
  int page = (int) mappe_attachment_view_get_page (self) + g_variant_get_int32 (parameter);

  show_page (self, (guint) MAX (page, 0));
}

/* --- size --- */

/* What is in the middle stays there. */
static void
set_zoom (MappeAttachmentView *self, double zoom)
{
  GtkAdjustment *adjustment = adjustment_of (self);
  double before = mappe_attachment_sheets_get_zoom (self->sheets);
  double middle = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 2;

  mappe_attachment_sheets_set_zoom (self->sheets, zoom);
  middle *= mappe_attachment_sheets_get_zoom (self->sheets) / before;
  gtk_adjustment_configure (adjustment, MAX (0, middle - gtk_adjustment_get_page_size (adjustment) / 2), 0,
                            MAX (gtk_adjustment_get_upper (adjustment),
                                 middle + gtk_adjustment_get_page_size (adjustment) / 2),
                            gtk_adjustment_get_step_increment (adjustment),
                            gtk_adjustment_get_page_increment (adjustment), gtk_adjustment_get_page_size (adjustment));
  update_page (self);
}

static void
zoom_by (MappeAttachmentView *self, double factor)
{
  set_zoom (self, CLAMP (mappe_attachment_sheets_get_zoom (self->sheets) * factor, ZOOM_LEAST, ZOOM_MOST));
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MappeAttachmentView *self = MAPPE_ATTACHMENT_VIEW (widget);
  int direction = g_variant_get_int32 (parameter);

  if (direction == 0)
    set_zoom (self, 0);
  else
    zoom_by (self, direction > 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
}

static gboolean
wheel_cb (MappeAttachmentView *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;
  zoom_by (self, dy < 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
  return GDK_EVENT_STOP;
}

/* --- keys --- */

static gboolean
key_cb (MappeAttachmentView *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkAdjustment *adjustment = adjustment_of (self), *across = gtk_scrolled_window_get_hadjustment (self->scroller);
  double line = gtk_adjustment_get_step_increment (adjustment), page = gtk_adjustment_get_page_increment (adjustment);
  double to = gtk_adjustment_get_value (adjustment), aside = gtk_adjustment_get_value (across);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Up: to -= line; break;
    case GDK_KEY_Down: to += line; break;
    case GDK_KEY_Left: aside -= line; break;
    case GDK_KEY_Right: aside += line; break;
    case GDK_KEY_Page_Up: to -= page; break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_space: to += page; break;
    case GDK_KEY_Home: to = 0; break;
    case GDK_KEY_End: to = gtk_adjustment_get_upper (adjustment); break;
    default: return GDK_EVENT_PROPAGATE;
    }
  gtk_adjustment_set_value (adjustment, to);
  gtk_adjustment_set_value (across, aside);
  return GDK_EVENT_STOP;
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MappeAttachmentView *self = MAPPE_ATTACHMENT_VIEW (widget);
  int direction = g_variant_get_int32 (parameter);

  if (direction == 0)
    mappe_attachment_find_open (self, NULL);
  else
    mappe_attachment_find_go (self, direction);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mappe_attachment_text_copy (MAPPE_ATTACHMENT_VIEW (widget));
}

static void
text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MappeAttachmentView *self = MAPPE_ATTACHMENT_VIEW (widget);
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (self->text_button);

  if (gtk_widget_get_sensitive (self->text_button))
    gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

static void
text_toggled_cb (MappeAttachmentView *self)
{
  gboolean text = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->text_button));

  if (self->file == NULL)
    return;
  if (text)
    mappe_attachment_text_read (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), text ? "text" : "pages");
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* --- opening --- */

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  MappeAttachment *file = mappe_attachment_new (data, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, (GDestroyNotify) mappe_attachment_unref);
  else
    g_task_return_error (task, error);
}

static void
set_ready (MappeAttachmentView *self, gboolean ready)
{
  gboolean text = ready && !mappe_attachment_is_picture (self->file);

  gtk_widget_set_visible (self->bar, ready);
  gtk_widget_set_sensitive (self->text_button, text);
  gtk_widget_set_sensitive (self->find_button, text);
}

/** mappe_attachment_view_fail: @error: why there is nothing to show; its message is what is shown */
void
mappe_attachment_view_fail (MappeAttachmentView *self, const GError *error)
{
  mappe_set_str (&self->fault, error->message);
  adw_status_page_set_title (self->status, _("This file cannot be shown"));
  adw_status_page_set_description (self->status, error->message);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "status");
  set_ready (self, FALSE);
}

static gboolean
arrive_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MappeAttachmentView *self = MAPPE_ATTACHMENT_VIEW (widget);

  /* Pages have their places when the sheets have their height. */
  if (self->file != NULL && gtk_adjustment_get_upper (adjustment_of (self)) <= EDGE)
    return G_SOURCE_CONTINUE;
  show_page (self, self->to_page);
  if (self->to_words != NULL)
    mappe_attachment_find_open (self, self->to_words);
  g_clear_pointer (&self->to_words, g_free);
  update_soon (self);
  return G_SOURCE_REMOVE;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MappeAttachmentView *self = MAPPE_ATTACHMENT_VIEW (source);
  g_autoptr (GError) error = NULL;
  MappeAttachment *file = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (file == NULL)
    {
      mappe_attachment_view_fail (self, error);
      return;
    }
  self->file = file;
  mappe_attachment_sheets_set_file (self->sheets, file);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "pages");
  set_ready (self, TRUE);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), arrive_cb, NULL, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
forget (MappeAttachmentView *self)
{
  mappe_attachment_find_stop (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->file, mappe_attachment_unref);
  g_clear_pointer (&self->fault, g_free);
  self->text_read = FALSE;
  self->described = 0;
}

/** mappe_attachment_view_open: @bytes: the file to show */
void
mappe_attachment_view_open (MappeAttachmentView *self, GBytes *bytes)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (MAPPE_IS_ATTACHMENT_VIEW (self));

  forget (self);
  mappe_attachment_sheets_set_file (self->sheets, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "wait");
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, opened_cb, NULL);
  g_task_set_source_tag (task, mappe_attachment_view_open);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, open_thread);
}

/**
 * mappe_attachment_view_go_to:
 * @page: from 0
 * @words: (nullable): what to look for there
 *
 * Shows a place, at once or when the file is open.
 */
void
mappe_attachment_view_go_to (MappeAttachmentView *self, guint page, const char *words)
{
  g_return_if_fail (MAPPE_IS_ATTACHMENT_VIEW (self));

  self->to_page = page;
  mappe_set_str (&self->to_words, words);
  if (self->file != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), arrive_cb, NULL, NULL);
}

/** mappe_attachment_view_get_file: Returns: (transfer none) (nullable): what is shown */
MappeAttachment *
mappe_attachment_view_get_file (MappeAttachmentView *self)
{
  return self->file;
}

/** mappe_attachment_view_get_found: Returns: how many places have the words that are looked for, so far */
guint
mappe_attachment_view_get_found (MappeAttachmentView *self)
{
  return self->marks != NULL ? self->marks->len : 0;
}

/** mappe_attachment_view_get_fault: Returns: (nullable): why nothing can be shown */
const char *
mappe_attachment_view_get_fault (MappeAttachmentView *self)
{
  return self->fault;
}

/* --- widget --- */

static gboolean
mappe_attachment_view_grab_focus (GtkWidget *widget)
{
  MappeAttachmentView *self = MAPPE_ATTACHMENT_VIEW (widget);
  gboolean text = g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "text") == 0;

  return gtk_widget_grab_focus (text ? GTK_WIDGET (self->text) : GTK_WIDGET (self->sheets));
}

static void
mappe_attachment_view_dispose (GObject *object)
{
  MappeAttachmentView *self = MAPPE_ATTACHMENT_VIEW (object);

  forget (self);
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->to_words, g_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (mappe_attachment_view_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const struct { guint key; GdkModifierType state; const char *action; int direction; } keys[] = {
    { GDK_KEY_plus, GDK_CONTROL_MASK, "attachment.zoom", 1 },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "attachment.zoom", 1 },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "attachment.zoom", 1 },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "attachment.zoom", -1 },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "attachment.zoom", -1 },
    { GDK_KEY_0, GDK_CONTROL_MASK, "attachment.zoom", 0 },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "attachment.zoom", 0 },
    { GDK_KEY_Page_Down, GDK_CONTROL_MASK, "attachment.step", 1 },
    { GDK_KEY_Page_Up, GDK_CONTROL_MASK, "attachment.step", -1 },
    { GDK_KEY_f, GDK_CONTROL_MASK, "attachment.find", 0 },
    { GDK_KEY_F3, 0, "attachment.find", 1 },
    { GDK_KEY_F3, GDK_SHIFT_MASK, "attachment.find", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].state, keys[i].action, "i", keys[i].direction);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_t, GDK_CONTROL_MASK, "attachment.text", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK, "attachment.copy", NULL);
}

static void
mappe_attachment_view_class_init (MappeAttachmentViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_attachment_view_dispose;
  widget_class->grab_focus = mappe_attachment_view_grab_focus;
  widget_class->focus = mappe_focus_child;
  gtk_widget_class_install_action (widget_class, "attachment.zoom", "i", zoom_action);
  gtk_widget_class_install_action (widget_class, "attachment.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "attachment.find", "i", find_action);
  gtk_widget_class_install_action (widget_class, "attachment.text", NULL, text_action);
  gtk_widget_class_install_action (widget_class, "attachment.copy", NULL, copy_action);
  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "attachmentview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
set_label (gpointer widget, const char *label)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (widget), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
add_button (GtkWidget *bar, const char *icon, const char *label, const char *action, int direction)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", direction);
  set_label (button, label);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static void
add_page_entry (MappeAttachmentView *self)
{
  GtkWidget *entry = gtk_entry_new ();

  self->page_entry = GTK_EDITABLE (entry);
  self->n_pages = GTK_LABEL (gtk_label_new (NULL));
  gtk_editable_set_width_chars (self->page_entry, 4);
  gtk_editable_set_max_width_chars (self->page_entry, 4);
  gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  set_label (entry, _("Page"));
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (typed_page_cb), self);
  gtk_box_append (GTK_BOX (self->bar), entry);
  gtk_box_append (GTK_BOX (self->bar), GTK_WIDGET (self->n_pages));
}

static void
build_bar (MappeAttachmentView *self)
{
  GtkWidget *gap = gtk_label_new (NULL);

  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->bar, "toolbar");
  add_button (self->bar, "go-up-symbolic", _("Previous page"), "attachment.step", -1);
  add_page_entry (self);
  add_button (self->bar, "go-down-symbolic", _("Next page"), "attachment.step", 1);
  gtk_widget_set_hexpand (gap, TRUE);
  gtk_box_append (GTK_BOX (self->bar), gap);
  self->find_button = add_button (self->bar, "edit-find-symbolic", _("Find in this file"), "attachment.find", 0);
  self->text_button = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->text_button), "view-list-symbolic");
  gtk_widget_add_css_class (self->text_button, "flat");
  set_label (self->text_button, _("Text alone"));
  g_signal_connect_swapped (self->text_button, "toggled", G_CALLBACK (text_toggled_cb), self);
  gtk_box_append (GTK_BOX (self->bar), self->text_button);
  add_button (self->bar, "zoom-out-symbolic", _("Smaller"), "attachment.zoom", -1);
  self->zoom_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_width_chars (self->zoom_label, 6);
  gtk_box_append (GTK_BOX (self->bar), GTK_WIDGET (self->zoom_label));
  add_button (self->bar, "zoom-in-symbolic", _("Larger"), "attachment.zoom", 1);
  add_button (self->bar, "zoom-fit-best-symbolic", _("As wide as the window"), "attachment.zoom", 0);
}

static void
build_pages (MappeAttachmentView *self)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *key = gtk_event_controller_key_new ();

  self->sheets = MAPPE_ATTACHMENT_SHEETS (mappe_attachment_sheets_new ());
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->sheets));
  /* The viewport scrolls to what takes the focus; the sheets are always higher than it. */
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (gtk_scrolled_window_get_child (self->scroller)), FALSE);
  g_signal_connect_object (adjustment_of (self), "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment_of (self), "changed", G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (wheel_cb), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), wheel);
  gtk_widget_add_controller (GTK_WIDGET (self->sheets), key);
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->scroller), "pages");
}

static void
build_text (MappeAttachmentView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_editable (self->text, FALSE);
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  g_object_set (self->text, "top-margin", 18, "bottom-margin", 18, "left-margin", 24, "right-margin", 24,
                "accepts-tab", FALSE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Text of the file"),
                                  -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->text));
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "text");
}

static void
build_states (MappeAttachmentView *self)
{
  GtkWidget *spinner = gtk_spinner_new ();

  self->status = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->status, "dialog-warning-symbolic");
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Opening the file"), -1);
  gtk_stack_add_named (GTK_STACK (self->stack), spinner, "wait");
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->status), "status");
}

static void
mappe_attachment_view_init (MappeAttachmentView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  build_bar (self);
  build_states (self);
  build_pages (self);
  build_text (self);
  self->find_bar = mappe_attachment_find_build (self);
  gtk_box_append (GTK_BOX (self->box), self->bar);
  gtk_box_append (GTK_BOX (self->box), self->find_bar);
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (self->bar, FALSE);
}

/** mappe_attachment_view_new: Returns: (transfer floating): a view without a file */
GtkWidget *
mappe_attachment_view_new (void)
{
  return g_object_new (MAPPE_TYPE_ATTACHMENT_VIEW, NULL);
}
