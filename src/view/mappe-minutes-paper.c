/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-minutes-paper.h"

#include <glib/gi18n-lib.h>

#include "mappe-minutes-blocks.h"
#include "mappe-reveal.h"

#define PAPER_WIDTH 760

/** What is on the paper: @widget shows @sign; @editor: it is an editor, @held: its text is not to be replaced. */
typedef struct {
  char      *sign;
  char      *source;
  char      *field;
  GtkWidget *widget;
  gboolean   editor;
  gboolean   held;
} Shown;

struct _MappeMinutesPaper {
  AdwBin parent_instance;

  GtkWidget *scroller;
  GtkWidget *box;
  GPtrArray *shown;  /* element-type Shown, in order */
  GtkWidget *last;   /* editor that had the focus last; weak */
};

G_DEFINE_FINAL_TYPE (MappeMinutesPaper, mappe_minutes_paper, ADW_TYPE_BIN)

enum { TYPED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
shown_free (gpointer data)
{
  Shown *shown = data;

  g_free (shown->sign);
  g_free (shown->source);
  g_free (shown->field);
  g_free (shown);
}

/* --- editors --- */

static Shown *
find_editor (MappeMinutesPaper *self, const char *source, const char *field)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      Shown *shown = g_ptr_array_index (self->shown, i);

      if (shown->editor && g_strcmp0 (shown->source, source) == 0 && g_strcmp0 (shown->field, field) == 0)
        return shown;
    }
  return NULL;
}

static void
changed_cb (MappeRichText *editor, MappeMinutesPaper *self)
{
  g_autofree char *markup = mappe_rich_text_get_markup (editor);

  for (guint i = 0; i < self->shown->len; i++)
    {
      const Shown *shown = g_ptr_array_index (self->shown, i);

      if (shown->widget == GTK_WIDGET (editor))
        {
          g_signal_emit (self, signals[TYPED], 0, shown->source, shown->field, markup);
          return;
        }
    }
}

static void
set_last (MappeMinutesPaper *self, GtkWidget *editor)
{
  if (self->last != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->last), (gpointer *) &self->last);
  self->last = editor;
  if (editor != NULL)
    g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &self->last);
}

static void
focus_cb (GtkEventControllerFocus *controller, MappeMinutesPaper *self)
{
  set_last (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
}

static const char *
placeholder_of (const char *field)
{
  if (g_str_equal (field, "opening"))
    return _("Text before the agenda items");
  return g_str_equal (field, "closing") ? _("Text after the agenda items") : _("Course of the discussion");
}

static GtkWidget *
editor_new (MappeMinutesPaper *self, const MappeMinutesBlock *block)
{
  const char *placeholder = placeholder_of (block->node->field);
  g_autofree char *name = g_strdup_printf ("%s: %s", placeholder, block->title != NULL ? block->title : "");
  GtkWidget *editor = mappe_rich_text_new (name);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  mappe_rich_text_set_placeholder (MAPPE_RICH_TEXT (editor), placeholder);
  gtk_widget_add_css_class (editor, "minutes-typed");
  mappe_reveal_cursor (GTK_TEXT_VIEW (editor));
  g_signal_connect (focus, "enter", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (editor, focus);
  g_signal_connect_object (editor, "changed", G_CALLBACK (changed_cb), self, 0);
  return editor;
}

/* --- another state of the document --- */

static Shown *
take_shown (GHashTable *old, const char *sign)
{
  GQueue *queue = g_hash_table_lookup (old, sign);

  return queue != NULL ? g_queue_pop_head (queue) : NULL;
}

static void
queue_free (gpointer data)
{
  g_queue_free (data);
}

static GHashTable *
index_shown (GPtrArray *shown)
{
  GHashTable *old = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, queue_free);

  for (guint i = 0; i < shown->len; i++)
    {
      Shown *each = g_ptr_array_index (shown, i);
      GQueue *queue = g_hash_table_lookup (old, each->sign);

      if (queue == NULL)
        g_hash_table_insert (old, each->sign, queue = g_queue_new ());
      g_queue_push_tail (queue, each);
    }
  return old;
}

static Shown *
make_shown (MappeMinutesPaper *self, const MappeMinutesBlock *block)
{
  Shown *shown = g_new0 (Shown, 1);

  shown->sign = g_strdup (block->sign);
  shown->source = g_strdup (block->source);
  shown->field = g_strdup (block->node->field);
  shown->editor = mappe_minutes_block_typed (block);
  shown->widget = shown->editor ? editor_new (self, block) : mappe_minutes_block_widget (block);
  gtk_box_append (GTK_BOX (self->box), shown->widget);
  return shown;
}

static void
fill_editor (Shown *shown, const MappeMinutesBlock *block, gboolean editable)
{
  g_autofree char *markup = mappe_node_get_typed (block->node);

  if (!shown->held)
    mappe_rich_text_set_markup (MAPPE_RICH_TEXT (shown->widget), markup);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (shown->widget), editable);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (shown->widget), editable);
  if (editable)
    gtk_widget_remove_css_class (shown->widget, "read-only");
  else
    gtk_widget_add_css_class (shown->widget, "read-only");
}

