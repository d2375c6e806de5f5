/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-outcomes-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-feedback.h"
#include "mappe-focus-child.h"
#include "mappe-outcome-print.h"
#include "mappe-outcome-report.h"
#include "mappe-outcome-row.h"
#include "mappe-text.h"
#include "mappe-wrap-layout.h"

#define WIDEST 1100
#define FIRST_ROWS 20   /* more than a window shows */
#define MORE_ROWS 12    /* at a time, so that no key waits for them */

/* The first line of each drop-down asks for all. */
typedef enum { CHOICE_PROJECT, CHOICE_AREA, CHOICE_YEAR, N_CHOICES } Choice;

struct _MappeOutcomesList {
  AdwBin parent_instance;

  MappeStore   *store;
  GCancellable *cancellable;
  guint         refresh_id;
  gboolean      stale;     /* something changed since they were read */
  GPtrArray    *all;       /* NULL until they are read */
  GPtrArray    *entries;   /* those shown, in their order; borrowed from @all */
  GHashTable   *rows;      /* MappeOutcomeEntry → its GtkListBoxRow, as soon as it was shown */
  guint         rows_id;
  gint64        wanted;    /* measure to select as soon as it is listed */
  gboolean      filling;
  gboolean      want_focus;  /* as soon as there is something to focus */

  GtkWidget    *search;
  GtkWidget    *drops[N_CHOICES];
  GArray       *ids[N_CHOICES];
  GtkWidget    *sort;
  GtkLabel     *summary;
  GtkStack     *stack;
  GtkListBox   *list;
  AdwStatusPage *empty;
};

G_DEFINE_FINAL_TYPE (MappeOutcomesList, mappe_outcomes_list, ADW_TYPE_BIN)

enum { OPENED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- filter and order --- */

static gint64
chosen (MappeOutcomesList *self, Choice choice)
{
  guint line = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drops[choice]));

  return line < self->ids[choice]->len ? g_array_index (self->ids[choice], gint64, line) : 0;
}

static gboolean
matches (MappeOutcomesList *self, const MappeOutcomeEntry *entry, char **words)
{
  gint64 project = chosen (self, CHOICE_PROJECT), area = chosen (self, CHOICE_AREA);
  int year = (int) chosen (self, CHOICE_YEAR);

  if ((project > 0 && entry->project_id != project) || (area > 0 && entry->area_id != area)
      || (year > 0 && (year < entry->first_year || year > entry->last_year)))
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (entry->text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static int
compare_texts (const char *one, const char *other)
{
  g_autofree char *key = one != NULL ? mappe_text_sort_key (one, MAPPE_SORT_DIN_5007_1) : NULL;
  g_autofree char *other_key = other != NULL ? mappe_text_sort_key (other, MAPPE_SORT_DIN_5007_1) : NULL;

  /* What has no name comes last. */
  if (key == NULL || other_key == NULL)
    return (key == NULL) - (other_key == NULL);
  return strcmp (key, other_key);
}

/* The order of directions puts first what asks for a look. */
static int
rank_of (const MappeOutcomeEntry *entry)
{
  static const int ranks[MAPPE_DIRECTION_N] = {
    [MAPPE_DIRECTION_WORSE] = 0, [MAPPE_DIRECTION_MISSED] = 1, [MAPPE_DIRECTION_NOT_SHOWN] = 2,
    [MAPPE_DIRECTION_CHANGED] = 3, [MAPPE_DIRECTION_BETTER] = 4, [MAPPE_DIRECTION_REACHED] = 5,
    [MAPPE_DIRECTION_TOO_LITTLE] = 6, [MAPPE_DIRECTION_DONE] = 7,
  };

  return ranks[entry->direction];
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const MappeOutcomeEntry *one = *(MappeOutcomeEntry *const *) a, *other = *(MappeOutcomeEntry *const *) b;
  int result = 0;

  switch ((MappeOutcomesSort) GPOINTER_TO_UINT (data))
    {
    case MAPPE_OUTCOMES_BY_PROJECT: result = compare_texts (one->project, other->project); break;
    case MAPPE_OUTCOMES_BY_DIRECTION: result = rank_of (one) - rank_of (other); break;
    case MAPPE_OUTCOMES_BY_LEVEL: result = other->level - one->level; break;
    case MAPPE_OUTCOMES_BY_START: result = other->first_year - one->first_year; break;
    case MAPPE_OUTCOMES_BY_TITLE:
    default: break;
    }
  return result != 0 ? result : compare_texts (one->title, other->title);
}

/* --- filling --- */

static void
empty_list (MappeOutcomesList *self)
{
  GtkWidget *row;

  g_hash_table_remove_all (self->rows);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);
}

/* A row keeps its entry and its place among those shown, so that a filter builds nothing anew. */
static const MappeOutcomeEntry *
entry_of (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "entry") : NULL;
}

