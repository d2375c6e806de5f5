/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-build-minutes.h"

#include "mappe-guest-item.h"
#include "mappe-guest.h"

/* The minutes as a certain member receives them: without the items from which that member was excluded, and without
 * the names of those who came for these items alone (GemO §§ 22, 41). */

static gboolean
receives (const MappeSitting *sitting, const MappeParticipant *participant, const MappeSittingItem *item)
{
  MappePart part = { .public = item->public, .excluded = mappe_sitting_excluded (sitting, item, participant->person) };

  return mappe_may_receive_minutes (participant->standing, &part);
}

/**
 * mappe_minutes_withheld:
 *
 * Returns: (transfer full) (nullable): numbers of the non-public items whose minutes the person does not get: "5, 7";
 *   %NULL for none
 */
char *
mappe_minutes_withheld (const MappeSitting *sitting, const MappeParticipant *participant)
{
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      if (!receives (sitting, participant, item))
        g_string_append_printf (numbers, numbers->len > 0 ? ", %s" : "%s", item->number);
    }
  return g_string_free (numbers, numbers->len == 0);
}

static void
add_source (GHashTable *sources, const MappeRow *row)
{
  g_hash_table_add (sources, g_strdup_printf ("%s/%s", row->kind->name,
                                              mappe_row_get_text (row, MAPPE_FIELD_REFERENCE)));
}

/* Whether a guest was invited to certain items, and the person gets none of them. */
static gboolean
is_withheld (const MappeSitting *sitting, const MappeParticipant *participant, const MappeRow *guest)
{
  gboolean invited = FALSE;

  for (guint i = 0; i < sitting->guest_items->len; i++)
    {
      const MappeRow *link = g_ptr_array_index (sitting->guest_items, i);
      const MappeSittingItem *item =
          mappe_sitting_item (sitting, mappe_row_get_int (link, MAPPE_GUEST_ITEM_AGENDA_ITEM));

      if (mappe_row_get_int (link, MAPPE_GUEST_ITEM_GUEST) != guest->id || item == NULL)
        continue;
      if (receives (sitting, participant, item))
        return FALSE;
      invited = TRUE;
    }
  return invited;
}

/* Sources of the items that the person does not get, and of their guests. */
static GHashTable *
sources_of (const MappeSitting *sitting, const MappeParticipant *participant)
{
  GHashTable *sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      if (!receives (sitting, participant, item))
        add_source (sources, item->row);
    }
  for (guint i = 0; i < sitting->guests->len; i++)
    {
      const MappeListed *guest = g_ptr_array_index (sitting->guests, i);

      if (is_withheld (sitting, participant, guest->row))
        add_source (sources, guest->row);
    }
  return sources;
}

/* Text about the meeting as a whole may tell of those items too. */
static gboolean
is_about_all (const MappeNode *node)
{
  return (node->flags & MAPPE_NODE_TYPED) != 0 && node->source != NULL && g_str_has_prefix (node->source, "minutes/");
}

static void
withhold (MappeNode *node, GHashTable *sources)
{
  if (is_about_all (node) || (node->source != NULL && g_hash_table_contains (sources, node->source)))
    node->class = MAPPE_CLASS_CONFIDENTIAL;
  for (guint i = 0; i < node->children->len; i++)
    withhold (g_ptr_array_index (node->children, i), sources);
}

/**
 * mappe_minutes_for_member:
 * @minutes: the whole minutes, as built or as sealed
 * @participant: a member, of @sitting
 *
 * Returns: (transfer full): what %MAPPE_CLASS_MEMBERS read, but of the items that the member does not get only number
 *   and public title, see mappe_minutes_withheld()
 */
MappeNode *
mappe_minutes_for_member (const MappeNode *minutes, const MappeSitting *sitting, const MappeParticipant *participant)
{
  g_autoptr (GHashTable) sources = sources_of (sitting, participant);
  g_autoptr (MappeNode) copy = mappe_minutes_for_reader (minutes, MAPPE_CLASS_CONFIDENTIAL);

  if (g_hash_table_size (sources) > 0)
    withhold (copy, sources);
  return mappe_minutes_for_reader (copy, MAPPE_CLASS_MEMBERS);
}
