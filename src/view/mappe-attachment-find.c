/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-attachment-view-private.h"

#include <glib/gi18n.h>

#include "mappe-text.h"

/* Words that are looked for in a file: from the page on show to the end, then from the first page. Some pages at a
 * time, on a thread; what was found so far is marked at once. */

#define PAGES_A_TURN 20
#define MOST_MARKS 2000

typedef struct {
  MappeAttachment *file;
  char            *words;
  guint            from, page;  /* as seek_from, seek_page */
  GArray          *marks;
} Turn;

static void
turn_free (gpointer data)
{
  Turn *turn = data;

  mappe_attachment_unref (turn->file);
  g_free (turn->words);
  g_array_unref (turn->marks);
  g_free (turn);
}

static void
seek_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Turn *turn = data;
  guint n = mappe_attachment_n_pages (turn->file), end = MIN (n, turn->page + PAGES_A_TURN);

  for (; turn->page < end && !g_cancellable_is_cancelled (cancellable); turn->page++)
    {
      guint page = (turn->from + turn->page) % n;
      g_autoptr (GArray) boxes = mappe_attachment_find (turn->file, page, turn->words);

      for (guint i = 0; i < boxes->len; i++)
        {
          MappeAttachmentMark mark = { page, g_array_index (boxes, MappeAttachmentBox, i) };

          g_array_append_val (turn->marks, mark);
        }
    }
  g_task_return_boolean (task, TRUE);
}

static gboolean
is_done (MappeAttachmentView *self)
{
  return self->file == NULL || self->seek_page >= mappe_attachment_n_pages (self->file)
         || self->marks->len >= MOST_MARKS;
}

static void
show_count (MappeAttachmentView *self)
{
  g_autofree char *text = NULL;

  if (self->sought == NULL)
    text = g_strdup ("");
  else if (self->marks->len > 0)
    text = g_strdup_printf (is_done (self) ? _("%u of %u") : _("%u of %u…"), self->mark + 1, self->marks->len);
  else
    text = g_strdup (is_done (self) ? _("Not found") : _("Searching…"));
  gtk_label_set_label (self->found_label, text);
  mappe_attachment_sheets_set_marks (self->sheets, self->marks, self->mark);
}

static void next_turn (MappeAttachmentView *self);

static void
sought_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MappeAttachmentView *self = MAPPE_ATTACHMENT_VIEW (source);
  Turn *turn = g_task_get_task_data (G_TASK (result));
  gboolean first = self->marks != NULL && self->marks->len == 0;

  /* Another search has begun. */
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  self->seek_page = turn->page;
  g_array_append_vals (self->marks, turn->marks->data, turn->marks->len);
  show_count (self);
  if (first && self->marks->len > 0)
    mappe_attachment_view_show_mark (self);
  if (!is_done (self))
    next_turn (self);
}

static void
next_turn (MappeAttachmentView *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->seeking, sought_cb, NULL);
  Turn *turn = g_new0 (Turn, 1);

  *turn = (Turn) { mappe_attachment_ref (self->file), g_strdup (self->sought), self->seek_from, self->seek_page,
                   g_array_new (FALSE, FALSE, sizeof (MappeAttachmentMark)) };
  g_task_set_source_tag (task, next_turn);
  g_task_set_task_data (task, turn, turn_free);
  g_task_run_in_thread (task, seek_thread);
}

/* Ends the search under way and forgets what was found. */
void
mappe_attachment_find_stop (MappeAttachmentView *self)
{
  g_cancellable_cancel (self->seeking);
  g_clear_object (&self->seeking);
  g_clear_pointer (&self->sought, g_free);
  g_clear_pointer (&self->marks, g_array_unref);
  self->mark = 0;
}

static void
seek (MappeAttachmentView *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->find_entry)));

  if (self->sought != NULL && g_str_equal (words, self->sought))
    return;
  mappe_attachment_find_stop (self);
  self->marks = g_array_new (FALSE, FALSE, sizeof (MappeAttachmentMark));
  if (self->file != NULL && *words != '\0' && !mappe_attachment_is_picture (self->file))
    {
      self->sought = g_steal_pointer (&words);
      self->seeking = g_cancellable_new ();
      self->seek_from = mappe_attachment_view_get_page (self);
      self->seek_page = 0;
      next_turn (self);
    }
  show_count (self);
}

/* @direction: 1 for the next place, -1 for the one before */
void
mappe_attachment_find_go (MappeAttachmentView *self, int direction)
{
  seek (self);
  if (self->marks == NULL || self->marks->len == 0)
    return;
  self->mark = (self->mark + (direction > 0 ? 1 : self->marks->len - 1)) % self->marks->len;
  show_count (self);
  mappe_attachment_view_show_mark (self);
}

/* @words: (nullable): what to look for; %NULL to type it */
void
mappe_attachment_find_open (MappeAttachmentView *self, const char *words)
{
  if (self->file == NULL || mappe_attachment_is_picture (self->file))
    return;
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->find_bar), TRUE);
  if (words != NULL)
    {
      gtk_editable_set_text (self->find_entry, words);
      seek (self);
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
  gtk_editable_select_region (self->find_entry, 0, -1);
}

/* --- the bar --- */

static void
mode_cb (MappeAttachmentView *self)
{
  if (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->find_bar)))
    return;
  mappe_attachment_find_stop (self);
  mappe_attachment_sheets_set_marks (self->sheets, NULL, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
next_cb (MappeAttachmentView *self)
{
  mappe_attachment_find_go (self, 1);
}

static void
previous_cb (MappeAttachmentView *self)
{
  mappe_attachment_find_go (self, -1);
}

static GtkWidget *
step_button (MappeAttachmentView *self, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

/* Returns: (transfer floating): the bar with the entry; hidden until it is asked for */
GtkWidget *
mappe_attachment_find_build (MappeAttachmentView *self)
{
  GtkWidget *bar = gtk_search_bar_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_search_entry_new ();

  self->find_entry = GTK_EDITABLE (entry);
  self->found_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find in this file"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->found_label), "dim-label");
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->found_label));
  gtk_box_append (GTK_BOX (box), step_button (self, "go-up-symbolic", _("Previous place"), G_CALLBACK (previous_cb)));
  gtk_box_append (GTK_BOX (box), step_button (self, "go-down-symbolic", _("Next place"), G_CALLBACK (next_cb)));
  gtk_search_bar_set_child (GTK_SEARCH_BAR (bar), box);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (bar), self->find_entry);
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (seek), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (entry, "next-match", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (entry, "previous-match", G_CALLBACK (previous_cb), self);
  g_signal_connect_swapped (bar, "notify::search-mode-enabled", G_CALLBACK (mode_cb), self);
  return bar;
}
