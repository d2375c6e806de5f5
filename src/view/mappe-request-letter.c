/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-request-letter.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-feedback.h"
#include "mappe-indicator.h"
#include "mappe-letters.h"
#include "mappe-missing-values.h"

/* A letter a source. */
typedef struct {
  MappeMissingValuesList *missing;
  GPtrArray              *codes;
} Requests;

static void
requests_free (gpointer data)
{
  Requests *self = data;

  g_ptr_array_unref (self->codes);
  mappe_missing_values_free (self->missing);
  g_free (self);
}

static char *
request_to (guint nth, gpointer data)
{
  Requests *self = data;

  return mappe_missing_values_letter (self->missing, g_ptr_array_index (self->codes, nth),
                                      mappe_missing_values_language (self->missing));
}

static GPtrArray *
source_names (const Requests *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->codes->len; i++)
    g_ptr_array_add (names, g_strdup (mappe_missing_values_source_name (
                                self->missing, g_ptr_array_index (self->codes, i), NULL)));
  return names;
}

static guint
source_of (const Requests *self, gint64 indicator)
{
  guint at;

  for (guint i = 0; i < self->missing->entries->len; i++)
    {
      const MappeMissingValues *entry = g_ptr_array_index (self->missing->entries, i);
      const char *source = mappe_row_get_text (entry->indicator, MAPPE_INDICATOR_SOURCE_KIND);

      if (entry->indicator->id == indicator
          && g_ptr_array_find_with_equal_func (self->codes, source != NULL ? source : "", g_str_equal, &at))
        return at;
    }
  return 0;
}

static void
present (GtkWidget *near, MappeMissingValuesList *missing, gint64 indicator)
{
  const MappeLanguage *language = mappe_missing_values_language (missing);
  Requests *self = g_new0 (Requests, 1);
  MappeLetters letters = { .title = _("Missing values"), .to = _("Request to"), .text = _("Text of the request"),
                           .copied = _("Request copied"), .letter = request_to, .data = self,
                           .data_free = requests_free };

  self->missing = missing;
  self->codes = mappe_missing_values_sources (missing);
  letters.subject = g_strdup (L_("Request for missing figures"));
  letters.names = source_names (self);
  letters.first = source_of (self, indicator);
  mappe_letters_show (near, &letters);
}

/* --- reading --- */

typedef struct {
  GtkWidget *near;
  gint64     indicator;
} Request;

static gpointer
read_func (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_missing_values_load (snapshot, data, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Request *request = data;
  g_autoptr (GtkWidget) near = request->near;
  gint64 indicator = request->indicator;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeMissingValuesList) missing = mappe_store_read_finish (MAPPE_STORE (source), result, &error);

  g_free (request);
  if (gtk_widget_get_root (near) == NULL)
    return;
  if (missing == NULL)
    mappe_feedback_error (near, error, _("The values were not read"));
  else if (missing->entries->len == 0)
    mappe_feedback_toast (near, _("No values are missing"));
  else
    present (near, g_steal_pointer (&missing), indicator);
}

/**
 * mappe_request_letter_show:
 * @near: a widget of the window concerned
 * @indicator: whose source is shown first; 0 for any
 *
 * Shows, for each source, a text that asks for all values that are missing.
 */
void
mappe_request_letter_show (GtkWidget *near, MappeStore *store, gint64 indicator)
{
  Request *request = g_new0 (Request, 1);

  request->near = g_object_ref (near);
  request->indicator = indicator;
  mappe_store_read_async (store, MAPPE_PRIORITY_PAGE, read_func, mappe_date_today (), g_free,
                          (GDestroyNotify) mappe_missing_values_free, NULL, read_cb, request);
}
