/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-kept-vote.h"

#include "mappe-kept-text.h"

#define KEPT "ballot"
#define VOTE "vote"
#define CALLED "called"

/** mappe_kept_vote_free: @self: (transfer full) */
void
mappe_kept_vote_free (MappeKeptVote *self)
{
  g_free (self->form);
  g_free (self->yes);
  g_free (self->no);
  g_free (self->abstain);
  g_free (self->secret);
  g_free (self->override);
  g_free (self->due_on);
  g_free (self->office_title);
  g_clear_pointer (&self->called, g_hash_table_unref);
  g_free (self);
}

static int
compare_persons (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static void
put_called (GKeyFile *file, GHashTable *called)
{
  g_autoptr (GList) persons = g_list_sort (g_hash_table_get_keys (called), compare_persons);

  for (GList *person = persons; person != NULL; person = person->next)
    {
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, *(gint64 *) person->data);

      g_key_file_set_string (file, CALLED, key, g_hash_table_lookup (called, person->data));
    }
}

/** mappe_kept_vote_text: Returns: (transfer full): the vote as one text; equal votes have equal texts */
char *
mappe_kept_vote_text (const MappeKeptVote *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_string (file, VOTE, "form", self->form);
  g_key_file_set_string (file, VOTE, "yes", self->yes);
  g_key_file_set_string (file, VOTE, "no", self->no);
  g_key_file_set_string (file, VOTE, "abstain", self->abstain);
  g_key_file_set_string (file, VOTE, "secret", self->secret);
  g_key_file_set_string (file, VOTE, "override", self->override);
  g_key_file_set_string (file, VOTE, "due_on", self->due_on);
  g_key_file_set_boolean (file, VOTE, "chair_yes", self->chair_yes);
  g_key_file_set_boolean (file, VOTE, "objections", self->objections);
  g_key_file_set_int64 (file, VOTE, "office", self->office);
  if (self->office_title != NULL)
    g_key_file_set_string (file, VOTE, "office_title", self->office_title);
  put_called (file, self->called);
  return g_key_file_to_data (file, NULL, NULL);
}

/* What is not there was not typed. */
static char *
typed (GKeyFile *file, const char *name)
{
  char *text = g_key_file_get_string (file, VOTE, name, NULL);

  return text != NULL ? text : g_strdup ("");
}

static void
get_called (GKeyFile *file, GHashTable *called)
{
  static const char *const votes[] = { "yes", "no", "abstain" };
  g_auto (GStrv) persons = g_key_file_get_keys (file, CALLED, NULL, NULL);

  for (guint i = 0; persons != NULL && persons[i] != NULL; i++)
    {
      gint64 person = g_ascii_strtoll (persons[i], NULL, 10);
      g_autofree char *vote = g_key_file_get_string (file, CALLED, persons[i], NULL);

      for (guint v = 0; v < G_N_ELEMENTS (votes); v++)
        if (g_strcmp0 (vote, votes[v]) == 0)
          g_hash_table_replace (called, g_memdup2 (&person, sizeof person), (gpointer) votes[v]);
    }
}

/** mappe_kept_vote_load: Returns: (transfer full) (nullable): the vote counted on that agenda item and not recorded */
MappeKeptVote *
mappe_kept_vote_load (MappeStore *store, gint64 item)
{
  g_autofree char *text = mappe_kept_text_load (store, KEPT, item);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  MappeKeptVote *self;

  if (text == NULL || !g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL))
    return NULL;
  self = g_new0 (MappeKeptVote, 1);
  self->form = typed (file, "form");
  self->yes = typed (file, "yes");
  self->no = typed (file, "no");
  self->abstain = typed (file, "abstain");
  self->secret = typed (file, "secret");
  self->override = typed (file, "override");
  self->due_on = typed (file, "due_on");
  self->chair_yes = g_key_file_get_boolean (file, VOTE, "chair_yes", NULL);
  self->objections = g_key_file_get_boolean (file, VOTE, "objections", NULL);
  self->office = g_key_file_get_int64 (file, VOTE, "office", NULL);
  self->office_title = g_key_file_get_string (file, VOTE, "office_title", NULL);
  self->called = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  get_called (file, self->called);
  return self;
}

/** mappe_kept_vote_save: @text: (nullable): see mappe_kept_vote_text(); %NULL when nothing is left to record */
void
mappe_kept_vote_save (MappeStore *store, gint64 item, const char *text)
{
  mappe_kept_text_save (store, KEPT, item, text);
}
