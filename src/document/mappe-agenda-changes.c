/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agenda-changes.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "mappe-build-agenda.h"
#include "mappe-date.h"
#include "mappe-writers.h"

#define ITEM_SOURCE "agenda-item/"

static void
change_free (gpointer data)
{
  MappeAgendaChange *self = data;

  g_free (self->reference);
  g_free (self->old_number);
  g_free (self->number);
  g_free (self->old_text);
  g_free (self->text);
  g_free (self);
}

/* --- items of an agenda --- */

static void
collect (const MappeNode *node, GPtrArray *items)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const MappeNode *child = g_ptr_array_index (node->children, i);

      if (child->role == MAPPE_ROLE_AGENDA_ITEM && child->source != NULL)
        g_ptr_array_add (items, (gpointer) child);
      collect (child, items);
    }
}

static int
find (GPtrArray *items, const MappeNode *item)
{
  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (((const MappeNode *) g_ptr_array_index (items, i))->source, item->source) == 0)
      return (int) i;
  return -1;
}

static void
add_change (GPtrArray *changes, MappeAgendaChangeKind kind, const MappeNode *old, const MappeNode *new)
{
  MappeAgendaChange *self = g_new0 (MappeAgendaChange, 1);
  const MappeNode *item = new != NULL ? new : old;

  self->kind = kind;
  self->reference = g_strdup (g_str_has_prefix (item->source, ITEM_SOURCE) ? item->source + strlen (ITEM_SOURCE)
                                                                           : item->source);
  self->public = item->class == MAPPE_CLASS_PUBLIC;
  self->old_number = old != NULL ? g_strdup (old->number) : NULL;
  self->number = new != NULL ? g_strdup (new->number) : NULL;
  self->old_text = old != NULL ? g_strdup (old->text) : NULL;
  self->text = new != NULL ? g_strdup (new->text) : NULL;
  g_ptr_array_add (changes, self);
}

/* Which items kept their order: the longest row of them that stands in both agendas the same way round. Items whose
 * number changed only because of others did not move. */
static void
find_steady (const int *places, guint n, gboolean *steady)
{
  g_autofree guint *length = g_new0 (guint, n + 1);
  g_autofree int *before = g_new0 (int, n + 1);
  int last = -1;

  for (guint i = 0; i < n; i++)
    {
      before[i] = -1;
      length[i] = places[i] >= 0;
      for (guint j = 0; places[i] >= 0 && j < i; j++)
        if (places[j] >= 0 && places[j] < places[i] && length[j] + 1 > length[i])
          {
            length[i] = length[j] + 1;
            before[i] = (int) j;
          }
      if (length[i] > 0 && (last < 0 || length[i] > length[last]))
        last = (int) i;
    }
  for (; last >= 0; last = before[last])
    steady[last] = TRUE;
}

static void
compare_items (GPtrArray *changes, const MappeNode *earlier, const MappeNode *later)
{
  g_autoptr (GPtrArray) old_items = g_ptr_array_new (), new_items = g_ptr_array_new ();
  g_autofree gboolean *steady = NULL;
  g_autofree int *places = NULL;

  collect (earlier, old_items);
  collect (later, new_items);
  steady = g_new0 (gboolean, new_items->len + 1);
  places = g_new0 (int, new_items->len + 1);
  for (guint i = 0; i < new_items->len; i++)
    places[i] = find (old_items, g_ptr_array_index (new_items, i));
  find_steady (places, new_items->len, steady);
  for (guint i = 0; i < new_items->len; i++)
    {
      const MappeNode *new = g_ptr_array_index (new_items, i);
      const MappeNode *old = places[i] >= 0 ? g_ptr_array_index (old_items, places[i]) : NULL;

      if (old == NULL)
        add_change (changes, MAPPE_AGENDA_NEW, NULL, new);
      if (old != NULL && g_strcmp0 (old->text, new->text) != 0)
        add_change (changes, MAPPE_AGENDA_RETITLED, old, new);
      if (old != NULL && !steady[i])
        add_change (changes, MAPPE_AGENDA_MOVED, old, new);
    }
  for (guint i = 0; i < old_items->len; i++)
    if (find (new_items, g_ptr_array_index (old_items, i)) < 0)
      add_change (changes, MAPPE_AGENDA_REMOVED, g_ptr_array_index (old_items, i), NULL);
}

static void
compare_meta (GPtrArray *changes, MappeAgendaChangeKind kind, const char *name, const MappeNode *earlier,
              const MappeNode *later)
{
  const char *old = mappe_node_get_meta (earlier, name), *new = mappe_node_get_meta (later, name);
  MappeAgendaChange *self;

  if (g_strcmp0 (old, new) == 0)
    return;
  self = g_new0 (MappeAgendaChange, 1);
  self->kind = kind;
  self->public = TRUE;
  self->old_text = g_strdup (old);
  self->text = g_strdup (new);
  g_ptr_array_add (changes, self);
}

