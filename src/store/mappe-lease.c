/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-store-private.h"

#include "mappe-date.h"

#include <errno.h>
#include <string.h>
#include <fcntl.h>
#include <unistd.h>
#include <utime.h>

#include <glib/gstdio.h>

/* On a network share the locks of the file system are not to be trusted, so one writer at a time holds a small file
 * beside the council. It is renewed every half minute and expires when that stops. Ages are taken from the share's
 * own clock (the time stamps it gives to files), not from the computers', which may disagree. */

#define LEASE_EXPIRES_SECONDS 120
#define JUDGE_EXPIRES_SECONDS 600

struct _MappeLease {
  char *path;
  char *token;
};

static char *
lease_path (const char *council)
{
  g_autofree char *folder = g_path_get_dirname (council);
  g_autofree char *name = g_path_get_basename (council);
  g_autofree char *file = g_strdup_printf (".%s.lease", name);

  return g_build_filename (folder, file, NULL);
}

static gboolean
write_new (const char *path, const char *text, int *number)
{
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  gboolean written;

  if (fd < 0)
    {
      *number = errno;
      return FALSE;
    }
  written = write (fd, text, strlen (text)) == (gssize) strlen (text) && fsync (fd) == 0;
  *number = written ? 0 : errno;
  g_close (fd, NULL);
  return written;
}

static gint64
modified (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? status.st_mtime : -1;
}

/* Who judges a lease holds the judge's file: it tells the time of the share, and makes sure that of several who find
 * an expired lease only one takes it away. One that a crash left behind is in the way for some minutes. */
static char *
start_judging (const char *path)
{
  g_autofree char *judge = g_strconcat (path, ".judge", NULL);
  int number;

  if (modified (judge) >= 0 && g_get_real_time () / G_USEC_PER_SEC - modified (judge) > JUDGE_EXPIRES_SECONDS)
    g_unlink (judge);
  return write_new (judge, "", &number) ? g_steal_pointer (&judge) : NULL;
}

/* Puts our lease in the place of an expired one. Returns an errno, 0 when it is ours now. */
static int
take_over (const char *path, const char *text)
{
  g_autofree char *judge = start_judging (path);
  gint64 renewed = modified (path);
  int number = EEXIST;

  if (judge == NULL)
    return EEXIST;
  if (renewed < 0 || modified (judge) - renewed > LEASE_EXPIRES_SECONDS)
    {
      g_unlink (path);
      write_new (path, text, &number);
    }
  g_unlink (judge);
  return number;
}

static char *
read_holder (const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return g_strdup ("?");
  lines = g_strsplit (text, "\n", 3);
  return g_strdup (lines[0] != NULL && lines[1] != NULL ? lines[1] : "?");
}

/**
 * mappe_lease_take:
 * @holder: (out) (transfer full) (nullable): who holds the file, "user, computer, since", when it is taken
 *
 * Returns: (transfer full) (nullable): the lease; %NULL with @holder set when somebody else writes, %NULL with
 *   @error when no lease can be written
 */
MappeLease *
mappe_lease_take (const char *path, char **holder, GError **error)
{
  g_autofree char *file = lease_path (path);
  g_autofree char *token = g_uuid_string_random ();
  g_autofree char *since = mappe_stamp_now ();
  g_autofree char *text = g_strdup_printf ("%s\n%s, %s, %s\n", token, g_get_user_name (), g_get_host_name (), since);
  MappeLease *self;
  int number;

  *holder = NULL;
  if (!write_new (file, text, &number) && number == EEXIST)
    number = take_over (file, text);
  if (number == EEXIST)
    {
      *holder = read_holder (file);
      return NULL;
    }
  if (number != 0)
    {
      g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_PERMISSION, "%s: %s", file, g_strerror (number));
      return NULL;
    }
  self = g_new0 (MappeLease, 1);
  self->path = g_steal_pointer (&file);
  self->token = g_steal_pointer (&token);
  return self;
}

/** mappe_lease_renew: Returns: %FALSE when the lease was lost to somebody else */
gboolean
mappe_lease_renew (MappeLease *self)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (self->path, &text, NULL, NULL) || !g_str_has_prefix (text, self->token))
    return FALSE;
  return utime (self->path, NULL) == 0;
}

/** mappe_lease_release: @self: (transfer full): given back, so that the next one need not wait for its end */
void
mappe_lease_release (MappeLease *self)
{
  if (mappe_lease_renew (self))
    g_unlink (self->path);
  g_free (self->path);
  g_free (self->token);
  g_free (self);
}
