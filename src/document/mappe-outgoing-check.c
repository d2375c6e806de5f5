/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-outgoing-check.h"

#include <glib/gi18n-lib.h>

#include "mappe-date.h"
#include "mappe-text.h"
#include "mappe-writers.h"

/* Before something leaves the house: which of its parts are for others now than when it last went out. For whom a part
 * is, is found by making the document for each class of readers: the first one that has it in. So it holds for every
 * builder, whatever it leaves out by itself. */

#define TITLE_CHARACTERS 80
#define WHOLE "document"

static char *
name_of (const MappeNode *node)
{
  return node->field != NULL ? g_strconcat (node->source, "#", node->field, NULL) : g_strdup (node->source);
}

/* What a part says of itself: its heading without the number, which may be another for others; else all of it. */
static char *
text_of (const MappeNode *node)
{
  g_autofree char *text = node->text != NULL ? g_strdup (node->text) : mappe_node_get_text (node);

  return g_strstrip (g_strdelimit (g_strdup (text), "\n\t", ' '));
}

/* @whole: (nullable): name → text as those who may see everything read it: where others read something else, like
 * "Personnel matter" instead of the name, they do not see the part; %NULL while it is filled */
typedef struct {
  GHashTable *whole;
  GHashTable *seen;
  GPtrArray  *parts;
  MappeClass  class;
} Gathering;

static void
add_part (Gathering *self, const char *name, const char *text)
{
  g_autofree char *title = NULL;

  if (g_hash_table_contains (self->seen, name) || g_strcmp0 (g_hash_table_lookup (self->whole, name), text) != 0)
    return;
  title = mappe_text_ellipsize (text, TITLE_CHARACTERS);
  mappe_outgoing_add_part (self->parts, name, title, (int) self->class);
  g_hash_table_add (self->seen, g_strdup (name));
}

static void
gather (Gathering *self, const MappeNode *node)
{
  g_autofree char *name = node->source != NULL ? name_of (node) : NULL;
  g_autofree char *text = name != NULL ? text_of (node) : NULL;

  if (name != NULL && self->parts == NULL && !g_hash_table_contains (self->whole, name))
    g_hash_table_insert (self->whole, g_steal_pointer (&name), g_steal_pointer (&text));
  else if (name != NULL && self->parts != NULL)
    add_part (self, name, text);
  for (guint i = 0; i < node->children->len; i++)
    gather (self, g_ptr_array_index (node->children, i));
}

/* Returns: whether it could be found out. The document as a whole is a part too: a project that was an idea becomes
 * known. */
static gboolean
gather_for (Gathering *self, const MappeDocumentKind *kind, MappeStore *store, gint64 id,
            const MappeDocumentOrder *order, GError **error)
{
  MappeDocumentOrder wanted = *order;
  g_autoptr (GError) cause = NULL;
  g_autoptr (MappeNode) document = NULL;

  wanted.reader = self->class;
  document = mappe_document_make (kind, store, id, &wanted, &cause);
  if (document == NULL && !g_error_matches (cause, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_EMPTY))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  if (document == NULL)
    return TRUE;
  if (self->parts == NULL)
    g_hash_table_insert (self->whole, g_strdup (WHOLE), g_strdup (WHOLE));
  else if (!g_hash_table_contains (self->seen, WHOLE))
    {
      mappe_outgoing_add_part (self->parts, WHOLE, document->text, (int) self->class);
      g_hash_table_add (self->seen, g_strdup (WHOLE));
    }
  gather (self, document);
  return TRUE;
}

/**
 * mappe_outgoing_parts:
 * @order: the reader of it does not matter
 *
 * Returns: (transfer full) (nullable) (element-type MappeOutgoingPart): all parts of the document with the widest class
 *   of readers who may see them
 */
GPtrArray *
mappe_outgoing_parts (const MappeDocumentKind *kind, MappeStore *store, gint64 id, const MappeDocumentOrder *order,
                      GError **error)
{
  g_autoptr (GHashTable) whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) parts = mappe_outgoing_parts_new ();
  Gathering all = { whole, seen, NULL, MAPPE_CLASS_CONFIDENTIAL };

  if (!gather_for (&all, kind, store, id, order, error))
    return NULL;
  for (MappeClass class = kind->least; class <= MAPPE_CLASS_CONFIDENTIAL; class++)
    {
      Gathering one = { whole, seen, parts, class };

      if (!gather_for (&one, kind, store, id, order, error))
        return NULL;
    }
  return g_steal_pointer (&parts);
}

static void
change_free (MappeOutgoingChange *self)
{
  g_free (self->title);
  g_free (self->at);
  g_free (self);
}

/* Wider: it goes out now to readers it was not for. Narrower: it went out to readers it is not for any more. */
static gboolean
is_change (const MappeOutgoingPart *part, const MappeOutgoingPast *past, int reader)
{
  gboolean wider = part->class < past->class && part->class <= reader && past->class > reader;
  gboolean narrower = part->class > past->class && past->went_to < part->class;

  return wider || narrower;
}

static gpointer
read_changes (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const MappeOutgoing *asked = data;
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);

  for (guint i = 0; i < asked->parts->len; i++)
    {
      const MappeOutgoingPart *part = g_ptr_array_index (asked->parts, i);
      GError *cause = NULL;
      g_autoptr (MappeOutgoingPast) past = mappe_snapshot_outgoing_past (snapshot, asked->document, asked->record,
                                                                          part->part, &cause);
      MappeOutgoingChange *change;

      if (cause != NULL)
        {
          g_propagate_error (error, cause);
          return NULL;
        }
      if (past == NULL || !is_change (part, past, asked->reader))
        continue;
      change = g_new (MappeOutgoingChange, 1);
      *change = (MappeOutgoingChange) { g_strdup (part->title != NULL ? part->title : part->part),
                                        (MappeClass) past->class, (MappeClass) part->class, g_strdup (past->at) };
      g_ptr_array_add (changes, change);
    }
  return g_steal_pointer (&changes);
}

/**
 * mappe_outgoing_changes:
 * @outgoing: what would go out, with its parts
 *
 * Returns: (transfer full) (nullable) (element-type MappeOutgoingChange): parts to be named before; none when nothing
 *   has changed
 */
GPtrArray *
mappe_outgoing_changes (MappeStore *store, const MappeOutgoing *outgoing, GError **error)
{
  return mappe_store_read (store, read_changes, (gpointer) outgoing, error);
}

static const char *
class_words (MappeClass class, const MappeLanguage *language)
{
  return class == MAPPE_CLASS_PUBLIC    ? L_("for everybody")
         : class == MAPPE_CLASS_MEMBERS ? L_("for members only") : L_("confidential");
}

/** mappe_outgoing_words: Returns: (transfer full): "“Budget”: was confidential on 3 May 2026, is for everybody now" */
char *
mappe_outgoing_words (const MappeOutgoingChange *change, const MappeLanguage *language)
{
  g_autofree char *iso = g_strndup (change->at, 10), *day = mappe_language_date (language, iso);

  /* Translators: a part of a document; for whom it was; a day; for whom it is */
  return g_strdup_printf (L_("“%1$s”: %2$s when it went out on %3$s, now %4$s"), change->title,
                          class_words (change->before, language), day, class_words (change->now, language));
}
