/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agenda-order.h"

#include <string.h>

#include "mappe-agenda-item.h"
#include "mappe-numbering.h"

typedef struct {
  MappeRow *base;   /* NULL: a new item */
  MappeRow *mine;
  guint     depth;
} Place;

struct _MappeAgendaOrder {
  GArray *places;  /* Place */
};

static void
place_clear (Place *place)
{
  g_clear_pointer (&place->base, mappe_row_unref);
  g_clear_pointer (&place->mine, mappe_row_unref);
}

static Place *
at (const MappeAgendaOrder *self, guint n)
{
  return &g_array_index (self->places, Place, n);
}

static gboolean
is_public (const MappeAgendaOrder *self, guint n)
{
  return mappe_row_get_int (at (self, n)->mine, MAPPE_AGENDA_ITEM_PUBLIC) != 0;
}

/**
 * mappe_agenda_order_new:
 * @sitting: (nullable): the meeting; %NULL for one that is only planned and has no items
 *
 * Returns: (transfer full): the agenda as it is
 */
MappeAgendaOrder *
mappe_agenda_order_new (const MappeSitting *sitting)
{
  MappeAgendaOrder *self = g_new0 (MappeAgendaOrder, 1);

  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (self->places, (GDestroyNotify) place_clear);
  for (guint i = 0; sitting != NULL && i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);
      Place place = { mappe_row_ref (item->row), mappe_row_copy (item->row), item->depth };

      g_array_append_val (self->places, place);
    }
  return self;
}

/** mappe_agenda_order_free: @self: (transfer full) */
void
mappe_agenda_order_free (MappeAgendaOrder *self)
{
  g_array_unref (self->places);
  g_free (self);
}

/** mappe_agenda_order_find: Returns: place of the item with that id, or -1 */
int
mappe_agenda_order_find (const MappeAgendaOrder *self, gint64 item)
{
  for (guint i = 0; i < self->places->len; i++)
    if (at (self, i)->base != NULL && at (self, i)->base->id == item)
      return (int) i;
  return -1;
}

/* How many places an item takes together with those beneath it. */
static guint
span_of (const MappeAgendaOrder *self, guint n)
{
  guint end = n + 1;

  while (end < self->places->len && at (self, end)->depth > at (self, n)->depth &&
         is_public (self, end) == is_public (self, n))
    end++;
  return end - n;
}

/** mappe_agenda_order_holds: Returns: whether @other is the item itself or beneath it */
gboolean
mappe_agenda_order_holds (const MappeAgendaOrder *self, guint n, guint other)
{
  return other >= n && other < n + span_of (self, n);
}

/* How far the items beneath it reach down, itself included. */
static guint
deepest_of (const MappeAgendaOrder *self, guint n)
{
  guint deepest = at (self, n)->depth;

  for (guint i = n + 1; i < n + span_of (self, n); i++)
    deepest = MAX (deepest, at (self, i)->depth);
  return deepest;
}

/* Where a part begins. */
static guint
start_of (const MappeAgendaOrder *self, gboolean public)
{
  guint start = 0;

  while (!public && start < self->places->len && is_public (self, start))
    start++;
  return start;
}

/* Behind the last item of a part. */
static guint
end_of (const MappeAgendaOrder *self, gboolean public)
{
  return public ? start_of (self, FALSE) : self->places->len;
}

/* The item before it at the same depth, under the same one and in the same part; -1 when it is the first. */
static int
sibling_before (const MappeAgendaOrder *self, guint n)
{
  for (int i = (int) n - 1; i >= 0 && is_public (self, (guint) i) == is_public (self, n); i--)
    {
      if (at (self, (guint) i)->depth < at (self, n)->depth)
        return -1;
      if (at (self, (guint) i)->depth == at (self, n)->depth)
        return i;
    }
  return -1;
}

static int
parent_of (const MappeAgendaOrder *self, guint n)
{
  for (int i = (int) n - 1; i >= 0 && is_public (self, (guint) i) == is_public (self, n); i--)
    if (at (self, (guint) i)->depth < at (self, n)->depth)
      return i;
  return -1;
}

