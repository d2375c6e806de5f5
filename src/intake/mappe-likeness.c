/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-likeness.h"

#include <string.h>

#include "mappe-event.h"
#include "mappe-meeting.h"
#include "mappe-organisation.h"
#include "mappe-person.h"
#include "mappe-text.h"

#define ALIKE 0.88

/* Bounds of memory and time; a council has some thousands of people. */
enum { MOST_KNOWN = 200000, MOST_COMPARED = 5000, LETTERS = 3, ALPHABET = 28 };

/* Names that share fewer of their letters than this are not alike, in whatever order they stand. */
#define LEAST_SHARED 0.66

/** Letters: how often each is in a name; the last are all that are none of "a" to "z" */
typedef struct {
  guint8 counts[ALPHABET];
  guint  n;
} Letters;

typedef struct {
  gint64  id;
  char   *name;
  Letters letters;
} Known;

/** MappeLikeness: @blocks: (element-type utf8 GArray): what could be alike: by begin of a word, by day, by address */
struct _MappeLikeness {
  const MappeKind *kind;
  GHashTable      *blocks;
  guint            n;
};

static void
clear_known (Known *known)
{
  g_free (known->name);
}

/** mappe_likeness_new: Returns: (transfer full): knows nothing yet */
MappeLikeness *
mappe_likeness_new (const MappeKind *kind)
{
  MappeLikeness *self = g_new0 (MappeLikeness, 1);

  self->kind = kind;
  self->blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  return self;
}

/** mappe_likeness_free: @self: (transfer full) */
void
mappe_likeness_free (MappeLikeness *self)
{
  g_hash_table_unref (self->blocks);
  g_free (self);
}

/* --- names --- */

static gboolean
has_names (const MappeKind *kind)
{
  return kind == &mappe_person_kind || kind == &mappe_organisation_kind;
}

static char *
name_of (const MappeRow *row)
{
  if (row->kind == &mappe_person_kind)
    return g_strdup_printf ("%s %s", mappe_row_get_text (row, MAPPE_PERSON_FIRST_NAME) ?: "",
                            mappe_row_get_text (row, MAPPE_PERSON_LAST_NAME) ?: "");
  if (row->kind == &mappe_organisation_kind)
    return g_strdup (mappe_row_get_text (row, MAPPE_ORGANISATION_NAME) ?: "");
  if (row->kind == &mappe_meeting_kind)
    return g_strdup (mappe_row_get_text (row, MAPPE_MEETING_TITLE) ?: "");
  return g_strdup (row->kind == &mappe_event_kind ? mappe_row_get_text (row, MAPPE_EVENT_TITLE) ?: "" : "");
}

static Letters
letters_of (const char *name)
{
  g_autofree char *folded = mappe_text_fold (name);
  Letters letters = { { 0 }, 0 };

  for (const char *at = folded; *at != '\0'; at++)
    if (*at != ' ')
      {
        guint letter = *at >= 'a' && *at <= 'z' ? (guint) (*at - 'a') : (guint) ALPHABET - 1;

        if (letters.counts[letter] < G_MAXUINT8)
          letters.counts[letter]++;
        letters.n++;
      }
  return letters;
}

/* Quick: spares the careful comparison of most, and of those where a long name only begins like a short one. */
static gboolean
may_be_alike (const Letters *left, const Letters *right)
{
  guint shared = 0;

  for (guint i = 0; i < ALPHABET; i++)
    shared += MIN (left->counts[i], right->counts[i]);
  return 2.0 * shared >= LEAST_SHARED * (left->n + right->n);
}

static void
add_field (GString *key, const MappeRow *row, guint field)
{
  g_autofree char *value = mappe_row_get_canonical (row, field);
  g_autofree char *folded = value != NULL ? mappe_text_fold (value) : NULL;

  g_string_append_printf (key, "\x1f%s", folded != NULL ? folded : "");
}

