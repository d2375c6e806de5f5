/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-search-palette.h"

#include <glib/gi18n.h>

#include "mappe-attachment-window.h"
#include "mappe-feedback.h"
#include "mappe-places.h"
#include "mappe-search-row.h"
#include "mappe-text.h"
#include "mappe-search.h"

enum {
  MOST_HITS = 200,
  AGAIN_MS = 300,
  MOST_IN_GROUP = 5,
  WIDTH = 560,
  HEIGHT = 440,
  DISTANCE = 48, /* from the top of the window */
};

struct _MappeSearchPalette {
  GtkPopover parent_instance;

  MappeStore *store;
  GCancellable *cancellable;
  GPtrArray *hits;
  char *asked;         /* what the search under way, or else the list, answers */
  gboolean under_way;
  gboolean open_first; /* Enter was faster than the search */
  guint again_id; /* asks once more while the index is being made */
  GHashTable *opened; /* kinds whose groups are shown whole */
  GtkEditable *entry;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListBox *list;
  GtkLabel *nothing;
};

G_DEFINE_FINAL_TYPE (MappeSearchPalette, mappe_search_palette, GTK_TYPE_POPOVER)

/* --- the list --- */

/* Words of code lists and the council itself have no page to be opened on. */
static gboolean
has_page (const MappeKind *kind)
{
  return mappe_places_for_kind (kind) || mappe_kind_owner_field (kind) >= 0;
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const MappeKind *kind = mappe_search_row_get_kind (MAPPE_SEARCH_ROW (row));
  GtkWidget *label;

  if (before && mappe_search_row_get_kind (MAPPE_SEARCH_ROW (before)) == kind)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (_(kind->label_plural));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "mappe-sidebar-group");
  gtk_list_box_row_set_header (row, label);
}

static void
add_group (MappeSearchPalette *self, const MappeKind *kind)
{
  gboolean whole = g_hash_table_contains (self->opened, kind);
  guint n_shown = 0, n_more = 0;

  for (guint i = 0; i < self->hits->len; i++)
    {
      const MappeSearchHit *hit = self->hits->pdata[i];

      if (hit->kind != kind)
        continue;
      if (whole || n_shown < MOST_IN_GROUP)
        {
          gtk_list_box_append (self->list, mappe_search_row_new (hit));
          n_shown++;
        }
      else
        n_more++;
    }
  if (n_more > 0)
    gtk_list_box_append (self->list, mappe_search_row_new_more (kind, n_more));
}

static void
fill (MappeSearchPalette *self)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->hits->len; i++)
    {
      const MappeSearchHit *hit = self->hits->pdata[i];

      if (has_page (hit->kind) && g_hash_table_add (done, (gpointer) hit->kind))
        add_group (self, hit->kind);
    }
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row)
    gtk_list_box_select_row (self->list, row);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
scroll_to (MappeSearchPalette *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    return;
  gtk_adjustment_clamp_page (adjustment, bounds.origin.y - bounds.size.height,
                             bounds.origin.y + 2 * bounds.size.height);
}

static void
move_selection (MappeSearchPalette *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row ? gtk_list_box_row_get_index (row) + step : 0;

  row = gtk_list_box_get_row_at_index (self->list, MAX (index, 0));
  for (; row == NULL && index > 0; index--)
    row = gtk_list_box_get_row_at_index (self->list, index - 1);
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  scroll_to (self, row);
}

