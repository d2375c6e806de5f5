/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-query-private.h"

static void
condition_clear (MappeCondition *condition)
{
  g_free (condition->canonical);
}

/**
 * mappe_query_new:
 *
 * Returns: (transfer full): a query for all records of @kind
 */
MappeQuery *
mappe_query_new (const MappeKind *kind)
{
  MappeQuery *self = g_new0 (MappeQuery, 1);

  self->kind = kind;
  self->conditions = g_array_new (FALSE, FALSE, sizeof (MappeCondition));
  g_array_set_clear_func (self->conditions, (GDestroyNotify) condition_clear);
  self->orders = g_array_new (FALSE, FALSE, sizeof (MappeOrder));
  return self;
}

/** mappe_query_copy: Returns: (transfer full): an equal query */
MappeQuery *
mappe_query_copy (const MappeQuery *self)
{
  MappeQuery *copy = mappe_query_new (self->kind);

  for (guint i = 0; i < self->conditions->len; i++)
    {
      const MappeCondition *condition = &g_array_index (self->conditions, MappeCondition, i);

      mappe_query_where (copy, condition->field, condition->op, condition->canonical);
    }
  g_array_append_vals (copy->orders, self->orders->data, self->orders->len);
  copy->text = g_strdup (self->text);
  copy->limit = self->limit;
  return copy;
}

/** mappe_query_free: @self: (transfer full) */
void
mappe_query_free (MappeQuery *self)
{
  g_array_unref (self->conditions);
  g_array_unref (self->orders);
  g_free (self->text);
  g_free (self);
}

/**
 * mappe_query_where:
 * @canonical: (nullable): the value in stored form; not used by the EMPTY operators
 *
 * Adds a condition. Dates and times compare as texts, numbers as numbers.
 */
void
mappe_query_where (MappeQuery *self, guint field, MappeOp op, const char *canonical)
{
  MappeCondition condition = { field, op, g_strdup (canonical) };

  g_return_if_fail (field < self->kind->n_fields);
  g_array_append_val (self->conditions, condition);
}

/** mappe_query_where_id: Adds the condition that the reference @field points to the record @id. */
void
mappe_query_where_id (MappeQuery *self, guint field, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  mappe_query_where (self, field, MAPPE_OP_EQUAL, text);
}

/**
 * mappe_query_match:
 * @text: (nullable): words that must all occur, folded, anywhere in the searched fields
 */
void
mappe_query_match (MappeQuery *self, const char *text)
{
  g_free (self->text);
  self->text = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/** mappe_query_order: Adds a sort field; the first one added weighs most. */
void
mappe_query_order (MappeQuery *self, guint field, gboolean descending)
{
  MappeOrder order = { field, descending };

  g_return_if_fail (field < self->kind->n_fields);
  g_array_append_val (self->orders, order);
}

/** mappe_query_limit: @limit: most records to return, 0 for all */
void
mappe_query_limit (MappeQuery *self, guint limit)
{
  self->limit = limit;
}

const MappeKind *
mappe_query_get_kind (const MappeQuery *self)
{
  return self->kind;
}

static gboolean
conditions_equal (const MappeQuery *left, const MappeQuery *right)
{
  if (left->conditions->len != right->conditions->len)
    return FALSE;
  for (guint i = 0; i < left->conditions->len; i++)
    {
      const MappeCondition *a = &g_array_index (left->conditions, MappeCondition, i);
      const MappeCondition *b = &g_array_index (right->conditions, MappeCondition, i);

      if (a->field != b->field || a->op != b->op || g_strcmp0 (a->canonical, b->canonical) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
orders_equal (const MappeQuery *left, const MappeQuery *right)
{
  if (left->orders->len != right->orders->len)
    return FALSE;
  for (guint i = 0; i < left->orders->len; i++)
    {
      const MappeOrder *a = &g_array_index (left->orders, MappeOrder, i);
      const MappeOrder *b = &g_array_index (right->orders, MappeOrder, i);

      if (a->field != b->field || a->descending != b->descending)
        return FALSE;
    }
  return TRUE;
}

/** mappe_query_equal: Returns: whether both ask for the same */
gboolean
mappe_query_equal (const MappeQuery *left, const MappeQuery *right)
{
  return left->kind == right->kind && left->limit == right->limit && g_strcmp0 (left->text, right->text) == 0
         && conditions_equal (left, right) && orders_equal (left, right);
}
