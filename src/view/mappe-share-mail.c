/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-share-mail.h"

#include <glib/gi18n.h>

#include "mappe-council.h"
#include "mappe-feedback.h"
#include "mappe-meeting.h"
#include "mappe-recipients.h"

#define ADDRESSES_MOST 200  /* more do not go on one command line with grace */

/**
 * Mail: a draft
 * @to: (element-type utf8): addresses that all see
 * @hidden: (element-type utf8): those that each sees alone: who gets mail of the council is personal data
 */
typedef struct {
  GtkWidget           *near;
  MappeStore          *store;
  const MappeKind     *about;
  gint64               id;
  MappeProfile         reader;
  const MappeLanguage *language;
  GFile               *file;
  char                *subject, *council;
  GPtrArray           *to, *hidden;
} Mail;

static void
mail_free (Mail *self)
{
  g_object_unref (self->near);
  g_object_unref (self->store);
  g_object_unref (self->file);
  g_free (self->subject);
  g_free (self->council);
  g_ptr_array_unref (self->to);
  g_ptr_array_unref (self->hidden);
  g_free (self);
}

/* --- to whom --- */

/* An address that would be taken for an option or for two is none. */
static void
add_address (GPtrArray *addresses, const char *address)
{
  if (address != NULL && strchr (address, '@') != NULL && *address != '-' && strpbrk (address, " ,;<>\"\n") == NULL
      && addresses->len < ADDRESSES_MOST)
    g_ptr_array_add (addresses, g_strdup (address));
}

static gpointer
council_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  Mail *self = data;
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_council_kind);
  g_autoptr (GPtrArray) rows = mappe_snapshot_rows (snapshot, query, error);
  const MappeRow *council = rows != NULL && rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;

  self->council = g_strdup (council != NULL ? mappe_row_get_text (council, MAPPE_COUNCIL_NAME) : NULL);
  if (self->hidden->len > 0 && council != NULL)
    add_address (self->to, mappe_row_get_text (council, MAPPE_COUNCIL_EMAIL));
  return self;
}

/* What is confidential is not for all who are invited. */
static void
read_invited (Mail *self)
{
  g_autoptr (MappeSitting) sitting = mappe_sitting_load (self->store, self->id, NULL);
  g_autoptr (GPtrArray) recipients = sitting != NULL && self->reader <= MAPPE_PROFILE_MEMBERS
                                         ? mappe_invitation_recipients (sitting) : NULL;

  for (guint i = 0; recipients != NULL && i < recipients->len; i++)
    {
      const MappeRecipient *recipient = g_ptr_array_index (recipients, i);

      if (mappe_recipient_wants_mail (recipient))
        add_address (self->hidden, recipient->email);
    }
}

static void
read_addressee (Mail *self)
{
  const int field = mappe_kind_find_field (self->about, "email");
  g_autoptr (MappeRow) row = field >= 0 ? mappe_store_load (self->store, self->about, self->id, NULL) : NULL;

  if (row != NULL)
    add_address (self->to, mappe_row_get_text (row, (guint) field));
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Mail *self = data;

  if (self->about == &mappe_meeting_kind)
    read_invited (self);
  else if (self->about != NULL)
    read_addressee (self);
  mappe_store_read (self->store, council_job, self, NULL);
  g_task_return_boolean (task, TRUE);
}

/* --- the draft --- */

static char *
make_body (const Mail *self)
{
  const MappeLanguage *language = self->language;

  return g_strdup_printf (L_("Good day,\n\nattached you find: %1$s\n\nKind regards\n%2$s\n"), self->subject,
                          self->council != NULL ? self->council : "");
}

static void
mailed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) near = data;
  g_autoptr (GError) error = NULL;

  if (!g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error))
    mappe_feedback_error (near, error, _("There is no mail program. Save the document instead."));
}

static void
add_all (GPtrArray *arguments, const char *option, GPtrArray *addresses)
{
  for (guint i = 0; i < addresses->len; i++)
    {
      if (option != NULL)
        g_ptr_array_add (arguments, (gpointer) option);
      g_ptr_array_add (arguments, g_ptr_array_index (addresses, i));
    }
}

static void
add_pair (GPtrArray *arguments, const char *option, const char *value)
{
  g_ptr_array_add (arguments, (gpointer) option);
  g_ptr_array_add (arguments, (gpointer) value);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Mail *self = g_task_get_task_data (G_TASK (result));
  g_autofree char *body = make_body (self);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) mail = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (arguments, (gpointer) "xdg-email");
  g_ptr_array_add (arguments, (gpointer) "--utf8");
  add_pair (arguments, "--subject", self->subject);
  add_pair (arguments, "--body", body);
  add_pair (arguments, "--attach", g_file_peek_path (self->file));
  add_all (arguments, "--bcc", self->hidden);
  add_all (arguments, NULL, self->to);
  g_ptr_array_add (arguments, NULL);
  mail = g_subprocess_newv ((const char *const *) arguments->pdata, G_SUBPROCESS_FLAGS_NONE, &error);
  if (mail != NULL)
    g_subprocess_wait_check_async (mail, NULL, mailed_cb, g_object_ref (self->near));
  else
    mappe_feedback_error (self->near, error, _("There is no mail program. Save the document instead."));
}

/**
 * mappe_share_mail_open:
 * @near: where trouble is said
 * @wish: what goes out: about a meeting to those who are invited, about somebody to them
 * @file: it, on this computer
 * @subject: of the mail
 *
 * Opens a draft with recipients, text and attachment in the mail program.
 */
void
mappe_share_mail_open (GtkWidget *near, MappeStore *store, const MappeShareWish *wish, GFile *file,
                       const char *subject)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, read_cb, NULL);
  Mail *self = g_new0 (Mail, 1);

  *self = (Mail) { .near = g_object_ref (near), .store = g_object_ref (store), .about = wish->item->about,
                   .id = wish->id, .reader = wish->reader, .language = wish->language, .file = g_object_ref (file),
                   .subject = g_strdup (subject), .to = g_ptr_array_new_with_free_func (g_free),
                   .hidden = g_ptr_array_new_with_free_func (g_free) };
  g_task_set_task_data (task, self, (GDestroyNotify) mail_free);
  g_task_run_in_thread (task, read_thread);
}
