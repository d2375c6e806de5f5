/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-new-council.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "mappe-body.h"
#include "mappe-council.h"
#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-states.h"

struct _MappeNewCouncil {
  AdwWindow parent_instance;

  GtkEditable *name_row;
  GtkEditable *town_row;
  AdwComboRow *state_row;
  GtkEditable *body_row;
  gboolean name_typed; /* the name follows the town until somebody types one */
  gboolean following;
  char *path;
};

G_DEFINE_FINAL_TYPE (MappeNewCouncil, mappe_new_council, ADW_TYPE_WINDOW)

enum {
  CREATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
fail (MappeNewCouncil *self, const GError *error)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  mappe_feedback_error (GTK_WIDGET (self), error, _("The council file was not created"));
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeNewCouncil) self = MAPPE_NEW_COUNCIL (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) fault = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, &fault, &error);

  mappe_store_close (MAPPE_STORE (source));
  if (applied == NULL)
    {
      g_unlink (self->path);
      fail (self, error);
      return;
    }
  g_signal_emit (self, signals[CREATED], 0, self->path);
  gtk_window_destroy (GTK_WINDOW (self));
}

static const char *
typed (GtkEditable *editable)
{
  return gtk_editable_get_text (editable);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeNewCouncil) self = MAPPE_NEW_COUNCIL (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeStore) store = mappe_store_open_finish (result, &error);
  MappeEdit *edit = NULL;

  if (store)
    /* Translators: the language of your catalogue, "de" or "en": that of the papers of a new council. */
    edit = mappe_new_council_edit (typed (self->name_row), typed (self->town_row),
                                   mappe_states_name (adw_combo_row_get_selected (self->state_row)),
                                   typed (self->body_row), C_("language of the catalogue", "en"), &error);
  if (edit)
    mappe_store_apply_async (store, edit, NULL, applied_cb, g_object_ref (self));
  else
    {
      if (store)
        mappe_store_close (store);
      fail (self, error);
    }
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MappeNewCouncil *self = MAPPE_NEW_COUNCIL (source);
  g_autoptr (GFile) file = mappe_dialogs_choose_finish (result, NULL);

  if (file == NULL)
    return;
  g_free (self->path);
  self->path = g_file_get_path (file);
  if (self->path == NULL)
    {
      g_autoptr (GError) error = g_error_new (MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_PERMISSION, "Not a local file");

      fail (self, error);
      return;
    }
  if (!g_str_has_suffix (self->path, ".ratsmappe"))
    {
      char *with_suffix = g_strconcat (self->path, ".ratsmappe", NULL);

      g_free (self->path);
      self->path = with_suffix;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  mappe_store_open_async (self->path, MAPPE_STORE_OPEN_CREATE, NULL, opened_cb, g_object_ref (self));
}

static void
create_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeNewCouncil *self = MAPPE_NEW_COUNCIL (widget);
  MappeDialogsFilter filter = { _("Council files"), "*.ratsmappe" };
  const char *town = typed (self->town_row);
  g_autofree char *plain = g_strdelimit (g_strdup (*town ? town : typed (self->name_row)), "/\\:", '-');
  g_autofree char *name = g_strconcat (plain, ".ratsmappe", NULL);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *suggested = g_build_filename (documents ? documents : g_get_home_dir (), name, NULL);

  mappe_dialogs_choose_async (widget, MAPPE_DIALOGS_SAVE, _("Save the new council as"), &filter, suggested, chosen_cb,
                              NULL);
}

static void
changed_cb (MappeNewCouncil *self)
{
  g_autofree char *name = g_strstrip (g_strdup (typed (self->name_row)));

  if (!self->following)
    self->name_typed = *name != '\0';
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "council.create", *name != '\0');
}

static void
town_changed_cb (MappeNewCouncil *self)
{
  const char *town = typed (self->town_row);
  g_autofree char *name = NULL;

  if (self->name_typed)
    return;
  /* Translators: usual name of a council; %s is the town. */
  name = *town ? g_strdup_printf (_("Crime prevention council of %s"), town) : g_strdup ("");
  self->following = TRUE;
  gtk_editable_set_text (self->name_row, name);
  self->following = FALSE;
}

static void
mappe_new_council_dispose (GObject *object)
{
  MappeNewCouncil *self = MAPPE_NEW_COUNCIL (object);

  g_clear_pointer (&self->path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_NEW_COUNCIL);
  G_OBJECT_CLASS (mappe_new_council_parent_class)->dispose (object);
}

static void
mappe_new_council_class_init (MappeNewCouncilClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_new_council_dispose;
  signals[CREATED] = g_signal_new ("created", MAPPE_TYPE_NEW_COUNCIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-new-council.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeNewCouncil, name_row);
  gtk_widget_class_bind_template_child (widget_class, MappeNewCouncil, town_row);
  gtk_widget_class_bind_template_child (widget_class, MappeNewCouncil, state_row);
  gtk_widget_class_bind_template_child (widget_class, MappeNewCouncil, body_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, town_changed_cb);
  gtk_widget_class_install_action (widget_class, "council.create", NULL, create_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mappe_new_council_init (MappeNewCouncil *self)
{
  g_autoptr (GtkStringList) states = mappe_states_model ();

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->state_row, G_LIST_MODEL (states));
  changed_cb (self);
}

/**
 * mappe_new_council_new:
 * @parent: (nullable): the window it belongs to
 *
 * Returns: (transfer none): the dialog, to be presented
 */
GtkWidget *
mappe_new_council_new (GtkWindow *parent)
{
  return g_object_new (MAPPE_TYPE_NEW_COUNCIL, "transient-for", parent, NULL);
}

static gboolean
set_text (MappeRow *row, guint field, const char *text, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text ? text : ""));

  return mappe_row_set_canonical (row, field, *stripped ? stripped : NULL, error);
}

/**
 * mappe_new_council_edit:
 * @name: name of the council
 * @town: (nullable): its town
 * @state: (nullable): its federal state
 * @body: (nullable): name of the first body; none is made when empty
 * @language: language of the papers, "de" or "en"
 *
 * Returns: (transfer full): the first edit of a new council file, or %NULL with a MAPPE_RECORD_ERROR
 */
MappeEdit *
mappe_new_council_edit (const char *name,
                        const char *town,
                        const char *state,
                        const char *body,
                        const char *language,
                        GError **error)
{
  g_autoptr (MappeEdit) edit = mappe_edit_new (_("New council"));
  MappeRow *council = mappe_row_new_preset (&mappe_council_kind);
  MappeRow *first = NULL;

  if (!set_text (council, MAPPE_COUNCIL_NAME, name, error) || !set_text (council, MAPPE_COUNCIL_TOWN, town, error)
      || !set_text (council, MAPPE_COUNCIL_STATE, state, error)
      || !set_text (council, MAPPE_COUNCIL_LANGUAGE, language, error))
    {
      mappe_row_unref (council);
      return NULL;
    }
  mappe_edit_insert (edit, council);
  if (body == NULL || *body == '\0')
    return g_steal_pointer (&edit);
  first = mappe_row_new_preset (&mappe_body_kind);
  if (!set_text (first, MAPPE_BODY_NAME, body, error) || !set_text (first, MAPPE_BODY_KIND, "plenary", error))
    {
      mappe_row_unref (first);
      return NULL;
    }
  mappe_edit_insert (edit, first);
  return g_steal_pointer (&edit);
}
