/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-list-page.h"

#include <glib/gi18n.h>

#include "mappe-detail.h"
#include "mappe-list-view.h"
#include "mappe-places.h"
#include "mappe-record-window.h"
#include "mappe-settings.h"
#include "mappe-shrink.h"
#include "mappe-split.h"
#include "mappe-wrap-layout.h"

typedef struct {
  GPtrArray   *kinds;   /* of MappeKind, in the order of the switcher */
  MappeDetail *detail;
  gboolean     placed;  /* a record was asked for, so the first one is not chosen */
  GtkWidget   *split;
  GtkWidget   *switcher;
  GtkWidget   *lists;   /* each child is a bin, filled when it is first seen */
  GtkWidget   *content;
  GtkWidget   *detail_bin;
  GtkWidget   *many;
} MappeListPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (MappeListPage, mappe_list_page, MAPPE_TYPE_PAGE)

#define PRIVATE(self) ((MappeListPagePrivate *) mappe_list_page_get_instance_private (MAPPE_LIST_PAGE (self)))

static const MappeKind *
find_kind (MappeListPage *self, const char *name)
{
  MappeListPagePrivate *priv = PRIVATE (self);

  for (guint i = 0; i < priv->kinds->len; i++)
    {
      const MappeKind *kind = g_ptr_array_index (priv->kinds, i);
      if (g_strcmp0 (kind->name, name) == 0)
        return kind;
    }
  return NULL;
}

static const MappeKind *
front_kind (MappeListPage *self)
{
  return find_kind (self, gtk_stack_get_visible_child_name (GTK_STACK (PRIVATE (self)->lists)));
}

/** mappe_list_page_get_front_kind: Returns: (transfer none) (nullable): the kind of the list in front */
const MappeKind *
mappe_list_page_get_front_kind (MappeListPage *self)
{
  return front_kind (self);
}

/* --- the list in front --- */

static MappeListView *
list_in_front (MappeListPage *self)
{
  GtkWidget *bin = gtk_stack_get_visible_child (GTK_STACK (PRIVATE (self)->lists));

  return bin != NULL ? (MappeListView *) adw_bin_get_child (ADW_BIN (bin)) : NULL;
}

static void
show_record (MappeListPage *self, const MappeKind *kind, gint64 id)
{
  MappeListPagePrivate *priv = PRIVATE (self);

  gtk_stack_set_visible_child_name (GTK_STACK (priv->content), "detail");
  if (mappe_detail_get_kind (priv->detail) == kind && mappe_detail_get_id (priv->detail) == id)
    return;
  mappe_detail_show (priv->detail, kind, id);
  mappe_page_moved (MAPPE_PAGE (self));
}

static void
show_many (MappeListPage *self, guint n)
{
  MappeListPagePrivate *priv = PRIVATE (self);
  g_autofree char *title = g_strdup_printf (ngettext ("%u record selected", "%u records selected", n), n);

  mappe_detail_leave (priv->detail);
  adw_status_page_set_title (ADW_STATUS_PAGE (priv->many), title);
  gtk_stack_set_visible_child_name (GTK_STACK (priv->content), "many");
}

/* With nothing selected the detail stays: what was deleted says so there until undo brings it back. */
static void
selected_cb (MappeListPage *self, gint64 id, MappeListView *list)
{
  guint n = mappe_list_view_get_n_selected (list);

  if (list != list_in_front (self))
    return;
  if (n > 1)
    show_many (self, n);
  else if (id != 0)
    show_record (self, mappe_list_view_get_kind (list), id);
  else
    gtk_stack_set_visible_child_name (GTK_STACK (PRIVATE (self)->content), "detail");
}

static void
go_into_detail (MappeListPage *self)
{
  MappeListPagePrivate *priv = PRIVATE (self);

  mappe_split_set_show_content (MAPPE_SPLIT (priv->split), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (priv->detail), GTK_DIR_TAB_FORWARD);
}

static void
opened_cb (MappeListPage *self, gint64 id, MappeListView *list)
{
  const MappeKind *kind = mappe_list_view_get_kind (list);

  show_record (self, kind, id);
  if (mappe_places_opens (kind))
    mappe_places_open (GTK_WIDGET (self), kind, id);
  else
    go_into_detail (self);
}

static void
edit_cb (MappeListPage *self)
{
  MappeListPagePrivate *priv = PRIVATE (self);

  mappe_split_set_show_content (MAPPE_SPLIT (priv->split), TRUE);
  mappe_detail_edit (priv->detail);
}

static void
new_cb (MappeListPage *self, MappeListView *list)
{
  mappe_page_new_record (MAPPE_PAGE (self), mappe_list_view_get_kind (list), NULL);
}

