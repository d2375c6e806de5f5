/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-paper-attach.h"

#include <string.h>

#include <glib/gi18n.h>

#include "mappe-attachment.h"
#include "mappe-dialogs.h"
#include "mappe-document.h"
#include "mappe-feedback.h"
#include "mappe-file-content.h"

/* A paper of an agenda item on its way into the council. */
typedef struct {
  GtkWidget  *near;
  MappeStore *store;
  gint64      meeting, item;
  gboolean    public;
  char       *name, *warning;
} Attach;

static void
attach_free (Attach *self)
{
  g_clear_object (&self->near);
  g_clear_object (&self->store);
  g_free (self->name);
  g_free (self->warning);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Attach, attach_free)

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Attach) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, NULL, &error);
  g_autofree char *text = NULL;

  if (applied == NULL)
    {
      mappe_feedback_error (self->near, error, _("The paper was not attached"));
      return;
    }
  text = g_strdup_printf (_("Paper attached: %s"), self->name);
  mappe_feedback_undoable (self->near, text);
  if (self->warning != NULL)
    mappe_dialogs_tell (self->near, _("Not everybody can read this paper"), self->warning, NULL);
}

/* "Konzept Bahnhof.pdf" is called "Konzept Bahnhof". */
static char *
title_of (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot > name ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);
}

static MappeRow *
new_row (const Attach *self, const MappeFileContent *content, const char *hash)
{
  MappeRow *row = mappe_row_new_preset (&mappe_document_kind);

  mappe_value_take_text (&row->values[MAPPE_DOCUMENT_TITLE], title_of (content->name));
  mappe_value_set_int (&row->values[MAPPE_DOCUMENT_MEETING], self->meeting);
  mappe_value_set_int (&row->values[MAPPE_DOCUMENT_AGENDA_ITEM], self->item);
  mappe_value_set_text (&row->values[MAPPE_DOCUMENT_CONTENT], hash);
  mappe_value_set_text (&row->values[MAPPE_DOCUMENT_FILE_NAME], content->name);
  if (content->mime != NULL)
    mappe_value_set_text (&row->values[MAPPE_DOCUMENT_MIME], content->mime);
  mappe_value_set_int (&row->values[MAPPE_DOCUMENT_BYTES], (gint64) g_bytes_get_size (content->bytes));
  if (content->facts->n_pages > 0)
    mappe_value_set_int (&row->values[MAPPE_DOCUMENT_PAGES], content->facts->n_pages);
  mappe_value_set_int (&row->values[MAPPE_DOCUMENT_ACCESSIBLE_PDF], mappe_content_text_is_accessible (content->facts));
  /* Papers of a non-public item are confidential from the start; others stay inside until somebody decides. */
  mappe_value_set_text (&row->values[MAPPE_DOCUMENT_CLASSIFICATION], self->public ? "internal" : "confidential");
  return row;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Attach) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeFileContent) content = mappe_file_content_load_finish (result, &error);
  g_autofree char *label = NULL;
  g_autofree char *hash = NULL;
  MappeEdit *edit;

  if (content == NULL)
    {
      mappe_feedback_error (self->near, error, _("The paper was not attached"));
      return;
    }
  self->name = g_strdup (content->name);
  self->warning = mappe_attachment_warning (content->facts);
  label = g_strdup_printf (_("Paper “%s”"), content->name);
  edit = mappe_edit_new (label);
  hash = mappe_edit_add_blob (edit, content->bytes);
  mappe_edit_insert (edit, new_row (self, content, hash));
  mappe_store_apply_async (self->store, edit, NULL, saved_cb, self);
  g_steal_pointer (&self);
}

static Attach *
attach_new (GtkWidget *near, MappeStore *store, const MappeSitting *sitting, const MappeSittingItem *item)
{
  Attach *self = g_new0 (Attach, 1);

  self->near = g_object_ref (near);
  self->store = g_object_ref (store);
  self->meeting = sitting->meeting->id;
  self->item = item->row->id;
  self->public = item->public;
  return self;
}

/** mappe_paper_attach_file: Attaches a file to an agenda item as a paper; undoable. */
void
mappe_paper_attach_file (GtkWidget *near, MappeStore *store, const MappeSitting *sitting, const MappeSittingItem *item,
                         GFile *file)
{
  mappe_file_content_load_async (file, NULL, read_cb, attach_new (near, store, sitting, item));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Attach) self = data;
  g_autoptr (GFile) file = mappe_dialogs_choose_finish (result, NULL);

  if (file == NULL)
    return;
  mappe_file_content_load_async (file, NULL, read_cb, self);
  g_steal_pointer (&self);
}

/** mappe_paper_attach_choose: Asks for the file first. */
void
mappe_paper_attach_choose (GtkWidget *near, MappeStore *store, const MappeSitting *sitting,
                           const MappeSittingItem *item)
{
  mappe_dialogs_choose_async (near, MAPPE_DIALOGS_OPEN, _("Attach a paper"), NULL, NULL, chosen_cb,
                              attach_new (near, store, sitting, item));
}
