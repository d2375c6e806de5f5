/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor of typed text: markup in and out, lists, style, undo. */
#include "mappe-reveal.h"
#include "mappe-rich-text.h"
#include "view-test.h"

static MappeRichText *
editor_with (const char *markup)
{
  MappeRichText *self = MAPPE_RICH_TEXT (g_object_ref_sink (mappe_rich_text_new ("Text")));

  mappe_rich_text_set_markup (self, markup);
  return self;
}

static GtkTextBuffer *
buffer_of (MappeRichText *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
assert_markup (MappeRichText *self, const char *expected)
{
  g_autofree char *markup = mappe_rich_text_get_markup (self);

  g_assert_cmpstr (markup, ==, expected);
}

static void
assert_shown (MappeRichText *self, const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (buffer_of (self), "text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

/* Types as a person does: one character after the other. */
static void
type (MappeRichText *self, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    gtk_text_buffer_insert_interactive_at_cursor (buffer_of (self), p, (int) (g_utf8_next_char (p) - p), TRUE);
}

/* A key through the controllers of the widget, as GTK would hand it on. */
static gboolean
press (MappeRichText *self, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  return handled;
}

static void
enter (MappeRichText *self)
{
  if (!press (self, GDK_KEY_Return, 0))
    type (self, "\n");
}

static void
place (MappeRichText *self, int from, int to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &end, to);
  gtk_text_buffer_select_range (buffer_of (self), &start, &end);
}

static void
test_round_trip (void)
{
  static const char *const texts[] = {
    "", "Ein Absatz", "Eins\n\nZwei", "- a\n- b", "1. a\n2. b\n3. c", "Davor\n\n- a\n- **b**\n\nDanach",
    "**fett** und *kursiv* und ***beides***", "Zeile\nin einem Absatz", "3. Oktober", "\\- kein Punkt",
    "\\*\\*keine Sterne\\*\\*",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MappeRichText) self = editor_with (texts[i]);

      g_test_message ("%s", texts[i]);
      assert_markup (self, texts[i]);
    }
}

static void
test_lists_typed (void)
{
  g_autoptr (MappeRichText) self = editor_with ("");

  type (self, "- eins");
  assert_shown (self, "• eins");
  enter (self);
  type (self, "zwei");
  assert_markup (self, "- eins\n- zwei");
  enter (self);
  assert_shown (self, "• eins\n• zwei\n• ");
  enter (self);
  assert_shown (self, "• eins\n• zwei\n");
  type (self, "Absatz");
  assert_markup (self, "- eins\n- zwei\n\nAbsatz");
}

static void
test_numbers (void)
{
  g_autoptr (MappeRichText) self = editor_with ("");

  type (self, "1. a");
  enter (self);
  type (self, "b");
  enter (self);
  type (self, "c");
  assert_markup (self, "1. a\n2. b\n3. c");
  /* Backspace behind the number makes b a paragraph; c begins anew. */
  place (self, 8, 8);
  g_assert_true (press (self, GDK_KEY_BackSpace, 0));
  assert_shown (self, "1. a\nb\n1. c");
  assert_markup (self, "1. a\n\nb\n\n1. c");
}

static void
test_style (void)
{
  g_autoptr (MappeRichText) self = editor_with ("eins zwei");

  place (self, 0, 4);
  gtk_widget_activate_action (GTK_WIDGET (self), "rich-text.bold", NULL);
  assert_markup (self, "**eins** zwei");
  gtk_widget_activate_action (GTK_WIDGET (self), "rich-text.bold", NULL);
  assert_markup (self, "eins zwei");
  place (self, 9, 9);
  gtk_widget_activate_action (GTK_WIDGET (self), "rich-text.italic", NULL);
  type (self, " drei");
  assert_markup (self, "eins zwei *drei*");
}

static void
test_list_buttons (void)
{
  g_autoptr (MappeRichText) self = editor_with ("a\n\nb");

  place (self, 0, 3);
  gtk_widget_activate_action (GTK_WIDGET (self), "rich-text.numbers", NULL);
  assert_markup (self, "1. a\n2. b");
  gtk_widget_activate_action (GTK_WIDGET (self), "rich-text.bullets", NULL);
  assert_markup (self, "- a\n- b");
  place (self, 0, 6);
  gtk_widget_activate_action (GTK_WIDGET (self), "rich-text.bullets", NULL);
  assert_markup (self, "a\n\nb");
}

static void
test_line_feed (void)
{
  g_autoptr (MappeRichText) self = editor_with ("");

  type (self, "a");
  g_assert_true (press (self, GDK_KEY_Return, GDK_SHIFT_MASK));
  type (self, "b");
  assert_markup (self, "a\nb");
}

/* The undo brings back the form too. */
static void
test_undo (void)
{
  g_autoptr (MappeRichText) self = editor_with ("**fett** x");
  GtkTextIter start, end;

  place (self, 6, 6);
  type (self, " wort");
  assert_markup (self, "**fett** x wort");
  gtk_text_buffer_get_bounds (buffer_of (self), &start, &end);
  gtk_text_buffer_select_range (buffer_of (self), &start, &end);
  gtk_text_buffer_delete_selection (buffer_of (self), TRUE, TRUE);
  assert_markup (self, "");
  g_assert_true (press (self, GDK_KEY_z, GDK_CONTROL_MASK));
  assert_markup (self, "**fett** x wort");
  g_assert_true (press (self, GDK_KEY_z, GDK_CONTROL_MASK));
  assert_markup (self, "**fett** x");
  g_assert_true (press (self, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  assert_markup (self, "**fett** x wort");
  while (press (self, GDK_KEY_z, GDK_CONTROL_MASK))
    ;
  /* Nothing is left here: the key goes to the window. */
  assert_markup (self, "**fett** x");
  g_assert_false (press (self, GDK_KEY_z, GDK_CONTROL_MASK));
}

/* The same text leaves the caret; another one comes without "changed", which is for people. */
static void
test_set (void)
{
  g_autoptr (MappeRichText) self = editor_with ("eins zwei");
  guint n_changed = 0;
  int caret;

  g_signal_connect_swapped (self, "changed", G_CALLBACK (view_test_count_cb), &n_changed);
  place (self, 4, 4);
  mappe_rich_text_set_markup (self, "eins zwei");
  g_object_get (buffer_of (self), "cursor-position", &caret, NULL);
  g_assert_cmpint (caret, ==, 4);
  mappe_rich_text_set_markup (self, "drei");
  g_assert_cmpuint (n_changed, ==, 0);
  type (self, "!");
  g_assert_cmpuint (n_changed, ==, 1);
}

static void
test_read_only (void)
{
  g_autoptr (MappeRichText) self = editor_with ("eins");

  gtk_text_view_set_editable (GTK_TEXT_VIEW (self), FALSE);
  place (self, 0, 4);
  gtk_widget_activate_action (GTK_WIDGET (self), "rich-text.bold", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "rich-text.bullets", NULL);
  assert_markup (self, "eins");
}

static void
test_paste (void)
{
  g_autoptr (MappeRichText) self = editor_with ("");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), "eins\r\nzwei");
  g_signal_emit_by_name (self, "paste-clipboard");
  view_test_wait (gtk_text_buffer_get_char_count (buffer_of (self)) > 0);
  assert_markup (self, "eins\n\nzwei");
}

/* As high as its lines it grows out of the window: what is typed at its end comes into sight. */
static void
test_cursor_in_sight (void)
{
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new (), *box, *view;
  GtkAdjustment *adjustment;
  GtkTextBuffer *buffer;
  GtkTextIter end;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  view = mappe_rich_text_new ("Text");
  gtk_box_append (GTK_BOX (box), view);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 200);
  mappe_reveal_cursor (GTK_TEXT_VIEW (view));
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (view);
  view_test_wait (gtk_widget_has_focus (view));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  for (guint i = 0; i < 40; i++)
    gtk_text_buffer_insert_at_cursor (buffer, "line\n", -1);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  view_test_wait (gtk_adjustment_get_upper (adjustment) > 600 &&
                  gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) >
                      gtk_adjustment_get_upper (adjustment) - 10);
  gtk_text_buffer_get_start_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  view_test_wait (gtk_adjustment_get_value (adjustment) < 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/rich-text/round-trip", test_round_trip);
  g_test_add_func ("/rich-text/lists-typed", test_lists_typed);
  g_test_add_func ("/rich-text/numbers", test_numbers);
  g_test_add_func ("/rich-text/style", test_style);
  g_test_add_func ("/rich-text/list-buttons", test_list_buttons);
  g_test_add_func ("/rich-text/line-feed", test_line_feed);
  g_test_add_func ("/rich-text/undo", test_undo);
  g_test_add_func ("/rich-text/set", test_set);
  g_test_add_func ("/rich-text/read-only", test_read_only);
  g_test_add_func ("/rich-text/paste", test_paste);
  g_test_add_func ("/rich-text/cursor-in-sight", test_cursor_in_sight);
  return g_test_run ();
}
