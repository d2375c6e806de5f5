/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-search-private.h"

#include <string.h>

#include "mappe-code.h"

/* A key press asks for so many candidates a step and ranks only those. */
#define CANDIDATES 500
#define MOST_BATCHES 20
#define PARTS_ASKED 400
#define PARTS_MOST 100
#define PART_SHORTEST 3
/* Length of a text that counts neither for nor against it. */
#define TEXT_USUAL 40.0
/* Code lists are full of the words of the field; whoever searches means the council's own records. */
#define BEHIND 10

/* The steps, best first; each is asked only while there are too few. */
typedef enum {
  STEP_TITLE_WORDS,  /* all words whole, in the title */
  STEP_TITLE_STARTS,
  STEP_TITLE_PARTS,
  STEP_TEXT_WORDS,
  STEP_TEXT_STARTS,
  STEP_TEXT_PARTS,
  STEP_PAGE_WORDS,   /* of attached files */
  STEP_PAGE_STARTS,
  STEP_PAGE_PARTS,
  N_STEPS,
} Step;

/* Whole words and starts of words are one class: "Mai" and "Maier" are told apart by their rank. */
static const double classes[N_STEPS] = { 1, 1, 2, 3, 3, 4, 5, 5, 6 };

typedef struct {
  MappeSearchIndex *index;
  GPtrArray        *words;
  char             *phrase;  /* the words as they were typed, one after the other */
  GPtrArray        *parts;  /* per word: (element-type utf8) (nullable), asked once */
  GHashTable       *seen;
  GArray           *found;
  guint             n_own;  /* of these, without the code lists */
} Rank;

static void
append_quoted (GString *query, const char *word)
{
  g_string_append_c (query, '"');
  for (; *word != '\0'; word++)
    {
      if (*word == '"')
        g_string_append_c (query, '"');
      g_string_append_c (query, *word);
    }
  g_string_append_c (query, '"');
}

static gboolean
takes_parts (Step step)
{
  return step == STEP_TITLE_PARTS || step == STEP_TEXT_PARTS || step == STEP_PAGE_PARTS;
}

static gboolean
takes_whole_words (Step step)
{
  return step == STEP_TITLE_WORDS || step == STEP_TEXT_WORDS || step == STEP_PAGE_WORDS;
}

static void
append_word (GString *query, const MappeSearchWord *word, GPtrArray *parts, Step step)
{
  gboolean starts = !takes_whole_words (step);
  gboolean with_parts = takes_parts (step) && parts != NULL && parts->len > 0;

  g_string_append_c (query, '(');
  append_quoted (query, word->word);
  g_string_append (query, starts ? " *" : "");
  for (guint i = 0; with_parts && i < parts->len; i++)
    {
      g_string_append (query, " OR ");
      append_quoted (query, g_ptr_array_index (parts, i));
    }
  g_string_append_c (query, ')');
}

static char *
make_query (Rank *rank, Step step)
{
  GString *query = g_string_new (step < STEP_TEXT_WORDS ? "{title} : (" : "(");

  for (guint i = 0; i < rank->words->len; i++)
    {
      g_string_append (query, i > 0 ? " AND " : "");
      append_word (query, g_ptr_array_index (rank->words, i),
                   rank->parts != NULL ? g_ptr_array_index (rank->parts, i) : NULL, step);
    }
  g_string_append_c (query, ')');
  return g_string_free (query, FALSE);
}

/* The words of the town that hold @word, but do not begin with it. */
static GPtrArray *
find_parts (MappeSearchIndex *index, const MappeSearchWord *word, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) query = g_string_new (NULL);
  MappeStmt *stmt;
  gboolean has_row;

  if (word->length < PART_SHORTEST)
    return g_steal_pointer (&parts);
  append_quoted (query, word->word);
  stmt = mappe_conn_prepare (index->conn, "SELECT word FROM parts WHERE parts MATCH $1 LIMIT $2", error);
  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_text (stmt, 1, query->str);
  mappe_stmt_bind_int (stmt, 2, PARTS_ASKED);
  while (TRUE)
    {
      if (!mappe_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row || parts->len >= PARTS_MOST)
        break;
      if (!g_str_has_prefix (mappe_stmt_get_text (stmt, 0), word->word))
        g_ptr_array_add (parts, g_strdup (mappe_stmt_get_text (stmt, 0)));
    }
  mappe_stmt_reset (stmt);
  return g_steal_pointer (&parts);
}

