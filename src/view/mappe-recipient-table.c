/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-recipient-table.h"

#include <glib/gi18n.h>

#include "mappe-focus-child.h"
#include "mappe-recipients.h"
#include "mappe-scaled.h"
#include "mappe-table-cures.h"

enum { NAME, FUNCTION, VOTING, CHANNEL, ADDRESS, REPLY, NOTE, N_COLUMNS };

static const struct {
  const char *title;
  int         width;
  gboolean    expand;
} columns[N_COLUMNS] = {
  [NAME] = { N_("Name"), 150, TRUE },       [FUNCTION] = { N_("Function"), 130, FALSE },
  [VOTING] = { N_("Votes"), 60, FALSE },    [CHANNEL] = { N_("Channel"), 80, FALSE },
  [ADDRESS] = { N_("Address"), 150, TRUE }, [REPLY] = { N_("Reply"), 136, FALSE },
  [NOTE] = { N_("Note"), 110, FALSE },
};

/* --- one recipient: emits "changed" when other texts are there --- */

#define RECIPIENT_TYPE_LINE (recipient_line_get_type ())
G_DECLARE_FINAL_TYPE (RecipientLine, recipient_line, RECIPIENT, LINE, GObject)

struct _RecipientLine {
  GObject  parent_instance;

  gint64   person;   /* 0: a guest */
  gboolean replies;  /* a member */
  char    *texts[N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (RecipientLine, recipient_line, G_TYPE_OBJECT)

static guint line_changed;

static void
recipient_line_finalize (GObject *object)
{
  RecipientLine *self = RECIPIENT_LINE (object);

  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (recipient_line_parent_class)->finalize (object);
}

static void
recipient_line_class_init (RecipientLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = recipient_line_finalize;
  line_changed = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
recipient_line_init (RecipientLine *self)
{
}

static void
fill_line (RecipientLine *self, const MappeSitting *sitting, const MappeRecipient *recipient)
{
  const MappeParticipant *member = recipient->kind == MAPPE_RECIPIENT_MEMBER ? recipient->participant : NULL;

  for (guint i = 0; i < N_COLUMNS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  self->person = recipient->person;
  self->replies = member != NULL;
  self->texts[NAME] = g_strdup (recipient->name);
  self->texts[FUNCTION] = g_strdup (recipient->function);
  self->texts[VOTING] = g_strdup (recipient->voting ? _("yes") : _("no"));
  self->texts[CHANNEL] = g_strdup (mappe_sitting_code (sitting, "pack_channel", recipient->channel, NULL));
  self->texts[ADDRESS] = mappe_recipient_send_to (recipient);
  self->texts[REPLY] = g_strdup (member != NULL ? mappe_sitting_code (sitting, "attendance_status", member->status,
                                                                      NULL) : "");
  self->texts[NOTE] = mappe_recipient_words (recipient);
  g_signal_emit (self, line_changed, 0);
}

/* --- table --- */

struct _MappeRecipientTable {
  AdwBin              parent_instance;

  GListStore         *lines;
  GtkSingleSelection *selection;
  GtkColumnView      *view;
  GtkScrolledWindow  *scroller;
  gboolean            filling;
};

G_DEFINE_FINAL_TYPE (MappeRecipientTable, mappe_recipient_table, ADW_TYPE_BIN)

enum { REPLIED, OPENED, CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
show_text (GtkListItem *item)
{
  RecipientLine *line = gtk_list_item_get_item (item);
  GtkInscription *cell = GTK_INSCRIPTION (gtk_list_item_get_child (item));
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "column"));

  if (line == NULL)
    return;
  gtk_inscription_set_text (cell, line->texts[column]);
  gtk_widget_set_tooltip_text (GTK_WIDGET (cell), *line->texts[column] != '\0' ? line->texts[column] : NULL);
  if (column == NAME)
    {
      g_autofree char *name = g_strdup_printf ("%s, %s, %s", line->texts[NAME], line->texts[FUNCTION],
                                               line->texts[REPLY]);

      mappe_table_cure_row_name (GTK_WIDGET (cell), name);
    }
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_min_lines (GTK_INSCRIPTION (cell), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (cell), 1);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 0);
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  if (GPOINTER_TO_UINT (column) == NAME)
    gtk_widget_add_css_class (cell, "table-title");
  g_object_set_data (G_OBJECT (cell), "column", column);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  show_text (item);
  g_signal_connect_object (gtk_list_item_get_item (item), "changed", G_CALLBACK (show_text), item,
                           G_CONNECT_SWAPPED);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_text, item);
}

static void
fit_columns (MappeRecipientTable *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (self->view), i);

