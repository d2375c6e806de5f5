/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register as XML: read whole or not at all, and what is refused changes nothing. */
#include "fuzz.h"
#include "register-test.h"

static MappeTestStore council;
static char *before;

const char *const fuzz_words[] = { "<area-list>", "</area-list>", "<reference>", "</reference>", "<name/>", " ref=\"",
                                   " id=\"", "<!DOCTYPE a>", "<![CDATA[", "]]>", "<!--", "-->", "<?x y?>", "&amp;",
                                   "&x;", "&#0;", "xmlns=\"urn:x\"", "<withheld reason=\"personal\"/>",
                                   "<ext ns='urn:o'>", "9999999999999999999", "-1", "2026-02-30", NULL };

GPtrArray *
fuzz_begin (void)
{
  MappeTestStore other;
  g_autofree char *filled = NULL, *small = NULL;

  mappe_test_store_set_up (&other, NULL);
  register_fill (other.store, 3, 1);
  filled = register_of (other.store, MAPPE_PROFILE_FULL);
  small = register_of (other.store, MAPPE_PROFILE_MEMBERS);
  mappe_test_store_tear_down (&other, NULL);
  mappe_test_store_set_up (&council, NULL);
  before = register_dump (council.store);
  return fuzz_seeds (filled, small, NULL);
}

void
fuzz_end (void)
{
  g_autofree char *after = register_dump (council.store);

  g_assert_cmpstr (after, ==, before);
  g_free (before);
  mappe_test_store_tear_down (&council, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  const char *path = fuzz_file ("in.xml", bytes, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeRegisterReport) report = NULL, fault = NULL;

  report = mappe_register_import (council.store, path, NULL, TRUE, NULL, &fault, &error);

  g_assert_true ((report == NULL) == (error != NULL));
  g_assert_true (error == NULL || error->message[0] != '\0');
  return 0;
}
