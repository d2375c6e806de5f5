/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-follow-up-model.h"

struct _MappeFollowUpObject {
  GObject              parent_instance;
  GPtrArray           *entries;  /* keeps entry alive */
  const MappeFollowUp *entry;
};

G_DEFINE_FINAL_TYPE (MappeFollowUpObject, mappe_follow_up_object, G_TYPE_OBJECT)

static void
mappe_follow_up_object_finalize (GObject *object)
{
  g_clear_pointer (&MAPPE_FOLLOW_UP_OBJECT (object)->entries, g_ptr_array_unref);
  G_OBJECT_CLASS (mappe_follow_up_object_parent_class)->finalize (object);
}

static void
mappe_follow_up_object_class_init (MappeFollowUpObjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mappe_follow_up_object_finalize;
}

static void
mappe_follow_up_object_init (MappeFollowUpObject *self)
{
}

/** mappe_follow_up_object_get: Returns: (transfer none): the entry, which lives as long as the object */
const MappeFollowUp *
mappe_follow_up_object_get (MappeFollowUpObject *self)
{
  g_return_val_if_fail (MAPPE_IS_FOLLOW_UP_OBJECT (self), NULL);
  return self->entry;
}

struct _MappeFollowUpModel {
  GObject    parent_instance;
  GPtrArray *entries;
};

static GType
get_item_type (GListModel *model)
{
  return MAPPE_TYPE_FOLLOW_UP_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return MAPPE_FOLLOW_UP_MODEL (model)->entries->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MappeFollowUpModel *self = MAPPE_FOLLOW_UP_MODEL (model);
  MappeFollowUpObject *object;

  if (position >= self->entries->len)
    return NULL;
  object = g_object_new (MAPPE_TYPE_FOLLOW_UP_OBJECT, NULL);
  object->entries = g_ptr_array_ref (self->entries);
  object->entry = g_ptr_array_index (self->entries, position);
  return object;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MappeFollowUpModel, mappe_follow_up_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
mappe_follow_up_model_finalize (GObject *object)
{
  g_ptr_array_unref (MAPPE_FOLLOW_UP_MODEL (object)->entries);
  G_OBJECT_CLASS (mappe_follow_up_model_parent_class)->finalize (object);
}

static void
mappe_follow_up_model_class_init (MappeFollowUpModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mappe_follow_up_model_finalize;
}

static void
mappe_follow_up_model_init (MappeFollowUpModel *self)
{
  self->entries = g_ptr_array_new ();
}

/** mappe_follow_up_model_new: Returns: (transfer full): an empty list */
MappeFollowUpModel *
mappe_follow_up_model_new (void)
{
  return g_object_new (MAPPE_TYPE_FOLLOW_UP_MODEL, NULL);
}

/** mappe_follow_up_model_set_entries: @entries: (transfer full) (element-type MappeFollowUp): what is listed now */
void
mappe_follow_up_model_set_entries (MappeFollowUpModel *self, GPtrArray *entries)
{
  guint before;

  g_return_if_fail (MAPPE_IS_FOLLOW_UP_MODEL (self));
  before = self->entries->len;
  g_ptr_array_unref (self->entries);
  self->entries = entries;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, entries->len);
}

/** mappe_follow_up_model_get_entries: Returns: (transfer none) (element-type MappeFollowUp): what is listed */
GPtrArray *
mappe_follow_up_model_get_entries (MappeFollowUpModel *self)
{
  g_return_val_if_fail (MAPPE_IS_FOLLOW_UP_MODEL (self), NULL);
  return self->entries;
}

/** mappe_follow_up_model_find: Returns: place of the record in the list; %G_MAXUINT when it is not there */
guint
mappe_follow_up_model_find (MappeFollowUpModel *self, const MappeKind *kind, gint64 id)
{
  g_return_val_if_fail (MAPPE_IS_FOLLOW_UP_MODEL (self), G_MAXUINT);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const MappeFollowUp *entry = g_ptr_array_index (self->entries, i);

      if (entry->kind == kind && entry->id == id)
        return i;
    }
  return G_MAXUINT;
}
