/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-sample.h"

static void
test_text (void)
{
  g_autoptr (MappeNode) document = document_sample ("de");
  g_autofree char *text = mappe_node_get_text (document);

  g_assert_cmpstr (text, ==,
                   "Niederschrift der 5. Sitzung\n"
                   "Dienstag, 27. Oktober 2026, Rathaus\n"
                   "Anwesenheit\n"
                   "Name\tFunktion\tvon\tbis\n"
                   "Dr. Jörg Weiß\tVorsitz\t16:00\t18:05\n"
                   "Łucja Þórsdóttir\tMitglied\t16:10\t\n"
                   "Öffentlicher Teil\n"
                   "1 Begrüßung\n"
                   "Der Vorsitzende eröffnet die Sitzung um 16:00 Uhr.\n"
                   "2 Beleuchtung\n"
                   "2.1 Plan\n"
                   "Bericht\n"
                   "Aussprache\n"
                   "Abstimmung\n"
                   "9 Ja, 1 Nein, 2 Enthaltungen: angenommen.\n"
                   "Beschluss 2026/07\n"
                   "Der Rat beschließt den Plan „Sicher nach Hause“:\n"
                   "Licht am Bahnhof,\n"
                   "Begleitung an Freitagen.\n"
                   "Vorsitz\n"
                   "Schriftführung");
}

static void
test_clean (void)
{
  g_autoptr (MappeNode) document = mappe_node_new_document ("a\x01" "b\xff", NULL);
  MappeNode *paragraph = mappe_node_add_paragraph (document, " x\r\ny\rz\t ");
  g_autofree char *text = mappe_node_get_text (paragraph);

  g_assert_cmpstr (document->text, ==, "ab\xEF\xBF\xBD");
  g_assert_cmpstr (text, ==, " x\ny\nz\t ");
}

static void
test_meta (void)
{
  g_autoptr (MappeNode) document = mappe_node_new_document ("x", mappe_language_get ("de"));

  g_assert_cmpstr (mappe_node_get_meta (document, "language"), ==, "de");
  g_assert_true (mappe_node_get_language (document) == mappe_language_get ("de"));
  mappe_node_set_meta (document, "council", "A");
  mappe_node_set_meta (document, "council", "B");
  g_assert_cmpstr (mappe_node_get_meta (document, "council"), ==, "B");
  mappe_node_set_meta (document, "council", NULL);
  g_assert_null (mappe_node_get_meta (document, "council"));
}

static void
test_class (void)
{
  g_autoptr (MappeNode) document = mappe_node_new_document ("x", NULL);
  MappeNode *section = mappe_node_add_section (document, 1, "closed");

  section->class = MAPPE_CLASS_CONFIDENTIAL;
  g_assert_cmpint (mappe_node_add_paragraph (section, "x")->class, ==, MAPPE_CLASS_CONFIDENTIAL);
  g_assert_cmpint (mappe_node_add_paragraph (document, "x")->class, ==, MAPPE_CLASS_PUBLIC);
}

static MappeNode *
first_child (const MappeNode *node)
{
  return g_ptr_array_index (node->children, 0);
}

/* What a reader may not see is not there; what lost all of its content goes too, but not a cell. */
static void
test_copy_for (void)
{
  g_autoptr (MappeNode) document = mappe_node_new_document ("x", mappe_language_get ("de"));
  MappeNode *item = mappe_node_add (document, MAPPE_ROLE_AGENDA_ITEM), *list, *row, *run;
  g_autoptr (MappeNode) all = NULL, members = NULL, public = NULL;
  g_autofree char *members_text = NULL, *public_text = NULL;

  item->number = g_strdup ("1");
  item->text = g_strdup ("closed");
  mappe_node_set_source (item, "agenda-item", "A");
  mappe_node_set_substitute (item, "neutral");
  mappe_node_restrict (mappe_node_add_paragraph (item, "ground"), MAPPE_CLASS_CONFIDENTIAL);
  mappe_node_add_paragraph (item, "course");
  mappe_node_restrict (item, MAPPE_CLASS_MEMBERS);
  list = mappe_node_add (mappe_node_add_section (document, 1, "annexes"), MAPPE_ROLE_LIST);
  mappe_node_restrict (mappe_node_add (list, MAPPE_ROLE_LIST_ITEM), MAPPE_CLASS_MEMBERS);
  row = mappe_node_add_row (mappe_node_add (document, MAPPE_ROLE_TABLE), 0, "a", "b", NULL);
  run = g_ptr_array_index (((MappeNode *) g_ptr_array_index (row->children, 0))->children, 0);
  mappe_node_restrict (run, MAPPE_CLASS_MEMBERS);
  all = mappe_node_copy_for (document, MAPPE_CLASS_CONFIDENTIAL);
  g_assert_true (mappe_node_equal (all, document));
  members = mappe_node_copy_for (document, MAPPE_CLASS_MEMBERS);
  members_text = mappe_node_get_text (members);
  g_assert_cmpstr (members_text, ==, "x\n1 closed\ncourse\nannexes\na\tb");
  public = mappe_node_copy_for (document, MAPPE_CLASS_PUBLIC);
  public_text = mappe_node_get_text (public);
  g_assert_cmpstr (public_text, ==, "x\n1 neutral\n\tb");
  g_assert_null (first_child (public)->source);
  run->class = MAPPE_CLASS_CONFIDENTIAL;
  g_assert_null (mappe_node_copy_for (run, MAPPE_CLASS_MEMBERS));
}

