/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sitting-people.h"

#include <glib/gi18n.h>

#include "mappe-presence-acts.h"
#include "mappe-sitting-line.h"
#include "mappe-sitting-words.h"

struct _MappeSittingPeople {
  AdwBin parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MappeSittingPeople, mappe_sitting_people, ADW_TYPE_BIN)

/* --- lines --- */

typedef struct {
  const char *mark;
  const char *look;
  const char *word;
} Standing;

static Standing
standing_of (const MappeSitting *sitting, const MappeParticipant *participant, const MappeSittingItem *item)
{
  if (item != NULL && mappe_sitting_excluded (sitting, item, participant->person))
    return (Standing){ "⊘", "line-excluded", _("excluded from this item") };
  if (mappe_presence_is_here (participant))
    return (Standing){ "●", "line-here", _("in the room") };
  if (participant->stays->len > 0)
    return (Standing){ "◐", "line-left", _("has left") };
  return (Standing){ "○", NULL, mappe_sitting_code (sitting, "attendance_status", participant->status, NULL) };
}

static char *
detail_of (const MappeSitting *sitting, const MappeParticipant *participant, const Standing *standing)
{
  g_autofree char *stay = mappe_words_stay (participant, NULL);
  g_autofree char *from = mappe_minute_format (mappe_participant_deputy_from (participant));
  gboolean deputised = g_strcmp0 (participant->status, "deputised") == 0;
  /* Translators: who sits in for a member */
  g_autofree char *deputy = deputised && participant->deputy != NULL
                                ? g_strdup_printf (_("deputy %s"), participant->deputy)
                                : NULL;

  if (deputy != NULL && *from != '\0')
    /* Translators: "deputy Carla Clematis", time she took over, when somebody was there */
    return g_strdup_printf (_("%s from %s on, %s"), deputy, from, stay);
  if (deputy != NULL)
    return g_strdup_printf ("%s %s", deputy, stay);
  if (g_str_equal (standing->mark, "⊘"))
    return g_strdup_printf ("%s %s", _("excluded"), stay);
  return g_strdup (*stay != '\0' ? stay : standing->word);
}

static void
fill_line (MappeSittingLine *line, const MappeSitting *sitting, const MappeParticipant *participant,
           const MappeSittingItem *item)
{
  Standing standing = standing_of (sitting, participant, item);
  g_autofree char *detail = detail_of (sitting, participant, &standing);
  g_autofree char *title = participant->voting ? g_strdup (participant->sort_name)
                                               /* Translators: somebody without a vote */
                                               : g_strdup_printf (_("%s (advisory)"), participant->sort_name);
  g_autofree char *spoken = g_str_equal (detail, standing.word)
                                ? g_strdup_printf ("%s, %s", title, detail)
                                : g_strdup_printf (_("%s, %s, %s"), title, standing.word, detail);

  mappe_sitting_line_fill (line, standing.mark, title, detail, spoken);
  mappe_sitting_line_set_look (line, standing.look);
}

/* --- the list --- */

static gboolean
is_same_list (MappeSittingPeople *self, const MappeSitting *sitting)
{
  for (guint i = 0; i < sitting->participants->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      if (row == NULL || mappe_sitting_line_get_id (MAPPE_SITTING_LINE (row)) !=
                             ((MappeParticipant *) g_ptr_array_index (sitting->participants, i))->person)
        return FALSE;
    }
  return gtk_list_box_get_row_at_index (self->list, (int) sitting->participants->len) == NULL;
}

static void
rebuild (MappeSittingPeople *self, const MappeSitting *sitting)
{
  gint64 selected = mappe_sitting_people_get_person (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < sitting->participants->len; i++)
    {
      gint64 person = ((MappeParticipant *) g_ptr_array_index (sitting->participants, i))->person;
      GtkWidget *line = mappe_sitting_line_new (person);

      gtk_list_box_append (self->list, line);
      if (person == selected || i == 0)
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (line));
    }
}

/** mappe_sitting_people_show_sitting: @item: (nullable): the item that is dealt with, whose exclusions show */
void
mappe_sitting_people_show_sitting (MappeSittingPeople *self, const MappeSitting *sitting, const MappeSittingItem *item)
{
  g_return_if_fail (MAPPE_IS_SITTING_PEOPLE (self));
  if (!is_same_list (self, sitting))
    rebuild (self, sitting);
  for (guint i = 0; i < sitting->participants->len; i++)
    fill_line (MAPPE_SITTING_LINE (gtk_list_box_get_row_at_index (self->list, (int) i)), sitting,
               g_ptr_array_index (sitting->participants, i), item);
}

/** mappe_sitting_people_get_person: Returns: id of the selected person, or 0 */
gint64
mappe_sitting_people_get_person (MappeSittingPeople *self)
{
  return mappe_sitting_line_get_selected (self->list);
}

static void
focus_row (MappeSittingPeople *self, GtkListBoxRow *row)
{
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/** mappe_sitting_people_move_on: Selects the next line, so that ten arrivals are ten keys. */
void
mappe_sitting_people_move_on (MappeSittingPeople *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  GtkListBoxRow *next = row != NULL ? gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + 1)
                                    : NULL;

  if (next != NULL)
    focus_row (self, next);
}

/** mappe_sitting_people_focus: Gives the focus to the selected line. Returns: whether there is one */
gboolean
mappe_sitting_people_focus (MappeSittingPeople *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    focus_row (self, row);
  return row != NULL;
}

static void
activated_cb (MappeSittingPeople *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sitting.correct", NULL);
}

/* --- GObject --- */

static void
mappe_sitting_people_class_init (MappeSittingPeopleClass *klass)
{
}

static void
mappe_sitting_people_init (MappeSittingPeople *self)
{
  self->list = mappe_sitting_line_make_list (ADW_BIN (self), _("Attendance"));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}