static void
choose_first (MappeListPage *self, MappeListView *list)
{
  MappeListPagePrivate *priv = PRIVATE (self);
  gint64 id = mappe_list_model_get_id (mappe_list_view_get_model (list), 0);

  if (priv->placed || mappe_list_view_get_n_selected (list) > 0 ||
      mappe_split_get_collapsed (MAPPE_SPLIT (priv->split)))
    return;
  priv->placed = TRUE;
  if (id != 0)
    mappe_table_show_id (mappe_list_view_get_table (list), id);
}

static void
loading_cb (MappeListPage *self, GParamSpec *pspec, MappeListModel *model)
{
  MappeListView *list = list_in_front (self);

  if (list != NULL && mappe_list_view_get_model (list) == model && !mappe_list_model_get_loading (model))
    choose_first (self, list);
}

static void
update_clicks (MappeListPage *self)
{
  MappeListView *list = list_in_front (self);

  if (list != NULL)
    mappe_table_set_single_click (mappe_list_view_get_table (list),
                                  mappe_split_get_collapsed (MAPPE_SPLIT (PRIVATE (self)->split)));
}

static void
make_list (MappeListPage *self, GtkWidget *bin)
{
  GtkWidget *list = mappe_list_view_new (mappe_page_get_store (MAPPE_PAGE (self)), front_kind (self));

  mappe_list_view_set_icon_name (MAPPE_LIST_VIEW (list), mappe_page_get_icon_name (MAPPE_PAGE (self)));
  g_signal_connect_object (list, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "new", G_CALLBACK (new_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mappe_list_view_get_model (MAPPE_LIST_VIEW (list)), "notify::loading",
                           G_CALLBACK (loading_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (bin), list);
}

static void
list_switched_cb (MappeListPage *self)
{
  GtkWidget *bin = gtk_stack_get_visible_child (GTK_STACK (PRIVATE (self)->lists));
  gint64 id;

  if (bin == NULL)
    return;
  if (adw_bin_get_child (ADW_BIN (bin)) == NULL)
    {
      PRIVATE (self)->placed = FALSE;
      make_list (self, bin);
    }
  update_clicks (self);
  id = mappe_list_view_get_selected (list_in_front (self));
  if (id != 0)
    show_record (self, front_kind (self), id);
}

/* --- the two halves --- */

static void
update_back (MappeListPage *self)
{
  MappeSplit *split = MAPPE_SPLIT (PRIVATE (self)->split);

  mappe_page_set_back_visible (MAPPE_PAGE (self),
                               mappe_split_get_collapsed (split) && mappe_split_get_show_content (split));
  update_clicks (self);
}

static void
go_to_list (MappeListPage *self)
{
  mappe_split_set_show_content (MAPPE_SPLIT (PRIVATE (self)->split), FALSE);
  if (list_in_front (self) != NULL)
    mappe_list_view_focus_list (list_in_front (self));
}

static gboolean
mappe_list_page_grab_focus (GtkWidget *widget)
{
  MappeListPage *self = MAPPE_LIST_PAGE (widget);
  MappeListPagePrivate *priv = PRIVATE (self);

  if (mappe_page_get_back_visible (MAPPE_PAGE (self)))
    return gtk_widget_child_focus (GTK_WIDGET (priv->detail), GTK_DIR_TAB_FORWARD);
  if (list_in_front (self) == NULL)
    return FALSE;
  mappe_list_view_focus_list (list_in_front (self));
  return TRUE;
}

static gboolean
detail_key_cb (MappeListPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  go_to_list (self);
  return TRUE;
}

/* A record that was new has been saved: it is the one selected now. */
static void
record_cb (MappeListPage *self)
{
  MappeListPagePrivate *priv = PRIVATE (self);
  MappeListView *list = list_in_front (self);
  gint64 id = mappe_detail_get_id (priv->detail);

  if (list == NULL || id <= 0 || mappe_detail_get_kind (priv->detail) != mappe_list_view_get_kind (list))
    return;
  if (mappe_list_view_get_n_selected (list) == 0)
    mappe_table_show_id (mappe_list_view_get_table (list), id);
}

/* --- MappePage --- */

static gboolean
mappe_list_page_open_record (MappePage *page, const MappeKind *kind, gint64 id)
{
  MappeListPage *self = MAPPE_LIST_PAGE (page);
  MappeListPagePrivate *priv = PRIVATE (self);

  if (kind == NULL || find_kind (self, kind->name) == NULL)
    return FALSE;
  priv->placed = TRUE;
  gtk_stack_set_visible_child_name (GTK_STACK (priv->lists), kind->name);
  priv->placed = TRUE;
  mappe_list_view_show_id (list_in_front (self), id);
  show_record (self, kind, id);
  mappe_split_set_show_content (MAPPE_SPLIT (priv->split), TRUE);
  return TRUE;
}

static gboolean
mappe_list_page_new_record_here (MappePage *page, const MappeKind *kind, MappeRow *preset)
{
  MappeListPage *self = MAPPE_LIST_PAGE (page);
  MappeListPagePrivate *priv = PRIVATE (self);
  const MappeKind *wanted = kind != NULL ? kind : front_kind (self);
  g_autoptr (MappeRow) row = preset != NULL ? mappe_row_ref (preset) : mappe_row_new_preset (wanted);

  if (find_kind (self, wanted->name) == NULL)
    {
      /* A part without a page of its own is written over the page of its owner. */
      if (mappe_places_for_kind (wanted) != NULL)
        return FALSE;
      mappe_record_window_new_record (GTK_WIDGET (self), mappe_page_get_store (page), row);
      return TRUE;
    }
  priv->placed = TRUE;
  gtk_stack_set_visible_child_name (GTK_STACK (priv->lists), wanted->name);
  priv->placed = TRUE;
  gtk_selection_model_unselect_all (
    GTK_SELECTION_MODEL (mappe_table_get_selection (mappe_list_view_get_table (list_in_front (self)))));
  gtk_stack_set_visible_child_name (GTK_STACK (priv->content), "detail");
  mappe_split_set_show_content (MAPPE_SPLIT (priv->split), TRUE);
  mappe_detail_new_record (priv->detail, row);
  return TRUE;
}

static void
mappe_list_page_focus_filter (MappePage *page)
{
  MappeListPage *self = MAPPE_LIST_PAGE (page);

  mappe_split_set_show_content (MAPPE_SPLIT (PRIVATE (self)->split), FALSE);
  if (list_in_front (self) != NULL)
    mappe_list_view_focus_filter (list_in_front (self));
}

static void
mappe_list_page_save (MappePage *page)
{
  mappe_detail_save (PRIVATE (page)->detail);
}

static void
mappe_list_page_delete_selected (MappePage *page)
{
  MappeListView *list = list_in_front (MAPPE_LIST_PAGE (page));

  if (list != NULL && mappe_list_view_get_n_selected (list) > 0)
    mappe_list_view_delete (list);
  else if (mappe_detail_get_id (PRIVATE (page)->detail) > 0)
    mappe_detail_delete (PRIVATE (page)->detail);
}

/* What was typed is saved or kept as a draft, so nothing stands against closing. */
static gboolean
mappe_list_page_can_close (MappePage *page)
{
  mappe_detail_leave (PRIVATE (page)->detail);
  return TRUE;
}

static gboolean
mappe_list_page_go_back (MappePage *page)
{
  if (!mappe_page_get_back_visible (page))
    return FALSE;
  go_to_list (MAPPE_LIST_PAGE (page));
  return TRUE;
}

static char *
mappe_list_page_get_state (MappePage *page)
{
  MappeListPage *self = MAPPE_LIST_PAGE (page);
  MappeListView *list = list_in_front (self);

  if (list == NULL)
    return NULL;
  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, front_kind (self)->name,
                          mappe_list_view_get_selected (list),
                          mappe_table_get_top_id (mappe_list_view_get_table (list)));
}

static void
mappe_list_page_set_state (MappePage *page, const char *state)
{
  MappeListPage *self = MAPPE_LIST_PAGE (page);
  g_auto (GStrv) parts = g_strsplit (state, " ", 3);
  gint64 id, top;

  if (g_strv_length (parts) != 3 || find_kind (self, parts[0]) == NULL)
    return;
  id = g_ascii_strtoll (parts[1], NULL, 10);
  top = g_ascii_strtoll (parts[2], NULL, 10);
  gtk_stack_set_visible_child_name (GTK_STACK (PRIVATE (self)->lists), parts[0]);
  PRIVATE (self)->placed = id > 0;
  if (id > 0)
    mappe_table_show_id (mappe_list_view_get_table (list_in_front (self)), id);
  if (top > 0)
    mappe_table_set_top_id (mappe_list_view_get_table (list_in_front (self)), top);
}

static gint64
mappe_list_page_get_record (MappePage *page, const MappeKind **kind)
{
  MappeDetail *detail = PRIVATE (page)->detail;
  gint64 id = mappe_detail_get_id (detail);

  *kind = id > 0 ? mappe_detail_get_kind (detail) : NULL;
  return MAX (id, 0);
}

/* --- GObject --- */

static void
mappe_list_page_constructed (GObject *object)
{
  MappeListPage *self = MAPPE_LIST_PAGE (object);
  MappeListPagePrivate *priv = PRIVATE (self);

  G_OBJECT_CLASS (mappe_list_page_parent_class)->constructed (object);
  priv->detail = mappe_detail_new (mappe_page_get_store (MAPPE_PAGE (self)));
  adw_bin_set_child (ADW_BIN (priv->detail_bin), GTK_WIDGET (priv->detail));
  g_signal_connect_object (priv->detail, "notify::record", G_CALLBACK (record_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->split, "notify::collapsed", G_CALLBACK (update_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->split, "notify::show-content", G_CALLBACK (update_back), self, G_CONNECT_SWAPPED);
  g_settings_bind (mappe_settings_get (), "detail-position", priv->split, "position", G_SETTINGS_BIND_DEFAULT);
}

static void
mappe_list_page_dispose (GObject *object)
{
  MappeListPagePrivate *priv = PRIVATE (object);

  priv->detail = NULL;
  /* Disposing the template unparents bound children; AdwBin must not keep such a one as its own. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_LIST_PAGE);
  G_OBJECT_CLASS (mappe_list_page_parent_class)->dispose (object);
}

static void
mappe_list_page_finalize (GObject *object)
{
  g_ptr_array_unref (PRIVATE (object)->kinds);
  G_OBJECT_CLASS (mappe_list_page_parent_class)->finalize (object);
}

static void
mappe_list_page_class_init (MappeListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MappePageClass *page_class = MAPPE_PAGE_CLASS (klass);

  object_class->constructed = mappe_list_page_constructed;
  object_class->dispose = mappe_list_page_dispose;
  object_class->finalize = mappe_list_page_finalize;
  widget_class->grab_focus = mappe_list_page_grab_focus;
  page_class->open_record = mappe_list_page_open_record;
  page_class->new_record = mappe_list_page_new_record_here;
  page_class->focus_filter = mappe_list_page_focus_filter;
  page_class->save = mappe_list_page_save;
  page_class->delete_selected = mappe_list_page_delete_selected;
  page_class->can_close = mappe_list_page_can_close;
  page_class->go_back = mappe_list_page_go_back;
  page_class->get_state = mappe_list_page_get_state;
  page_class->set_state = mappe_list_page_set_state;
  page_class->get_record = mappe_list_page_get_record;
  g_type_ensure (MAPPE_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-list-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, MappeListPage, split);
  gtk_widget_class_bind_template_child_private (widget_class, MappeListPage, switcher);
  gtk_widget_class_bind_template_child_private (widget_class, MappeListPage, lists);
  gtk_widget_class_bind_template_child_private (widget_class, MappeListPage, content);
  gtk_widget_class_bind_template_child_private (widget_class, MappeListPage, detail_bin);
  gtk_widget_class_bind_template_child_private (widget_class, MappeListPage, many);
  gtk_widget_class_bind_template_callback (widget_class, list_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, detail_key_cb);
}

static void
mappe_list_page_init (MappeListPage *self)
{
  PRIVATE (self)->kinds = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Four names of lists in a large print are wider than a small window. */
  gtk_widget_set_layout_manager (PRIVATE (self)->switcher, mappe_wrap_layout_new ());
  gtk_widget_set_hexpand (PRIVATE (self)->switcher, FALSE);
}

/**
 * mappe_list_page_new:
 * @store: an open store
 * @page_name: stable word of the page
 * @kind: the usual kind of the page
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *
mappe_list_page_new (MappeStore *store, const char *page_name, const MappeKind *kind)
{
  MappeListPage *self;

  g_return_val_if_fail (MAPPE_IS_STORE (store), NULL);
  self = g_object_new (MAPPE_TYPE_LIST_PAGE, "store", store, "page-name", page_name, NULL);
  mappe_list_page_add_kind (self, kind);
  return GTK_WIDGET (self);
}

/**
 * mappe_list_page_add_kind:
 * @kind: another kind; a switcher leads from one list to the other
 */
void
mappe_list_page_add_kind (MappeListPage *self, const MappeKind *kind)
{
  MappeListPagePrivate *priv;

  g_return_if_fail (MAPPE_IS_LIST_PAGE (self));
  g_return_if_fail (kind != NULL);
  priv = PRIVATE (self);
  g_ptr_array_add (priv->kinds, (gpointer) kind);
  gtk_stack_add_titled (GTK_STACK (priv->lists), adw_bin_new (), kind->name, _(kind->label_plural));
  for (GtkWidget *tab = gtk_widget_get_first_child (priv->switcher); tab; tab = gtk_widget_get_next_sibling (tab))
    gtk_widget_set_hexpand (tab, TRUE);
  gtk_widget_set_visible (priv->switcher, priv->kinds->len > 1);
  mappe_shrink_switcher (priv->switcher);
}
