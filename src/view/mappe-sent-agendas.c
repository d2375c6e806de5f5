/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sent-agendas.h"

#include <glib/gi18n.h>

#include "mappe-agenda-changes.h"
#include "mappe-agenda-version.h"
#include "mappe-date.h"
#include "mappe-feedback.h"
#include "mappe-invitation.h"
#include "mappe-paper-view.h"
#include "mappe-writers.h"

#define LIST_WIDTH 240

struct _MappeSentAgendas {
  AdwBin          parent_instance;

  MappeStore     *store;
  MappeSitting   *sitting;
  GCancellable   *cancellable;
  GPtrArray      *agendas;     /* (element-type MappeNode): those read so far, oldest first */
  guint           shown;       /* number of the version that is shown */
  GtkStack       *stack;
  GtkListBox     *list;
  GtkLabel       *difference;
  MappePaperView *paper;
};

G_DEFINE_FINAL_TYPE (MappeSentAgendas, mappe_sent_agendas, ADW_TYPE_BIN)

/* --- one version --- */

static const MappeNode *
agenda_at (MappeSentAgendas *self, guint i)
{
  return i < self->agendas->len ? g_ptr_array_index (self->agendas, i) : NULL;
}

/* What changed towards the version before. */
static void
show_difference (MappeSentAgendas *self)
{
  const MappeNode *later = agenda_at (self, self->shown);
  const MappeNode *earlier = self->shown > 0 ? agenda_at (self, self->shown - 1) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) changes = earlier != NULL && later != NULL ? mappe_agenda_compare (earlier, later) : NULL;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      g_autofree char *words = mappe_agenda_change_words (g_ptr_array_index (changes, i), NULL);

      g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", words);
    }
  gtk_label_set_label (self->difference, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->difference), text->len > 0);
}

static MappeNode *
copy (const MappeNode *agenda)
{
  g_autoptr (GBytes) xml = mappe_write_xml (agenda, NULL);

  return xml != NULL ? mappe_read_xml (xml, NULL) : NULL;
}

static void
show_version (MappeSentAgendas *self)
{
  const MappeNode *agenda = agenda_at (self, self->shown);

  if (agenda == NULL)
    return;
  mappe_paper_view_set_document (self->paper, copy (agenda));
  show_difference (self);
}

static void
selected_cb (MappeSentAgendas *self, GtkListBoxRow *row)
{
  if (row == NULL)
    return;
  self->shown = (guint) gtk_list_box_row_get_index (row);
  show_version (self);
}

/* --- reading them, one after the other --- */

static void read_next (MappeSentAgendas *self);

static void
blob_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeSentAgendas) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) xml = mappe_store_blob_finish (MAPPE_STORE (source), result, &error);
  MappeNode *agenda = xml != NULL ? mappe_read_xml (xml, &error) : NULL;

  if (agenda == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        mappe_feedback_error (GTK_WIDGET (self), error, _("A sent agenda could not be read"));
      return;
    }
  g_ptr_array_add (self->agendas, agenda);
  if (self->agendas->len - 1 == self->shown)
    show_version (self);
  read_next (self);
}

static void
read_next (MappeSentAgendas *self)
{
  const MappeRow *version = self->agendas->len < self->sitting->versions->len
                                ? g_ptr_array_index (self->sitting->versions, self->agendas->len) : NULL;
  const char *hash = version != NULL ? mappe_row_get_text (version, MAPPE_AGENDA_VERSION_CONTENT) : NULL;

  if (hash != NULL)
    mappe_store_blob_async (self->store, hash, self->cancellable, blob_cb, g_object_ref (self));
}

/* --- list --- */

static guint
count_recipients (const MappeSitting *sitting, gint64 version)
{
  guint n = 0;

  for (guint i = 0; i < sitting->invitations->len; i++)
    n += mappe_row_get_int (g_ptr_array_index (sitting->invitations, i), MAPPE_INVITATION_AGENDA_VERSION) == version;
  return n;
}