/* From 1; 0: it is not shown. */
static guint
place_of (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "place"));
}

static void
set_place (gpointer row, guint place)
{
  g_object_set_data (G_OBJECT (row), "place", GUINT_TO_POINTER (place));
}

static gboolean
is_shown (GtkListBoxRow *row, gpointer data)
{
  return place_of (row) > 0;
}

static int
compare_rows (GtkListBoxRow *one, GtkListBoxRow *other, gpointer data)
{
  return (int) place_of (one) - (int) place_of (other);
}

/* The row at @place, from 0, of those shown; made if nobody saw it yet. */
static GtkListBoxRow *
take_row (MappeOutcomesList *self, guint place)
{
  MappeOutcomeEntry *entry = g_ptr_array_index (self->entries, place);
  GtkWidget *row = g_hash_table_lookup (self->rows, entry);

  if (row != NULL)
    return GTK_LIST_BOX_ROW (row);
  row = mappe_outcome_row_new (entry);
  g_object_set_data (G_OBJECT (row), "entry", entry);
  set_place (row, place + 1);
  g_hash_table_insert (self->rows, entry, row);
  gtk_list_box_append (self->list, row);
  return GTK_LIST_BOX_ROW (row);
}

/* Returns: (transfer none) (nullable): the row that shows @measure, or with 0 the first one */
static GtkListBoxRow *
find_row (MappeOutcomesList *self, gint64 measure)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (measure == 0 || ((MappeOutcomeEntry *) g_ptr_array_index (self->entries, i))->measure == measure)
      return take_row (self, i);
  return NULL;
}

/* Makes @n rows that are still missing, from the top. Returns: whether all are there */
static gboolean
make_rows (MappeOutcomesList *self, guint n)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (!g_hash_table_contains (self->rows, g_ptr_array_index (self->entries, i)))
      {
        if (n-- == 0)
          return FALSE;
        take_row (self, i);
      }
  return TRUE;
}

static gboolean
more_rows_cb (gpointer data)
{
  MappeOutcomesList *self = data;

  if (!make_rows (self, MORE_ROWS))
    return G_SOURCE_CONTINUE;
  self->rows_id = 0;
  return G_SOURCE_REMOVE;
}

/* Rows that were there move; the others come from the top down, the first ones at once. */
static void
place_rows (MappeOutcomesList *self)
{
  GHashTableIter rows;
  gpointer row;

  g_hash_table_iter_init (&rows, self->rows);
  while (g_hash_table_iter_next (&rows, NULL, &row))
    set_place (row, 0);
  for (guint i = 0; i < self->entries->len; i++)
    {
      row = g_hash_table_lookup (self->rows, g_ptr_array_index (self->entries, i));
      if (row != NULL)
        set_place (row, i + 1);
    }
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_sort (self->list);
  if (!make_rows (self, FIRST_ROWS) && self->rows_id == 0)
    self->rows_id = g_idle_add_full (G_PRIORITY_LOW, more_rows_cb, self, NULL);
}

static void
select_wanted (MappeOutcomesList *self)
{
  GtkListBoxRow *row = self->wanted > 0 ? find_row (self, self->wanted) : NULL;

  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
}

static void
show_summary (MappeOutcomesList *self)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%1$u of %2$u measure", "%1$u of %2$u measures", self->all->len),
                                           self->entries->len, self->all->len);

  gtk_label_set_label (self->summary, text);
  adw_status_page_set_title (self->empty, self->all->len > 0 ? _("Nothing found") : _("No outcomes yet"));
  adw_status_page_set_description (self->empty,
                                   self->all->len > 0
                                       ? _("No measure fits the filter.")
                                       : _("As soon as a measure has an indicator or goals, what its figures say "
                                           "appears here, and what they do not say."));
  gtk_stack_set_visible_child_name (self->stack, self->entries->len > 0 ? "list" : "empty");
}

