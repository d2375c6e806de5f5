/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sitting-notes.h"

#include <glib/gi18n.h>

#include "mappe-agenda-item.h"
#include "mappe-reveal.h"

/* After this silence the notes are saved. */
#define SILENCE_MILLISECONDS 1000

struct _MappeSittingNotes {
  AdwBin parent_instance;

  GtkTextView *view;
  MappeRow    *base;      /* the item as it was when typing began */
  char        *sent;      /* notes on their way into the file; NULL */
  gboolean     dirty;
  gboolean     filling;
  guint        rest_id;
};

G_DEFINE_FINAL_TYPE (MappeSittingNotes, mappe_sitting_notes, ADW_TYPE_BIN)

enum { TYPED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char *
notes_in (const MappeRow *item)
{
  const char *notes = mappe_row_get_text (item, MAPPE_AGENDA_ITEM_DISCUSSION);

  return notes != NULL ? notes : "";
}

/** mappe_sitting_notes_get_text: Returns: (transfer full): what is in the field */
char *
mappe_sitting_notes_get_text (MappeSittingNotes *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
set_text (MappeSittingNotes *self, const char *text)
{
  g_autofree char *shown = mappe_sitting_notes_get_text (self);

  if (g_str_equal (shown, text))
    return;
  self->filling = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
  self->filling = FALSE;
}

/**
 * mappe_sitting_notes_join:
 * @base: notes when typing began
 * @mine: what was typed since
 * @theirs: what somebody else wrote since
 *
 * Returns: (transfer full): both, nothing lost: their notes, and mine after them
 */
char *
mappe_sitting_notes_join (const char *base, const char *mine, const char *theirs)
{
  if (g_str_equal (base, theirs) || g_str_equal (mine, theirs))
    return g_strdup (mine);
  if (g_str_equal (base, mine))
    return g_strdup (theirs);
  if (g_str_has_prefix (mine, base))
    return g_strconcat (theirs, *base == '\0' && *theirs != '\0' ? "\n" : "", mine + strlen (base), NULL);
  return g_strconcat (theirs, *theirs != '\0' ? "\n" : "", mine, NULL);
}

/* --- saving --- */

static void
rest (MappeSittingNotes *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->dirty && self->base != NULL)
    g_signal_emit (self, signals[TYPED], 0);
}

static gboolean
rest_cb (gpointer data)
{
  MappeSittingNotes *self = data;

  self->rest_id = 0;
  rest (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MappeSittingNotes *self)
{
  if (self->filling)
    return;
  self->dirty = TRUE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (SILENCE_MILLISECONDS, rest_cb, self);
}

/** mappe_sitting_notes_flush: Has what was typed saved now. */
void
mappe_sitting_notes_flush (MappeSittingNotes *self)
{
  g_return_if_fail (MAPPE_IS_SITTING_NOTES (self));
  rest (self);
}

/**
 * mappe_sitting_notes_take:
 * @base: (out) (transfer full): the item as it was when typing began
 *
 * Returns: (transfer full) (nullable): the notes to be saved; %NULL when there is nothing new
 */
char *
mappe_sitting_notes_take (MappeSittingNotes *self, MappeRow **base)
{
  g_return_val_if_fail (MAPPE_IS_SITTING_NOTES (self), NULL);
  if (!self->dirty || self->base == NULL)
    return NULL;
  self->dirty = FALSE;
  g_free (self->sent);
  self->sent = mappe_sitting_notes_get_text (self);
  *base = mappe_row_ref (self->base);
  return g_strdup (self->sent);
}

/* --- showing --- */

static void
take_base (MappeSittingNotes *self, MappeRow *item)
{
  g_clear_pointer (&self->base, mappe_row_unref);
  self->base = item != NULL ? mappe_row_ref (item) : NULL;
}

/* The same item as it is in the file now. */
static void
merge (MappeSittingNotes *self, MappeRow *item)
{
  g_autofree char *mine = mappe_sitting_notes_get_text (self);
  g_autofree char *joined = NULL;

  /* What we saved has arrived: what was typed since goes on from there. */
  if (self->sent != NULL && g_str_equal (self->sent, notes_in (item)))
    g_clear_pointer (&self->sent, g_free);
  else if (self->dirty || self->sent != NULL)
    {
      joined = mappe_sitting_notes_join (notes_in (self->base), mine, notes_in (item));
      set_text (self, joined);
      if (!g_str_equal (joined, notes_in (item)))
        changed_cb (self);
    }
  else
    set_text (self, notes_in (item));
  take_base (self, item);
}

/** mappe_sitting_notes_show_item: @item: (nullable): an agenda item */
void
mappe_sitting_notes_show_item (MappeSittingNotes *self, MappeRow *item)
{
  g_return_if_fail (MAPPE_IS_SITTING_NOTES (self));
  if (item != NULL && self->base != NULL && item->id == self->base->id)
    {
      if (item->version != self->base->version)
        merge (self, item);
      return;
    }
  rest (self);
  g_clear_pointer (&self->sent, g_free);
  take_base (self, item);
  set_text (self, item != NULL ? notes_in (item) : "");
  self->dirty = FALSE;
}

/* --- GObject --- */

static void
mappe_sitting_notes_dispose (GObject *object)
{
  MappeSittingNotes *self = MAPPE_SITTING_NOTES (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_pointer (&self->base, mappe_row_unref);
  g_clear_pointer (&self->sent, g_free);
  G_OBJECT_CLASS (mappe_sitting_notes_parent_class)->dispose (object);
}

static void
mappe_sitting_notes_class_init (MappeSittingNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_sitting_notes_dispose;
  signals[TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
mappe_sitting_notes_init (MappeSittingNotes *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *view = gtk_text_view_new ();

  self->view = GTK_TEXT_VIEW (view);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  mappe_reveal_cursor (self->view);
  g_object_set (view, "top-margin", 6, "bottom-margin", 6, "left-margin", 8, "right-margin", 8, NULL);
  gtk_widget_set_size_request (view, -1, 90);
  gtk_widget_add_css_class (view, "card");
  gtk_widget_set_tooltip_text (view, _("Notes of the discussion (n)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Notes of the discussion"),
                                  -1);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (rest), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, focus);
  adw_bin_set_child (ADW_BIN (self), view);
}
