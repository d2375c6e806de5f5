/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acts on the agenda: where an item comes to stand, what is refused, and that nothing gets lost on the way. */
#include "mappe-agenda-acts.h"
#include "mappe-agenda-item.h"
#include "mappe-meeting-error.h"
#include "mappe-numbering.h"
#include "mappe-plan-acts.h"
#include "mappe-test-demo.h"

typedef struct {
  MappeTestStore  base;
  MappeSitting   *sitting;
  GRand          *chance;
} Fixture;

#define REFUSED(code, act)                                                                                            \
  G_STMT_START                                                                                                        \
    {                                                                                                                 \
      g_autoptr (GError) error = NULL;                                                                                \
      g_assert_null (act);                                                                                            \
      g_assert_error (error, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_##code);                                        \
    }                                                                                                                 \
  G_STMT_END

/* --- the agenda of the tests --- */

/* Stored places, numbers and parents are those of the agenda as it is shown. */
static void
assert_sound (const MappeSitting *sitting)
{
  guint n = sitting->items->len;
  g_autofree MappeAgendaPlace *places = g_new0 (MappeAgendaPlace, n + 1);
  g_auto (GStrv) numbers = NULL;

  for (guint i = 0; i < n; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);
      gint64 parent = mappe_row_get_int (item->row, MAPPE_AGENDA_ITEM_PARENT);
      guint above = 0;

      g_assert_cmpint (mappe_row_get_int (item->row, MAPPE_AGENDA_ITEM_POSITION), ==, i + 1);
      while (parent != 0 && above < i
             && ((MappeSittingItem *) g_ptr_array_index (sitting->items, above))->row->id != parent)
        above++;
      if (parent != 0)
        {
          g_assert_cmpuint (above, <, i);
          g_assert_cmpint (((MappeSittingItem *) g_ptr_array_index (sitting->items, above))->public, ==, item->public);
          places[i].depth = places[above].depth + 1;
        }
      g_assert_cmpuint (places[i].depth, ==, item->depth);
      if (i > 0)
        g_assert_true (((MappeSittingItem *) g_ptr_array_index (sitting->items, i - 1))->public || !item->public);
    }
  numbers = mappe_agenda_numbers (places, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (mappe_row_get_text (((MappeSittingItem *) g_ptr_array_index (sitting->items, i))->row,
                                         MAPPE_AGENDA_ITEM_NUMBER), ==, numbers[i]);
}

/* "1 A, 2 B, 2.1 Ba | 3 X": numbers and titles as stored, the parts apart. */
static char *
describe (const MappeSitting *sitting)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);
      const MappeSittingItem *last = i > 0 ? g_ptr_array_index (sitting->items, i - 1) : NULL;

      g_string_append (text, last == NULL ? "" : last->public == item->public ? ", " : " | ");
      g_string_append_printf (text, "%s %s", mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_NUMBER),
                              mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_TITLE));
    }
  return g_string_free (text, FALSE);
}

static void
assert_agenda (const MappeSitting *sitting, const char *expected)
{
  g_autofree char *text = describe (sitting);

  g_assert_cmpstr (text, ==, expected);
  assert_sound (sitting);
}

static const MappeSittingItem *
titled (const MappeSitting *sitting, const char *title)
{
  for (guint i = 0; title != NULL && i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      if (g_strcmp0 (mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_TITLE), title) == 0)
        return item;
    }
  return NULL;
}

/* Applies the edit, which must not be refused. */
static void
act (Fixture *self, MappeEdit *edit)
{
  self->sitting = mappe_test_act (self->base.store, self->sitting, edit, NULL);
}

static void
add (Fixture *self, const char *after, gboolean beneath, gboolean public, const char *title)
{
  act (self, mappe_agenda_add (self->sitting, titled (self->sitting, after), beneath, public, title, 10, NULL));
}

static void
move (Fixture *self, const char *title, MappeAgendaMove direction)
{
  act (self, mappe_agenda_move (self->sitting, titled (self->sitting, title), direction, NULL));
}

static void
place (Fixture *self, const char *title, const char *target, MappeAgendaWhere where)
{
  act (self, mappe_agenda_place (self->sitting, titled (self->sitting, title), titled (self->sitting, target), where,
                                 NULL));
}

#define MADE "1 A, 2 B, 2.1 Ba, 2.1.1 Bx, 2.2 Bb, 3 C | 4 X, 4.1 Xa, 4.1.1 Xx, 5 Y"

