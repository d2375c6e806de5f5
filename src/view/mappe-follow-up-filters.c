/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-follow-up-filters.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-text.h"
#include "mappe-wrap-layout.h"

/* Which list a drop-down offers; the first line of each asks for all. */
typedef enum {
  CHOICE_STATE,
  CHOICE_BODY,
  CHOICE_YEAR,
  CHOICE_OFFICE,
  CHOICE_PART,
  N_CHOICES,
} Choice;

struct _MappeFollowUpFilters {
  GtkWidget   parent_instance;

  GtkWidget  *search;
  GtkWidget  *drops[N_CHOICES];
  GArray     *ids[N_CHOICES];  /* gint64 behind each line, where the lines come from the file */
  gint64      meeting;         /* only this one; 0: all */
  GtkWidget  *meeting_chip;
  char       *text;
  gboolean    offering;
};

G_DEFINE_FINAL_TYPE (MappeFollowUpFilters, mappe_follow_up_filters, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char *const state_names[] = {
  N_("For the next meeting"), N_("Unfinished"), N_("Overdue"), N_("Finished"), N_("All"),
};
static const MappeFollowUpState state_values[] = {
  MAPPE_FOLLOW_UP_AGENDA, MAPPE_FOLLOW_UP_UNFINISHED, MAPPE_FOLLOW_UP_OVERDUE, MAPPE_FOLLOW_UP_FINISHED,
  MAPPE_FOLLOW_UP_ALL,
};
static const char *const part_names[] = { N_("Public and confidential"), N_("Public"), N_("Confidential") };

static void
emit_changed (MappeFollowUpFilters *self)
{
  if (!self->offering)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* --- the lines of the drop-downs --- */

static GtkStringList *
lines_of (MappeFollowUpFilters *self, Choice choice)
{
  return GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (self->drops[choice])));
}

static gint64
chosen_id (MappeFollowUpFilters *self, Choice choice)
{
  guint line = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drops[choice]));

  return line < self->ids[choice]->len ? g_array_index (self->ids[choice], gint64, line) : 0;
}

typedef struct {
  gint64      id;
  const char *name;
  char       *key;
} Line;

static void
line_clear (Line *line)
{
  g_free (line->key);
}

static int
compare_lines (gconstpointer left, gconstpointer right)
{
  return g_strcmp0 (((const Line *) left)->key, ((const Line *) right)->key);
}

static void
add_line (GArray *lines, gint64 id, const char *name, char *key)
{
  Line line = { id, name, key };

  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, Line, i).id == id)
      {
        g_free (key);
        return;
      }
  g_array_append_val (lines, line);
}

/* Puts the lines into the drop-down and keeps what was chosen. */
static void
offer_lines (MappeFollowUpFilters *self, Choice choice, GArray *lines)
{
  gint64 chosen = chosen_id (self, choice);
  GtkStringList *list = lines_of (self, choice);
  guint selected = 0;

  g_array_sort (lines, compare_lines);
  gtk_string_list_splice (list, 1, g_list_model_get_n_items (G_LIST_MODEL (list)) - 1, NULL);
  g_array_set_size (self->ids[choice], 1);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      gtk_string_list_append (list, line->name);
      g_array_append_val (self->ids[choice], line->id);
      if (line->id == chosen)
        selected = i + 1;
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drops[choice]), selected);
}

static GArray *
collect_lines (GPtrArray *entries, Choice choice, GPtrArray *years)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, (GDestroyNotify) line_clear);
  for (guint i = 0; i < entries->len; i++)
    {
      const MappeFollowUp *entry = g_ptr_array_index (entries, i);

      if (choice == CHOICE_BODY && entry->body != NULL)
        add_line (lines, entry->body_id, entry->body, mappe_text_sort_key (entry->body, MAPPE_SORT_DIN_5007_1));
      else if (choice == CHOICE_OFFICE && entry->office != NULL)
        add_line (lines, entry->office_id, entry->office, mappe_text_sort_key (entry->office, MAPPE_SORT_DIN_5007_1));
      else if (choice == CHOICE_YEAR && entry->held_on != NULL)
        {
          gint64 year = g_ascii_strtoll (entry->held_on, NULL, 10);
          char *name = g_strndup (entry->held_on, 4);

          g_ptr_array_add (years, name);
          /* The newest year first. */
          add_line (lines, year, name, g_strdup_printf ("%05d", (int) (99999 - year)));
        }
    }
  return lines;
}

/**
 * mappe_follow_up_filters_offer:
 * @entries: (element-type MappeFollowUp): all that there is
 *
 * Offers the bodies, years and offices that occur.
 */
void
mappe_follow_up_filters_offer (MappeFollowUpFilters *self, GPtrArray *entries)
{
  static const Choice choices[] = { CHOICE_BODY, CHOICE_YEAR, CHOICE_OFFICE };

  g_return_if_fail (MAPPE_IS_FOLLOW_UP_FILTERS (self));
  self->offering = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (GPtrArray) years = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GArray) lines = collect_lines (entries, choices[i], years);

      offer_lines (self, choices[i], lines);
    }
  self->offering = FALSE;
}

