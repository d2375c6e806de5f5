/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives a target its seeds, and seeds that were changed: by bits and bytes, parts cut out, doubled, put from one into
 * the other, and words of the format put in. MAPPE_FUZZ_ROUNDS: how many; MAPPE_FUZZ_SEED: other ones. */
#include <string.h>

#include "fuzz.h"

#define ROUNDS 400
#define MOST_BYTES (64 * 1024)

static guint64
asked (const char *name, guint64 otherwise)
{
  const char *typed = g_getenv (name);

  return typed != NULL ? g_ascii_strtoull (typed, NULL, 10) : otherwise;
}

static guint
below (GRand *rand, guint end)
{
  return end > 1 ? (guint) g_rand_int_range (rand, 0, (gint32) end) : 0;
}

static void
change_byte (GRand *rand, GByteArray *bytes)
{
  static const guint8 edges[] = { 0, 0xff, '\n', '\r', '"', '<', '>', '&', ';', ':', ',', '=', '\\', 0x80, 0xc3, 0xed };
  guint8 *byte = bytes->data + below (rand, bytes->len);

  switch (below (rand, 3))
    {
    case 0:
      *byte ^= (guint8) (1 << below (rand, 8));
      break;
    case 1:
      *byte = edges[below (rand, G_N_ELEMENTS (edges))];
      break;
    default:
      *byte = (guint8) below (rand, 256);
      break;
    }
}

static void
insert (GRand *rand, GByteArray *bytes, const void *what, guint length)
{
  guint at = below (rand, bytes->len + 1), old = bytes->len;

  if (length == 0 || old + length > MOST_BYTES)
    return;
  g_byte_array_set_size (bytes, old + length);
  memmove (bytes->data + at + length, bytes->data + at, old - at);
  memcpy (bytes->data + at, what, length);
}

/* Mostly short, sometimes up to @most. */
static guint
some (GRand *rand, guint most, guint bits)
{
  guint least = 1u << below (rand, bits);

  return below (rand, MIN (most, least) + 1);
}

static void
insert_part (GRand *rand, GByteArray *bytes, GBytes *from)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (from, &length);
  guint start = below (rand, (guint) length);

  insert (rand, bytes, data + start, some (rand, (guint) length - start, 12));
}

static void
insert_word (GRand *rand, GByteArray *bytes)
{
  guint n = 0;
  const char *word;

  while (fuzz_words[n] != NULL)
    n++;
  word = fuzz_words[below (rand, n)];
  insert (rand, bytes, word, (guint) strlen (word));
}

static void
change (GRand *rand, GByteArray *bytes, GPtrArray *seeds)
{
  guint at = below (rand, bytes->len);

  switch (bytes->len > 0 ? below (rand, 6) : 3)
    {
    case 0:
    case 1:
      change_byte (rand, bytes);
      break;
    case 2:
      g_byte_array_remove_range (bytes, at, some (rand, bytes->len - at, 11));
      break;
    case 3:
      insert_part (rand, bytes, g_ptr_array_index (seeds, below (rand, seeds->len)));
      break;
    case 4:
      insert_word (rand, bytes);
      break;
    default:
      if (below (rand, 8) == 0)
        g_byte_array_set_size (bytes, at);
      break;
    }
}

static void
try (const guint8 *data, gsize length)
{
  /* Of its own size, so that a sanitizer sees who reads behind the end. */
  g_autofree guint8 *copy = g_malloc (MAX (length, 1));

  memcpy (copy, data, length);
  LLVMFuzzerTestOneInput (copy, length);
}

int
main (int argc, char **argv)
{
  GPtrArray *seeds = fuzz_begin ();
  guint64 rounds = asked ("MAPPE_FUZZ_ROUNDS", ROUNDS);
  GRand *rand = g_rand_new_with_seed ((guint32) asked ("MAPPE_FUZZ_SEED", 7));

  g_print ("1..1\n");
  for (guint i = 0; i < seeds->len; i++)
  try (g_bytes_get_data (g_ptr_array_index (seeds, i), NULL), g_bytes_get_size (g_ptr_array_index (seeds, i)));
  for (guint64 round = 0; round < rounds; round++)
    {
      GBytes *seed = g_ptr_array_index (seeds, below (rand, seeds->len));
      GByteArray *bytes = g_byte_array_new ();

      g_byte_array_append (bytes, g_bytes_get_data (seed, NULL), (guint) g_bytes_get_size (seed));
      for (guint n = 1 + below (rand, 8); n > 0; n--)
        change (rand, bytes, seeds);
      try (bytes->data, bytes->len);
      g_byte_array_unref (bytes);
    }
  g_print ("ok 1 - %" G_GUINT64_FORMAT " changed inputs\n", rounds);
  g_rand_free (rand);
  g_ptr_array_unref (seeds);
  fuzz_end ();
  return 0;
}