static void
fill (MappeOutcomesList *self)
{
  g_autofree char *folded = mappe_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GtkListBoxRow *selected;

  if (self->all == NULL)
    return;
  g_ptr_array_set_size (self->entries, 0);
  for (guint i = 0; i < self->all->len; i++)
    if (matches (self, g_ptr_array_index (self->all, i), words))
      g_ptr_array_add (self->entries, g_ptr_array_index (self->all, i));
  g_ptr_array_sort_with_data (self->entries, compare,
                              GUINT_TO_POINTER (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sort))));
  place_rows (self);
  select_wanted (self);
  self->wanted = 0;
  /* What is out of sight is not selected. */
  selected = gtk_list_box_get_selected_row (self->list);
  if (selected != NULL && place_of (selected) == 0)
    gtk_list_box_unselect_row (self->list, selected);
  show_summary (self);
}

static void
refill (MappeOutcomesList *self)
{
  if (!self->filling)
    fill (self);
}

/* --- what the drop-downs offer --- */

static void
add_line (MappeOutcomesList *self, Choice choice, gint64 id, const char *name)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (self->drops[choice])));
  guint place = 1;

  if (id == 0 || name == NULL)
    return;
  for (guint i = 1; i < self->ids[choice]->len; i++)
    {
      if (g_array_index (self->ids[choice], gint64, i) == id)
        return;
      /* The newest year first, names by alphabet. */
      if (choice == CHOICE_YEAR ? id < g_array_index (self->ids[choice], gint64, i)
                                : compare_texts (gtk_string_list_get_string (list, i), name) <= 0)
        place = i + 1;
    }
  gtk_string_list_splice (list, place, 0, (const char *const[]) { name, NULL });
  g_array_insert_val (self->ids[choice], place, id);
}

static void
offer (MappeOutcomesList *self)
{
  gint64 before[N_CHOICES];

  self->filling = TRUE;
  for (guint i = 0; i < N_CHOICES; i++)
    {
      GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (self->drops[i])));

      before[i] = chosen (self, i);
      gtk_string_list_splice (list, 1, g_list_model_get_n_items (G_LIST_MODEL (list)) - 1, NULL);
      g_array_set_size (self->ids[i], 1);
    }
  for (guint i = 0; i < self->all->len; i++)
    {
      const MappeOutcomeEntry *entry = g_ptr_array_index (self->all, i);

      add_line (self, CHOICE_PROJECT, entry->project_id, entry->project);
      add_line (self, CHOICE_AREA, entry->area_id, entry->area);
      for (int year = entry->first_year; year > 0 && year <= entry->last_year; year++)
        {
          g_autofree char *name = g_strdup_printf ("%d", year);

          add_line (self, CHOICE_YEAR, year, name);
        }
    }
  for (guint i = 0; i < N_CHOICES; i++)
    for (guint k = 0; k < self->ids[i]->len; k++)
      if (g_array_index (self->ids[i], gint64, k) == before[i])
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drops[i]), k);
  self->filling = FALSE;
}

