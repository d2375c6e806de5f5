/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-dossier-keep.h"

#include "mappe-kept-text.h"

/* A field that was emptied is something typed too: so what is kept begins with a sign. */
#define SIGN "="

/**
 * Keeper: a field under watch
 * @stored: what it shows when nothing is typed
 * @read: (transfer full): what it shows
 */
typedef struct {
  MappeStore *store;
  char       *what, *stored;
  gint64      record;
  gpointer    field;  /* not owned: it holds this */
  char     *(*read) (gpointer field);
} Keeper;

static void
keeper_free (Keeper *keeper)
{
  g_object_unref (keeper->store);
  g_free (keeper->what);
  g_free (keeper->stored);
  g_free (keeper);
}

static void
changed_cb (Keeper *keeper)
{
  g_autofree char *text = keeper->read (keeper->field);
  g_autofree char *kept = g_strconcat (SIGN, text, NULL);

  mappe_kept_text_save (keeper->store, keeper->what, keeper->record,
                        g_strcmp0 (text, keeper->stored) != 0 ? kept : NULL);
}

/* Returns: (transfer full) (nullable): what was typed before and is not stored */
static char *
watch (MappeDossier *self, gpointer field, const char *signal, char *(*read) (gpointer field), const char *what,
       gint64 record)
{
  Keeper *keeper = g_new0 (Keeper, 1);
  g_autofree char *kept = NULL;

  *keeper = (Keeper) { g_object_ref (mappe_dossier_get_store (self)), g_strdup (what), read (field), record, field,
                       read };
  g_object_set_data_full (field, "keeper", keeper, (GDestroyNotify) keeper_free);
  g_signal_connect_swapped (field, signal, G_CALLBACK (changed_cb), keeper);
  kept = mappe_kept_text_load (keeper->store, what, record);
  if (kept == NULL)
    return NULL;
  if (g_str_has_prefix (kept, SIGN) && g_strcmp0 (kept + 1, keeper->stored) != 0)
    return g_strdup (kept + 1);
  mappe_kept_text_save (keeper->store, what, record, NULL);
  return NULL;
}

/* --- texts --- */

static char *
read_buffer (gpointer buffer)
{
  char *text;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

/** mappe_dossier_keep_buffer: Keeps what is typed into a text of several lines. */
void
mappe_dossier_keep_buffer (MappeDossier *self, GtkTextBuffer *buffer, const char *what, gint64 record)
{
  g_autofree char *typed = watch (self, buffer, "changed", read_buffer, what, record);

  if (typed != NULL)
    gtk_text_buffer_set_text (buffer, typed, -1);
}

static char *
read_editable (gpointer entry)
{
  return g_strdup (gtk_editable_get_text (entry));
}

/** mappe_dossier_keep_editable: Keeps what is typed into a line. */
void
mappe_dossier_keep_editable (MappeDossier *self, GtkEditable *entry, const char *what, gint64 record)
{
  g_autofree char *typed = watch (self, entry, "changed", read_editable, what, record);

  if (typed != NULL)
    gtk_editable_set_text (entry, typed);
}

/* --- choices --- */

static char *
read_choice (gpointer down)
{
  return g_strdup_printf ("%u", gtk_drop_down_get_selected (down));
}

/** mappe_dossier_keep_choice: Keeps what is chosen of a list. */
void
mappe_dossier_keep_choice (MappeDossier *self, GtkDropDown *down, const char *what, gint64 record)
{
  g_autofree char *typed = watch (self, down, "notify::selected", read_choice, what, record);
  guint64 chosen;

  if (typed != NULL && g_ascii_string_to_unsigned (typed, 10, 0, G_MAXUINT, &chosen, NULL)
      && chosen < g_list_model_get_n_items (gtk_drop_down_get_model (down)))
    gtk_drop_down_set_selected (down, (guint) chosen);
}

/* The id of the record chosen, and what is written. */
static char *
read_reference (gpointer entry)
{
  const char *text = mappe_reference_entry_get_text (entry);

  return g_strdup_printf ("%" G_GINT64_FORMAT ":%s", mappe_reference_entry_get_id (entry), text != NULL ? text : "");
}

/** mappe_dossier_keep_reference: Keeps which record is chosen, or what is typed to find one. */
void
mappe_dossier_keep_reference (MappeDossier *self, MappeReferenceEntry *entry, const char *what, gint64 record)
{
  g_autofree char *typed = watch (self, entry, "changed", read_reference, what, record);
  char *text;
  gint64 id;

  if (typed == NULL)
    return;
  id = g_ascii_strtoll (typed, &text, 10);
  text += *text == ':';
  if (id > 0)
    mappe_reference_entry_set_value (entry, id, text);
  else
    mappe_reference_entry_set_text (entry, text);
}
