/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-rich-text-private.h"

#include "mappe-node.h"

/* Steps of undo that are kept. */
#define STEPS_MOST 200

/** How the text was, and where the caret stood. */
typedef struct {
  char *markup;
  int   caret;
} Step;

struct _MappeRichText {
  GtkTextView parent_instance;

  char      *placeholder;
  guint      typing;     /* style of what is typed next */
  gboolean   inserting;  /* the caret moves because something is inserted */
  gboolean   setting;    /* the program sets the text */
  gboolean   word_open;  /* the last change was one character: the next letter belongs to the same step */
  Step       present;
  GPtrArray *undo;       /* element-type Step, newest last */
  GPtrArray *redo;
};

G_DEFINE_FINAL_TYPE (MappeRichText, mappe_rich_text, GTK_TYPE_TEXT_VIEW)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static GtkTextBuffer *
buffer_of (MappeRichText *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static int
caret_of (GtkTextBuffer *buffer)
{
  int caret;

  g_object_get (buffer, "cursor-position", &caret, NULL);
  return caret;
}

/* --- undo: the text as it was, with its form, which the undo of GtkTextBuffer would lose --- */

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->markup);
  g_free (step);
}

static void
push (GPtrArray *steps, const Step *step)
{
  Step *copy = g_new (Step, 1);

  *copy = (Step) { g_strdup (step->markup), step->caret };
  g_ptr_array_add (steps, copy);
  if (steps->len > STEPS_MOST)
    g_ptr_array_remove_index (steps, 0);
}

static void
take_present (MappeRichText *self)
{
  g_free (self->present.markup);
  self->present = (Step) { mappe_rich_text_get_markup (self), caret_of (buffer_of (self)) };
}

static void
show (MappeRichText *self, const char *markup, int caret)
{
  g_autoptr (GPtrArray) lines = mappe_markup_parse (markup);
  GtkTextBuffer *buffer = buffer_of (self);
  GtkTextIter iter;

  self->setting = TRUE;
  mappe_rich_buffer_set_lines (buffer, lines);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, caret);
  gtk_text_buffer_place_cursor (buffer, &iter);
  self->setting = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