static void
open_group (MappeSearchPalette *self, MappeSearchRow *row)
{
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  g_hash_table_add (self->opened, (gpointer) mappe_search_row_get_kind (row));
  fill (self);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, index));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *box_row, MappeSearchPalette *self)
{
  MappeSearchRow *row = MAPPE_SEARCH_ROW (box_row);
  const MappeKind *kind = mappe_search_row_get_kind (row);
  gint64 id = mappe_search_row_get_id (row);
  guint page = mappe_search_row_get_page (row);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (id == 0)
    {
      open_group (self, row);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (parent, "win.open-record", "(sx)", kind->name, id);
  if (page > 0 && self->store)
    mappe_attachment_window_open_document (parent, self->store, id, page - 1, self->asked);
}

/* --- searching --- */

static void search (MappeSearchPalette *self);

/* Enter opens what is chosen in the list for the words that were typed, also when that list is still to come. */
static void
activate_cb (MappeSearchPalette *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  gboolean asked = g_strcmp0 (self->asked, gtk_editable_get_text (self->entry)) == 0;

  self->open_first = !asked || self->under_way;
  if (!asked)
    search (self);
  else if (!self->under_way && row && g_str_equal (gtk_stack_get_visible_child_name (self->stack), "results"))
    row_activated_cb (self->list, row, self);
}

static gboolean
again_cb (gpointer data)
{
  MappeSearchPalette *self = MAPPE_SEARCH_PALETTE (data);

  self->again_id = 0;
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    search (self);
  return G_SOURCE_REMOVE;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeSearchPalette) self = MAPPE_SEARCH_PALETTE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = mappe_store_search_finish (MAPPE_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->under_way = FALSE;
  if (hits)
    {
      mappe_search_palette_take_results (self, hits);
      if (self->open_first)
        activate_cb (self);
      if (self->store && mappe_store_search_progress (self->store) < 1)
        self->again_id = g_timeout_add (AGAIN_MS, again_cb, self);
    }
  else
    mappe_feedback_error (gtk_widget_get_parent (GTK_WIDGET (self)), error, _("The search failed"));
}

static void
stop_searching (MappeSearchPalette *self)
{
  g_clear_handle_id (&self->again_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->under_way = FALSE;
}

static void
search (MappeSearchPalette *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  stop_searching (self);
  if (*text == '\0' || self->store == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "hint");
      return;
    }
  self->cancellable = g_cancellable_new ();
  self->under_way = TRUE;
  mappe_set_str (&self->asked, gtk_editable_get_text (self->entry));
  mappe_store_search_async (self->store, text, MOST_HITS, self->cancellable, found_cb, g_object_ref (self));
}

static void
search_changed_cb (MappeSearchPalette *self)
{
  if (self->under_way && g_strcmp0 (self->asked, gtk_editable_get_text (self->entry)) == 0)
    return;
  g_hash_table_remove_all (self->opened);
  self->open_first = FALSE;
  search (self);
}

static void
stop_cb (MappeSearchPalette *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers,
                MappeSearchPalette *self)
{
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      move_selection (self, 8);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      move_selection (self, -8);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
mappe_search_palette_dispose (GObject *object)
{
  MappeSearchPalette *self = MAPPE_SEARCH_PALETTE (object);

  stop_searching (self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->asked, g_free);
  g_clear_pointer (&self->opened, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_SEARCH_PALETTE);
  G_OBJECT_CLASS (mappe_search_palette_parent_class)->dispose (object);
}

static void
mappe_search_palette_class_init (MappeSearchPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_search_palette_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-search-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeSearchPalette, entry);
  gtk_widget_class_bind_template_child (widget_class, MappeSearchPalette, stack);
  gtk_widget_class_bind_template_child (widget_class, MappeSearchPalette, scroller);
  gtk_widget_class_bind_template_child (widget_class, MappeSearchPalette, list);
  gtk_widget_class_bind_template_child (widget_class, MappeSearchPalette, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
mappe_search_palette_init (MappeSearchPalette *self)
{
  self->opened = g_hash_table_new (NULL, NULL);
  self->hits = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}

/**
 * mappe_search_palette_new:
 *
 * Returns: (transfer floating): a palette; give it a parent with gtk_widget_set_parent()
 */
GtkWidget *
mappe_search_palette_new (void)
{
  return g_object_new (MAPPE_TYPE_SEARCH_PALETTE, NULL);
}

/**
 * mappe_search_palette_set_store:
 * @store: (nullable): where to search
 */
void
mappe_search_palette_set_store (MappeSearchPalette *self, MappeStore *store)
{
  g_return_if_fail (MAPPE_IS_SEARCH_PALETTE (self));
  stop_searching (self);
  g_set_object (&self->store, store);
}

/**
 * mappe_search_palette_present:
 *
 * Opens the palette in the middle of its parent; what was typed last is selected, to be kept or typed over.
 */
void
mappe_search_palette_present (MappeSearchPalette *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  int width, height;

  g_return_if_fail (MAPPE_IS_SEARCH_PALETTE (self));
  g_return_if_fail (parent != NULL);
  width = gtk_widget_get_width (parent);
  height = gtk_widget_get_height (parent);
  gtk_widget_set_size_request (GTK_WIDGET (self), MIN (WIDTH, MAX (width - 24, 240)),
                               MIN (HEIGHT, MAX (height - 2 * DISTANCE, 200)));
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &(GdkRectangle) { width / 2, DISTANCE, 1, 1 });
  search_changed_cb (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

/**
 * mappe_search_palette_take_results:
 * @hits: (element-type MappeSearchHit): best first
 *
 * Shows what was found, the group with the best one first.
 */
void
mappe_search_palette_take_results (MappeSearchPalette *self, GPtrArray *hits)
{
  g_autofree char *text = NULL;

  g_return_if_fail (MAPPE_IS_SEARCH_PALETTE (self));
  g_ptr_array_unref (self->hits);
  self->hits = g_ptr_array_ref (hits);
  fill (self);
  /* Translators: %s is what was typed into the search. */
  text = g_strdup_printf (_("Nothing found for “%s”"), gtk_editable_get_text (self->entry));
  gtk_label_set_label (self->nothing, text);
  gtk_stack_set_visible_child_name (self->stack, gtk_list_box_get_row_at_index (self->list, 0) ? "results" : "nothing");
}
