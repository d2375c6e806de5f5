/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-selection.h"

/* More selected records than this are not found again after the list was refilled. */
#define MOST_REMEMBERED 10000

struct _MappeSelection {
  GObject         parent_instance;
  MappeListModel *model;
  GtkBitset      *selected;  /* places */
  GHashTable     *ids;       /* gint64 set: the records at these places, as the user chose them */
  guint           n_told;  /* number selected as last notified */
};

enum { PROP_0, PROP_N_SELECTED, PROP_ITEM_TYPE, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void list_iface_init (GListModelInterface *iface);
static void selection_iface_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MappeSelection, mappe_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_iface_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_iface_init))

static void
mappe_selection_update_count (MappeSelection *self)
{
  guint n = (guint) gtk_bitset_get_size (self->selected);

  if (n == self->n_told)
    return;
  self->n_told = n;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

static void
mappe_selection_remember (MappeSelection *self)
{
  GtkBitsetIter iter;
  guint position;

  g_hash_table_remove_all (self->ids);
  if (gtk_bitset_get_size (self->selected) > MOST_REMEMBERED)
    return;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = mappe_list_model_get_id (self->model, position);
      g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id));
    }
}

static void
mappe_selection_take (MappeSelection *self, GtkBitset *selected)
{
  g_autoptr (GtkBitset) changes = gtk_bitset_copy (self->selected);

  gtk_bitset_difference (changes, selected);
  gtk_bitset_unref (self->selected);
  self->selected = gtk_bitset_ref (selected);
  if (gtk_bitset_is_empty (changes))
    return;
  guint first = gtk_bitset_get_minimum (changes);
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first,
                                         gtk_bitset_get_maximum (changes) - first + 1);
  mappe_selection_update_count (self);
}

/* The list was refilled or records have moved: the same records are selected, wherever they are now. */
static void
refreshed_cb (MappeSelection *self)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint missing = g_hash_table_size (self->ids);

  if (missing == 0)
    return;
  for (guint i = 0; i < n && missing > 0; i++)
    {
      gint64 id = mappe_list_model_get_id (self->model, i);
      if (!g_hash_table_contains (self->ids, &id))
        continue;
      gtk_bitset_add (selected, i);
      missing--;
    }
  mappe_selection_take (self, selected);
}

static void
items_changed_cb (MappeSelection *self, guint position, guint removed, guint added)
{
  gtk_bitset_splice (self->selected, position, removed, added);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  mappe_selection_update_count (self);
}

static GType
mappe_selection_get_item_type (GListModel *list)
{
  return MAPPE_TYPE_RECORD;
}

static guint
mappe_selection_get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (MAPPE_SELECTION (list)->model));
}

static gpointer
mappe_selection_get_item (GListModel *list, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (MAPPE_SELECTION (list)->model), position);
}

static void
list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = mappe_selection_get_item_type;
  iface->get_n_items = mappe_selection_get_n_items;
  iface->get_item = mappe_selection_get_item;
}

static gboolean
mappe_selection_is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (MAPPE_SELECTION (model)->selected, position);
}

static GtkBitset *
mappe_selection_get_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  return gtk_bitset_ref (MAPPE_SELECTION (model)->selected);
}

/* All other ways to select are made of this one by the interface's defaults. */
static gboolean
mappe_selection_set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  MappeSelection *self = MAPPE_SELECTION (model);
  g_autoptr (GtkBitset) result = gtk_bitset_copy (selected);
  g_autoptr (GtkBitset) kept = gtk_bitset_copy (self->selected);
  guint n = mappe_selection_get_n_items (G_LIST_MODEL (self));

  gtk_bitset_intersect (result, mask);
  gtk_bitset_subtract (kept, mask);
  gtk_bitset_union (result, kept);
  if (n < G_MAXUINT)
    gtk_bitset_remove_range_closed (result, n, G_MAXUINT);
  mappe_selection_take (self, result);
  mappe_selection_remember (self);
  return TRUE;
}

static void
selection_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = mappe_selection_is_selected;
  iface->get_selection_in_range = mappe_selection_get_in_range;
  iface->set_selection = mappe_selection_set_selection;
}

static void
mappe_selection_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MappeSelection *self = MAPPE_SELECTION (object);

  switch (id)
    {
    case PROP_N_SELECTED:
      g_value_set_uint (value, self->n_told);
      break;
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, MAPPE_TYPE_RECORD);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mappe_selection_finalize (GObject *object)
{
  MappeSelection *self = MAPPE_SELECTION (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->selected, gtk_bitset_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  G_OBJECT_CLASS (mappe_selection_parent_class)->finalize (object);
}

static void
mappe_selection_class_init (MappeSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mappe_selection_get_property;
  object_class->finalize = mappe_selection_finalize;
  properties[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, G_TYPE_OBJECT,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mappe_selection_init (MappeSelection *self)
{
  self->selected = gtk_bitset_new_empty ();
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * mappe_selection_new:
 * @model: the list
 *
 * Returns: (transfer full): a selection in which nothing is selected
 */
MappeSelection *
mappe_selection_new (MappeListModel *model)
{
  g_return_val_if_fail (MAPPE_IS_LIST_MODEL (model), NULL);

  MappeSelection *self = g_object_new (MAPPE_TYPE_SELECTION, NULL);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * mappe_selection_get_n_selected:
 *
 * Returns: number of selected rows
 */
guint
mappe_selection_get_n_selected (MappeSelection *self)
{
  g_return_val_if_fail (MAPPE_IS_SELECTION (self), 0);
  return (guint) gtk_bitset_get_size (self->selected);
}

/**
 * mappe_selection_get_single:
 *
 * Returns: id of the selected record, 0 when none or more than one is selected
 */
gint64
mappe_selection_get_single (MappeSelection *self)
{
  g_return_val_if_fail (MAPPE_IS_SELECTION (self), 0);
  if (gtk_bitset_get_size (self->selected) != 1)
    return 0;
  return mappe_list_model_get_id (self->model, gtk_bitset_get_minimum (self->selected));
}

/**
 * mappe_selection_get_ids:
 *
 * Returns: (transfer full) (element-type gint64): ids of the selected records in the order of the list
 */
GArray *
mappe_selection_get_ids (MappeSelection *self)
{
  GArray *ids;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (MAPPE_IS_SELECTION (self), NULL);
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), mappe_selection_get_n_selected (self));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = mappe_list_model_get_id (self->model, position);
      g_array_append_val (ids, id);
    }
  return ids;
}

/**
 * mappe_selection_select_id:
 * @id: id of a record
 *
 * Selects this record and no other.
 *
 * Returns: whether it is in the list
 */
gboolean
mappe_selection_select_id (MappeSelection *self, gint64 id)
{
  guint position;

  g_return_val_if_fail (MAPPE_IS_SELECTION (self), FALSE);
  position = mappe_list_model_find (self->model, id);
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  return gtk_selection_model_select_item (GTK_SELECTION_MODEL (self), position, TRUE);
}