/* @any: whether part-words add anything to the starts of words */
static gboolean
ask_parts (Rank *rank, gboolean *any, GError **error)
{
  *any = FALSE;
  if (rank->parts == NULL)
    {
      rank->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
      for (guint i = 0; i < rank->words->len; i++)
        {
          GPtrArray *parts = find_parts (rank->index, g_ptr_array_index (rank->words, i), error);

          if (parts == NULL)
            return FALSE;
          g_ptr_array_add (rank->parts, parts);
        }
    }
  for (guint i = 0; i < rank->parts->len; i++)
    *any |= ((GPtrArray *) g_ptr_array_index (rank->parts, i))->len > 0;
  return TRUE;
}

typedef struct {
  guint whole, starts, parts;
  gboolean leads;  /* the text begins with it */
} Count;

static Count
count_word (const char *text, const MappeSearchWord *word)
{
  gsize length = strlen (word->word);
  Count count = { 0 };

  for (const char *hit = strstr (text, word->word); hit != NULL; hit = strstr (hit + length, word->word))
    {
      gboolean starts = hit == text || hit[-1] == ' ';
      gboolean ends = hit[length] == ' ' || hit[length] == '\0';

      count.leads |= hit == text;
      if (starts && ends)
        count.whole++;
      else if (starts)
        count.starts++;
      else
        count.parts++;
    }
  return count;
}

/* As bm25 counts: a word said again says little new, and a short text says it more clearly. Between 0 and 1. */
static double
weight (const Count *count, gsize length)
{
  double times = 3 * count->whole + 2 * count->starts + count->parts + (count->leads ? 1 : 0);

  return times / (times + 1.2 * (0.25 + 0.75 * length / TEXT_USUAL));
}

/* "2026/07" is meant as one thing, not as a year and a month somewhere. */
static double
phrase_bonus (const Rank *rank, const char *title, const char *body)
{
  if (rank->words->len < 2)
    return 1;
  return strstr (title, rank->phrase) != NULL ? 1 : strstr (body, rank->phrase) != NULL ? 0.5 : 0;
}

/* Less than 1, so that no rank reaches the next class. */
static double
score (const Rank *rank, const char *title, const char *body)
{
  gsize title_length = strlen (title);
  gsize body_length = strlen (body);
  double sum = 0;

  for (guint i = 0; i < rank->words->len; i++)
    {
      const MappeSearchWord *word = g_ptr_array_index (rank->words, i);
      Count in_title = count_word (title, word);
      Count in_body = count_word (body, word);

      sum += 0.8 * weight (&in_title, title_length) + 0.2 * weight (&in_body, body_length);
    }
  return 0.7 * sum / rank->words->len + 0.29 * phrase_bonus (rank, title, body);
}

static char *
join_words (GPtrArray *words)
{
  GString *phrase = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (phrase, i > 0 ? " %s" : "%s", ((MappeSearchWord *) g_ptr_array_index (words, i))->word);
  return g_string_free (phrase, FALSE);
}

static void
add_found (Rank *rank, Step step, MappeStmt *stmt)
{
  gint64 doc = mappe_stmt_get_int (stmt, 0);
  MappeSearchFound found = { doc, 0 };

  /* Of each file the first page that has the words. */
  if (doc >= MAPPE_SEARCH_PAGES)
    doc = MAPPE_SEARCH_PAGE (MAPPE_SEARCH_PAGE_CONTENT (doc), 0);
  if (g_hash_table_contains (rank->seen, &doc))
    return;
  found.rank = classes[step] - score (rank, mappe_stmt_get_text (stmt, 1), mappe_stmt_get_text (stmt, 2));
  if (MAPPE_SEARCH_DOC_KIND (doc) == mappe_kind_index (&mappe_code_kind))
    found.rank += BEHIND;
  else
    rank->n_own++;
  g_hash_table_add (rank->seen, g_memdup2 (&doc, sizeof doc));
  g_array_append_val (rank->found, found);
}

