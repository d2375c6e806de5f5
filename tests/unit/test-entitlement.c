/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-entitlement.h"

#define NOBODY MAPPE_STANDING_PUBLIC
#define GUEST MAPPE_STANDING_GUEST
#define ADVISORY MAPPE_STANDING_ADVISORY
#define MEMBER MAPPE_STANDING_MEMBER
#define OFFICE MAPPE_STANDING_OFFICE

typedef struct {
  MappeStanding standing;
  MappePart part;  /* public, invited, excluded */
  gboolean papers, minutes;
} Case;

static const Case cases[] = {
  /* What is public is for everybody, the excluded too. */
  { NOBODY, { TRUE, FALSE, FALSE }, TRUE, TRUE },
  { GUEST, { TRUE, FALSE, FALSE }, TRUE, TRUE },
  { ADVISORY, { TRUE, FALSE, FALSE }, TRUE, TRUE },
  { MEMBER, { TRUE, FALSE, FALSE }, TRUE, TRUE },
  { MEMBER, { TRUE, FALSE, TRUE }, TRUE, TRUE },
  { OFFICE, { TRUE, FALSE, TRUE }, TRUE, TRUE },
  /* The non-public part. */
  { NOBODY, { FALSE, FALSE, FALSE }, FALSE, FALSE },
  { NOBODY, { FALSE, TRUE, FALSE }, FALSE, FALSE },
  { GUEST, { FALSE, FALSE, FALSE }, FALSE, FALSE },
  { GUEST, { FALSE, TRUE, FALSE }, TRUE, FALSE },
  { GUEST, { FALSE, TRUE, TRUE }, FALSE, FALSE },
  { ADVISORY, { FALSE, FALSE, FALSE }, TRUE, TRUE },
  { ADVISORY, { FALSE, FALSE, TRUE }, FALSE, FALSE },
  { MEMBER, { FALSE, FALSE, FALSE }, TRUE, TRUE },
  { MEMBER, { FALSE, FALSE, TRUE }, FALSE, FALSE },
  { MEMBER, { FALSE, TRUE, TRUE }, FALSE, FALSE },
  { OFFICE, { FALSE, FALSE, FALSE }, TRUE, TRUE },
  { OFFICE, { FALSE, FALSE, TRUE }, FALSE, FALSE },
};

static void
test_papers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mappe_may_receive_papers (cases[i].standing, &cases[i].part), ==, cases[i].papers);
}

static void
test_minutes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mappe_may_receive_minutes (cases[i].standing, &cases[i].part), ==, cases[i].minutes);
}

/* Over all combinations: who is excluded gets nothing of the non-public part. */
static void
test_no_right_by_exclusion (void)
{
  for (int standing = NOBODY; standing <= OFFICE; standing++)
    for (int invited = FALSE; invited <= TRUE; invited++)
      {
        MappePart part = { FALSE, invited, TRUE };

        g_assert_false (mappe_may_receive_papers ((MappeStanding) standing, &part));
        g_assert_false (mappe_may_receive_minutes ((MappeStanding) standing, &part));
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entitlement/papers", test_papers);
  g_test_add_func ("/entitlement/minutes", test_minutes);
  g_test_add_func ("/entitlement/no-right-by-exclusion", test_no_right_by_exclusion);
  return g_test_run ();
}