/* A council of one body with one meeting; @data is the seed of chance. */
static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;
  gint64 meeting;

  self->chance = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  mappe_test_store_set_up (&self->base, NULL);
  body = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_add (self->base.store, "body", "name", "Plenary", NULL));
  meeting = mappe_test_add (self->base.store, "meeting", "body", body, "title", "Spring plenary", "held_on",
                            "2027-03-09", "start_at", "15:30", "public_part", "1", NULL);
  self->sitting = mappe_sitting_load (self->base.store, meeting, &error);
  g_assert_no_error (error);
  add (self, NULL, FALSE, FALSE, "X");
  add (self, NULL, FALSE, TRUE, "A");
  add (self, NULL, FALSE, TRUE, "B");
  add (self, NULL, FALSE, FALSE, "Y");
  add (self, NULL, FALSE, TRUE, "C");
  add (self, "B", TRUE, TRUE, "Ba");
  add (self, "B", TRUE, TRUE, "Bb");
  add (self, "Ba", TRUE, TRUE, "Bx");
  add (self, "X", TRUE, FALSE, "Xa");
  add (self, "Xa", TRUE, FALSE, "Xx");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_rand_free (self->chance);
  mappe_sitting_unref (self->sitting);
  mappe_test_store_tear_down (&self->base, data);
}

/* --- adding --- */

static void
test_add (Fixture *self, gconstpointer data)
{
  assert_agenda (self->sitting, MADE);
  add (self, "B", FALSE, TRUE, "B2");
  assert_agenda (self->sitting, "1 A, 2 B, 2.1 Ba, 2.1.1 Bx, 2.2 Bb, 3 B2, 4 C | 5 X, 5.1 Xa, 5.1.1 Xx, 6 Y");
  /* After an item of the other part: the item that it follows says which part. */
  add (self, "Xa", FALSE, TRUE, " Xb ");
  assert_agenda (self->sitting, "1 A, 2 B, 2.1 Ba, 2.1.1 Bx, 2.2 Bb, 3 B2, 4 C | 5 X, 5.1 Xa, 5.1.1 Xx, 5.2 Xb, 6 Y");
  g_assert_cmpint (titled (self->sitting, "Xb")->minutes, ==, 10);
  g_assert_true (mappe_row_is_null (titled (self->sitting, "Xb")->row, MAPPE_AGENDA_ITEM_CHANGE_NOTE));
}

static void
test_add_first (Fixture *self, gconstpointer data)
{
  while (self->sitting->items->len > 0)
    act (self, mappe_agenda_delete (self->sitting, g_ptr_array_index (self->sitting->items, 0), NULL));
  add (self, NULL, FALSE, FALSE, "X");
  add (self, NULL, FALSE, TRUE, "A");
  assert_agenda (self->sitting, "1 A | 2 X");
}

static void
test_add_refused (Fixture *self, gconstpointer data)
{
  REFUSED (MISSING, mappe_agenda_add (self->sitting, NULL, FALSE, TRUE, "", 5, &error));
  REFUSED (MISSING, mappe_agenda_add (self->sitting, NULL, FALSE, TRUE, " \t ", 5, &error));
}

static void
test_add_after_invitation (MappeTestStore *self, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (self->store, "MTG06");

  sitting = mappe_test_act (self->store, sitting, mappe_agenda_add (sitting, NULL, FALSE, TRUE, "Late", 0, NULL),
                            NULL);
  g_assert_cmpstr (titled (sitting, "Late")->number, ==, "6");
  g_assert_false (mappe_row_is_null (titled (sitting, "Late")->row, MAPPE_AGENDA_ITEM_CHANGE_NOTE));
  g_assert_true (mappe_row_is_null (titled (sitting, "Late")->row, MAPPE_AGENDA_ITEM_PLANNED_MINUTES));
  assert_sound (sitting);
}

/* --- deleting --- */

static void
test_delete (Fixture *self, gconstpointer data)
{
  act (self, mappe_agenda_delete (self->sitting, titled (self->sitting, "B"), NULL));
  assert_agenda (self->sitting, "1 A, 2 Ba, 2.1 Bx, 3 Bb, 4 C | 5 X, 5.1 Xa, 5.1.1 Xx, 6 Y");
  act (self, mappe_agenda_delete (self->sitting, titled (self->sitting, "Xa"), NULL));
  assert_agenda (self->sitting, "1 A, 2 Ba, 2.1 Bx, 3 Bb, 4 C | 5 X, 5.1 Xx, 6 Y");
  act (self, mappe_agenda_delete (self->sitting, titled (self->sitting, "C"), NULL));
  assert_agenda (self->sitting, "1 A, 2 Ba, 2.1 Bx, 3 Bb | 4 X, 4.1 Xx, 5 Y");
}