/* Takes a run of places out and puts it in before @to, which is counted with the run still in its place. */
static void
move_run (MappeAgendaOrder *self, guint from, guint n, guint to, int deeper)
{
  g_autofree Place *run = g_memdup2 (at (self, from), n * sizeof (Place));

  for (guint i = 0; i < n; i++)
    run[i].depth = (guint) MAX (0, (int) run[i].depth + deeper);
  if (to >= from && to <= from + n)
    {
      memcpy (at (self, from), run, n * sizeof (Place));
      return;
    }
  if (to > from)
    memmove (at (self, from), at (self, from + n), (to - from - n) * sizeof (Place));
  else
    memmove (at (self, to + n), at (self, to), (from - to) * sizeof (Place));
  memcpy (at (self, to > from ? to - n : to), run, n * sizeof (Place));
}

static gboolean
move_up (MappeAgendaOrder *self, guint n)
{
  int before = sibling_before (self, n);

  if (before < 0)
    return FALSE;
  move_run (self, n, span_of (self, n), (guint) before, 0);
  return TRUE;
}

static gboolean
move_down (MappeAgendaOrder *self, guint n)
{
  guint next = n + span_of (self, n);

  if (next >= self->places->len || at (self, next)->depth != at (self, n)->depth ||
      is_public (self, next) != is_public (self, n))
    return FALSE;
  move_run (self, n, next - n, next + span_of (self, next), 0);
  return TRUE;
}

static gboolean
move_in (MappeAgendaOrder *self, guint n)
{
  if (sibling_before (self, n) < 0 || deepest_of (self, n) >= MAPPE_AGENDA_DEEPEST)
    return FALSE;
  move_run (self, n, span_of (self, n), n, 1);
  return TRUE;
}

static gboolean
move_out (MappeAgendaOrder *self, guint n)
{
  int parent = parent_of (self, n);

  if (parent < 0)
    return FALSE;
  move_run (self, n, span_of (self, n), (guint) parent + span_of (self, (guint) parent), -1);
  return TRUE;
}

/** mappe_agenda_order_move: Returns: whether the item could go there */
gboolean
mappe_agenda_order_move (MappeAgendaOrder *self, guint n, MappeAgendaMove move)
{
  g_return_val_if_fail (n < self->places->len, FALSE);
  switch (move)
    {
    case MAPPE_AGENDA_UP:
      return move_up (self, n);
    case MAPPE_AGENDA_DOWN:
      return move_down (self, n);
    case MAPPE_AGENDA_IN:
      return move_in (self, n);
    case MAPPE_AGENDA_OUT:
    default:
      return move_out (self, n);
    }
}

/**
 * mappe_agenda_order_place:
 * @n: the item that is moved
 * @target: the item it is moved to
 *
 * Returns: whether it could go there: not beneath itself, not into the other part, not too deep
 */
gboolean
mappe_agenda_order_place (MappeAgendaOrder *self, guint n, guint target, MappeAgendaWhere where)
{
  guint span = span_of (self, n);
  guint to = where == MAPPE_AGENDA_BEFORE ? target : target + span_of (self, target);
  guint depth = at (self, target)->depth + (where == MAPPE_AGENDA_INTO);

  if (mappe_agenda_order_holds (self, n, target) || is_public (self, target) != is_public (self, n) ||
      depth + deepest_of (self, n) - at (self, n)->depth > MAPPE_AGENDA_DEEPEST)
    return FALSE;
  move_run (self, n, span, to, (int) depth - (int) at (self, n)->depth);
  return TRUE;
}

/**
 * mappe_agenda_order_insert:
 * @row: (transfer full): a new item
 * @after: place of the item that it follows, or -1 for the end of its part
 * @depth: its depth; one more than that of @after: the last one beneath it
 */
void
mappe_agenda_order_insert (MappeAgendaOrder *self, MappeRow *row, int after, guint depth)
{
  Place place = { NULL, row, depth };
  gboolean public = mappe_row_get_int (row, MAPPE_AGENDA_ITEM_PUBLIC) != 0;
  guint to = end_of (self, public);

  if (after >= 0 && is_public (self, (guint) after) == public)
    to = (guint) after + span_of (self, (guint) after);
  g_array_insert_val (self->places, to, place);
}

/* Standing items open the agenda in this order. Returns: -1 for an item that is none */
static int
rank_of (const MappeRow *row)
{
  static const char *const ranks[] = { "opening", "approval", "objections", "follow_up", "deferred" };

  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (g_strcmp0 (mappe_row_get_text (row, MAPPE_AGENDA_ITEM_STANDING), ranks[i]) == 0)
      return (int) i;
  return -1;
}

