/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-follow-up-list.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-follow-up-text.h"
#include "mappe-scaled.h"
#include "mappe-table-cures.h"

struct _MappeFollowUpList {
  GtkWidget           parent_instance;

  GtkWidget          *scrolled;
  GtkColumnView      *view;
  MappeFollowUpModel *model;
  GtkSingleSelection *selection;
  const MappeKind    *wanted_kind;  /* to be selected when it comes */
  gint64              wanted_id;
  gboolean            taking;
};

G_DEFINE_FINAL_TYPE (MappeFollowUpList, mappe_follow_up_list, GTK_TYPE_WIDGET)

enum { SELECTED, OPENED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- cells --- */

typedef enum { COLUMN_STATE, COLUMN_DUE, COLUMN_NUMBER, COLUMN_TEXT, COLUMN_WHO, COLUMN_ORIGIN, N_COLUMNS } Column;

/* A wording has two lines, and every row the height of two: lists of GTK 4.8 jump when rows differ. */
static GtkWidget *
make_label (Column column)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE,
                                   NULL);

  if (column == COLUMN_TEXT)
    g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", 2, NULL);
  else
    gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = make_label ((Column) GPOINTER_TO_INT (column));
  GtkWidget *box;

  if (GPOINTER_TO_INT (column) != COLUMN_STATE)
    {
      gtk_list_item_set_child (item, label);
      return;
    }
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                               NULL));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_state (GtkWidget *box, const MappeFollowUp *entry)
{
  g_autofree char *spoken = mappe_follow_up_text_spoken (entry);

  mappe_state_show (GTK_IMAGE (gtk_widget_get_first_child (box)), mappe_follow_up_text_state (entry));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), mappe_follow_up_text_word (entry));
  mappe_table_cure_row_name (box, spoken);
}

static char *
cell_text (const MappeFollowUp *entry, Column column)
{
  switch (column)
    {
    case COLUMN_NUMBER:
      return g_strdup (entry->number != NULL ? entry->number : entry->reference);
    case COLUMN_WHO:
      return g_strdup (mappe_follow_up_text_who (entry));
    case COLUMN_DUE:
      return mappe_follow_up_text_due (entry);
    case COLUMN_ORIGIN:
      return mappe_follow_up_text_origin (entry);
    case COLUMN_STATE:
    case COLUMN_TEXT:
    case N_COLUMNS:
    default:
      return g_strdup (entry->text);
    }
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  const MappeFollowUp *entry = mappe_follow_up_object_get (gtk_list_item_get_item (item));
  GtkWidget *child = gtk_list_item_get_child (item);
  g_autofree char *text = NULL;

  if (GPOINTER_TO_INT (column) == COLUMN_STATE)
    {
      bind_state (child, entry);
      return;
    }
  text = cell_text (entry, (Column) GPOINTER_TO_INT (column));
  gtk_label_set_label (GTK_LABEL (child), text);
  if (GPOINTER_TO_INT (column) == COLUMN_TEXT)
    gtk_widget_set_tooltip_text (child, entry->text);
}

/* Least widths in pixels at normal text size; the wording takes what is left. */
static const int widths[N_COLUMNS] = {
  [COLUMN_STATE] = 124, [COLUMN_DUE] = 106, [COLUMN_NUMBER] = 108, [COLUMN_WHO] = 128, [COLUMN_ORIGIN] = 148,
};

static void
fit_columns (MappeFollowUpList *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (self->view), i);

      /* GTK 4.8 keeps the width of a hidden column free. */
      if (!gtk_column_view_column_get_visible (column))
        gtk_column_view_column_set_fixed_width (column, 0);
      else if (i != COLUMN_TEXT)
        gtk_column_view_column_set_fixed_width (column, mappe_scaled (GTK_WIDGET (self), widths[i]));
    }
}

static void
add_column (MappeFollowUpList *self, Column column, const char *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (column));
  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, column == COLUMN_TEXT);
  gtk_column_view_append_column (self->view, view_column);
}

/* --- selection --- */