      gtk_column_view_column_set_fixed_width (column, mappe_scaled (GTK_WIDGET (self), columns[i].width));
    }
}

static void
add_column (MappeRecipientTable *self, guint i)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (i));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  column = gtk_column_view_column_new (_(columns[i].title), factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, columns[i].expand);
  gtk_column_view_append_column (self->view, column);
}

/**
 * mappe_recipient_table_reply:
 * @status: code of the list attendance_status
 *
 * Puts down a reply of the selected member and goes on to the next.
 */
void
mappe_recipient_table_reply (MappeRecipientTable *self, const char *status)
{
  RecipientLine *line = gtk_single_selection_get_selected_item (self->selection);
  guint next = gtk_single_selection_get_selected (self->selection) + 1;

  if (line == NULL || !line->replies)
    return;
  g_signal_emit (self, signals[REPLIED], 0, line->person, status);
  if (next < g_list_model_get_n_items (G_LIST_MODEL (self->lines)))
    {
      GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

      gtk_widget_activate_action (list, "list.select-item", "(ubb)", next, FALSE, FALSE);
      /* Selecting leaves the focus behind, and Enter would open the row before. */
      if (gtk_widget_get_focus_child (list) != NULL)
        gtk_widget_child_focus (list, GTK_DIR_DOWN);
    }
}

static gboolean
key_cb (MappeRecipientTable *self, guint keyval, guint keycode, GdkModifierType state)
{
  const char *status = keyval == GDK_KEY_a   ? "accepted"
                       : keyval == GDK_KEY_d ? "declined"
                       : keyval == GDK_KEY_n ? "no_reply" : NULL;

  if (status == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  mappe_recipient_table_reply (self, status);
  return GDK_EVENT_STOP;
}

static void
activate_cb (MappeRecipientTable *self, guint position)
{
  g_autoptr (RecipientLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);

  if (line != NULL && line->person > 0)
    g_signal_emit (self, signals[OPENED], 0, line->person);
}

static void
selected_cb (MappeRecipientTable *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (!self->filling && position != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[CHOSEN], 0, position);
}

static gboolean
mappe_recipient_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (MAPPE_RECIPIENT_TABLE (widget)->view), GTK_DIR_TAB_FORWARD);
}

static void
mappe_recipient_table_finalize (GObject *object)
{
  g_clear_object (&MAPPE_RECIPIENT_TABLE (object)->lines);
  G_OBJECT_CLASS (mappe_recipient_table_parent_class)->finalize (object);
}

static void
mappe_recipient_table_class_init (MappeRecipientTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mappe_recipient_table_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = mappe_recipient_table_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = mappe_focus_child;
  signals[REPLIED] = g_signal_new ("reply", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
mappe_recipient_table_init (MappeRecipientTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->lines = g_list_store_new (RECIPIENT_TYPE_LINE);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (self->selection)));
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  for (guint i = 0; i < N_COLUMNS; i++)
    add_column (self, i);
  fit_columns (self);
  mappe_scaled_follow (GTK_WIDGET (self), G_CALLBACK (fit_columns));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Recipients"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self), "mappe-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->scroller), "list-room");
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));
  mappe_table_cure_scrolling (self->scroller);
  mappe_table_cure_tab (self->scroller);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), keys);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mappe_recipient_table_set:
 * @recipients: (element-type MappeRecipient): who to show
 *
 * Lines are refilled in place, so that selection, focus and scroll position stay.
 */
void
mappe_recipient_table_set (MappeRecipientTable *self, const MappeSitting *sitting, GPtrArray *recipients)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));

  self->filling = TRUE;
  if (n > recipients->len)
    g_list_store_splice (self->lines, recipients->len, n - recipients->len, NULL, 0);
  for (guint i = 0; i < recipients->len; i++)
    {
      g_autoptr (RecipientLine) line = i < n ? g_list_model_get_item (G_LIST_MODEL (self->lines), i)
                                             : g_object_new (RECIPIENT_TYPE_LINE, NULL);

      fill_line (line, sitting, g_ptr_array_index (recipients, i));
      if (i >= n)
        g_list_store_append (self->lines, line);
    }
  self->filling = FALSE;
}