/**
 * mappe_agenda_order_insert_standing:
 * @row: (transfer full): a new standing item
 *
 * It follows the standing main items of its part that come before it by custom; without one it opens its part.
 */
void
mappe_agenda_order_insert_standing (MappeAgendaOrder *self, MappeRow *row)
{
  gboolean public = mappe_row_get_int (row, MAPPE_AGENDA_ITEM_PUBLIC) != 0;
  Place place = { NULL, row, 0 };
  guint to = start_of (self, public);

  for (guint i = to; i < end_of (self, public); i++)
    {
      int rank = at (self, i)->depth == 0 ? rank_of (at (self, i)->mine) : -1;

      if (rank >= 0 && rank <= rank_of (row))
        to = i + span_of (self, i);
    }
  g_array_insert_val (self->places, to, place);
}

/** mappe_agenda_order_remove: Takes an item out; those beneath it come up to its depth. */
void
mappe_agenda_order_remove (MappeAgendaOrder *self, guint n)
{
  guint span = span_of (self, n);

  for (guint i = n + 1; i < n + span; i++)
    at (self, i)->depth--;
  g_array_remove_index (self->places, n);
}

/* A neutral title is proposed with the non-public part, and goes with it when nobody changed it. */
static void
turn_public (MappeRow *row, gboolean public, const char *neutral)
{
  const char *title = mappe_row_get_text (row, MAPPE_AGENDA_ITEM_PUBLIC_TITLE);

  mappe_value_set_int (&row->values[MAPPE_AGENDA_ITEM_PUBLIC], public ? 1 : 0);
  if (public && g_strcmp0 (title, neutral) == 0)
    mappe_value_clear (&row->values[MAPPE_AGENDA_ITEM_PUBLIC_TITLE]);
  else if (!public && title == NULL)
    mappe_value_set_text (&row->values[MAPPE_AGENDA_ITEM_PUBLIC_TITLE], neutral);
}

/**
 * mappe_agenda_order_set_public:
 * @neutral: public title of a non-public item that has none
 *
 * Moves an item, with those beneath it, to the end of the other part.
 */
void
mappe_agenda_order_set_public (MappeAgendaOrder *self, guint n, gboolean public, const char *neutral)
{
  guint span = span_of (self, n);
  guint to = end_of (self, public);

  if (is_public (self, n) == !!public)
    return;
  for (guint i = n; i < n + span; i++)
    turn_public (at (self, i)->mine, public, neutral);
  move_run (self, n, span, to, -(int) at (self, n)->depth);
}

/* --- writing --- */

static void
set_place (MappeRow *row, guint position, gint64 parent, const char *number)
{
  mappe_value_set_int (&row->values[MAPPE_AGENDA_ITEM_POSITION], position);
  if (parent != 0)
    mappe_value_set_int (&row->values[MAPPE_AGENDA_ITEM_PARENT], parent);
  else
    mappe_value_clear (&row->values[MAPPE_AGENDA_ITEM_PARENT]);
  mappe_value_set_text (&row->values[MAPPE_AGENDA_ITEM_NUMBER], number);
}

/**
 * mappe_agenda_order_write:
 * @edit: takes the changes: positions count from 1, numbers are reckoned, never typed
 *
 * Returns: id that the edit gave to the last new item; 0: there is no new one
 */
gint64
mappe_agenda_order_write (MappeAgendaOrder *self, MappeEdit *edit)
{
  guint n = self->places->len;
  g_autofree MappeAgendaPlace *depths = g_new0 (MappeAgendaPlace, n + 1);
  g_autofree gint64 *ids = g_new0 (gint64, n + 1);
  g_auto (GStrv) numbers = NULL;
  gint64 new_item = 0;

  for (guint i = 0; i < n; i++)
    depths[i].depth = at (self, i)->depth;
  numbers = mappe_agenda_numbers (depths, n);
  for (guint i = 0; i < n; i++)
    {
      Place *place = at (self, i);
      int parent = parent_of (self, i);

      set_place (place->mine, i + 1, parent >= 0 ? ids[parent] : 0, numbers[i]);
      if (place->base == NULL)
        {
          new_item = ids[i] = mappe_edit_insert (edit, mappe_row_copy (place->mine));
          continue;
        }
      ids[i] = place->base->id;
      if (!mappe_row_equal (place->base, place->mine))
        mappe_edit_update (edit, mappe_row_ref (place->base), mappe_row_copy (place->mine));
    }
  return new_item;
}
