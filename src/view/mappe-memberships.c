/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-memberships.h"

#include <glib/gi18n-lib.h>

#include "mappe-date.h"
#include "mappe-display.h"
#include "mappe-membership.h"
#include "mappe-record-link.h"
#include "mappe-timeline.h"

#define MOST_SHOWN 200

struct _MappeMemberships {
  GtkBox           parent_instance;
  MappeStore      *store;
  const MappeKind *kind;
  gint64           id;
  GtkWidget       *group, *list, *timeline;
  GCancellable    *cancellable;
};

G_DEFINE_FINAL_TYPE (MappeMemberships, mappe_memberships, GTK_TYPE_BOX)

static gboolean
is_person (MappeMemberships *self)
{
  return g_str_equal (self->kind->name, "person");
}

static guint
own_field (MappeMemberships *self)
{
  return is_person (self) ? MAPPE_MEMBERSHIP_PERSON : MAPPE_MEMBERSHIP_BODY;
}

static guint
other_field (MappeMemberships *self)
{
  return is_person (self) ? MAPPE_MEMBERSHIP_BODY : MAPPE_MEMBERSHIP_PERSON;
}

static char *
make_label (MappeMemberships *self, const MappeListed *listed)
{
  g_autofree char *function =
      mappe_display_field (mappe_display_get (self->store), listed->row, MAPPE_MEMBERSHIP_FUNCTION, NULL);
  const char *other = listed->shown[other_field (self)];
  return *function != '\0' ? g_strdup_printf ("%s (%s)", other, function) : g_strdup (other);
}

static gboolean
is_running (const MappeListed *listed, const char *today)
{
  const char *from = mappe_row_get_text (listed->row, MAPPE_MEMBERSHIP_VALID_FROM);
  const char *to = mappe_row_get_text (listed->row, MAPPE_MEMBERSHIP_VALID_TO);
  return (from == NULL || g_strcmp0 (from, today) <= 0) && (to == NULL || g_strcmp0 (to, today) >= 0);
}

static void
summarise (MappeMemberships *self, GPtrArray *found)
{
  guint running = 0;
  g_autofree char *today = mappe_date_today ();
  for (guint i = 0; i < found->len; i++)
    running += is_running (g_ptr_array_index (found, i), today);
  g_autofree char *summary = g_strdup_printf (
      ngettext ("Timeline: %u membership, %u of today", "Timeline: %u memberships, %u of today", found->len),
      found->len, running);
  mappe_timeline_set_summary (MAPPE_TIMELINE (self->timeline), summary);
  gtk_widget_set_visible (self->timeline, found->len > 0);
}

static void
renew_group (MappeMemberships *self)
{
  if (self->group != NULL)
    {
      gtk_box_remove (GTK_BOX (self), self->group);
      gtk_box_remove (GTK_BOX (self), self->list);
    }
  self->group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group),
                                   is_person (self) ? _("Memberships") : _("Members"));
  adw_preferences_group_set_header_suffix (
      ADW_PREFERENCES_GROUP (self->group),
      mappe_record_link_add_button (self->store, &mappe_membership_kind, own_field (self), self->id));
  self->timeline = mappe_timeline_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->timeline);
  /* A group of its own, because a group puts its rows above everything else. */
  self->list = adw_preferences_group_new ();
  gtk_box_append (GTK_BOX (self), self->group);
  gtk_box_append (GTK_BOX (self), self->list);
}

static void
fill (MappeMemberships *self, GPtrArray *found)
{
  renew_group (self);
  if (found->len == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group), _("None yet."));
  for (guint i = 0; i < found->len; i++)
    {
      const MappeListed *listed = g_ptr_array_index (found, i);
      g_autofree char *label = make_label (self, listed);
      mappe_timeline_add (MAPPE_TIMELINE (self->timeline), label,
                          mappe_row_get_text (listed->row, MAPPE_MEMBERSHIP_VALID_FROM),
                          mappe_row_get_text (listed->row, MAPPE_MEMBERSHIP_VALID_TO));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->list),
                                 mappe_record_link_row (self->store, listed, (int) own_field (self)));
    }
  summarise (self, found);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeMemberships) self = MAPPE_MEMBERSHIPS (data);
  g_autoptr (GPtrArray) found = mappe_store_list_finish (MAPPE_STORE (source), result, NULL);
  if (found != NULL && self->store != NULL)
    fill (self, found);
}

static void
withdraw (MappeMemberships *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
mappe_memberships_dispose (GObject *object)
{
  MappeMemberships *self = MAPPE_MEMBERSHIPS (object);
  withdraw (self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mappe_memberships_parent_class)->dispose (object);
}

static void
mappe_memberships_class_init (MappeMembershipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_memberships_dispose;
}

static void
mappe_memberships_init (MappeMemberships *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 18);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/** mappe_memberships_new: Returns: (transfer floating): a view that shows nothing yet */
GtkWidget *
mappe_memberships_new (MappeStore *store)
{
  MappeMemberships *self = g_object_new (MAPPE_TYPE_MEMBERSHIPS, NULL);
  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}

/** mappe_memberships_show: Reads the memberships of the record @id of @kind anew; hides for kinds without. */
void
mappe_memberships_show (MappeMemberships *self, const MappeKind *kind, gint64 id)
{
  gboolean applies = id > 0 && (g_str_equal (kind->name, "person") || g_str_equal (kind->name, "body"));
  withdraw (self);
  gtk_widget_set_visible (GTK_WIDGET (self), applies);
  if (!applies)
    return;
  self->kind = kind;
  self->id = id;
  self->cancellable = g_cancellable_new ();
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_membership_kind);
  mappe_query_where_id (query, own_field (self), id);
  mappe_query_order (query, MAPPE_MEMBERSHIP_VALID_FROM, FALSE);
  mappe_query_limit (query, MOST_SHOWN);
  mappe_store_list_async (self->store, query, self->cancellable, loaded_cb, g_object_ref (self));
}