static void
selected_cb (MappeFollowUpList *self)
{
  if (!self->taking)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
activate_cb (MappeFollowUpList *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

/** mappe_follow_up_list_get_selected: Returns: (transfer none) (nullable): the entry selected */
const MappeFollowUp *
mappe_follow_up_list_get_selected (MappeFollowUpList *self)
{
  gpointer object;

  g_return_val_if_fail (MAPPE_IS_FOLLOW_UP_LIST (self), NULL);
  object = gtk_single_selection_get_selected_item (self->selection);
  return object != NULL ? mappe_follow_up_object_get (object) : NULL;
}

/* The list inside of the column view, which has the rows. */
static GtkWidget *
inner_list (MappeFollowUpList *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      return child;
  return NULL;
}

static void
scroll_to (MappeFollowUpList *self, guint position)
{
  GtkWidget *list = inner_list (self);

  /* The inner list has the action, up to GTK 4.12. */
  if (list != NULL)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

static gboolean
select_wanted (MappeFollowUpList *self)
{
  guint position;

  if (self->wanted_id == 0)
    return FALSE;
  position = mappe_follow_up_model_find (self->model, self->wanted_kind, self->wanted_id);
  if (position == G_MAXUINT)
    return FALSE;
  gtk_single_selection_set_selected (self->selection, position);
  scroll_to (self, position);
  return TRUE;
}

/** mappe_follow_up_list_select: Selects a record as soon as it is in the list. */
void
mappe_follow_up_list_select (MappeFollowUpList *self, const MappeKind *kind, gint64 id)
{
  g_return_if_fail (MAPPE_IS_FOLLOW_UP_LIST (self));
  self->wanted_kind = kind;
  self->wanted_id = id;
  select_wanted (self);
}

/** mappe_follow_up_list_focus: Puts the focus into the list; it goes to a row as soon as there is one. */
void
mappe_follow_up_list_focus (MappeFollowUpList *self)
{
  GtkWidget *list;

  g_return_if_fail (MAPPE_IS_FOLLOW_UP_LIST (self));
  list = inner_list (self);
  if (list != NULL)
    gtk_widget_grab_focus (list);
}

static const MappeFollowUp *
find_entry (GPtrArray *entries, const MappeFollowUp *like)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const MappeFollowUp *entry = g_ptr_array_index (entries, i);

      if (entry->kind == like->kind && entry->id == like->id)
        return entry;
    }
  return NULL;
}

/* Whether an old entry can keep or take the selection: it is still there and was not finished meanwhile. */
static gboolean
want (MappeFollowUpList *self, GPtrArray *entries, guint position)
{
  const MappeFollowUp *old = g_ptr_array_index (mappe_follow_up_model_get_entries (self->model), position);
  const MappeFollowUp *now = find_entry (entries, old);

  if (now == NULL || (now->finished && !old->finished))
    return FALSE;
  self->wanted_kind = now->kind;
  self->wanted_id = now->id;
  return TRUE;
}

/* What was finished or has left the list hands the selection to what followed it, else to what came before, so that
 * one after the other can be dealt with. */
static void
choose_wanted (MappeFollowUpList *self, GPtrArray *entries)
{
  guint n = mappe_follow_up_model_get_entries (self->model)->len;
  guint selected = gtk_single_selection_get_selected (self->selection);

  for (guint i = selected; i < n; i++)
    if (want (self, entries, i))
      return;
  for (guint i = MIN (selected, n); i > 0; i--)
    if (want (self, entries, i - 1))
      return;
}

/**
 * mappe_follow_up_list_take:
 * @entries: (transfer full) (element-type MappeFollowUp): what is listed from now on
 *
 * Keeps the selection by record. The focus stays with it.
 */
void
mappe_follow_up_list_take (MappeFollowUpList *self, GPtrArray *entries)
{
  gboolean had_focus;

  g_return_if_fail (MAPPE_IS_FOLLOW_UP_LIST (self));
  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->view)) != NULL;
  choose_wanted (self, entries);
  self->taking = TRUE;
  mappe_follow_up_model_set_entries (self->model, entries);
  select_wanted (self);
  self->taking = FALSE;
  g_signal_emit (self, signals[SELECTED], 0);
  if (had_focus)
    mappe_follow_up_list_focus (self);
}

/** mappe_follow_up_list_get_model: Returns: (transfer none): what is listed */
MappeFollowUpModel *
mappe_follow_up_list_get_model (MappeFollowUpList *self)
{
  g_return_val_if_fail (MAPPE_IS_FOLLOW_UP_LIST (self), NULL);
  return self->model;
}

/** mappe_follow_up_list_set_narrow: @narrow: whether the wording needs the room of the column "meeting" */
void
mappe_follow_up_list_set_narrow (MappeFollowUpList *self, gboolean narrow)
{
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_return_if_fail (MAPPE_IS_FOLLOW_UP_LIST (self));
  column = g_list_model_get_item (gtk_column_view_get_columns (self->view), COLUMN_ORIGIN);
  gtk_column_view_column_set_visible (column, !narrow);
  fit_columns (self);
}

/* --- GObject --- */

static void
mappe_follow_up_list_dispose (GObject *object)
{
  MappeFollowUpList *self = MAPPE_FOLLOW_UP_LIST (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (mappe_follow_up_list_parent_class)->dispose (object);
}

static void
mappe_follow_up_list_class_init (MappeFollowUpListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_follow_up_list_dispose;
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
mappe_follow_up_list_init (MappeFollowUpList *self)
{
  self->model = mappe_follow_up_model_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (self->selection)));
  gtk_widget_add_css_class (GTK_WIDGET (self), "mappe-table");
  gtk_widget_add_css_class (GTK_WIDGET (self), "two-lines");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Decisions and tasks"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  add_column (self, COLUMN_STATE, _("Status"));
  add_column (self, COLUMN_DUE, _("Due on"));
  add_column (self, COLUMN_NUMBER, _("Number"));
  add_column (self, COLUMN_TEXT, _("Wording"));
  add_column (self, COLUMN_WHO, _("Responsible"));
  add_column (self, COLUMN_ORIGIN, _("Meeting"));
  mappe_scaled_follow (GTK_WIDGET (self), G_CALLBACK (fit_columns));
  mappe_follow_up_list_set_narrow (self, TRUE);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  mappe_table_cure_scrolling (GTK_SCROLLED_WINDOW (self->scrolled));
  mappe_table_cure_tab (GTK_SCROLLED_WINDOW (self->scrolled));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}