static void
test_delete_refused (MappeTestStore *self, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (self->store, "MTG05");
  MappeEdit *edit = mappe_edit_new ("delete");

  REFUSED (STATE, mappe_agenda_delete (sitting, mappe_test_item (sitting, "5"), &error));
  /* The store refuses it too, whoever asks. */
  mappe_edit_delete (edit, &mappe_agenda_item_kind, mappe_test_item (sitting, "5")->row->id,
                     mappe_test_item (sitting, "5")->row->version);
  mappe_applied_free (mappe_test_refuse (self->store, edit, MAPPE_STORE_ERROR_REFUSED));
}

/* What was recorded under an item keeps it on the agenda, each alone. */
static void
test_delete_recorded (Fixture *self, gconstpointer data)
{
  static const char *const rows[][4] = {
    { "motion", "text", "Let us wait", NULL },
    { "statement", "text", "I disagree", "person" },
    { "task", "title", "Ask the police", NULL },
    { "conflict-declaration", "consequence", "not_excluded", "person" },
  };
  static const char *const fields[][2] = {
    { "discussion", "Lively" },
    { "result", "noted" },
    { "opened_at", "15:45" },
  };
  g_autofree char *person = NULL;
  gint64 id = titled (self->sitting, "C")->row->id;
  g_autofree char *item = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *meeting = g_strdup_printf ("%" G_GINT64_FORMAT, self->sitting->meeting->id);
  gint64 ahorn = mappe_test_add (self->base.store, "person", "last_name", "Ahorn", NULL);

  person = g_strdup_printf ("%" G_GINT64_FORMAT, ahorn);
  for (guint i = 0; i < G_N_ELEMENTS (rows) + G_N_ELEMENTS (fields); i++)
    {
      const char *const *row = i < G_N_ELEMENTS (rows) ? rows[i] : NULL;
      g_autoptr (MappeSitting) sitting = NULL;

      if (row == NULL)
        mappe_test_set (self->base.store, &mappe_agenda_item_kind, id, fields[i - G_N_ELEMENTS (rows)][0],
                        fields[i - G_N_ELEMENTS (rows)][1]);
      else if (g_str_equal (row[0], "conflict-declaration"))
        mappe_test_add (self->base.store, row[0], "meeting", meeting, "agenda_item", item, row[1], row[2], row[3],
                        person, NULL);
      else
        mappe_test_add (self->base.store, row[0], "agenda_item", item, row[1], row[2], row[3], person, NULL);
      sitting = mappe_sitting_load (self->base.store, self->sitting->meeting->id, NULL);
      REFUSED (STATE, mappe_agenda_delete (sitting, titled (sitting, "C"), &error));
      g_free (mappe_store_undo (self->base.store, NULL));
    }
  mappe_sitting_unref (self->sitting);
  self->sitting = mappe_sitting_load (self->base.store, g_ascii_strtoll (meeting, NULL, 10), NULL);
  act (self, mappe_agenda_delete (self->sitting, titled (self->sitting, "C"), NULL));
}

/* --- what another program may have written --- */

static void
set_parent (MappeEdit *edit, const MappeSittingItem *item, const MappeSittingItem *parent)
{
  MappeRow *mine = mappe_row_copy (item->row);

  mappe_value_set_int (&mine->values[MAPPE_AGENDA_ITEM_PARENT], parent->row->id);
  mappe_edit_update (edit, mappe_row_ref (item->row), mine);
}

/* A under Bx under Ba under A: all of them stay on the agenda, in their part, and what is beneath them follows. */
static void
test_ring (Fixture *self, gconstpointer data)
{
  MappeEdit *edit = mappe_edit_new_base ("from outside");

  set_parent (edit, titled (self->sitting, "A"), titled (self->sitting, "Bx"));
  set_parent (edit, titled (self->sitting, "Ba"), titled (self->sitting, "A"));
  set_parent (edit, titled (self->sitting, "Bb"), titled (self->sitting, "Bx"));
  act (self, edit);
  g_assert_cmpuint (self->sitting->items->len, ==, 10);
  g_assert_cmpstr (titled (self->sitting, "A")->number, ==, "1");
  g_assert_cmpuint (titled (self->sitting, "Bx")->depth, ==, 0);
  g_assert_cmpuint (titled (self->sitting, "Bb")->depth, ==, 1);
  /* The next move writes the agenda as it is shown. */
  move (self, "C", MAPPE_AGENDA_UP);
  assert_sound (self->sitting);
}