static GtkWidget *
build_row (const MappeSitting *sitting, const MappeRow *version, guint i)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = mappe_date_format (mappe_row_get_text (version, MAPPE_AGENDA_VERSION_SENT_ON));
  const char *reason = mappe_row_get_text (version, MAPPE_AGENDA_VERSION_REASON);
  guint n = count_recipients (sitting, version->id);
  /* Translators: %s is a day */
  g_autofree char *title = i == 0 ? g_strdup_printf (_("Invitation, %s"), day)
                                  /* Translators: number of the supplement, day */
                                  : g_strdup_printf (_("Supplement %u, %s"), i, day);
  g_autofree char *to = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "to %u person", "to %u people", n), n);
  g_autofree char *subtitle = g_strconcat (to, reason != NULL ? " · " : "", reason, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
fill_list (MappeSentAgendas *self)
{
  GtkWidget *child;
  guint shown = self->shown;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < self->sitting->versions->len; i++)
    gtk_list_box_append (self->list, build_row (self->sitting, g_ptr_array_index (self->sitting->versions, i), i));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) shown));
}

static gboolean
is_same (const MappeSitting *before, const MappeSitting *now)
{
  if (before == NULL || before->meeting->id != now->meeting->id || before->versions->len != now->versions->len)
    return FALSE;
  for (guint i = 0; i < now->versions->len; i++)
    if (!mappe_row_equal (g_ptr_array_index (before->versions, i), g_ptr_array_index (now->versions, i)))
      return FALSE;
  return TRUE;
}

/** mappe_sent_agendas_set: Shows what was sent for @sitting, the newest first of all. */
void
mappe_sent_agendas_set (MappeSentAgendas *self, MappeStore *store, const MappeSitting *sitting)
{
  gboolean same = is_same (self->sitting, sitting);
  MappeSitting *before = g_steal_pointer (&self->sitting);

  self->sitting = mappe_sitting_ref ((MappeSitting *) sitting);
  g_clear_pointer (&before, mappe_sitting_unref);
  g_set_object (&self->store, store);
  if (same)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_ptr_array_set_size (self->agendas, 0);
  self->shown = sitting->versions->len > 0 ? sitting->versions->len - 1 : 0;
  gtk_stack_set_visible_child_name (self->stack, sitting->versions->len > 0 ? "versions" : "empty");
  fill_list (self);
  read_next (self);
}

/* --- widget --- */

static void
mappe_sent_agendas_dispose (GObject *object)
{
  MappeSentAgendas *self = MAPPE_SENT_AGENDAS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mappe_sent_agendas_parent_class)->dispose (object);
}

static void
mappe_sent_agendas_finalize (GObject *object)
{
  MappeSentAgendas *self = MAPPE_SENT_AGENDAS (object);

  g_clear_pointer (&self->sitting, mappe_sitting_unref);
  g_ptr_array_unref (self->agendas);
  G_OBJECT_CLASS (mappe_sent_agendas_parent_class)->finalize (object);
}

static void
mappe_sent_agendas_class_init (MappeSentAgendasClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_sent_agendas_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_sent_agendas_finalize;
}

static GtkWidget *
build_list (MappeSentAgendas *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sent agendas"), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  return scroller;
}

static GtkWidget *
build_sheet (MappeSentAgendas *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->difference = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->difference, 0);
  gtk_label_set_wrap (self->difference, TRUE);
  gtk_label_set_selectable (self->difference, TRUE);
  gtk_widget_set_margin_start (GTK_WIDGET (self->difference), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->difference), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->difference), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->difference), 6);
  self->paper = MAPPE_PAPER_VIEW (mappe_paper_view_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->paper), TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->difference));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->paper));
  return box;
}

static void
mappe_sent_agendas_init (MappeSentAgendas *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *empty = gtk_label_new (_("Nothing was sent yet. What is sent is kept here as it was."));

  self->agendas = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_node_free);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_label_set_wrap (GTK_LABEL (empty), TRUE);
  gtk_widget_add_css_class (empty, "dim-label");
  gtk_box_append (GTK_BOX (box), build_list (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (box), build_sheet (self));
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_stack_add_named (self->stack, box, "versions");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}