/* Widgets that are the same stay; the others come and go around them. */
static void
arrange (MappeMinutesPaper *self, GPtrArray *blocks, gboolean editable)
{
  g_autoptr (GHashTable) old = index_shown (self->shown);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->shown);
  GtkWidget *above = NULL;

  self->shown = g_ptr_array_new_with_free_func (shown_free);
  for (guint i = 0; i < blocks->len; i++)
    {
      const MappeMinutesBlock *block = g_ptr_array_index (blocks, i);
      Shown *shown = take_shown (old, block->sign);
      guint at;

      if (shown == NULL)
        shown = make_shown (self, block);
      else if (g_ptr_array_find (before, shown, &at))
        g_ptr_array_steal_index (before, at);
      g_ptr_array_add (self->shown, shown);
      if (shown->editor)
        fill_editor (shown, block, editable);
      gtk_box_reorder_child_after (GTK_BOX (self->box), shown->widget, above);
      above = shown->widget;
    }
  for (guint i = 0; i < before->len; i++)
    gtk_box_remove (GTK_BOX (self->box), ((Shown *) g_ptr_array_index (before, i))->widget);
}

/**
 * mappe_minutes_paper_set_document:
 * @document: (transfer none): what to show
 * @editable: whether its typed parts may be changed
 */
void
mappe_minutes_paper_set_document (MappeMinutesPaper *self, const MappeNode *document, gboolean editable)
{
  g_autoptr (GPtrArray) blocks = NULL;

  g_return_if_fail (MAPPE_IS_MINUTES_PAPER (self));
  blocks = mappe_minutes_blocks (document);
  arrange (self, blocks, editable);
}

/** mappe_minutes_paper_hold: Keeps the text of a typed part, or lets it follow the document again. */
void
mappe_minutes_paper_hold (MappeMinutesPaper *self, const char *source, const char *field, gboolean hold)
{
  Shown *shown;

  g_return_if_fail (MAPPE_IS_MINUTES_PAPER (self));
  shown = find_editor (self, source, field);
  if (shown != NULL)
    shown->held = hold;
}

/** mappe_minutes_paper_set_typed: Shows another text in a typed part, held or not. */
void
mappe_minutes_paper_set_typed (MappeMinutesPaper *self, const char *source, const char *field, const char *markup)
{
  Shown *shown;

  g_return_if_fail (MAPPE_IS_MINUTES_PAPER (self));
  shown = find_editor (self, source, field);
  if (shown != NULL)
    mappe_rich_text_set_markup (MAPPE_RICH_TEXT (shown->widget), markup);
}

/**
 * mappe_minutes_paper_show_source:
 * @source: a record, "kind/reference"
 *
 * Scrolls to what was made from a record and puts the focus into its typed text.
 *
 * Returns: whether there is such a part
 */
gboolean
mappe_minutes_paper_show_source (MappeMinutesPaper *self, const char *source)
{
  const Shown *found = NULL;

  g_return_val_if_fail (MAPPE_IS_MINUTES_PAPER (self), FALSE);
  for (guint i = 0; i < self->shown->len; i++)
    {
      const Shown *shown = g_ptr_array_index (self->shown, i);

      if (g_strcmp0 (shown->source, source) == 0 && (found == NULL || (shown->editor && !found->editor)))
        found = shown;
    }
  if (found == NULL)
    return FALSE;
  if (found->editor)
    gtk_widget_grab_focus (found->widget);
  mappe_reveal (found->widget);
  return TRUE;
}

/** mappe_minutes_paper_get_editor: Returns: (transfer none) (nullable): the editor that had the focus last */
MappeRichText *
mappe_minutes_paper_get_editor (MappeMinutesPaper *self)
{
  g_return_val_if_fail (MAPPE_IS_MINUTES_PAPER (self), NULL);
  return self->last != NULL ? MAPPE_RICH_TEXT (self->last) : NULL;
}

/* --- GObject --- */

static void
mappe_minutes_paper_dispose (GObject *object)
{
  set_last (MAPPE_MINUTES_PAPER (object), NULL);
  G_OBJECT_CLASS (mappe_minutes_paper_parent_class)->dispose (object);
}

static void
mappe_minutes_paper_finalize (GObject *object)
{
  g_ptr_array_unref (MAPPE_MINUTES_PAPER (object)->shown);
  G_OBJECT_CLASS (mappe_minutes_paper_parent_class)->finalize (object);
}

static void
mappe_minutes_paper_class_init (MappeMinutesPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_minutes_paper_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_minutes_paper_finalize;
  signals[TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
mappe_minutes_paper_init (MappeMinutesPaper *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->shown = g_ptr_array_new_with_free_func (shown_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "minutes-paper");
  gtk_widget_add_css_class (self->box, "card");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), PAPER_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
}
