/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mappe-text.h"

/* Names are short; longer texts are compared by their beginnings so that a paste cannot freeze a form. */
#define MAX_WORDS 24
#define MAX_LETTERS 64
#define WINKLER_PREFIX 4
#define WINKLER_WEIGHT 0.1

typedef struct {
  gunichar letters[MAX_LETTERS];
  guint n;
  gboolean used;
} Word;

typedef struct {
  Word words[MAX_WORDS];
  guint n;
  guint letters;
} Words;

static void
words_fill (Words *words, const char *folded)
{
  const char *p = folded;

  words->n = 0;
  words->letters = 0;
  while (*p != '\0' && words->n < MAX_WORDS)
    {
      Word *word = &words->words[words->n++];

      word->n = 0;
      word->used = FALSE;
      for (; *p != '\0' && *p != ' '; p = g_utf8_next_char (p))
        if (word->n < MAX_LETTERS)
          word->letters[word->n++] = g_utf8_get_char (p);
      words->letters += word->n;
      if (*p == ' ')
        p++;
    }
}

/* Marks the letters of both words that have a partner near their own place; returns how many there are. */
static guint
mark_matches (const Word *left, const Word *right, gboolean *in_left, gboolean *in_right)
{
  guint longer = MAX (left->n, right->n);
  guint window = longer / 2 > 0 ? longer / 2 - 1 : 0;
  guint matches = 0;

  for (guint i = 0; i < left->n; i++)
    {
      guint from = i > window ? i - window : 0;
      guint to = MIN (i + window + 1, right->n);

      for (guint j = from; j < to; j++)
        if (!in_right[j] && left->letters[i] == right->letters[j])
          {
            in_left[i] = in_right[j] = TRUE;
            matches++;
            break;
          }
    }
  return matches;
}

static guint
count_out_of_order (const Word *left, const Word *right, const gboolean *in_left, const gboolean *in_right)
{
  guint wrong = 0;
  guint j = 0;

  for (guint i = 0; i < left->n; i++)
    {
      if (!in_left[i])
        continue;
      while (!in_right[j])
        j++;
      if (left->letters[i] != right->letters[j++])
        wrong++;
    }
  return wrong;
}

static double
jaro_winkler (const Word *left, const Word *right)
{
  gboolean in_left[MAX_LETTERS] = { FALSE };
  gboolean in_right[MAX_LETTERS] = { FALSE };
  guint matches = mark_matches (left, right, in_left, in_right);
  guint prefix = 0;
  double jaro;

  if (matches == 0)
    return 0.0;
  jaro = ((double) matches / left->n + (double) matches / right->n
          + (matches - count_out_of_order (left, right, in_left, in_right) / 2.0) / matches)
         / 3.0;
  while (prefix < WINKLER_PREFIX && prefix < left->n && prefix < right->n
         && left->letters[prefix] == right->letters[prefix])
    prefix++;
  return jaro + prefix * WINKLER_WEIGHT * (1.0 - jaro);
}

/* The most alike pair of words not used yet; 0 when one side is used up. */
static double
take_best_pair (Words *left, Words *right, guint *letters)
{
  double best = 0.0;
  Word *best_left = NULL;
  Word *best_right = NULL;

  for (guint i = 0; i < left->n; i++)
    for (guint j = 0; !left->words[i].used && j < right->n; j++)
      {
        double score = right->words[j].used ? 0.0 : jaro_winkler (&left->words[i], &right->words[j]);

        if (score > best)
          {
            best = score;
            best_left = &left->words[i];
            best_right = &right->words[j];
          }
      }
  if (best_left == NULL)
    return 0.0;
  best_left->used = best_right->used = TRUE;
  *letters = best_left->n + best_right->n;
  return best;
}

static gboolean
equal_without_spaces (const char *left, const char *right)
{
  while (TRUE)
    {
      while (*left == ' ')
        left++;
      while (*right == ' ')
        right++;
      if (*left != *right)
        return FALSE;
      if (*left == '\0')
        return TRUE;
      left++;
      right++;
    }
}

/**
 * mappe_text_similarity:
 * @left: (nullable): a name
 * @right: (nullable): another name
 *
 * Tells how alike two names are, for warnings about duplicates: the Jaro-Winkler likeness of their folded
 * words, paired in any order and weighted by length; words without a partner count as unlike. "Müller Anna"
 * and "Anna Mueller" give 1. A warning is worth showing from about 0.9.
 *
 * Returns: 0 (nothing in common, or one of them has no letters) to 1 (the same for a reader)
 */
double
mappe_text_similarity (const char *left, const char *right)
{
  g_autofree char *left_folded = mappe_text_fold_words (left);
  g_autofree char *right_folded = mappe_text_fold_words (right);
  g_autofree Words *left_words = NULL;
  g_autofree Words *right_words = NULL;
  double sum = 0.0;
  double score;
  guint letters = 0;

  if (*left_folded == '\0' || *right_folded == '\0')
    return 0.0;
  if (equal_without_spaces (left_folded, right_folded))
    return 1.0;

  left_words = g_new (Words, 1);
  right_words = g_new (Words, 1);
  words_fill (left_words, left_folded);
  words_fill (right_words, right_folded);
  while ((score = take_best_pair (left_words, right_words, &letters)) > 0.0)
    sum += score * letters;
  return sum / (left_words->letters + right_words->letters);
}