/* --- reading --- */

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeOutcomesList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = mappe_outcome_entries_finish (MAPPE_STORE (source), result, &error);
  gboolean focused;

  if (self->list == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (all == NULL)
    {
      mappe_feedback_error (GTK_WIDGET (self), error, _("The outcomes could not be listed"));
      return;
    }
  focused = (gtk_widget_get_state_flags (GTK_WIDGET (self->list)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  if (self->wanted == 0)
    self->wanted = mappe_outcomes_list_get_selected (self);
  g_ptr_array_set_size (self->entries, 0);
  empty_list (self);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  self->all = g_steal_pointer (&all);
  offer (self);
  fill (self);
  if (self->want_focus || focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->want_focus = FALSE;
}

static gboolean
refresh_cb (gpointer data)
{
  MappeOutcomesList *self = data;

  self->refresh_id = 0;
  self->stale = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  mappe_outcome_entries_async (self->store, self->cancellable, listed_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* All measures are reckoned anew: only for somebody who looks. */
static void
read_stale (MappeOutcomesList *self)
{
  if (self->stale && self->refresh_id == 0)
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
changed_cb (MappeOutcomesList *self, GArray *touched)
{
  self->stale = self->stale || mappe_outcome_report_concerns (touched);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_stale (self);
}

/* --- for the page --- */

static void
activated_cb (MappeOutcomesList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[OPENED], 0, entry_of (row)->measure);
}

/** mappe_outcomes_list_get_entries: Returns: (transfer none) (element-type MappeOutcomeEntry): what is listed now */
GPtrArray *
mappe_outcomes_list_get_entries (MappeOutcomesList *self)
{
  g_return_val_if_fail (MAPPE_IS_OUTCOMES_LIST (self), NULL);
  return self->entries;
}

/** mappe_outcomes_list_is_loaded: Returns: whether the measures are read */
gboolean
mappe_outcomes_list_is_loaded (MappeOutcomesList *self)
{
  g_return_val_if_fail (MAPPE_IS_OUTCOMES_LIST (self), FALSE);
  return self->all != NULL;
}

/** mappe_outcomes_list_filter: @project, @area: ids; 0 for all; @year: 0 for all; @text: (nullable): part of words */
void
mappe_outcomes_list_filter (MappeOutcomesList *self, gint64 project, gint64 area, int year, const char *text)
{
  const gint64 wanted[N_CHOICES] = { project, area, year };

  g_return_if_fail (MAPPE_IS_OUTCOMES_LIST (self));
  self->filling = TRUE;
  for (guint i = 0; i < N_CHOICES; i++)
    for (guint k = 0; k < self->ids[i]->len; k++)
      if (g_array_index (self->ids[i], gint64, k) == wanted[i])
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drops[i]), k);
  gtk_editable_set_text (GTK_EDITABLE (self->search), text != NULL ? text : "");
  self->filling = FALSE;
  fill (self);
}

/** mappe_outcomes_list_sort: Sorts the list anew. */
void
mappe_outcomes_list_sort (MappeOutcomesList *self, MappeOutcomesSort sort)
{
  g_return_if_fail (MAPPE_IS_OUTCOMES_LIST (self));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->sort), sort);
}

/** mappe_outcomes_list_select: @measure: id; selected as soon as it is listed */
void
mappe_outcomes_list_select (MappeOutcomesList *self, gint64 measure)
{
  g_return_if_fail (MAPPE_IS_OUTCOMES_LIST (self));
  self->wanted = measure;
  if (self->all != NULL)
    select_wanted (self);
}

/** mappe_outcomes_list_get_selected: Returns: id of the measure selected, or 0 */
gint64
mappe_outcomes_list_get_selected (MappeOutcomesList *self)
{
  const MappeOutcomeEntry *entry;

  g_return_val_if_fail (MAPPE_IS_OUTCOMES_LIST (self), 0);
  entry = entry_of (gtk_list_box_get_selected_row (self->list));
  return entry != NULL ? entry->measure : 0;
}

/* "12 of 40 measures · Schlossgarten · 2024 · “light”": a page must tell what it leaves out. */
static char *
words_of_choice (MappeOutcomesList *self)
{
  g_autoptr (GString) words = g_string_new (gtk_label_get_label (self->summary));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  for (guint i = 0; i < N_CHOICES; i++)
    {
      GtkStringObject *line = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->drops[i]));

      if (chosen (self, i) > 0 && line != NULL)
        g_string_append_printf (words, " · %s", gtk_string_object_get_string (line));
    }
  if (*text != '\0')
    /* Translators: what was typed into the filter of a list */
    g_string_append_printf (words, _(" · “%s”"), text);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/** mappe_outcomes_list_get_selection: Returns: (transfer full) (nullable): what is listed; %NULL until it is read */
MappeOutcomeSelection *
mappe_outcomes_list_get_selection (MappeOutcomesList *self)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (MAPPE_IS_OUTCOMES_LIST (self), NULL);
  if (self->all == NULL)
    return NULL;
  words = words_of_choice (self);
  return mappe_outcome_selection_new (self->all, self->entries, words);
}

/** mappe_outcomes_list_print: Prints what is listed now, in this order. */
void
mappe_outcomes_list_print (MappeOutcomesList *self)
{
  g_autoptr (MappeOutcomeSelection) selection = mappe_outcomes_list_get_selection (self);

  if (selection != NULL)
    mappe_outcome_print_list (GTK_WIDGET (self), selection);
}

/** mappe_outcomes_list_focus_filter: Puts the focus into the search. */
void
mappe_outcomes_list_focus_filter (MappeOutcomesList *self)
{
  g_return_if_fail (MAPPE_IS_OUTCOMES_LIST (self));
  gtk_widget_grab_focus (self->search);
}

/* --- GObject --- */

