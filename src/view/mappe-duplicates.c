/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-duplicates.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-display.h"
#include "mappe-text.h"

#define ALIKE 0.88
#define DELAY_MS 250
#define MOST_ASKED 40
#define MOST_SHOWN 3

/**
 * MappeDuplicates:
 * @found: (element-type gint64): ids shown, so that one record is named once
 */
struct _MappeDuplicates {
  GtkBox        parent_instance;
  MappeStore   *store;
  MappeForm    *form;
  GtkWidget    *list;
  GCancellable *cancellable;
  GArray       *found;
  guint         source;
};

G_DEFINE_FINAL_TYPE (MappeDuplicates, mappe_duplicates, GTK_TYPE_BOX)

static const char *const name_fields[] = { "first_name", "last_name", "name" };

/* Returns: whether records of @kind have names that can be alike */
static gboolean
applies_to (const MappeKind *kind)
{
  return g_str_equal (kind->name, "person") || g_str_equal (kind->name, "organisation");
}

static const char *
input (MappeDuplicates *self, const char *name)
{
  int field = mappe_kind_find_field (mappe_form_get_kind (self->form), name);
  MappeFieldRow *row = field >= 0 ? mappe_form_get_row (self->form, (guint) field) : NULL;
  return row != NULL ? mappe_field_row_get_value (row) : NULL;
}

static const char *
value (const MappeRow *row, const char *name)
{
  int field = mappe_kind_find_field (row->kind, name);
  return field >= 0 ? mappe_row_get_text (row, (guint) field) : NULL;
}

/* Adds a name behind the others. */
static void
join_name (GString *names, const char *name)
{
  if (name != NULL)
    g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", name);
}

static char *
join_input (MappeDuplicates *self)
{
  GString *names = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (name_fields); i++)
    join_name (names, input (self, name_fields[i]));
  return g_string_free (names, FALSE);
}

static char *
join_row (const MappeRow *row)
{
  GString *names = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (name_fields); i++)
    join_name (names, value (row, name_fields[i]));
  return g_string_free (names, FALSE);
}

static gboolean
is_alike (MappeDuplicates *self, const MappeRow *row)
{
  const char *mail = input (self, "email"), *their_mail = value (row, "email");
  g_autofree char *mine = join_input (self);
  g_autofree char *theirs = join_row (row);
  if (mail != NULL && their_mail != NULL && g_ascii_strcasecmp (mail, their_mail) == 0)
    return TRUE;
  return *mine != '\0' && mappe_text_similarity (mine, theirs) >= ALIKE;
}

static void
clear (MappeDuplicates *self)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  g_array_set_size (self->found, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
add (MappeDuplicates *self, MappeListed *listed)
{
  g_autofree char *title = mappe_display_title (listed);
  g_autofree char *text = g_strdup_printf (_("Perhaps the same: %s"), title);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autofree char *reference = g_markup_escape_text (mappe_row_get_text (listed->row, MAPPE_FIELD_REFERENCE), -1);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reference);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sx)", listed->row->kind->name, listed->row->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  g_array_append_val (self->found, listed->row->id);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static gboolean
is_shown (MappeDuplicates *self, gint64 id)
{
  for (guint i = 0; i < self->found->len; i++)
    if (g_array_index (self->found, gint64, i) == id)
      return TRUE;
  return id == mappe_form_get_id (self->form);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeDuplicates) self = MAPPE_DUPLICATES (data);
  g_autoptr (GPtrArray) found = mappe_store_list_finish (MAPPE_STORE (source), result, NULL);
  /* Cancelled answers never come: the question of before is withdrawn with its cancellable. */
  for (guint i = 0; self->form != NULL && found != NULL && i < found->len && self->found->len < MOST_SHOWN; i++)
    {
      MappeListed *listed = g_ptr_array_index (found, i);
      if (!is_shown (self, listed->row->id) && is_alike (self, listed->row))
        add (self, listed);
    }
}