travel (MappeRichText *self, GPtrArray *from, GPtrArray *to)
{
  Step *step;

  if (from->len == 0 || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return FALSE;
  push (to, &self->present);
  step = g_ptr_array_steal_index (from, from->len - 1);
  show (self, step->markup, step->caret);
  take_present (self);
  self->word_open = FALSE;
  step_free (step);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/* Ctrl+Z, Shift+Ctrl+Z, Ctrl+Y; left to the window when there is nothing. */
static gboolean
travel_by_key (MappeRichText *self, guint key, GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  if (gdk_keyval_to_lower (key) == GDK_KEY_z)
    return shift ? travel (self, self->redo, self->undo) : travel (self, self->undo, self->redo);
  return gdk_keyval_to_lower (key) == GDK_KEY_y && travel (self, self->redo, self->undo);
}

/* --- changes --- */

/* A word with the space before it is one step; so is everything that is not typed letter by letter. */
static void
keep_step (MappeRichText *self)
{
  g_autofree char *markup = mappe_rich_text_get_markup (self);
  GtkTextBuffer *buffer = buffer_of (self);
  int caret = caret_of (buffer);
  gboolean one = caret == self->present.caret + 1, space = FALSE;
  GtkTextIter before;

  if (g_strcmp0 (markup, self->present.markup) == 0)
    {
      self->present.caret = caret;
      self->word_open = FALSE;
      return;
    }
  gtk_text_buffer_get_iter_at_offset (buffer, &before, caret);
  if (one && gtk_text_iter_backward_char (&before))
    space = g_unichar_isspace (gtk_text_iter_get_char (&before));
  if (!one || space || !self->word_open)
    push (self->undo, &self->present);
  self->word_open = one;
  g_ptr_array_set_size (self->redo, 0);
  take_present (self);
}

static void
changed_by_user (MappeRichText *self)
{
  self->setting = TRUE;
  mappe_rich_buffer_tidy (buffer_of (self));
  self->setting = FALSE;
  keep_step (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
end_user_action_cb (GtkTextBuffer *buffer, MappeRichText *self)
{
  if (!self->setting)
    changed_by_user (self);
}

static void
before_insert_cb (GtkTextBuffer *buffer, GtkTextIter *at, char *text, int length, MappeRichText *self)
{
  self->inserting = TRUE;
}

/* What is typed has the style chosen, or that of what stands before it. */
static void
after_insert_cb (GtkTextBuffer *buffer, GtkTextIter *at, char *text, int length, MappeRichText *self)
{
  GtkTextIter start = *at;

  self->inserting = FALSE;
  if (self->setting)
    return;
  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  mappe_rich_buffer_apply (buffer, self->typing, &start, at);
}

static void
caret_cb (GtkTextBuffer *buffer, GParamSpec *pspec, MappeRichText *self)
{
  GtkTextIter iter;

  if (self->inserting || self->setting)
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (!gtk_text_iter_starts_line (&iter))
    gtk_text_iter_backward_char (&iter);
  self->typing = mappe_rich_buffer_flags_at (buffer, &iter);
  if (caret_of (buffer) != self->present.caret)
    self->word_open = FALSE;
}

/* --- style and lists --- */

static void
toggle_style (MappeRichText *self, guint flag)
{
  GtkTextBuffer *buffer = buffer_of (self);
  GtkTextIter start, end, iter;
  gboolean all = TRUE;

  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return;
  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    {
      self->typing ^= flag;
      return;
    }
  for (iter = start; gtk_text_iter_compare (&iter, &end) < 0; gtk_text_iter_forward_char (&iter))
    all = all && (mappe_rich_buffer_flags_at (buffer, &iter) & flag) != 0;
  gtk_text_buffer_begin_user_action (buffer);
  if (all)
    gtk_text_buffer_remove_tag_by_name (buffer, flag == MAPPE_TEXT_BOLD ? MAPPE_RICH_BOLD : MAPPE_RICH_ITALIC, &start,
                                        &end);
  else
    gtk_text_buffer_apply_tag_by_name (buffer, flag == MAPPE_TEXT_BOLD ? MAPPE_RICH_BOLD : MAPPE_RICH_ITALIC, &start,
                                       &end);
  gtk_text_buffer_end_user_action (buffer);
}

static void
style_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  toggle_style (MAPPE_RICH_TEXT (widget), g_str_equal (action, "rich-text.bold") ? MAPPE_TEXT_BOLD
                                                                                  : MAPPE_TEXT_ITALIC);
}

static void
list_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (gtk_text_view_get_editable (GTK_TEXT_VIEW (widget)))
    mappe_rich_buffer_toggle_list (buffer_of (MAPPE_RICH_TEXT (widget)),
                                   g_str_equal (action, "rich-text.bullets") ? MAPPE_MARKUP_BULLET
                                                                             : MAPPE_MARKUP_NUMBERED);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, MappeRichText *self)
{
  GtkTextBuffer *buffer = buffer_of (self);
  gboolean plain = (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0;

  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return FALSE;
  if (travel_by_key (self, key, state))
    return TRUE;
  if (plain && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    return mappe_rich_buffer_enter (buffer);
  if (plain && key == GDK_KEY_BackSpace)
    return mappe_rich_buffer_backspace (buffer);
  if ((state & GDK_SHIFT_MASK) == 0 || (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter))
    return FALSE;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, MAPPE_RICH_LINE_FEED, -1);
  gtk_text_buffer_end_user_action (buffer);
  return TRUE;
}

/* --- pasting: only text comes in --- */

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeRichText) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkTextBuffer *buffer = buffer_of (self);
  g_auto (GStrv) lines = NULL;
  g_autofree char *plain = NULL;

  if (text == NULL || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return;
  lines = g_strsplit (text, "\r\n", -1);
  plain = g_strdelimit (g_strjoinv ("\n", lines), "\r", '\n');
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, plain, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
}

static void
mappe_rich_text_paste_clipboard (GtkTextView *view)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL, pasted_cb, g_object_ref (view));
}