/* All that names a record; where that is its reference alone, what it cannot be without. */
static char *
whole_key (const MappeRow *row)
{
  GString *key = g_string_new ("all");
  gsize bare = key->len;

  for (const int *field = row->kind->title_fields; *field >= 0; field++)
    if (*field != MAPPE_FIELD_REFERENCE)
      add_field (key, row, (guint) *field);
  for (guint i = 1; bare == key->len && i < row->kind->n_fields; i++)
    if (row->kind->fields[i].type == MAPPE_FIELD_REF || row->kind->fields[i].type == MAPPE_FIELD_DATE)
      add_field (key, row, i);
  return g_string_free (key, FALSE);
}

static void
add_words (GPtrArray *keys, const char *name)
{
  g_autofree char *folded = mappe_text_fold_words (name);
  g_auto (GStrv) words = g_strsplit (folded, " ", 24);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) >= 2)
      {
        const char *end = g_utf8_offset_to_pointer (words[i], MIN (LETTERS, g_utf8_strlen (words[i], -1)));

        g_ptr_array_add (keys, g_strdup_printf ("word %.*s", (int) (end - words[i]), words[i]));
      }
}

/* Returns: (transfer full) (element-type utf8): the blocks that a record belongs to; the first may be an address */
static GPtrArray *
keys_of (const MappeRow *row, const char *name)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  int email = has_names (row->kind) ? mappe_kind_find_field (row->kind, "email") : -1;
  const char *address = email >= 0 ? mappe_row_get_text (row, (guint) email) : NULL;

  if (address != NULL)
    {
      g_autofree char *lower = g_ascii_strdown (address, -1);

      g_ptr_array_add (keys, g_strconcat ("mail ", lower, NULL));
    }
  if (has_names (row->kind))
    add_words (keys, name);
  else if (row->kind == &mappe_meeting_kind)
    g_ptr_array_add (keys, g_strconcat ("day ", mappe_row_get_text (row, MAPPE_MEETING_HELD_ON), NULL));
  else if (row->kind == &mappe_event_kind)
    g_ptr_array_add (keys, g_strconcat ("day ", mappe_row_get_text (row, MAPPE_EVENT_START_ON), NULL));
  else
    g_ptr_array_add (keys, whole_key (row));
  return keys;
}

/** mappe_likeness_add: Lets it know a record that is in the file. */
void
mappe_likeness_add (MappeLikeness *self, const MappeRow *row)
{
  g_autofree char *name = name_of (row);
  g_autoptr (GPtrArray) keys = keys_of (row, name);
  const Letters letters = letters_of (name);

  if (self->n++ >= MOST_KNOWN)
    return;
  for (guint i = 0; i < keys->len; i++)
    {
      GArray *block = g_hash_table_lookup (self->blocks, g_ptr_array_index (keys, i));
      Known known = { row->id, g_strdup (name), letters };

      if (block == NULL)
        {
          block = g_array_new (FALSE, FALSE, sizeof (Known));
          g_array_set_clear_func (block, (GDestroyNotify) clear_known);
          g_hash_table_insert (self->blocks, g_strdup (g_ptr_array_index (keys, i)), block);
        }
      g_array_append_val (block, known);
    }
}

static void
look_in_block (const GArray *block, const char *name, gboolean certain, gint64 *best, double *likeness)
{
  const Letters letters = letters_of (name);

  for (guint i = 0; i < block->len && i < MOST_COMPARED && *likeness < 1; i++)
    {
      const Known *known = &g_array_index (block, Known, i);
      double here = certain                                     ? 1
                    : may_be_alike (&letters, &known->letters) ? mappe_text_similarity (name, known->name) : 0;

      if (here > *likeness)
        {
          *likeness = here;
          *best = known->id;
        }
    }
}

/** mappe_likeness_find: Returns: the id of the record that @row is perhaps the same as, 0 for none */
gint64
mappe_likeness_find (MappeLikeness *self, const MappeRow *row)
{
  g_autofree char *name = name_of (row);
  g_autoptr (GPtrArray) keys = keys_of (row, name);
  double likeness = ALIKE - 1e-9;
  gint64 best = 0;

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      const GArray *block = g_hash_table_lookup (self->blocks, key);

      if (block != NULL)
        look_in_block (block, name, g_str_has_prefix (key, "mail ") || g_str_has_prefix (key, "all"), &best, &likeness);
    }
  return best;
}