/* The first letters bring candidates also when the rest is spelt otherwise. */
static void
ask_start (MappeDuplicates *self, const char *text)
{
  g_autoptr (MappeQuery) query = NULL;
  g_autofree char *start = NULL;
  if (text == NULL || g_utf8_strlen (text, -1) < 3)
    return;
  start = g_utf8_substring (text, 0, 3);
  query = mappe_query_new (mappe_form_get_kind (self->form));
  mappe_query_match (query, start);
  mappe_query_limit (query, MOST_ASKED);
  mappe_store_list_async (self->store, query, self->cancellable, found_cb, g_object_ref (self));
}

static void
ask_mail (MappeDuplicates *self, const char *mail)
{
  g_autoptr (MappeQuery) query = NULL;
  if (mail == NULL || strchr (mail, '@') == NULL)
    return;
  query = mappe_query_new (mappe_form_get_kind (self->form));
  mappe_query_match (query, mail);
  mappe_query_limit (query, MOST_SHOWN);
  mappe_store_list_async (self->store, query, self->cancellable, found_cb, g_object_ref (self));
}

static void
withdraw (MappeDuplicates *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
}

static gboolean
ask_cb (gpointer data)
{
  MappeDuplicates *self = MAPPE_DUPLICATES (data);
  self->source = 0;
  withdraw (self);
  clear (self);
  self->cancellable = g_cancellable_new ();
  for (guint i = 0; i < G_N_ELEMENTS (name_fields); i++)
    ask_start (self, input (self, name_fields[i]));
  ask_mail (self, input (self, "email"));
  return G_SOURCE_REMOVE;
}

static gboolean
is_typing_name (MappeDuplicates *self)
{
  const MappeKind *kind = mappe_form_get_kind (self->form);
  const char *const names[] = { "first_name", "last_name", "name", "email" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int field = mappe_kind_find_field (kind, names[i]);
      MappeFieldRow *row = field >= 0 ? mappe_form_get_row (self->form, (guint) field) : NULL;
      if (row != NULL && mappe_field_row_is_dirty (row))
        return TRUE;
    }
  return FALSE;
}

static void
changed_cb (MappeDuplicates *self)
{
  withdraw (self);
  if (mappe_form_get_id (self->form) >= 0 && is_typing_name (self))
    self->source = g_timeout_add (DELAY_MS, ask_cb, self);
  else
    clear (self);
}

static void
opened_cb (MappeDuplicates *self)
{
  withdraw (self);
  clear (self);
}

static void
mappe_duplicates_dispose (GObject *object)
{
  MappeDuplicates *self = MAPPE_DUPLICATES (object);
  withdraw (self);
  g_clear_weak_pointer (&self->form);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mappe_duplicates_parent_class)->dispose (object);
}

static void
mappe_duplicates_finalize (GObject *object)
{
  g_array_unref (MAPPE_DUPLICATES (object)->found);
  G_OBJECT_CLASS (mappe_duplicates_parent_class)->finalize (object);
}

static void
mappe_duplicates_class_init (MappeDuplicatesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_duplicates_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_duplicates_finalize;
}

static void
mappe_duplicates_init (MappeDuplicates *self)
{
  self->found = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_set_hexpand (self->list, TRUE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Records that are perhaps the same"), -1);
  gtk_widget_set_margin_bottom (self->list, 18);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * mappe_duplicates_new:
 * @store: the store
 * @form: the form to watch
 *
 * Returns: (transfer floating): a widget that shows itself when there is something to say
 */
GtkWidget *
mappe_duplicates_new (MappeStore *store, MappeForm *form)
{
  MappeDuplicates *self = g_object_new (MAPPE_TYPE_DUPLICATES, NULL);
  self->store = g_object_ref (store);
  g_set_weak_pointer (&self->form, form);
  if (applies_to (mappe_form_get_kind (form)))
    {
      g_signal_connect_object (form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (form, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
    }
  return GTK_WIDGET (self);
}