/* --- the empty text --- */

static void
mappe_rich_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MappeRichText *self = MAPPE_RICH_TEXT (widget);
  g_autoptr (PangoLayout) layout = NULL;
  int x, y;
  GdkRGBA colour;

  GTK_WIDGET_CLASS (mappe_rich_text_parent_class)->snapshot (widget, snapshot);
  if (self->placeholder == NULL || gtk_text_buffer_get_char_count (buffer_of (self)) > 0)
    return;
  layout = gtk_widget_create_pango_layout (widget, self->placeholder);
  pango_layout_set_width (layout, MAX (gtk_widget_get_width (widget), 1) * PANGO_SCALE);
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, 0, 0, &x, &y);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  colour.alpha *= 0.6f;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

/* --- GObject --- */

static void
mappe_rich_text_finalize (GObject *object)
{
  MappeRichText *self = MAPPE_RICH_TEXT (object);

  g_free (self->placeholder);
  g_free (self->present.markup);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  G_OBJECT_CLASS (mappe_rich_text_parent_class)->finalize (object);
}

static void
mappe_rich_text_class_init (MappeRichTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mappe_rich_text_finalize;
  widget_class->snapshot = mappe_rich_text_snapshot;
  GTK_TEXT_VIEW_CLASS (klass)->paste_clipboard = mappe_rich_text_paste_clipboard;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "rich-text.bold", NULL, style_cb);
  gtk_widget_class_install_action (widget_class, "rich-text.italic", NULL, style_cb);
  gtk_widget_class_install_action (widget_class, "rich-text.bullets", NULL, list_cb);
  gtk_widget_class_install_action (widget_class, "rich-text.numbers", NULL, list_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "rich-text.bold", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "rich-text.italic", NULL);
}

static void
mappe_rich_text_init (MappeRichText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = buffer_of (self);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->undo = g_ptr_array_new_with_free_func (step_free);
  self->redo = g_ptr_array_new_with_free_func (step_free);
  self->present.markup = g_strdup ("");
  mappe_rich_buffer_add_tags (buffer);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_pixels_below_lines (view, 6);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (buffer, "end-user-action", G_CALLBACK (end_user_action_cb), self, 0);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (before_insert_cb), self, 0);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (after_insert_cb), self, G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (caret_cb), self, 0);
}

/** mappe_rich_text_new: @name: accessible name. Returns: (transfer floating): an empty editor */
GtkWidget *
mappe_rich_text_new (const char *name)
{
  MappeRichText *self = g_object_new (MAPPE_TYPE_RICH_TEXT, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/** mappe_rich_text_get_markup: Returns: (transfer full): the text, see mappe_markup_format(); "" without any */
char *
mappe_rich_text_get_markup (MappeRichText *self)
{
  g_autoptr (GPtrArray) lines = NULL;

  g_return_val_if_fail (MAPPE_IS_RICH_TEXT (self), NULL);
  lines = mappe_rich_buffer_get_lines (buffer_of (self));
  return mappe_markup_format (lines);
}

/**
 * mappe_rich_text_set_markup:
 * @markup: (nullable): the text
 *
 * Shows a text. The same text leaves the caret and the steps of undo alone.
 */
void
mappe_rich_text_set_markup (MappeRichText *self, const char *markup)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *normal = NULL, *shown = NULL;

  g_return_if_fail (MAPPE_IS_RICH_TEXT (self));
  lines = mappe_markup_parse (markup);
  normal = mappe_markup_format (lines);
  shown = mappe_rich_text_get_markup (self);
  if (g_str_equal (normal, shown))
    return;
  show (self, normal, caret_of (buffer_of (self)));
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  take_present (self);
}

/** mappe_rich_text_set_placeholder: @placeholder: (nullable): what is shown as long as there is no text */
void
mappe_rich_text_set_placeholder (MappeRichText *self, const char *placeholder)
{
  g_return_if_fail (MAPPE_IS_RICH_TEXT (self));
  g_free (self->placeholder);
  self->placeholder = g_strdup (placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  placeholder != NULL ? placeholder : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