/* --- moving --- */

static void
test_move (Fixture *self, gconstpointer data)
{
  move (self, "C", MAPPE_AGENDA_UP);
  assert_agenda (self->sitting, "1 A, 2 C, 3 B, 3.1 Ba, 3.1.1 Bx, 3.2 Bb | 4 X, 4.1 Xa, 4.1.1 Xx, 5 Y");
  move (self, "A", MAPPE_AGENDA_DOWN);
  move (self, "A", MAPPE_AGENDA_DOWN);
  assert_agenda (self->sitting, "1 C, 2 B, 2.1 Ba, 2.1.1 Bx, 2.2 Bb, 3 A | 4 X, 4.1 Xa, 4.1.1 Xx, 5 Y");
  move (self, "Ba", MAPPE_AGENDA_DOWN);
  assert_agenda (self->sitting, "1 C, 2 B, 2.1 Bb, 2.2 Ba, 2.2.1 Bx, 3 A | 4 X, 4.1 Xa, 4.1.1 Xx, 5 Y");
  move (self, "B", MAPPE_AGENDA_IN);
  assert_agenda (self->sitting, "1 C, 1.1 B, 1.1.1 Bb, 1.1.2 Ba, 1.1.2.1 Bx, 2 A | 3 X, 3.1 Xa, 3.1.1 Xx, 4 Y");
  move (self, "Bb", MAPPE_AGENDA_OUT);
  assert_agenda (self->sitting, "1 C, 1.1 B, 1.1.1 Ba, 1.1.1.1 Bx, 1.2 Bb, 2 A | 3 X, 3.1 Xa, 3.1.1 Xx, 4 Y");
  move (self, "B", MAPPE_AGENDA_OUT);
  assert_agenda (self->sitting, "1 C, 1.1 Bb, 2 B, 2.1 Ba, 2.1.1 Bx, 3 A | 4 X, 4.1 Xa, 4.1.1 Xx, 5 Y");
}

