/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-patrol-unreported.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-feedback.h"
#include "mappe-patrol-text.h"
#include "mappe-patrol-week.h"
#include "mappe-patrol.h"
#include "mappe-state-light.h"
#include "mappe-wrap-layout.h"

enum { MOST = 6 };  /* named one by one; of more, the number is said */

struct _MappePatrolUnreported {
  AdwBin parent_instance;

  GCancellable *cancellable;
  GtkWidget    *image;
  GtkLabel     *heading;
  GtkWidget    *names;
};

G_DEFINE_FINAL_TYPE (MappePatrolUnreported, mappe_patrol_unreported, ADW_TYPE_BIN)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
clicked_cb (GtkWidget *button, MappePatrolUnreported *self)
{
  g_autoptr (MappeRow) patrol = mappe_row_ref (g_object_get_data (G_OBJECT (button), "patrol"));

  g_signal_emit (self, signals[CHOSEN], 0, mappe_row_get_int (patrol, MAPPE_PATROL_AREA),
                 mappe_row_get_text (patrol, MAPPE_PATROL_DATE));
}

static void
add_name (MappePatrolUnreported *self, const MappeListed *patrol)
{
  const char *area = patrol->shown[MAPPE_PATROL_AREA];
  g_autofree char *day = mappe_date_format (mappe_row_get_text (patrol->row, MAPPE_PATROL_DATE));
  g_autofree char *time = mappe_patrol_text_time (patrol->row);
  g_autofree char *text = g_strdup_printf ("%s, %s · %s", day, time, area != NULL ? area : "–");
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Show this patrol in its week"));
  g_object_set_data_full (G_OBJECT (button), "patrol", mappe_row_ref (patrol->row), (GDestroyNotify) mappe_row_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (self->names), button);
}

static void
fill (MappePatrolUnreported *self, GPtrArray *patrols)
{
  g_autofree char *text = g_strdup_printf (ngettext ("Nobody reported on %u patrol yet: was it held or cancelled?",
                                                     "Nobody reported on %u patrols yet: were they held or cancelled?",
                                                     patrols->len), patrols->len);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->names)) != NULL)
    gtk_box_remove (GTK_BOX (self->names), child);
  for (guint i = 0; i < patrols->len && i < MOST; i++)
    add_name (self, g_ptr_array_index (patrols, i));
  if (patrols->len > MOST)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", patrols->len - MOST),
                                               patrols->len - MOST);

      gtk_box_append (GTK_BOX (self->names), gtk_label_new (more));
    }
  gtk_label_set_label (self->heading, text);
  gtk_widget_set_visible (GTK_WIDGET (self), patrols->len > 0);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappePatrolUnreported) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) patrols = mappe_store_read_finish (MAPPE_STORE (source), result, &error);

  if (self->names == NULL)
    return;
  if (patrols != NULL)
    fill (self, patrols);
  else
    mappe_feedback_error (GTK_WIDGET (self), error, _("The patrols could not be read"));
}

static gpointer
load_cb (MappeSnapshot *snapshot, gpointer today, GError **error)
{
  return mappe_patrols_unreported (snapshot, today, error);
}

/** mappe_patrol_unreported_load: Reads which patrols nobody reported on until today, and shows them. */
void
mappe_patrol_unreported_load (MappePatrolUnreported *self, MappeStore *store)
{
  g_return_if_fail (MAPPE_IS_PATROL_UNREPORTED (self));
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  mappe_store_read_async (store, MAPPE_PRIORITY_COUNT, load_cb, mappe_date_today (), g_free,
                          (GDestroyNotify) g_ptr_array_unref, self->cancellable, loaded_cb, g_object_ref (self));
}

/* --- GObject --- */

static void
mappe_patrol_unreported_dispose (GObject *object)
{
  MappePatrolUnreported *self = MAPPE_PATROL_UNREPORTED (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->names = NULL;
  G_OBJECT_CLASS (mappe_patrol_unreported_parent_class)->dispose (object);
}

static void
mappe_patrol_unreported_class_init (MappePatrolUnreportedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_patrol_unreported_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
}

static void
mappe_patrol_unreported_init (MappePatrolUnreported *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign",
                              GTK_ALIGN_START, NULL);
  mappe_state_show (GTK_IMAGE (self->image), MAPPE_STATE_OVERDUE);
  self->heading = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  self->names = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->names, mappe_wrap_layout_new ());
  gtk_box_append (GTK_BOX (head), self->image);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->names);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Patrols not reported on"),
                                  -1);
}