/**
 * mappe_agenda_compare:
 * @earlier: an agenda
 * @later: a later agenda of the same meeting
 *
 * Returns: (transfer full) (element-type MappeAgendaChange): what changed, in the order of the later agenda, what was
 *   removed last
 */
GPtrArray *
mappe_agenda_compare (const MappeNode *earlier, const MappeNode *later)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);

  compare_meta (changes, MAPPE_AGENDA_DATE, "date", earlier, later);
  compare_meta (changes, MAPPE_AGENDA_TIME, "time", earlier, later);
  compare_meta (changes, MAPPE_AGENDA_PLACE, "place", earlier, later);
  compare_items (changes, earlier, later);
  return changes;
}

/**
 * mappe_agenda_changes:
 *
 * Compares the agenda as it is with the one that was sent last.
 *
 * Returns: (transfer full) (nullable) (element-type MappeAgendaChange): what changed; none when nothing was sent yet;
 *   %NULL with an error when the sent agenda cannot be read
 */
GPtrArray *
mappe_agenda_changes (const MappeSitting *sitting, GError **error)
{
  const MappeAgendaView view = { .reader = MAPPE_CLASS_MEMBERS };
  g_autoptr (MappeNode) earlier = NULL;
  g_autoptr (MappeNode) later = NULL;

  if (sitting->sent_agenda == NULL)
    return g_ptr_array_new_with_free_func (change_free);
  earlier = mappe_read_xml (sitting->sent_agenda, error);
  if (earlier == NULL)
    return NULL;
  later = mappe_build_agenda (sitting, &view, mappe_node_get_language (earlier));
  return mappe_agenda_compare (earlier, later);
}

/**
 * mappe_agenda_news:
 * @edition: (out) (optional): number of the sent agenda that has these changes, 1 being the first
 *
 * Finds what the letter to the members has to say: what changed since the agenda was sent last, or else what the last
 * one that was sent had changed.
 *
 * Returns: (transfer full) (nullable) (element-type MappeAgendaChange): see mappe_agenda_changes()
 */
GPtrArray *
mappe_agenda_news (const MappeSitting *sitting, guint *edition, GError **error)
{
  g_autoptr (GPtrArray) changes = mappe_agenda_changes (sitting, error);
  g_autoptr (MappeNode) earlier = NULL;
  g_autoptr (MappeNode) last = NULL;
  gboolean pending = changes != NULL && (changes->len > 0 || sitting->versions->len == 0);

  if (edition != NULL)
    *edition = sitting->versions->len + pending;
  if (changes == NULL || pending || sitting->earlier_agenda == NULL)
    return g_steal_pointer (&changes);
  earlier = mappe_read_xml (sitting->earlier_agenda, error);
  last = earlier != NULL ? mappe_read_xml (sitting->sent_agenda, error) : NULL;
  return last != NULL ? mappe_agenda_compare (earlier, last) : NULL;
}

static char *
day_words (const char *day, const MappeLanguage *language)
{
  return day != NULL && mappe_date_is_valid (day) ? mappe_language_date (language, day) : g_strdup ("–");
}

/**
 * mappe_agenda_change_words:
 *
 * Returns: (transfer full): the change as a sentence
 */
char *
mappe_agenda_change_words (const MappeAgendaChange *self, const MappeLanguage *language)
{
  const char *old = self->old_text != NULL ? self->old_text : "–", *new = self->text != NULL ? self->text : "–";
  g_autofree char *old_day = NULL, *new_day = NULL;

  switch (self->kind)
    {
    case MAPPE_AGENDA_DATE:
      old_day = day_words (self->old_text, language);
      new_day = day_words (self->text, language);
      return g_strdup_printf (L_("New date: %s instead of %s"), new_day, old_day);
    case MAPPE_AGENDA_TIME:
      return g_strdup_printf (L_("New time: %s instead of %s"), new, old);
    case MAPPE_AGENDA_PLACE:
      return g_strdup_printf (L_("New place: %s instead of %s"), new, old);
    case MAPPE_AGENDA_NEW:
      /* Translators: number and title of an agenda item */
      return g_strdup_printf (L_("New: %s %s"), self->number, new);
    case MAPPE_AGENDA_REMOVED:
      /* Translators: number and title of an agenda item */
      return g_strdup_printf (L_("Removed: %s %s"), self->old_number, old);
    case MAPPE_AGENDA_RETITLED:
      /* Translators: number, new and old title of an agenda item */
      return g_strdup_printf (L_("New title: %s %s (before: %s)"), self->number, new, old);
    case MAPPE_AGENDA_MOVED:
    default:
      /* Translators: new number, title and old number of an agenda item */
      return g_strdup_printf (L_("Moved: %s %s (before: item %s)"), self->number, new, self->old_number);
    }
}