/* At the borders of a part, of a branch and of the depth an item stays. */
static void
test_move_borders (Fixture *self, gconstpointer data)
{
  static const struct {
    const char      *title;
    MappeAgendaMove  move;
  } borders[] = {
    { "A", MAPPE_AGENDA_UP },   { "A", MAPPE_AGENDA_IN },    { "A", MAPPE_AGENDA_OUT }, { "C", MAPPE_AGENDA_DOWN },
    { "X", MAPPE_AGENDA_UP },   { "X", MAPPE_AGENDA_IN },    { "Y", MAPPE_AGENDA_DOWN }, { "Y", MAPPE_AGENDA_OUT },
    { "Ba", MAPPE_AGENDA_UP },  { "Ba", MAPPE_AGENDA_IN },   { "Bb", MAPPE_AGENDA_DOWN }, { "Bx", MAPPE_AGENDA_UP },
    { "Bx", MAPPE_AGENDA_DOWN }, { "Xx", MAPPE_AGENDA_DOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (borders); i++)
    REFUSED (STATE, mappe_agenda_move (self->sitting, titled (self->sitting, borders[i].title), borders[i].move,
                                       &error));
  assert_agenda (self->sitting, MADE);
}

static void
test_deepest (Fixture *self, gconstpointer data)
{
  add (self, "Bx", TRUE, TRUE, "B4");
  add (self, "B4", TRUE, TRUE, "B5");
  add (self, "B5", FALSE, TRUE, "B6");
  g_assert_cmpstr (titled (self->sitting, "B6")->number, ==, "2.1.1.1.2");
  REFUSED (STATE, mappe_agenda_add (self->sitting, titled (self->sitting, "B5"), TRUE, TRUE, "Too deep", 0, &error));
  REFUSED (STATE, mappe_agenda_move (self->sitting, titled (self->sitting, "B6"), MAPPE_AGENDA_IN, &error));
  REFUSED (STATE, mappe_agenda_move (self->sitting, titled (self->sitting, "B"), MAPPE_AGENDA_IN, &error));
  REFUSED (STATE, mappe_agenda_place (self->sitting, titled (self->sitting, "B"), titled (self->sitting, "C"),
                                      MAPPE_AGENDA_INTO, &error));
  REFUSED (STATE, mappe_agenda_place (self->sitting, titled (self->sitting, "C"), titled (self->sitting, "B5"),
                                      MAPPE_AGENDA_INTO, &error));
  assert_sound (self->sitting);
}

/* --- dragging --- */

static void
test_place (Fixture *self, gconstpointer data)
{
  place (self, "C", "A", MAPPE_AGENDA_BEFORE);
  assert_agenda (self->sitting, "1 C, 2 A, 3 B, 3.1 Ba, 3.1.1 Bx, 3.2 Bb | 4 X, 4.1 Xa, 4.1.1 Xx, 5 Y");
  place (self, "C", "B", MAPPE_AGENDA_AFTER);
  assert_agenda (self->sitting, "1 A, 2 B, 2.1 Ba, 2.1.1 Bx, 2.2 Bb, 3 C | 4 X, 4.1 Xa, 4.1.1 Xx, 5 Y");
  place (self, "B", "C", MAPPE_AGENDA_INTO);
  assert_agenda (self->sitting, "1 A, 2 C, 2.1 B, 2.1.1 Ba, 2.1.1.1 Bx, 2.1.2 Bb | 3 X, 3.1 Xa, 3.1.1 Xx, 4 Y");
  place (self, "A", "B", MAPPE_AGENDA_INTO);
  assert_agenda (self->sitting, "1 C, 1.1 B, 1.1.1 Ba, 1.1.1.1 Bx, 1.1.2 Bb, 1.1.3 A | 2 X, 2.1 Xa, 2.1.1 Xx, 3 Y");
  place (self, "Ba", "C", MAPPE_AGENDA_AFTER);
  assert_agenda (self->sitting, "1 C, 1.1 B, 1.1.1 Bb, 1.1.2 A, 2 Ba, 2.1 Bx | 3 X, 3.1 Xa, 3.1.1 Xx, 4 Y");
  place (self, "Ba", "Bb", MAPPE_AGENDA_BEFORE);
  assert_agenda (self->sitting, "1 C, 1.1 B, 1.1.1 Ba, 1.1.1.1 Bx, 1.1.2 Bb, 1.1.3 A | 2 X, 2.1 Xa, 2.1.1 Xx, 3 Y");
  /* Without leaving its place: only the depth changes. */
  place (self, "A", "C", MAPPE_AGENDA_AFTER);
  place (self, "Xx", "Y", MAPPE_AGENDA_BEFORE);
  assert_agenda (self->sitting, "1 C, 1.1 B, 1.1.1 Ba, 1.1.1.1 Bx, 1.1.2 Bb, 2 A | 3 X, 3.1 Xa, 4 Xx, 5 Y");
}

static void
test_place_refused (Fixture *self, gconstpointer data)
{
  static const struct {
    const char *title, *target;
  } wrong[] = { { "B", "B" }, { "B", "Bx" }, { "X", "Xa" }, { "A", "X" }, { "Xx", "Bb" }, { "Y", "C" } };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    for (int where = MAPPE_AGENDA_BEFORE; where <= MAPPE_AGENDA_INTO; where++)
      REFUSED (STATE, mappe_agenda_place (self->sitting, titled (self->sitting, wrong[i].title),
                                          titled (self->sitting, wrong[i].target), (MappeAgendaWhere) where, &error));
}

/* --- the other part --- */

static void
test_public (Fixture *self, gconstpointer data)
{
  act (self, mappe_agenda_set_public (self->sitting, titled (self->sitting, "Ba"), FALSE, NULL));
  assert_agenda (self->sitting, "1 A, 2 B, 2.1 Bb, 3 C | 4 X, 4.1 Xa, 4.1.1 Xx, 5 Y, 6 Ba, 6.1 Bx");
  act (self, mappe_agenda_set_public (self->sitting, titled (self->sitting, "X"), TRUE, NULL));
  assert_agenda (self->sitting, "1 A, 2 B, 2.1 Bb, 3 C, 4 X, 4.1 Xa, 4.1.1 Xx | 5 Y, 6 Ba, 6.1 Bx");
  g_assert_true (titled (self->sitting, "Xx")->public);
}

static const char *
public_title (Fixture *self, const char *title)
{
  return mappe_row_get_text (titled (self->sitting, title)->row, MAPPE_AGENDA_ITEM_PUBLIC_TITLE);
}

/* GemO § 34 (6): a neutral title comes with the non-public part, and one that somebody typed is never lost. */
static void
test_neutral_title (Fixture *self, gconstpointer data)
{
  gint64 id;

  g_assert_null (public_title (self, "A"));
  g_assert_cmpstr (public_title (self, "Xx"), ==, "Non-public matter");
  act (self, mappe_agenda_set_public (self->sitting, titled (self->sitting, "B"), FALSE, NULL));
  g_assert_cmpstr (public_title (self, "B"), ==, "Non-public matter");
  g_assert_cmpstr (public_title (self, "Bx"), ==, "Non-public matter");
  act (self, mappe_agenda_set_public (self->sitting, titled (self->sitting, "B"), TRUE, NULL));
  g_assert_null (public_title (self, "B"));
  mappe_test_set (self->base.store, &mappe_agenda_item_kind, titled (self->sitting, "X")->row->id, "public_title",
                  "Staff matter");
  id = self->sitting->meeting->id;
  mappe_sitting_unref (self->sitting);
  self->sitting = mappe_sitting_load (self->base.store, id, NULL);
  act (self, mappe_agenda_set_public (self->sitting, titled (self->sitting, "X"), TRUE, NULL));
  act (self, mappe_agenda_set_public (self->sitting, titled (self->sitting, "X"), FALSE, NULL));
  g_assert_cmpstr (public_title (self, "X"), ==, "Staff matter");
}

/* Without a public part nothing is public by mistake, and nothing needs a public title. */
static void
test_no_public_part (Fixture *self, gconstpointer data)
{
  gint64 meeting = self->sitting->meeting->id;

  mappe_test_set (self->base.store, self->sitting->meeting->kind, meeting, "public_part", "0");
  mappe_sitting_unref (self->sitting);
  self->sitting = mappe_sitting_load (self->base.store, meeting, NULL);
  add (self, NULL, FALSE, TRUE, "D");
  add (self, "A", FALSE, TRUE, "A2");
  assert_agenda (self->sitting, "1 A, 2 B, 2.1 Ba, 2.1.1 Bx, 2.2 Bb, 3 C | 4 X, 4.1 Xa, 4.1.1 Xx, 5 Y, 6 D, 7 A2");
  g_assert_null (public_title (self, "D"));
  REFUSED (STATE, mappe_agenda_set_public (self->sitting, titled (self->sitting, "D"), TRUE, &error));
  act (self, mappe_agenda_set_public (self->sitting, titled (self->sitting, "A"), FALSE, NULL));
  g_assert_false (titled (self->sitting, "A")->public);
}

static void
test_public_refused (MappeTestStore *self, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (self->store, "MTG06");

  REFUSED (STATE, mappe_agenda_set_public (sitting, mappe_test_item (sitting, "4"), FALSE, &error));
  REFUSED (STATE, mappe_agenda_set_public (sitting, mappe_test_item (sitting, "6"), TRUE, &error));
}

/* The state of the meeting is enough; no day of the invitation need be known. */
static void
test_public_invited (Fixture *self, gconstpointer data)
{
  gint64 meeting = self->sitting->meeting->id;

  mappe_test_set (self->base.store, self->sitting->meeting->kind, meeting, "state", "invited");
  mappe_sitting_unref (self->sitting);
  self->sitting = mappe_sitting_load (self->base.store, meeting, NULL);
  add (self, NULL, FALSE, TRUE, "D");
  REFUSED (STATE, mappe_agenda_set_public (self->sitting, titled (self->sitting, "D"), FALSE, &error));
  g_assert_false (mappe_row_is_null (titled (self->sitting, "D")->row, MAPPE_AGENDA_ITEM_CHANGE_NOTE));
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  const MappeSittingItem *item;

  act (self, mappe_plan_cancel (self->sitting, "The hall is closed", NULL));
  item = titled (self->sitting, "Ba");
  REFUSED (STATE, mappe_agenda_add (self->sitting, NULL, FALSE, TRUE, "D", 0, &error));
  REFUSED (STATE, mappe_agenda_delete (self->sitting, item, &error));
  REFUSED (STATE, mappe_agenda_move (self->sitting, item, MAPPE_AGENDA_DOWN, &error));
  REFUSED (STATE, mappe_agenda_place (self->sitting, item, titled (self->sitting, "A"), MAPPE_AGENDA_INTO, &error));
  REFUSED (STATE, mappe_agenda_set_public (self->sitting, item, FALSE, &error));
}

/* --- text --- */

static void
test_parse (void)
{
  static const struct {
    const char *typed, *title;
    int         minutes;
  } cases[] = {
    { "Title", "Title", 0 },          { "Title | 15", "Title", 15 },    { "Title, 15 min", "Title", 15 },
    { "Title 20 min", "Title", 20 },  { "Title |15 min", "Title", 15 }, { "  Title, 5 Min.  ", "Title", 5 },
    { "Title 10’", "Title", 10 },     { "Title, 10'", "Title", 10 },    { "2026", "2026", 0 },
    { "Plan 2027", "Plan 2027", 0 },  { "Plan 2027 | 30", "Plan 2027", 30 },
    { "Plan 2027, 5 min", "Plan 2027", 5 }, { "Plan 2027 min", "Plan 2027 min", 0 },
    { "Top 12", "Top 12", 0 },        { "A, B, 15 min", "A, B", 15 },   { "A | B | 15", "A | B", 15 },
    { "Title, 15", "Title, 15", 0 },  { "15 min", "15 min", 0 },        { "Title 20 minor", "Title 20 minor", 0 },
    { "Ärger ß, 15 min", "Ärger ß", 15 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = NULL;
      int minutes;

      g_assert_true (mappe_agenda_parse_item (cases[i].typed, &title, &minutes));
      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_cmpint (minutes, ==, cases[i].minutes);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *title = NULL;
      int minutes;

      g_assert_false (mappe_agenda_parse_item (i == 0 ? "" : " \t", &title, &minutes));
    }
}

static void
test_text (Fixture *self, gconstpointer data)
{
  g_autofree char *text = mappe_agenda_text (self->sitting);

  g_assert_cmpstr (text, ==,
                   "Public part\n1\tA\t15:30\t\n2\tB\t15:40\t\n2.1\tBa\t15:50\t\n2.1.1\tBx\t16:00\t\n2.2\tBb\t16:10\t\n"
                   "3\tC\t16:20\t\n\nNon-public part\n4\tX\t16:30\t\n4.1\tXa\t16:40\t\n4.1.1\tXx\t16:50\t\n"
                   "5\tY\t17:00\t\n");
}

static void
test_text_rapporteur (MappeTestStore *self, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (self->store, "MTG06");
  g_autofree char *text = mappe_agenda_text (sitting);
  g_autofree char *first = g_strdup_printf ("Public part\n1\tOpening; note on second invitation\t16:00\t%s\n2\t",
                                            mappe_test_item (sitting, "1")->rapporteur);

  g_assert_true (g_str_has_prefix (text, first));
}

/* --- anything at all, by fixed seeds --- */

static int
below (Fixture *self, int most)
{
  return g_rand_int_range (self->chance, 0, most);
}

static const MappeSittingItem *
any (Fixture *self)
{
  return g_ptr_array_index (self->sitting->items, below (self, (int) self->sitting->items->len));
}

static MappeEdit *
random_edit (Fixture *self, int step, GHashTable *ids, GError **error)
{
  const MappeSittingItem *item = any (self);
  g_autofree char *title = g_strdup_printf ("Item %d", step);
  int what = below (self, 100);
  MappeEdit *edit;

  if (self->sitting->items->len < 6 || (what < 12 && self->sitting->items->len < 24))
    return mappe_agenda_add (self->sitting, below (self, 5) > 0 ? item : NULL, below (self, 2) == 0,
                             below (self, 2) == 0, title, below (self, 60), error);
  if (what < 22)
    {
      edit = mappe_agenda_delete (self->sitting, item, error);
      if (edit != NULL)
        g_hash_table_remove (ids, &item->row->id);
      return edit;
    }
  if (what < 30)
    return mappe_agenda_set_public (self->sitting, item, !item->public, error);
  if (what < 65)
    return mappe_agenda_move (self->sitting, item, (MappeAgendaMove) below (self, 4), error);
  return mappe_agenda_place (self->sitting, item, any (self), (MappeAgendaWhere) below (self, 3), error);
}

static void
remember (GHashTable *ids, gint64 id)
{
  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

/* Returns: whether the edit changed anything */
static gboolean
random_act (Fixture *self, int step, GHashTable *ids)
{
  g_autoptr (GError) error = NULL;
  MappeEdit *edit = random_edit (self, step, ids, &error);
  g_autoptr (MappeApplied) applied = NULL;
  gint64 meeting = self->sitting->meeting->id;

  if (edit == NULL)
    {
      g_assert_error (error, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_STATE);
      return FALSE;
    }
  applied = mappe_store_apply (self->base.store, edit, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < applied->ids->len; i++)
    remember (ids, g_array_index (applied->ids, gint64, i));
  mappe_sitting_unref (self->sitting);
  self->sitting = mappe_sitting_load (self->base.store, meeting, &error);
  g_assert_no_error (error);
  return applied->set_id != 0;
}

static void
assert_all_there (Fixture *self, GHashTable *ids, gint64 n_others)
{
  g_assert_cmpuint (self->sitting->items->len, ==, g_hash_table_size (ids));
  for (guint i = 0; i < self->sitting->items->len; i++)
    g_assert_true (g_hash_table_contains (ids, &((MappeSittingItem *) g_ptr_array_index (self->sitting->items, i))
                                                    ->row->id));
  g_assert_cmpint (mappe_test_count (self->base.store, "agenda-item"), ==, n_others + g_hash_table_size (ids));
}

static void
go (Fixture *self, guint n_sets, char *(*step) (MappeStore *, GError **), const char *expected)
{
  g_autofree char *content = NULL;

  for (guint i = 0; i < n_sets; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *label = step (self->base.store, &error);

      g_assert_no_error (error);
      g_assert_nonnull (label);
    }
  content = mappe_test_store_content (self->base.store);
  g_assert_true (g_str_equal (content, expected));
}

/* The sanitizers take a hundred times as long; they set MAPPE_TEST_ROWS, see tests/meson.build. */
static int
n_acts (void)
{
  return g_getenv ("MAPPE_TEST_ROWS") != NULL ? 100 : 300;
}

static void
test_random (Fixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *first = mappe_test_store_content (self->base.store);
  g_autofree char *last = NULL;
  gint64 n_others = mappe_test_count (self->base.store, "agenda-item") - self->sitting->items->len;
  guint n_sets = 0;

  for (guint i = 0; i < self->sitting->items->len; i++)
    remember (ids, ((MappeSittingItem *) g_ptr_array_index (self->sitting->items, i))->row->id);
  for (int step = 0; step < n_acts (); step++)
    {
      n_sets += random_act (self, step, ids);
      assert_sound (self->sitting);
      assert_all_there (self, ids, n_others);
    }
  g_test_message ("%u of %d acts changed the agenda", n_sets, n_acts ());
  g_assert_cmpuint (n_sets, >, (guint) n_acts () / 3);
  last = mappe_test_store_content (self->base.store);
  g_assert_false (g_str_equal (first, last));
  go (self, n_sets, mappe_store_undo, first);
  go (self, n_sets, mappe_store_redo, last);
}

#define ADD(path, function) g_test_add ("/agenda/" path, Fixture, NULL, set_up, function, tear_down)
#define ADD_DEMO(path, function)                                                                                      \
  g_test_add ("/agenda/" path, MappeTestStore, "en", mappe_test_demo_set_up, function, mappe_test_store_tear_down)
#define ADD_RANDOM(seed)                                                                                              \
  g_test_add ("/agenda/random-" #seed, Fixture, GUINT_TO_POINTER (seed), set_up, test_random, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("add", test_add);
  ADD ("add-first", test_add_first);
  ADD ("add-refused", test_add_refused);
  ADD_DEMO ("add-after-invitation", test_add_after_invitation);
  ADD ("delete", test_delete);
  ADD_DEMO ("delete-refused", test_delete_refused);
  ADD ("delete-recorded", test_delete_recorded);
  ADD ("ring", test_ring);
  ADD ("move", test_move);
  ADD ("move-borders", test_move_borders);
  ADD ("deepest", test_deepest);
  ADD ("place", test_place);
  ADD ("place-refused", test_place_refused);
  ADD ("public", test_public);
  ADD ("neutral-title", test_neutral_title);
  ADD ("no-public-part", test_no_public_part);
  ADD_DEMO ("public-refused", test_public_refused);
  ADD ("public-invited", test_public_invited);
  ADD ("cancelled", test_cancelled);
  g_test_add_func ("/agenda/parse", test_parse);
  ADD ("text", test_text);
  ADD_DEMO ("text-rapporteur", test_text_rapporteur);
  ADD_RANDOM (1);
  ADD_RANDOM (2);
  ADD_RANDOM (3);
  return g_test_run ();
}
