/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-new-dates.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-follow-up.h"

struct _MappeNewDates {
  AdwBin parent_instance;

  MappeStore      *store;
  const MappeKind *kind;
  gint64           id;
  GCancellable    *cancellable;
  GtkWidget       *expander;
  GtkLabel        *label;
};

G_DEFINE_FINAL_TYPE (MappeNewDates, mappe_new_dates, ADW_TYPE_BIN)

static char *
line_of (const MappeNewDate *date)
{
  g_autofree char *at = mappe_stamp_format (date->at);
  g_autofree char *from = date->from != NULL ? mappe_date_format (date->from) : g_strdup (_("no date"));
  g_autofree char *to = date->to != NULL ? mappe_date_format (date->to) : g_strdup (_("no date"));

  g_autofree char *line = NULL;

  /* Translators: old day, new day, reason; then who moved it and when */
  line = g_strdup_printf (_("%s → %s: %s (%s, %s)"), from, to, date->reason != NULL ? date->reason : "–", date->actor,
                          at);
  return date->task != NULL ? g_strdup_printf ("%s: %s", date->task, line) : g_steal_pointer (&line);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeNewDates) self = data;
  g_autoptr (GPtrArray) dates = mappe_store_new_dates_finish (MAPPE_STORE (source), result, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *head = NULL;

  if (dates == NULL || self->label == NULL)
    return;
  for (guint i = 0; i < dates->len; i++)
    {
      g_autofree char *line = line_of (g_ptr_array_index (dates, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  head = g_strdup_printf (ngettext ("Date moved %u time", "Date moved %u times", dates->len), dates->len);
  gtk_expander_set_label (GTK_EXPANDER (self->expander), head);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, head, -1);
  gtk_label_set_label (self->label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self), dates->len > 0);
}

static void
load (MappeNewDates *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->id > 0)
    mappe_store_new_dates_async (self->store, self->kind, self->id, self->cancellable, loaded_cb,
                                 g_object_ref (self));
}

/** mappe_new_dates_show: Shows the moved days of a record. */
void
mappe_new_dates_show (MappeNewDates *self, const MappeKind *kind, gint64 id)
{
  g_return_if_fail (MAPPE_IS_NEW_DATES (self));
  self->kind = kind;
  self->id = id;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  load (self);
}

static void
mappe_new_dates_dispose (GObject *object)
{
  MappeNewDates *self = MAPPE_NEW_DATES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  self->label = NULL;
  G_OBJECT_CLASS (mappe_new_dates_parent_class)->dispose (object);
}

static void
mappe_new_dates_class_init (MappeNewDatesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_new_dates_dispose;
}

static void
mappe_new_dates_init (MappeNewDates *self)
{
  self->expander = gtk_expander_new (NULL);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_selectable (self->label, FALSE);
  g_object_set (self->expander, "margin-start", 12, "margin-end", 12, "margin-top", 6, NULL);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), GTK_WIDGET (self->label));
  adw_bin_set_child (ADW_BIN (self), self->expander);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/** mappe_new_dates_new: Returns: (transfer floating): empty and hidden */
GtkWidget *
mappe_new_dates_new (MappeStore *store)
{
  MappeNewDates *self = g_object_new (MAPPE_TYPE_NEW_DATES, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