static gboolean
mappe_outcomes_list_grab_focus (GtkWidget *widget)
{
  MappeOutcomesList *self = MAPPE_OUTCOMES_LIST (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  self->want_focus = self->all == NULL;
  if (row == NULL)
    row = find_row (self, 0);
  return row != NULL ? gtk_widget_grab_focus (GTK_WIDGET (row)) : gtk_widget_grab_focus (self->search);
}

static void
mappe_outcomes_list_dispose (GObject *object)
{
  MappeOutcomesList *self = MAPPE_OUTCOMES_LIST (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->rows_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->filling = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->list = NULL;
  G_OBJECT_CLASS (mappe_outcomes_list_parent_class)->dispose (object);
}

static void
mappe_outcomes_list_finalize (GObject *object)
{
  MappeOutcomesList *self = MAPPE_OUTCOMES_LIST (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_hash_table_unref (self->rows);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  for (guint i = 0; i < N_CHOICES; i++)
    g_array_unref (self->ids[i]);
  G_OBJECT_CLASS (mappe_outcomes_list_parent_class)->finalize (object);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mappe_outcomes_list_print (MAPPE_OUTCOMES_LIST (widget));
}

static void
mappe_outcomes_list_class_init (MappeOutcomesListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_outcomes_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_outcomes_list_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = mappe_outcomes_list_grab_focus;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "outcomes.print", NULL, print_action);
  GTK_WIDGET_CLASS (klass)->focus = mappe_focus_child;
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
}

static GtkWidget *
drop_new (MappeOutcomesList *self, const char *name, const char *const *lines)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GtkWidget *drop;

  for (guint i = 0; lines[i] != NULL; i++)
    gtk_string_list_append (list, _(lines[i]));
  drop = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (list)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (drop, name);
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  return drop;
}

static GtkWidget *
print_button_new (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-print-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "outcomes.print");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Print (Ctrl+P)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Print (Ctrl+P)"), -1);
  return button;
}

static GtkWidget *
make_bar (MappeOutcomesList *self)
{
  static const char *const alls[N_CHOICES][2] = { { N_("All projects") }, { N_("All areas") }, { N_("All years") } };
  static const char *const names[N_CHOICES] = { N_("Project"), N_("Area"), N_("Year") };
  static const char *const orders[] = { N_("By project"), N_("By measure"), N_("By direction"), N_("By evidence"),
                                        N_("By start, newest first"), NULL };
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (bar, mappe_wrap_layout_new ());
  g_object_set (bar, "margin-start", 12, "margin-end", 12, "margin-top", 6, "margin-bottom", 6, NULL);
  self->search = gtk_search_entry_new ();
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), 100);
  g_object_set (self->search, "placeholder-text", _("Filter outcomes"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filter outcomes"),
                                  -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), self->search);
  for (guint i = 0; i < N_CHOICES; i++)
    {
      self->ids[i] = g_array_new (FALSE, TRUE, sizeof (gint64));
      g_array_set_size (self->ids[i], 1);
      self->drops[i] = drop_new (self, _(names[i]), alls[i]);
      gtk_box_append (GTK_BOX (bar), self->drops[i]);
    }
  self->sort = drop_new (self, _("Order"), orders);
  gtk_box_append (GTK_BOX (bar), self->sort);
  gtk_box_append (GTK_BOX (bar), print_button_new ());
  return bar;
}

static void
make_stack (MappeOutcomesList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_SINGLE);
  gtk_list_box_set_filter_func (self->list, is_shown, NULL, NULL);
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  g_object_set (self->list, "margin-start", 12, "margin-end", 12, "margin-top", 6, "margin-bottom", 12, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Outcomes"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  self->empty = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->empty, "power-profile-balanced-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "compact");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, adw_bin_new (), "wait");
  gtk_stack_add_named (self->stack, scroller, "list");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty), "empty");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
}

static void
mappe_outcomes_list_init (MappeOutcomesList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->entries = g_ptr_array_new ();
  self->rows = g_hash_table_new (NULL, NULL);
  self->filling = TRUE;
  gtk_box_append (GTK_BOX (box), make_bar (self));
  make_stack (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->summary, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "caption");
  g_object_set (self->summary, "margin-start", 12, "margin-top", 4, "margin-bottom", 4, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  adw_bin_set_child (ADW_BIN (self), box);
  self->filling = FALSE;
}

/** mappe_outcomes_list_new: Returns: (transfer floating): the list of all measures that can be evaluated */
GtkWidget *
mappe_outcomes_list_new (MappeStore *store)
{
  MappeOutcomesList *self = g_object_new (MAPPE_TYPE_OUTCOMES_LIST, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (read_stale), NULL);
  self->stale = TRUE;
  return GTK_WIDGET (self);
}