static void
test_may_hold (void)
{
  g_assert_true (mappe_node_may_hold (MAPPE_ROLE_TABLE, MAPPE_ROLE_ROW));
  g_assert_true (mappe_node_may_hold (MAPPE_ROLE_CELL, MAPPE_ROLE_PARAGRAPH));
  g_assert_true (mappe_node_may_hold (MAPPE_ROLE_LIST_ITEM, MAPPE_ROLE_LIST));
  g_assert_false (mappe_node_may_hold (MAPPE_ROLE_TABLE, MAPPE_ROLE_PARAGRAPH));
  g_assert_false (mappe_node_may_hold (MAPPE_ROLE_SECTION, MAPPE_ROLE_ROW));
  g_assert_false (mappe_node_may_hold (MAPPE_ROLE_ROW, MAPPE_ROLE_TEXT));
  g_assert_false (mappe_node_may_hold (MAPPE_ROLE_TEXT, MAPPE_ROLE_TEXT));
  g_assert_false (mappe_node_may_hold (MAPPE_ROLE_SECTION, MAPPE_ROLE_DOCUMENT));
}

/* Each change alone makes documents unequal. */
static void
test_equal (void)
{
  for (guint change = 0; change <= 9; change++)
    {
      g_autoptr (MappeNode) left = document_sample ("de");
      g_autoptr (MappeNode) right = document_sample ("de");
      MappeNode *run = first_child (first_child (right));

      if (change == 1)
        run->flags = MAPPE_TEXT_BOLD;
      else if (change == 2)
        run->class = MAPPE_CLASS_MEMBERS;
      else if (change == 3)
        mappe_node_set_meta (right, "date", "2026-10-28");
      else if (change == 4)
        mappe_node_set_source (run, "meeting", "X");
      else if (change == 5)
        g_ptr_array_remove_index (right->children, right->children->len - 1);
      else if (change == 6)
        right->number = g_strdup ("");
      else if (change == 7)
        run->role = MAPPE_ROLE_PARAGRAPH;
      else if (change == 8)
        first_child (right)->depth = 3;
      else if (change == 9)
        mappe_node_set_substitute (run, "x");
      g_assert_true (mappe_node_equal (left, right) == (change == 0 || change == 6));
    }
}

static void
test_markup (void)
{
  g_autoptr (MappeNode) document = mappe_node_new_document ("x", NULL);
  MappeNode *list, *run;

  mappe_node_add_markup (document, "eins **zwei**\n\n- a\n- b\n\n1. c\n\nend");
  g_assert_cmpuint (document->children->len, ==, 4);
  g_assert_cmpuint (first_child (document)->flags, ==, MAPPE_NODE_TYPED);
  run = g_ptr_array_index (first_child (document)->children, 1);
  g_assert_cmpstr (run->text, ==, "zwei");
  g_assert_cmpuint (run->flags, ==, MAPPE_TEXT_BOLD);
  list = g_ptr_array_index (document->children, 1);
  g_assert_cmpuint (list->children->len, ==, 2);
  g_assert_cmpuint (list->flags, ==, MAPPE_NODE_TYPED);
  list = g_ptr_array_index (document->children, 2);
  g_assert_cmpuint (list->children->len, ==, 1);
  g_assert_cmpuint (list->flags, ==, MAPPE_NODE_TYPED | MAPPE_NODE_ORDERED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/node/text", test_text);
  g_test_add_func ("/node/clean", test_clean);
  g_test_add_func ("/node/meta", test_meta);
  g_test_add_func ("/node/class", test_class);
  g_test_add_func ("/node/copy-for", test_copy_for);
  g_test_add_func ("/node/may-hold", test_may_hold);
  g_test_add_func ("/node/equal", test_equal);
  g_test_add_func ("/node/markup", test_markup);
  return g_test_run ();
}