/* Texts from @from to before @to; *@last: (out): the last one, 0 when there were fewer than could be. */
static gboolean
run_batch (Rank *rank, Step step, const char *query, gint64 from, gint64 to, gint64 *last, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (rank->index->conn,
                                        "SELECT rowid, title, body FROM words WHERE words MATCH $1"
                                        " AND rowid >= $3 AND rowid < $4 LIMIT $2", error);
  guint n = 0;
  gboolean has_row;

  *last = 0;
  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_text (stmt, 1, query);
  mappe_stmt_bind_int (stmt, 2, CANDIDATES);
  mappe_stmt_bind_int (stmt, 3, from);
  mappe_stmt_bind_int (stmt, 4, to);
  for (;; n++)
    {
      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      *last = mappe_stmt_get_int (stmt, 0);
      add_found (rank, step, stmt);
    }
  *last = n < CANDIDATES ? 0 : *last;
  return TRUE;
}

/* A long file with the words on each of its pages must not stand before the others. */
static gboolean
run_step (Rank *rank, Step step, GError **error)
{
  g_autofree char *query = make_query (rank, step);
  gboolean pages = step >= STEP_PAGE_WORDS;
  gint64 last = 0;

  if (!run_batch (rank, step, query, pages ? MAPPE_SEARCH_PAGES : 0, pages ? G_MAXINT64 : MAPPE_SEARCH_PAGES, &last,
                  error))
    return FALSE;
  for (guint i = 1; pages && last > 0 && i < MOST_BATCHES; i++)
    if (!run_batch (rank, step, query, MAPPE_SEARCH_PAGE (MAPPE_SEARCH_PAGE_CONTENT (last) + 1, 0), G_MAXINT64, &last,
                    error))
      return FALSE;
  return TRUE;
}

static gboolean
has_pages (Rank *rank, gboolean *any, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (rank->index->conn, "SELECT doc FROM page LIMIT 1", error);

  if (stmt == NULL || !mappe_stmt_step (stmt, any, error))
    return FALSE;
  mappe_stmt_reset (stmt);
  return TRUE;
}

static gboolean
run_steps (Rank *rank, guint most, GError **error)
{
  gboolean any, pages;
  guint n_steps;

  if (!has_pages (rank, &pages, error))
    return FALSE;
  n_steps = pages ? N_STEPS : STEP_PAGE_WORDS;
  for (guint step = 0; step < n_steps; step++)
    {
      /* Steps of one class are asked together, so that its best are not missed. */
      if (step > 0 && rank->n_own >= most && classes[step] > classes[step - 1])
        return TRUE;
      if (takes_parts (step))
        {
          if (!ask_parts (rank, &any, error))
            return FALSE;
          if (!any)
            continue;
        }
      if (!run_step (rank, step, error))
        return FALSE;
    }
  return TRUE;
}

static gint
compare_found (gconstpointer left, gconstpointer right)
{
  const MappeSearchFound *a = left;
  const MappeSearchFound *b = right;

  if (a->rank != b->rank)
    return a->rank < b->rank ? -1 : 1;
  return a->doc < b->doc ? -1 : a->doc > b->doc;
}

/**
 * mappe_search_rank:
 * @words: (element-type MappeSearchWord): all of them must be found
 * @most: how many texts are wanted
 *
 * Titles before texts, starts of words before parts of words, then as bm25 does.
 *
 * Returns: (transfer full) (nullable) (element-type MappeSearchFound): the best texts
 */
GArray *
mappe_search_rank (MappeSearchIndex *self, GPtrArray *words, guint most, GError **error)
{
  Rank rank = { .index = self, .words = words };
  gboolean success;

  rank.seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  rank.found = g_array_new (FALSE, FALSE, sizeof (MappeSearchFound));
  rank.phrase = join_words (words);
  success = words->len == 0 || run_steps (&rank, most, error);
  g_hash_table_unref (rank.seen);
  g_clear_pointer (&rank.parts, g_ptr_array_unref);
  g_free (rank.phrase);
  if (!success)
    {
      g_array_unref (rank.found);
      return NULL;
    }
  g_array_sort (rank.found, compare_found);
  g_array_set_size (rank.found, MIN (rank.found->len, most));
  return rank.found;
}