/** mappe_follow_up_filters_fill: @filter: (out caller-allocates): what is asked for; its text belongs to @self */
void
mappe_follow_up_filters_fill (MappeFollowUpFilters *self, MappeFollowUpFilter *filter)
{
  g_return_if_fail (MAPPE_IS_FOLLOW_UP_FILTERS (self));
  mappe_set_str (&self->text, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  *filter = (MappeFollowUpFilter) {
    .body = chosen_id (self, CHOICE_BODY),
    .year = (int) chosen_id (self, CHOICE_YEAR),
    .state = state_values[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drops[CHOICE_STATE]))],
    .part = (MappeFollowUpPart) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drops[CHOICE_PART])),
    .office = chosen_id (self, CHOICE_OFFICE),
    .meeting = self->meeting,
    .text = self->text != NULL && *self->text != '\0' ? self->text : NULL,
  };
}

/** mappe_follow_up_filters_focus: Puts the focus into the search. */
void
mappe_follow_up_filters_focus (MappeFollowUpFilters *self)
{
  g_return_if_fail (MAPPE_IS_FOLLOW_UP_FILTERS (self));
  gtk_widget_grab_focus (self->search);
}

/**
 * mappe_follow_up_filters_show:
 * @meeting: id of the only meeting wanted, or 0
 *
 * Asks for a state and a meeting and for all of everything else.
 */
void
mappe_follow_up_filters_show (MappeFollowUpFilters *self, MappeFollowUpState state, gint64 meeting)
{
  g_return_if_fail (MAPPE_IS_FOLLOW_UP_FILTERS (self));
  self->offering = TRUE;
  for (guint i = 0; i < N_CHOICES; i++)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drops[i]), 0);
  for (guint i = 0; i < G_N_ELEMENTS (state_values); i++)
    if (state_values[i] == state)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drops[CHOICE_STATE]), i);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  self->meeting = meeting;
  gtk_widget_set_visible (self->meeting_chip, meeting > 0);
  self->offering = FALSE;
  emit_changed (self);
}

/** mappe_follow_up_filters_reset: Asks for everything, whatever its state. */
void
mappe_follow_up_filters_reset (MappeFollowUpFilters *self)
{
  mappe_follow_up_filters_show (self, MAPPE_FOLLOW_UP_ALL, 0);
}

/** mappe_follow_up_filters_get_state: Returns: (transfer full): the state asked for, in words */
char *
mappe_follow_up_filters_get_state (MappeFollowUpFilters *self)
{
  g_return_val_if_fail (MAPPE_IS_FOLLOW_UP_FILTERS (self), NULL);
  return g_strdup (_(state_names[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drops[CHOICE_STATE]))]));
}

/* --- GObject --- */

static void
chip_cb (MappeFollowUpFilters *self)
{
  self->meeting = 0;
  gtk_widget_set_visible (self->meeting_chip, FALSE);
  emit_changed (self);
}

static GtkWidget *
make_drop (MappeFollowUpFilters *self, Choice choice, const char *name, const char *const *lines, guint n_lines)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GtkWidget *drop;

  for (guint i = 0; i < n_lines; i++)
    gtk_string_list_append (list, _(lines[i]));
  drop = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (list)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (drop, name);
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (drop, GTK_WIDGET (self));
  self->ids[choice] = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_array_set_size (self->ids[choice], 1);
  return drop;
}

static void
mappe_follow_up_filters_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mappe_follow_up_filters_parent_class)->dispose (object);
}

static void
mappe_follow_up_filters_finalize (GObject *object)
{
  MappeFollowUpFilters *self = MAPPE_FOLLOW_UP_FILTERS (object);

  for (guint i = 0; i < N_CHOICES; i++)
    g_array_unref (self->ids[i]);
  g_free (self->text);
  G_OBJECT_CLASS (mappe_follow_up_filters_parent_class)->finalize (object);
}

static void
mappe_follow_up_filters_class_init (MappeFollowUpFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_follow_up_filters_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_follow_up_filters_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), MAPPE_TYPE_WRAP_LAYOUT);
}

static void
make_search (MappeFollowUpFilters *self)
{
  self->search = gtk_search_entry_new ();
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), 100);
  g_object_set (self->search, "placeholder-text", _("Filter decisions and tasks"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Filter decisions and tasks"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->search, GTK_WIDGET (self));
}

static void
mappe_follow_up_filters_init (MappeFollowUpFilters *self)
{
  static const char *const all_bodies[] = { N_("All bodies") };
  static const char *const all_years[] = { N_("All years") };
  static const char *const all_offices[] = { N_("All offices") };

  make_search (self);
  self->drops[CHOICE_STATE] = make_drop (self, CHOICE_STATE, _("Status"), state_names, G_N_ELEMENTS (state_names));
  self->drops[CHOICE_BODY] = make_drop (self, CHOICE_BODY, _("Body"), all_bodies, 1);
  self->drops[CHOICE_YEAR] = make_drop (self, CHOICE_YEAR, _("Year"), all_years, 1);
  self->drops[CHOICE_OFFICE] = make_drop (self, CHOICE_OFFICE, _("Responsible organisation"), all_offices, 1);
  self->drops[CHOICE_PART] = make_drop (self, CHOICE_PART, _("Part"), part_names, G_N_ELEMENTS (part_names));
  self->meeting_chip = gtk_button_new_with_label (_("Only one meeting ✕"));
  gtk_widget_set_tooltip_text (self->meeting_chip, _("Show all meetings again"));
  gtk_widget_set_visible (self->meeting_chip, FALSE);
  g_signal_connect_object (self->meeting_chip, "clicked", G_CALLBACK (chip_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->meeting_chip, GTK_WIDGET (self));
}
